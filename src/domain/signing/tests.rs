use super::{
    super::{
        example::plan_on,
        finding::FindingKind,
        findings_board::tests::{id, record, some_time},
        ids::{FieldId, ListId},
        note::Label,
        records::Entry,
    },
    *,
};

fn agreed(list: &str, statement: &str) -> Finding {
    Finding {
        agreed: true,
        ..Finding::new(FindingKind::Listed(ListId::new(list)), statement)
    }
}

/// Two agreed findings, and one that is not.
fn records() -> Records {
    let mut records = Records::default();
    let draft = Finding {
        agreed: false,
        ..agreed("areas", "Draft")
    };
    let findings = [
        agreed("strengths", "Small steps"),
        agreed("areas", "Checks"),
        draft,
    ];
    for (nth, finding) in (1..).zip(findings) {
        records.join(Entry::Finding(record(id(nth), 1, finding)));
    }
    records
}

fn text(records: &Records) -> Option<String> {
    signed_text(&plan_on("2026-12-01"), &FindingsBoard::of(records))
}

/// The same records, with one of the findings changed.
fn changed(nth: u128, change: impl FnOnce(&mut Finding)) -> Records {
    let mut records = records();
    let edition = records.findings.get(id(nth)).expect("a finding");
    let mut edition = edition.clone();
    edition.rev += 1;
    change(&mut edition.body);
    records.join(Entry::Finding(edition));
    records
}

#[test]
fn what_is_signed_is_what_is_agreed_and_nothing_else() {
    let signed = text(&records());
    assert!(signed.is_some());
    assert_eq!(
        text(&changed(3, |draft| draft.statement = "Other words".into())),
        signed
    );
    assert_eq!(text(&changed(1, |finding| finding.evidence.push(id(9)))), signed);
    let worded = text(&changed(1, |finding| finding.statement = "Large steps".into()));
    let fixed = text(&changed(2, |finding| {
        finding.fields.insert(FieldId::new("fix"), "Go back".into());
    }));
    let disagreed = text(&changed(2, |finding| finding.agreed = false));
    let more = text(&changed(3, |finding| finding.agreed = true));
    for other in [&worded, &fixed, &disagreed, &more] {
        assert!(other.is_some() && *other != signed);
    }
    assert_eq!(text(&Records::default()), None);
}

#[test]
fn who_signed_before_a_change_is_told_apart() {
    let plan = plan_on("2026-12-01");
    let person = PersonId::new("host-head");
    let mut records = records();
    let sign_off = SignOff {
        at: some_time(),
        by: Some(Label::new(person.clone(), "Host head")),
        of: text(&records).expect("something agreed"),
        comment: String::new(),
    };
    let signature = sign_off_id(plan.session, &person);
    records.join(Entry::SignOff(record(signature, 1, sign_off)));
    let how = |records: &Records| {
        let signed = sign_offs(&plan, records, &FindingsBoard::of(records));
        signed.iter().map(|(_, how)| *how).collect::<Vec<_>>()
    };
    assert_eq!(how(&records), [Signed::AsItStands]);
    let mut later = changed(1, |finding| finding.statement = "Large steps".into());
    later.merge(records.clone());
    assert_eq!(how(&later), [Signed::BeforeAChange]);
    assert_ne!(signature, sign_off_id(plan.session, &PersonId::new("governor")));
}
