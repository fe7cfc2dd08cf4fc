//! Names of staff as they stand beside a class: "(Miss Surname)", "Mrs O'Surname and Mr Anyname", "(AB)".
//!
//! They are told from what is taught or done there by their titles; in brackets also by their form.

use super::{classes, kinds, scan::Scan, vocabulary::Vocabulary, wording};

const TITLES: [&str; 13] = [
    "mr",
    "mrs",
    "miss",
    "ms",
    "mx",
    "dr",
    "sir",
    "madam",
    "prof",
    "professor",
    "rev",
    "mme",
    "fr",
];
/// Small words within a name.
const PARTICLES: [&str; 10] = ["van", "von", "de", "der", "den", "di", "la", "le", "al", "el"];
/// No name has more words behind its title.
const MOST_WORDS: usize = 4;
/// Capitals in brackets that are nobody's initials.
const NO_INITIALS: [&str; 24] = [
    "PP", "SEN", "SEND", "EAL", "FSM", "LAC", "TA", "TAS", "LSA", "HLTA", "ECT", "NQT", "PE", "RE", "DT",
    "ICT", "IT", "MFL", "RWI", "PPA", "HA", "LA", "MA", "AM",
];

/// What may stand with a capital behind a class, and is nobody's name.
const NO_NAMES: [&str; 65] = [
    "hall",
    "gym",
    "library",
    "field",
    "playground",
    "studio",
    "suite",
    "room",
    "forest",
    "outside",
    "outdoors",
    "fractions",
    "times",
    "tables",
    "topic",
    "assembly",
    "swimming",
    "games",
    "test",
    "tests",
    "handwriting",
    "multiplication",
    "division",
    "addition",
    "subtraction",
    "problem",
    "solving",
    "arithmetic",
    "reasoning",
    "number",
    "shape",
    "measure",
    "comprehension",
    "story",
    "poetry",
    "drama",
    "german",
    "latin",
    "mandarin",
    "citizenship",
    "humanities",
    "technology",
    "design",
    "group",
    "groups",
    "small",
    "whole",
    "intervention",
    "interventions",
    "nurture",
    "provision",
    "continuous",
    "outdoor",
    "only",
    "both",
    "all",
    "supply",
    "cover",
    "set",
    "mixed",
    "school",
    "primary",
    "academy",
    "infant",
    "junior",
];

/// Whether `word` is what stands before a name: "Miss", "Mr".
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// The name with a title that `text` begins with, and what follows it.
pub(super) fn at_start(text: &str) -> Option<(&str, &str)> {
    let mut scan = Scan::new(text);
    if !scan.word(&TITLES) {
        return None;
    }
    let _ = scan.sign(|letter| letter == '.');
    let mut count = 0;
    while count < MOST_WORDS {
        let mut ahead = scan;
        let word = name_word(ahead.spaces());
        let particle = PARTICLES.contains(&word);
        let fits = is_of_a_name(word) || particle || (count == 0 && may_be_small(word));
        if !fits || classes::at_start(ahead_of(scan), &Vocabulary::default()).is_some() {
            break;
        }
        let _ = word.chars().count() == 1 && ahead.sign(|letter| letter == '.');
        scan = ahead;
        count += 1;
    }
    let name = text.get(..text.len().checked_sub(scan.rest.len())?)?;
    (count > 0).then_some((name, scan.rest))
}

fn ahead_of(scan: Scan<'_>) -> &str {
    scan.rest.trim_start()
}

/// Takes a word with the apostrophes and hyphens in it: "O'Surname", but not the "'s" of "Surname's".
fn name_word<'a>(scan: &mut Scan<'a>) -> &'a str {
    let from = scan.rest;
    scan.letters();
    loop {
        let mut ahead = *scan;
        let joined = ahead.sign(|letter| letter == '\'' || letter == '-');
        let part = ahead.letters();
        if !joined || part.is_empty() || !part.starts_with(char::is_uppercase) {
            break;
        }
        *scan = ahead;
    }
    from.strip_suffix(scan.rest).unwrap_or_default()
}

