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
            "what i heard",
            "what we heard",
            "what was heard",
            "heard",
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

/// Words before the name of a kind that change nothing: "Key strengths", "Some areas to develop".
const BEFORE: [&str; 24] = [
    "the",
    "our",
    "my",
    "key",
    "main",
    "really",
    "real",
    "very",
    "overall",
    "some",
    "more",
    "further",
    "clear",
    "general",
    "possible",
    "potential",
    "suggested",
    "big",
    "top",
    "initial",
    "first",
    "other",
    "lots",
    "of",
];

/// Words behind the name of a kind from which on it says where, when or by whom: "Strengths seen in lessons".
const BEHIND: [&str; 20] = [
    "seen", "observed", "noted", "found", "spotted", "noticed", "in", "from", "at", "across", "so", "we",
    "i", "today", "this", "around", "during", "within", "for", "that",
];

/// The names of kinds that are not said before a note, but stand above several.
const ABOVE: [(NoteKind, &[&str]); 3] = [
    (
        NoteKind::Strength,
        &[
            "strong",
            "strong practice",
            "good",
            "good bits",
            "best practice",
            "effective practice",
            "areas of strength",
            "area of strength",
            "whats working",
            "what is working",
            "whats going well",
            "what is going well",
            "going well",
            "successes",
            "success",
            "working really well",
            "what is strong",
            "whats strong",
            "likes",
            "what is good",
            "whats good",
            "celebrating",
            "secure",
            "keep doing",
        ],
    ),
    (
        NoteKind::Development,
        &[
            "things to work on",
            "areas to work on",
            "area to work on",
            "work on",
            "needs work",
            "needs developing",
            "recommendations",
            "recommendation",
            "points to work on",
            "to do",
            "things to improve",
            "areas to improve",
            "area to develop",
            "points to develop",
            "to strengthen",
            "areas to strengthen",
            "not yet",
            "not there yet",
            "less strong",
            "weaker",
            "weak",
            "what is not working",
            "whats not working",
            "not working",
            "challenges",
            "barriers",
            "worries",
            "what needs work",
            "development areas",
            "development area",
            "improvement points",
            "areas of improvement",
            "targets",
            "suggestions",
            "ways forward",
            "way forward",
            "change",
            "even better",
        ],
    ),
    (
        NoteKind::Question,
        &[
            "still to ask",
            "still to find out",
            "open questions",
            "unanswered",
            "unanswered questions",
        ],
    ),
];

/// The kind that a heading names, with what stands in brackets, before and behind its name left out: "Strengths (maths)",
/// "Really strong", "Good practice seen in lessons". A heading with the names of two kinds is of none.
pub(super) fn of_heading(text: &str) -> Option<NoteKind> {
    let open = text.find(['(', '[']).unwrap_or(text.len());
    let bare = text.get(..open).unwrap_or_default();
    let named = |said: &str| {
        let above = ABOVE.iter().find(|(_, names)| names.contains(&said));
        kind(said).or(above.map(|(kind, _)| *kind))
    };
    let said = words(bare);
    let parts: Vec<&str> = said.split(' ').filter(|part| !part.is_empty()).collect();
    let starts = parts.iter().take_while(|part| BEFORE.contains(part)).count();
    let ends = parts.iter().enumerate().skip(1);
    let ends = ends.filter(|(_, part)| BEHIND.contains(part)).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([parts.len()]).collect();
    (0..=starts)
        .flat_map(|start| ends.iter().map(move |end| (start, *end)))
        .filter_map(|(start, end)| parts.get(start..end))
        .find_map(|parts| named(&parts.join(" ")))
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
    fn headings_name_a_kind_in_many_words() {
        use NoteKind::{Development, Question, Strength};
        for (text, kind) in [
            ("Strengths (maths)", Some(Strength)),
            ("STRENGTHS (maths)", Some(Strength)),
            ("Strong practice", Some(Strength)),
            ("Good practice seen", Some(Strength)),
            ("What's working", Some(Strength)),
            ("Really strong", Some(Strength)),
            ("Strengths seen in lessons", Some(Strength)),
            ("Areas of strength", Some(Strength)),
            ("Things to work on", Some(Development)),
            ("Recommendations for the school", Some(Development)),
            ("Some areas for development (reading)", Some(Development)),
            ("Still to find out", Some(Question)),
            ("Strengths and areas for development", None),
            ("Strong voices in the choir", None),
            ("Behaviour", None),
            ("Reading in Year 2", None),
        ] {
            assert_eq!(of_heading(text), kind, "{text}");
        }
    }

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
