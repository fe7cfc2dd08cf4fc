//! The commands of line mode: words that begin with a stroke, for what keys do on the screen.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::{
    app::{
        Model,
        message::{
            Action, CheckAction, ComparedAction, FindingsAction, LateAction, Message, NotesAction,
            PlanAction, ReportAction,
        },
        notes_page::NotesPageAction,
    },
    ui::{
        contexts,
        keymap::{self, Context, Does},
    },
};

/// What a command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Asks the program for this.
    Ask(Action),
    /// Says where the group is.
    Where,
    /// Lists the places of the day.
    Timetable,
    /// Lists the questions here, or chooses one.
    Questions,
    /// Lists the notes here, or of the whole day.
    Notes,
    /// Searches among all notes.
    Find,
    /// Notes what stands behind it, wherever one is.
    Note,
    /// Gives the open line up.
    Discard,
    /// Lists the commands.
    Help,
    /// Lists every action.
    All,
}

/// A command.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its word, without the stroke.
    pub name: &'static str,
    /// What it does, for the help.
    pub words: &'static str,
    /// What it does.
    pub deed: Deed,
    /// Whether it is understood on every page, too.
    pub everywhere: bool,
}

const fn command(name: &'static str, words: &'static str, deed: Deed) -> Command {
    Command {
        name,
        words,
        deed,
        everywhere: false,
    }
}

const fn ask(name: &'static str, words: &'static str, action: Action) -> Command {
    command(name, words, Deed::Ask(action))
}

const fn everywhere(command: Command) -> Command {
    Command {
        everywhere: true,
        ..command
    }
}

/// Every command, in the order of the help.
pub const COMMANDS: &[Command] = &[
    everywhere(command(
        "where",
        "where you are, the time, what comes next",
        Deed::Where,
    )),
    command("day", "the timetable of the day", Deed::Timetable),
    ask("next", "go on to the next place", Action::NextPlace),
    ask(
        "back",
        "go back to the place before, and stay there",
        Action::PreviousPlace,
    ),
    ask("go", "choose a place to go to", Action::GoTo),
    ask("follow", "follow the plan again, on time", Action::FollowPlan),
    command(
        "questions",
        "the questions here; /questions 2 chooses the second",
        Deed::Questions,
    ),
    ask("tick", "tick the chosen question as asked", Action::TickPrompt),
    everywhere(command(
        "notes",
        "the notes here; /notes all: of the whole day",
        Deed::Notes,
    )),
    everywhere(command("find", "search all notes: /find whiteboards", Deed::Find)),
    ask(
        "fix",
        "change the last note; again: the one before",
        Action::EarlierNote,
    ),
    ask(
        "kind",
        "the next kind for the open line: strength, area, question, evidence",
        Action::CycleKind,
    ),
    ask(
        "delete",
        "delete the note that is being changed",
        Action::DeleteNote,
    ),
    command("discard", "give up the open line", Deed::Discard),
    ask("move", "move notes to another place", Action::TakeAlong),
    everywhere(ask("undo", "take the last thing back", Action::Undo)),
    everywhere(ask("redo", "do it again", Action::Redo)),
    ask(
        "late",
        "running late: push, squeeze or drop",
        Action::Late(LateAction::Open),
    ),
    ask(
        "list",
        "the page of all notes",
        Action::NotesPage(NotesPageAction::Open),
    ),
    ask("coverage", "which class and question has what", Action::Coverage),
    ask(
        "compare",
        "what the groups know, side by side",
        Action::Compared(ComparedAction::Open),
    ),
    ask(
        "findings",
        "from notes to findings",
        Action::Findings(FindingsAction::Open),
    ),
    ask(
        "check",
        "what should be seen to before anything is handed on",
        Action::Check(CheckAction::Open),
    ),
    ask(
        "report",
        "write the report and what else is handed on",
        Action::Report(ReportAction::Open),
    ),
    ask(
        "handover",
        "write your notes into a file for a colleague",
        Action::Notes(NotesAction::HandOver),
    ),
    ask(
        "takein",
        "take in the notes of a colleague",
        Action::Notes(NotesAction::TakeIn),
    ),
    ask("plan", "the plan", Action::Plan(PlanAction::Open)),
    everywhere(ask(
        "safeguarding",
        "a child says something that worries: whom to tell",
        Action::Safeguarding,
    )),
    everywhere(ask(
        "blank",
        "move what was said out of sight, for a break",
        Action::Blank,
    )),
    ask("who", "change who is at this laptop", Action::WhoAmI),
    ask("sessions", "the list of sessions", Action::Sessions),
    everywhere(ask("saved", "say when all was saved", Action::Save)),
    ask(
        "elsewhere",
        "save somewhere else while saving fails",
        Action::SaveElsewhere,
    ),
    everywhere(command(
        "note",
        "note what stands behind it, wherever you are",
        Deed::Note,
    )),
    everywhere(ask(
        "close",
        "leave a list, a page, or a change of a note",
        Action::Close,
    )),
    everywhere(command("help", "this list", Deed::Help)),
    everywhere(command(
        "all",
        "every action, numbered; /all report: those about reports",
        Deed::All,
    )),
    everywhere(ask("quit", "leave; everything is saved", Action::Quit)),
];

