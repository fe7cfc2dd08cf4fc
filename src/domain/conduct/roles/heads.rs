//! Heads and chairs, which are things as well: "head" and "chair" as people.

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{self, CLAUSE_OPENERS, Words, class},
        sentence::{Letters, Sentence},
    },
    areas::area_end,
    names_role,
    said::is_verb,
    titles::opens_clause,
};

/// Whether "Head" or "Deputy" at the start of a clause is a person: "Deputy unclear about the data", "Head knows us".
pub(super) fn is_bare_head(sentence: &Sentence, at: usize) -> bool {
    let (next, third) = (sentence.word(at + 1), sentence.word(at + 2));
    // "Deputy governors do not exist"
    if next.strip_suffix('s').is_some_and(names_role) {
        return false;
    }
    // "Head over to the hall", "Head back for the feedback"
    if matches!(next, "over" | "back" | "down" | "up" | "straight" | "out" | "off")
        && matches!(third, "to" | "for" | "into" | "towards")
    {
        return false;
    }
    // "Deputy" is nothing else, but for pupils who are chosen.
    let deputy = sentence.word(at) == "deputy"
        && sentence.letters(at + 1) == Letters::Small
        && !names_role(next)
        && !next.ends_with('s')
        && !matches!(
            next,
            "head" | "pupil" | "captain" | "house" | "leader" | "principal"
        );
    sentence.owns(at)
        || deputy
        || matches!(next, "-" | ":" | ",")
            && (describes(third) || sentence.word(at) == "deputy" && next != ",")
        || is_verb(sentence, at + 1)
        || matches!(
            next,
            "now"
                | "also"
                | "still"
                | "already"
                | "clearly"
                | "personally"
                | "regularly"
                | "herself"
                | "himself"
        ) && is_verb(sentence, at + 2)
        || matches!(next, "and" | "&" | "+" | "/") && names_role(third)
        || matches!(
            next,
            "doing" | "leading" | "teaching" | "running" | "carrying" | "covering"
        )
        || describes(next)
}

/// Words that say how somebody is, besides those told by their endings.
static QUALITIES: Words = LazyLock::new(|| {
    class(
        "very v too not really new quite clearly off so calm clear strong weak good great tired keen firm \
         kind unsure away late absent busy proud sure open honest out brilliant fab excellent rather never \
         always often rarely super superb fantastic expert vague ill sick nervous rude warm inspirational \
         exceptional knowledgeable part-time inexperienced experienced abrupt distant present thorough \
         organised stretched confident competent reluctant fluent excited quiet slow quick sharp lovely \
         wonderful hesitant impatient thin passionate part over patient fair fine friendly supportive lacking \
         missing leaving struggling poor solid secure loyal dedicated caring articulate well unwell \
         hardworking hard-working approachable invisible amazing inspiring outstanding ready willing \
         unwilling determined defensive evasive",
    )
});

