//! The times of the rows of one day: moving them along, exchanging them, and what they may not do.
//!
//! Times are counted in minutes from midnight. A row lasts until its own end, or else until the next row begins.

use std::collections::BTreeSet;

use chrono::{NaiveTime, TimeDelta, Timelike};

use super::{Refusal, Way};
use crate::domain::{
    ids::VisitId,
    plan::{Day, Plan, Slot, Visit, row_end},
};

/// How far later rows are taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Up to the next fixed point; the last row before it gives way.
    ToFixedPoint,
    /// To the end of the day, fixed points too.
    RestOfDay,
}

/// When the row at a position of a day starts and ends, by [`row_end`] where the plan gives no end.
#[must_use]
pub fn span(day: &Day, at: usize) -> Option<(NaiveTime, NaiveTime)> {
    let starts = day.slots.get(at)?.starts;
    Some((starts, row_end(&day.slots, at)))
}

/// `time` so many minutes later.
fn later(time: NaiveTime, minutes: i64) -> Result<NaiveTime, Refusal> {
    let by = TimeDelta::try_minutes(minutes).ok_or(Refusal::OutsideTheDay)?;
    match time.overflowing_add_signed(by) {
        (time, 0) => Ok(time),
        _ => Err(Refusal::OutsideTheDay),
    }
}

fn minutes_between(from: NaiveTime, until: NaiveTime) -> i64 {
    until.signed_duration_since(from).num_minutes()
}

/// Gives the row at `at` other times; its visits keep their distance from its start.
pub(super) fn set(
    slots: &mut [Slot],
    at: usize,
    starts: NaiveTime,
    ends: Option<NaiveTime>,
) -> Result<(), Refusal> {
    let (starts, ends) = (to_the_minute(starts), ends.map(to_the_minute));
    if let Some(ends) = ends
        && ends <= starts
    {
        return Err(Refusal::EndNotAfterStart { starts, ends });
    }
    let moved = minutes_between(slots[at].starts, starts);
    slots[at].ends = ends;
    move_visits(&mut slots[at], moved)?;
    slots[at].starts = starts;
    slots.sort_by_key(|slot| slot.starts);
    Ok(())
}

pub(super) fn to_the_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}

/// What an edit may not bring about anywhere: a visit outside its row, two rows that begin together. What was so
/// before may stay so, as in a plan that came from elsewhere and is being put right.
pub(super) fn no_worse(before: &Plan, after: &Plan) -> Result<(), Refusal> {
    let was_outside: BTreeSet<&VisitId> = outside(before).map(|visit| &visit.id).collect();
    if let Some(visit) = outside(after).find(|visit| !was_outside.contains(&visit.id)) {
        return Err(Refusal::VisitOutside {
            class: visit.class.clone(),
            at: visit.starts,
        });
    }
    let were_together: BTreeSet<_> = together(before)
        .map(|(one, other)| (&one.id, &other.id))
        .collect();
    let is_new = |(one, other): &(&Slot, &Slot)| {
        !were_together.contains(&(&one.id, &other.id)) && !were_together.contains(&(&other.id, &one.id))
    };
    if let Some((one, _)) = together(after).find(is_new) {
        return Err(Refusal::BeginsTogether(one.activity.title.clone()));
    }
    Ok(())
}

/// The visits that begin before their row does, or when it is over.
fn outside(plan: &Plan) -> impl Iterator<Item = &Visit> {
    let rows = plan
        .days
        .iter()
        .flat_map(|day| (0..day.slots.len()).map(move |at| (&day.slots[at], row_end(&day.slots, at))));
    rows.flat_map(|(row, ends)| {
        let visits = row.tracks.iter().flat_map(|track| &track.visits);
        visits.filter(move |visit| visit.starts < row.starts || visit.starts >= ends)
    })
}

/// Neighbours that begin at the same time: which comes first would be chance.
fn together(plan: &Plan) -> impl Iterator<Item = (&Slot, &Slot)> {
    let pairs = plan.days.iter().flat_map(|day| day.slots.windows(2));
    pairs
        .map(|pair| (&pair[0], &pair[1]))
        .filter(|(one, other)| one.starts == other.starts)
}

fn move_visits(slot: &mut Slot, minutes: i64) -> Result<(), Refusal> {
    for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
        visit.starts = later(visit.starts, minutes)?;
    }
    Ok(())
}

/// Moves a row with its end and its visits.
fn move_row(slot: &mut Slot, minutes: i64) -> Result<(), Refusal> {
    slot.ends = slot.ends.map(|ends| later(ends, minutes)).transpose()?;
    slot.starts = later(slot.starts, minutes)?;
    move_visits(slot, minutes)
}

/// Moves the row at `from` by so many minutes, with what follows as far as `reach` goes. A row that lasted right up to
/// the fixed point goes on doing so, so that moving on and back again changes nothing.
pub(super) fn shift(slots: &mut [Slot], from: usize, minutes: i64, reach: Reach) -> Result<(), Refusal> {
    if reach == Reach::ToFixedPoint {
        keep_fixed_length(slots, from);
    }
    move_along(slots, from, minutes, reach)
}

