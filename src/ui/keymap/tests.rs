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

/// A child does not wait until another box is open.
#[test]
fn the_safeguarding_key_works_wherever_keys_are_pressed() {
    let hides = |context: Context| {
        let mut here = keys().filter(|row| row.context == context);
        here.any(|row| row.does == Does::Action(Action::Safeguarding) && row.keys == SAFEGUARDING)
    };
    // Where it is hidden already, it is looked for before any table.
    let dead: Vec<Context> = keys()
        .map(|row| row.context)
        .filter(|context| *context != Context::Hidden && !hides(*context))
        .collect();
    assert_eq!(dead, []);
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
    let name = |code, modifiers| names::key_name(KeyEvent::new(code, modifiers));
    assert_eq!(name(KeyCode::Char('n'), KeyModifiers::CONTROL), "Ctrl+N");
    assert_eq!(name(KeyCode::BackTab, KeyModifiers::SHIFT), "Shift+Tab");
    assert_eq!(name(KeyCode::Enter, KeyModifiers::SHIFT), "Shift+Enter");
    assert_eq!(name(KeyCode::F(8), KeyModifiers::NONE), "F8");
    assert_eq!(name(KeyCode::Char('h'), KeyModifiers::CONTROL), "Backspace");
}
