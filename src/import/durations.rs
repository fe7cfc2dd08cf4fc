//! How long something lasts, as people write it: "45 minutes", "1h 15", "half an hour".

use super::scan::Scan;
use crate::domain::typed_length::in_words::{self, HOURS, MINUTES, minutes};

/// Words before a length that say nothing else: "for 20 minutes".
const BEFORE: [&str; 9] = [
    "for",
    "approx",
    "approximately",
    "about",
    "around",
    "circa",
    "c",
    "ca",
    "lasting",
];
/// A length at the end of a line has no more words and signs.
const MOST_CUTS: usize = 8;

/// No row of a review lasts longer than a day.
const LONGEST: u32 = 24 * 60;
/// The classes of a primary school are those of so many years: "6H" is one, and "7H" is none.
const LAST_CLASS: u32 = 6;
/// No activity of a review lasts longer, in hours, where a class may be meant.
const MOST_HOURS: u32 = 2;
/// School begins no earlier than in this hour.
const FIRST_HOUR: u32 = 7;

/// The minutes that `text` begins with, such as "45 minutes: leaders", and what follows them.
pub(super) fn at_start(text: &str) -> Option<(u32, &str)> {
    lasting(text).or_else(|| {
        let mut scan = Scan::new(text);
        let said = scan.sign(|letter| letter == '~') || (scan.word(&BEFORE) && !scan.rest.is_empty());
        let _ = scan.sign(|letter| letter == '.');
        said.then(|| lasting(scan.spaces().rest)).flatten()
    })
}

/// As [`at_start`], with no word before the length.
fn lasting(text: &str) -> Option<(u32, &str)> {
    let mut scan = Scan::new(text);
    if let Some(minutes) = in_words::at(&mut scan).or_else(|| part_alone(&mut scan)) {
        return Some((minutes, scan.rest));
    }
    if is_clock(text) || is_class_of_h(text) {
        return None;
    }
    let (hours, minutes) = (hours(&mut scan), minutes(&mut scan, false));
    let total = match (hours, minutes) {
        (None, None) => return None,
        (Some(hours), None) => {
            hours + in_words::part_behind(&mut scan).unwrap_or_else(|| bare_minutes(&mut scan))
        }
        (hours, minutes) => hours.unwrap_or(0) + minutes.unwrap_or(0),
    };
    (1..=LONGEST).contains(&total).then_some((total, scan.rest))
}

/// The minutes that the whole of `text` says, as a cell under "Duration": there "45" and "0:45" are minutes too.
pub(super) fn in_cell(text: &str) -> Option<u32> {
    let text = text
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', '.'])
        .trim();
    // In a cell of lengths "1H" is an hour.
    let folded = text.to_lowercase();
    let found = at_start(&folded)
        .or_else(|| clock_like(text))
        .or_else(|| bare(text))?;
    let mut scan = Scan::new(found.1);
    let _ = scan
        .spaces()
        .word(&["each", "long", "approx", "approximately", "in total"]);
    scan.spaces()
        .rest
        .trim_matches(['.', '\'', ')'])
        .is_empty()
        .then_some(found.0)
}

/// `text` without the duration at its end, such as "Arrival (10 mins)", and the minutes.
pub(super) fn at_end(text: &str) -> Option<(&str, u32)> {
    let trimmed = text.trim_end().trim_end_matches('.');
    if let Some(inner) = trimmed.strip_suffix(')') {
        let (before, inner) = inner.rsplit_once('(')?;
        return Some((before.trim_end(), whole(inner)?));
    }
    // Of all pieces at the end that say a length, the longest: "forty-five minutes" and not "five minutes".
    let cuts = trimmed
        .char_indices()
        .filter(|(_, letter)| matches!(letter, ' ' | ',' | ':' | ';') || super::wording::is_dash(*letter));
    let cuts: Vec<usize> = cuts.map(|(at, _)| at).collect();
    let first = cuts.len().saturating_sub(MOST_CUTS);
    cuts.into_iter().skip(first).find_map(|at| {
        let (before, last) = trimmed.split_at_checked(at)?;
        let minutes = whole(last.trim_start_matches(|letter: char| !letter.is_alphanumeric()))?;
        Some((without_joining(before), minutes))
    })
}

/// `text` without the word that joins it to its length: the "Discussion" of "Discussion for half an hour".
fn without_joining(text: &str) -> &str {
    let text = text.trim_end();
    match text.rsplit_once(' ') {
        Some((before, word)) if BEFORE.contains(&word.to_lowercase().trim_end_matches('.')) => {
            before.trim_end()
        }
        _ => text,
    }
}

/// The duration that stands in brackets in "Session 1 (45 mins): leaders", with what is before and behind it.
pub(super) fn bracketed(text: &str) -> Option<(&str, u32, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inner, behind) = rest.split_once(')')?;
    Some((before.trim_end(), whole(inner)?, behind))
}

