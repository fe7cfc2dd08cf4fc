//! Plan against actual: every place of a group as it was agreed, as it is today, and when the group is known to have
//! come there.

use std::collections::BTreeSet;

use super::is_mark;
use crate::domain::{
    course::Gone,
    day_change::{Change, DayChange},
    ids::GroupId,
    plan::Plan,
    record::Record,
    records::Records,
    route::{PlaceId, Route},
    stamp::Stamp,
};

/// One place, as it was planned and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual {
    /// The place.
    pub place: PlaceId,
    /// What the plan calls it.
    pub name: String,
    /// Start and end as they were agreed; `None` for what was added today.
    pub planned: Option<(Stamp, Stamp)>,
    /// Start and end as they hold today; `None` for what does not take place.
    pub today: Option<(Stamp, Stamp)>,
    /// When the group came there, if somebody said so by a step.
    pub came: Option<Stamp>,
    /// When the clock led the group there, or it stepped there; `None` if it did not come there until now.
    pub reached: Option<Stamp>,
    /// When the group left it again, or until when it is known to have been there.
    pub left: Option<Stamp>,
    /// Whether there is a note or a tick from it.
    pub noted: bool,
}

impl Actual {
    /// Until when the group stayed longer than the place was to last, and beyond its end.
    #[must_use]
    pub fn overstayed(&self) -> Option<Stamp> {
        let ((starts, ends), left) = (self.today?, self.left?);
        let came = self.came.or(self.reached)?;
        let longer = left.minutes_since(came) > ends.minutes_since(starts);
        (longer && left.minutes_since(ends) > 0).then_some(left)
    }
}

/// All places of `group`: those of today's plan in their order, and behind them those that do not take place.
pub(super) fn lines(
    (agreed, today): (&Plan, &Plan),
    records: &Records,
    group: Option<&GroupId>,
    until: Stamp,
) -> Vec<Actual> {
    let planned = Route::of(agreed, group);
    let now = Route::of(today, group);
    let gone = Gone::of(&now, records, group, until);
    let noted = noted(records, group);
    let steps = steps(records, group);
    let line = |plan: &Plan, stop: &crate::domain::route::Stop| {
        let name = plan.view(stop, group).map_or_else(String::new, |view| {
            view.visit
                .map_or(&view.activity.title, |visit| &visit.class)
                .clone()
        });
        let times = |route: &Route| {
            let stop = route.stop(route.position(&stop.place)?)?;
            Some((stop.starts, stop.ends))
        };
        let (planned, today) = (times(&planned), times(&now));
        let is_so_late = |step: &Came| {
            let starts = [planned, today].into_iter().flatten();
            starts
                .map(|(starts, _)| starts)
                .any(|starts| step.at.minutes_since(starts) == step.late)
        };
        let came = steps
            .iter()
            .filter(|step| step.place == stop.place && (step.by_itself || is_so_late(step)));
        Actual {
            place: stop.place.clone(),
            name,
            planned,
            today,
            came: came.map(|step| step.at).min(),
            reached: now.position(&stop.place).and_then(|at| gone.since(at)),
            left: now.position(&stop.place).and_then(|at| gone.until(at)),
            noted: noted.contains(&stop.place),
        }
    };
    let dropped = planned
        .stops()
        .iter()
        .filter(|stop| now.position(&stop.place).is_none());
    let here = now.stops().iter().map(|stop| line(today, stop));
    here.chain(dropped.map(|stop| line(agreed, stop))).collect()
}

/// The places of which the group noted or ticked something.
fn noted(records: &Records, group: Option<&GroupId>) -> BTreeSet<PlaceId> {
    let notes = records.live_notes().map(|note| &note.body.place);
    let own = notes.filter(|place| {
        place.visit.is_some() || group.is_none() || place.track.as_ref().map(|track| &track.id) == group
    });
    let places = own.map(crate::domain::note::NotePlace::id);
    let ticks = records.asked.live().map(|tick| &tick.body);
    let ticked = ticks
        .filter(|tick| tick.visit.is_some())
        .map(|tick| (&tick.slot, &tick.visit));
    let ticked = ticked.map(|(slot, visit)| PlaceId {
        slot: slot.id.clone(),
        visit: visit.as_ref().map(|visit| visit.id.clone()),
    });
    places.chain(ticked).collect()
}

/// A step that may say that the group came to a place.
struct Came {
    place: PlaceId,
    at: Stamp,
    late: i64,
    /// Whether it says so by itself. One without lateness may say no more than that the group is late no longer, and one
    /// that holds may lead back: the group came then only if it is as late as that against the start of the place.
    by_itself: bool,
}

/// Where steps by hand say that the group came to, and when. A step that was recorded together with other changes says
/// how late the group is from then on, not that it came there; one with an unplanned visit says that it came to it.
fn steps(records: &Records, group: Option<&GroupId>) -> Vec<Came> {
    let is_step = |change: &Record<DayChange>| matches!(change.body.what, Change::Stepped { .. });
    let deeds: BTreeSet<_> = records
        .changes
        .live()
        .filter(|change| !is_step(change))
        .map(|change| (change.writer, change.body.at))
        .collect();
    let added: BTreeSet<_> = records
        .changes
        .live()
        .filter_map(|change| match &change.body.what {
            Change::VisitAdded { visit, .. } => Some((change.writer, change.body.at, visit)),
            _ => None,
        })
        .collect();
    let comes = |change: &Record<DayChange>| match &change.body.what {
        Change::Stepped {
            visit: Some(visit), ..
        } => added.contains(&(change.writer, change.body.at, visit)),
        _ => false,
    };
    let own = records.changes.live().filter(|change| {
        change.body.scope.holds_for(group)
            && !is_mark(change)
            && (!deeds.contains(&(change.writer, change.body.at)) || comes(change))
    });
    own.filter_map(|change| match &change.body.what {
        Change::Stepped {
            slot,
            visit,
            held,
            late,
        } => Some(Came {
            place: PlaceId {
                slot: slot.clone(),
                visit: visit.clone(),
            },
            at: change.body.at,
            late: *late,
            by_itself: (!held && *late != 0) || comes(change),
        }),
        _ => None,
    })
    .collect()
}
