//! A sealed hand-over, found in a file or a mail whatever it went through: quoted, wrapped or in HTML.

use super::hand_over;
use crate::domain::hand_over::brought::{SEALED_FIRST, SEALED_MARKS as MARKS};

/// How its first bytes read where it is armoured, and where it is not.
const FIRST: [&str; 2] = [SEALED_FIRST, "age-encryption.org/v1"];
/// Letters in a row of the armour.
const ROW: usize = 64;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sealed {
    /// It is whole as far as one can tell before it is opened; as whoever sealed it wrote it.
    Whole(Vec<u8>),
    /// Something of it is missing, or what is no part of it got into it.
    Damaged,
}

/// The sealed hand-over in `bytes`; `None` if there is none. One of the three marks by which it is known may be damaged.
#[must_use]
pub fn sealed(bytes: &[u8]) -> Option<Sealed> {
    if bytes.starts_with(FIRST[1].as_bytes()) {
        return Some(Sealed::Whole(bytes.to_vec()));
    }
    let texts = hand_over::texts(bytes).ok()?;
    let found: Vec<Sealed> = texts.iter().filter_map(|text| armour(text)).collect();
    let whole = found.iter().find(|found| matches!(found, Sealed::Whole(_)));
    whole.or(found.first()).cloned()
}

fn armour(text: &str) -> Option<Sealed> {
    let (from, to) = (text.find(MARKS[0]), text.rfind(MARKS[1]));
    let body = from
        .zip(to)
        .and_then(|(from, to)| text.get(from + MARKS[0].len()..to));
    if let Some(body) = body.map(bare)
        && is_base64(&body)
    {
        return Some(Sealed::Whole(armoured(&body)));
    }
    let known = from.is_some() || to.is_some() || bare(text).contains(FIRST[0]);
    known.then_some(Sealed::Damaged)
}

/// The text without what a mail program puts into it, and without the dashes around the marks.
fn bare(text: &str) -> String {
    let added = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '>' | '-' | '\u{2010}'..='\u{2015}' | '\u{200b}' | '\u{feff}'
            )
    };
    text.chars().filter(|letter| !added(*letter)).collect()
}

fn is_base64(body: &str) -> bool {
    let letters = body.trim_end_matches('=');
    let padding = body.len() - letters.len();
    let known = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'+' | b'/');
    !letters.is_empty() && padding <= 2 && body.len().is_multiple_of(4) && letters.bytes().all(known)
}

fn armoured(body: &str) -> Vec<u8> {
    let mut lines = format!("-----{}-----\n", MARKS[0]).into_bytes();
    for row in body.as_bytes().chunks(ROW) {
        lines.extend_from_slice(row);
        lines.push(b'\n');
    }
    lines.extend(format!("-----{}-----\n", MARKS[1]).into_bytes());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> String {
        let body = format!("{}{}", FIRST[0], "Aa0+/".repeat(20));
        String::from_utf8(armoured(&body)).unwrap()
    }

    #[test]
    fn it_is_found_whatever_a_mail_did_to_it() {
        let text = whole();
        let quoted: Vec<String> = text.lines().map(|line| format!("> > {line}\r\n")).collect();
        let flat = text.replace('\n', " ");
        let wrapped = text.replace("0+/A", "0+/\r\n  A");
        let dashes = text.replace("-----", "\u{2014}\u{2013}-");
        let html = text.replace('\n', "<br>\n");
        let mail = format!("Hello,\n\nhere they are:\n\n{text}\nSee you - Friday!\n");
        for came in [text.clone(), quoted.concat(), flat, wrapped, dashes, html, mail] {
            assert_eq!(
                sealed(came.as_bytes()),
                Some(Sealed::Whole(text.clone().into_bytes())),
                "{came}"
            );
        }
    }

    #[test]
    fn what_is_damaged_is_still_known_for_one() {
        let text = whole();
        let half: String = text.chars().take(text.len() / 2).collect();
        let damaged = [
            half,
            text.replace("BEGIN", "BEGAN"),
            text.replace("END", "ENDE"),
            text.replacen("Aa0", "A*0", 1),
            text.replacen("Aa0", "A0", 1),
        ];
        for came in damaged {
            assert_eq!(sealed(came.as_bytes()), Some(Sealed::Damaged), "{came}");
        }
    }

    #[test]
    fn notes_are_none() {
        for text in [
            "",
            "at the age of ten\nY5 boys - begin, then end",
            "{knownow hand-over}",
        ] {
            assert_eq!(sealed(text.as_bytes()), None, "{text}");
        }
        assert_eq!(
            sealed(b"age-encryption.org/v1\n-> scrypt"),
            Some(Sealed::Whole(b"age-encryption.org/v1\n-> scrypt".to_vec()))
        );
    }
}
