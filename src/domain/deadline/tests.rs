use proptest::prelude::*;

use super::*;
use crate::domain::zone::Zone;
use crate::domain::{example, plan::Day};

const LONG: std::ops::RangeInclusive<i32> = 2020..=2040;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The holidays around the turn of 2027, which has both kinds of substitute day.
fn holidays() -> BankHolidays {
    let days = [
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-12-27",
        "2027-12-28",
    ];
    BankHolidays::new(days.map(|day| (date(day), "a holiday".into())), LONG)
}

/// A plan of one row on each of `days`, and these deadlines.
fn plan(days: &[(&str, &str)], due: &[Due]) -> Plan {
    let mut plan = example::plan();
    let row = plan.days[1].slots[0].clone();
    let day = |(date, time): &(&str, &str)| Day {
        date: self::date(date),
        slots: vec![crate::domain::plan::Slot {
            starts: example::time(time),
            ends: None,
            ..row.clone()
        }],
        ..plan.days[1].clone()
    };
    plan.days = days.iter().map(day).collect();
    let deadline = |due: &Due| Deadline {
        what: format!("{due:?}"),
        who: "Host".into(),
        due: *due,
        binding: true,
        at_levels: Vec::new(),
    };
    plan.rules.deadlines = due.iter().map(deadline).collect();
    plan
}

