//! What is known at a place, worked out when something changes and not when it is drawn.

use super::Day;
use crate::domain::{
    ids::RecordId,
    note::{Note, NoteKind, sort_by_time},
    record::Record,
    tally::Tally,
};

/// Notes by which the lists scroll.
const SCROLL: usize = 3;

/// The notes to show at the present place, and all counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Counts of everything, from all writers.
    pub tally: Tally,
    /// Whether the lists show the whole day.
    pub whole_day: bool,
    /// How many of the latest notes of each list are scrolled out of sight.
    pub back: usize,
    /// How many of this person's own notes are private.
    pub private: usize,
    /// This person's own notes, in the order in which Up and Down walk through them.
    pub mine: Vec<Mine>,
    kinds: [Vec<RecordId>; 4],
}

/// One of this person's own notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mine {
    /// The note.
    pub note: RecordId,
    /// Whether it is a private one.
    pub private: bool,
}

impl Board {
    /// The notes of one kind to show here, in order of time.
    #[must_use]
    pub fn listed(&self, kind: NoteKind) -> &[RecordId] {
        &self.kinds[kind as usize]
    }

    /// The own note that was begun last.
    #[must_use]
    pub fn last(&self) -> Option<Mine> {
        self.mine.last().copied()
    }
}

impl Day {
    /// Works the board out anew, after the place or a note changed.
    pub(super) fn refresh_board(&mut self) {
        let here = self.here();
        let whole_day = here.is_none_or(|here| here.activity.kind.looks_at_whole_day());
        let slot = here.map(|here| here.slot.id.clone());
        let mut notes: Vec<&Record<Note>> = self.records.notes.live().collect();
        sort_by_time(&mut notes);
        let mut kinds: [Vec<RecordId>; 4] = Default::default();
        for note in &notes {
            if whole_day || Some(&note.body.place.slot.id) == slot.as_ref() {
                kinds[note.body.kind as usize].push(note.id);
            }
        }
        let tally = Tally::of(notes.iter().copied(), &self.records.asked);
        let mine = self.own_notes(&notes);
        let private = mine.iter().filter(|mine| mine.private).count();
        self.board = Board {
            tally,
            whole_day,
            back: 0,
            private,
            mine,
            kinds,
        };
    }

    /// Scrolls the lists back to earlier notes, or on to later ones; the latest come back with the next change.
    pub(super) fn scroll_lists(&mut self, earlier: bool) {
        let longest = NoteKind::ALL
            .iter()
            .map(|kind| self.board.listed(*kind).len())
            .max()
            .unwrap_or(0);
        let back = self.board.back;
        self.board.back = if earlier {
            (back + SCROLL).min(longest.saturating_sub(1))
        } else {
            back.saturating_sub(SCROLL)
        };
    }

    fn own_notes(&self, notes: &[&Record<Note>]) -> Vec<Mine> {
        let writer = self.me.writer;
        let shared = notes
            .iter()
            .copied()
            .filter(|note| note.writer == writer)
            .map(|note| (note, false));
        let private = self
            .private
            .live()
            .filter(|note| note.writer == writer)
            .map(|note| (note, true));
        let mut own: Vec<_> = shared.chain(private).collect();
        own.sort_by_key(|(note, _)| (note.body.when, note.seq, note.id));
        own.into_iter()
            .map(|(note, private)| Mine {
                note: note.id,
                private,
            })
            .collect()
    }
}
