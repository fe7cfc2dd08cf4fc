//! How letters are made comparable: plain spaces, quotes and dashes, bullets taken off.

pub(super) use crate::domain::scan::is_dash;

/// Signs that begin an item of a list, as word processors and mail programs write them; the last ones are those of
/// Word's own symbol fonts.
const BULLETS: &str = "•·●○◦▪▫■□‣⁃∙➢➤✓✔►▶❖§*-–—\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}";

/// `text` with plain spaces and quotes, nothing unseen in it, and no space at its ends.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            '\u{2018}' | '\u{2019}' | '\u{201b}' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            _ if letter.is_whitespace() || letter.is_control() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            _ => plain.push(letter),
        }
    }
    plain.trim().to_string()
}

/// The words of `text` in small letters, without apostrophes: "pupils' books" is "pupils", "books".
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('\'', "");
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_string)
        .collect()
}

/// Whether the words of `text` are these, without making them: it is asked for every title that a model has.
pub(super) fn has_words(text: &str, words: &[String]) -> bool {
    let mut wanted = words.iter();
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    let spoken = parts.filter(|part| part.chars().any(char::is_alphanumeric));
    for part in spoken {
        let letters = part
            .chars()
            .filter(|letter| *letter != '\'')
            .flat_map(char::to_lowercase);
        if !wanted.next().is_some_and(|word| letters.eq(word.chars())) {
            return false;
        }
    }
    wanted.next().is_none()
}

/// `text` without what only joins it to what stood before: dashes, colons, commas and spaces.
pub(super) fn trimmed(text: &str) -> &str {
    let joins = |letter: char| {
        letter.is_whitespace() || is_dash(letter) || matches!(letter, ':' | ',' | ';' | '|' | '=' | '>' | '/')
    };
    text.trim_start_matches(joins).trim_end_matches(joins)
}

/// `text` with the letters of the field written out: "T&L" is teaching and learning.
pub(super) fn written_out(text: &str) -> String {
    [
        ("T&L", "teaching and learning"),
        ("T & L", "teaching and learning"),
        ("L&M", "leadership and management"),
    ]
    .iter()
    .fold(text.to_string(), |text, (short, long)| text.replace(short, long))
}

/// `text` without the spaces that stand before a comma or the like.
pub(super) fn closed_up(text: &str) -> String {
    [" ,", " ;", " )"]
        .iter()
        .fold(text.to_string(), |text, sign| text.replace(sign, sign.trim()))
}

/// Whether `text` began with a bullet or an item's number, and what follows it.
pub(super) fn without_bullet(text: &str) -> (bool, &str) {
    let mut letters = text.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else {
        return (false, text);
    };
    // A box to be ticked.
    if let Some(rest) = text.strip_prefix("[ ]") {
        return (true, rest.trim_start());
    }
    let plain_sign = matches!(first, '*' | '-' | 'o') || is_dash(first);
    if (BULLETS.contains(first) || first == 'o') && (rest.starts_with(' ') || !plain_sign) {
        return (true, rest.trim_start());
    }
    numbered(text).map_or((false, text), |rest| (true, rest))
}

/// What follows an item's number such as "3. ", "(3) " or "b) ".
fn numbered(text: &str) -> Option<&str> {
    let (number, rest) = text.split_once(' ')?;
    let core = number.trim_start_matches('(').trim_end_matches(['.', ')']);
    if core.len() == number.len() || core.is_empty() {
        return None;
    }
    let digits = core.len() <= 2 && core.chars().all(|letter| letter.is_ascii_digit());
    let letter =
        core.len() == 1 && number.ends_with(')') && core.chars().all(|letter| letter.is_ascii_lowercase());
    (digits || letter).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_are_taken_off() {
        for (text, rest) in [
            ("• What helps?", "What helps?"),
            ("•What helps?", "What helps?"),
            ("- What helps?", "What helps?"),
            ("o What helps?", "What helps?"),
            ("3. What helps?", "What helps?"),
            ("b) What helps?", "What helps?"),
            ("\u{f0b7} What helps?", "What helps?"),
        ] {
            assert_eq!(without_bullet(text), (true, rest), "{text}");
        }
        for text in ["8.30 Arrival", "9 Arrival", "-5", "on time", "A. lone", "o", ""] {
            assert_eq!(without_bullet(text), (false, text), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_no_difference() {
        assert_eq!(
            plain("\u{feff}\u{a0}Today\u{2019}s \u{200b} learning\t"),
            "Today's learning"
        );
        assert_eq!(
            words("Pupils' books: 6 a year"),
            ["pupils", "books", "6", "a", "year"]
        );
        for text in ["Pupils' books: 6 a year", "", "' - '", "It's 'Early Years'"] {
            assert!(has_words(text, &words(text)), "{text}");
        }
        for text in [
            "Pupils' books",
            "Pupils' books: 6 a years",
            "Pupils' books: 6 a year on",
        ] {
            assert!(!has_words(text, &words("Pupils' books: 6 a year")), "{text}");
        }
    }
}
