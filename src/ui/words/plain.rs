//! What the line mode says: one sentence a line, in the order in which one needs to hear it.

use super::kind;
use crate::domain::{
    coverage::{Class, Question},
    lateness::Way,
    note::{Note, NoteKind},
    stamp::Stamp,
    tally::Counts,
};

/// How notes and commands are typed, said at the start.
pub const HOW: &str =
    "Type a note and press Enter. A line that begins with / is a command; /help lists them.";
/// That this is a rehearsal.
pub const REHEARSAL: &str = "REHEARSAL: a copy to try things on; the review itself is not written to.";
/// Said first where nobody asked for line mode.
pub const BY_ITSELF: &str =
    "This terminal can't be drawn on (TERM=dumb): this is line mode, as with --plain.";
/// How a list is answered.
pub const CHOOSE: &str = "Type a number to choose, or letters to narrow the list; /close leaves it.";
/// How the list of sessions is answered.
pub const CHOOSE_SESSION: &str = "Type a number to open one; /help lists the commands, /quit leaves.";
/// What can be done where there is no session yet; the rows follow.
pub const BEGIN: &str =
    "Begin with one of these: try the example, open a plan that was mailed, or plan anew.";
/// What is said on the screen of its own keys and windows, and means nothing in lines.
const OF_THE_SCREEN: [&str; 5] = [
    " - Esc closes, arrows scroll",
    " - Esc closes, Up and Down scroll",
    " - Esc shows all again, Up and Down scroll",
    " (paste, or drop it here)",
    ", or drop it here",
];
/// Where nothing in a list fits what was typed.
pub const NONE_FITS: &str = "Nothing in the list fits; the whole list again:";
/// How a line of text is answered.
pub const ENTRY: &str = "Type the words and press Enter; /close leaves it as it was.";
/// The same where something stands there already.
pub const ENTRY_STANDS: &str =
    "Type other words and press Enter, or press Enter alone to take these; /close leaves it as it was.";
/// How a passphrase is typed.
pub const PASSPHRASE: &str =
    "Type it and press Enter; a terminal that can hide it does not show it. /close leaves it.";
/// How several lines are typed.
pub const SEVERAL_LINES: &str = "Type or paste the lines, or the name of the file. /done on a line of its own ends them; /close leaves it.";
/// How the question whether to leave is answered.
pub const YES_LEAVES: &str = "Type yes to leave, or no to stay.";
/// How the question whether the line is discarded is answered.
pub const YES_DISCARDS: &str = "Type yes to discard it, also on this laptop's disk, or no to keep it.";
/// How one goes on after a look away.
pub const HIDDEN: &str = "Lines typed now go nowhere. Type /back to go on.";
/// Said for each line that was typed meanwhile.
pub const HIDDEN_STILL: &str = "That line went nowhere and is in no file. Type /back to go on.";
/// After the lines that were moved out of sight.
pub const BLANK: &str =
    "What was said is moved out of sight. Press Enter to go on; a line typed here is a note.";
/// How the rows of a page are gone through.
pub const PAGE: &str =
    "Commands here: /down, /up, /enter, and those that /help lists. /close leaves. Other lines are notes.";
/// How a day that runs late is mended.
pub const LATE: &str =
    "Type 1, 2 or 3 to look at a way, /enter to do it, /help for what else there is, or /close.";
/// The same for anything else that lies on top.
pub const BOX: &str =
    "Type the key for what you want, such as enter, down or a number; /help lists the keys, /close leaves.";
/// Where a line means nothing.
pub const NOT_UNDERSTOOD: &str =
    "That means nothing here, and nothing was done; /help lists what can be typed.";
/// The same of a line of several words, which is kept.
pub const KEPT_FOR_NOTE: &str =
    "That means nothing here. The line is kept: /note makes it a note, /help lists what can be typed.";
