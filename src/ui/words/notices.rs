//! What the program says of itself: what was done, what was saved, and what can not be.

use std::path::PathBuf;

use super::{compared, counted, findings, late, moving, notes, others, plan, report};
use crate::{
    app::{
        day::Day,
        message::{ReadOnly, SaveFault},
        notice::{Deed, Notice},
        pointing::PointNotice,
    },
    domain::{model::KindLabels, signs::Unnamed, stamp::Stamp},
    ui::wrap::shorten,
};

fn before_the_day(days: i64, makes_plan: bool) -> String {
    let when = if days == 1 {
        "tomorrow".into()
    } else {
        format!("in {days} days")
    };
    if makes_plan {
        return format!("The review begins {when}. The plan: Ctrl+K plan. Notes are kept.");
    }
    format!("No rehearsal: the review begins {when}; notes typed now are kept.")
}

/// Why nothing can be written.
#[must_use]
pub fn read_only(why: &ReadOnly) -> String {
    let ReadOnly::HeldBy(holder) = why;
    format!("READ ONLY: this session is open in another window ({holder}). Close that one to write here.")
}

/// The banner of a failed save, for a screen of this many cells: why, which file, what to do, and what can be done besides.
#[must_use]
pub fn save_banner(day: &Day, fault: &SaveFault, width: usize, besides: &str) -> Vec<String> {
    let besides = super::elsewhere::in_banner(day, besides);
    save_fault(fault, width).into_iter().chain([besides]).collect()
}

/// Its first three lines. A path that is too long keeps its end, which names the file.
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

/// Why an `@` names nobody.
#[must_use]
pub fn unnamed(unnamed: &Unnamed) -> String {
    match (unnamed.short.as_str(), unnamed.candidates.as_slice()) {
        ("", _) => "@: whose words? type a part of the name, or initials".into(),
        (short, []) => format!("nobody on the plan is \"{short}\": kept as text"),
        (short, several) => format!("@{short}: which one? {}", several.join(", ")),
    }
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::DraftRestored { begun, place } => restored(*begun, place),
        Notice::EnteredSaved(count) => entered_again(*count),
        Notice::AllSaved(_) | Notice::Saving | Notice::Elsewhere(_) => of_saving(notice),
        Notice::Undone(..) | Notice::Redone(..) | Notice::WouldBeUndone(..) => taken_back(notice),
        Notice::ChangedSince { by, again } => changed_since(by.as_deref(), *again),
        Notice::NothingToUndo | Notice::LineNothingToUndo => nothing_left(notice).into(),
        Notice::NothingToRedo => "There is nothing to redo.".into(),
        Notice::TooLong { bytes } => too_long(*bytes),
        Notice::NoteDeleted => "Note deleted. Ctrl+Z brings it back.".into(),
        Notice::LineDiscarded { erased } => super::safeguarding::discarded(*erased).into(),
        Notice::Typed(notice) => others::typed(notice),
        Notice::NothingToTakeHome => "You have no private notes yet: begin a line with > for one.".into(),
        Notice::TakenHome(told) => taken_home(told.as_ref()),
        Notice::Kept(notice) => super::purge::notice(notice),
        Notice::NoShell | Notice::NoWords => of_nothing(notice).into(),
        Notice::NoEarlierNote | Notice::NoSuchPlace => nothing_there(notice).into(),
        Notice::OwnFile(_) | Notice::NotesOfElsewhere | Notice::NotesOfBefore => of_own_file(notice),
        Notice::NothingToDelete => "Press Up until the note stands in the line, then delete it.".into(),
        Notice::LeftAsItWas => "The note was left as it was.".into(),
        Notice::LineMoved(place) => format!("This note goes to {place} when you press Enter."),
        Notice::Stepped(place, late, cut_by) => super::time::stepped(place, *late, cut_by.as_ref()),
        Notice::OfferTakeAlong(count) => offer_take_along(*count),
        Notice::TakenAlong(count) => format!("{} taken along. Ctrl+Z undoes it.", notes(*count)),
        Notice::NothingToMove | Notice::NoteUnderEdit | Notice::Pointed(_) => not_moved(notice).into(),
        Notice::NotesMoved(..) | Notice::NotesAlreadyThere(_) => moved(notice),
        Notice::Held(place) => staying(place),
        Notice::OtherDay { .. } | Notice::BeforeItBegins(..) => off_the_clock(notice),
        Notice::FollowingPlan(moved_by) => super::following(*moved_by),
        Notice::NoPrompts => "There are no questions to choose here.".into(),
        Notice::AlreadyTicked => "Already ticked.".into(),
        Notice::ReadOnly | Notice::WritesNow => who_writes(notice).into(),
        Notice::NotOpened(_)
        | Notice::Joined(_)
        | Notice::NotesIn(..)
        | Notice::Aside(_)
        | Notice::DayChanged(..)
        | Notice::WritesElsewhere(_)
        | Notice::CopyJoined(_)
        | Notice::NoneOfOurs(_)
        | Notice::PlanCopy(_)
        | Notice::PlanArrived => from_others(notice),
        Notice::Plan(notice) => plan::notice(notice),
        Notice::Home(notice) => super::home::notice(notice),
        Notice::BroughtIn(notice) => super::bringing_in::notice(notice),
        Notice::HandedOver(_) | Notice::NotesTaken(_) => super::taking_in::notice(notice),
        Notice::Findings(notice) => findings::notice(notice),
        Notice::Compared(notice) => compared::notice(*notice).into(),
        Notice::NotesPage(_) | Notice::Copied(..) | Notice::Placing(_) => super::notes_page::notice(notice),
        Notice::NotUnderstood(wanted, text) => plan::not_understood(*wanted, text),
        Notice::NoModels(problems) => plan::no_models(problems),
        Notice::BeforeTheDay(days, makes_plan) => before_the_day(*days, *makes_plan),
        Notice::NotedBefore(place) => noted_before(place),
        Notice::Welcome(labels) => welcome(labels),
        Notice::Late(notice) => late::notice(notice),
        Notice::Report(notice) => report::notice(notice),
        Notice::Check(notice) => super::check::notice(*notice),
        Notice::Settings(_) | Notice::OwnKeys(_) => of_what_is_set(notice),
    }
}

