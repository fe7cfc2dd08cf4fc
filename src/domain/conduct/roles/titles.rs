//! Titles of whatever kind, which one person holds: "the kitchen manager", "our IT technician".

use super::{
    super::{
        lexicon,
        sentence::{Letters, Sentence},
    },
    said::is_verb,
};

/// What stands before such a word where it is no title: "the group leader" is a pupil, "each leader" is any.
const NO_TITLE: [&str; 39] = [
    "line",
    "the",
    "staff",
    "children",
    "people",
    "group",
    "table",
    "team",
    "class",
    "pupil",
    "play",
    "playground",
    "house",
    "sports",
    "digital",
    "peer",
    "review",
    "visiting",
    "project",
    "clear",
    "social",
    "key",
    "host",
    "lead",
    "questions",
    "each",
    "every",
    "partner",
    "other",
    "medical",
    "police",
    "care",
    "new",
    "strong",
    "middle",
    "senior",
    "good",
    "great",
    "natural",
];

/// The last words of titles.
const IN_TITLES: [&str; 32] = [
    "manager",
    "coordinator",
    "co-ordinator",
    "officer",
    "supervisor",
    "technician",
    "therapist",
    "counsellor",
    "secretary",
    "administrator",
    "practitioner",
    "specialist",
    "champion",
    "mentor",
    "librarian",
    "lead",
    "leader",
    "governor",
    "worker",
    "bursar",
    "adviser",
    "advisor",
    "assistant",
    "nurse",
    "clerk",
    "cook",
    "cleaner",
    "instructor",
    "receptionist",
    "psychologist",
    "director",
    "chef",
];

/// "the kitchen manager", "our IT technician": whatever it is of, one person holds it.
pub(super) fn titled(sentence: &Sentence, at: usize) -> Option<usize> {
    let definite = matches!(sentence.before(at, 1), "the" | "our" | "their" | "its");
    let opens = opens_clause(sentence, at) && is_verb(sentence, at + 2);
    let first = sentence.word(at);
    // "Breakfast club leader is super"
    let club = opens_clause(sentence, at)
        && IN_TITLES.contains(&sentence.word(at + 2))
        && is_verb(sentence, at + 3)
        && !NO_TITLE.contains(&sentence.word(at + 1));
    let opens = opens || club;
    // "the family liaison officer"
    let further = usize::from(
        !IN_TITLES.contains(&sentence.word(at + 1)) && sentence.is_word(at + 1) && (definite || club),
    );
    let title = IN_TITLES.contains(&sentence.word(at + 1 + further))
        && !is_verb(sentence, at + 1)
        && !sentence.owns(at)
        && !lexicon::PREPOSITIONS.contains(sentence.word(at + 1));
    let owner = sentence.owns(at) || sentence.owns(at + 1) && !definite;
    let plural = first.ends_with('s')
        && !matches!(
            first,
            "sports" | "trips" | "arts" | "performance" | "premises" | "business"
        );
    let pupil = NO_TITLE.contains(&first);
    let named = sentence.is_word(at) && !lexicon::DETERMINERS.contains(first) && !owner && !plural && !pupil;
    (title && named && (definite || opens) && !lexicon::PREPOSITIONS.contains(first))
        .then_some(at + 2 + further)
}

/// Whether a clause of its own begins at `at`: at the start or behind a mark, with or without an article.
pub(super) fn opens_clause(sentence: &Sentence, at: usize) -> bool {
    let at = at - usize::from(at > 0 && lexicon::DETERMINERS.contains(sentence.before(at, 1)));
    // "10:30 SENDCO - vague about outcomes"
    let timed = || {
        sentence.letters(at - 1) == Letters::Digits
            && (0..at).all(|place| !sentence.is_word(place) || sentence.letters(place) == Letters::Digits)
    };
    sentence.begins(at) || matches!(sentence.before(at, 1), ":" | "-" | ";" | "(" | "*") || timed()
}
