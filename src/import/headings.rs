//! Whose a column is, told by more than the name of a group: "Who (Reviewer 1)", "R1", "Head A", "2nd reviewer".

use super::{groups, scan::Scan, vocabulary::Vocabulary, wording};

/// How the first to fourth of several are counted.
const COUNTED: [(&str, &[&str]); 4] = [
    ("1", &["1st", "first"]),
    ("2", &["2nd", "second"]),
    ("3", &["3rd", "third"]),
    ("4", &["4th", "fourth"]),
];
/// So many words may stand before the group's name.
const MOST_BEFORE: usize = 3;

/// The group or reviewer that a heading names behind other words, or in short.
pub(super) fn group_in(heading: &str, words: &Vocabulary) -> Option<String> {
    let heading = heading.trim();
    behind(heading, words)
        .or_else(|| lettered(heading))
        .or_else(|| counted(heading, words))
}

/// "Who (Reviewer 1)", "Activity for Reviewer 1", "Visits - Group 2".
fn behind(heading: &str, words: &Vocabulary) -> Option<String> {
    let cuts = heading
        .char_indices()
        .filter(|(_, letter)| *letter == '(' || letter.is_whitespace());
    cuts.filter_map(|(at, _)| heading.split_at_checked(at))
        .find_map(|(before, name)| {
            let bare =
                name.trim_matches(|letter: char| matches!(letter, '(' | ')') || letter.is_whitespace());
            let (group, rest) = groups::at_start(bare, words)?;
            let joined = name.starts_with('(')
                || before.ends_with(wording::is_dash)
                || wording::words(before)
                    .last()
                    .is_some_and(|word| ["for", "of", "with"].contains(&word.as_str()));
            let short = (1..=MOST_BEFORE).contains(&wording::words(before).len());
            (joined && short && rest.is_empty()).then_some(group)
        })
}

/// "R1" is Reviewer 1; "Head A" keeps its name.
fn lettered(heading: &str) -> Option<String> {
    if let Some(number) = heading.strip_prefix(['R', 'r'])
        && number.len() == 1
        && ('1'..='9').any(|digit| number.starts_with(digit))
    {
        return Some(format!("Reviewer {number}"));
    }
    let mut scan = Scan::new(heading);
    let head = scan.word(&["head", "headteacher", "head teacher", "school", "visitor"]);
    let letter = scan.spaces().letters();
    let one = letter.len() == 1 && letter.starts_with(|letter: char| letter.is_ascii_uppercase());
    (head && one && scan.rest.is_empty()).then(|| heading.to_string())
}

/// "1st reviewer", "Second group".
fn counted(heading: &str, words: &Vocabulary) -> Option<String> {
    let mut scan = Scan::new(heading);
    let (number, _) = COUNTED.iter().find(|(_, spellings)| scan.word(spellings))?;
    let what = scan.spaces().rest;
    let (group, rest) =
        groups::at_start(&format!("{what} {number}"), words).map(|(name, rest)| (name, rest.is_empty()))?;
    rest.then_some(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_reviewers_are_known_by_many_names() {
        let words = Vocabulary::default();
        for (heading, group) in [
            ("Who (Reviewer 1)", "Reviewer 1"),
            ("Activity for Reviewer 2", "Reviewer 2"),
            ("Visits - Group 2", "Group 2"),
            ("R1", "Reviewer 1"),
            ("Head A", "Head A"),
            ("1st reviewer", "Reviewer 1"),
            ("Second group", "Group 2"),
        ] {
            assert_eq!(group_in(heading, &words).as_deref(), Some(group), "{heading}");
        }
        for heading in [
            "Room",
            "R",
            "Head",
            "Headlines",
            "Activity (all)",
            "First break",
            "Activity",
            "RE",
        ] {
            assert_eq!(group_in(heading, &words), None, "{heading}");
        }
    }
}
