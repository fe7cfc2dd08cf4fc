//! Fixed points keep their times unasked: on the day for whoever is late, and on the page of the plan.

use crate::{
    late::half_day,
    plan_page::{HALF_DAY, goes_to, page, planning},
    stage::Stage,
};

/// The screen says this, over one line or several.
fn tells(stage: &Stage, words: &str) {
    let screen = stage.screen(80, 24);
    let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(words), "{words:?} is not on\n{screen}");
}

/// Where the group is: the activity or class, how late, whether it stays there.
fn stands(stage: &Stage) -> (String, i64, bool) {
    let day = stage.day();
    let (here, at) = (day.here().expect("a place"), day.position.expect("a place"));
    let name = here.visit.map_or(&here.activity.title, |visit| &visit.class);
    (name.clone(), at.late, at.held)
}

#[test]
fn who_is_late_before_a_fixed_point_has_the_time_until_it_and_the_clock_goes_there() {
    let mut stage = half_day("10:07");
    stage.keys("<C-p><C-n>");
    tells(
        &stage,
        "Now at Year 2, +7 late, until 10:15: Break, share is fixed.",
    );
    tells(&stage, "8 min left");
    tells(&stage, "10:07 +7 late");
    stage.keys("<C-d>");
    tells(&stage, "until 10:15");
    stage.keys("<Esc>");
    stage.at("10:14");
    tells(&stage, "1 min - closing");
    stage.at("10:15");
    assert_eq!(stands(&stage), ("Break, share".into(), 0, false));
    tells(&stage, "10:15 on time");
    tells(&stage, "30 min left");
    stage.at("10:45");
    assert_eq!(stands(&stage), ("Pupil voice".into(), 0, false));
    stage.at("11:15");
    tells(&stage, "45 min left");
}

#[test]
fn a_class_that_finds_no_time_before_a_fixed_point_is_named() {
    let mut stage = half_day("09:46");
    stage.keys("<C-p>");
    stage.at("10:01");
    stage.keys("<C-n>");
    tells(&stage, "Now at Year 3, +16 late: no time for Year 2 by 10:15");
    tells(&stage, "14 min left");
    stage.at("10:15");
    assert_eq!(stands(&stage).0, "Break, share");
}

#[test]
fn who_stays_past_a_fixed_point_begins_it_late_by_hand_and_it_ends_in_time() {
    let mut stage = half_day("10:12");
    stage.keys("<C-p>");
    stage.at("10:27");
    assert_eq!(stands(&stage), ("Year 3".into(), 0, true));
    stage.keys("<C-n>");
    tells(&stage, "Staying at Year 2 until Ctrl+N");
    assert_eq!(stands(&stage), ("Year 2".into(), 27, true));
    stage.keys("<C-n>");
    tells(
        &stage,
        "Now at Break, share, +12 late, until 10:45: Pupil voice is fixed.",
    );
    tells(&stage, "18 min left");
    stage.die_and_reopen();
    assert_eq!(stands(&stage), ("Break, share".into(), 12, false));
    stage.at("10:45");
    assert_eq!(stands(&stage), ("Pupil voice".into(), 0, false));
    let day = stage.day();
    let lines = day
        .today
        .actual(&day.plan, &day.records, day.me.group.as_ref(), stage.now);
    let came = |name: &str| {
        let line = lines.iter().find(|line| line.name == name);
        line.expect("a line")
            .came
            .map(knownow::domain::stamp::Stamp::hh_mm)
    };
    assert_eq!(
        ["Year 3", "Year 2", "Break, share", "Pupil voice"].map(came),
        [None, Some("10:27".into()), Some("10:27".into()), None]
    );
}

