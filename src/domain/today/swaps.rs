//! Two visits that change places are one deed: it is heeded whole or not at all.

use crate::domain::{
    day_change::{Change, DayChange},
    ids::TrackId,
    plan::Plan,
    record::Record,
    rooms,
};

/// Whether these are the two halves of one swap, in the day as it was `before`: by one deed each visit comes to where
/// the other was, or behind the other.
#[must_use]
pub fn are_one_swap(before: &Plan, one: &Record<DayChange>, other: &Record<DayChange>) -> bool {
    let of_one_deed = (one.writer, one.body.at) == (other.writer, other.body.at);
    let (Some(one), Some(other)) = (Half::of(before, one), Half::of(before, other)) else {
        return false;
    };
    let exchanged = one.to == other.from && other.to == one.from;
    // In one track what is pushed keeps its order.
    let overtakes = one.was.cmp(&other.was) == other.starts.cmp(&one.starts) && one.was != other.was;
    of_one_deed && exchanged && (one.from != one.to || overtakes)
}

/// A visit that is moved: its track and start, before and after.
struct Half<'a> {
    from: &'a TrackId,
    was: chrono::NaiveTime,
    to: &'a TrackId,
    starts: chrono::NaiveTime,
}

impl<'a> Half<'a> {
    fn of(before: &'a Plan, change: &'a Record<DayChange>) -> Option<Self> {
        let Change::VisitMoved { visit, track, starts } = &change.body.what else {
            return None;
        };
        let (_, from, visit) = rooms::visit(before, visit)?;
        Some(Self {
            from: &from.id,
            was: visit.starts,
            to: track,
            starts: *starts,
        })
    }
}
