//! The one table of keys. Footer, help, palette and README are made from it or checked against it.

mod boxes;
mod bringing_in;
mod check;
mod compared;
mod day;
mod everything;
mod findings;
mod home;
mod in_use;
mod late;
mod names;
mod notes_page;
mod overlays;
mod own;
mod plan;
mod report;
mod settings;
mod taking_in;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{
    Model, Overlay, Screen,
    capture::{Edit, Motion},
    elsewhere,
    keys::OwnKeys,
    message::{Action, Message},
    page::Page,
    palette::used_first,
    pasted::Phase,
};

pub use everything::palette_rows;
pub(super) use in_use::in_footer;
pub use in_use::{Row, find, in_words, palette_key, rows, rows_at};
pub use own::{KeyFault, Wanted, Why, own_keys};
pub(super) use settings::own_say_what_enter_does;

/// Where keys are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// On the running day, where typing writes.
    Day,
    /// On the list of sessions.
    Home,
    /// In a list of something to pick from.
    List,
    /// On the page of the plan.
    Plan,
    /// On the page of the findings.
    Findings,
    /// On the page of what the groups know, side by side.
    Compared,
    /// Where that is read aloud.
    Aloud,
    /// On the page of all notes.
    Notes,
    /// While typing searches there.
    NotesSearch,
    /// Where one note has that page.
    NoteOpen,
    /// In the help.
    Help,
    /// Where it is chosen what is done about being late.
    Late,
    /// Where it is said why nothing can be done about it now.
    Refused,
    /// Where it is said that a key of the page does nothing there.
    NotHere,
    /// Where it is shown which class and question has what.
    Coverage,
    /// Where it is asked which notes are to be moved.
    Moving,
    /// Where it is chosen what is handed on.
    Report,
    /// Where it is shown what can be set.
    Settings,
    /// On the list of what should be seen to before anything is handed on.
    Check,
    /// On the picture of a timetable that is brought in.
    BringingIn,
    /// On the picture of notes that are taken in.
    TakingIn,
    /// In a line to be typed on top of the screen.
    Entry,
    /// Where it is asked whether to leave.
    Leave,
    /// While the screen is hidden for a child's sake.
    Hidden,
    /// Where it is asked whether the line typed before that is discarded.
    Discard,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// An action.
    Action(Action),
    /// Moves the cursor; with Shift it selects.
    Motion(Motion),
    /// Opens the list of every action.
    Palette,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, the main one first; none means that the palette alone offers it.
    pub keys: &'static [&'static str],
    /// What it does.
    pub does: Does,
    /// The words in help and palette.
    pub words: &'static str,
    /// The words in the footer, if it stands there.
    pub footer: Option<&'static str>,
    /// Other words by which the palette finds it; they are not shown.
    pub also: &'static str,
}

const fn day(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    Binding {
        context: Context::Day,
        keys,
        does: Does::Action(action),
        words,
        footer: None,
        also: "",
    }
}

const fn motion(keys: &'static [&'static str], motion: Motion, words: &'static str) -> Binding {
    Binding {
        context: Context::Day,
        keys,
        does: Does::Motion(motion),
        words,
        footer: None,
        also: "",
    }
}

const fn at(context: Context, keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    Binding {
        context,
        keys,
        does: Does::Action(action),
        words,
        footer: None,
        also: "",
    }
}

const fn also(binding: Binding, also: &'static str) -> Binding {
    Binding { also, ..binding }
}

const fn footer(binding: Binding, words: &'static str) -> Binding {
    Binding {
        footer: Some(words),
        ..binding
    }
}

const fn blank(context: Context) -> Binding {
    let words = "Blank the screen; any key brings it back";
    at(context, &["Ctrl+O", "F9"], Action::Blank, words)
}

/// Free on the terminals of the three systems; no other place may use these keys for something else.
const SAFEGUARDING: &[&str] = &["Ctrl+E", "F3"];

const fn safeguarding(context: Context) -> Binding {
    let words = "Safeguarding: hide the screen, see whom to tell";
    also(
        at(context, SAFEGUARDING, Action::Safeguarding, words),
        "child tells disclosure emergency dsl designated lead worry",
    )
}

/// While a save fails the key that saves does it too, where no line is open.
const fn save_elsewhere(context: Context) -> Binding {
    let words = "Save somewhere else while saving fails";
    also(
        at(context, &[], Action::SaveElsewhere, words),
        "another folder stick usb copy rescue full disk not saved",
    )
}

/// Windows has no shell that could bring the program back.
#[cfg(unix)]
const fn suspend(context: Context) -> Binding {
    let words = "Suspend: back to the shell; `fg` comes back";
    also(at(context, &[], Action::Suspend, words), "stop background pause")
}

