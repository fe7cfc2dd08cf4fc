//! What lies on top of the screen: blanked, helped with, and as it was again; and the footer beside it.

use crate::stage::Stage;

/// The page of the plan on the laptop of who keeps it.
fn planning() -> Stage {
    let mut stage = Stage::owner("half-day-maths", "Facilitator", "2026-11-20 16:05");
    stage.keys("<C-k>plan: look<Enter>");
    stage
}

#[test]
fn a_list_and_a_line_are_blanked_and_come_back_as_they_were() {
    const BLANK: &str = "(no cursor)\n";
    let mut stage = planning();
    stage.keys("<Down>qpupil");
    let list = stage.screen(80, 24);
    stage.keys("<C-o>");
    assert_eq!(stage.screen(80, 24).trim_start(), BLANK);
    stage.keys("x");
    assert_eq!(stage.screen(80, 24), list, "the key only brings it back");
    stage.keys("<F1>");
    assert!(stage.screen(80, 24).contains("Take the chosen row"));
    stage.keys("<C-o>x<Esc>");
    assert_eq!(stage.screen(80, 24), list, "the help lay on the list");
    stage.keys("<Esc><Enter> and a half");
    let line = stage.screen(80, 24);
    stage.keys("<C-o>");
    assert_eq!(stage.screen(80, 24).trim_start(), BLANK);
    stage.keys("<Enter>");
    assert_eq!(stage.screen(80, 24), line);
}

#[test]
fn the_keys_keep_clear_of_the_word_on_saving() {
    let mut stage = planning();
    stage.keys("<Down>f");
    for width in 80..=140 {
        let screen = stage.screen(width, 36);
        let footer = screen.lines().find(|line| line.contains("saved 16:05"));
        let footer = footer.unwrap_or_else(|| panic!("at {width}:\n{screen}"));
        assert!(footer.contains("  saved 16:05"), "at {width}: {footer}");
    }
}
