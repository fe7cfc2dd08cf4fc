//! Which kind of activity the words of a title say.

mod endings;
mod reworded;

use crate::domain::activity::ActivityKind::{
    self, Arrival, Break, Briefing, Collation, DataScrutiny, Discussion, DocumentReview, Feedback,
    LessonVisits, MeetingLeader, MeetingTeachers, ParentVoice, PupilVoice, StaffVoice, WorkScrutiny,
};

use super::{vocabulary::Vocabulary, wording};
pub(super) use endings::is_ending;

/// What is done, said outright: the one that stands first in the title decides, of two in one place the longer one. A
/// word that ends in `*` stands for all words that begin so.
const ACTIVITIES: [(ActivityKind, &[&str]); 13] = [
    (
        Arrival,
        &[
            "arriv*",
            "coffee and welcome",
            "tea and welcome",
            "coffee and arrival",
            "tea and arrival",
            "welcome*",
            "meet and greet",
            "sign in",
            "signing in",
            "settle in",
        ],
    ),
    (
        Briefing,
        &[
            "briefing",
            "brief",
            "purpose",
            "ground rules",
            "introduction*",
            "intro",
            "context*",
            "set up",
            "overview",
            "protocol*",
            "expectations of the day",
        ],
    ),
    (
        LessonVisits,
        &[
            "lesson*",
            "in classes",
            "learning walk*",
            "classroom*",
            "class visit*",
            "visit* to class*",
            "visit* class*",
            "visits",
            "observation*",
            "drop in*",
            "dropin*",
            "tour",
            "walk round",
            "walk around",
            "walkthrough",
            "visit the class*",
        ],
    ),
    (
        WorkScrutiny,
        &[
            "book",
            "books",
            "book look*",
            "work look*",
            "work scrutin*",
            "work sample*",
            "work sampling",
            "pupil* book*",
            "pupil* work",
            "children* book*",
            "childrens work",
            "scrutiny of work",
            "scrutiny of books",
            "sampling of work",
            "look at work",
        ],
    ),
    (
        PupilVoice,
        &[
            "pupil voice*",
            "hear readers",
            "hearing readers",
            "hear pupils read",
            "hear children read",
            "listen to readers",
            "listening to readers",
            "pupil interview*",
            "pupil conferenc*",
            "pupil discussion*",
            "pupil meeting*",
            "pupil panel*",
            "pupils panel*",
            "student voice*",
            "student interview*",
            "student council",
            "school council",
            "childrens voice",
            "child voice",
            "pupils with*",
            "pupils and*",
            "conferencing",
        ],
    ),
    (
        StaffVoice,
        &[
            "staff voice*",
            "staff survey*",
            "staff questionnaire*",
            "ta voice",
            "support staff",
        ],
    ),
    (
        ParentVoice,
        &["parent voice*", "parental voice*", "parent* survey*"],
    ),
    (
        DataScrutiny,
        &[
            "data",
            "analysis of data",
            "pupil progress",
            "assessment information",
            "outcomes",
            "results",
            "data scrutin*",
        ],
    ),
    (
        DocumentReview,
        &[
            "document*",
            "polic*",
            "paperwork",
            "website",
            "sef",
            "sdp",
            "curriculum plans",
            "school development plan",
            "desk top",
            "desktop",
            "safeguarding check*",
            "scr",
        ],
    ),
    (
        Break,
        &[
            "break",
            "breaktime",
            "playtime",
            "lunch*",
            "coffee",
            "refreshment*",
            "tea",
            "comfort break",
            "working lunch",
        ],
    ),
    (
        Collation,
        &[
            "collat*",
            "synthesis*",
            "moderat*",
            "triangulat*",
            "team meeting",
            "review team",
            "reviewers meet",
            "write up",
            "writing up",
            "prepar* feedback",
            "preparation for feedback",
            "prepar* for feedback",
            "pull together",
            "pulling together",
            "bring together",
            "bringing together",
            "bring it together",
            "bringing it together",
            "pull it together",
            "pulling it together",
            "put it together",
            "putting it together",
            "get together*",
            "getting together",
            "agree what",
            "compare notes",
            "team discussion",
            "reviewers discuss*",
            "consolidat*",
            "keeping in touch",
            "kit meeting",
            "kit",
            "reflection*",
        ],
    ),
    (
        Discussion,
        &[
            "discussion of findings",
            "discuss findings",
            "discussion of the findings",
            "findings",
            "agree findings",
            "agree strengths",
            "agree next steps",
            "next steps",
            "emerging findings",
            "line of enquiry",
            "final discussion",
            "discussion of evidence",
        ],
    ),
    (
        Feedback,
        &[
            "feedback",
            "feed back",
            "verbal feedback",
            "plenary",
            "feeding back",
            "closing*",
            "depart*",
            "finish",
            "goodbye*",
            "farewell*",
            "thanks",
            "thank you*",
        ],
    ),
];

