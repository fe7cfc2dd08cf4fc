//! The merge law: what every recorded thing has, and how editions made apart come together.
//!
//! Each writer's file holds at most one edition of a record, that writer's latest. Everything that any program knows
//! is the set of all editions by (record, writer); two such sets are joined by taking the greater edition of each
//! pair. That is commutative, associative and idempotent, and no id ever vanishes. Clocks decide nothing.

use std::collections::BTreeMap;

use super::{
    ids::{RecordId, WriterId},
    stamp::Stamp,
};

/// One edition of a recorded thing.
///
/// The order of the fields is the order of preference between two editions by the same writer (a conflicted copy of
/// one file): higher `rev`, then deleted, then anything that is the same on every machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record<T> {
    /// Which thing this is an edition of.
    pub id: RecordId,
    /// Who made this edition.
    pub writer: WriterId,
    /// Counts up with every edition, whoever makes it.
    pub rev: u32,
    /// Whether it was struck out. What it said is kept, so that this can be undone.
    pub deleted: bool,
    /// Counts up with every record that this writer begins; breaks ties of time in lists.
    pub seq: u32,
    /// When this edition was made.
    pub edited_at: Stamp,
    /// The editions by other writers that this one was made with sight of: the latest of each.
    pub came_from: Vec<SeenEdition>,
    /// What is recorded.
    pub body: T,
}

/// An edition by another writer, by name only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeenEdition {
    /// Who made it.
    pub writer: WriterId,
    /// Which one it was.
    pub rev: u32,
}

/// All editions of one record that are known here, at most one a writer, in the order of their writers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editions<T>(Vec<Record<T>>);

impl<T: Ord + Clone> Editions<T> {
    /// The one that stands: the highest `rev`; at equal `rev` a deletion; then the greater writer id.
    #[must_use]
    pub fn standing(&self) -> &Record<T> {
        let mut standing = &self.0[0];
        for edition in &self.0[1..] {
            if (edition.rev, edition.deleted, edition.writer)
                > (standing.rev, standing.deleted, standing.writer)
            {
                standing = edition;
            }
        }
        standing
    }

    /// The editions that were made without sight of each other, the standing one first; one alone is no conflict.
    #[must_use]
    pub fn wordings(&self) -> Vec<&Record<T>> {
        let overtaken = |edition: &Record<T>| {
            self.0.iter().any(|later| {
                later.writer != edition.writer
                    && later
                        .came_from
                        .iter()
                        .any(|seen| seen.writer == edition.writer && seen.rev >= edition.rev)
            })
        };
        let standing = self.standing();
        let mut wordings: Vec<_> = self
            .0
            .iter()
            .filter(|edition| edition.writer == standing.writer || !overtaken(edition))
            .collect();
        wordings.sort_by_key(|edition| edition.writer != standing.writer);
        wordings
    }

    /// This writer's edition.
    #[must_use]
    pub fn by(&self, writer: WriterId) -> Option<&Record<T>> {
        self.0.iter().find(|edition| edition.writer == writer)
    }

    /// Every edition.
    pub fn iter(&self) -> impl Iterator<Item = &Record<T>> {
        self.0.iter()
    }

    fn join(&mut self, edition: Record<T>) -> bool {
        match self.0.binary_search_by_key(&edition.writer, |known| known.writer) {
            Ok(place) if self.0[place] < edition => self.0[place] = edition,
            Ok(_) => return false,
            Err(place) => self.0.insert(place, edition),
        }
        true
    }
}

