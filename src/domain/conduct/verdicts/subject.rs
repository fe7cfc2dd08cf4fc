//! What a verdict is on: the school and what it stands for, or something that is merely there.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{
            self, CLAUSE_OPENERS, COPULAS, DETERMINERS, HELPING, PREPOSITIONS, PRONOUNS, REPORTING, Words,
            class,
        },
        sentence::{Letters, Sentence},
        titled::TITLES,
    },
    terms::{Weight, is_hedge, term},
};

/// A verdict on one of these is a verdict on the school.
static PARTS_OF_A_SCHOOL: Words = LazyLock::new(|| {
    class(
        "school schools academy academies federation trust provision teaching leadership leader leaders management \
         governance governors governor board behaviour attitudes curriculum education achievement attainment \
         attendance inclusion safeguarding eyfs outcomes lesson lessons teacher teachers staff headteacher head \
         senco sendco pedagogy ks1 ks2 ks3 ks4 nursery reception department departments classes assistants standards effectiveness \
         phase progress performance sixth-form qoe qofe ed practitioners tas slt lead leads coordinator quality instruction sen \
         pd ba lm qe oe curric curr mgmt mgt ldrship ldership behav beh bhvr att tchg tching govs edu prov safeg lship",
    )
});

/// What teaching is made of: outstanding or inadequate is a verdict on it, good is plain English.
static PARTS_OF_TEACHING: Words = LazyLock::new(|| {
    class(
        "modelling questioning feedback marking planning practice support pace knowledge relationships deployment \
         adaptation adaptations differentiation routines care guidance challenge intervention interventions \
         assessments monitoring training coaching induction oversight standards standard ethos culture \
         work books presentation learning engagement punctuality values expectations environment start strategy \
         communication ambition results delivery implementation intent impact subject pastoral induction ta",
    )
});

/// Nouns behind which the thing itself is named: "the quality of teaching".
static MEASURES: Words = LazyLock::new(|| {
    class(
        "quality standard standards effectiveness level levels impact strength rest most half all much some many \
         aspect aspects strand strands member members element elements majority part parts proportion number none rate amount everything nothing overall areas area side \
         state condition out use deployment checking management-of",
    )
});

/// What a remark between commas begins with.
const ASIDES: [&str; 8] = [
    "especially",
    "particularly",
    "including",
    "however",
    "therefore",
    "overall",
    "and",
    "as",
];

/// What a phrase is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// The school, or what a school is judged by.
    School,
    /// A part of teaching.
    Teaching,
    /// A pronoun.
    Pronoun,
    /// Only numbers and the like: what it is about was said before.
    Before,
    /// Something else.
    Other,
    /// Nothing is there.
    Nothing,
}

impl Subject {
    /// Whether a term of this weight on it is a verdict on the school.
    pub fn bears(self, weight: Weight) -> bool {
        match self {
            Self::School => true,
            Self::Teaching => matches!(weight, Weight::Strong | Weight::Grade),
            Self::Pronoun => weight == Weight::Grade,
            Self::Before | Self::Other | Self::Nothing => false,
        }
    }
}

/// Tells subjects; knows the host school by its name.
#[derive(Debug, Clone, Default)]
pub(super) struct Subjects {
    /// The words of the host school's name, in small letters.
    pub host: HashSet<String>,
}

impl Subjects {
    /// Whether `word` is the school or what a school is judged by.
    pub fn is_school(&self, word: &str) -> bool {
        PARTS_OF_A_SCHOOL.contains(word) || lexicon::AREAS.contains(word) || self.host.contains(word)
    }

    /// The subject whose phrase ends before `end`, and where that phrase begins.
    pub fn ending(&self, sentence: &Sentence, end: usize) -> (Subject, usize) {
        let (mut start, mut end) = (phrase_start(sentence, end), end);
        // "Teaching, especially of maths, is good": what stands between commas is not what it is about.
        for _ in 0..3 {
            let word = sentence.word(start);
            let aside = start == end || PREPOSITIONS.contains(word) || ASIDES.contains(&word);
            if !aside || sentence.before(start, 1) != "," {
                break;
            }
            end = start - 1;
            while end > 0 && COPULAS.contains(sentence.word(end - 1)) {
                end -= 1;
            }
            start = phrase_start(sentence, end);
        }
        let found = self.of(sentence, start..end);
        if matches!(found, Subject::School | Subject::Teaching) {
            return (found, start);
        }
        // "Leadership, which has had three heads, is inadequate"
        let aside = self.before_aside(sentence, end).unwrap_or((found, start));
        if aside.0 == Subject::School {
            aside
        } else {
            (found, start)
        }
    }

    /// The subject before a clause between commas that closes before `end`.
    fn before_aside(&self, sentence: &Sentence, end: usize) -> Option<(Subject, usize)> {
        let close = sentence.back(end).take(12).find(|at| sentence.word(*at) == ",")?;
        let open = sentence.back(close).find(|at| sentence.word(*at) == ",");
        let comma = open.unwrap_or(close);
        let opens =
            CLAUSE_OPENERS.contains(sentence.word(comma + 1)) || sentence.word(comma + 1).ends_with("ing");
        let start = phrase_start(sentence, comma);
        opens.then(|| (self.of(sentence, start..comma), start))
    }

