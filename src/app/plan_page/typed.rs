//! What is typed into a line of the plan: times, dates and numbers as people write them.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{
    class_name::year_in_full,
    plan::Holiday,
    plan_edit::Reach,
    typed_date::{self, NoDate},
    typed_length,
};

/// The most words of a date: "Tue 1 Dec 2026".
const LONGEST_DATE: usize = 4;

/// What a typed line was taken for and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A time of the day.
    Time,
    /// One time and no more, then a class.
    OneTime,
    /// A date; why it is none.
    Date(NoDate),
    /// A number of minutes.
    Minutes,
    /// A year and its number of classes.
    Classes,
    /// One year, where there are several.
    OneYear,
}

/// A time of the day: `9:15`, `09.15`, `0915`.
fn time(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if (3..=4).contains(&text.len()) && text.is_ascii() => text.split_at(text.len() - 2),
        None => return None,
    };
    let number = |digits: &str| {
        let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        short.then(|| digits.parse().ok()).flatten()
    };
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
}

/// A start, an end where one is said, and what comes behind.
pub(super) fn times_and_words(text: &str) -> Result<(NaiveTime, Option<NaiveTime>, String), Wanted> {
    let spaced = text.replace(['\u{2013}', '\u{2014}'], "-");
    let (first, rest) = first_word(&spaced);
    if let Some((starts, ends)) = first.split_once('-').filter(|(_, ends)| !ends.is_empty()) {
        let (starts, ends) = (time(starts).ok_or(Wanted::Time)?, time(ends).ok_or(Wanted::Time)?);
        return Ok((starts, Some(ends), rest.to_string()));
    }
    let starts = time(first.trim_end_matches('-')).ok_or(Wanted::Time)?;
    let behind = rest.strip_prefix('-').map(str::trim_start);
    let (ends, rest) = match (behind, first.ends_with('-')) {
        (Some(behind), _) => (true, behind),
        (None, dash) => (dash, rest),
    };
    let (second, behind) = first_word(rest);
    // "09:00 10:15 Visits" means both times; "8:30 5 books" and "9:00 1.5 hours" mean one.
    if !ends && !is_written_out(second) {
        return Ok((starts, None, rest.to_string()));
    }
    let rest = behind;
    let ends = time(second).ok_or(Wanted::Time)?;
    Ok((starts, Some(ends), rest.to_string()))
}

/// When a visit starts, and the class: a second time is nothing that a visit has.
pub(super) fn time_and_class(text: &str) -> Result<(NaiveTime, String), Wanted> {
    match times_and_words(text)? {
        (starts, None, class) => Ok((starts, class)),
        (_, Some(_), _) => Err(Wanted::OneTime),
    }
}

/// Whether a word can be nothing but a time: hours and two digits of minutes, with a sign between.
fn is_written_out(word: &str) -> bool {
    let minutes = word.split_once([':', '.']).map_or("", |(_, minutes)| minutes);
    minutes.len() == 2 && time(word).is_some()
}

fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace)
        .map_or((text, ""), |(first, rest)| (first, rest.trim_start()))
}

/// A date: `2026-12-01`, `1/12/2026`, `1 Dec 2026`.
pub(super) fn date(text: &str) -> Result<NaiveDate, Wanted> {
    typed_date::read(text).map_err(Wanted::Date)
}

/// A date, or none where nothing is typed.
pub(in crate::app) fn date_or_none(text: &str) -> Result<Option<NaiveDate>, Wanted> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    date(text).map(Some)
}

/// A date of one word or more, and what comes behind.
pub(super) fn date_and_words(text: &str) -> Result<(NaiveDate, String), Wanted> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut fault = NoDate::Form;
    for count in (1..=words.len().min(LONGEST_DATE)).rev() {
        let (front, rest) = words.split_at(count);
        match typed_date::read(&front.join(" ")) {
            Ok(date) => return Ok((date, rest.join(" "))),
            Err(NoDate::Form) => {}
            Err(known) => fault = known,
        }
    }
    Err(Wanted::Date(fault))
}

