//! Where a role stands for whoever was met, asked or heard in the review: that says nothing of them.

use std::{ops::Range, sync::LazyLock};

use super::{
    super::{
        lexicon::{COPULAS, HELPING, Words, class},
        sentence::{Letters, Sentence},
    },
    heads::describes,
    said::is_verb,
    taken_up::is_taken_up,
    thanks::is_owed_thanks,
};

/// Verbs and nouns of meeting: that somebody was met says nothing of them.
static MEETING: Words = LazyLock::new(|| {
    class(
        "met meet meets meeting meetings spoke speak spoken speaking talked talk talking discussion discussions \
         conversation conversations interview interviews interviewed visited joined thank thanks \
         thanked sent send agreed shared feedback session tour walk walked questions question \
         accompanied work works contact contacted report reported presented handed brought email emailed invited",
    )
});

/// What they do in a review as its host: no finding.
static HOSTING: Words = LazyLock::new(|| {
    class(
        "welcomed welcomes met meets joined joins hosted hosts attended attends introduced invited accompanied \
         chose receives sends shares agrees signs",
    )
});

/// What one begins a note to oneself with: "Ask the SENDCO for the map".
pub(super) static ERRANDS: Words = LazyLock::new(|| {
    class(
        "ask book send email meet contact invite remind tell give pass check confirm arrange share thank thanks copy cc \
         phone ring find speak talk introduce collect borrow return see catch show leave join",
    )
});

/// What is given to somebody on the day; whatever else they are to be given, they lack.
static HANDED_OVER: Words = LazyLock::new(|| {
    class(
        "copy copies report notes note form forms lanyard lanyards badge badges list lists folder feedback pack timetable map maps \
         keys message messages card cards flowers dates date ring call shout photos books file files back",
    )
});

/// "Book a slot with the SENDCO": what the writer means to do.
pub(super) fn is_errand(sentence: &Sentence, role: Range<usize>) -> bool {
    let start = role.start;
    let first = sentence.back(start).filter(|at| sentence.is_word(*at)).last();
    let wanted = first.is_some_and(|at| sentence.word(at) == "need")
        && sentence.owns(role.end - 1)
        && !(role.end..sentence.tokens.len()).any(|at| is_verb(sentence, at));
    let imperative = wanted
        || first.is_some_and(|at| {
            let noted = matches!(sentence.word(at), "next" | "todo" | "then" | "later")
                && sentence.word(at + 1) == ":"
                || sentence.word(at) == "please";
            let at = at
                + if sentence.word(at) == "please" {
                    1
                } else if noted {
                    2
                } else {
                    0
                };
            (sentence.begins(at) || noted)
                && (ERRANDS.contains(sentence.word(at))
                    && !matches!(sentence.word(at + 1), "of" | "yourself" | "ourselves")
                    || sentence.says(at, &["follow", "up"]))
                || sentence.begins(at)
                    && matches!(sentence.word(at), "to" | "need")
                    && is_meant(sentence, at..start)
        });
    // "Give the SENDCO more time", "Ask her why, as she could not say"
    let owed = first.is_some_and(|at| sentence.word(at) == "give")
        && sentence.is_word(role.end)
        && !(role.end..role.end + 5).any(|at| HANDED_OVER.contains(sentence.word(at)));
    let told = is_found_in_errand(sentence, role.end)
        || (role.end..role.end + 16).any(|at| {
            matches!(sentence.word(at), "she" | "he")
                && matches!(
                    sentence.word(at + 1),
                    "could" | "couldn't" | "did" | "didn't" | "was" | "wasn't" | "had" | "hadn't"
                )
        });
    imperative
        && !owed
        && !told
        && !is_owed_thanks(sentence, role)
        && !sentence
            .back(start)
            .any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)))
}

/// "Ask SENCO why the map has not been touched", "Ask the cook about portions, kids still hungry": the errand says what
/// was found.
fn is_found_in_errand(sentence: &Sentence, end: usize) -> bool {
    let lacks = |at: usize| {
        let word = sentence.word(at);
        word.ends_with("n't")
            || matches!(
                word,
                "not" | "never" | "nobody" | "hardly" | "still" | "too" | "thin"
            )
    };
    // Whoever asks why has found something.
    if sentence.word(end) == "why" && sentence.is_word(end + 2) {
        return true;
    }
    let finds = (end..end + 6).any(|at| sentence.word(at) == ",");
    finds && (end..end + 14).any(lacks)
}

