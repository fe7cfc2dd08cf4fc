//! What is said of whoever holds a role, if anything.

use std::{ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{CLAUSE_OPENERS, COPULAS, DETERMINERS, HELPING, PREPOSITIONS, Words, class},
        sentence::{Letters, Sentence, WINDOW},
    },
    Roles,
    elsewhere::{is_elsewhere, is_occupation, is_shown},
    heads::describes,
    is_role_word,
    met::{
        goes_on_about, is_among_people, is_errand, is_hosting, is_their_paper, of_a_meeting, of_a_post,
        took_part, was_met, was_not_met, welcomed_us,
    },
    names_role,
    phrase::only_assistant,
    steps::{is_asked_to_act, is_assigned, is_for_the_review, is_owed, is_to_be_praised},
    thanks::is_owed_thanks,
    titles::opens_clause,
};

/// Nouns after an owner that say nothing of a person.
static PLACES: Words =
    LazyLock::new(|| class("office room door desk award awards certificate certificates prize prizes cup"));

/// What follows a role in the name of an event, a time or a paper: "SENDCO interview 10.15".
static EVENTS: Words = LazyLock::new(|| {
    class(
        "meeting meetings interview interviews discussion conversation slot tour walk feedback role office network \
         networks training session present attended room report update drop-in questions timetable diary coffee lunch \
         visit visits notes page section job description post vacancy agreed met confirmed welcome presentation briefing \
         introduction talk summary view views intro hub conference release cover folder file name names details email \
         phone number here available programme scheme induction framework forum joins joined group team handbook code duties poster posters lanyard lanyards award qualification course surgery letter letters newsletter blog assembly books lice",
    )
});

/// What a role has that is told of only with a verb: "SENDCO workload is too high".
static BURDENS: Words = LazyLock::new(|| class("workload capacity caseload absence turnover knowledge time"));

/// Verbs whose endings are not those of the present tense, or that have none.
static OTHER_VERBS: Words = LazyLock::new(|| {
    class(
        "spoke drew rang sang drove grew fell hid hit let cut stood understood sent swept dealt forgot threw won sat stuck \
         paid laid caught sought bought wore woke rode shut broke chairs rings says sees runs \
         led left knew made took gave kept ran saw said told thought taught spent felt built wrote set put went came \
         brought found held met read lost began chose got lacks needs does goes",
    )
});

/// What two people do who hold a role each.
const TOGETHER: [&str; 33] = [
    "share", "talk", "clash", "finish", "divide", "split", "run", "model", "trust", "support", "speak",
    "agree", "disagree", "work", "know", "need", "lead", "think", "feel", "want", "seem", "lack", "struggle",
    "pull", "rely", "differ", "plan", "cover", "teach", "monitor", "check", "argue", "moderate",
];

/// Whether something is said of whoever holds the role. A role that stands for one person is taken to be spoken of,
/// unless what is said says nothing of them: that they were met, listed or asked, or are to do something.
pub(super) fn says_something_of(roles: &Roles, sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let article = sentence.before(start, 1);
    let pronoun = matches!(sentence.word(start), "she" | "he" | "whoever")
        || sentence.word(start) == "person" && matches!(article, "one" | "same" | "single");
    if pronoun || only_assistant(sentence, start).is_some() {
        return true;
    }
    let elsewhere = is_elsewhere(sentence, start..end);
    if sentence.word(end) == "who" && is_verb(sentence, end + 1) && !elsewhere {
        return true;
    }
    if elsewhere
        || is_of_many(article)
        || is_any(sentence, start)
        || of_a_post(sentence, start)
        || is_shown(sentence, start..end)
        || is_occupation(sentence, start)
        || is_errand(sentence, start..end)
    {
        return false;
    }
    if goes_on_about(sentence, end) || is_owed_thanks(sentence, start..end) {
        return true;
    }
    if is_quoted_after(sentence, end) {
        return true;
    }
    if is_requested(sentence, start)
        || of_a_meeting(sentence, start)
        || is_among_people(sentence, start)
        || welcomed_us(sentence, start)
        || was_not_met(sentence, end)
        || took_part(sentence, start..end)
        || is_heading(sentence, start..end)
    {
        return false;
    }
    if sentence.owns(end - 1) {
        return owns_something_telling(sentence, start..end);
    }
    if let Some(verb) = verb_after(roles, sentence, role.clone()) {
        return does_something_telling(sentence, start..end, verb);
    }
    is_to_be_praised(sentence, end)
        || is_owed(sentence, end)
        || !(is_asked_to_act(sentence, start..end)
            || names_event(sentence, start..end)
            || is_listed(sentence, start..end)
            || was_met(sentence, start))
}

