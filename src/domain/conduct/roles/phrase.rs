//! Where a role begins and ends in a sentence.

use std::sync::LazyLock;

use super::{
    super::{
        lexicon::{self, AREAS, Words, class},
        sentence::{Letters, Sentence},
    },
    LEADS, ROLES,
    areas::{area_end, is_glued_lead},
    heads::{chair_end, head_of, is_bare_head, presides, stands_for_person},
    posts::{is_no_post, post_in_words},
    said::is_verb,
    titles::opens_clause,
};

/// "maths lead", "key stage 1 leader", "pupil premium lead", "designated safeguarding lead".
pub(super) fn area_role(sentence: &Sentence, at: usize) -> Option<usize> {
    // "maths-lead"
    let joined = sentence.word(at).rsplit_once('-');
    if joined.is_some_and(|(area, lead)| AREAS.contains(area) && LEADS.contains(lead)) {
        return Some(at + 1);
    }
    let mut end = area_end(sentence, at)?;
    // "teaching and learning lead", "English subject leader"
    while end < at + 7 {
        let word = sentence.word(end);
        if matches!(word, "and" | "&" | "/") && area_end(sentence, end + 1).is_some() {
            end = area_end(sentence, end + 1)?;
        } else if let Some(further) = area_end(sentence, end).filter(|_| !LEADS.contains(word)) {
            end = further;
        } else if matches!(
            word,
            "link"
                | "team"
                | "middle"
                | "hub"
                | "volunteer"
                | "action"
                | "strategic"
                | "subj"
                | "sub"
                | "area"
                | "dept"
                | "faculty"
                | "trust"
                | "whole-school"
        ) {
            end += 1;
        } else {
            break;
        }
    }
    let lead = sentence.word(end);
    if let Some(end) = head_or_holder(sentence, end) {
        return Some(end);
    }
    if !LEADS.contains(lead) {
        return None;
    }
    let definite = matches!(sentence.before(at, 1), "the" | "our" | "their");
    // "TAs in KS1 lead phonics"
    let several = |word: &str| {
        matches!(word, "staff" | "they" | "we" | "children")
            || word.len() > 2 && word.ends_with('s') && !AREAS.contains(word)
    };
    let subject = sentence
        .back(at)
        .take(3)
        .take_while(|place| sentence.is_word(*place))
        .any(|place| several(sentence.word(place)) && !sentence.owns(place));
    let verb = lead == "lead"
        && !definite
        && !sentence.owns(end)
        && (matches!(sentence.word(end + 1), "to" | "into" | "the") && !owns_step(sentence, at, end)
            || subject
                && sentence.is_word(end + 1)
                && (area_end(sentence, end + 1).is_some() || !is_verb(sentence, end + 1)));
    (!verb).then_some(end + 1)
}

/// "Maths lead to share the plan": of one area it would be said that it "leads" to something.
fn owns_step(sentence: &Sentence, at: usize, end: usize) -> bool {
    let several = matches!(
        sentence.before(end, 1),
        "languages" | "sports" | "arts" | "humanities" | "rights" | "outdoors"
    );
    sentence.word(end + 1) == "to"
        && !several
        && (opens_clause(sentence, at) || matches!(sentence.before(at, 1), "and" | "&"))
}

/// Where the post ends that an area before `end` is followed by: "sixth form head says", "history: leader is keen",
/// "maths (lead)".
fn head_or_holder(sentence: &Sentence, end: usize) -> Option<usize> {
    let lead = sentence.word(end);
    if lead == "head" && is_verb(sentence, end + 1) {
        return Some(end + 1);
    }
    if !matches!(lead, ":" | "-" | "(") {
        return None;
    }
    let holder = end + 1 + usize::from(sentence.word(end + 1) == "the");
    let closed = holder + usize::from(lead == "(" && sentence.word(holder + 1) == ")");
    (LEADS.contains(sentence.word(holder)) && (closed > holder || is_verb(sentence, holder + 1)))
        .then_some(closed + 1)
}

/// Words for one of the staff, of whom it is then said what they lead.
const ONE_OF_STAFF: [&str; 19] = [
    "teacher",
    "leader",
    "person",
    "colleague",
    "governor",
    "member",
    "adult",
    "practitioner",
    "individual",
    "someone",
    "somebody",
    "she",
    "he",
    "whoever",
    "lady",
    "man",
    "woman",
    "ta",
    "one",
];

