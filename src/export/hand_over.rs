//! A hand-over as text: short lines that any mail program carries, with what stands in them for people to read.

use crate::domain::hand_over::piece::Piece;

/// The longest line, in characters: it leaves room for two signs of quoting before mail programs wrap at 72.
const WIDTH: usize = 66;

/// The text of a hand-over that begins with the lines `about` it.
#[must_use]
pub fn hand_over(about: &[String], pieces: &[Piece]) -> String {
    let mut text = String::new();
    for line in about {
        fill(&mut text, &outside(line));
    }
    for piece in pieces {
        text.push('\n');
        if !piece.title.is_empty() {
            fill(&mut text, &outside(&piece.title));
        }
        fill(&mut text, &format!("{{{}}} {}", piece.tag, piece.words));
        fill(&mut text, &format!("{{{}}}", piece.tail));
    }
    text
}

/// Words between pieces, which must not look like one.
fn outside(words: &str) -> String {
    words.replace('{', "(").replace('}', ")")
}

/// Adds `words` in lines of [`WIDTH`]; a longer word has a line of its own.
fn fill(text: &mut String, words: &str) {
    let mut width = 0;
    for word in words.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            text.push('\n');
            width = 0;
        }
        if width > 0 {
            text.push(' ');
            width += 1;
        }
        text.push_str(word);
        width += length;
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_what_looks_like_a_piece_does_not_get_between() {
        let piece = Piece::seal(
            "1",
            "09:16 {Year 6}".into(),
            &"all pupils answer ".repeat(12),
            "1 2",
            &[],
        );
        let text = hand_over(&["A hand-over {1} --into".into()], &[piece]);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert_eq!(text.matches('{').count(), 2, "{text}");
        assert!(text.starts_with("A hand-over (1) --into\n\n09:16 (Year 6)\n{1} all pupils"));
    }
}
