//! What stands around a name: ages, labels, quotation marks, people beside it.

use super::{
    super::{
        lexicon::{self, PREPOSITIONS, PROPER, SCHOOL_WORDS},
        roles::names_role,
        sentence::{Letters, Sentence},
    },
    doing::does_or_ends,
    words::{
        FAMILY, GROUP_LABELS, PEOPLE, PLACES_AND_WORKS, STAFF_DOINGS, STATES, TAUGHT_ABOUT, TELLING_VERBS,
        TOGETHER, TOWARDS, is_form_of,
    },
};

/// Whether `word` is one for a person, by age, family, work or role.
fn is_person_word(word: &str) -> bool {
    PEOPLE.contains(word) || names_role(word)
}

/// Whether it is a word for several people.
fn is_several(word: &str) -> bool {
    word == "children" || word == "staff" || word.ends_with('s')
}

/// "Forename B.", "Forename (Y4)", "Forename, aged 9", "called Forename".
pub(super) fn marked_as_pupil(sentence: &Sentence, at: usize, end: usize) -> bool {
    let initial = sentence.is_word(end - 1) && end - at >= 2 && sentence.word(end - 1).chars().count() == 1
        || end - at >= 3;
    let bracket = usize::from(matches!(sentence.word(end), "(" | "," | "-" | "[" | "/"));
    let after = sentence.word(end + bracket);
    let marked = bracket == 1
        && (is_year(after)
            || is_person_word(after) && !is_several(after)
            || GROUP_LABELS.contains(after)
            || matches!(after, "year" | "aged" | "age"));
    let named = matches!(sentence.before(at, 1), "called" | "named" | "was" | "is")
        && sentence
            .back(at)
            .take(6)
            .any(|place| is_person_word(sentence.word(place)));
    let named = named && (sentence.before(at, 1).ends_with("ed") || !sentence.is_word(end));
    let age = sentence.word(end) == "("
        && sentence.word(end + 2) == ")"
        && after.parse().is_ok_and(|age: u8| (3..=18).contains(&age));
    let is_one = bracket == 1
        && matches!(after, "a" | "an" | "one" | "our" | "their" | "the")
        && (end..end + 7).any(|place| is_person_word(sentence.word(place)));
    let year = bracket == 0 && is_year(after) && !PROPER.contains(sentence.word(at));
    let colon = usize::from(sentence.before(at, 1) == ":");
    let studied = sentence.before(at, 1 + colon) == "study" && sentence.before(at, 2 + colon) == "case";
    studied
        || initial
        || marked
        || named
        || age
        || is_one
        || year
        || after == "aged"
        || is_of_year(sentence, at, end)
}

/// "Forename from Y5", "Forename in the Year 5 group explained".
fn is_of_year(sentence: &Sentence, at: usize, end: usize) -> bool {
    let last = sentence.word(end) == "from" && is_year(sentence.word(end + 1)) && !sentence.is_word(end + 2);
    let year = (end..end + 5)
        .any(|place| is_year(sentence.word(place)) || matches!(sentence.word(place), "year" | "reception"));
    last || matches!(sentence.word(end), "from" | "in")
        && year
        && !PROPER.contains(sentence.word(at))
        && (does_or_ends(sentence, end)
            || (end..end + 6).any(|place| {
                lexicon::COPULAS.contains(sentence.word(place))
                    || lexicon::HELPING.contains(sentence.word(place))
            }))
}

/// "y4", "yr6", "4b".
fn is_year(word: &str) -> bool {
    let digits = word
        .strip_prefix("yr")
        .or_else(|| word.strip_prefix('y'))
        .unwrap_or_default();
    !digits.is_empty() && (digits == "r" || digits.chars().all(|digit| digit.is_ascii_digit()))
}

