use proptest::prelude::*;
use uuid::Uuid;

use super::{
    super::{
        example::plan,
        finding::{ActionStep, Stance},
        findings_board::{
            Use,
            tests::{id, note, record, some_time},
        },
        note::NoteKind,
        record::Record,
    },
    *,
};

mod laws;

/// The changes as editions by a writer, on top of what is known.
pub(super) fn apply(records: &mut Records, writer: u128, changes: &[FindingChange], forward: bool) {
    let writer = WriterId(Uuid::from_u128(writer));
    for change in changes {
        let wanted = if forward { &change.after } else { &change.before };
        let edition = records.findings.revise(change.id, writer, some_time(), |record| {
            record.deleted = wanted.is_none();
            if let Some(body) = wanted {
                record.body = body.clone();
            }
        });
        let new = || {
            wanted.clone().map(|body| Record {
                writer,
                ..record(change.id, 1, body)
            })
        };
        if let Some(edition) = edition.or_else(new) {
            records.findings.join(edition);
        }
    }
}

/// A team's records and what they do with them.
struct Room {
    plan: Plan,
    records: Records,
    done: u128,
}

impl Room {
    fn new() -> Self {
        let notes = [
            note(
                1,
                NoteKind::Strength,
                ["b", "Year 5", "Small steps"],
                "steps are small and ticked off",
            ),
            note(
                2,
                NoteKind::Strength,
                ["c", "Year 6", "Small steps"],
                "four small steps, ticked off",
            ),
            note(
                3,
                NoteKind::Strength,
                ["b", "Year 6", "Talk"],
                "partners talk first",
            ),
            note(
                4,
                NoteKind::Development,
                ["c", "Year 4", "Move on"],
                "a third unsure,\nstraight on anyway",
            ),
            note(5, NoteKind::Evidence, ["b", "", ""], "9 of 27 use cubes"),
        ];
        Self {
            plan: plan(),
            records: Records {
                notes: notes.into_iter().collect(),
                ..Records::default()
            },
            done: 1000,
        }
    }

    fn board(&self) -> FindingsBoard {
        FindingsBoard::of(&self.records)
    }

    fn try_to(&mut self, deed: &FindingDeed) -> Result<Vec<FindingChange>, Refused> {
        self.done += 1;
        let board = self.board();
        let desk = Desk {
            plan: &self.plan,
            records: &self.records,
            board: &board,
            fresh: id(self.done),
        };
        let changes = desk.changes(deed)?;
        apply(&mut self.records, 1, &changes, true);
        Ok(changes)
    }

    fn does(&mut self, deed: &FindingDeed) -> RecordId {
        self.try_to(deed).expect("a deed that can be done")[0].id
    }

    fn new_finding(&mut self, notes: &[u128], list: &str) -> RecordId {
        let notes: Vec<_> = notes.iter().copied().map(id).collect();
        let changes = self
            .try_to(&FindingDeed::File {
                notes,
                into: Target::New(ListId::new(list)),
                against: false,
            })
            .expect("a new finding");
        let new = changes.iter().find(|change| change.before.is_none());
        new.expect("a new finding").id
    }

    fn get(&self, id: RecordId) -> Finding {
        self.board().get(id).expect("a finding").finding.clone()
    }
}

fn file(notes: &[u128], into: RecordId, against: bool) -> FindingDeed {
    FindingDeed::File {
        notes: notes.iter().copied().map(id).collect(),
        into: Target::Finding(into),
        against,
    }
}

fn reword(of: RecordId, part: Part, text: &str) -> FindingDeed {
    FindingDeed::Reword {
        of: Target::Finding(of),
        part,
        text: text.into(),
    }
}

#[test]
fn a_new_finding_has_the_words_of_the_note_that_shares_most() {
    let mut room = Room::new();
    let finding = room.new_finding(&[3, 2, 1], "strengths");
    let found = room.get(finding);
    assert_eq!(found.statement, "four small steps, ticked off");
    assert_eq!(found.evidence, [id(3), id(2), id(1)]);
    let on_one_line = room.new_finding(&[4], "areas");
    assert_eq!(
        room.get(on_one_line).statement,
        "a third unsure, straight on anyway"
    );
}