/// What could not be done for want of what it needs.
fn of_nothing(notice: &Notice) -> &'static str {
    match notice {
        Notice::NoShell => "There is no shell to go back to: this window began with knownow.",
        _ => "A sign without words is no note yet: type on, or delete it.",
    }
}

/// What is wrong in the files in which a person sets something.
fn of_what_is_set(notice: &Notice) -> String {
    match notice {
        Notice::Settings(notice) => super::settings::notice(notice),
        Notice::OwnKeys(said) => said.clone(),
        _ => String::new(),
    }
}

/// Whether this window is the one that writes.
fn who_writes(notice: &Notice) -> &'static str {
    match notice {
        Notice::WritesNow => "The other window is closed: what you type is saved here from now on.",
        _ => "Nothing can be written here; the top of the screen says why.",
    }
}

/// Why nothing was moved.
fn not_moved(notice: &Notice) -> &'static str {
    match notice {
        Notice::NothingToMove => "You have no notes yet that could be moved.",
        Notice::Pointed(PointNotice::LineOpen) => {
            "A line is open: Enter saves it, and then a click opens a note."
        }
        Notice::Pointed(PointNotice::NotYours) => {
            "Not typed here by you. Ctrl+F lists it, to place or tag it."
        }
        _ => moving::NOTE_UNDER_EDIT,
    }
}

/// Where notes were moved.
fn moved(notice: &Notice) -> String {
    match notice {
        Notice::NotesMoved(count, place) => moving::moved(*count, place),
        Notice::NotesAlreadyThere(place) => format!("These notes are at {place} already."),
        _ => String::new(),
    }
}

/// What came in from colleagues or from another window, and what could not be opened.
fn from_others(notice: &Notice) -> String {
    match notice {
        Notice::NotOpened(why) => why.clone(),
        Notice::Joined(count) => format!("{} from another window joined.", counted(*count, "record")),
        Notice::NotesIn(whose, count) => others::notes_in(whose, *count),
        Notice::Aside(became) => others::aside(*became),
        Notice::DayChanged(who, news) => others::day_changed(who.as_deref(), news),
        Notice::WritesElsewhere(who) => others::writes_elsewhere(who),
        Notice::CopyJoined(whose) => others::copy_joined(whose),
        Notice::NoneOfOurs(name) => others::none_of_ours(name),
        Notice::PlanCopy(name) => others::plan_copy(name),
        _ => others::PLAN_ARRIVED.into(),
    }
}

/// What is said of the file that is written here, and of those that were before it.
fn of_own_file(notice: &Notice) -> String {
    match notice {
        Notice::OwnFile(notice) => others::own_file(*notice),
        Notice::NotesOfBefore => others::NOTES_OF_BEFORE.into(),
        _ => others::NOTES_OF_ELSEWHERE.into(),
    }
}

