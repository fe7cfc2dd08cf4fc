//! How each visit stands: by where its group is on its way, by its notes, and by what was recorded as not seen.

use std::collections::BTreeSet;

use super::{ActivityState, Class, Coverage, Undertaken, VisitState, Visited, reviewed::Reviewed};
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
    group: Option<GroupId>,
    route: Route,
    position: Option<Position>,
    gone: Gone,
}

/// Sets the state of every visit and of every activity.
pub(super) fn set_states(coverage: &mut Coverage, reviewed: &Reviewed, records: &Records, now: Stamp) {
    let ways = reviewed.ways.iter();
    let mut ways: Vec<Way> = ways
        .map(|(group, plan)| Way::of(plan, Some(group), records, now))
        .collect();
    if ways.is_empty() {
        ways.push(Way::of(&reviewed.plan, None, records, now));
    }
    let noted = with_notes_or_ticks(records);
    let stepped = stepped_to(records);
    let state = |visited: &Visited| {
        if let Some(because) = reviewed.not_seen.get(&visited.visit) {
            return VisitState::NotSeen(because.clone());
        }
        let way = ways.iter().find(|way| way.group.as_ref() == Some(&visited.group));
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
    for activity in &mut coverage.activities {
        activity.state = if reviewed.dropped.contains(&activity.slot) && !activity.recorded {
            ActivityState::Dropped
        } else {
            how(activity, &ways, records)
        };
    }
}

/// How an activity stands by the ways of the groups that do it.
fn how(activity: &Undertaken, ways: &[Way], records: &Records) -> ActivityState {
    if activity.recorded {
        return ActivityState::Done;
    }
    let does = |way: &&Way| {
        way.group
            .as_ref()
            .is_none_or(|group| activity.groups.contains(group))
    };
    let of_slot = |stop: &Stop| stop.place.slot == activity.slot;
    let mut found = ActivityState::NotReached;
    for way in ways.iter().filter(does) {
        let stops = way.route.stops().iter().enumerate();
        for (at, _) in stops.filter(|(_, stop)| of_slot(stop)) {
            match way.state_at(at) {
                VisitState::Now => return ActivityState::Now,
                VisitState::TimeOver if activity.kind.looks_at_whole_day() || way.came(activity, records) => {
                    return ActivityState::Done;
                }
                VisitState::TimeOver => found = ActivityState::TimeOver,
                _ => {}
            }
        }
    }
    found
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
    fn of(plan: &Plan, group: Option<&GroupId>, records: &Records, now: Stamp) -> Self {
        let route = Route::of(plan, group);
        let course = last_stepper(records, group, None).map_or_else(Course::default, |writer| {
            Course::recorded(&route, records, writer, now)
        });
        let position = course.position(&route, now);
        Self {
            group: group.cloned(),
            gone: Gone::of(&route, records, group, now),
            route,
            position,
        }
    }

    /// How a visit stands by this way alone.
    fn state(&self, visit: &VisitId) -> VisitState {
        let of_visit = |stop: &Stop| stop.place.visit.as_ref() == Some(visit);
        let at = self.route.stops().iter().position(of_visit);
        at.map_or(VisitState::ToCome, |at| self.state_at(at))
    }

    /// Whether somebody of the group said by a step that they were at this row.
    fn came(&self, activity: &Undertaken, records: &Records) -> bool {
        let group = self.group.as_ref();
        let said = records
            .changes
            .live()
            .filter(|change| !is_mark(change) && change.body.scope.holds_for(group));
        said.into_iter()
            .any(|change| matches!(&change.body.what, Change::Stepped { slot, .. } if *slot == activity.slot))
    }

    /// How the stop at this position stands by this way alone.
    fn state_at(&self, at: usize) -> VisitState {
        let Some(position) = self.position else {
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
