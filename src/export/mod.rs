//! Documents for people: values in, bytes out. Nothing here writes a file or asks for the time.
//!
//! `sheet` says what stands on the sheet of a plan, once for all formats; `docx`, `html`, `markdown` and
//! `calendar` each say how. What they have in common with other documents is kept apart from the plan: `text` is the
//! one gate for words that people typed, `docx/page.rs`, `docx/prose.rs` and `docx/table.rs` the page of a Word
//! document, `templates/page.html` the printable page, `markdown/escape.rs` what Markdown could take for a sign.
//! `report` says what the report of a review says; `paper` shows it, and the shorter papers made of it, in each
//! format. `timetable_json` is for programs: a timetable as it was read from a table.

pub mod calendar;
pub mod docx;
pub mod hand_over;
pub mod html;
pub mod markdown;
pub mod paper;
pub mod report;
pub mod sheet;
pub mod take_home;
pub mod text;
pub mod timetable_json;
pub mod words;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportFault {
    /// The parts of a Word document could not be put together.
    #[error("the Word document could not be put together: {0}")]
    Word(String),
    /// The page could not be filled in.
    #[error("the page could not be filled in: {0}")]
    Page(#[from] askama::Error),
    /// The table could not be written down.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// The report could not be written as JSON.
    #[error("the report could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Nothing has a date, and a calendar without an entry is none that a program would take.
    #[error(
        "there is nothing to put into a calendar: the plan has no day yet, and nothing that is due has a date\n\
         Give the plan a day first, or leave ics out."
    )]
    NothingDated,
    /// The calendar could not be written down.
    #[error("the calendar could not be written: {0}")]
    Calendar(#[from] std::fmt::Error),
}
