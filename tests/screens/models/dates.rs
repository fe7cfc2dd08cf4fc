//! When the deadlines of each model are due, counted by hand: across both clock changes, Easter and Christmas.

use std::path::Path;

use knownow::domain::{
    bank_holidays::BankHolidays,
    deadline::{WhenDue, due_dates},
    drawing_up::{Brief, draw_up},
    ids::{SessionId, WriterId},
    plan::{Host, Plan},
};
use knownow::storage::{catalogue, files::bank_holidays_file::read_bank_holidays};
use uuid::Uuid;

use super::model;

fn holidays() -> BankHolidays {
    let text = catalogue::bank_holidays();
    read_bank_holidays(Path::new("b.ron"), text.as_bytes()).expect("holidays")
}

/// The plan of a review by this model that begins on `day`.
fn plan(id: &str, day: &str) -> Plan {
    let host = Host {
        name: "Oakfield Primary".into(),
        years: Vec::new(),
    };
    let brief = Brief::new(host, day.parse().expect("a date"));
    draw_up(
        &model(id),
        brief,
        SessionId(Uuid::from_u128(1)),
        WriterId(Uuid::from_u128(2)),
    )
}

/// When each deadline with a date is due, in the model's order.
fn dated(id: &str, day: &str) -> Vec<String> {
    let due = due_dates(&plan(id, day), &holidays());
    assert!(due.iter().all(|due| !due.unsure), "{id}");
    let words = due.iter().filter_map(|due| match &due.due {
        WhenDue::At(moment) => Some(moment.to_string()),
        WhenDue::On(date) => Some(date.to_string()),
        WhenDue::Every(series) => {
            let (first, weeks, times) = (series.first(), series.weeks(), series.times());
            Some(format!("{first} {weeks}x{times}"))
        }
        WhenDue::NextGovernorsMeeting(_) | WhenDue::ByAgreement => None,
    });
    words.collect()
}

#[test]
fn a_monday_after_the_clocks_went_forward_and_before_easter() {
    // Summer time began on Sunday 29 March 2026; Good Friday is 3 April, Easter Monday the 6th.
    for (id, expected) in [
        (
            "half-day-peer-review",
            &["2026-03-16", "2026-03-27T07:00:00+00:00", "2026-03-30"][..],
        ),
        ("subject-review-on-a-partner-visit", &["2026-04-08"]),
        ("two-day-quality-review", &["2026-03-31", "2026-04-07"]),
        ("triad-review", &["2026-03-30", "2026-03-30"]),
        ("trio-day", &["2026-03-30"]),
        ("quality-assurance-review", &[]),
        ("reciprocal-peer-review", &[]),
        ("self-evaluation-activity", &[]),
        (
            "whole-school-review",
            &["2026-05-11 6x8", "2026-04-20 3x17", "2026-04-07 1x52"],
        ),
    ] {
        assert_eq!(dated(id, "2026-03-30"), expected, "{id}");
    }
}

#[test]
fn a_monday_after_the_clocks_went_back() {
    // Summer time ended on Sunday 25 October 2026: 72 elapsed hours before 08:00 are 09:00 by Friday's clocks.
    for (id, expected) in [
        (
            "half-day-peer-review",
            &["2026-10-12", "2026-10-23T09:00:00+01:00", "2026-10-26"][..],
        ),
        ("subject-review-on-a-partner-visit", &["2026-11-02"]),
        ("two-day-quality-review", &["2026-10-27", "2026-11-03"]),
        ("triad-review", &["2026-10-26", "2026-10-26"]),
        ("trio-day", &["2026-10-26"]),
        (
            "whole-school-review",
            &["2026-12-07 6x8", "2026-11-16 3x17", "2026-11-02 1x52"],
        ),
    ] {
        assert_eq!(dated(id, "2026-10-26"), expected, "{id}");
    }
}

#[test]
fn the_last_friday_before_christmas() {
    // Christmas Day is a Friday, Boxing Day is kept on Monday the 28th; the second of two days is the Monday after.
    for (id, expected) in [
        (
            "half-day-peer-review",
            &["2026-12-04", "2026-12-15T08:00:00+00:00", "2026-12-18"][..],
        ),
        ("subject-review-on-a-partner-visit", &["2026-12-29"]),
        ("two-day-quality-review", &["2026-12-21", "2026-12-28"]),
        ("triad-review", &["2026-12-18", "2026-12-18"]),
        ("trio-day", &["2026-12-18"]),
    ] {
        assert_eq!(dated(id, "2026-12-18"), expected, "{id}");
    }
}
