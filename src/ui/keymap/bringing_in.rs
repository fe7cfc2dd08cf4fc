//! The keys of bringing in a timetable, and the ways there.

use super::{Binding, Context, also, at, blank, day, footer, palette_unsaid, safeguarding};
use crate::app::{capture::Edit, message::Action};

const WORDS: &str = "Bring in a timetable ...: from a mail or Word";
const ALSO: &str = "imports paste table timetable plan e-mail email docx csv markdown file excel take over";

const fn picture(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::BringingIn, keys, action, words)
}

/// The ways there, and the picture of what was understood; the box before it has the keys of a line.
pub(super) const KEYS: &[Binding] = &[
    also(day(&[], Action::BringIn, WORDS), ALSO),
    also(at(Context::Home, &[], Action::BringIn, WORDS), ALSO),
    also(at(Context::Plan, &[], Action::BringIn, WORDS), ALSO),
    footer(
        picture(
            &["Enter"],
            Action::Enter,
            "Take the timetable over, or say whose it is",
        ),
        "take it over",
    ),
    picture(
        &["y"],
        Action::TakeOver,
        "Take it over where there are notes and no way back, once that is asked",
    ),
    footer(picture(&["Up"], Action::Up, "Row before"), "Down scroll"),
    picture(&["Down"], Action::Down, "Row after"),
    picture(&["PgDn"], Action::PageDown, "Page after"),
    picture(&["PgUp"], Action::PageUp, "Page before"),
    footer(
        picture(
            &["Backspace"],
            Action::Edit(Edit::Backspace),
            "Back to what was pasted, to change it",
        ),
        "change it",
    ),
    footer(
        picture(&["Esc"], Action::Close, "Leave; nothing is written"),
        "back",
    ),
    palette_unsaid(Context::BringingIn),
    blank(Context::BringingIn),
    safeguarding(Context::BringingIn),
    picture(&["F1"], Action::Help, "Help"),
    picture(&["Ctrl+Q"], Action::Quit, "Quit"),
];
