//! The words of notes that are handed over, or taken in from a colleague.

use super::{counted, kind, notes};
use crate::{
    app::{
        entry::EntryPurpose,
        handing_over::HandedOver,
        message::{Action, NotesAction},
        notice::Notice,
        pasted::Lacks,
        taking_in::{Found, NotesTaken},
    },
    domain::{
        hand_over::{
            day_told::DayTold,
            taken::{Brought, Damage, TakenIn},
        },
        jotted::{Taken, WrittenIn, is_in_tray},
    },
};

/// The title of the box.
pub const TITLE: &str = "Take notes in from a colleague";
/// The title of the picture.
pub const UNDERSTOOD: &str = "Take notes in: what they bring";
/// The title of the list of people.
pub const WHOSE: &str = "Whose words are these?";
/// Beside whom the text itself names as its writer.
pub const NAMED_IN_IT: &str = "named in the text as its writer";
/// What is to be done in the box.
pub const PASTE_HERE: &str = "Paste the mail with the notes here, or type the name of the file. A hand-over or plain sentences: both will do.";
/// Why one line is not read.
pub const NO_SUCH_FILE: &str = "There is no file of this name.\n\
     Look the name up, with its folders, or paste all lines of the mail. A single note is typed on the day.";
/// Why several files can't be read at once: `name` is of sentences, which somebody has to be named for.
#[must_use]
pub fn one_at_a_time(name: &str) -> String {
    format!(
        "{name} was not made by handing over.\nTake notes in sentences in one file at a time: their author is asked for."
    )
}
/// Where the one who is named is not on the plan any more.
pub const NOBODY: &str = "They are not on the plan any more: choose somebody who is.";
/// How much of the words of a damaged note is shown.
const SHOWN: usize = 60;

/// The title of a line to be typed, if it belongs here.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose) -> Option<&'static str> {
    match purpose {
        EntryPurpose::HandOver { there: None, .. } => Some("Into which file? Private notes stay out of it"),
        EntryPurpose::HandOver { there: Some(_), .. } => Some("This file is there. Enter replaces it"),
        _ => None,
    }
}

/// Why nothing can be read.
#[must_use]
pub fn lacks(lacks: &Lacks) -> String {
    match lacks {
        Lacks::Text => {
            "Nothing stands here yet: paste the notes first (Ctrl+Shift+V in most terminals).".into()
        }
        Lacks::Sense(why) => why.clone(),
    }
}

/// The words of a key on the picture, by what is shown.
#[must_use]
pub fn key(found: &Found, action: Action) -> Option<&'static str> {
    match (action, found) {
        (Action::Notes(NotesAction::Again), Found::Prose(_, written)) if !written.struck.is_empty() => None,
        (Action::Notes(NotesAction::ClockBack), Found::Prose(..))
        | (Action::Notes(NotesAction::Again), _) => Some(""),
        (Action::Notes(NotesAction::ClockBack), Found::HandedOver(taken)) if !taken.is_by_one() => Some(""),
        (Action::Enter, Found::HandedOver(taken)) if taken.new_records() == 0 => Some("close"),
        (Action::Enter, Found::Prose(_, written)) if written.is_empty() => Some("close"),
        _ => None,
    }
}

/// What is above the rest: how much there is, and that nothing is written yet.
#[must_use]
pub fn headline(found: &Found) -> String {
    match found {
        Found::HandedOver(taken) if !taken.damaged.is_empty() => damaged_headline(taken),
        Found::HandedOver(taken) if taken.new_records() == 0 => "Nothing in it is new.".into(),
        Found::HandedOver(taken) => format!(
            "{} new{}. Nothing is written before you press Enter.",
            notes(taken.new_notes()),
            struck_out(taken.new_struck())
        ),
        Found::Prose(_, written) if written.is_empty() && !written.struck.is_empty() => struck(written),
        Found::Prose(whose, written) if written.is_empty() => {
            format!("Nothing in it is new: the notes of {whose} are here already.")
        }
        Found::Prose(whose, written) if !written.also_of().is_empty() => {
            let also = written.also_of();
            let also = also.iter().map(|(name, count)| format!("{count} as {name}'s"));
            format!(
                "CARE: of these lines {} are here already. Enter takes them in a second time, as {whose}'s; Esc leaves.",
                also.collect::<Vec<_>>().join(", ")
            )
        }
        Found::Prose(whose, written) => format!(
            "{} of {whose}, {} of them without a place. Nothing is written before you press Enter.",
            notes(written.notes.len() + written.tray.len()),
            written.tray.len()
        ),
        Found::WhoseProse(_) | Found::Sealed(_) | Found::Taken(..) => String::new(),
    }
}

