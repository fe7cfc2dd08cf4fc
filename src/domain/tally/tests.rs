use uuid::Uuid;

use super::{
    super::{
        activity::ActivityKind,
        ids::{GroupId, PersonId, RecordId, WriterId},
        note::{Label, NotePlace},
        stamp::Stamp,
    },
    *,
};

fn some_time() -> Stamp {
    "2026-12-01T09:16:00+00:00".parse().expect("a time")
}

fn record<T>(number: u128, body: T) -> Record<T> {
    Record {
        id: RecordId(Uuid::from_u128(number)),
        writer: WriterId(Uuid::from_u128(1)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: some_time(),
        came_from: Vec::new(),
        body,
    }
}

/// A note of a kind in a row, in a class, on a prompt, by a group; "" is none.
fn note(number: u128, kind: NoteKind, [slot, visit, prompt, group]: [&str; 4]) -> Record<Note> {
    let some = |words: &str| (!words.is_empty()).then(|| words.to_string());
    let me = Label::new(PersonId::new("me"), "Me");
    let body = Note {
        when: some_time(),
        by: me.clone(),
        typed_by: me,
        place: NotePlace {
            track: some(group).map(|id| Label::new(GroupId::new(id), "a group")),
            slot: Label::new(SlotId::new(slot), "a row"),
            activity: Label::new(ActivityKind::LessonVisits, "an activity"),
            visit: some(visit).map(|id| Label::new(VisitId::new(id), "a class")),
            prompt: some(prompt).map(|id| Label::new(PromptId::new(id), "a prompt")),
        },
        kind,
        important: false,
        tags: Vec::new(),
        text: "seen".into(),
    };
    record(number, body)
}

fn tick(number: u128, slot: &str, prompt: &str) -> Record<Asked> {
    let asked = Asked {
        at: some_time(),
        slot: Label::new(SlotId::new(slot), "a row"),
        visit: None,
        prompt: Label::new(PromptId::new(prompt), "a prompt"),
    };
    record(number, asked)
}

fn counts([strengths, developments, evidence, questions]: [u32; 4]) -> Counts {
    Counts {
        strengths,
        developments,
        evidence,
        questions,
    }
}

fn tally() -> Tally {
    let notes = [
        note(1, NoteKind::Strength, ["lessons", "y5", "l1", "group-1"]),
        note(2, NoteKind::Strength, ["lessons", "y6", "l1", "group-1"]),
        note(3, NoteKind::Development, ["lessons", "y6", "", "group-2"]),
        note(4, NoteKind::Evidence, ["lessons", "y6", "l2", "group-1"]),
        note(5, NoteKind::Question, ["break", "", "", ""]),
        note(6, NoteKind::Question, ["meeting", "", "l1", "group-1"]),
    ];
    let mut asked = Shelf::default();
    asked.join(tick(7, "lessons", "l3"));
    asked.join(Record {
        deleted: true,
        ..tick(8, "lessons", "l4")
    });
    Tally::of(&notes, &asked)
}

#[test]
fn a_row_counts_all_its_classes_and_a_class_only_itself() {
    let tally = tally();
    assert_eq!(tally.slot(&SlotId::new("lessons")), counts([2, 1, 1, 0]));
    assert_eq!(tally.visit(&VisitId::new("y6")), counts([1, 1, 1, 0]));
    assert_eq!(tally.slot(&SlotId::new("elsewhere")), Counts::default());
    assert_eq!(tally.slot(&SlotId::new("lessons")).total(), 4);
}

#[test]
fn a_prompt_counts_in_its_own_row() {
    let tally = tally();
    let prompt = |slot: &str, prompt: &str| tally.prompt(&SlotId::new(slot), &PromptId::new(prompt));
    assert_eq!(prompt("lessons", "l1"), counts([2, 0, 0, 0]));
    assert_eq!(prompt("meeting", "l1"), counts([0, 0, 0, 1]));
    assert_eq!(prompt("break", "l1"), Counts::default());
}

#[test]
fn a_prompt_was_asked_if_it_was_ticked_or_noted_on() {
    let tally = tally();
    let asked = |prompt: &str| tally.is_asked(&SlotId::new("lessons"), &PromptId::new(prompt));
    assert_eq!(
        ["l1", "l2", "l3", "l4", "l5"].map(asked),
        [true, true, true, false, false]
    );
    assert!(!tally.is_asked(&SlotId::new("break"), &PromptId::new("l3")));
}
