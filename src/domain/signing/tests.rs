use super::{
    super::{
        by_when::ByWhen,
        example::plan_on,
        finding::{ActionStep, FindingKind, Stance},
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

fn signed(records: &Records) -> Option<SignedText> {
    signed_text(&plan_on("2026-12-01"), &FindingsBoard::of(records))
}

fn text(records: &Records) -> Option<String> {
    signed(records).map(|text| text.whole)
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
fn action_steps_and_the_schools_own_claims_are_signed_as_well() {
    let before = signed(&records()).expect("something agreed");
    let step = ActionStep {
        id: id(70),
        what: "Agree on checks".into(),
        who: "Leaders of maths".into(),
        by: Some(ByWhen::Words("end of spring term".into())),
    };
    let stepped = signed(&changed(2, |finding| finding.steps.push(step))).expect("a text");
    assert_eq!(stepped.lines_that_differ(&before.lines), 1);
    let mut claimed = records();
    let mut claim = Finding::new(FindingKind::Claim(Some(Stance::InPart)), "Every pupil is heard");
    claim.say(FieldId::new("because"), "not in all rooms");
    claimed.join(Entry::Finding(record(id(8), 1, claim.clone())));
    let with_claim = signed(&claimed).expect("a text");
    assert_ne!(with_claim.whole, before.whole);
    assert_eq!(
        with_claim.lines_that_differ(&before.lines),
        3,
        "the claim, how far it is shared, and why"
    );
    claim.say(FieldId::new("because"), "in most rooms");
    claimed.join(Entry::Finding(record(id(8), 2, claim)));
    let reworded = signed(&claimed).expect("a text");
    assert_eq!(reworded.lines_that_differ(&with_claim.lines), 1);
}

#[test]
fn the_order_alone_changes_no_line() {
    let before = signed(&records()).expect("something agreed");
    let both = changed(2, |finding| {
        finding.kind = FindingKind::Listed(ListId::new("strengths"));
    });
    let moved = signed(&both).expect("a text");
    assert_eq!(
        moved.lines_that_differ(&before.lines),
        1,
        "in another list it says something else"
    );
    let mut turned = before.clone();
    turned.lines.reverse();
    assert_eq!(turned.lines_that_differ(&before.lines), 0);
}

/// A signature of this person under what is agreed in `records`.
fn sign(records: &Records, typed_by: Option<&str>) -> Record<SignOff> {
    let plan = plan_on("2026-12-01");
    let person = PersonId::new("host-head");
    let text = signed(records).expect("something agreed");
    let sign_off = SignOff {
        at: some_time(),
        by: Some(Label::new(person.clone(), "Host head")),
        typed_by: typed_by.map(|name| Label::new(PersonId::new("facilitator"), name)),
        of: text.whole,
        lines: text.lines,
        comment: String::new(),
    };
    let id = match typed_by {
        Some(_) => typed_sign_off_id(plan.session, &person),
        None => sign_off_id(plan.session, &person),
    };
    record(id, 1, sign_off)
}

fn how(records: &Records) -> Vec<(bool, Signed)> {
    let plan = plan_on("2026-12-01");
    let signed = sign_offs(&plan, records, &FindingsBoard::of(records));
    let typed = |record: &Record<SignOff>| record.body.typed_by.is_some();
    signed.iter().map(|(record, how)| (typed(record), *how)).collect()
}

#[test]
fn who_signed_before_a_change_is_told_apart_with_how_much_differs() {
    let mut records = records();
    records.join(Entry::SignOff(sign(&records, None)));
    assert_eq!(how(&records), [(false, Signed::AsItStands)]);
    let mut later = changed(1, |finding| finding.statement = "Large steps".into());
    later.merge(records.clone());
    let changed_line = Signed::BeforeAChange { lines: Some(1) };
    assert_eq!(how(&later), [(false, changed_line)]);
    assert_eq!(changed_line.change(), "a change: 1 line differs");
    let mut older = sign(&records, None);
    (older.rev, older.body.of, older.body.lines) = (2, "9f2c".into(), Vec::new());
    records.join(Entry::SignOff(older));
    assert_eq!(how(&records), [(false, Signed::BeforeAChange { lines: None })]);
    let session = plan_on("2026-12-01").session;
    let id_of = |person| sign_off_id(session, &PersonId::new(person));
    assert_ne!(id_of("host-head"), id_of("governor"));
}

#[test]
fn what_was_typed_for_somebody_gives_way_to_what_they_sign_themselves() {
    let mut both = records();
    both.join(Entry::SignOff(sign(&records(), Some("Facilitator"))));
    assert_eq!(how(&both), [(true, Signed::AsItStands)]);
    let own = sign(&records(), None);
    both.join(Entry::SignOff(own.clone()));
    assert_eq!(how(&both), [(false, Signed::AsItStands)]);
    let gone = Record {
        rev: 2,
        deleted: true,
        ..own
    };
    both.join(Entry::SignOff(gone));
    assert_eq!(how(&both), [(true, Signed::AsItStands)]);
}
