//! The many forms in which visits are written, brought into one before they are read.

use crate::import::{
    classes, groups,
    scan::Scan,
    times::{self, Where},
    vocabulary::Vocabulary,
    wording, years,
};

/// Where a class may be seen, other than in its own room.
const PLACES: [&str; 16] = [
    "hall",
    "main hall",
    "sports hall",
    "school hall",
    "gym",
    "library",
    "field",
    "playground",
    "studio",
    "music room",
    "art room",
    "ict suite",
    "computer room",
    "forest school",
    "outside",
    "outdoors",
];

/// `text` with ranges of years written out, groups before their classes, and classes before the places where they are.
pub(super) fn one(text: &str, words: &Vocabulary) -> String {
    let text = classes::with_reception(&years::written_out(text), false);
    let text = with_groups_before(&text, words).unwrap_or(text);
    let mut written = String::with_capacity(text.len());
    let mut scan = Scan::new(&text);
    // Whether a visit may begin here.
    let mut begins = true;
    while let Some(letter) = scan.rest.chars().next() {
        if begins && let Some((span, rest)) = times::at_start(scan.rest, Where::Text) {
            let _ = span;
            written.push_str(scan.rest.strip_suffix(rest).unwrap_or_default());
            scan.rest = rest;
            continue;
        }
        if begins && let Some((class, rest)) = reception(scan.rest).or_else(|| in_a_place(scan.rest, words)) {
            written.push_str(&class);
            scan.rest = rest;
            begins = false;
            continue;
        }
        let ends_a_group = letter == '.' && groups::at_start(behind_stop(scan.rest), words).is_some();
        written.push(if ends_a_group { ';' } else { letter });
        let joint = matches!(letter, ',' | ';' | '/' | '|' | '&' | '+' | ':') || wording::is_dash(letter);
        begins = joint || ends_a_group || (begins && letter.is_whitespace());
        let _ = scan.sign(|_| true);
    }
    written
}

fn behind_stop(text: &str) -> &str {
    text.trim_start_matches('.').trim_start()
}

/// Reception where it is called "R", and nothing but a time or another class follows.
fn reception(text: &str) -> Option<(String, &str)> {
    let rest = text.strip_prefix('R')?;
    let next = rest.trim_start();
    let timed = times::at_start(next.trim_start_matches('('), Where::Text).is_some();
    let alone = next.is_empty() || next.starts_with([',', ';', '|', '&', '+']) || timed;
    let whole = !rest.starts_with(char::is_alphanumeric);
    (alone && whole).then(|| ("Reception".to_string(), rest))
}

/// "Hall (Year 6)" as "Year 6: Hall".
fn in_a_place<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let mut scan = Scan::new(text);
    let place = PLACES.iter().find(|place| scan.word(&[place]))?;
    let written = text.get(..place.len())?;
    let (inner, rest) = scan.spaces().rest.strip_prefix('(')?.split_once(')')?;
    let class = classes::at_start(inner, words).filter(|class| class.rest.is_empty())?;
    Some((format!("{}: {written}", class.name), rest))
}

/// "Y4 maths (Group 1) | Y2 maths (Group 2)" with each group before what it sees.
fn with_groups_before(text: &str, words: &Vocabulary) -> Option<String> {
    if groups::at_start(text, words).is_some() {
        return None;
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let (group, seen, after) = rest.match_indices('(').find_map(|(at, _)| {
            let (seen, bracket) = rest.split_at_checked(at)?;
            let (name, after) = groups::at_start(bracket.strip_prefix('(')?, words)?;
            Some((name, seen, after.trim_start().strip_prefix(')')?))
        })?;
        let seen = wording::trimmed(seen);
        let seen = seen
            .strip_prefix("and ")
            .or(seen.strip_prefix("& "))
            .unwrap_or(seen);
        let unbroken = !seen.is_empty() && !seen.contains([',', ';', '|', '/', '(']);
        if !unbroken {
            return None;
        }
        pieces.push(format!("{group}: {seen}"));
        rest = after;
    }
    let as_it_is = pieces.is_empty() || (pieces.len() == 1 && is_class_alone(text, words));
    (!as_it_is).then(|| pieces.join("; "))
}

/// Whether the bracket stands right behind a class, as in "Y4 (Group 1)", which is read as it is.
fn is_class_alone(text: &str, words: &Vocabulary) -> bool {
    let seen = times::at_start(text, Where::Text).map_or(text, |(_, rest)| wording::trimmed(rest));
    classes::at_start(seen, words).is_none_or(|class| class.rest.starts_with('('))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visits_are_brought_into_one_form() {
        for (text, written) in [
            ("R (9:30)", "Reception (9:30)"),
            ("9:15 Hall (Year 6)", "9:15 Year 6: Hall"),
            (
                "Group 1: 9:00 Y5; 9:15 Y6. Group 2: 9:00 Y2",
                "Group 1: 9:00 Y5; 9:15 Y6; Group 2: 9:00 Y2",
            ),
            (
                "Y4 maths (Group 1) | Y2 maths (Group 2)",
                "Group 1: Y4 maths; Group 2: Y2 maths",
            ),
            ("Group 1: Y1-Y3", "Group 1: Year 1, Year 2, Year 3"),
        ] {
            assert_eq!(one(text, &Vocabulary::default()), written, "{text}");
        }
        for text in [
            "RE with Y5",
            "R and B",
            "Hall",
            "Y5 (Group 1)",
            "Y6 maths, set 2",
            "9.15 Y5",
        ] {
            assert_eq!(one(text, &Vocabulary::default()), text);
        }
    }
}
