//! Which format a source is in, told by what is in it.

use std::collections::BTreeSet;

use super::{
    delimited, docx, encoding,
    fault::{ImportFault, MOST_LINES},
    markdown, prose,
    sheet::{Block, Line, NoText, Sheet},
};

/// The largest source that is read, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;
/// The largest text that is read, in bytes: a timetable has a few thousand.
const LARGEST_TEXT: usize = 2 * 1024 * 1024;

/// A table as it came: from a file, or from standard input.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name of its file, which is only a hint; may be empty.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// How formats begin that are not read, and what they are.
const OTHER: [(&[u8], &str); 4] = [
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word or Excel file (.doc, .xls), or one with a password",
    ),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x89PNG", "a picture"),
];

/// The lines and tables of a source.
pub(super) fn sheet(source: Source<'_>) -> Result<Sheet, ImportFault> {
    let Source { name, bytes } = source;
    if is_archive(bytes)? {
        return docx::sheet(bytes);
    }
    if bytes.len() > LARGEST_TEXT {
        return Err(ImportFault::TooLarge(megabytes(LARGEST_TEXT)));
    }
    let text = encoding::text(bytes)?;
    if is_page(&text) {
        return Err(ImportFault::OtherFormat("a web page (HTML)"));
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    if lines > MOST_LINES {
        return Err(ImportFault::TooManyLines(lines));
    }
    Ok(with_all_lines(of_text(name, &text), &text))
}

/// The lines of a source that have something in them, with their numbers; those of a text are as they were typed.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<(usize, String)>, ImportFault> {
    if is_archive(bytes)? {
        let sheet = docx::sheet(bytes)?;
        return Ok(sheet
            .lines()
            .map(|line| (line.number, line.text.clone()))
            .collect());
    }
    let text = encoding::text(bytes)?;
    if is_page(&text) {
        return Err(ImportFault::OtherFormat("a web page (HTML)"));
    }
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    Ok(lines.map(|(at, line)| (at + 1, line.to_string())).collect())
}

/// Whether it is an archive, as Word documents are.
///
/// # Errors
/// If it is too large, or of a kind that is known and not read.
fn is_archive(bytes: &[u8]) -> Result<bool, ImportFault> {
    if bytes.len() > LARGEST {
        return Err(ImportFault::TooLarge(megabytes(LARGEST)));
    }
    if let Some((_, format)) = OTHER.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Err(ImportFault::OtherFormat(format));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Err(ImportFault::OtherFormat("a picture"));
    }
    Ok(bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06"))
}

fn of_text(name: &str, text: &str) -> Sheet {
    let csv = name.to_lowercase().ends_with(".csv");
    if !csv && markdown::has_table(text) {
        return markdown::sheet(text);
    }
    match delimited::sign(text, csv) {
        Some(sign) => delimited::sheet(text, sign),
        None => prose::sheet(text),
    }
}

/// Adds the lines that a format does not show, such as where links lead to in Markdown: no line is dropped.
fn with_all_lines(mut sheet: Sheet, text: &str) -> Sheet {
    let shown: BTreeSet<usize> = sheet.lines().map(|line| line.number).collect();
    let lines = delimited::lines(text).filter(|line| !line.is_blank() && !shown.contains(&line.number));
    let unread = lines.map(|line| Line {
        no_text: Some(NoText::Unread("is not shown as text")),
        ..line
    });
    sheet.blocks.extend(unread.map(Block::Line).collect::<Vec<_>>());
    sheet
}

fn is_page(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(14).collect();
    let beginning = beginning.to_lowercase();
    ["<!doctype html", "<html", "<?xml"]
        .iter()
        .any(|page| beginning.starts_with(page))
}

fn megabytes(bytes: usize) -> u64 {
    u64::try_from(bytes / (1024 * 1024)).unwrap_or(u64::MAX)
}
