use uuid::Uuid;

use super::{
    super::{
        day_change::{DayChange, Scope},
        example::{at, group, plan},
        ids::{RecordId, SlotId},
        plan::Plan,
        record::Record,
    },
    *,
};

struct Way {
    plan: Plan,
    route: Route,
    course: Course,
}

impl Way {
    fn new() -> Self {
        let plan = plan();
        let route = Route::of(&plan, Some(&group(1)));
        Self {
            plan,
            route,
            course: Course::default(),
        }
    }

    /// With the break a fixed point.
    fn to_a_fixed_break() -> Self {
        let mut way = Self::new();
        way.plan.days[0].slots[1].fixed = true;
        way.route = Route::of(&way.plan, Some(&group(1)));
        way
    }

    /// From when to when the group is at its place, and by which stop that is cut short.
    fn stay(&self, text: &str) -> (String, String, Option<usize>, Range<usize>) {
        let stay = self.course.stay(&self.route, at(&self.plan, text));
        let stay = stay.expect("a place by the clock");
        (stay.starts.hh_mm(), stay.ends.hh_mm(), stay.cut_by, stay.missed)
    }

    /// The position at a time: stop, lateness, held.
    fn at(&self, text: &str) -> (usize, i64, bool) {
        let position = self.position(text);
        (position.stop, position.late, position.held)
    }

    fn position(&self, text: &str) -> Position {
        self.course
            .position(&self.route, at(&self.plan, text))
            .expect("a place")
    }

    fn go(&mut self, text: &str, to: usize) -> Option<Step> {
        self.course.go(&self.route, at(&self.plan, text), to)
    }
}

#[test]
fn on_the_day_the_clock_leads() {
    let way = Way::new();
    assert_eq!(way.position("08:59").phase, Phase::Before(0));
    assert_eq!(way.position("09:00").phase, Phase::During(0));
    assert_eq!(
        [way.at("09:14"), way.at("09:15"), way.at("10:20")],
        [(0, 0, false), (1, 0, false), (3, 0, false)]
    );
}

#[test]
fn a_step_forward_sets_lateness_and_all_later_moves_keep_it() {
    let mut way = Way::new();
    way.go("09:29", 0);
    let step = way.go("09:37", 2).expect("to be recorded");
    assert_eq!(
        (step.late, step.held, way.route.position(&step.place)),
        (7, false, Some(2))
    );
    assert_eq!(
        [way.at("09:37"), way.at("10:21"), way.at("10:22")],
        [(2, 7, false), (2, 7, false), (3, 7, false)]
    );
}

#[test]
fn a_step_forward_before_its_time_is_early() {
    let mut way = Way::new();
    way.go("09:10", 1);
    assert_eq!(
        [way.at("09:10"), way.at("09:25")],
        [(1, -5, false), (2, -5, false)]
    );
}

#[test]
fn a_step_back_holds_with_the_same_lateness_until_the_next_step_forward() {
    let mut way = Way::new();
    way.go("09:17", 1);
    let back = way.go("09:18", 0).expect("to be recorded");
    assert_eq!((back.late, back.held), (0, true));
    assert_eq!(way.at("10:30"), (0, 0, true));
    way.go("10:31", 1);
    assert_eq!(way.at("10:31"), (1, 76, false));
}

#[test]
fn going_where_one_is_changes_nothing_unless_it_was_held() {
    let mut way = Way::new();
    assert_eq!(way.go("09:20", 1), None);
    way.go("09:20", 0);
    assert!(way.go("09:21", 0).is_some(), "said again");
    assert_eq!(way.at("09:21"), (0, 0, true));
}

#[test]
fn lateness_ends_with_the_day_which_ends_when_it_was_to_end() {
    let mut way = Way::new();
    way.go("10:44", 2);
    way.go("10:55", 4);
    assert_eq!(way.stay("11:14"), ("10:55".into(), "11:15".into(), Some(5), 5..5));
    assert_eq!(way.at("11:14"), (4, 10, false));
    assert_eq!(way.position("11:15").phase, Phase::After(0));
    assert_eq!(way.at("11:15").1, 0);
    assert_eq!(way.at("+1 13:20"), (5, 0, false));
}

