//! How notes look in every list: the colour of their kind, the sign of their use, and the whole of one in a text.

use super::{
    theme::Role,
    words::{findings as said, placing},
};
use crate::domain::{
    clock_offset::ClockOffsets,
    findings_board::Use,
    note::{Note, NoteKind, NotePlace},
    placing::Placed,
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

/// The sign of a note that stands elsewhere than its writer put it, or has other tags.
pub(super) fn placed_sign(placed: Option<&Placed>) -> &'static str {
    if placed.is_some() { placing::SIGN } else { "" }
}

/// A note with when, where and who, by whom it was placed and tagged, and why it was set aside if it was.
pub(super) fn in_full(
    (note, placed): (&Record<Note>, Option<&Placed>),
    clocks: &ClockOffsets,
    used: Option<&Use>,
) -> String {
    let body = &note.body;
    let aside = match used {
        Some(Use::Aside(because)) => format!(" [{}: {because}]", said::ASIDE),
        _ => String::new(),
    };
    let about = about(note, clocks).join(", ");
    let placed = placed.map_or_else(String::new, |placed| format!(" ({})", placing::in_short(placed)));
    format!("{about}{placed}: {}{aside}", body.text)
}

/// What was being done, in which class, on which question.
pub(super) fn where_it_is(place: &NotePlace) -> Vec<String> {
    let mut parts = vec![place.activity.words.clone()];
    parts.extend(place.visit.as_ref().map(|visit| visit.words.clone()));
    parts.extend(place.prompt.as_ref().map(|prompt| prompt.words.clone()));
    parts
}

/// When, where and who.
pub(super) fn about(note: &Record<Note>, clocks: &ClockOffsets) -> Vec<String> {
    let body = &note.body;
    let mut parts = vec![said::when(note, clocks)];
    parts.extend(where_it_is(&body.place));
    parts.push(body.by.words.clone());
    parts
}
