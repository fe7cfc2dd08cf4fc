//! Lines of nothing but talk of grades: "between good and outstanding", "we concur: good", "QE 2, BA 1, PD 1".
//!
//! Nobody needs to name the school there. Where each word is one of grading, of hedging or of time, what is graded can
//! be nothing else.

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{COPULAS, DETERMINERS, HELPING, PREPOSITIONS, PRONOUNS, Words, class},
        sentence::{Letters, Sentence},
    },
    terms::{GRADERS, GRADES, GRADING, Term, Weight, is_hedge, term},
};

/// What else is said where grades are talked of: who, when, how nearly.
static TALK: Words = LazyLock::new(|| {
    class(
        "us me i'd we'd they'd you'd it'd it's that's three two four one team everyone panel my mine our own hunch gut instinct sense money \
         anything nothing between cusp edge verge border brink way there nearly not and or but if when though although \
         came comes tomorrow today year years term terms week month soon summer autumn spring easter christmas next time since \
         before after again yes no ok okay whole school leadership teaching behaviour outcomes provision quality v with in all \
         concur disagree happy going heading moving getting hovering sitting teetering tipping shading dipping bordering verging \
         on only say would could looking headed destined fair fairly honest honestly frankly bluntly truth told inspected visited ready feels feel \
         still pushed asked had hard see comfortable others areas going hold hang keep lose lost keeps stay drop slip slipped slipping back into up down towards touch bit whisker shade \
         opinion bet vote reckon suspect guess expect imagine lean leaning leans tempted inclined minded sure certain doubt debatable \
         arguable marginal toss-up close call tight fence split divided unanimous consensus majority group reviewers heads else sides \
         improving declining rising falling dropping climbing house floor ceiling reach caveats caveat landed where past worse words word trajectory journey direction travel long road steps away far off near nearer \
         closest further point points moment present sooner later eventually hand heart rounds round mind doubt question without bit \
         features feature elements aspects touches board across everywhere throughout judgement score scored put down as for t l b pd lm qe ba sef self-evaluation they",
    )
});

/// Words that only talk of grades has.
static SIGNS: Words = LazyLock::new(|| {
    class(
        "caveats floor ceiling reach landed house word words leaning leans tempted inclined improving currently heart vote opinion mind pushed comfortable hard anything nothing between cusp edge verge border brink hunch gut instinct ofsted inspectors inspected inspection concur verdict overall \
         judgement judgment grade graded grading rate rated rating sef features feature elements aspects us we we'd i'd \
         i we're hovering teetering tipping bordering verging heading comfortably securely borderline nearly almost v tomorrow by",
    )
});

/// Letters and words for what an inspection judges, each beside its number.
const JUDGED: [&str; 22] = [
    "qe",
    "qoe",
    "ba",
    "b&a",
    "pd",
    "lm",
    "l&m",
    "ey",
    "eyfs",
    "t&l",
    "tl",
    "oe",
    "behaviour",
    "leadership",
    "management",
    "education",
    "teaching",
    "inclusion",
    "achievement",
    "governance",
    "outcomes",
    "development",
];

/// How many words and marks a line has at most that says nothing but a grade.
const LONGEST: usize = 32;

/// Whether the whole line around the term is talk of grades, with a sign of it besides the term.
pub(super) fn is_all_talk(sentence: &Sentence, of: &Term) -> bool {
    if of.weight == Weight::Standard || of.weight == Weight::Lack || !has_room(sentence) {
        return false;
    }
    let mut signs = 0;
    let mut at = 0;
    while at < sentence.tokens.len() {
        if let Some(other) = term(sentence, at).filter(|other| other.weight != Weight::Lack) {
            signs += usize::from(other.at != of.at);
            at = other.at.end;
            continue;
        }
        if sentence.is_word(at) && !is_talk(sentence, at) {
            return false;
        }
        signs += usize::from(SIGNS.contains(sentence.word(at)));
        at += 1;
    }
    signs > 0 && !speaks_of_before(sentence) && !is_plain_praise(sentence, of)
}

