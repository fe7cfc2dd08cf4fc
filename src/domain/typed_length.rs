//! A length of time as people type it: "45", "90 min", "1h", "1h30", "1:30", "half an hour".

pub(crate) mod in_words;

use super::scan::Scan;

/// No change of a plan is longer than a day.
const LONGEST: i64 = 24 * 60;

const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];
const MINUTES: [&str; 5] = ["m", "min", "mins", "minute", "minutes"];

/// The minutes that the whole of `text` says, below zero behind a minus; `None` if it says no length or more than a day.
#[must_use]
pub fn read(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let (sign, length) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(length) => (-1, length),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let length = length.trim().trim_end_matches('.').trim_end();
    let words = length.split_whitespace().collect::<Vec<_>>().join(" ");
    let minutes = said_in_words(&words).or_else(|| in_figures(&words))?;
    (0..=LONGEST).contains(&minutes).then_some(sign * minutes)
}

/// "Three quarters of an hour", "forty-five minutes"; the "an" of "hour and a half" may be left out.
fn said_in_words(text: &str) -> Option<i64> {
    let whole = if text.starts_with("hour") {
        format!("an {text}")
    } else {
        text.to_string()
    };
    let mut scan = Scan::new(&whole);
    let minutes = in_words::at(&mut scan)?;
    scan.rest.is_empty().then_some(i64::from(minutes))
}

fn in_figures(text: &str) -> Option<i64> {
    if let Some((hours, minutes)) = text.split_once(':') {
        return Some(whole(hours)? * 60 + of_hour(minutes).filter(|_| minutes.len() == 2)?);
    }
    let pieces = pieces(text);
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    match pieces.as_slice() {
        [minutes] => whole(minutes),
        [minutes, word] if MINUTES.contains(word) => whole(minutes),
        [hours, word] if HOURS.contains(word) => parts_of_hour(hours),
        [hours, word, minutes] if HOURS.contains(word) => Some(whole(hours)? * 60 + of_hour(minutes)?),
        [hours, word, minutes, unit] if HOURS.contains(word) && MINUTES.contains(unit) => {
            Some(whole(hours)? * 60 + of_hour(minutes)?)
        }
        _ => None,
    }
}

/// Numbers and words one by one: "1h 30m" has four.
fn pieces(text: &str) -> Vec<String> {
    let plain = text.replace('½', ".5").replace('¼', ".25").replace('¾', ".75");
    let mut pieces: Vec<String> = Vec::new();
    for word in plain.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        let runs = letters.chunk_by(|one, next| one.is_alphabetic() == next.is_alphabetic());
        pieces.extend(runs.map(|run| run.iter().collect()));
    }
    // "1 hr. 30 min." and "1 hour and 30 minutes".
    pieces.retain(|piece| piece != "." && piece != "and");
    pieces
}

fn whole(digits: &str) -> Option<i64> {
    let short = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten()
}

fn of_hour(digits: &str) -> Option<i64> {
    whole(digits).filter(|minutes| *minutes < 60)
}

/// The minutes of "1", "1.5" and ".25" hours.
fn parts_of_hour(hours: &str) -> Option<i64> {
    let Some((full, part)) = hours.split_once('.') else {
        return Some(whole(hours)? * 60);
    };
    let part = match part {
        "0" | "00" => 0,
        "25" => 15,
        "5" | "50" => 30,
        "75" => 45,
        _ => return None,
    };
    let full = if full.is_empty() { 0 } else { whole(full)? };
    Some(full * 60 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_type_them() {
        for (text, minutes) in [
            ("45", 45),
            ("45 min.", 45),
            ("90min", 90),
            ("1h", 60),
            ("1 h", 60),
            ("1h30", 90),
            ("1h 30m", 90),
            ("1 hour and 15 minutes", 75),
            ("1 hr. 15 min.", 75),
            ("1:30", 90),
            ("0:05", 5),
            ("1.5 hours", 90),
            ("1½ h", 90),
            ("½ hour", 30),
            ("Half an hour", 30),
            ("three quarters of  an hour", 45),
            ("an hour and a half", 90),
            ("hour", 60),
            ("hour and a half", 90),
            ("forty-five minutes", 45),
            ("one hour twenty", 80),
            ("-5", -5),
            ("+10 minutes", 10),
            ("- half an hour", -30),
            ("\u{2212}1h", -60),
        ] {
            assert_eq!(read(text), Some(minutes), "{text}");
        }
        for text in [
            "",
            "all",
            "-",
            "h",
            "5 books",
            "1h75",
            "1:3",
            "1:75",
            "1.3 h",
            "1.5",
            "25h",
            "--5",
            "1h 5 x",
            "10 9",
            "99999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
