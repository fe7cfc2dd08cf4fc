//! What there is of a review and what became of it, for programs.

use serde_json::{Value, json};

use super::super::Failure;
use crate::{
    app::purging::{Found, NotRemoved, Outcome, Place},
    ui::words::purge as words,
};

/// As JSON text.
///
/// # Errors
/// None that is known: the values have a form in JSON.
pub fn of(found: &Found, whole_session: bool, outcome: Option<&Outcome>) -> Result<String, Failure> {
    let places = |places: Vec<&Place>| places.into_iter().map(place).collect::<Vec<Value>>();
    let mut told = json!({
        "school": found.school,
        "session": found.sessions.first().map(ToString::to_string),
        "owns_plan": found.owns_plan,
        "to_remove": places(found.to_remove(whole_session)),
        "changed": places(found.changed()),
        "stays": found.staying(whole_session).iter().map(place).collect::<Vec<Value>>(),
        "moved_away": found.moved_away.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
        "out_of_reach": words::OUT_OF_REACH,
    });
    if let (Some(outcome), Some(told)) = (outcome, told.as_object_mut()) {
        let removed = outcome.removed.iter();
        let removed =
            removed.map(|(kind, path)| json!({"kind": kind.name(), "path": path.display().to_string()}));
        told.insert("removed".into(), removed.collect());
        told.insert("failed".into(), outcome.failed.iter().map(failed).collect());
        told.insert("left".into(), outcome.left.iter().map(place).collect());
        told.insert("receipt".into(), outcome.receipt.display().to_string().into());
    }
    serde_json::to_string_pretty(&told).map_err(Failure::work)
}

fn place(place: &Place) -> Value {
    json!({
        "kind": place.kind.name(),
        "path": place.path.display().to_string(),
        "person": place.person,
        "notes": place.notes,
        "why": words::why(place),
    })
}

fn failed(failed: &NotRemoved) -> Value {
    json!({"path": failed.path.display().to_string(), "why": failed.why, "cure": failed.cure})
}
