//! What schools call the four kinds of note.

use crate::domain::{jotted::words, note::NoteKind};

/// What schools call the four kinds of note.
const KINDS: [(NoteKind, &[&str]); 4] = [
    (
        NoteKind::Strength,
        &[
            "strengths",
            "strength",
            "key strengths",
            "strengths observed",
            "what went well",
            "www",
            "went well",
            "positives",
            "positive",
            "what is working well",
            "whats working well",
            "working well",
            "good practice",
            "highlights",
            "strengths seen",
            "what works",
            "what worked",
            "what worked well",
            "what i liked",
            "what we liked",
            "liked",
            "i liked",
            "loved",
            "what impressed me",
            "what impressed us",
            "impressed by",
            "celebrate",
            "celebrations",
            "to celebrate",
            "good points",
            "pluses",
            "plus points",
            "pros",
            "stars",
            "two stars",
            "glow",
        ],
    ),
    (
        NoteKind::Development,
        &[
            "areas for development",
            "area for development",
            "afd",
            "afds",
            "areas to develop",
            "areas of development",
            "development points",
            "points for development",
            "development",
            "developments",
            "ebi",
            "even better if",
            "areas for improvement",
            "improvements",
            "next steps",
            "next step",
            "what next",
            "weaknesses",
            "to develop",
            "things to develop",
            "to work on",
            "concerns",
            "risks",
            "weakness",
            "negatives",
            "minuses",
            "cons",
            "issues",
            "to improve",
            "could improve",
            "could be better",
            "to think about",
            "things to think about",
            "points to consider",
            "less good",
            "not so good",
            "what didnt work",
            "what did not work",
            "what could be better",
            "a wish",
            "wish",
            "wishes",
            "grow",
        ],
    ),
    (
        NoteKind::Evidence,
        &[
            "evidence",
            "what we saw",
            "what i saw",
            "observations",
            "jottings",
            "seen and heard",
            "other notes",
            "other",
            "general",
            "what was seen",
            "notes",
            "other observations",
        ],
    ),
    (
        NoteKind::Question,
        &[
            "questions",
            "question",
            "questions to follow up",
            "follow up",
            "to follow up",
            "to ask",
            "queries",
            "query",
            "things to ask",
            "questions to ask",
            "q",
            "qs",
            "what i wondered",
            "what we wondered",
            "i wondered",
            "wondering",
            "wonderings",
            "i wonder",
            "things i wondered",
            "to find out",
            "not sure",
            "unsure",
        ],
    ),
];

/// Kinds that are short for something, so that no colon need follow them.
const SHORT: [(&str, NoteKind); 4] = [
    ("EBI", NoteKind::Development),
    ("WWW", NoteKind::Strength),
    ("AFD", NoteKind::Development),
    ("AfD", NoteKind::Development),
];

/// The kind of note that the whole of `text` names.
pub(super) fn kind(text: &str) -> Option<NoteKind> {
    match text.trim().trim_end_matches(':') {
        "+ve" | "+ves" => return Some(NoteKind::Strength),
        "-ve" | "-ves" => return Some(NoteKind::Development),
        _ => {}
    }
    let text = words(text);
    let found = KINDS.iter().find(|(_, names)| names.contains(&text.as_str()));
    found.map(|(kind, _)| *kind)
}

/// The kind that `text` begins with the short name of, as in "EBI more talk".
pub(super) fn short_at_start(text: &str) -> Option<NoteKind> {
    let (first, rest) = text.split_once(' ')?;
    let named = SHORT.iter().find(|(name, _)| *name == first);
    named.filter(|_| !rest.is_empty()).map(|(_, kind)| *kind)
}

/// The kind that stands in brackets at the end: "calm corridors (strength)".
pub(super) fn in_brackets(text: &str) -> Option<NoteKind> {
    let text = text.trim_end().trim_end_matches('.');
    let inner = text.strip_suffix([')', ']'])?;
    let (_, inner) = inner.rsplit_once(['(', '['])?;
    match inner.trim() {
        "+" => Some(NoteKind::Strength),
        "-" | "\u{2013}" | "\u{2212}" => Some(NoteKind::Development),
        "?" => Some(NoteKind::Question),
        named => kind(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_names_signs_and_brackets() {
        assert_eq!(kind("What I liked"), Some(NoteKind::Strength));
        assert_eq!(kind("-ve:"), Some(NoteKind::Development));
        assert_eq!((kind("What I said"), kind("-")), (None, None));
        assert_eq!(short_at_start("EBI more talk"), Some(NoteKind::Development));
        assert_eq!(short_at_start("Ebing more talk"), None);
        assert_eq!(
            in_brackets("calm corridors (strength)."),
            Some(NoteKind::Strength)
        );
        assert_eq!(in_brackets("one asked twice (?)"), Some(NoteKind::Question));
        assert_eq!(in_brackets("nine of them (pupils)"), None);
    }
}
