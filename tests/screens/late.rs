//! A day that runs late, or otherwise than planned.

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

use crate::stage::{Stage, shows};

const ME: &str = "Head of School B";

pub fn half_day(time: &str) -> Stage {
    Stage::new("half-day-maths", ME, time)
}

/// Seven minutes late in Year 6.
pub fn late_in_year_6() -> Stage {
    let mut stage = half_day("09:16");
    stage.keys("<C-p>");
    stage.at("09:22");
    stage.keys("<C-n>");
    stage.at("09:24");
    stage
}

pub fn at_two_sizes(stage: &Stage) -> String {
    [(80, 24), (120, 36)]
        .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)))
        .join("\n")
}

#[test]
fn three_ways_stand_side_by_side() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>");
    shows("late_three_ways", &at_two_sizes(&stage));
    stage.keys("<Right><Down><Down>");
    shows("late_one_class_squeezed", &at_two_sizes(&stage));
    stage.keys("<Right><Tab>f+");
    shows("late_drop_with_fixed_points", &at_two_sizes(&stage));
}

/// The places of the day with their times today.
pub fn way(stage: &Stage) -> String {
    let day = stage.day();
    let places = day.route.stops().iter().map(|stop| {
        let view = day.today.plan.view(stop, day.me.group.as_ref()).expect("a place");
        let name = view.visit.map_or(&view.activity.title, |visit| &visit.class);
        format!("{} {name}", stop.starts.hh_mm())
    });
    places.collect::<Vec<_>>().join(", ")
}

pub const PLANNED: &str = "08:00 Arrival and welcome, 08:05 Purpose, ground rules, 08:10 Meet teachers, 08:30 Meet the SENDCO, \
                       09:00 Year 5, 09:15 Year 6, 09:30 Year 4, 09:45 Year 3, 10:00 Year 2, 10:15 Break, share, \
                       10:45 Pupil voice, 11:15 Discussion of findings";

#[test]
fn two_keys_push_the_rest_and_one_takes_it_back() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d><Enter>");
    assert!(
        way(&stage).contains("09:15 Year 6, 09:37 Year 4, 09:52 Year 3, 10:07 Year 2, 10:15 Break"),
        "{}",
        way(&stage)
    );
    let position = stage.day().position.expect("a place");
    assert_eq!(
        (position.late, stage.day().stop().map(|stop| stop.starts.hh_mm())),
        (0, Some("09:15".into()))
    );
    shows(
        "late_pushed",
        &format!("{}{}", stage.screen(80, 24), stage.files()),
    );
    let pushed = way(&stage);
    stage.die_and_reopen();
    assert_eq!(way(&stage), pushed, "it is on the disk");
    assert_eq!(stage.day().position.expect("a place").late, 0);
    let mut stage = late_in_year_6();
    stage.keys("<C-d><Enter><C-z>");
    assert_eq!(way(&stage), PLANNED);
    assert_eq!(stage.day().position.expect("a place").late, 7);
    assert!(
        stage
            .screen(80, 24)
            .contains("Undone: pushing the rest of the day.")
    );
    stage.keys("<C-y>");
    assert_eq!(way(&stage), pushed);
}

#[test]
fn three_keys_push_squeeze_or_drop() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>2<Enter>");
    assert!(
        way(&stage).contains("09:37 Year 4, 09:50 Year 3, 10:03 Year 2, 10:15 Break"),
        "{}",
        way(&stage)
    );
    let mut stage = late_in_year_6();
    stage.keys("<C-d>3<Enter>");
    assert!(
        way(&stage).contains("09:52 Year 3, 10:15 Break"),
        "{}",
        way(&stage)
    );
    assert_eq!(stage.day().today.not_seen[0].class, "Year 2");
    shows("late_dropped", &stage.screen(120, 36));
}

#[test]
fn twice_late_is_pushed_twice() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d><Enter>");
    stage.at("09:38");
    stage.keys("<C-p>");
    stage.at("09:42");
    stage.keys("<C-d>");
    shows("late_held_too_long", &at_two_sizes(&stage));
    stage.keys("<Enter>");
    assert!(
        way(&stage).contains("09:42 Year 4, 09:57 Year 3, 10:12 Year 2, 10:15 Break"),
        "{}",
        way(&stage)
    );
    stage.keys("<C-z><C-z><C-z>");
    assert_eq!(way(&stage), PLANNED);
}

#[test]
fn for_everyone_the_other_group_has_new_times_too() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d><Tab>f<Enter>");
    let everyone = stage.saved();
    let other = stage.day().plan.groups[1].id.clone();
    let today = knownow::domain::today::Today::of(&stage.day().plan, &everyone.records, Some(&other));
    let route = knownow::domain::route::Route::of(&today.plan, Some(&other));
    let times: Vec<String> = route
        .stops()
        .iter()
        .skip(4)
        .map(|stop| stop.starts.hh_mm())
        .collect();
    assert_eq!(
        times,
        [
            "09:00", "09:15", "09:37", "09:52", "10:07", "10:22", "10:52", "11:22"
        ]
    );
}

#[test]
fn while_the_day_does_not_run_times_stay() {
    for (time, why) in [
        ("2026-11-27 16:05", "Times are changed on the day itself"),
        ("13:10", "The day is over"),
    ] {
        let mut stage = half_day(time);
        stage.keys("<C-d>");
        assert!(stage.screen(80, 24).contains(why), "{time}");
        // What is typed on, out of habit, is no note.
        stage.keys("2+f<Right><Tab>");
        assert_eq!(stage.day().capture.text(), "", "{time}");
        stage.keys("<Esc>");
        assert!(stage.model.overlay.is_none(), "{time}");
    }
}