/// What was undone or redone.
fn taken_back(notice: &Notice) -> String {
    match notice {
        Notice::Undone(what, words) => undone(*what, words),
        Notice::WouldBeUndone(what, words) => format!("Ctrl+Z again undoes {}.", deed(*what, words)),
        Notice::Redone(what, words) => format!("Redone: {}.", deed(*what, words)),
        _ => nothing_left(notice).into(),
    }
}

fn nothing_left(notice: &Notice) -> &'static str {
    match notice {
        Notice::LineNothingToUndo => "No typing left to undo in this line.",
        _ => "There is nothing to undo in this sitting.",
    }
}

/// That a step leads nowhere.
fn nothing_there(notice: &Notice) -> &'static str {
    match notice {
        Notice::NoEarlierNote => "There is no earlier note of yours.",
        _ => "The day has no further class or meeting there.",
    }
}

/// How saving stands, and what became of a copy somewhere else.
fn of_saving(notice: &Notice) -> String {
    match notice {
        Notice::AllSaved(at) => all_saved(*at),
        Notice::Elsewhere(notice) => super::elsewhere::notice(notice),
        _ => "Saving ...".into(),
    }
}

fn all_saved(at: Option<Stamp>) -> String {
    at.map_or_else(
        || "Nothing to save: everything is on the disk.".into(),
        |at| format!("Saved {}", at.hh_mm()),
    )
}

/// The cells that a place has in that.
const PLACE_NOTED: u16 = 22;

fn noted_before(place: &str) -> String {
    format!(
        "Noted at {}, before the day. Ctrl+Z takes it back.",
        shorten(place, PLACE_NOTED)
    )
}

/// The signs in the words that stand over the lists, as far as they have room.
fn welcome(labels: &KindLabels) -> String {
    let how = |strength: &str, development: &str| {
        format!("+ {strength}, - {development}, ? question. Enter saves, F1 helps.")
    };
    let own = format!("Type: {}", how(&labels.strength, &labels.development));
    let fits = own.chars().count() <= late::NOTICE;
    if *labels != KindLabels::default() && fits {
        own
    } else {
        format!("Just type: {}", how("strength", "to develop"))
    }
}

fn undone(what: Deed, words: &str) -> String {
    let undone = format!("Undone: {}.", deed(what, words));
    let again = format!("{undone} Ctrl+Y does it again.");
    // Which finding it was matters more than the key, where there is no room for both.
    if again.chars().count() <= late::NOTICE {
        again
    } else {
        undone
    }
}

/// Where notes go while no clock leads.
fn off_the_clock(notice: &Notice) -> String {
    match notice {
        Notice::OtherDay { day, place } => format!("{day}: {place}. Notes go there now."),
        Notice::BeforeItBegins(place, begins) => {
            format!("At {place} by hand; from {} on the clock leads.", begins.hh_mm())
        }
        _ => String::new(),
    }
}

fn staying(place: &str) -> String {
    format!("Staying at {place} until Ctrl+N. Ctrl+Z undoes the step.")
}

fn taken_home(told: Result<&PathBuf, &String>) -> String {
    match told {
        Ok(path) => format!("Take-home sheet, for you alone: {}", path.display()),
        Err(why) => format!("No take-home sheet: {why}"),
    }
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
        Deed::TookIn(count) => format!("taking in {}", notes(count)),
        Deed::TookAlong(count) => format!("moving {}", notes(count)),
        Deed::Placed(count) => format!("placing {}", notes(count)),
        Deed::Tagged(count) => format!("tagging {}", notes(count)),
        Deed::Finding(did) if words.is_empty() => findings::deed(did),
        Deed::Finding(did) => format!("{} ({note})", findings::deed(did)),
        Deed::ChangedThePlan => "changing the plan of the day".into(),
        Deed::Late(deed) => late::deed(deed).into(),
    }
}

fn restored(begun: Stamp, place: &str) -> String {
    format!(
        "Your half-typed line of {} ({place}) is back. Carry on.",
        begun.hh_mm()
    )
}

fn entered_again(count: usize) -> String {
    let notes = notes(count);
    format!("{notes} that had not reached the disk last time: entered again.")
}

fn too_long(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1024);
    format!("Too long: {kilobytes} KB, and there is room for 64 KB. Nothing was put in.")
}

fn offer_take_along(count: usize) -> String {
    let notes = notes(count);
    format!("Ctrl+U takes along {notes} made since the clock moved on.")
}

fn changed_since(by: Option<&str>, again: bool) -> String {
    let by = by.unwrap_or("somebody else");
    let kept = if again { "done again" } else { "taken back" };
    format!("Changed by {by} since; not {kept}.")
}
