//! Verdicts that are given: "I would grade maths as good", "moved from inadequate to good".

use std::ops::Range;

use super::{
    Verdicts,
    around::{attained, hedged, verb_ends},
    subject::Subject,
    terms::{GRADERS, GRADES, GRADING, RECEIVING, Term, Weight, phrase_ends},
};
use crate::domain::conduct::{
    lexicon::{COPULAS, HELPING},
    sentence::Sentence,
};

impl Verdicts {
    /// "Is it good? Yes.": the answer makes a verdict of what was asked.
    pub(super) fn is_answered(&self, sentence: &Sentence, term: &Term) -> bool {
        let asked_of = |at: usize| {
            let word = sentence.word(at);
            self.subjects.is_school(word) || matches!(word, "it" | "this" | "they" | "we" | "you" | "i")
        };
        sentence.answered
            && phrase_ends(sentence, term.at.end, term.weight)
            && sentence.back(term.at.start).any(asked_of)
    }

    /// "... across the board", "... in most areas": how far a verdict that stands alone goes.
    pub(super) fn is_scope(&self, sentence: &Sentence, rest: Range<usize>) -> bool {
        let opens = matches!(sentence.word(rest.start), "in" | "across" | "throughout");
        // "Strong standard across the piece, bar early years"
        let stop = rest.clone().find(|at| sentence.word(*at) == ",");
        let rest = rest.start..stop.unwrap_or(rest.end);
        let last = rest.clone().rev().find(|at| sentence.is_word(*at));
        let Some(last) = last.filter(|_| opens && rest.len() <= 7) else {
            return false;
        };
        let whole = matches!(
            sentence.word(last),
            "areas"
                | "places"
                | "parts"
                | "board"
                | "respects"
                | "school"
                | "subjects"
                | "phases"
                | "ways"
                | "aspects"
                | "piece"
                | "way"
                | "respect"
                | "area"
                | "sense"
                | "lesson"
                | "room"
                | "classes"
                | "rooms"
                | "lessons"
        );
        let plain = !rest
            .clone()
            .any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)));
        plain && (whole || self.subjects.of(sentence, rest.start + 1..last + 1) == Subject::School)
    }

    /// "Early years is the jewel, easily outstanding": a grade that is added behind a comma to what was said of the school.
    pub(super) fn is_added(&self, sentence: &Sentence, term: &Term) -> bool {
        let (start, _) = hedged(sentence, term.at.start);
        let ends = (term.at.end..sentence.tokens.len()).all(|at| !sentence.is_word(at));
        let by_name = matches!(term.weight, Weight::Strong | Weight::Grade) && !term.verb;
        if !(by_name && ends && sentence.before(start, 1) == ",") {
            return false;
        }
        let verb = (0..start).find(|at| COPULAS.contains(sentence.word(*at)));
        verb.is_some_and(|verb| self.subjects.of(sentence, 0..verb) == Subject::School)
    }

    /// "I would grade maths as good", "moved from inadequate to good".
    pub(super) fn is_given(&self, sentence: &Sentence, term: &Term) -> bool {
        if !(phrase_ends(sentence, term.at.end, term.weight) || term.verb && verb_ends(sentence, term.at.end))
        {
            return false;
        }
        let (start, _) = hedged(sentence, term.at.start);
        let grading = (0..term.at.start)
            .rev()
            .take(10)
            .find(|at| GRADING.contains(sentence.word(*at)) && sentence.is_word(*at));
        if grading.is_some_and(|verb| self.is_graded(sentence, term, verb)) {
            return term.weight != Weight::Standard || !attained(sentence, term);
        }
        if is_bound_to_grade(sentence, start) || self.is_described_as(sentence, start) {
            return true;
        }
        moves_between_grades(sentence, term, start)
            && term.weight != Weight::Standard
            && sentence
                .back(start)
                .any(|at| self.subjects.is_school(sentence.word(at)))
            && sentence.before(start, 2) != "as"
    }

    /// "The school's own evaluation of its curriculum as inadequate": the noun of a grading, and what it grades.
    fn is_described_as(&self, sentence: &Sentence, start: usize) -> bool {
        let start = start + usize::from(sentence.word(start) == "as");
        let noun = (3..12).find(|back| {
            sentence.before(start, back - 1) == "of"
                && matches!(
                    sentence.before(start, *back),
                    "evaluation"
                        | "self-evaluation"
                        | "assessment"
                        | "description"
                        | "grading"
                        | "judgement"
                        | "rating"
                        | "view"
                )
        });
        sentence.before(start, 1) == "as"
            && noun.is_some_and(|back| {
                self.subjects.of(sentence, start + 2 - back..start - 1) == Subject::School
            })
    }

    /// Whether the verb of grading at `verb` gives the grade to the school.
    fn is_graded(&self, sentence: &Sentence, term: &Term, verb: usize) -> bool {
        let (start, _) = hedged(sentence, term.at.start);
        if (verb + 1..start).any(|at| sentence.word(at) == "no") {
            return false;
        }
        let grader = (0..verb)
            .rev()
            .take(5)
            .any(|at| GRADERS.contains(sentence.word(at)));
        let receiving = RECEIVING.contains(sentence.word(verb));
        let as_grade = matches!(sentence.word(verb), "judged" | "graded" | "rated")
            || (receiving && sentence.before(start, 1) == "as");
        // "Would be graded good"
        let denied = usize::from(sentence.before(verb, 1) == "not");
        let helped = HELPING.contains(sentence.before(verb, 1 + denied))
            || matches!(sentence.before(verb, 1), "they'll" | "you'll" | "we'll" | "it'll");
        let received = receiving && helped && verb <= 2 + denied;
        let unsaid =
            sentence.before(verb, 1) == "be" && HELPING.contains(sentence.before(verb, 2)) && verb <= 3;
        // "Rated outstanding by the team"
        let by_us = sentence.word(term.at.end) == "by"
            && (term.at.end + 1..term.at.end + 6)
                .any(|at| GRADERS.contains(sentence.word(at)) || sentence.word(at) == "us");
        let by_us = by_us
            && matches!(
                sentence.word(verb),
                "judged" | "graded" | "rated" | "deemed" | "thought"
            );
        // "Judged as good"
        let opens = verb == 0
            && as_grade
            && term.at.start <= verb + 3
            && !(term.at.end..term.at.end + 4)
                .any(|at| matches!(sentence.word(at), "by" | "last" | "previously"));
        // "Would say good"
        let subjectless = HELPING.contains(sentence.word(0))
            && verb <= 2
            && matches!(
                sentence.word(verb),
                "say" | "said" | "call" | "give" | "go" | "grade" | "judge" | "rate"
            );
        grader
            || by_us
            || subjectless
            || opens
            || self.grades_its_object(sentence, term, verb)
            || self.is_passive(sentence, verb, as_grade)
            || received
            || unsaid && as_grade
    }

    /// Whether the verb grades what follows it: "we would grade maths as good", "nobody could call this anything but
    /// good".
    fn grades_its_object(&self, sentence: &Sentence, term: &Term, verb: usize) -> bool {
        let ends = !sentence.is_word(term.at.end);
        let by_name = matches!(
            sentence.word(verb).trim_end_matches(['d', 's']),
            "call" | "calling" | "grade" | "rate" | "judge"
        );
        let called = |word: &str| {
            by_name && ends && matches!(word, "it" | "this" | "you")
                || by_name && matches!(word, "itself" | "themselves")
        };
        (verb + 1..term.at.start)
            .map(|at| sentence.word(at))
            .any(|word| self.subjects.is_school(word) || called(word))
    }

    /// Whether who stands before the verb is given the grade: "the school would get", "quality of teaching graded
    /// Effective". `as_grade`: the verb is one of grading even where "it" alone is graded.
    fn is_passive(&self, sentence: &Sentence, verb: usize, as_grade: bool) -> bool {
        let participle = matches!(
            sentence.word(verb),
            "graded" | "judged" | "rated" | "deemed" | "classed"
        ) && self.subjects.ending(sentence, verb).0 == Subject::School;
        let given = participle
            || COPULAS.contains(sentence.before(verb, 1))
            || COPULAS.contains(sentence.before(verb, 2))
            || RECEIVING.contains(sentence.word(verb));
        let it = |word: &str| as_grade && matches!(word, "it" | "this");
        given
            && (0..verb)
                .rev()
                .take(8)
                .map(|at| sentence.word(at))
                .any(|word| self.subjects.is_school(word) || it(word))
    }
}

