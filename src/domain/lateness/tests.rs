mod beginning;
mod fixed_points;

use proptest::prelude::*;

use super::*;
use crate::domain::{
    activity::ActivityKind,
    course::Phase,
    example::{activity, at, group, plan as small_plan, time as clock},
    ids::{SlotId, TrackId, VisitId},
    plan::{Slot, Track, Visit},
};

/// The half-day in maths: five visits a group, then a break, pupils and the discussion, for all of which somebody
/// waits.
fn plan() -> Plan {
    let mut plan = small_plan();
    let row = |id: &str, starts: &str, ends: Option<&str>, kind, fixed| Slot {
        id: SlotId::new(id),
        starts: clock(starts),
        ends: ends.map(clock),
        fixed,
        activity: activity(id, kind),
        remark: String::new(),
        tracks: Vec::new(),
    };
    let track = |number: u32, classes: [&str; 5]| Track {
        id: TrackId::new(format!("track-{number}")),
        group: group(number),
        activity: None,
        visits: classes
            .iter()
            .zip(["09:00", "09:15", "09:30", "09:45", "10:00"])
            .map(|(class, starts)| Visit {
                id: VisitId::new(format!("{number}-{class}")),
                starts: clock(starts),
                class: (*class).to_string(),
            })
            .collect(),
    };
    let mut lessons = row(
        "lessons",
        "09:00",
        Some("10:15"),
        ActivityKind::LessonVisits,
        false,
    );
    lessons.tracks = vec![
        track(1, ["Y5", "Y6", "Y4", "Y3", "Y2"]),
        track(2, ["Y2", "Y1", "YR", "Y6", "Y5"]),
    ];
    plan.days[0].slots = vec![
        row("teachers", "08:10", None, ActivityKind::MeetingTeachers, false),
        row("sendco", "08:30", None, ActivityKind::MeetingLeader, false),
        lessons,
        row("break", "10:15", Some("10:45"), ActivityKind::Break, true),
        row("pupils", "10:45", None, ActivityKind::PupilVoice, true),
        row(
            "discussion",
            "11:15",
            Some("12:00"),
            ActivityKind::Discussion,
            true,
        ),
    ];
    plan
}

fn asked(late: i64) -> Options {
    Options {
        late,
        ..Options::default()
    }
}

/// The remedies for group 1 at `now`, at the place where the plan and the lateness say it is.
fn at_time(now: &str, options: &Options) -> [Remedy; 3] {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let now = at(&plan, now);
    let stop = route
        .planned_at(0, now.plus(chrono::TimeDelta::minutes(-options.late)))
        .expect("a stop");
    let position = Position {
        phase: Phase::During(0),
        stop,
        late: options.late,
        held: false,
    };
    let standing = Standing {
        agreed: &plan,
        plan: &plan,
        route: &route,
        position,
        now,
    };
    remedies(&standing, options)
}

fn told(remedy: &Remedy) -> String {
    let lines = remedy.lines.iter().map(|line| {
        let becomes = line.becomes.map_or("dropped".to_string(), |(starts, ends)| {
            format!("{}-{}", starts.hh_mm(), ends.hh_mm())
        });
        format!("{} {becomes}", line.name)
    });
    lines.collect::<Vec<_>>().join(", ")
}

fn place(slot: &str, visit: Option<&str>) -> PlaceId {
    PlaceId {
        slot: SlotId::new(slot),
        visit: visit.map(VisitId::new),
    }
}

const AFTER_THE_BREAK: &str = ", break 10:15-10:45, pupils 10:45-11:15, discussion 11:15-12:00";

#[test]
fn seven_minutes_late_in_year_6() {
    let [push, squeeze, drop] = at_time("09:24", &asked(7));
    let after = AFTER_THE_BREAK;
    assert_eq!(
        told(&push),
        format!("Y6 09:15-09:37, Y4 09:37-09:52, Y3 09:52-10:07, Y2 10:07-10:15{after}")
    );
    assert_eq!(
        told(&squeeze),
        format!("Y6 09:15-09:37, Y4 09:37-09:50, Y3 09:50-10:03, Y2 10:03-10:15{after}")
    );
    assert_eq!(
        told(&drop),
        format!("Y6 09:15-09:37, Y4 09:37-09:52, Y3 09:52-10:15, Y2 dropped{after}")
    );
    let shortened = |name: &str, keeps| Cost::Shortened {
        name: name.into(),
        keeps,
        of: 15,
    };
    assert_eq!(push.costs, [shortened("Y2", 8)]);
    assert_eq!(
        squeeze.costs,
        [shortened("Y4", 13), shortened("Y3", 13), shortened("Y2", 12)]
    );
    assert_eq!(drop.costs, [unseen("Y2", false), longer("Y3", 23)]);
}