/// Several dates, between commas or spaces.
pub(in crate::app) fn dates(text: &str) -> Result<Vec<NaiveDate>, Wanted> {
    typed_date::several(text).map_err(Wanted::Date)
}

/// A holiday: two dates with "to" between them, or one day.
pub(super) fn holiday(text: &str) -> Result<Holiday, Wanted> {
    let spaced = text.replace(['\u{2013}', '\u{2014}'], "-");
    let parts = spaced.split_once(" to ").or_else(|| spaced.split_once(" - "));
    let (from, until) = parts.unwrap_or((&spaced, &spaced));
    Ok(Holiday {
        from: date(from)?,
        until: date(until)?,
    })
}

/// A length in minutes, with or without a sign.
pub(super) fn minutes(text: &str) -> Result<i64, Wanted> {
    typed_length::read(text).ok_or(Wanted::Minutes)
}

/// A number of minutes, and whether fixed points move too: "10 all".
pub(super) fn minutes_and_reach(text: &str) -> Result<(i64, Reach), Wanted> {
    match text.trim().rsplit_once(char::is_whitespace) {
        Some((number, word)) if word.eq_ignore_ascii_case("all") => Ok((minutes(number)?, Reach::RestOfDay)),
        _ => Ok((minutes(text)?, Reach::ToFixedPoint)),
    }
}

/// Years and how many classes each has, as in "Year 1: 2, Year 2"; one class where nothing is said.
pub(super) fn years(text: &str) -> Result<Vec<(String, u8)>, Wanted> {
    let mut years: Vec<(String, u8)> = Vec::new();
    for part in text.split([',', ';']) {
        let number = first_word(part).0.parse();
        match (number, years.last_mut()) {
            // "Year 4, 2"
            (Ok(classes), Some((name, said))) if name.contains(char::is_alphabetic) => *said = classes,
            _ => years.push(classes(part)?),
        }
    }
    for (name, _) in &mut years {
        *name = year_in_full(name);
    }
    Ok(years)
}

/// One year and how many classes it has.
pub(super) fn one_year(text: &str) -> Result<(String, u8), Wanted> {
    let mut years = years(text)?;
    match (years.pop(), years.is_empty()) {
        (Some(year), true) => Ok(year),
        _ => Err(Wanted::OneYear),
    }
}

