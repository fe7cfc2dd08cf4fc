//! The bank holidays of England: `config/bank-holidays-england.ron`, shipped or written by a user.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::{
    check::Check,
    header::{self, Format, Header},
    times::Date,
};
use crate::{
    domain::{bank_holidays::BankHolidays, stamp::YEARS},
    storage::ron_text::{self, Fault, FileFault},
};

/// Reads the bank holidays; those of a newer version as far as they are known.
///
/// # Errors
/// Says everything that is wrong with the file.
pub fn read_bank_holidays(file: &Path, bytes: &[u8]) -> Result<BankHolidays, FileFault> {
    let text = ron_text::text(file, bytes)?;
    let newer = Header::peek(&text).check(Format::BankHolidays, file, &text)?;
    ron_text::parse_text(file, &text)
        .and_then(|holidays| check(file, &text, holidays))
        .map_err(|fault| fault.of_newer(newer))
}

#[derive(Deserialize)]
struct HolidaysText {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    known_from: i32,
    known_until: i32,
    days: Vec<DayText>,
}

/// In a file: `(date: "2027-03-26", name: "Good Friday")`.
#[derive(Deserialize)]
struct DayText {
    date: String,
    name: String,
}

fn check(file: &Path, text: &str, holidays: HolidaysText) -> Result<BankHolidays, FileFault> {
    let years = holidays.known_from..=holidays.known_until;
    if let Some(fault) = impossible_years(text, &holidays) {
        return Err(FileFault::new(file, vec![fault]));
    }
    let mut check = Check::new(text);
    let mut days: Vec<(NaiveDate, String)> = Vec::with_capacity(holidays.days.len());
    for day in holidays.days {
        let hint = "write year, month and day, such as \"2027-03-26\"";
        let Some(Date(date)) = check.read("date", &day.date, hint) else {
            continue;
        };
        if !years.contains(&date.year()) {
            let what = format!("{date} is outside the years that are said to be known");
            let hint = format!(
                "write a year from {} to {}, or change `known_from` and `known_until`",
                years.start(),
                years.end()
            );
            check.fault(
                "date",
                &day.date,
                what,
                "the year was mistyped, or a new year was added",
                hint,
            );
        }
        if days.iter().any(|(known, _)| *known == date) {
            check.pass_over_first("date", &day.date);
            let what = format!("{date} stands there twice");
            let cause = "a line was copied and its date was not changed";
            check.fault(
                "date",
                &day.date,
                what,
                cause,
                "give each holiday a date of its own",
            );
        }
        days.push((date, day.name));
    }
    let days = check.finish(file, days)?;
    match years
        .clone()
        .find(|year| days.iter().all(|(date, _)| date.year() != *year))
    {
        Some(year) => Err(FileFault::new(file, vec![empty_year(text, year)])),
        None => Ok(BankHolidays::new(days, years)),
    }
}

fn impossible_years(text: &str, holidays: &HolidaysText) -> Option<Fault> {
    let (from, until) = (holidays.known_from, holidays.known_until);
    let (field, what) = if !YEARS.contains(&from) {
        (
            "known_from",
            format!(
                "the year {from} is not between {} and {}",
                YEARS.start(),
                YEARS.end()
            ),
        )
    } else if !YEARS.contains(&until) {
        (
            "known_until",
            format!(
                "the year {until} is not between {} and {}",
                YEARS.start(),
                YEARS.end()
            ),
        )
    } else if until < from {
        (
            "known_until",
            format!("the holidays are known from {from}, and only until {until}"),
        )
    } else {
        return None;
    };
    let hint = "write the first and the last year whose holidays are all in the list";
    Some(header::at_field(text, field, &what, "a year was mistyped", hint))
}

/// The fault of a year that is said to be known and has no holiday: working days in it would be counted wrongly.
fn empty_year(text: &str, year: i32) -> Fault {
    let what = format!("the year {year} is said to be known, and there is no holiday in it");
    let cause = "`known_from` or `known_until` was changed before the days were added";
    header::at_field(
        text,
        "known_until",
        &what,
        cause,
        "add its days, or leave the year out",
    )
}

#[cfg(test)]
mod tests;
