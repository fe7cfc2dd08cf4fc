//! Classes that a line speaks of.

use chrono::NaiveTime;

use super::words;

/// Words for a year before its number.
const YEAR: [&str; 5] = ["y", "yr", "year", "yrs", "years"];

/// The classes named in `text`, each once: "Y6", "Yr 5", "Reception", or a class by its own name. `own` are the names of
/// the classes on the plan.
pub(super) fn classes(text: &str, own: &[&str]) -> Vec<String> {
    let plain = words(text);
    let parts: Vec<&str> = plain.split(' ').collect();
    let mut found: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let next = parts.get(at + 1).copied().unwrap_or_default();
        if let Some(class) = year(part, next) {
            found.push(class);
        }
    }
    let spaced = format!(" {plain} ");
    for name in own {
        let name_words = words(name);
        // "Year 6" was found as a year already, however it is spelled.
        let is_year = name_words.split(' ').any(|word| word.starts_with("year"));
        if !is_year && !name_words.is_empty() && spaced.contains(&format!(" {name_words} ")) {
            found.push((*name).to_string());
        }
    }
    let mut known: Vec<String> = Vec::new();
    for class in found {
        if !known
            .iter()
            .any(|known| crate::domain::class_name::same_class(known, &class))
        {
            known.push(class);
        }
    }
    known
}

/// How a class is named that others are compared with.
const COMPARED: [&str; 9] = [
    " than ",
    " unlike ",
    " compared ",
    " same as ",
    " as in ",
    " like in ",
    " as good as ",
    " not like ",
    " again ",
];

/// Whether `said` compares one class with another.
#[must_use]
pub fn compares(said: &str) -> bool {
    let padded = format!(" {said} ");
    COMPARED.iter().any(|phrase| padded.contains(phrase))
}

/// Before this hour a time without "am" is one of the afternoon.
const MORNING: u32 = 7;

/// The time that `text` says something was at: "at 5.20pm".
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let lower = text.to_lowercase();
    let mut parts = lower.split_whitespace().skip_while(|part| *part != "at").skip(1);
    let part = parts
        .next()?
        .trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let bare = part.trim_end_matches("am").trim_end_matches("pm");
    let (hours, minutes) = bare
        .split_once([':', '.'])
        .or_else(|| (bare != part).then_some((bare, "0")))?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let afternoon = hours < 12 && (part.ends_with("pm") || (hours < MORNING && !part.ends_with("am")));
    NaiveTime::from_hms_opt(if afternoon { hours + 12 } else { hours }, minutes, 0)
}

/// The class that `part` and the word after it name.
fn year(part: &str, next: &str) -> Option<String> {
    if matches!(part, "reception" | "nursery" | "eyfs") {
        return Some(if part == "nursery" { "Nursery" } else { "Reception" }.into());
    }
    if part == "foundation" && next == "stage" {
        return Some("Reception".into());
    }
    if part == "yr" && !next.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some("Reception".into());
    }
    if YEAR.contains(&part) && next == "r" {
        return Some("Reception".into());
    }
    let number = if YEAR.contains(&part) {
        next
    } else {
        YEAR.iter().rev().find_map(|year| part.strip_prefix(year))?
    };
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let which = number.strip_prefix(digits.as_str())?;
    let is_year = digits.parse::<u32>().is_ok_and(|year| (1..=13).contains(&year));
    let is_class = which.chars().count() <= 1 && which.chars().all(char::is_alphabetic);
    (is_year && is_class).then(|| format!("Year {number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_found_where_something_was_at_it() {
        let at = |hours, minutes| NaiveTime::from_hms_opt(hours, minutes, 0);
        assert_eq!(time("SENDCO at 5.20pm said so"), at(17, 20));
        assert_eq!((time("at 3pm"), time("seen at 9:22,")), (at(15, 0), at(9, 22)));
        assert_eq!((time("looked at 12 books"), time("at last")), (None, None));
    }

    #[test]
    fn classes_are_found_wherever_they_stand() {
        for (text, expected) in [
            ("Y6 - all on task", "Year 6"),
            ("in yr 5 and Year 5 again", "Year 5"),
            ("better in Y2 than in Y1", "Year 2, Year 1"),
            ("YR: five frames", "Reception"),
            ("Reception, five frames", "Reception"),
            ("Oak class were calm", "Oak class"),
            ("all pupils, 9 of 27, for years", ""),
            ("year on year", ""),
        ] {
            assert_eq!(
                classes(text, &["Oak class", "Year 6"]).join(", "),
                expected,
                "{text}"
            );
        }
    }
}
