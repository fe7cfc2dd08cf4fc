//! Which notes the page shows, and in which order.

use super::tray::waits;
use crate::{
    app::{
        day::Day,
        notes_by::{By, searched},
        picker::LONGEST_SEARCH,
    },
    domain::{
        findings_board::{FindingsBoard, Use},
        ids::RecordId,
        note::Note,
        record::Record,
        search::{Fit, Query, folded},
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

    /// Takes pasted words, on one line; of a book only the beginning, since nothing holds more.
    pub(super) fn paste(&mut self, text: &str) {
        let plain = text
            .chars()
            .map(|typed| if typed.is_control() { ' ' } else { typed });
        let known = if self.stale { 0 } else { self.query.chars().count() };
        self.take(plain.take(LONGEST_SEARCH.saturating_sub(known)));
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
        let mut query = Query::new(&self.query);
        let is_looked_at = |note: &&Record<Note>| self.by.as_ref().is_none_or(|by| by.holds(note, board));
        let found = |query: &Query| -> Vec<&Record<Note>> {
            let notes = day.records.live_notes().filter(is_looked_at);
            let is_found = |note: &&Record<Note>| {
                query.is_empty() || query.fit(&folded(&searched(&note.body))).is_some()
            };
            notes.filter(is_found).collect()
        };
        let mut notes = found(&query);
        if notes.is_empty() {
            query = query.forgiving();
            notes = found(&query);
        }
        let fit = |note: &Record<Note>| query.fit(&folded(&searched(&note.body)));
        day.clocks.sort(&mut notes);
        let use_of = |note: &Record<Note>| match board.use_of(note.id) {
            // What has no place waits before everything else.
            _ if waits(note, board) => 0,
            Some(Use::Loose) | None => 1,
            Some(Use::Aside(_)) => 2,
            Some(Use::Used(_)) => 3,
        };
        let resembles = |note: &Record<Note>| fit(note) != Some(Fit::Plainly);
        notes.sort_by_cached_key(|note| (resembles(note), use_of(note)));
        notes.into_iter().map(|note| note.id).collect()
    }

    /// Whether a note has every word of the search as it is typed.
    pub(super) fn has_the_words(&self, note: &Note) -> bool {
        Query::new(&self.query).fit(&folded(&searched(note))) == Some(Fit::Plainly)
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