/// Whether `text` says a length of more than a day somewhere, which is none: "100 hours".
pub(super) fn is_beyond_a_day(text: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, letter)| {
        let begins = letter.is_ascii_digit() && !before.is_alphanumeric() && !matches!(before, '.' | ':');
        before = letter;
        let mut scan = Scan::new(text.get(at..).unwrap_or_default());
        let digits = if begins { scan.digits() } else { None };
        let number: u32 = digits.and_then(|digits| digits.parse().ok()).unwrap_or(0);
        // "0830 hours" and "830 hrs" are times.
        let clock = digits.is_some_and(|digits| digits.len() == 4) || (7..10).contains(&(number / 100));
        if scan.spaces().word(&HOURS) {
            number > LONGEST / 60 && !clock
        } else {
            number > LONGEST && scan.word(&MINUTES)
        }
    })
}

fn whole(text: &str) -> Option<u32> {
    let (minutes, rest) = at_start(text.trim())?;
    rest.trim().is_empty().then_some(minutes)
}

/// "1 hour", "1.5 hours", "1½ hours", in minutes.
fn hours(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let whole: u32 = ahead.digits()?.parse().ok()?;
    let part = part_of_hour(&mut ahead);
    let named = ahead.spaces().word(&HOURS) || h_before_digits(&mut ahead);
    named.then(|| {
        *scan = ahead;
        whole.saturating_mul(60).saturating_add(part)
    })
}

/// The half in "1.5" and "1½", in minutes.
fn part_of_hour(scan: &mut Scan) -> u32 {
    for (sign, minutes) in [
        (" 1/2", 30),
        (" 1/4", 15),
        (" 3/4", 45),
        (" ½", 30),
        (" ¼", 15),
        (" ¾", 45),
        ("½", 30),
        (".5", 30),
        (".25", 15),
        (".75", 45),
        ("¼", 15),
        ("¾", 45),
    ] {
        if let Some(rest) = scan.rest.strip_prefix(sign) {
            scan.rest = rest;
            return minutes;
        }
    }
    0
}

/// "¾ hour", in minutes.
fn part_alone(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let signs = [
        ("½", 30),
        ("¼", 15),
        ("¾", 45),
        ("1/2", 30),
        ("1/4", 15),
        ("3/4", 45),
    ];
    let (rest, minutes) = signs
        .into_iter()
        .find_map(|(sign, minutes)| Some((ahead.rest.strip_prefix(sign)?, minutes)))?;
    ahead.rest = rest;
    let _ = ahead.spaces().word(&["of"]) && ahead.spaces().word(&["an"]);
    ahead.spaces().word(&HOURS).then(|| {
        *scan = ahead;
        minutes
    })
}

/// Whether "3H" begins there: a class of the third year, as "3M" is. "1H30" and "1H 30 mins" are lengths.
fn is_class_of_h(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let year = scan.digits().and_then(|digits| digits.parse().ok());
    let class = year.is_some_and(|year: u32| (1..=LAST_CLASS).contains(&year))
        && scan.sign(|letter| letter == 'H')
        && scan.at_edge();
    let behind = minutes(&mut scan, true);
    class && behind.is_none_or(|minutes| minutes <= LAST_CLASS || year > Some(MOST_HOURS))
}

/// Whether "9h30" begins there: a time, as no row of a review lasts as long as school does.
fn is_clock(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let hour: Option<u32> = scan.digits().and_then(|digits| digits.parse().ok());
    let minutes = h_before_digits(&mut scan) && scan.digits().is_some_and(|digits| digits.len() == 2);
    minutes && hour.is_some_and(|hour| hour >= FIRST_HOUR)
}

/// The "h" of "1h15".
fn h_before_digits(scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    let found = ahead.sign(|letter| letter == 'h' || letter == 'H')
        && ahead.rest.starts_with(|letter: char| letter.is_ascii_digit());
    if found {
        *scan = ahead;
    }
    found
}

/// The "15" of "1h 15".
fn bare_minutes(scan: &mut Scan) -> u32 {
    let mut ahead = *scan;
    let tight = ahead.digits().filter(|digits| digits.len() == 2);
    let tight = tight.filter(|_| ahead.rest.starts_with(' '));
    // "1h30 book look"
    if let Some(minutes) = tight
        .and_then(|digits| digits.parse().ok())
        .filter(|minutes| *minutes < 60)
    {
        *scan = ahead;
        return minutes;
    }
    ahead = *scan;
    match minutes(&mut ahead, true) {
        Some(minutes) if minutes < 60 && ahead.at_edge() && !ahead.rest.starts_with(['.', ':']) => {
            *scan = ahead;
            minutes
        }
        _ => 0,
    }
}

/// "0:45" and "00:45:00", as a spreadsheet writes a length of time.
fn clock_like(text: &str) -> Option<(u32, &str)> {
    let mut scan = Scan::new(text);
    let hours: u32 = scan.digits()?.parse().ok()?;
    let colon = scan.sign(|letter| letter == ':');
    let minutes: u32 = scan.digits()?.parse().ok()?;
    scan.rest = scan.rest.strip_prefix(":00").unwrap_or(scan.rest);
    let total = hours.saturating_mul(60).saturating_add(minutes);
    (colon && minutes < 60 && (1..=LONGEST).contains(&total)).then_some((total, scan.rest))
}

