//! What people do, are and have.

use super::{
    super::{
        lexicon::{self, AREAS, COPULAS, HELPING, PREPOSITIONS, Words},
        sentence::{Letters, Sentence},
    },
    in_mid_sentence,
    words::{
        AGENT_VERBS, DOINGS, DOINGS_OF_THINGS, DONE_TO_PEOPLE, GROUP_LABELS, HUMAN_VERBS, PEOPLE, PERSONAL,
        PLACES_AND_WORKS, STATES, is_form_of,
    },
};

/// How many words after a verb may show that somebody is its subject.
const REACH: usize = 8;

/// What makers of schemes have: "Anyname's videos" are no pupil's.
const MADE_TO_TEACH: [&str; 15] = [
    "video",
    "videos",
    "scheme",
    "website",
    "resources",
    "materials",
    "unit",
    "units",
    "approach",
    "theory",
    "principles",
    "taxonomy",
    "method",
    "structures",
    "programme",
];

/// Forms of human verbs that are things done at school: "Peer coaching works".
const SCHOOL_DOINGS: [&str; 38] = [
    "coaching",
    "mentoring",
    "singing",
    "drawing",
    "learning",
    "sharing",
    "running",
    "listening",
    "speaking",
    "observing",
    "cooking",
    "talking",
    "checking",
    "prompting",
    "leading",
    "chairs",
    "checks",
    "prompts",
    "plans",
    "orders",
    "lessons",
    "watches",
    "waiting",
    "guessing",
    "chats",
    "drinks",
    "jumps",
    "dances",
    "fights",
    "worries",
    "hugs",
    "smiles",
    "laughs",
    "hopes",
    "volunteers",
    "coaches",
    "mentors",
    "cooks",
];

/// Adverbs and the like between a name and what is said of it.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "then"
            | "often"
            | "always"
            | "never"
            | "just"
            | "really"
            | "who"
            | "only"
            | "still"
            | "sometimes"
            | "already"
            | "not"
            | "very"
            | "too"
            | "so"
            | "v"
            | "quite"
            | "clearly"
            | "again"
            | "now"
            | "both"
            | "immediately"
            | "finally"
            | "quickly"
            | "quietly"
            | "rarely"
            | "usually"
            | "happily"
    )
}

/// Whether a doing of a person follows within the next words: "Forename from the Year 5 group explained".
pub(super) fn does_or_ends(sentence: &Sentence, end: usize) -> bool {
    (end..end + 7).any(|place| is_human_verb(sentence, place) || is_act(sentence, place))
}

/// Whether the word at `at` is a verb in a form that has a subject, of what only people do.
pub(in crate::domain::conduct) fn is_human_verb(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    // "Cover arranged for the afternoon" has no object.
    let object = sentence.is_capital(at + 1)
        || lexicon::DETERMINERS.contains(sentence.word(at + 1))
        || lexicon::PRONOUNS.contains(sentence.word(at + 1));
    let acts = is_inflected(&AGENT_VERBS, word) && (object || !word.ends_with("ed"));
    sentence.letters(at) == Letters::Small
        && !DOINGS_OF_THINGS.contains(word)
        && !(word.ends_with("ing") && lexicon::SCHOOL_WORDS.contains(word))
        && (DOINGS.contains(word)
            || !SCHOOL_DOINGS.contains(&word) && (is_inflected(&HUMAN_VERBS, word) || acts))
}

/// Whether `word` is one of these verbs with an ending.
fn is_inflected(verbs: &Words, word: &str) -> bool {
    is_form_of(verbs, word) && (!verbs.contains(word) || is_participle(word))
}

/// A participle among the verbs, which has no ending of its own.
fn is_participle(word: &str) -> bool {
    matches!(
        word,
        "eaten" | "spoken" | "forgotten" | "slept" | "bitten" | "sworn" | "fallen"
    )
}

/// Whether `word` is a verb of people in its first form.
fn is_first_form(word: &str) -> bool {
    HUMAN_VERBS.contains(word) || AGENT_VERBS.contains(word)
}

