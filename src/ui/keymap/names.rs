//! How a key press is called in the table.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The name of a key press as it stands in the table.
pub(super) fn key_name(key: KeyEvent) -> String {
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
