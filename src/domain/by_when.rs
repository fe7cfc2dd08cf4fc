//! By when an action step is to be done: a day, or what people call it ("end of spring term", "by the next visit").

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{
    first_draft::one_line,
    typed_date::{self, NoDate, month_named},
};

/// By when something is to be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByWhen {
    /// A day.
    Day(NaiveDate),
    /// What people call it, which has no one day: a term, a half term, the next visit.
    Words(String),
}

/// Words that name no time, whatever stands beside them.
const VAGUE: &str = "asap continuing continuous continuously course eventually going later long ongoing point possible \
    shortly some sometime soon sooner tba tbc tbd when whenever";
/// Words that say nothing of a time by themselves.
const BESIDE: &str = "a able again all allows and are as at be before better by can due fairly future in is it just near on or \
    pretty quite rather s than the then this time to until very we";

/// Words before a date that add nothing to it.
const LEADING: [&str; 5] = ["by ", "before ", "on ", "until ", "the "];

impl ByWhen {
    /// Reads what is typed on a day; nothing where it is blank. A date without its year is the next one, and the end of
    /// a month is its last day.
    ///
    /// # Errors
    /// If it is written as a date is, in figures alone or of a day that no calendar has.
    pub fn read(typed: &str, today: NaiveDate) -> Result<Option<Self>, NoDate> {
        let text = one_line(typed);
        if text.is_empty() {
            return Ok(None);
        }
        let date = LEADING.iter().fold(text.as_str(), |rest, word| {
            let front = rest.get(..word.len()).unwrap_or_default();
            let said = front.eq_ignore_ascii_case(word);
            rest.get(word.len()..).filter(|_| said).unwrap_or(rest)
        });
        if let Some(day) = end_of_month(date, today) {
            return Ok(Some(Self::Day(day)));
        }
        match typed_date::read_from(date, today) {
            Ok(day) => Ok(Some(Self::Day(day))),
            Err(NoDate::Form) if text.chars().any(char::is_alphabetic) => Ok(Some(Self::Words(text))),
            Err(fault) => Err(fault),
        }
    }
}

impl ByWhen {
    /// Whether it is said in words that name no time at all, such as "soon": nobody can say afterwards whether it was kept.
    /// "Soon after Easter" names one.
    #[must_use]
    pub fn names_no_time(&self) -> bool {
        let Self::Words(text) = self else {
            return false;
        };
        let text = text.to_lowercase().replace("a.s.a.p", "asap");
        let words: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let is_one_of = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
        let vague = |word: &&str| is_one_of(VAGUE, word);
        words.iter().any(vague) && words.iter().all(|word| vague(word) || is_one_of(BESIDE, word))
    }
}

/// "end of March", "end of March 2027": its last day.
fn end_of_month(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = text.to_lowercase();
    let words: Vec<&str> = folded.split_whitespace().filter(|word| *word != "of").collect();
    let (month, year) = match words.as_slice() {
        ["end", month] => (month_named(month)?, None),
        ["end", month, year] => (month_named(month)?, Some(year.parse::<i32>().ok()?)),
        _ => return None,
    };
    let year = year.unwrap_or(today.year() + i32::from(month < today.month()));
    let next = match month {
        12 => NaiveDate::from_ymd_opt(year + 1, 1, 1),
        month => NaiveDate::from_ymd_opt(year, month + 1, 1),
    };
    next?.pred_opt()
}

impl fmt::Display for ByWhen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<ByWhen>, NoDate> {
        ByWhen::read(text, NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"))
    }

    fn day(year: i32, month: u32, day: u32) -> Option<ByWhen> {
        NaiveDate::from_ymd_opt(year, month, day).map(ByWhen::Day)
    }

    #[test]
    fn what_can_be_dated_is() {
        for text in [
            "2027-01-15",
            "15 Jan 2027",
            "15/1/2027",
            "by 15 January",
            "15th Jan",
            "before 15 jan 2027",
        ] {
            assert_eq!(read(text), Ok(day(2027, 1, 15)), "{text}");
        }
        assert_eq!(read("end of March"), Ok(day(2027, 3, 31)));
        assert_eq!(read("by the end of February 2028"), Ok(day(2028, 2, 29)));
        assert_eq!(read("end of December"), Ok(day(2026, 12, 31)));
        assert_eq!(read("  "), Ok(None));
    }

    #[test]
    fn the_words_of_a_school_year_stay_as_they_are_typed() {
        for text in [
            "end of spring term",
            "by next visit",
            "half term",
            "Term 4",
            "March",
            "summer 2",
            "February half term",
            "Easter",
            "6 weeks",
            "next week",
            "Spring 2027",
            "before SATs",
        ] {
            assert_eq!(read(text), Ok(Some(ByWhen::Words(text.into()))), "{text}");
        }
    }

    #[test]
    fn what_names_no_time_is_kept_and_known_as_such() {
        let names_no_time = |text: &str| {
            let read = read(text).expect("nothing wrong").expect("something");
            assert_eq!(read, ByWhen::Words(text.into()), "kept as it was typed");
            read.names_no_time()
        };
        for text in [
            "soon",
            "Soon!",
            "ASAP",
            "a.s.a.p.",
            "as soon as possible",
            "later",
            "later on",
            "ongoing",
            "on-going",
            "in due course",
            "when possible",
            "at some point",
            "sooner rather than later",
        ] {
            assert!(names_no_time(text), "{text}");
        }
        for text in [
            "end of spring term",
            "by Easter",
            "Spring 2",
            "before half term",
            "termly",
            "Jan 2027",
            "in 6 weeks",
            "by the next governors' meeting",
            "soon after Easter",
            "ongoing, reviewed termly",
            "as soon as the new SENDCO starts",
            "weekly",
            "next visit",
            "immediately",
            "start of term",
        ] {
            assert!(!names_no_time(text), "{text}");
        }
        assert!(!ByWhen::Day(NaiveDate::MIN).names_no_time());
    }

    #[test]
    fn a_date_that_no_calendar_has_is_refused() {
        assert_eq!(read("31/2/2027"), Err(NoDate::NoSuchDay));
        assert_eq!(read("31 Feb 2027"), Err(NoDate::NoSuchDay));
        assert_eq!(read("2027"), Err(NoDate::Form));
        assert_eq!(read("15.1"), Err(NoDate::Form));
    }
}