/// "used the bar model": somebody who acts on something, where "used in lessons" is said of a thing.
fn is_act(sentence: &Sentence, at: usize) -> bool {
    let acts = matches!(
        sentence.word(at),
        "used"
            | "uses"
            | "took"
            | "takes"
            | "got"
            | "gets"
            | "put"
            | "puts"
            | "left"
            | "leaves"
            | "completed"
            | "ran"
            | "received"
            | "made"
            | "keeps"
            | "kept"
    );
    acts && (lexicon::DETERMINERS.contains(sentence.word(at + 1))
        || sentence.letters(at + 1) == Letters::Digits)
}

/// "Forename's mum", "Forename Surname's subject knowledge": anything but a place, a work or a scheme.
pub(super) fn owns_something_personal(sentence: &Sentence, at: usize, end: usize) -> bool {
    if !(at..end).any(|place| sentence.owns(place)) {
        return false;
    }
    // "Forename's Year 2 class"
    let year = usize::from(sentence.letters(end + 1) == Letters::Digits) + 1;
    let teaches = (sentence.word(end) == "year" || sentence.word(end).starts_with('y') && year == 1)
        && matches!(
            sentence.word(end + year),
            "class" | "lesson" | "books" | "room" | "classroom" | "group"
        );
    if teaches {
        return true;
    }
    let small = matches!(sentence.letters(end), Letters::Small | Letters::AllCapitals);
    let made = |place: usize| MADE_TO_TEACH.contains(&sentence.word(place));
    small && !made(end) && !made(end + 1)
}

/// Whether what follows is what a person does, or what one is.
pub(super) fn does_something(sentence: &Sentence, at: usize, end: usize) -> bool {
    if sentence.owns(end - 1) {
        return false;
    }
    let mid = in_mid_sentence(sentence, at);
    // "Forename also said", "Forename, who is new, told us", "Forename (PP) said", "Forename in the office chases".
    let mut verb = after_aside(sentence, end);
    let label = matches!(sentence.word(end), ":" | "-");
    while verb < end + 4 + usize::from(label) && is_between(sentence.word(verb)) {
        verb += 1;
    }
    let doing = sentence.word(verb);
    if is_left_out(sentence, end)
        || is_human_verb(sentence, verb) && (!label || doing.ends_with("ing"))
        || STATES.contains(doing)
    {
        return true;
    }
    let asked = at > 0 && sentence.begins(at - 1) && HELPING.contains(sentence.before(at, 1));
    if (asked || mid && sentence.before(at, 1) == "can") && is_first_form(doing) {
        // "Could Forename coach the others?"
        return true;
    }
    if label {
        // "Forename - crying at the start"
        let of_pupils = (verb..verb + 3).any(|place| GROUP_LABELS.contains(sentence.word(place)));
        return of_pupils || matches!(doing, "he" | "she" | "has");
    }
    if mid
        && matches!(sentence.before(at, 1), "and" | "&")
        && is_first_form(doing)
        && !sentence.word(at).ends_with('s')
    {
        // "Forename and Anyname share a book"
        return true;
    }
    if is_unable_or_away(sentence, at, verb) {
        return true;
    }
    if doing == "to" {
        // "Forename to send the policy by Friday"
        return (1..3).any(|further| is_first_form(sentence.word(verb + further)));
    }
    if matches!(doing, "and" | "&") && matches!(sentence.word(verb + 1), "co" | "i" | "his" | "her") {
        return true;
    }
    if PREPOSITIONS.contains(doing) {
        return placed(sentence, verb);
    }
    mid && sentence.before(at, 1) == "," && doing.len() > 4 && doing.ends_with("ed")
        || says_of_person(sentence, at, end, verb)
}

/// "Forename not included in the trip"
fn is_left_out(sentence: &Sentence, end: usize) -> bool {
    sentence.word(end) == "not"
        && matches!(
            sentence.word(end + 1),
            "included"
                | "allowed"
                | "invited"
                | "given"
                | "supported"
                | "able"
                | "chosen"
                | "helped"
                | "heard"
                | "happy"
                | "keen"
                | "ready"
                | "making"
                | "getting"
                | "joining"
        )
}

