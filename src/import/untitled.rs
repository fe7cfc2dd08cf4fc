//! Names of people that stand without a title in the words of a timetable: "Working lunch w/ Anyname", "Meet the head,
//! Jo Surname".
//!
//! A forename that is no other word is one wherever it stands. Any other word has to be unknown, and to stand where
//! people do: behind "with", or behind a comma together with a surname.

use super::{staff, wording};
use crate::domain::conduct::naming;

/// No name has more words.
const MOST_WORDS: usize = 3;
/// Words before those whom one meets.
const WITH: [&str; 13] = [
    "with",
    "w/",
    "w",
    "meet",
    "meeting",
    "see",
    "seeing",
    "interview",
    "interviewing",
    "join",
    "joining",
    "shadow",
    "thank",
];
/// Two words before somebody, where the second may stand before a place or a thing as well.
const LEADING: [(&str, &[&str]); 3] = [
    (
        "by",
        &[
            "led",
            "hosted",
            "run",
            "chaired",
            "facilitated",
            "taught",
            "given",
            "delivered",
            "presented",
            "guided",
            "accompanied",
            "escorted",
        ],
    ),
    (
        "from",
        &[
            "welcome",
            "presentation",
            "input",
            "update",
            "overview",
            "talk",
            "feedback",
            "briefing",
        ],
    ),
    (
        "to",
        &[
            "feedback", "back", "report", "talk", "talking", "speak", "speaking", "listen",
        ],
    ),
];
/// What follows the name of a place or a school.
const PLACES: [&str; 26] = [
    "primary",
    "school",
    "schools",
    "academy",
    "junior",
    "juniors",
    "infant",
    "infants",
    "trust",
    "federation",
    "hall",
    "room",
    "house",
    "class",
    "building",
    "centre",
    "college",
    "church",
    "nursery",
    "suite",
    "cluster",
    "hub",
    "wing",
    "block",
    "studio",
    "library",
];
/// What may follow a name in small letters; anything else would be what the word before it describes.
const BEHIND: [&str; 18] = [
    "and", "then", "in", "at", "on", "from", "to", "re", "about", "for", "who", "before", "after", "until",
    "during", "if", "or", "with",
];

/// The name that `text` begins with, where `before` stands before it; gives what follows.
pub(super) fn at_start<'a>(before: &str, text: &'a str) -> Option<&'a str> {
    forename(before, text).or_else(|| stranger(before, text))
}

/// As [`at_start`], of a forename that is no other word, with what belongs to it.
pub(super) fn forename<'a>(before: &str, text: &'a str) -> Option<&'a str> {
    let (first, _) = word(text)?;
    let saint = ["st", "st.", "saint"].contains(&last_word(before).as_str());
    if saint || !naming::is_forename(first) || naming::is_taught_about(text) {
        return None;
    }
    let (_, rest) = whole(text)?;
    (!is_place(rest)).then_some(rest)
}

/// Whether `text` is nothing but a name.
pub(super) fn is_all(text: &str) -> bool {
    forename("", text).is_some_and(|rest| rest.trim().is_empty())
}

/// A name of words that nobody knows, where only people stand.
fn stranger<'a>(before: &str, text: &'a str) -> Option<&'a str> {
    let (first, _) = word(text)?;
    let is_shouted = first.chars().all(|letter| !letter.is_lowercase());
    if is_shouted || !may_be_named(first) {
        return None;
    }
    let (count, rest) = whole(text)?;
    if is_place(rest) || naming::is_taught_about(text) {
        return None;
    }
    let is_several = first.ends_with('s') && !first.ends_with("ss") && !rest.starts_with('\'');
    let alone = is_among_people(before) && ends(rest) && !is_several;
    let mark = before.trim_end().ends_with([',', '(', ':', ';', '/', '&', '+'])
        || before.trim_end().ends_with(wording::is_dash)
        || before.trim().is_empty();
    let full = count > 1 && (is_among_people(before) || mark && ends(rest));
    (alone || full).then_some(rest)
}

