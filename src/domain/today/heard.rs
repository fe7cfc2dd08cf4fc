//! What had begun for a group when a change of somebody else became known to it.
//!
//! Whether something has begun for a group follows from where the group is, and when a change arrives at a laptop no
//! other one can tell. So the laptop that hears of a change says so in a record: a *mark*, a step to the place where
//! its group is anyway, with an id made from the edition it is about. Marks travel with all other records. No two
//! clocks are compared.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::domain::{
    day_change::{Change, DayChange, Target},
    ids::{GroupId, RecordId, WriterId},
    record::{Record, Shelf},
};

/// Whether an edition became known before what it is about had begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It had not begun, or nothing begins by it.
    InTime,
    /// It had begun for the group of whoever says so.
    TooLate,
}

/// The id of the mark by which `by` says that an edition became known.
#[must_use]
pub fn mark_id(heard: &Record<DayChange>, by: WriterId, known: Known) -> RecordId {
    let Record { id, writer, rev, .. } = heard;
    let kind = match known {
        Known::InTime => "in time",
        Known::TooLate => "too late",
    };
    let name = format!("{kind} {} {rev} {}", writer.0, by.0);
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

/// Whether `by` has said already that this edition became known.
#[must_use]
pub fn is_marked(changes: &Shelf<DayChange>, change: &Record<DayChange>, by: WriterId) -> bool {
    let said = |known| {
        changes
            .get(mark_id(change, by, known))
            .is_some_and(|mark| !mark.deleted)
    };
    said(Known::InTime) || said(Known::TooLate)
}

/// All marks.
pub(super) struct Marks<'a>(BTreeMap<RecordId, &'a Record<DayChange>>);

impl<'a> Marks<'a> {
    pub fn of(changes: &'a Shelf<DayChange>) -> Self {
        let marks = changes.live().filter(|change| is_mark(change));
        Self(marks.map(|mark| (mark.id, mark)).collect())
    }

    /// Whether an edition came when what it is about had begun for `group`. A class has begun when it has begun for the
    /// one group whose class it is.
    pub fn came_too_late(&self, change: &Record<DayChange>, group: Option<&GroupId>) -> bool {
        let of_class = matches!(
            change.body.what.target(),
            Some(Target::Visit(_) | Target::Seen(_))
        );
        let writers: BTreeSet<WriterId> = self.0.values().map(|mark| mark.writer).collect();
        let marks = writers
            .into_iter()
            .filter_map(|by| self.0.get(&mark_id(change, by, Known::TooLate)));
        marks
            .into_iter()
            .any(|mark| of_class || mark.body.scope.holds_for(group))
    }
}
