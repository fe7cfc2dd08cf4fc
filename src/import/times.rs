//! Clock times as people write them: "8.30", "0830", "8:30am", "9-10.15", "12 noon".

use chrono::NaiveTime;

use super::{
    scan::Scan,
    spoken::{self, Said},
    wording,
};

/// A time as it was written: before it is known whether "1:15" is one of the afternoon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u32,
    minute: u32,
    half: Option<Half>,
    /// Whether it can hardly be anything else than a time: "9.15" and "9am", but not "9".
    sure: bool,
    /// Whether "24:00" stands there, which no day has: its last minute is taken for it.
    pub(super) midnight: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// When something is, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) starts: Clock,
    pub(super) ends: Option<Clock>,
}

/// Where a time stands decides how much can be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In a cell of a column of times: "9" is one.
    TimeCell,
    /// At the start of a line of text: "9" is a number, "9-10" is a time if nothing counted follows.
    Text,
}

/// What can be counted: "6-8 pupils" is no time.
const COUNTED: [&str; 18] = [
    "pupils",
    "pupil",
    "children",
    "child",
    "books",
    "book",
    "teachers",
    "staff",
    "students",
    "strengths",
    "areas",
    "questions",
    "per",
    "visits",
    "samples",
    "minutes",
    "mins",
    "min",
];

/// What stands before a time and says nothing else.
const ABOUT: [&str; 10] = [
    "from",
    "at",
    "approx",
    "approximately",
    "circa",
    "c",
    "ca",
    "about",
    "around",
    "roughly",
];

/// What a row may last until, with no time for it.
const NEXT: [&str; 10] = [
    "lunchtime",
    "lunch",
    "breaktime",
    "break",
    "playtime",
    "morning break",
    "home time",
    "the end",
    "end of day",
    "assembly",
];

impl Clock {
    /// The time of day: that of the afternoon where the hour says so, or the time before it.
    ///
    /// No school is reviewed between one and six in the morning, and the rows of a day follow each other.
    pub(super) fn after(self, before: Option<NaiveTime>) -> NaiveTime {
        let noon = NaiveTime::from_hms_opt(12, 0, 0);
        let past_noon = before >= noon;
        let later = match self.half {
            Some(Half::Morning) => false,
            Some(Half::Afternoon) => self.hour < 12,
            None => (1..6).contains(&self.hour) || (past_noon && (6..8).contains(&self.hour)),
        };
        let hour = match self.half {
            Some(Half::Morning) if self.hour == 12 => 0,
            _ if later => self.hour + 12,
            _ => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0).unwrap_or_default()
    }
}

/// No row of a review day lasts longer, in minutes: a longer one comes from an end that stands before its start.
const LONGEST_ROW: i64 = 10 * 60;

impl Clock {
    /// The time at which something ends that begins at `starts`: as it is written where that comes later, or else in
    /// the afternoon if the row is not too long then. An end that can't be right is left as it is written.
    fn ending(self, starts: NaiveTime) -> NaiveTime {
        if self.half.is_some() {
            return self.after(None);
        }
        let written = NaiveTime::from_hms_opt(self.hour, self.minute, 0).unwrap_or_default();
        if written > starts || self.hour >= 12 {
            return written;
        }
        let afternoon = Self {
            half: Some(Half::Afternoon),
            ..self
        };
        let afternoon = afternoon.after(None);
        let sensible = (1..=LONGEST_ROW).contains(&(afternoon - starts).num_minutes());
        if sensible { afternoon } else { written }
    }
}

impl Span {
    /// The times of day, seen from the row before.
    pub(super) fn after(self, before: Option<NaiveTime>) -> (NaiveTime, Option<NaiveTime>) {
        let mut first = self.starts;
        let Some(last) = self.ends else {
            return (first.after(before), None);
        };
        if first.half.is_none() && last.half.is_some() {
            let same = Clock {
                half: last.half,
                ..first
            };
            if first.hour <= 12 && same.after(None) <= last.after(None) {
                first = same;
            }
        }
        let starts = first.after(before);
        (starts, Some(last.ending(starts)))
    }
}

