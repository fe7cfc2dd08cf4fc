//! The one table of keys. Footer, help, palette and README are made from it or checked against it.

mod asked;
mod findings;
mod late;
mod overlays;
mod plan;
mod report;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{
    Model, Overlay, Screen,
    capture::{Edit, Motion},
    message::{Action, Message, PaletteRow},
    page::Page,
};

/// Where keys are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// On the running day, where typing writes.
    Day,
    /// In a list: sessions, or something to pick from.
    List,
    /// On the page of the plan.
    Plan,
    /// On the page of the findings.
    Findings,
    /// In the help.
    Help,
    /// Where it is chosen what is done about being late.
    Late,
    /// Where it is shown which class and question has what.
    Coverage,
    /// Where it is asked which notes are to be moved.
    Moving,
    /// Where it is chosen what is handed on.
    Report,
    /// In a line to be typed on top of the screen.
    Entry,
    /// Where it is asked whether to leave.
    Leave,
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

const fn edit(keys: &'static [&'static str], edit: Edit, words: &'static str) -> Binding {
    day(keys, Action::Edit(edit), words)
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

const fn palette(context: Context) -> Binding {
    let words = "Everything: list of all actions";
    footer(
        Binding {
            context,
            keys: &["Ctrl+K", "F2"],
            does: Does::Palette,
            words,
            footer: None,
            also: "",
        },
        "everything",
    )
}

/// Every key of the program.
pub fn keys() -> impl Iterator<Item = &'static Binding> + Clone {
    KEYS.iter()
        .chain(asked::KEYS)
        .chain(late::KEYS)
        .chain(plan::KEYS)
        .chain(overlays::KEYS)
        .chain(findings::KEYS)
        .chain(report::KEYS)
}