/// Whether the verb of a role at `verb` tells of whoever holds it: they do not only host the review, nor are they to do
/// something.
fn does_something_telling(sentence: &Sentence, role: Range<usize>, verb: usize) -> bool {
    let Range { start, end } = role;
    let the = DETERMINERS.contains(sentence.before(start, 1));
    // "Concerns about the headteacher were shared"
    let about = matches!(
        sentence.before(start, 1 + usize::from(the)),
        "about" | "with" | "over" | "on" | "around"
    );
    // "DSL posters in every toilet", "maths lead questions for the afternoon"
    let thing = verb == end
        && EVENTS.contains(sentence.word(end))
        && PREPOSITIONS.contains(sentence.word(end + 1))
        && !the;
    !thing && !is_assigned(sentence, verb) && (about || !is_hosting(sentence, verb))
}

/// "Could the SENDCO send the list before Friday please"
fn is_requested(sentence: &Sentence, start: usize) -> bool {
    HELPING.contains(sentence.word(0)) && sentence.near(start, |word| word == "please")
}

/// "The SENDCO's caseload" tells of somebody; "the SENDCO's office" and "the SENDCO's meeting at 9" do not.
fn owns_something_telling(sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let event = EVENTS.contains(sentence.word(end))
        && opens_clause(sentence, start)
        && (end + 1..sentence.tokens.len()).all(|at| {
            !sentence.is_word(at) || sentence.letters(at) == Letters::Digits || sentence.word(at) == "at"
        });
    !event
        && !is_their_paper(sentence, end)
        && (!PLACES.contains(sentence.word(end))
            || has_open_door(sentence, start..end)
            || sentence.word(end) == "room"
                && matches!(sentence.word(end + 2), "a" | "an" | "always" | "calm"))
}

/// "SENDCO cluster meeting", "DSL training for all staff", "Subject leader time": what is named after a post, with no
/// verb that a burden of theirs would be told with; not "Could the PE lead visit us?".
fn names_event(sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let word = sentence.word(end);
    let asked = HELPING.contains(sentence.before(start, 2)) || HELPING.contains(sentence.before(start, 1));
    let burden = BURDENS.contains(word) && (word != "time" || has_verb_soon(sentence, end));
    if burden || asked {
        return false;
    }
    let ends = |at: usize| {
        let word = sentence.word(at);
        let doing = word.ends_with("ing") && !EVENTS.contains(word);
        let parted = matches!(
            word,
            "but" | "and" | "so" | "though" | "yet" | "not" | "no" | "only"
        );
        !sentence.is_word(at)
            || PREPOSITIONS.contains(word)
            || CLAUSE_OPENERS.contains(word)
            || doing
            || parted
    };
    let mut named = (end..end + 3).take_while(|at| !ends(*at));
    word == "time" || named.any(|at| EVENTS.contains(sentence.word(at)))
}

/// "Met: HT, DHT, SENDCO", "Interviews - HT 9.15, SENDCO 10.00", "10:00 SENDCO, room 3", "next: SENDCO, then pupil
/// voice": a list of people, times or rooms without a verb says nothing of anybody in it.
fn is_listed(sentence: &Sentence, role: Range<usize>) -> bool {
    let Range { start, end } = role;
    let tells = |at: usize| {
        let word = sentence.word(at);
        COPULAS.contains(word)
            || matches!(
                word,
                "one" | "all" | "both" | "same" | "odds" | "tears" | "leave" | "stress" | "strain"
            )
            || HELPING.contains(word) && word != "may"
            || describes(word) && !matches!(word, "late" | "open")
            || matches!(word, "no" | "not" | "too" | "only" | "very" | "new" | "over")
    };
    if was_heard(sentence, end) || was_there(sentence, start..end) {
        return true;
    }
    // "The head and deputy to agree who checks what"
    let owns_step = (end..end + 4).any(|at| sentence.word(at) == "to" && names_role(sentence.before(at, 1)));
    if owns_step && !is_for_the_review(sentence, end) {
        return false;
    }
    if sentence.back(start).chain(end..end + WINDOW).any(tells) {
        return false;
    }
    let the = usize::from(DETERMINERS.contains(sentence.before(start, 1)));
    let first = start.saturating_sub(1 + the);
    let joint = |at: usize| matches!(sentence.word(at), "," | "+" | "&" | "and" | "/" | ";");
    let time = |at: usize| sentence.letters(at) == Letters::Digits;
    let other = |at: usize| {
        let word = sentence.word(at);
        names_role(word) || is_role_word(word) || time(at) || OTHERS_MET.contains(word)
    };
    let before = start > the && (joint(first) && sentence.back(first).any(other) || time(first));
    let next = sentence.word(end);
    // "SENDCO: 11.15, small meeting room"
    let timed = sentence.word(end) == ":" && time(end + 1) && sentence.word(end + 1).contains('.');
    let behind =
        timed || joint(end) && (end + 1..end + 4).any(other) || time(end) && !is_counted(sentence, end + 1);
    let label = start > the
        && matches!(sentence.word(first), ":" | "-")
        && matches!(
            sentence.before(first, 1),
            "whom"
                | "next"
                | "who"
                | "first"
                | "then"
                | "lunch"
                | "break"
                | "am"
                | "pm"
                | "assembly"
                | "interviews"
                | "meetings"
        )
        && matches!(next, "" | "." | ",");
    label || before && (behind || !sentence.is_word(end)) || behind && opens_clause(sentence, start)
}