/// The time or range of times that `text` begins with, and what follows.
pub(super) fn at_start(text: &str, place: Where) -> Option<(Span, &str)> {
    let (span, rest) = first(text).or_else(|| in_period(text))?;
    let likely = match place {
        Where::TimeCell => true,
        Where::Text => {
            span.starts.sure
                || span
                    .ends
                    .is_some_and(|last| likely_range(span.starts, last, rest))
        }
    };
    likely.then_some((span, rest))
}

/// The time behind the school's own name of a lesson, and what follows; a bracket around it is closed with it.
fn in_period(text: &str) -> Option<(Span, &str)> {
    let behind = behind_period(text)?;
    let (span, rest) = first(behind).filter(|(span, _)| span.starts.sure)?;
    let opened = text.strip_suffix(behind)?.trim_end().ends_with('(');
    let closed = rest.trim_start().strip_prefix(')').filter(|_| opened);
    Some((span, closed.unwrap_or(rest)))
}

/// What follows the school's own name of a lesson: "P1 9:00-9:50", "Period 2: 9.50".
fn behind_period(text: &str) -> Option<&str> {
    let mut scan = Scan::new(text.trim_start());
    let word = scan.letters().to_lowercase();
    let named = ["p", "period", "pd", "per"].contains(&word.as_str());
    let digits = scan.spaces().digits().filter(|digits| digits.len() == 1)?;
    let _ = scan.spaces().sign(|letter| matches!(letter, ':' | '(' | ',')) || scan.dash();
    (named && digits != "0" && !scan.rest.is_empty()).then(|| scan.spaces().rest)
}

/// The range that a line of text begins with if it may as well be one of numbers: the "11-12" of "11-12 Pupil voice"
/// and of "11-12 pupils". What stands around it has to tell.
pub(super) fn perhaps(text: &str) -> Option<(Span, &str)> {
    let (span, rest) = first(text).filter(|_| at_start(text, Where::Text).is_none())?;
    let last = span.ends?;
    let hours = |clock: Clock| (1..=12).contains(&clock.hour);
    let lasts = matches!(next_word(rest).as_str(), "minutes" | "mins" | "min");
    (hours(span.starts) && hours(last) && span.starts.hour != last.hour && !lasts).then_some((span, rest))
}

/// Whether what follows "9-10" is likely counted by it.
pub(super) fn is_counted(rest: &str) -> bool {
    COUNTED.contains(&next_word(rest).as_str())
}

/// What may be a time at the start of `text`, however unlikely.
fn first(text: &str) -> Option<(Span, &str)> {
    let mut scan = Scan::new(text);
    about(&mut scan);
    let first = clock(scan.spaces()).filter(|clock| !clock.midnight)?;
    let mut ahead = scan;
    let joined = ahead.dash() || ahead.spaces().word(&["to", "till", "til", "until", "through"]);
    let last = if joined {
        clock(ahead.spaces()).or_else(|| {
            let said = spoken::after((first.hour, first.minute), &mut ahead)?;
            Some(in_words(said, first.half))
        })
    } else {
        ahead = scan;
        end_beside(first, &mut ahead)
    };
    let found = Span {
        starts: first,
        ends: last,
    };
    let rest = if last.is_some() { ahead } else { scan };
    let rest = if last.is_none() {
        until_the_next(rest.rest)
    } else {
        rest.rest
    };
    Some((found, behind_about(rest)))
}

/// What follows the words that something goes on until the next row: "10.20 to lunch: book look".
fn until_the_next(rest: &str) -> &str {
    let mut scan = Scan::new(rest);
    let joined = scan.spaces().word(&["to", "till", "til", "until"]);
    let named = scan.spaces().word(&NEXT);
    let ends = scan.sign(|letter| matches!(letter, ':' | ',' | ';')) || scan.dash();
    if joined && named && ends { scan.rest } else { rest }
}