/// "One pupil, Forename, cried", "The teacher (Anyname Surname)", "PP: Anyname, Forename", "Forename's gran", "gran of
/// Forename".
pub(super) fn stands_beside_people(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    let marked = matches!(before, "," | ":" | "(" | "-" | "=");
    let back = if marked { 2 } else { 1 };
    // "Pupil 3 (Forename)"
    let counted = marked && at > back && (sentence.letters(at - back) == Letters::Digits);
    let people = sentence.before(at, back + usize::from(counted));
    let owner = at.checked_sub(back).is_some_and(|place| sentence.owns(place));
    let of_people = |word: &str| GROUP_LABELS.contains(word) || PEOPLE.contains(word) || word == "group";
    let label = matches!(before, ":" | "=") && (2..5).any(|back| of_people(sentence.before(at, back)));
    let family = before == "of" && FAMILY.contains(sentence.before(at, 2));
    // "Lesson 3 (Surname)"
    let bracketed = counted
        && before == "("
        && sentence.word(at + 1) == ")"
        && matches!(people, "lesson" | "visit" | "room" | "observation" | "group");
    // "Y4 Forename, dyslexic"
    let described = is_year(before)
        && sentence.word(at + 1) == ","
        && (STATES.contains(sentence.word(at + 2)) || GROUP_LABELS.contains(sentence.word(at + 2)));
    bracketed || described || (is_person_word(people) && !owner) || label || family
}

/// "The boy in the front row, Anyname, worked alone", "The office, esp Forename, could not be kinder".
pub(super) fn is_apposition(sentence: &Sentence, at: usize, end: usize) -> bool {
    let open = if matches!(sentence.before(at, 1), "esp" | "especially" | "namely") {
        2
    } else {
        1
    };
    if sentence.before(at, open) != "," || !matches!(sentence.word(end), "," | "." | "" | "and") {
        return false;
    }
    let comma = at - open;
    // "Two refugees, Forename and Anyname, have settled"
    let counted = sentence.before(comma, 1).ends_with('s')
        && (2..4).any(|back| {
            matches!(
                sentence.before(comma, back),
                "two" | "three" | "2" | "3" | "both" | "our"
            )
        });
    if counted {
        return true;
    }
    let works = sentence
        .back(comma)
        .any(|place| PLACES_AND_WORKS.contains(sentence.word(place)));
    if sentence.word(end) == "and" {
        // "The pupils with plans, Forename and Anyname, had"
        let listed = sentence.is_capital(end + 1) && sentence.word(end + 2) == ",";
        let people = sentence
            .back(comma)
            .any(|place| is_person_word(sentence.word(place)));
        return listed && people && !works;
    }
    let mut clause = sentence.back(comma).take_while(|place| sentence.is_word(*place));
    // "One of the pupils we spoke to, Forename, said"
    let one = sentence.back(comma).any(|place| sentence.word(place) == "one");
    open == 2
        || clause.any(|place| {
            let word = sentence.word(place);
            is_person_word(word) && (one || !word.ends_with('s'))
        })
}

/// "It's too easy" (Forename); Forename: "I do not get help."; as Forename put it.
pub(super) fn is_quoted(sentence: &Sentence, at: usize, end: usize) -> bool {
    let quote = |back: usize| matches!(sentence.before(at, back), "\"" | "'");
    let marked = matches!(sentence.before(at, 1), "(" | "-" | ",");
    let stopped = matches!(sentence.before(at, 2), "." | "!" | "?") && quote(3);
    let quoted_next = matches!(sentence.word(end), ":" | "-" | ",")
        && matches!(sentence.word(end + 1), "\"" | "'")
        || sentence.begins(at) && sentence.word(end) == "\"";
    let put = sentence.word(end) == "put" && sentence.word(end + 1) == "it";
    let ends = !sentence.is_word(end) || is_year(sentence.word(end));
    marked && (quote(2) || stopped) || (quote(1) && ends && at > 2) || quoted_next || put
}

/// "Lates: Forename 14, Anyname 9"; "Forename 71%".
pub(super) fn is_scored(sentence: &Sentence, at: usize, end: usize) -> bool {
    let listed = matches!(sentence.before(at, 1), ":" | "," | "and" | "-" | "");
    let labelled = sentence
        .back(at)
        .any(|place| GROUP_LABELS.contains(sentence.word(place)));
    let score = sentence.letters(end) == Letters::Digits;
    score && listed && (labelled || sentence.word(end + 1) == "%")
}

