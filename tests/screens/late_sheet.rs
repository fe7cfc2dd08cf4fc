//! What the sheet for a late day offers and says.

use knownow::{app::Overlay, ui::words};

use crate::{
    late::{half_day, late_in_year_6, way},
    stage::{Stage, shows},
};

#[test]
fn who_is_still_in_the_place_before_says_so_with_one_key() {
    let mut stage = half_day("09:28");
    stage.at("09:37");
    stage.keys("<C-d>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Still in Year 6, 7 min late? p; or 4 push, 5 squeeze, 6 drop"),
        "{screen}"
    );
    stage.keys("p");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("7 min late") && screen.contains(">  Year 6"),
        "{screen}"
    );
    // It is done with the way that is taken, and not before.
    let before = (stage.day().stop().cloned(), stage.saved());
    stage.keys("<Esc>");
    assert_eq!((stage.day().stop().cloned(), stage.saved()), before);
    assert!(
        stage.screen(80, 24).contains("on time"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("<C-d>4");
    assert_eq!((stage.day().stop().cloned(), stage.saved()), before);
    stage.keys("<Enter>");
    assert!(
        stage.screen(80, 24).contains("on time, held"),
        "{}",
        stage.screen(80, 24)
    );
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
fn who_left_a_place_by_hand_is_not_asked_whether_they_are_still_there() {
    let asks = |stage: &mut Stage| {
        stage.keys("<C-d>");
        let asks = stage.screen(80, 24).contains("Still in");
        stage.keys("<Esc>");
        asks
    };
    let mut stage = half_day("08:09");
    stage.at("08:11");
    assert!(asks(&mut stage), "the clock went on");
    stage.keys("<C-p>");
    stage.at("08:18");
    stage.keys("<C-n><C-d><Enter>");
    assert!(
        stage.screen(80, 24).contains("on time"),
        "{}",
        stage.screen(80, 24)
    );
    for time in ["08:18", "08:25"] {
        stage.at(time);
        assert!(!asks(&mut stage), "{time}: {}", stage.screen(80, 24));
    }
    // Nor after a visit that nobody had planned.
    let mut stage = half_day("09:20");
    stage.keys("<C-d>aYear 12<Enter>");
    stage.at("09:24");
    assert!(!asks(&mut stage), "{}", stage.screen(80, 24));
}

#[test]
fn still_there_and_pushed_is_one_deed_and_is_taken_back_as_one() {
    for everyone in ["", "<Tab>"] {
        let mut stage = half_day("09:28");
        stage.at("09:32");
        let (before, planned) = (stage.day().stop().cloned(), way(&stage));
        stage.keys(&format!("<C-d>4{everyone}<Enter>"));
        stage.at("09:35");
        let here = stage
            .day()
            .here()
            .and_then(|here| here.visit)
            .map(|visit| visit.class.clone());
        assert_eq!(here.as_deref(), Some("Year 6"));
        stage.keys("<C-k>planned against<Enter>");
        let screen = stage.screen(120, 36);
        let year_4 = screen.lines().find(|line| line.contains("Year 4"));
        assert!(
            year_4.is_some_and(|line| line.contains("to come, moved to 09:32")),
            "{screen}"
        );
        let year_6 = screen.lines().find(|line| line.contains("Year 6"));
        assert!(
            year_6.is_some_and(|line| line.contains("until 09:35 (3 min over)")),
            "{screen}"
        );
        stage.keys("<Esc><C-z>");
        assert_eq!((stage.day().stop().cloned(), way(&stage)), (before, planned));
    }
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
fn before_and_after_the_day_the_sheet_says_why_and_takes_what_can_be_said_then() {
    let mut stage = half_day("2026-11-27 16:05");
    stage.keys("<C-d>");
    shows(
        "late_before_the_day",
        &format!("{}\n{}", stage.screen(80, 24), stage.screen(120, 36)),
    );
    stage.keys("s");
    assert!(stage.screen(80, 24).contains("Swap Year 5 with"));
    let mut stage = half_day("13:10");
    stage.keys("<C-d>s");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("There is no other visit to come today."),
        "{screen}"
    );
    stage.keys("n<Enter>staff were ill<Enter>");
    assert_eq!(stage.day().today.not_seen[0].class, "Year 2");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn a_day_that_ends_below_the_sheet_takes_no_letters_for_a_note() {
    let mut stage = half_day("11:58");
    stage.keys("<C-d>");
    stage.at("12:01");
    stage.keys("2s");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("There is no other visit to come today."),
        "{screen}"
    );
    assert_eq!(stage.day().capture.text(), "");
}

#[test]
fn who_stays_in_the_break_too_long_is_offered_what_is_behind_it() {
    let mut stage = half_day("10:52");
    stage.keys("<C-p><C-d>");
    shows("late_break_too_long", &stage.screen(80, 24));
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Pupil voice keeps 23. Ctrl+Z takes it back."),
        "{screen}"
    );
    let times = |stage: &Stage| {
        let stops = stage.day().route.stops().iter().rev().take(2);
        stops.map(|stop| stop.starts.hh_mm()).collect::<Vec<_>>()
    };
    assert_eq!(times(&stage), ["11:15", "10:52"]);
    stage.keys("<C-z>");
    assert_eq!(times(&stage), ["11:15", "10:45"]);
}

#[test]
fn who_is_late_at_the_last_fixed_row_is_not_told_to_be_in_time() {
    let mut stage = half_day("11:20");
    stage.keys("<C-d>+++++<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("+5 late, and fixed points stay: nothing changed. f moves them too."),
        "{screen}"
    );
    stage.keys("f<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Discussion of findings ends 12:05, nothing else changes; counted in time."),
        "{screen}"
    );
    let mut stage = half_day("11:20");
    stage.keys("<C-d><Enter>");
    assert!(
        stage
            .screen(80, 24)
            .contains("In time as it is: nothing was changed.")
    );

    // Eight minutes late by where the group is, and nothing behind it can move.
    let mut stage = half_day("11:22");
    stage.keys("<C-p>");
    stage.at("11:23");
    stage.keys("<C-n><C-d><Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Discussion of findings ends 12:00, nothing else changes; counted in time."),
        "{screen}"
    );
}