fn only(days: &[(&str, &str)], due: Due) -> DueDate {
    let mut all = due_dates(&plan(days, &[due]), &holidays());
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn at(text: &str) -> WhenDue {
    WhenDue::At(text.parse().expect("a moment"))
}

#[test]
fn seventy_two_hours_are_elapsed_hours() {
    let table = [
        // Monday 08:00 -> Friday 08:00.
        ("2026-11-30", "08:00", "2026-11-27T08:00:00+00:00"),
        ("2026-12-01", "08:00", "2026-11-28T08:00:00+00:00"),
        // The clocks go forward on 28 March 2027 and back on 25 October 2026, between the two.
        ("2027-03-29", "08:00", "2027-03-26T07:00:00+00:00"),
        ("2026-10-26", "08:00", "2026-10-23T09:00:00+01:00"),
        // Into the hour that comes twice, counted from either side of midnight.
        ("2026-10-28", "01:30", "2026-10-25T01:30:00+00:00"),
        // Across midnight by the hour that went.
        ("2027-03-29", "00:30", "2027-03-25T23:30:00+00:00"),
    ];
    for (day, time, expected) in table {
        // By its words, which also tell the offset.
        let WhenDue::At(moment) = only(&[(day, time)], Due::HoursBefore(72)).due else {
            panic!("a moment")
        };
        assert_eq!(moment.to_string(), expected, "{day} {time}");
    }
}

#[test]
fn days_are_counted_from_the_first_day_and_the_last() {
    // The order of the days in the plan says nothing.
    let days = [("2026-12-02", "13:00"), ("2026-12-01", "08:00")];
    let table = [
        (Due::DaysBefore(14), "2026-11-17"),
        (Due::OnTheDay, "2026-12-02"),
        (Due::DaysAfter(7), "2026-12-09"),
        (Due::WorkingDaysAfter(5), "2026-12-09"),
    ];
    for (due, expected) in table {
        assert_eq!(only(&days, due).due, WhenDue::On(date(expected)), "{due:?}");
    }
}

#[test]
fn working_days_pass_over_weekends_and_bank_holidays() {
    let table = [
        ("2026-12-01", 1, "2026-12-02"),
        ("2026-12-03", 5, "2026-12-10"),
        // Friday before Christmas Day 2026, with Boxing Day kept on the Monday, and New Year's Day.
        ("2026-12-18", 5, "2026-12-29"),
        ("2026-12-24", 5, "2027-01-05"),
        // Easter 2027: Good Friday on 26 March, Easter Monday on the 29th.
        ("2027-03-25", 1, "2027-03-30"),
        // Both Christmas days on a weekend: substitutes on Monday and Tuesday.
        ("2027-12-24", 1, "2027-12-29"),
        ("2026-12-05", 1, "2026-12-07"),
        ("2026-12-05", 0, "2026-12-05"),
    ];
    for (from, count, expected) in table {
        let due = only(&[(from, "08:00")], Due::WorkingDaysAfter(count));
        assert_eq!(due.due, WhenDue::On(date(expected)), "{count} after {from}");
        assert!(!due.unsure);
    }
}

#[test]
fn deadlines_in_any_order_are_counted_alike() {
    let counts = [5, 1, 60_000, 3, 5, 0];
    let all = plan(&[("2026-12-18", "08:00")], &counts.map(Due::WorkingDaysAfter));
    let together: Vec<WhenDue> = due_dates(&all, &holidays())
        .into_iter()
        .map(|due| due.due)
        .collect();
    let alone = counts.map(|count| only(&[("2026-12-18", "08:00")], Due::WorkingDaysAfter(count)).due);
    assert_eq!(together, alone);
}

#[test]
fn school_holidays_count_only_where_the_plan_lists_them() {
    let mut plan = plan(&[("2027-02-11", "08:00")], &[Due::WorkingDaysAfter(2)]);
    assert_eq!(
        due_dates(&plan, &holidays()).remove(0).due,
        WhenDue::On(date("2027-02-15"))
    );
    plan.agreement.school_holidays = vec![Holiday {
        from: date("2027-02-15"),
        until: date("2027-02-19"),
    }];
    assert_eq!(
        due_dates(&plan, &holidays())[0].due,
        WhenDue::On(date("2027-02-22"))
    );
}

#[test]
fn a_year_whose_holidays_are_not_known_is_said() {
    let known = BankHolidays::new([], 2026..=2026);
    let unsure = |day: &str, due: Due| due_dates(&plan(&[(day, "08:00")], &[due]), &known)[0].unsure;
    assert!(!unsure("2026-12-24", Due::WorkingDaysAfter(5)));
    assert!(unsure("2026-12-28", Due::WorkingDaysAfter(5)));
    assert!(!unsure("2025-12-31", Due::WorkingDaysAfter(1)));
    assert!(unsure("2025-12-30", Due::WorkingDaysAfter(1)));
    // Nothing else depends on them.
    for due in [
        Due::HoursBefore(72),
        Due::DaysBefore(14),
        Due::DaysAfter(7),
        Due::OnTheDay,
    ] {
        assert!(!unsure("2031-05-05", due), "{due:?}");
    }
}

#[test]
fn what_hangs_on_no_day_says_so() {
    let governors = |meeting| {
        let mut plan = plan(&[("2026-12-01", "08:00")], &[Due::NextGovernorsMeeting]);
        plan.agreement.governors_meeting = meeting;
        due_dates(&plan, &holidays()).remove(0).due
    };
    assert_eq!(governors(None), WhenDue::NextGovernorsMeeting(None));
    let meeting = Some(date("2026-12-09"));
    assert_eq!(governors(meeting), WhenDue::NextGovernorsMeeting(meeting));
    assert_eq!(
        only(&[("2026-12-01", "08:00")], Due::ByAgreement).due,
        WhenDue::ByAgreement
    );
    // No day at all: nothing to count from.
    assert_eq!(only(&[], Due::HoursBefore(72)).due, WhenDue::ByAgreement);
}

#[test]
fn a_day_without_rows_is_counted_from_its_start() {
    let mut plan = plan(&[("2026-12-01", "08:00")], &[Due::HoursBefore(72)]);
    plan.days[0].slots.clear();
    assert_eq!(
        due_dates(&plan, &holidays())[0].due,
        at("2026-11-28T00:00:00+00:00")
    );
}

#[test]
fn counts_beyond_all_years_end_there() {
    let far = |due| only(&[("2026-12-01", "08:00")], due).due.date(date("2026-12-01"));
    assert_eq!(far(Due::DaysBefore(u32::MAX)), Some(date("1970-01-01")));
    assert_eq!(far(Due::DaysAfter(u32::MAX)), Some(date("2199-12-31")));
    assert_eq!(far(Due::WorkingDaysAfter(u32::MAX)), Some(date("2199-12-31")));
    assert!(far(Due::HoursBefore(u32::MAX)).is_some());
    let often = Due::Every {
        weeks: u32::MAX,
        times: u32::MAX,
    };
    assert_eq!(far(often), Some(date("2199-12-31")));
}

#[test]
fn a_state_is_told_by_the_hour_or_by_the_day() {
    let hour = only(&[("2026-11-30", "08:00")], Due::HoursBefore(72));
    let day = only(&[("2026-11-27", "08:00")], Due::OnTheDay);
    let table = [
        (
            "2026-11-20T09:00:00+00:00",
            DueState::Ahead { days: 7 },
            DueState::Ahead { days: 7 },
        ),
        (
            "2026-11-26T23:59:00+00:00",
            DueState::Ahead { days: 1 },
            DueState::Ahead { days: 1 },
        ),
        ("2026-11-27T08:00:00+00:00", DueState::Today, DueState::Today),
        ("2026-11-27T08:00:01+00:00", DueState::Passed, DueState::Today),
        ("2026-11-28T00:00:00+00:00", DueState::Passed, DueState::Passed),
    ];
    for (now, by_hour, by_day) in table {
        let now = now.parse().expect("a moment");
        assert_eq!((hour.state(now), day.state(now)), (by_hour, by_day), "{now}");
    }
    let agreed = only(&[("2026-12-01", "08:00")], Due::ByAgreement);
    assert_eq!(
        agreed.state(example::at(&example::plan(), "09:00")),
        DueState::Undated
    );
}

#[test]
fn the_next_thing_due_is_told_through_the_life_of_a_review() {
    let rules = [
        Due::ByAgreement,
        Due::DaysBefore(14),
        Due::HoursBefore(72),
        Due::OnTheDay,
        Due::NextGovernorsMeeting,
    ];
    let mut plan = plan(&[("2026-12-01", "08:00")], &rules);
    let next = |plan: &Plan, now: &str| {
        next_due(plan, &holidays(), now.parse().expect("a moment")).map(|due| due.due)
    };
    assert_eq!(
        next(&plan, "2026-11-01T09:00:00+00:00"),
        Some(WhenDue::On(date("2026-11-17")))
    );
    assert_eq!(
        next(&plan, "2026-11-18T09:00:00+00:00"),
        Some(at("2026-11-28T08:00:00+00:00"))
    );
    assert_eq!(
        next(&plan, "2026-11-28T09:00:00+00:00"),
        Some(WhenDue::On(date("2026-12-01")))
    );
    // The same moment told by a clock elsewhere.
    assert_eq!(
        next(&plan, "2026-11-28T02:00:00-07:00"),
        Some(WhenDue::On(date("2026-12-01")))
    );
    let unknown = WhenDue::NextGovernorsMeeting(None);
    assert_eq!(next(&plan, "2026-12-02T09:00:00+00:00"), Some(unknown));
    plan.agreement.governors_meeting = Some(date("2026-12-09"));
    let known = WhenDue::NextGovernorsMeeting(plan.agreement.governors_meeting);
    assert_eq!(next(&plan, "2026-12-02T09:00:00+00:00"), Some(known.clone()));
    // Nothing is ahead: what was last.
    assert_eq!(next(&plan, "2027-02-01T09:00:00+00:00"), Some(known));
    plan.rules.deadlines.clear();
    assert_eq!(next(&plan, "2026-12-02T09:00:00+00:00"), None);
}

#[test]
fn what_comes_again_is_next_then_today_and_passed_only_when_all_are_over() {
    let days = [("2026-12-01", "08:00"), ("2026-12-02", "08:00")];
    let due = only(&days, Due::Every { weeks: 6, times: 3 });
    assert_eq!(
        days_of(&due),
        ["2027-01-13", "2027-02-24", "2027-04-07"],
        "six weeks after the last day"
    );
    for (now, next, state) in [
        ("2026-11-01", "2027-01-13", DueState::Ahead { days: 73 }),
        ("2027-01-13", "2027-01-13", DueState::Today),
        // The clocks go forward between this one and the next.
        ("2027-01-14", "2027-02-24", DueState::Ahead { days: 41 }),
        ("2027-02-25", "2027-04-07", DueState::Ahead { days: 41 }),
        ("2027-04-07", "2027-04-07", DueState::Today),
        ("2027-04-08", "2027-04-07", DueState::Passed),
        ("2030-01-01", "2027-04-07", DueState::Passed),
    ] {
        assert_eq!(due.due.date(date(now)), Some(date(next)), "{now}");
        let moment = format!("{now}T23:00:00+00:00").parse().expect("a moment");
        let moment = if now > "2027-03-28" && now < "2027-10-31" {
            format!("{now}T23:00:00+01:00").parse().expect("a moment")
        } else {
            moment
        };
        assert_eq!(due.state(moment), state, "{now}");
    }
    for (weeks, times) in [(0, 3), (6, 0)] {
        assert_eq!(only(&days, Due::Every { weeks, times }).due, WhenDue::ByAgreement);
    }
}

/// The days on which something comes again.
fn days_of(due: &DueDate) -> Vec<String> {
    let WhenDue::Every(series) = &due.due else {
        panic!("a series: {due:?}")
    };
    assert_eq!(series.times(), series.days().count());
    series.days().map(|day| day.to_string()).collect()
}

#[test]
fn what_comes_again_steps_over_easter_and_goes_on_as_before() {
    // Good Friday is 26 March 2027, Easter Monday the 29th.
    let three_weekly = only(&[("2026-12-14", "08:00")], Due::Every { weeks: 3, times: 6 });
    assert_eq!(
        days_of(&three_weekly),
        [
            "2027-01-04",
            "2027-01-25",
            "2027-02-15",
            "2027-03-08",
            "2027-03-30",
            "2027-04-19"
        ]
    );
    assert!(!three_weekly.unsure);
    let today = "2027-03-30T09:00:00+01:00".parse().expect("a moment");
    assert_eq!(three_weekly.state(today), DueState::Today);
    let weekly = Due::Every { weeks: 1, times: 4 };
    assert_eq!(
        days_of(&only(&[("2027-03-12", "08:00")], weekly)),
        ["2027-03-19", "2027-03-30", "2027-04-02", "2027-04-09"]
    );
    assert_eq!(
        days_of(&only(
            &[("2026-12-05", "08:00")],
            Due::Every { weeks: 6, times: 2 }
        )),
        ["2027-01-18", "2027-03-01"],
        "a review on a Saturday"
    );
}

#[test]
fn what_falls_into_the_school_holidays_comes_once_behind_them() {
    let every = Due::Every { weeks: 1, times: 5 };
    let mut plan = plan(&[("2027-03-12", "08:00")], &[every]);
    plan.agreement.school_holidays = vec![Holiday {
        from: date("2027-03-25"),
        until: date("2027-04-09"),
    }];
    let due = due_dates(&plan, &holidays()).remove(0);
    assert_eq!(days_of(&due), ["2027-03-19", "2027-04-12", "2027-04-16"]);
    let WhenDue::Every(series) = &due.due else {
        panic!("a series")
    };
    let moved: Vec<_> = series.moved().collect();
    assert_eq!(
        moved,
        [
            (date("2027-03-26"), None),
            (date("2027-04-02"), None),
            (date("2027-04-09"), Some(date("2027-04-12")))
        ]
    );
}

#[test]
fn what_comes_again_in_a_year_without_known_holidays_is_unsure() {
    let every = Due::Every { weeks: 6, times: 3 };
    assert!(!only(&[("2040-08-01", "08:00")], every).unsure);
    assert!(only(&[("2040-10-01", "08:00")], every).unsure);
}

#[test]
fn the_next_of_what_comes_again_stands_in_line_with_the_rest() {
    let every = Due::Every { weeks: 1, times: 4 };
    let plan = plan(&[("2026-12-01", "08:00")], &[every, Due::DaysAfter(10)]);
    let next = |now: &str| next_due(&plan, &holidays(), now.parse().expect("a moment")).map(|due| due.what);
    assert_eq!(next("2026-12-03T09:00:00+00:00"), Some(format!("{every:?}")));
    assert_eq!(next("2026-12-09T09:00:00+00:00"), Some("DaysAfter(10)".into()));
    assert_eq!(next("2026-12-12T09:00:00+00:00"), Some(format!("{every:?}")));
}

prop_compose! {
    fn any_date()(days in 0..4383_u64) -> NaiveDate {
        date("2024-01-01") + Days::new(days)
    }
}

fn any_zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(Zone::names()).prop_map(|name| name.parse().expect("a zone"))
}