    /// What the phrase `within` is about: the best of what it joins with "and".
    pub fn of(&self, sentence: &Sentence, within: Range<usize>) -> Subject {
        if within.clone().any(|at| saw(sentence, at)) && !within.clone().any(|at| is_noun(sentence, at)) {
            return Subject::School;
        }
        let mut best = Subject::Nothing;
        let mut start = within.start;
        for at in within.start..=within.end {
            let initials = sentence.word(at) == "&" && sentence.tokens.get(at).is_some_and(|mark| mark.glued);
            let joint = at == within.end
                || !initials && matches!(sentence.word(at), "and" | "or" | "&" | "," | "/" | "+");
            if !joint {
                continue;
            }
            let found = self.of_one(sentence, start..at);
            best = best_of(best, found);
            start = at + 1;
        }
        best
    }

    fn of_one(&self, sentence: &Sentence, within: Range<usize>) -> Subject {
        // "In the new framework this would be": what stands last is what it is about.
        let opens = PREPOSITIONS.contains(sentence.word(within.start));
        if opens
            && within.len() > 1
            && matches!(sentence.word(within.end - 1), "this" | "it" | "they" | "that")
        {
            return Subject::Pronoun;
        }
        let initial = |at: usize| sentence.word(at).chars().count() == 1 && sentence.is_capital(at);
        if ends_in_initials(sentence, &within) {
            return Subject::School;
        }
        let content: Vec<usize> = within
            .clone()
            .filter(|at| sentence.is_word(*at) && counts(sentence, *at))
            .collect();
        let Some(first) = content.first() else {
            if names_all_areas(sentence, &within) {
                return Subject::School;
            }
            let school = within.clone().any(|at| matches!(sentence.word(at), "you" | "we"));
            if school {
                return Subject::School;
            }
            let pronoun = within.clone().any(|at| PRONOUNS.contains(sentence.word(at)));
            let number = within.clone().any(|at| is_number(sentence, at));
            return match (pronoun, number) {
                (true, _) => Subject::Pronoun,
                (_, true) => Subject::Before,
                _ => Subject::Nothing,
            };
        };
        // The phrase ends where a preposition or a clause of its own begins.
        let open = |at: &usize| closes_phrase(sentence, *at, within.end);
        let stop = (*first..within.end).find(open).unwrap_or(within.end);
        let heads = content.iter().filter(|at| **at < stop);
        let Some(head) = heads.clone().next_back().copied() else {
            // It begins with "in KS1" or the like: what follows is the subject.
            let rest = content.iter().find(|at| **at > stop);
            return rest.map_or(Subject::Other, |_| self.of_one(sentence, stop + 1..within.end));
        };
        let word = sentence.word(head);
        // "Q of E"
        if sentence.word(stop) == "of" && initial(head) && initial(stop + 1) {
            return Subject::School;
        }
        if sentence.word(stop) == "of" && MEASURES.contains(word) {
            let after = self.of_one(sentence, stop + 1..within.end);
            return if word == "quality" && after == Subject::Other {
                Subject::Other
            } else {
                best_of(after, Subject::Other)
            };
        }
        self.by_head(sentence, head)
    }

    /// What the noun at `head`, with the words before it, is.
    fn by_head(&self, sentence: &Sentence, head: usize) -> Subject {
        let (word, before) = (sentence.word(head), sentence.before(head, 1));
        // "the leadership team", "the teaching team"
        let team =
            matches!(word, "team" | "picture" | "offer") && (self.is_school(before) || word == "picture");
        let pair = team
            || matches!(
                (before, word),
                ("all" | "every" | "most" | "other" | "both", "areas" | "area")
                    | ("safeguarding", "arrangements" | "culture")
                    | ("governing", "body")
                    | ("early", "years")
                    | ("personal", "development")
                    | ("improvement", "strategies")
                    | ("sixth", "form")
                    | ("key", "stage")
                    | ("this", "place")
            );
        let numbered = sentence.letters(head) == Letters::Digits
            && matches!(before, "stage" | "year" | "ks" | "lesson" | "post");
        let host = self.host.contains(word);
        // "Handwriting is good in most books" speaks of what pupils do.
        let skill = matches!(
            word,
            "handwriting"
                | "spelling"
                | "vocabulary"
                | "oracy"
                | "communication"
                | "nutrition"
                | "transition"
                | "display"
                | "wellbeing"
                | "well-being"
                | "library"
                | "data"
        );
        // "L&M", "B&A": letters that stand for what an inspection judges.
        let letter = |at: usize| sentence.is_word(at) && sentence.word(at).chars().count() == 1;
        let joined = matches!(before, "&" | "+" | "/" | "and" | "of");
        let initials = joined && letter(head) && head >= 2 && letter(head - 2) && sentence.is_capital(head);
        // "Mrs Anyname was inadequate": what somebody is called who teaches there, the teaching is called.
        let titled = TITLES.contains(before) || before == "." && TITLES.contains(sentence.before(head, 2));
        if skill {
            Subject::Teaching
        } else if titled && sentence.is_capital(head)
            || pair
            || numbered
            || host
            || initials
            || self.is_school(word)
        {
            Subject::School
        } else if PARTS_OF_TEACHING.contains(word) {
            Subject::Teaching
        } else {
            Subject::Other
        }
    }
}