/// Whether a grade is named just before the one at `start`, or is the least of all: "a verdict of good", "nothing below
/// good".
fn is_bound_to_grade(sentence: &Sentence, start: usize) -> bool {
    let floor = matches!(sentence.before(start, 1), "below" | "than" | "of")
        && (2..5).any(|back| sentence.before(start, back) == "nothing");
    let judged = sentence.before(start, 1) == "of"
        && GRADES.contains(sentence.before(start, 2))
        && sentence.before(start, 3) != "no";
    floor || judged
}

/// Whether the way to a grade is told: "moved from inadequate to good", "is well towards outstanding".
fn moves_between_grades(sentence: &Sentence, term: &Term, start: usize) -> bool {
    matches!(
        sentence.before(start, 1),
        "from" | "towards" | "into" | "beyond" | "near" | "nearer" | "below" | "above"
    ) || sentence.before(term.at.start, 1) == "to"
        || (sentence.before(start, 1) == "for" && term.weight != Weight::Plain)
}

/// "Outstanding in my view": whose view it is, and no more.
pub(super) fn is_own_view(sentence: &Sentence, rest: Range<usize>) -> bool {
    let says = |words: &[&str]| sentence.says(rest.start, words);
    let view = (says(&["in", "my"]) || says(&["in", "our"]))
        && matches!(
            sentence.word(rest.start + 2),
            "view" | "opinion" | "book" | "eyes"
        );
    let me = says(&["for", "me"]) || says(&["to", "me"]) || says(&["by", "any"]);
    (view || me) && rest.len() <= 4
}

/// "On balance good": whether nothing but words that sum up stand before `start`.
pub(super) fn summed_up(sentence: &Sentence, start: usize) -> bool {
    let opens: [&[&str]; 8] = [
        &["on", "balance"],
        &["in", "short"],
        &["all", "in", "all"],
        &["by", "and", "large"],
        &["for", "me"],
        &["to", "me"],
        &["in", "my", "view"],
        &["on", "the", "whole"],
    ];
    opens
        .iter()
        .any(|words| words.len() == start && sentence.says(0, words))
}

/// Whether a school is named behind the comma at `comma` and at most two words.
pub(super) fn names_school_soon(sentence: &Sentence, comma: usize) -> bool {
    (comma + 2..comma + 4).any(|at| matches!(sentence.word(at), "school" | "academy"))
        && (comma + 1..comma + 3).all(|at| sentence.is_word(at))
}