#[test]
fn a_finding_goes_to_another_list_behind_what_is_there_and_keeps_all_it_has() {
    let mut room = Room::new();
    let there = room.new_finding(&[1], "strengths");
    let finding = room.new_finding(&[4], "areas");
    room.does(&reword(
        finding,
        Part::Field(FieldId::new("impact")),
        "time is lost",
    ));
    room.does(&FindingDeed::Agree {
        finding,
        agreed: true,
    });
    let before = room.get(finding);
    let relist = |list: &str| FindingDeed::Relist {
        finding,
        list: ListId::new(list),
    };
    room.does(&relist("strengths"));
    let after = room.get(finding);
    assert!(!after.agreed && after.order > room.get(there).order);
    let as_before = Finding {
        kind: before.kind.clone(),
        order: before.order,
        agreed: true,
        ..after
    };
    assert_eq!(as_before, before);
    assert_eq!(room.try_to(&relist("strengths")), Err(Refused::Nothing));
    assert_eq!(room.try_to(&relist("answers")), Err(Refused::NoFurther));
}

#[test]
fn a_note_filed_again_changes_sides_and_one_that_was_set_aside_comes_back() {
    let mut room = Room::new();
    let finding = room.new_finding(&[1, 2], "strengths");
    room.does(&file(&[2], finding, true));
    assert_eq!(
        (room.get(finding).evidence, room.get(finding).against),
        (vec![id(1)], vec![id(2)])
    );
    room.does(&FindingDeed::SetAside {
        notes: vec![id(1), id(5)],
        because: " off the line ".into(),
    });
    assert_eq!(
        room.board().use_of(id(1)),
        Some(&Use::Aside("off the line".into()))
    );
    assert_eq!(room.get(finding).evidence, []);
    room.does(&file(&[5], finding, false));
    assert_eq!(room.board().use_of(id(5)), Some(&Use::Used(vec![finding])));
    let nothing = room.try_to(&file(&[5], finding, false));
    assert_eq!(nothing, Err(Refused::Nothing));
    assert_eq!(room.try_to(&file(&[77], finding, false)), Err(Refused::NoNotes));
    let blank = FindingDeed::SetAside {
        notes: vec![id(3)],
        because: "  ".into(),
    };
    assert_eq!(room.try_to(&blank), Err(Refused::NoWords));
}

#[test]
fn agreement_falls_with_any_change_of_wording_and_of_what_it_rests_on() {
    let mut room = Room::new();
    let finding = room.new_finding(&[4], "areas");
    let agree = |agreed| FindingDeed::Agree { finding, agreed };
    let step = ActionStep {
        id: id(500),
        what: "Agree what follows a check".into(),
        who: "Maths lead".into(),
        by: None,
    };
    let rewordings = [
        reword(finding, Part::Statement, "Not all act on the check"),
        reword(finding, Part::Field(FieldId::new("fix")), "Go back at once"),
        FindingDeed::Step { finding, step },
        FindingDeed::DropStep {
            finding,
            step: id(500),
        },
    ];
    for rewording in &rewordings {
        room.does(&agree(true));
        room.does(rewording);
        assert!(!room.get(finding).agreed, "{rewording:?}");
    }
    let loosen = FindingDeed::Loosen {
        notes: vec![id(5)],
        from: Some(finding),
    };
    for other_notes in [file(&[5], finding, false), file(&[5], finding, true), loosen] {
        room.does(&agree(true));
        room.does(&other_notes);
        assert!(!room.get(finding).agreed, "{other_notes:?}");
    }
    let before = room.new_finding(&[1], "areas");
    room.does(&agree(true));
    room.does(&FindingDeed::Move {
        finding: before,
        earlier: true,
    });
    assert!(
        room.get(finding).agreed,
        "another place in the list says nothing else"
    );
}

#[test]
fn findings_are_split_merged_and_moved() {
    let mut room = Room::new();
    let one = room.new_finding(&[1, 2], "strengths");
    let other = room.new_finding(&[3], "strengths");
    room.does(&reword(other, Part::Field(FieldId::new("note")), "seen twice"));
    room.does(&FindingDeed::Merge {
        others: vec![other],
        into: one,
    });
    let merged = room.get(one);
    assert_eq!(
        merged.statement,
        "steps are small and ticked off; partners talk first"
    );
    assert_eq!(merged.evidence, [id(1), id(2), id(3)]);
    assert_eq!(merged.field(&FieldId::new("note")), "seen twice");
    assert_eq!(room.board().get(other), None);
    room.does(&FindingDeed::Split {
        notes: vec![id(3), id(5)],
        from: one,
    });
    let lists = room.board();
    let split: Vec<_> = lists.findings().collect();
    assert_eq!(split[1].finding.evidence, [id(3)]);
    assert_eq!(split[1].finding.statement, "partners talk first");
    let split = split[1].id;
    room.does(&FindingDeed::Move {
        finding: split,
        earlier: true,
    });
    let order: Vec<_> = room
        .board()
        .listed(&ListId::new("strengths"))
        .map(|found| found.id)
        .collect();
    assert_eq!(order, [split, one]);
    let first = FindingDeed::Move {
        finding: split,
        earlier: true,
    };
    assert_eq!(room.try_to(&first), Err(Refused::Nothing));
}

