//! How notes look in every list: the colour of their kind, the sign of their use, and the whole of one in a text.

use super::{theme::Role, words::findings as said};
use crate::domain::{
    clock_offset::ClockOffsets,
    findings_board::Use,
    note::{Note, NoteKind},
    record::Record,
};

/// The colour of a kind of note.
pub(super) fn role_of(kind: NoteKind) -> Role {
    match kind {
        NoteKind::Strength => Role::Strength,
        NoteKind::Development => Role::Development,
        NoteKind::Evidence => Role::Evidence,
        NoteKind::Question => Role::Question,
    }
}

/// The sign of what a note is used for.
pub(super) fn use_sign(used: Option<&Use>) -> &'static str {
    match used {
        Some(Use::Used(findings)) if findings.len() > 1 => "V",
        Some(Use::Used(_)) => "v",
        Some(Use::Aside(_)) => "x",
        Some(Use::Loose) | None => " ",
    }
}

/// A note with when, where and who, and why it was set aside if it was.
pub(super) fn in_full(note: &Record<Note>, clocks: &ClockOffsets, used: Option<&Use>) -> String {
    let body = &note.body;
    let aside = match used {
        Some(Use::Aside(because)) => format!(" [{}: {because}]", said::ASIDE),
        _ => String::new(),
    };
    let about = about(note, clocks).join(", ");
    format!("{about}: {}{aside}", body.text)
}

/// When, where and who.
pub(super) fn about(note: &Record<Note>, clocks: &ClockOffsets) -> Vec<String> {
    let body = &note.body;
    let place = &body.place;
    let mut parts = vec![said::when(note, clocks), place.activity.words.clone()];
    parts.extend(place.visit.as_ref().map(|visit| visit.words.clone()));
    parts.extend(place.prompt.as_ref().map(|prompt| prompt.words.clone()));
    parts.push(body.by.words.clone());
    parts
}
