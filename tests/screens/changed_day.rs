//! What a changed day says of itself: how far it is from the plan, who else is in a room, what was changed apart.

use chrono::NaiveTime;
use knownow::{
    app::message::Message,
    domain::{
        day_change::{Change, DayChange, Scope},
        ids::SlotId,
        record::Record,
        records::{Entry, Records},
    },
};

use crate::{
    late::{half_day, late_in_year_6, way},
    stage::{Stage, shows},
};

#[test]
fn following_the_plan_says_that_it_is_the_changed_one() {
    let mut stage = late_in_year_6();
    stage.keys("<C-k>follow the plan<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Following the plan again, on time."), "{screen}");
    let mut stage = late_in_year_6();
    stage.keys("<C-d>+++<Enter><C-p><C-k>follow the plan");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Follow the plan as it stands today, on time"),
        "{screen}"
    );
    stage.keys("<Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Following the plan as changed today (+10)."),
        "{screen}"
    );
    assert!(way(&stage).contains("09:40 Year 4"), "{}", way(&stage));
}

#[test]
fn on_time_names_by_how_much_the_plan_was_changed() {
    let mut stage = late_in_year_6();
    assert!(stage.screen(80, 24).contains("+7 late"));
    stage.keys("<C-d>+++<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("on time, plan 10 min later"), "{screen}");
    // Two visits that change places leave the day as long as it was.
    let mut stage = half_day("09:16");
    stage.keys("<C-d>hYear 4<Enter><C-d>nYear 3<Enter><Enter>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("on time") && !screen.contains("plan +"),
        "{screen}"
    );
}

#[test]
fn a_room_where_another_group_is_is_visited_unplanned_only_knowingly() {
    let mut stage = half_day("09:31");
    let before = way(&stage);
    stage.keys("<C-d>aReception<Enter>");
    assert_eq!(way(&stage), before);
    shows("changed_room_taken", &stage.screen(80, 24));
    // Another class is another question.
    stage.keys("<C-a><C-w>Year 12<Enter>");
    assert!(way(&stage).contains("09:31 Year 12"), "{}", way(&stage));
    let mut stage = half_day("09:31");
    stage.keys("<C-d>aReception<Enter><Enter>");
    assert!(way(&stage).contains("09:31 Reception"), "{}", way(&stage));
    stage.keys("<C-z>");
    assert_eq!(way(&stage), before);
    stage.keys("<C-d>aReception<Enter><Esc>");
    assert_eq!((way(&stage), stage.model.overlay.is_none()), (before, true));
}

#[test]
fn planned_against_actual_is_found_by_its_words() {
    const ENTRY: &str = "Planned against actual";
    let mut stage = half_day("09:31");
    for words in ["planned", "actual", "late", "plan", "apart", "as it was"] {
        stage.keys(&format!("<C-k>{words}"));
        let screen = stage.screen(80, 24);
        assert!(screen.contains(ENTRY), "{words}: {screen}");
        stage.keys("<Esc>");
    }
    stage.keys("<C-k>planned against<Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("planned against actual - Group 1"), "{screen}");
    assert!(screen.contains("08:00-08:05"), "{screen}");
    assert!(
        screen.contains("No two people changed the same thing in different ways."),
        "{screen}"
    );
}

#[test]
fn what_is_next_after_the_day_is_found_in_the_list_of_everything() {
    let mut stage = half_day("13:10");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("hand over, findings, report"), "{screen}");
    for (words, entry) in [
        ("hand over", "Hand my notes over"),
        ("findings", "Findings"),
        ("report", "Report"),
    ] {
        stage.keys(&format!("<C-k>{words}"));
        let screen = stage.screen(80, 24);
        let first = screen
            .lines()
            .find(|line| line.contains("| > ") && !line.contains(words));
        assert!(
            first.is_some_and(|line| line.contains(entry)),
            "{words}: {screen}"
        );
        stage.keys("<Esc>");
    }
}

/// Two writers gave so many rows other times without sight of each other.
fn changed_apart(rows: &[&str]) -> Stage {
    let mut stage = Stage::new("half-day-maths-80-notes", "Head of School B", "09:16");
    let (plan, notes) = (stage.day().plan.clone(), &stage.day().records.notes);
    let other = notes
        .all()
        .map(|note| note.writer)
        .find(|writer| *writer != plan.owner);
    let mut found = Records::default();
    for (writer, minutes) in [(plan.owner, 1), (other.expect("somebody else"), 2)] {
        for (nth, row) in (0..).zip(rows) {
            let (_, slot) = plan.slot(&SlotId::new(*row)).expect("a row");
            let starts: NaiveTime = slot.starts + chrono::TimeDelta::minutes(minutes);
            let change = DayChange {
                // Each row by a deed of its own.
                at: stage.now.plus(chrono::TimeDelta::seconds(nth)),
                late: 0,
                scope: Scope::Everyone,
                what: Change::Retimed {
                    slot: slot.id.clone(),
                    starts,
                    ends: slot.ends,
                },
            };
            found.join(Entry::Change(Record {
                id: change.what.record_id(plan.session, &change.scope).expect("an id"),
                writer,
                rev: 1,
                deleted: false,
                seq: 900,
                edited_at: change.at,
                came_from: Vec::new(),
                body: change,
            }));
        }
    }
    stage.take(Message::Found(found));
    stage
}

#[test]
fn changes_made_apart_that_have_no_room_are_counted_and_listed() {
    let mut stage = changed_apart(&["break", "pupil-voice", "discussion"]);
    assert_eq!(stage.day().today.apart.len(), 3);
    let screen = stage.screen(120, 36);
    assert!(
        screen.contains("1 more was changed apart: Ctrl+K, apart"),
        "{screen}"
    );
    stage.keys("<C-k>apart<Enter>");
    let screen = stage.screen(120, 36);
    for row in [
        "Break, share: 10:16",
        "Pupil voice: 10:46",
        "Discussion of findings: 11:16",
    ] {
        assert!(screen.contains(row), "{row} {screen}");
    }
    let stage = changed_apart(&["break", "pupil-voice"]);
    assert!(
        !stage.screen(120, 36).contains("more was changed"),
        "both are shown"
    );
}

#[test]
fn the_sheet_on_the_smallest_screen_keeps_the_names() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>");
    let screen = stage.screen(60, 15);
    for shown in ["fixed points stay", "Year 6", "Year 4", "09:37-09:52"] {
        assert!(screen.contains(shown), "{shown} {screen}");
    }
    shows("changed_late_smallest", &screen);
    stage.keys("<Right>");
    let screen = stage.screen(60, 15);
    assert!(
        screen.contains("2 squeeze") && !screen.contains("1 push rest"),
        "{screen}"
    );
    assert!(screen.contains("09:37-09:50"), "{screen}");
}

