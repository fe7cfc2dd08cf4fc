use proptest::prelude::*;

use super::*;
use crate::domain::{
    conduct::session::{Concern, look_over},
    example,
    finding::Finding,
    finding_deeds::{Desk, FindingDeed, Part as Of, Refused, Target},
    findings_board::{
        FindingsBoard,
        tests::{id, record, some_time},
    },
    ids::ListId,
    record::Record,
};

const STATEMENT: &str = "Mrs Surname waits for answers";

fn room() -> Records {
    let finding = Finding::new(FindingKind::Listed(ListId::new("strengths")), STATEMENT);
    Records {
        findings: [record(id(100), 1, finding)].into_iter().collect(),
        ..Records::default()
    }
}

fn named(records: &Records) -> Option<Concern> {
    let concerns = look_over(&example::plan(), records);
    concerns.into_iter().find(Concern::is_breach)
}

/// Does a deed as this writer.
fn act(records: &mut Records, writer: u128, deed: &FindingDeed) -> Result<(), Refused> {
    let board = FindingsBoard::of(records);
    let plan = example::plan();
    let desk = Desk {
        plan: &plan,
        records,
        board: &board,
        fresh: id(900),
    };
    let writer_id = WriterId(Uuid::from_u128(writer));
    for change in desk.changes(deed)? {
        let known = records
            .findings
            .revise(change.id, writer_id, some_time(), |record| {
                record.deleted = change.after.is_none();
                if let Some(body) = &change.after {
                    record.body = body.clone();
                }
            });
        let new = || change.after.clone().map(|body| record(change.id, writer, body));
        if let Some(edition) = known.or_else(new) {
            records.findings.join(edition);
        }
    }
    Ok(())
}

fn accept(records: &mut Records, writer: u128, because: Option<&str>) -> Result<(), Refused> {
    let matter = named(records).expect("a name").matter;
    let because = because.map(str::to_owned);
    act(
        records,
        writer,
        &FindingDeed::Accept {
            matters: vec![matter],
            because,
        },
    )
}

fn reword(records: &mut Records, text: &str) {
    let deed = FindingDeed::Reword {
        of: Target::Finding(id(100)),
        part: Of::Statement,
        text: text.into(),
    };
    act(records, 1, &deed).expect("other words");
}

fn because(records: &Records) -> Option<String> {
    Some(named(records)?.accepted?.because)
}

#[test]
fn what_is_accepted_holds_until_the_text_is_another_one_or_it_is_taken_back() {
    let mut records = room();
    accept(&mut records, 1, Some(" they agreed to\nbe named ")).expect("accepted");
    assert_eq!(because(&records).as_deref(), Some("they agreed to be named"));

    reword(&mut records, "Mrs Surname never waits for answers");
    assert_eq!(
        because(&records),
        None,
        "the same name, and something else is said of her"
    );
    reword(&mut records, STATEMENT);
    assert_eq!(because(&records).as_deref(), Some("they agreed to be named"));

    accept(&mut records, 1, None).expect("taken back");
    assert_eq!(because(&records), None);
    assert_eq!(accept(&mut records, 1, Some("  ")), Err(Refused::NoWords));
    accept(&mut records, 1, Some("again")).expect("accepted");
    assert_eq!(because(&records).as_deref(), Some("again"));
}

