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
mod delimited;
mod docx;
mod durations;
mod encoding;
mod fault;
mod groups;
pub mod hand_over;
mod jotted;
mod kinds;
mod markdown;
mod prose;
mod scan;
mod sheet;
mod source;
mod times;
mod understand;
mod vocabulary;
mod wording;

pub use fault::ImportFault;
pub use jotted::jotted;
pub use source::Source;
pub use vocabulary::Vocabulary;

use crate::domain::read_timetable::ReadTimetable;

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
    Ok(understand::timetable(&sheet, words))
}

#[cfg(test)]
mod tests;
