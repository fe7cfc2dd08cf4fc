use uuid::Uuid;

use super::{
    super::{
        finding::aside_id,
        ids::{GroupId, SlotId, VisitId, WriterId},
        note::{Label, NotePlace},
        stamp::Stamp,
    },
    *,
};

pub(in crate::domain) fn some_time() -> Stamp {
    "2026-12-01T11:16:00+00:00".parse().expect("a time")
}

pub(in crate::domain) fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

pub(in crate::domain) fn record<T>(id: RecordId, writer: u128, body: T) -> Record<T> {
    Record {
        id,
        writer: WriterId(Uuid::from_u128(writer)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: some_time(),
        came_from: Vec::new(),
        body,
    }
}

/// A note of a kind by somebody, in a class, on a question; "" is none.
pub(in crate::domain) fn note(
    number: u128,
    kind: NoteKind,
    [by, class, prompt]: [&str; 3],
    text: &str,
) -> Record<Note> {
    let some = |words: &str| (!words.is_empty()).then(|| words.to_string());
    let by = Label::new(PersonId::new(by), by);
    let body = Note {
        when: some_time().plus(chrono::TimeDelta::seconds(i64::try_from(number).unwrap_or(0))),
        typed_by: by.clone(),
        by,
        place: NotePlace {
            track: Some(Label::new(GroupId::new("group-1"), "Group 1")),
            slot: Label::new(SlotId::new("lessons"), "Lesson visits"),
            activity: Label::new(ActivityKind::LessonVisits, "Lesson visits"),
            visit: some(class).map(|words| Label::new(VisitId::new(format!("{words}-{number}")), words)),
            prompt: some(prompt).map(|words| Label::new(PromptId::new(&words), words)),
        },
        kind,
        important: false,
        tags: Vec::new(),
        text: text.into(),
    };
    record(id(number), 1, body)
}

fn strength(statement: &str, evidence: &[u128]) -> Finding {
    let mut finding = Finding::new(FindingKind::Listed(ListId::new("strengths")), statement);
    finding.evidence = evidence.iter().copied().map(id).collect();
    finding
}

fn records(notes: Vec<Record<Note>>, findings: Vec<Record<Finding>>) -> Records {
    Records {
        notes: notes.into_iter().collect(),
        findings: findings.into_iter().collect(),
        ..Records::default()
    }
}

fn three_notes() -> Vec<Record<Note>> {
    vec![
        note(
            1,
            NoteKind::Strength,
            ["b", "Year 5", "Small steps"],
            "steps are small",
        ),
        note(
            2,
            NoteKind::Development,
            ["c", "Year 5", "Small steps"],
            "steps too big",
        ),
        note(3, NoteKind::Evidence, ["b", "", ""], "9 of 27"),
    ]
}

#[test]
fn a_note_is_loose_used_or_set_aside_and_used_counts_before_aside() {
    let mut aside = Finding::new(FindingKind::SetAside, "off the line");
    aside.evidence = vec![id(2)];
    let mut aside_of_used = aside.clone();
    aside_of_used.evidence = vec![id(1)];
    let findings = vec![
        record(id(11), 1, strength("Small steps", &[1])),
        record(id(12), 1, strength("Again", &[1])),
        record(aside_id(id(2)), 1, aside),
        record(aside_id(id(1)), 2, aside_of_used),
    ];
    let board = FindingsBoard::of(&records(three_notes(), findings));
    assert_eq!(board.use_of(id(1)), Some(&Use::Used(vec![id(11), id(12)])));
    assert_eq!(board.use_of(id(2)), Some(&Use::Aside("off the line".into())));
    assert_eq!(board.use_of(id(3)), Some(&Use::Loose));
    assert_eq!((board.loose(), board.notes()), (1, 3));
}

#[test]
fn what_a_finding_rests_on_is_counted() {
    let mut notes = three_notes();
    notes[0].body.place.activity.id = ActivityKind::WorkScrutiny;
    notes[0].body.tags = vec!["SEND".into()];
    let findings = vec![
        record(id(11), 1, strength("One", &[1])),
        record(id(12), 1, strength("Two", &[1, 2])),
    ];
    let board = FindingsBoard::of(&records(notes, findings));
    let one = &board.get(id(11)).expect("a finding").rests_on;
    assert!(one.books_only() && one.one_pair_of_eyes());
    assert!(one.tags.contains("SEND"));
    let two = &board.get(id(12)).expect("a finding").rests_on;
    assert!(!two.books_only() && !two.one_pair_of_eyes());
    assert_eq!(
        (two.kinds.len(), two.witnesses.len(), two.classes.len()),
        (2, 2, 1)
    );
}

#[test]
fn people_differ_on_one_question_in_one_class_and_where_notes_speak_against() {
    let mut finding = strength("Small steps", &[1]);
    finding.against = vec![id(3)];
    let records_of = |notes| records(notes, vec![record(id(11), 1, finding.clone())]);
    let against = Difference::Against {
        finding: id(11),
        notes: vec![id(3)],
    };
    let differ = Difference::OnPrompt {
        prompt: "Small steps".into(),
        place: "Year 5".into(),
        notes: vec![id(1), id(2)],
    };
    let board = FindingsBoard::of(&records_of(three_notes()));
    assert_eq!(board.differences(), [differ, against.clone()]);
    let mut elsewhere = three_notes();
    elsewhere[1] = note(
        2,
        NoteKind::Development,
        ["c", "Year 4", "Small steps"],
        "steps too big",
    );
    assert_eq!(
        FindingsBoard::of(&records_of(elsewhere)).differences(),
        std::slice::from_ref(&against)
    );
    let mut of_one_person = three_notes();
    of_one_person[1] = note(
        2,
        NoteKind::Development,
        ["b", "Year 5", "Small steps"],
        "steps too big",
    );
    assert_eq!(
        FindingsBoard::of(&records_of(of_one_person)).differences(),
        [against]
    );
}

#[test]
fn wordings_made_apart_keep_all_notes_and_ask_for_a_choice() {
    let apart = vec![
        record(id(11), 1, strength("Small steps", &[1])),
        record(id(11), 2, strength("Small steps everywhere", &[3])),
    ];
    let board = FindingsBoard::of(&records(three_notes(), apart));
    let finding = board.get(id(11)).expect("a finding");
    assert!(finding.worded_apart);
    assert_eq!(finding.finding.statement, "Small steps everywhere");
    assert_eq!(finding.finding.evidence, [id(3), id(1)]);
    assert_eq!(board.loose(), 1);
    let of_notes_alone = vec![
        record(id(11), 1, strength("Small steps", &[1])),
        record(id(11), 2, strength("Small steps", &[3])),
    ];
    let board = FindingsBoard::of(&records(three_notes(), of_notes_alone));
    assert!(!board.get(id(11)).expect("a finding").worded_apart);
}

#[test]
fn what_one_took_out_while_another_worded_it_stays_until_somebody_chooses() {
    let mut gone = record(id(11), 2, strength("Small steps", &[1]));
    gone.deleted = true;
    let living = record(id(11), 1, strength("Small steps everywhere", &[1]));
    let board = FindingsBoard::of(&records(three_notes(), vec![gone.clone(), living]));
    let finding = board.get(id(11)).expect("a finding");
    assert!(finding.worded_apart);
    assert_eq!(finding.finding.statement, "Small steps everywhere");
    assert_eq!(
        FindingsBoard::of(&records(three_notes(), vec![gone])).get(id(11)),
        None
    );
}
