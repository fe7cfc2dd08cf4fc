//! A note: one timed jotting by one reviewer.

use serde::{Deserialize, Serialize};

use super::{
    activity::ActivityKind,
    ids::{GroupId, PersonId, PromptId, SlotId, VisitId},
    plan::Plan,
    prompt::Prompt,
    record::Record,
    route::{PlaceId, StopView},
    stamp::Stamp,
};

/// The longest text of a note, in bytes; a longer one is refused before it is parsed.
pub const LONGEST_NOTE: usize = 64 * 1024;

/// What is said of a note that was marked as such.
pub const IMPORTANT: &str = "important";
/// What is said of a note that stays with its writer.
pub const PRIVATE: &str = "private";

/// An id of the plan and the words that stood there when the note was written, so that a note can be read without
/// its plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label<Id> {
    /// The id in the plan.
    pub id: Id,
    /// The words as they were.
    pub words: String,
}

impl<Id> Label<Id> {
    /// A label.
    pub fn new(id: Id, words: impl Into<String>) -> Self {
        Self {
            id,
            words: words.into(),
        }
    }
}

/// One timed jotting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// When its first key was pressed.
    pub when: Stamp,
    /// Who saw or said it.
    pub by: Label<PersonId>,
    /// Who typed it.
    pub typed_by: Label<PersonId>,
    /// Where on the day it belongs.
    pub place: NotePlace,
    /// What it is.
    pub kind: NoteKind,
    /// Whether it was marked as important.
    pub important: bool,
    /// Pupil groups and other words to filter by, as written in the text.
    pub tags: Vec<String>,
    /// What was written, without the signs before it.
    pub text: String,
}

/// Where on the day a note belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotePlace {
    /// The group whose way it was made on.
    pub track: Option<Label<GroupId>>,
    /// The row of the timetable.
    pub slot: Label<SlotId>,
    /// What was being done.
    pub activity: Label<ActivityKind>,
    /// The class that was visited.
    pub visit: Option<Label<VisitId>>,
    /// The question it answers.
    pub prompt: Option<Label<PromptId>>,
}

impl NotePlace {
    /// The place by its ids.
    #[must_use]
    pub fn id(&self) -> PlaceId {
        PlaceId {
            slot: self.slot.id.clone(),
            visit: self.visit.as_ref().map(|visit| visit.id.clone()),
        }
    }

    /// What one says for it: the class that was visited, or what was being done.
    #[must_use]
    pub fn name(&self) -> &str {
        self.visit
            .as_ref()
            .map_or(&self.activity.words, |visit| &visit.words)
    }

    /// The label of `stop` on the way of a group, with no question chosen.
    #[must_use]
    pub fn at(plan: &Plan, view: &StopView<'_>, group: Option<&GroupId>) -> Self {
        Self {
            track: group
                .and_then(|group| plan.group(group))
                .map(|group| Label::new(group.id.clone(), &group.name)),
            slot: Label::new(view.slot.id.clone(), &view.slot.activity.title),
            activity: Label::new(view.activity.kind, &view.activity.title),
            visit: view.visit.map(|visit| Label::new(visit.id.clone(), &visit.class)),
            prompt: None,
        }
    }

    /// The same place with this question.
    #[must_use]
    pub fn on(mut self, prompt: Option<&Prompt>) -> Self {
        self.prompt = prompt.map(|prompt| Label::new(prompt.id.clone(), &prompt.short));
        self
    }
}

/// The four kinds of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Something that works.
    Strength,
    /// An area for development.
    Development,
    /// What was seen or heard, without a conclusion.
    #[default]
    Evidence,
    /// Something to follow up.
    Question,
}

impl NoteKind {
    /// All four, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Strength, Self::Development, Self::Evidence, Self::Question];

    /// The word for it in files and in `--json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Development => "development",
            Self::Evidence => "evidence",
            Self::Question => "question",
        }
    }

    /// The sign that is typed for it, and shown beside it so that colour is never alone.
    #[must_use]
    pub fn sign(self) -> Option<char> {
        match self {
            Self::Strength => Some('+'),
            Self::Development => Some('-'),
            Self::Question => Some('?'),
            Self::Evidence => None,
        }
    }

    /// The next kind, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Evidence => Self::Strength,
            Self::Strength => Self::Development,
            Self::Development => Self::Question,
            Self::Question => Self::Evidence,
        }
    }
}

/// Sorts notes as they are read everywhere: by time, then writer, then the writer's own count. Laptops' clocks
/// differ, so this is an order of showing and decides nothing.
pub fn sort_by_time(notes: &mut [&Record<Note>]) {
    notes.sort_by_key(|note| (note.body.when, note.writer, note.seq, note.id));
}
