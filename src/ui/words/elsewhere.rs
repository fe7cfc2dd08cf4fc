//! The words of saving somewhere else while the first place takes nothing.

use super::{counted, notes};
use crate::app::{
    day::Day,
    elsewhere::{Done, Elsewhere, ElsewhereNotice},
    entry::EntryPurpose,
};

/// The title of the list of folders.
pub const WHERE: &str = "Save your notes into which folder? The first place is tried on";
/// What stands before anything is typed in that list.
pub const TYPE_A_PATH: &str = "or type a path";
/// The row for a folder that is not in the list.
pub const ANOTHER: &str = "Another folder: type its path";
/// What can be done besides, in the banner of a failed save on the day.
pub const ON_THE_DAY: &str = "Or save somewhere else: Ctrl+S on an empty line.";
/// The same on a page, where no line is open.
pub const ON_A_PAGE: &str = "Or save somewhere else: Ctrl+S.";
/// The same in line mode, where no key is pressed.
pub const IN_LINES: &str = "Or save somewhere else: /elsewhere.";
/// Where one leaves though everything lies in a copy.
pub const LEAVE_WITH_COPY: [&str; 4] = [
    "NOT SAVED in its place. All of it is in the copy",
    "that the top of the screen names.",
    "If you leave now, keep that copy.",
    "Enter leaves, Esc stays.",
];
/// Where one leaves and neither the session's folder nor this laptop takes anything.
pub const LEAVE_UNKEPT: [&str; 4] = [
    "NOT SAVED, and this laptop's own disk takes no more:",
    "what you typed last is LOST if you leave now.",
    "Ctrl+S saves it somewhere else first.",
    "Enter leaves, Esc stays.",
];

/// The title of a line to be typed, if it belongs here.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    matches!(purpose, EntryPurpose::Elsewhere).then_some("The folder to save into")
}

/// Asks whether so many private notes go along.
#[must_use]
pub fn with_private(count: usize) -> String {
    let them = if count == 1 { "it" } else { "them" };
    format!(
        "You have {}. Save {them} there too?",
        counted(count, "private note")
    )
}

/// The row that leaves private notes out, or takes them along.
#[must_use]
pub const fn private_too(too: bool) -> &'static str {
    if too {
        "Private ones too, in a file of their own"
    } else {
        "No, only what is for everybody: others may see that folder"
    }
}

/// The last line of the banner of a failed save: where all of it lies already, or else what can be done besides.
#[must_use]
pub fn in_banner(day: &Day, besides: &str) -> String {
    let Some(elsewhere) = day.safe_elsewhere() else {
        return besides.into();
    };
    let Elsewhere {
        done, at, left_out, ..
    } = elsewhere;
    let without = match left_out {
        0 => String::new(),
        count => format!(", without your {},", counted(*count, "private note")),
    };
    format!(
        "Saved for now{without} at {}: {}",
        at.hh_mm(),
        done.folder.display()
    )
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &ElsewhereNotice) -> String {
    match notice {
        ElsewhereNotice::NotNeeded => "Nothing to save elsewhere: everything is on the disk.".into(),
        ElsewhereNotice::Kept(done) => kept(done),
        ElsewhereNotice::Lost(why) => format!("Not saved elsewhere: {why}"),
        ElsewhereNotice::Healed(folder) => {
            format!("Saved in its place again. The copy stays in {}", folder.display())
        }
    }
}

fn kept(done: &Done) -> String {
    let private = if done.private.is_some() {
        ", private ones beside them"
    } else {
        ""
    };
    format!(
        "{} saved{private}, in {}",
        notes(done.notes),
        done.folder.display()
    )
}