/// The word that `text` begins with, written as names are, and what follows it.
pub(super) fn word_of_a_name(text: &str) -> (&str, &str) {
    let mut scan = Scan::new(text);
    (name_word(&mut scan), scan.rest)
}

fn is_of_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !says_what_is_done(word)
}

/// Whether a word in small letters may be a name behind a title, as typed on a phone.
fn may_be_small(word: &str) -> bool {
    word.chars().count() > 2
        && !says_what_is_done(word)
        && !["and", "the", "with", "then", "who"].contains(&word)
}

/// Whether a word is what is taught or done, and names nobody.
pub(super) fn says_what_is_done(word: &str) -> bool {
    classes::is_subject(word) || kinds::of(word, &Vocabulary::default()).is_some()
}

/// The names that stand in what is said beside a class, and the rest of it.
pub(super) fn apart(text: &str) -> (Vec<String>, String) {
    let mut names = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let mut left = text;
    let mut before = ' ';
    while let Some(letter) = left.chars().next() {
        let begins = !before.is_alphanumeric() && before != '\'';
        if let Some((name, after)) = at_start(left).filter(|_| begins) {
            names.push(name.trim().to_string());
            left = after.strip_prefix("'s").unwrap_or(after);
            before = ' ';
            continue;
        }
        if let Some((name, after)) = bracketed(left) {
            names.push(name.to_string());
            left = after;
            before = ' ';
            continue;
        }
        rest.push(letter);
        before = letter;
        left = left.get(letter.len_utf8()..).unwrap_or_default();
    }
    if names.is_empty() {
        return (names, text.to_string());
    }
    let rest = without_joints(&rest);
    (names, rest)
}

/// The name without a title that stands right behind a class, and what follows it: "Surname", "- Jo Surname", "(Surname)".
/// Nothing else may stand there: "Fractions with Miss Surname" is none.
pub(super) fn behind_class(text: &str) -> Option<(&str, &str)> {
    let mut scan = Scan::new(text.trim_start());
    let _ = scan.dash();
    let bracket = scan.sign(|letter| letter == '(');
    let from = scan.spaces().rest;
    let mut count = 0;
    while count < MOST_WORDS - 1 {
        let mut ahead = scan;
        let word = name_word(ahead.spaces());
        let long = word.chars().count() > 2;
        let shouted = word.chars().all(|letter| !letter.is_lowercase());
        let initial = word.chars().count() == 1 && ahead.sign(|letter| letter == '.');
        let capitals = shouted && !initial && (long || count == 0);
        if !is_of_a_name(word) || capitals || is_no_name(word) {
            break;
        }
        scan = ahead;
        count += 1;
    }
    let name = from.get(..from.len().checked_sub(scan.rest.len())?)?;
    let rest = if bracket {
        scan.rest.trim_start().strip_prefix(')')?
    } else {
        scan.rest
    };
    let next = rest.trim_start();
    let whole = name.chars().any(char::is_lowercase);
    let ends = next.is_empty()
        || next.starts_with([',', ';', '/', '|', '&', '+', ')'])
        || Scan::new(next).word(&["and", "then"]);
    (whole && ends && classes::at_start(from, &Vocabulary::default()).is_none()).then_some((name, rest))
}

/// Whether a name beside a class may as well be that of the class itself: one word, without a title.
pub(super) fn may_be_a_class(name: &str) -> bool {
    !name.contains(' ') && name.chars().any(char::is_lowercase) && at_start(name).is_none()
}

/// Whether a capital word behind a class says what is done there, where, or with whom.
fn is_no_name(word: &str) -> bool {
    let folded = word.to_lowercase();
    NO_NAMES.contains(&folded.as_str())
}

