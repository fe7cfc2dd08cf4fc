//! The words of bringing in a timetable that was mailed.

use super::{counted, taking_over};
use crate::{
    app::{
        bringing_in::{BringingIn, BroughtIn, Found, Made},
        message::Action,
        pasted::{Lacks, Phase},
    },
    domain::taking_over::Doubt,
};

/// The row of the first screen.
pub const HOME_ROW: &str = "Bring in a timetable ... (a table from a mail or from Word)";
/// The title of the box.
pub const TITLE: &str = "Bring in a timetable";
/// The title of the picture.
pub const UNDERSTOOD: &str = "Bring in a timetable: what was understood";
/// The title of the list of sessions.
pub const INTO_WHICH: &str = "Whose timetable is it to be?";
/// The last row of that list.
pub const NEW_REVIEW: &str = "A new session, planned with this timetable";
/// What is to be done in the box.
pub const PASTE_HERE: &str = "Paste the table from the mail or Word here, or type the name of its file.";
/// The keys of the box.
pub const KEYS: &str = "Enter read it   Esc leave   Ctrl+U empty it   F1 help";
/// While it is read.
pub const READING: &str = "Reading ...   Esc leave";
/// What pasted text is called.
pub const PASTED: &str = "what was pasted";
/// Why one line is not read.
pub const NO_SUCH_FILE: &str = "There is no file of this name, and one line alone is no timetable.\n\
     Look the name up, with its folders, or paste all lines of the table.";
/// Why a table can't become the timetable of a plan without days.
pub const UNDATED: &str = "Neither the table nor the plan says the date.\n\
     Write the date above the table, or add a day on the page of the plan first.";
/// Why a row does not take place, or a class is not seen, where a table that came on the day has it no more.
pub const BROUGHT_IN: &str = "not in the timetable that was brought in";
/// Why a command does not take a table over on a day that has begun.
pub const ON_THE_DAY: &str = "nothing was written: there are notes, and from the first note on the agreed plan stays as it is\n\
     open the session, press Ctrl+K, type \"bring in\" and paste the table or the name of its file: \
     it is recorded as changes of the day, for everyone\n\
     or say --rewrite: the agreed times, and what ran otherwise than planned, are LOST then";
/// So many things that are left open are said at once.
const FEW: usize = 3;
/// What the picture says of a plan without notes.
const UNDO: &str =
    "Nothing is written before you press Enter; after that, Ctrl+Z on the page of the plan takes it back.";
/// What it says on a day that has begun.
const RECORDS: &str = "Nothing is written before you press Enter: that records changes of the day for everyone. The agreed \
     plan stays beside them, and Ctrl+Z on the page of the plan takes them back.";
/// What it asks where nobody says for whom each of two rows is.
const DOUBLE: &str =
    "Two rows would be at ONE TIME: to say for which group each is, correct the table and paste it again.";
/// What it says where a key only leads on.
const LEADS_ON: &str = "Nothing is written yet: Enter asks whose timetable it is to be.";
/// What it says of a review to be.
const NEW: &str = "Nothing is written before you press Enter: that makes the session, with this timetable.";

/// Why nothing can be read.
#[must_use]
pub fn lacks(lacks: &Lacks) -> String {
    match lacks {
        Lacks::Text => {
            "Nothing stands here yet: paste the table first (Ctrl+Shift+V in most terminals).".into()
        }
        Lacks::Sense(why) => why.clone(),
    }
}

/// How much was pasted.
#[must_use]
pub fn pasted(lines: usize) -> String {
    counted(lines, "line")
}

/// How much was found.
#[must_use]
pub fn found(found: &Found) -> String {
    format!("{} found.", taking_over::rows_on_days(&found.table))
}

/// What the table leaves open: a few things in full, of more those alone that may be missing in what was made of it,
/// with how many there are.
#[must_use]
pub fn look_at(found: &Found) -> Vec<String> {
    let doubts = doubts(found);
    let all = doubts.len() <= FEW;
    let said = doubts.iter().filter(|doubt| all || doubt.what.may_be_lost());
    let mut lines: Vec<String> = said
        .map(|doubt| format!("Line {}: {}", doubt.line, taking_over::left_open(&doubt.what)))
        .collect();
    if doubts.len() > lines.len() {
        let open = counted(doubts.len(), "thing");
        lines.push(format!(
            "{open} left open by the table: look at the end of this list."
        ));
    }
    lines
}

/// What a key will do to the plan, and what takes it back.
#[must_use]
pub fn then(found: &Found) -> &'static str {
    match &found.made {
        Made::Nothing => LEADS_ON,
        Made::New { .. } => NEW,
        Made::Replanned(replanned) if replanned.difference.is_nothing() => "",
        Made::Replanned(replanned) if replanned.on_the_day.is_some() => RECORDS,
        Made::Replanned(_) => UNDO,
    }
}

/// What the table leaves open.
#[must_use]
pub fn doubts(found: &Found) -> &[Doubt] {
    match &found.made {
        Made::Nothing => &found.table.doubts,
        Made::Replanned(replanned) => &replanned.doubts,
        Made::New { doubts, .. } => doubts,
    }
}

/// The question before what should be done knowingly, and which key answers.
#[must_use]
pub fn asks() -> String {
    format!("Take it over? {DOUBLE} y takes it over; Esc leaves everything as it is.")
}

/// What a key does on the picture, for its footer.
#[must_use]
pub fn takes(bringing: &BringingIn, action: Action) -> Option<&'static str> {
    if action == Action::TakeOver {
        return bringing.asks.then_some("take it over all the same");
    }
    let Phase::Shown(found) = &bringing.pasted.phase else {
        return None;
    };
    match (action, &found.made) {
        (Action::Enter, Made::Nothing) => Some("whose is it?"),
        (Action::Enter, Made::Replanned(replanned)) if replanned.difference.is_nothing() => Some("close"),
        (Action::Enter, Made::Replanned(_)) => Some("take it over"),
        (Action::Enter, Made::New { .. }) => Some("make the session"),
        _ => None,
    }
}

/// Where the picture has more rows than can be shown.
#[must_use]
pub fn more_below(rows: usize) -> String {
    format!(" {} more below: PgDn ", counted(rows, "line"))
}

/// What became of it.
#[must_use]
pub fn notice(notice: &BroughtIn) -> String {
    match notice {
        BroughtIn::Taken { rows, revision } => {
            let rows = counted(*rows, "row");
            format!(
                "Taken over: {rows}, edition {revision} of the plan. Ctrl+Z takes it back. Esc closes the plan."
            )
        }
        BroughtIn::Recorded { changes, stays } => {
            let changes = counted(*changes, "change");
            let stays = super::replanning::stay(stays);
            format!("{changes} recorded.{stays} Ctrl+Z takes it back.")
        }
        BroughtIn::NothingDifferent => {
            "Nothing in this table is different from the plan: nothing was written.".into()
        }
        BroughtIn::ReadAgain => "The plan or its notes changed meanwhile: look once more.".into(),
    }
}
