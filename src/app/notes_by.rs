//! What notes have in common, by which they are picked out; and what of a note is searched.

use super::findings::waits;
use crate::domain::{
    findings_board::{FindingsBoard, Use},
    ids::RecordId,
    jotted::IN_TRAY,
    model::KindLabels,
    note::{IMPORTANT, Note, NoteKind, PRIVATE},
    record::Record,
};

/// What notes have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The class.
    Class(String),
    /// The question that they are on.
    Prompt(String),
    /// What was done.
    Activity(String),
    /// The group of the team.
    Group(String),
    /// Who saw or said it.
    Person(String),
    /// A pupil group or another tag.
    Tag(String),
    /// Their kind.
    Kind(NoteKind),
    /// That they were marked as important.
    Important,
    /// That they stay with their writer.
    Private,
    /// That they are used for nothing yet.
    Loose,
    /// That they wait for a place.
    Tray,
    /// That they were set aside.
    Aside,
    /// That they belong to a finding.
    Finding(RecordId),
    /// That they were seen beside each other: they differ, or are on one thing.
    Difference(Vec<RecordId>),
}

impl By {
    /// Whether a note of the session has it.
    #[must_use]
    pub fn holds(&self, note: &Record<Note>, board: &FindingsBoard) -> bool {
        let place = &note.body.place;
        match self {
            Self::Prompt(words) => place.prompt.as_ref().is_some_and(|prompt| prompt.words == *words),
            Self::Class(words) => place.visit.as_ref().is_some_and(|visit| visit.words == *words),
            Self::Activity(words) => place.activity.words == *words,
            Self::Kind(kind) => note.body.kind == *kind,
            Self::Group(words) => place.track.as_ref().is_some_and(|track| track.words == *words),
            Self::Person(words) => note.body.by.words == *words,
            Self::Tag(tag) => note.body.tags.contains(tag),
            Self::Important => note.body.important,
            // What is private is not of the session.
            Self::Private => false,
            Self::Loose => board.use_of(note.id) == Some(&Use::Loose),
            Self::Tray => waits(note, board),
            Self::Aside => matches!(board.use_of(note.id), Some(Use::Aside(_))),
            Self::Finding(finding) => board.get(*finding).is_some_and(|on_board| {
                let finding = &on_board.finding;
                finding.evidence.contains(&note.id) || finding.against.contains(&note.id)
            }),
            Self::Difference(notes) => notes.contains(&note.id),
        }
    }

    /// What is said of the notes that have it.
    #[must_use]
    pub fn words<'b>(&'b self, labels: &'b KindLabels) -> &'b str {
        match self {
            Self::Class(words)
            | Self::Prompt(words)
            | Self::Activity(words)
            | Self::Group(words)
            | Self::Person(words)
            | Self::Tag(words) => words,
            Self::Kind(kind) => labels.of(*kind),
            Self::Important => IMPORTANT,
            Self::Private => PRIVATE,
            Self::Loose => Use::Loose.word(),
            Self::Tray => IN_TRAY,
            Self::Aside => Use::Aside(String::new()).word(),
            Self::Finding(_) => Use::Used(Vec::new()).word(),
            Self::Difference(_) => "",
        }
    }

    /// Where it stands among what notes may have in common, and of what sort it is; what says that by itself has no word.
    #[must_use]
    pub fn sort(&self) -> (u8, &'static str) {
        match self {
            Self::Kind(_) => (0, "kind"),
            Self::Activity(_) => (1, "activity"),
            Self::Class(_) => (2, "class"),
            Self::Group(_) => (3, "group"),
            Self::Prompt(_) => (4, "question"),
            Self::Person(_) => (5, "person"),
            Self::Tag(_) => (6, "tag"),
            Self::Important => (7, ""),
            Self::Private => (8, ""),
            Self::Loose | Self::Tray | Self::Aside | Self::Finding(_) | Self::Difference(_) => (9, ""),
        }
    }

    /// Whether no note has both this and the other one: a note has one class, but may have several tags.
    #[must_use]
    pub fn excludes(&self, other: &Self) -> bool {
        let is_use = |by: &Self| matches!(by, Self::Loose | Self::Aside);
        let alike = std::mem::discriminant(self) == std::mem::discriminant(other);
        alike && !matches!(self, Self::Tag(_)) || is_use(self) && is_use(other)
    }
}

/// What a note may share with others, by words: class, question, activity, group, person, tags.
pub(super) fn of_note(note: &Record<Note>) -> [Vec<(String, By)>; 6] {
    let place = &note.body.place;
    let one = |words: Option<&String>, by: fn(String) -> By| -> Vec<(String, By)> {
        words
            .map(|words| (words.clone(), by(words.clone())))
            .into_iter()
            .collect()
    };
    [
        one(place.visit.as_ref().map(|visit| &visit.words), By::Class),
        one(place.prompt.as_ref().map(|prompt| &prompt.words), By::Prompt),
        one(Some(&place.activity.words), By::Activity),
        one(place.track.as_ref().map(|track| &track.words), By::Group),
        one(Some(&note.body.by.words), By::Person),
        note.body
            .tags
            .iter()
            .map(|tag| (tag.clone(), By::Tag(tag.clone())))
            .collect(),
    ]
}

/// Everything about a note that can be searched for, its own words first; for who wrote it, and what was done, there is
/// the filter.
pub(super) fn searched(note: &Note) -> String {
    let place = &note.place;
    let prompt = place.prompt.as_ref().map_or("", |prompt| prompt.words.as_str());
    let class = place.visit.as_ref().map_or("", |visit| visit.words.as_str());
    [&note.text, class, prompt, &note.tags.join(" ")].join(" ")
}
