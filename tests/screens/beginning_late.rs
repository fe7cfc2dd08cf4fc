//! A day that is known to begin late, before it begins.

use crate::{
    late::{PLANNED, half_day, way},
    stage::{Stage, shows},
};

/// Ten minutes before the first row of the day.
fn before() -> Stage {
    half_day("07:50")
}

#[test]
fn a_day_begins_ten_minutes_later_and_what_is_fixed_stays() {
    let mut stage = before();
    stage.keys("<C-d>m10");
    shows("late_before_the_day_begins", &stage.screen(80, 24));
    stage.keys("<Enter>");
    let told = way(&stage);
    assert!(
        told.starts_with("08:10 Arrival and welcome, 08:15 Purpose, ground rules, 08:20 Meet teachers"),
        "{told}"
    );
    assert!(
        told.ends_with("10:15 Break, share, 10:45 Pupil voice, 11:15 Discussion of findings"),
        "{told}"
    );
    let screen = stage.screen(80, 24);
    assert!(screen.contains("begins in 20 min"), "{screen}");
    stage.die_and_reopen();
    assert_eq!(way(&stage), told, "it is on the disk");
    stage.at("08:12");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("on time, plan 10 min later"), "{screen}");
    assert_eq!(stage.day().position.map(|at| (at.stop, at.late)), Some((0, 0)));
}

#[test]
fn it_is_taken_back_like_any_other_change() {
    let mut stage = before();
    stage.keys("<C-d>m10<Enter>");
    assert_ne!(way(&stage), PLANNED);
    stage.keys("<C-z>");
    assert_eq!(way(&stage), PLANNED);
    assert!(
        stage.screen(80, 24).contains("pushing the rest of the day"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn another_row_that_was_looked_at_before_is_not_where_the_day_begins() {
    let mut stage = before();
    stage.keys("<C-n><C-n><C-n><C-d>m5<Enter>");
    assert!(way(&stage).starts_with("08:05 Arrival"), "{}", way(&stage));
}

#[test]
fn all_begin_together_unless_one_group_is_asked_for() {
    let mut one = Stage::laptop(1, "half-day-maths", "Head of School B", "07:50");
    let mut other = Stage::laptop(2, "half-day-maths", "Head of School C", "07:50");
    one.keys("<C-d>m10<Enter>");
    other.hears(&one);
    let begins = |stage: &Stage| stage.day().route.stop(0).map(|stop| stop.starts.hh_mm());
    assert_eq!(begins(&one), begins(&other));
    assert_eq!(begins(&one).as_deref(), Some("08:10"));
    one.keys("<C-z><C-d><Tab>m10<Enter>");
    other.hears(&one);
    let both = [&one, &other].map(|stage| begins(stage).unwrap_or_default());
    assert_eq!(both, ["08:10", "08:00"]);
}

#[test]
fn the_first_row_is_left_out_only_if_it_was_chosen() {
    let mut stage = before();
    stage.keys("<C-d>m103");
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("| > "), "nothing is chosen: {screen}");
    stage.keys("<Right><Right><Enter>");
    assert!(way(&stage).contains("Arrival and welcome"), "{}", way(&stage));
}

#[test]
fn with_nothing_asked_for_nothing_is_changed() {
    let mut stage = before();
    stage.keys("<C-d>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Begins as planned"), "{screen}");
    stage.keys("<Enter>");
    assert_eq!(way(&stage), PLANNED);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("nothing was changed"), "{screen}");
}