/// All records of one kind, with all their editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf<T>(BTreeMap<RecordId, Editions<T>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord + Clone> Shelf<T> {
    /// Who else made an edition of `id` that `me` did not build on, or one that stands again in place of what was `left`.
    #[must_use]
    pub fn last_by_another(&self, id: RecordId, me: WriterId, left: Option<&T>) -> Option<WriterId> {
        let editions = self.editions(id)?;
        let unseen = editions
            .wordings()
            .into_iter()
            .find(|edition| edition.writer != me);
        if let Some(edition) = unseen {
            return Some(edition.writer);
        }
        let standing = editions.standing();
        let stands = (!standing.deleted).then_some(&standing.body);
        let others = editions.iter().filter(|edition| edition.writer != me);
        let last = others
            .max_by_key(|edition| edition.rev)
            .filter(|_| stands != left)?;
        Some(last.writer)
    }

    /// Whether something else is known under the same id, by the same writer, in the same revision: no program makes
    /// two of them, so that one of the two was copied by hand and would be lost by joining.
    #[must_use]
    pub fn holds_another(&self, edition: &Record<T>) -> bool {
        let known = self
            .editions(edition.id)
            .and_then(|known| known.by(edition.writer));
        known.is_some_and(|known| known.rev == edition.rev && known != edition)
    }

    /// Takes in one edition; whether it was news.
    pub fn join(&mut self, edition: Record<T>) -> bool {
        if let Some(editions) = self.0.get_mut(&edition.id) {
            return editions.join(edition);
        }
        self.0.insert(edition.id, Editions(vec![edition]));
        true
    }

    /// Takes in everything `other` knows.
    pub fn merge(&mut self, other: Self) {
        for edition in other.0.into_values().flat_map(|editions| editions.0) {
            self.join(edition);
        }
    }

    /// Whether every edition that `other` knows is known here, or a greater one by the same writer.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        let known = |edition: &Record<T>| {
            let own = self.editions(edition.id).and_then(|own| own.by(edition.writer));
            own.is_some_and(|own| own >= edition)
        };
        other.every().flat_map(Editions::iter).all(known)
    }

    /// All editions of one record.
    #[must_use]
    pub fn editions(&self, id: RecordId) -> Option<&Editions<T>> {
        self.0.get(&id)
    }

    /// The standing edition of one record, struck out or not.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record<T>> {
        Some(self.0.get(&id)?.standing())
    }

    /// The standing editions of all records, struck out or not.
    pub fn all(&self) -> impl Iterator<Item = &Record<T>> {
        self.0.values().map(Editions::standing)
    }

    /// The standing editions of all records that are not struck out.
    pub fn live(&self) -> impl Iterator<Item = &Record<T>> {
        self.all().filter(|record| !record.deleted)
    }

    /// Every edition of every record, with all its editions.
    pub fn every(&self) -> impl Iterator<Item = &Editions<T>> {
        self.0.values()
    }

    /// What belongs in this writer's file.
    pub fn by_writer(&self, writer: WriterId) -> impl Iterator<Item = &Record<T>> {
        self.0.values().filter_map(move |editions| editions.by(writer))
    }

    /// How many records there are, struck out ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next edition of record `id` by `writer`: `change` is applied to what stands now. The editions of others
    /// that are known here are named in it. Nothing is stored; `None` if the record is not known.
    #[must_use]
    pub fn revise(
        &self,
        id: RecordId,
        writer: WriterId,
        at: Stamp,
        change: impl FnOnce(&mut Record<T>),
    ) -> Option<Record<T>> {
        let editions = self.0.get(&id)?;
        let mut next = editions.standing().clone();
        let mut came_from: BTreeMap<WriterId, u32> = BTreeMap::new();
        for edition in editions.iter() {
            let itself = SeenEdition {
                writer: edition.writer,
                rev: edition.rev,
            };
            for seen in edition
                .came_from
                .iter()
                .copied()
                .chain([itself])
                .filter(|seen| seen.writer != writer)
            {
                let rev = came_from.entry(seen.writer).or_default();
                *rev = (*rev).max(seen.rev);
            }
        }
        next.came_from = came_from
            .into_iter()
            .map(|(writer, rev)| SeenEdition { writer, rev })
            .collect();
        next.writer = writer;
        next.rev = next.rev.saturating_add(1);
        next.edited_at = at;
        change(&mut next);
        Some(next)
    }
}

impl<T: Ord + Clone> FromIterator<Record<T>> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = Record<T>>>(editions: I) -> Self {
        let mut shelf = Self::default();
        for edition in editions {
            shelf.join(edition);
        }
        shelf
    }
}

#[cfg(test)]
mod tests;
