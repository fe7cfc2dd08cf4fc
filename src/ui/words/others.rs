//! What is said of the notes of colleagues as they come in, and of their files.

use crate::{
    app::day::Day,
    domain::{
        arrival::{Ailment, TheirFile, Trouble},
        clock_offset::ClockOffsets,
        note::Note,
        record::Record,
        stamp::Stamp,
    },
};

use super::{counted, notes};

/// The notes of a group or person came in.
pub(super) fn notes_in(whose: &str, count: usize) -> String {
    format!("{whose}: in, {}.", notes(count))
}

/// A second file of somebody's notes was joined.
pub(super) fn copy_joined(whose: &str) -> String {
    format!("A second copy of the notes of {whose} was joined; nothing twice.")
}

/// A later edition of the plan came in.
pub(super) const PLAN_ARRIVED: &str = "The plan was changed by its owner: no note moved.";

/// A group, when its notes came in from another laptop, if they did, and by how many minutes the clocks of such laptops
/// are known to differ.
#[must_use]
pub fn group_in(name: &str, last: Option<Stamp>, clocks: &[i64]) -> String {
    let came_in = last.map_or_else(String::new, |at| format!(", in {}", at.hh_mm()));
    let clocks: Vec<String> = clocks.iter().map(|minutes| format!("{minutes:+}")).collect();
    let clocks = if clocks.is_empty() {
        String::new()
    } else {
        format!(", clock {} min", clocks.join(" and "))
    };
    format!("{name}{came_in}{clocks}")
}

/// The time of a note in a list, by our clock; with a sign where its writer's is known to differ.
#[must_use]
pub fn time(note: &Record<Note>, clocks: &ClockOffsets) -> String {
    let ours = clocks.ours(note).hh_mm();
    match clocks.minutes(note.writer) {
        0 => ours,
        _ => format!("~{ours}"),
    }
}

/// What is wrong with the files of the session, each in one or more lines.
#[must_use]
pub fn problems(day: &Day) -> Vec<String> {
    let mut problems = day.problems.clone();
    if day.others.are_watched {
        problems.extend(day.others.in_trouble().filter_map(of_file));
    } else {
        problems.extend(day.others.at_opening.iter().cloned());
    }
    problems
}

fn of_file(file: &TheirFile) -> Option<String> {
    let trouble = file.trouble.as_ref()?;
    let whose = file.person.as_ref().map_or(&file.name, |person| &person.words);
    let since = trouble.since.hh_mm();
    let what = match &trouble.what {
        // The fault names the file itself.
        Ailment::Unsound(why) if trouble.good_at.is_none() => return Some(why.clone()),
        Ailment::Unsound(_) => format!("can't be read since {since}: half-written or damaged."),
        Ailment::Empty => format!("in an empty file since {since}, as while it is copied."),
        Ailment::NotDownloaded => format!("only in the cloud since {since}, not on this computer."),
        Ailment::Gone => format!("not in the folder any more since {since}."),
        Ailment::Unreadable(why) => format!("can't be read since {since} ({why})."),
    };
    let (known, file) = (known(file, trouble), &file.name);
    Some(format!(
        "{whose}: notes {what}\n{known}\nFile: {file}; {}.",
        cure(&trouble.what)
    ))
}

/// What of it is known all the same.
fn known(file: &TheirFile, trouble: &Trouble) -> String {
    match trouble.good_at {
        Some(at) => format!(
            "{} read at {} stay here.",
            counted(file.notes, "note"),
            at.hh_mm()
        ),
        None => "Nothing of it was read yet.".into(),
    }
}

/// What one can do.
fn cure(what: &Ailment) -> &'static str {
    match what {
        Ailment::NotDownloaded => "let the cloud program keep it on the computer",
        Ailment::Unreadable(_) => "check that the drive is there",
        Ailment::Empty | Ailment::Gone | Ailment::Unsound(_) => "if it lasts, ask for a hand-over",
    }
}
