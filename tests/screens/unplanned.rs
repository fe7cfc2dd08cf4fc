//! A class that is visited though nobody planned it, begins now, and stays the place of what is typed next.

use crate::{
    late::{half_day, way},
    stage::Stage,
};

/// The class where the group is, and whether it stays there.
fn stands(stage: &Stage) -> (String, bool) {
    let day = stage.day();
    let class = day.here().and_then(|here| here.visit).map(|visit| &visit.class);
    let held = day.position.is_some_and(|position| position.held);
    (class.cloned().unwrap_or_default(), held)
}

/// Where the note that was made last is filed.
fn filed(stage: &Stage) -> String {
    let day = stage.day();
    let note = day.board.mine.last().and_then(|mine| day.note(*mine));
    note.expect("a note").body.place.name().to_string()
}

/// What plan against actual says of a class: its times today, and when the group came.
fn actual(stage: &Stage, class: &str) -> (String, Option<String>) {
    let day = stage.day();
    let lines = day
        .today
        .actual(&day.plan, &day.records, day.me.group.as_ref(), stage.now);
    let line = lines
        .iter()
        .find(|line| line.name == class && line.planned.is_none());
    let line = line.expect("an unplanned visit");
    let (starts, ends) = line.today.expect("it takes place");
    (
        format!("{}-{}", starts.hh_mm(), ends.hh_mm()),
        line.came.map(knownow::domain::stamp::Stamp::hh_mm),
    )
}

#[test]
fn who_stayed_in_the_class_before_begins_an_unplanned_one_now() {
    let mut stage = half_day("09:20");
    stage.keys("<C-d>paYear 12<Enter>");
    assert!(
        way(&stage).contains("09:15 Year 6, 09:20 Year 12, 09:30 Year 4"),
        "{}",
        way(&stage)
    );
    assert_eq!(stands(&stage), ("Year 12".into(), false));
    for time in ["09:21", "09:29"] {
        stage.at(time);
        assert_eq!(stands(&stage), ("Year 12".into(), false), "{time}");
    }
    stage.keys("+ a count in twos<Enter>");
    assert_eq!(filed(&stage), "Year 12");
    assert_eq!(
        actual(&stage, "Year 12"),
        ("09:20-09:30".into(), Some("09:20".into()))
    );
    stage.at("09:30");
    assert_eq!(stands(&stage), ("Year 4".into(), false));
}

#[test]
fn who_stayed_in_a_meeting_goes_to_the_row_where_lessons_are_seen() {
    let mut stage = half_day("09:05");
    stage.keys("<C-p>");
    assert_eq!(stands(&stage), (String::new(), true), "with the SENDCO");
    stage.keys("<C-d>aYear 12<Enter>");
    assert!(
        way(&stage).contains("09:00 Year 5, 09:05 Year 12, 09:15 Year 6"),
        "{}",
        way(&stage)
    );
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Full participation"), "its questions: {screen}");
    // The lateness of who comes from a meeting is over with the class that begins now.
    let mut stage = half_day("08:20");
    stage.keys("<C-p>");
    stage.at("08:40");
    stage.keys("<C-n><C-n>");
    assert_eq!(stage.day().position.map(|at| at.late), Some(10));
    stage.at("09:05");
    stage.keys("<C-d>aYear 12<Enter>");
    assert!(
        way(&stage).contains("09:00 Year 5, 09:05 Year 12, 09:15 Year 6"),
        "{}",
        way(&stage)
    );
    assert_eq!(stands(&stage), ("Year 12".into(), false));
}

#[test]
fn an_unplanned_visit_with_no_time_left_stays_until_the_next_step() {
    let mut stage = half_day("09:27");
    stage.keys("<C-d>aYear 12<Enter>");
    assert_eq!(stands(&stage), ("Year 12".into(), true));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("until Ctrl+N"), "{screen}");
    stage.at("09:36");
    stage.keys("+ still here<Enter>");
    assert_eq!(filed(&stage), "Year 12");
    assert_eq!(
        actual(&stage, "Year 12"),
        ("09:27-09:30".into(), Some("09:27".into()))
    );
    stage.die_and_reopen();
    assert_eq!(stands(&stage), ("Year 12".into(), true));
    stage.keys("<C-n>");
    assert_eq!(stands(&stage), ("Year 4".into(), false));
}

