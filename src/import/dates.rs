//! Days as headings name them: "Day 1", "Tuesday 1 December 2026", "1st Dec".

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::{
    times::{self, Where},
    wording,
};
use crate::domain::typed_date::month_named;

/// A day as a heading names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// Its name, such as "Day 1"; empty where a whole date is all that it says.
    pub(super) label: String,
    /// Its date, if the year is known.
    pub(super) date: Option<NaiveDate>,
    /// Whether it is the second half of a day: "Mon pm".
    pub(super) afternoon: bool,
    /// When it begins: "Day 2 (start 8.45)".
    pub(super) starts: Option<NaiveTime>,
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NUMBERS: [(&str, &str); 5] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
];
/// A day by its place among the days: "Second day".
const ORDINALS: [(&str, &str); 9] = [
    ("first", "1"),
    ("second", "2"),
    ("third", "3"),
    ("fourth", "4"),
    ("fifth", "5"),
    ("1st", "1"),
    ("2nd", "2"),
    ("3rd", "3"),
    ("4th", "4"),
];
/// What beside a time says that the day begins then.
const BEGINS: [&str; 10] = [
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "beginning",
    "from",
    "arrive",
    "arrival",
    "at",
];
/// What may stand in a heading beside the day.
const BESIDE: [&str; 12] = [
    "half",
    "full",
    "day",
    "the",
    "of",
    "date",
    "timetable",
    "programme",
    "morning",
    "afternoon",
    "am",
    "pm",
];

/// The day that the whole of `text` names, if it names one; `near` gives the year where there is none.
pub(super) fn heading(text: &str, near: Option<NaiveDate>) -> Option<Heading> {
    let (text, starts) = without_its_start(text);
    let text = text.as_str();
    let all = wording::words(text);
    if all.len() > 9 {
        return None;
    }
    let named = day_number(&all);
    let weekday = all.iter().find(|word| is_weekday(word));
    let (mut found, mut used) = date_in(&all, near);
    if used.is_empty() && (named.is_some() || weekday.is_some()) {
        (found, used) = in_figures(text, &all, near);
    }
    let rest = all.iter().enumerate().filter(|(position, word)| {
        let counted = named.as_ref().is_some_and(|(at, _)| at.contains(position));
        !(counted || used.contains(position) || is_weekday(word) || BESIDE.contains(&word.as_str()))
    });
    if rest.count() > 0 || (named.is_none() && found.is_none() && weekday.is_none() && used.is_empty()) {
        return None;
    }
    let label = match named {
        Some((_, number)) => format!("Day {number}"),
        None if found.is_some() => String::new(),
        None => without_half(wording::trimmed(text)),
    };
    Some(Heading {
        label,
        date: found,
        afternoon: all.iter().any(|word| word == "pm" || word == "afternoon"),
        starts,
    })
}

/// A heading without the words that say when its day begins, and the time that they say: "(start 8.45)", "8.45am start".
fn without_its_start(text: &str) -> (String, Option<NaiveTime>) {
    let begins = |word: &String| BEGINS.contains(&word.as_str());
    let found = text.char_indices().find_map(|(at, letter)| {
        let before = text.get(..at)?;
        let inside = before.ends_with(|letter: char| letter.is_ascii_digit() || ".:/".contains(letter));
        if !letter.is_ascii_digit() || inside {
            return None;
        }
        let (span, rest) = times::at_start(text.get(at..)?, Where::Text)?;
        let (said, after) = (wording::words(before), wording::words(rest));
        let led = said.iter().rev().take_while(|word| begins(word)).count();
        let followed = after.iter().take_while(|word| begins(word)).count();
        (led + followed > 0).then(|| {
            let before = said.len() - led;
            let kept = said.iter().take(before).chain(after.iter().skip(followed));
            let kept: Vec<&str> = kept.map(String::as_str).collect();
            (kept.join(" "), Some(span.after(None).0))
        })
    });
    found.unwrap_or_else(|| (text.to_string(), None))
}

/// "21/1" beside the name of a day.
fn in_figures(text: &str, all: &[String], near: Option<NaiveDate>) -> (Option<NaiveDate>, Vec<usize>) {
    let found = text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let (day, month) = word.split_once('/')?;
        let at = all.windows(2).position(|two| two[0] == day && two[1] == month)?;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some((nearest(near, month, day_of_month(day)?), vec![at, at + 1]))
    });
    found.unwrap_or_default()
}

/// A day without the word behind it that says which half of it is meant.
fn without_half(text: &str) -> String {
    let day = text
        .rsplit_once(' ')
        .filter(|(_, half)| ["am", "pm"].contains(&half.to_lowercase().as_str()));
    day.map_or(text, |(day, _)| wording::trimmed(day)).to_string()
}