#[test]
fn who_went_on_early_is_told_no_cost_that_there_is_not() {
    // The meeting before was cut short; Year 5 begins twenty minutes early and has its fifteen.
    let mut stage = half_day("08:40");
    stage.keys("<C-n><C-d>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("09:00-09:15   08:40-08:55"), "{screen}");
    assert!(screen.contains("push the rest  costs nothing"), "{screen}");
}

#[test]
fn what_the_chosen_way_costs_can_be_read_whole_however_late_it_is() {
    for minutes in [5, 12, 25, 40, 90] {
        for options in ["", "f", "<Tab>", "f<Tab>"] {
            let mut stage = half_day("09:01");
            stage.keys(&format!("<C-d>{}{options}", "+".repeat(minutes)));
            for way in ["1", "2", "3"] {
                stage.keys(way);
                let screen = stage.screen(80, 24);
                let Some(Overlay::Late(late)) = &stage.model.overlay else {
                    panic!("the sheet is open");
                };
                let costs: Vec<String> = late.remedy().costs.iter().map(words::late::cost).collect();
                let rows = screen.lines().map(|row| row.trim_matches(['|', ' ']));
                let read = rows.collect::<Vec<_>>().join(" ");
                assert!(
                    read.contains(&costs.join("; ")),
                    "{minutes} {options} {way}\n{screen}"
                );
            }
        }
    }
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

#[test]
fn three_keys_squeeze_or_drop_what_is_to_come_though_the_clock_went_on() {
    for (key, wanted) in [("5", "09:37 Year 4, 09:5"), ("6", "09:37 Year 4")] {
        let mut stage = half_day("09:28");
        stage.at("09:37");
        stage.keys(&format!("<C-d>{key}"));
        let screen = stage.screen(80, 24);
        assert!(
            screen.contains("7 min late") && screen.contains(">  Year 6"),
            "all is seen before it is done: {screen}"
        );
        assert!(!way(&stage).contains(wanted), "{}", way(&stage));
        stage.keys("<Enter>");
        assert!(way(&stage).contains(wanted), "{}", way(&stage));
        let dropped = stage.day().today.not_seen.len();
        assert_eq!(dropped, usize::from(key == "6"));
    }
}

#[test]
fn minutes_are_typed_and_seen_at_once() {
    let mut stage = half_day("09:30");
    stage.keys("<C-d>8");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("For minutes type m first"), "{screen}");
    stage.keys("m12<BS>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("1_ min late"), "{screen}");
    stage.keys("<BS>8");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("8_ min late") && screen.contains("09:53-10:08"),
        "{screen}"
    );
    assert!(
        screen.contains("> 1 push") || screen.contains(">1 push"),
        "{screen}"
    );
    stage.keys("<Enter>");
    assert!(way(&stage).contains("09:53 Year 3"), "{}", way(&stage));
}

#[test]
fn the_sheet_and_the_page_say_the_same_of_the_present_class() {
    let mut stage = half_day("09:38");
    stage.keys("<C-d>m8");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("09:30-09:45   until 09:53"),
        "when it began is not in question: {screen}"
    );
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("09:30-09:53"), "{screen}");
    assert!(screen.contains("on time, plan 8 min later"), "{screen}");
}

