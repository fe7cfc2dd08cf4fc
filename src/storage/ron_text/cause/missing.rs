//! What to write in the place of a field that is missing: what it may look like, with the words that may stand there.

use ron::error::Error;
use serde::de::DeserializeOwned;

use super::super::options;
use crate::domain::{activity::ActivityKind, note::NoteKind};

/// What to do about the missing `field` of an entry that the program calls `outer`.
pub(super) fn hint(field: &str, outer: &str) -> String {
    let copy = "put a good copy of the file in its place";
    let words = words_for(field, outer);
    let example = words
        .first()
        .map(ToString::to_string)
        .or_else(|| example(field, outer));
    let others = match words.get(1..) {
        Some(others) if !others.is_empty() => format!(" (in place of it may stand: {})", others.join(", ")),
        _ => String::new(),
    };
    match example {
        Some(example) => format!("write `{field}: {example},` between these brackets{others}, or {copy}"),
        None => format!("{copy}: what belongs there can't be made up"),
    }
}

/// The words that may stand in the field, where there are few.
fn words_for(field: &str, outer: &str) -> Vec<&'static str> {
    match field {
        "kind" if outer.ends_with("NoteLine") => words_of::<NoteKind>(),
        "kind" if !is_record(outer) => words_of::<ActivityKind>(),
        _ => Vec::new(),
    }
}

fn is_record(outer: &str) -> bool {
    outer.ends_with("Line")
}

/// How the field may look, or nothing where only the right value will do.
fn example(field: &str, outer: &str) -> Option<String> {
    let text = |text: &str| Some(format!("\"{text}\""));
    match field {
        "start" | "end" => text("09:15"),
        "date" | "from" | "until" => text("2026-12-01"),
        "when" | "at" => text("2026-12-01T09:15:00+00:00"),
        "title" | "name" | "text" | "words" | "class" | "statement" | "short" | "what" => text("..."),
        // The ids of records are minted, those of a plan are words that somebody chose.
        "id" if !is_record(outer) && !outer.ends_with("LabelText") => text("a-word-of-its-own"),
        _ => None,
    }
}

/// The words that may stand for a `T`: what the reading of one says that is none of them.
fn words_of<T: DeserializeOwned>() -> Vec<&'static str> {
    match options()
        .from_str::<T>("none_of_them")
        .map_err(|error| error.code)
    {
        Err(Error::NoSuchEnumVariant { expected, .. }) => expected.to_vec(),
        _ => Vec::new(),
    }
}
