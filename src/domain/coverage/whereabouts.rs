//! How each visit stands: by where its group is on its way, by its notes, and by what was recorded as not seen.

use std::collections::BTreeSet;

use super::{Class, Coverage, VisitState, Visited, reviewed::Reviewed};
use crate::domain::{
    course::{Course, Gone, Phase, Position, last_stepper},
    day_change::Change,
    ids::{GroupId, VisitId},
    plan::Plan,
    records::Records,
    route::{Route, Stop},
    stamp::Stamp,
    today::is_mark,
};

/// The way of a group, and where on it the group is.
struct Way {
    group: GroupId,
    route: Route,
    position: Option<Position>,
    gone: Gone,
}

/// Sets the state of every visit.
pub(super) fn set_states(coverage: &mut Coverage, reviewed: &Reviewed, records: &Records, now: Stamp) {
    let ways = reviewed.ways.iter();
    let ways: Vec<Way> = ways
        .map(|(group, plan)| Way::of(plan, group, records, now))
        .collect();
    let noted = with_notes_or_ticks(records);
    let stepped = stepped_to(records);
    let state = |visited: &Visited| {
        if let Some(because) = reviewed.not_seen.get(&visited.visit) {
            return VisitState::NotSeen(because.clone());
        }
        let way = ways.iter().find(|way| way.group == visited.group);
        match way.map_or(VisitState::ToCome, |way| way.state(&visited.visit)) {
            VisitState::ToCome | VisitState::TimeOver | VisitState::NotReached
                if noted.contains(&visited.visit) =>
            {
                VisitState::Seen
            }
            VisitState::TimeOver | VisitState::NotReached if stepped.contains(&visited.visit) => {
                VisitState::Seen
            }
            state => state,
        }
    };
    let set = |class: &mut Class| {
        for visited in &mut class.visits {
            visited.state = state(visited);
        }
    };
    let in_rows = coverage.rows.iter_mut().flat_map(|row| &mut row.classes);
    coverage.classes.iter_mut().chain(in_rows).for_each(set);
}

/// The visits from which there is something.
fn with_notes_or_ticks(records: &Records) -> BTreeSet<VisitId> {
    let notes = records.live_notes().map(|note| note.body.place.visit.as_ref());
    let ticks = records.asked.live().map(|tick| tick.body.visit.as_ref());
    notes
        .chain(ticks)
        .flatten()
        .map(|visit| visit.id.clone())
        .collect()
}

/// The visits of which somebody said by a step that they were there. A mark says what was heard, by no one's hand.
fn stepped_to(records: &Records) -> BTreeSet<VisitId> {
    let said = records.changes.live().filter(|change| !is_mark(change));
    said.filter_map(|change| match &change.body.what {
        Change::Stepped { visit, .. } => visit.clone(),
        _ => None,
    })
    .collect()
}

impl Way {
    fn of(plan: &Plan, group: &GroupId, records: &Records, now: Stamp) -> Self {
        let route = Route::of(plan, Some(group));
        let course = last_stepper(records, Some(group), None).map_or_else(Course::default, |writer| {
            Course::recorded(&route, records, writer, now)
        });
        let position = course.position(&route, now);
        Self {
            group: group.clone(),
            gone: Gone::of(&route, records, Some(group), now),
            route,
            position,
        }
    }

    /// How a visit stands by this way alone.
    fn state(&self, visit: &VisitId) -> VisitState {
        let of_visit = |stop: &Stop| stop.place.visit.as_ref() == Some(visit);
        let at = self.route.stops().iter().position(of_visit);
        let (Some(at), Some(position)) = (at, self.position) else {
            return VisitState::ToCome;
        };
        let day = self.route.stop(at).map_or(0, |stop| stop.day);
        let (over, here) = match position.phase {
            Phase::During(today) => (day < today || (day == today && at < position.stop), day == today),
            Phase::After(last) => (day <= last, false),
            Phase::Before(next) => (day < next, false),
            Phase::NoPlan => (false, false),
        };
        match (over, here && at == position.stop) {
            (true, _) if self.gone.since(at).is_none() => VisitState::NotReached,
            (true, _) => VisitState::TimeOver,
            (false, true) => VisitState::Now,
            (false, false) => VisitState::ToCome,
        }
    }
}
