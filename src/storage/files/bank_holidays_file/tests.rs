use chrono::{Datelike, Days, Weekday};

use super::*;
use crate::storage::catalogue;

const SMALL: &str = r#"(
    format: "knownow bank holidays",
    version: 1,
    known_from: 2026,
    known_until: 2027,
    days: [
        (date: "2026-12-25", name: "Christmas Day"),
        (date: "2027-01-01", name: "New Year's Day"),
    ],
)
"#;

fn read(text: &str) -> Result<BankHolidays, String> {
    read_bank_holidays(Path::new("b.ron"), text.as_bytes()).map_err(|fault| fault.to_string())
}

fn shipped() -> BankHolidays {
    read(catalogue::bank_holidays()).expect("the shipped holidays")
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

#[test]
fn dates_names_and_years_are_read() {
    let holidays = read(SMALL).expect("holidays");
    assert_eq!(holidays.on(date(2026, 12, 25)), Some("Christmas Day"));
    assert_eq!(holidays.on(date(2026, 12, 26)), None);
    assert!(holidays.knows(date(2027, 12, 31)) && !holidays.knows(date(2028, 1, 1)));
}

#[test]
fn the_shipped_file_has_the_days_that_were_announced() {
    let holidays = shipped();
    let table = [
        ("2024-03-29", "Good Friday"),
        ("2024-04-01", "Easter Monday"),
        ("2025-04-18", "Good Friday"),
        ("2025-05-05", "Early May bank holiday"),
        ("2026-05-25", "Spring bank holiday"),
        ("2026-08-31", "Summer bank holiday"),
        ("2026-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2027-03-26", "Good Friday"),
        ("2027-03-29", "Easter Monday"),
        ("2027-12-27", "Christmas Day (substitute day)"),
        ("2027-12-28", "Boxing Day (substitute day)"),
        ("2028-01-03", "New Year's Day (substitute day)"),
    ];
    for (day, name) in table {
        assert_eq!(holidays.on(day.parse().expect("a date")), Some(name), "{day}");
    }
}

/// The Sunday of Easter by the Gregorian rule: the Sunday after the first full moon of the church's tables that falls
/// on or after 21 March.
fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let century = year / 100;
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = epact - i32::from(epact == 29 || (epact == 28 && golden > 10));
    let full = date(year, 3, 21) + Days::new(u64::try_from(moon).expect("days after 21 March"));
    let to_sunday = 7 - full.weekday().num_days_from_sunday();
    full + Days::new(to_sunday.into())
}

/// The Monday of a month that is its first, or its last.
fn monday(year: i32, month: u32, last: bool) -> NaiveDate {
    let mut mondays = date(year, month, 1)
        .iter_days()
        .take_while(|day| day.month() == month)
        .filter(|day| day.weekday() == Weekday::Mon);
    let monday = if last { mondays.last() } else { mondays.next() };
    monday.expect("every month has one")
}

/// What the rules give for a year: a holiday on a weekend moves to the next weekday that is none already.
fn by_rule(year: i32) -> Vec<NaiveDate> {
    let easter = easter(year);
    let mut days = vec![
        easter - Days::new(2),
        easter + Days::new(1),
        monday(year, 5, false),
        monday(year, 5, true),
        monday(year, 8, true),
    ];
    let (christmas, boxing) = (date(year, 12, 25), date(year, 12, 26));
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let (moved, kept): (Vec<_>, Vec<_>) = [date(year, 1, 1), christmas, boxing]
        .into_iter()
        .partition(|day| weekend(*day));
    days.extend(kept);
    for day in moved {
        let free = day.iter_days().find(|day| !weekend(*day) && !days.contains(day));
        days.extend(free);
    }
    days.sort();
    days
}

#[test]
fn every_shipped_year_is_what_the_rules_give() {
    let holidays = shipped();
    let years = holidays.years().expect("years").clone();
    assert!(*years.start() <= 2024 && *years.end() >= 2030);
    for year in years {
        let listed: Vec<NaiveDate> = holidays
            .days()
            .map(|(day, _)| day)
            .filter(|day| day.year() == year)
            .collect();
        assert_eq!(listed, by_rule(year), "{year}");
    }
}

#[test]
fn a_substitute_day_is_called_one_and_no_other_is() {
    for (day, name) in shipped().days() {
        let usual = [(1, 1), (12, 25), (12, 26)].contains(&(day.month(), day.day()));
        let of_a_date = ["New Year", "Christmas", "Boxing"]
            .iter()
            .any(|start| name.starts_with(start));
        assert_eq!(
            name.ends_with("(substitute day)"),
            of_a_date && !usual,
            "{day} {name}"
        );
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let table = [
        ("2026-12-25", "26-12-25", "b.ron:7:"),
        ("2027-01-01", "2028-01-01", "b.ron:8:"),
        ("2027-01-01", "2026-12-25", "b.ron:8:"),
        (
            "known_until: 2027",
            "known_until: 2028",
            "b.ron:5:1: the year 2028 is said to be known",
        ),
        (
            "known_until: 2027",
            "known_until: 2025",
            "b.ron:5:1: the holidays are known from 2026",
        ),
        (
            "known_from: 2026",
            "known_from: 26",
            "b.ron:4:1: the year 26 is not between",
        ),
        (
            "known_until: 2027",
            "known_until: 999999",
            "b.ron:5:1: the year 999999 is not between",
        ),
        (
            "bank holidays\"",
            "model\"",
            "b.ron:2:1: this is a \"knownow model\" file",
        ),
        ("version: 1", "version: 0", "b.ron:3:1: there is no version 0"),
    ];
    for (good, bad, expected) in table {
        let fault = read(&SMALL.replacen(good, bad, 1)).expect_err(bad);
        assert!(fault.starts_with(expected), "{bad}: {fault}");
    }
}

#[test]
fn a_newer_file_is_read_as_far_as_it_is_known() {
    let newer = SMALL.replace("version: 1", "version: 9, colour: \"red\"");
    assert_eq!(read(&newer), read(SMALL));
    let fault = read(&newer.replace("known_until", "until")).expect_err("a fault");
    assert!(
        fault.contains("version 9 of this file, this program knows up to 1"),
        "{fault}"
    );
}
