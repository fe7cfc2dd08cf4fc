//! The names of groups: "Group 1", "Reviewer B", "Head of School C".

use super::{scan::Scan, vocabulary::Vocabulary};

const WORDS: [&str; 12] = [
    "group",
    "grp",
    "reviewer",
    "team",
    "track",
    "pair",
    "visitor",
    "observer",
    "strand",
    "reviewers",
    "groups",
    "gp",
];
const NUMBERS: [(&str, &str); 6] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("i", "1"),
    ("ii", "2"),
];
/// What in the heading of a column names somebody of the review team.
const ROLES: [&str; 12] = [
    "head of",
    "headteacher of",
    "head teacher of",
    "ht of",
    "facilitator",
    "sip",
    "ht",
    "school improvement partner",
    "deputy head",
    "lead reviewer",
    "peer reviewer",
    "exec head",
];

/// Whether `text` names somebody of the review team by role, and nothing that is done: "Head of School B and SIP".
pub(super) fn is_of_team(text: &str) -> bool {
    let roles = ROLES.iter().filter(|role| !["ht", "deputy head"].contains(role));
    roles.into_iter().any(|role| Scan::new(text).word(&[*role]))
}

/// The group that `text` begins with, as the model spells it or as on the screen, and what follows.
pub(super) fn at_start<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    known(text, words)
        .or_else(|| counted(text, words))
        .or_else(|| lettered(text))
}

/// Words behind or before a group's name that say no more than that its list stands below.
const LISTS: [&str; 5] = ["timetable", "programme", "schedule", "itinerary", "route"];

/// The group whose list a line stands above, and what else it says: "Group 1 timetable (SIP)", "Programme for Group 2".
pub(super) fn of_list<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let mut ahead = Scan::new(text);
    if ahead.word(&LISTS) {
        let joined =
            ahead.spaces().sign(|letter| letter == ':') || ahead.dash() || ahead.word(&["for", "of"]);
        return at_start(ahead.spaces().rest, words).filter(|_| joined);
    }
    let (group, rest) = at_start(text, words)?;
    let mut behind = Scan::new(rest);
    let listed = behind.spaces().word(&LISTS);
    Some((group, if listed { behind.rest } else { rest }))
}

/// "A team: 5L, 6M" is Team A; "A team of reviewers" is none.
fn lettered(text: &str) -> Option<(String, &str)> {
    let mut scan = Scan::new(text);
    let letter = scan.letters();
    let one = letter.len() == 1 && ('A'..='H').any(|known| letter.starts_with(known));
    let words = [("team", "Team"), ("group", "Group"), ("pair", "Pair")];
    let (_, word) = words.into_iter().find(|(word, _)| scan.spaces().word(&[word]))?;
    let rest = scan.rest.trim_start();
    let ends = rest.is_empty()
        || rest.starts_with([':', '(', ')', ',', ';', '/', '&', '+', '|'])
        || rest.starts_with(super::wording::is_dash);
    (one && ends).then(|| (format!("{word} {letter}"), scan.rest))
}

/// The group that the heading of a column names; there a role is one too.
pub(super) fn of_column(text: &str, words: &Vocabulary) -> Option<String> {
    let text = text.trim();
    let mut scan = Scan::new(text);
    let _ = scan.word(&["class", "classes"]);
    let behind = scan.spaces().rest;
    if let Some((name, rest)) = at_start(text, words).or_else(|| at_start(behind, words)) {
        let beside = super::wording::trimmed(rest);
        return Some(if beside.is_empty() {
            name
        } else {
            format!("{name}{rest}")
        });
    }
    // "R1" above a column is a reviewer.
    if let Some((name, ":")) = counted(&format!("{text}:"), words) {
        return Some(name);
    }
    super::headings::group_in(text, words).or_else(|| Scan::new(text).word(&ROLES).then(|| text.to_string()))
}

fn known<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let mut names: Vec<&String> = words
        .groups
        .iter()
        .filter(|name| !name.trim().is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter().find_map(|name| {
        let mut scan = Scan::new(text);
        scan.word(&[name.to_lowercase().as_str()])
            .then(|| (name.clone(), scan.rest))
    })
}

