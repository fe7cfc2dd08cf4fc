//! What a file held when it was read last: one that is cleared away is a loss only where no other file has its records.

use std::collections::BTreeMap;

use crate::domain::{
    ids::{RecordId, WriterId},
    records::Records,
};

/// The editions of records that a file held, the latest by each writer.
#[derive(Debug, Default)]
pub(super) struct Held(BTreeMap<(RecordId, WriterId), u32>);

impl Held {
    /// What is in `records`.
    pub(super) fn of(records: &Records) -> Self {
        let mut held = Self::default();
        held.add(records);
        held
    }

    /// Holds what is in `records` as well.
    pub(super) fn add(&mut self, records: &Records) {
        for entry in records.entries() {
            let (id, writer, rev) = entry.edition();
            let known = self.0.entry((id, writer)).or_default();
            *known = rev.max(*known);
        }
    }

    /// Whether each of these editions, or a later one by its writer, is among `others`.
    pub(super) fn is_in(&self, others: &[&Self]) -> bool {
        self.0.iter().all(|(edition, rev)| {
            let has = |other: &&Self| other.0.get(edition).is_some_and(|known| known >= rev);
            others.iter().any(has)
        })
    }
}
