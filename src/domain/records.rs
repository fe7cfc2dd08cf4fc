//! Everything recorded in a session, of every kind, from all writers.

use chrono::NaiveDate;

use super::{
    asked::Asked,
    day_change::{Change, DayChange},
    finding::{Finding, FollowUp, SignOff},
    ids::{PersonId, RecordId, WriterId},
    note::Note,
    placing::{Placed, Placing, View},
    record::{Editions, Record, Shelf},
};

/// All records of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    /// The notes as they were written; how they are seen is told by [`Records::note`] and [`Records::live_notes`].
    pub notes: Shelf<Note>,
    /// The ticked prompts.
    pub asked: Shelf<Asked>,
    /// The changes of the day.
    pub changes: Shelf<DayChange>,
    /// The findings.
    pub findings: Shelf<Finding>,
    /// The sign-offs.
    pub sign_offs: Shelf<SignOff>,
    /// The follow-up of action steps.
    pub follow_ups: Shelf<FollowUp>,
    /// Where notes are put and what they are tagged with by others than their writers; changed by joining alone.
    pub placings: Shelf<Placing>,
    /// How the notes are seen by whoever looks.
    pub view: View,
}

/// One edition of a record of any kind, on its way to disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A note.
    Note(Record<Note>),
    /// A ticked prompt.
    Asked(Record<Asked>),
    /// A change of the day.
    Change(Record<DayChange>),
    /// A finding.
    Finding(Record<Finding>),
    /// A sign-off.
    SignOff(Record<SignOff>),
    /// The follow-up of an action step.
    FollowUp(Record<FollowUp>),
    /// Where a note is put.
    Placing(Record<Placing>),
}

impl Entry {
    /// Who made this edition.
    #[must_use]
    pub fn writer(&self) -> WriterId {
        self.edition().1
    }

    /// Which edition of its record it is.
    #[must_use]
    pub fn rev(&self) -> u32 {
        self.edition().2
    }

    /// Which record it is of, who made it and which of theirs it is.
    #[must_use]
    pub fn edition(&self) -> (RecordId, WriterId, u32) {
        fn of<T>(record: &Record<T>) -> (RecordId, WriterId, u32) {
            (record.id, record.writer, record.rev)
        }
        match self {
            Self::Note(record) => of(record),
            Self::Asked(record) => of(record),
            Self::Change(record) => of(record),
            Self::Finding(record) => of(record),
            Self::SignOff(record) => of(record),
            Self::FollowUp(record) => of(record),
            Self::Placing(record) => of(record),
        }
    }
}

impl Records {
    /// From now on shows the notes as this person sees them; without anybody, as whoever placed none of them does.
    pub fn look_as(&mut self, viewer: Option<PersonId>) {
        self.view = View::of(viewer, &self.notes, &self.placings);
    }

    /// The same, with the notes as this person sees them.
    #[must_use]
    pub fn seen_by(mut self, viewer: &PersonId) -> Self {
        self.look_as(Some(viewer.clone()));
        self
    }

    /// A note as it is seen, struck out or not: at the place and with the tags that count for whoever looks.
    #[must_use]
    pub fn note(&self, id: RecordId) -> Option<&Record<Note>> {
        let placed = self.view.get(id).map(|placed| &placed.note);
        placed.or_else(|| self.notes.get(id))
    }

    /// The notes as they are seen, without those that are struck out.
    pub fn live_notes(&self) -> impl Iterator<Item = &Record<Note>> {
        let notes = self.notes.live();
        notes.map(|note| self.placed(note.id).map_or(note, |placed| &placed.note))
    }

    /// How a note is seen, if otherwise than it was written.
    #[must_use]
    pub fn placed(&self, note: RecordId) -> Option<&Placed> {
        self.view.get(note)
    }

    /// Whether notes, ticks or changes of the day hold on to the plan; what was undone or struck out does not, and a step
    /// changes nothing.
    #[must_use]
    pub fn hold_on_to_the_plan(&self) -> bool {
        let is_change = |change: &Record<DayChange>| !matches!(change.body.what, Change::Stepped { .. });
        self.notes.live().next().is_some()
            || self.asked.live().next().is_some()
            || self.changes.live().any(is_change)
    }

    /// Which edition is known here of the record of `entry` by its writer.
    #[must_use]
    pub fn rev_by(&self, entry: &Entry) -> Option<u32> {
        fn of<T: Ord + Clone>(shelf: &Shelf<T>, id: RecordId, writer: WriterId) -> Option<u32> {
            Some(shelf.editions(id)?.by(writer)?.rev)
        }
        let (id, writer, _) = entry.edition();
        match entry {
            Entry::Note(_) => of(&self.notes, id, writer),
            Entry::Asked(_) => of(&self.asked, id, writer),
            Entry::Change(_) => of(&self.changes, id, writer),
            Entry::Finding(_) => of(&self.findings, id, writer),
            Entry::SignOff(_) => of(&self.sign_offs, id, writer),
            Entry::FollowUp(_) => of(&self.follow_ups, id, writer),
            Entry::Placing(_) => of(&self.placings, id, writer),
        }
    }