/// Words for talking: whom one talks with decides.
const TALKS: [&str; 12] = [
    "meet*",
    "interview*",
    "talk*",
    "speak*",
    "conversation*",
    "discussion",
    "discuss*",
    "chat",
    "session with",
    "q and a",
    "dialogue",
    "time with",
];

/// Who is there.
const PEOPLE: [(ActivityKind, &[&str]); 6] = [
    (
        MeetingLeader,
        &[
            "sendco",
            "senco",
            "senc*",
            "inclusion",
            "leader*",
            "leads",
            "lead",
            "head",
            "headteacher*",
            "deputy",
            "slt",
            "smt",
            "governor*",
            "chair",
            "coordinator*",
            "subject*",
            "assistant head*",
            "dsl",
            "improvement planning",
            "standards",
            "leadership",
        ],
    ),
    (
        MeetingTeachers,
        &[
            "teacher*",
            "teaching staff",
            "class teachers",
            "ects",
            "ect",
            "nqt*",
            "practitioner*",
        ],
    ),
    (
        PupilVoice,
        &["pupil*", "children*", "student*", "learners", "child"],
    ),
    (ParentVoice, &["parent*", "carer*", "families"]),
    (
        StaffVoice,
        &["tas", "teaching assistants", "lsas", "support staff"],
    ),
    (MeetingTeachers, &["staff"]),
];

/// The kind of activity that `title` says, the model's own titles first; `None` if it says none.
pub(super) fn of(title: &str, vocabulary: &Vocabulary) -> Option<ActivityKind> {
    known(title, vocabulary).or_else(|| {
        let words = wording::words(title);
        let farewell = is_ending(title).then_some(Feedback);
        farewell
            .or_else(|| behind_number(&words).and_then(said))
            .or_else(|| said(&words))
    })
}

/// What is done in a numbered lesson, period or session: the "pupil voice" of "Lesson 4: pupil voice".
fn behind_number(words: &[String]) -> Option<&[String]> {
    let [first, number, rest @ ..] = words else {
        return None;
    };
    let counted = ["lesson", "period", "session", "slot"].contains(&first.as_str());
    let digits = number.len() <= 2 && number.chars().all(|letter| letter.is_ascii_digit());
    (counted && digits && !rest.is_empty()).then_some(rest)
}

/// Whether `title` begins with what is done, in so many words at least, or is one of the model's own.
pub(super) fn opens_with_activity(title: &str, least: usize, vocabulary: &Vocabulary) -> bool {
    let words = wording::words(title);
    let phrases = ACTIVITIES.iter().flat_map(|(_, phrases)| phrases.iter());
    let said = phrases.chain(&TALKS).filter_map(|phrase| begins(&words, phrase));
    known(title, vocabulary).is_some() || said.max().is_some_and(|count| count >= least)
}

/// The kind of a title that the model has, in just these words or in others that say the same.
fn known(title: &str, vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let words = wording::words(title);
    let same = |(known, _): &&(String, ActivityKind)| !words.is_empty() && wording::has_words(known, &words);
    let exact = vocabulary.titles.iter().find(same).map(|(_, kind)| *kind);
    exact.or_else(|| reworded::kind(title, vocabulary))
}

fn said(words: &[String]) -> Option<ActivityKind> {
    for at in 0..words.len() {
        let rest = words.get(at..).unwrap_or_default();
        if let Some(kind) = longest(&ACTIVITIES, rest) {
            // "Bringing it together / discussion of findings": the discussion is what it is for.
            let discusses = kind == Collation && discusses_findings(rest);
            return Some(if discusses { Discussion } else { kind });
        }
        if TALKS.iter().any(|talk| begins(rest, talk).is_some()) {
            return Some(talk_with(words, rest));
        }
    }
    people(words)
}

/// Whether the findings are discussed somewhere in a title.
fn discusses_findings(words: &[String]) -> bool {
    let phrases = [
        "discussion of findings",
        "discussion of the findings",
        "discuss findings",
        "discuss the findings",
    ];
    (0..words.len()).any(|at| {
        let rest = words.get(at..).unwrap_or_default();
        phrases.iter().any(|phrase| begins(rest, phrase).is_some())
    })
}