#[test]
fn a_reason_typed_where_a_class_is_asked_for_is_not_lost() {
    let mut stage = half_day("09:31");
    stage.keys("a note that stays<Enter><C-k>was not seen<Enter>Teacher taken ill, cover<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("No class is called that: nothing noted.") && screen.contains("Teacher taken ill"),
        "{screen}"
    );
    assert!(stage.day().today.not_seen.is_empty());
    stage.keys("<Esc>");
    assert!(stage.screen(80, 24).contains("a note that stays"));
}

#[test]
fn an_action_that_did_nothing_is_not_what_is_undone_and_it_is_said_what_is() {
    let mut stage = half_day("09:31");
    stage.keys("a note that stays<Enter><C-d><Enter>");
    assert!(stage.screen(80, 24).contains("nothing was changed"));
    stage.keys("<C-z>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Undone") && screen.contains("note"), "{screen}");
}

#[test]
fn what_a_dropped_class_frees_goes_back_to_those_that_were_squeezed() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>++++<Right><Enter>");
    let lasts = |stage: &Stage| -> Vec<i64> {
        let visits = stage
            .day()
            .route
            .stops()
            .iter()
            .filter(|stop| stop.place.visit.is_some());
        visits.map(|stop| stop.ends.minutes_since(stop.starts)).collect()
    };
    assert_eq!(lasts(&stage)[2..], [12, 11, 11], "{}", way(&stage));
    stage.keys("<C-d><Down><Down><Right><Right><Enter>");
    assert_eq!(lasts(&stage)[2..], [19, 15], "{}", way(&stage));
}

#[test]
fn after_a_late_push_the_bar_counts_from_when_one_came() {
    let mut stage = half_day("08:11");
    stage.keys("<C-p>");
    stage.at("08:18");
    stage.keys("<C-n><C-d><Enter>");
    let bar = |stage: &Stage| {
        let screen = stage.screen(80, 24);
        let line = screen.lines().find(|line| line.contains("min left"));
        line.and_then(|line| line.split_whitespace().last())
            .unwrap_or_default()
            .to_string()
    };
    assert_eq!(bar(&stage), "-".repeat(10), "{}", stage.screen(80, 24));
    stage.at("08:28");
    assert_eq!(bar(&stage), "=====-----", "{}", stage.screen(80, 24));
}
