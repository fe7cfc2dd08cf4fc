//! Which notes the page shows, and in which order.

use super::tray::waits;
use crate::{
    app::day::Day,
    domain::{
        findings_board::{FindingsBoard, Use},
        ids::RecordId,
        note::{Note, NoteKind},
        record::Record,
        search::{Query, folded},
    },
};

/// Which notes are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// What they have in common.
    pub by: Option<By>,
    /// The words to search for.
    pub query: String,
    /// Whether typing goes into those words.
    pub typing: bool,
    /// Whether they are those of the search before, in whose place the next letter comes.
    pub stale: bool,
}

/// What notes have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The question that they are on.
    Prompt(String),
    /// The class.
    Class(String),
    /// What was done.
    Activity(String),
    /// Their kind.
    Kind(NoteKind),
    /// The group of the team.
    Group(String),
    /// Who saw or said it.
    Person(String),
    /// A pupil group or another tag.
    Tag(String),
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
    /// Whether a note has it.
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
}

impl Sought {
    /// Begins to search: with the words of the search before, if there are any, which the first letter replaces.
    pub(super) fn begin(&mut self) {
        self.typing = true;
        self.stale = !self.query.is_empty();
    }

    /// Takes typed words.
    pub(super) fn take(&mut self, typed: impl IntoIterator<Item = char>) {
        if std::mem::take(&mut self.stale) {
            self.query.clear();
        }
        self.query.extend(typed);
    }

    /// Takes the last letter back, or all words of the search before.
    pub(super) fn take_back(&mut self) {
        if std::mem::take(&mut self.stale) {
            self.query.clear();
        }
        self.query.pop();
    }

    /// The notes of everybody that are looked for: in a search those with its very words first; then those used for
    /// nothing, then those set aside, each by time.
    pub(super) fn notes(&self, day: &Day, board: &FindingsBoard) -> Vec<RecordId> {
        let query = Query::new(&self.query);
        let is_found = |note: &&Record<Note>| {
            self.by.as_ref().is_none_or(|by| by.holds(note, board))
                && (query.is_empty() || query.rank_in_words(&folded(&said(&note.body))).is_some())
        };
        let mut notes: Vec<&Record<Note>> = day.records.notes.live().filter(is_found).collect();
        day.clocks.sort(&mut notes);
        let use_of = |note: &Record<Note>| match board.use_of(note.id) {
            // What has no place waits before everything else.
            _ if waits(note, board) => 0,
            Some(Use::Loose) | None => 1,
            Some(Use::Aside(_)) => 2,
            Some(Use::Used(_)) => 3,
        };
        let resembles = |note: &Record<Note>| !query.stands_in(&folded(&said(&note.body)));
        notes.sort_by_cached_key(|note| (resembles(note), use_of(note)));
        notes.into_iter().map(|note| note.id).collect()
    }

    /// Whether a note has every word of the search as it is typed.
    pub(super) fn has_the_words(&self, note: &Note) -> bool {
        Query::new(&self.query).stands_in(&folded(&said(note)))
    }

    /// Whether the notes are shown for what they are used for: in a finding, set aside, or where people differ.
    pub(super) fn is_of_one_use(&self) -> bool {
        matches!(self.by, Some(By::Finding(_) | By::Aside | By::Difference(_)))
    }

    /// Whether not all notes are shown.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.by.is_some() || !self.query.is_empty()
    }
}

/// Everything about a note that can be searched for; for who wrote it, and what was done, there is the filter.
fn said(note: &Note) -> String {
    let place = &note.place;
    let prompt = place.prompt.as_ref().map_or("", |prompt| prompt.words.as_str());
    let class = place.visit.as_ref().map_or("", |visit| visit.words.as_str());
    let tags: Vec<&str> = note.tags.iter().map(String::as_str).collect();
    [&note.text, class, prompt, &tags.join(" ")].join(" ")
}
