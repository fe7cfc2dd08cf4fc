//! What was read from a table, as JSON for other programs.

use chrono::{NaiveTime, TimeDelta};
use serde_json::{Value, json};

use crate::domain::{
    drawing_up::later as later_by,
    plan::unstated_end,
    read_timetable::{ReadDay, ReadRow, ReadTimetable, ReadTrack},
};

/// A timetable as it was read.
///
/// `days: [{label, date, rows: [{start, end, minutes, title, kind, remark, tracks: [{group, title, kind, visits: [{time,
/// class}], prompts}], prompts}]}]`, then `unplaced: [{line, text, why, of_mail}]` and `understood: [{line, read, taken_for}]`. Times
/// are "HH:MM"; what the table does not say is null. A row without an end ends where its minutes are over or the next row
/// begins, and the last of a day as [`unstated_end`] says. `minutes` is what the table says, or the time from start to end.
#[must_use]
pub fn json(timetable: &ReadTimetable) -> Value {
    let unplaced = timetable.unplaced.iter();
    let unplaced = unplaced.map(
        |piece| json!({ "line": piece.line, "text": piece.text, "why": piece.why, "of_mail": piece.of_mail }),
    );
    let understood = timetable.understood.iter();
    let understood = understood
        .map(|piece| json!({ "line": piece.line, "read": piece.read, "taken_for": piece.taken_for }));
    json!({
        "days": timetable.days.iter().map(day).collect::<Vec<_>>(),
        "unplaced": unplaced.collect::<Vec<_>>(),
        "understood": understood.collect::<Vec<_>>(),
    })
}

fn day(day: &ReadDay) -> Value {
    json!({
        "label": day.label,
        "date": day.date,
        "rows": (0..day.rows.len()).filter_map(|at| row(&day.rows, at)).collect::<Vec<_>>(),
    })
}

fn row(rows: &[ReadRow], at: usize) -> Option<Value> {
    let row = rows.get(at)?;
    let ends = end(row, rows.get(at + 1..).unwrap_or_default());
    let minutes = row.minutes.map(i64::from).or_else(|| span(row, ends));
    Some(json!({
        "start": row.starts.map(time),
        "end": ends.map(time),
        "minutes": minutes,
        "title": row.title,
        "kind": row.kind,
        "remark": row.remark,
        "tracks": row.tracks.iter().map(track).collect::<Vec<_>>(),
        "prompts": row.prompts,
    }))
}

/// When a row ends, if it is known when it starts: `later` are the rows after it.
fn end(row: &ReadRow, later: &[ReadRow]) -> Option<NaiveTime> {
    let lasts = || Some(later_by(row.starts?, i64::from(row.minutes?)));
    let next = || {
        Some(unstated_end(
            row.starts?,
            later.iter().filter_map(|row| row.starts),
        ))
    };
    row.ends.or_else(lasts).or_else(next)
}

/// The minutes from start to end, where the end is not before the start.
fn span(row: &ReadRow, ends: Option<NaiveTime>) -> Option<i64> {
    let span = ends? - row.starts?;
    (span >= TimeDelta::zero()).then(|| span.num_minutes())
}

fn track(track: &ReadTrack) -> Value {
    let visits = track.visits.iter();
    let visits = visits.map(|visit| json!({ "time": visit.starts.map(time), "class": visit.class }));
    json!({
        "group": track.group,
        "title": track.activity.as_ref().map(|(title, _)| title),
        "kind": track.activity.as_ref().map(|(_, kind)| kind),
        "visits": visits.collect::<Vec<_>>(),
        "prompts": track.prompts,
    })
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
