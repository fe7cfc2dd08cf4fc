//! By how much the clocks of other laptops differ from ours: a matter of showing, no note is changed by it.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{ids::WriterId, note::Note, record::Record, stamp::Stamp};

/// The most that clocks are taken to differ, in minutes: a day.
pub const MOST: i64 = 24 * 60;

/// Minutes to be added to the times of a writer to get ours; nothing for clocks that agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClockOffsets(BTreeMap<WriterId, i64>);

impl ClockOffsets {
    /// Minutes to be added to the times of `writer`.
    #[must_use]
    pub fn minutes(&self, writer: WriterId) -> i64 {
        self.0.get(&writer).copied().unwrap_or(0)
    }

    /// From now on so many minutes are added to the times of `writer`.
    pub fn set(&mut self, writer: WriterId, minutes: i64) {
        if minutes == 0 {
            self.0.remove(&writer);
        } else {
            self.0.insert(writer, minutes.clamp(-MOST, MOST));
        }
    }

    /// All that differ, by writer.
    pub fn all(&self) -> impl Iterator<Item = (WriterId, i64)> {
        self.0.iter().map(|(writer, minutes)| (*writer, *minutes))
    }

    /// When a note was begun by our clock. Whose clock it was is known by who wrote this edition.
    #[must_use]
    pub fn ours(&self, note: &Record<Note>) -> Stamp {
        note.body.when.plus(TimeDelta::minutes(self.minutes(note.writer)))
    }

    /// Sorts notes by time as [`sort_by_time`](super::note::sort_by_time) does, all by our clock.
    pub fn sort(&self, notes: &mut [&Record<Note>]) {
        notes.sort_by_key(|note| (self.ours(note), note.writer, note.seq, note.id));
    }
}
