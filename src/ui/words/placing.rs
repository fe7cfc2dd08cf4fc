//! The words for notes that stand elsewhere than their writers put them, and for tags put on by others.

use std::borrow::Cow;

use super::{moving, notes};
use crate::{
    app::placing::{PlacingNotice, PlacingPick},
    domain::placing::Placed,
};

/// The way back to the places where their writers put notes.
pub const BACK: &str = "(back to where their writer put them)";
/// For a place without a question.
pub const NO_QUESTION: &str = "(no question)";
/// Beside a tag that all the notes have.
pub const TAKES_AWAY: &str = "has it: Enter takes it away";
/// The sign, in rows, of a note that somebody placed elsewhere, or tagged.
pub const SIGN: &str = "^";

/// The title of a list.
#[must_use]
pub fn which(pick: &PlacingPick) -> Cow<'static, str> {
    match pick {
        PlacingPick::Where(notes) => moving::where_to(notes.len()).into(),
        PlacingPick::Question(..) => "Which question is it about?".into(),
        PlacingPick::Tag(_) => "Which tag? Typing # makes a new one".into(),
    }
}

/// What is said of notes that were placed or tagged.
#[must_use]
pub(super) fn notice(notice: &PlacingNotice) -> String {
    match notice {
        PlacingNotice::Placed(count, place) => fitting(
            &format!("{} placed at {place}", notes(*count)),
            " (Ctrl+Z takes it back).",
        ),
        PlacingNotice::ThereAlready => "Nothing to do: they stand there already.".into(),
        PlacingNotice::PutBack(count) => format!("{} back where their writer put them.", notes(*count)),
        PlacingNotice::AsWrittenAlready => "They are where their writers put them.".into(),
        PlacingNotice::Tagged { count: 0, tag, on } => {
            let is_so = if *on { "have it already" } else { "have it no more" };
            format!("Nothing to do: they {is_so} ({}).", few(tag))
        }
        PlacingNotice::Tagged { count, tag, on } => {
            let how = if *on { "tagged" } else { "no longer tagged" };
            format!("{} {how} {} (Ctrl+Z takes it back).", notes(*count), few(tag))
        }
        PlacingNotice::NoTag(typed) => {
            format!(
                "\"{}\" is no tag: one word of letters, figures, - and _.",
                few(typed)
            )
        }
        PlacingNotice::PrivateUntagged => {
            "A private note has only the tags typed in it: e, then #word.".into()
        }
    }
}

/// The first letters, with the rest where it has room.
fn fitting(said: &str, rest: &str) -> String {
    let whole = format!("{said}{rest}");
    if whole.chars().count() <= super::late::NOTICE {
        whole
    } else {
        format!("{said}.")
    }
}

/// The first letters of what may be long.
fn few(words: &str) -> String {
    const FEW: usize = 20;
    let mut few: String = words.chars().take(FEW).collect();
    if words.chars().nth(FEW).is_some() {
        few.push('\u{2026}');
    }
    few
}

/// Who placed a note where it stands, and where its writer put it; `None` for the tray.
#[must_use]
pub fn placed_by(placed: &Placed, written: Option<&str>) -> Option<String> {
    let by = &placed.placed_by.as_ref()?.words;
    let writer = &placed.note.body.typed_by.words;
    Some(match written {
        Some(written) => format!("placed by {by}; {writer} put it at {written}"),
        None => format!("placed by {by}; {writer} took it in without a place"),
    })
}

/// Who placed a note where it stands, in short.
#[must_use]
pub fn in_short(placed: &Placed) -> String {
    let by = placed.placed_by.as_ref();
    let said = by.map(|by| format!("placed by {}", by.words));
    said.into_iter()
        .chain(tagged_by(placed))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Behind whose note it is, in rows with little room: who placed it elsewhere, or tagged it.
#[must_use]
pub fn placer(placed: Option<&Placed>) -> String {
    let Some(placed) = placed else {
        return String::new();
    };
    let tagged = placed.tagged_by.iter().chain(&placed.untagged_by);
    let by = placed
        .placed_by
        .as_ref()
        .map(|by| ("placed", by))
        .or_else(|| tagged.map(|(_, by)| ("tagged", by)).next());
    by.map_or_else(String::new, |(how, by)| {
        format!(" [{how} by {}]", super::short_person(&by.words))
    })
}

/// Who put tags on a note, and who took which away.
#[must_use]
pub fn tagged_by(placed: &Placed) -> Vec<String> {
    let on = placed.tagged_by.iter();
    let on = on.map(|(tag, by)| format!("tagged {tag} by {}", by.words));
    let off = placed.untagged_by.iter();
    let off = off.map(|(tag, by)| format!("tag {tag} taken away by {}", by.words));
    on.chain(off).collect()
}
