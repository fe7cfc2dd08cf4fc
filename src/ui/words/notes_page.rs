//! The words of the page of all notes, and of what is copied.

use super::{counted, notes};
use crate::{
    app::{
        copying::{Copied, Way},
        notes_page::NotesNotice,
        notice::Notice,
    },
    domain::course::Phase,
};

/// The title of the page.
pub const TITLE: &str = "All notes";
/// Before the words that are searched for.
pub const SEARCH: &str = "Search: ";
/// Where nothing is typed yet.
pub const TYPE: &str = "type to find; the newest note is on top";
/// The same while letters are keys.
pub const TAB: &str = "Tab to type";
/// Before what the notes that are shown have in common.
pub const ONLY: &str = "Only: ";
/// Behind it.
pub const ESC_TAKES_BACK: &str = "  f one more, Esc one less ";
/// The title of the list of what they may have in common.
pub const FILTER_TITLE: &str = "Only notes with this (one more each time)";
/// Before a private note.
pub const PRIVATE_SIGN: &str = "> ";
/// In the place of its words.
pub const PRIVATE: &str = "private";
/// In the place of the whole of it.
pub const PRIVATE_BELOW: &str =
    "A private note of yours. Enter shows its words, also to whoever sits beside you.";
/// Of the note that has the page: that it was marked so.
pub const IMPORTANT: &str = ", important";
/// That it is private.
pub const PRIVATE_NOTE: &str = ", private: it stays with you";
/// Before its tags.
pub const TAGS: &str = "   ";
/// Of a private note: what it is used for.
pub const OUTSIDE: &str = "In no finding: only your take-home sheet has it.";
/// Of a note that is used for nothing.
pub const LOOSE: &str = "In no finding yet, and not set aside.";
/// Where no note has everything that is asked for.
pub const NONE_OF_THIS: &str = "No note is all of this. Esc takes the last filter back.";

/// How many notes were found of how many, and how many of those only resemble what is searched for.
#[must_use]
pub fn counts(found: usize, all: usize, alike: usize) -> String {
    let found = if found == all {
        notes(all)
    } else {
        format!("{found} of {}", notes(all))
    };
    match alike {
        0 => found,
        alike => format!("{found}, {alike} only alike"),
    }
}

/// How many notes are marked, and how many of those are not among the ones that were found.
#[must_use]
pub fn marked(marked: usize, elsewhere: usize) -> String {
    match elsewhere {
        0 => format!("{} marked: p place, t tag, c copy, n to findings", notes(marked)),
        elsewhere => format!("{} marked, {elsewhere} of them not shown now", notes(marked)),
    }
}

/// What to know of the notes before and after the day; nothing while it runs.
#[must_use]
pub fn standing(phase: Option<Phase>) -> &'static str {
    match phase {
        Some(Phase::Before(0)) => "The review has not begun: these were noted beforehand.",
        Some(Phase::After(_)) => "The day is over. n: to the findings; Ctrl+K on the day: hand over, report.",
        _ => "",
    }
}

/// Why there is no note at all, and what one can do.
#[must_use]
pub fn empty(phase: Option<Phase>) -> &'static str {
    match phase {
        Some(Phase::Before(0)) => {
            "No notes yet: the review has not begun. Esc goes back; what is typed there is kept as a note."
        }
        Some(Phase::After(_)) => {
            "Nothing was noted. Esc goes back; there Ctrl+G puts a late note where it belongs, and Ctrl+K takes in \
             what colleagues mailed."
        }
        _ => {
            "No notes yet: nobody here has typed one, and none has come in from colleagues. Esc goes back to the day, \
             where typing writes one."
        }
    }
}

/// Why a search finds nothing, and what one can do.
#[must_use]
pub fn no_hit(query: &str, filtered: bool) -> String {
    let among = if filtered {
        " among the notes with these filters"
    } else {
        ""
    };
    format!("Nothing matches \"{query}\"{among}. Backspace widens the search, Esc takes it back.")
}

/// Who typed a note that somebody else said.
#[must_use]
pub fn typed_by(name: &str) -> String {
    format!("typed by {name}")
}

/// That a note was set aside.
#[must_use]
pub fn aside(because: &str) -> String {
    format!("Set aside: {because}")
}

/// A finding that a note is used for.
#[must_use]
pub fn used(list: Option<&str>, statement: &str, against: bool) -> String {
    let how = if against { "Speaks against" } else { "Used for" };
    let list = list.map_or_else(String::new, |list| format!(" ({list})"));
    format!("{how}: {statement}{list}")
}

/// Whose note it is, as far as changing it goes.
#[must_use]
pub fn whose(read_only: bool, own: bool) -> &'static str {
    match (read_only, own) {
        (true, _) => "Nothing can be changed in this window.",
        (false, true) => "Yours: e edits it, p places it elsewhere, t tags it.",
        (false, false) => "Not typed here by you: its words stay; p places, t tags.",
    }
}

/// What is said of notes on their page, and of what is copied.
#[must_use]
pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::NotesPage(notice) => on_the_page(*notice),
        Notice::Copied(what, way) => copied(*what, *way),
        Notice::Placing(notice) => super::placing::notice(notice),
        _ => String::new(),
    }
}

fn on_the_page(notice: NotesNotice) -> String {
    match notice {
        NotesNotice::NoNote => "There is no note here to do that with.".into(),
        NotesNotice::NotYours => "Not typed here by you: its words stay. p places it, t tags it.".into(),
        NotesNotice::LineOpen => "A line is open on the day: enter it first (Esc, then Enter).".into(),
        NotesNotice::PrivateInNoFinding => "A private note goes into no finding.".into(),
        NotesNotice::Marked(0) => "No note is marked.".into(),
        NotesNotice::Marked(count) => format!("{} marked. m takes the marks away.", notes(count)),
        NotesNotice::Left => "Back on the day: what you type is a note.".into(),
        NotesNotice::UndoOnTheDay => {
            "No move of notes to undo here; Esc, then Ctrl+Z undoes on the day.".into()
        }
    }
}

/// What was copied, and how it went.
fn copied(what: Copied, way: Way) -> String {
    let what_it_is = match what {
        Copied::Notes { count, .. } => notes(count),
        Copied::Private(count) => format!("{} (for you alone)", counted(count, "private note")),
        Copied::Finding => "The finding".into(),
        Copied::FolderPath => "The folder's path".into(),
    };
    let without = match what {
        Copied::Notes { left_out, .. } if left_out > 0 => format!(", without {left_out} private"),
        _ => String::new(),
    };
    match way {
        Way::System => format!("{what_it_is} copied{without}."),
        Way::Terminal => format!("{what_it_is} copied by the terminal, if it can{without}."),
        Way::Nowhere => "Not copied: no clipboard here, and too long for the terminal's.".into(),
    }
}
