//! Notes of a two-day quality review, as two reviewers jot them down, and what each is about.

use knownow::{
    app::message::Message,
    domain::{
        ids::{GroupId, PersonId, RecordId, SlotId, WriterId},
        note::{Label, Note, NoteKind, NotePlace},
        plan::{Plan, Slot},
        record::Record,
        records::Records,
        stamp::Stamp,
    },
};
use uuid::Uuid;

use super::Judged;
use crate::stage::Stage;

/// The row, the reviewer, the question if one was chosen, and what was jotted behind its sign.
type Jotted = (&'static str, u32, &'static str, &'static str);

const NOTES: &[Jotted] = &[
    (
        "d1-1",
        1,
        "sa1",
        "standards for assessment written by staff together last spring, one page",
    ),
    (
        "d1-1",
        1,
        "sa2",
        "+ marking code tells pupils what to do the next day, leaders can show it",
    ),
    ("d1-1", 1, "", "- governors could not say what the standards are"),
    (
        "d1-1",
        1,
        "sa4",
        "+ strongest in Y5 and Y6 they say, weakest in foundation subjects",
    ),
    (
        "d1-1",
        2,
        "st2",
        "+ teaching at its best = pupils explain, partner first, then the class",
    ),
    (
        "d1-1",
        2,
        "st3",
        "- pupils and governors would not describe it the same way yet",
    ),
    ("d1-1", 2, "st4", "leaders put it at 7 of 10, lower in KS1"),
    (
        "d1-2",
        1,
        "sc2",
        "+ every subject has the ten things to know by the end of Year 6",
    ),
    (
        "d1-2",
        1,
        "sc4",
        "- history and geography units still being written",
    ),
    (
        "d1-2",
        2,
        "sm2",
        "+ leaders at every level set out the standard in one page",
    ),
    ("d1-2", 2, "sm5", "? who checks the leaders' own view?"),
    (
        "d1-3",
        1,
        "pa4",
        "- steps have names and dates but no support beside them",
    ),
    ("d1-3", 2, "pt4", "- steps for teaching: who yes, by when no"),
    (
        "d1-3",
        2,
        "pt5",
        "- effect of training is checked by a survey only",
    ),
    (
        "d1-6",
        1,
        "pv3",
        "+ all eight can say what to do next from the code in the book",
    ),
    (
        "d1-6",
        1,
        "pv4",
        "+ when it is hard: board, partner, then teacher, same from Y3 up",
    ),
    (
        "d1-6",
        1,
        "",
        "- hard work comes to those who finish first, two say they never get there",
    ),
    ("d1-6", 2, "l2", "+ learning is on the board and in their mouths"),
    (
        "d1-6",
        2,
        "l4",
        "- check shows a third unsure, lesson goes on all the same",
    ),
    ("d1-6", 2, "l4", "+ quick quiz, then regroups"),
    (
        "d1-7",
        1,
        "da2",
        "- disadvantaged pupils behind in writing, three years running",
    ),
    (
        "d1-7",
        2,
        "l5",
        "- pupils with SEND on a different task, no link to the lesson",
    ),
    (
        "d2-1",
        1,
        "l2",
        "+ what they are learning is clear, not only what they do",
    ),
    ("d2-1", 1, "l4", "- thumbs up, then straight on"),
    ("d2-1", 2, "l5", "- two with an adult at the back, other work"),
    ("d2-3", 1, "l3", "+ starts from last week, pupils make the link"),
    (
        "d2-3",
        2,
        "ti3",
        "- assessment that tells most is the end of term test, little changed after it",
    ),
    (
        "d2-3",
        2,
        "ti2",
        "+ plan the same learning for all, then the scaffold",
    ),
    ("d2-4", 1, "", "- checks of understanding few, 4 pupils spoke"),
    ("d2-4", 2, "l6", "+ talk is about the learning everywhere"),
    (
        "d2-5",
        1,
        "ws3",
        "- reasoning questions reached by the quick ones only",
    ),
    ("d2-5", 2, "ws5", "+ purple answers under nearly every comment"),
    (
        "d2-6",
        1,
        "co1",
        "assessment: evident in books, partly in lessons",
    ),
    (
        "d2-6",
        2,
        "co5",
        "? what would make checks change the lesson everywhere?",
    ),
];

/// How each note begins that can be drafted, and what it is about.
pub(super) const JUDGED: &Judged = &[
    ("standards for assessment written", "assessment"),
    ("marking code tells", "assessment"),
    ("governors could not say what", "assessment"),
    ("strongest in Y5 and Y6", "assessment"),
    ("assessment that tells most", "assessment"),
    ("steps have names and dates", "assessment"),
    ("assessment: evident in books", "assessment"),
    ("teaching at its best", "teaching"),
    ("pupils and governors would not", "teaching"),
    ("leaders put it at 7", "teaching"),
    ("steps for teaching", "teaching"),
    ("effect of training", "teaching"),
    ("every subject has the ten", "curriculum"),
    ("history and geography", "curriculum"),
    ("leaders at every level", "leadership"),
    ("check shows a third unsure", "after a check"),
    ("thumbs up, then straight on", "after a check"),
    ("checks of understanding few", "after a check"),
    ("quick quiz, then regroups", "after a check"),
    ("pupils with SEND on a different", "all included"),
    ("two with an adult at the back", "all included"),
    ("who checks the leaders' own view", "the leaders' own view"),
    ("what would make checks", "after a check"),
];

/// The shipped plan of two days with these notes, at the end of the second one.
pub(super) fn noted() -> Stage {
    let mut stage = Stage::new("two-day-quality", "Reviewer 1", "2026-11-11 14:20");
    let plan = stage.day().today.plan.clone();
    let mut records = Records::default();
    for (nth, jotted) in (1..).zip(NOTES) {
        records.notes.join(note(&plan, nth, jotted));
    }
    stage.take(Message::Found(records));
    stage
}

fn note(plan: &Plan, nth: u32, (row, reviewer, prompt, text): &Jotted) -> Record<Note> {
    let slots = || plan.days.iter().flat_map(|day| &day.slots);
    let slot = slots()
        .find(|slot| slot.id == SlotId::new(*row))
        .expect("a row of the plan");
    let by = Label::new(
        PersonId::new(format!("reviewer-{reviewer}")),
        format!("Reviewer {reviewer}"),
    );
    let (kind, text) = match text.split_at(2) {
        ("+ ", text) => (NoteKind::Strength, text),
        ("- ", text) => (NoteKind::Development, text),
        ("? ", text) => (NoteKind::Question, text),
        _ => (NoteKind::Evidence, *text),
    };
    let begun: Stamp = "2026-11-10T08:30:00+00:00".parse().expect("a time");
    let when = begun.plus(chrono::TimeDelta::minutes(i64::from(nth)));
    Record {
        id: RecordId(Uuid::from_u128(0x2000 + u128::from(nth))),
        writer: WriterId(Uuid::from_u128(0x1000 + u128::from(*reviewer))),
        rev: 1,
        deleted: false,
        seq: nth,
        edited_at: when,
        came_from: Vec::new(),
        body: Note {
            when,
            typed_by: by.clone(),
            place: place(slot, *reviewer, prompt),
            by,
            kind,
            important: false,
            tags: Vec::new(),
            text: text.into(),
        },
    }
}

fn place(slot: &Slot, reviewer: u32, prompt: &str) -> NotePlace {
    let group = GroupId::new(format!("reviewer-{reviewer}"));
    let own = slot.tracks.iter().find(|track| track.group == group);
    let activity = own
        .and_then(|track| track.activity.as_ref())
        .unwrap_or(&slot.activity);
    let asked = activity.prompts.iter().find(|known| known.id.as_str() == prompt);
    assert!(
        prompt.is_empty() || asked.is_some(),
        "{prompt} is not asked in {}",
        activity.title
    );
    NotePlace {
        track: Some(Label::new(group, format!("Reviewer {reviewer}"))),
        slot: Label::new(slot.id.clone(), slot.activity.title.clone()),
        activity: Label::new(activity.kind, activity.title.clone()),
        visit: None,
        prompt: asked.map(|prompt| Label::new(prompt.id.clone(), prompt.short.clone())),
    }
}
