//! What is recorded beside the words of a note: values of JSON with spaces between.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::activity_word;
use crate::domain::{
    activity::ActivityKind,
    ids::{GroupId, PersonId, PromptId, RecordId, SlotId, VisitId, WriterId},
    note::{Label, Note, NotePlace},
    plan::Plan,
    record::{Record, SeenEdition},
    stamp::Stamp,
};

/// The words that belong to ids of the plan, by the sort of id.
#[derive(Debug, Clone, Default)]
pub(super) struct Words(BTreeMap<(String, String), String>);

impl Words {
    /// The words of `plan`, to stand in where those of a hand-over are damaged.
    pub(super) fn of_plan(plan: &Plan) -> Self {
        let mut words = Self::default();
        let mut put = |sort: &str, id: &str, text: &str| {
            words
                .0
                .entry((sort.into(), id.into()))
                .or_insert_with(|| text.into());
        };
        for person in &plan.people {
            put("person", person.id.as_str(), &person.name);
        }
        for group in &plan.groups {
            put("track", group.id.as_str(), &group.name);
        }
        let slots = plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former);
        for slot in slots {
            put("slot", slot.id.as_str(), &slot.activity.title);
            let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
            for activity in std::iter::once(&slot.activity).chain(own) {
                put("activity", activity_word(activity.kind), &activity.title);
                for prompt in &activity.prompts {
                    put("prompt", prompt.id.as_str(), &prompt.short);
                }
            }
            for visit in slot.tracks.iter().flat_map(|track| &track.visits) {
                put("visit", visit.id.as_str(), &visit.class);
            }
        }
        words
    }

    /// Takes in a listed value.
    pub(super) fn take(&mut self, value: &Value) {
        if let Ok((sort, id, words)) = serde_json::from_value::<(String, String, String)>(value.clone()) {
            self.0.entry((sort, id)).or_insert(words);
        }
    }

    /// All of them, to be listed.
    pub(super) fn values(&self) -> Vec<Value> {
        let all = self.0.iter();
        all.map(|((sort, id), words)| json!([sort, id, words])).collect()
    }

    /// How a label is written: its id, and its words as well where they are not those in the list.
    pub(super) fn refer(&mut self, sort: &str, id: &str, words: &str) -> Value {
        let listed = self
            .0
            .entry((sort.into(), id.into()))
            .or_insert_with(|| words.into());
        if listed == words {
            json!(id)
        } else {
            json!([id, words])
        }
    }
}

/// Where words are looked up: in the list of the hand-over, then in the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lookup<'a> {
    pub(super) listed: &'a Words,
    pub(super) plan: &'a Words,
}

impl Lookup<'_> {
    /// The id and words of a label as it was written.
    pub(super) fn label(self, sort: &str, value: &Value) -> Option<(String, String)> {
        if let Some(id) = value.as_str() {
            let key = (sort.to_string(), id.to_string());
            let words = self.listed.0.get(&key).or_else(|| self.plan.0.get(&key))?;
            return Some((id.to_string(), words.clone()));
        }
        serde_json::from_value(value.clone()).ok()
    }
}

/// Values as text.
pub(super) fn spelled(values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(Value::to_string).collect();
    values.join(" ")
}

/// The values in a text.
pub(super) fn values(text: &str) -> Option<Vec<Value>> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    values.collect::<Result<_, _>>().ok()
}

/// The facts of a note by the writer at `place` in the head, and the words of the plan that belong to it.
pub(super) fn of_note(place: usize, note: &Record<Note>, words: &mut Words) -> (Vec<Value>, Vec<String>) {
    let body = &note.body;
    let at = &body.place;
    let mut used = Vec::new();
    let mut refer = |sort: &str, id: &str, text: &str| {
        used.push(text.to_string());
        words.refer(sort, id, text)
    };
    let slot = refer("slot", at.slot.id.as_str(), &at.slot.words);
    let activity = refer("activity", activity_word(at.activity.id), &at.activity.words);
    let visit = at
        .visit
        .as_ref()
        .map(|visit| refer("visit", visit.id.as_str(), &visit.words));
    let prompt = at
        .prompt
        .as_ref()
        .map(|prompt| refer("prompt", prompt.id.as_str(), &prompt.words));
    let track = at
        .track
        .as_ref()
        .map(|track| refer("track", track.id.as_str(), &track.words));
    let by = refer("person", body.by.id.as_str(), &body.by.words);
    let typed_by =
        (body.typed_by != body.by).then(|| refer("person", body.typed_by.id.as_str(), &body.typed_by.words));
    let edited = (note.edited_at != body.when).then(|| moment(note.edited_at));
    let seen = seen_values(&note.came_from);
    // What is not there is a 0: it is short, and nothing else here is a number in its place.
    let or_none = |value: Option<Value>| value.unwrap_or(json!(0));
    let values = vec![
        json!(place),
        json!(note.id.0.simple().to_string()),
        json!(note.rev),
        json!(note.seq),
        json!(body.kind),
        json!(u8::from(body.important) + 2 * u8::from(note.deleted)),
        moment(body.when),
        or_none(edited),
        slot,
        activity,
        or_none(visit),
        or_none(prompt),
        or_none(track),
        by,
        or_none(typed_by),
        json!(if note.deleted { &[][..] } else { &body.tags }),
        seen,
    ];
    (values, used)
}

