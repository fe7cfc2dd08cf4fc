//! The way of one group through the day: its stops, one after the other.

use super::{
    activity::{Activity, ActivityKind},
    ids::{GroupId, SlotId, VisitId},
    plan::{Day, Plan, Slot, Track, Visit, row_end},
    stamp::Stamp,
};

/// A place on the day, by its ids: a row of the timetable, or one class visited in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId {
    /// The row.
    pub slot: SlotId,
    /// The class, where the row has visits.
    pub visit: Option<VisitId>,
}

/// A row, or one class visited in it, with its planned times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Which place it is.
    pub place: PlaceId,
    /// The position of its day in the plan.
    pub day: usize,
    /// The position of its row in the day.
    pub row: usize,
    /// The position of its visit in the group's track.
    pub nth_visit: Option<usize>,
    /// When it is planned to start.
    pub starts: Stamp,
    /// When it is planned to end.
    pub ends: Stamp,
    /// Whether somebody waits for its start: that of a fixed row.
    pub fixed: bool,
}

/// All stops of one group, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    group: Option<GroupId>,
    stops: Vec<Stop>,
    days: Vec<Option<(Stamp, Stamp)>>,
}

impl Route {
    /// The way of `group` through `plan`; `None` is somebody who goes with no group and sees only whole rows.
    #[must_use]
    pub fn of(plan: &Plan, group: Option<&GroupId>) -> Self {
        let mut stops = Vec::new();
        let mut days = Vec::new();
        for (at, day) in plan.days.iter().enumerate() {
            let first = stops.len();
            for row in 0..day.slots.len() {
                add_row(plan, (at, day), row, group, &mut stops);
            }
            let span =
                |stops: &[Stop]| Some((stops.first()?.starts, stops.iter().map(|stop| stop.ends).max()?));
            days.push(span(&stops[first..]));
        }
        Self {
            group: group.cloned(),
            stops,
            days,
        }
    }

    /// The group whose way this is.
    #[must_use]
    pub fn group(&self) -> Option<&GroupId> {
        self.group.as_ref()
    }

    /// All its stops.
    #[must_use]
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The stop at `index`, if there is one.
    #[must_use]
    pub fn stop(&self, index: usize) -> Option<&Stop> {
        self.stops.get(index)
    }

    /// The position of `place`.
    #[must_use]
    pub fn position(&self, place: &PlaceId) -> Option<usize> {
        self.stops.iter().position(|stop| stop.place == *place)
    }

    /// When a day begins and ends for this group, if anything is planned on it.
    #[must_use]
    pub fn day_span(&self, day: usize) -> Option<(Stamp, Stamp)> {
        *self.days.get(day)?
    }

    /// The days on which something is planned.
    #[must_use]
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (usize, (Stamp, Stamp))> + '_ {
        self.days
            .iter()
            .enumerate()
            .filter_map(|(day, span)| Some((day, (*span)?)))
    }

    /// The stop of `day` that is planned for the moment `when`: the last that has started by then, or the first one.
    #[must_use]
    pub fn planned_at(&self, day: usize, when: Stamp) -> Option<usize> {
        let begun = self
            .stops
            .iter()
            .rposition(|stop| stop.day == day && !when.is_before(stop.starts));
        begun.or_else(|| self.stops.iter().position(|stop| stop.day == day))
    }

    /// The last stop of `day`.
    #[must_use]
    pub fn last_of(&self, day: usize) -> Option<usize> {
        self.stops.iter().rposition(|stop| stop.day == day)
    }

    /// The first stop of `day`.
    #[must_use]
    pub fn first_of(&self, day: usize) -> Option<usize> {
        self.stops.iter().position(|stop| stop.day == day)
    }
}

/// Adds the stops of one row: one for each visit of the group, or one for the row.
fn add_row(
    plan: &Plan,
    (at, day): (usize, &Day),
    row: usize,
    group: Option<&GroupId>,
    stops: &mut Vec<Stop>,
) {
    let Some(slot) = day.slots.get(row) else { return };
    let (starts, ends) = row_times(plan, day, row);
    let visits = slot.track(group).map_or(&[][..], |track| &track.visits);
    let first = visits.first().map(|visit| plan.moment(day.date, visit.starts));
    // A meeting from which a group goes to a class is a place of its own until then.
    let is_left = slot.activity_of(group).kind != ActivityKind::LessonVisits;
    if first.is_none_or(|first| is_left && starts.is_before(first)) {
        let place = PlaceId {
            slot: slot.id.clone(),
            visit: None,
        };
        stops.push(Stop {
            place,
            day: at,
            row,
            nth_visit: None,
            starts,
            ends: first.unwrap_or(ends),
            fixed: slot.fixed,
        });
    }
    for (nth, visit) in visits.iter().enumerate() {
        let next = visits
            .get(nth + 1)
            .map_or(ends, |next| plan.moment(day.date, next.starts));
        stops.push(Stop {
            place: PlaceId {
                slot: slot.id.clone(),
                visit: Some(visit.id.clone()),
            },
            day: at,
            row,
            nth_visit: Some(nth),
            starts: plan.moment(day.date, visit.starts),
            ends: next.max(plan.moment(day.date, visit.starts)),
            fixed: slot.fixed && nth == 0,
        });
    }
}

/// When a row starts and ends, by [`row_end`] where the plan gives no end.
#[must_use]
pub fn row_times(plan: &Plan, day: &Day, row: usize) -> (Stamp, Stamp) {
    let Some(slot) = day.slots.get(row) else {
        let midnight = plan.moment(day.date, chrono::NaiveTime::MIN);
        return (midnight, midnight);
    };
    let starts = plan.moment(day.date, slot.starts);
    let ends = plan.moment(day.date, row_end(&day.slots, row));
    (starts, ends.max(starts))
}

/// A stop together with what the plan says of it.
#[derive(Debug, Clone, Copy)]
pub struct StopView<'a> {
    /// The stop.
    pub stop: &'a Stop,
    /// Its day.
    pub day: &'a Day,
    /// Its row.
    pub slot: &'a Slot,
    /// What the group does in the row, where groups go separate ways.
    pub track: Option<&'a Track>,
    /// The class.
    pub visit: Option<&'a Visit>,
    /// The activity of this group.
    pub activity: &'a Activity,
}

impl Plan {
    /// What this plan says of `stop` on the way of `group`; `None` if the stop is of another plan.
    #[must_use]
    pub fn view<'a>(&'a self, stop: &'a Stop, group: Option<&GroupId>) -> Option<StopView<'a>> {
        let day = self.days.get(stop.day)?;
        let slot = day
            .slots
            .get(stop.row)
            .filter(|slot| slot.id == stop.place.slot)?;
        let track = slot.track(group);
        let visit = stop.nth_visit.and_then(|nth| track?.visits.get(nth));
        Some(StopView {
            stop,
            day,
            slot,
            track,
            visit,
            activity: slot.activity_of(group),
        })
    }
}

#[cfg(test)]
mod tests;
