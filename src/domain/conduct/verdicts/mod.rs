//! Verdicts on the school: how a word is used decides, not that it is there.
//!
//! | form | example |
//! | --- | --- |
//! | said of it | teaching is at least good; leadership requires improvement |
//! | a label | Quality of teaching: good |
//! | describing it | an outstanding school |
//! | given to it | we would grade maths as good |
//! | alone | Not yet good. |
//! | said further | Teaching is calm. It is not yet good. |
//! | in other words | Teaching is weak; the best school in the cluster |

mod around;
mod further;
mod given;
mod mentioned;
mod opinion;
mod subject;
mod talk;
mod terms;
mod things;

use std::ops::Range;

use around::{
    attained, by_category, ends_description, graded_by_verb, hedged, is_example, is_grade_by_name,
    is_separator, leading_somewhere, names_school, nouns_of_verdict, number_before, of_pupils,
    predicate_start, term_or_hedge, verb_ends,
};
use given::{is_own_view, names_school_soon, summed_up};
use mentioned::{is_asked, is_mentioned, is_where, said_by_others};
use subject::{Subject, Subjects};
use talk::{is_all_talk, is_measured_by_grade, row_of_numbers};
use terms::{GRADES, PART_OF_VERDICT, PRAISED, Term, Weight, means_something_else, phrase_ends, term};
use things::{is_due, is_limited, is_skill, is_thing};

use super::{
    lexicon::{COPULAS, DETERMINERS, HELPING, PREPOSITIONS},
    sentence::{Letters, Sentence},
};
use crate::domain::model::{Rules, Verdict};

/// Tells verdicts by the rules of a model.
#[derive(Debug, Clone, Default)]
pub(super) struct Verdicts {
    rule: Verdict,
    subjects: Subjects,
    /// The words of the model's own scales, in small letters.
    own: Vec<String>,
}

impl Verdicts {
    /// By the rules of a plan, for the school called `host`.
    pub fn of(rules: &Rules, host: &str) -> Self {
        let steps = rules.scales.iter().flat_map(|scale| &scale.steps);
        let own = match rules.verdict {
            Verdict::Required => steps.map(|step| step.to_lowercase()).collect(),
            _ => Vec::new(),
        };
        let host = host.split(|letter: char| !letter.is_alphanumeric());
        let host = host.filter(|word| word.chars().count() > 3);
        Self {
            rule: rules.verdict,
            subjects: Subjects {
                host: host.map(str::to_lowercase).collect(),
            },
            own,
        }
    }

    /// The words of verdict in a sentence; `earlier` stand before it in the same line.
    pub fn find(&self, sentence: &Sentence, earlier: &[Sentence]) -> Vec<Range<usize>> {
        if self.rule == Verdict::Benchmark {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            if let Some(end) = row_of_numbers(sentence, at).filter(|_| self.rule != Verdict::Required) {
                found.push(at..end);
                at = end;
                continue;
            }
            let Some(term) = term(sentence, at) else {
                found.extend(self.opinion(sentence, at, earlier));
                at += 1;
                continue;
            };
            at = term.at.end;
            if self.is_verdict(sentence, &term) || self.goes_on(sentence, &term, earlier) {
                found.push(term.at);
            }
        }
        found
    }

