//! What is recorded of where a note is put: values of JSON as those of a note, with a word before them that says so.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    activity_word,
    facts::{Lookup, Words, activity_kind, moment, person, read_moment, seen, seen_values},
};
use crate::domain::{
    ids::{GroupId, PromptId, RecordId, SlotId, VisitId, WriterId},
    note::{Label, NotePlace},
    placing::{Placing, Where},
    record::Record,
};

/// The word with which these facts begin; those of a note begin with a number.
const PLACING: &str = "placing";
/// The mark of one that wants nothing any more.
const DELETED: u64 = 2;
/// The mark of one that wants a note where its writer put it.
const AS_WRITTEN: u64 = 4;

/// Whether these are the facts of a placing.
pub(super) fn is_one(values: &[Value]) -> bool {
    values.first().and_then(Value::as_str) == Some(PLACING)
}

/// The place of its writer in the head, from the facts of a placing.
pub(super) fn writer_of(values: &[Value]) -> Option<usize> {
    usize::try_from(values.get(1)?.as_u64()?).ok()
}

/// The facts of a placing by the writer at `place` in the head, and the words of the plan that belong to it.
pub(super) fn of_placing(
    place: usize,
    placing: &Record<Placing>,
    words: &mut Words,
) -> (Vec<Value>, Vec<String>) {
    let body = &placing.body;
    let at = body.at_place();
    let mut used = Vec::new();
    let mut refer = |sort: &str, id: &str, text: &str| {
        used.push(text.to_string());
        words.refer(sort, id, text)
    };
    let slot = at.map(|at| refer("slot", at.slot.id.as_str(), &at.slot.words));
    let activity = at.map(|at| refer("activity", activity_word(at.activity.id), &at.activity.words));
    let visit = at.and_then(|at| at.visit.as_ref());
    let visit = visit.map(|visit| refer("visit", visit.id.as_str(), &visit.words));
    let prompt = at.and_then(|at| at.prompt.as_ref());
    let prompt = prompt.map(|prompt| refer("prompt", prompt.id.as_str(), &prompt.words));
    let track = at.and_then(|at| at.track.as_ref());
    let track = track.map(|track| refer("track", track.id.as_str(), &track.words));
    let by = refer("person", body.by.id.as_str(), &body.by.words);
    let edited = (placing.edited_at != body.at).then(|| moment(placing.edited_at));
    let as_written = body.place == Some(Where::AsWritten);
    let marks = DELETED * u64::from(placing.deleted) + AS_WRITTEN * u64::from(as_written);
    // What is not there is a 0, as in a note.
    let or_none = |value: Option<Value>| value.unwrap_or(json!(0));
    let values = vec![
        json!(PLACING),
        json!(place),
        json!(body.note.0.simple().to_string()),
        json!(placing.rev),
        json!(placing.seq),
        json!(marks),
        moment(body.at),
        or_none(edited),
        or_none(slot),
        or_none(activity),
        or_none(visit),
        or_none(prompt),
        or_none(track),
        by,
        json!(body.tags),
        json!(body.without),
        seen_values(&placing.came_from),
    ];
    (values, used)
}

/// A placing out of its facts, and the words of the plan that belong to it.
pub(super) fn placing(
    values: &[Value],
    writer: WriterId,
    words: Lookup<'_>,
) -> Option<(Record<Placing>, Vec<String>)> {
    let value = |at: usize| values.get(at);
    let mut used = Vec::new();
    let mut label = |sort: &str, at: usize| -> Option<Option<(String, String)>> {
        let value = values.get(at)?;
        if value.is_number() {
            return Some(None);
        }
        let (id, text) = words.label(sort, value)?;
        used.push(text.clone());
        Some(Some((id, text)))
    };
    let (slot, activity) = (label("slot", 8)?, label("activity", 9)?);
    let (visit, prompt, track) = (label("visit", 10)?, label("prompt", 11)?, label("track", 12)?);
    let by = person(label("person", 13)??);
    let marks = value(5)?.as_u64()?;
    let place = match (slot, activity) {
        (Some(slot), Some((kind, title))) => Some(Where::At(NotePlace {
            track: track.map(|(id, text)| Label::new(GroupId::new(id), text)),
            slot: Label::new(SlotId::new(slot.0), slot.1),
            activity: Label::new(activity_kind(&kind)?, title),
            visit: visit.map(|(id, text)| Label::new(VisitId::new(id), text)),
            prompt: prompt.map(|(id, text)| Label::new(PromptId::new(id), text)),
        })),
        _ => (marks & AS_WRITTEN != 0).then_some(Where::AsWritten),
    };
    let note = RecordId(Uuid::try_parse(value(2)?.as_str()?).ok()?);
    let at = read_moment(value(6)?)?;
    let edited = value(7)?;
    let record = Record {
        id: Placing::id_of(note),
        writer,
        rev: serde_json::from_value(value(3)?.clone()).ok()?,
        deleted: marks & DELETED != 0,
        seq: serde_json::from_value(value(4)?.clone()).ok()?,
        edited_at: if edited.is_number() {
            at
        } else {
            read_moment(edited)?
        },
        came_from: seen(value(16)?)?,
        body: Placing {
            at,
            by,
            note,
            place,
            tags: serde_json::from_value(value(14)?.clone()).ok()?,
            without: serde_json::from_value(value(15)?.clone()).ok()?,
        },
    };
    Some((record, used))
}
