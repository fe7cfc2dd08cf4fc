//! What is different between a plan and the one that is to take its place, as JSON.

use serde_json::{Value, json};

use crate::{
    domain::replanning::{Change, DayChange, Difference, RowChange, VisitChange},
    ui::words::replanning::span,
};

/// The difference for other programs: `days`, `rows`, `visits`, `groups`, `agreed`, `remarks`, `aside`. A row or visit without `changes` is
/// as it was.
pub fn json(difference: &Difference) -> Value {
    json!({
        "nothing": difference.is_nothing(),
        "days": difference.days.iter().map(day_json).collect::<Vec<_>>(),
        "rows": difference.rows.iter().map(row_json).collect::<Vec<_>>(),
        "visits": difference.visits.iter().map(visit_json).collect::<Vec<_>>(),
        "groups": difference.groups,
        "agreed": difference.agreed,
        "remarks": difference.remarks,
        "aside": difference.aside,
    })
}

fn day_json(day: &DayChange) -> Value {
    match day {
        DayChange::Added(date) => json!({ "change": "added", "date": date.to_string() }),
        DayChange::Moved { from, to } => {
            json!({ "change": "moved", "from": from.to_string(), "date": to.to_string() })
        }
        DayChange::Renamed(from, to) => json!({ "change": "renamed", "from": from, "label": to }),
        DayChange::Untouched(date) => json!({ "change": "untouched", "date": date.to_string() }),
    }
}

fn row_json(row: &RowChange) -> Value {
    json!({
        "id": row.slot.as_str(),
        "date": row.date.to_string(),
        "start": row.span.starts.format("%H:%M").to_string(),
        "end": row.span.ends.map(|ends| ends.format("%H:%M").to_string()),
        "title": row.title,
        "changes": row.changes.iter().map(change_json).collect::<Vec<_>>(),
        "notes": row.notes,
        "moves_a_fixed_point": row.moves_a_fixed_point(),
    })
}

fn visit_json(visit: &VisitChange) -> Value {
    json!({
        "id": visit.visit.as_str(),
        "row": visit.row,
        "group": visit.group,
        "class": visit.class,
        "time": visit.starts.format("%H:%M").to_string(),
        "changes": visit.changes.iter().map(change_json).collect::<Vec<_>>(),
        "notes": visit.notes,
    })
}

fn change_json(change: &Change) -> Value {
    match change {
        Change::Added => json!({ "what": "added" }),
        Change::Back => json!({ "what": "back" }),
        Change::Removed => json!({ "what": "removed" }),
        Change::Retimed(was) => json!({ "what": "retimed", "was": span(was) }),
        Change::Renamed(was) => json!({ "what": "renamed", "was": was }),
        Change::Asked => json!({ "what": "questions" }),
        Change::Kind(was, now) => json!({ "what": "kind", "was": was, "now": now }),
        Change::Remark(was) => json!({ "what": "remark", "was": was }),
        Change::Ways(was, now) => json!({ "what": "groups", "was": was, "now": now }),
    }
}
