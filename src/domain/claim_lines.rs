//! Claims as they are pasted from a list: one a line, without the bullets and numbers that a word processor puts before them.

use super::first_draft::one_line;

/// Signs that stand before the lines of a list, with those of the symbol fonts that Word uses.
const BULLETS: &str = "\u{2022}\u{b7}\u{25cf}\u{25cb}\u{25e6}\u{25aa}\u{25ab}\u{25a0}\u{25a1}\u{2023}\u{2043}\u{2219}\u{27a2}\u{27a4}\u{2713}\u{2714}\u{25ba}\u{25b6}\u{2756}\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}";
/// Signs that are a bullet only where a space follows: a minus before a number is part of what is said.
const DASHES: &str = "-*\u{2013}\u{2014}";
/// The most letters or digits of the number of a line, such as "viii" or "12".
const LONGEST_NUMBER: usize = 4;

/// The claims of a list that was pasted. A line that goes on in small letters belongs to the marked one right above it.
#[must_use]
pub fn claims_in(pasted: &str) -> Vec<String> {
    let mut claims: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in pasted.lines() {
        let line = line.trim();
        let words = without_mark(line);
        let marked = words.is_some();
        let words = one_line(words.unwrap_or(line));
        if words.is_empty() {
            goes_on = false;
            continue;
        }
        let goes_on_here = goes_on && !marked && begins_small(&words);
        if let Some(claim) = claims.last_mut().filter(|_| goes_on_here) {
            claim.push(' ');
            claim.push_str(&words);
        } else {
            claims.push(words);
            goes_on = marked;
        }
    }
    claims
}

fn begins_small(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

/// What stands behind the bullet or number of a line; nothing if it has none.
fn without_mark(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    let spaced = || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_bullet = BULLETS.contains(first)
        || (DASHES.contains(first) && spaced())
        // Word's second level is the letter o and a TAB.
        || (first == 'o' && rest.starts_with('\t'));
    if is_bullet {
        Some(rest)
    } else {
        without_number(line)
    }
}

/// What stands behind a number such as "1.", "12)", "(3)", "b)" or "iv."; nothing if there is none.
fn without_number(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let end = inner.find(['.', ')'])?;
    let (number, behind) = (inner.get(..end)?, inner.get(end + 1..)?);
    let closed = inner.get(end..)?.starts_with(')');
    let counts = |is_sign: fn(char) -> bool| number.chars().all(is_sign);
    let is_roman = || counts(|letter| "ivx".contains(letter));
    let is_letter = || number.len() == 1 && counts(|letter| letter.is_ascii_alphabetic());
    let is_number = (1..=LONGEST_NUMBER).contains(&number.len())
        && (counts(|digit| digit.is_ascii_digit())
            || is_roman()
            || (is_letter() && (closed || behind.starts_with('\t'))));
    let spaced = behind.is_empty() || behind.starts_with(char::is_whitespace);
    (is_number && spaced).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_in_claim_by_claim_without_its_bullets_and_numbers() {
        let pasted = "Our own view\r\n\u{2022}\tEvery pupil takes part\n\u{b7} Books show progress\n- Talk is about maths\n\
                      \u{2013} Marking is used\n*\tTAs prompt\no\tin every class\n1. Retrieval happens daily\n\
                      2)\tModelling is clear\n(3) Leaders visit\nb) Training has stuck\niv. Parents know\n\u{f0b7}\tQuiet start\n";
        assert_eq!(
            claims_in(pasted),
            [
                "Our own view",
                "Every pupil takes part",
                "Books show progress",
                "Talk is about maths",
                "Marking is used",
                "TAs prompt",
                "in every class",
                "Retrieval happens daily",
                "Modelling is clear",
                "Leaders visit",
                "Training has stuck",
                "Parents know",
                "Quiet start",
            ]
        );
    }

    #[test]
    fn what_is_no_mark_stays_and_a_broken_line_goes_on() {
        assert_eq!(
            claims_in("-5 % fewer absences\n3.5 hours of maths a week\n27 pupils take part\nI. think so"),
            [
                "-5 % fewer absences",
                "3.5 hours of maths a week",
                "27 pupils take part",
                "I. think so"
            ]
        );
        assert_eq!(
            claims_in(
                "\u{2022} Every pupil takes part\nand explains why\n\u{2022} Books\nWriting\nis plain\n\nand this"
            ),
            [
                "Every pupil takes part and explains why",
                "Books",
                "Writing",
                "is plain",
                "and this"
            ]
        );
        assert_eq!(claims_in(" \n\u{2022}\n- \n"), [""; 0]);
    }
}