#[test]
fn a_fixed_point_begins_at_its_minute_however_late_the_group_is() {
    let mut way = Way::to_a_fixed_break();
    way.go("09:29", 0);
    way.go("09:37", 2);
    assert_eq!(way.stay("09:37"), ("09:37".into(), "10:15".into(), Some(3), 3..3));
    assert_eq!([way.at("10:14"), way.at("10:15")], [(2, 7, false), (3, 0, false)]);
    assert_eq!(way.stay("10:15"), ("10:15".into(), "10:45".into(), None, 0..0));
    assert_eq!(way.at("10:45"), (4, 0, false), "in time from there on");
}

#[test]
fn what_finds_no_time_before_a_fixed_point_is_named() {
    let mut way = Way::to_a_fixed_break();
    way.go("09:29", 0);
    way.go("10:02", 1);
    assert_eq!(way.stay("10:02"), ("10:02".into(), "10:15".into(), Some(3), 2..3));
    assert_eq!(
        [way.at("10:14"), way.at("10:15")],
        [(1, 47, false), (3, 0, false)]
    );
}

#[test]
fn who_is_early_waits_for_a_fixed_point() {
    let mut way = Way::to_a_fixed_break();
    way.go("09:20", 2);
    assert_eq!(
        [way.at("09:29"), way.at("09:30"), way.at("10:14")],
        [(2, -10, false), (2, 0, false), (2, 0, false)],
        "in time once the plan has them there"
    );
    assert_eq!(way.at("10:15"), (3, 0, false));
}

#[test]
fn who_goes_to_a_fixed_point_by_hand_begins_it_then_and_it_ends_in_time() {
    let mut way = Way::to_a_fixed_break();
    way.go("10:14", 1);
    assert_eq!(
        way.at("10:26"),
        (1, 0, true),
        "held while others have their break"
    );
    way.go("10:27", 3);
    assert_eq!(way.stay("10:27"), ("10:27".into(), "10:45".into(), Some(4), 4..4));
    assert_eq!(
        [way.at("10:44"), way.at("10:45")],
        [(3, 12, false), (4, 0, false)]
    );
    let mut early = Way::to_a_fixed_break();
    early.go("10:05", 3);
    assert_eq!(
        [
            early.at("10:05"),
            early.at("10:14"),
            early.at("10:15"),
            early.at("10:44")
        ],
        [(3, -10, false), (3, -10, false), (3, 0, false), (3, 0, false)]
    );
    assert_eq!(early.at("10:45"), (4, 0, false));
}

#[test]
fn a_step_to_a_place_that_was_to_be_over_by_a_fixed_point_holds_there() {
    let mut way = Way::to_a_fixed_break();
    way.go("10:14", 1);
    let step = way.go("10:20", 2).expect("to be recorded");
    assert_eq!((step.late, step.held), (50, true));
    assert_eq!(way.at("10:25"), (2, 50, true));
    assert_eq!(
        way.go("10:26", 3).map(|step| (step.late, step.held)),
        Some((11, false))
    );
}

#[test]
fn the_evening_is_after_and_the_next_morning_is_before() {
    let way = Way::new();
    assert_eq!(way.position("20:00").phase, Phase::After(0));
    assert_eq!(way.position("+1 00:01").phase, Phase::Before(1));
    assert_eq!(way.position("+1 14:00").phase, Phase::After(1));
    assert_eq!([way.at("20:00").0, way.at("+1 00:01").0], [4, 5]);
}

#[test]
fn before_and_after_a_place_is_only_looked_at() {
    let mut way = Way::new();
    assert_eq!(way.go("08:00", 3), None);
    assert_eq!(way.at("08:30"), (3, 0, true));
    assert_eq!(
        way.at("09:00"),
        (0, 0, false),
        "the start of the day is not missed for it"
    );
    assert_eq!(way.go("20:00", 1), None);
    assert_eq!([way.at("21:00").0, way.at("+1 08:00").0], [1, 5]);
}

