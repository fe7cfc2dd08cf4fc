//! Lengths of time in words: "three quarters of an hour", "an hour and a quarter", "forty-five minutes".

use super::LONGEST;
use crate::domain::scan::{Scan, is_dash};

/// Words for hours.
pub(crate) const HOURS: [&str; 5] = ["hours", "hour", "hrs", "hr", "h"];
/// Words for minutes, one as it is often misspelled.
pub(crate) const MINUTES: [&str; 6] = ["minutes", "minute", "mins", "min", "m", "minuites"];

/// Parts of an hour, in minutes; the longest words first.
const PARTS: [(&str, u32); 6] = [
    ("three quarters", 45),
    ("three quarter", 45),
    ("a quarter", 15),
    ("a half", 30),
    ("quarter", 15),
    ("half", 30),
];
/// Numbers below twenty, each at its own place.
const SMALL: [&str; 20] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// The tens from twenty on, each two places behind its own number.
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Takes the length in words that stands here, in minutes.
pub(crate) fn at(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let minutes = part_of_an_hour(&mut ahead).or_else(|| {
        ahead = *scan;
        hours(&mut ahead)
    });
    let minutes = minutes.or_else(|| {
        ahead = *scan;
        let minutes = number(&mut ahead)?;
        ahead.spaces().word(&MINUTES).then_some(minutes)
    })?;
    (1..=LONGEST).contains(&i64::from(minutes)).then(|| {
        *scan = ahead;
        minutes
    })
}

/// Takes the "and a quarter" behind whole hours, in minutes.
pub(crate) fn part_behind(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let minutes = ahead
        .spaces()
        .word(&["and"])
        .then(|| part(ahead.spaces()))
        .flatten()?;
    *scan = ahead;
    Some(minutes)
}

/// "Three quarters of an hour", "half an hour", "a half-hour".
fn part_of_an_hour(scan: &mut Scan) -> Option<u32> {
    let minutes = part(scan)?;
    let _ = scan.spaces().word(&["of"]);
    let _ = scan.spaces().word(&["an", "a"]);
    let _ = scan.sign(is_dash);
    scan.spaces().word(&HOURS).then_some(minutes)
}

/// "An hour", "two and a half hours", "one hour twenty", "an hour and a quarter", "an hour and ten minutes".
fn hours(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let whole = if ahead.word(&["an", "a"]) {
        1
    } else {
        // "1 and a half hours" is said in words too.
        let digits = ahead.digits().and_then(|digits| digits.parse().ok());
        digits.or_else(|| number(&mut ahead))?
    };
    let figures = scan.rest.starts_with(|letter: char| letter.is_ascii_digit());
    let part = part_behind(&mut ahead);
    if (figures && part.is_none()) || !ahead.spaces().word(&HOURS) {
        return None;
    }
    let further = part
        .or_else(|| part_behind(&mut ahead))
        .or_else(|| minutes_behind(&mut ahead));
    *scan = ahead;
    Some(u32::saturating_mul(whole, 60).saturating_add(further.unwrap_or(0)))
}

/// Takes the "and ten minutes" behind whole hours; the word for minutes may be left out.
fn minutes_behind(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let _ = ahead.spaces().word(&["and"]);
    let figures = minutes(&mut ahead, false);
    let minutes = figures.or_else(|| {
        let minutes = number(ahead.spaces())?;
        let ends = ahead.clone().spaces().rest.is_empty();
        (ahead.spaces().word(&MINUTES) || ends).then_some(minutes)
    })?;
    *scan = ahead;
    Some(minutes)
}

/// A part of an hour; its words may be joined by a dash.
fn part(scan: &mut Scan) -> Option<u32> {
    PARTS.iter().find_map(|(words, minutes)| {
        let mut ahead = *scan;
        let all = words.split(' ').enumerate().all(|(at, word)| {
            let _ = at > 0 && ahead.sign(is_dash);
            ahead.spaces().word(&[word])
        });
        all.then(|| {
            *scan = ahead;
            *minutes
        })
    })
}

/// A number below a hundred, as a word or two.
fn number(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let word = ahead.letters().to_lowercase();
    let found = if let Some(tens) = TENS.iter().position(|tens| *tens == word) {
        let mut behind = ahead;
        let _ = behind.sign(is_dash);
        let unit = behind.spaces().letters().to_lowercase();
        let unit = SMALL.iter().take(10).skip(1).position(|small| *small == unit);
        if unit.is_some() {
            ahead = behind;
        }
        (tens + 2) * 10 + unit.map_or(0, |unit| unit + 1)
    } else {
        SMALL.iter().skip(1).position(|small| *small == word)? + 1
    };
    *scan = ahead;
    u32::try_from(found).ok()
}

/// Takes the minutes in figures that stand here: "and 30 minutes", "45'"; the word may be left out if `bare`.
pub(crate) fn minutes(scan: &mut Scan, bare: bool) -> Option<u32> {
    let mut ahead = *scan;
    let _ = ahead.spaces().word(&["and"]);
    let minutes: u32 = ahead.spaces().digits()?.parse().ok()?;
    let named = ahead.spaces().word(&MINUTES) || ahead.sign(|letter| letter == '\'' || letter == '\u{2032}');
    (named || bare).then(|| {
        *scan = ahead;
        minutes
    })
}
