//! What stands around a word of verdict: hedges, verbs, marks, and those who say it.

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{COPULAS, DETERMINERS, HELPING, LISTENED_TO, PREPOSITIONS, REPORTING, Words, class},
        sentence::{Letters, Sentence},
    },
    terms::{GRADES, PART_OF_VERDICT, Term, Weight, is_hedge, phrase_ends, term},
};

/// What leads "to" a grade.
const TOWARDS_GRADE: [&str; 17] = [
    "points", "point", "pointing", "up", "back", "close", "closer", "nearer", "get", "move", "moved", "step",
    "way", "road", "journey", "course", "track",
];

/// What shades a grade that is used as a noun: "a secure good".
static GRADE_SHADES: Words = LazyLock::new(|| {
    class(
        "secure solid strong firm clear high low borderline comfortable safe weak marginal previous last current first generous honest fair true real tentative \
         cautious confident narrow bare harsh",
    )
});

pub(super) fn term_or_hedge(sentence: &Sentence, at: usize) -> bool {
    term(sentence, at).is_some() || is_hedge(sentence.word(at))
}

/// Steps back from `at` over hedges: where they begin, and how many there are.
pub(super) fn hedged(sentence: &Sentence, at: usize) -> (usize, usize) {
    let mut start = at;
    while start > 0 && at - start < 7 {
        let word = sentence.word(start - 1);
        // "B&A outstanding"
        let initial = word == "a" && start > 1 && matches!(sentence.word(start - 2), "&" | "+" | "/");
        if initial {
            break;
        }
        // "consistently and securely good"
        let joint = word == "and" && start < at && start > 1 && is_hedge(sentence.word(start - 2));
        let quote = matches!(word, "\"" | "'") || joint;
        let verdict = matches!(word, "good" | "outstanding") && sentence.word(start) == "or";
        if !(is_hedge(word) || quote || verdict) {
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

/// Verbs and little words between a subject and its verdict.
const LINKING: [&str; 33] = [
    "exceeds",
    "exceed",
    "likely",
    "need",
    "falls",
    "fall",
    "fell",
    "below",
    "above",
    "continues",
    "continue",
    "continued",
    "considered",
    "judged",
    "graded",
    "rated",
    "deemed",
    "meets",
    "meet",
    "met",
    "reaches",
    "of",
    "also",
    "in",
    "into",
    "sits",
    "sit",
    "sat",
    "stands",
    "lands",
    "landed",
    "comes",
    "like",
];

/// Verbs of reaching a grade or being at one.
const LIKE_COPULAS: [&str; 19] = [
    "exceeds",
    "exceed",
    "borders",
    "bordering",
    "verges",
    "verging",
    "meets",
    "meet",
    "reaches",
    "into",
    "falls",
    "fall",
    "fell",
    "sits",
    "sit",
    "sat",
    "stands",
    "lands",
    "landed",
];

/// Whether the word before `end` stands between a subject and its verdict.
fn links(sentence: &Sentence, end: usize) -> bool {
    let word = sentence.word(end - 1);
    COPULAS.contains(word)
        || HELPING.contains(word)
        || is_hedge(word)
        || LINKING.contains(&word)
        || LIKE_COPULAS.contains(&word)
        // "borders on inadequate"
        || word == "on" && matches!(sentence.before(end, 2), "borders" | "bordering" | "verges" | "verging")
        // "Teaching 80% good"
        || word == "%" && end > 1 && sentence.is_word(end - 2)
        || sentence.word(end) == "%"
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
    while end > 0 && start - end < 8 && links(sentence, end) {
        let word = sentence.word(end - 1);
        copula |= COPULAS.contains(word) || word == "%" || LIKE_COPULAS.contains(&word);
        end -= 1;
    }
    if copula || term.verb {
        return Some(end);
    }
    // "It's a solid 2", "that's outstanding"
    if end > 0
        && sentence.owns(end - 1)
        && matches!(
            sentence.word(end - 1),
            "it" | "that" | "this" | "school" | "teaching" | "leadership" | "behaviour"
        )
    {
        return Some(end);
    }
    // "Teaching is calm, purposeful and good"
    if let Some(verb) = verb_of_list(sentence, start) {
        return Some(verb);
    }
    // "personal development is outstanding, behaviour not yet good". Hedges that belong to the subject itself are no
    // predicate: "the good", "all good".
    let own = (start..term.at.start).any(|at| {
        let word = sentence.word(at);
        DETERMINERS.contains(word) || matches!(word, "most" | "or" | "than" | "as")
    });
    // "No teaching less than good", "Curriculum not yet at the expected standard"
    let measured = sentence.word(start) == "less"
        || term.weight == Weight::Standard
            && sentence.before(term.at.start, 1) == "the"
            && matches!(
                sentence.before(term.at.start, 2),
                "at" | "below" | "above" | "meets" | "meet" | "reaches"
            );
    let own = own && !measured;
    let by_name = term.weight != Weight::Standard
        || !sentence.is_word(term.at.end) && !attained(sentence, term) && sentence.word(term.at.end) != ":";
    (!own && (hedges <= 3 || measured) && by_name).then_some(start)
}

/// The verb of a list of adjectives that ends before `at`.
fn verb_of_list(sentence: &Sentence, at: usize) -> Option<usize> {
    if !matches!(sentence.before(at, 1), "and" | "but" | "," | "or") {
        return None;
    }
    let mut words = sentence.back(at).take(7);
    let verb = words.find(|place| {
        let word = sentence.word(*place);
        COPULAS.contains(word) || DETERMINERS.contains(word) || PREPOSITIONS.contains(word)
    })?;
    COPULAS.contains(sentence.word(verb)).then_some(verb)
}

/// Whether nothing follows "requires improvement" that it would be a part of: "requires improvement targets".
pub(super) fn verb_ends(sentence: &Sentence, at: usize) -> bool {
    phrase_ends(sentence, at, Weight::Strong)
}

pub(super) fn nouns_of_verdict(sentence: &Sentence, term: &Term) -> bool {
    PART_OF_VERDICT.contains(sentence.word(term.at.end))
        || matches!(sentence.word(term.at.end), "category" | "grade" | "one" | "ones")
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

/// "A good school"
pub(super) fn names_school(sentence: &Sentence, term: &Term) -> bool {
    matches!(sentence.word(term.at.end), "school" | "academy")
}

/// Whether a verb stands before the term that can only give a grade: "we would grade it as good".
pub(super) fn graded_by_verb(sentence: &Sentence, term: &Term) -> bool {
    let stems = ["grade", "grading", "judge", "judging", "rate", "rating"];
    let mut before = sentence.back(term.at.start).take(8);
    before.any(|at| {
        let word = sentence.word(at);
        stems.contains(&word.trim_end_matches(['d', 's']))
    })
}

/// Whether a term is used as the name of a grade, which no noun follows: "keep its good", "elements of outstanding".
pub(super) fn is_grade_by_name(sentence: &Sentence, term: &Term) -> bool {
    // "a needs attention area", "a requires improvement school"
    if term.verb && matches!(sentence.before(term.at.start, 1), "a" | "the" | "an") {
        return true;
    }
    let grade = matches!(
        sentence.word(term.at.start),
        "good" | "outstanding" | "exceptional" | "inadequate"
    );
    let next = sentence.word(term.at.end);
    // "a judgement of good for the quality of education"
    let named = sentence.before(term.at.start, 1) == "of"
        && GRADES.contains(sentence.before(term.at.start, 2))
        && sentence.before(term.at.start, 3) != "no";
    if grade && named && phrase_ends(sentence, term.at.end, Weight::Strong) {
        return true;
    }
    // "Solid good, moving up"
    let shade = sentence.before(term.at.start, 1);
    let opens = GRADE_SHADES.contains(shade) && sentence.begins(term.at.start - 1);
    let reached = matches!(shade, "off" | "near" | "nearer");
    let ends = !sentence.is_word(term.at.end) && (next != "," || opens || reached)
        || matches!(
            next,
            "yet"
                | "if"
                | "with"
                | "on"
                | "in"
                | "at"
                | "from"
                | "when"
                | "because"
                | "again"
                | "now"
                | "this"
        );
    let standard = sentence.word(term.at.start) == "strong" && !attained(sentence, term);
    if !(grade || standard) || !ends || !phrase_ends(sentence, term.at.end, term.weight) {
        return false;
    }
    let mut before = term.at.start;
    while before > 0 && GRADE_SHADES.contains(sentence.word(before - 1)) {
        before -= 1;
    }
    let owned = matches!(sentence.before(before, 1), "its" | "our" | "their" | "your")
        || before < term.at.start && matches!(sentence.before(before, 1), "a" | "the");
    let of = sentence.before(before, 1) == "of"
        && !(sentence.before(before, 3) == "no" && GRADES.contains(sentence.before(before, 2)))
        && !matches!(
            sentence.before(before, 2),
            "lot" | "lots" | "plenty" | "full" | "deal" | "kind"
        );
    owned || of || moves_to_grade(sentence, term, before) || opens
}

/// Whether the words before the grade that begins at `grade` lead to it: "on the way to outstanding", "nowhere near good".
fn moves_to_grade(sentence: &Sentence, term: &Term, grade: usize) -> bool {
    let two_before = sentence.before(grade, 2);
    match sentence.before(grade, 1) {
        // "keep good", "reach outstanding", "no hesitation in saying good"
        "near" | "nearer" | "below" | "above" | "beyond" | "off" | "keep" | "keeps" | "kept" | "retain"
        | "retains" | "retained" | "lose" | "lost" | "reach" | "reached" | "secure" | "secured"
        | "saying" => true,
        "as" => two_before == "out",
        "for"
            if matches!(
                two_before,
                "go" | "going" | "gone" | "settle" | "settled" | "track" | "course" | "heading"
            ) =>
        {
            true
        }
        "towards" | "toward"
            if matches!(two_before, "moving" | "moves" | "moved" | "heading" | "journey") =>
        {
            true
        }
        "to" | "towards" | "toward" | "from" | "between" | "than" | "into" | "for" | "at" => {
            term.weight == Weight::Strong
                || sentence.before(grade, 1) == "to" && TOWARDS_GRADE.contains(&two_before)
        }
        "on" => matches!(two_before, "verging" | "verges" | "bordering" | "borders"),
        "with" => (2..5).any(|back| {
            let word = sentence.before(grade, back);
            word.starts_with("agree") || matches!(word, "happy" | "content")
        }),
        _ => false,
    }
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
        // "What we saw was good teaching" is no example.
        let seen = sentence.word(place) == "what" && matches!(sentence.word(place + 1), "we" | "i");
        !seen
            && matches!(
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
    // "feels like a solid good school"
    let seems = before == "like"
        && matches!(
            sentence.before(start, 2),
            "feels" | "felt" | "feel" | "looks" | "looked" | "sounds" | "seems"
        );
    general
        || !seems
            && matches!(
                before,
                "of" | "about"
                    | "for"
                    | "towards"
                    | "like"
                    | "from"
                    | "by"
                    | "with"
                    | "through"
                    | "on"
                    | "into"
            )
}

/// Whether the words that an adjective describes end before `at`.
pub(super) fn ends_description(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    !sentence.is_word(at)
        || PREPOSITIONS.contains(word)
        || matches!(word, "getting" | "becoming" | "moving" | "heading")
        || DETERMINERS.contains(word)
        || COPULAS.contains(word)
        || HELPING.contains(word)
        || REPORTING.contains(word)
}