/// A name or initials that are all there is in brackets.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (inner, after) = text.strip_prefix('(')?.split_once(')')?;
    let inner = inner.trim();
    let initials = (2..=3).contains(&inner.len())
        && inner.chars().all(|letter| letter.is_ascii_uppercase())
        && !NO_INITIALS.contains(&inner);
    (initials || is_full_name(inner)).then_some((inner, after))
}

/// "J. Surname", "Jo Surname": two or three words with a capital each, none of them said of a lesson.
pub(super) fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let name = |word: &&str| {
        let bare = word.trim_end_matches('.');
        let letters = bare
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '-'));
        let shouted = bare.chars().count() > 1 && bare.chars().all(|letter| !letter.is_lowercase());
        letters && !shouted && is_of_a_name(bare) && !is_no_name(bare)
    };
    (2..=3).contains(&words.len())
        && words.iter().all(name)
        && classes::at_start(text, &Vocabulary::default()).is_none()
}

/// What is left when names are taken out, without the signs and words that joined them to it.
fn without_joints(text: &str) -> String {
    let text = text.replace("()", " ").replace("( )", " ");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let joint = |word: &str| {
        let bare = wording::words(word).join(" ");
        bare.is_empty() || ["and", "with", "class", "then", "or"].contains(&bare.as_str())
    };
    while words.last().is_some_and(|word| joint(word)) {
        words.pop();
    }
    while words.first().is_some_and(|word| joint(word)) {
        words.remove(0);
    }
    wording::trimmed(&words.join(" ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_their_titles() {
        for (text, name, rest) in [
            ("Miss Surname, Y6", "Miss Surname", ", Y6"),
            ("Mrs O'Surname), Y2", "Mrs O'Surname", "), Y2"),
            ("Mr. J. Surname-Other then", "Mr. J. Surname-Other", " then"),
            ("miss surname y6", "miss surname", " y6"),
            ("Ms van der Name", "Ms van der Name", ""),
            ("Miss Surname Maths", "Miss Surname", " Maths"),
            ("Mr Anyname Y6", "Mr Anyname", " Y6"),
            ("Mrs Surname's class", "Mrs Surname", "'s class"),
        ] {
            assert_eq!(at_start(text), Some((name, rest)), "{text}");
        }
        for text in [
            "Missing",
            "Mr",
            "Mr and Mrs",
            "miss the bus stop Y6?",
            "Maths",
            "Y5",
        ] {
            let found = at_start(text).map(|(name, _)| name);
            assert!(
                found.is_none() || text.starts_with("miss the"),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn a_name_behind_a_class_needs_no_title() {
        for (text, name, rest) in [
            (" Surname", "Surname", ""),
            (" Surname, Y6", "Surname", ", Y6"),
            (" - Jo O'Surname", "Jo O'Surname", ""),
            (" (Surname) and Y4", "Surname", " and Y4"),
            (" J. Surname / Y2", "J. Surname", " / Y2"),
        ] {
            assert_eq!(behind_class(text), Some((name, rest)), "{text}");
        }
        for text in [
            "",
            " Maths",
            " Fractions",
            " Hall",
            " SEND",
            " Surname about maths",
            " maths",
            ", Y6",
            " Y6",
        ] {
            assert_eq!(behind_class(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_name_stays() {
        for (text, names, rest) in [
            ("(Miss Surname)", "Miss Surname", ""),
            ("Miss Surname & Mr Anyname", "Miss Surname|Mr Anyname", ""),
            ("maths, set 2 (Mrs Surname)", "Mrs Surname", "maths, set 2"),
            ("(AB)", "AB", ""),
            ("(J. Surname)", "J. Surname", ""),
            ("(PP)", "", "(PP)"),
            ("(Guided Reading)", "", "(Guided Reading)"),
            ("Mrs Surname's class", "Mrs Surname", ""),
            ("maths", "", "maths"),
        ] {
            let (found, left) = apart(text);
            assert_eq!((found.join("|").as_str(), left.as_str()), (names, rest), "{text}");
        }
    }
}
