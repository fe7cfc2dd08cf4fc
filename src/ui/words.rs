//! Every word of the screens, in one place.

pub mod actual;
pub mod bringing_in;
pub mod check;
pub mod compared;
mod counts;
pub mod coverage;
mod deadlines;
pub mod elsewhere;
pub mod findings;
pub mod home;
pub mod key_test;
pub mod keys;
pub mod late;
mod model;
pub mod moving;
pub mod notes_page;
mod notices;
pub mod others;
pub mod pictures;
pub mod placing;
pub mod plain;
pub mod plan;
pub mod plan_check;
pub mod purge;
pub mod replanning;
pub mod report;
pub mod safeguarding;
pub mod sealing;
pub mod settings;
pub mod taking_in;
pub mod taking_over;
mod time;

use crate::{
    app::home::SessionState,
    domain::{note::NoteKind, stamp::Stamp},
};

pub use {counts::*, deadlines::*, model::*, notices::*, time::*};

/// Below this the screen asks to be enlarged.
pub const SMALLEST: (u16, u16) = (60, 15);

/// What is shown on a window that is too small.
pub const ENLARGE: [&str; 3] = [
    "Please enlarge the window",
    "(60 by 15 at least).",
    "Nothing is lost.",
];
/// The mark of a rehearsal.
pub const REHEARSAL: &str = "REHEARSAL";
/// The title of the lists while one gathers alone.
pub const WHAT_DO_I_KNOW: &str = "What do I know now?";
/// The title of the lists once findings are agreed together.
pub const WHAT_DO_WE_KNOW: &str = "What do we know?";
/// Beside a question on which nothing was noted.
pub const NOTHING_YET: &str = "nothing yet";
/// Beside a question that was ticked, with nothing noted.
pub const ASKED: &str = "asked";
/// Where a note goes without a question.
pub const NO_PROMPT: &str = "no question";
/// Where there is more than can be shown.
pub const MORE: &str = " …";
/// In the rail, beside the present place.
pub const NOW: &str = "NOW";
/// The same for a place that was chosen by hand.
pub const AT: &str = "AT";
/// Beside a place that the clock does not move on from.
pub const STAYING: &str = "staying until Ctrl+N";
/// In the rail, beside the chosen place on another day, or once the day is over.
pub const HERE: &str = "HERE";
/// Before the place that comes next.
pub const NEXT: &str = "next";
/// The title of the list of places.
pub const GO_TO_TITLE: &str = "Go to";
/// The title of the list of places when a line is open.
pub const PUT_LINE_TITLE: &str = "Where does the open line belong?";
/// The title of the list of people.
pub const WHO_TITLE: &str = "Who is at this laptop?";
/// Below a line to be typed.
pub const ENTRY_KEYS: &str = "Enter take   Esc leave it   Ctrl+U empty it";
/// The same while what stands there is only proposed.
pub const ENTRY_KEYS_SELECTED: &str = "Type it anew, or End to change this one   Enter take   Esc leave it";
/// The title of the palette.
pub const PALETTE_TITLE: &str = "Everything";
/// What stands before a query.
pub const TYPE_TO_NARROW: &str = "type to narrow";
/// Where Enter was pressed before anything was chosen.
#[must_use]
pub const fn none_chosen(of_people: bool) -> &'static str {
    if of_people {
        "Nobody is chosen yet: Up and Down choose, or type."
    } else {
        "Nothing is chosen yet: Up and Down choose, or type."
    }
}

/// Which rows of a list are seen, of how many.
#[must_use]
pub fn shown_of(shown: std::ops::RangeInclusive<usize>, all: usize) -> String {
    format!("{}-{} of {all}", shown.start(), shown.end())
}
/// When nothing in a list matches.
pub const NOTHING_MATCHES: &str = "Nothing matches; Backspace widens the list again.";
/// The same in the list of everything that can be done: what is searched for may be a note.
pub const NO_ACTION_MATCHES: &str = "No action is called that. Ctrl+F searches the notes.";
/// Where something was entered that matches nothing; in the list of classes it may be why one was not seen.
#[must_use]
pub const fn entered_in_vain(of_a_class: bool) -> &'static str {
    if of_a_class {
        "No class is called that: nothing noted. Class first, then the reason."
    } else {
        "Nothing is called that, so nothing was done. Backspace widens the list."
    }
}
/// The title of the first screen.
pub const HOME_TITLE: &str = "knownow - live school review";
/// The row that starts the demo.
pub const DEMO_ROW: &str = "Try the worked example (a rehearsal; nothing real is touched)";
/// Greets somebody who has no session yet.
pub const GREETING: [&str; 3] = [
    "There is no session here yet.",
    "Press Enter to try a half-day peer review in maths, as Head of School B.",
    "Ctrl+P opens a plan that was mailed, or a shared folder; Ctrl+N plans anew.",
];
/// The title of the question whether to leave.
pub const LEAVE_TITLE: &str = "Quit";
/// Asks whether to leave with a line open.
pub const LEAVE_WITH_DRAFT: [&str; 2] = [
    "A line is still open. It is kept, and comes back next time.",
    "Enter leaves, Esc stays.",
];
/// Asks whether to leave with something unsaved.
pub const LEAVE_UNSAVED: [&str; 4] = [
    "NOT SAVED: something is not on the disk yet.",
    "If you leave now, it is kept on this laptop,",
    "and is saved when the session is opened next.",
    "Enter leaves, Esc stays, Ctrl+S saves it somewhere else.",
];
/// Column titles of what the rows without questions show.
pub const PEOPLE: &str = "People";
/// What to read beforehand.
pub const PRE_READING: &str = "Pre-reading";
/// What the host wants to have at the end.
pub const WANTED_OUTCOME: &str = "Wanted outcome";
/// The question that the review answers.
pub const LINE_OF_ENQUIRY: &str = "Line of enquiry";
/// What the model asks for.
pub const DO: &str = "Do";
/// What the model forbids.
pub const DO_NOT: &str = "Do not";
/// Beside the title of the lists while they are scrolled back.
pub const LATER_BELOW: &str = "later notes are below: PgDn";
/// Counts by group.
pub const BY_GROUP: &str = "Notes by group";
/// Title of what comes next.
pub const NEXT_ROW: &str = "Next";
/// What is said when no plan row exists.
pub const EMPTY_PLAN: &str = "No rows in the plan yet: add them (Ctrl+K plan), then note.";
/// While the line in progress can't be kept in the journal.
pub const DRAFT_UNKEPT: &str =
    "This laptop's own disk takes no more: a half-typed line may be lost. Press Enter often.";
