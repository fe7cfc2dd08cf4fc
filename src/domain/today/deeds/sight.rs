//! Sight: who had marked what, before which of their own changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    day_change::DayChange,
    ids::{RecordId, WriterId},
    record::{Record, Shelf},
    today::{Known, is_mark, mark_id},
};

/// What was marked: of each record and writer, by whom; then behind which of their numbers each revision was known.
pub(super) struct Sight(BTreeMap<(RecordId, WriterId), BTreeMap<WriterId, BTreeMap<u32, u32>>>);

impl Sight {
    /// Of all that was said, what was replaced since included.
    pub fn of(said: &[Record<DayChange>], changes: &Shelf<DayChange>) -> Self {
        let marks = changes.all().filter(|change| is_mark(change));
        let markers: BTreeSet<WriterId> = marks.map(|mark| mark.writer).collect();
        let mut marked: BTreeMap<_, BTreeMap<WriterId, BTreeMap<u32, u32>>> = BTreeMap::new();
        for change in said {
            for by in markers.iter().filter(|by| **by != change.writer) {
                let marks = [Known::InTime, Known::TooLate].map(|known| {
                    #[cfg(test)]
                    super::work::count(|work| work.looked_for += 1);
                    changes.get(mark_id(change, *by, known))
                });
                if let Some(seq) = marks.into_iter().flatten().map(|mark| mark.seq).min() {
                    let of_record = marked.entry((change.id, change.writer)).or_default();
                    of_record.entry(*by).or_default().insert(change.rev, seq);
                }
            }
        }
        // Who knew of an edition knew of those before it.
        for revs in marked.values_mut().flat_map(BTreeMap::values_mut) {
            let mut least = u32::MAX;
            for seq in revs.values_mut().rev() {
                least = least.min(*seq);
                *seq = least;
            }
        }
        Self(marked)
    }

    /// Behind which of their own numbers others knew of any of these.
    pub fn of_any(&self, said: &[&Record<DayChange>]) -> BTreeMap<WriterId, u32> {
        let mut known: BTreeMap<WriterId, u32> = BTreeMap::new();
        for change in said {
            for (by, revs) in self.0.get(&(change.id, change.writer)).into_iter().flatten() {
                if let Some((_, seq)) = revs.range(change.rev..).next() {
                    let least = known.entry(*by).or_insert(*seq);
                    *least = (*least).min(*seq);
                }
            }
        }
        known
    }
}
