//! What schools write, read: bytes and text in, values out. Nothing here opens a file.
//!
//! A timetable is read in two steps. The first depends on the format and ends in a `sheet`: lines and tables of cells,
//! each line with its number. The second, `understand`, is the same for all of them.
//!
//! ```text
//!   bytes -> source (which format?) -> encoding -> delimited, markdown, prose -+
//!                                  \-> docx ---------------------------------- sheet -> understand
//! ```
//! `understand` asks the small readers: `times`, `durations`, `dates`, `classes`, `groups`, `kinds`,
//! `columns` and `boxes`.

mod boxes;
mod classes;
mod columns;
mod dates;
mod days_across;
mod delimited;
mod docx;
mod durations;
mod eml;
mod encoding;
mod fault;
mod groups;
pub mod hand_over;
mod headings;
mod jotted;
mod kinds;
mod mail;
mod markdown;
mod own_sheet;
mod prose;
pub mod sealed;
mod sheet;
mod source;
mod spoken;
mod staff;
mod struck;
mod times;
mod understand;
mod untitled;
mod vocabulary;
mod wording;
mod years;

pub use fault::ImportFault;
pub use jotted::jotted;
pub use source::Source;
pub use vocabulary::Vocabulary;

use crate::domain::{read_timetable::ReadTimetable, scan};

/// Reads a review day's timetable from a table or text as a school wrote it.
///
/// The law: every line of the source that has a letter or a digit in it stands, with its number, among what was
/// understood or what has no place. (Lines end as in the text, a page break or a break within a
/// paragraph ends one too; in a .docx, lines are counted as its paragraphs and breaks follow each other.)
///
/// # Errors
/// If the bytes are of a format that is not read, are broken or are too large, or if there is nothing in them.
pub fn timetable(source: Source<'_>, words: &Vocabulary) -> Result<ReadTimetable, ImportFault> {
    let sheet = source::sheet(source)?;
    if sheet.is_blank() {
        return Err(ImportFault::Empty);
    }
    let lines = sheet.lines().count();
    if lines > fault::MOST_LINES {
        return Err(ImportFault::TooManyLines(lines));
    }
    understand::timetable(&sheet, words).ok_or(ImportFault::TooManyRows)
}

/// The lines of a text or a Word document, each with its number, blank ones left out. In a .docx, lines are counted as
/// its paragraphs and breaks follow each other; what stands in comments, notes, headers and footers is not read.
///
/// # Errors
/// If the bytes are of a format that is not read, are broken or are too large, or if there is nothing in them.
pub fn lines(bytes: &[u8]) -> Result<Vec<(usize, String)>, ImportFault> {
    let lines = source::lines(bytes)?;
    if lines.is_empty() {
        return Err(ImportFault::Empty);
    }
    Ok(lines)
}

/// The pieces of a sheet of a plan, as [`Vocabulary`] wants them to know the sheet again when it comes back.
///
/// # Errors
/// If the bytes are of a format that is not read, are broken or are too large.
pub fn pieces(source: Source<'_>) -> Result<std::collections::BTreeSet<String>, ImportFault> {
    Ok(own_sheet::pieces(&source::sheet(source)?))
}

#[cfg(test)]
mod tests;
