//! Verdicts in words that no framework has: "Teaching is weak", "an excellent school", "the best school in the cluster".
//!
//! These words are plain English of nearly everything ("weak spelling", "excellent handwriting"), so that they count only
//! where the school itself, its teaching or its leadership is what they are said of.

use std::{ops::Range, sync::LazyLock};

use super::{
    Verdicts,
    around::{hedged, is_example, is_separator, predicate_start},
    mentioned::{is_asked, is_mentioned, said_by_others},
    terms::{GRADES, Term, Weight, is_hedge, phrase_ends},
};
use crate::domain::{
    conduct::{
        lexicon::{AREAS, COPULAS, DETERMINERS, HELPING, Words, class},
        sentence::{Letters, Sentence},
    },
    model::Verdict,
};

/// What is said of a school instead of a grade.
static OPINIONS: Words = LazyLock::new(|| {
    class(
        "excellent superb poor weak mediocre satisfactory inspirational world-class first-class dire terrible brilliant \
         fantastic amazing exemplary adequate awful dreadful substandard abysmal woeful superlative",
    )
});

/// What only a school is.
const OF_SCHOOLS: [&str; 2] = ["failing", "coasting"];

/// What such a word is a verdict on.
static CORE: Words = LazyLock::new(|| {
    class(
        "school schools academy academies federation provision teaching leadership leaders leader management governance \
         governors lesson lessons teacher teachers education curriculum slt",
    )
});

/// What may stand before the noun that is judged: how much of it, where and which.
static BEFORE_CORE: Words = LazyLock::new(|| {
    class(
        "quality standard standards most much all every each half majority number proportion rest some several many few \
         one two three four five six seven eight nine ten of the a an our your their this that these those overall \
         strategic senior middle subject whole-school classroom day-to-day whole too other both host primary infant \
         junior ourselves",
    )
});

/// Words that set a school above or below another.
const COMPARING: [&str; 10] = [
    "better",
    "worse",
    "stronger",
    "weaker",
    "best",
    "worst",
    "strongest",
    "weakest",
    "finest",
    "poorest",
];

impl Verdicts {
    /// The words at `at` that judge the school without a grade, if they do; `earlier` stand before the sentence.
    pub(super) fn opinion(
        &self,
        sentence: &Sentence,
        at: usize,
        earlier: &[Sentence],
    ) -> Option<Range<usize>> {
        if self.rule != Verdict::Banned {
            return None;
        }
        let word = sentence.word(at);
        let of_school = OF_SCHOOLS.contains(&word);
        let compared = COMPARING.contains(&word);
        // "Curriculum and teaching: strong" is a grade; strong leadership is plain praise.
        let graded = word == "strong" && !sentence.is_word(at + 1);
        if !(OPINIONS.contains(word) || of_school || compared || graded) {
            return None;
        }
        let term = Term {
            at: at..at + 1,
            weight: Weight::Plain,
            verb: false,
        };
        if said_by_others(sentence, &term) || is_asked(sentence) || is_mentioned(sentence, &term) {
            return None;
        }
        let judges = if graded {
            is_label(sentence, at)
        } else if of_school && sentence.before(at, 2) == "school" && COPULAS.contains(sentence.before(at, 1))
        {
            true
        } else if compared {
            is_among_schools(sentence, at)
        } else {
            describes_core(sentence, at, of_school)
                || !of_school && is_beside_core(sentence, at)
                || said_of_core(sentence, &term, of_school)
                || !of_school && (is_label(sentence, at) || earlier.is_empty() && is_all(sentence, at))
        };
        judges.then_some(at..at + 1)
    }
}

/// "weak teaching in KS2", "excellent maths teaching", where no other noun follows.
fn describes_core(sentence: &Sentence, at: usize, of_school: bool) -> bool {
    let shade = |place: usize| {
        AREAS.contains(sentence.word(place)) && !CORE.contains(sentence.word(place))
            || matches!(
                sentence.word(place),
                "and" | "primary" | "infant" | "junior" | "middle" | "senior" | "subject"
            )
    };
    let noun = (at + 1..at + 4).find(|place| !shade(*place)).unwrap_or(at + 1);
    let named = matches!(sentence.word(noun), "school" | "schools" | "academy");
    CORE.contains(sentence.word(noun))
        && (named || !of_school)
        && !sentence.owns(noun)
        && phrase_ends(sentence, noun + 1, Weight::Strong)
        && !is_example(sentence, at)
}

/// "teaching weak in KS2", "leadership poor": without a verb.
fn is_beside_core(sentence: &Sentence, at: usize) -> bool {
    let noun = at
        .checked_sub(1)
        .filter(|noun| CORE.contains(sentence.word(*noun)));
    noun.is_some_and(|noun| opens_with_core(sentence, noun) && !sentence.owns(noun))
        && phrase_ends(sentence, at + 1, Weight::Strong)
}

/// "The teaching we saw was weak", "Three of ten lessons were poor".
fn said_of_core(sentence: &Sentence, term: &Term, of_school: bool) -> bool {
    let at = term.at.start;
    if !phrase_ends(sentence, at + 1, Weight::Plain) {
        return false;
    }
    let (start, hedges) = hedged(sentence, at);
    let Some(end) = predicate_start(sentence, start, term, hedges).filter(|end| *end < at) else {
        return false;
    };
    (0..end).rev().take(10).any(|place| {
        let word = sentence.word(place);
        let named = matches!(word, "school" | "schools" | "academy");
        let behaviour = word == "behaviour" && !sentence.is_word(at + 1);
        (if of_school {
            named
        } else {
            CORE.contains(word) || behaviour
        }) && !sentence.owns(place)
            && opens_with_core(sentence, place)
            && closes_core(sentence, place + 1..end)
    })
}

