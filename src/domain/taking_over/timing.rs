//! The times of a table's rows: as they stand, or one row after the other.

use chrono::NaiveTime;

use super::{LeftOpen, furnishing};
use crate::domain::{
    drawing_up::{USUAL_START, later},
    model::ReviewModel,
    read_timetable::{Doubt, ReadDay, ReadRow, ReadTrack},
};

/// How long a row is taken to last when neither the table nor the model says so, in minutes.
const UNSTATED_ROW: i64 = 30;
/// How long a visit is taken to last in a row without an end, in minutes.
const UNSTATED_VISIT: i64 = 15;

/// When a row takes place, and what the table leaves open about that.
pub struct RowTime {
    pub starts: NaiveTime,
    pub ends: Option<NaiveTime>,
    pub doubts: Vec<LeftOpen>,
}

/// The times of all rows of a day, in the order of the table. `start` is when a day of durations begins.
pub fn times(day: &ReadDay, start: Option<NaiveTime>, model: Option<&ReviewModel>) -> Vec<RowTime> {
    let mut free = start.unwrap_or(USUAL_START);
    let mut times = Vec::with_capacity(day.rows.len());
    for (at, row) in day.rows.iter().enumerate() {
        let mut doubts = Vec::new();
        let starts = row.starts.unwrap_or(free);
        let mut ends = stated_end(row, starts, &mut doubts);
        let next_follows = day.rows.get(at + 1).is_some_and(|next| next.starts.is_none());
        if ends.is_none() && next_follows {
            let most = share_until_next(day, at, starts);
            ends = Some(guessed_end(row, starts, (model, most), &mut doubts));
        }
        free = ends.map_or(starts, |ends| ends.max(starts));
        times.push(RowTime { starts, ends, doubts });
    }
    times
}

/// Each row that begins while the one before it in the table is going on, where one of their times follows from lengths:
/// as doubtful as where the table says both.
pub fn at_once(day: &ReadDay, times: &[RowTime]) -> Vec<Doubt> {
    let rows: Vec<(&ReadRow, &RowTime)> = day.rows.iter().zip(times).collect();
    let pairs = rows.iter().zip(rows.iter().skip(1));
    let meet = pairs.filter(|((before, was), (row, time))| {
        let follows = before.starts.is_none() || row.starts.is_none();
        follows && time.starts >= was.starts && was.ends.is_some_and(|ends| time.starts < ends)
    });
    meet.map(|((before, _), (row, time))| Doubt {
        line: row.line,
        what: LeftOpen::AtOnce {
            title: row.title.clone(),
            starts: time.starts,
            other: before.title.clone(),
        },
    })
    .collect()
}

/// The end that the table says, even where it can't be right: the plan keeps it, so that its check can tell of it.
fn stated_end(row: &ReadRow, starts: NaiveTime, doubts: &mut Vec<LeftOpen>) -> Option<NaiveTime> {
    let lasts = row.minutes.map(|minutes| later(starts, i64::from(minutes)));
    let ends = row.ends.or(lasts)?;
    if ends <= starts {
        doubts.push(LeftOpen::EndsTooSoon {
            title: row.title.clone(),
            starts,
            ends,
        });
    }
    Some(ends)
}

/// How many minutes a row may be given that begins at `starts`, so that the next row with a time of its own begins no
/// sooner than those before it are over; `None` if there is none.
fn share_until_next(day: &ReadDay, at: usize, starts: NaiveTime) -> Option<i64> {
    let later = day.rows.get(at + 1..)?;
    let untimed = later.iter().take_while(|row| row.starts.is_none());
    let (open, stated) = untimed.fold((1, 0), |(open, stated), row| match row.minutes {
        Some(minutes) => (open, stated + i64::from(minutes)),
        None => (open + 1, stated),
    });
    let next = later.iter().find_map(|row| row.starts)?;
    let free = (next - starts).num_minutes() - stated;
    (next > starts).then(|| (free / open).max(1))
}

/// The end of a row of which only the model knows how long such rows last, and of which it may be no longer than `most`;
/// the next row needs it as its start.
fn guessed_end(
    row: &ReadRow,
    starts: NaiveTime,
    (model, most): (Option<&ReviewModel>, Option<i64>),
    doubts: &mut Vec<LeftOpen>,
) -> NaiveTime {
    let usual = model.and_then(|model| furnishing::minutes(model, row.kind, &row.title));
    let minutes = usual.map_or(UNSTATED_ROW, i64::from);
    let minutes = most.map_or(minutes, |most| minutes.min(most));
    doubts.push(LeftOpen::Length {
        title: row.title.clone(),
        minutes,
    });
    later(starts, minutes)
}

/// When each class of a track is visited, in the order of the table. Where no time stands, the visits share the row.
pub fn visits(way: &ReadTrack, row: &RowTime) -> Vec<NaiveTime> {
    let count = i64::try_from(way.visits.len()).unwrap_or(i64::MAX).max(1);
    let ends = row.ends.filter(|ends| *ends > row.starts);
    let step = ends.map_or(UNSTATED_VISIT, |ends| {
        ((ends - row.starts).num_minutes() / count).max(1)
    });
    let mut free = row.starts;
    let mut times = Vec::with_capacity(way.visits.len());
    for visit in &way.visits {
        let starts = visit.starts.unwrap_or(free);
        free = later(starts, step);
        times.push(starts);
    }
    times
}
