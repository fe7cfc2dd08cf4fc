//! What stands around a word of verdict: hedges, verbs, marks, and those who say it.

use super::{
    super::{
        lexicon::{COPULAS, DETERMINERS, HELPING, LISTENED_TO, PREPOSITIONS, REPORTING},
        sentence::{Letters, Sentence},
    },
    terms::{HEDGES, PART_OF_VERDICT, Term, Weight, phrase_ends, term},
};

pub(super) fn term_or_hedge(sentence: &Sentence, at: usize) -> bool {
    term(sentence, at).is_some() || HEDGES.contains(sentence.word(at))
}

/// Steps back from `at` over hedges: where they begin, and how many there are.
pub(super) fn hedged(sentence: &Sentence, at: usize) -> (usize, usize) {
    let mut start = at;
    while start > 0 && at - start < 7 {
        let word = sentence.word(start - 1);
        // "consistently and securely good"
        let joint = word == "and" && start < at && start > 1 && HEDGES.contains(sentence.word(start - 2));
        let quote = matches!(word, "\"" | "'") || joint;
        let verdict = matches!(word, "good" | "outstanding") && sentence.word(start) == "or";
        if !(HEDGES.contains(word) || quote || verdict) {
            break;
        }
        start -= 1;
    }
    (start, at - start)
}

/// Whether a number stands right before `at`.
pub(super) fn number_before(sentence: &Sentence, at: usize) -> bool {
    at > 0 && sentence.letters(at - 1) == Letters::Digits
}

/// Whether a mark that parts a label from its value stands at `at`.
pub(super) fn is_separator(sentence: &Sentence, at: usize) -> bool {
    let dash_alone = || {
        let next = sentence.tokens.get(at + 1);
        sentence
            .tokens
            .get(at)
            .is_some_and(|mark| !mark.glued || next.is_some_and(|next| !next.glued))
    };
    match sentence.word(at) {
        ":" | "=" | "|" | ">" | "\u{2192}" => true,
        "-" => dash_alone(),
        _ => false,
    }
}

/// The end of the subject, if what stands before the hedges at `start` says something of it.
pub(super) fn predicate_start(
    sentence: &Sentence,
    start: usize,
    term: &Term,
    hedges: usize,
) -> Option<usize> {
    let mut end = start;
    let mut copula = (start..term.at.start).any(|at| COPULAS.contains(sentence.word(at)));
    while end > 0 && start - end < 8 {
        let word = sentence.word(end - 1);
        let skipped = COPULAS.contains(word)
            || HELPING.contains(word)
            || HEDGES.contains(word)
            || matches!(
                word,
                "need"
                    | "falls"
                    | "fall"
                    | "fell"
                    | "below"
                    | "above"
                    | "continues"
                    | "continue"
                    | "continued"
                    | "considered"
                    | "judged"
                    | "graded"
                    | "rated"
                    | "deemed"
                    | "meets"
                    | "meet"
                    | "met"
                    | "reaches"
                    | "of"
                    | "also"
                    | "in"
                    | "into"
            );
        if !skipped {
            break;
        }
        copula |= COPULAS.contains(word)
            || matches!(
                word,
                "meets" | "meet" | "reaches" | "into" | "falls" | "fall" | "fell"
            );
        end -= 1;
    }
    // Hedges that belong to the subject itself are no predicate: "the good", "all good".
    let elliptical = || {
        // "personal development is outstanding, behaviour good"
        hedges == 0 && !term.verb && !sentence.is_word(term.at.end) && term.weight != Weight::Standard
    };
    if copula || term.verb {
        Some(end)
    } else {
        elliptical().then_some(start)
    }
}

/// Whether nothing follows "requires improvement" that it would be a part of: "requires improvement targets".
pub(super) fn verb_ends(sentence: &Sentence, at: usize) -> bool {
    phrase_ends(sentence, at, Weight::Strong)
}

pub(super) fn nouns_of_verdict(sentence: &Sentence, term: &Term) -> bool {
    PART_OF_VERDICT.contains(sentence.word(term.at.end))
        || matches!(sentence.word(term.at.end), "category" | "grade")
}

/// Whether a standard is named as a category of inspection.
pub(super) fn by_category(sentence: &Sentence, term: &Term) -> bool {
    let quoted = matches!(sentence.before(term.at.start, 1), "'" | "\"");
    quoted
        || nouns_of_verdict(sentence, term)
        || sentence.near(term.at.start, |word| {
            matches!(word, "inspection" | "ofsted" | "inspectors")
        })
}

/// Whether a standard is what pupils reach in tests, or one of their work.
pub(super) fn attained(sentence: &Sentence, term: &Term) -> bool {
    let of_work = sentence.word(term.at.end) == "of";
    of_work
        || sentence.near(term.at.start, |word| {
            LISTENED_TO.contains(word)
                || matches!(
                    word,
                    "%" | "percent"
                        | "cent"
                        | "test"
                        | "tests"
                        | "sats"
                        | "reach"
                        | "reached"
                        | "reaching"
                        | "attain"
                        | "attained"
                        | "working"
                        | "depth"
                        | "proportion"
                        | "cohort"
                        | "boys"
                        | "girls"
                        | "screening"
                        | "results"
                        | "data"
                        | "national"
                        | "disadvantaged"
                        | "combined"
                        | "score"
                        | "scores"
                )
        })
}

/// Whether a verdict word is said of pupils and what they do, as its nearest noun shows.
pub(super) fn of_pupils(sentence: &Sentence, term: &Term) -> bool {
    term.weight == Weight::Standard && !by_category(sentence, term) && attained(sentence, term)
}

/// Whether pupils or parents say it.
pub(super) fn said_by_others(sentence: &Sentence, term: &Term) -> bool {
    term.weight < Weight::Lack
        && sentence.back(term.at.start).any(|at| {
            REPORTING.contains(sentence.word(at))
                && at > 0
                && (0..at)
                    .rev()
                    .take(4)
                    .any(|before| LISTENED_TO.contains(sentence.word(before)))
        })
}

/// Whether "leading" is a verb or describes a noun; people lead somewhere, provision can only be leading.
pub(super) fn leading_somewhere(sentence: &Sentence, term: &Term) -> bool {
    let scope = matches!(sentence.word(term.at.end), "in" | "across" | "and" | "overall");
    let people = sentence.back(term.at.start).any(|at| {
        matches!(
            sentence.word(at),
            "leaders" | "teachers" | "staff" | "governors" | "pupils" | "children" | "who" | "meetings"
        )
    });
    sentence.word(term.at.start) == "leading" && sentence.is_word(term.at.end) && (!scope || people)
}

/// Whether a good lesson or school is spoken of in general: "what makes a good lesson".
pub(super) fn is_example(sentence: &Sentence, at: usize) -> bool {
    let (start, _) = hedged(sentence, at);
    let before = sentence.before(start, 1);
    let general = (0..at).rev().take(6).any(|place| {
        matches!(
            sentence.word(place),
            "what"
                | "how"
                | "makes"
                | "make"
                | "definition"
                | "understanding"
                | "principles"
                | "vision"
                | "model"
        )
    });
    general
        || matches!(
            before,
            "of" | "about" | "for" | "towards" | "like" | "from" | "by" | "with" | "through" | "on" | "into"
        )
}

/// Whether the words that an adjective describes end before `at`.
pub(super) fn ends_description(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    !sentence.is_word(at)
        || PREPOSITIONS.contains(word)
        || DETERMINERS.contains(word)
        || COPULAS.contains(word)
        || HELPING.contains(word)
        || REPORTING.contains(word)
}
