//! Years that stand for several, written out: "Y1-Y3", "Reception to Y2", "Years 4, 5 and 6".

use super::{scan::Scan, times, wording};

/// The last year of an English secondary school.
const LAST_YEAR: u32 = 13;
/// What comes before Year 1, each with its place; that of Year 1 is 3.
const BEFORE_YEAR_1: [(&str, u32, &[&str]); 3] = [
    ("Nursery", 1, &["nursery"]),
    ("Reception", 2, &["reception", "rec", "year r", "yr", "r"]),
    ("EYFS", 2, &["eyfs"]),
];

/// `text` with every range of years, and every list that says "Year" only once, written out class by class.
///
/// A dash between years that do not rise, or in a chain of them, is no range: "Y6 - Y2" is two classes.
pub(super) fn written_out(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut scan = Scan::new(text);
    let mut before = ' ';
    while let Some(letter) = scan.rest.chars().next() {
        let mut ahead = scan;
        let begins = !before.is_alphanumeric() && letter.is_alphanumeric();
        if begins && let Some(years) = several(&mut ahead) {
            written.push_str(&years);
            scan = ahead;
            before = '0';
        } else {
            written.push(letter);
            before = letter;
            let _ = scan.sign(|_| true);
        }
    }
    written
}

/// The years at the place written out, if they are several of which not each is named; a chain of them stays as it is.
fn several(scan: &mut Scan) -> Option<String> {
    let mut ahead = *scan;
    let (name, mut last, bare_may_follow) = first(&mut ahead)?;
    let mut names = vec![name];
    loop {
        let mut next = ahead;
        let until = next.dash() || next.spaces().word(&["to", "until", "through"]);
        let listed = !until
            && (next.spaces().sign(|letter| matches!(letter, ',' | '&' | '+'))
                | next.spaces().word(&["and"]));
        let marked = (until || listed) && mark(next.spaces());
        let Some(place) = number(next.spaces()).map(|year| year + 2) else {
            break;
        };
        let follows = if marked {
            until
        } else {
            bare_may_follow && is_a_year(next.rest)
        };
        if !(until || listed) || !follows || (until && place <= last) || is_a_time(next.rest) {
            break;
        }
        if until && goes_on_with_a_dash(next) {
            let text = scan.rest;
            while goes_on_with_a_dash(next) {
                let _ = next.dash() && mark(&mut next) && number(&mut next).is_some();
            }
            *scan = next;
            return text.strip_suffix(next.rest).map(str::to_string);
        }
        names.extend((if until { last + 1 } else { place }..=place).map(named));
        last = place;
        ahead = next;
    }
    (names.len() > 1).then(|| {
        *scan = ahead;
        names.join(", ")
    })
}

/// The class that a range or list begins with, its place, and whether a number alone may follow it.
fn first(scan: &mut Scan) -> Option<(String, u32, bool)> {
    let mut ahead = *scan;
    if mark(&mut ahead)
        && let Some(year) = number(&mut ahead)
    {
        let other = ahead.rest.starts_with([':', '.', '/']);
        *scan = ahead;
        return (!other).then(|| (named(year + 2), year + 2, true));
    }
    let letter = scan.rest.starts_with('R');
    BEFORE_YEAR_1.iter().find_map(|(name, place, spellings)| {
        let word = spellings.iter().find(|word| scan.word(&[word]))?;
        let alone = *word == "r";
        // "yr" before a number is the "Year" of it.
        let whole = !["yr", "r"].contains(word);
        (!alone || letter).then(|| ((*name).to_string(), *place, whole))
    })
}

fn named(place: u32) -> String {
    match place {
        1 => "Nursery".into(),
        2 => "Reception".into(),
        place => format!("Year {}", place.saturating_sub(2)),
    }
}

/// "Year", "Years", "Yr" or "Y" before a number.
fn mark(scan: &mut Scan) -> bool {
    let mut ahead = *scan;
    let found = ["years", "year", "yrs", "yr", "y"].contains(&ahead.letters().to_lowercase().as_str());
    if found {
        let _ = ahead.sign(|letter| letter == '.');
        let digit = |scan: &Scan| scan.rest.starts_with(|letter: char| letter.is_ascii_digit());
        if digit(ahead.spaces()) {
            *scan = ahead;
            return true;
        }
    }
    false
}

fn number(scan: &mut Scan) -> Option<u32> {
    let mut ahead = *scan;
    let year: u32 = ahead.digits()?.parse().ok()?;
    let fits = (1..=LAST_YEAR).contains(&year) && ahead.at_edge();
    fits.then(|| {
        *scan = ahead;
        year
    })
}

/// Whether a number before `rest` is the hour of a time: "9:15", "9.15", "9-10".
fn is_a_time(rest: &str) -> bool {
    let mut scan = Scan::new(rest);
    let joined = scan.sign(|letter| matches!(letter, ':' | '.' | ';') || wording::is_dash(letter));
    joined && scan.rest.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Whether a number before `rest` may be a year, where "Year" does not stand before it: nothing is counted by it.
fn is_a_year(rest: &str) -> bool {
    let rest = rest.trim_start();
    let mut scan = Scan::new(rest);
    let ends = rest.is_empty() || rest.starts_with([',', ';', '&', '+', ')', '(', '|', '.', ':']);
    (ends || scan.word(&["and", "then", "to"]) || scan.dash()) && !times::is_counted(rest)
}

fn goes_on_with_a_dash(scan: Scan) -> bool {
    let mut ahead = scan;
    ahead.dash() && mark(&mut ahead) && number(&mut ahead).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_of_a_range_is_named() {
        for (text, written) in [
            ("Group 1: Y1-Y3", "Group 1: Year 1, Year 2, Year 3"),
            ("Y4 to Y6", "Year 4, Year 5, Year 6"),
            ("Years 4, 5 and 6", "Year 4, Year 5, Year 6"),
            ("Years 1-3 (maths)", "Year 1, Year 2, Year 3 (maths)"),
            ("YR-Y2", "Reception, Year 1, Year 2"),
            ("Reception to Y1", "Reception, Year 1"),
            ("Nursery - Year 1", "Nursery, Reception, Year 1"),
            ("9:00 Y1 \u{2013} Y2, Y5", "9:00 Year 1, Year 2, Y5"),
            ("R to Y1", "Reception, Year 1"),
        ] {
            assert_eq!(written_out(text), written, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_of_years_stays_as_it_is() {
        for text in [
            "Y6 - Y2",
            "Y5 - 9:30 Y6",
            "Y1 - Y3 - Y5",
            "Y5, Y6 and Y4",
            "Y5/6, 9.30",
            "Year 5, 6 books",
            "Y2, 10-10.30 Y3",
            "YR 9:50",
            "Y5 - 9-10",
            "Yr - 6",
            "Rec 9-10",
            "R (9:30)",
            "9.15-10.15",
        ] {
            assert_eq!(written_out(text), text);
        }
    }
}