const REMOVE: &str = "Remove what this computer keeps of the review";
const REMOVE_ALL: &str = "Remove the whole review, colleagues' notes too (plan's owner)";
const REMOVE_ALSO: &str = "purge delete erase retention keep until privacy data protection";

const fn palette(context: Context) -> Binding {
    footer(palette_unsaid(context), "everything")
}

/// The same where the footer has no room for it.
const fn palette_unsaid(context: Context) -> Binding {
    Binding {
        context,
        keys: &["Ctrl+K", "F2"],
        does: Does::Palette,
        words: "Everything: list of all actions",
        footer: None,
        also: "",
    }
}

/// Every key of the program.
pub fn keys() -> impl Iterator<Item = &'static Binding> + Clone {
    day::KEYS
        .iter()
        .chain(boxes::KEYS)
        .chain(late::KEYS)
        .chain(plan::KEYS)
        .chain(overlays::KEYS)
        .chain(findings::KEYS)
        .chain(report::KEYS)
        .chain(settings::KEYS)
        .chain(check::KEYS)
        .chain(bringing_in::KEYS)
        .chain(compared::KEYS)
        .chain(taking_in::KEYS)
        .chain(notes_page::KEYS)
        .chain(home::KEYS)
}

/// Where keys are pressed now; `None` while the screen is blank, where every key only brings it back.
#[must_use]
pub fn context(model: &Model) -> Option<Context> {
    match &model.overlay {
        Some(Overlay::Blank(_)) => None,
        Some(overlay) => Some(context_on(overlay, model)),
        None => Some(context_below(model)),
    }
}

/// Where keys are pressed while this lies on top.
fn context_on(overlay: &Overlay, model: &Model) -> Context {
    match overlay {
        Overlay::Help { .. } => Context::Help,
        Overlay::Coverage(_) => Context::Coverage,
        Overlay::Moving(_) => Context::Moving,
        Overlay::Leave => Context::Leave,
        Overlay::Hidden(_) => Context::Hidden,
        Overlay::Discard(_) => Context::Discard,
        Overlay::Late(_) => Context::Late,
        Overlay::Report => Context::Report,
        Overlay::Settings => Context::Settings,
        Overlay::Check => Context::Check,
        Overlay::Refused(_) => Context::Refused,
        Overlay::NotHere(_) => Context::NotHere,
        Overlay::Entry(_) | Overlay::Passphrase(_) => Context::Entry,
        Overlay::BringingIn | Overlay::TakingIn if is_writing(overlay, model) => Context::Entry,
        Overlay::BringingIn => Context::BringingIn,
        Overlay::TakingIn => Context::TakingIn,
        Overlay::Picker(_) => Context::List,
        Overlay::Blank(_) => context_below(model),
    }
}

/// Where the keys are pressed that the help tells of: on what lies below it.
#[must_use]
pub fn context_of_help(model: &Model) -> Context {
    match &model.overlay {
        Some(Overlay::Help {
            below: Some(below), ..
        }) => context_on(below, model),
        _ => context_below(model),
    }
}

/// How the table calls a key press, and what it does on the running day, if anything.
#[must_use]
pub fn on_the_day(own: &OwnKeys, key: KeyEvent) -> (String, Option<&'static str>) {
    let name = names::key_name(key);
    let words = pressed(own, Context::Day, &name).map(|row| row.binding.words);
    (name, words)
}

/// What the key called `name` does here; with Shift it does the same as without, unless it has a row of its own.
fn pressed<'k>(own: &'k OwnKeys, context: Context, name: &str) -> Option<Row<'k>> {
    let plain = name.strip_prefix("Shift+").unwrap_or(name);
    find(own, context, name).or_else(|| find(own, context, plain))
}

/// What a key press means now.
#[must_use]
pub fn message(model: &Model, key: KeyEvent) -> Option<Message> {
    let Some(context) = context(model) else {
        let hides = SAFEGUARDING.contains(&names::key_name(key).as_str());
        return Some(Message::Asked(if hides {
            Action::Safeguarding
        } else {
            Action::Close
        }));
    };
    if let KeyCode::Char(typed) = key.code
        && !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    {
        return typed_char(model, context, typed);
    }
    let selecting = key.modifiers.contains(KeyModifiers::SHIFT);
    let name = names::key_name(key);
    match pressed(&model.keys, context, &name)?.does {
        Does::Action(_) if name == "Ctrl+U" && is_typed_in_search(model, context) => {
            Some(Message::Asked(Action::Edit(Edit::Empty)))
        }
        Does::Action(Action::Down | Action::PageDown) if super::help::is_at_its_end(model) => None,
        // A line that is begun before any word is none.
        Does::Action(Action::Edit(Edit::NewLine))
            if context == Context::Day && name == "Enter" && !is_line_begun(model) =>
        {
            None
        }
        // The line is empty and saving fails: there is nothing that this key could save here.
        Does::Action(Action::Save) if elsewhere::is_wanted(model) => {
            Some(Message::Asked(Action::SaveElsewhere))
        }
        Does::Action(action) => Some(Message::Asked(action)),
        Does::Motion(motion) => Some(Message::Moved(motion, selecting)),
        Does::Palette => Some(palette_opened(model)),
    }
}