/// The single letters that stand for a command; no other does, so that no slip opens something else.
const LETTERS: [(&str, &str); 8] = [
    ("n", "next"),
    ("b", "back"),
    ("w", "where"),
    ("q", "questions"),
    ("t", "tick"),
    ("f", "fix"),
    ("u", "undo"),
    ("h", "help"),
];

/// The commands that begin with `typed`, or the one that is called so.
pub fn called(typed: &str, everywhere: bool) -> Vec<&'static Command> {
    let letter = LETTERS.iter().find(|(letter, _)| *letter == typed);
    let typed = letter.map_or(typed, |(_, name)| name);
    let known = COMMANDS
        .iter()
        .filter(|command| command.everywhere || !everywhere);
    if let Some(exact) = known.clone().find(|command| command.name == typed) {
        return vec![exact];
    }
    known
        .filter(|command| typed.len() > 1 && command.name.starts_with(typed))
        .collect()
}

/// Whether a command is called so that holds on the day alone.
pub fn is_of_the_day(name: &str) -> bool {
    let mut known = COMMANDS.iter();
    known.any(|command| !command.everywhere && command.name == name)
}

/// What can be asked for where keys are pressed now, with its keys: the numbers of the help count these.
pub fn here(model: &Model) -> Vec<(Message, String, String)> {
    if model.overlay.is_none() {
        let rows = keymap::palette_rows(model).into_iter();
        return rows
            .filter(|row| !row.of_day)
            .map(|row| (Message::Asked(row.action), row.words, row.keys))
            .collect();
    }
    let context = keymap::context(model);
    let own = model.keys.in_lines();
    let here = keymap::rows(&own).filter(|row| Some(row.binding.context) == context);
    let rows = here.filter_map(|row| {
        let message = match row.does {
            Does::Action(action) => Message::Asked(action),
            Does::Motion(motion) => Message::Moved(motion, false),
            Does::Palette => return None,
        };
        let words = keymap::in_words(&own, &contexts(model), row.binding.words);
        Some((message, words.into_owned(), row.keys.join("  ")))
    });
    rows.collect()
}

/// What the key of this name does here, in whatever letters it is written; one letter is that key.
pub fn key(model: &Model, name: &str) -> Option<Message> {
    let context = keymap::context(model)?;
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && !writes(context)
    {
        return keymap::message(model, KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
    }
    let own = model.keys.in_lines();
    let is_meant = |key: &&str| key.eq_ignore_ascii_case(name);
    let row = keymap::rows_at(&own, context).find(|row| row.keys.iter().any(is_meant))?;
    match row.does {
        Does::Action(action) => Some(Message::Asked(action)),
        Does::Motion(motion) => Some(Message::Moved(motion, false)),
        Does::Palette => Some(Message::PaletteOpened(keymap::palette_rows(model))),
    }
}

/// Whether a key may be asked for several times at once: those that go from row to row.
pub fn repeats(name: &str) -> bool {
    ["up", "down", "left", "right", "pgup", "pgdn", "tab"].contains(&name)
}

/// Whether letters are written there.
fn writes(context: Context) -> bool {
    matches!(
        context,
        Context::Day | Context::Home | Context::List | Context::Entry | Context::NotesSearch | Context::Help
    )
}

/// The words of the program with the commands of line mode in the place of keys of the day, and with the other keys that
/// hold.
pub fn with_commands(model: &Model, said: &str) -> String {
    let mut words = said.to_string();
    for binding in keymap::keys().filter(|binding| binding.context == Context::Day) {
        let Some(key) = binding.keys.first().filter(|key| key.starts_with("Ctrl+")) else {
            continue;
        };
        let of_line_mode = COMMANDS
            .iter()
            .find(|command| match (command.deed, binding.does) {
                (Deed::Ask(asked), Does::Action(done)) => asked == done,
                (Deed::All, Does::Palette) => true,
                _ => false,
            });
        if let Some(command) = of_line_mode {
            words = words.replace(key, &format!("/{}", command.name));
        }
    }
    keymap::in_words(&model.keys.in_lines(), &contexts(model), &words).into_owned()
}