/// "Forename couldn't", "Forename under the table", "Forename off sick".
fn is_unable_or_away(sentence: &Sentence, at: usize, verb: usize) -> bool {
    let doing = sentence.word(verb);
    let denied = doing.ends_with("n't") || doing.ends_with("nt") && doing != "want";
    let unable =
        !sentence.word(at).ends_with('s') && (HELPING.contains(doing) || COPULAS.contains(doing)) && denied;
    unable
        || matches!(doing, "under" | "behind") && sentence.word(verb + 1) == "the"
        || doing == "off"
            && matches!(
                sentence.word(verb + 1),
                "task" | "school" | "sick" | "site" | "today"
            )
}

/// "Forename in the office chases absence", "Forename on a reduced timetable".
fn placed(sentence: &Sentence, preposition: usize) -> bool {
    let personal = (preposition..preposition + REACH).any(|place| PERSONAL.contains(sentence.word(place)));
    let clause = (preposition + 1..preposition + 7).take_while(|place| sentence.is_word(*place));
    // "Forename in the office is the person parents trust"
    let is_somebody = (preposition..preposition + REACH).any(|place| {
        COPULAS.contains(sentence.word(place))
            && (place + 1..place + 4)
                .any(|further| PEOPLE.contains(sentence.word(further)) || sentence.word(further) == "person")
    });
    personal
        || is_somebody
        || clause
            .into_iter()
            .any(|place| is_human_verb(sentence, place) || is_act(sentence, place))
}

/// Whether a verb that things have as well is said of a person: something personal follows, or it has an object.
fn says_of_person(sentence: &Sentence, at: usize, end: usize, verb: usize) -> bool {
    let doing = sentence.word(verb);
    if !(DOINGS_OF_THINGS.contains(doing) || COPULAS.contains(doing) || HELPING.contains(doing)) {
        return false;
    }
    let mut next = verb + 1;
    while next < verb + 4 && is_between(sentence.word(next)) {
        next += 1;
    }
    let done_to_things = matches!(
        sentence.word(next),
        "used"
            | "taught"
            | "displayed"
            | "planned"
            | "introduced"
            | "bought"
            | "followed"
            | "chosen"
            | "booked"
            | "visited"
            | "adopted"
            | "shared"
    );
    let what = sentence.word(next);
    let done_to_things = done_to_things && !(HELPING.contains(doing) && what == "taught");
    let human = STATES.contains(what)
        || (is_form_of(&HUMAN_VERBS, what) || is_form_of(&AGENT_VERBS, what))
            && (what.ends_with("ing") || !COPULAS.contains(doing));
    let somebody = lexicon::DETERMINERS.contains(what)
        && (next + 1..next + 4)
            .any(|place| PEOPLE.contains(sentence.word(place)) || STATES.contains(sentence.word(place)))
        || what == "the" && sentence.word(next + 1) == "only";
    let personal = somebody || (next..next + REACH).any(|place| PERSONAL.contains(sentence.word(place)));
    let done = COPULAS.contains(doing) && DONE_TO_PEOPLE.contains(what)
        || HELPING.contains(doing)
            && (DONE_TO_PEOPLE.contains(what) || what == "been" && is_of_people(sentence.word(next + 1)))
            && !sentence.word(at).ends_with('s');
    let two = end - at >= 2 && sentence.is_capital(end - 1);
    let mid = in_mid_sentence(sentence, at) && !sentence.near(at, |word| PLACES_AND_WORKS.contains(word));
    // "Anyname leads maths"
    let leads = matches!(doing, "leads" | "led" | "covers" | "covered") && AREAS.contains(what);
    !done_to_things && (leads || done || human || personal || mid || two || is_act(sentence, verb))
}

/// Whether what somebody "has been" is not what is done to things.
fn is_of_people(what: &str) -> bool {
    DONE_TO_PEOPLE.contains(what)
        || STATES.contains(what)
        || !what.ends_with("ed") && !matches!(what, "bought" | "chosen")
}

/// Where the sentence goes on after brackets or a remark between commas behind a name.
fn after_aside(sentence: &Sentence, end: usize) -> usize {
    let close = match sentence.word(end) {
        "(" => ")",
        "," => ",",
        ":" | "-" => return end + 1,
        _ => return end,
    };
    let closing = (end + 1..end + 9).find(|place| sentence.word(*place) == close);
    closing.map_or(end, |closing| closing + 1)
}
