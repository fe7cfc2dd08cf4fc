//! A further visit in a row whose time is all taken.

use crate::stage::Stage;

/// The plan's page of a day at `time`, with the cursor on the last visit of Group 1; `noted` says whether there are
/// notes, so that what is changed is recorded.
fn at_last_visit(time: &str, noted: bool) -> Stage {
    let mut stage = Stage::owner("half-day-maths", "Facilitator", time);
    if noted {
        stage.keys("+ whiteboards<Enter>");
    }
    stage.keys("<C-k>plan: look<Enter>");
    goes_to(&mut stage, "Lesson visits");
    stage.keys("<Right>");
    goes_to(&mut stage, "+ Groups      Group 1, Group 2");
    stage.keys("<Right><Down><Right><Down>");
    goes_to(&mut stage, "10:00  Year 2");
    stage
}

fn goes_to(stage: &mut Stage, words: &str) {
    stage.keys("<Home>");
    for _ in 0..150 {
        let screen = stage.screen(120, 36);
        let line = screen.lines().find(|line| line.starts_with('>'));
        if line.is_some_and(|line| line.contains(words)) {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no line has {words:?} on\n{}", stage.screen(120, 36));
}

#[track_caller]
fn says(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    assert!(screen.contains(words), "{words:?} is not on\n{screen}");
}

/// The visits of Group 1 today.
fn visits(stage: &Stage) -> String {
    let plan = stage.day().plan_in_hand();
    let rows = plan.days[0].slots.iter();
    let visits = rows
        .filter_map(|row| row.tracks.first())
        .flat_map(|track| &track.visits);
    let told: Vec<String> = visits
        .map(|visit| format!("{} {}", visit.starts.format("%H:%M"), visit.class))
        .collect();
    told.join(", ")
}

#[test]
fn before_the_day_the_last_visit_is_halved_and_what_it_keeps_is_said() {
    let mut stage = at_last_visit("2026-11-20 16:05", false);
    stage.keys("a");
    says(&stage, "> 10:08");
    says(&stage, "The row is full: from 10:08 Year 2 keeps 8 of 15 min.");
    // Only the class is typed: its time is the proposed one.
    stage.keys("Year 1<Enter>");
    assert!(
        visits(&stage).ends_with("10:00 Year 2, 10:08 Year 1"),
        "{}",
        visits(&stage)
    );
    says(&stage, "Added: from 10:08 Year 2 keeps 8 of 15 min.");
}

#[test]
fn in_a_running_row_a_further_visit_begins_now() {
    let mut stage = at_last_visit("09:20", true);
    stage.keys("a");
    says(&stage, "> 09:20");
    says(&stage, "The row is full: from 09:20 Year 6 keeps 5 of 15 min.");
    stage.keys("<End>Year 12<Enter>");
    assert!(
        visits(&stage).contains("09:15 Year 6, 09:20 Year 12, 09:30 Year 4"),
        "{}",
        visits(&stage)
    );
    says(
        &stage,
        "Recorded for everyone: from 09:20 Year 6 keeps 5 of 15 min.",
    );
    stage.keys("<C-z>");
    assert!(!visits(&stage).contains("Year 12"), "{}", visits(&stage));
}

#[test]
fn another_time_that_is_typed_says_its_own_cost() {
    let mut stage = at_last_visit("08:40", true);
    stage.keys("a09:25 Year 12<Enter>");
    says(
        &stage,
        "Recorded for everyone: from 09:25 Year 6 keeps 10 of 15 min.",
    );
}

#[test]
fn where_there_is_time_nothing_is_said_of_what_it_costs() {
    let mut stage = at_last_visit("2026-11-20 16:05", false);
    stage.keys("d");
    goes_to(&mut stage, "09:45  Year 3");
    stage.keys("a");
    says(&stage, "> 10:00");
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("keeps"), "{screen}");
    stage.keys("Year 1<Enter>");
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("keeps"), "{screen}");
    assert!(visits(&stage).ends_with("10:00 Year 1"), "{}", visits(&stage));
}

#[test]
fn from_the_late_sheet_it_is_said_what_the_class_before_keeps() {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "09:20");
    stage.keys("<C-d>aYear 12<Enter>");
    says(
        &stage,
        "Now at Year 12, unplanned; Year 6 keeps 5 of 15 min. Ctrl+Z takes it back.",
    );
}

#[test]
fn a_class_is_called_as_the_plan_calls_it() {
    let mut stage = at_last_visit("2026-11-20 16:05", false);
    stage.keys("aY1<Enter>");
    assert!(
        visits(&stage).ends_with("10:00 Year 2, 10:08 Year 1"),
        "{}",
        visits(&stage)
    );
}
