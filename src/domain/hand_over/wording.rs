//! What mail programs do to text without changing a word: spaces, quotes and dashes. Text is compared in a plain form
//! that they leave alone, and what was not plain in the original is noted beside it.

use serde::{Deserialize, Serialize};

/// A place in plain text at which the original has something else: position and length there, in characters, and the
/// characters of the original by number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend(usize, usize, Vec<u32>);

/// A text on its way: as it is written down, and how to get the original back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What people read: the original with plain quotes, dashes and spaces, and round brackets for curly ones.
    pub written: String,
    /// How to get the original from the plain form of what is written.
    pub mends: Vec<Mend>,
}

/// What a character is to a mail program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Space of any kind, a line break, and the signs that mark a line as quoted.
    Blank,
    /// Nothing that can be seen.
    Unseen,
    Dash,
    Dot,
    Other,
}

fn sort(letter: char) -> Sort {
    match letter {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe0e}'
        | '\u{fe0f}'
        | '\u{feff}' => Sort::Unseen,
        '>' | '|' => Sort::Blank,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Sort::Dash,
        '.' | '\u{2026}' => Sort::Dot,
        _ if letter.is_whitespace() || letter.is_control() => Sort::Blank,
        _ => Sort::Other,
    }
}

/// The plain form of a single character.
fn plain_letter(letter: char) -> char {
    match letter {
        '\u{2018}'..='\u{201b}' | '\u{b4}' | '`' | '\u{2032}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' => '"',
        '{' => '(',
        '}' => ')',
        _ => letter,
    }
}

/// The runs of `text` of which each has one plain form.
fn runs(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let first = sort(first);
        let end = match first {
            Sort::Other => rest.chars().next().map_or(0, char::len_utf8),
            _ => rest
                .find(|letter| sort(letter) != first && sort(letter) != Sort::Unseen)
                .unwrap_or(rest.len()),
        };
        let (run, after) = rest.split_at(end);
        runs.push(run);
        rest = after;
    }
    runs
}

/// The plain form of a run.
fn plain_run(run: &str) -> String {
    match run.chars().next().map(sort) {
        Some(Sort::Blank) => " ".into(),
        Some(Sort::Dash) => "-".into(),
        Some(Sort::Dot) => {
            let seen = run.chars().filter(|letter| sort(*letter) == Sort::Dot);
            let dots = seen
                .map(|letter| if letter == '.' { 1 } else { 3 })
                .sum::<usize>();
            ".".repeat(dots.min(3))
        }
        Some(Sort::Other) => run.chars().map(plain_letter).collect(),
        Some(Sort::Unseen) | None => String::new(),
    }
}

/// The plain form of `text`: what is left of it whichever mail programs it came through.
#[must_use]
pub fn plain(text: &str) -> String {
    let whole: String = runs(text).into_iter().map(plain_run).collect();
    // Where something unseen stood between two spaces there are two runs.
    let mut plain = String::with_capacity(whole.len());
    for letter in whole.trim_matches(' ').chars() {
        if letter != ' ' || !plain.ends_with(' ') {
            plain.push(letter);
        }
    }
    plain
}

/// `text` as it is written down.
#[must_use]
pub fn sent(text: &str) -> Sent {
    let last = text
        .trim_end_matches(|letter| matches!(sort(letter), Sort::Blank | Sort::Unseen))
        .len();
    let (mut plain, mut written, mut mends) = (String::new(), String::new(), Vec::new());
    let (mut length, mut at) = (0, 0);
    for run in runs(text) {
        let mut form = plain_run(run);
        if form == " " && (at >= last || plain.is_empty() || plain.ends_with(' ')) {
            form.clear();
        }
        at += run.len();
        let letters = form.chars().count();
        if form != run {
            let codes = run.chars().map(u32::from).collect();
            mends.push(Mend(length, letters, codes));
        }
        written.push_str(&if form == " " {
            shown_blank(run)
        } else {
            form.clone()
        });
        length += letters;
        plain.push_str(&form);
    }
    Sent { written, mends }
}

/// A run of blanks as people see it: a quoting sign that somebody typed stays.
fn shown_blank(run: &str) -> String {
    let mut shown = String::new();
    for letter in run.chars() {
        if matches!(letter, '>' | '|') {
            shown.push(letter);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    shown
}

/// The original of `plain`; `None` if the mends are not for it.
#[must_use]
pub fn mended(plain: &str, mends: &[Mend]) -> Option<String> {
    let letters: Vec<char> = plain.chars().collect();
    let mut text = String::with_capacity(plain.len());
    let mut done = 0;
    for Mend(at, length, codes) in mends {
        text.extend(letters.get(done..*at)?);
        for code in codes {
            text.push(char::from_u32(*code)?);
        }
        done = at.checked_add(*length)?;
    }
    text.extend(letters.get(done..)?);
    Some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn back(text: &str) -> String {
        let sent = sent(text);
        mended(&plain(&sent.written), &sent.mends).unwrap()
    }

    #[test]
    fn what_mail_programs_do_makes_no_difference() {
        let same = [
            (
                "it's \"small\" steps - all",
                "it\u{2019}s \u{201c}small\u{201d}\n> steps \u{2013}\u{a0}all ",
            ),
            ("wait... then", "wait\u{2026} \u{200b}then"),
            ("one two", "one\r\n> | two"),
        ];
        for (one, other) in same {
            assert_eq!(plain(one), plain(other));
        }
        for (one, other) in [
            ("9 of 27", "9 of 28"),
            ("not all", "now all"),
            ("nowhere", "no where"),
            ("a.b", "ab"),
        ] {
            assert_ne!(plain(one), plain(other));
        }
    }

    #[test]
    fn plain_text_needs_no_mends_and_people_see_what_was_typed() {
        let typed = "9 of 27 use cubes, \"why\" isn't said - yet";
        assert_eq!(
            sent(typed),
            Sent {
                written: typed.into(),
                mends: Vec::new()
            }
        );
        assert_eq!(
            sent("more -> less | equal {x}").written,
            "more -> less | equal (x)"
        );
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(text in "[ab .\\-'\"\u{2019}\u{201c}\u{2013}\u{2026}>|{}\n\t\u{a0}\u{200b}é]{0,40}|\\PC{0,30}") {
            prop_assert_eq!(back(&text), text.clone());
            prop_assert_eq!(plain(&plain(&text)), plain(&text));
        }
    }
}
