//! What the sheet for a late day offers and says.

use crate::{
    late::{half_day, late_in_year_6, way},
    stage::Stage,
};

#[test]
fn who_is_still_in_the_place_before_says_so_with_one_key() {
    let mut stage = half_day("09:28");
    stage.at("09:37");
    stage.keys("<C-d>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Still in Year 6? Left there it is 7 min late: press p"),
        "{screen}"
    );
    stage.keys("p");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("7 min late") && screen.contains(">  Year 6"),
        "{screen}"
    );
    stage.keys("<Esc>");
    assert!(
        stage.screen(80, 24).contains("held, +7"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<C-d><Enter>");
    assert!(
        way(&stage).contains("09:37 Year 4, 09:52 Year 3"),
        "{}",
        way(&stage)
    );
    assert!(
        stage
            .screen(80, 24)
            .contains("Year 4 and Year 3 are pushed by 7 min, Year 2 keeps 8."),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn the_chosen_row_is_seen_from_the_start_and_goes_over_all_rows() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>");
    let chosen = |stage: &Stage| {
        let screen = stage.screen(120, 36);
        let row = screen
            .lines()
            .find(|line| line.contains("| > ") && line.contains("-09:") || line.contains("| > *"));
        row.unwrap_or_default().to_string()
    };
    assert!(chosen(&stage).contains("Year 6"), "{}", stage.screen(120, 36));
    stage.keys("<Right><Down><Down><Down><Down>");
    let screen = stage.screen(120, 36);
    assert!(chosen(&stage).contains("Break"), "{screen}");
    assert!(screen.contains("not Break, share: somebody waits"), "{screen}");
    stage.keys("<Up><Right><Enter>");
    assert_eq!(stage.day().today.not_seen[0].class, "Year 2");
    assert!(
        stage.screen(80, 24).contains("Year 2 is dropped"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn where_nothing_can_be_done_the_sheet_stays_and_says_why() {
    let mut stage = half_day("11:20");
    stage.keys("<C-d>s");
    assert!(
        stage
            .screen(80, 24)
            .contains("There is no other visit to come today."),
        "{}",
        stage.screen(80, 24)
    );
    assert!(stage.model.overlay.is_some());
}

#[test]
fn help_lies_over_everything_and_gives_it_back() {
    for (keys, words) in [
        ("<C-d>", "Swap two visits"),
        ("<C-k>coverage<Enter>", "Classes at the left"),
        ("<C-g>", "Take back the last letter typed"),
        ("<C-d>a", "Leave it as it was"),
    ] {
        let mut stage = half_day("09:16");
        stage.keys(keys);
        let before = stage.screen(80, 24);
        stage.keys("<F1>");
        assert!(
            stage.screen(80, 40).contains(words),
            "{keys}\n{}",
            stage.screen(80, 40)
        );
        stage.keys("<Esc>");
        assert_eq!(stage.screen(80, 24), before, "{keys}");
        stage.keys("<F1><F1>");
        assert_eq!(stage.screen(80, 24), before, "{keys}");
    }
}

#[test]
fn the_palette_knows_other_words_too() {
    for (typed, found) in [
        ("nobody", "Coverage"),
        ("nothing yet", "Coverage"),
        ("overview", "Coverage"),
        ("matrix", "Coverage"),
        ("visit", "Add an unplanned visit"),
        ("room", "Add an unplanned visit"),
        ("absent", "A class was not seen"),
        ("warn", "Plan: look at it"),
        ("errors", "Plan: look at it"),
        ("seen", "A class was not seen"),
    ] {
        let mut stage = half_day("09:16");
        stage.keys(&format!("<C-k>{typed}"));
        let screen = stage.screen(80, 24);
        assert!(screen.contains(found), "{typed}:\n{screen}");
        let first = screen
            .lines()
            .find(|line| line.contains("| > ") && !line.contains(typed));
        assert!(
            first.is_none_or(|line| !line.contains("Blank the screen")),
            "{typed}:\n{screen}"
        );
    }
}
