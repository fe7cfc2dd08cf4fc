//! The keys of the list of what should be seen to before anything is handed on, and the ways there.

use super::{Binding, Context, also, at, blank, day, footer, palette_unsaid, safeguarding};
use crate::app::message::{Action, CheckAction, ReportAction};

const WORDS: &str = "Check before handing on: names, roles, verdicts, gaps";
const ALSO: &str = "check list concerns breaches missing impact fix reword accept send report";

const fn list(keys: &'static [&'static str], action: CheckAction, words: &'static str) -> Binding {
    at(Context::Check, keys, Action::Check(action), words)
}

const fn common(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::Check, keys, action, words)
}

/// The ways to the list, and everything on it.
pub(super) const KEYS: &[Binding] = &[
    also(day(&[], Action::Check(CheckAction::Open), WORDS), ALSO),
    footer(
        also(
            at(Context::Findings, &["k"], Action::Check(CheckAction::Open), WORDS),
            ALSO,
        ),
        "check",
    ),
    at(
        Context::Report,
        &["c"],
        Action::Check(CheckAction::Open),
        "Check: the list of what should be seen to first",
    ),
    footer(
        common(
            &["Enter"],
            Action::Enter,
            "Go to its place; there k comes back to the next one",
        ),
        "go there",
    ),
    footer(
        list(
            &["r"],
            CheckAction::Reword,
            "Reword: the text, with what could stand there instead",
        ),
        "reword",
    ),
    footer(
        list(
            &["x"],
            CheckAction::Accept,
            "Accept it, or what is marked, with one reason; again: no longer",
        ),
        "accept",
    ),
    footer(
        list(
            &["Space"],
            CheckAction::Mark,
            "Mark it, to accept several at once",
        ),
        "mark",
    ),
    footer(
        list(
            &["a"],
            CheckAction::Agree,
            "We agree to the finding, as after other words",
        ),
        "agree",
    ),
    footer(
        common(
            &["p"],
            Action::Report(ReportAction::Open),
            "To the sheet from which the report is made",
        ),
        "report",
    ),
    footer(common(&["F1"], Action::Help, "Help"), "help"),
    footer(
        common(&["Esc"], Action::Close, "End the marks; then close the list"),
        "close",
    ),
    list(
        &["m"],
        CheckAction::MarkAlike,
        "Mark all that have its reason; again: none",
    ),
    footer(common(&["Up"], Action::Up, "Row before"), "Down choose"),
    common(&["Down"], Action::Down, "Row after"),
    common(&["PgUp"], Action::PageUp, "Ten rows back"),
    common(&["PgDn"], Action::PageDown, "Ten rows on"),
    list(&["Home"], CheckAction::First, "First row"),
    list(&["End"], CheckAction::Last, "Last row"),
    footer(common(&["Ctrl+Z"], Action::Undo, "Undo the last deed"), "undo"),
    common(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    palette_unsaid(Context::Check),
    blank(Context::Check),
    safeguarding(Context::Check),
    common(&["Ctrl+Q"], Action::Quit, "Quit"),
];
