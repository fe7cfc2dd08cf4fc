//! What was read from a table, as JSON for other programs.

use chrono::NaiveTime;
use serde_json::{Value, json};

use crate::domain::read_timetable::{ReadDay, ReadTimetable, ReadTrack};

/// A timetable as it was read.
///
/// `days: [{label, date, rows: [{start, end, minutes, title, kind, remark, fixed, tracks: [{group, title, kind, visits: [{time,
/// class}], prompts}], prompts}]}]`, then `unplaced: [{line, text, why, of_mail}]` and `understood: [{line, read, taken_for}]`. Times
/// are "HH:MM"; what nobody knows is null. A row without an end ends where its minutes are over or the next row
/// begins, and the last of a day as `unstated_end` of domain/plan.rs says. `minutes` is what the table says, or the time from start to end.
#[must_use]
pub fn json(timetable: &ReadTimetable) -> Value {
    let unplaced = timetable.unplaced.iter();
    let unplaced = unplaced.map(
        |piece| json!({ "line": piece.line, "text": piece.text, "why": piece.why, "of_mail": piece.of_mail }),
    );
    let understood = timetable.understood.iter();
    let understood = understood.map(
        |piece| json!({ "line": piece.line, "read": piece.read, "taken_for": timetable.taken_for(piece) }),
    );
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
        "rows": (0..day.rows.len()).filter_map(|at| row(day, at)).collect::<Vec<_>>(),
    })
}

fn row(day: &ReadDay, at: usize) -> Option<Value> {
    let row = day.rows.get(at)?;
    Some(json!({
        "start": row.starts.map(time),
        "end": day.end_of(at).map(time),
        "minutes": day.minutes_of(at),
        "title": row.title,
        "kind": row.kind,
        "remark": row.remark,
        "fixed": row.fixed,
        "tracks": row.tracks.iter().map(track).collect::<Vec<_>>(),
        "prompts": row.prompts,
    }))
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
