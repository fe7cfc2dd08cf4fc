//! The boxes for "What do I know now?" on the sheets of a review: read, and never turned into rows or questions.

use super::wording;

/// What a line of such a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Box<'a> {
    /// Its heading or the heading of one of its lists: nothing more on the line.
    Heading,
    /// A heading, and then something that was already written into the box.
    Filled(&'a str),
}

const QUESTIONS: [&str; 4] = [
    "what do i know now",
    "what do we know now",
    "what do we know",
    "what do i know",
];
const LISTS: [&str; 8] = [
    "strengths",
    "areas for development",
    "areas of development",
    "areas to develop",
    "strength",
    "area for development",
    "afd",
    "afds",
];
/// What may stand between the headings.
const BETWEEN: [&str; 3] = ["and", "notes", "jottings"];

/// The box that `text` begins, if it begins one.
pub(super) fn at_start(text: &str) -> Option<Box<'_>> {
    let mut rest = text;
    let mut headings = 0;
    loop {
        let open = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        if open.is_empty() {
            break;
        }
        let Some(after) = heading(open).or_else(|| between(open).filter(|_| headings > 0)) else {
            rest = open;
            break;
        };
        headings += 1;
        rest = after;
    }
    if headings == 0 {
        return None;
    }
    let filled = rest.trim();
    Some(if filled.chars().any(char::is_alphanumeric) {
        Box::Filled(filled)
    } else {
        Box::Heading
    })
}

/// The title that stands before a box in its line, and the text of the box: "Collation What do I know now? Strengths:".
pub(super) fn behind_title(text: &str) -> Option<(&str, &str)> {
    let mut cuts = text.match_indices(' ').map(|(at, _)| at);
    cuts.find_map(|at| {
        let (title, behind) = text.split_at_checked(at)?;
        let behind = behind.trim_start();
        let asked = QUESTIONS.iter().find_map(|question| after(behind, question))?;
        (ends(asked, &['?', ':']) && !title.ends_with('?')).then(|| (wording::trimmed(title), behind))
    })
}

/// What follows a heading of a box. The name of a list ends with a colon or the line, so that "Strengths of the
/// maths curriculum" is none.
fn heading(text: &str) -> Option<&str> {
    let asked = QUESTIONS.iter().find_map(|question| after(text, question));
    asked.filter(|rest| ends(rest, &['?', ':'])).or_else(|| {
        let rest = LISTS.iter().find_map(|list| after(text, list))?;
        let other = rest.trim_start_matches(['/', ' ', '&', ',']);
        let lists = || {
            heading(other).is_some()
                || between(other).is_some_and(|rest| heading(rest.trim_start()).is_some())
        };
        (ends(rest, &[':', '?']) || lists()).then_some(rest)
    })
}

fn between(text: &str) -> Option<&str> {
    BETWEEN.iter().find_map(|word| after(text, word))
}

fn ends(rest: &str, signs: &[char]) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with(signs) || rest.starts_with(wording::is_dash) || rest.starts_with('(')
}

/// What follows `wanted` at the start of `text`, whatever its capitals.
fn after<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let mut scan = super::scan::Scan::new(text);
    scan.word(&[wanted]).then_some(scan.rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_known_by_their_headings() {
        for text in [
            "What do I know now?",
            "WHAT DO I KNOW NOW?",
            "What do we know?",
            "What do I know now? Strengths: Areas for development:",
            "Strengths:",
            "Strengths / Areas for development",
            "Strengths and areas for development",
            "Areas for development",
            "Strengths",
        ] {
            assert_eq!(at_start(text), Some(Box::Heading), "{text}");
        }
        assert_eq!(
            at_start("Strengths: clear models"),
            Some(Box::Filled("clear models"))
        );
        for text in [
            "What do I know about maths?",
            "Strengths of the maths curriculum",
            "Discuss strengths",
            "",
        ] {
            assert_eq!(at_start(text), None, "{text}");
        }
    }
}