/// Where no action has the words.
pub const NO_ACTION: &str = "No action has that in its words; /all lists them all.";
/// Where it was not typed how late a group is.
pub const LATE_BY: &str = "Say the minutes: /late 7; or /late alone.";
/// Where nothing came of a line.
pub const NOTHING_CHANGED: &str = "Nothing changed.";
/// Where a number is too great.
pub const NO_SUCH_NUMBER: &str = "There is no such number in the list, and nothing was done.";
/// Where a command needs words.
pub const FIND_WHAT: &str = "Say what to look for: /find whiteboards.";
/// Where no question can be chosen.
pub const NO_QUESTIONS: &str = "There are no questions here.";
/// Where nothing was noted yet.
pub const NO_NOTES: &str = "No notes here yet.";
/// That the disk is slow.
pub const STILL_SAVING: &str = "Not on the disk yet; it is told as soon as it is.";
/// Where the journal can't be written.
pub const UNKEPT: &str =
    "This laptop's own disk takes no more: a note is safe only once you hear that it is saved.";
/// At the end.
pub const ALL_SAVED: &str = "Everything is saved.";
/// Where the system has no clipboard.
pub const NO_CLIPBOARD: &str = "This computer has no clipboard that takes it; nothing was copied.";
/// Where a page goes on below.
pub const READ_PART: &str = "There is more: /pgdn goes on.";
/// How the open line is gone on with.
pub const LINE_OPEN: &str =
    "Press Enter alone to save it as it is. What you type is added to it. /discard gives it up.";
/// How a note is changed.
pub const LINE_EDITED: &str =
    "Type its new words with their sign, or press Enter alone to keep it. /delete deletes the note.";
/// Before the commands of the day.
pub const HELP: [&str; 3] = [
    "A line is a note. Signs at its start:",
    "+ strength, - area for development, ? question, ! important, > private, @name who said it.",
    "A space before a sign makes it plain text. Commands; the start of a word is enough:",
];
/// Before the keys of a page.
pub const HELP_HERE: &str = "Commands here, each by its number or by a key that stands behind it:";
/// Before a note that a finding rests on.
pub const USED: &str = "used";
/// Before a note that was set aside.
pub const ASIDE: &str = "set aside";
/// Below the commands of the day.
pub const HELP_ALL: &str = "/all numbers every action there is; /12 then does the twelfth. /ctrl+z and the like are keys of the screen.";
/// The commands that are understood everywhere.
pub const HELP_EVERYWHERE: &str =
    "Everywhere: /where, /notes, /undo, /redo, /saved, /safeguarding, /blank, /all, /close, /quit.";

/// Words of the screen without what there is on a screen alone.
#[must_use]
pub fn in_lines(said: &str) -> String {
    let without = |said: String, of_screen: &&str| said.replace(*of_screen, "");
    OF_THE_SCREEN.iter().fold(said.to_string(), without)
}

/// Whose laptop this is.
#[must_use]
pub fn you_are(name: &str) -> String {
    format!("You are {name}.")
}

/// The line of enquiry.
#[must_use]
pub fn enquiry(text: &str) -> String {
    format!("Line of enquiry: {text}")
}

/// Where the group is, and until when.
#[must_use]
pub fn place(name: &str, (starts, ends): (Stamp, Stamp), left: &str) -> String {
    let times = format!("{} to {}", starts.hh_mm(), ends.hh_mm());
    let left = if left.is_empty() {
        String::new()
    } else {
        format!(", {left}")
    };
    format!("Now: {}, {times}{left}.", name.replace(" - ", ", "))
}

/// The time and how late it is.
#[must_use]
pub fn time(now: Stamp, state: &str) -> String {
    if state.is_empty() {
        return format!("It is {}.", now.hh_mm());
    }
    format!("It is {}, {state}.", now.hh_mm())
}

/// The question that the next note answers.
#[must_use]
pub fn question(number: usize, short: &str, text: &str) -> String {
    if text == short || text.is_empty() {
        return format!("Question {number}: {short}.");
    }
    format!("Question {number}: {short}. {text}")
}

/// That none of so many questions is chosen.
#[must_use]
pub fn no_question(count: usize) -> String {
    let questions = super::counted(count, "question");
    format!("No question chosen; {questions} here: /questions lists, /questions 1 chooses.")
}

