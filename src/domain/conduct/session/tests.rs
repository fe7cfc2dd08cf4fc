use super::*;
use crate::domain::{
    example,
    finding::{Finding, FindingKind, Stance},
    findings_board::tests::{id, record},
};

fn claim(words: &str, because: &str) -> Finding {
    let mut claim = Finding::new(FindingKind::Claim(Some(Stance::Differ)), words);
    claim.say(FieldId::new(BECAUSE), because);
    claim
}

/// Where what is found stands, and its words.
fn found(records: &Records) -> Vec<(String, usize, Option<String>, String)> {
    let concerns = look_over(&example::plan(), records).into_iter();
    concerns
        .map(|concern| {
            let place = concern.place.expect("a claim");
            match concern.what {
                ConcernKind::Breach(part, breach) => {
                    let field = match part {
                        Part::Field(field, name) => Some(format!("{field}: {name}")),
                        _ => None,
                    };
                    (place.list, place.number, field, breach.words)
                }
                ConcernKind::Gap(gap) => (place.list, place.number, None, gap.reason.word().to_owned()),
            }
        })
        .collect()
}

#[test]
fn what_the_school_says_and_why_the_team_differs_is_looked_at_too() {
    let claims = [
        claim("Pupils talk about maths", "Talk starts in partners"),
        claim("Mr Anyname leads maths", "Mrs Surname waits for answers"),
    ];
    let records = Records {
        findings: claims
            .into_iter()
            .zip(1..)
            .map(|(claim, number)| record(id(number), 1, claim))
            .collect(),
        ..Records::default()
    };
    assert_eq!(
        found(&records),
        [
            (OWN_VIEW.into(), 2, None, "Mr Anyname".into()),
            (
                OWN_VIEW.into(),
                2,
                Some("because: because".into()),
                "Mrs Surname".into()
            ),
        ]
    );
}

#[test]
fn a_claim_that_two_worded_apart_has_to_be_chosen() {
    let one = record(id(1), 1, claim("Pupils talk about maths", ""));
    let other = record(id(1), 2, claim("Pupils talk in maths", ""));
    let records = Records {
        findings: [one, other].into_iter().collect(),
        ..Records::default()
    };
    assert_eq!(
        found(&records),
        [(OWN_VIEW.into(), 1, None, "worded-apart".into())]
    );
}
