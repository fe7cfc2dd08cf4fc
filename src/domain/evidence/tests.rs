use super::{
    super::{
        activity::ActivityKind,
        example::plan_on,
        findings_board::tests::note as any_note,
        ids::SlotId,
        note::{Label, NoteKind},
    },
    *,
};

fn plan() -> Plan {
    plan_on("2026-12-01")
}

fn note(number: u128, kind: NoteKind, slot: &str, activity: &str) -> Record<Note> {
    let mut note = any_note(number, kind, ["b", "", ""], "seen");
    note.body.place.slot = Label::new(SlotId::new(slot), slot);
    note.body.place.activity = Label::new(ActivityKind::LessonVisits, activity);
    note
}

fn said(rows: &[FromRow]) -> Vec<(Option<usize>, &str, u32)> {
    let said = rows
        .iter()
        .map(|row| (row.day, row.title.as_str(), row.notes.total()));
    said.collect()
}

#[test]
fn rows_come_in_the_order_of_the_plan_and_those_with_visits_stand_there_without_notes() {
    let plan = plan();
    let visits = &plan.days[0].slots[0];
    let rest = &plan.days[0].slots[1];
    assert_eq!(
        said(&by_row(&plan, [])),
        [(Some(0), visits.activity.title.as_str(), 0)]
    );
    let notes = [
        note(1, NoteKind::Strength, rest.id.as_str(), &rest.activity.title),
        note(2, NoteKind::Question, visits.id.as_str(), "as it was called once"),
    ];
    let rows = by_row(&plan, &notes);
    assert_eq!(
        said(&rows),
        [
            (Some(0), visits.activity.title.as_str(), 1),
            (Some(0), rest.activity.title.as_str(), 1)
        ]
    );
    assert_eq!(rows[0].notes.questions, 1);
}

#[test]
fn what_two_groups_do_side_by_side_is_told_apart() {
    let plan = plan();
    let id = "discussion";
    let notes = [
        note(1, NoteKind::Strength, id, "books"),
        note(2, NoteKind::Strength, id, "books"),
        note(3, NoteKind::Development, id, "discussion"),
    ];
    let rows = by_row(&plan, &notes);
    assert_eq!(
        said(&rows)[1..],
        [(Some(0), "discussion", 1), (Some(0), "books", 2)]
    );
}

#[test]
fn no_note_is_left_out_when_its_row_is_gone() {
    let plan = plan();
    let notes = [
        note(1, NoteKind::Evidence, "gone", "Staff voice"),
        note(2, NoteKind::Evidence, "gone too", "Staff voice"),
    ];
    let rows = by_row(&plan, &notes);
    assert_eq!(said(&rows).last(), Some(&(None, "Staff voice", 2)));
}
