//! What a hand-over tells of the day: how late a group was last, which classes it did not see, and what else changed.

use std::collections::BTreeSet;

use crate::domain::{
    day_change::{Change, DayChange, Scope},
    ids::{GroupId, VisitId},
    plan::Plan,
    record::Record,
    records::{Entry, Records},
    route::{Route, Stop},
    today::{Today, is_mark},
};

/// What is told of one group, or of the day of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTold {
    /// The group's name; `None` for what holds for everyone.
    pub group: Option<String>,
    /// The most minutes late that were said, negative for early; none where it was in time.
    pub late: Option<i64>,
    /// The classes that were not seen, in the order of the plan.
    pub not_seen: Vec<String>,
    /// How many other things changed, but for what a group moved because it was late.
    pub others: usize,
}

impl DayTold {
    fn is_nothing(&self) -> bool {
        self.late.is_none() && self.not_seen.is_empty() && self.others == 0
    }
}

/// What `news`, which were not among the records `known`, tell of the day of `plan`, group by group.
#[must_use]
pub fn told(plan: &Plan, known: &Records, news: &[Entry]) -> Vec<DayTold> {
    let changes: Vec<&Record<DayChange>> = news.iter().filter_map(change).collect();
    let mut records = known.clone();
    for entry in news {
        records.join(entry.clone());
    }
    let today = Today::of(plan, &records, None);
    let groups = plan.groups.iter().map(|group| Some((&group.id, &group.name)));
    let every = groups.chain([None]).map(|group| {
        let id = group.map(|(id, _)| id);
        let own = changes.iter().filter(|change| is_of(&change.body.scope, id));
        let own: Vec<&Record<DayChange>> = own.copied().collect();
        let visits: BTreeSet<&VisitId> = own.iter().filter_map(|change| not_seen(change)).collect();
        let unseen = today
            .not_seen
            .iter()
            .filter(|unseen| visits.contains(&unseen.visit));
        DayTold {
            group: group.map(|(_, name)| name.clone()),
            late: late(&own).or_else(|| id.and_then(|id| moved_by(plan, &records, id, &own))),
            not_seen: unseen.map(|unseen| unseen.class.clone()).collect(),
            others: own.iter().filter(|change| is_other(change, &own)).count(),
        }
    });
    every.filter(|told| !told.is_nothing()).collect()
}

/// A change of the day that stands and says something of its own.
fn change(entry: &Entry) -> Option<&Record<DayChange>> {
    match entry {
        Entry::Change(change) if !change.deleted && !is_mark(change) => Some(change),
        _ => None,
    }
}

fn is_of(scope: &Scope, group: Option<&GroupId>) -> bool {
    match scope {
        Scope::Track(own) => group.is_some() && own.as_ref().map(|own| &own.id) == group,
        Scope::Everyone => group.is_none(),
    }
}

fn not_seen(change: &Record<DayChange>) -> Option<&VisitId> {
    match &change.body.what {
        Change::NotSeen { visit, .. } => Some(visit),
        _ => None,
    }
}

/// Whether it is told apart: what was recorded together with a step is what came of being late.
fn is_other(change: &Record<DayChange>, all: &[&Record<DayChange>]) -> bool {
    !is_of_a_step(change, all) && not_seen(change).is_none()
}

fn is_of_a_step(change: &Record<DayChange>, all: &[&Record<DayChange>]) -> bool {
    let is_step = |change: &Record<DayChange>| matches!(change.body.what, Change::Stepped { .. });
    let deed = |change: &Record<DayChange>| (change.writer, change.body.at);
    all.iter()
        .any(|other| is_step(other) && deed(other) == deed(change))
}

/// By how many minutes a group that was late moved the first of its places that it moved.
fn moved_by(plan: &Plan, records: &Records, group: &GroupId, changes: &[&Record<DayChange>]) -> Option<i64> {
    let is_move = |change: &&Record<DayChange>| {
        matches!(
            change.body.what,
            Change::VisitMoved { .. } | Change::Retimed { .. }
        ) && is_of_a_step(change, changes)
    };
    changes.iter().copied().find(is_move)?;
    let today = Today::of(plan, records, Some(group)).plan;
    let (then, now) = (Route::of(plan, Some(group)), Route::of(&today, Some(group)));
    let shift = |stop: &Stop| {
        let planned = then.stop(then.position(&stop.place)?)?;
        Some(stop.starts.minutes_since(planned.starts)).filter(|minutes| *minutes != 0)
    };
    now.stops().iter().find_map(shift)
}

/// The most that was said of being late, or early.
fn late(changes: &[&Record<DayChange>]) -> Option<i64> {
    let said = changes.iter().map(|change| match change.body.what {
        Change::Stepped { late, .. } if late != 0 => late,
        _ => change.body.late,
    });
    said.filter(|late| *late != 0).max_by_key(|late| late.abs())
}