/// That a part of a hand-over can't be taken in, what one can do, and how it is with the rest.
fn damaged_headline(taken: &TakenIn) -> String {
    let are = if taken.damaged.len() == 1 { "is" } else { "are" };
    let rest = match (taken.new_records(), taken.new_notes()) {
        (0, _) => "Nothing else in it is new.".into(),
        (_, notes_in_it) => format!(
            "{} new{}: Enter takes the rest in.",
            notes(notes_in_it),
            struck_out(taken.new_struck())
        ),
    };
    format!(
        "{} in it {are} DAMAGED and can't be taken in: ask for the file again, as an attachment. {rest}",
        counted(taken.damaged.len(), "record")
    )
}

/// What a hand-over brings, line by line.
#[must_use]
pub fn handed_over(taken: &TakenIn) -> Vec<String> {
    let mut lines: Vec<String> = taken.writers.iter().map(brought).collect();
    lines.extend(taken.day.iter().map(|told| format!("{}.", day_told(told, true))));
    lines.extend(taken.damaged.iter().map(damage));
    if taken.mended > 0 {
        lines.push(mended(taken.mended));
    }
    if taken.own_kept > 0 {
        lines.push(own_kept(taken.own_kept));
    }
    lines.extend(beside(&taken.beside));
    lines
}

/// What a hand-over tells of the day of a group: "Group 2 was 6 late; Year 1 not seen". Several classes are named only if
/// there is room.
fn day_told(told: &DayTold, has_room: bool) -> String {
    let late = told.late.map(|late| match late {
        late if late < 0 => format!("was {} early", -late),
        late => format!("was {late} late"),
    });
    let not_seen = match told.not_seen.as_slice() {
        [] => None,
        [class] => Some(format!("{class} not seen")),
        classes if has_room => Some(format!("{} not seen", classes.join(", "))),
        classes => Some(format!("{} classes not seen", classes.len())),
    };
    let others = (told.others > 0).then(|| counted(told.others, "change of the day"));
    let is_late = late.is_some();
    let parts: Vec<String> = [late, not_seen, others].into_iter().flatten().collect();
    let whose = told.group.as_deref().unwrap_or("For everyone");
    format!("{whose}{} {}", if is_late { "" } else { ":" }, parts.join("; "))
}

/// So many signs there is room for in the notice line.
const ROOM: usize = 74;

/// What was taken in, and what is new of the day; where that has no room, where it is to be seen.
fn with_the_day(notes: &str, day: &[DayTold]) -> String {
    let told: Vec<String> = day.iter().map(|told| day_told(told, false)).collect();
    let all = format!("Taken in: {notes}. {}.", told.join(". "));
    if all.chars().count() <= ROOM {
        return all;
    }
    format!("Taken in: {notes}. The day changed: Ctrl+K, \"planned\" shows it.")
}

/// Behind the notes that stand: how many are struck out, if any.
fn struck_out(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!(", {count} struck"),
    }
}

/// What came of one writer.
#[must_use]
pub fn brought(brought: &Brought) -> String {
    let Brought {
        name,
        new_notes,
        new_struck,
        new_others,
        already,
        ..
    } = brought;
    format!(
        "{name}: {} new{}, {} new; {already} here already",
        counted(*new_notes, "note"),
        struck_out(*new_struck),
        counted(*new_others, "other record")
    )
}

/// That a record is damaged, and what of it can still be read.
#[must_use]
pub fn damage(damage: &Damage) -> String {
    let at = damage
        .line
        .map_or_else(String::new, |line| format!(", line {line}"));
    let words: String = damage.words.chars().take(SHOWN).collect();
    let words = if words.is_empty() {
        words
    } else {
        format!(": \"{words}\"")
    };
    format!("DAMAGED {}{at}: {}{words}", damage.number, damage.what)
}

/// How many had been changed by a mail program.
#[must_use]
pub fn mended(mended: usize) -> String {
    format!(
        "{} had quotes, dashes or spaces changed on the way; they are as they were written",
        counted(mended, "note")
    )
}

/// So many lines that stand beside a hand-over are shown.
const BESIDE_SHOWN: usize = 12;

/// What stands in the same mail beside the hand-over, and how notes among it are taken in.
fn beside(lines: &[String]) -> Vec<String> {
    if lines.is_empty() {
        return Vec::new();
    }
    let were = if lines.len() == 1 { "was" } else { "were" };
    let mut told = vec![format!(
        "{} beside it {were} not read. If there are notes among them, take these lines in alone, without the hand-over: sentences will do.",
        counted(lines.len(), "line")
    )];
    told.extend(lines.iter().take(BESIDE_SHOWN).map(|line| format!("   {line}")));
    if lines.len() > BESIDE_SHOWN {
        told.push(format!("   and {} more", lines.len() - BESIDE_SHOWN));
    }
    told
}

/// How many of one's own came in a later edition.
#[must_use]
pub fn own_kept(kept: usize) -> String {
    format!("{kept} of your own records came in a later edition, and yours stand as you wrote them")
}

/// How their clock stands to ours.
#[must_use]
pub fn clock(minutes: i64) -> String {
    match minutes {
        0 => "Their clock: as ours. If it differs, Left and Right set it; no note is changed by it.".into(),
        minutes => format!("Their clock: {minutes:+} min is added to their times here; no note is changed."),
    }
}