/// "Group 1", "Group A", "Reviewer one", "Team 2", "G1".
fn counted<'a>(text: &'a str, words: &Vocabulary) -> Option<(String, &'a str)> {
    let mut scan = Scan::new(text);
    let word = scan.letters().to_lowercase();
    let short = ["g", "gp", "grp"].contains(&word.as_str());
    let digit_next = scan.rest.starts_with(|letter: char| letter.is_ascii_digit());
    // "R1: Y6, Y5" is a reviewer; "R1" behind a time may be a class.
    let reviewer = digit_next && text.starts_with('R') && word == "r" && is_named_by_sign(scan.rest);
    let fits = WORDS.contains(&word.as_str()) || (short && digit_next) || reviewer;
    if !fits {
        return None;
    }
    let number = number(scan.spaces())?;
    let word = match word.trim_end_matches('s') {
        "g" | "gp" | "grp" => "group".to_string(),
        "r" => "reviewer".to_string(),
        word => word.to_string(),
    };
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    let name = format!("{}{} {number}", first.unwrap_or_default(), letters.as_str());
    let spelled = words
        .groups
        .iter()
        .find(|known| known.eq_ignore_ascii_case(&name));
    Some((spelled.cloned().unwrap_or(name), scan.rest))
}

/// Whether a digit, and behind it a sign which says that it is the name of somebody, stand there.
fn is_named_by_sign(text: &str) -> bool {
    let behind = text.get(1..).map(str::trim_start);
    behind.is_some_and(|behind| behind.starts_with([':', ')', '=']) || behind.starts_with("- "))
}

/// A number from 1 to 9, a capital from A to H, or a number as a word.
fn number(scan: &mut Scan) -> Option<String> {
    if let Some(digits) = scan.digits() {
        let small = digits.len() == 1 && digits != "0" && scan.at_edge();
        return small.then(|| digits.to_string());
    }
    let word = scan.letters();
    if !scan.at_edge() {
        return None;
    }
    let spelled = NUMBERS
        .iter()
        .find(|(spelled, _)| word.eq_ignore_ascii_case(spelled));
    let letter = word.len() == 1 && ('A'..='H').any(|letter| word.starts_with(letter));
    spelled
        .map(|(_, number)| (*number).to_string())
        .or_else(|| letter.then(|| word.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_as_people_write_them() {
        let words = Vocabulary::default();
        for (text, name, rest) in [
            ("Group 1", "Group 1", ""),
            ("GROUP 1:", "Group 1", ":"),
            ("group one - 9:15 Y6", "Group 1", " - 9:15 Y6"),
            ("Reviewer 2", "Reviewer 2", ""),
            ("Team A (Head of School B)", "Team A", " (Head of School B)"),
            ("G2: Y5", "Group 2", ": Y5"),
            ("A team: 5L", "Team A", ": 5L"),
            ("B group", "Group B", ""),
            ("R1: Y6", "Reviewer 1", ": Y6"),
            ("R2) and", "Reviewer 2", ") and"),
        ] {
            assert_eq!(at_start(text, &words), Some((name.to_string(), rest)), "{text}");
        }
        for text in [
            "Groups of pupils",
            "Group",
            "Group work",
            "Governor",
            "G",
            "Group 12",
            "Team meeting",
            "A team of reviewers",
            "A group discussion",
            "R1",
            "R1, R2",
            "Reception: R",
        ] {
            assert_eq!(at_start(text, &words), None, "{text}");
        }
    }

    #[test]
    fn a_role_heads_a_column() {
        let words = Vocabulary {
            groups: vec!["Reviewer 1".into()],
            ..Vocabulary::default()
        };
        assert_eq!(of_column("REVIEWER 1", &words).as_deref(), Some("Reviewer 1"));
        assert_eq!(
            of_column("Head of School B", &words).as_deref(),
            Some("Head of School B")
        );
        assert_eq!(of_column("Class G1", &words).as_deref(), Some("Group 1"));
        assert_eq!(of_column("Grp A", &words).as_deref(), Some("Group A"));
        assert_eq!(of_column("Gp 2", &words).as_deref(), Some("Group 2"));
        assert_eq!(of_column("Class", &words), None);
        assert_eq!(of_column("Activity", &words), None);
    }
}
