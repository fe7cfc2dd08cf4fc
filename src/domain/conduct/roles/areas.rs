//! The areas that somebody leads: "maths", "early reading", "key stage 2".

use super::super::{
    lexicon::AREAS,
    sentence::{Letters, Sentence},
};

/// Where the area ends that begins at `at`.
pub(super) fn area_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    match (word, next) {
        ("key", "stage") => {
            let number =
                sentence.letters(at + 2) == Letters::Digits || matches!(sentence.word(at + 2), "one" | "two");
            Some(at + 2 + usize::from(number))
        }
        // "T&L lead", "D&T lead"
        ("t" | "d", "&") => Some(at + 3),
        ("health", "and" | "&") if sentence.word(at + 2) == "safety" => Some(at + 3),
        ("pupil" | "sports", "premium")
        | ("sixth", "form")
        | ("early" | "foundation", "years" | "stage")
        | ("personal", "development")
        | ("mental", "health")
        | ("forest", "school")
        | ("lower" | "upper", "school" | "phase")
        | ("designated", "safeguarding")
        | ("outdoor", "learning")
        | ("early", "reading")
        | ("school", "council")
        | ("family" | "learning", "support") => Some(at + 2),
        (
            "business" | "office" | "site" | "school" | "premises" | "family" | "disadvantaged" | "admin",
            _,
        ) if matches!(next, "manager" | "lead" | "business" | "leader") => Some(at + 1),
        ("year", _) if sentence.letters(at + 1) == Letters::Digits => Some(at + 2),
        ("year", "lead" | "leader" | "head") => Some(at + 1),
        // "teaching" and "learning" are areas only before a lead or another area.
        _ if AREAS.contains(word)
            || matches!(
                word,
                "safeguarding"
                    | "link"
                    | "sci"
                    | "hist"
                    | "geog"
                    | "eng"
                    | "curric"
                    | "beh"
                    | "comp"
                    | "mus"
                    | "mental-health"
                    | "lks2"
                    | "uks2"
                    | "foundation"
                    | "lit"
                    | "num"
                    | "assess"
                    | "handwriting"
                    | "lac"
                    | "cla"
                    | "lgbt"
                    | "sre"
                    | "smsc"
                    | "careers"
            ) =>
        {
            Some(at + 1)
        }
        _ => None,
    }
}

/// "the mathslead", "scienceleader": an area and a lead without a space.
pub(super) fn is_glued_lead(word: &str) -> bool {
    let area = word.strip_suffix("leader").or_else(|| word.strip_suffix("lead"));
    area.is_some_and(|area| area.len() > 1 && AREAS.contains(area))
}