fn unseen(class: &str, by_nobody: bool) -> Cost {
    Cost::Unseen {
        class: class.into(),
        by_nobody,
    }
}

fn longer(name: &str, lasts: i64) -> Cost {
    Cost::Longer {
        name: name.into(),
        lasts,
        of: 15,
    }
}

#[test]
fn one_chosen_class_bears_it_or_is_dropped() {
    let options = Options {
        chosen: Some(place("lessons", Some("1-Y3"))),
        ..asked(7)
    };
    let [_, squeeze, drop] = at_time("09:24", &options);
    let after = AFTER_THE_BREAK;
    assert_eq!(
        told(&squeeze),
        format!("Y6 09:15-09:37, Y4 09:37-09:52, Y3 09:52-10:00, Y2 10:00-10:15{after}")
    );
    assert_eq!(
        told(&drop),
        format!("Y6 09:15-09:37, Y4 09:37-10:00, Y3 dropped, Y2 10:00-10:15{after}")
    );
    assert_eq!(drop.costs, [unseen("Y3", true), longer("Y4", 23)]);
    let [_, squeeze, _] = at_time("09:31", &Options { late: 16, ..options });
    assert!(
        told(&squeeze).contains("Y3 10:00-10:01, Y2"),
        "what it can't bear the others share: {}",
        told(&squeeze)
    );
}