/// In the header, once the day is over.
pub const AFTER: &str = "afterwards";
/// What is to be done once the day is over.
pub const AFTERWARDS: &str = "The day is over; Ctrl+K: hand over, findings, report. Ctrl+G: late notes.";
/// Help on the signs that start a line.
pub const SIGNS: [(&str, &str); 7] = [
    ("+", "a strength"),
    ("-", "an area for development"),
    ("?", "a question to follow up"),
    ("!", "important (also !+ and !-)"),
    (">", "private: for your own school, kept apart"),
    ("@name", "somebody else saw or said it; @: the same again"),
    ("space", "the rest is plain text"),
];
/// Title of the signs in the help.
pub const SIGNS_TITLE: &str = "Signs at the start of a line";
/// Title of the tags in the help.
pub const TAGS_LINE: &str = "SEND, PP, EAL and #words in a note become tags.";

/// How a session stands.
#[must_use]
pub fn session_state(state: &SessionState) -> String {
    match state {
        SessionState::Planned => "planned".into(),
        SessionState::Today => "TODAY".into(),
        SessionState::InProgress => "IN PROGRESS".into(),
        SessionState::Afterwards => "afterwards".into(),
        SessionState::Rehearsal(_) => "rehearsal".into(),
        SessionState::Unreadable { .. } => "broken".into(),
    }
}

/// When a rehearsal was made, behind its title.
#[must_use]
pub fn made(state: &SessionState) -> String {
    match state {
        SessionState::Rehearsal(Some(made)) => format!(", made {}", made.moment().format("%-d %b %H:%M")),
        _ => String::new(),
    }
}

/// How many people have noted something in a session.
#[must_use]
pub fn writers(writers: usize) -> String {
    match writers {
        0 => "  nothing noted".into(),
        1 => "  1 writer".into(),
        many => format!("  {many} writers"),
    }
}

/// Behind the last question in sight.
#[must_use]
pub fn more_questions(hidden: usize) -> String {
    format!("   ({hidden} more below)")
}

/// Title of the lists while they show notes that are at no row of the plan: how many there are, and how many of them wait
/// for a place.
#[must_use]
pub fn out_of_plan(notes: usize, waiting: usize) -> &'static str {
    match waiting {
        0 => "No longer in the plan",
        waiting if waiting == notes => "Not placed yet",
        _ => "At no row of the plan",
    }
}

/// How to get back from there.
pub const GONE_ROWS_BACK: &str = "Esc: back to this place";

/// The entry for such notes in the list of places.
#[must_use]
pub fn gone_rows(notes: usize, waiting: usize) -> String {
    format!("{} ({})", out_of_plan(notes, waiting), self::notes(notes))
}

/// The kind of note in a word, for the capture line.
#[must_use]
pub fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Strength => "strength",
        NoteKind::Development => "area for development",
        NoteKind::Evidence => "evidence",
        NoteKind::Question => "question",
    }
}

/// A class in a few letters: "Y5", "YR", or the start of its name.
#[must_use]
pub fn short_class(class: &str) -> String {
    match class.strip_prefix("Year ") {
        Some(number) => format!("Y{}", number.chars().take(3).collect::<String>()),
        None if class == "Reception" => "YR".into(),
        None => shortened(class),
    }
}

/// The start of a name; of one with several words the start of the first and of the rest, which tells it from others.
fn shortened(class: &str) -> String {
    match class.split_once(' ') {
        Some((first, rest)) => {
            let first: String = first.chars().take(3).collect();
            let short: String = format!("{first} {rest}").chars().take(6).collect();
            short.trim_end().to_string()
        }
        None => class.chars().take(6).collect(),
    }
}

/// A person in a few letters: the initials of a long name, with its number; the start of a short one.
#[must_use]
pub fn short_person(name: &str) -> String {
    let initials: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase() || c.is_numeric())
        .collect();
    if initials.chars().count() > 1 {
        initials
    } else {
        name.chars().take(3).collect()
    }
}

/// Beside a note that is being changed: when it was made.
#[must_use]
pub fn editing(begun: Stamp) -> String {
    format!("   editing {}", begun.hh_mm())
}

#[cfg(test)]
mod tests;