/// The kind of a talk: by whom it is with, or who is named before it.
fn talk_with(words: &[String], talk: &[String]) -> ActivityKind {
    let of_something = talk.first().is_some_and(|word| word.starts_with("discuss"));
    let alone = if of_something { Discussion } else { MeetingLeader };
    let with = people(talk).or_else(|| people(words)).unwrap_or(alone);
    if with == MeetingLeader && has_teachers_beside_a_leader(talk) {
        return MeetingTeachers;
    }
    with
}

/// Whether the teachers of a subject are met together with who leads it: "meet maths lead and teachers". What is asked
/// of the SENDCO is asked of nobody else.
fn has_teachers_beside_a_leader(talk: &[String]) -> bool {
    let sendco = talk
        .iter()
        .any(|word| word.starts_with("senc") || word == "sendco");
    let beside = ["and", "plus", "with", "lead", "leader"];
    let joined = talk.windows(2).any(|pair| match pair {
        [joint, word] => beside.contains(&joint.as_str()) && (word.starts_with("teacher") || word == "class"),
        _ => false,
    });
    joined && !sendco && talk.iter().any(|word| word.starts_with("teacher"))
}

fn people(words: &[String]) -> Option<ActivityKind> {
    (0..words.len()).find_map(|at| longest(&PEOPLE, words.get(at..)?))
}

/// The kind whose longest phrase `words` begin with.
fn longest(table: &[(ActivityKind, &[&str])], words: &[String]) -> Option<ActivityKind> {
    let hits = table.iter().flat_map(|(kind, phrases)| {
        phrases
            .iter()
            .filter_map(move |phrase| Some((begins(words, phrase)?, *kind)))
    });
    hits.reduce(|best, hit| if hit.0 > best.0 { hit } else { best })
        .map(|(_, kind)| kind)
}

/// How many words of `phrase` the words begin with, if it is all of them.
fn begins(words: &[String], phrase: &str) -> Option<usize> {
    let mut count = 0;
    for wanted in phrase.split(' ') {
        let word = words.get(count)?;
        let same = match wanted.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == wanted,
        };
        if !same {
            return None;
        }
        count += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_the_words_of_schools() {
        for (title, kind) in [
            ("Arrival and welcome", Arrival),
            ("Welcome from the head teacher", Arrival),
            ("Purpose of peer review, ground rules", Briefing),
            ("Briefing with HT", Briefing),
            ("Meet a selection of teachers", MeetingTeachers),
            ("Meet the SENDCO", MeetingLeader),
            ("Meeting with maths lead", MeetingLeader),
            ("Meet the maths lead to talk about data", MeetingLeader),
            ("meet maths lead and teachers", MeetingTeachers),
            ("Meet the maths lead & class teachers", MeetingTeachers),
            ("Meet the SENDCO and teachers", MeetingLeader),
            ("Meet the maths lead about teachers", MeetingLeader),
            ("Leaders: quality standards for assessment", MeetingLeader),
            ("Improvement planning for curriculum", MeetingLeader),
            ("Lesson visits", LessonVisits),
            ("Learning walk with the deputy", LessonVisits),
            ("Book look", WorkScrutiny),
            ("Work sample", WorkScrutiny),
            ("Pupil voice, with books", PupilVoice),
            ("Pupil conferencing", PupilVoice),
            ("Meet pupils from Y4", PupilVoice),
            ("Discussion with children", PupilVoice),
            ("Teacher interviews", MeetingTeachers),
            ("Staff voice", StaffVoice),
            ("Parent voice", ParentVoice),
            ("Meet parents", ParentVoice),
            ("Analysis of data", DataScrutiny),
            ("Pupil progress data", DataScrutiny),
            ("Policies and documents", DocumentReview),
            ("Break, share", Break),
            ("Working lunch", Break),
            ("Collation and synthesis", Collation),
            ("Prepare feedback", Collation),
            ("Discussion of findings", Discussion),
            ("Discussion of what the lessons showed", Discussion),
            ("Verbal feedback to head and chair", Feedback),
            ("Lesson 4: pupil voice", PupilVoice),
            ("Lesson 4", LessonVisits),
        ] {
            assert_eq!(of(title, &Vocabulary::default()), Some(kind), "{title}");
        }
        for title in ["Session 3", "Assembly", "", "9"] {
            assert_eq!(of(title, &Vocabulary::default()), None, "{title}");
        }
    }

    #[test]
    fn the_models_own_titles_come_first() {
        let vocabulary = Vocabulary {
            titles: vec![("Shared break".into(), Discussion)],
            ..Vocabulary::default()
        };
        assert_eq!(of("shared BREAK", &vocabulary), Some(Discussion));
    }
}