fn move_along(slots: &mut [Slot], from: usize, minutes: i64, reach: Reach) -> Result<(), Refusal> {
    if reach == Reach::ToFixedPoint && slots[from].fixed {
        return Err(Refusal::FixedPoint(slots[from].activity.title.clone()));
    }
    let until = match reach {
        Reach::RestOfDay => slots.len(),
        Reach::ToFixedPoint => (from..slots.len())
            .find(|at| slots[*at].fixed)
            .unwrap_or(slots.len()),
    };
    let wall = slots.get(until).map(|wall| wall.starts);
    let up_to_it = until > from && wall.is_some() && slots[until - 1].ends == wall;
    for slot in &mut slots[from..until] {
        move_row(slot, minutes)?;
    }
    clear_of_the_row_before(slots, from)?;
    if until > from {
        give_way(slots, until - 1)?;
    }
    if up_to_it {
        slots[until - 1].ends = wall;
    }
    Ok(())
}

/// A fixed point that lasts until the row at `at` begins goes on ending when it did, though that row moves.
fn keep_fixed_length(slots: &mut [Slot], at: usize) {
    let starts = slots[at].starts;
    if let Some(before) = at.checked_sub(1).and_then(|before| slots.get_mut(before))
        && before.fixed
        && before.ends.is_none()
    {
        before.ends = Some(starts);
    }
}

/// Refuses a row that goes on while the next one has begun: the two have no times to exchange.
fn over_before_the_next(slots: &[Slot], at: usize) -> Result<(), Refusal> {
    let title = || slots[at].activity.title.clone();
    let next = slots.get(at + 1).map(|next| next.starts);
    match next {
        Some(next) if next < row_end(slots, at) => Err(Refusal::StartsInside { title: title() }),
        _ => Ok(()),
    }
}

/// Refuses a row that begins before the one before it is over.
fn clear_of_the_row_before(slots: &[Slot], at: usize) -> Result<(), Refusal> {
    let Some(before) = at.checked_sub(1) else {
        return Ok(());
    };
    let before = &slots[before];
    let over = before.ends.unwrap_or(before.starts);
    let inside = slots[at].starts < over || slots[at].starts <= before.starts;
    if inside {
        return Err(Refusal::StartsInside {
            title: before.activity.title.clone(),
        });
    }
    Ok(())
}

/// The row at `last` ends when the next one begins at the latest, and keeps some time of its own.
fn give_way(slots: &mut [Slot], last: usize) -> Result<(), Refusal> {
    let Some(wall) = slots.get(last + 1) else {
        return Ok(());
    };
    let (title, at) = (wall.activity.title.clone(), wall.starts);
    let row = &mut slots[last];
    if row.starts >= at {
        return Err(Refusal::RunsInto { title, at });
    }
    row.ends = row.ends.map(|ends| ends.min(at));
    Ok(())
}

/// Lets the row at `at` last so many minutes; what follows moves up to the next fixed point.
pub(super) fn last(slots: &mut [Slot], at: usize, minutes: u32) -> Result<(), Refusal> {
    let starts = slots[at].starts;
    let ends = later(starts, i64::from(minutes))?;
    if minutes == 0 {
        return Err(Refusal::EndNotAfterStart { starts, ends });
    }
    let by = minutes_between(row_end(slots, at), ends);
    let next = slots.get(at + 1).map(|next| (next.fixed, next.starts));
    let said_by_the_next = slots[at].ends.is_none() && next.is_some_and(|(fixed, _)| !fixed);
    if !said_by_the_next {
        slots[at].ends = Some(ends);
    }
    match next {
        Some((true, wall)) if ends > wall => {
            return Err(Refusal::RunsInto {
                title: slots[at + 1].activity.title.clone(),
                at: wall,
            });
        }
        Some((false, _)) => move_along(slots, at + 1, by, Reach::ToFixedPoint)?,
        _ => {}
    }
    Ok(())
}

/// Lets the row at `at` change places with its neighbour: both keep how long they last, and the pause between them.
pub(super) fn exchange(slots: &mut [Slot], at: usize, way: Way) -> Result<(), Refusal> {
    let beside = way.beside(at, slots.len()).ok_or(Refusal::AtTheEdge)?;
    let (first, second) = (at.min(beside), at.max(beside));
    for row in [first, second] {
        if slots[row].fixed {
            return Err(Refusal::FixedPoint(slots[row].activity.title.clone()));
        }
    }
    for row in [first, second] {
        over_before_the_next(slots, row)?;
    }
    let begin = slots[first].starts;
    let (first_end, second_end) = (row_end(slots, first), row_end(slots, second));
    let pause = minutes_between(first_end, slots[second].starts);
    let first_lasts = minutes_between(begin, first_end);
    let second_lasts = minutes_between(slots[second].starts, second_end);
    let (was_open, first_was_open) = (slots[second].ends.is_none(), slots[first].ends.is_none());
    let now_second = later(begin, second_lasts + pause)?;
    for (row, starts, lasts) in [(second, begin, second_lasts), (first, now_second, first_lasts)] {
        let by = minutes_between(slots[row].starts, starts);
        move_row(&mut slots[row], by)?;
        slots[row].ends = Some(later(starts, lasts)?);
    }
    slots.swap(first, second);
    // Where the next row says when a row ends, the plan goes on leaving it to that.
    for (row, open) in [(first, was_open), (second, first_was_open)] {
        let stated = slots[row].ends.take();
        if !open || Some(row_end(slots, row)) != stated {
            slots[row].ends = stated;
        }
    }
    Ok(())
}