#[test]
fn fixed_points_move_only_when_asked_and_each_is_named() {
    let options = Options {
        move_fixed: true,
        ..asked(7)
    };
    let [push, squeeze, _] = at_time("09:24", &options);
    assert!(
        told(&push)
            .ends_with("Y2 10:07-10:22, break 10:22-10:52, pupils 10:52-11:22, discussion 11:22-12:07"),
        "{}",
        told(&push)
    );
    let named: Vec<_> = push
        .costs
        .iter()
        .map(|cost| match cost {
            Cost::FixedMoved { name, to, .. } => format!("{name} {}", to.hh_mm()),
            Cost::DayEnds { to, .. } => format!("end {}", to.hh_mm()),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        named,
        ["break 10:22", "pupils 10:52", "discussion 11:22", "end 12:07"]
    );
    assert!(told(&squeeze).ends_with("-12:00"), "{}", told(&squeeze));
    assert!(
        !squeeze
            .costs
            .iter()
            .any(|cost| matches!(cost, Cost::Discussion { .. })),
        "41 or more of 45 is no cost: {:?}",
        squeeze.costs
    );
}

#[test]
fn the_discussion_keeps_40_of_45_or_the_cost_is_said() {
    for (late, keeps) in [(5, None), (6, Some(39)), (20, Some(25))] {
        let now = format!("11:{:02}", 16 + late);
        let [push, ..] = at_time(&now, &asked(late));
        let said = push.costs.iter().find_map(|cost| match cost {
            Cost::Discussion { keeps, of: 45 } => Some(*keeps),
            _ => None,
        });
        assert_eq!(said, keeps, "{late} late: {:?}", push.costs);
        assert!(told(&push).ends_with("discussion 11:15-12:00"));
    }
}

#[test]
fn at_the_last_class_the_class_itself_is_cut_short() {
    let [push, squeeze, drop] = at_time("10:08", &asked(7));
    for remedy in [push, squeeze, drop] {
        assert!(
            told(&remedy).starts_with("Y2 10:00-10:15, break"),
            "{}",
            told(&remedy)
        );
        assert_eq!(
            remedy.costs,
            [Cost::Shortened {
                name: "Y2".into(),
                keeps: 8,
                of: 15
            }]
        );
    }
}

#[test]
fn so_late_that_not_every_class_finds_a_minute() {
    let [push, squeeze, _] = at_time("10:13", &asked(57));
    assert!(
        told(&push).starts_with("Y6 09:15-10:15, Y4 dropped, Y3 dropped, Y2 dropped, break 10:15"),
        "{}",
        told(&push)
    );
    let said = told(&squeeze);
    assert!(said.ends_with(AFTER_THE_BREAK), "{said}");
}

#[test]
fn early_pulls_forward_and_never_before_now() {
    let [push, squeeze, _] = at_time("09:24", &asked(-5));
    assert!(
        told(&push)
            .starts_with("Y6 09:15-09:25, Y4 09:25-09:40, Y3 09:40-09:55, Y2 09:55-10:10, break 10:15"),
        "{}",
        told(&push)
    );
    assert!(
        told(&squeeze).starts_with("Y6 09:15-09:25, Y4 09:25-09:42, Y3 09:42-09:59, Y2 09:59-10:15"),
        "{}",
        told(&squeeze)
    );
    let [push, ..] = at_time("09:24", &asked(-9));
    assert!(
        told(&push).starts_with("Y4 09:21-09:36, Y3 09:36-09:51"),
        "a class that began early began then: {}",
        told(&push)
    );
}

#[test]
fn for_everyone_the_other_groups_classes_move_too() {
    let options = Options {
        everyone: true,
        ..asked(7)
    };
    let [push, _, drop] = at_time("09:24", &options);
    let visits = |remedy: &Remedy| {
        remedy
            .changes
            .iter()
            .filter_map(|change| match &change.what {
                Change::VisitMoved { visit, starts, .. } => Some(format!("{visit} {starts}")),
                Change::NotSeen { visit, .. } => Some(format!("{visit} gone")),
                _ => None,
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(
        visits(&push),
        "1-Y4 09:37:00, 1-Y3 09:52:00, 1-Y2 10:07:00, 2-YR 09:37:00, 2-Y6 09:52:00, 2-Y5 10:07:00"
    );
    assert_eq!(visits(&drop), "1-Y4 09:37:00, 1-Y3 09:52:00, 1-Y2 gone");
}

#[test]
fn two_groups_in_one_room_are_a_cost() {
    let mut plan = plan();
    plan.days[0].slots[2].tracks[1].visits[3].class = "Y4".into();
    let route = Route::of(&plan, Some(&group(1)));
    let standing = Standing {
        agreed: &plan,
        plan: &plan,
        route: &route,
        position: Position {
            phase: Phase::During(0),
            stop: 3,
            late: 7,
            held: false,
        },
        now: at(&plan, "09:24"),
    };
    let [push, ..] = remedies(&standing, &asked(7));
    let clash = push.costs.iter().find_map(|cost| match cost {
        Cost::SameRoom { class, from, until } => Some((class.as_str(), from.hh_mm(), until.hh_mm())),
        _ => None,
    });
    assert_eq!(clash, Some(("Y4", "09:45".into(), "09:52".into())));
}

#[test]
fn who_stays_too_long_is_as_late_as_that() {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let position = |held, late| Position {
        phase: Phase::During(0),
        stop: 2,
        late,
        held,
    };
    let late = |held, late, now: &str| minutes_late(&route, position(held, late), at(&plan, now));
    assert_eq!(late(true, 0, "09:22"), 7);
    assert_eq!(late(true, 9, "09:22"), 9);
    assert_eq!(late(true, -2, "09:10"), -2);
    assert_eq!(late(false, 3, "09:22"), 3);
}

#[test]
fn a_row_in_course_ends_later_and_one_without_a_stated_end_follows_by_itself() {
    let options = Options {
        move_fixed: true,
        ..asked(7)
    };
    let [push, ..] = at_time("10:08", &options);
    let ends = push.changes.iter().find_map(|change| match &change.what {
        Change::Retimed { slot, starts, ends } if slot.as_str() == "lessons" => Some((*starts, *ends)),
        _ => None,
    });
    assert_eq!(ends, Some((clock("09:00"), Some(clock("10:22")))));
    let pupils = push.changes.iter().find_map(|change| match &change.what {
        Change::Retimed { slot, ends, .. } if slot.as_str() == "pupils" => Some(*ends),
        _ => None,
    });
    assert_eq!(pupils, Some(None), "the discussion behind it still ends it");
}

/// A moment of the day, how late, where, and what is asked for.
fn any_need() -> impl Strategy<Value = (i64, i64, Option<usize>, bool, bool, bool)> {
    let minutes = 8 * 60 + 10..12 * 60 + 30_i64;
    (
        minutes,
        -20_i64..90,
        prop::option::of(0_usize..12),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_remedy_breaks_the_day((minute, late, chosen, move_fixed, everyone, held) in any_need(), seconds in 0_i64..60) {
        let plan = plan();
        let route = Route::of(&plan, Some(&group(1)));
        let now = at(&plan, "00:00").plus(chrono::TimeDelta::seconds(minute * 60 + seconds));
        let stop = route.planned_at(0, now.plus(chrono::TimeDelta::minutes(-late))).expect("a stop");
        let position = Position { phase: Phase::During(0), stop, late, held };
        let standing = Standing { agreed: &plan, plan: &plan, route: &route, position, now };
        let chosen = chosen.and_then(|chosen| route.stop(chosen)).map(|stop| stop.place.clone());
        let options = Options { late, move_fixed, chosen, everyone };
        for remedy in remedies(&standing, &options) {
            sound(&plan, &remedy, now, &options)?;
            prop_assert_eq!(remedy.lines.len(), route.stops().iter().filter(|stop| stop.day == 0).count() - stop);
        }
    }
}

/// What holds for every remedy.
fn sound(plan: &Plan, remedy: &Remedy, now: Stamp, options: &Options) -> Result<(), TestCaseError> {
    let minute = now.plus(chrono::TimeDelta::seconds(-(now.moment().timestamp() % 60)));
    let mut last = None;
    for (nth, line) in remedy.lines.iter().enumerate() {
        let Some((starts, ends)) = line.becomes else {
            prop_assert!(nth > 0, "the present place takes place: {}", told(remedy));
            let said = remedy.costs.iter().any(|cost| match cost {
                Cost::Unseen { class, .. } => *class == line.name,
                Cost::RowDropped { name } => *name == line.name,
                _ => false,
            });
            prop_assert!(said, "what is dropped is said");
            prop_assert!(
                line.can_give,
                "what does not give is not dropped: {}",
                told(remedy)
            );
            continue;
        };
        prop_assert!(starts.is_before(ends), "at least a minute: {}", told(remedy));
        prop_assert!(
            last.is_none_or(|last: Stamp| !starts.is_before(last)),
            "in order: {}",
            told(remedy)
        );
        last = Some(starts);
        if nth > 0 && starts != line.was.0 {
            prop_assert!(!starts.is_before(minute), "not before now: {}", told(remedy));
        }
        if line.fixed && !options.move_fixed && !line.was.0.is_before(minute) {
            prop_assert_eq!(starts, line.was.0, "{}", told(remedy));
        }
        if line.fixed && nth > 0 && starts != line.was.0 {
            let named = |cost: &Cost| matches!(cost, Cost::FixedMoved { name, .. } if *name == line.name);
            prop_assert!(remedy.costs.iter().any(named), "whoever waits is named");
        }
    }
    let last_end = |pick: fn(&Line) -> Option<Stamp>| remedy.lines.iter().filter_map(pick).max();
    if !options.move_fixed {
        let (was, becomes) = (
            last_end(|line| Some(line.was.1)),
            last_end(|line| line.becomes.map(|to| to.1)),
        );
        prop_assert!(becomes <= was, "the day ends no later: {}", told(remedy));
    }
    let groups = if options.everyone { &[1, 2][..] } else { &[1] };
    for number in groups {
        let after = today::with(plan, Some(&group(1)), &remedy.changes);
        let route = Route::of(&after, Some(&group(*number)));
        for stops in route.stops().windows(2) {
            let in_order = stops[0].day < stops[1].day || !stops[1].starts.is_before(stops[0].starts);
            prop_assert!(in_order, "group {}: {:?}, {}", number, stops, told(remedy));
        }
    }
    if !options.everyone {
        the_group_stays_where_it_is(plan, remedy, now)?;
    }
    Ok(())
}

/// With no lateness left, the clock finds the group where it was, or at the next place if that begins this minute.
fn the_group_stays_where_it_is(plan: &Plan, remedy: &Remedy, now: Stamp) -> Result<(), TestCaseError> {
    let after = today::with(plan, Some(&group(1)), &remedy.changes);
    let route = Route::of(&after, Some(&group(1)));
    let found = route
        .planned_at(0, now)
        .and_then(|at| route.stop(at))
        .expect("a stop");
    let present = &remedy.lines[0];
    let moved_on = remedy.lines[1..]
        .iter()
        .find_map(|line| Some((line, line.becomes?)))
        .is_some_and(|(_, becomes)| !now.is_before(becomes.0));
    let waits = present.fixed && now.is_before(present.was.0);
    prop_assert!(
        found.place == present.place || moved_on || waits,
        "{:?} and not {}: {}",
        found.place,
        present.name,
        told(remedy)
    );
    Ok(())
}