/// Whether a word says how somebody is: "Head visible at the gate", "Deputy unsure of the next step".
pub(super) fn describes(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ible", "able", "ous", "ive", "ful", "less"];
    let denied = word
        .strip_prefix("un")
        .is_some_and(|rest| rest.chars().count() > 3)
        && word != "until";
    let participle = word.chars().count() > 5 && (word.ends_with("ed"));
    QUALITIES.contains(word) || denied || participle || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// "head of school", "head of maths"; a visiting "Head of School B" is none, nor is the head of a table.
pub(super) fn head_of(sentence: &Sentence, at: usize) -> Option<usize> {
    let (first, second) = (sentence.word(at + 2), sentence.word(at + 3));
    let lettered =
        second.chars().count() == 1 && sentence.is_word(at + 3) && sentence.letters(at + 3) != Letters::Small;
    let other_school = first == "school" && (lettered || sentence.is_capital(at + 3));
    match first {
        "year" if sentence.letters(at + 3) == Letters::Digits => Some(at + 4),
        "school" | "year" | "dept" | "department" | "inclusion" | "centre" | "lower" | "upper"
        | "infants" | "juniors" | "faculty" | "house"
            if !other_school =>
        {
            Some(at + 3)
        }
        _ => area_end(sentence, at + 2).filter(|_| !other_school),
    }
}

/// Near which a chair is a piece of furniture.
const FURNITURE: [&str; 17] = [
    "table", "desk", "chairs", "sit", "sits", "sat", "seat", "wobbly", "broken", "leg", "carpet", "window",
    "corner", "tucked", "legs", "big", "small",
];

/// Whether "chair" is a person here: it asks, where a piece of furniture is.
pub(super) fn presides(sentence: &Sentence, at: usize) -> bool {
    let subject = opens_clause(sentence, at)
        || matches!(
            sentence.before(at, 1),
            "the" | "new" | "our" | "previous" | "current"
        );
    let adverb = matches!(
        sentence.word(at + 1),
        "now" | "also" | "rarely" | "never" | "always" | "often" | "regularly" | "rightly"
    );
    let next = sentence.word(at + 1 + usize::from(adverb));
    let person = matches!(
        next,
        "asks"
            | "leads"
            | "challenges"
            | "visits"
            | "needs"
            | "who"
            | "does"
            | "doesn't"
            | "didn't"
            | "hasn't"
            | "brings"
            | "holds"
            | "meets"
            | "attends"
            | "knows"
            | "wants"
            | "thinks"
            | "comes"
            | "came"
            | "relies"
            | "chases"
            | "writes"
            | "runs"
    ) || is_verb(sentence, at + 1) && !sentence.near(at, |word| FURNITURE.contains(&word))
        || lexicon::REPORTING.contains(next) && !lexicon::COPULAS.contains(next);
    let mark = usize::from(sentence.before(at, 1) == "'");
    // "Nobody has shown the new chair the ropes"
    let new = matches!(
        sentence.before(at, 1),
        "new" | "previous" | "outgoing" | "former" | "interim"
    ) && matches!(sentence.before(at, 2), "the" | "our" | "a")
        && !sentence.near(at, |word| FURNITURE.contains(&word));
    let board = matches!(
        sentence.before(at, 1 + mark),
        "governors" | "governing" | "board" | "lgb" | "governor" | "trust" | "committee"
    ) && is_verb(sentence, at + 1);
    let both = opens_clause(sentence, at) && matches!(next, "and" | "&") && names_role(sentence.word(at + 2));
    // "Chair: 'we see the books'", "Chair - asks about data"
    let quoted = sentence.begins(at)
        && matches!(next, ":" | "-")
        && (matches!(sentence.word(at + 2), "\"" | "'") || is_verb(sentence, at + 2));
    let heard = subject
        && matches!(next, "that" | "about" | "how")
        && matches!(sentence.before(at, 2), "from" | "by");
    new || board || both || quoted || heard || subject && (sentence.owns(at) || person)
}

/// Where "chair of governors" ends.
pub(super) fn chair_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let third = sentence.word(at + 2);
    match (sentence.word(at + 1), third) {
        ("of", "governors" | "govs" | "trustees" | "governing" | "directors") => Some(at + 3),
        ("of", "the") if sentence.word(at + 3) != "pta" => Some(at + 4),
        _ => None,
    }
}

/// What "head" and "deputy" stand before where no person is meant: "the head count", "the deputy pupil leader".
static OF_NOBODY: Words = LazyLock::new(|| {
    class(
        "boy boys girl girls pupil pupils student students captain captains lice count counts start height band bands \
         phone phones end torch scarf injury injuries bump bumps cold heads shape first",
    )
});

/// Whether "the head" or "the deputy" is a person: with an article it is, but for places ("on the head") and what is
/// called after heads; without one where a clause begins with it.
pub(super) fn stands_for_person(sentence: &Sentence, at: usize) -> bool {
    let next = at + 1;
    let with_article = matches!(
        sentence.before(at, 1),
        "the"
            | "our"
            | "their"
            | "host"
            | "this"
            | "appointed"
            | "new"
            | "acting"
            | "between"
            | "previous"
            | "former"
            | "current"
            | "outgoing"
            | "incoming"
            | "last"
            | "next"
            | "your"
    );
    // "at the head of the queue", "off the top of the head"
    let placed = matches!(sentence.before(at, 2), "at" | "on" | "over" | "off" | "in" | "to");
    // "Credit to the head for the turnaround"
    let credited = sentence.before(at, 2) == "to"
        && matches!(
            sentence.before(at, 3),
            "credit" | "praise" | "tribute" | "kudos" | "down"
        );
    let told =
        sentence.owns(at) || is_verb(sentence, next) || matches!(sentence.word(next), "and" | "who" | "or");
    // "wonder if head is getting support"
    let in_clause = is_verb(sentence, next) && CLAUSE_OPENERS.contains(sentence.before(at, 1));
    let ends = !sentence.is_word(next);
    let other = OF_NOBODY.contains(sentence.word(next));
    in_clause || with_article && !other && (told || ends || !placed || credited)
}
