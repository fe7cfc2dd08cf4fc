//! What is known at a place, worked out when something changes and not when it is drawn.

use super::Day;
use crate::domain::{
    compared::{Column, Compared},
    day_change::Change,
    ids::RecordId,
    jotted::is_in_tray,
    note::{Note, NoteKind},
    record::Record,
    stamp::Stamp,
    tally::Tally,
    today::is_mark,
};

/// Notes by which the lists scroll.
const SCROLL: usize = 3;

/// The notes to show at the present place, and all counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Counts of everything, from all writers.
    pub tally: Tally,
    /// How much there is of each group, or of each person where there are no groups; worked out where it is shown.
    pub columns: Vec<Column>,
    /// Whether the lists show the whole day.
    pub whole_day: bool,
    /// How many of the latest notes of each list are scrolled out of sight.
    pub back: usize,
    /// How many of this person's own notes are private.
    pub private: usize,
    /// This person's own notes, in the order in which Up and Down walk through them.
    pub mine: Vec<Mine>,
    /// When a step led on to the present place, late or early as it was then.
    pub came: Option<Stamp>,
    /// How many notes belong to rows that are no longer in the plan.
    pub gone: usize,
    /// How many of them never had a place and wait for one.
    pub waiting: usize,
    /// Whether the lists show those, until something changes or another place is gone to.
    pub shows_gone: bool,
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

impl Mine {
    /// A note of the session.
    #[must_use]
    pub fn shared(note: RecordId) -> Self {
        Self { note, private: false }
    }
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
    /// Whether a note is one that this person may change here.
    #[must_use]
    pub(in crate::app) fn is_own(&self, mine: Mine) -> bool {
        self.board.mine.contains(&mine)
    }

    /// Works the board out anew, after the place or a note changed.
    pub(super) fn refresh_board(&mut self) {
        let here = self.here();
        let whole_day = here.is_none_or(|here| here.activity.kind.looks_at_whole_day());
        let slot = here.map(|here| here.slot.id.clone());
        let mut notes: Vec<&Record<Note>> = self.records.live_notes().collect();
        self.clocks.sort(&mut notes);
        let listed = notes
            .iter()
            .filter(|note| whole_day || Some(&note.body.place.slot.id) == slot.as_ref());
        let kinds = by_kind(listed.copied());
        let gone = notes.iter().filter(|note| self.is_gone(note)).count();
        let waiting = notes.iter().filter(|note| is_in_tray(&note.body.place)).count();
        let columns = if whole_day {
            Compared::only_columns(&self.plan, &self.records)
        } else {
            Vec::new()
        };
        let tally = Tally::of(notes.iter().copied(), &self.records.asked);
        let mine = self.own_notes(&notes);
        let private = mine.iter().filter(|mine| mine.private).count();
        let came = self.came_here();
        self.board = Board {
            tally,
            columns,
            whole_day,
            back: 0,
            private,
            mine,
            came,
            gone,
            waiting,
            shows_gone: false,
            kinds,
        };
    }

    /// When this writer stepped on to the present place last.
    fn came_here(&self) -> Option<Stamp> {
        let here = &self.stop()?.place;
        let steps = self.records.changes.live().filter(|change| {
            change.writer == self.me.writer
                && !is_mark(change)
                && matches!(&change.body.what, Change::Stepped { slot, visit, late, held: false }
                    if (slot, visit) == (&here.slot, &here.visit) && *late != 0)
        });
        steps.map(|step| step.body.at).max()
    }

    /// Lists the notes of rows that are no longer in the plan. It is a look: nobody goes anywhere.
    pub(in crate::app) fn show_gone(&mut self) {
        self.board.kinds = by_kind(self.gone_notes().into_iter());
        self.board.back = 0;
        self.board.shows_gone = true;
    }

    /// The rows that are no longer in the plan and have notes, as they were called.
    pub(super) fn gone_rows(&self) -> Vec<&str> {
        let mut rows: Vec<&str> = Vec::new();
        for note in self.gone_notes() {
            let row = note.body.place.slot.words.as_str();
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn gone_notes(&self) -> Vec<&Record<Note>> {
        let mut notes: Vec<_> = self.records.live_notes().collect();
        notes.retain(|note| self.is_gone(note));
        self.clocks.sort(&mut notes);
        notes
    }

    /// Whether the row of a note is on no day of today's plan.
    fn is_gone(&self, note: &Record<Note>) -> bool {
        self.today.plan.slot(&note.body.place.slot.id).is_none()
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
        // Of what was typed for this person not a word is theirs to change: they strike it, or let it stand.
        let typed_here = |note: &&Record<Note>| {
            let body = &note.body;
            body.typed_by.id == self.me.person || body.by.id != self.me.person
        };
        let shared = notes
            .iter()
            .copied()
            .filter(|note| note.writer == writer)
            .filter(typed_here)
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

fn by_kind<'a>(notes: impl Iterator<Item = &'a Record<Note>>) -> [Vec<RecordId>; 4] {
    let mut kinds: [Vec<RecordId>; 4] = Default::default();
    for note in notes {
        kinds[note.body.kind as usize].push(note.id);
    }
    kinds
}