/// That notes were taken in before and struck out, by whom, and that they can come back.
#[must_use]
pub fn struck(written: &WrittenIn) -> String {
    let count = written.struck.len();
    let (was, it) = if count == 1 {
        ("was", "it")
    } else {
        ("were", "them")
    };
    let who = written.struck_by().join(" and ");
    format!("{count} {was} taken in before and struck out by {who} since; y takes {it} in again.")
}

/// A part of what prose becomes: its heading and its lines, each with its number in the text.
pub type Part = (&'static str, Vec<(usize, String)>);

/// What prose becomes, part by part; parts without lines are left out.
#[must_use]
pub fn prose(written: &WrittenIn) -> Vec<Part> {
    let notes = |taken: &[Taken]| taken.iter().map(|taken| (taken.line, note(taken))).collect();
    let already = written.already.iter();
    let already = already.map(|known| (known.line, format!("{}  ({})", known.text, known.reason)));
    let others = written.not_notes.iter();
    let others = others.map(|other| (other.line, format!("{}  ({})", other.text, other.why)));
    let struck = written.struck.iter().map(|(by, taken)| {
        let line = format!("{}  (struck out by {by})", taken.note.body.text);
        (taken.line, line)
    });
    let parts: [Part; 5] = [
        (
            "Into the tray; they wait among the findings until they have a place:",
            notes(&written.tray),
        ),
        ("Each at its place:", notes(&written.notes)),
        ("Not taken for notes:", others.collect()),
        (
            "Struck out since they were taken in; y takes them in again:",
            struck.collect(),
        ),
        ("Here already:", already.collect()),
    ];
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

fn note(taken: &Taken) -> String {
    let note = &taken.note.body;
    let text = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (kind, reason) = (kind(note.kind), &taken.reason);
    if is_in_tray(&note.place) {
        return format!("{kind}: {text}  ({reason})");
    }
    format!("{}, {kind}: {text}  ({reason})", note.place.name())
}

/// What became of a hand-over, or of a colleague's notes.
#[must_use]
pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::HandedOver(became) => handed(became),
        Notice::NotesTaken(became) => taken(became),
        _ => String::new(),
    }
}

fn handed(became: &HandedOver) -> String {
    match became {
        HandedOver::Written {
            path,
            notes: count,
            struck,
            sealed: true,
        } => format!(
            "Sealed: {}{}, {}. Mail it; tell the passphrase another way.",
            notes(*count),
            struck_out(*struck),
            path.display()
        ),
        HandedOver::Written {
            path,
            notes: count,
            struck,
            ..
        } => format!(
            "Written: {}{}, {}. Mail it, or carry it on a stick.",
            notes(*count),
            struck_out(*struck),
            path.display()
        ),
        HandedOver::Exists(path, _) => format!("{} is there already: nothing was written.", path.display()),
        HandedOver::Failed(why) => format!("Nothing was written: {why}"),
    }
}

/// That notes were taken in and some have no place, and how they get one, where that has room.
fn in_tray(whose: &str, count: usize, tray: usize) -> String {
    let told = format!("; {tray} in the tray: Ctrl+K, \"findings\".");
    let all = format!("Taken in: {} of {whose}{told}", notes(count));
    if all.chars().count() <= ROOM {
        return all;
    }
    format!("Taken in: {}{told}", notes(count))
}

fn taken(became: &NotesTaken) -> String {
    match became {
        NotesTaken::HandedOver {
            notes: count,
            struck,
            damaged: 0,
            day,
            ..
        } if !day.is_empty() => with_the_day(&format!("{}{}", notes(*count), struck_out(*struck)), day),
        NotesTaken::HandedOver {
            records: 0, damaged, ..
        } => {
            let are = if *damaged == 1 { "is" } else { "are" };
            format!(
                "Nothing was written: {} {are} DAMAGED. Ask for the file again.",
                counted(*damaged, "record")
            )
        }
        NotesTaken::HandedOver {
            notes: count,
            struck,
            records,
            damaged,
            day: _,
        } => {
            let others = match records.saturating_sub(count + struck) {
                0 => String::new(),
                others => format!(" and {}", counted(others, "other record")),
            };
            let damaged = match damaged {
                0 => String::new(),
                damaged => format!(" {damaged} DAMAGED: ask for the file again."),
            };
            format!(
                "Taken in: {}{}{others}.{damaged}",
                notes(*count),
                struck_out(*struck)
            )
        }
        NotesTaken::Prose {
            whose,
            notes: count,
            tray: 0,
        } => format!("Taken in: {} of {whose}.", notes(*count)),
        NotesTaken::Prose {
            whose,
            notes: count,
            tray,
        } => in_tray(whose, *count, *tray),
        NotesTaken::NothingNew => "Everything was here already: nothing was written.".into(),
        NotesTaken::Failed(why) => format!("Not taken in: {why}"),
    }
}