/// "Joint observation w HT", "Pre-meet with headteacher 8.15", "Head and chair present for feedback": who was there, and
/// no more than when.
fn was_there(sentence: &Sentence, role: Range<usize>) -> bool {
    let the = usize::from(DETERMINERS.contains(sentence.before(role.start, 1)));
    let slash = usize::from(sentence.before(role.start, 1 + the) == "/");
    let with = matches!(sentence.before(role.start, 1 + the + slash), "with" | "w");
    let ends = (role.end..role.end + WINDOW)
        .all(|at| !sentence.is_word(at) || sentence.letters(at) == Letters::Digits);
    let verb = sentence.back(role.start).any(|at| is_verb(sentence, at));
    let present = (role.end..role.end + 4).any(|at| sentence.word(at) == "present");
    with && ends && !verb || present
}

/// Others who are met in a review, and where.
static OTHERS_MET: Words = LazyLock::new(|| {
    class(
        "pupils parents tas staff teachers teacher reviewers reviewer facilitator sip governors subject leaders children \
         office room library hall pupil parent lunch break",
    )
});

/// "SENDCO 2 days a week": what is counted behind the role, where "10.00" is a time.
fn is_counted(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.word(at).trim_end_matches('s'),
        "day" | "year" | "hour" | "week" | "term" | "month" | "time" | "class" | "role" | "hat" | "subject"
    )
}

/// "In the SENDCO meeting we heard that training is bits and bobs - her words": whose words they are.
fn is_quoted_after(sentence: &Sentence, end: usize) -> bool {
    (end..end + WINDOW).any(|at| {
        matches!(sentence.word(at), "her" | "his")
            && matches!(
                sentence.word(at + 1),
                "words" | "phrase" | "word" | "view" | "own"
            )
    })
}

/// "Headteacher, SENDCO and parents were heard": all that is said is that they were listened to.
fn was_heard(sentence: &Sentence, end: usize) -> bool {
    (end..end + 12).any(|at| {
        matches!(sentence.word(at), "was" | "were")
            && matches!(
                sentence.word(at + 1),
                "heard" | "met" | "interviewed" | "consulted" | "present" | "seen" | "spoken"
            )
    })
}

/// "The headteacher's door is always open" is said of somebody.
fn has_open_door(sentence: &Sentence, role: Range<usize>) -> bool {
    opens_clause(sentence, role.start)
        && (role.end..role.end + 6).any(|at| {
            matches!(
                sentence.word(at),
                "open" | "closed" | "always" | "never" | "chaotic" | "untidy"
            )
        })
}

/// "10:45 the English lead", "The SENDCO meeting moved to two": who is met when, and no more.
fn is_heading(sentence: &Sentence, role: Range<usize>) -> bool {
    let opens = (0..role.start).all(|at| {
        !sentence.is_word(at)
            || sentence.letters(at) == Letters::Digits
            || at + 1 == role.start && DETERMINERS.contains(sentence.word(at))
    });
    let alone =
        opens && !sentence.goes_on && (role.end..sentence.tokens.len()).all(|at| !sentence.is_word(at));
    let event = !sentence.owns(role.end - 1)
        && matches!(
            sentence.word(role.end),
            "meeting" | "interview" | "discussion" | "slot" | "session" | "drop-in" | "timetable" | "tour"
        )
        && !(role.end..role.end + 5).any(|at| {
            matches!(
                sentence.word(at),
                "showed" | "shows" | "revealed" | "suggested" | "she" | "he" | "highlighted" | "raised"
            )
        });
    alone || event
}