/// "the colleague who leads history", "whoever runs PE", "She leads science": a role in other words.
pub(super) fn in_other_words(sentence: &Sentence, at: usize) -> Option<usize> {
    let person = ONE_OF_STAFF.contains(&sentence.word(at));
    // "One person leads both history and geography"
    let only_one = matches!(sentence.before(at, 1), "one" | "same" | "single");
    let pronoun = matches!(sentence.word(at), "she" | "he" | "whoever") || only_one;
    if !person {
        return None;
    }
    let of_staff = sentence.word(at + 1) == "of" && matches!(sentence.word(at + 2), "staff" | "slt");
    let mut next = at + 1 + if of_staff { 2 } else { 0 };
    let relative = matches!(sentence.word(next), "who" | "that");
    next += usize::from(relative)
        + usize::from(matches!(
            sentence.word(next + usize::from(relative)),
            "is" | "currently" | "also"
        ));
    let leads = matches!(
        sentence.word(next),
        "leads" | "led" | "runs" | "coordinates" | "co-ordinates" | "manages" | "oversees" | "heads"
    ) && (relative || pronoun);
    let charged = matches!(
        (
            sentence.word(next),
            sentence.word(next + 1),
            sentence.word(next + 2)
        ),
        ("responsible", "for", _) | ("in", "charge", _) | ("i", "/", "c") | ("with", "responsibility", _)
    ) || matches!(
        sentence.word(next),
        "leading" | "overseeing" | "running" | "coordinating"
    ) && !pronoun;
    // "Leadership of geography: she has only been in role since Easter"
    let in_role = pronoun
        && (next..next + 8)
            .any(|place| sentence.word(place) == "in" && matches!(sentence.word(place + 1), "role" | "post"));
    if in_role {
        return Some(at + 1);
    }
    let area = (next + 1..next + 6).find_map(|place| area_end(sentence, place));
    // "the teacher in charge of the resource base"
    let definite = (matches!(sentence.before(at, 1), "the" | "our") || sentence.begins(at))
        && sentence.word(next - 1) != "is";
    let any = (charged && definite && sentence.is_word(next + 2)).then_some(next + 2);
    if leads || charged { area.or(any) } else { None }
}

/// "headteacher", "deputy head", "head of maths", "chair of governors", "lead for reading".
pub(super) fn leading_role(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let third = sentence.word(at + 2);
    if is_no_post(sentence, at) {
        return None;
    }
    match word {
        "deputy" | "assistant" | "executive" | "asst" | "dep" | "exec" | "associate" | "acting"
        | "interim" | "vice"
            if matches!(
                next,
                "head" | "headteacher" | "principal" | "chair" | "deputy" | "senco" | "sendco" | "dsl"
            ) =>
        {
            let end = at + 2 + usize::from(third == "teacher");
            let chair = (next == "chair").then(|| chair_end(sentence, at + 1)).flatten();
            let pupils = matches!(
                third,
                "pupil" | "pupils" | "boy" | "girl" | "boys" | "girls" | "student" | "students"
            );
            (!pupils).then_some(chair.unwrap_or(end))
        }
        "head" | "designated" | "senior" if next == "teacher" => Some(at + 2),
        "lead"
            if matches!(
                next,
                "teacher" | "practitioner" | "ta" | "midday" | "cook" | "cleaner" | "dsl"
            ) =>
        {
            Some(at + 2)
        }
        "deputy" if next.ends_with("heads") || next.ends_with("teachers") || next == "pupils" => None,
        "d" | "a" | "dep" | "asst" if matches!(next, "/" | ".") && third == "head" => Some(at + 3),
        "deputy" | "head" if opens_clause(sentence, at) && is_bare_head(sentence, at) => Some(at + 1),
        "deputy" | "head" if next == "who" => Some(at + 1),
        "deputy"
            if matches!(sentence.before(at, 1), "the" | "our" | "your" | "their" | "one")
                && (lexicon::PREPOSITIONS.contains(next) || lexicon::HELPING.contains(next)) =>
        {
            Some(at + 1)
        }
        "parent" | "staff" | "link" | "co-opted" | "lead" | "nominated" if next == "governor" => Some(at + 2),
        "head" | "hod" if next == "of" => head_of(sentence, at),
        "lgb" | "board" | "governors" if next == "chair" => Some(at + 2),
        "chair" => chair_end(sentence, at).or_else(|| presides(sentence, at).then_some(at + 1)),
        "co-chair" | "vice-chair" => chair_end(sentence, at).or(Some(at + 1)),
        "lead" | "leader" | "coordinator" | "governor" | "director" | "manager" | "champion" | "trustee"
            if matches!(next, "for" | "of" | "in" | "on") =>
        {
            // "lead for disadvantaged pupils has no data"
            let opens =
                || opens_clause(sentence, at) || matches!(sentence.before(at, 1), "the" | "our" | "their");
            let further = || (next == "for" && word != "governor" && opens()).then_some(at + 3);
            area_end(sentence, at + 2 + usize::from(third == "the")).or_else(further)
        }
        "head" | "deputy" if !stands_for_person(sentence, at) => None,
        _ if is_head_of_year(word) || is_glued_lead(word) => Some(at + 1),
        _ if ROLES.contains(word) || owns_without_apostrophe(sentence, at) => Some(at + 1),
        _ => post_in_words(sentence, at),
    }
}