/// A whole date, with its year, anywhere in `text`.
pub(super) fn whole_date_in(text: &str) -> Option<NaiveDate> {
    date_in(&wording::words(text), None).0
}

/// A date as a text says it, with or without its year and its day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) date: NaiveDate,
    /// The day of the week that stands before it.
    pub(super) weekday: Option<Weekday>,
}

/// A date anywhere in `text`; `near` gives the year where there is none.
pub(super) fn said(text: &str, near: Option<NaiveDate>) -> Option<Said> {
    let all = wording::words(text);
    let (date, used) = date_in(&all, near);
    let before = used.first().and_then(|first| first.checked_sub(1));
    let word = before.and_then(|before| all.get(before));
    let weekday = word.filter(|word| is_weekday(word)).and_then(|word| {
        let at = WEEKDAYS.iter().position(|day| word.starts_with(day))?;
        Weekday::try_from(u8::try_from(at).ok()?).ok()
    });
    date.map(|date| Said { date, weekday })
}

/// "Day 1", "Day one of two" and "Second day": the positions of its words, and the number.
fn day_number(all: &[String]) -> Option<(Vec<usize>, String)> {
    let at = all.iter().position(|word| word == "day")?;
    if let Some(number) = all.get(at + 1).and_then(|word| counted(word)) {
        let mut positions = vec![at, at + 1];
        let of = all.get(at + 2).is_some_and(|word| word == "of");
        if of && all.get(at + 3).is_some_and(|word| counted(word).is_some()) {
            positions.extend([at + 2, at + 3]);
        }
        return Some((positions, number));
    }
    let before = at.checked_sub(1)?;
    let word = all.get(before)?;
    let (_, number) = ORDINALS.iter().find(|(ordinal, _)| ordinal == word)?;
    Some((vec![before, at], (*number).to_string()))
}

/// The number of a day, in figures or as a word.
fn counted(word: &str) -> Option<String> {
    let spelled = NUMBERS
        .iter()
        .find(|(spelled, _)| *spelled == word)
        .map(|(_, number)| *number);
    let number = spelled.or_else(|| (word.len() == 1 && word != "0").then_some(word))?;
    number
        .chars()
        .all(|digit| digit.is_ascii_digit())
        .then(|| number.to_string())
}

fn is_weekday(word: &str) -> bool {
    let full = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let short = ["tues", "weds", "thur", "thurs"];
    full.contains(&word) || short.contains(&word) || WEEKDAYS.contains(&word)
}

/// "1", "1st", "2nd".
fn day_of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    digits
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