const KEYS: &[Binding] = &[
    footer(
        day(&["Enter"], Action::Enter, "Save the note, start the next"),
        "save",
    ),
    day(
        &["Ctrl+S"],
        Action::Save,
        "Save the note, or say when all was saved",
    ),
    edit(
        &["Ctrl+J", "Shift+Enter", "Alt+Enter", "Ctrl+Enter"],
        Edit::NewLine,
        "New line in the note (Ctrl+J works everywhere)",
    ),
    palette(Context::Day),
    day(&["F1"], Action::Help, "Help"),
    footer(day(&["Tab"], Action::NextPrompt, "Next question"), "prompt"),
    day(&["Shift+Tab"], Action::PreviousPrompt, "Previous question"),
    day(
        &["Ctrl+R"],
        Action::TickPrompt,
        "Tick the question as asked, go to the next",
    ),
    footer(
        day(&["Ctrl+N", "F8"], Action::NextPlace, "Next place of the day"),
        "next place",
    ),
    day(
        &["Ctrl+P"],
        Action::PreviousPlace,
        "Previous place, and stay there",
    ),
    day(
        &["Ctrl+G", "F7"],
        Action::GoTo,
        "Go to a place, or put the open line there",
    ),
    day(
        &["Ctrl+U"],
        Action::TakeAlong,
        "Move notes: those on offer, or a run of your choice",
    ),
    footer(
        day(
            &["Ctrl+T"],
            Action::CycleKind,
            "Kind: + strength, - area, ? question, plain",
        ),
        "kind",
    ),
    motion(&["Up"], Motion::Up, "Earlier note, to change it"),
    motion(&["Down"], Motion::Down, "Later note"),
    day(
        &["PgUp"],
        Action::PageUp,
        "Scroll the lists back to earlier notes",
    ),
    day(&["PgDn"], Action::PageDown, "Scroll the lists on to later notes"),
    day(&["Esc"], Action::Close, "Cancel changes to a note"),
    day(
        &["Ctrl+Z"],
        Action::Undo,
        "Undo typing; on an empty line, the last action",
    ),
    day(&["Ctrl+Y"], Action::Redo, "Redo what was undone"),
    edit(&["Ctrl+X"], Edit::Cut, "Cut what is selected"),
    edit(&["Ctrl+C"], Edit::Copy, "Copy what is selected"),
    edit(&["Ctrl+V"], Edit::Paste, "Paste what was cut or copied"),
    edit(&["Ctrl+A"], Edit::SelectAll, "Select the whole line"),
    edit(&["Ctrl+W"], Edit::DeleteWord, "Delete the word before the cursor"),
    edit(
        &["Backspace"],
        Edit::Backspace,
        "Delete the character before the cursor",
    ),
    edit(&["Delete"], Edit::Delete, "Delete the character after the cursor"),
    motion(&["Left"], Motion::Left, "One character back (with Shift: select)"),
    motion(&["Right"], Motion::Right, "One character on (with Shift: select)"),
    motion(&["Ctrl+Left"], Motion::WordLeft, "One word back"),
    motion(&["Ctrl+Right"], Motion::WordRight, "One word on"),
    motion(&["Home"], Motion::LineStart, "To the start of the line"),
    motion(&["End"], Motion::LineEnd, "To the end of the line"),
    day(
        &["Ctrl+O", "F9"],
        Action::Blank,
        "Blank the screen; any key brings it back",
    ),
    day(&["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    also(
        day(
            &[],
            Action::Coverage,
            "Coverage: which class and question has what",
        ),
        "nobody nothing yet not seen overview matrix table gaps",
    ),
    day(&[], Action::FollowPlan, "Follow the plan again, on time"),
    day(
        &[],
        Action::DeleteNote,
        "Delete the note under edit (or empty it and press Enter)",
    ),
    day(&[], Action::WhoAmI, "Change who is at this laptop"),
    day(&[], Action::Sessions, "Show the list of sessions"),
    #[cfg(unix)]
    day(
        &[],
        Action::Suspend,
        "Suspend: give the terminal back for a while",
    ),
    day(&["Ctrl+Q"], Action::Quit, "Quit"),
    footer(
        at(Context::List, &["Enter"], Action::Enter, "Take the chosen row"),
        "open",
    ),
    footer(
        at(Context::List, &["Up"], Action::Up, "Row before"),
        "Down choose",
    ),
    at(Context::List, &["Down"], Action::Down, "Row after"),
    at(Context::List, &["PgUp"], Action::PageUp, "Page before"),
    at(Context::List, &["PgDn"], Action::PageDown, "Page after"),
    at(
        Context::List,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Take back the last letter typed",
    ),
    at(Context::List, &["Esc"], Action::Close, "Close the list"),
    blank(Context::List),
    footer(at(Context::List, &["F1"], Action::Help, "Help"), "help"),
    palette(Context::List),
    at(Context::List, &[], Action::Demo, "Try the worked example"),
    at(Context::List, &["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    footer(at(Context::List, &["Ctrl+Q"], Action::Quit, "Quit"), "quit"),
];

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
        Overlay::Late(_) => Context::Late,
        Overlay::Report => Context::Report,
        Overlay::Entry(_) => Context::Entry,
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

/// What a key press means now.
#[must_use]
pub fn message(model: &Model, key: KeyEvent) -> Option<Message> {
    let Some(context) = context(model) else {
        return Some(Message::Asked(Action::Close));
    };
    if let KeyCode::Char(typed) = key.code
        && !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    {
        return typed_char(model, context, typed);
    }
    let selecting = key.modifiers.contains(KeyModifiers::SHIFT);
    let name = key_name(key);
    let plain = name.strip_prefix("Shift+").unwrap_or(&name);
    let row = keys().filter(|row| row.context == context);
    let find = |name: &str| row.clone().find(|row| row.keys.contains(&name));
    match (find(&name).or_else(|| find(plain))?.does, context) {
        (Does::Action(action), _) => Some(Message::Asked(action)),
        (Does::Motion(motion), _) => Some(Message::Moved(motion, selecting)),
        (Does::Palette, _) => Some(Message::PaletteOpened(palette_rows(model))),
    }
}

fn typed_char(model: &Model, context: Context, typed: char) -> Option<Message> {
    match (context, typed) {
        (Context::Plan, '?') => Some(Message::Asked(Action::Help)),
        (Context::Plan, ':') => Some(Message::PaletteOpened(palette_rows(model))),
        (Context::Plan, _) => match plan::typed(typed)? {
            Does::Action(action) => Some(Message::Asked(action)),
            Does::Motion(_) | Does::Palette => None,
        },
        (Context::Findings, _) if is_searching(model) => Some(Message::Typed(typed)),
        (Context::Findings, '?') => Some(Message::Asked(Action::Help)),
        (Context::Findings, ':') => Some(Message::PaletteOpened(palette_rows(model))),
        (Context::Findings, _) => findings::typed(typed),
        (Context::List, '?') if model.overlay.is_none() => Some(Message::Asked(Action::Help)),
        (Context::List, ':') if model.overlay.is_none() => Some(Message::PaletteOpened(palette_rows(model))),
        (Context::Day | Context::List | Context::Entry, _) => Some(Message::Typed(typed)),
        (Context::Late, _) => late::typed(typed).map(Message::Asked),
        (Context::Report, _) => report::typed(typed).map(Message::Asked),
        (Context::Help | Context::Coverage | Context::Moving | Context::Leave, _) => None,
    }
}

/// Where keys are pressed once nothing lies on top.
#[must_use]
pub fn context_below(model: &Model) -> Context {
    match (&model.screen, &model.page) {
        (Screen::Home(_), _) => Context::List,
        (Screen::Day(_), None) => Context::Day,
        (Screen::Day(_), Some(Page::Plan(_))) => Context::Plan,
        (Screen::Day(_), Some(Page::Findings(_))) => Context::Findings,
    }
}

/// Whether letters go into a search on the page.
fn is_searching(model: &Model) -> bool {
    matches!(&model.page, Some(Page::Findings(page)) if page.is_searching())
}

/// Every action that can be asked for on the present screen, with its keys.
fn palette_rows(model: &Model) -> Vec<PaletteRow> {
    let context = context_below(model);
    let rows = keys().filter(|row| row.context == context);
    let row = |row: &Binding| match row.does {
        Does::Action(action) => Some(PaletteRow {
            action,
            words: row.words.to_string(),
            keys: row.keys.join("  "),
            also: row.also,
        }),
        Does::Motion(_) | Does::Palette => None,
    };
    rows.filter_map(row).collect()
}

/// The name of a key press as it stands in the table.
fn key_name(key: KeyEvent) -> String {
    let mut name = String::new();
    let code = match (key.modifiers.contains(KeyModifiers::CONTROL), key.code) {
        // Some terminals send this for the Backspace key.
        (true, KeyCode::Char('h')) => return "Backspace".into(),
        (_, KeyCode::BackTab) => return "Shift+Tab".into(),
        (_, code) => code,
    };
    for (modifier, prefix) in [
        (KeyModifiers::CONTROL, "Ctrl+"),
        (KeyModifiers::ALT, "Alt+"),
        (KeyModifiers::SHIFT, "Shift+"),
    ] {
        let shifted_letter = prefix == "Shift+" && matches!(code, KeyCode::Char(_));
        if key.modifiers.contains(modifier) && !shifted_letter {
            name.push_str(prefix);
        }
    }
    match code {
        KeyCode::Char(letter) => name.extend(letter.to_uppercase()),
        KeyCode::F(number) => {
            name.push('F');
            name.push_str(&number.to_string());
        }
        KeyCode::Enter => name.push_str("Enter"),
        KeyCode::Tab => name.push_str("Tab"),
        KeyCode::Esc => name.push_str("Esc"),
        KeyCode::Backspace => name.push_str("Backspace"),
        KeyCode::Delete => name.push_str("Delete"),
        KeyCode::Left => name.push_str("Left"),
        KeyCode::Right => name.push_str("Right"),
        KeyCode::Up => name.push_str("Up"),
        KeyCode::Down => name.push_str("Down"),
        KeyCode::Home => name.push_str("Home"),
        KeyCode::End => name.push_str("End"),
        KeyCode::Insert => name.push_str("Insert"),
        KeyCode::PageUp => name.push_str("PgUp"),
        KeyCode::PageDown => name.push_str("PgDn"),
        _ => {}
    }
    name
}

#[cfg(test)]
mod tests;
