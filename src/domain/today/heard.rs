//! What a group had begun when a change of somebody else became known to it.
//!
//! Whether something has begun for a group follows from where the group is, and when a change arrives at a laptop no
//! other one can tell. So the laptop that hears of a change says so in a record: a *mark*, a step to the place where
//! its group is anyway, with an id made from the edition it is about. Marks travel with all other records. No two
//! clocks are compared.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::domain::{
    day_change::{Change, DayChange},
    ids::{GroupId, RecordId, WriterId},
    record::{Record, Shelf},
};

/// The id of the mark by which `by` says that an edition became known.
#[must_use]
pub fn mark_id(heard: &Record<DayChange>, by: WriterId) -> RecordId {
    let Record { id, writer, rev, .. } = heard;
    let name = format!("heard {} {rev} {}", writer.0, by.0);
    RecordId(Uuid::new_v5(&id.0, name.as_bytes()))
}

/// Whether a record is a mark. Steps by hand have ids that are made from nothing else.
#[must_use]
pub fn is_mark(change: &Record<DayChange>) -> bool {
    let is_step = matches!(change.body.what, Change::Stepped { .. });
    is_step && change.id.0.get_version_num() == MARKS_VERSION
}

/// The version of an id that is made from another one.
const MARKS_VERSION: usize = 5;

/// The marks of one group.
pub(super) struct Marks {
    ids: BTreeSet<RecordId>,
    by: BTreeSet<WriterId>,
}

impl Marks {
    pub fn of(changes: &Shelf<DayChange>, group: Option<&GroupId>) -> Self {
        let marks = || {
            let marks = changes.live().filter(|change| is_mark(change));
            marks.filter(|mark| mark.body.scope.holds_for(group))
        };
        Self {
            ids: marks().map(|mark| mark.id).collect(),
            by: marks().map(|mark| mark.writer).collect(),
        }
    }

    /// Whether an edition came when what it is about had begun for this group.
    pub fn name(&self, change: &Record<DayChange>) -> bool {
        self.by.iter().any(|by| self.ids.contains(&mark_id(change, *by)))
    }
}
