//! An edit as changes of the day: once notes hold on to a plan, what is changed in its timetable is recorded.

use std::collections::BTreeSet;

use chrono::NaiveTime;

use super::{fresh, span};
use crate::domain::{
    day_change::{Change, DayChange, Scope},
    ids::{GroupId, SlotId, TrackId, VisitId},
    plan::{Plan, Slot, Track, Visit},
    today,
};

/// The changes of the day that lead from `before` to `after`, in the order in which they are to be made; `None` if a
/// difference has no form as a record. `because` says why something does not take place.
#[must_use]
pub fn as_changes(before: &Plan, after: &Plan, because: &str) -> Option<Vec<Change>> {
    let mut reached = before.clone();
    let mut changes = Vec::new();
    let new_people = after
        .people
        .iter()
        .filter(|person| before.person(&person.id).is_none());
    for person in new_people {
        reached.people.push(person.clone());
        changes.push(Change::PersonAdded {
            person: person.clone(),
        });
    }
    for day in &after.days {
        let reached_day = reached.days.iter_mut().find(|known| known.id == day.id)?;
        reached_day.slots.retain(|row| {
            let stays = day.slots.iter().any(|known| known.id == row.id);
            if !stays {
                changes.push(Change::Dropped {
                    slot: row.id.clone(),
                    because: because.to_string(),
                });
            }
            stays
        });
        for row in &day.slots {
            if let Some(known) = reached_day.slots.iter_mut().find(|known| known.id == row.id) {
                row_changes(known, row, because, &mut changes);
                continue;
            }
            let mut added = bare(row);
            changes.push(Change::RowAdded {
                day: day.id.clone(),
                slot: row.id.clone(),
                starts: row.starts,
                ends: row.ends,
                title: row.activity.title.clone(),
                kind: row.activity.kind,
            });
            added.tracks = ways_to_add(row);
            row_changes(&mut added, row, because, &mut changes);
            reached_day.slots.push(added);
        }
        reached_day.slots.sort_by_key(|row| row.starts);
    }
    (reached == *after).then_some(changes)
}

/// A row as a record can add it.
fn bare(row: &Slot) -> Slot {
    let mut activity = row.activity.clone();
    activity.prompts.clear();
    Slot {
        activity,
        fixed: false,
        remark: String::new(),
        tracks: Vec::new(),
        ..row.clone()
    }
}

/// The ways of groups that the classes of a row which is new make there, still without them.
fn ways_to_add(row: &Slot) -> Vec<Track> {
    let makes_one = |track: &&Track| track.activity.is_none() && !track.visits.is_empty();
    let bare = |track: &Track| Track {
        visits: Vec::new(),
        ..track.clone()
    };
    row.tracks.iter().filter(makes_one).map(bare).collect()
}

/// For whom a change is recorded that is made for everyone: a class in a row where its group has no way yet makes that
/// way, and says whose it is.
#[must_use]
pub fn scope_of_change(before: &Plan, after: &Plan, change: &Change) -> Scope {
    let Change::VisitAdded { slot, track, .. } = change else {
        return Scope::Everyone;
    };
    let way = |plan: &Plan| -> Option<GroupId> {
        let (_, row) = plan.slot(slot)?;
        let way = row.tracks.iter().find(|known| known.id == *track)?;
        Some(way.group.clone())
    };
    match (way(before), way(after)) {
        (None, Some(group)) => today::scope_of(after, Some(&group)),
        _ => Scope::Everyone,
    }
}

