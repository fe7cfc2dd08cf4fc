//! Changes of the day: what was done otherwise than planned. From the first note on, the plan file stays as it was
//! agreed and these records say what happened.

use super::{
    ids::{GroupId, SlotId, TrackId, VisitId},
    note::Label,
    stamp::Stamp,
};
use chrono::NaiveTime;

/// One change of the day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayChange {
    /// When it was made.
    pub at: Stamp,
    /// For whom it holds.
    pub scope: Scope,
    /// What changed.
    pub what: Change,
}

/// For whom a change holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// For one group only.
    Track(Option<Label<GroupId>>),
    /// For everyone.
    Everyone,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A group went to a place by hand.
    Stepped {
        /// The row it went to.
        slot: SlotId,
        /// The class it went to.
        visit: Option<VisitId>,
        /// Minutes late against the plan, negative for early.
        late: i64,
        /// Whether it stays there until the next step forward.
        held: bool,
    },
    /// A row has other times.
    Retimed {
        /// The row.
        slot: SlotId,
        /// Its new start.
        starts: NaiveTime,
        /// Its new end.
        ends: Option<NaiveTime>,
    },
    /// A row does not take place.
    Dropped {
        /// The row.
        slot: SlotId,
        /// Why.
        because: String,
    },
    /// Two visits change places.
    Swapped {
        /// The one.
        visit: VisitId,
        /// The other.
        with: VisitId,
    },
    /// A class was not seen.
    NotSeen {
        /// The visit.
        visit: VisitId,
        /// Why.
        because: String,
    },
    /// A class was visited that was not planned.
    VisitAdded {
        /// The row.
        slot: SlotId,
        /// The track.
        track: TrackId,
        /// The id of the new visit.
        visit: VisitId,
        /// The class.
        class: String,
        /// When it starts.
        starts: NaiveTime,
    },
}
