//! A session that another window has open, and what becomes of it once that one is closed.

use knownow::app::{Overlay, message::ReadOnly};

use crate::stage::Stage;

fn reader() -> Stage {
    let why = ReadOnly::HeldBy("since 09:00".into());
    Stage::read_only(
        "half-day-maths-80-notes",
        "Head of School B",
        "2026-12-01 09:16",
        why,
    )
}

#[test]
fn the_banner_says_what_to_do_and_goes_by_itself_with_a_plain_sentence() {
    let mut stage = reader();
    let screen = stage.screen(100, 30);
    assert!(screen.contains("READ ONLY"), "{screen}");
    assert!(screen.contains("Close that one to write here"), "{screen}");
    stage.other_window_closes();
    let screen = stage.screen(100, 30);
    assert!(!screen.contains("READ ONLY"), "{screen}");
    assert!(
        screen.contains("what you type is saved here from now on"),
        "{screen}"
    );
    stage.keys("+ quokkas<Enter>");
    assert!(stage.files().contains("quokkas"));
}

#[test]
fn what_is_typed_meanwhile_in_a_search_or_a_list_stays_as_it_is() {
    let mut stage = reader();
    stage.keys("<C-f>whiteb");
    stage.other_window_closes();
    assert!(stage.screen(100, 30).contains("whiteb"));
    stage.keys("oards<C-k>cover");
    let Some(Overlay::Picker(picker)) = &stage.model.overlay else {
        panic!("the list is open");
    };
    assert_eq!(picker.query(), "cover");
}

#[test]
fn a_list_and_a_hidden_screen_stay_over_it() {
    let mut stage = reader();
    stage.keys("<C-k>cover");
    stage.other_window_closes();
    let Some(Overlay::Picker(picker)) = &stage.model.overlay else {
        panic!("the list is gone");
    };
    assert_eq!(picker.query(), "cover");
    let mut stage = reader();
    stage.keys("<C-e>");
    let hidden = stage.screen(100, 30);
    stage.other_window_closes();
    assert!(matches!(stage.model.overlay, Some(Overlay::Hidden(_))));
    assert_eq!(stage.screen(100, 30), hidden);
}

#[test]
fn another_window_that_was_quicker_leaves_it_as_it_was() {
    let mut stage = reader();
    let again = stage.reopened();
    let before = stage.screen(100, 30);
    stage.take(again);
    assert_eq!(stage.screen(100, 30), before);
}