/// When the rows of the first day begin on the disk.
fn begin(stage: &Stage) -> String {
    let plan = stage.plan_on_disk();
    let rows = plan.days[0].slots.iter().skip(4);
    rows.map(|row| row.starts.format("%H:%M").to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn on_the_page_of_the_plan_a_fixed_point_moves_only_when_asked_and_is_named() {
    let mut stage = planning();
    goes_to(&mut stage, "Lesson visits");
    stage.keys("s10<Enter>");
    assert_eq!(begin(&stage), "09:10 10:15 10:45 11:15");
    tells(&stage, "Lesson visits keeps 65 of 75 min. Ctrl+Z takes it back.");
    stage.keys("<C-z>s80<Enter>");
    tells(
        &stage,
        "No room: it would run into the fixed point \"Break, share\" at 10:15.",
    );
    stage.keys("<Esc>s10 all<Enter>");
    assert_eq!(begin(&stage), "09:10 10:25 10:55 11:25");
    tells(
        &stage,
        "Fixed points moved: Break, share; Pupil voice; Discussion of findings.",
    );
    stage.keys("<C-z>+");
    assert_eq!(begin(&stage), "09:05 10:15 10:45 11:15");
    tells(&stage, "Lesson visits keeps 70 of 75 min.");
}

#[test]
fn on_a_day_with_notes_fixed_points_stay_too() {
    let mut stage = page({
        let mut stage = half_day("08:01");
        stage.keys("+ a warm welcome<Enter>");
        stage
    });
    goes_to(&mut stage, "Lesson visits");
    stage.keys("s10<Enter>");
    tells(&stage, "Recorded for everyone: Lesson visits keeps 65 of 75 min.");
    let breaks = stage.day().today.plan.days[0].slots[5].starts;
    assert_eq!(breaks.format("%H:%M").to_string(), "10:15");
}

#[test]
fn being_late_twice_invents_no_time_at_which_the_row_began() {
    let mut stage = half_day("08:19");
    stage.keys("<C-d>m5<Enter>");
    stage.at("08:22");
    stage.keys("<C-d>m3<Enter>");
    let day = stage.day();
    let lines = day
        .today
        .actual(&day.plan, &day.records, day.me.group.as_ref(), stage.now);
    let line = lines.iter().find(|line| line.name == "Meet teachers");
    assert_eq!(line.expect("a line").came, None);
}

#[test]
fn where_all_are_together_whoever_keeps_the_plan_speaks_for_all() {
    let mut mine = Stage::owner(HALF_DAY, "Head of School B", "2026-12-01 08:19");
    mine.keys("<C-d>");
    tells(&mine, "for everyone");
    mine.keys("<Tab>");
    tells(&mine, "for Group 1 alone");
    let mut theirs = half_day("08:19");
    theirs.keys("<C-d>");
    tells(&theirs, "for Group 1 alone");
    theirs.keys("m5<Enter>");
    let stage = page(theirs);
    tells(&stage, "08:35-09:05 30 min (Group 1 only) Meet the SENDCO");
    let mut visit = Stage::owner(HALF_DAY, "Head of School B", "2026-12-01 09:05");
    visit.keys("<C-d>");
    tells(&visit, "for Group 1 fixed points stay");
}

#[test]
fn rows_of_the_late_sheet_that_are_out_of_sight_are_counted() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 2", "2027-01-19 10:20");
    stage.keys("<C-d>f2m25");
    tells(&stage, "below (Down)");
    assert!(!stage.screen(80, 24).contains("14:45-15:30"));
    for _ in 0..12 {
        stage.keys("<Down>");
    }
    tells(&stage, "> Reception");
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("below (Down)"), "{screen}");
}

#[test]
fn where_nothing_can_be_dropped_it_is_said() {
    let mut stage = half_day("10:50");
    stage.keys("<C-d>3m5");
    tells(&stage, "drop one nothing can be dropped: times as pushed");
}

#[test]
fn who_types_on_where_a_room_is_taken_types_another_class() {
    let mut stage = half_day("09:20");
    stage.keys("<C-d>aYear 1<Enter>");
    tells(
        &stage,
        "Group 2 is in Year 1 until 09:30. Enter: there all the same",
    );
    stage.keys("aNurture<Enter>");
    assert_eq!(stands(&stage).0, "aNurture");
    let mut stage = half_day("09:20");
    stage.keys("<C-d>aYear 1 Oak<Enter>");
    tells(&stage, "Group 2 is in Year 1 until 09:30.");
    stage.keys("<Enter>");
    assert_eq!(stands(&stage).0, "Year 1 Oak");
}

