use super::{
    super::super::{
        by_when::ByWhen,
        example,
        finding::{ActionStep, Finding, FindingKind, Stance},
        finding_lists::FindingLists,
        findings_board::tests::{id, note, record},
        ids::EnquiryId,
        ids::ListId,
        model::Scale,
        note::{Note, NoteKind},
        plan::{LineOfEnquiry, SubQuestion},
        record::Record,
    },
    *,
};

fn finding(list: &str, evidence: &[u128]) -> Finding {
    let mut finding = Finding::new(FindingKind::Listed(ListId::new(list)), "Pupils wait for help");
    finding.evidence = evidence.iter().copied().map(id).collect();
    finding
}

/// A note by somebody in lessons, or in books.
fn seen(number: u128, by: &str, kind: ActivityKind) -> Record<Note> {
    let mut note = note(number, NoteKind::Development, [by, "Year 4", ""], "waits");
    note.body.place.activity.id = kind;
    note
}

/// What is missing, apart from answers that nobody has given.
fn found(notes: Vec<Record<Note>>, findings: Vec<Finding>) -> Vec<Gap> {
    let mut gaps = all_found(notes, findings);
    gaps.retain(|gap| !matches!(gap.reason, GapReason::NothingOn { .. }));
    gaps
}

fn all_found(notes: Vec<Record<Note>>, findings: Vec<Finding>) -> Vec<Gap> {
    let findings = findings.into_iter().zip(100..);
    let records = Records {
        notes: notes.into_iter().collect(),
        findings: findings
            .map(|(finding, number)| record(id(number), 1, finding))
            .collect(),
        ..Records::default()
    };
    gaps(&example::plan(), &records)
}

fn words(gaps: &[Gap]) -> Vec<&'static str> {
    gaps.iter().map(|gap| gap.reason.word()).collect()
}

fn two_kinds() -> Vec<Record<Note>> {
    vec![
        seen(1, "Head of School B", ActivityKind::LessonVisits),
        seen(2, "Head of School C", ActivityKind::WorkScrutiny),
    ]
}

#[test]
fn a_finding_with_all_it_needs_has_no_gap() {
    assert_eq!(found(two_kinds(), vec![finding("strengths", &[1, 2])]), []);
}

#[test]
fn an_action_step_due_soon_is_told_with_what_was_said() {
    let mut strength = finding("strengths", &[1, 2]);
    for (number, by) in (200..).zip(["by Easter", "asap", "", "in 6 weeks"]) {
        strength.steps.push(ActionStep {
            id: id(number),
            what: "Agree one routine".into(),
            who: "Subject leads".into(),
            by: Some(ByWhen::Words(by.into())).filter(|_| !by.is_empty()),
        });
    }
    let gaps = found(two_kinds(), vec![strength]);
    let (step, number, said) = (id(201), 2, "asap".into());
    let reasons: Vec<_> = gaps.into_iter().map(|gap| gap.reason).collect();
    assert_eq!(reasons, [GapReason::NoTime { step, number, said }]);
}