proptest! {
    #[test]
    fn in_every_zone_72_hours_are_259_200_seconds(first in any_date(), minute in 0..1440_u32, zone in any_zone()) {
        let mut plan = plan(&[("2026-12-01", "08:00")], &[Due::HoursBefore(72)]);
        plan.zone = zone;
        plan.days[0].date = first;
        plan.days[0].slots[0].starts = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).expect("a time");
        let begins = plan.begins().expect("a row");
        let WhenDue::At(moment) = due_dates(&plan, &holidays())[0].due else { panic!("a moment") };
        prop_assert_eq!(begins.since(moment).num_seconds(), 259_200);
        let shown = zone.shows(moment.moment().to_utc());
        prop_assert_eq!(moment.to_string(), shown.to_rfc3339(), "it is told as that zone's clocks show it");
    }

    #[test]
    fn working_days_never_end_on_a_day_off_and_never_run_backwards(
        from in any_date(),
        count in 1..60_u32,
        off in prop::collection::btree_set(any_date(), 0..40),
        school in prop::option::of((any_date(), 0..30_u64)),
    ) {
        let mut plan = plan(&[("2026-12-01", "08:00")], &[]);
        let bank = BankHolidays::new(off.into_iter().map(|day| (day, String::new())), LONG);
        plan.agreement.school_holidays = school
            .map(|(from, days)| Holiday { from, until: from + Days::new(days) })
            .into_iter()
            .collect();
        let days = WorkingDays::of(&plan, &bank);
        let (reached, unsure) = days.after(from, count);
        prop_assert!(!matches!(reached.weekday(), Weekday::Sat | Weekday::Sun));
        prop_assert!(bank.on(reached).is_none());
        prop_assert!(plan.agreement.school_holidays.iter().all(|off| reached < off.from || reached > off.until));
        prop_assert!(!unsure);
        // Exactly so many working days lie between.
        let between = from.iter_days().skip(1).take_while(|day| *day <= reached);
        prop_assert_eq!(between.filter(|day| days.is_one(*day)).count(), count as usize);
        // One more day, or a day later to count from, is never earlier.
        prop_assert!(days.after(from, count + 1).0 > reached);
        prop_assert!(days.after(from + Days::new(1), count).0 >= reached);
    }
}