/// The words of the name that `text` begins with, in number, and what follows them.
fn whole(text: &str) -> Option<(usize, &str)> {
    let (_, mut rest) = word(text)?;
    let mut count = 1;
    while count < MOST_WORDS
        && let Some((next, after)) = rest.strip_prefix(' ').and_then(word)
    {
        let initial = next.chars().count() == 1 && !["A", "I"].contains(&next);
        if !(initial || may_be_named(next) || naming::is_surname_too(next) && ends(after)) {
            break;
        }
        rest = after.strip_prefix('.').filter(|_| initial).unwrap_or(after);
        count += 1;
    }
    Some((count, rest))
}

/// The word with a capital that `text` begins with, and what follows.
fn word(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = staff::word_of_a_name(text);
    word.starts_with(char::is_uppercase).then_some((word, rest))
}

fn may_be_named(word: &str) -> bool {
    word.chars().count() > 1 && naming::may_be_a_name(word) && !staff::says_what_is_done(word)
}

/// Whether the name of a person stands behind these words.
fn is_among_people(before: &str) -> bool {
    let words: Vec<String> = before.split_whitespace().map(str::to_lowercase).collect();
    let [.., last] = words.as_slice() else {
        return false;
    };
    let last = last.trim_start_matches('(');
    if ["and", "&", "+"].contains(&last) {
        return words
            .iter()
            .any(|word| ["with", "w/", "meet"].contains(&word.as_str()));
    }
    let pair = words.len().checked_sub(2).and_then(|at| words.get(at));
    let led = pair.is_some_and(|first| {
        let first = first.trim_start_matches('(');
        LEADING
            .iter()
            .any(|(second, firsts)| *second == last && firsts.contains(&first))
    });
    led || WITH.contains(&last)
}

/// Whether the words of a name are over there, and are not said of what follows.
fn ends(rest: &str) -> bool {
    let next = rest.strip_prefix("'s").unwrap_or(rest).trim_start();
    let first = wording::words(next).into_iter().next().unwrap_or_default();
    !next.starts_with(char::is_alphanumeric) || BEHIND.contains(&first.as_str()) || rest.starts_with("'s")
}

fn is_place(rest: &str) -> bool {
    let next = wording::words(rest.strip_prefix("'s").unwrap_or(rest))
        .into_iter()
        .next();
    let owns = rest.starts_with("'s");
    !owns && rest.starts_with(' ') && next.is_some_and(|next| PLACES.contains(&next.as_str()))
}

fn last_word(text: &str) -> String {
    text.split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_title_are_told_where_people_stand() {
        for (before, text, rest) in [
            ("working lunch w/ ", "Sunil", ""),
            ("Meet the head, ", "Jo Surname", ""),
            ("Meet the SENDCO - ", "Jo Surname", ""),
            ("Tour with ", "Asha", ""),
            ("Tour with ", "Anyname and pupils", " and pupils"),
            ("Tour (led by ", "Anyname)", ")"),
            ("Meeting with the SENDCO and ", "Anyname", ""),
            ("Welcome from ", "Anyname", ""),
            ("Feed back to ", "Anyname, SENDCO", ", SENDCO"),
            ("", "Sunil to show data", " to show data"),
            ("", "Jo Surname: data", ": data"),
            ("books in ", "Asha's room", "'s room"),
            ("MEET ", "SUNIL", ""),
            ("Tour with ", "Sarah White", ""),
        ] {
            assert_eq!(at_start(before, text), Some(rest), "{before}{text}");
        }
    }

    #[test]
    fn plain_words_and_places_are_no_names() {
        for (before, text) in [
            ("Meet ", "SENDCO"),
            ("Lunch with ", "School Council"),
            ("Tour with ", "Pupils"),
            ("Meeting with ", "Year 6"),
            ("Discussion with ", "Governors"),
            ("Meeting with ", "Anyname Primary"),
            ("Meeting with ", "Anyname heads"),
            ("Meeting with ", "MAT leaders"),
            ("Lunch with ", "Playleaders"),
            ("Lunch with ", "Ambassadors"),
            ("Visit to ", "Anyname"),
            ("", "Anyname"),
            ("Mass at St ", "Oliver's"),
            ("", "Oliver class"),
            ("", "Florence Nightingale topic"),
            ("Session with ", "Kagan structures"),
            ("Meet ", "Phonics Lead"),
        ] {
            assert_eq!(at_start(before, text), None, "{before}{text}");
        }
    }
}