/// Whether "`HoY10`" is written, the head of a year by its number.
fn is_head_of_year(word: &str) -> bool {
    let year = word.strip_prefix("hoy").unwrap_or_default();
    !year.is_empty() && year.chars().all(|letter| letter.is_ascii_digit())
}

/// "the sendcos plans", as it is typed in a hurry; "the heads agreed" are several.
fn owns_without_apostrophe(sentence: &Sentence, at: usize) -> bool {
    let Some(role) = sentence.word(at).strip_suffix('s') else {
        return false;
    };
    let next = sentence.word(at + 1);
    let verb = lexicon::COPULAS.contains(next)
        || lexicon::HELPING.contains(next)
        || next.ends_with("ed")
        || matches!(
            next,
            "met" | "meet" | "share" | "visit" | "work" | "and" | "or" | "who" | "also" | "then" | "from"
        );
    ROLES.contains(role)
        && (matches!(sentence.before(at, 1), "the" | "our")
            || sentence.begins(at)
                && matches!(
                    next,
                    "door" | "office" | "workload" | "knowledge" | "plans" | "plan"
                ))
        && sentence.letters(at + 1) == Letters::Small
        && !verb
        && !lexicon::PREPOSITIONS.contains(next)
}

/// What says which teacher, nurse or mentor is meant, besides a subject.
static SPECIALISMS: Words = LazyLock::new(|| {
    class(
        "brass guitar piano violin strings peri swimming intervention recovery booster cover play site dinner supply one-to-one ppa trainee student \
         peripatetic",
    )
});

/// Staff who are told apart by a specialism or a subject.
static SPECIALISTS: Words = LazyLock::new(|| {
    class("therapist agent lady teacher tutor ta assistant nurse instructor technician mentor")
});

/// Staff of whom a school has one, in a word.
static SINGLE_POSTS: Words = LazyLock::new(|| {
    class(
        "ect ect1 ect2 nqt rqt trainee cook secretary receptionist librarian counsellor therapist chaplain clerk \
         administrator",
    )
});

/// "the newest teacher", "the lady in the office", "the man who does the garden": one of the staff, told by what
/// nobody else there is or does.
fn told_apart(sentence: &Sentence, at: usize) -> Option<usize> {
    let definite = matches!(sentence.before(at, 1), "the" | "our");
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    let apart = matches!(
        word,
        "newest"
            | "youngest"
            | "oldest"
            | "male"
            | "female"
            | "part-time"
            | "retiring"
            | "pregnant"
            | "job-share"
            | "new"
            | "longest-serving"
            | "agency"
            | "absent"
            | "weakest"
            | "strongest"
            | "best"
            | "worst"
    );
    let staff = matches!(next, "teacher" | "ta" | "practitioner");
    let member = next == "member" && sentence.says(at + 2, &["of", "staff"]);
    if definite && apart && (staff || member) {
        return Some(at + if member { 4 } else { 2 });
    }
    // "the TA in the nurture room", "the teacher on maternity leave"
    let placed = word == "ta" && next == "in" && sentence.word(at + 2) == "the";
    let away = matches!(word, "teacher" | "ta")
        && next == "on"
        && matches!(
            sentence.word(at + 2),
            "maternity" | "paternity" | "sick" | "long-term" | "leave"
        );
    if definite && (placed || away) {
        return Some(at + 1);
    }
    let somebody = matches!(
        word,
        "lady" | "man" | "woman" | "gentleman" | "colleague" | "person" | "chap"
    );
    let office = next == "in"
        && matches!(sentence.word(at + 2), "the" | "our")
        && matches!(sentence.word(at + 3), "office" | "kitchen" | "library" | "garden");
    let brief = next == "with"
        && (at + 2..at + 6).any(|place| matches!(sentence.word(place), "brief" | "remit" | "portfolio"));
    let does = next == "who"
        && matches!(
            sentence.word(at + 2),
            "does" | "runs" | "teaches" | "drives" | "cleans" | "covers"
        );
    (definite && somebody && (office || brief || does)).then_some(at + if office { 4 } else { 1 })
}

