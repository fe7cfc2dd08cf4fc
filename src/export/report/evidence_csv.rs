//! The evidence note by note, for a spreadsheet.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Jotting, Report};
use crate::export::{ExportFault, text::Text};

/// What tells a spreadsheet that letters are UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The names of the columns.
const COLUMNS: [&str; 18] = [
    "Note",
    "Date",
    "Time",
    "By",
    "Group",
    "Activity",
    "Class",
    "Question",
    "Kind",
    "Important",
    "Tags",
    "Text",
    "Used in",
    "Set aside because",
    "Kind in this model",
    "Placed by",
    "Written at",
    "Tags changed",
];

/// The notes as the bytes of a `.csv` file. Nothing in a cell is taken for a formula.
///
/// # Errors
/// If the rows can't be put together.
pub fn evidence_csv(report: &Report) -> Result<Vec<u8>, ExportFault> {
    let mut rows = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let fault = |fault: csv::Error| ExportFault::Table(fault.to_string());
    rows.write_record(COLUMNS).map_err(fault)?;
    for note in &report.notes {
        rows.write_record(row(note).map(|cell| harmless(&cell)))
            .map_err(fault)?;
    }
    rows.into_inner()
        .map_err(|fault| ExportFault::Table(fault.to_string()))
}

fn row(note: &Jotting) -> [String; 18] {
    let date = note.when.split_once('T').map_or("", |(date, _)| date);
    [
        note.number.to_string(),
        date.into(),
        note.time.clone(),
        note.by.one_line(),
        note.group.one_line(),
        note.activity.one_line(),
        note.class.one_line(),
        note.prompt.one_line(),
        note.kind.into(),
        if note.important { "yes" } else { "" }.into(),
        joined(&note.tags),
        note.text.as_str().into(),
        joined(&note.used_in),
        note.set_aside.one_line(),
        note.label.one_line(),
        note.placed_by.one_line(),
        note.written_at.one_line(),
        joined(&note.tagged_by),
    ]
}

fn joined(texts: &[Text]) -> String {
    texts.iter().map(Text::one_line).collect::<Vec<_>>().join("; ")
}

/// The cell with a sign before it that makes it text, if a spreadsheet could take it for something to work out.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
