//! Where a word of verdict is not a verdict of the review: said by others, asked, or only spoken about.

use super::{
    super::{
        lexicon::{COPULAS, HELPING, LISTENED_TO, REPORTING},
        sentence::Sentence,
    },
    terms::{GRADERS, Term, Weight},
};

/// Whether pupils or parents say it.
pub(super) fn said_by_others(sentence: &Sentence, term: &Term) -> bool {
    if term.weight >= Weight::Lack {
        return false;
    }
    // "My writing is good because I use adverbs"
    let own = |at: usize| {
        sentence.word(at) == "my"
            && !matches!(
                sentence.word(at + 1),
                "view"
                    | "opinion"
                    | "judgement"
                    | "judgment"
                    | "mind"
                    | "book"
                    | "eyes"
                    | "verdict"
                    | "estimate"
                    | "hunch"
                    | "gut"
                    | "instinct"
                    | "feeling"
                    | "sense"
                    | "money"
                    | "vote"
            )
    };
    let mut before = sentence.back(term.at.start);
    before.any(own)
        || sentence.back(term.at.start).any(|at| {
            (REPORTING.contains(sentence.word(at))
                || matches!(
                    sentence.word(at),
                    "call" | "called" | "describe" | "described" | "rate" | "rated"
                ))
                && at > 0
                && (0..at).rev().take(6).any(|before| {
                    // "The inspectors think that they would find"
                    let they = sentence.word(before) == "they";
                    let graded_by = || {
                        sentence
                            .back(before)
                            .any(|at| GRADERS.contains(sentence.word(at)))
                    };
                    LISTENED_TO.contains(sentence.word(before)) && !(they && graded_by())
                        || matches!(sentence.word(before), "survey" | "questionnaire" | "respondents")
                })
        })
}

/// Whether a question is asked: "How good is teaching?" is no verdict, unless the next words answer it.
pub(super) fn is_asked(sentence: &Sentence) -> bool {
    if sentence.answered {
        return false;
    }
    let first = (0..sentence.tokens.len()).find(|at| sentence.is_word(*at));
    if first.is_some_and(|at| matches!(sentence.word(at), "how" | "why" | "whether")) {
        return true;
    }
    let asks = first.is_some_and(|at| {
        let word = sentence.word(at);
        COPULAS.contains(word)
            || HELPING.contains(word)
            || matches!(word, "how" | "what" | "why" | "which" | "who" | "where" | "when")
    });
    asks && sentence
        .back(sentence.tokens.len())
        .take(2)
        .any(|at| sentence.word(at) == "?")
}

/// Whether a word is spoken about and not used: "we do not write good or RI".
pub(super) fn is_mentioned(sentence: &Sentence, term: &Term) -> bool {
    let verb = sentence.back(term.at.start).take(10).find(|at| {
        matches!(
            sentence.word(*at),
            "write" | "use" | "using" | "word" | "words" | "avoid" | "avoids" | "vocabulary" | "terms"
        )
    });
    // "Peer review does not judge a school good"
    let reviewing = sentence.back(term.at.start).any(|at| {
        matches!(sentence.word(at), "judge" | "grade")
            && sentence.before(at, 1) == "not"
            && sentence.before(at, 3) == "review"
    });
    // "feedback: 'good' 14 times"
    let counted = matches!(sentence.word(term.at.end), "\"" | "'")
        && matches!(sentence.word(term.at.end + 2), "times" | "x" | "pages")
        || matches!(sentence.word(term.at.end + 1), "x" | "times");
    if counted || reviewing || is_left_open(sentence, term) || is_disclaimed(sentence, term) {
        return true;
    }
    let negated = |verb: usize| {
        (verb.saturating_sub(4)..verb)
            .any(|at| matches!(sentence.word(at), "not" | "never" | "no" | "don't" | "without"))
    };
    verb.is_some_and(|verb| negated(verb) || sentence.word(verb).starts_with("avoid"))
}

/// "We discussed whether the school is good": what is left open is no verdict.
fn is_left_open(sentence: &Sentence, term: &Term) -> bool {
    let mut before = sentence
        .back(term.at.start)
        .take_while(|at| sentence.word(*at) != ",");
    before.any(|at| sentence.word(at) == "whether")
}

/// "This report contains no judgement such as good", "It is not for us to call the school outstanding": that none is
/// given.
fn is_disclaimed(sentence: &Sentence, term: &Term) -> bool {
    let denies = |at: usize| {
        let noun = matches!(
            sentence.word(at + 1).trim_end_matches('s'),
            "judgement" | "judgment" | "grade" | "verdict" | "label" | "rating" | "grading"
        );
        let mandate = matches!(sentence.word(at + 1), "here" | "for" | "our" | "about" | "meant")
            && matches!(sentence.word(at), "not" | "never" | "isn't");
        let document = matches!(
            sentence.word(at),
            "not" | "never" | "cannot" | "doesn't" | "won't" | "doesnt"
        ) && (1..=3).any(|back| {
            matches!(
                sentence.before(at, back),
                "review" | "report" | "visit" | "record" | "process" | "model" | "notes" | "summary"
            )
        });
        sentence.word(at) == "no" && noun || mandate || document
    };
    let mut before = sentence
        .back(term.at.start)
        .take(12)
        .take_while(|at| !matches!(sentence.word(*at), "but" | ";" | "yet" | "still"));
    before.any(denies)
}
