//! Questions that stand in one line, each for itself.

use crate::import::{sheet::Line, wording};

/// Signs of lists that no sentence has.
const SIGNS: [char; 6] = ['•', '●', '▪', '■', '➢', '✓'];

/// The questions of a line: those of a list within it, or with semicolons between them. "3: A? B? C?" are three, as it
/// says.
pub(super) fn apart(line: &Line) -> Vec<String> {
    let text = line.text.as_str();
    let (count, bare) = counted(text).map_or((None, text), |(count, rest)| (Some(count), rest));
    let listed = pieces(&bare.replace("\\n", "•"), &SIGNS);
    if listed.len() > 1 {
        return listed;
    }
    let by_semicolon = pieces(bare, &[';']);
    let fits = |pieces: &[String]| count.is_none_or(|count| count == pieces.len());
    let several = by_semicolon.len() > 2 || (by_semicolon.len() == 2 && !line.bullet);
    if several && fits(&by_semicolon) {
        return by_semicolon;
    }
    let by_question = questions(bare);
    if count.is_some() && by_question.len() > 1 && fits(&by_question) {
        return by_question;
    }
    vec![text.to_string()]
}

/// The number that is said before a colon, and what follows: "8: full participation; small steps".
fn counted(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once(':')?;
    let count = number
        .trim()
        .parse()
        .ok()
        .filter(|count| (1..=40).contains(count))?;
    Some((count, rest.trim_start()))
}

fn pieces(text: &str, signs: &[char]) -> Vec<String> {
    let pieces = text.split(|letter| signs.contains(&letter)).map(str::trim);
    pieces
        .filter(|piece| {
            wording::words(piece)
                .iter()
                .any(|word| word.chars().any(char::is_alphabetic))
        })
        .map(str::to_string)
        .collect()
}

/// The sentences that end with a question mark.
fn questions(text: &str) -> Vec<String> {
    let pieces = text.split_inclusive('?').map(str::trim);
    pieces
        .filter(|piece| !piece.is_empty())
        .map(str::to_string)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_of_one_line_are_told_apart() {
        for (text, wanted) in [
            ("How are TAs used?", &["How are TAs used?"][..]),
            ("How are TAs used? And when?", &["How are TAs used? And when?"]),
            (
                "How are TAs used?; What changed?",
                &["How are TAs used?", "What changed?"],
            ),
            ("2: small steps; clear models", &["small steps", "clear models"]),
            ("3: small steps; clear models", &["3: small steps; clear models"]),
            (
                "2: where is it strong? what next?",
                &["where is it strong?", "what next?"],
            ),
            (
                "• How is it taught? • Does it work?",
                &["How is it taught?", "Does it work?"],
            ),
            (
                "How is it taught?\\n• Does it work?",
                &["How is it taught?", "Does it work?"],
            ),
        ] {
            assert_eq!(apart(&Line::typed(1, text)), wanted, "{text}");
        }
        let item = Line::typed(1, "- Look at the plan; it is short");
        assert_eq!(apart(&item), ["Look at the plan; it is short"]);
    }
}
