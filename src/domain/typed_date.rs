//! A date as people type it: `2026-12-03`, `3/12/2026`, `3.12.26`, `3 December 2026`, `Thu 3rd Dec 2026`.
//!
//! In figures the day comes first, as schools in the United Kingdom write it, unless the year does.

use chrono::{Datelike, NaiveDate, Weekday};

use super::stamp::YEARS;

/// Why a text is no date that a plan may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written like one.
    Form,
    /// It is written like one, and no calendar has it, such as 31/2/2026.
    NoSuchDay,
    /// Its year is outside of those that a plan may speak of, `YEARS`.
    Year(i32),
    /// Its day of the week is another one; this is the right one.
    Weekday(Weekday),
}

/// Words for a month, from their first three letters on.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date that is all there is in `text`.
///
/// # Errors
/// If it is none, or none that a plan may have.
pub fn read(text: &str) -> Result<NaiveDate, NoDate> {
    let folded = text.to_lowercase();
    let mut words: Vec<&str> = folded
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '.' | '-' | ','))
        .filter(|word| !word.is_empty() && *word != "of")
        .collect();
    let weekday: Option<Weekday> = words.first().and_then(|word| word.parse().ok());
    if weekday.is_some() {
        words.remove(0);
    }
    let [one, middle, other] = words.as_slice() else {
        return Err(NoDate::Form);
    };
    let (year, month, day) = match (month_named(middle), month_named(one)) {
        (Some(month), _) => (year(other)?, month, day(one)?),
        // "December 3, 2026".
        (None, Some(month)) => (year(other)?, month, day(middle)?),
        (None, None) if one.len() == 4 => (year(one)?, figures(middle)?, figures(other)?),
        (None, None) => (year(other)?, figures(middle)?, figures(one)?),
    };
    if !YEARS.contains(&year) {
        return Err(NoDate::Year(year));
    }
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::NoSuchDay)?;
    match weekday {
        Some(said) if said != date.weekday() => Err(NoDate::Weekday(date.weekday())),
        _ => Ok(date),
    }
}

/// Reads a date that may lack its year, as "1st Dec" does: the next one from `today` on is meant.
///
/// # Errors
/// As [`read`].
pub fn read_from(text: &str, today: NaiveDate) -> Result<NaiveDate, NoDate> {
    let named = text.to_lowercase();
    let named = named
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| month_named(word).is_some());
    let fault = match read(text) {
        Err(NoDate::Form) if named => NoDate::Form,
        other => return other,
    };
    // 29 February is in one year of four, with a gap of eight once a century.
    let years = today.year()..=today.year() + 8;
    let mut weekday = fault;
    for year in years {
        match read(&format!("{text} {year}")) {
            Ok(date) if date >= today => return Ok(date),
            Err(wrong @ NoDate::Weekday(_)) if weekday == NoDate::Form => weekday = wrong,
            Ok(_) | Err(_) => {}
        }
        if matches!(weekday, NoDate::Weekday(_)) && year > today.year() {
            break;
        }
    }
    Err(weekday)
}

/// Reads several dates, with commas between, or spaces where each is one word.
///
/// # Errors
/// As [`read`] for the first that is none; and if there is none at all.
pub fn several(text: &str) -> Result<Vec<NaiveDate>, NoDate> {
    // "December 3, 2026" is one date, with a comma in it.
    if let Ok(date) = read(text) {
        return Ok(vec![date]);
    }
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let each = |part: &str| match read(part) {
        Ok(date) => Ok(vec![date]),
        Err(NoDate::Form) => part.split_whitespace().map(read).collect(),
        Err(fault) => Err(fault),
    };
    let dates: Result<Vec<Vec<NaiveDate>>, NoDate> = parts.map(each).collect();
    let dates = dates?.concat();
    if dates.is_empty() {
        return Err(NoDate::Form);
    }
    Ok(dates)
}

/// The number of a month by its name in small letters, or by the first three of them or more.
#[must_use]
pub fn month_named(word: &str) -> Option<u32> {
    let at = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && month.starts_with(word))?;
    u32::try_from(at + 1).ok()
}

/// "3", "3rd".
fn day(word: &str) -> Result<u32, NoDate> {
    let ends = ["st", "nd", "rd", "th"];
    let digits = ends.iter().find_map(|end| word.strip_suffix(end));
    figures(digits.unwrap_or(word))
}

fn figures(word: &str) -> Result<u32, NoDate> {
    let short = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = short.then(|| word.parse().ok()).flatten();
    number.ok_or(NoDate::Form)
}

/// "2026", or "26" for it.
fn year(word: &str) -> Result<i32, NoDate> {
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NoDate::Form);
    }
    let number: i32 = word.parse().map_err(|_no_number| NoDate::Form)?;
    match word.len() {
        4 => Ok(number),
        2 => Ok(2000 + number),
        _ => Err(NoDate::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        let third: NaiveDate = "2026-12-03".parse().unwrap();
        for text in [
            "2026-12-03",
            " 3/12/2026 ",
            "03/12/2026",
            "3.12.2026",
            "3-12-2026",
            "3/12/26",
            "3 December 2026",
            "3 Dec 2026",
            "3rd of dec 2026",
            "Thursday 3 December 2026",
            "Thu 3/12/2026",
            "December 3, 2026",
        ] {
            assert_eq!(read(text), Ok(third), "{text}");
        }
        assert_eq!(read("5 Sept 2026"), Ok("2026-09-05".parse().unwrap()));
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, fault) in [
            ("", NoDate::Form),
            ("tomorrow", NoDate::Form),
            ("3 December", NoDate::Form),
            ("3/12/202", NoDate::Form),
            ("2026-12-03 x", NoDate::Form),
            ("+3/12/2026", NoDate::Form),
            ("31/2/2026", NoDate::NoSuchDay),
            ("12/31/2026", NoDate::NoSuchDay),
            ("2026-13-01", NoDate::NoSuchDay),
            ("0001-01-01", NoDate::Year(1)),
            ("9999-01-01", NoDate::Year(9999)),
            ("Tuesday 3 December 2026", NoDate::Weekday(Weekday::Thu)),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_next_one() {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        for (text, date) in [
            ("1st Dec", "2026-12-01"),
            ("1 December", "2026-12-01"),
            ("Tue 1st Dec", "2026-12-01"),
            ("Dec 1", "2026-12-01"),
            ("22 Nov", "2026-11-22"),
            ("21 November", "2027-11-21"),
            ("29 Feb", "2028-02-29"),
            ("1 Dec 2030", "2030-12-01"),
        ] {
            assert_eq!(read_from(text, today), Ok(date.parse().unwrap()), "{text}");
        }
        assert_eq!(
            read_from("Monday 1st Dec", today),
            Err(NoDate::Weekday(Weekday::Tue))
        );
        for text in ["1/12", "soon", "", "December", "1st"] {
            assert_eq!(read_from(text, today), Err(NoDate::Form), "{text}");
        }
    }

    #[test]
    fn several_dates_stand_side_by_side() {
        for text in [
            "3/12/2026 4/12/2026",
            "3 Dec 2026, 4 Dec 2026",
            "2026-12-03,4.12.2026",
        ] {
            assert_eq!(several(text).map(|dates| dates.len()), Ok(2), "{text}");
        }
        assert_eq!(several("December 3, 2026").map(|dates| dates.len()), Ok(1));
        assert_eq!(several("3/12/2026 31/2/2026"), Err(NoDate::NoSuchDay));
        assert_eq!(several(" , "), Err(NoDate::Form));
    }
}