#[test]
fn a_class_that_was_never_reached_is_seen_by_nobody_and_the_others_began_late() {
    let mut stage = half_day("09:14");
    stage.keys("<C-p>");
    stage.at("09:36");
    stage.keys("<C-n>");
    stage.at("10:16");
    let coverage = stage.day().coverage(stage.now);
    let missed: Vec<&str> = coverage
        .seen_by_nobody()
        .map(|class| class.name.as_str())
        .collect();
    assert_eq!(missed, ["Year 3"], "Year 2 is seen by the other group");
    let lines = stage.day().went(stage.now);
    let became: Vec<String> = lines[0].places[..7]
        .iter()
        .map(|(place, outcome)| {
            let became = knownow::ui::words::actual::became(place, outcome, stage.now);
            format!("{}: {became}", place.name)
        })
        .collect();
    insta::assert_debug_snapshot!(became);
}

#[test]
fn who_is_early_before_a_fixed_point_has_the_time_until_it() {
    let mut stage = half_day("10:07");
    stage.keys("<C-n>");
    tells(&stage, "38 min left");
    stage.keys("<C-d>");
    tells(&stage, "until 10:45");
    stage.keys("<Esc>");
    stage.at("10:40");
    tells(&stage, "5 min left");
    stage.at("10:45");
    assert_eq!(stands(&stage), ("Pupil voice".into(), 0, false));
}

#[test]
fn who_went_on_too_early_and_back_follows_again() {
    let mut stage = half_day("10:07");
    stage.keys("<C-n><C-n>");
    assert_eq!(stands(&stage), ("Pupil voice".into(), -38, false));
    stage.keys("<C-p>");
    assert_eq!(stands(&stage), ("Break, share".into(), -8, false));
    stage.keys("<C-n>");
    stage.at("10:20");
    stage.keys("<C-p>");
    assert_eq!(stands(&stage), ("Break, share".into(), 0, false));
    tells(&stage, "25 min left");
}

#[test]
fn a_change_for_everyone_says_what_it_does_to_the_other_group() {
    let mut stage = half_day("09:30");
    stage.keys("<C-p>");
    stage.at("09:37");
    stage.keys("<C-n><C-d><Tab>");
    tells(&stage, "Group 2 too: ");
    let screen = stage.screen(100, 30);
    stage.keys("<Enter>");
    insta::assert_snapshot!(format!("{screen}\n{}", stage.screen(80, 24)));
}

fn title(stage: &Stage) -> String {
    let here = stage.day().here().expect("a place");
    here.activity.title.clone()
}

#[test]
fn who_came_early_to_a_break_is_in_time_once_it_is_time_for_it() {
    let mut stage = half_day("10:03");
    stage.keys("<C-n>");
    for (time, says) in [
        ("10:03", "12 early"),
        ("10:14", "12 early"),
        ("10:15", "on time"),
        ("10:33", "on time"),
    ] {
        stage.at(time);
        assert_eq!(title(&stage), "Break, share");
        let header = stage
            .screen(80, 24)
            .lines()
            .next()
            .unwrap_or_default()
            .to_string();
        assert!(header.contains(says), "{time}: {header}");
    }
    tells(&stage, "12 min left");
    stage.at("10:45");
    assert_eq!(title(&stage), "Pupil voice");
}

#[test]
fn all_that_finds_no_time_before_a_fixed_point_is_named() {
    let mut stage = half_day("09:16");
    stage.keys("<C-p>");
    stage.at("09:47");
    stage.keys("<C-n>");
    tells(
        &stage,
        "Now at Year 6, +32 late: no time for Year 3 and Year 2 by 10:15 (Ctrl+D).",
    );
}
