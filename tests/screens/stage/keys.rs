//! Keys by their names: `+ every pupil<Enter><C-n><Tab>`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The key presses that `keys` names. `<lt>` is the sign itself.
pub fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut presses = Vec::new();
    let mut letters = keys.chars();
    while let Some(letter) = letters.next() {
        presses.push(if letter == '<' {
            let name: String = letters.by_ref().take_while(|letter| *letter != '>').collect();
            named(&name)
        } else {
            typed(letter)
        });
    }
    presses
}

fn typed(letter: char) -> KeyEvent {
    let shift = if letter.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(letter), shift)
}

fn named(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (prefix, modifier) in [
        ("C-", KeyModifiers::CONTROL),
        ("A-", KeyModifiers::ALT),
        ("S-", KeyModifiers::SHIFT),
    ] {
        if let Some(after) = rest.strip_prefix(prefix) {
            modifiers |= modifier;
            rest = after;
        }
    }
    KeyEvent::new(code(rest, modifiers), modifiers)
}

fn code(name: &str, modifiers: KeyModifiers) -> KeyCode {
    match name {
        "Enter" => KeyCode::Enter,
        "Tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "Esc" => KeyCode::Esc,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "lt" => KeyCode::Char('<'),
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F4" => KeyCode::F(4),
        letter => {
            let mut letters = letter.chars();
            let only = letters.next().filter(|_| letters.next().is_none());
            KeyCode::Char(only.unwrap_or_else(|| panic!("no key is called <{letter}>")))
        }
    }
}