/// Takes what says before a time that it is not meant to the minute: "~11:15", "c. 9.30", "c9.30", "approx 10".
fn about(scan: &mut Scan) {
    let sign = scan.sign(|letter| matches!(letter, '~' | '≈' | '±' | '@'));
    let mut ahead = *scan.spaces();
    if !sign
        && ahead.sign(|letter| letter == 'c')
        && ahead.rest.starts_with(|letter: char| letter.is_ascii_digit())
    {
        *scan = ahead;
        return;
    }
    // "from approx. 9.30", "at about 9.30"
    while scan.spaces().word(&ABOUT) {
        let _ = scan.sign(|letter| letter == '.');
    }
    let _ = scan.spaces().sign(|letter| letter == '~');
}

/// What follows a time behind the words that it is not meant to the minute: "11.15 approx. Book look".
fn behind_about(rest: &str) -> &str {
    let bare = rest.trim_start();
    let open = bare.strip_prefix('(');
    let mut scan = Scan::new(open.unwrap_or(bare));
    if !scan.word(&["approx", "approximately", "ish", "or so", "or thereabouts"]) {
        return rest;
    }
    let _ = scan.sign(|letter| letter == '.');
    match open {
        Some(_) => scan.rest.strip_prefix(')').unwrap_or(rest),
        None => scan.rest,
    }
}

/// The end that stands beside the start with no more than a space between: "8.30am 8.45am Welcome".
fn end_beside(first: Clock, scan: &mut Scan) -> Option<Clock> {
    let apart = scan.rest.starts_with(char::is_whitespace);
    // "10:45 1h30 Book look" says how long it lasts.
    if super::durations::at_start(scan.rest.trim_start()).is_some() {
        return None;
    }
    let last = clock(scan.spaces()).filter(|last| apart && first.sure && last.sure)?;
    let starts = first.after(None);
    let lasts = last.ending(starts) - starts;
    (1..=LONGEST_ROW).contains(&lasts.num_minutes()).then_some(last)
}

/// The full hour that a line may begin with, and what follows: the "12" of "12 finish".
pub(super) fn bare_hour(text: &str) -> Option<(Span, &str)> {
    let (span, rest) = first(text)?;
    let bare = !span.starts.sure && span.ends.is_none() && (1..=12).contains(&span.starts.hour);
    (bare && rest.starts_with(' ')).then_some((span, rest))
}

/// The time that the whole of `text` says.
pub(super) fn alone(text: &str) -> Option<Clock> {
    let (span, rest) = at_start(text.trim(), Where::TimeCell)?;
    let rest = rest.trim_matches(|letter: char| letter.is_whitespace() || wording::is_dash(letter));
    let open = ["", "onwards", "onward", "on"].contains(&rest);
    (span.ends.is_none() && open).then_some(span.starts)
}

/// Whether "9-10" or "9-10.15" before `rest` is a range of times and not of numbers.
fn likely_range(first: Clock, last: Clock, rest: &str) -> bool {
    let morning = (7..=12).contains(&first.hour);
    last.sure || (morning && !is_counted(rest))
}

fn next_word(rest: &str) -> String {
    wording::words(rest).into_iter().next().unwrap_or_default()
}

/// One time.
fn clock(scan: &mut Scan) -> Option<Clock> {
    let mut ahead = *scan;
    let found = named(&mut ahead)
        .or_else(|| {
            ahead = *scan;
            let said = spoken::time(&mut ahead)?;
            let half = half(&mut ahead);
            Some(in_words(
                Said {
                    sure: said.sure || half.is_some(),
                    ..said
                },
                half,
            ))
        })
        .or_else(|| {
            ahead = *scan;
            numbered(&mut ahead)
        })?;
    *scan = ahead;
    Some(found)
}

fn in_words(said: Said, half: Option<Half>) -> Clock {
    Clock {
        hour: said.hour,
        minute: said.minute,
        half,
        sure: said.sure,
        midnight: false,
    }
}

/// "Noon", "12 noon", "midday".
fn named(scan: &mut Scan) -> Option<Clock> {
    if scan.rest.starts_with("12") {
        scan.digits().filter(|digits| *digits == "12")?;
        scan.rest = scan
            .rest
            .strip_prefix(":00")
            .or_else(|| scan.rest.strip_prefix(".00"))
            .unwrap_or(scan.rest);
    }
    scan.spaces()
        .word(&["noon", "midday", "mid-day"])
        .then_some(Clock {
            hour: 12,
            minute: 0,
            half: None,
            sure: true,
            midnight: false,
        })
}

