//! The words for what is covered.

use super::{notes, short_class};
use crate::domain::{
    coverage::{Cell, Class, VisitState},
    note::NoteKind,
    plan::Group,
    tally::Counts,
};

/// The title of the box.
pub const TITLE: &str = "Coverage - Esc closes, arrows scroll";
/// Before the marks of the groups that visit a class.
pub const GROUPS: &str = "Group";
/// Before the signs for how their visits stand.
pub const STATES: &str = "Visit";
/// The row of the notes that answer no question.
pub const NO_QUESTION: &str = "No question";
/// The row and the column of everything together.
pub const ALL: &str = "all";
/// The row that says from how many people there are notes.
pub const PEOPLE: &str = "people";
/// The column of the notes of no class.
pub const NO_CLASS: &str = "none";
/// Where there is nothing.
pub const NOTHING: &str = ".";
/// Where a question was ticked and nothing noted.
pub const TICKED: &str = "v";
/// Where a class was not seen.
pub const MISSED: &str = "x";
/// What the signs of a table mean: of what, and each of them. Without a sign is what is still to come.
pub const SIGNS: [(&str, &[&str]); 2] = [
    (
        "Visits: ",
        &[
            "v seen",
            "o time over, no notes",
            "> now",
            "x not seen",
            "blank to come",
        ],
    ),
    (
        "Notes: ",
        &[
            "+ strength",
            "- area",
            "? question",
            "1. evidence",
            ". none",
            "v asked, none",
        ],
    ),
];
/// Before the classes that nobody has seen and nobody is still to see.
pub const BY_NOBODY: &str = "Will be seen by nobody";
/// Before the classes that are still to be seen.
pub const NOT_YET: &str = "Not seen yet";
/// Before the classes that only one group sees.
pub const BY_ONE: &str = "One group only";
/// When there is no such class.
pub const NO_SUCH_CLASS: &str = "none";
/// Before the visits whose time is over and from which there is nothing.
pub const OVER: &str = "Time over, no notes";
/// Before the years without a visit.
pub const NO_VISIT: &str = "No visit planned";
/// Before the questions without a note.
pub const NOTHING_ON: &str = "Nothing on";
/// When every question has notes.
pub const ALL_NOTED: &str = "Every question has notes.";
/// When a plan has neither visits nor questions.
pub const EMPTY: &str = "The plan has no visits and no questions yet: Ctrl+K plan adds them.";

/// The heading of a row: its day, what is done, whether it does not take place, how many notes.
#[must_use]
pub fn heading(day: &str, title: &str, dropped: bool, count: u32) -> String {
    let day = if day.is_empty() {
        String::new()
    } else {
        format!("{day} - ")
    };
    let dropped = if dropped { " - does not take place" } else { "" };
    format!("{day}{title}{dropped} - {}", notes(count as usize))
}

/// Beside a heading, while not all classes fit beside each other; counted from one.
#[must_use]
pub fn part(first: usize, last: usize, all: usize) -> String {
    format!("classes {first}-{last} of {all} (Left Right)")
}

/// The sign for how a visit stands.
#[must_use]
pub fn state(state: &VisitState) -> &'static str {
    match state {
        VisitState::ToCome => " ",
        VisitState::Now => ">",
        VisitState::Seen => "v",
        VisitState::TimeOver => "o",
        VisitState::NotSeen(_) | VisitState::NotReached => MISSED,
    }
}

/// Counts as `2+1-`, by kind; one of these is one cell's width for each sign and digit.
#[must_use]
pub fn counts(counts: Counts) -> Vec<(NoteKind, String)> {
    let kinds = [
        (NoteKind::Strength, counts.strengths),
        (NoteKind::Development, counts.developments),
        (NoteKind::Question, counts.questions),
        (NoteKind::Evidence, counts.evidence),
    ];
    let some = kinds.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(kind, count)| (kind, format!("{count}{}", kind.sign().unwrap_or('.'))))
        .collect()
}

/// What stands in a cell without notes: whether the question was ticked there, the class not seen, or still to come.
#[must_use]
pub fn without_notes(cell: &Cell, class: Option<&Class>) -> &'static str {
    match class {
        _ if cell.ticked => TICKED,
        Some(class) if class.was_missed() => MISSED,
        Some(class) if class.is_to_come() => "",
        _ => NOTHING,
    }
}

/// Marks of one or two letters for groups: the numbers at the end of their names, if these tell them apart; otherwise
/// their places in the plan.
#[must_use]
pub fn group_marks(groups: &[Group]) -> Vec<String> {
    let number = |group: &Group| {
        let last = group.name.rsplit(' ').next().unwrap_or_default();
        last.parse::<u8>().ok().filter(|number| *number < 100)
    };
    let numbers: Vec<u8> = groups.iter().filter_map(number).collect();
    let mut different = numbers.clone();
    different.sort_unstable();
    different.dedup();
    if different.len() == groups.len() {
        return numbers.iter().map(u8::to_string).collect();
    }
    (1..=groups.len()).map(|place| place.to_string()).collect()
}

/// Short names for classes; whole ones where the short ones do not tell them apart.
#[must_use]
pub fn class_names(classes: &[Class]) -> Vec<String> {
    let short: Vec<String> = classes.iter().map(|class| short_class(&class.name)).collect();
    let names = classes.iter().zip(&short).map(|(class, name)| {
        let alone = short.iter().filter(|other| *other == name).count() == 1;
        if alone { name } else { &class.name }
    });
    names.cloned().collect()
}

/// A class that nobody saw, with the reasons, and with the notes that there are of it all the same.
#[must_use]
pub fn missed(class: &Class) -> String {
    let because = class.visits.iter().filter_map(|visited| match &visited.state {
        VisitState::NotSeen(because) if !because.is_empty() => Some(because.clone()),
        _ => None,
    });
    let mut said: Vec<String> = because.collect();
    if class.notes.total() > 0 {
        said.push(format!("{} all the same", notes(class.notes.total() as usize)));
    }
    if said.is_empty() {
        return class.name.clone();
    }
    format!("{} ({})", class.name, said.join("; "))
}

/// A class that one group sees, and whether that rests on notes.
#[must_use]
pub fn by_one(class: &Class) -> String {
    match class.notes.total() {
        0 => format!("{} - no notes", class.name),
        _ => class.name.clone(),
    }
}

/// A class, and how often, if more than once.
#[must_use]
pub fn visits_to(class: &str, times: usize) -> String {
    match times {
        0 | 1 => class.to_string(),
        2 => format!("{class} twice"),
        times => format!("{class} {times} times"),
    }
}

/// The classes that only this group sees.
#[must_use]
pub fn only_by(group: &str, classes: &[String]) -> String {
    format!("{} ({group})", classes.join(", "))
}

/// A question without notes.
#[must_use]
pub fn bare(words: &str, asked: bool) -> String {
    if asked {
        format!("{words} (asked)")
    } else {
        words.to_string()
    }
}

/// Notes in rows that are no longer in the plan.
#[must_use]
pub fn elsewhere(count: u32) -> String {
    format!(
        "{} in rows that are no longer in the plan.",
        notes(count as usize)
    )
}
