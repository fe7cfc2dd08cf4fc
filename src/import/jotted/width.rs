//! How wide a mailer made the lines of a text, and where it broke them: a word that would have stood beside the line before
//! was put into the next one by whoever wrote it.

use super::around;

/// No mailer makes its lines longer.
const WIDEST: usize = 100;
/// A mailer counts its signs of quoting too, so that a line that goes on with a small letter may be so much shorter.
const SLACK: usize = 8;
/// A line of so many letters may be one that a mailer broke.
const FULL: usize = 62;

/// The width of the lines of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Width {
    /// The longest line.
    longest: usize,
    /// Whether a line goes on with a small letter, so that it was broken within its sentence.
    breaks: bool,
}

impl Width {
    /// The width of `lines`, without the signs of quoting.
    pub(super) fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let lines: Vec<&str> = lines.collect();
        // An address is never broken, and what stands below a mail was not written with it.
        let counts = |line: &&&str| line.contains(' ') && !around::is_footer(line) && !around::is_head(line);
        let longest = lines.iter().filter(counts).map(|line| line.chars().count()).max();
        let longest = longest.unwrap_or_default();
        let full = |line: &str, next: &str| is_full(longest, line, next) && line.chars().count() >= FULL;
        let breaks = lines.windows(2).any(|pair| match pair {
            [line, next] => next.starts_with(char::is_lowercase) && full(line, next),
            _ => false,
        });
        Self { longest, breaks }
    }

    /// Whether a mailer may have broken the line `line` before `next`: its first word had no room there. Where `next` begins
    /// as a sentence, the mailer must have broken a sentence elsewhere.
    pub(super) fn is_wrapped_at(&self, line: &str, next: &str) -> bool {
        let begins = next.starts_with(char::is_uppercase) && !begins_with_name(next);
        let slack = if begins { 0 } else { SLACK };
        self.longest <= WIDEST
            && is_full(self.longest.saturating_sub(slack), line, next)
            && (self.breaks || !begins)
    }
}

/// Whether the first word of `next` has no room behind `line`.
fn is_full(longest: usize, line: &str, next: &str) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() > longest
}

/// Whether `text` begins with what has a capital within a sentence too: "TA", "Y6", "Year 6", "I".
fn begins_with_name(text: &str) -> bool {
    let word = text
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    let shouts = letters().nth(1).is_some() && letters().take(2).all(char::is_uppercase);
    let numbered = word.chars().nth(1).is_some_and(|second| second.is_ascii_digit());
    shouts || numbered || matches!(word, "Year" | "Yr" | "Reception" | "I")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_was_broken_where_the_next_word_had_no_room() {
        let broken = [
            "The teacher modelled the first two steps on the board, and then she left",
            "the worked example up.",
            "Stems were on the wall in Year 4, and nearly all of the children used it",
            "Nobody asked.",
        ];
        let width = Width::of(broken.into_iter());
        assert!(width.is_wrapped_at(broken[0], broken[1]) && width.is_wrapped_at(broken[2], broken[3]));
        assert!(!width.is_wrapped_at(broken[1], "the lesson"));
        let by_hand = Width::of([broken[2], "Nobody looked", "Stems were used"].into_iter());
        assert!(!by_hand.is_wrapped_at(broken[2], "Nobody looked"));
        assert!(by_hand.is_wrapped_at(broken[2], "Y6 too") && by_hand.is_wrapped_at(broken[2], "TA asked"));
        let long = "word ".repeat(30);
        let unbroken = Width::of([long.as_str(), broken[0], broken[1]].into_iter());
        assert!(!unbroken.is_wrapped_at(broken[0], broken[1]));
    }
}