/// "Need to see", "To follow up with": an errand in two words or three.
fn is_meant(sentence: &Sentence, mut within: Range<usize>) -> bool {
    within.any(|at| {
        matches!(sentence.word(at), "see" | "follow" | "chase" | "visit")
            || ERRANDS.contains(sentence.word(at))
    })
}

/// "People: facilitator, host head, SENDCO", "Who: maths lead": a label of who takes part or is to act.
pub(super) fn is_among_people(sentence: &Sentence, start: usize) -> bool {
    let colon = sentence.back(start).find(|at| sentence.word(*at) == ":");
    let label = |colon: usize| {
        matches!(
            sentence.before(colon, 1),
            "people"
                | "present"
                | "attending"
                | "attendees"
                | "apologies"
                | "who"
                | "by"
                | "with"
                | "owner"
                | "copies"
                | "cc"
                | "to"
                | "team"
                | "responsible"
                | "agenda"
                | "attended"
        )
    };
    let listed =
        |colon: usize| (colon + 1..start).all(|at| !is_verb(sentence, at) || sentence.word(at) == "heads");
    colon.is_some_and(|colon| label(colon) && listed(colon))
}

/// "When we met the English lead she was well prepared", "Met RE lead - vague on assessment": what was said or seen of
/// them when they were met.
pub(super) fn goes_on_about(sentence: &Sentence, end: usize) -> bool {
    if is_remarked(sentence, end) {
        return true;
    }
    // "Dep head and I walked round after lunch, she sees the same"
    let later = (end..end + 10).any(|at| {
        matches!(sentence.word(at), "," | "-" | ";")
            && matches!(sentence.word(at + 1), "she" | "he")
            && is_verb(sentence, at + 2)
    });
    if later || is_taken_up(sentence, end) {
        return true;
    }
    let mark = usize::from(matches!(sentence.word(end), "," | "-" | ":" | ";" | "("));
    let next = end + mark;
    let they = matches!(sentence.word(next), "she" | "he") && is_verb(sentence, next + 1);
    let described = mark == 1
        && sentence.letters(next) == Letters::Small
        && (describes(sentence.word(next)) || sentence.word(next) == "no" && sentence.is_word(next + 1))
        && !matches!(
            sentence.word(next),
            "very" | "new" | "off" | "out" | "late" | "open"
        );
    they || described
}

/// What a note of having met somebody begins with.
const TALKING: [&str; 11] = [
    "met",
    "spoke",
    "talked",
    "chatted",
    "talk",
    "chat",
    "conversation",
    "discussion",
    "interview",
    "walked",
    "saw",
];

/// What begins a question, a time or a list of who else was met, and no remark.
static NO_REMARK: Words = LazyLock::new(|| {
    class(
        "what how why who which when where and pupils then to at two three four five six a some children tas parents before \
         after with as very off out late new",
    )
});

/// "Spoke to maths lead after break, no monitoring since", "Chat w/ DSL: processes tight": what was found when they were
/// met, behind a mark. What only says when, or lists who else was met, is no finding.
fn is_remarked(sentence: &Sentence, end: usize) -> bool {
    let met = sentence.back(end).any(|at| {
        let opens = (0..at).all(|before| {
            !sentence.is_word(before)
                || sentence.letters(before) == Letters::Digits
                || matches!(
                    sentence.word(before),
                    "following" | "after" | "from" | "our" | "a" | "the" | "quick" | "brief" | "in"
                )
        });
        opens && TALKING.contains(&sentence.word(at))
    });
    // "after break", "at 10.15"
    let when = matches!(
        sentence.word(end),
        "after" | "before" | "at" | "during" | "over" | "in"
    );
    let reach = if when { 5 } else { 1 };
    let mark = (end..end + reach).find(|at| matches!(sentence.word(*at), "," | "-" | ":" | ";"));
    // "Talked to HT re: lack of follow up, bit defensive"
    let about = matches!(sentence.word(end), "re" | "about" | "on");
    let remark = |at: &usize| {
        let shade = usize::from(matches!(
            sentence.word(at + 1),
            "bit" | "a" | "rather" | "quite" | "pretty"
        ));
        let shade = shade + usize::from(shade == 1 && sentence.word(at + 2) == "bit");
        matches!(sentence.word(*at), "," | "-" | ";") && describes(sentence.word(at + 1 + shade))
    };
    if met && about && (end + 1..end + 14).any(|at| remark(&at)) {
        return true;
    }
    let Some(next) = mark.filter(|_| met).map(|mark| mark + 1) else {
        return false;
    };
    let word = sentence.word(next);
    let listed = super::names_role(word)
        || super::is_role_word(word)
        || sentence.letters(next) != Letters::Small
        || ERRANDS.contains(word)
        || MEETING.contains(word)
        || NO_REMARK.contains(word);
    let comma = sentence.before(next, 1) == ",";
    let found = is_verb(sentence, next)
        || describes(word)
        || matches!(word, "no" | "not" | "little" | "lots" | "nothing");
    let clause =
        (next..next + 6).any(|at| COPULAS.contains(sentence.word(at)) || HELPING.contains(sentence.word(at)));
    !listed && (found || clause || !comma && sentence.is_word(next + 1))
}