/// Whether the word before a role says that there are many of it, or that it is another school's.
fn is_of_many(article: &str) -> bool {
    matches!(
        article,
        "a" | "an"
            | "each"
            | "every"
            | "any"
            | "another"
            | "no"
            | "visiting"
            | "other"
            | "per"
            | "all"
            | "lead"
    )
}

/// Whether a verb stands at `at` or among the eight words and marks after it.
pub(super) fn has_verb_soon(sentence: &Sentence, at: usize) -> bool {
    (at..at + 9).any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)))
}

/// The verb that the role is the subject of, after others who are named with it and words in brackets.
pub(super) fn verb_after(roles: &Roles, sentence: &Sentence, role: Range<usize>) -> Option<usize> {
    let Range { start, end } = role;
    let mut at = end;
    for _ in 0..6 {
        let word = sentence.word(at);
        if word == "(" {
            at = (at..at + 8).find(|place| sentence.word(place.to_owned()) == ")")? + 1;
        } else if matches!(word, "and" | "or" | "," | "&" | "+" | "the" | "our") {
            // "the English lead and the headteacher"
            let next = at + 1 + usize::from(DETERMINERS.contains(sentence.word(at + 1)));
            if let Some(further) = roles.role_end(sentence, next) {
                at = further;
            } else if names_role(sentence.word(at + 1)) && word != "," {
                // "Head and deputy pull in different directions"
                at += 2;
            } else if let Some(others) = (at + 1..at + 5).find(|place| is_company(sentence.word(*place)))
                && word != ","
            {
                // "EYFS lead and KS1 colleagues plan history together"
                at = others + 1;
            } else if word == "," && matches!(sentence.word(at + 1), "who" | "though" | "however") {
                at += 1;
            } else {
                return None;
            }
        } else if matches!(
            word,
            "who"
                | "also"
                | "not"
                | "often"
                | "never"
                | "always"
                | "rarely"
                | "only"
                | "now"
                | "clearly"
                | "already"
                | "still"
                | "regularly"
                | "then"
                | "has"
        ) && !is_verb(sentence, at)
        {
            at += 1;
        } else if matches!(word, "in" | "for" | "of" | "on" | "i" | "with" | "over") {
            // "the lead for maths in this school has", "assistant head i/c assessment keeps"
            at = (at + 1..at + 7).find(|place| is_verb(sentence, *place))?;
        } else {
            // "headteacher and SENDCO disagree"
            let several = at > end || is_joined(sentence, start);
            let together = several && TOGETHER.contains(&word);
            return (together || is_verb(sentence, at)).then_some(at);
        }
    }
    None
}

/// Whether the role at `start` is named behind another one: "the English lead and the headteacher".
fn is_joined(sentence: &Sentence, start: usize) -> bool {
    let the = usize::from(DETERMINERS.contains(sentence.before(start, 1)));
    matches!(sentence.before(start, 1 + the), "and" | "&" | "," | "+")
        && names_role(sentence.before(start, 2 + the))
}

/// Those who do something together with whoever holds a role.
fn is_company(word: &str) -> bool {
    matches!(
        word,
        "colleagues" | "staff" | "teachers" | "team" | "tas" | "leaders" | "governors" | "adults"
    )
}

/// Whether the word at `at` is a verb in a form that has a subject.
pub(super) fn is_verb(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    // "deputy DSLs" are several.
    let several = word.strip_suffix('s').is_some_and(names_role) && sentence.is_capital(at);
    let present =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !sentence.owns(at) && !several;
    let past = word.len() > 3 && word.ends_with("ed");
    sentence.is_word(at)
        && (COPULAS.contains(word) || HELPING.contains(word) || OTHER_VERBS.contains(word) || present || past)
}

/// "a qualified SENCO", "every designated lead": any of them, whatever quality is asked for.
fn is_any(sentence: &Sentence, start: usize) -> bool {
    matches!(
        sentence.before(start, 1),
        "qualified" | "trained" | "named" | "dedicated" | "designated" | "full-time"
    ) && is_of_many(sentence.before(start, 2))
        || sentence.before(start, 1) == "new"
            && matches!(sentence.before(start, 2), "any" | "every" | "each" | "no")
}