#[test]
fn what_the_other_ways_cost_is_read_whole_where_there_is_room() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>f");
    for (columns, rows) in [(80, 40), (120, 40)] {
        let screen = stage.screen(columns, rows);
        let costs = screen.lines().skip_while(|line| !line.contains("push the rest"));
        let cut = costs.filter(|line| line.contains('…'));
        assert_eq!(cut.collect::<Vec<_>>(), Vec::<&str>::new(), "{screen}");
    }
}

#[test]
fn a_fixed_point_moved_for_one_group_says_that_the_others_stay() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>f");
    let screen = stage.screen(120, 40).replace('\n', " ");
    assert!(screen.contains("for Group 1 alone"), "{screen}");
    stage.keys("<Tab>");
    let screen = stage.screen(120, 40);
    assert!(!screen.contains("alone"), "for everyone: {screen}");
}

#[test]
fn a_place_of_a_later_day_is_found_by_its_day() {
    let mut stage = Stage::new("two-day-quality", "Reviewer 1", "2027-01-19 09:10");
    stage.keys("<C-g>day 2");
    let screen = stage.screen(80, 24);
    let first = screen
        .lines()
        .find(|line| line.contains("| > ") && !line.contains("day 2"));
    assert!(first.is_some_and(|line| line.contains("Day 2 08:30")), "{screen}");
    stage.keys("<Esc>");
}
