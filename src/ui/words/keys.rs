//! The words about keys: what screens are called in the help, and what is wrong with a user's own keys.

use crate::ui::keymap::{Context, KeyFault, Why};

/// The title of the help.
pub const HELP_TITLE: &str = "Help - Esc closes, Up and Down scroll";
/// The same while something is searched for.
pub const HELP_TITLE_SEARCHING: &str = "Help - Esc shows all again, Up and Down scroll";
/// Before anything is typed.
pub const TYPE_TO_SEARCH: &str = "type to search";
/// The letters of a notice, for which there is room in every window.
const LONGEST: usize = 74;

/// What the help of the first screen says to somebody who knows nothing of the program.
pub const FIRST_STEPS: [(&str, &str); 7] = [
    (
        "what it is",
        "It leads a team through the day of a school review, by the timetable, and keeps what they note.",
    ),
    (
        "try it",
        "Enter on \"Try the worked example\": a rehearsal of a morning. Nothing real is touched.",
    ),
    (
        "a note",
        "On the day just type, and press Enter. It gets its time, its place and its question by itself.",
    ),
    (
        "+ - ? !",
        "In front of a note: a strength, an area for development, a question, important.",
    ),
    (
        "what else",
        "Ctrl+K lists everything that can be done; type a word of it. Esc goes back.",
    ),
    (
        "your own day",
        "Ctrl+P opens the plan that was mailed to you; Ctrl+N makes one; Enter on a row opens it.",
    ),
    (
        "is it safe?",
        "Where it says saved, it is on the disk. Nothing leaves this computer unless you hand it on.",
    ),
];

/// The head of what the help says of the mouse.
pub const MOUSE_TITLE: &str = "With the mouse";
/// What the mouse does once it is set to be used.
pub const MOUSE_USED: [(&str, &str); 4] = [
    (
        "click",
        "Choose: a row, a question, a place, a side of the findings",
    ),
    ("click on the chosen one", "What Enter does there"),
    ("click on a note", "Change it, where the line is empty"),
    ("wheel", "Scroll what is under it"),
];
/// What is said of it before.
pub const MOUSE_UNUSED: (&str, &str) = ("", "Left to the terminal. Ctrl+K settings lets it be used here.");

/// Where an action is found that has no key.
#[must_use]
pub fn in_palette(key: &str) -> String {
    format!("in {key}")
}

/// What stands, in the place of a key, beside an action of the running day where something lies on it.
pub const ON_THE_DAY: &str = "on the day";

/// What the place is called where keys are pressed.
#[must_use]
pub fn screen(context: Context) -> &'static str {
    match context {
        Context::Day => "While the day runs",
        Context::Home => "On the list of sessions",
        Context::List => "In a list: places, people, every action",
        Context::Plan => "On the page of the plan",
        Context::Findings => "On the page of the findings",
        Context::Compared => "On the page of what the groups know, side by side",
        Context::Aloud => "While it is read aloud",
        Context::Notes => "On the page of all notes",
        Context::NotesSearch => "While typing searches on the page of all notes",
        Context::NoteOpen => "Where one note has the page of all notes",
        Context::Report => "On the sheet of what is handed on",
        Context::Settings => "On the settings",
        Context::Check => "On the list of what should be seen to before handing on",
        Context::Help => "In the help",
        Context::Late => "Where it is chosen what is done about being late",
        Context::Refused => "Where it is said why nothing can be done about being late",
        Context::NotHere => "Where it is said that a key does nothing on a line of the plan",
        Context::Coverage => "Where it is shown which class and question has what",
        Context::Moving => "Where it is asked which notes are to be moved",
        Context::BringingIn => "On the picture of a timetable that is brought in",
        Context::TakingIn => "On the picture of notes that are taken in",
        Context::Entry => "In a line typed on top of the screen",
        Context::Leave => "When it asks whether to leave",
        Context::Hidden => "While the screen is hidden for a child's sake",
        Context::Discard => "When it asks whether the line typed before that is discarded",
    }
}

/// What is wrong with a user's own key, and what to do.
#[must_use]
pub fn fault(fault: &KeyFault) -> (String, String) {
    let (screen, action) = (&fault.of.0, &fault.of.1);
    let names = "`knownow keys` prints every screen, action and key by its name";
    let (what, cure) = match &fault.why {
        Why::NoScreen => return (format!("no screen is called \"{screen}\""), names.into()),
        Why::NoAction => (format!("\"{screen}\" has no action \"{action}\""), names),
        Why::Twice(first) => (
            format!("\"{action}\" of \"{screen}\" stands on line {first} already"),
            "take one of the two lines out",
        ),
        Why::Fixed => (
            format!("\"{action}\" of \"{screen}\" has the same keys everywhere"),
            "take the line out: whoever sits down at this computer has to find them",
        ),
        Why::NeedsKey => (
            format!("\"{action}\" of \"{screen}\" needs a key"),
            "give it one, or take the line out",
        ),
        Why::NoKey(key) => (
            format!("no key is called \"{key}\""),
            "write it as `knownow keys` and `knownow doctor keys` do, such as \"Ctrl+N\", \"F8\" or \"Alt+N\"",
        ),
        Why::NotSent(key) => (
            format!("terminals keep \"{key}\" for themselves"),
            "choose another key; F4 and F8, and Alt with a letter, are mostly free",
        ),
        Why::Reserved(key) => (
            format!("\"{key}\" stops other programs"),
            "choose another key: whoever presses it elsewhere to stop something would press it here",
        ),
        Why::Types(key) => (
            format!("\"{key}\" is typed on \"{screen}\""),
            "choose a key that types nothing, such as one with Ctrl or Alt, or an F key",
        ),
        Why::Clash(key, words) => {
            let cure =
                format!("it does \"{words}\" there: give that another key, or choose one that is free");
            return (format!("\"{key}\" does something else on \"{screen}\""), cure);
        }
    };
    (what, cure.into())
}

/// What is said on the screen of a user's own keys that do not hold: the first of them, and how many more there are.
#[must_use]
pub fn faults_in_short(file: &str, faults: &[(Option<usize>, String)]) -> Option<String> {
    let ((line, what), more) = faults.split_first()?;
    let line = line.map_or_else(String::new, |line| format!(" line {line}"));
    let more = match more.len() {
        0 => String::new(),
        more => format!(" (+{more})"),
    };
    let end = format!("{more}: `knownow doctor`");
    let begin = format!("{file}{line}: ");
    let room = LONGEST.saturating_sub(begin.chars().count() + end.chars().count());
    let what: String = if what.chars().count() > room {
        let kept = what.chars().take(room.saturating_sub(1));
        kept.chain(['\u{2026}']).collect()
    } else {
        what.clone()
    };
    Some(format!("{begin}{what}{end}"))
}