fn bare(text: &str) -> Option<(u32, &str)> {
    let mut scan = Scan::new(text);
    let minutes: u32 = scan.digits()?.parse().ok()?;
    (1..=LONGEST).contains(&minutes).then_some((minutes, scan.rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("45 minutes", 45),
            ("45 min", 45),
            ("45mins", 45),
            ("(45 mins)", 45),
            ("1 hour", 60),
            ("1h 15", 75),
            ("1h15", 75),
            ("1 hr 15 mins", 75),
            ("1 hour and 30 minutes", 90),
            ("1.5 hours", 90),
            ("1½ hours", 90),
            ("half an hour", 30),
            ("45'", 45),
            ("45 each", 45),
            ("45", 45),
            ("0:45", 45),
            ("¾ hour", 45),
            ("½ hr", 30),
            ("01:15:00", 75),
        ] {
            assert_eq!(in_cell(text), Some(minutes), "{text}");
        }
        for text in [
            "",
            "0",
            "9h30",
            "9 to 10",
            "Break",
            "45 books",
            "99999",
            "2000 hours",
            "three quarters of Y6",
            "quarter past nine",
            "half nine",
            "half of an apple",
            "one class",
            "twenty books",
            "two hourly",
        ] {
            assert_eq!(in_cell(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_of_time_are_read_in_words() {
        for (text, minutes) in [
            ("a quarter of an hour", 15),
            ("quarter of an hour", 15),
            ("three quarters of an hour", 45),
            ("three-quarters of an hour", 45),
            ("Three quarter hour", 45),
            ("half-hour", 30),
            ("an hour and a quarter", 75),
            ("an hour and three quarters", 105),
            ("an hour and a half", 90),
            ("one and a half hours", 90),
            ("two and a quarter hours", 135),
            ("1 and a half hours", 90),
            ("1 hour and a half", 90),
            ("an hour and ten minutes", 70),
            ("an hour and 10 mins", 70),
            ("1 1/4 hours", 75),
            ("1 ¼ hr", 75),
            ("1¼ hours", 75),
            ("1.5 hrs", 90),
            ("90 mins", 90),
            ("1h30", 90),
            ("two hours", 120),
            ("one hour twenty", 80),
            ("forty-five minutes", 45),
            ("forty five mins", 45),
            ("twenty minutes", 20),
            ("3/4 hr", 45),
            ("3/4 of an hour", 45),
            ("1/2 hour", 30),
            ("approx. 20 minutes", 20),
            ("for 20 minutes", 20),
            ("~20 mins", 20),
            ("1 hr 5", 65),
        ] {
            assert_eq!(in_cell(text), Some(minutes), "{text}");
        }
    }

    #[test]
    fn no_row_lasts_longer_than_a_day() {
        for text in ["100 hours", "Lesson visits (25 hrs)", "9.00 Books 1500 minutes"] {
            assert!(is_beyond_a_day(text), "{text}");
        }
        for text in ["24 hours", "0830 hours", "830 hrs", "90 minutes", "45", "Year 6"] {
            assert!(!is_beyond_a_day(text), "{text}");
        }
    }

    #[test]
    fn a_length_beside_a_title_is_told_apart_from_it() {
        assert_eq!(at_end("Arrival (10 mins)"), Some(("Arrival", 10)));
        assert_eq!(at_end("Arrival – 10 mins"), Some(("Arrival", 10)));
        assert_eq!(at_end("Break 15 mins"), Some(("Break", 15)));
        assert_eq!(at_start("1h30 book look"), Some((90, " book look")));
        assert_eq!(at_start("1H 30 mins"), Some((90, "")));
        for classes in ["3H 3M 4P", "5H and 6H", "1H, 2M, 2H", "3H 10 mins each", "6H"] {
            assert_eq!(at_start(classes), None, "{classes}");
        }
        assert_eq!(in_cell("1H"), Some(60));
        assert_eq!(
            bracketed("Session 1 (1h): books"),
            Some(("Session 1", 60, ": books"))
        );
        assert_eq!(at_end("Books, 1 hour"), Some(("Books", 60)));
        for (text, title, minutes) in [
            ("Book look three quarters of an hour", "Book look", 45),
            ("Books – forty-five minutes", "Books", 45),
            ("Discussion for an hour and a quarter", "Discussion", 75),
            ("Learning walk, approx. 1 1/4 hours", "Learning walk", 75),
            ("Pupil voice 1h30", "Pupil voice", 90),
            ("Lunch (three-quarters of an hour)", "Lunch", 45),
            ("Lesson visits: 1 hour 15 minutes", "Lesson visits", 75),
        ] {
            assert_eq!(at_end(text), Some((title, minutes)), "{text}");
        }
        assert_eq!(at_end("Six books (mixed)"), None);
        assert_eq!(at_end("Lesson visits"), None);
        assert_eq!(at_start("45 minutes: leaders"), Some((45, ": leaders")));
        assert_eq!(at_start("6 books per year"), None);
    }
}
