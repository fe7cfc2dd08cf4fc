//! Titles of whatever kind, which one person holds: "the kitchen manager", "our IT technician".

use super::{
    super::{
        lexicon,
        sentence::{Letters, Sentence},
    },
    heads::describes,
    said::is_verb,
};

/// What stands before such a word where it is no title: "the group leader" is a pupil, "each leader" is any.
const NO_TITLE: [&str; 57] = [
    "bus",
    "coach",
    "taxi",
    "delivery",
    "pencil",
    "cable",
    "dog",
    "power",
    "captain",
    "cluster",
    "partnership",
    "consortium",
    "head",
    "fire",
    "health",
    "census",
    "learning",
    "returning",
    "line",
    "the",
    "staff",
    "children",
    "people",
    "group",
    "table",
    "team",
    "class",
    "pupil",
    "play",
    "playground",
    "house",
    "sports",
    "digital",
    "peer",
    "review",
    "visiting",
    "project",
    "clear",
    "social",
    "key",
    "host",
    "lead",
    "questions",
    "each",
    "every",
    "partner",
    "other",
    "medical",
    "police",
    "care",
    "new",
    "strong",
    "middle",
    "senior",
    "good",
    "great",
    "natural",
];

/// The last words of titles.
const IN_TITLES: [&str; 35] = [
    "driver",
    "caretaker",
    "warden",
    "manager",
    "coordinator",
    "co-ordinator",
    "officer",
    "supervisor",
    "technician",
    "therapist",
    "counsellor",
    "secretary",
    "administrator",
    "practitioner",
    "specialist",
    "champion",
    "mentor",
    "librarian",
    "lead",
    "leader",
    "governor",
    "worker",
    "bursar",
    "adviser",
    "advisor",
    "assistant",
    "nurse",
    "clerk",
    "cook",
    "cleaner",
    "instructor",
    "receptionist",
    "psychologist",
    "director",
    "chef",
];

/// What stands before a title without being a part of it: "the new kitchen manager".
const BEFORE_TITLES: [&str; 19] = [
    "lead",
    "main",
    "senior",
    "chief",
    "deputy",
    "assistant",
    "acting",
    "interim",
    "temporary",
    "new",
    "current",
    "former",
    "part-time",
    "full-time",
    "external",
    "volunteer",
    "strategic",
    "named",
    "designated",
];

/// How many words a title has before its last.
const LONGEST: usize = 4;

/// "the kitchen manager", "our IT technician", "the family liaison officer": whatever it is of, one person holds it.
pub(super) fn titled(sentence: &Sentence, at: usize) -> Option<usize> {
    let definite = matches!(
        sentence.before(at, 1),
        "the" | "our" | "their" | "its" | "this" | "your"
    );
    let opens = opens_clause(sentence, at);
    if !(definite || opens) {
        return None;
    }
    let mut first = at;
    while BEFORE_TITLES.contains(&sentence.word(first)) && first < at + 2 {
        first += 1;
    }
    let mut last = (first + 1..=first + LONGEST).find(|place| IN_TITLES.contains(&sentence.word(*place)))?;
    // "the midday supervisor leader"
    last += usize::from(IN_TITLES.contains(&sentence.word(last + 1)) && !is_verb(sentence, last + 1));
    let middle = sentence.word(at) == "senior" && last == first;
    let named = !middle
        && !NO_TITLE.contains(&sentence.word(first))
        && (first..last).all(|place| is_part_of_title(sentence, place));
    // "the pupils lead the assembly", where "the facilities manager" is a title.
    let end = last + 1;
    let act = matches!(sentence.word(last), "lead" | "champion" | "mentor" | "coach")
        && sentence.word(last - 1).ends_with('s')
        && !is_verb(sentence, end);
    // "Breakfast club leader is super"
    let told = is_verb(sentence, end)
        || sentence.owns(last)
        || !sentence.is_word(end) && describes(sentence.word(end + 1))
        || matches!(sentence.word(end), "-" | ":" | "(") && sentence.is_word(end + 2)
        || describes(sentence.word(end))
        || matches!(sentence.word(end), "in" | "only")
            && matches!(sentence.word(end + 1), "on" | "only" | "in" | "here" | "charge")
        || sentence.word(end) == "on"
            && matches!(
                sentence.word(end + 1),
                "her" | "his" | "leave" | "maternity" | "own" | "call"
            )
        || matches!(
            sentence.word(end),
            "also" | "not" | "has" | "always" | "never" | "still" | "now"
        )
        || sentence.word(end).len() > 4
            && sentence.word(end).ends_with("ing")
            && !matches!(sentence.word(end), "training" | "meeting" | "briefing");
    (named && !act && (definite || last <= first + 2 && told)).then_some(end)
}

/// "In the nursery, the manager models talk": a title alone, where nothing but somebody can do so.
pub(super) fn bare_title(sentence: &Sentence, at: usize) -> Option<usize> {
    let definite = matches!(sentence.before(at, 1), "the" | "our" | "their");
    let title = matches!(
        sentence.word(at),
        "nurse"
            | "counsellor"
            | "manager"
            | "coordinator"
            | "co-ordinator"
            | "technician"
            | "administrator"
            | "officer"
            | "warden"
    );
    let next = at + 1;
    let somebody = sentence.owns(at)
        || is_verb(sentence, next)
        || describes(sentence.word(next))
        || sentence.word(next) == "who";
    (definite && title && somebody).then_some(next)
}

/// Whether a word can stand before the last word of a title: no owner, no verb and none of the little words.
fn is_part_of_title(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let done = word.len() > 4 && word.ends_with("ed") || lexicon::COPULAS.contains(word);
    let little = lexicon::PREPOSITIONS.contains(word)
        || lexicon::DETERMINERS.contains(word)
        || lexicon::PRONOUNS.contains(word) && sentence.letters(at) != Letters::AllCapitals
        || lexicon::CLAUSE_OPENERS.contains(word)
        || lexicon::HELPING.contains(word)
        || matches!(word, "and" | "or" | "to" | "not" | "also" | "then");
    let several = matches!(
        word,
        "pupils"
            | "children"
            | "staff"
            | "teachers"
            | "adults"
            | "tas"
            | "people"
            | "they"
            | "parents"
            | "governors"
            | "leaders"
            | "teacher"
            | "questions"
            | "heads"
            | "classes"
            | "girls"
            | "boys"
    );
    let holders = word.strip_suffix('s').is_some_and(|one| IN_TITLES.contains(&one));
    sentence.is_word(at)
        && !holders
        && sentence.letters(at) != Letters::Digits
        && !sentence.owns(at)
        && !done
        && !little
        && !several
}

/// Whether a clause of its own begins at `at`: at the start or behind a mark, with or without an article.
pub(super) fn opens_clause(sentence: &Sentence, at: usize) -> bool {
    let at = at - usize::from(at > 0 && lexicon::DETERMINERS.contains(sentence.before(at, 1)));
    // "newly appointed subject lead for DT: lots of energy"
    let appointed = at > 0
        && matches!(
            sentence.before(at, 1),
            "appointed" | "acting" | "interim" | "current" | "experienced"
        );
    let at = at - usize::from(appointed);
    let at = at - usize::from(appointed && at > 0 && sentence.before(at, 1) == "newly");
    // "10:30 SENDCO - vague about outcomes"
    let timed = || {
        sentence.letters(at - 1) == Letters::Digits
            && (0..at).all(|place| !sentence.is_word(place) || sentence.letters(place) == Letters::Digits)
    };
    sentence.begins(at) || matches!(sentence.before(at, 1), ":" | "-" | ";" | "(" | "*") || timed()
}