fn classes(text: &str) -> Result<(String, u8), Wanted> {
    let Some((name, number)) = text.rsplit_once(':') else {
        return Ok((text.trim().to_string(), 1));
    };
    let (number, _) = first_word(number);
    let number = number.parse().map_err(|_not_a_number| Wanted::Classes)?;
    Ok((name.trim().to_string(), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Option<String> {
        let (starts, ends, words) = times_and_words(text).ok()?;
        let ends = ends.map_or("..".into(), |ends| ends.format("%H:%M").to_string());
        Some(format!("{} {ends} {words}", starts.format("%H:%M")))
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for text in [
            "09:00-10:15 Visits",
            "9.00 - 10.15 Visits",
            "0900\u{2013}1015 Visits",
            "900- 10:15 Visits",
            "9:00 10.15 Visits",
        ] {
            assert_eq!(row(text).as_deref(), Some("09:00 10:15 Visits"), "{text}");
        }
        assert_eq!(
            row("8:30 5 books a year").as_deref(),
            Some("08:30 .. 5 books a year")
        );
        assert_eq!(row("9:00 1.5 hours").as_deref(), Some("09:00 .. 1.5 hours"));
        assert_eq!(row("8:30").as_deref(), Some("08:30 .. "));
        for text in [
            "", "Visits", "25:00 x", "9 x", "09:00- x", "09:00-x", "+9:00", "9:1a", "1:23:45", "é9:00",
        ] {
            assert_eq!(row(text), None, "{text}");
        }
    }

    #[test]
    fn a_visit_has_one_time() {
        let starts = NaiveTime::from_hms_opt(14, 10, 0).expect("a time");
        assert_eq!(time_and_class("14:10 Year 4"), Ok((starts, "Year 4".into())));
        for text in ["14:00 14:10 Year 4", "14:00-14:10 Year 4"] {
            assert_eq!(time_and_class(text), Err(Wanted::OneTime), "{text}");
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let first: NaiveDate = "2026-12-01".parse().expect("a date");
        for text in [
            "2026-12-01",
            "1/12/2026",
            "01.12.2026",
            "1 Dec 2026",
            "1 December 2026",
        ] {
            assert_eq!(date(text), Ok(first), "{text}");
        }
        assert_eq!(date_and_words("1 Dec 2026 Day 1"), Ok((first, "Day 1".into())));
        assert_eq!(
            date_and_words("Tue 1 Dec 2026 Day 1"),
            Ok((first, "Day 1".into()))
        );
        assert_eq!(date_and_words("2026-12-01"), Ok((first, String::new())));
        assert_eq!(dates("2026-12-01 2/12/2026").map(|dates| dates.len()), Ok(2));
        assert_eq!(dates("1 Dec 2026, 2 Dec 2026").map(|dates| dates.len()), Ok(2));
        for text in ["", "tomorrow", "2026-12-01 x"] {
            assert_eq!(dates(text), Err(Wanted::Date(NoDate::Form)), "{text}");
        }
        assert_eq!(date("31/2/2026"), Err(Wanted::Date(NoDate::NoSuchDay)));
        assert_eq!(
            date_and_words("31/2/2026 Day 1"),
            Err(Wanted::Date(NoDate::NoSuchDay))
        );
        let days = holiday("21/12/2026 to 4/1/2027").expect("a holiday");
        assert_eq!(days.until.to_string(), "2027-01-04");
        assert_eq!(date_or_none(" "), Ok(None));
    }

    #[test]
    fn numbers_are_read_with_their_words() {
        assert_eq!(minutes("45 min."), Ok(45));
        assert_eq!(minutes("-5"), Ok(-5));
        assert_eq!(minutes("+10 minutes"), Ok(10));
        assert_eq!(minutes("an hour"), Ok(60));
        assert_eq!(minutes("5 books"), Err(Wanted::Minutes));
        for (text, expected) in [
            ("10", (10, Reach::ToFixedPoint)),
            ("-5 min", (-5, Reach::ToFixedPoint)),
            ("10 all", (10, Reach::RestOfDay)),
            ("+10 min All", (10, Reach::RestOfDay)),
            ("1h all", (60, Reach::RestOfDay)),
        ] {
            assert_eq!(minutes_and_reach(text), Ok(expected), "{text}");
        }
        assert_eq!(minutes_and_reach("all"), Err(Wanted::Minutes));
    }

    #[test]
    fn years_are_read_with_their_classes_one_or_several() {
        let year = |name: &str, classes: u8| (name.to_string(), classes);
        let table = [
            ("Year 4", vec![year("Year 4", 1)]),
            ("Year 4: 2 classes", vec![year("Year 4", 2)]),
            ("Year 4, 2", vec![year("Year 4", 2)]),
            ("y2:2", vec![year("Year 2", 2)]),
            ("1, 2", vec![year("Year 1", 1), year("Year 2", 1)]),
            (
                "Year 1, Year 2: 2, Y3",
                vec![year("Year 1", 1), year("Year 2", 2), year("Year 3", 1)],
            ),
            (
                "Nursery; Oak class",
                vec![year("Nursery", 1), year("Oak class", 1)],
            ),
        ];
        for (text, expected) in table {
            assert_eq!(years(text), Ok(expected), "{text}");
        }
        assert_eq!(years("Year 4: two"), Err(Wanted::Classes));
        assert_eq!(one_year("Year 1, Year 2"), Err(Wanted::OneYear));
        assert_eq!(one_year("Year 4, 2"), Ok(year("Year 4", 2)));
    }
}