/// "Meetings with the headteacher took place"; what the meeting showed is another matter.
pub(super) fn of_a_meeting(sentence: &Sentence, start: usize) -> bool {
    const MEETINGS: [&str; 8] = [
        "meeting",
        "meetings",
        "discussion",
        "discussions",
        "conversation",
        "conversations",
        "interview",
        "interviews",
    ];
    let with = matches!(sentence.before(start, 2), "with" | "and")
        && (3..=8).any(|back| MEETINGS.contains(&sentence.before(start, back)));
    let verb = sentence.ahead(start).find(|at| is_verb(sentence, *at));
    let happened = verb.is_none_or(|verb| {
        let held = matches!(
            sentence.word(verb + 1),
            "held" | "planned" | "useful" | "helpful" | "at" | "arranged"
        );
        held || matches!(
            sentence.word(verb),
            "moved"
                | "changed"
                | "cancelled"
                | "booked"
                | "took"
                | "happened"
                | "covered"
                | "lasted"
                | "followed"
                | "helped"
        )
    });
    with && happened
}

/// "The role of the SENDCO"
pub(super) fn of_a_post(sentence: &Sentence, start: usize) -> bool {
    let of = if matches!(sentence.before(start, 1), "of" | "for") {
        1
    } else {
        2
    };
    // "which staff train as DSL?"
    let trained = sentence.before(start, 1) == "as"
        && (sentence.before(start, 2).starts_with("train")
            || sentence.before(start, 2).starts_with("qualif"));
    trained
        || matches!(sentence.before(start, of), "of" | "for")
            && matches!(
                sentence.before(start, of + 1),
                "role" | "post" | "job" | "office" | "appointment" | "description" | "vacancy" | "advert"
            )
}

/// What a host welcomes, opens, sends or hands over on the day.
static OF_THE_DAY: Words = LazyLock::new(|| {
    class(
        "team reviewers us review visits report findings feedback visit day tour lunch meeting visitors group discussion \
         introduction overview apologies pack data map policy folder copies copy documents timetable welcome briefing \
         session paperwork",
    )
});

/// How often somebody does something: "meets with the team weekly" is what they do in their work.
static HABITS: Words = LazyLock::new(|| {
    class(
        "weekly monthly termly daily each every regularly often rarely fortnightly always never not her his",
    )
});

/// Whether they only did what the host of a review does.
pub(super) fn is_hosting(sentence: &Sentence, verb: usize) -> bool {
    let (did, next) = (sentence.word(verb), sentence.word(verb + 1));
    let chores =
        matches!(did, "takes" | "took" | "keeps" | "kept") && matches!(next, "notes" | "time" | "minutes");
    let passive = matches!(did, "was" | "were") && (MEETING.contains(next) || next == "present");
    let soon = |words: &Words, reach: usize| {
        (verb + 1..verb + reach).any(|at| {
            let own_team = matches!(
                sentence.before(at, 1),
                "pastoral" | "leadership" | "staff" | "subject" | "phase" | "whole"
            );
            words.contains(sentence.word(at)) && !own_team
        })
    };
    let hosted = HOSTING.contains(did) && soon(&OF_THE_DAY, 7);
    // "Shared the policy with staff" is what they do in their work as well.
    let gave = matches!(
        did,
        "opened" | "gave" | "provided" | "shared" | "showed" | "brought" | "sent" | "supplied"
    ) && soon(&OF_THE_DAY, 5)
        && !(verb + 1..verb + 9).any(|at| {
            matches!(
                sentence.word(at),
                "staff"
                    | "teachers"
                    | "parents"
                    | "tas"
                    | "no"
                    | "governors"
                    | "colleagues"
                    | "best"
                    | "strongest"
                    | "weakest"
                    | "excellent"
                    | "thin"
                    | "late"
            )
        });
    // "HT asked us to look at writing"
    let asked = did == "asked"
        && (next == "us" || matches!((next, sentence.word(verb + 2)), ("the", "team" | "reviewers")))
        && (verb..verb + 4).any(|at| sentence.word(at) == "to");
    asked || chores || passive || (hosted || gave) && !soon(&HABITS, 12)
}

