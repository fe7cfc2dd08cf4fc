//! A later table on a day that has begun: it is whole, or what stays is said.

use super::*;
use crate::domain::{
    day_change::DayChange,
    example::at,
    ids::GroupId,
    plan_edit::{come_to, scope_of_change},
    route::Route,
    stamp::Stamp,
};

fn running(today: &Plan, now: Stamp) -> Running {
    Running {
        today: today.clone(),
        begun: Begun::by(today, now, 0),
    }
}

pub(super) fn brought_in(today: &Plan, table: &ReadTimetable, now: Stamp) -> Replanned {
    let none = Records::default();
    let running = running(today, now);
    replan_running(
        &running,
        Some(&model()),
        table,
        &none,
        fresh(0x3f_9a1c),
        "by a table",
    )
}

fn stays(replanned: &Replanned) -> &[Stays] {
    replanned
        .on_the_day
        .as_ref()
        .map_or(&[], |on_the_day| &on_the_day.stays)
}

/// When each class of a group is seen.
fn seen(plan: &Plan, group: &str) -> Vec<String> {
    let group = plan.groups.iter().find(|known| known.name == group).unwrap();
    let tracks = plan
        .days
        .iter()
        .flat_map(|day| &day.slots)
        .flat_map(|row| &row.tracks);
    let visits = tracks
        .filter(|track| track.group == group.id)
        .flat_map(|track| &track.visits);
    visits
        .map(|visit| format!("{} {}", visit.starts.format("%H:%M"), visit.class))
        .collect()
}

fn morning() -> ReadTimetable {
    let mut visits = row("09:00", "Lesson visits", ActivityKind::LessonVisits);
    visits.ends = Some(time("10:15"));
    visits.tracks = vec![
        way(
            "Group 1",
            &[
                ("09:00", "Year 5"),
                ("09:30", "Year 4"),
                ("09:45", "Year 3"),
                ("10:00", "Year 2"),
            ],
        ),
        way("Group 2", &[("09:00", "Year 1")]),
    ];
    of_days(vec![vec![visits, row("10:15", "Break", ActivityKind::Break)]])
}

#[test]
fn a_class_that_has_begun_keeps_its_time_and_what_needs_that_time_stays_too() {
    let today = planned(&morning());
    let mut table = morning();
    table.days[0].rows[0].tracks[0] = way(
        "Group 1",
        &[
            ("09:00", "Year 5"),
            ("09:30", "Year 3"),
            ("09:45", "Year 2"),
            ("10:00", "Year 4"),
        ],
    );
    let next = brought_in(&today, &table, at(&today, "09:33"));
    assert_eq!(seen(&next.plan, "Group 1"), seen(&today, "Group 1"));
    assert_eq!(
        stays(&next),
        [
            Stays::Past("Year 3".into()),
            Stays::GoesWith {
                what: "Year 2".into(),
                with: "Year 3".into()
            },
            Stays::Begun("Year 4".into()),
        ]
    );
}

#[test]
fn what_has_not_begun_is_moved_and_nothing_is_said_to_stay() {
    let today = planned(&morning());
    let mut table = morning();
    table.days[0].rows[0].tracks[0] = way(
        "Group 1",
        &[
            ("09:00", "Year 5"),
            ("09:30", "Year 4"),
            ("09:45", "Year 2"),
            ("10:00", "Year 3"),
        ],
    );
    let next = brought_in(&today, &table, at(&today, "09:33"));
    assert_eq!(
        seen(&next.plan, "Group 1"),
        ["09:00 Year 5", "09:30 Year 4", "09:45 Year 2", "10:00 Year 3"]
    );
    assert_eq!(stays(&next), []);
}

#[test]
fn nobody_is_put_into_a_class_that_would_have_begun() {
    let today = planned(&morning());
    let mut table = morning();
    table.days[0].rows[0].tracks[0].visits.insert(
        2,
        ReadVisit {
            starts: Some(time("09:32")),
            class: "Year 6".into(),
        },
    );
    table.days[0]
        .rows
        .insert(1, row("09:31", "Pupil voice", ActivityKind::PupilVoice));
    let next = brought_in(&today, &table, at(&today, "09:33"));
    assert_eq!(seen(&next.plan, "Group 1"), seen(&today, "Group 1"));
    assert!(
        stays(&next).contains(&Stays::Past("Year 6".into())),
        "{:?}",
        stays(&next)
    );
    assert!(
        stays(&next).contains(&Stays::Past("Pupil voice".into())),
        "{:?}",
        stays(&next)
    );
}

#[test]
fn where_somebody_is_early_has_begun_too() {
    let today = planned(&morning());
    let route = Route::of(&today, Some(&today.groups[0].id));
    let here = route
        .stops()
        .iter()
        .find(|stop| stop.starts == at(&today, "09:45"))
        .unwrap();
    let begun = Begun::by(&today, at(&today, "09:41"), -4).and_at(
        &today,
        &here.place.slot,
        here.place.visit.as_ref(),
    );
    let mut table = morning();
    table.days[0].rows[0].tracks[0] = way(
        "Group 1",
        &[
            ("09:00", "Year 5"),
            ("09:30", "Year 4"),
            ("09:45", "Year 2"),
            ("10:00", "Year 3"),
        ],
    );
    let none = Records::default();
    let running = Running {
        today: today.clone(),
        begun,
    };
    let next = replan_running(&running, Some(&model()), &table, &none, fresh(1), "by a table");
    assert_eq!(seen(&next.plan, "Group 1"), seen(&today, "Group 1"));
}

