//! Days as headings name them: "Day 1", "Tuesday 1 December 2026", "1st Dec".

use chrono::{Datelike, NaiveDate, Weekday};

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
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NUMBERS: [(&str, &str); 5] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
];
/// Days as they are counted.
const COUNTED: [(&str, [&str; 2]); 5] = [
    ("1", ["first", "1st"]),
    ("2", ["second", "2nd"]),
    ("3", ["third", "3rd"]),
    ("4", ["fourth", "4th"]),
    ("5", ["fifth", "5th"]),
];
/// What may stand in a heading beside the day.
const BESIDE: [&str; 9] = [
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
    let all = wording::words(text);
    if all.len() > 9 {
        return None;
    }
    let (mut found, mut used) = date_in(&all, near);
    if used.is_empty() && text.contains('/') {
        (found, used) = short_date(&all, near);
    }
    let named = day_number(&all);
    let weekday = all.iter().find(|word| is_weekday(word));
    let rest = all.iter().enumerate().filter(|(position, word)| {
        let counted = named
            .as_ref()
            .is_some_and(|(at, _)| *position == *at || *position == at + 1);
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
    })
}

/// Words that say when a day begins.
const STARTS: [&str; 7] = [
    "start",
    "starts",
    "starting",
    "begin",
    "begins",
    "beginning",
    "from",
];
/// No more words stand behind a day in its line.
const MOST_BEHIND: usize = 8;

/// The day that a line begins with, and what is said of it behind: "Day 2 – Thursday 21st January (start 8.45)".
pub(super) fn line_of_day(text: &str, near: Option<NaiveDate>) -> Option<(Heading, &str)> {
    if let Some(found) = heading(text, near) {
        return Some((found, ""));
    }
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    ends.retain(|at| ends_a_word(text, *at));
    ends.into_iter().rev().find_map(|at| {
        let (day, behind) = text.split_at_checked(at)?;
        let found = heading(day, near)?;
        is_said_of_a_day(&found, day, behind).then_some((found, behind))
    })
}

/// Whether a word ends before the place `at`, and no number that goes on there.
fn ends_a_word(text: &str, at: usize) -> bool {
    let Some((before, behind)) = text.split_at_checked(at) else {
        return false;
    };
    let mut next = behind.chars();
    let sign = next.next();
    let figure = next.next().is_some_and(|letter| letter.is_ascii_digit());
    let goes_on = matches!(sign, Some('.' | ':' | '/')) && figure;
    before.ends_with(char::is_alphanumeric) && !sign.is_some_and(char::is_alphanumeric) && !goes_on
}

/// Whether what stands behind a day says when it begins, or more of the day, and is no row of it.
fn is_said_of_a_day(found: &Heading, day: &str, behind: &str) -> bool {
    let counted = found.label.starts_with("Day ");
    let sentence = behind.ends_with(['?', '!', '.']);
    let all = wording::words(behind);
    if all.len() > MOST_BEHIND || sentence {
        return false;
    }
    let bare = behind.trim_matches(|letter: char| !letter.is_alphanumeric());
    let says_start = |word: Option<&String>| word.is_some_and(|word| STARTS.contains(&word.as_str()));
    let timed = times::at_start(bare, Where::Text).map(|(_, rest)| wording::words(rest));
    let timed = timed.map(|rest| rest.iter().all(|word| STARTS.contains(&word.as_str())));
    let starts = says_start(all.first()) && behind.contains(|letter: char| letter.is_ascii_digit());
    if starts || timed == Some(true) {
        return true;
    }
    let opened = day.matches('(').count() > day.matches(')').count();
    let bracket = behind.trim_end().ends_with(')') && (opened || behind.trim_start().starts_with('('));
    let sign = behind.trim_start();
    let joined = sign.starts_with([',', ':', ';']) || sign.starts_with(wording::is_dash);
    let figures = behind.contains(|letter: char| letter.is_ascii_digit());
    timed.is_none() && (bracket || counted && joined && !figures)
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

/// "Day 1", "Day one" and "First day": where it stands, and the number.
fn day_number(all: &[String]) -> Option<(usize, String)> {
    let at = all.iter().position(|word| word == "day")?;
    let before = at.checked_sub(1);
    let counted = before.and_then(|before| {
        let word = all.get(before)?;
        let found = COUNTED
            .iter()
            .find(|(_, spelled)| spelled.contains(&word.as_str()));
        found.map(|(number, _)| (before, (*number).to_string()))
    });
    if counted.is_some() {
        return counted;
    }
    let next = all.get(at + 1)?;
    let spelled = NUMBERS
        .iter()
        .find(|(word, _)| word == next)
        .map(|(_, number)| *number);
    let number = spelled.or_else(|| (next.len() == 1 && next != "0").then_some(next.as_str()))?;
    number
        .chars()
        .all(|digit| digit.is_ascii_digit())
        .then(|| (at, number.to_string()))
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

/// "Thurs 21/1": a day and a month behind a day of the week.
fn short_date(all: &[String], near: Option<NaiveDate>) -> (Option<NaiveDate>, Vec<usize>) {
    let found = all.windows(3).enumerate().find_map(|(at, three)| {
        let [weekday, day, month] = three else { return None };
        let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = day_of_month(day).filter(|_| is_weekday(weekday))?;
        Some((nearest(near, month, day), vec![at + 1, at + 2]))
    });
    found.unwrap_or_default()
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
