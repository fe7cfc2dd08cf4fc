//! No two groups in one room at once, and who sees a class.

use super::{
    day_change::Change,
    ids::{GroupId, VisitId},
    plan::{Plan, Slot, Track, Visit},
    route::{Route, Stop},
    stamp::Stamp,
};

/// Two groups in one room at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    /// The class.
    pub class: String,
    /// The two groups.
    pub groups: [GroupId; 2],
    /// Since when.
    pub from: Stamp,
    /// Until when.
    pub until: Stamp,
}

/// Every time at which two groups are in one room.
#[must_use]
pub fn clashes(plan: &Plan) -> Vec<Clash> {
    let mut stays = Vec::new();
    for group in &plan.groups {
        let route = Route::of(plan, Some(&group.id));
        for stop in route.stops() {
            if let Some(class) = class_of(plan, stop, &group.id) {
                stays.push((&group.id, class, stop.starts, stop.ends));
            }
        }
    }
    let mut clashes = Vec::new();
    for (at, (group, class, starts, ends)) in stays.iter().enumerate() {
        for (other, theirs, begins, until) in &stays[at + 1..] {
            let (from, until) = (*starts.max(begins), *ends.min(until));
            if group != other && same_class(class, theirs) && from.is_before(until) {
                clashes.push(Clash {
                    class: class.clone(),
                    groups: [(*group).clone(), (*other).clone()],
                    from,
                    until,
                });
            }
        }
    }
    clashes
}

fn class_of(plan: &Plan, stop: &Stop, group: &GroupId) -> Option<String> {
    let visit = plan.view(stop, Some(group))?.visit?;
    Some(visit.class.clone())
}

/// Whether two names mean the same class.
#[must_use]
pub fn same_class(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Where a visit is in the plan.
#[must_use]
pub fn visit<'a>(plan: &'a Plan, visit: &VisitId) -> Option<(&'a Slot, &'a Track, &'a Visit)> {
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    let tracks = slots.flat_map(|slot| slot.tracks.iter().map(move |track| (slot, track)));
    tracks.into_iter().find_map(|(slot, track)| {
        let visit = track.visits.iter().find(|known| known.id == *visit)?;
        Some((slot, track, visit))
    })
}

/// What is to be recorded so that two visits of one row change places; `None` if they are not of one row.
#[must_use]
pub fn swap(plan: &Plan, one: &VisitId, other: &VisitId) -> Option<[Change; 2]> {
    let (slot, track, first) = visit(plan, one)?;
    let (their_slot, their_track, second) = visit(plan, other)?;
    let to = |visit: &Visit, track: &Track, place: &Visit| Change::VisitMoved {
        visit: visit.id.clone(),
        track: track.id.clone(),
        starts: place.starts,
    };
    (one != other && slot.id == their_slot.id)
        .then(|| [to(first, their_track, second), to(second, track, first)])
}

/// Whether anybody sees `class` otherwise than by `visit`.
#[must_use]
pub fn is_seen_otherwise(plan: &Plan, class: &str, except: &VisitId) -> bool {
    let tracks = plan
        .days
        .iter()
        .flat_map(|day| &day.slots)
        .flat_map(|slot| &slot.tracks);
    let mut visits = tracks.flat_map(|track| &track.visits);
    visits.any(|visit| visit.id != *except && same_class(&visit.class, class))
}