/// "We listened to Forename", "with Forename", "thank Forename", "Could Forename coach the others?".
pub(super) fn is_addressed(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at, 1);
    let further = (2..=4).any(|back| TOGETHER.contains(sentence.before(at, back)));
    let quoted = matches!(before, "said" | "says") && !sentence.is_word(at + 1);
    let singled_out = lexicon::COPULAS.contains(before) && sentence.word(at + 1) == "who";
    let example = match before {
        "as" => matches!(sentence.before(at, 2), "such" | "known"),
        "about" | "on" => {
            sentence.before(at, 2).starts_with("concern") || sentence.before(at, 2).starts_with("worr")
        }
        "the" => FAMILY.contains(sentence.word(at + 1)),
        "like" => PEOPLE.contains(sentence.before(at, 2)),
        "you" => matches!(sentence.before(at, 2), "thank"),
        "example" | "eg" | "esp" | "especially" | "notably" => true,
        "re" => sentence.letters(at - 1) == Letters::Small,
        "done" => sentence.before(at, 2) == "well",
        "watch" | "follow" | "followed" | "monitor" | "track" | "tracked" => {
            PREPOSITIONS.contains(sentence.word(at + 1))
        }
        _ => false,
    };
    let shouted = before == "at"
        && matches!(
            sentence.before(at, 2),
            "shouted" | "shouts" | "shouting" | "shout" | "laughed" | "laughing" | "snapped" | "swore"
        );
    let with = before == "at" && matches!(sentence.before(at, 2), "look" | "looked" | "looking")
        || matches!(before, "to" | "with" | "by" | "from" | "for" | "beside")
        || before == "w"
        || before == "/" && sentence.before(at, 2) == "w";
    TOWARDS.contains(before)
        || is_form_of(&TELLING_VERBS, before)
        || example
        || shouted
        || quoted
        || singled_out
        || with && further
        || (before == "to" && sentence.before(at, 2) == "according")
}

/// "No scaffold for Forename", "the best answer came from Forename", where nothing speaks of a place, a work or a scheme.
pub(super) fn is_object(sentence: &Sentence, at: usize, end: usize) -> bool {
    let person = matches!(
        sentence.before(at, 1),
        "for" | "from" | "to" | "by" | "of" | "than"
    ) || matches!((sentence.before(at, 2), sentence.before(at, 1)), ("w", "/"));
    let next = sentence.word(end);
    let ends = !sentence.is_word(end)
        || PREPOSITIONS.contains(next)
        || lexicon::COPULAS.contains(next)
        || lexicon::HELPING.contains(next)
        || lexicon::REPORTING.contains(next)
        || lexicon::PRONOUNS.contains(next)
        || matches!(
            next,
            "how" | "why" | "and" | "but" | "not" | "who" | "so" | "because" | "when"
        );
    let spoken = |word: &str| matches!(word, "he" | "she" | "his" | "her" | "him");
    let pronoun =
        !sentence.near(at, is_person_word) && (end..end + 12).any(|place| spoken(sentence.word(place)));
    let mut around = sentence.back(at).chain(end..end + 2);
    let other =
        around.any(|place| PLACES_AND_WORKS.contains(sentence.word(place))) || sentence.is_capital(end);
    let travel = sentence.before(at, 1) == "to"
        && matches!(
            sentence.before(at, 2),
            "been" | "went" | "go" | "going" | "gone" | "walked" | "walk"
        );
    let person =
        person && !travel && !(sentence.before(at, 1) == "of" && end - at >= 2 && !sentence.is_word(end));
    (person && ends || pronoun) && !other && !sentence.owns(end - 1)
}

/// Whether people of the world or of a book are spoken of.
pub(super) fn taught_about(sentence: &Sentence, at: usize) -> bool {
    let before: Vec<&str> = (0..at).rev().take(6).map(|place| sentence.word(place)).collect();
    let nearest_mark = before.iter().position(|word| matches!(*word, "." | ";"));
    let clause = before.iter().take(nearest_mark.unwrap_or(before.len()));
    let mut clause = clause.copied();
    let concerned = before.iter().any(|word| {
        word.starts_with("concern")
            || word.starts_with("worr")
            || word.starts_with("complain")
            || matches!(
                *word,
                "asked" | "focus" | "focused" | "information" | "care" | "told" | "notes" | "plan"
            )
    });
    // "Talk to mum about Forename's attendance"
    let of_school = sentence.owns(at)
        && matches!(
            sentence.word(at + 1),
            "attendance"
                | "behaviour"
                | "progress"
                | "reading"
                | "needs"
                | "plan"
                | "support"
                | "work"
                | "lesson"
                | "teaching"
                | "planning"
                | "marking"
                | "books"
                | "punctuality"
                | "ehcp"
                | "lateness"
        );
    let affected = is_affected(&before);
    let topic = matches!(before.first(), Some(&"on" | &"about"))
        && !concerned
        && !of_school
        && !affected
        && !is_asked_after(&before);
    // "Class reader is ... and pupils could say how Michael feels"
    let read = sentence.back(at).any(|place| {
        let text = matches!(
            sentence.word(place),
            "text" | "texts" | "reader" | "reading" | "book" | "shared" | "class"
        );
        let told_of = matches!(
            sentence.before(at, 1),
            "how" | "why" | "what" | "when" | "that" | "if" | "whether"
        );
        matches!(
            sentence.word(place),
            "novel" | "character" | "characters" | "chapter"
        ) || text && (told_of || sentence.word(place).starts_with("text"))
    });
    topic
        || read
        || is_word_problem(sentence, at)
        || clause.any(|word| TAUGHT_ABOUT.contains(word) && word != "on")
}