    fn is_verdict(&self, sentence: &Sentence, term: &Term) -> bool {
        if means_something_else(sentence, term)
            || self.is_own(sentence, term)
            || of_pupils(sentence, term)
            || said_by_others(sentence, term)
            || is_asked(sentence)
            || is_mentioned(sentence, term)
            || is_where(sentence, term)
        {
            return false;
        }
        let graded = || {
            self.is_label(sentence, term)
                || self.is_given(sentence, term)
                || self.opens_label(sentence, term)
                || matches!(sentence.word(term.at.start), "ri" | "special" | "serious")
                || is_grade_by_name(sentence, term)
        };
        let said = || {
            self.stands_alone(sentence, term)
                || self.is_said_of_school(sentence, term)
                || self.is_added(sentence, term)
                || self.is_answered(sentence, term)
        };
        match (self.rule, term.weight) {
            // Where no verdict is banned, a lack is only a lack unless it is given as a grade.
            (Verdict::NotAskedFor | Verdict::Required | Verdict::Benchmark, Weight::Lack) => graded(),
            // Where none is asked for, "good teaching" is only praise.
            (Verdict::NotAskedFor, Weight::Plain) => graded() || said() || names_school(sentence, term),
            // Where the model has levels of its own, all praise is, unless it is given as a grade.
            (Verdict::Required | Verdict::Benchmark, Weight::Plain) => {
                let mut before = sentence.back(term.at.start);
                let named = before.any(|at| GRADES.contains(sentence.word(at)));
                graded_by_verb(sentence, term) && self.is_given(sentence, term)
                    || named && self.is_label(sentence, term)
            }
            _ => {
                graded()
                    || said()
                    || self.describes_school(sentence, term)
                    || is_all_talk(sentence, term)
                    || is_measured_by_grade(sentence, term)
            }
        }
    }

    fn is_own(&self, sentence: &Sentence, term: &Term) -> bool {
        let words: Vec<&str> = term.at.clone().map(|at| sentence.word(at)).collect();
        let words = words.join(" ");
        self.own.iter().any(|step| step.contains(&words))
    }

