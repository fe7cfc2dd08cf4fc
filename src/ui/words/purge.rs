//! The words for removing what a computer keeps of a review.

use crate::{
    app::{
        entry::EntryPurpose,
        purging::{Changed, Found, KeptNotice, Outcome, Place, Stays, Whose},
    },
    domain::kept::{Kind, ToRemove},
};

/// What no program on this computer can reach.
pub const OUT_OF_REACH: [&str; 4] = [
    "earlier versions and deleted files in a cloud folder",
    "the recycle bin, backups and snapshots of a disk",
    "what went out by mail, on a stick, on paper or into a calendar",
    "what colleagues have on their own computers",
];
/// Before the list of these.
pub const OUT_OF_REACH_TITLE: &str = "What this can't reach, and is for you to see to:";
/// Before the list of what goes.
pub const TO_REMOVE: &str = "To be removed:";
/// Before the list of what is asked for apart.
pub const CHANGED: &str = "Not as knownow wrote it, and asked for apart:";
/// Before the list of what stays.
pub const STAYS: &str = "Stays:";
/// Before the list of documents that are not where they were.
pub const MOVED_AWAY: &str = "Written once and not there any more; if you moved it, remove it yourself:";
/// Where there is nothing to be removed.
pub const NOTHING: &str = "Nothing of yours is kept on this computer of this review.";

/// Where every file is listed with its path.
const EVERY_FILE: &str = "Every file by name: knownow purge SESSION --dry-run";
/// So many files are named in a box.
const MOST_NAMED: usize = 8;

/// The title of the list.
#[must_use]
pub fn title(school: &str) -> String {
    format!("What this computer keeps of the review at {school}")
}

/// What a file is.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Report => "report",
        Kind::PlanSheet => "plan sheet",
        Kind::Calendar => "calendar",
        Kind::HandOver => "hand-over",
        Kind::TakeHome => "take-home sheet",
        Kind::Records => "notes",
        Kind::PrivateNotes => "private notes",
        Kind::Draft => "line being typed",
        Kind::LastGood => "copy of notes kept",
        Kind::ClockOffsets => "clocks of others",
        Kind::SafeguardingTimes => "hidden screen, times",
        Kind::Unfinished => "left-over file",
        Kind::WordForSync => "word to sync programs",
        Kind::Plan => "plan",
        Kind::Exports => "list of documents",
        Kind::Remembered => "who writes here",
        Kind::Other => "other file",
    }
}

/// A file in a line, with why it is where it is in the list.
#[must_use]
pub fn place(place: &Place) -> String {
    let mut about: Vec<String> = place.person.clone().into_iter().collect();
    about.extend(place.notes.map(notes));
    about.extend(why(place).map(str::to_string));
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(" ({})", about.join(", "))
    };
    format!("  {:<21} {}{about}", kind(place.kind), place.path.display())
}

fn notes(count: usize) -> String {
    match count {
        1 => "1 note".into(),
        many => format!("{many} notes"),
    }
}

/// Why a file does not simply go.
#[must_use]
pub fn why(place: &Place) -> Option<&'static str> {
    match place.whose {
        Whose::Mine => None,
        Whose::Changed(Changed::Edited) => Some("changed since"),
        Whose::Changed(Changed::Renamed) => Some("your notes under a name that knownow did not give"),
        Whose::Changed(Changed::Unreadable) => Some("can't be read any more"),
        Whose::Theirs if place.kind == Kind::Plan => Some("the plan of all who take part"),
        Whose::Theirs => Some("not yours"),
        Whose::Stays(Stays::Link) => Some("only points to another file, which is not followed"),
        Whose::Stays(Stays::Foreign) => Some("knownow did not make it"),
        Whose::Stays(Stays::OfAnotherReview) => Some("of another review"),
        Whose::Stays(Stays::Unreadable) => Some("can't be read: nobody knows whose it is"),
        Whose::Stays(Stays::StillNeeded) => Some("no notes in it; kept until the rest can go too"),
    }
}

/// The first question.
#[must_use]
pub fn question(files: usize, whole_session: bool) -> String {
    let whose = if whole_session {
        ", colleagues' notes too,"
    } else {
        ""
    };
    match files {
        1 => format!("Remove this file{whose} for good?"),
        many => format!("Remove these {many} files{whose} for good?"),
    }
}

/// The question about what is not as it was written.
#[must_use]
pub fn question_changed(files: usize) -> String {
    match files {
        1 => "One file is not as knownow wrote it. Remove it too?".into(),
        many => format!("{many} files are not as knownow wrote them. Remove them too?"),
    }
}

/// That files are gone.
#[must_use]
pub fn removed(files: usize) -> String {
    match files {
        1 => "Removed: 1 file.".into(),
        many => format!("Removed: {many} files."),
    }
}

/// That a document was written and is not known to have been.
#[must_use]
pub fn not_entered(why: &str) -> String {
    format!("it is written, but knownow will not know of it when the review is to be removed: {why}")
}

/// That a folder stays because something is left in it.
#[must_use]
pub fn folder_stays(folder: &str) -> String {
    format!("This folder stays, since something is left in it: {folder}")
}

