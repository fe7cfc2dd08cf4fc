//! Edits of the rows of the timetable.

use chrono::NaiveTime;

use super::{Fresh, Reach, Refusal, Way, day_mut, row_mut, times, wording};
use crate::domain::{
    activity::{Activity, ActivityKind},
    ids::{DayId, GroupId, SlotId, TrackId},
    plan::{Day, Plan, Slot, Track},
};

/// A row that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// The day it is on.
    pub day: DayId,
    /// When it starts.
    pub starts: NaiveTime,
    /// When it ends, if that is said.
    pub ends: Option<NaiveTime>,
    /// What is done in it.
    pub title: String,
    /// Of what kind that is.
    pub kind: ActivityKind,
}

/// A change of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEdit {
    /// It goes, with all that is in it.
    Remove,
    /// Other words for what is done.
    Title(String),
    /// Another kind of activity.
    Kind(ActivityKind),
    /// Whether it may not be moved without asking those who wait for it.
    Fixed(bool),
    /// What else is to be known of it.
    Remark(String),
    /// Other times; its visits keep their distance from its start.
    Times {
        /// The start.
        starts: NaiveTime,
        /// The end; without one the next row ends it.
        ends: Option<NaiveTime>,
    },
    /// It lasts so many minutes; what follows moves along up to the next fixed point.
    Lasts(u32),
    /// It moves by so many minutes, with what follows.
    Shift {
        /// How many; negative is earlier.
        minutes: i64,
        /// How far later rows are taken along.
        reach: Reach,
    },
    /// It changes places with its neighbour; both keep how long they last.
    Move(Way),
    /// A group has something of its own in it.
    AddTrack(GroupId),
}

pub(super) fn add(plan: &mut Plan, row: &NewRow, fresh: Fresh) -> Result<(), Refusal> {
    let id = SlotId::new(fresh.id("row", plan));
    let day = day_mut(plan, &row.day)?;
    let starts = times::to_the_minute(row.starts);
    day.slots.push(Slot {
        id: id.clone(),
        starts,
        ends: None,
        fixed: false,
        activity: Activity {
            title: wording::some(&row.title)?,
            kind: row.kind,
            prompts: Vec::new(),
        },
        remark: String::new(),
        tracks: Vec::new(),
    });
    day.slots.sort_by_key(|slot| slot.starts);
    let at = day
        .slots
        .iter()
        .position(|slot| slot.id == id)
        .ok_or(Refusal::Gone)?;
    times::set(&mut day.slots, at, starts, row.ends)
}

pub(super) fn apply(plan: &mut Plan, id: &SlotId, edit: RowEdit, fresh: Fresh) -> Result<(), Refusal> {
    if let RowEdit::AddTrack(group) = edit {
        return add_track(plan, id, group, fresh);
    }
    let (day, at) = row_mut(plan, id)?;
    let row = &mut day.slots[at];
    match edit {
        RowEdit::Remove => remove(day, at)?,
        RowEdit::Title(title) => row.activity.title = wording::some(&title)?,
        RowEdit::Kind(kind) => row.activity.kind = kind,
        RowEdit::Fixed(fixed) => row.fixed = fixed,
        RowEdit::Remark(remark) => row.remark = wording::line(&remark)?,
        RowEdit::Times { starts, ends } => times::set(&mut day.slots, at, starts, ends)?,
        RowEdit::Lasts(minutes) => times::last(&mut day.slots, at, minutes)?,
        RowEdit::Shift { minutes, reach } => times::shift(&mut day.slots, at, minutes, reach)?,
        RowEdit::Move(way) => times::exchange(&mut day.slots, at, way)?,
        RowEdit::AddTrack(_) => {}
    }
    Ok(())
}

/// Takes a row out. The row before, where it has no end of its own, ends when it did: nothing else becomes longer.
fn remove(day: &mut Day, at: usize) -> Result<(), Refusal> {
    if let Some(before) = at.checked_sub(1) {
        let (_, ends) = times::span(day, before).ok_or(Refusal::Gone)?;
        let before = &mut day.slots[before];
        before.ends = before.ends.or(Some(ends));
    }
    day.slots.remove(at);
    Ok(())
}

fn add_track(plan: &mut Plan, row: &SlotId, group: GroupId, fresh: Fresh) -> Result<(), Refusal> {
    let id = TrackId::new(fresh.id("track", plan));
    let name = plan.group(&group).ok_or(Refusal::Gone)?.name.clone();
    let order: Vec<GroupId> = plan.groups.iter().map(|group| group.id.clone()).collect();
    let (day, at) = row_mut(plan, row)?;
    let tracks = &mut day.slots[at].tracks;
    if tracks.iter().any(|track| track.group == group) {
        return Err(Refusal::GroupIsThere(name));
    }
    tracks.push(Track {
        id,
        group,
        activity: None,
        visits: Vec::new(),
    });
    tracks.sort_by_key(|track| order.iter().position(|group| *group == track.group));
    Ok(())
}