/// "It is not yet good.": what the sentence before it is about decides.
fn speaks_of_before(sentence: &Sentence) -> bool {
    sentence.earlier > 0 && matches!(sentence.word(0), "it" | "they" | "they're" | "this")
}

/// "nothing that would not be at least good", "lots to like but not good yet", "strengths outweigh, so Good": a grade as the
/// measure, where the clause ends with it.
pub(super) fn is_measured_by_grade(sentence: &Sentence, of: &Term) -> bool {
    let (first, second) = (sentence.before(of.at.start, 1), sentence.before(of.at.start, 2));
    let yet = usize::from(matches!(sentence.word(of.at.end), "yet" | "overall" | "now"));
    let ends = !sentence.is_word(of.at.end + yet) && !matches!(sentence.word(of.at.end), "-" | "/" | ",");
    let least = matches!(
        (second, first),
        ("at", "least") | ("less" | "better", "than") | ("not", "yet")
    ) || yet == 1 && first == "not" && matches!(second, "but" | "," | "though" | "so");
    let so = matches!((second, first), (_, "so") | ("so", "still")) && sentence.is_capital(of.at.start);
    let grade = !matches!(of.weight, Weight::Standard | Weight::Lack);
    grade && ends && !speaks_of_before(sentence) && (least || so)
}

/// Whether it is a line of more than the term, and not so long that it says more.
fn has_room(sentence: &Sentence) -> bool {
    let words = || {
        (0..sentence.tokens.len())
            .filter(|at| sentence.is_word(*at))
            .count()
    };
    sentence.tokens.len() <= LONGEST && (2..=14).contains(&words())
}

fn is_talk(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    TALK.contains(word)
        || is_hedge(word)
        || GRADERS.contains(word)
        || GRADING.contains(word)
        || GRADES.contains(word)
        || COPULAS.contains(word)
        || HELPING.contains(word)
        || PRONOUNS.contains(word)
        || DETERMINERS.contains(word)
        || PREPOSITIONS.contains(word)
        || matches!(word, "1" | "2" | "3" | "4" | "%")
        || word.chars().count() == 1 && sentence.is_word(at)
}

/// "no good", "good for us", "very good, thanks": plain English.
fn is_plain_praise(sentence: &Sentence, of: &Term) -> bool {
    let (before, next) = (sentence.before(of.at.start, 1), sentence.word(of.at.end));
    of.weight == Weight::Plain
        && (matches!(before, "all" | "no" | "so" | "as" | "any") && next != "with"
            || matches!(
                next,
                "to" | "at" | "that" | "one" | "ones" | "us" | "me" | "it" | "for" | "as"
            ) && !matches!(
                sentence.word(of.at.end + 1),
                "t" | "leadership" | "teaching" | "behaviour" | "b" | "pd"
            )
            || sentence.word(0) == "\"" && sentence.is_word(1))
}

/// Where a row of grades by number ends that begins at `at`: "QE 2, BA 1, PD 1, LM 2", "1s and 2s across the board",
/// "high 3, low 2".
pub(super) fn row_of_numbers(sentence: &Sentence, at: usize) -> Option<usize> {
    let number = |place: usize| {
        sentence.letters(place) == Letters::Digits && matches!(sentence.word(place), "1" | "2" | "3" | "4")
    };
    let judged = |place: usize| JUDGED.contains(&sentence.word(place)) && number(place + 1);
    if judged(at) {
        let others = sentence.ahead(at + 1).filter(|place| judged(*place)).count();
        return (others > 0).then_some(at + 2);
    }
    let shaded = |place: usize| {
        matches!(sentence.word(place), "high" | "low" | "strong" | "weak" | "solid") && number(place + 1)
    };
    if shaded(at) {
        let other = sentence.ahead(at + 1).take(4).any(shaded);
        return other.then_some(at + 2);
    }
    if is_letter_as_grade(sentence, at) || is_category(sentence, at) {
        return Some(at + 1);
    }
    // "3 going on 2", "I'd say 2, others 3"
    if number(at) && is_only_numbers(sentence) {
        return Some(at + 1);
    }
    is_several_of_grade(sentence, at).then_some(at + 1)
}