fn numbered(scan: &mut Scan) -> Option<Clock> {
    let digits = scan.digits()?;
    let number: u32 = digits.parse().ok()?;
    if let Some(clock) = midnight(digits, scan) {
        return Some(clock);
    }
    let (hour, minute, mut sure) = match digits.len() {
        1 | 2 => match minutes_after(scan) {
            Some(minute) => (number, minute, true),
            None => (number, 0, false),
        },
        _ => (number / 100, number % 100, true),
    };
    let half = half(scan);
    let hours = said_to_be_hours(number, scan);
    sure |= spoken::ish(scan);
    // "11h" is a time, and "2h" may be a length.
    let school_hours = hours && digits.len() <= 2 && (8..=18).contains(&hour);
    sure |= half.is_some() || (hours && digits.len() == 4) || school_hours;
    // "2026" is a year and "830" three hundred and more, unless something else says that it is a time.
    let year = digits.len() == 4 && (1900..2100).contains(&number);
    // "100 hours" and "120 books" are no times either.
    let three = digits.len() == 3;
    if three && half.is_none() && ((hours && !(7..10).contains(&hour)) || (!hours && is_counted(scan.rest))) {
        return None;
    }
    let unlikely = year || (three && minute % 5 != 0);
    if unlikely && half.is_none() && !hours {
        return None;
    }
    let valid = hour < 24 && minute < 60 && (half.is_none() || (1..=12).contains(&hour) || hour > 12);
    (valid && scan.at_edge()).then_some(Clock {
        hour,
        minute,
        half,
        sure,
        midnight: false,
    })
}

/// The "24:00" at which a row may end.
fn midnight(hours: &str, scan: &mut Scan) -> Option<Clock> {
    let mut ahead = *scan;
    let said = hours == "2400" || (hours == "24" && minutes_after(&mut ahead) == Some(0));
    (said && ahead.at_edge()).then(|| {
        *scan = ahead;
        Clock {
            hour: 23,
            minute: 59,
            half: None,
            sure: true,
            midnight: true,
        }
    })
}

/// Whether `text` begins with what is written like a time, and no day has: "25:30", "9:75", "24:00".
pub(super) fn is_impossible(text: &str) -> bool {
    let mut scan = Scan::new(text);
    let hour: Option<u32> = scan.digits().and_then(|digits| digits.parse().ok());
    let colon = scan.rest.starts_with(':');
    let dot = scan.rest.starts_with('.');
    let minute = minutes_after(&mut scan);
    match (hour, minute) {
        (Some(hour), Some(minute)) if scan.at_edge() => {
            (colon && (hour >= 24 || minute >= 60)) || (dot && (24..30).contains(&hour) && minute < 60)
        }
        _ => false,
    }
}

/// The "hrs" of "0830hrs". The "H" of "5H" is that of a class.
fn said_to_be_hours(number: u32, scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    let class = number <= 6 && ahead.rest.starts_with('H');
    let found = (!class && ahead.word(&["h"])) || ahead.spaces().word(&["hrs", "hours"]);
    if found {
        *scan = ahead;
    }
    found
}

/// The ".30" of "8.30", the ":30:00" that a spreadsheet writes.
fn minutes_after(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    if !ahead.sign(|letter| matches!(letter, ':' | '.' | ';' | 'h' | '·')) {
        return None;
    }
    let digits = ahead.digits().filter(|digits| digits.len() == 2)?;
    ahead.rest = ahead.rest.strip_prefix(":00").unwrap_or(ahead.rest);
    *scan = ahead;
    digits.parse().ok()
}

/// "am", "p.m.", with or without a space before it.
fn half(scan: &mut Scan) -> Option<Half> {
    let mut ahead = *scan;
    ahead.spaces();
    for (half, words) in [
        (Half::Morning, ["a.m.", "a.m", "am"]),
        (Half::Afternoon, ["p.m.", "p.m", "pm"]),
    ] {
        if ahead.word(&words) {
            *scan = ahead;
            return Some(half);
        }
    }
    None
}

#[cfg(test)]
mod tests;