/// What leads from the row `reached` to `row`, as far as records can say it; `reached` goes along.
fn row_changes(reached: &mut Slot, row: &Slot, because: &str, changes: &mut Vec<Change>) {
    if (reached.starts, reached.ends) != (row.starts, row.ends) {
        let by = row.starts.signed_duration_since(reached.starts);
        for visit in reached.tracks.iter_mut().flat_map(|track| &mut track.visits) {
            visit.starts = visit.starts.overflowing_add_signed(by).0;
        }
        (reached.starts, reached.ends) = (row.starts, row.ends);
        changes.push(Change::Retimed {
            slot: row.id.clone(),
            starts: row.starts,
            ends: row.ends,
        });
    }
    for prompt in &row.activity.prompts {
        if !reached.activity.prompts.iter().any(|known| known.id == prompt.id) {
            reached.activity.prompts.push(prompt.clone());
            changes.push(Change::PromptAdded {
                slot: row.id.clone(),
                prompt: prompt.clone(),
            });
        }
    }
    for track in &row.tracks {
        if let Some(known) = reached.tracks.iter_mut().find(|known| known.id == track.id) {
            visit_changes(&row.id, known, track, because, changes);
        }
    }
}

fn visit_changes(row: &SlotId, reached: &mut Track, track: &Track, because: &str, changes: &mut Vec<Change>) {
    reached.visits.retain(|visit| {
        let stays = track.visits.iter().any(|known| known.id == visit.id);
        if !stays {
            changes.push(Change::NotSeen {
                visit: visit.id.clone(),
                because: because.to_string(),
                begun: false,
            });
        }
        stays
    });
    for visit in &track.visits {
        match reached.visits.iter_mut().find(|known| known.id == visit.id) {
            Some(known) if known.starts != visit.starts => {
                known.starts = visit.starts;
                changes.push(Change::VisitMoved {
                    visit: visit.id.clone(),
                    track: track.id.clone(),
                    starts: visit.starts,
                });
            }
            Some(_) => {}
            None => {
                reached.visits.push(visit.clone());
                changes.push(Change::VisitAdded {
                    slot: row.clone(),
                    track: track.id.clone(),
                    visit: visit.id.clone(),
                    class: visit.class.clone(),
                    starts: visit.starts,
                });
            }
        }
    }
    reached.visits.sort_by_key(|visit| visit.starts);
}

/// Whether `changes`, as they are about to be made, give today's plan `before` the times of `after`; they do not where
/// something has begun already.
#[must_use]
pub fn come_to(before: &Plan, group: Option<&GroupId>, changes: &[DayChange], after: &Plan) -> bool {
    times(&today::with(before, group, changes)) == times(after)
}

/// When everything begins and ends.
fn times(plan: &Plan) -> BTreeSet<(&SlotId, Option<&VisitId>, NaiveTime, NaiveTime)> {
    let mut times = BTreeSet::new();
    for day in &plan.days {
        for (at, row) in day.slots.iter().enumerate() {
            let (starts, ends) = span(day, at).unwrap_or((row.starts, row.starts));
            times.insert((&row.id, None, starts, ends));
            let visits = row.tracks.iter().flat_map(|track| &track.visits);
            times.extend(visits.map(|visit: &Visit| (&row.id, Some(&visit.id), visit.starts, visit.starts)));
        }
    }
    times
}

/// What `before` has and `after` no longer has, by ids, where the timetable of both is the same: the same rows, ways of
/// groups and visits at the same times. `None` where the timetables differ.
#[must_use]
pub fn taken_out(before: &Plan, after: &Plan) -> Option<BTreeSet<String>> {
    let dates = |plan: &Plan| -> Vec<_> { plan.days.iter().map(|day| (day.id.clone(), day.date)).collect() };
    let same = times(before) == times(after) && dates(before) == dates(after) && ways(before) == ways(after);
    same.then(|| {
        let stay = fresh::taken(after);
        let all = fresh::taken(before).into_iter();
        all.filter(|id| !stay.contains(id)).map(str::to_string).collect()
    })
}

/// Which group goes its own way in which row.
fn ways(plan: &Plan) -> BTreeSet<(&SlotId, &TrackId, &GroupId)> {
    let rows = plan.days.iter().flat_map(|day| &day.slots);
    rows.flat_map(|row| row.tracks.iter().map(|track| (&row.id, &track.id, &track.group)))
        .collect()
}
