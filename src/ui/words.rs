//! Every word of the screens, in one place.

pub mod actual;

pub mod coverage;
mod deadlines;
pub mod late;
pub mod moving;
pub mod plan;
pub mod plan_check;
pub mod taking_over;

use chrono::TimeDelta;

use crate::{
    app::{
        home::SessionState,
        message::{ReadOnly, SaveFault},
        notice::{Deed, Notice},
    },
    domain::{note::NoteKind, signs::Unnamed, stamp::Stamp, tally::Counts},
};

pub use deadlines::*;

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
/// The title of the help.
pub const HELP_TITLE: &str = "Help - Esc closes, Up and Down scroll";
/// The title of the list of places.
pub const GO_TO_TITLE: &str = "Go to";
/// The title of the list of places when a line is open.
pub const PUT_LINE_TITLE: &str = "Where does the open line belong?";
/// The title of the list of people.
pub const WHO_TITLE: &str = "Who is at this laptop?";
/// Below a line to be typed.
pub const ENTRY_KEYS: &str = "Enter take   Esc leave it   Ctrl+U empty it";
/// The same while what stands there is only proposed.
pub const ENTRY_KEYS_SELECTED: &str = "Type anew, or End to change this   Enter take   Esc leave it";
/// The title of the palette.
pub const PALETTE_TITLE: &str = "Everything";
/// What stands before a query.
pub const TYPE_TO_NARROW: &str = "type to narrow";
/// When nothing in a list matches.
pub const NOTHING_MATCHES: &str = "Nothing matches; Backspace widens the list again.";
/// The title of the first screen.
pub const HOME_TITLE: &str = "knownow - live school review";
/// The row that starts the demo.
pub const DEMO_ROW: &str = "Try the worked example (a rehearsal; nothing real is touched)";
/// Greets somebody who has no session yet.
pub const GREETING: [&str; 3] = [
    "There is no session here yet.",
    "Press Enter to try a half-day peer review in maths, as Head of School B.",
    "A plan that was mailed to you opens with: knownow open PLAN.RON",
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
    "Enter leaves, Esc stays.",
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
pub const EMPTY_PLAN: &str = "The plan has no rows yet. Nothing can be noted before it has one.";
/// While the line in progress can't be kept in the journal.
pub const DRAFT_UNKEPT: &str =
    "This laptop's own disk takes no more: a half-typed line may be lost. Press Enter often.";
/// In the header, once the day is over.
pub const AFTER: &str = "afterwards";
/// What is to be done once the day is over.
pub const AFTERWARDS: &str = "The day is over; next: hand over, findings, report. Ctrl+G places late notes.";
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
        SessionState::Afterwards => "afterwards".into(),
        SessionState::Rehearsal => "rehearsal".into(),
        SessionState::Unreadable(why) => format!("can't be read: {why}"),
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

/// Why nothing can be written.
#[must_use]
pub fn read_only(why: &ReadOnly) -> String {
    let ReadOnly::HeldBy(holder) = why;
    format!("READ ONLY: this session is open in another window ({holder}). Close that one to write here.")
}

/// The three lines of the banner of a failed save, for a screen of this many cells. A path that is too long keeps its
/// end, which names the file.
#[must_use]
pub fn save_fault(fault: &SaveFault, width: usize) -> [String; 3] {
    let path = fault.path.display().to_string();
    let room = width.saturating_sub(10);
    let hidden = path.chars().count().saturating_sub(room);
    let path = match path.char_indices().nth(hidden) {
        Some((end, _)) if hidden > 0 => format!("…{}", path.split_at(end).1),
        _ => path,
    };
    let then = if fault.again {
        " It is tried again; keep typing, nothing is lost."
    } else {
        ""
    };
    [
        format!("NOT SAVED: {}.{then}", fault.reason),
        format!("File: {path}"),
        format!("What to do: {}", fault.cure),
    ]
}

/// Behind the last question in sight.
#[must_use]
pub fn more_questions(hidden: usize) -> String {
    format!("   ({hidden} more below)")
}

/// How late a group is that stays at its place.
#[must_use]
pub fn held_late(late: i64) -> String {
    format!("held, +{late}")
}

/// How late a group is.
#[must_use]
pub fn lateness(minutes: i64) -> String {
    match minutes {
        0 => "on time".into(),
        late if late > 0 => format!("+{late} late"),
        early => format!("{} early", -early),
    }
}

/// How long it is until something begins.
#[must_use]
pub fn countdown(wait: TimeDelta) -> String {
    let minutes = wait.num_minutes().max(0);
    match (minutes / (24 * 60), minutes / 60 % 24, minutes % 60) {
        (0, 0, 0) => "begins now".into(),
        (0, 0, minutes) => format!("begins in {minutes} min"),
        (0, hours, minutes) => format!("begins in {hours} h {minutes} min"),
        (1, hours, _) => format!("begins in 1 day {hours} h"),
        (days, _, _) => format!("begins in {days} days"),
    }
}

/// What is to come once a day that is not the last one is over.
#[must_use]
pub fn until_next_day(begins: Stamp) -> String {
    let begins = begins.moment().format("%a %d %b, %H:%M");
    format!("The day is over; the next begins {begins}. Ctrl+G places late notes.")
}

/// How much of a place is left, and the sign for its gauge. Near the end both sign and word change.
#[must_use]
pub fn time_left(left: TimeDelta) -> (String, char) {
    let minutes = left.num_seconds().div_euclid(60) + i64::from(left.num_seconds() % 60 != 0);
    match minutes {
        0 => ("time is up".into(), '#'),
        minutes if minutes < 0 => (format!("{} min over", -minutes), '#'),
        minutes @ 1..=2 => (format!("{minutes} min - closing"), '#'),
        minutes => (format!("{minutes} min left"), '='),
    }
}

/// Counts as a few signs: `++-`, or `7+ 4-` when there are many.
#[must_use]
pub fn signs(counts: Counts) -> String {
    let kinds = [
        (counts.strengths, '+'),
        (counts.developments, '-'),
        (counts.questions, '?'),
        (counts.evidence, '.'),
    ];
    if counts.total() <= 5 {
        return kinds
            .iter()
            .flat_map(|&(count, sign)| std::iter::repeat_n(sign, count as usize))
            .collect();
    }
    let some = kinds.iter().filter(|(count, _)| *count > 0);
    some.map(|(count, sign)| format!("{count}{sign}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Counts of conclusions for the rail: `7+ 2-`, with a dot for plain evidence only.
#[must_use]
pub fn rail_counts(counts: Counts) -> String {
    match (counts.strengths, counts.developments, counts.total()) {
        (0, 0, 0) => String::new(),
        (0, 0, total) => format!("{total}."),
        (strengths, developments, _) => format!("{strengths}+ {developments}-"),
    }
}

/// Title of the lists while they show notes of rows that are no longer in the plan.
pub const GONE_ROWS: &str = "No longer in the plan";
/// How to get back from there.
pub const GONE_ROWS_BACK: &str = "Esc: back to this place";

/// The entry for such notes in the list of places.
#[must_use]
pub fn gone_rows(notes: usize) -> String {
    format!("{GONE_ROWS} ({})", self::notes(notes))
}

/// Evidence and questions below the lists.
#[must_use]
pub fn below_the_lists(evidence: usize, questions: usize, private: usize) -> String {
    let questions = if questions == 1 {
        "1 question".to_string()
    } else {
        format!("{questions} questions")
    };
    let private = if private == 0 {
        String::new()
    } else {
        format!(", {private} private")
    };
    format!("{evidence} evidence, {questions}{private}")
}

/// Why an `@` names nobody.
#[must_use]
pub fn unnamed(unnamed: &Unnamed) -> String {
    match (unnamed.short.as_str(), unnamed.candidates.as_slice()) {
        ("", _) => "@: whose words? type a part of the name, or initials".into(),
        (short, []) => format!("nobody on the plan is \"{short}\": kept as text"),
        (short, several) => format!("@{short}: which one? {}", several.join(", ")),
    }
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
        None => class.chars().take(6).collect(),
    }
}

/// A person in a few letters: the initials of a long name, the start of a short one.
#[must_use]
pub fn short_person(name: &str) -> String {
    let initials: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
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

/// Counts of every kind of note in one group's name.
#[must_use]
pub fn counts_of(group: &str, counts: Counts) -> String {
    let some = |count: u32, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    format!(
        "{group}: {}, {}, {} evidence, {}",
        some(counts.strengths, "strength", "strengths"),
        some(counts.developments, "area", "areas"),
        counts.evidence,
        some(counts.questions, "question", "questions")
    )
}

/// What was done, with the first words of the note it was done to.
fn deed(deed: Deed, words: &str) -> String {
    let note = if words.is_empty() {
        "a note".to_string()
    } else {
        format!("\"{words}\"")
    };
    match deed {
        Deed::Noted(_) => format!("saving {note}"),
        Deed::Changed => format!("changing {note}"),
        Deed::Deleted => format!("deleting {note}"),
        Deed::Ticked => "ticking a question".into(),
        Deed::Stepped => "going to a class or meeting".into(),
        Deed::TookAlong(count) => format!("moving {}", notes(count)),
        Deed::ChangedThePlan => "changing the plan of the day".into(),
        Deed::Late(deed) => late::deed(deed).into(),
    }
}

/// So many notes.
#[must_use]
pub fn notes(count: usize) -> String {
    counted(count, "note")
}

fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::DraftRestored { begun, place } => {
            format!(
                "Your half-typed line of {} ({place}) is back. Carry on.",
                begun.hh_mm()
            )
        }
        Notice::EnteredSaved(count) => {
            format!(
                "{} that had not reached the disk last time: entered again.",
                notes(*count)
            )
        }
        Notice::AllSaved(Some(at)) => format!("Saved {}", at.hh_mm()),
        Notice::AllSaved(None) => "Nothing to save: everything is on the disk.".into(),
        Notice::Saving => "Saving ...".into(),
        Notice::Undone(what, words) => {
            format!("Undone: {}. Ctrl+Y does it again.", deed(*what, words))
        }
        Notice::Redone(what, words) => format!("Redone: {}.", deed(*what, words)),
        Notice::ChangedSince { by, again } => changed_since(by.as_deref(), *again),
        Notice::NothingToUndo => "There is nothing to undo in this sitting.".into(),
        Notice::NothingToRedo => "There is nothing to redo.".into(),
        Notice::LineNothingToUndo => "No typing left to undo in this line.".into(),
        Notice::TooLong { bytes } => {
            format!(
                "Too long: {} KB, and a note holds 64 KB. Nothing was put in.",
                bytes.div_ceil(1024)
            )
        }
        Notice::NoteDeleted => "Note deleted. Ctrl+Z brings it back.".into(),
        Notice::NoWords => "A sign without words is no note yet: type on, or delete it.".into(),
        Notice::NoEarlierNote => "There is no earlier note of yours.".into(),
        Notice::NotesOfElsewhere => {
            "Your notes so far were typed on another laptop and are changed there.".into()
        }
        Notice::NothingToDelete => "Press Up until the note stands in the line, then delete it.".into(),
        Notice::LeftAsItWas => "The note was left as it was.".into(),
        Notice::LineMoved(place) => format!("This note goes to {place} when you press Enter."),
        Notice::Stepped(place, late) => {
            format!("Now at {place}, {} (Ctrl+Z if that was a slip).", lateness(*late))
        }
        Notice::OfferTakeAlong(count) => {
            format!(
                "Ctrl+U takes along {} made since the clock moved on.",
                notes(*count)
            )
        }
        Notice::TakenAlong(count) => format!("{} taken along. Ctrl+Z undoes it.", notes(*count)),
        Notice::NothingToMove => "You have no notes yet that could be moved.".into(),
        Notice::NoteUnderEdit => moving::NOTE_UNDER_EDIT.into(),
        Notice::NotesMoved(count, place) => moving::moved(*count, place),
        Notice::NotesAlreadyThere(place) => format!("These notes are at {place} already."),
        Notice::NoSuchPlace => "The day has no further class or meeting there.".into(),
        Notice::Held(place) => {
            format!("Staying at {place} until Ctrl+N. Ctrl+Z undoes the step.")
        }
        Notice::FollowingPlan => "Following the plan again, on time.".into(),
        Notice::NoPrompts => "There are no questions to choose here.".into(),
        Notice::AlreadyTicked => "Already ticked.".into(),
        Notice::ReadOnly => "Nothing can be written here; the top of the screen says why.".into(),
        Notice::NotOpened(why) => why.clone(),
        Notice::Joined(count) => format!("{} from another window joined.", counted(*count, "record")),
        Notice::Plan(notice) => plan::notice(notice),
        Notice::NotUnderstood(wanted, text) => plan::not_understood(*wanted, text),
        Notice::NoModels(problems) => plan::no_models(problems),
        Notice::Welcome => "Just type: + strength, - to develop, ? question. Enter saves, F1 helps.".into(),
        Notice::Late(notice) => late::notice(notice),
    }
}

fn changed_since(by: Option<&str>, again: bool) -> String {
    let by = by.unwrap_or("somebody else");
    let kept = if again { "done again" } else { "taken back" };
    format!("Changed by {by} since; not {kept}.")
}

/// The state of saving, at the end of the footer.
#[must_use]
pub fn saved(all_saved: bool, failed: bool, weaker: bool, at: Option<Stamp>) -> String {
    match (failed, all_saved, at) {
        (true, ..) => "NOT SAVED".into(),
        (false, false, _) => "saving ...".into(),
        (false, true, Some(at)) if weaker => format!("saved {} (this disk can't promise more)", at.hh_mm()),
        (false, true, Some(at)) => format!("saved {}", at.hh_mm()),
        (false, true, None) => String::new(),
    }
}

#[cfg(test)]
mod tests;