#[test]
fn a_row_that_has_begun_may_end_later_and_the_next_one_moves() {
    let today = planned(&morning());
    let mut table = morning();
    table.days[0].rows[0].ends = Some(time("10:30"));
    table.days[0].rows[1].starts = Some(time("10:30"));
    let next = brought_in(&today, &table, at(&today, "09:33"));
    let ends: Vec<_> = next.plan.days[0]
        .slots
        .iter()
        .map(|row| (row.starts, row.ends))
        .collect();
    assert_eq!(ends[0], (time("09:00"), Some(time("10:30"))));
    assert_eq!(ends[1].0, time("10:30"));
    assert_eq!(stays(&next), []);
}

#[test]
fn a_row_that_is_new_brings_its_classes_for_the_groups_that_are_known() {
    let today = planned(&morning());
    let mut table = morning();
    let mut books = row("10:45", "Learning walk", ActivityKind::LessonVisits);
    books.tracks = vec![
        way("Group 1", &[("10:45", "Year 1"), ("11:00", "Year 6")]),
        way("Group 2", &[("10:45", "Year 3")]),
        way("Group 3", &[("10:45", "Year 4")]),
    ];
    table.days[0].rows.push(books);
    let now = at(&today, "09:33");
    let next = brought_in(&today, &table, now);
    assert!(seen(&next.plan, "Group 1").ends_with(&["10:45 Year 1".into(), "11:00 Year 6".into()]));
    assert!(seen(&next.plan, "Group 2").ends_with(&["10:45 Year 3".into()]));
    assert_eq!(stays(&next), [Stays::Visits("Learning walk".into())]);
    let changes = recorded(&today, &next, now);
    for group in [None, Some(&today.groups[0].id), Some(&today.groups[1].id)] {
        assert!(
            come_to(&today, group, &changes, &next.plan),
            "{group:?}: {changes:#?}"
        );
    }
}

/// The changes as the day records them.
pub(super) fn recorded(today: &Plan, replanned: &Replanned, now: Stamp) -> Vec<DayChange> {
    let changes = replanned
        .on_the_day
        .iter()
        .flat_map(|on_the_day| &on_the_day.changes);
    let made = |what: &crate::domain::day_change::Change| DayChange {
        at: now,
        late: 0,
        scope: scope_of_change(today, &replanned.plan, what),
        what: what.clone(),
    };
    changes.map(made).collect()
}

/// A group that is in a row as it is would be thrown back to the row before by a first class to come.
#[test]
fn a_group_without_classes_in_a_row_that_has_begun_stays_there() {
    let mut first = morning();
    first.days[0].rows[0].tracks[1].visits.clear();
    first.days[0]
        .rows
        .insert(0, row("08:30", "Arrival", ActivityKind::Arrival));
    let today = planned(&first);
    let mut table = first.clone();
    table.days[0].rows[1].tracks[1] = way("Group 2", &[("09:45", "Year 1")]);
    let next = brought_in(&today, &table, at(&today, "09:33"));
    let group = &today.groups[1].id;
    assert_eq!(
        begun_stops(&next.plan, group, at(&today, "09:33")),
        begun_stops(&today, group, at(&today, "09:33"))
    );
    assert_eq!(
        stays(&next),
        [Stays::IsThere {
            what: "Year 1".into(),
            row: "Lesson visits".into()
        }]
    );
}

/// A class that nobody is to be put into unasked stays where it is, and its row goes on until it is over.
#[test]
fn a_row_does_not_end_before_a_class_in_it_that_stays() {
    let today = planned(&morning());
    let mut table = morning();
    table.days[0].rows[0].ends = Some(time("10:00"));
    table.days[0].rows[0].tracks[0] = way(
        "Group 1",
        &[
            ("09:00", "Year 5"),
            ("09:15", "Year 4"),
            ("09:30", "Year 3"),
            ("09:45", "Year 2"),
        ],
    );
    let next = brought_in(&today, &table, at(&today, "09:55"));
    let lessons = &next.plan.days[0].slots[0];
    assert_eq!(lessons.ends, Some(time("10:15")), "{:?}", stays(&next));
    assert!(seen(&next.plan, "Group 1").contains(&"10:00 Year 2".into()));
    assert!(
        stays(&next).contains(&Stays::GoesWith {
            what: "Lesson visits".into(),
            with: "Year 2".into()
        }),
        "{:?}",
        stays(&next)
    );
}

/// The places of a group that have begun, each with its time.
pub(super) fn begun_stops(plan: &Plan, group: &GroupId, now: Stamp) -> Vec<(String, Stamp)> {
    let route = Route::of(plan, Some(group));
    let begun = route.stops().iter().filter(|stop| !now.is_before(stop.starts));
    begun
        .map(|stop| (format!("{:?}", stop.place), stop.starts))
        .collect()
}