/// The place of its writer in the head, from the facts of a note.
pub(super) fn writer_of(values: &[Value]) -> Option<usize> {
    usize::try_from(values.first()?.as_u64()?).ok()
}

/// A note out of its facts, without its text, and the words of the plan that belong to it.
pub(super) fn note(
    values: &[Value],
    writer: WriterId,
    words: Lookup<'_>,
) -> Option<(Record<Note>, Vec<String>)> {
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
    let slot = label("slot", 8)??;
    let (kind, title) = label("activity", 9)??;
    let (visit, prompt, track) = (label("visit", 10)?, label("prompt", 11)?, label("track", 12)?);
    let by = person(label("person", 13)??);
    let typed_by = label("person", 14)?.map_or_else(|| by.clone(), person);
    let when = read_moment(value(6)?)?;
    let edited = value(7)?;
    let marks = value(5)?.as_u64()?;
    let record = Record {
        id: RecordId(Uuid::try_parse(value(1)?.as_str()?).ok()?),
        writer,
        rev: serde_json::from_value(value(2)?.clone()).ok()?,
        deleted: marks & 2 != 0,
        seq: serde_json::from_value(value(3)?.clone()).ok()?,
        edited_at: if edited.is_number() {
            when
        } else {
            read_moment(edited)?
        },
        came_from: seen(value(16)?)?,
        body: Note {
            when,
            by,
            typed_by,
            place: NotePlace {
                track: track.map(|(id, text)| Label::new(GroupId::new(id), text)),
                slot: Label::new(SlotId::new(slot.0), slot.1),
                activity: Label::new(activity_kind(&kind)?, title),
                visit: visit.map(|(id, text)| Label::new(VisitId::new(id), text)),
                prompt: prompt.map(|(id, text)| Label::new(PromptId::new(id), text)),
            },
            kind: serde_json::from_value(value(4)?.clone()).ok()?,
            important: marks & 1 != 0,
            tags: serde_json::from_value(value(15)?.clone()).ok()?,
            text: String::new(),
        },
    };
    Some((record, used))
}

/// The editions by others that one was made with sight of.
pub(super) fn seen_values(seen: &[SeenEdition]) -> Value {
    let seen = seen.iter();
    let seen: Vec<Value> = seen
        .map(|seen| json!([seen.writer.0.simple().to_string(), seen.rev]))
        .collect();
    json!(seen)
}

/// The same, read.
pub(super) fn seen(value: &Value) -> Option<Vec<SeenEdition>> {
    let seen: Vec<(String, u32)> = serde_json::from_value(value.clone()).ok()?;
    let seen = seen.into_iter().map(|(writer, rev)| {
        let writer = WriterId(Uuid::try_parse(&writer).ok()?);
        Some(SeenEdition { writer, rev })
    });
    seen.collect()
}

pub(super) fn person((id, words): (String, String)) -> Label<PersonId> {
    Label::new(PersonId::new(id), words)
}

pub(super) fn activity_kind(word: &str) -> Option<ActivityKind> {
    ActivityKind::ALL.into_iter().find(|kind| kind.word() == word)
}

/// A moment as two numbers: a mail program may take hold of a date.
pub(super) fn moment(stamp: Stamp) -> Value {
    let moment = stamp.moment();
    json!([moment.timestamp(), moment.offset().local_minus_utc()])
}

pub(super) fn read_moment(value: &Value) -> Option<Stamp> {
    let (seconds, offset): (i64, i32) = serde_json::from_value(value.clone()).ok()?;
    let zone = chrono::FixedOffset::east_opt(offset)?;
    Stamp::new(chrono::DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone))
}
