//! The one table of keys. Footer, help, palette and README are made from it or checked against it.

mod late;
mod plan;

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
    /// In the help.
    Help,
    /// Where it is chosen what is done about being late.
    Late,
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
}

const fn day(keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    Binding {
        context: Context::Day,
        keys,
        does: Does::Action(action),
        words,
        footer: None,
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
    }
}

const fn at(context: Context, keys: &'static [&'static str], action: Action, words: &'static str) -> Binding {
    Binding {
        context,
        keys,
        does: Does::Action(action),
        words,
        footer: None,
    }
}

const fn move_in_entry(keys: &'static [&'static str], motion: Motion, words: &'static str) -> Binding {
    Binding {
        context: Context::Entry,
        keys,
        does: Does::Motion(motion),
        words,
        footer: None,
    }
}

const fn footer(binding: Binding, words: &'static str) -> Binding {
    Binding {
        footer: Some(words),
        ..binding
    }
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
        },
        "everything",
    )
}

/// Every key of the program.
pub fn keys() -> impl Iterator<Item = &'static Binding> + Clone {
    KEYS.iter().chain(late::KEYS).chain(plan::KEYS)
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
        "After going back: move the notes just made there too",
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
    at(
        Context::List,
        &["Ctrl+O", "F9"],
        Action::Blank,
        "Blank the screen; any key brings it back",
    ),
    footer(at(Context::List, &["F1"], Action::Help, "Help"), "help"),
    palette(Context::List),
    at(Context::List, &[], Action::Demo, "Try the worked example"),
    at(Context::List, &["Ctrl+L"], Action::Redraw, "Redraw the screen"),
    footer(at(Context::List, &["Ctrl+Q"], Action::Quit, "Quit"), "quit"),
    at(Context::Help, &["Up"], Action::Up, "Row before"),
    at(Context::Help, &["Down"], Action::Down, "Row after"),
    at(Context::Help, &["PgUp"], Action::PageUp, "Page before"),
    at(Context::Help, &["PgDn"], Action::PageDown, "Page after"),
    at(
        Context::Help,
        &["Esc", "F1", "Enter"],
        Action::Close,
        "Close the help",
    ),
    at(Context::Help, &["Ctrl+Q"], Action::Quit, "Quit"),
    at(Context::Entry, &["Enter"], Action::Enter, "Take the line"),
    at(Context::Entry, &["Esc"], Action::Close, "Leave it as it was"),
    at(
        Context::Entry,
        &["Backspace"],
        Action::Edit(Edit::Backspace),
        "Delete the character before the cursor",
    ),
    at(
        Context::Entry,
        &["Delete"],
        Action::Edit(Edit::Delete),
        "Delete the character after the cursor",
    ),
    at(
        Context::Entry,
        &["Ctrl+W"],
        Action::Edit(Edit::DeleteWord),
        "Delete the word before the cursor",
    ),
    move_in_entry(&["Left"], Motion::Left, "One character back"),
    move_in_entry(&["Right"], Motion::Right, "One character on"),
    move_in_entry(&["Ctrl+Left"], Motion::WordLeft, "One word back"),
    move_in_entry(&["Ctrl+Right"], Motion::WordRight, "One word on"),
    move_in_entry(&["Home"], Motion::LineStart, "To the start of the line"),
    move_in_entry(&["End"], Motion::LineEnd, "To the end of the line"),
    at(Context::Entry, &["Ctrl+Q"], Action::Quit, "Quit"),
    at(Context::Leave, &["Enter", "Ctrl+Q"], Action::Enter, "Leave"),
    at(Context::Leave, &["Esc"], Action::Close, "Stay"),
];

/// Where keys are pressed now; `None` while the screen is blank, where every key only brings it back.
#[must_use]
pub fn context(model: &Model) -> Option<Context> {
    Some(match (&model.overlay, &model.screen) {
        (None, Screen::Day(_)) if model.page.is_some() => Context::Plan,
        (Some(Overlay::Blank), _) => return None,
        (Some(Overlay::Help(_)), _) => Context::Help,
        (Some(Overlay::Leave), _) => Context::Leave,
        (Some(Overlay::Late(_)), _) => Context::Late,
        (Some(Overlay::Entry(_)), _) => Context::Entry,
        (Some(Overlay::Picker(_)), _) | (None, Screen::Home(_)) => Context::List,
        (None, Screen::Day(_)) => Context::Day,
    })
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
        (Context::List, '?') if model.overlay.is_none() => Some(Message::Asked(Action::Help)),
        (Context::List, ':') if model.overlay.is_none() => Some(Message::PaletteOpened(palette_rows(model))),
        (Context::Day | Context::List | Context::Entry, _) => Some(Message::Typed(typed)),
        (Context::Late, _) => late::typed(typed).map(Message::Asked),
        (Context::Help | Context::Leave, _) => None,
    }
}

/// Where keys are pressed once nothing lies on top.
#[must_use]
pub fn context_below(model: &Model) -> Context {
    match (&model.screen, &model.page) {
        (Screen::Home(_), _) => Context::List,
        (Screen::Day(_), None) => Context::Day,
        (Screen::Day(_), Some(Page::Plan(_))) => Context::Plan,
    }
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
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for (at, row) in keys().enumerate() {
            for other in keys().skip(at + 1) {
                let shared = row
                    .keys
                    .iter()
                    .find(|key| row.context == other.context && other.keys.contains(key));
                assert_eq!(shared, None, "{} and {} share a key", row.words, other.words);
            }
        }
    }

    #[test]
    fn keys_that_no_terminal_keeps_are_not_bound() {
        let unkept = [
            "B", "H", "I", "M", "[", "Space", "/", "\\", ",", "+", "-", "PgUp", "PgDn", "Tab",
        ];
        for key in keys().flat_map(|row| row.keys) {
            assert!(
                !unkept.iter().any(|unkept| *key == format!("Ctrl+{unkept}")),
                "{key}"
            );
            assert!(!["F5", "F6", "F10", "F11", "F12"].contains(key), "{key}");
            assert!(!key.contains("Ctrl+Shift") && !key.contains("Ctrl+Alt"), "{key}");
        }
    }

    #[test]
    fn a_press_has_the_name_that_stands_in_the_table() {
        let name = |code, modifiers| key_name(KeyEvent::new(code, modifiers));
        assert_eq!(name(KeyCode::Char('n'), KeyModifiers::CONTROL), "Ctrl+N");
        assert_eq!(name(KeyCode::BackTab, KeyModifiers::SHIFT), "Shift+Tab");
        assert_eq!(name(KeyCode::Enter, KeyModifiers::SHIFT), "Shift+Enter");
        assert_eq!(name(KeyCode::F(8), KeyModifiers::NONE), "F8");
        assert_eq!(name(KeyCode::Char('h'), KeyModifiers::CONTROL), "Backspace");
    }
}