/// "SENDCO unable to attend", "English lead not seen, on a course": that somebody was not met.
pub(super) fn was_not_met(sentence: &Sentence, end: usize) -> bool {
    let comma = usize::from(sentence.word(end) == ",");
    let phrase = |words: &[&str]| sentence.says(end + comma, words);
    let met = |at: usize| matches!(sentence.word(at), "met" | "seen" | "available" | "interviewed");
    let not_met = |at: usize| sentence.word(at) == "not" && met(at + 1);
    phrase(&["unable", "to", "attend"])
        || not_met(end + comma)
        || phrase(&["out", "on"]) && (end..end + 9).any(not_met)
}

/// "With the SENDCO we looked at six plans", "Documents from the SENDCO: two plans".
pub(super) fn took_part(sentence: &Sentence, role: Range<usize>) -> bool {
    let the = usize::from(matches!(sentence.before(role.start, 1), "the" | "our"));
    let first = role.start.saturating_sub(1 + the);
    let with = sentence.begins(first)
        && sentence.word(first) == "with"
        && matches!(sentence.word(role.end), "we" | "reviewers");
    let papers = sentence.word(first) == "from"
        && first > 0
        && sentence.begins(first - 1)
        && matches!(
            sentence.before(first, 1),
            "documents" | "papers" | "data" | "pack" | "plans" | "copies" | "apologies" | "welcome"
        )
        && !(role.end..role.end + 12).any(|at| is_verb(sentence, at) && sentence.word(at) != "plans");
    with || papers
}

/// "SENDCO's provision map read beforehand": a paper of theirs that was looked at.
pub(super) fn is_their_paper(sentence: &Sentence, end: usize) -> bool {
    (end + 1..end + 5).any(|at| {
        matches!(
            sentence.word(at),
            "read" | "received" | "circulated" | "collected"
        ) && (!sentence.is_word(at + 1)
            || matches!(
                sentence.word(at + 1),
                "beforehand" | "before" | "in" | "ahead" | "first"
            ))
    })
}

/// "We were welcomed by the headteacher"
pub(super) fn welcomed_us(sentence: &Sentence, start: usize) -> bool {
    let by = if sentence.before(start, 1) == "by" { 1 } else { 2 };
    sentence.before(start, by) == "by"
        && matches!(
            sentence.before(start, by + 1),
            "welcomed" | "greeted" | "met" | "hosted" | "accompanied" | "joined" | "introduced"
        )
        && matches!(
            sentence.before(start, by + 2),
            "were" | "was" | "team" | "reviewers" | ""
        )
}

/// "We met the SENDCO", "feedback to the headteacher"; not "time given by the headteacher".
pub(super) fn was_met(sentence: &Sentence, start: usize) -> bool {
    // In "the headteacher and the SENDCO" the first one decides.
    let joined = matches!(sentence.before(start, 2), "and" | "," | "&") || sentence.before(start, 1) == "and";
    let reach = if joined { 9 } else { 4 };
    let mut sent = false;
    for at in (0..start).rev().take(reach) {
        let word = sentence.word(at);
        if matches!(
            word,
            "by" | "through" | "on" | "from" | "about" | "than" | "in" | "of" | "under" | "without"
        ) {
            return false;
        }
        sent |= matches!(word, "goes" | "go" | "went" | "given");
        let over_coffee =
            matches!(word, "coffee" | "lunch" | "breakfast" | "tea") && sentence.word(at + 1) == "with";
        if MEETING.contains(word) || over_coffee {
            return true;
        }
    }
    // "The report goes to the headteacher"
    sent && sentence.back(start).any(|at| {
        matches!(
            sentence.word(at),
            "report" | "summary" | "findings" | "feedback" | "copy" | "letter"
        )
    })
}
