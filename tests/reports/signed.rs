//! Who put their name to what was agreed.

use knownow::{
    domain::{
        finding::SignOff,
        finding_deeds::{Part, Target},
        findings_board::FindingsBoard,
        ids::{PersonId, WriterId},
        note::Label,
        record::Record,
        records::Entry,
        signing::{sign_off_id, signed_text, typed_sign_off_id},
    },
    export::{paper::markdown::markdown, report::papers::report},
};
use uuid::Uuid;

use crate::kit::{Review, half_day_found, made};

fn sign(review: &mut Review, person: &str, comment: &str, typed_by: Option<&str>) {
    let plan = &review.plan;
    let label = |id: &str| {
        let person = plan.person(&PersonId::new(id)).unwrap();
        Label::new(person.id.clone(), &person.name)
    };
    let by = label(person);
    let id = match typed_by {
        Some(_) => typed_sign_off_id(plan.session, &by.id),
        None => sign_off_id(plan.session, &by.id),
    };
    let text = signed_text(plan, &FindingsBoard::of(&review.records)).unwrap();
    let record = Record {
        id,
        writer: WriterId(Uuid::from_u128(0xABC)),
        rev: 1,
        deleted: false,
        seq: 900,
        edited_at: made(),
        came_from: Vec::new(),
        body: SignOff {
            at: made(),
            by: Some(by),
            typed_by: typed_by.map(label),
            of: text.whole,
            lines: text.lines,
            comment: comment.into(),
        },
    };
    review.records.join(Entry::SignOff(record));
}

#[test]
fn signatures_are_printed_and_say_when_a_finding_changed_since() {
    let mut review = half_day_found();
    sign(&mut review, "facilitator", "", None);
    let strengths = review.list("strengths");
    let board = FindingsBoard::of(&review.records);
    let first = board.listed(&strengths.id).next().unwrap().id;
    review.put(Target::Finding(first), Part::Statement, "Pupils take part fully");
    review.agree(first);
    sign(&mut review, "host-head", "a fair summary of the day | <b>", None);
    sign(&mut review, "governor", "", Some("facilitator"));
    let text = String::from_utf8(markdown(&report(&review.report(false)))).unwrap();
    let (_, signed) = text.split_once("## Agreed by").unwrap();
    let (signed, _) = signed.split_once("\n## ").unwrap_or((signed, ""));
    insta::assert_snapshot!("half-day signed", signed);
}
