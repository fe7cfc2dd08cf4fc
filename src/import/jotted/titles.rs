//! Headings in a colleague's own words: "Meeting with teachers", "SENDCO", "p voice", "With group 2", "Anything else".

use super::super::{Vocabulary, kinds};
use crate::domain::{
    activity::ActivityKind,
    jotted::{Place, activities, words},
};

/// What people shorten, and what it is short for.
const SHORT: [(&str, &str); 6] = [
    ("mtg", "meeting"),
    ("mtgs", "meeting"),
    ("mt", "meeting"),
    ("p voice", "pupil voice"),
    ("pv", "pupil voice"),
    ("senco", "sendco"),
];

/// Headings that begin so are about no row: "Not in either meeting".
const APART: [&str; 12] = [
    "not",
    "neither",
    "other",
    "others",
    "elsewhere",
    "outside",
    "all",
    "general",
    "generally",
    "overall",
    "anything",
    "whole",
];

/// Headings of what is about no class.
const ENDING: [&str; 19] = [
    "overall",
    "general",
    "generally",
    "in general",
    "whole school",
    "across the school",
    "across school",
    "summary",
    "in summary",
    "other",
    "general points",
    "general comments",
    "general notes",
    "overall comments",
    "overall thoughts",
    "final thoughts",
    "other notes",
    "other comments",
    "conclusion",
];

/// The words that names of meetings are made of, besides those of the plan's own titles.
const OF_MEETINGS: [&str; 32] = [
    "meet",
    "meeting",
    "meetings",
    "met",
    "with",
    "the",
    "our",
    "a",
    "an",
    "of",
    "and",
    "selection",
    "pupil",
    "pupils",
    "child",
    "children",
    "voice",
    "teacher",
    "teachers",
    "staff",
    "leader",
    "leaders",
    "sendco",
    "head",
    "headteacher",
    "subject",
    "middle",
    "maths",
    "discussion",
    "interviews",
    "group",
    "notes",
];

/// Words of a title that are not what it is about.
const PLAIN: [&str; 11] = [
    "meet",
    "the",
    "a",
    "of",
    "with",
    "and",
    "meeting",
    "our",
    "selection",
    "leader",
    "leaders",
];

/// Whether a heading says that what follows is about no row: "Not in either meeting", "General".
pub(super) fn is_apart(text: &str) -> bool {
    let said = words(text);
    said.split(' ').next().is_some_and(|first| APART.contains(&first))
}

/// Whether `text` is a heading that ends what was said of a class: "Overall", "Whole school".
pub(super) fn ends_class(text: &str) -> bool {
    ENDING.contains(&words(text).as_str())
}

/// What a heading of its own says of a place; nothing for one that is about no row.
pub(super) fn place(text: &str, vocabulary: &Vocabulary) -> Place {
    let said = long(text);
    let parts: Vec<&str> = said.split(' ').collect();
    let group = group(text, vocabulary);
    let alone = (parts.len() <= 2).then(|| kinds::of(&said, vocabulary)).flatten();
    let activity = (!is_apart(text) && group.is_none())
        .then(|| {
            alone
                .filter(|kind| *kind != ActivityKind::MeetingLeader)
                .or_else(|| before_a_note(text, vocabulary))
        })
        .flatten();
    Place {
        activity,
        group,
        words: Some(text.trim().trim_end_matches(':').to_string()),
        ..Place::default()
    }
}

/// Whether `text` is the name of a meeting and not a sentence about one.
pub(super) fn is_of_meeting(text: &str, vocabulary: &Vocabulary) -> bool {
    let said = long(text);
    let of_title = |part: &str| {
        let mut titles = vocabulary.titles.iter();
        titles.any(|(title, _)| words(title).split(' ').any(|word| word == part))
    };
    let is_known = |part: &str| {
        OF_MEETINGS.contains(&part) || part.chars().all(|letter| letter.is_ascii_digit()) || of_title(part)
    };
    if !said.split(' ').all(is_known) {
        return false;
    }
    let starts = ["meet ", "meeting ", "pupil voice", "sendco"];
    let ends = [" meeting", " voice"];
    starts.iter().any(|start| format!("{said} ").starts_with(start)) && said.split(' ').count() <= 5
        || ends.iter().any(|end| said.ends_with(end))
}

/// What was being done, where words before a note or above several name it so that nothing else can be meant.
pub(super) fn before_a_note(text: &str, vocabulary: &Vocabulary) -> Option<ActivityKind> {
    let said = long(text);
    let parts: Vec<&str> = said.split(' ').collect();
    if said.is_empty() || parts.len() > 6 || is_apart(text) {
        return None;
    }
    let has = |word: &str| parts.contains(&word);
    let meets = has("meeting") || has("met") || has("meet") || has("voice");
    let kind = if let Some(kind) = activities::spoken_of(&said) {
        Some(kind)
    } else if meets || (parts.len() == 1 && of_leader(&said, vocabulary)) {
        kinds::of(&said, vocabulary)
    } else {
        None
    };
    kind.filter(|kind| *kind != ActivityKind::MeetingLeader || of_leader(&said, vocabulary))
}

/// Whether the leader who is named has a row of their own on the plan.
fn of_leader(said: &str, vocabulary: &Vocabulary) -> bool {
    let rows = vocabulary
        .titles
        .iter()
        .filter(|(_, kind)| *kind == ActivityKind::MeetingLeader);
    rows.into_iter().any(|(title, _)| {
        let title = long(title);
        let shared = |word: &str| !PLAIN.contains(&word) && said.split(' ').any(|part| part == word);
        title.split(' ').any(shared)
    })
}

/// The group of the plan that `text` names.
pub(super) fn group(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let said = format!(" {} ", words(text));
    let mut named = vocabulary.groups.iter().filter(|group| {
        let name = words(group);
        !name.is_empty() && said.contains(&format!(" {name} "))
    });
    named.next().filter(|_| named.next().is_none()).cloned()
}

/// `text` in small letters, with what is shortened written out.
fn long(text: &str) -> String {
    let mut said = format!(" {} ", words(text));
    for (short, long) in SHORT {
        said = said.replace(&format!(" {short} "), &format!(" {long} "));
    }
    said.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::ActivityKind::{MeetingLeader, MeetingTeachers, PupilVoice};

    #[test]
    fn headings_in_ones_own_words_are_understood() {
        let vocabulary = Vocabulary {
            groups: vec!["Group 1".into(), "Group 2".into()],
            titles: vec![
                ("Meet teachers".into(), MeetingTeachers),
                ("Meet the SENDCO".into(), MeetingLeader),
                ("Pupil voice".into(), PupilVoice),
            ],
            ..Vocabulary::default()
        };
        for (text, kind) in [
            ("Meeting with teachers", Some(MeetingTeachers)),
            ("Meeting with the SENDCO", Some(MeetingLeader)),
            ("SENDCO", Some(MeetingLeader)),
            ("sendco mtg", Some(MeetingLeader)),
            ("p voice", Some(PupilVoice)),
            ("What the pupils told us", Some(PupilVoice)),
            ("Not in either meeting", None),
            ("Meeting with the chair", None),
            ("All together", None),
        ] {
            assert_eq!(place(text, &vocabulary).activity, kind, "{text}");
        }
        for text in ["pupils", "teacher", "TA", "Head"] {
            assert_eq!(before_a_note(text, &vocabulary), None, "{text}");
        }
        let group = vocabulary.groups.first().unwrap();
        assert_eq!(
            place(&format!("with {group}"), &vocabulary).group.as_ref(),
            Some(group)
        );
    }
}