/// "the music teacher", "the ECT", "the supply teacher": staff of whom a school has one.
pub(super) fn only_of_its_kind(sentence: &Sentence, at: usize) -> Option<usize> {
    let (word, next) = (sentence.word(at), sentence.word(at + 1));
    if let Some(end) = told_apart(sentence, at) {
        return Some(end);
    }
    let qualified = matches!((word, next), ("newly", "qualified") | ("early", "career"))
        && sentence.word(at + 2) == "teacher";
    let specialist = (AREAS.contains(word) || SPECIALISMS.contains(word))
        && SPECIALISTS.contains(next)
        && !matches!(word, "subject" | "phase" | "curriculum" | "learning" | "teaching");
    let of_school = matches!(
        (word, next),
        ("nursery" | "school", "nurse") | ("school", "secretary" | "cook" | "counsellor")
    );
    if word == "apprentice" {
        Some(at + 1 + usize::from(next == "ta"))
    } else if qualified {
        Some(at + 3)
    } else if specialist || of_school {
        Some(at + 2)
    } else {
        // Captain Cook was no cook, nor is a book.
        let sailor = word == "cook"
            && (matches!(sentence.before(at, 1), "captain" | "james") || matches!(next, "books" | "book"));
        (SINGLE_POSTS.contains(word) && !sailor).then_some(at + 1)
    }
}

/// "1:1 TA for the pupil with a plan does everything for him"
fn is_one_to_one(sentence: &Sentence, at: usize) -> bool {
    let with_one = sentence.before(at, 1) == "one-to-one"
        || sentence.before(at, 1) == "1"
            && matches!(sentence.before(at, 2), ":" | "-")
            && sentence.before(at, 3) == "1";
    let next = sentence.word(at + 1);
    with_one
        && matches!(sentence.word(at), "ta" | "lsa" | "adult")
        && (is_verb(sentence, at + 1) || matches!(next, "for" | "in" | "with" | "who" | "-" | ":" | "not"))
}

/// "A TA ... is the only one".
pub(super) fn only_assistant(sentence: &Sentence, at: usize) -> Option<usize> {
    if matches!(sentence.word(at), "ta" | "lsa")
        && (sentence.word(at + 1) == "for" && area_end(sentence, at + 2).is_some())
    {
        return Some(at + 1);
    }
    if matches!(sentence.before(at, 1), "only" | "sole")
        || (sentence.before(at, 1) == "one" && sentence.before(at, 2) == "the")
    {
        let end = (at..at + 3)
            .find(|place| matches!(sentence.word(*place), "teacher" | "ta" | "governor" | "adult"))?;
        return Some(end + 1);
    }
    // "relies on one TA for phonics"
    let relied = sentence.before(at, 1) == "one"
        && matches!(
            sentence.word(at),
            "ta" | "teacher" | "governor" | "adult" | "person"
        )
        && (2..=3).any(|back| {
            let word = sentence.before(at, back);
            word.starts_with("rel") || word.starts_with("depend") || matches!(word, "just" | "only")
        });
    if relied {
        return Some(at + 1);
    }
    // "One governor (safeguarding) does all the visits"
    if sentence.before(at, 1) == "one"
        && sentence.begins(at - 1)
        && matches!(sentence.word(at), "ta" | "teacher" | "governor" | "adult")
        && sentence.word(at + 1) == "("
    {
        return Some(at + 1);
    }
    // "one TA does all the interventions"
    if sentence.word(at) == "ta"
        && sentence.begins(at - usize::from(at > 0))
        && sentence.before(at, 1) == "one"
    {
        return is_verb(sentence, at + 1).then_some(at + 1);
    }
    if is_one_to_one(sentence, at) {
        return Some(at + 1);
    }
    let end = match sentence.word(at) {
        "ta" | "apprentice" | "nurse" | "librarian" | "cook" => at + 1,
        "teaching" if sentence.word(at + 1) == "assistant" => at + 2,
        _ => return None,
    };
    let only = |at: usize| {
        sentence.word(at) == "only" && matches!(sentence.word(at + 1), "one" | "ta" | "teaching" | "adult")
    };
    let alone = sentence.back(at).chain(sentence.ahead(at)).any(only);
    alone.then_some(end)
}
