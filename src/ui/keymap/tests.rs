use super::{
    everything::{has_palette, palette_of},
    *,
};
use crate::domain::settings::EnterKey;

/// Whatever was chosen for Enter.
#[test]
fn no_key_means_two_things_in_one_context() {
    for enter in [EnterKey::Saves, EnterKey::BeginsLine] {
        let mut own = OwnKeys::shipped();
        own.choose_enter(enter);
        let all: Vec<Row<'_>> = rows(&own).collect();
        for (at, row) in all.iter().enumerate() {
            let here = all.iter().skip(at + 1);
            for other in here.filter(|other| other.binding.context == row.binding.context) {
                let shared = row.keys.iter().find(|key| other.keys.contains(key));
                let words = (row.binding.words, other.binding.words);
                assert_eq!(shared, None, "{words:?} share a key");
            }
        }
    }
}

#[test]
fn words_name_the_key_that_saves_where_enter_begins_a_line() {
    let mut own = OwnKeys::shipped();
    own.choose_enter(EnterKey::BeginsLine);
    let told = |words| in_words(&own, &[Context::Day], words).into_owned();
    assert_eq!(told("Enter saves, Ctrl+S too."), "Ctrl+S saves, Ctrl+S too.");
    assert_eq!(told("Ctrl+J or Ctrl+N"), "Ctrl+J or Ctrl+N");
    let in_list = in_words(&own, &[Context::List, Context::Day], "Enter takes it");
    assert_eq!(in_list, "Enter takes it");
}

/// Else a key would do two things, or what was chosen would leave nothing by which a note is saved.
#[test]
fn keys_of_ones_own_come_before_what_was_chosen_for_enter() {
    let wanted = |action: &str, keys: &[&str]| Wanted {
        screen: "day".into(),
        action: action.into(),
        keys: keys.iter().map(ToString::to_string).collect(),
        line: 1,
    };
    let does = |own: &OwnKeys, key| find(own, Context::Day, key).map(|row| row.does);
    let saves = Some(Does::Action(Action::Enter));
    let begins = Some(Does::Action(Action::Edit(Edit::NewLine)));
    for (action, keys, of_enter) in [
        ("coverage", ["F4"], begins),
        ("enter", ["F4"], None),
        ("save", ["F4"], saves),
        ("edit-new-line", ["F4"], saves),
    ] {
        let (mut own, faults) = own_keys(&[wanted(action, &keys)]);
        assert_eq!(faults, [], "{action}");
        own.choose_enter(EnterKey::BeginsLine);
        assert_eq!(does(&own, "Enter"), of_enter, "{action}");
        assert_ne!(does(&own, "F4"), None, "{action}");
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
    for key in keys().flat_map(|row| row.keys) {
        assert!(!own::is_not_sent(key), "{key}");
    }
    for key in [
        "Ctrl+I",
        "ctrl+space",
        "Ctrl+1",
        "Ctrl+\\",
        "F11",
        "Ctrl+Shift+N",
        "Ctrl+Alt+N",
    ] {
        assert!(own::is_not_sent(key), "{key}");
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

#[test]
fn every_action_of_a_screen_has_a_name_of_its_own() {
    let mut names: Vec<(String, String)> = keys().map(|row| (row.context.name(), row.does.name())).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(
        names.iter().all(|(_, name)| name.len() <= 60
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')),
        "{names:?}"
    );
}

/// What can be done somewhere stands in the list of every action there, or has a key where there is no such list.
#[test]
fn every_action_is_within_reach_where_it_can_be_done() {
    let shipped = OwnKeys::shipped();
    let without_list = [
        Context::Help,
        Context::Refused,
        Context::NotHere,
        Context::Entry,
        Context::Leave,
        Context::Hidden,
        Context::Discard,
    ];
    for context in keys().map(|row| row.context) {
        assert_eq!(
            has_palette(context),
            !without_list.contains(&context),
            "{context:?}"
        );
        let offered = palette_of(&shipped, context);
        for row in keys().filter(|row| row.context == context) {
            let is_offered = |action| offered.iter().any(|offer| offer.action == action);
            let within_reach = match row.does {
                Does::Action(action) if has_palette(context) => is_offered(action),
                Does::Action(_) | Does::Motion(_) | Does::Palette => !row.keys.is_empty(),
            };
            assert!(within_reach, "{context:?}: {}", row.words);
        }
    }
}
