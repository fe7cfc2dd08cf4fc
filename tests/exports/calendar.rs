//! The calendar.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event, Property};
use knownow::domain::model::{Deadline, Due};
use knownow::domain::plan::{Holiday, Plan};
use knownow::export::calendar::calendar;

use crate::kit::{half_day, made, sheet, two_days};

fn text(plan: &Plan) -> String {
    String::from_utf8(calendar(&sheet(plan), made()).unwrap()).unwrap()
}

fn events(plan: &Plan) -> Vec<Event> {
    let calendar: Calendar = text(plan).parse().unwrap();
    let events = calendar.components.iter();
    events.filter_map(|one| one.as_event().cloned()).collect()
}

fn utc(moment: Option<DatePerhapsTime>) -> DateTime<Utc> {
    match moment {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment))) => moment,
        other => panic!("not in UTC: {other:?}"),
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_review_day_is_one_event_with_its_timetable() {
    let events = events(&half_day());
    let day = &events[0];
    assert_eq!(utc(day.get_start()).to_rfc3339(), "2026-12-01T08:00:00+00:00");
    assert_eq!(utc(day.get_end()).to_rfc3339(), "2026-12-01T12:00:00+00:00");
    assert_eq!(day.get_summary(), Some("Oakfield Primary: half-day peer review"));
    assert_eq!(
        day.get_timestamp().unwrap().to_rfc3339(),
        "2026-10-20T15:05:00+00:00"
    );
    let words = day.get_description().unwrap();
    assert!(words.contains("\n08:10–08:30 Meet teachers\n"), "{words}");
    assert!(
        words.contains("\n  Group 2: 09:00 Year 2, 09:15 Year 1, 09:30 Reception"),
        "{words}"
    );
    // Three of the five deadlines have a date.
    assert_eq!(events.len(), 4);
}

#[test]
fn what_is_due_has_its_date_or_its_moment_and_says_who() {
    let events = events(&half_day());
    let agreed = &events[1];
    assert_eq!(
        agreed.get_start(),
        Some(DatePerhapsTime::Date(date("2026-11-17")))
    );
    assert_eq!(agreed.get_end(), Some(DatePerhapsTime::Date(date("2026-11-18"))));
    let sent = &events[2];
    assert_eq!(sent.get_summary(), Some("Due: Plan sent to the visiting heads"));
    assert_eq!(utc(sent.get_start()).to_rfc3339(), "2026-11-28T08:00:00+00:00");
    assert!(sent.get_description().unwrap().contains("Who: Host head teacher"));
    assert_eq!(sent.property_value("TRANSP"), Some("TRANSPARENT"));
}

#[test]
fn times_are_right_on_both_sides_of_a_clock_change() {
    let mut plan = two_days();
    // Summer time ends in the night to Sunday 25 October 2026.
    plan.days[0].date = date("2026-10-23");
    plan.days[1].date = date("2026-10-26");
    plan.rules.deadlines = vec![Deadline {
        what: "Plan sent".into(),
        who: "Host".into(),
        due: Due::HoursBefore(72),
        binding: true,
        at_levels: Vec::new(),
    }];
    let summer = events(&plan);
    assert_eq!(
        utc(summer[0].get_start()).to_rfc3339(),
        "2026-10-23T08:00:00+00:00"
    );
    assert_eq!(
        utc(summer[1].get_start()).to_rfc3339(),
        "2026-10-26T09:00:00+00:00"
    );
    assert_eq!(
        utc(summer[2].get_start()).to_rfc3339(),
        "2026-10-20T08:00:00+00:00"
    );

    plan.days.remove(0);
    let across = events(&plan);
    assert_eq!(
        utc(across[1].get_start()).to_rfc3339(),
        "2026-10-23T09:00:00+00:00"
    );
}

#[test]
fn a_later_edition_takes_the_place_of_the_earlier() {
    let first = half_day();
    let mut second = first.clone();
    second.revision += 1;
    second.days[0].date = date("2026-12-08");
    second.host.name = "Oakfield Primary School".into();
    let uids = |plan: &Plan| -> Vec<String> {
        let events = events(plan);
        events
            .iter()
            .map(|event| event.get_uid().unwrap().to_owned())
            .collect()
    };
    assert_eq!(uids(&first), uids(&second));
    let mut all = uids(&first);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 4, "each has its own");
    assert_eq!(events(&second)[0].get_sequence(), Some(2));

    let mut other = first;
    other.session = knownow::domain::ids::SessionId(uuid::Uuid::from_u128(7));
    assert!(!uids(&other).iter().any(|uid| all.contains(uid)));
}

