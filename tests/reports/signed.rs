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
        signing::{sign_off_id, signed_text},
    },
    export::{paper::markdown::markdown, report::papers::report},
};
use uuid::Uuid;

use crate::kit::{Review, half_day_found, made};

fn sign(review: &mut Review, person: &str, comment: &str) {
    let plan = &review.plan;
    let person = plan.person(&PersonId::new(person)).unwrap();
    let of = signed_text(plan, &FindingsBoard::of(&review.records)).unwrap();
    let record = Record {
        id: sign_off_id(plan.session, &person.id),
        writer: WriterId(Uuid::from_u128(0xABC)),
        rev: 1,
        deleted: false,
        seq: 900,
        edited_at: made(),
        came_from: Vec::new(),
        body: SignOff {
            at: made(),
            by: Some(Label::new(person.id.clone(), &person.name)),
            of,
            comment: comment.into(),
        },
    };
    review.records.join(Entry::SignOff(record));
}

#[test]
fn signatures_are_printed_and_say_when_a_finding_changed_since() {
    let mut review = half_day_found();
    sign(&mut review, "facilitator", "");
    let strengths = review.list("strengths");
    let board = FindingsBoard::of(&review.records);
    let first = board.listed(&strengths.id).next().unwrap().id;
    review.put(Target::Finding(first), Part::Statement, "Pupils take part fully");
    review.agree(first);
    sign(&mut review, "host-head", "a fair summary of the day | <b>");
    let text = String::from_utf8(markdown(&report(&review.report(false)))).unwrap();
    let (_, signed) = text.split_once("## Agreed by").unwrap();
    let (signed, _) = signed.split_once("\n## ").unwrap_or((signed, ""));
    insta::assert_snapshot!("half-day signed", signed);
}