#[test]
fn on_the_day_another_day_is_only_looked_at() {
    let mut way = Way::new();
    assert_eq!(way.go("09:20", 5), None);
    assert_eq!(way.at("09:25").0, 5);
    way.go("09:26", 1);
    assert_eq!(way.position("09:26").stop, 1);
}

#[test]
fn a_place_held_on_the_day_is_still_held_in_its_evening() {
    let mut way = Way::new();
    way.go("10:50", 1);
    assert_eq!(
        (way.at("20:00"), way.at("+1 13:05")),
        ((1, 0, true), (5, 0, false))
    );
}

#[test]
fn following_the_plan_lets_go_of_lateness_and_of_a_held_place() {
    let mut way = Way::new();
    way.go("09:10", 2);
    way.go("09:40", 0);
    let step = way
        .course
        .follow_plan(&way.route, at(&way.plan, "09:41"))
        .expect("to be recorded");
    assert_eq!((step.late, step.held), (0, false));
    assert_eq!(way.at("09:41"), (2, 0, false));
    assert_eq!(way.course.follow_plan(&way.route, at(&way.plan, "20:00")), None);
}

#[test]
fn a_stop_beyond_the_last_changes_nothing() {
    let mut way = Way::new();
    assert_eq!(way.go("09:20", 99), None);
    assert_eq!(way.course, Course::default());
}

#[test]
fn a_plan_without_rows_has_no_place() {
    let mut plan = plan();
    plan.days.clear();
    let route = Route::of(&plan, None);
    let course = Course::default();
    let now = "2026-12-01T09:00:00+00:00".parse().expect("a time");
    assert_eq!(
        (course.phase(&route, now), course.position(&route, now)),
        (Phase::NoPlan, None)
    );
}

#[test]
fn the_last_recorded_step_of_this_writer_is_taken_up_again() {
    let way = Way::new();
    let [me, other] = [1, 2].map(|number| WriterId(Uuid::from_u128(number)));
    let step = |seq: u32, writer, time: &str, (late, held), deleted| Record {
        id: RecordId(Uuid::from_u128(u128::from(seq))),
        writer,
        rev: 1,
        deleted,
        seq,
        edited_at: at(&way.plan, time),
        came_from: Vec::new(),
        body: DayChange {
            at: at(&way.plan, time),
            late: 0,
            scope: Scope::Track(None),
            what: Change::Stepped {
                slot: SlotId::new("lessons"),
                visit: Some(super::super::ids::VisitId::new("y5")),
                late,
                held,
            },
        },
    };
    let mut records = Records::default();
    records.changes.join(step(1, me, "09:05", (5, false), false));
    records.changes.join(step(2, me, "09:20", (5, true), false));
    records.changes.join(step(3, me, "09:30", (30, false), true));
    records.changes.join(step(4, other, "09:31", (31, false), false));
    let resumed = |time: &str, recorded: fn(&Route, &Records, WriterId, Stamp) -> Course| {
        let now = at(&way.plan, time);
        let course = recorded(&way.route, &records, me, now);
        course
            .position(&way.route, now)
            .map(|position| (position.stop, position.late, position.held))
    };
    assert_eq!(
        resumed("10:00", Course::recorded),
        Some((0, 5, true)),
        "not what was undone, nor what a colleague did"
    );
    assert_eq!(
        resumed("09:10", Course::recorded),
        Some((0, 5, true)),
        "a clock put back since takes nothing back"
    );
    assert_eq!(
        resumed("09:10", Course::recorded_until),
        Some((0, 5, false)),
        "asked about a moment of the past it says what was so then"
    );
    assert_eq!(resumed("09:01", Course::recorded_until), Some((0, 0, false)));
    assert_eq!(resumed("+1 13:10", Course::recorded), Some((5, 0, false)));
}
