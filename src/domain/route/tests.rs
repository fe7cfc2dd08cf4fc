use super::{
    super::example::{at, group, plan, plan_on, time},
    *,
};

/// The stops as "start-end name", for group `number` or for somebody without one.
fn stops(plan: &Plan, number: Option<u32>) -> Vec<String> {
    let name = |stop: &Stop| {
        let place = &stop.place;
        place
            .visit
            .as_ref()
            .map_or_else(|| place.slot.to_string(), ToString::to_string)
    };
    let route = Route::of(plan, number.map(group).as_ref());
    let words = |stop: &Stop| format!("{}-{} {}", stop.starts.hh_mm(), stop.ends.hh_mm(), name(stop));
    route.stops().iter().map(words).collect()
}

#[test]
fn a_group_goes_from_visit_to_visit_and_then_from_row_to_row() {
    assert_eq!(
        stops(&plan(), Some(1)),
        [
            "09:00-09:15 y5",
            "09:15-09:30 y6",
            "09:30-10:15 y4",
            "10:15-10:45 break",
            "10:45-11:15 discussion",
            "13:00-14:00 feedback",
        ]
    );
}

#[test]
fn the_other_group_and_somebody_without_one_go_their_own_ways() {
    assert_eq!(stops(&plan(), Some(2))[0], "09:00-10:15 y2");
    assert_eq!(stops(&plan(), None)[0], "09:00-10:15 lessons");
    assert_eq!(
        (stops(&plan(), Some(2)).len(), stops(&plan(), None).len()),
        (4, 4)
    );
}

#[test]
fn a_row_without_an_end_lasts_until_the_next_one_or_half_an_hour() {
    let mut plan = plan();
    plan.days[0].slots[0].ends = None;
    assert_eq!(stops(&plan, Some(1))[2], "09:30-10:15 y4");
    // One that begins with the next lasts until a later one.
    plan.days[0].slots[1].starts = time("09:00");
    assert_eq!(stops(&plan, Some(1))[2], "09:30-10:45 y4");
    plan.days[0].slots.truncate(1);
    assert_eq!(stops(&plan, None)[0], "09:00-09:30 lessons");
}

#[test]
fn a_row_that_ends_before_it_starts_lasts_no_time() {
    let mut plan = plan();
    plan.days[0].slots[0].ends = Some(time("08:00"));
    assert_eq!(stops(&plan, None)[0], "09:00-09:00 lessons");
}

#[test]
fn the_planned_stop_is_the_last_that_has_begun() {
    let plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    let planned = |text: &str| route.planned_at(0, at(&plan, text));
    assert_eq!(planned("08:00"), Some(0), "before the first row, the first one");
    assert_eq!(planned("09:14"), Some(0));
    assert_eq!(planned("09:15"), Some(1));
    assert_eq!(planned("10:44"), Some(3));
    assert_eq!(
        planned("23:00"),
        Some(4),
        "the day's last row, not the next day's first"
    );
    assert_eq!(route.planned_at(1, at(&plan, "+1 13:30")), Some(5));
    assert_eq!(route.planned_at(7, at(&plan, "09:15")), None);
}

#[test]
fn in_the_hour_that_comes_twice_a_row_begins_once() {
    let mut plan = plan_on("2026-10-25");
    plan.days[0].slots[0].starts = time("00:30");
    plan.days[0].slots[1].starts = time("01:30");
    let route = Route::of(&plan, None);
    let half_past = plan.moment(plan.days[0].date, time("01:30"));
    let an_hour_later = plan
        .local(half_past.moment().to_utc())
        .expect("a legal year")
        .plus(chrono::TimeDelta::hours(1));
    let again = plan.local(an_hour_later.moment().to_utc()).expect("a legal year");
    assert_eq!(
        (half_past.hh_mm(), again.hh_mm()),
        ("01:30".into(), "01:30".into())
    );
    // The same moment, as a clock that was already put back would show it.
    let shown_late =
        Stamp::new(half_past.moment().with_timezone(again.moment().offset())).expect("a legal year");
    let before = shown_late.plus(chrono::TimeDelta::seconds(-1));
    let stop = |when| {
        route
            .planned_at(0, when)
            .map(|at| route.stops()[at].place.slot.to_string())
    };
    assert_eq!(stop(shown_late), Some("break".into()));
    assert_eq!(route.planned_at(0, before), Some(0));
    assert!(!shown_late.is_before(half_past) && before.is_before(half_past));
}

#[test]
fn a_day_spans_from_its_first_stop_to_its_last_end() {
    let mut plan = plan();
    let route = Route::of(&plan, Some(&group(1)));
    assert_eq!(route.day_span(0), Some((at(&plan, "09:00"), at(&plan, "11:15"))));
    assert_eq!(
        (route.first_of(1), route.last_of(1), route.last_of(0)),
        (Some(5), Some(5), Some(4))
    );
    plan.days[0].slots.clear();
    let route = Route::of(&plan, Some(&group(1)));
    assert_eq!((route.day_span(0), route.first_of(0)), (None, None));
    assert_eq!(route.days().map(|(day, _)| day).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_stop_is_found_by_its_place_and_seen_with_its_groups_activity() {
    let plan = plan();
    let second = group(2);
    let route = Route::of(&plan, Some(&second));
    let discussion = route
        .stops()
        .iter()
        .position(|stop| stop.place.slot == SlotId::new("discussion"))
        .expect("the row");
    let view = plan
        .view(&route.stops()[discussion], Some(&second))
        .expect("a view");
    assert_eq!(
        (view.activity.title.as_str(), view.slot.activity.title.as_str()),
        ("books", "discussion")
    );
    assert_eq!(route.position(&route.stops()[0].place), Some(0));
    let first = Route::of(&plan, Some(&group(1)));
    assert_eq!(
        route.position(&first.stops()[0].place),
        None,
        "y5 is not on the second group's way"
    );
    let mut other = plan.clone();
    other.days[0].slots.remove(0);
    assert!(
        other.view(&route.stops()[0], Some(&second)).is_none(),
        "a stop of another plan"
    );
}
