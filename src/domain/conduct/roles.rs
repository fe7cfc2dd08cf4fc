//! Roles that one person holds: what is said of "the SENDCO" is said of somebody everybody knows.

use std::{ops::Range, sync::LazyLock};

use super::{
    lexicon::{AREAS, COPULAS, DETERMINERS, HELPING, Words, class},
    sentence::{Letters, Sentence},
};
use crate::domain::plan::{Duty, Plan};

/// Roles in one word, held by one person in most schools.
static ROLES: Words = LazyLock::new(|| {
    class(
        "headteacher co-headteacher sendco senco dsl sbm caretaker bursar deputy ceo dht aht hlta elsa principal head \
         vice-principal ht co-head headmaster headmistress head-teacher senlead",
    )
});

/// The last word of a role of more than one word, after an area: "maths lead".
static LEADS: Words =
    LazyLock::new(|| class("lead leader coordinator co-ordinator manager champion governor officer coach specialist"));

/// Words of roles, none of which is anybody's name.
static ROLE_WORDS: Words = LazyLock::new(|| {
    class(
        "lead leader leaders leads coordinator co-ordinator manager champion governor governors officer head heads \
         deputy assistant acting executive associate chair vice facilitator reviewer reviewers host visiting partner \
         improvement sip slt dsl sendco senco principal teacher ta tas hlta designated safeguarding business \
         representative trust trustee director adviser advisor mentor worker support cluster school lead-reviewer",
    )
});

/// Verbs and nouns of meeting: that somebody was met says nothing of them.
static MEETING: Words = LazyLock::new(|| {
    class(
        "met meet meets meeting meetings spoke speak spoken speaking talked talk talking discussion discussions \
         conversation conversations interview interviews interviewed visited joined thank thanks \
         thanked sent send agreed shared feedback session tour walk walked questions question \
         accompanied contact contacted report reported presented handed brought email emailed invited",
    )
});

/// What they do in a review as its host: no finding.
static HOSTING: Words = LazyLock::new(|| {
    class(
        "welcomed welcomes met meets joined joins hosted hosts attended attends introduced invited accompanied \
         chose receives sends shares agrees signs",
    )
});

/// Nouns after an owner that say nothing of a person.
static PLACES: Words = LazyLock::new(|| class("office room door desk"));

/// What is said of somebody at the start of a jotting without a verb.
static UNSAID_VERB: Words = LazyLock::new(|| {
    class(
        "very not new clear strong weak confident passionate knowledgeable effective inspiring stretched excellent \
         brilliant poor part-time absent inexperienced experienced committed too really so v quite enthusiastic \
         driven well hard-working determined reluctant defensive open",
    )
});

/// Verbs whose endings are not those of the present tense, or that have none.
static OTHER_VERBS: Words = LazyLock::new(|| {
    class(
        "led left knew made took gave kept ran saw said told thought taught spent felt built wrote set put went came \
         brought found held met read lost began chose got lacks needs does goes",
    )
});

/// Whether `word` is a part of the name of a role.
pub(super) fn is_role_word(word: &str) -> bool {
    ROLE_WORDS.contains(word) || ROLES.contains(word) || AREAS.contains(word)
}

/// Tells roles; knows those of the plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    /// The roles of the host's staff as the plan calls them, each as its words in small letters.
    own: Vec<Vec<String>>,
}

impl Roles {
    /// The roles of the host's staff on the plan.
    pub fn of(plan: &Plan) -> Self {
        let staff = plan.people.iter().filter(|person| {
            person.host_staff && !person.duties.contains(&Duty::Facilitator) && person.name.split_whitespace().count() > 1
        });
        let host_words: Vec<String> = plan.host.name.split_whitespace().map(str::to_lowercase).collect();
        let words = staff.map(|person| {
            let words = person.name.split(|letter: char| !letter.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>()
        });
        let is_role = |words: &Vec<String>| {
            words.len() > 1
                && words.iter().all(|word| is_role_word(word) || matches!(word.as_str(), "of" | "for") || host_words.contains(word))
                && words.last().is_some_and(|last| !last.ends_with('s'))
        };
        Self {
            own: words.filter(is_role).collect(),
        }
    }

    /// The roles in a sentence of which something is said.
    pub fn find(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            let Some(end) = self.role_end(sentence, at) else {
                at += 1;
                continue;
            };
            if says_something_of(self, sentence, at..end) {
                let the = DETERMINERS.contains(sentence.before(at, 1));
                found.push(at - usize::from(the && at > 0)..end);
            }
            at = end;
        }
        found
    }

