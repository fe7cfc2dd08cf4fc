//! What is said about a day that runs late, or otherwise than planned.

use super::Outcome;
use crate::domain::{plan_edit::CutShort, stamp::Stamp};

/// What is said about a day that runs late, or otherwise than planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LateNotice {
    /// One of the three ways was taken, with what came of it.
    Remedied(Outcome),
    /// The day is in time as it is.
    NothingToChange,
    /// The group is so many minutes late, and nothing that is to come can move.
    NothingMoves {
        /// Minutes late; below zero early.
        late: i64,
        /// Whether the fixed points were to move too.
        fixed_too: bool,
        /// When a fixed point comes from which on the group is in time again.
        in_time_from: Option<Stamp>,
    },
    /// Two visits changed places.
    Swapped(String, String),
    /// A deed made apart, which was void, is in force now; with whose it was, if that is known.
    TookOther(Option<String>),
    /// No deed made apart is void.
    NothingVoid,
    /// After a swap: that many notes, made at the class that is to come now, can be taken along with one more key.
    OfferAfterSwap(usize),
    /// Two groups would be in one room at once, so nothing was changed.
    RoomTaken {
        /// The class.
        class: String,
        /// Since when.
        from: Stamp,
    },
    /// A class was not seen.
    NotSeen {
        /// The class.
        class: String,
        /// Whether the group is there, and so can go on to the next place.
        here: bool,
    },
    /// A class that was said not to be seen was seen after all.
    SeenAfterAll(String),
    /// A class is visited that was not planned.
    VisitAdded {
        /// The class.
        class: String,
        /// The visit that it cuts short.
        cut: Option<CutShort>,
        /// Whether the group stays there until the next step forward.
        stays: bool,
    },
    /// Times are changed on the day itself, until it is over.
    NotOnTheDay {
        /// Whether the day is still to come, so that its plan can be changed.
        before: bool,
    },
    /// A visit can only be added while the day runs.
    OnlyWhileItRuns,
    /// A digit alone is no number of minutes.
    MinutesAreTyped,
    /// There is no visit to which this can be done.
    NoVisits,
    /// The group is at no visit that could change places.
    AtNoVisit,
    /// Two visits were not swapped: one of them would be left without a minute.
    NoTimeLeft,
    /// Who goes with no group has no way to add a visit to.
    NoGroup,
}

/// Another group in the room of a class that is to be visited unplanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InRoom {
    /// The class, as it was typed.
    pub class: String,
    /// What the plan calls the class where the other group is.
    pub room: String,
    /// The name of the other group.
    pub group: String,
    /// Until when both would be there.
    pub until: Stamp,
}