#[test]
fn the_answer_to_a_question_is_one_record_whoever_begins_it() {
    let mut room = Room::new();
    let about = Target::About(ListId::new("answers"), "maths-1".into());
    let deed = FindingDeed::Reword {
        of: about.clone(),
        part: Part::Statement,
        text: "Mostly".into(),
    };
    let answer = room.does(&deed);
    assert_eq!(
        answer,
        about_id(room.plan.session, &ListId::new("answers"), "maths-1")
    );
    room.does(&FindingDeed::File {
        notes: vec![id(5)],
        into: about,
        against: false,
    });
    assert_eq!(
        (room.get(answer).statement, room.get(answer).evidence),
        ("Mostly".into(), vec![id(5)])
    );
    let new = FindingDeed::File {
        notes: vec![id(1)],
        into: Target::New(ListId::new("answers")),
        against: false,
    };
    assert_eq!(room.try_to(&new), Err(Refused::NoFurther));
}

#[test]
fn claims_come_line_by_line_once_and_are_judged() {
    let mut room = Room::new();
    let lines: Vec<String> = ["Every pupil takes part", "", "Books show  progress"]
        .map(String::from)
        .into();
    let changes = room
        .try_to(&FindingDeed::Claims(lines.clone()))
        .expect("two claims");
    assert_eq!(changes.len(), 2);
    assert_eq!(room.try_to(&FindingDeed::Claims(lines)), Err(Refused::Nothing));
    let claim = changes[1].id;
    room.does(&FindingDeed::Judge {
        claim,
        stance: Stance::InPart,
        because: "not in Year 4".into(),
    });
    let said: Vec<_> = room
        .board()
        .claims()
        .map(|claim| claim.finding.statement.clone())
        .collect();
    assert_eq!(said, ["Every pupil takes part", "Books show progress"]);
    assert_eq!(room.get(claim).kind, FindingKind::Claim(Some(Stance::InPart)));
}

#[test]
fn a_draft_takes_what_most_people_saw_first_and_leaves_the_rest_loose() {
    let mut room = Room::new();
    room.does(&FindingDeed::Draft);
    let board = room.board();
    let words = |list: &str| -> Vec<String> {
        let list = ListId::new(list);
        board
            .listed(&list)
            .map(|found| found.finding.statement.clone())
            .collect()
    };
    assert_eq!(
        words("strengths"),
        ["steps are small and ticked off", "partners talk first"]
    );
    assert_eq!(words("areas"), ["a third unsure, straight on anyway"]);
    assert_eq!(board.use_of(id(5)), Some(&Use::Loose));
    assert_eq!(room.try_to(&FindingDeed::Draft), Err(Refused::NothingToDraft));
}

#[test]
fn nothing_is_done_to_two_wordings_but_choosing_one() {
    let mut room = Room::new();
    let finding = room.new_finding(&[1], "strengths");
    let mut theirs = room.records.findings.get(finding).expect("a finding").clone();
    theirs.writer = WriterId(Uuid::from_u128(2));
    theirs.body.statement = "in their words".into();
    theirs.body.evidence = vec![id(2)];
    room.records.findings.join(theirs);
    assert_eq!(
        room.try_to(&file(&[3], finding, false)),
        Err(Refused::WordedApart)
    );
    let wording = WriterId(Uuid::from_u128(1));
    room.does(&FindingDeed::Choose { finding, wording });
    let board = room.board();
    let chosen = board.get(finding).expect("a finding");
    assert!(!chosen.worded_apart);
    assert_eq!(chosen.finding.statement, "steps are small and ticked off");
    assert_eq!(chosen.finding.evidence, [id(2), id(1)]);
}