fn year(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    match word.len() {
        4 => (2000..2100).contains(&year).then_some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A date among words, and the positions of the words that say it. Without a year and anything near, only these.
fn date_in(all: &[String], near: Option<NaiveDate>) -> (Option<NaiveDate>, Vec<usize>) {
    for (at, word) in all.iter().enumerate() {
        let word_at = |ahead: usize| all.get(at + ahead).map(String::as_str).unwrap_or_default();
        // 2026-12-01
        if let (Some(year), Ok(month), Some(day)) = (
            year(word).filter(|_| word.len() == 4),
            word_at(1).parse(),
            day_of_month(word_at(2)),
        ) && let Some(date) = NaiveDate::from_ymd_opt(year, month, day)
        {
            return (Some(date), vec![at, at + 1, at + 2]);
        }
        // 1 December 2026, 01/12/2026, 1st of Dec
        let Some(day) = day_of_month(word) else { continue };
        let over = usize::from(word_at(1) == "of");
        let name = word_at(1 + over);
        let spelled = month_named(name);
        let figures = || {
            name.parse()
                .ok()
                .filter(|_| name.len() <= 2 && year(word_at(2 + over)).is_some())
        };
        let Some(month) = spelled.or_else(figures) else {
            continue;
        };
        if let Some(date) = year(word_at(2 + over)).and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        {
            return (Some(date), (at..=at + 2 + over).collect());
        }
        if spelled.is_some() {
            return (nearest(near, month, day), (at..=at + 1 + over).collect());
        }
    }
    american(all)
}

/// "December 1, 2026", as some programs write it.
fn american(all: &[String]) -> (Option<NaiveDate>, Vec<usize>) {
    let found = all.windows(3).enumerate().find_map(|(at, three)| {
        let [name, day, year_word] = three else {
            return None;
        };
        let date = NaiveDate::from_ymd_opt(year(year_word)?, month_named(name)?, day_of_month(day)?)?;
        Some((Some(date), (at..at + 3).collect()))
    });
    found.unwrap_or_default()
}

/// The day and month of the year that comes nearest to a known date.
fn nearest(near: Option<NaiveDate>, month: u32, day: u32) -> Option<NaiveDate> {
    let near = near?;
    let years = (near.year() - 1)..=(near.year() + 1);
    let dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    dates.min_by_key(|date| (*date - near).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_headings_name_them() {
        let near = NaiveDate::from_ymd_opt(2026, 11, 20);
        for (text, label, date) in [
            ("Day 1", "Day 1", None),
            ("DAY ONE", "Day 1", None),
            (
                "Day 2 \u{2013} Wednesday 2 December 2026",
                "Day 2",
                Some("2026-12-02"),
            ),
            ("Tuesday 1 December 2026", "", Some("2026-12-01")),
            ("Tuesday 1st December", "", Some("2026-12-01")),
            ("1st Dec", "", Some("2026-12-01")),
            ("Tues 5th of Jan", "", Some("2027-01-05")),
            ("Date: 01/12/2026", "", Some("2026-12-01")),
            ("2026-12-01", "", Some("2026-12-01")),
            ("December 1, 2026", "", Some("2026-12-01")),
            ("Tuesday", "Tuesday", None),
            ("Day 1 (Tuesday)", "Day 1", None),
            ("Mon am", "Mon", None),
            ("Mon pm", "Mon", None),
        ] {
            let wanted = Heading {
                label: label.into(),
                date: date.map(|date| date.parse().unwrap()),
                afternoon: text.ends_with("pm"),
                starts: None,
            };
            assert_eq!(heading(text, near), Some(wanted), "{text}");
        }
        assert_eq!(heading("1st Dec", None).unwrap().label, "1st Dec");
        for text in [
            "Break",
            "Days 1 and 2 are for lessons",
            "May we start early?",
            "31 February 2026 or later",
            "9:15",
            "",
            "Day",
            "1",
            "Sun hats",
        ] {
            assert_eq!(heading(text, near), None, "{text}");
        }
    }

    #[test]
    fn the_heading_of_a_day_may_say_when_it_begins() {
        let near = NaiveDate::from_ymd_opt(2026, 11, 20);
        let second = "2027-01-21";
        for (text, label, date, starts) in [
            (
                "Day 2 \u{2013} Thursday 21st January (start 8.45)",
                "Day 2",
                Some(second),
                Some("08:45"),
            ),
            (
                "DAY 2 (THURS 21 JAN, 8.45am start)",
                "Day 2",
                Some(second),
                Some("08:45"),
            ),
            (
                "Thursday 21 January 2027 from 9am",
                "",
                Some(second),
                Some("09:00"),
            ),
            ("Day 1: 0830 start", "Day 1", None, Some("08:30")),
            ("Day 2 starts at 8.45am", "Day 2", None, Some("08:45")),
            ("Day 2 Thursday 21st Jan (half day)", "Day 2", Some(second), None),
            ("Thurs 21/1", "", Some(second), None),
            ("Day 2 (21/01)", "Day 2", Some(second), None),
            ("Second day", "Day 2", None, None),
            ("2nd day - Thurs 21st Jan", "Day 2", Some(second), None),
            ("Day 1 of 2", "Day 1", None, None),
        ] {
            let read = heading(text, near).unwrap_or_else(|| panic!("{text}"));
            let time = read.starts.map(|time| time.format("%H:%M").to_string());
            let day = read.date.map(|date| date.to_string());
            assert_eq!(
                (read.label.as_str(), day.as_deref(), time.as_deref()),
                (label, date, starts),
                "{text}"
            );
        }
        for text in [
            "Start at 8.45",
            "Break from 10.15",
            "The day starts at 8.45",
            "1/2",
            "1/2 day",
            "from 9",
        ] {
            assert_eq!(heading(text, near), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_said_with_its_day_of_the_week() {
        let near = NaiveDate::from_ymd_opt(2026, 11, 20);
        let read = |text| said(text, near).map(|said| (said.date.to_string(), said.weekday));
        let first = "2026-12-01".to_string();
        assert_eq!(
            read("the plan for Weds 1st December."),
            Some((first.clone(), Some(Weekday::Wed)))
        );
        assert_eq!(read("On Monday we spoke of 1 December"), Some((first, None)));
        assert_eq!(read("Lunch is provided"), None);
        assert_eq!(said("1 December", None), None);
    }

    #[test]
    fn a_whole_date_is_found_in_a_sentence() {
        let date = whole_date_in("Peer review at Oakfield Primary, Tuesday 1st December 2026, maths");
        assert_eq!(date, NaiveDate::from_ymd_opt(2026, 12, 1));
        assert_eq!(whole_date_in("We meet on 1 December"), None);
    }
}
