//! A user's own keys: what they do, and that every hint names them.

use knownow::{
    app::{keys::OwnKeys, message::Message},
    ui::keymap::{Wanted, own_keys},
};

use crate::stage::{Stage, shows};

const ME: &str = "Head of School B";

/// The day at 09:16 with these own keys, none of which is wrong.
fn with_keys(lines: &[(&str, &str, &[&str])]) -> Stage {
    let mut stage = Stage::new("half-day-maths", ME, "09:16");
    stage.take(Message::KeysRead(own(lines), None));
    stage
}

fn own(lines: &[(&str, &str, &[&str])]) -> OwnKeys {
    let wanted: Vec<Wanted> = (1..)
        .zip(lines)
        .map(|(line, (screen, action, keys))| Wanted {
            screen: (*screen).into(),
            action: (*action).into(),
            keys: keys.iter().map(ToString::to_string).collect(),
            line,
        })
        .collect();
    let (own, faults) = own_keys(&wanted);
    assert_eq!(faults, []);
    own
}

#[test]
fn what_has_another_key_is_done_by_it_and_by_it_alone() {
    let mut stage = with_keys(&[
        ("day", "next-place", &["F4"]),
        ("day", "coverage", &["Alt+C"]),
        ("plan", "plan-length", &["z"]),
    ]);
    let before = stage.screen(80, 24);
    stage.keys("<C-n>");
    assert_eq!(
        stage.screen(80, 24),
        before,
        "the shipped key does nothing any more"
    );
    stage.keys("<F4>");
    assert!(
        stage.screen(80, 24).contains("Now at Year 4"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<A-c>");
    assert!(stage.screen(80, 24).contains("Coverage - "));
    stage.keys("<Esc>");
    // Letters are text where text is typed, whatever they do elsewhere.
    stage.keys("z");
    assert_eq!(stage.day().capture.text(), "z");
}

#[test]
fn every_hint_names_the_keys_that_hold() {
    let mut stage = with_keys(&[
        ("day", "next-place", &["F4"]),
        ("day", "undo", &["Alt+U"]),
        ("day", "next-prompt", &["Alt+T"]),
        ("day", "palette", &["Alt+K"]),
        ("day", "delete-note", &["Alt+D"]),
    ]);
    stage.keys("+ every pupil answers<Enter><F4>");
    let day = stage.screen(80, 24);
    for hint in [
        "F4 next place",
        "Alt+T prompt",
        "Alt+K everything",
        "(Alt+U if that was a slip)",
    ] {
        assert!(day.contains(hint), "{hint:?} is not in\n{day}");
    }
    for gone in ["Ctrl+N", "Ctrl+Z", "Ctrl+K"] {
        assert!(!day.contains(gone), "{gone:?} is in\n{day}");
    }
    stage.keys("<C-p><C-p>");
    assert!(
        stage.screen(80, 24).contains("until F4"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<A-k>");
    shows("own_keys_palette", &stage.screen(100, 30));
    stage.keys("<Esc><F1>");
    let help = stage.screen(100, 30);
    assert!(help.contains("Alt+T") && !help.contains(" Tab "), "{help}");
}

#[test]
fn own_keys_and_what_was_chosen_for_enter_hold_beside_each_other() {
    let mut stage = Stage::new("half-day-maths", ME, "09:16");
    stage.set_by(Some("(enter: \"new-line\")"));
    stage.take(Message::KeysRead(own(&[("day", "coverage", &["F4"])]), None));
    stage.keys("+ one<Enter>and more");
    assert_eq!(stage.day().capture.text(), "+ one\nand more");
    stage.keys("<C-s><F4>");
    assert!(stage.screen(80, 24).contains("Coverage - "));
    stage.keys("<Esc><F1>new line in the note");
    let help = stage.screen(100, 30);
    assert!(help.contains("Enter  Ctrl+J"), "{help}");
    // What is chosen on the screen counts at once.
    stage.keys("<Esc><Esc><C-k>settings<Enter><Down><Down><Right><Esc>+ two<Enter>");
    assert!(stage.day().capture.started().is_none());
}

#[test]
fn own_keys_for_saving_come_first_and_the_settings_say_so() {
    let mut stage = with_keys(&[("day", "save", &["F4"])]);
    stage.set_by(Some("(enter: \"new-line\")"));
    stage.keys("+ one<Enter>");
    assert!(stage.day().capture.started().is_none(), "Enter saves");
    stage.keys("<C-k>settings<Enter><Down><Down>");
    let said = stage.screen(80, 24);
    assert!(said.contains("keys.ron has keys for saving"), "{said}");
}

/// A name that a school gave is no key, whatever it is.
#[test]
fn words_of_people_stay_as_they_were_typed() {
    let mut stage = with_keys(&[("day", "undo", &["Alt+U"]), ("day", "next-prompt", &["Alt+T"])]);
    stage.keys("+ Tab says Ctrl+Z<Enter>");
    let day = stage.screen(80, 24);
    assert!(day.contains("Tab says Ctrl+Z"), "{day}");
}

#[test]
fn that_a_key_does_not_hold_is_said_once_nothing_else_is_said() {
    let mut stage = Stage::new("half-day-maths", ME, "09:16");
    stage.keys("+ one<Enter><C-z>");
    let said = "keys.ron line 3: no key is called \"Hyper+Z\": `knownow doctor`";
    stage.take(Message::KeysRead(OwnKeys::default(), Some(said.into())));
    assert!(!stage.screen(80, 24).contains(said), "something else is said");
    stage.keys("<C-k>");
    assert!(!stage.screen(80, 24).contains(said), "a list lies on top");
    stage.keys("<Esc>");
    assert!(stage.screen(80, 24).contains(said), "{}", stage.screen(80, 24));
    stage.keys("a");
    assert!(!stage.screen(80, 24).contains(said));
}
