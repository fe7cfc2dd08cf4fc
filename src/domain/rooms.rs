//! No two groups in one room at once, and who sees a class.

use super::{
    class_name::{classes, may_be_one_room},
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
            // Names are compared last: reading them takes by far the longest.
            if group != other && from.is_before(until) && may_be_one_room(class, theirs) {
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

/// What is to be recorded so that two visits of one day change places; `None` if they are not of one day.
#[must_use]
pub fn swap(plan: &Plan, one: &VisitId, other: &VisitId) -> Option<[Change; 2]> {
    let (slot, track, first) = visit(plan, one)?;
    let (their_slot, their_track, second) = visit(plan, other)?;
    let to = |visit: &Visit, track: &Track, place: &Visit| Change::VisitMoved {
        visit: visit.id.clone(),
        track: track.id.clone(),
        starts: place.starts,
    };
    let day_of = |slot: &Slot| plan.slot(&slot.id).map(|(day, _)| day.date);
    (one != other && day_of(slot) == day_of(their_slot))
        .then(|| [to(first, their_track, second), to(second, track, first)])
}

/// Whether who sees `seen` sees `class`: "Year 6" is seen in "Year 5/6".
#[must_use]
pub fn is_seen_in(class: &str, seen: &str) -> bool {
    let seen = classes(seen);
    classes(class).iter().all(|class| seen.contains(class))
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
    visits.any(|visit| visit.id != *except && is_seen_in(class, &visit.class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        day_change::{DayChange, Scope},
        example::{at, plan},
        ids::{SlotId, TrackId},
        today,
    };

    /// The example, with a second lesson row behind the first: there group 1 sees one more class.
    fn two_rows() -> (Plan, VisitId, VisitId) {
        let mut plan = plan();
        let slots = &mut plan.days[0].slots;
        let of_lessons = slots
            .iter()
            .position(|slot| !slot.tracks.is_empty())
            .expect("lessons");
        let first = slots[of_lessons].tracks[0].visits[0].id.clone();
        let mut row = slots[of_lessons].clone();
        row.id = SlotId::new("second-lessons");
        row.starts = chrono::NaiveTime::from_hms_opt(23, 0, 0).expect("a time");
        row.ends = None;
        row.tracks.truncate(1);
        let second = VisitId::new("second");
        row.tracks[0].id = TrackId::new("second-track");
        row.tracks[0].visits.truncate(1);
        row.tracks[0].visits[0] = Visit {
            id: second.clone(),
            starts: row.starts,
            class: "Year 9".into(),
        };
        slots.push(row);
        (plan, first, second)
    }

    #[test]
    fn visits_of_two_rows_change_places_and_again_is_the_same() {
        let (plan, first, second) = two_rows();
        let changes = swap(&plan, &first, &second).expect("of one day");
        let made = |what| DayChange {
            at: at(&plan, "07:00"),
            late: 0,
            scope: Scope::Everyone,
            what,
        };
        let changes = changes.map(made);
        let of = |plan: &Plan, id: &VisitId| {
            let (slot, _, visit) = visit(plan, id).expect("still there");
            (slot.id.clone(), visit.starts)
        };
        let mut reversed = changes.clone();
        reversed.reverse();
        let twice = [changes.clone(), changes.clone()].concat();
        for changes in [&changes[..], &reversed, &twice] {
            let swapped = today::with(&plan, None, changes);
            assert_eq!(of(&swapped, &first), of(&plan, &second));
            assert_eq!(of(&swapped, &second), of(&plan, &first));
        }
    }
}
