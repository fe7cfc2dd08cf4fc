//! The keys of the sheet on which it is chosen what is handed on, and the way there.

use super::{Binding, Context, also, at, blank, day, footer, palette_unsaid, safeguarding};
use crate::app::message::{Action, ReportAction};

const WORDS: &str = "Report ...: what is handed on, as Word, page, table";
const ALSO: &str =
    "exports docx html markdown csv json governors speaking sheet e-mail notes send print write hand over";

const fn sheet(keys: &'static [&'static str], action: ReportAction, words: &'static str) -> Binding {
    at(Context::Report, keys, Action::Report(action), words)
}

/// The way to the sheet, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    also(day(&[], Action::Report(ReportAction::Open), WORDS), ALSO),
    also(
        at(Context::Findings, &[], Action::Report(ReportAction::Open), WORDS),
        ALSO,
    ),
    footer(
        at(
            Context::Report,
            &["Enter"],
            Action::Enter,
            "Make and write what is ticked",
        ),
        "write",
    ),
    footer(
        sheet(&["Space"], ReportAction::Tick, "Tick, or no longer"),
        "tick",
    ),
    footer(
        at(Context::Report, &["Up"], Action::Up, "Row before"),
        "Down Left Right choose",
    ),
    at(Context::Report, &["Down"], Action::Down, "Row after"),
    sheet(
        &["Left", "Right"],
        ReportAction::Beside,
        "To the row beside it: papers, or what they are made as",
    ),
    footer(
        sheet(&["o"], ReportAction::Folder, "Write into another folder"),
        "folder",
    ),
    sheet(
        &["r"],
        ReportAction::Replace,
        "Replace files that are there, once it says that they are",
    ),
    footer(
        at(
            Context::Report,
            &["Esc"],
            Action::Close,
            "Close the sheet; what is begun is written to its end",
        ),
        "close",
    ),
    palette_unsaid(Context::Report),
    blank(Context::Report),
    safeguarding(Context::Report),
    at(Context::Report, &["F1"], Action::Help, "Help"),
    at(Context::Report, &["Ctrl+Q"], Action::Quit, "Quit"),
];