    /// Whether something else is known under the same id, by the same writer, in the same revision.
    #[must_use]
    pub fn holds_another(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Note(record) => self.notes.holds_another(record),
            Entry::Asked(record) => self.asked.holds_another(record),
            Entry::Change(record) => self.changes.holds_another(record),
            Entry::Finding(record) => self.findings.holds_another(record),
            Entry::SignOff(record) => self.sign_offs.holds_another(record),
            Entry::FollowUp(record) => self.follow_ups.holds_another(record),
            Entry::Placing(record) => self.placings.holds_another(record),
        }
    }

    /// Takes in one edition; whether it was news.
    pub fn join(&mut self, entry: Entry) -> bool {
        let note = match &entry {
            Entry::Note(record) => Some(record.id),
            Entry::Placing(record) => Some(record.body.note),
            _ => None,
        };
        let news = match entry {
            Entry::Note(record) => self.notes.join(record),
            Entry::Asked(record) => self.asked.join(record),
            Entry::Change(record) => self.changes.join(record),
            Entry::Finding(record) => self.findings.join(record),
            Entry::SignOff(record) => self.sign_offs.join(record),
            Entry::FollowUp(record) => self.follow_ups.join(record),
            Entry::Placing(record) => self.placings.join(record),
        };
        if let Some(note) = note.filter(|_| news) {
            self.view.look_at(note, &self.notes, &self.placings);
        }
        news
    }

    /// Takes in everything `other` knows.
    pub fn merge(&mut self, other: Self) {
        self.notes.merge(other.notes);
        self.asked.merge(other.asked);
        self.changes.merge(other.changes);
        self.findings.merge(other.findings);
        self.sign_offs.merge(other.sign_offs);
        self.follow_ups.merge(other.follow_ups);
        self.placings.merge(other.placings);
        self.view.look(&self.notes, &self.placings);
    }

    /// Whether nothing in `other` would be news here.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        self.notes.knows(&other.notes)
            && self.asked.knows(&other.asked)
            && self.changes.knows(&other.changes)
            && self.findings.knows(&other.findings)
            && self.sign_offs.knows(&other.sign_offs)
            && self.follow_ups.knows(&other.follow_ups)
            && self.placings.knows(&other.placings)
    }

    /// Every edition of every record.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        fn of<T: Ord + Clone>(shelf: &Shelf<T>, entry: impl Fn(Record<T>) -> Entry) -> Vec<Entry> {
            shelf
                .every()
                .flat_map(Editions::iter)
                .cloned()
                .map(entry)
                .collect()
        }
        let mut entries = of(&self.notes, Entry::Note);
        entries.extend(of(&self.asked, Entry::Asked));
        entries.extend(of(&self.changes, Entry::Change));
        entries.extend(of(&self.findings, Entry::Finding));
        entries.extend(of(&self.sign_offs, Entry::SignOff));
        entries.extend(of(&self.follow_ups, Entry::FollowUp));
        entries.extend(of(&self.placings, Entry::Placing));
        entries
    }

    /// What belongs in this writer's file.
    #[must_use]
    pub fn by_writer(&self, writer: WriterId) -> Self {
        Self {
            notes: self.notes.by_writer(writer).cloned().collect(),
            asked: self.asked.by_writer(writer).cloned().collect(),
            changes: self.changes.by_writer(writer).cloned().collect(),
            findings: self.findings.by_writer(writer).cloned().collect(),
            sign_offs: self.sign_offs.by_writer(writer).cloned().collect(),
            follow_ups: self.follow_ups.by_writer(writer).cloned().collect(),
            placings: self.placings.by_writer(writer).cloned().collect(),
            view: View::default(),
        }
    }

    /// How many records belong in this writer's file.
    #[must_use]
    pub fn count_by(&self, writer: WriterId) -> usize {
        self.notes.by_writer(writer).count()
            + self.asked.by_writer(writer).count()
            + self.changes.by_writer(writer).count()
            + self.findings.by_writer(writer).count()
            + self.sign_offs.by_writer(writer).count()
            + self.follow_ups.by_writer(writer).count()
            + self.placings.by_writer(writer).count()
    }

    /// Whether this writer wrote any edition of a record on `date`, by the calendar of where it was written.
    #[must_use]
    pub fn were_edited_on(&self, date: NaiveDate, writer: WriterId) -> bool {
        fn any<T: Ord + Clone>(shelf: &Shelf<T>, date: NaiveDate, writer: WriterId) -> bool {
            shelf
                .by_writer(writer)
                .any(|record| record.edited_at.date() == date)
        }
        any(&self.notes, date, writer)
            || any(&self.asked, date, writer)
            || any(&self.changes, date, writer)
            || any(&self.findings, date, writer)
            || any(&self.sign_offs, date, writer)
            || any(&self.follow_ups, date, writer)
            || any(&self.placings, date, writer)
    }

    /// How many records there are, of all kinds, struck out ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
            + self.asked.len()
            + self.changes.len()
            + self.findings.len()
            + self.sign_offs.len()
            + self.follow_ups.len()
            + self.placings.len()
    }

    /// Whether nothing is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number with which this writer's next record begins.
    #[must_use]
    pub fn next_seq(&self, writer: WriterId) -> u32 {
        fn last<T: Ord + Clone>(shelf: &Shelf<T>, writer: WriterId) -> u32 {
            shelf
                .by_writer(writer)
                .map(|record| record.seq)
                .max()
                .unwrap_or(0)
        }
        [
            last(&self.notes, writer),
            last(&self.asked, writer),
            last(&self.changes, writer),
            last(&self.findings, writer),
            last(&self.sign_offs, writer),
            last(&self.follow_ups, writer),
            last(&self.placings, writer),
        ]
        .into_iter()
        .max()
        .unwrap_or(0)
        .saturating_add(1)
    }
}
