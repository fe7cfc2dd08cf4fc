//! Only what was agreed is told, unless drafts are asked for.

use knownow::domain::finding_deeds::FindingDeed;
use knownow::export::{
    paper::markdown::markdown,
    report::{Report, evidence_csv::evidence_csv, json::json, papers},
    text::Text,
};

use crate::kit::{Review, half_day_found};

const UNAGREED: &str = "TAs work mostly with the same pupils";
const AGREED: &str = "Checks do not yet change what comes next";

/// Everything that says what was found.
fn told(report: &Report) -> Vec<String> {
    let papers = [
        papers::report(report),
        papers::speaking_sheet(report),
        papers::for_governors(report),
    ];
    let mut told: Vec<Vec<u8>> = papers.iter().map(markdown).collect();
    told.extend([papers::email(report), json(report).unwrap()]);
    told.into_iter()
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect()
}

#[test]
fn what_was_not_agreed_is_in_no_paper() {
    let report = half_day_found().report(false);
    assert_eq!((report.left_out, report.is_draft), (1, false));
    for text in told(&report) {
        assert!(text.contains(AGREED) && !text.contains(UNAGREED), "{text}");
        assert!(!text.contains("DRAFT"), "{text}");
    }
    let table = String::from_utf8(evidence_csv(&report).unwrap()).unwrap();
    assert!(table.contains("\"Areas for development 1\"") && !table.contains("Areas for development 2"));
}

#[test]
fn a_draft_says_so_in_its_title_and_at_every_finding_that_was_not_agreed() {
    let report = half_day_found().report(true);
    assert_eq!((report.left_out, report.is_draft), (0, true));
    let papers = [
        papers::report(&report),
        papers::speaking_sheet(&report),
        papers::for_governors(&report),
    ];
    for paper in papers {
        assert!(paper.listed_title().starts_with("DRAFT: Oakfield Primary"));
        let text = String::from_utf8(markdown(&paper)).unwrap();
        assert!(text.contains(&format!("DRAFT: {UNAGREED}")), "{text}");
        assert!(
            text.contains(AGREED) && !text.contains(&format!("DRAFT: {AGREED}")),
            "{text}"
        );
    }
    assert!(papers::email(&report).starts_with(b"Subject: DRAFT: "));
}

#[test]
fn what_several_people_worded_apart_is_not_agreed() {
    let review = half_day_found();
    let mut apart = review.clone();
    let agreed = review
        .records
        .findings
        .live()
        .find(|record| record.body.statement.starts_with(AGREED))
        .unwrap();
    let mut other = agreed.clone();
    other.writer = knownow::domain::ids::WriterId(uuid::Uuid::from_u128(0xDEF));
    other.body.statement = "Checks change what comes next".into();
    apart
        .records
        .join(knownow::domain::records::Entry::Finding(other));

    assert_eq!(apart.report(false).left_out, 2);
    let draft = apart.report(true);
    assert!(
        draft
            .findings()
            .any(|finding| finding.worded_apart && !finding.agreed)
    );
}

#[test]
fn a_review_without_findings_says_so() {
    let report = Review::half_day().report(false);
    let text = String::from_utf8(markdown(&papers::report(&report))).unwrap();
    assert!(text.contains("No finding has been agreed yet."), "{text}");
    assert_eq!(report.notes.len(), 80);
    let unfilled: Vec<String> = papers::unfilled(&report).iter().map(Text::one_line).collect();
    assert!(unfilled.contains(&"Summary of strengths".into()), "{unfilled:?}");
}

#[test]
fn a_note_against_a_finding_is_told_as_such_where_the_evidence_is_handed_on() {
    let mut review = half_day_found();
    let findings = &review.records.findings;
    let agreed = findings
        .live()
        .find(|record| record.body.statement.starts_with(AGREED));
    let mut turned = agreed.unwrap().clone();
    let note = turned.body.evidence.pop().unwrap();
    turned.body.against.push(note);
    turned.rev += 1;
    review
        .records
        .join(knownow::domain::records::Entry::Finding(turned));
    let report = review.report(false);
    let table = String::from_utf8(evidence_csv(&report).unwrap()).unwrap();
    let told = String::from_utf8(json(&report).unwrap()).unwrap();
    for handed_on in [table, told] {
        assert_eq!(
            handed_on.matches("Areas for development 1 (against)").count(),
            1,
            "{handed_on}"
        );
    }
}

#[test]
fn the_words_of_a_rehearsal_say_so_in_the_subject_and_in_the_mail() {
    let mut review = half_day_found();
    let mail = |review: &Review| String::from_utf8(papers::email(&review.report(false))).unwrap();
    assert!(!mail(&review).contains("REHEARSAL"));
    review.plan.rehearsal_of = Some(review.plan.session);
    let of_rehearsal = mail(&review);
    assert!(
        of_rehearsal.starts_with("Subject: REHEARSAL: Oakfield Primary"),
        "{of_rehearsal}"
    );
    assert!(
        of_rehearsal.contains("\nREHEARSAL: nothing here was seen at a real review\n"),
        "{of_rehearsal}"
    );
}

#[test]
fn why_a_note_was_set_aside_is_told_with_the_evidence_and_in_no_paper() {
    let mut review = half_day_found();
    let because = "said twice, the second time at the break";
    let notes = review.loose(1);
    review.does(&FindingDeed::SetAside {
        notes,
        because: because.into(),
    });
    let report = review.report(false);
    let table = String::from_utf8(evidence_csv(&report).unwrap()).unwrap();
    assert_eq!(table.matches(because).count(), 1);
    assert!(
        table
            .lines()
            .next()
            .unwrap()
            .contains("\"Used in\",\"Set aside because\",\"Kind in this model\"")
    );
    assert!(
        String::from_utf8(json(&report).unwrap())
            .unwrap()
            .contains(because)
    );
    for paper in [papers::report(&report), papers::notes(&report)] {
        assert!(!String::from_utf8(markdown(&paper)).unwrap().contains(because));
    }
}

#[test]
fn notes_go_by_the_same_number_in_every_paper() {
    let report = half_day_found().report(false);
    let numbers: Vec<usize> = report.notes.iter().map(|note| note.number).collect();
    assert_eq!(numbers, (1..=80).collect::<Vec<_>>());
    let finding = report.findings().next().unwrap();
    let by_number = finding
        .evidence_numbers
        .iter()
        .map(|number| report.notes[number - 1].id.clone());
    let mut by_number: Vec<String> = by_number.collect();
    let mut by_id = finding.evidence.clone();
    by_number.sort();
    by_id.sort();
    assert_eq!(by_number, by_id);
    let text = String::from_utf8(markdown(&papers::notes(&report))).unwrap();
    let first = &report.notes[0];
    assert!(
        text.contains(&format!("| 1 | {} |", first.time)) && text.contains("| 80 | "),
        "{text}"
    );
    assert!(text.contains("| “"), "{text}");
}
