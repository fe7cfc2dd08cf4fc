//! The keys of lists, of the help, of a line to be typed, and of the question whether to leave.

use super::{Binding, Context, Does, at, blank, footer, palette, safeguarding};
use crate::app::{
    capture::{Edit, Motion},
    message::Action,
};

const fn move_in_entry(keys: &'static [&'static str], motion: Motion, words: &'static str) -> Binding {
    Binding {
        context: Context::Entry,
        keys,
        does: Does::Motion(motion),
        words,
        footer: None,
        also: "",
    }
}

/// Lists, the help, a line to be typed, and leaving.
pub(super) const KEYS: &[Binding] = &[
    footer(
        at(Context::List, &["Enter"], Action::Enter, "Take the chosen row"),
        "open",
    ),
    footer(
        at(Context::List, &["Up"], Action::Up, "Row before"),
        "Down choose",
    ),
    at(Context::List, &["Down"], Action::Down, "Row after"),
    at(Context::List, &["PgUp"], Action::PageUp, "Page before"),
    at(Context::List, &["PgDn"], Action::PageDown, "Page after"),
    at(
        Context::List,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back the last letter typed",
    ),
    at(
        Context::List,
        &["Ctrl+U"],
        Action::Edit(Edit::Empty),
        "Take back everything typed",
    ),
    at(Context::List, &["Esc"], Action::Close, "Close the list"),
    blank(Context::List),
    safeguarding(Context::List),
    footer(at(Context::List, &["F1"], Action::Help, "Help"), "help"),
    palette(Context::List),
    at(Context::List, &["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    footer(at(Context::List, &["Ctrl+Q"], Action::Quit, "Quit"), "quit"),
    at(Context::Help, &["Up"], Action::Up, "Row before"),
    at(Context::Help, &["Down"], Action::Down, "Row after"),
    at(Context::Help, &["PgUp"], Action::PageUp, "Page before"),
    at(Context::Help, &["PgDn"], Action::PageDown, "Page after"),
    at(
        Context::Help,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back the last letter typed to search",
    ),
    at(
        Context::Help,
        &["Ctrl+U"],
        Action::Edit(Edit::Empty),
        "Take back everything typed to search",
    ),
    at(
        Context::Help,
        &["Esc"],
        Action::Close,
        "Take back the search; without one, close the help",
    ),
    at(Context::Help, &["F1", "Enter"], Action::Help, "Close the help"),
    blank(Context::Help),
    safeguarding(Context::Help),
    at(Context::Help, &["Ctrl+Q"], Action::Quit, "Quit"),
    at(Context::Entry, &["Enter"], Action::Enter, "Take the line"),
    at(Context::Entry, &["Esc"], Action::Close, "Leave it as it was"),
    at(
        Context::Entry,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Delete the character before the cursor",
    ),
    at(
        Context::Entry,
        &["Delete"],
        Action::Edit(Edit::Delete),
        "Delete the character after the cursor",
    ),
    at(
        Context::Entry,
        &["Ctrl+W"],
        Action::Edit(Edit::DeleteWord),
        "Delete the word before the cursor",
    ),
    at(
        Context::Entry,
        &["Ctrl+U"],
        Action::Edit(Edit::Empty),
        "Empty the line",
    ),
    move_in_entry(&["Left"], Motion::Left, "One character back"),
    move_in_entry(&["Right"], Motion::Right, "One character on"),
    move_in_entry(&["Ctrl+Left"], Motion::WordLeft, "One word back"),
    move_in_entry(&["Ctrl+Right"], Motion::WordRight, "One word on"),
    move_in_entry(&["Home"], Motion::LineStart, "To the start of the line"),
    move_in_entry(&["End"], Motion::LineEnd, "To the end of the line"),
    at(Context::Entry, &["F1"], Action::Help, "Help"),
    blank(Context::Entry),
    safeguarding(Context::Entry),
    at(Context::Entry, &["Ctrl+Q"], Action::Quit, "Quit"),
    at(Context::Leave, &["Enter", "Ctrl+Q"], Action::Enter, "Leave"),
    blank(Context::Leave),
    safeguarding(Context::Leave),
    at(Context::Leave, &["Esc"], Action::Close, "Stay"),
    at(
        Context::Leave,
        &["Ctrl+S"],
        Action::SaveElsewhere,
        "Save somewhere else, if something is not saved",
    ),
    at(
        Context::Hidden,
        &["Esc"],
        Action::Close,
        "Go on: the screen comes back; no other key does anything",
    ),
    at(
        Context::Discard,
        &["Enter"],
        Action::Enter,
        "Discard the line: its words are erased on this laptop too",
    ),
    at(Context::Discard, &["Esc"], Action::Close, "Keep the line"),
    safeguarding(Context::Discard),
];