/// "Behaviour: O", "Overall: G, with O for behaviour"
fn is_letter_as_grade(sentence: &Sentence, at: usize) -> bool {
    let letter = matches!(sentence.word(at), "g" | "o") && sentence.letters(at) == Letters::Capital;
    let graded = |word: &str| JUDGED.contains(&word) || GRADES.contains(word) || matches!(word, "m" | "a");
    let labelled = matches!(sentence.before(at, 1), ":" | "=") && graded(sentence.before(at, 2));
    let with = sentence.word(at + 1) == "for" && graded(sentence.word(at + 2));
    letter && !sentence.owns(at) && (labelled || with)
}

/// "at risk of category", "school in a category"
fn is_category(sentence: &Sentence, at: usize) -> bool {
    if sentence.word(at) != "category" || sentence.is_word(at + 1) {
        return false;
    }
    let back = 1 + usize::from(sentence.before(at, 1) == "a");
    let school = sentence
        .back(at)
        .any(|place| matches!(sentence.word(place), "school" | "risk" | "danger" | "we" | "it"));
    matches!(sentence.before(at, back), "in" | "into" | "of") && school
}

/// "all 2s", "1s and 2s across the board"; numbers are counted in twos as well.
fn is_several_of_grade(sentence: &Sentence, at: usize) -> bool {
    let several = matches!(sentence.word(at), "1s" | "2s" | "3s" | "4s");
    let before = matches!(
        sentence.before(at, 1),
        "all" | "mostly" | "mainly" | "solid" | "straight"
    );
    let told = before
        || sentence
            .ahead(at)
            .take(4)
            .any(|place| matches!(sentence.word(place), "board" | "everywhere" | "overall"));
    let counted = sentence.near(at, |word| {
        word.starts_with("count")
            || matches!(
                word,
                "times" | "table" | "tables" | "5s" | "10s" | "6s" | "7s" | "8s" | "steps"
            )
    });
    several && told && !counted
}

/// Whether a line gives numbers from 1 to 4 as grades and says nothing else: "I'd say 2, others 3".
fn is_only_numbers(sentence: &Sentence) -> bool {
    let short = sentence.tokens.len() <= LONGEST;
    let all = short
        && (0..sentence.tokens.len()).all(|at| {
            !sentence.is_word(at)
                || matches!(
                    sentence.word(at),
                    "1" | "2"
                        | "3"
                        | "4"
                        | "i"
                        | "i'd"
                        | "we'd"
                        | "say"
                        | "others"
                        | "me"
                        | "going"
                        | "on"
                        | "for"
                        | "a"
                        | "at"
                        | "best"
                        | "but"
                        | "heading"
                        | "gut"
                        | "heart"
                        | "head"
                        | "says"
                        | "moving"
                        | "to"
                        | "overall"
                        | "maybe"
                        | "just"
                        | "not"
                        | "or"
                        | "give"
                        | "it"
                        | "would"
                        | "high"
                        | "low"
                )
        });
    let said = short
        && (0..sentence.tokens.len()).any(|at| {
            matches!(
                sentence.word(at),
                "say" | "says" | "going" | "heading" | "best" | "overall" | "give" | "moving"
            )
        });
    all && said
}

#[cfg(test)]
mod tests {
    use super::super::super::{Reason, tests::strict};

    fn is_verdict(text: &str) -> bool {
        strict(text).iter().any(|(reason, _)| *reason == Reason::Verdict)
    }

    #[test]
    fn a_line_of_nothing_but_grades_is_a_verdict() {
        for text in [
            "between good and outstanding",
            "we concur: good",
            "my hunch - outstanding in two years",
            "nearly there - good by summer",
            "QE 2, BA 1, PD 1, LM 2",
            "1s and 2s across the board",
            "high 3 low 2",
        ] {
            assert!(is_verdict(text), "{text}");
        }
        for text in [
            "counting in 2s",
            "good to see us all",
            "Group 1, 2 pupils",
            "is it good?",
        ] {
            assert!(!is_verdict(text), "{text}");
        }
    }
}