#[test]
fn a_matter_is_one_of_its_finding_place_reason_and_words() {
    let breach = |reason, words: &str| super::super::Breach {
        span: 0..words.len(),
        reason,
        words: words.into(),
        suggestion: String::new(),
    };
    let of = |nth: u128, part, reason, words, text| {
        matter_id(
            Uuid::from_u128(nth),
            &ConcernKind::Breach(part, breach(reason, words)),
            text,
        )
    };
    let field = |name: &str| Part::Field(crate::domain::ids::FieldId::new(name), String::new());
    let ids = [
        of(1, Part::Statement, Reason::Name, "Miss A", "Miss A."),
        of(2, Part::Statement, Reason::Name, "Miss A", "Miss A."),
        of(1, field("fix"), Reason::Name, "Miss A", "Miss A."),
        of(1, field("impact"), Reason::Name, "Miss A", "Miss A."),
        of(1, Part::StepWhat(1, id(7)), Reason::Name, "Miss A", "Miss A."),
        of(1, Part::StepWho(1, id(7)), Reason::Name, "Miss A", "Miss A."),
        of(1, Part::StepWho(1, id(8)), Reason::Name, "Miss A", "Miss A."),
        of(1, Part::Statement, Reason::Pupil, "Miss A", "Miss A."),
        of(1, Part::Statement, Reason::Name, "Miss B", "Miss A."),
        of(1, Part::Statement, Reason::Name, "Miss A", "Miss A!"),
    ];
    let different: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(different.len(), ids.len());
    // The title of a field and the number of a step are only for people to read.
    let titled = Part::Field(crate::domain::ids::FieldId::new("fix"), "Next step".into());
    assert_eq!(of(1, titled, Reason::Name, "Miss A", "Miss A."), ids[2]);
    assert_eq!(
        of(1, Part::StepWho(4, id(7)), Reason::Name, "Miss A", "Miss A."),
        ids[5]
    );
}

#[test]
fn a_gap_is_accepted_for_these_loose_notes_and_for_this_witness() {
    let gap = |reason, notes: &[u128]| {
        let notes = notes.iter().copied().map(id).collect();
        let gap = Gap {
            finding: None,
            reason,
            notes,
        };
        matter_id(Uuid::from_u128(1), &ConcernKind::Gap(gap), "")
    };
    assert_eq!(
        gap(GapReason::LooseNotes, &[1, 2]),
        gap(GapReason::LooseNotes, &[2, 1])
    );
    assert_ne!(
        gap(GapReason::LooseNotes, &[1, 2]),
        gap(GapReason::LooseNotes, &[1, 3])
    );
    let witness = |who: &str, notes| gap(GapReason::OneWitness(who.into()), notes);
    assert_eq!(
        witness("Head of School B", &[1]),
        witness("Head of School B", &[1, 2])
    );
    assert_ne!(
        witness("Head of School B", &[1]),
        witness("Head of School C", &[1])
    );
}

/// What one of two does, apart from the other: accepts for a reason, or takes back.
fn deeds() -> impl Strategy<Value = Vec<Option<&'static str>>> {
    let deed = prop_oneof![Just(Some("plain English")), Just(Some("they agreed")), Just(None)];
    proptest::collection::vec(deed, 0..4)
}

proptest! {
    #[test]
    fn two_who_accept_apart_make_one_record_in_whatever_order_it_becomes_known(
        mine in deeds(),
        theirs in deeds(),
    ) {
        let (mut one, mut other) = (room(), room());
        for deed in &mine {
            // Taking back what was never accepted, or accepting it twice for one reason, changes nothing.
            let _ = accept(&mut one, 1, *deed);
        }
        for deed in &theirs {
            let _ = accept(&mut other, 2, *deed);
        }
        let (mut this_way, mut that_way) = (one.clone(), other.clone());
        this_way.merge(other.clone());
        this_way.merge(other.clone());
        that_way.merge(one.clone());
        let concern = named(&this_way);
        prop_assert_eq!(&concern, &named(&that_way));
        let accepted: Vec<&Record<Finding>> =
            this_way.findings.live().filter(|record| record.id != id(100)).collect();
        prop_assert!(accepted.len() <= 1);
        prop_assert_eq!(FindingsBoard::of(&this_way).worded_apart().count(), 0);
        // What anybody still accepts, apart from somebody who took it back, is accepted.
        let any = because(&one).is_some() || because(&other).is_some();
        prop_assert_eq!(concern.is_some_and(|concern| concern.accepted.is_some()), any);
        // Whoever has seen both can take it back for both.
        if any {
            accept(&mut this_way, 2, None).expect("taken back");
            that_way.merge(this_way.clone());
            prop_assert_eq!(because(&this_way), None);
            prop_assert_eq!(because(&that_way), None);
        }
    }
}
