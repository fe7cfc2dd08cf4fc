//! Times as people say them: "ten past eight", "quarter to 11", "half nine", "9 o'clock", "8ish".

use super::scan::Scan;

/// A time that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// Whether it can hardly be anything else than a time: "nine o'clock", but not "nine".
    pub(super) sure: bool,
}

const HOURS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
/// What stands before "past" and "to", in minutes.
const MINUTES: [(&str, u32); 11] = [
    ("twenty five", 25),
    ("twenty-five", 25),
    ("twenty", 20),
    ("a quarter", 15),
    ("quarter", 15),
    ("ten", 10),
    ("five", 5),
    ("5", 5),
    ("20", 20),
    ("25", 25),
    ("half", 30),
];

/// Takes the time in words that stands here.
pub(super) fn time(scan: &mut Scan) -> Option<Said> {
    let mut ahead = *scan;
    let found = around_the_hour(&mut ahead).or_else(|| {
        ahead = *scan;
        on_the_hour(&mut ahead)
    })?;
    *scan = ahead;
    Some(found)
}

/// Takes the "half past" or "quarter to" that stands here without its hour, where `from` is the time before it.
pub(super) fn after(from: (u32, u32), scan: &mut Scan) -> Option<Said> {
    let mut ahead = *scan;
    let (minute, back) = minutes_and_way(&mut ahead)?;
    let minute = if back { 60 - minute } else { minute };
    let hour = if minute > from.1 { from.0 } else { from.0 + 1 };
    *scan = ahead;
    Some(Said {
        hour,
        minute,
        sure: true,
    })
}

/// Whether a time is said in words anywhere in `text`.
pub(super) fn is_in(text: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, letter)| {
        let begins = !before.is_alphanumeric() && letter.is_alphanumeric();
        before = letter;
        let rest = text.get(at..).filter(|_| begins);
        rest.is_some_and(|rest| {
            let mut scan = Scan::new(rest);
            let whole = time(&mut scan).is_some_and(|said| said.sure);
            let bare = || {
                let mut scan = Scan::new(rest);
                minutes_and_way(&mut scan).is_some_and(|(_, back)| !back)
            };
            whole || bare()
        })
    })
}

/// "Half nine" is half past nine, as in the United Kingdom.
fn around_the_hour(scan: &mut Scan) -> Option<Said> {
    let mut ahead = *scan;
    if ahead.word(&["half"])
        && let Some(hour) = hour(ahead.spaces())
    {
        ish(&mut ahead);
        *scan = ahead;
        return Some(Said {
            hour,
            minute: 30,
            sure: true,
        });
    }
    let (minute, back) = minutes_and_way(scan)?;
    let hour = hour(scan.spaces())?;
    ish(scan);
    let (hour, minute) = match (back, hour) {
        (false, hour) => (hour, minute),
        (true, 1) => (12, 60 - minute),
        (true, hour) => (hour - 1, 60 - minute),
    };
    Some(Said {
        hour,
        minute,
        sure: true,
    })
}

/// The minutes, and whether they are those before the hour: "ten past", "quarter to", "half-past".
fn minutes_and_way(scan: &mut Scan) -> Option<(u32, bool)> {
    let mut ahead = *scan;
    let (minute, figures) = match MINUTES.iter().find(|(word, _)| ahead.word(&[*word])) {
        Some((_, minute)) => (*minute, false),
        None => (ahead.digits()?.parse().ok().filter(|minute| *minute < 60)?, true),
    };
    let said = ahead.clone().spaces().word(&["minutes", "mins", "min"]);
    if said {
        ahead.spaces().word(&["minutes", "mins", "min"]);
    }
    let _ = ahead.sign(|letter| letter == '-');
    let past = ahead.spaces().word(&["past"]);
    // "10 to 11" is from ten to eleven.
    let back = !past && (!figures || said) && minute != 30 && ahead.word(&["to"]);
    (past || back).then(|| {
        *scan = ahead;
        (minute, back)
    })
}