#[test]
fn an_area_without_impact_or_fix_says_which() {
    let mut area = finding("areas", &[1, 2]);
    area.fields.insert(FieldId::new("issue"), "no checks".into());
    area.fields.insert(FieldId::new("impact"), "  ".into());

    let gaps = found(two_kinds(), vec![area]);

    let missing: Vec<&str> = gaps
        .iter()
        .filter_map(|gap| match &gap.reason {
            GapReason::Missing { field, .. } => Some(field.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!((missing, gaps.len()), (vec!["impact", "fix"], 2));
    assert_eq!(gaps[0].finding, Some(id(100)));
}

#[test]
fn one_pair_of_eyes_and_one_kind_of_evidence_are_told_apart() {
    let lessons = ActivityKind::LessonVisits;
    let by_one = vec![seen(1, "B", lessons), seen(2, "B", ActivityKind::PupilVoice)];
    assert_eq!(
        words(&found(by_one, vec![finding("strengths", &[1, 2])])),
        ["one-witness"]
    );

    // What was said in the break adds a voice and no kind of evidence.
    let of_one_kind = vec![seen(1, "B", lessons), seen(2, "C", ActivityKind::Break)];
    let gaps = found(of_one_kind, vec![finding("strengths", &[1, 2])]);
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].reason, GapReason::OneKind(Some(lessons)));
}

#[test]
fn without_notes_it_lacks_evidence_and_nothing_else_is_said_of_that() {
    assert_eq!(
        words(&found(Vec::new(), vec![finding("strengths", &[])])),
        ["no-evidence"]
    );
    // Nor does a note count that was struck out.
    let mut gone = seen(1, "B", ActivityKind::LessonVisits);
    gone.deleted = true;
    assert_eq!(
        words(&found(vec![gone], vec![finding("strengths", &[1])])),
        ["no-evidence"]
    );
}

#[test]
fn what_speaks_against_it_and_blank_statements_are_told() {
    let mut disputed = finding("strengths", &[1, 2]);
    disputed.statement = " ".into();
    disputed.against = vec![id(3)];
    let mut notes = two_kinds();
    notes.push(seen(3, "B", ActivityKind::LessonVisits));

    let gaps = found(notes, vec![disputed]);

    assert_eq!(words(&gaps), ["no-statement", "spoken-against"]);
    assert_eq!(gaps[1].notes, [id(3)]);
}

#[test]
fn loose_notes_come_last_in_order_of_time_and_notes_set_aside_are_not_loose() {
    let mut notes = two_kinds();
    notes.extend([9, 7, 8].map(|number| seen(number, "B", ActivityKind::LessonVisits)));
    let mut aside = Finding::new(FindingKind::SetAside, "not on the line of enquiry");
    aside.evidence = vec![id(8)];

    let gaps = found(notes, vec![finding("strengths", &[1, 2]), aside]);

    assert_eq!(words(&gaps), ["loose-notes"]);
    assert_eq!((gaps[0].finding, &gaps[0].notes), (None, &vec![id(7), id(9)]));
}

#[test]
fn a_claim_is_judged_or_asked_for() {
    let claim = |stance| Finding::new(FindingKind::Claim(stance), "Pupils talk about maths");
    assert_eq!(words(&found(Vec::new(), vec![claim(None)])), ["not-judged"]);
    let judged = claim(Some(Stance::InPart));
    assert_eq!(found(Vec::new(), vec![judged]), []);
}

#[test]
fn a_finding_on_a_scale_without_its_level_says_which_scale() {
    let mut plan = example::plan();
    let mut lists: Vec<_> = plan.rules.findings.iter().cloned().collect();
    let scale = String::from("Extent evident");
    plan.rules.scales.push(Scale {
        name: scale.clone(),
        steps: vec!["fully evident".into(), "not yet evident".into()],
    });
    lists[0].scale = Some(scale.clone());
    plan.rules.findings = FindingLists::new(lists);
    let gaps_with = |level: &str| {
        let mut finding = finding("strengths", &[1, 2]);
        finding.level = level.into();
        let records = Records {
            notes: two_kinds().into_iter().collect(),
            findings: [record(id(100), 1, finding)].into_iter().collect(),
            ..Records::default()
        };
        gaps(&plan, &records)
    };
    let lacking: Vec<GapReason> = gaps_with("  ").into_iter().map(|gap| gap.reason).collect();
    assert_eq!(lacking, [GapReason::NoLevel(scale)]);
    assert_eq!(gaps_with("fully evident"), []);
}

#[test]
fn what_has_no_finding_of_its_own_is_told_once_there_are_findings() {
    let mut plan = example::plan();
    let mut lists: Vec<_> = plan.rules.findings.iter().cloned().collect();
    lists[2].one_for = super::super::super::finding_lists::OneFor::Review;
    let list = lists[2].id.clone();
    plan.rules.findings = FindingLists::new(lists);
    let open = |findings: Vec<Record<Finding>>| {
        let records = Records {
            findings: findings.into_iter().collect(),
            ..Records::default()
        };
        let gaps = gaps(&plan, &records).into_iter();
        gaps.filter(|gap| matches!(gap.reason, GapReason::NothingOn { .. }))
            .count()
    };
    let strength = || record(id(100), 1, finding("strengths", &[]));
    let about = about_id(plan.session, &list, "review");
    let answer = Finding::new(FindingKind::About(list.clone(), "review".into()), "In part");
    assert_eq!(open(Vec::new()), 0);
    assert_eq!(open(vec![strength()]), 1);
    assert_eq!(open(vec![strength(), record(about, 1, answer)]), 0);
}

#[test]
fn a_step_without_a_person_or_a_time_is_told_where_steps_are_asked_for() {
    let step = |number, who: &str, by: &str| ActionStep {
        id: id(number),
        what: "Agree one routine".into(),
        who: who.into(),
        by: Some(ByWhen::Words(by.into())).filter(|_| !by.is_empty()),
    };
    let of_steps = |list: &str| {
        let mut found_there = finding(list, &[1, 2]);
        found_there.steps = vec![step(200, "Subject leads", "by Easter"), step(201, " ", "")];
        let mut reasons = words(&found(two_kinds(), vec![found_there]));
        reasons.retain(|reason| *reason != "missing");
        reasons
    };
    assert_eq!(of_steps("areas"), ["nobody-does", "no-time"]);
    assert_eq!(of_steps("strengths"), [""; 0]);
}

#[test]
fn what_came_from_another_list_and_no_report_tells_is_told() {
    let mut strength = finding("strengths", &[1, 2]);
    let (impact, fix) = (FieldId::new("impact"), FieldId::new("fix"));
    strength.fields.insert(impact.clone(), "Gaps stay open".into());
    strength.fields.insert(fix, " ".into());
    strength.level = "amber".into();
    let reasons: Vec<GapReason> = found(two_kinds(), vec![strength])
        .into_iter()
        .map(|gap| gap.reason)
        .collect();
    let not_told = |field, title: &str| GapReason::NotTold {
        field,
        title: title.into(),
    };
    assert_eq!(
        reasons,
        [not_told(Some(impact), "Impact"), not_told(None, "amber")]
    );
}

#[test]
fn a_question_of_which_every_part_is_answered_still_wants_an_answer() {
    let mut plan = example::plan();
    let answers = ListId::new("answers");
    let part = |id: &str| SubQuestion {
        id: EnquiryId::new(id),
        text: "For whom?".into(),
    };
    let line = LineOfEnquiry {
        id: EnquiryId::new("maths"),
        text: "How effective is it?".into(),
        sub_questions: vec![part("maths-1"), part("maths-2")],
    };
    plan.agreement.lines_of_enquiry.push(line.clone());
    let answer = |about: &str| {
        Finding::new(
            FindingKind::About(answers.clone(), about.into()),
            "In most classes",
        )
    };
    let parts = line.sub_questions.iter().map(|part| part.id.as_str());
    let records = Records {
        findings: parts
            .map(|part| record(about_id(plan.session, &answers, part), 1, answer(part)))
            .collect(),
        ..Records::default()
    };
    let mut open = gaps(&plan, &records);
    open.retain(|gap| matches!(gap.reason, GapReason::NothingOn { .. }));
    let about = line.id.to_string();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].reason, GapReason::NothingOn { list: answers, about });
}

#[test]
fn a_finding_of_a_list_that_the_model_does_not_have_is_looked_at_like_any_other() {
    let mut stray = finding("risks", &[]);
    stray
        .fields
        .insert(FieldId::new("next_steps"), "Agree one routine".into());
    stray.level = "assured".into();
    let gaps = found(two_kinds(), vec![stray]);
    assert_eq!(words(&gaps), ["in-no-list", "no-evidence", "loose-notes"]);
    assert_eq!(gaps[0].finding, Some(id(100)));
}