    /// Where the role ends that begins at `at`.
    fn role_end(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        if !sentence.is_word(at) {
            return None;
        }
        let own = self.own.iter().filter(|role| {
            let words: Vec<&str> = role.iter().map(String::as_str).collect();
            sentence.says(at, &words)
        });
        let own = own.map(|role| at + role.len()).max();
        own.or_else(|| area_role(sentence, at))
            .or_else(|| leading_role(sentence, at))
            .or_else(|| only_of_its_kind(sentence, at))
            .or_else(|| only_assistant(sentence, at))
    }
}

/// "maths lead", "key stage 1 leader", "pupil premium lead", "designated safeguarding lead".
fn area_role(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut end = area_end(sentence, at)?;
    // "teaching and learning lead", "English subject leader"
    while end < at + 7 {
        let word = sentence.word(end);
        if matches!(word, "and" | "&" | "/") && area_end(sentence, end + 1).is_some() {
            end = area_end(sentence, end + 1)?;
        } else if let Some(further) = area_end(sentence, end).filter(|_| !LEADS.contains(word)) {
            end = further;
        } else if matches!(word, "link" | "team" | "middle") {
            end += 1;
        } else {
            break;
        }
    }
    let lead = sentence.word(end);
    if !LEADS.contains(lead) {
        return None;
    }
    let verb = lead == "lead" && matches!(sentence.word(end + 1), "to" | "into" | "the");
    (!verb).then_some(end + 1)
}

/// Where the area ends that begins at `at`.
fn area_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    match (word, next) {
        ("key", "stage") => {
            let number = sentence.letters(at + 2) == Letters::Digits || matches!(sentence.word(at + 2), "one" | "two");
            Some(at + 2 + usize::from(number))
        }
        ("pupil" | "sports", "premium")
        | ("early" | "foundation", "years" | "stage")
        | ("personal", "development")
        | ("mental", "health")
        | ("forest", "school")
        | ("lower" | "upper", "school" | "phase")
        | ("designated", "safeguarding")
        | ("outdoor", "learning")
        | ("early", "reading")
        | ("family" | "learning", "support") => Some(at + 2),
        ("business" | "office" | "site" | "school" | "family" | "disadvantaged" | "admin", _)
            if matches!(next, "manager" | "lead" | "business" | "leader") =>
        {
            Some(at + 1)
        }
        ("year", _) if sentence.letters(at + 1) == Letters::Digits => Some(at + 2),
        // "teaching" and "learning" are areas only before a lead or another area.
        _ if AREAS.contains(word) || matches!(word, "safeguarding" | "link") => Some(at + 1),
        _ => None,
    }
}

/// "headteacher", "deputy head", "head of maths", "chair of governors", "lead for reading".
fn leading_role(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let third = sentence.word(at + 2);
    match word {
        "deputy" | "assistant" | "executive" | "associate" | "acting" | "interim" | "vice"
            if matches!(next, "head" | "headteacher" | "principal" | "chair" | "senco" | "sendco") =>
        {
            let end = at + 2 + usize::from(third == "teacher");
            let chair = (next == "chair").then(|| chair_end(sentence, at + 1)).flatten();
            Some(chair.unwrap_or(end))
        }
        "head" if next == "teacher" => Some(at + 2),
        "lead" if next == "teacher" => Some(at + 2),
        "parent" | "staff" | "link" | "co-opted" if next == "governor" => Some(at + 2),
        "teacher" | "leader" | "person" | "colleague"
            if matches!((next, third), ("responsible", "for") | ("in", "charge") | ("who", "leads") | ("leading", _)) =>
        {
            (at + 2..at + 5).find_map(|place| area_end(sentence, place))
        }
        "head" if next == "of" => head_of(sentence, at),
        "chair" => chair_end(sentence, at),
        "lead" | "leader" | "coordinator" | "governor" if matches!(next, "for" | "of" | "in" | "on") => {
            area_end(sentence, at + 2)
        }
        "learning" | "pastoral" if next == "mentor" => Some(at + 2),
        "family" if next == "support" && third == "worker" => Some(at + 3),
        "attendance" | "welfare" if next == "officer" => Some(at + 2),
        "principal" if sentence.is_word(at + 1) && !is_verb(sentence, at + 1) => None,
        "head" | "deputy" if !stands_for_person(sentence, at) => None,
        _ if ROLES.contains(word) => Some(at + 1),
        _ => None,
    }
}

