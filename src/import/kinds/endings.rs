//! Titles that say that the day is over.

use crate::import::wording;

/// Words that say that the day is over.
const ENDINGS: [&str; 15] = [
    "finish",
    "finishes",
    "end",
    "ends",
    "close",
    "closes",
    "depart",
    "departs",
    "departure",
    "departures",
    "leave",
    "goodbye",
    "goodbyes",
    "farewell",
    "hometime",
];
/// Words that stand beside those and say nothing else.
const AROUND_ENDINGS: [&str; 32] = [
    "by",
    "approx",
    "approximately",
    "about",
    "around",
    "latest",
    "tbc",
    "of",
    "the",
    "a",
    "and",
    "review",
    "reviews",
    "peer",
    "day",
    "visit",
    "morning",
    "afternoon",
    "session",
    "school",
    "visitors",
    "visiting",
    "heads",
    "reviewers",
    "team",
    "all",
    "thanks",
    "thank",
    "you",
    "for",
    "at",
    "meeting",
];

/// Whether `title` says nothing but that the day is over: "End", "Close of review", "Visitors depart", "End of day 1".
pub(in crate::import) fn is_ending(title: &str) -> bool {
    let mut words = wording::words(title);
    if words
        .last()
        .is_some_and(|word| word.chars().all(|letter| letter.is_ascii_digit()))
    {
        words.pop();
    }
    if let Some(at) = words.windows(2).position(|pair| pair == ["home", "time"]) {
        words.splice(at..=at + 1, ["hometime".to_string()]);
    }
    let ends = words.iter().any(|word| ENDINGS.contains(&word.as_str()));
    ends && words
        .iter()
        .all(|word| ENDINGS.contains(&word.as_str()) || AROUND_ENDINGS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_day_has_many_names() {
        for title in [
            "End",
            "Finish",
            "Close",
            "Depart",
            "Close of review",
            "Visitors depart",
            "End of day 1",
            "Thank you and goodbye",
            "Finish by",
            "Finish (approx)",
            "Home time",
        ] {
            assert!(is_ending(title), "{title}");
        }
        for title in [
            "",
            "Close reading",
            "End of key stage data",
            "Feedback",
            "Thanks",
            "Home learning time",
            "The school day",
        ] {
            assert!(!is_ending(title), "{title}");
        }
    }
}