#[test]
fn lines_are_folded_and_no_text_begins_a_line_of_its_own() {
    let mut plan = half_day();
    plan.host.name = "Oakfield\r\nATTACH:file\rX;Y,Z\\".into();
    let text = text(&plan);
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(
            !line.contains(['\r', '\n']) && !line.starts_with("ATTACH"),
            "{line:?}"
        );
    }
    assert_eq!(
        events(&plan)[0].get_summary(),
        Some("Oakfield / ATTACH:file / X;Y,Z\\: half-day peer review")
    );
}

#[test]
fn a_day_without_rows_takes_the_whole_day_and_without_any_date_there_is_no_calendar() {
    let mut plan = half_day();
    plan.days[0].slots.clear();
    let day = events(&plan).remove(0);
    assert_eq!(day.get_start(), Some(DatePerhapsTime::Date(date("2026-12-01"))));
    assert_eq!(day.get_end(), Some(DatePerhapsTime::Date(date("2026-12-02"))));
    assert_eq!(day.get_summary(), Some("Oakfield Primary: half-day peer review"));

    plan.days.clear();
    plan.agreement.governors_meeting = None;
    let fault = calendar(&sheet(&plan), made()).expect_err("no date");
    let said = fault.to_string();
    assert!(
        said.contains("the plan has no day yet") && said.contains("leave ics out"),
        "{said}"
    );

    plan.agreement.governors_meeting = Some(date("2027-02-02"));
    assert_eq!(events(&plan).len(), 1, "the governors' meeting has a date");
}

#[test]
fn what_comes_again_is_one_event_with_its_rule() {
    let mut plan = half_day();
    plan.rules.deadlines = vec![Deadline {
        what: "Rapid action plan reviewed".into(),
        who: "Facilitator".into(),
        due: Due::Every { weeks: 6, times: 8 },
        binding: true,
        at_levels: Vec::new(),
    }];
    let events = events(&plan);
    assert_eq!(events.len(), 2);
    let again = &events[1];
    assert_eq!(again.get_start(), Some(DatePerhapsTime::Date(date("2027-01-12"))));
    assert_eq!(again.get_end(), Some(DatePerhapsTime::Date(date("2027-01-13"))));
    assert_eq!(
        again.property_value("RRULE"),
        Some("FREQ=WEEKLY;INTERVAL=6;COUNT=8")
    );
    let words = again.get_description().unwrap();
    assert!(
        words.contains("Every 6 weeks from Tuesday 12 January 2027, 8 times"),
        "{words}"
    );
}

#[test]
fn what_comes_again_on_a_day_off_is_moved_in_the_calendar_too() {
    let mut plan = half_day();
    plan.days[0].date = date("2026-12-14");
    plan.rules.deadlines = vec![Deadline {
        what: "Check point".into(),
        who: "Facilitator".into(),
        due: Due::Every { weeks: 3, times: 6 },
        binding: true,
        at_levels: Vec::new(),
    }];
    let all = events(&plan);
    assert_eq!(all.len(), 3, "the day, the series, and the one behind Easter");
    let (again, moved) = (&all[1], &all[2]);
    assert_eq!(again.get_start(), Some(DatePerhapsTime::Date(date("2027-01-04"))));
    assert_eq!(
        again.property_value("RRULE"),
        Some("FREQ=WEEKLY;INTERVAL=3;COUNT=6")
    );
    assert_eq!(
        moved.get_uid(),
        again.get_uid(),
        "it takes the place of one of the series"
    );
    assert_eq!(moved.property_value("RECURRENCE-ID"), Some("20270329"));
    assert_eq!(moved.get_start(), Some(DatePerhapsTime::Date(date("2027-03-30"))));
    let words = again.get_description().unwrap();
    assert!(
        words.contains("6 times; after a day off on the next working day: Tuesday 30 March 2027"),
        "{words}"
    );
    // Of those that school holidays bring together one is left.
    plan.agreement.school_holidays = vec![Holiday {
        from: date("2027-03-29"),
        until: date("2027-04-30"),
    }];
    let all = events(&plan);
    let left_out: Vec<&str> = all[1].multi_properties()["EXDATE"]
        .iter()
        .map(Property::value)
        .collect();
    assert_eq!(left_out, ["20270329"]);
    assert_eq!(all[2].property_value("RECURRENCE-ID"), Some("20270419"));
    assert_eq!(
        all[2].get_start(),
        Some(DatePerhapsTime::Date(date("2027-05-03")))
    );
}