/// "head of school", "head of maths"; a visiting "Head of School B" is none, nor is the head of a table.
fn head_of(sentence: &Sentence, at: usize) -> Option<usize> {
    let (first, second) = (sentence.word(at + 2), sentence.word(at + 3));
    let other_school = first == "school" && (second.chars().count() == 1 || sentence.is_capital(at + 3));
    match first {
        "school" | "year" | "department" | "inclusion" | "centre" if !other_school => Some(at + 3),
        _ => area_end(sentence, at + 2).filter(|_| !other_school),
    }
}

fn chair_end(sentence: &Sentence, at: usize) -> Option<usize> {
    let third = sentence.word(at + 2);
    match (sentence.word(at + 1), third) {
        ("of", "governors" | "trustees" | "governing" | "directors") => Some(at + 3),
        ("of", "the") => Some(at + 4),
        _ => None,
    }
}

/// Whether "the head" or "the deputy" is a person: it owns something, does something, or ends the phrase.
fn stands_for_person(sentence: &Sentence, at: usize) -> bool {
    let next = at + 1;
    let with_article = matches!(sentence.before(at, 1), "the" | "our" | "their" | "host" | "this" | "appointed" | "new" | "acting");
    with_article
        && (sentence.owns(at) || !sentence.is_word(next) || is_verb(sentence, next) || matches!(sentence.word(next), "and" | "who" | "or"))
}

/// "the music teacher", "the ECT", "the supply teacher": staff of whom a school has one.
fn only_of_its_kind(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let qualified = matches!((word, next), ("newly", "qualified") | ("early", "career")) && sentence.word(at + 2) == "teacher";
    let specialist = (AREAS.contains(word) || matches!(word, "supply" | "ppa" | "trainee" | "student" | "peripatetic"))
        && matches!(next, "teacher" | "tutor" | "nurse" | "instructor" | "technician" | "mentor")
        && !matches!(word, "subject" | "phase" | "curriculum" | "learning");
    if qualified {
        Some(at + 3)
    } else if specialist || matches!((word, next), ("nursery" | "school", "nurse") | ("school", "secretary" | "cook" | "counsellor")) {
        Some(at + 2)
    } else {
        matches!(
            word,
            "ect" | "nqt" | "cook" | "secretary" | "receptionist" | "librarian" | "counsellor" | "therapist" | "chaplain"
                | "clerk" | "administrator"
        )
        .then_some(at + 1)
    }
}

/// "A TA ... is the only one".
fn only_assistant(sentence: &Sentence, at: usize) -> Option<usize> {
    if sentence.word(at) == "ta" && (sentence.word(at + 1) == "for" && area_end(sentence, at + 2).is_some()) {
        return Some(at + 1);
    }
    if matches!(sentence.before(at, 1), "only" | "sole") || (sentence.before(at, 1) == "one" && sentence.before(at, 2) == "the") {
        let end = (at..at + 3).find(|place| matches!(sentence.word(*place), "teacher" | "ta" | "governor" | "adult"))?;
        return Some(end + 1);
    }
    let end = match sentence.word(at) {
        "ta" | "apprentice" | "nurse" | "librarian" | "cook" => at + 1,
        "teaching" if sentence.word(at + 1) == "assistant" => at + 2,
        _ => return None,
    };
    let only = |at: usize| sentence.word(at) == "only" && matches!(sentence.word(at + 1), "one" | "ta" | "teaching" | "adult");
    let alone = sentence.back(at).chain(sentence.ahead(at)).any(only);
    alone.then_some(end)
}

/// Whether something is said of whoever holds the role: not that they were met, nor that they are to do something.
fn says_something_of(roles: &Roles, sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let article = sentence.before(start, 1);
    let only = only_assistant(sentence, start).is_some();
    if only {
        return true;
    }
    if matches!(
        article,
        "a" | "an" | "each" | "every" | "any" | "another" | "no" | "visiting" | "other" | "per" | "all" | "lead"
    ) {
        return false;
    }
    if of_a_meeting(sentence, start) || of_a_post(sentence, start) {
        return false;
    }
    if sentence.owns(end - 1) {
        return !PLACES.contains(sentence.word(end));
    }
    let verb = verb_after(roles, sentence, end);
    if let Some(verb) = verb {
        return !is_assigned(sentence, verb) && !is_hosting(sentence, verb);
    }
    if matches!(sentence.word(end), "to" | "will") {
        return false;
    }
    let definite = matches!(article, "the" | "our" | "their" | "this" | "its" | "that" | "your" | "host" | "new")
        || (start > 0 && sentence.owns(start - 1));
    if !definite {
        // "SENDCO - caseload too large" at the start of a line; a list of those who were met is no finding.
        let opens = sentence.begins(start) && sentence.is_word(end + 1) && !is_role_word(sentence.word(end + 1));
        let says = || (end..end + 9).any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)));
        return match sentence.word(end) {
            "-" => opens,
            ":" => opens && says(),
            // "Maths lead unsure of the next step"
            word if opens && (UNSAID_VERB.contains(word) || word.starts_with("un") || word.starts_with("over")) => true,
            "workload" | "capacity" | "caseload" | "absence" | "turnover" | "knowledge" | "time" => says(),
            _ => false,
        };
    }
    !was_met(sentence, start)
}