/// "Nine o'clock", "8ish", "nine".
fn on_the_hour(scan: &mut Scan) -> Option<Said> {
    let figures = scan.rest.starts_with(|letter: char| letter.is_ascii_digit());
    let hour = hour(scan)?;
    let clock = scan.clone().spaces().word(&["o'clock", "oclock", "o clock"]);
    if clock {
        scan.spaces().word(&["o'clock", "oclock", "o clock"]);
    }
    let sure = ish(scan) || clock;
    // A figure alone is read elsewhere.
    (sure || !figures).then_some(Said {
        hour,
        minute: 0,
        sure,
    })
}

/// Takes the "ish" of "8ish" and "nine-ish".
pub(super) fn ish(scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    let _ = ahead.sign(|letter| letter == '-' || letter == ' ');
    let found = ahead.word(&["ish"]);
    if found {
        *scan = ahead;
    }
    found
}

/// An hour of a clock, in figures or as a word.
fn hour(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let hour = if let Some(digits) = ahead.digits() {
        let minutes =
            ahead.rest.starts_with([':', '.']) && ahead.rest.get(1..).is_some_and(begins_with_digit);
        digits.parse().ok().filter(|_| !minutes && digits.len() <= 2)?
    } else {
        let word = ahead.letters().to_lowercase();
        let bare = word.strip_suffix("ish").unwrap_or(&word);
        let at = HOURS.iter().position(|hour| *hour == bare)?;
        if bare.len() < word.len() {
            ahead.rest = scan.rest.get(bare.len()..)?;
        }
        u32::try_from(at + 1).ok()?
    };
    let edge = ahead.at_edge() || ahead.clone().word(&["ish", "am", "pm"]);
    ((1..=12).contains(&hour) && edge).then(|| {
        *scan = ahead;
        hour
    })
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_said() {
        for (text, hour, minute, rest) in [
            ("ten past 8 til", 8, 10, " til"),
            ("ten past eight", 8, 10, ""),
            ("10 past 8", 8, 10, ""),
            ("quarter past ten BREAK", 10, 15, " BREAK"),
            ("a quarter to 11", 10, 45, ""),
            ("quarter to one", 12, 45, ""),
            ("ten to eleven", 10, 50, ""),
            ("twenty-five past nine", 9, 25, ""),
            ("twenty five to ten", 9, 35, ""),
            ("5 minutes to 9", 8, 55, ""),
            ("half past eight", 8, 30, ""),
            ("half-past eight", 8, 30, ""),
            ("half nine", 9, 30, ""),
            ("half 10 pupil", 10, 30, " pupil"),
            ("Half nineish", 9, 30, ""),
            ("9 o'clock start", 9, 0, " start"),
            ("nine o'clock", 9, 0, ""),
            ("8ish arrive", 8, 0, " arrive"),
            ("nine-ish", 9, 0, ""),
        ] {
            let mut scan = Scan::new(text);
            let said = time(&mut scan).map(|said| (said.hour, said.minute, said.sure));
            assert_eq!((said, scan.rest), (Some((hour, minute, true)), rest), "{text}");
            assert!(is_in(&format!("We meet {text}")), "{text}");
        }
        for text in [
            "half term",
            "half an hour",
            "half of Y6",
            "10 to 11",
            "9 books",
            "five pupils",
            "quarter of an hour",
            "half 13",
            "half 9.30",
            "British",
            "one class",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }

    #[test]
    fn an_hour_that_is_left_out_is_that_of_the_time_before() {
        for (from, text, until) in [
            ((8, 10), "half past", (8, 30)),
            ((8, 40), "quarter past", (9, 15)),
            ((9, 30), "quarter to", (9, 45)),
        ] {
            let said = after(from, &mut Scan::new(text)).map(|said| (said.hour, said.minute));
            assert_eq!(said, Some(until), "{text}");
        }
    }
}