/// "ask about Forename and exclusions", "teacher called on Forename": what stands `before` the name, the nearest first.
fn is_asked_after(before: &[&str]) -> bool {
    before.iter().skip(1).take(3).any(|word| {
        matches!(
            *word,
            "what"
                | "spent"
                | "ask"
                | "asks"
                | "called"
                | "calls"
                | "chat"
                | "spoke"
                | "rang"
                | "phoned"
                | "query"
                | "check"
                | "update"
                | "focussed"
                | "picks"
                | "picked"
                | "relies"
                | "eyes"
                | "chase"
                | "word"
                | "concentrate"
                | "keen"
                | "meeting"
        )
    })
}

/// "Sarah has 3 times as many marbles as Jo": somebody in a problem of arithmetic.
fn is_word_problem(sentence: &Sentence, at: usize) -> bool {
    let named = sentence.back(at).any(|place| {
        matches!(sentence.word(place), "problem" | "problems") && sentence.before(place, 1) == "word"
    });
    let counted = named || sentence.near(at, |word| COUNTED_IN_PROBLEMS.contains(&word));
    let number = sentence.near(at, |word| {
        word.starts_with(|letter: char| letter.is_ascii_digit())
    }) || sentence.near(at, |word| matches!(word, "half" | "twice" | "each"));
    let has = sentence.near(at, |word| {
        matches!(
            word,
            "has"
                | "gives"
                | "buys"
                | "eats"
                | "shares"
                | "had"
                | "gave"
                | "bought"
                | "saves"
                | "spends"
                | "runs"
                | "eat"
                | "share"
                | "have"
                | "walks"
                | "scores"
        )
    });
    counted && number && has
}

/// What people in problems of arithmetic have.
const COUNTED_IN_PROBLEMS: [&str; 18] = [
    "apples",
    "oranges",
    "sweets",
    "marbles",
    "stickers",
    "cakes",
    "cookies",
    "pizzas",
    "pizza",
    "coins",
    "balloons",
    "conkers",
    "pence",
    "biscuits",
    "metres",
    "kilometres",
    "pounds",
    "£",
];

/// "Impact on Forename is clear", "staff rely on Forename": what stands `before` the name, the nearest first.
fn is_affected(before: &[&str]) -> bool {
    before.first() == Some(&"on")
        && before.get(1).is_some_and(|word| {
            matches!(*word, "impact" | "effect" | "eye" | "pressure" | "check")
                || word.starts_with("reli")
                || word.starts_with("depend")
                || *word == "rely"
        })
}

/// Whether the person works at the school, by what they do.
pub(super) fn is_staff(sentence: &Sentence, at: usize, end: usize) -> bool {
    let near = (0..at).rev().take(3).chain(end..end + 3);
    near.into_iter().any(|place| {
        let word = sentence.word(place);
        STAFF_DOINGS.contains(word) || names_role(word)
    }) && !SCHOOL_WORDS.contains(sentence.word(at))
        || is_staff_in_apposition(sentence, at)
}

/// "A teaching assistant, Forename, ran the group"
fn is_staff_in_apposition(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.before(at, 1), "," | "(" | "-" | "called" | "named")
        && matches!(
            sentence.before(at, 2),
            "assistant"
                | "teacher"
                | "ta"
                | "hlta"
                | "ect"
                | "nqt"
                | "governor"
                | "cook"
                | "caretaker"
                | "receptionist"
                | "nurse"
                | "librarian"
                | "secretary"
                | "bursar"
                | "mentor"
                | "cleaner"
                | "supervisor"
                | "practitioner"
                | "colleague"
                | "sendco"
                | "senco"
                | "head"
                | "headteacher"
                | "deputy"
                | "lead"
                | "leader"
                | "coordinator"
        )
}
