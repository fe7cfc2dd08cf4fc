//! Verdicts on what "it" and "they" stand for: "Teaching is calm. It is not yet good."

use super::{
    Verdicts,
    around::hedged,
    mentioned::{is_asked, is_mentioned, said_by_others},
    subject::Subject,
    terms::{Term, Weight, is_hedge, means_something_else, phrase_ends},
};
use crate::domain::{
    conduct::{
        lexicon::{AREAS, COPULAS, DETERMINERS, HELPING},
        sentence::Sentence,
    },
    model::Verdict,
};

/// How many sentences back the noun may stand for which a pronoun does.
const REACH: usize = 3;

impl Verdicts {
    /// Whether a sentence that says only that "it" or "they" are good says so of the school, by the sentences `earlier`
    /// in the same line. Where there is none it says as much as "Good." does alone.
    pub(super) fn goes_on(&self, sentence: &Sentence, term: &Term, earlier: &[Sentence]) -> bool {
        let asked = matches!(self.rule, Verdict::Banned | Verdict::NotAskedFor);
        if !asked || term.weight != Weight::Plain || !says_only_grade(sentence, term) {
            return false;
        }
        if means_something_else(sentence, term)
            || said_by_others(sentence, term)
            || is_asked(sentence)
            || is_mentioned(sentence, term)
        {
            return false;
        }
        let several = sentence.word(0).starts_with("they");
        let mut before = earlier.iter().rev().take(REACH);
        let noun = before.find(|sentence| !matches!(sentence.word(0), "it" | "they" | "they're" | "this"));
        earlier.is_empty() || noun.is_some_and(|sentence| self.speaks_of_school(sentence, several))
    }

    /// Whether a sentence is about the school, its teaching or its leaders; `several`: about several of them.
    fn speaks_of_school(&self, sentence: &Sentence, several: bool) -> bool {
        let staff = |at: usize| {
            let word = sentence.word(at);
            matches!(word, "teachers" | "leaders" | "staff" | "governors" | "lessons") && !sentence.owns(at)
        };
        let opens = |at: usize| {
            let word = sentence.word(at);
            DETERMINERS.contains(word)
                || is_hedge(word)
                || matches!(word, "senior" | "middle" | "subject" | "school" | "class")
        };
        // "Most subject leaders know", which has no verb that is known.
        let people = (0..4).find(|at| staff(*at)).filter(|at| (0..*at).all(opens));
        if people.is_some() {
            return several;
        }
        let verb = (1..sentence.tokens.len().min(10))
            .find(|at| COPULAS.contains(sentence.word(*at)) || HELPING.contains(sentence.word(*at)));
        verb.is_some_and(|verb| {
            let head = sentence.word(verb - 1);
            let plural = head.ends_with('s') && !head.ends_with("ss") && !AREAS.contains(head);
            plural == several && self.subjects.ending(sentence, verb).0 == Subject::School
        })
    }
}

/// "It is not yet good.", "They're good": whether the grade is all that is said.
fn says_only_grade(sentence: &Sentence, term: &Term) -> bool {
    let (start, _) = hedged(sentence, term.at.start);
    let shortened = matches!(sentence.word(0), "they're") || sentence.word(0) == "it" && sentence.owns(0);
    let pronoun = shortened || matches!(sentence.word(0), "it" | "they" | "this");
    let verbs = (1..start).all(|at| {
        let word = sentence.word(at);
        COPULAS.contains(word) || HELPING.contains(word) || is_hedge(word)
    });
    // "It was a good start": what is good stands behind it.
    let ends = !sentence.is_word(term.at.end) && phrase_ends(sentence, term.at.end, term.weight);
    pronoun && verbs && (shortened || start > 1) && ends
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    fn is_verdict(text: &str) -> bool {
        strict(text).iter().any(|(reason, _)| *reason == Reason::Verdict)
    }

    #[test]
    fn a_pronoun_stands_for_what_the_sentence_before_it_is_about() {
        for text in [
            "It is not yet good.",
            "They are good",
            "Teaching is calm. It is not yet good.",
            "Most leaders know the school well. They are good.",
            "The curriculum has been written anew. It is good.",
            "Teaching is calm. It is purposeful. It is good.",
        ] {
            assert!(is_verdict(text), "{text}");
        }
        for text in [
            "The snacks are new. They are good.",
            "Pupils tidy up. They are good.",
            "The hall is used for dance. It is not yet good.",
            "The school has new benches. They are good.",
            "They are good at adding.",
            "It is good that pupils talk.",
            "Is it good?",
        ] {
            assert!(!is_verdict(text), "{text}");
        }
    }

    #[test]
    fn all_areas_are_those_that_a_school_is_judged_by() {
        for text in [
            "All areas at expected standard",
            "Every area at the expected standard",
            "Six areas at expected standard, one strong",
            "All areas are good",
        ] {
            assert!(is_verdict(text), "{text}");
        }
        for text in ["All areas are tidy", "All pupils at expected standard in reading"] {
            assert!(!is_verdict(text), "{text}");
        }
    }
}