fn typed_char(model: &Model, context: Context, typed: char) -> Option<Message> {
    match (context, typed) {
        (Context::Findings, _) if is_searching(model) => Some(Message::Typed(typed)),
        (
            Context::Home
            | Context::Plan
            | Context::Findings
            | Context::Compared
            | Context::Notes
            | Context::NoteOpen,
            '?' | ':',
        ) => Some(help_or_palette(model, typed)),
        (Context::Compared | Context::Notes, '+' | '-' | '!' | '>' | '@')
        | (Context::Findings, '1'..='9')
        | (
            Context::Day
            | Context::Home
            | Context::List
            | Context::Entry
            | Context::NotesSearch
            | Context::Help,
            _,
        ) => Some(Message::Typed(typed)),
        // A digit that chooses nothing is one all the same: it is said how minutes are typed.
        (Context::Late, '0'..='9') => {
            let chooses = letter(model, context, typed).filter(|_| !is_typing_minutes(model));
            Some(chooses.map_or(Message::Typed(typed), Message::Asked))
        }
        (Context::NotHere | Context::Leave | Context::Hidden | Context::Discard, _) => None,
        _ => letter(model, context, typed).map(Message::Asked),
    }
}

/// What these signs do where letters are keys, as in lists of other programs.
fn help_or_palette(model: &Model, typed: char) -> Message {
    if typed == '?' {
        Message::Asked(Action::Help)
    } else {
        palette_opened(model)
    }
}

/// What a letter or sign does where letters are keys.
fn letter(model: &Model, context: Context, typed: char) -> Option<Action> {
    let name: String = match typed {
        ' ' => "Space".into(),
        typed => typed.to_lowercase().collect(),
    };
    match find(&model.keys, context, &name)?.does {
        Does::Action(action) => Some(action),
        Does::Motion(_) | Does::Palette => None,
    }
}

/// Where keys are pressed once nothing lies on top.
#[must_use]
pub fn context_below(model: &Model) -> Context {
    match (&model.screen, &model.page) {
        (Screen::Home(_), _) => Context::Home,
        (Screen::Day(_), None) => Context::Day,
        (Screen::Day(_), Some(Page::Plan(_))) => Context::Plan,
        (Screen::Day(_), Some(Page::Findings(_))) => Context::Findings,
        (Screen::Day(_), Some(Page::Compared(page))) if page.aloud().is_some() => Context::Aloud,
        (Screen::Day(_), Some(Page::Compared(_))) => Context::Compared,
        (Screen::Day(_), Some(Page::Notes(page))) if page.is_typing() => Context::NotesSearch,
        (Screen::Day(_), Some(Page::Notes(page))) if page.opened().is_some() => Context::NoteOpen,
        (Screen::Day(_), Some(Page::Notes(_))) => Context::Notes,
    }
}

/// Whether letters go into this box, for a timetable or for notes.
fn is_writing(overlay: &Overlay, model: &Model) -> bool {
    if matches!(overlay, Overlay::TakingIn) {
        let phase = model.taking_in.as_ref().map(|taking| &taking.pasted.phase);
        return matches!(phase, Some(Phase::Writing(_)));
    }
    let phase = model.bringing_in.as_ref().map(|bringing| &bringing.pasted.phase);
    matches!(phase, Some(Phase::Writing(_)))
}

/// Whether something stands in the line of the day.
fn is_line_begun(model: &Model) -> bool {
    model.day().is_some_and(|day| day.capture.started().is_some())
}

/// Whether the search line of all notes has words in it, which this key empties as in every line.
fn is_typed_in_search(model: &Model, context: Context) -> bool {
    let is_typed = matches!(&model.page, Some(Page::Notes(page)) if !page.query().is_empty());
    context == Context::NotesSearch && is_typed
}

/// Whether digits are minutes late.
fn is_typing_minutes(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Late(late)) if late.typed.is_some())
}

/// Whether letters go into a search on the page.
fn is_searching(model: &Model) -> bool {
    matches!(&model.page, Some(Page::Findings(page)) if page.is_searching())
}

/// The list of every action is opened by a key.
fn palette_opened(model: &Model) -> Message {
    Message::PaletteOpened(used_first(model, palette_rows(model)))
}

#[cfg(test)]
mod tests;