/// Where the receipt is.
#[must_use]
pub fn receipt(path: &str) -> String {
    format!("A receipt of it, without a name or a word of what was in it: {path}")
}

/// Why a whole session is not removed here.
#[must_use]
pub fn not_the_owner(found: &Found) -> String {
    let owner = found.owner.as_deref();
    let whose = owner.map_or_else(
        || "who made its plan to remove".into(),
        |owner| format!("{owner} to remove, who made its plan"),
    );
    format!(
        "nothing was removed: the whole session is for {whose}. Without --whole-session this removes what is yours"
    )
}

/// The question on the screen.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<String> {
    match purpose {
        EntryPurpose::Remove(found) => {
            let whole = found.whole_session;
            let question = question(found.to_remove(whole).len(), whole);
            Some(format!("{question} Type y"))
        }
        EntryPurpose::RemoveChanged(found) => {
            let question = question_changed(found.changed().len());
            Some(format!("{question} y, or n"))
        }
        _ => None,
    }
}

/// What goes, what stays and what can't be reached, by kinds and without paths.
#[must_use]
pub fn in_short(found: &Found) -> Vec<String> {
    let mut lines = vec![
        title(&found.school),
        format!("{TO_REMOVE} {}", kinds(&found.to_remove(found.whole_session))),
    ];
    let changed = found.changed();
    if !changed.is_empty() {
        lines.push(format!("{CHANGED} {}", kinds(&changed)));
    }
    let staying = found.staying(found.whole_session);
    if !staying.is_empty() {
        lines.push(format!("{STAYS} {}", kinds(&staying.iter().collect::<Vec<_>>())));
    }
    lines.push(format!("{OUT_OF_REACH_TITLE} {}.", OUT_OF_REACH.join("; ")));
    lines.push(EVERY_FILE.into());
    lines
}

/// The files that are asked for apart, by name.
#[must_use]
pub fn changed_in_short(found: &Found) -> Vec<String> {
    let changed = found.changed();
    let mut lines: Vec<String> = changed
        .iter()
        .take(MOST_NAMED)
        .map(|changed| place(changed))
        .collect();
    if changed.len() > MOST_NAMED {
        lines.push(format!("  and {} more", changed.len() - MOST_NAMED));
    }
    lines.push(match found.to_remove(found.whole_session).len() {
        0 => "Nothing else of yours is kept here.".into(),
        _ => "With n only the others go; with Esc nothing does.".into(),
    });
    lines
}

/// "notes of Facilitator (31 notes), private notes, 3 x report".
fn kinds(places: &[&Place]) -> String {
    let mut told: Vec<(String, usize)> = Vec::new();
    for place in places {
        let words = match (&place.person, place.notes) {
            (Some(person), Some(count)) => format!("{} of {person} ({})", kind(place.kind), notes(count)),
            _ => kind(place.kind).to_string(),
        };
        match told.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => told.push((words, 1)),
        }
    }
    let told = told.into_iter().map(|(words, count)| match count {
        1 => words,
        many => format!("{many} x {words}"),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// What is said about it in the notice line.
#[must_use]
pub fn notice(notice: &KeptNotice) -> String {
    match notice {
        KeptNotice::NotTheOwner(Some(owner)) => {
            format!("Nothing removed: that is for {owner} to do, who made the plan.")
        }
        KeptNotice::NotTheOwner(None) => "Nothing removed: that is for who made the plan to do.".into(),
        KeptNotice::NoneChosen => "Choose a review in the list first.".into(),
        KeptNotice::Removed(Ok(outcome)) => became(outcome),
        KeptNotice::Removed(Err(why)) => why.lines().next().unwrap_or_default().to_string(),
        KeptNotice::NotEntered(why) => format!("Written, but not noted down for removing it later: {why}"),
    }
}

fn became(outcome: &Outcome) -> String {
    match (outcome.removed.len(), outcome.failed.first()) {
        (0, None) => NOTHING.into(),
        (files, None) => removed(files),
        (files, Some(failed)) => {
            let not = outcome.failed.len();
            format!(
                "{} NOT removed: {not}; {}: {}",
                removed(files),
                failed.why,
                failed.cure
            )
        }
    }
}

/// Before the day by which notes are to be removed, in at most twelve letters.
pub const KEPT: &str = "kept notes";

/// When notes are to be removed, and how.
#[must_use]
pub fn to_remove(to_remove: ToRemove) -> String {
    let by = by(to_remove);
    let off = match to_remove.days {
        0 => " (today)".into(),
        1 => " (tomorrow)".into(),
        days if days > 0 => format!(" (in {days} days)"),
        _ => String::new(),
    };
    let by = by.trim_start_matches("are ");
    format!("{by}{off}: Ctrl+K remove")
}

/// "to be removed by Wed 31 Mar 2027".
fn by(to_remove: ToRemove) -> String {
    let is = if to_remove.days < 0 { "were" } else { "are" };
    let day = to_remove.until.format("%a %-d %b %Y");
    format!("{is} to be removed by {day}")
}

/// That notes of reviews are past their day or soon are, for the last line of the first screen.
#[must_use]
pub fn reminder(school: &str, to_remove: ToRemove, more: usize) -> String {
    let more = match more {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    format!("Notes {}: {school}{more}", by(to_remove))
}