    /// "Not yet good."
    fn stands_alone(&self, sentence: &Sentence, term: &Term) -> bool {
        let (start, _) = hedged(sentence, term.at.start);
        // "Outstanding!" on a sticker is nobody's judgement of the school.
        let exclaimed = term.at.start == 1 && sentence.word(0) == "\"" && sentence.word(term.at.end) == "!";
        if exclaimed {
            return false;
        }
        // "In a nutshell, outstanding"
        let aside = start > 0
            && start <= 6
            && sentence.word(start - 1) == ","
            && (PREPOSITIONS.contains(sentence.word(0))
                || matches!(
                    sentence.word(0),
                    "all" | "overall" | "so" | "based" | "judging" | "going" | "if" | "when"
                ))
            && !(0..start)
                .any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)));
        // "All in all, good."
        let ends = (term.at.end..sentence.tokens.len()).all(|at| !sentence.is_word(at));
        let begins = sentence.begins(start)
            || ends && summed_up(sentence, start)
            || aside && (term.weight != Weight::Plain || ends);
        if !begins || term.weight == Weight::Standard && attained(sentence, term) {
            return false;
        }
        let rest = term.at.end..sentence.tokens.len();
        let only_verdict = |at: usize| {
            !sentence.is_word(at)
                || term_or_hedge(sentence, at)
                || matches!(
                    sentence.word(at),
                    "or" | "overall" | "and" | "but" | "grade" | "1" | "2" | "3" | "4"
                )
        };
        // "Pretty much outstanding from start to finish"
        let shaded = start < term.at.start
            && term.weight == Weight::Strong
            && !DETERMINERS.contains(sentence.before(term.at.start, 1))
            && PREPOSITIONS.contains(sentence.word(rest.start));
        // "Good, all three of us agreed"
        let agreed = sentence.word(term.at.end) == ","
            && sentence.ahead(term.at.end).any(|at| {
                matches!(
                    sentence.word(at),
                    "agree" | "agreed" | "us" | "view" | "opinion" | "verdict"
                )
            });
        // "Not quite outstanding yet but getting there"
        let so_far = start < term.at.start
            && term.weight == Weight::Strong
            && matches!(sentence.word(rest.start), "yet" | "now" | "still")
            && (!sentence.is_word(rest.start + 1) || sentence.word(rest.start + 1) == "but");
        agreed
            || shaded
            || so_far
            || sentence.word(rest.start) == "overall" && sentence.word(rest.start + 1) == ","
            || is_own_view(sentence, rest.clone())
            || term.weight == Weight::Grade
                && !term.verb
                && matches!(sentence.word(rest.start), "with" | "but" | "and" | "or" | ",")
            || (rest.len() <= 5 && rest.clone().all(only_verdict))
            || self.is_scope(sentence, rest)
    }

    /// "Requires improvement: writing", "Strong standard for behaviour", "Urgent improvement is needed in leadership".
    fn opens_label(&self, sentence: &Sentence, term: &Term) -> bool {
        let (start, _) = hedged(sentence, term.at.start);
        // "Comfortably good for behaviour"; what is "good for" something is no grade.
        let plain = term.weight == Weight::Plain
            && (start == term.at.start || DETERMINERS.contains(sentence.before(term.at.start, 1)));
        if !sentence.begins(start) || plain {
            return false;
        }
        let end = term.at.end;
        let needed =
            COPULAS.contains(sentence.word(end)) && matches!(sentence.word(end + 1), "needed" | "required");
        // "\"Exceptional\" for personal development"
        let quoted = usize::from(matches!(sentence.word(end), "\"" | "'" | "."));
        let after = if needed { end + 2 } else { end + quoted };
        let joins = is_separator(sentence, after) || matches!(sentence.word(after), "for" | "in");
        let stop = (after + 1..after + 7)
            .find(|at| ends_description(sentence, *at))
            .unwrap_or(after + 7);
        // "Needs attention - that's where we landed"
        let taken_up = is_separator(sentence, after)
            && matches!(sentence.word(after + 1), "that" | "this" | "it" | "which")
            && (sentence.owns(after + 1) || COPULAS.contains(sentence.word(after + 2)));
        if taken_up {
            return true;
        }
        // "Grade 2 for everything apart from governance"
        let named = sentence.word(term.at.start) == "grade" && joins;
        named
            || joins
                && (term.weight != Weight::Standard || !attained(sentence, term))
                && self
                    .subjects
                    .of(sentence, after + 1..stop.min(sentence.tokens.len()))
                    == Subject::School
    }

    /// "Behaviour and attitudes - outstanding", "Judgement: good".
    fn is_label(&self, sentence: &Sentence, term: &Term) -> bool {
        if !phrase_ends(sentence, term.at.end, term.weight) {
            return false;
        }
        let (mut start, _) = hedged(sentence, term.at.start);
        // "Leadership: 1 - outstanding", "Leadership = 'outstanding'".
        // Back over "1 - ", "(", "grade 2": what stands between the label and the verdict.
        let hedges = start;
        let mut parted = false;
        while start > 0 && hedges - start < 5 {
            let before = start - 1;
            let number = sentence.letters(before) == Letters::Digits
                && (before == 0 || !sentence.is_word(before - 1) || sentence.word(before - 1) == "grade");
            let open = matches!(sentence.word(before), "(" | "[" | "*" | "\"" | "'" | ",")
                && (number_before(sentence, before) || before + 1 < hedges || sentence.word(before) != ",");
            // "The judgement is: good"
            let copula = parted && COPULAS.contains(sentence.word(before));
            let skipped = is_separator(sentence, before)
                || open
                || number
                || copula
                || before > 0 && sentence.word(before) == "grade";
            if !skipped {
                break;
            }
            parted |= is_separator(sentence, before) || matches!(sentence.word(before), "(" | "[");
            start = before;
        }
        if start == 0 || !parted {
            return false;
        }
        let (subject, from) = self.subjects.ending(sentence, start);
        let named = (from..hedges).any(|at| GRADES.contains(sentence.word(at)));
        let short = start - from <= 8;
        // A grade behind a colon is one whatever the label is, unless it is of what is still to be done.
        let by_name = term.weight >= Weight::Strong && term.weight != Weight::Lack;
        let any = by_name && subject == Subject::Other && !is_due(sentence, from..start);
        short && (subject.bears(term.weight) || subject == Subject::Teaching || named || any)
    }

    /// "The teaching we saw was at least good."
    fn is_said_of_school(&self, sentence: &Sentence, term: &Term) -> bool {
        let ends =
            term.verb || phrase_ends(sentence, term.at.end, term.weight) || nouns_of_verdict(sentence, term);
        if !ends || (term.verb && !verb_ends(sentence, term.at.end)) {
            return false;
        }
        let (start, hedges) = hedged(sentence, term.at.start);
        if term.weight == Weight::Standard && !by_category(sentence, term) && attained(sentence, term) {
            return false;
        }
        if leading_somewhere(sentence, term) {
            return false;
        }
        let Some(end) = predicate_start(sentence, start, term, hedges) else {
            return false;
        };
        if matches!(sentence.word(end), "we're" | "you're") {
            return term.weight != Weight::Lack;
        }
        let (mut subject, mut from) = self.subjects.ending(sentence, end);
        let relative = matches!(sentence.before(from, 1), "that" | "which" | "who");
        if relative && matches!(subject, Subject::Nothing | Subject::Before) {
            // "A lesson that requires improvement"
            (subject, from) = self.subjects.ending(sentence, from - 1);
        }
        // "One area stops it being outstanding"
        if matches!(sentence.before(end, 1), "it" | "this") && subject == Subject::Other {
            subject = Subject::Pronoun;
        }
        // "The consensus among the three of us was strong standard"
        let by_name = term.weight != Weight::Plain
            && (from..end)
                .find(|at| PREPOSITIONS.contains(sentence.word(*at)))
                .is_some_and(|stop| {
                    stop > from
                        && matches!(
                            sentence.word(stop),
                            "among" | "amongst" | "between" | "after" | "at"
                        )
                        && GRADES.contains(sentence.word(stop - 1))
                });
        if by_name {
            return true;
        }
        match subject {
            Subject::Before | Subject::Nothing => self.was_about_school(sentence, from, term),
            Subject::Pronoun => {
                let next = sentence.word(term.at.end);
                let overall = matches!(next, "overall" | "throughout") && term.weight <= Weight::Strong
                    || next == "to" && matches!(sentence.word(term.at.end + 1), "us" | "me");
                let personal = overall || term.weight == Weight::Strong && !sentence.is_word(term.at.end);
                subject.bears(term.weight) || personal || term.weight == Weight::Standard
            }
            // "The school should be proud to be outstanding"
            Subject::Other if self.is_said_at_length(sentence, term) => true,
            // Hardly anything but a judgement "requires improvement"; a roof may.
            Subject::Other if term.verb && term.weight == Weight::Grade => !is_thing(sentence, from..end),
            // "Handwriting requires improvement": that is what pupils do.
            Subject::Teaching if term.verb && is_skill(sentence, from..end) => false,
            _ => {
                // "The word for leadership is outstanding"
                let word = (from..end).any(|at| sentence.word(at) == "word")
                    && (from..end).any(|at| self.subjects.is_school(sentence.word(at)));
                subject.bears(term.weight) || word || end > from && GRADES.contains(sentence.word(end - 1))
            }
        }
    }

    /// "Inadequate is the only word for the curriculum", "nothing inadequate about this school".
    fn is_word_for(&self, sentence: &Sentence, term: &Term, end: usize) -> bool {
        let judged = sentence.begins(term.at.start)
            && COPULAS.contains(sentence.word(end))
            && (end + 1..end + 5).any(|at| {
                matches!(
                    sentence.word(at),
                    "word" | "judgement" | "judgment" | "verdict" | "grade" | "view"
                )
            });
        let about = matches!(
            sentence.before(term.at.start, 1),
            "nothing" | "something" | "anything" | "little" | "much"
        ) && matches!(sentence.word(end), "about" | "in" | "with")
            && (end + 1..end + 4).any(|at| self.subjects.is_school(sentence.word(at)));
        judged || about && term.weight >= Weight::Strong
    }

    /// Whether a strong word behind "to be" is said of the school, with which the sentence begins.
    fn is_said_at_length(&self, sentence: &Sentence, term: &Term) -> bool {
        let verb = (0..term.at.start)
            .find(|at| COPULAS.contains(sentence.word(*at)) || HELPING.contains(sentence.word(*at)));
        sentence.before(term.at.start, 1) == "be"
            && matches!(term.weight, Weight::Strong | Weight::Grade)
            && verb.is_some_and(|verb| self.subjects.of(sentence, 0..verb) == Subject::School)
    }

    /// "8 lessons were good and 2 required improvement": the subject stands in an earlier clause.
    fn was_about_school(&self, sentence: &Sentence, from: usize, term: &Term) -> bool {
        if from == 0 {
            // "Would be inadequate if inspected tomorrow"
            let verb = (0..term.at.start)
                .any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)));
            return verb && matches!(term.weight, Weight::Strong | Weight::Grade);
        }
        let verb = sentence
            .back(from)
            .find(|at| COPULAS.contains(sentence.word(*at)));
        verb.is_some_and(|verb| self.subjects.ending(sentence, verb).0.bears(term.weight))
    }

    /// "An outstanding school", "good leadership".
    fn describes_school(&self, sentence: &Sentence, term: &Term) -> bool {
        // "A strong standard school"
        if term.weight == Weight::Standard && names_school(sentence, term) {
            return true;
        }
        if term.verb
            || matches!(term.weight, Weight::Standard)
            || (sentence.word(term.at.start) == "leading" && sentence.word(term.at.end) != "school")
        {
            return false;
        }
        // "a 'good' school"
        let quoted = matches!(sentence.word(term.at.end), "'" | "\"");
        let end = term.at.end + usize::from(quoted);
        if self.is_word_for(sentence, term, end) {
            return true;
        }
        if PART_OF_VERDICT.contains(sentence.word(end)) {
            // "the outstanding features of a text"
            let of = usize::from(sentence.word(end + 1) == "of");
            let stop = (end + 1 + of..end + 8).find(|at| ends_description(sentence, *at));
            let of_what = end + 1 + of..stop.unwrap_or(end + 8).min(sentence.tokens.len());
            let subject = self.subjects.of(sentence, of_what);
            return of == 0 || !matches!(subject, Subject::Other | Subject::Nothing);
        }
        // "Leadership is of an outstanding standard"
        let of_quality = matches!(sentence.word(end), "quality" | "standard" | "level")
            && !sentence.is_word(end + 1)
            && sentence
                .back(term.at.start)
                .any(|at| self.subjects.is_school(sentence.word(at)));
        if of_quality && term.weight != Weight::Plain {
            return true;
        }
        let measure =
            matches!(sentence.word(end), "quality" | "standard" | "level") && sentence.word(end + 1) == "of";
        // "a good, solid school"
        let more = sentence.word(end) == "," && names_school_soon(sentence, end);
        let first = end + if measure { 2 } else { usize::from(more) };
        // "Exceptional weather closed school", but "an exceptional, well-led school"
        let verb = |at: usize| {
            (sentence.word(at).ends_with("ed") || matches!(sentence.word(at), "hit" | "kept" | "meant"))
                && at > first
                && sentence.before(at, 1) != "well"
        };
        let stop = (first..first + 5)
            .find(|at| ends_description(sentence, *at) || verb(*at))
            .unwrap_or(first + 5);
        let Some(noun) = (first..stop).next_back() else {
            return false;
        };
        // "Outstanding art on display"
        if sentence.word(stop) == "on" && matches!(sentence.word(stop + 1), "display" | "show" | "walls") {
            return false;
        }
        if term.weight == Weight::Plain {
            let core = measure || (first..stop).any(|at| PRAISED.contains(sentence.word(at)));
            return core && self.is_praised(sentence, term, first..stop);
        }
        let teaching = matches!(
            sentence.word(noun),
            "practice" | "modelling" | "questioning" | "support" | "care" | "guidance" | "relationships"
        );
        let subject = self.subjects.of(sentence, first..stop);
        let lacking = matches!(sentence.word(term.at.start), "inadequate" | "ineffective")
            && subject == Subject::Teaching
            && !is_thing(sentence, first..stop)
            && !is_limited(sentence, stop);
        teaching || lacking || subject == Subject::School
    }

    /// Whether what is called good or effective, at these words, is the school: "good teaching", "an effective leader".
    fn is_praised(&self, sentence: &Sentence, term: &Term, within: Range<usize>) -> bool {
        let noun = within.end.saturating_sub(1);
        self.subjects.of(sentence, within) == Subject::School
            && !is_example(sentence, term.at.start)
            && (sentence.word(term.at.start) == "good"
                || matches!(
                    sentence.word(noun),
                    "school"
                        | "leadership"
                        | "governance"
                        | "leader"
                        | "provision"
                        | "management"
                        | "team"
                        | "governors"
                        | "leaders"
                ))
    }
}