#[test]
fn neither_a_swap_nor_a_visit_added_moves_the_plan() {
    let on_time = |stage: &Stage| {
        let screen = stage.screen(80, 24);
        let header = screen.lines().next().unwrap_or_default().to_string();
        assert!(!header.contains("plan"), "{header}\n{}", way(stage));
    };
    for swap in ["<C-d>s<Enter>", "<C-d>s<Down><Enter>", "<C-d>h<Enter>"] {
        let mut stage = half_day("09:20");
        stage.keys(swap);
        for time in ["09:21", "09:31", "09:46", "10:01", "10:16"] {
            stage.at(time);
            on_time(&stage);
        }
        let mut stage = half_day("09:20");
        stage.keys("<C-p>");
        stage.keys(swap);
        stage.keys("<C-d>aYear 3<Enter><Enter>");
        for time in ["09:21", "09:31", "09:46", "10:01", "10:16"] {
            stage.at(time);
            on_time(&stage);
        }
    }
    // What is pushed says so, swapped or not.
    let mut stage = half_day("09:16");
    stage.keys("<C-d>s<Enter><C-d>+++++<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("on time, plan 5 min later"), "{screen}");
}

#[test]
fn a_class_not_seen_where_one_is_says_so_and_the_next_place_is_offered() {
    let mut stage = half_day("09:05");
    stage.keys("<C-d>n<Enter>fire drill<Enter>");
    for (columns, rows) in [(80, 24), (120, 36)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("x not seen: fire drill"), "{screen}");
        assert!(
            screen.contains("x Year 5"),
            "its sign stands in the timetable: {screen}"
        );
        assert!(
            screen.contains("Year 5 was not seen: noted. Ctrl+N goes on"),
            "{screen}"
        );
    }
    stage.keys("? was it planned<Enter>");
    assert_eq!(filed(&stage), "Year 5");
    stage.keys("<C-n>");
    assert_eq!(stands(&stage).0, "Year 6");
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("x Year 5") && !screen.contains("fire drill"),
        "{screen}"
    );
}

#[test]
fn late_in_a_break_before_a_fixed_point_costs_and_columns_agree() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 2", "2027-01-20 10:00");
    stage.keys("<C-d>+++++++");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Break keeps 8 of 15 min"), "{screen}");
    assert!(
        screen.contains("10:00-10:15   until 10:15   until 10:15"),
        "{screen}"
    );
    stage.keys("<Tab>3<Enter>");
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("+7 late; from 10:15, which is fixed, all is in time. f moves it too."),
        "{screen}"
    );
    stage.keys("f1<Enter>");
    assert!(
        way(&stage).contains("10:22 Teacher interviews"),
        "{}",
        way(&stage)
    );
}

#[test]
fn what_a_dropped_place_leaves_to_the_one_before_it_is_said() {
    let mut stage = half_day("09:16");
    stage.keys("<C-d>+++++++3");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Year 3 lasts 23 instead of 15 min"), "{screen}");
    stage.keys("<Enter>");
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("Year 2 is dropped, Year 4 and Year 3 are pushed by 7 min, Year 3 lasts 23."),
        "{screen}"
    );
}

#[test]
fn a_class_is_called_as_the_plan_calls_it() {
    let mut stage = half_day("09:20");
    stage.keys("<C-d>ayr 4<Enter>");
    assert!(
        way(&stage).contains("09:20 Year 4, 09:30 Year 4"),
        "{}",
        way(&stage)
    );
    // A year that the plan does not know is spelled as in any plan.
    let mut stage = half_day("09:20");
    stage.keys("<C-d>ayr 12<Enter>");
    assert!(way(&stage).contains("09:20 Year 12"), "{}", way(&stage));
}

#[test]
fn an_unplanned_visit_out_of_a_meeting_starts_with_no_question() {
    let mut stage = half_day("08:40");
    assert!(
        stage.day().prompt_here().is_some(),
        "a meeting starts with its first"
    );
    stage.keys("<C-d>aYear 12<Enter>+ cubes<Enter>");
    assert_eq!(filed(&stage), "Year 12");
    let notes: Vec<_> = stage.day().records.notes.live().collect();
    assert_eq!(notes[0].body.place.prompt, None);
}
