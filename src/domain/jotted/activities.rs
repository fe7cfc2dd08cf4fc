//! What was being done, where the words of a sentence say so.

use crate::domain::activity::ActivityKind;

/// Who is met, and in which row.
const PEOPLE: [(ActivityKind, &[&str]); 3] = [
    (
        ActivityKind::PupilVoice,
        &["pupils", "children", "students", "chn", "kids", "learners"],
    ),
    (ActivityKind::MeetingTeachers, &["teachers"]),
    (ActivityKind::MeetingLeader, &["sendco", "senco"]),
];

/// Words for meeting and talking.
const TALK: [&str; 10] = [
    "met",
    "meet",
    "spoke",
    "speak",
    "spoken",
    "talked",
    "talk",
    "interviewed",
    "told",
    "tell",
];

/// What they do who are met, at the start of a sentence.
const SAY: [&str; 8] = [
    "said",
    "say",
    "says",
    "told",
    "tells",
    "explained",
    "explains",
    "reported",
];

/// Who does so, and to whom it is told.
const US: [&str; 6] = ["i", "we", "you", "us", "me", "both"];

/// So many words may lie between who was met and that they were.
const NEAR: usize = 4;

/// What stands for a row in the middle of a sentence.
const ROWS: [(ActivityKind, &[&str]); 4] = [
    (
        ActivityKind::MeetingTeachers,
        &[
            "teachers meeting",
            "teachers mtg",
            "meeting with the teachers",
            "meeting with teachers",
        ],
    ),
    (
        ActivityKind::MeetingLeader,
        &[
            "sendco meeting",
            "senco meeting",
            "meeting with the sendco",
            "meeting with the senco",
        ],
    ),
    (ActivityKind::PupilVoice, &["pupil voice", "pupil interviews"]),
    (
        ActivityKind::Discussion,
        &[
            "in the discussion",
            "during the discussion",
            "in our discussion",
            "at the discussion",
            "in the final discussion",
        ],
    ),
];

/// What was being done, if `said` (in small letters, with a space between words) says it: "the pupils whom I met after
/// break", "in the discussion". A pupil who was asked something in a lesson is no such thing.
#[must_use]
pub fn spoken_of(said: &str) -> Option<ActivityKind> {
    if let Some(kind) = row_named(said) {
        return Some(kind);
    }
    let parts: Vec<&str> = said.split(' ').collect();
    let opening = match parts.as_slice() {
        ["the", who, says, ..] | [who, says, ..] => SAY.contains(says).then_some(who),
        _ => None,
    };
    let say = opening.and_then(|who| PEOPLE.iter().find(|(_, people)| people.contains(who)));
    if let Some((kind, _)) = say {
        return Some(*kind);
    }
    PEOPLE
        .iter()
        .find(|(_, people)| are_met(&parts, people))
        .map(|(kind, _)| *kind)
}

/// What was being done, if a sentence within a paragraph about something else says so. Pupils and teachers speak in lessons
/// too, so that of pupils it must be said that they told us.
#[must_use]
pub fn turned_to(said: &str) -> Option<ActivityKind> {
    let kind = spoken_of(said)?;
    let mut parts = said.split(' ').skip_while(|part| *part == "the").skip(1);
    let mut told_us = || {
        parts.next().is_some_and(|says| SAY.contains(&says))
            && parts.next().is_some_and(|us| US.contains(&us))
    };
    (kind != ActivityKind::PupilVoice || row_named(said) == Some(kind) || told_us()).then_some(kind)
}

/// The row that is named by what it is called.
fn row_named(said: &str) -> Option<ActivityKind> {
    let padded = format!(" {said} ");
    let is_said = |name: &&str| padded.contains(&format!(" {name} "));
    let row = ROWS.iter().find(|(_, names)| names.iter().any(&is_said));
    row.map(|(kind, _)| *kind)
}

/// Whether `said` is of another row than lessons, below the heading of a class too: pupils and a teacher speak there as well.
#[must_use]
pub fn is_of_another_row(said: &str) -> bool {
    let padded = format!(" {said} ");
    let has = |phrase: &&str| padded.contains(&format!(" {phrase} "));
    match spoken_of(said) {
        Some(ActivityKind::PupilVoice) => ["pupil voice", "pupil interviews", "after break", "after lunch"]
            .iter()
            .any(has),
        said => said.is_some(),
    }
}

/// What was being done, if who was met stands before a dash or colon: "pupils: love maths".
#[must_use]
pub fn of_label(text: &str) -> Option<ActivityKind> {
    let end = text.find([':', '-', '\u{2013}'])?;
    let who = super::words(text.get(..end)?);
    let named = PEOPLE.iter().find(|(_, people)| people.contains(&who.as_str()));
    named.map(|(kind, _)| *kind)
}

/// Whether a word for talking stands beside "we" or "us", and near `people`.
fn are_met(parts: &[&str], people: &[&str]) -> bool {
    let at = |at: Option<usize>| at.and_then(|at| parts.get(at)).copied().unwrap_or_default();
    parts.iter().enumerate().any(|(talk, word)| {
        let ours = US.contains(&at(talk.checked_sub(1))) || US.contains(&at(Some(talk + 1)));
        let near = talk.saturating_sub(NEAR)..=talk + NEAR;
        let with = parts
            .iter()
            .enumerate()
            .any(|(at, part)| near.contains(&at) && people.contains(part) && is_all_of_them(parts, at));
        TALK.contains(word) && ours && with
    })
}

/// Whether it is "the pupils" and not "two pupils".
fn is_all_of_them(parts: &[&str], at: usize) -> bool {
    const COUNTS: [&str; 12] = [
        "two", "three", "four", "five", "six", "some", "few", "other", "these", "those", "couple", "several",
    ];
    let before = at
        .checked_sub(1)
        .and_then(|at| parts.get(at))
        .copied()
        .unwrap_or_default();
    !COUNTS.contains(&before) && !before.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::jotted::words;

    #[test]
    fn a_sentence_says_what_was_being_done() {
        for (text, kind) in [
            (
                "The pupils whom I met after break would like",
                Some(ActivityKind::PupilVoice),
            ),
            (
                "Anything from the pupils you spoke to?",
                Some(ActivityKind::PupilVoice),
            ),
            ("as the children told us", Some(ActivityKind::PupilVoice)),
            (
                "teachers told us they plan together",
                Some(ActivityKind::MeetingTeachers),
            ),
            (
                "What did the SENDCO tell us about TAs?",
                Some(ActivityKind::MeetingLeader),
            ),
            (
                "in the discussion, how honest everybody was",
                Some(ActivityKind::Discussion),
            ),
            ("I spoke to two pupils at the back", None),
            ("the teacher told the pupils to wait", None),
            ("nine pupils said it to a partner", None),
            ("SENDCO knows every child's next step", None),
            ("lots of discussion in pairs", None),
        ] {
            assert_eq!(spoken_of(&words(text)), kind, "{text}");
        }
    }
}