/// "Meetings with the headteacher took place"
fn of_a_meeting(sentence: &Sentence, start: usize) -> bool {
    matches!(sentence.before(start, 2), "with" | "and")
        && (3..=8).any(|back| {
            let noun = sentence.before(start, back);
            matches!(
                noun,
                "meeting" | "meetings" | "discussion" | "discussions" | "conversation" | "conversations" | "interview"
                    | "interviews"
            )
        })
}

/// "The role of the SENDCO"
fn of_a_post(sentence: &Sentence, start: usize) -> bool {
    sentence.before(start, 2) == "of"
        && matches!(sentence.before(start, 3), "role" | "post" | "job" | "office" | "appointment")
}

/// The verb that the role is the subject of, after others who are named with it and words in brackets.
fn verb_after(roles: &Roles, sentence: &Sentence, end: usize) -> Option<usize> {
    let mut at = end;
    for _ in 0..6 {
        let word = sentence.word(at);
        if word == "(" {
            at = (at..at + 8).find(|place| sentence.word(place.to_owned()) == ")")? + 1;
        } else if matches!(word, "and" | "or" | "," | "&" | "the" | "our") {
            if let Some(further) = roles.role_end(sentence, at + 1) {
                at = further;
            } else if word == "," && matches!(sentence.word(at + 1), "who" | "though" | "however") {
                at += 1;
            } else {
                return None;
            }
        } else if matches!(word, "who" | "also" | "often" | "never" | "always" | "rarely" | "only" | "now" | "clearly" | "already" | "still" | "regularly" | "then" | "in" | "for" | "has") && !is_verb(sentence, at) {
            if matches!(word, "in" | "for") {
                // "the lead for maths in this school has"
                at = (at + 1..at + 5).find(|place| is_verb(sentence, *place))?;
            } else {
                at += 1;
            }
        } else {
            return is_verb(sentence, at).then_some(at);
        }
    }
    None
}

/// Whether the word at `at` is a verb in a form that has a subject.
fn is_verb(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let present = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !sentence.owns(at);
    let past = word.len() > 3 && word.ends_with("ed");
    sentence.is_word(at)
        && (COPULAS.contains(word) || HELPING.contains(word) || OTHER_VERBS.contains(word) || present || past)
}

/// "will share the plan by Easter": an action for somebody, by role.
fn is_assigned(sentence: &Sentence, verb: usize) -> bool {
    let next = sentence.word(verb + 1);
    sentence.word(verb) == "will" && !matches!(next, "be" | "not" | "need" | "never" | "struggle" | "have" | "always")
}

fn is_hosting(sentence: &Sentence, verb: usize) -> bool {
    let passive = matches!(sentence.word(verb), "was" | "were") && MEETING.contains(sentence.word(verb + 1));
    let present = matches!(sentence.word(verb), "was" | "were") && sentence.word(verb + 1) == "present";
    let to_us = (verb + 1..verb + 7).any(|at| {
        matches!(
            sentence.word(at),
            "team" | "reviewers" | "us" | "review" | "visits" | "report" | "findings" | "visitors" | "group" | "discussion"
        )
    });
    passive || present || (HOSTING.contains(sentence.word(verb)) && to_us)
}

/// "We met the SENDCO", "feedback to the headteacher"; not "time given by the headteacher".
fn was_met(sentence: &Sentence, start: usize) -> bool {
    // In "the headteacher and the SENDCO" the first one decides.
    let joined = matches!(sentence.before(start, 2), "and" | "," | "&") || sentence.before(start, 1) == "and";
    let reach = if joined { 9 } else { 4 };
    let mut sent = false;
    for at in (0..start).rev().take(reach) {
        let word = sentence.word(at);
        if matches!(word, "by" | "through" | "on" | "from" | "about" | "than" | "in" | "of" | "under" | "without") {
            return false;
        }
        sent |= matches!(word, "goes" | "go" | "went" | "given");
        if MEETING.contains(word) {
            return true;
        }
    }
    // "The report goes to the headteacher"
    sent && sentence
        .back(start)
        .any(|at| matches!(sentence.word(at), "report" | "summary" | "findings" | "feedback" | "copy" | "letter"))
}