/// Whether nothing but how much and which stands before the noun at `noun`, back to where its clause begins.
fn opens_with_core(sentence: &Sentence, noun: usize) -> bool {
    (0..noun)
        .rev()
        .take_while(|place| {
            let word = sentence.word(*place);
            sentence.is_word(*place)
                && !matches!(
                    word,
                    "but" | "because" | "and" | "so" | "felt" | "think" | "say" | "thought"
                )
                && !(word == "that" && sentence.is_word(*place + 1) && *place > 0)
        })
        .all(|place| {
            let word = sentence.word(place);
            BEFORE_CORE.contains(word)
                || AREAS.contains(word)
                || is_hedge(word)
                || CORE.contains(word)
                || sentence.letters(place) == Letters::Digits
        })
}

/// Whether what stands between the noun and its verdict says only where, when or by whom it was seen.
fn closes_core(sentence: &Sentence, between: Range<usize>) -> bool {
    let first = sentence.word(between.start);
    between.is_empty()
        || matches!(
            first,
            "we" | "i"
                | "in"
                | "of"
                | "for"
                | "that"
                | "which"
                | "seen"
                | "observed"
                | "here"
                | "at"
                | "across"
                | "and"
                | "overall"
                | "("
        )
        || is_hedge(first)
}

/// "Leadership - weak", "Overall: excellent".
fn is_label(sentence: &Sentence, at: usize) -> bool {
    if !phrase_ends(sentence, at + 1, Weight::Plain) {
        return false;
    }
    let (start, _) = hedged(sentence, at);
    let Some(label) = start.checked_sub(1).filter(|mark| is_separator(sentence, *mark)) else {
        return false;
    };
    let Some(noun) = label.checked_sub(1) else {
        return false;
    };
    let word = sentence.word(noun);
    (CORE.contains(word) || GRADES.contains(word) && noun == 0) && opens_with_core(sentence, noun)
}

/// "It was excellent.", "Weak overall": nothing else is said.
fn is_all(sentence: &Sentence, at: usize) -> bool {
    let ends = (at + 1..sentence.tokens.len()).all(|place| {
        !sentence.is_word(place)
            || matches!(
                sentence.word(place),
                "overall" | "throughout" | "at" | "best" | "least"
            )
    });
    let plain = |place: usize| {
        let word = sentence.word(place);
        COPULAS.contains(word)
            || HELPING.contains(word)
            || is_hedge(word)
            || matches!(word, "it" | "this" | "all" | "everything" | "overall" | ",")
    };
    ends && (0..at).all(plain)
}

/// "The best school in the cluster", "weaker than the other schools we visited".
fn is_among_schools(sentence: &Sentence, at: usize) -> bool {
    let school = |place: usize| {
        matches!(
            sentence.word(place),
            "school" | "schools" | "academy" | "academies"
        )
    };
    if sentence.word(at).ends_with("st") {
        let noun = at + 1 + usize::from(matches!(sentence.word(at + 1), "primary" | "performing"));
        return school(noun) && phrase_ends(sentence, noun + 1, Weight::Strong) && !is_example(sentence, at);
    }
    let than = at + 1;
    if sentence.word(than) != "than" {
        return false;
    }
    let others = (than + 1..than + 5).any(school);
    let of_school = (0..at).all(|place| {
        let word = sentence.word(place);
        COPULAS.contains(word)
            || HELPING.contains(word)
            || is_hedge(word)
            || DETERMINERS.contains(word)
            || CORE.contains(word)
            || matches!(word, "it" | "we")
    });
    others && of_school
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    fn is_verdict(text: &str) -> bool {
        strict(text).iter().any(|(reason, _)| *reason == Reason::Verdict)
    }

    #[test]
    fn an_opinion_of_the_school_its_teaching_or_its_leaders_is_a_verdict() {
        for text in [
            "Teaching is weak",
            "The teaching we saw was excellent",
            "Three of ten lessons were poor",
            "Leadership is inspirational",
            "Leadership - poor",
            "Overall: excellent",
            "It was excellent",
            "Weak overall",
            "Excellent maths teaching throughout",
            "A failing school",
            "The best school in the cluster",
            "Weaker than the other schools we have visited",
        ] {
            assert!(is_verdict(text), "{text}");
        }
    }

    #[test]
    fn the_same_words_are_plain_english_of_everything_else() {
        for text in [
            "Poor handwriting posture in places",
            "Excellent use of cubes",
            "Spelling is weak in topic books",
            "Pupils' recall is weak",
            "Weak readers are heard daily",
            "Excellent behaviour certificates",
            "Excellent lesson starts",
            "It was excellent to hear pupils talk",
            "Inspirational quotes on the wall",
            "Failing that, use counters",
            "Attendance is better than in other schools",
            "Pupils said the school is excellent",
            "The best school trip was to the museum",
        ] {
            assert!(!is_verdict(text), "{text}");
        }
    }
}