#[test]
fn a_class_that_was_seen_after_all_is_said_so_in_a_later_sitting() {
    let mut stage = half_day("09:16");
    stage.keys("<C-d>n<Enter>in the hall<Enter>");
    stage.keys("<C-d>nYear 4<Enter>on a trip<Enter>");
    assert!(!way(&stage).contains("Year 4"), "{}", way(&stage));
    stage.die_and_reopen();
    stage.at("09:20");
    stage.keys("<C-d>n");
    shows("late_seen_after_all", &stage.screen(80, 24));
    stage.keys("after<Down><Enter>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Year 6 was seen after all: noted."), "{screen}");
    stage.keys("<C-k>after all<Enter>seen after all<Enter>");
    assert_eq!(
        (way(&stage).as_str(), stage.day().today.not_seen.len()),
        (PLANNED, 0)
    );
    stage.die_and_reopen();
    assert_eq!(way(&stage), PLANNED, "it is on the disk");
    let mut stage = half_day("09:16");
    stage.keys("<C-d>n<Enter>in the hall<Enter><C-d>nafter<Enter><C-z>");
    assert!(
        stage.screen(80, 24).contains("Undone: a class seen after all."),
        "{}",
        stage.screen(80, 24)
    );
    assert_eq!(stage.day().today.not_seen[0].because, "in the hall");
}

#[test]
fn a_class_in_the_hall_was_not_seen() {
    let mut stage = half_day("09:16");
    stage.keys("<C-d>n");
    shows("late_which_not_seen", &stage.screen(80, 24));
    stage.keys("<Enter>");
    shows("late_because", &stage.screen(80, 24));
    stage.keys("in the hall<Enter>");
    assert_eq!(way(&stage), PLANNED, "the group is there");
    shows(
        "late_not_seen",
        &format!("{}{}", stage.screen(120, 36), stage.files()),
    );
    stage.keys("<C-k>was not seen<Enter><Down><Enter><Enter>");
    assert!(
        !way(&stage).contains("Year 4"),
        "what was to come is left out: {}",
        way(&stage)
    );
    stage.keys("<C-z>");
    assert_eq!(way(&stage), PLANNED);
    assert_eq!(stage.day().today.not_seen.len(), 1);
    stage.die_and_reopen();
    assert_eq!(stage.day().today.not_seen[0].because, "in the hall");
}

#[test]
fn an_unplanned_visit_begins_now() {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>aYear 1<Enter><Enter>");
    assert!(
        way(&stage).contains("09:15 Year 6, 09:17 Year 1, 09:30 Year 4"),
        "{}",
        way(&stage)
    );
    stage.keys("+ number lines on every desk<Enter>");
    shows(
        "late_unplanned",
        &format!("{}{}", stage.screen(80, 24), stage.files()),
    );
    stage.die_and_reopen();
    let note = stage.day().note(stage.day().board.mine[0]).expect("the note");
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 1")
    );
    let here = stage.day().here().and_then(|here| here.visit);
    assert_eq!(here.map(|visit| visit.class.as_str()), Some("Year 1"));
}

#[test]
fn an_unplanned_visit_in_the_break_makes_a_way_for_the_group() {
    let mut stage = half_day("10:20");
    stage.keys("<C-k>unplanned<Enter>Reception<Enter>");
    assert!(
        way(&stage).contains("10:20 Reception, 10:45 Pupil voice"),
        "{}",
        way(&stage)
    );
    stage.keys("<C-z>");
    assert_eq!(way(&stage), PLANNED);
}

#[test]
fn two_changes_made_apart_are_both_shown_and_the_plan_owners_stands() {
    let mut stage = Stage::new("half-day-maths-80-notes", ME, "09:16");
    let (plan, notes) = (stage.day().plan.clone(), &stage.day().records.notes);
    let others = notes.all().map(|note| note.writer);
    let other = others.filter(|writer| *writer != plan.owner).max();
    let mut found = Records::default();
    for (writer, minute) in [(plan.owner, 20), (other.expect("somebody else"), 25)] {
        let what = Change::Retimed {
            slot: SlotId::new("break"),
            starts: NaiveTime::from_hms_opt(10, minute, 0).expect("a time"),
            ends: NaiveTime::from_hms_opt(10, 45, 0),
        };
        let change = DayChange {
            at: stage.now,
            late: 0,
            scope: Scope::Everyone,
            what,
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
    stage.take(Message::Found(found));
    assert!(way(&stage).contains("10:20 Break, share"), "{}", way(&stage));
    shows("late_made_apart", &at_two_sizes(&stage));
}

#[test]
fn a_change_that_arrives_moves_nobody_from_what_has_begun() {
    let mut stage = half_day("10:18");
    let before = stage.day().stop().cloned();
    let change = DayChange {
        at: stage.now,
        late: 0,
        scope: Scope::Everyone,
        what: Change::Retimed {
            slot: SlotId::new("break"),
            starts: NaiveTime::from_hms_opt(10, 30, 0).expect("a time"),
            ends: NaiveTime::from_hms_opt(10, 45, 0),
        },
    };
    let mut found = Records::default();
    found.join(Entry::Change(Record {
        id: change
            .what
            .record_id(stage.day().plan.session, &change.scope)
            .expect("an id"),
        writer: stage.day().plan.owner,
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: change.at,
        came_from: Vec::new(),
        body: change,
    }));
    stage.take(Message::Found(found));
    assert_eq!(stage.day().stop().cloned(), before, "the break has begun here");
}
