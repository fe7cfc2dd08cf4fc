//! The words of the page of what the groups know, side by side.

use chrono::NaiveDate;

use crate::{
    app::compared::{ComparedNotice, View},
    domain::{
        compared::{About, Column, Head, Matter, Part, Standing},
        stamp::Stamp,
    },
};

/// Beside the title of the lists in a break: the way to the page.
pub const WAY: &str = "Tab: what do we know? Both groups side by side";
/// In the footer of the day in a break.
pub const KEY: &str = "what do we know?";
/// How those are called who go with no group.
pub const NO_GROUP: &str = "No group";
/// Beside a part in which they differ.
pub const DIFFER: &str = "we differ";
/// Where nobody noted anything.
pub const NOTHING: &str = "Nothing was noted yet.";
/// The same, with what one can do about it.
pub const NOTHING_HERE: &str = "Nothing was noted yet. A sign (+ - ! > @) begins a note on the day.";
/// Where there is nothing to compare: no question, no class, no note.
pub const EMPTY: &str = "No question, no class and no note yet. Esc, then Ctrl+K plan adds them.";
/// While something is read aloud, where there is more below.
pub const FURTHER: &str = "more below: Down";

/// From whom nothing is here yet, and how it comes.
#[must_use]
pub fn waiting(names: &[&str]) -> String {
    let whose = match names {
        [one] => (*one).to_string(),
        several => format!("{} groups", several.len()),
    };
    format!("Nothing from {whose} yet: by the shared folder, or Ctrl+K take in.")
}

/// In the footer: what the key that turns the view leads to.
#[must_use]
pub fn other_view(view: View) -> &'static str {
    match view {
        View::Questions => "by class",
        View::Classes => "by question",
    }
}

/// By what the notes are put beside each other.
#[must_use]
pub fn view(view: View) -> &'static str {
    match view {
        View::Questions => "By question",
        View::Classes => "By class",
    }
}

/// The head above questions or classes; `columns` are compared.
#[must_use]
pub fn head(head: Head, view: View, (count, columns): (usize, usize)) -> String {
    let words = match (head, view) {
        (Head::Differ, _) => "We differ",
        (Head::Several, _) if columns == 2 => "Both saw it",
        (Head::Several, _) => "Several saw it",
        (Head::One, _) => "One saw it",
        (Head::Outside, View::Questions) => "On no question",
        (Head::Outside, View::Classes) => "In no class",
        (Head::Nothing, _) => "Nothing yet",
    };
    format!("{words} ({count})")
}

/// How those of a column are called.
#[must_use]
pub fn column(column: &Column) -> &str {
    if column.name.is_empty() {
        NO_GROUP
    } else {
        &column.name
    }
}

/// How many notes a column has, and when the last was made.
#[must_use]
pub fn column_notes(column: &Column) -> String {
    match column.last {
        Some(last) => format!("{} to {}", column.notes, last.hh_mm()),
        None => "0".into(),
    }
}

/// What else is said beside the words of a question or class: where they differ.
#[must_use]
pub fn differ_in(matter: &Matter) -> String {
    let differ = matter
        .parts
        .iter()
        .filter(|part| part.standing == Standing::Differ);
    let places: Vec<&str> = differ.map(part).collect();
    if places.is_empty() {
        return String::new();
    }
    format!(": {}", places.join(", "))
}

/// The class, the activity or the question of a part.
#[must_use]
pub fn part(part: &Part) -> &str {
    match part.about {
        About::NoQuestion => super::NO_PROMPT,
        _ => &part.words,
    }
}

/// Beside something on which nobody noted anything: that it was asked, or when it is planned.
#[must_use]
pub fn nothing(matter: &Matter, now: Stamp) -> String {
    if matter.asked {
        return super::ASKED.into();
    }
    let Some(begins) = matter.begins else {
        return String::new();
    };
    let date: NaiveDate = begins.date();
    let day = if date == now.date() {
        String::new()
    } else {
        date.format("%a ").to_string()
    };
    let from = if begins > now { "from " } else { "" };
    format!("{from}{day}{}", begins.hh_mm())
}

/// What is read aloud of a class or question before its notes.
#[must_use]
pub fn aloud(about: &str, differ: bool) -> String {
    let about = if about.is_empty() { super::NO_PROMPT } else { about };
    if differ {
        format!("{about} - {DIFFER}")
    } else {
        about.to_owned()
    }
}

/// That one column alone is shown, or that some have no room.
#[must_use]
pub fn alone(name: &str) -> String {
    format!("{name} alone; g next, Esc all")
}

/// How many columns have no room.
#[must_use]
pub fn more_columns(hidden: usize) -> String {
    format!("+{hidden}: g")
}

/// What a notice says.
#[must_use]
pub fn notice(notice: ComparedNotice) -> &'static str {
    match notice {
        ComparedNotice::NoNotes => "There are no notes on this yet.",
        ComparedNotice::NothingToRead => "There is nothing to read aloud yet.",
    }
}
