//! The keys of notes that are handed over or taken in, and the ways there.

use super::{Binding, Context, also, at, blank, day, footer, palette_unsaid, safeguarding};
use crate::app::{
    capture::Edit,
    message::{Action, NotesAction},
};

const OUT: &str = "Hand my notes over ...: one small file, for a mail or a stick";
const OUT_ALSO: &str = "exports send share give colleague usb";
const SEALED: &str = "Hand my notes over sealed ...: with a passphrase";
const SEALED_ALSO: &str = "exports send share encrypt encrypted password safe secret usb";
const IN: &str = "Take notes in from a colleague ...: a file or a paste";
const IN_ALSO: &str = "imports paste mail e-mail hand-over prose docx receive join usb";

const fn picture(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    at(Context::TakingIn, keys, action, words)
}

/// The ways there, and the picture of what the notes bring; the box before it has the keys of a line.
pub(super) const KEYS: &[Binding] = &[
    also(day(&[], Action::Notes(NotesAction::HandOver), OUT), OUT_ALSO),
    also(
        day(&[], Action::Notes(NotesAction::HandOverSealed), SEALED),
        SEALED_ALSO,
    ),
    also(day(&[], Action::Notes(NotesAction::TakeIn), IN), IN_ALSO),
    also(
        at(Context::Findings, &[], Action::Notes(NotesAction::HandOver), OUT),
        OUT_ALSO,
    ),
    also(
        at(
            Context::Findings,
            &[],
            Action::Notes(NotesAction::HandOverSealed),
            SEALED,
        ),
        SEALED_ALSO,
    ),
    also(
        at(Context::Findings, &[], Action::Notes(NotesAction::TakeIn), IN),
        IN_ALSO,
    ),
    footer(
        picture(&["Enter"], Action::Enter, "Take the notes in"),
        "take them in",
    ),
    footer(
        picture(
            &["y"],
            Action::Notes(NotesAction::Again),
            "Take in again what was struck out since",
        ),
        "again",
    ),
    footer(picture(&["Up"], Action::Up, "Row before"), "Down scroll"),
    picture(&["Down"], Action::Down, "Row after"),
    picture(&["PgDn"], Action::PageDown, "Page after"),
    picture(&["PgUp"], Action::PageUp, "Page before"),
    footer(
        picture(
            &["Left"],
            Action::Notes(NotesAction::ClockBack),
            "Show the times of a hand-over one minute earlier",
        ),
        "Right their clock",
    ),
    picture(
        &["Right"],
        Action::Notes(NotesAction::ClockOn),
        "Show the times of a hand-over one minute later",
    ),
    footer(
        picture(
            &["Backspace"],
            Action::Edit(Edit::Backspace),
            "Back to what was pasted, to change it",
        ),
        "change it",
    ),
    footer(
        picture(&["Esc"], Action::Close, "Leave; nothing is taken in"),
        "leave",
    ),
    palette_unsaid(Context::TakingIn),
    blank(Context::TakingIn),
    safeguarding(Context::TakingIn),
    picture(&["F1"], Action::Help, "Help"),
    picture(&["Ctrl+Q"], Action::Quit, "Quit"),
];
