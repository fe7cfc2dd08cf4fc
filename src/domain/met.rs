//! Whom a title names, where it names more than one kind of people: "Meet the SENDCO and teachers".

use crate::domain::activity::ActivityKind::{self, MeetingLeader, MeetingTeachers, PupilVoice};

/// Words that say of whom a title speaks, each with the kind of talk that it makes.
const PEOPLE: [(ActivityKind, &[&str]); 3] = [
    (
        MeetingLeader,
        &[
            "sendco",
            "senco",
            "lead",
            "leader",
            "leaders",
            "head",
            "headteacher",
            "deputy",
            "slt",
            "coordinator",
            "governor",
            "governors",
        ],
    ),
    (MeetingTeachers, &["teacher", "teachers", "ects"]),
    (PupilVoice, &["pupils", "children", "students"]),
];
/// Words behind which a title says what is spoken of, and not with whom.
const ABOUT: [&str; 7] = ["about", "on", "regarding", "re", "for", "to", "from"];

/// The kinds of people that a title of such a kind names, each with the words that name them; one kind stands once.
pub fn kinds(kind: ActivityKind, title: &str) -> Vec<(ActivityKind, &str)> {
    let mut met: Vec<(ActivityKind, &str)> = Vec::new();
    if ![MeetingLeader, MeetingTeachers, PupilVoice].contains(&kind) {
        return met;
    }
    for piece in pieces(with_whom(title)) {
        if let Some(kind) = of(piece)
            && met.iter().all(|(known, _)| *known != kind)
        {
            met.push((kind, piece));
        }
    }
    met
}

/// The title without what is spoken of.
fn with_whom(title: &str) -> &str {
    let about = words(title).find(|(_, word)| ABOUT.contains(&word.to_lowercase().as_str()));
    about.and_then(|(at, _)| title.get(..at)).unwrap_or(title)
}

/// The pieces of a title between the words and signs that join people.
fn pieces(title: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, word) in words(title) {
        if ["and", "plus", "&", "+"].contains(&word.to_lowercase().as_str()) {
            pieces.extend(title.get(from..at));
            from = at + word.len();
        }
    }
    pieces.extend(title.get(from..));
    pieces
        .into_iter()
        .flat_map(|piece| piece.split([',', '/']))
        .collect()
}

/// Each word with the place where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let begins = at;
        at += word.len() + 1;
        (begins, word)
    })
}

/// Whom a piece names: a "pupil premium lead" is a leader, whatever stands before.
fn of(piece: &str) -> Option<ActivityKind> {
    let folded = piece.to_lowercase();
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let named = PEOPLE
        .iter()
        .find(|(_, names)| words.iter().any(|word| names.contains(word)));
    named.map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_of_two_kinds_are_told_apart() {
        let found = |title| kinds(MeetingLeader, title).into_iter().map(|(kind, _)| kind);
        let found = |title| found(title).collect::<Vec<_>>();
        for title in [
            "Meet SENDCO and teachers",
            "Meet the SENDCO & class teachers",
            "SENDCO + Y5 teachers",
        ] {
            assert_eq!(found(title), [MeetingLeader, MeetingTeachers], "{title}");
        }
        assert_eq!(
            found("Meet teachers and the SENDCO"),
            [MeetingTeachers, MeetingLeader]
        );
        assert_eq!(found("Meet the SENDCO, teachers and pupils").len(), 3);
        for title in [
            "Meet the SENDCO about teachers and pupils",
            "Meet the SENDCO and the pupil premium lead",
            "Meet the SENDCO",
        ] {
            assert_eq!(found(title), [MeetingLeader], "{title}");
        }
        assert_eq!(
            kinds(ActivityKind::LessonVisits, "Lessons with SENDCO and teachers"),
            []
        );
    }
}
