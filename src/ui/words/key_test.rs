//! The words where it is shown what keys arrive as.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The title.
pub const TITLE: &str = "What each key arrives as";
/// How to leave.
pub const LEAVE: &str = "Press keys, or paste something. Ctrl+Q leaves, or Esc twice.";
/// Before anything is pressed.
pub const NOTHING_YET: &str = "Nothing has arrived yet.";
/// Above the columns.
pub const COLUMNS: [&str; 3] = ["key", "on the day", "as it came"];

/// The letter that a key types, capital or small.
#[must_use]
pub fn typed(key: KeyEvent) -> Option<char> {
    let shortcut = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(letter) if !shortcut => Some(letter),
        _ => None,
    }
}

/// What a key press does on the day, by the words of the key table.
#[must_use]
pub fn does(key: KeyEvent, in_table: Option<&'static str>) -> String {
    if typed(key).is_some() {
        return "is typed".into();
    }
    in_table.unwrap_or("nothing").into()
}

/// What arrived otherwise than as a key press: how it is called, and what it does on the day.
#[must_use]
pub fn other(event: &Event) -> (String, String) {
    match event {
        Event::Key(_) => ("(let go)".into(), "nothing: the press did it".into()),
        Event::Paste(text) => (
            format!("(paste, {} lines)", text.lines().count()),
            "goes into the line as one piece".into(),
        ),
        Event::Resize(..) => ("(new size)".into(), "everything is drawn anew".into()),
        Event::FocusGained | Event::FocusLost => ("(another window)".into(), "nothing".into()),
        Event::Mouse(_) => ("(mouse)".into(), "nothing".into()),
    }
}

/// An event as the terminal reported it; of a paste only how long it is.
#[must_use]
pub fn as_it_came(event: &Event) -> String {
    match event {
        Event::Key(key) => key_as_it_came(*key),
        Event::Paste(text) => format!("paste of {} characters", text.chars().count()),
        Event::Resize(columns, rows) => format!("{columns} x {rows}"),
        Event::FocusGained => "focus gained".into(),
        Event::FocusLost => "focus lost".into(),
        Event::Mouse(mouse) => format!("{:?}", mouse.kind),
    }
}

fn key_as_it_came(key: KeyEvent) -> String {
    let kind = match key.kind {
        KeyEventKind::Press => "press",
        KeyEventKind::Repeat => "repeat",
        KeyEventKind::Release => "release",
    };
    let code = match key.code {
        KeyCode::Char(letter) => format!("'{letter}' U+{:04X}", u32::from(letter)),
        KeyCode::F(number) => format!("F{number}"),
        code => format!("{code:?}"),
    };
    let held: Vec<String> = key
        .modifiers
        .iter_names()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    if held.is_empty() {
        format!("{kind} {code}")
    } else {
        format!("{kind} {code} + {}", held.join(" + "))
    }
}