/// Whether the phrase of a subject, which goes no further than `end`, ends at `at`: with a preposition, a clause or a
/// remark.
fn closes_phrase(sentence: &Sentence, at: usize, end: usize) -> bool {
    let word = sentence.word(at);
    let determines = matches!(word, "this" | "these") && at + 1 < end && sentence.is_word(at + 1);
    PREPOSITIONS.contains(word)
        || HELPING.contains(word)
        || PRONOUNS.contains(word) && !determines
        || CLAUSE_OPENERS.contains(word)
        || matches!(
            word,
            "seen" | "observed" | "visited" | "taught" | "here" | "today" | "generally"
        )
}

/// "All areas", "six areas": of those that a school is judged by.
fn names_all_areas(sentence: &Sentence, within: &Range<usize>) -> bool {
    let Some(last) = within.end.checked_sub(1).filter(|last| within.contains(last)) else {
        return false;
    };
    let quantity = sentence.before(last, 1);
    within.len() > 1
        && matches!(sentence.word(last), "areas" | "area")
        && (is_number(sentence, last - 1) || matches!(quantity, "every" | "other" | "each"))
        && !matches!(quantity, "some" | "few" | "others" | "many" | "one")
}

/// "B&A", "L+M": letters that stand for what an inspection judges.
fn ends_in_initials(sentence: &Sentence, within: &Range<usize>) -> bool {
    let initial = |at: usize| sentence.word(at).chars().count() == 1 && sentence.is_capital(at);
    within.len() >= 3
        && matches!(sentence.word(within.end - 2), "&" | "+" | "/")
        && initial(within.end - 1)
        && initial(within.end - 3)
}

/// Whether the word at `at` names something.
fn is_noun(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    sentence.is_word(at)
        && counts(sentence, at)
        && !matches!(
            word,
            "saw" | "seen" | "observed" | "heard" | "today" | "everything" | "nothing" | "here"
        )
}

/// "what we saw"
fn saw(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "saw" | "observed" | "heard") && matches!(sentence.before(at, 1), "we" | "i")
}

fn best_of(one: Subject, other: Subject) -> Subject {
    let rank = |subject: Subject| match subject {
        Subject::School => 5,
        Subject::Teaching => 4,
        Subject::Other => 3,
        Subject::Pronoun => 2,
        Subject::Before => 1,
        Subject::Nothing => 0,
    };
    if rank(other) > rank(one) { other } else { one }
}

/// Whether the word at `at` says what a phrase is about.
fn counts(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let numbered = matches!(sentence.before(at, 1), "stage" | "year" | "lesson" | "post");
    !(DETERMINERS.contains(word)
        || PRONOUNS.contains(word)
        || PREPOSITIONS.contains(word)
        || HELPING.contains(word)
        || CLAUSE_OPENERS.contains(word)
        || is_hedge(word)
        || (is_number(sentence, at) && !numbered)
        || (MEASURES.contains(word) && sentence.word(at + 1) != "of" && !PARTS_OF_A_SCHOOL.contains(word))
        || matches!(word, "and" | "or" | "&" | "also" | "even")
        || term(sentence, at).is_some())
}

fn is_number(sentence: &Sentence, at: usize) -> bool {
    sentence.letters(at) == Letters::Digits
        || matches!(
            sentence.word(at),
            "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "most"
                | "some"
                | "others"
                | "several"
                | "many"
                | "few"
                | "rest"
                | "half"
                | "both"
                | "all"
        )
}

/// Where the phrase that ends before `end` begins: after a mark, a verb, or what opens a clause.
fn phrase_start(sentence: &Sentence, end: usize) -> usize {
    let mut start = end;
    for at in sentence.back(end) {
        let word = sentence.word(at);
        let mark = !sentence.is_word(at) && !matches!(word, "&" | "+" | "/" | "'" | "\"");
        // "the report" is a thing, "leaders report" is a clause.
        let noun = DETERMINERS.contains(sentence.before(at, 1));
        let verb = COPULAS.contains(word) || (REPORTING.contains(word) && at + 1 < end && !noun);
        // "the teaching we saw" goes on before the verb.
        let relative =
            REPORTING.contains(word) && matches!(sentence.before(at, 1), "we" | "i" | "they" | "reviewers");
        if mark
            || (verb && !(relative && (start == end || (end - start <= 2 && saw(sentence, at)))))
            || CLAUSE_OPENERS.contains(word)
        {
            break;
        }
        start = at;
    }
    start
}