/// A question in the list.
#[must_use]
pub fn listed_question(number: usize, short: &str, counts: Counts, asked: bool, chosen: bool) -> String {
    let known = match (counts.total(), asked) {
        (0, false) => super::NOTHING_YET.to_string(),
        (0, true) => super::ASKED.to_string(),
        _ => self::counts(counts),
    };
    let chosen = if chosen { ", chosen" } else { "" };
    format!("{number}. {short}: {known}{chosen}.")
}

/// The title of the coverage.
pub const COVERAGE: &str = "Coverage";

/// What there is of a class.
#[must_use]
pub fn class(class: &Class) -> String {
    format!("{}: {}.", class.name, counts(class.notes))
}

/// What there is on a question.
#[must_use]
pub fn on_question(question: &Question) -> String {
    let on = question
        .prompt
        .as_ref()
        .map_or(super::NO_PROMPT, |prompt| &prompt.words);
    format!("On {on}: {}.", counts(question.notes))
}

/// A way out of being late, by the number that chooses it, and what it costs.
#[must_use]
pub fn way(way: Way, costs: &str) -> String {
    format!("{}: {costs}.", capital(super::late::head(way)))
}

/// That a place would be left out.
#[must_use]
pub fn dropped(name: &str) -> String {
    format!("{name}: dropped.")
}

/// The times of a place as they are and as they would be.
#[must_use]
pub fn becomes(name: &str, was: (Stamp, Stamp), becomes: (Stamp, Stamp)) -> String {
    let [was, becomes] =
        [was, becomes].map(|(starts, ends)| format!("{} to {}", starts.hh_mm(), ends.hh_mm()));
    format!("{name}: {becomes} instead of {was}.")
}

/// The way that Enter takes.
#[must_use]
pub fn would_take(way: Way) -> String {
    format!("{}; /enter does it.", super::late::way(way))
}

/// How late a group is, or early.
#[must_use]
pub fn how_late(late: i64) -> String {
    let minutes = |count: i64| format!("{count} {}", if count == 1 { "minute" } else { "minutes" });
    match late {
        0 => "on time".into(),
        late if late > 0 => format!("{} late", minutes(late)),
        early => format!("{} early", minutes(-early)),
    }
}

/// How to choose one.
#[must_use]
pub fn how_to_choose(count: usize) -> String {
    format!("/questions 1 to /questions {count} chooses one, /questions 0 none; /tick ticks the chosen one.")
}

/// Counts of the kinds that there are.
#[must_use]
pub fn counts(counts: Counts) -> String {
    let said = [
        (counts.strengths, "strength", "strengths"),
        (counts.developments, "area", "areas"),
        (counts.questions, "question", "questions"),
        (counts.evidence, "evidence", "evidence"),
    ];
    let said = said.into_iter().filter(|(count, ..)| *count > 0);
    let said = said.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
    said.collect::<Vec<_>>().join(", ")
}

/// A place in the timetable.
#[must_use]
pub fn listed_place(starts: Stamp, ends: Stamp, name: &str, counts: Counts, now: bool) -> String {
    let known = if counts.total() == 0 {
        String::new()
    } else {
        format!(": {}", self::counts(counts))
    };
    let now = if now { ", you are here" } else { "" };
    let name = name.replace(" - ", ", ");
    format!("{} to {} {name}{now}{known}.", starts.hh_mm(), ends.hh_mm())
}

/// What was noted where one is.
#[must_use]
pub fn notes_here(counts: &str) -> String {
    format!("Noted here: {counts}.")
}

/// A note in a list.
#[must_use]
pub fn listed_note(time: &str, note: &Note, private: bool, by: Option<&str>) -> String {
    let about = about(note.kind, note, private);
    let by = by.map(|by| format!(", {by}")).unwrap_or_default();
    format!("{time} {about}{by}: {}", note.text.replace('\n', " / "))
}

