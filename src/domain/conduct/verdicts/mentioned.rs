//! Where a word of verdict is not a verdict of the review: said by others, asked, or only spoken about.

use super::{
    super::{
        lexicon::{COPULAS, HELPING, LISTENED_TO, REPORTING},
        sentence::{Sentence, WINDOW},
    },
    terms::{GRADERS, Term, Weight, term},
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
                && !is_reported_by_us(sentence, at)
                && (0..at).rev().take(6).any(|before| {
                    // "The inspectors think that they would find"
                    let they = sentence.word(before) == "they";
                    let graded_by = || {
                        sentence
                            .back(before)
                            .any(|at| GRADERS.contains(sentence.word(at)))
                    };
                    let voice = matches!(
                        sentence.word(before + 1),
                        "voice" | "premium" | "work" | "progress"
                    );
                    LISTENED_TO.contains(sentence.word(before)) && !voice && !(they && graded_by())
                        || matches!(sentence.word(before), "survey" | "questionnaire" | "respondents")
                })
        })
}

/// "Provision for pupils was found to be outstanding", "pupils' books, and we conclude that": whether it is not those who
/// are named before the verb at `verb` who say it.
fn is_reported_by_us(sentence: &Sentence, verb: usize) -> bool {
    let adverb = usize::from(sentence.before(verb, 1).ends_with("ly"));
    let before = sentence.before(verb, 1 + adverb);
    let passive = matches!(before, "was" | "were" | "is" | "are" | "been" | "be");
    let by_others = (verb + 1..verb + WINDOW).any(|at| {
        sentence.word(at) == "by" && (at + 1..at + 4).any(|by| LISTENED_TO.contains(sentence.word(by)))
    });
    passive && !by_others || matches!(before, "we" | "i" | "reviewers" | "team")
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

/// "Where teaching is most effective, pupils explain": on what some of it depends is no verdict on all of it.
pub(super) fn is_where(sentence: &Sentence, term: &Term) -> bool {
    let clause = sentence
        .back(term.at.start)
        .find(|at| !sentence.is_word(*at))
        .map_or(0, |mark| mark + 1);
    let opens = matches!(sentence.word(clause), "where" | "when" | "whenever" | "wherever");
    let goes_on = sentence.ahead(term.at.start).any(|at| sentence.word(at) == ",");
    term.weight == Weight::Plain && opens && (goes_on || clause > 0)
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
    if counted
        || reviewing
        || is_ruled_out(sentence)
        || is_left_open(sentence, term)
        || is_disclaimed(sentence, term)
    {
        return true;
    }
    let negated = |verb: usize| {
        (verb.saturating_sub(4)..verb)
            .any(|at| matches!(sentence.word(at), "not" | "never" | "no" | "don't" | "without"))
    };
    verb.is_some_and(|verb| negated(verb) || sentence.word(verb).starts_with("avoid"))
}

/// "No outstanding, no good, no requires improvement": a row of grades that are not given.
fn is_ruled_out(sentence: &Sentence) -> bool {
    if sentence.tokens.len() > WINDOW {
        return false;
    }
    let mut denied = 0;
    let mut at = 0;
    while at < sentence.tokens.len() {
        if let Some(term) = term(sentence, at) {
            denied += usize::from(sentence.before(at, 1) == "no");
            at = term.at.end;
        } else if !sentence.is_word(at) || matches!(sentence.word(at), "no" | "and" | "or" | "just") {
            at += 1;
        } else {
            return false;
        }
    }
    denied > 1
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