fn about(kind_of: NoteKind, note: &Note, private: bool) -> String {
    let mut said = vec![kind(kind_of).to_string()];
    if note.important {
        said.push("important".into());
    }
    if private {
        said.push("private".into());
    }
    said.push(note.place.name().to_string());
    said.extend(note.place.prompt.as_ref().map(|prompt| prompt.words.clone()));
    said.join(", ")
}

/// That everything is on the disk, with what the note became.
#[must_use]
pub fn saved(at: Stamp, noted: Option<(&Note, bool)>) -> String {
    let at = at.hh_mm();
    let Some((note, private)) = noted else {
        return format!("Saved {at}.");
    };
    let by = if note.by.id == note.typed_by.id {
        String::new()
    } else {
        format!(", said by {}", note.by.words)
    };
    format!("Saved {at}. {}{by}.", capital(&about(note.kind, note, private)))
}

/// That everything is on the disk, with the note that was changed.
#[must_use]
pub fn changed(at: Stamp, note: &Note, private: bool) -> String {
    let about = about(note.kind, note, private);
    let text = note.text.replace('\n', " / ");
    format!("Saved {}. Changed: {about}: {text}", at.hh_mm())
}

/// After the group went on while a note is being changed.
#[must_use]
pub fn still_changing(begun: Stamp, text: &str) -> String {
    format!(
        "The change of the note of {} is still open: {text}. Press Enter alone to keep it; a line is a new note.",
        begun.hh_mm()
    )
}

/// That a line did not change the note which was open.
#[must_use]
pub fn new_note_instead(begun: Stamp) -> String {
    format!(
        "You went on since: the note of {} stays, and this line is a new note. /fix opens the old one again.",
        begun.hh_mm()
    )
}

/// After a note that came moments after the clock went on.
#[must_use]
pub fn begun_before(bell: Stamp, from: &str) -> String {
    let from = from.replace(" - ", ", ");
    format!("Begun before {}? /move takes it back to {from}.", bell.hh_mm())
}

/// The line that is open.
#[must_use]
pub fn open_line(text: &str) -> String {
    format!("Open line: {text}")
}

/// The note that is being changed.
#[must_use]
pub fn edited_line(begun: Stamp, text: &str) -> String {
    format!("Changing the note of {}: {text}", begun.hh_mm())
}

/// What stands in a line that is asked for.
#[must_use]
pub fn stands(text: &str) -> String {
    format!("It says: {text}")
}

/// Something in a numbered list.
#[must_use]
pub fn numbered(number: usize, words: &str, aside: &str) -> String {
    if aside.is_empty() {
        return format!("{number}. {words}");
    }
    format!("{number}. {words} ({aside})")
}

/// Something that can be done here, by its number, with the keys that do it.
#[must_use]
pub fn numbered_command(number: usize, words: &str, keys: &str, stroke: &str) -> String {
    let typed = |key: &str| match key {
        "1-9" => "a number".to_string(),
        key => format!("{stroke}{}", key.to_lowercase()),
    };
    let keys: Vec<String> = keys.split_whitespace().map(typed).collect();
    if keys.is_empty() {
        return format!("/{number}: {words}");
    }
    format!("/{number}: {words} ({})", keys.join(", "))
}

/// A command in the help.
#[must_use]
pub fn command(name: &str, words: &str) -> String {
    format!("/{name}: {words}")
}

/// The row of a page that the next key acts on.
#[must_use]
pub fn chosen(text: &str) -> String {
    format!("Chosen: {text}")
}

/// Several commands begin like that.
#[must_use]
pub fn which(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("/{name}")).collect();
    format!("Which one? {}", names.join(", "))
}

/// A command of this name holds on the day, and a page is open.
#[must_use]
pub fn of_the_day(name: &str) -> String {
    format!("/{name} is for the day: /close leaves this page first.")
}

/// A command of this name is not known.
#[must_use]
pub fn no_command(typed: &str) -> String {
    format!(
        "There is no command /{typed}, and nothing was done; /help lists them. Begin with a space to note it."
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
