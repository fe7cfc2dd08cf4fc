//! Signing off: who put their name to the agreed findings, and whether these are still what was signed.

use uuid::Uuid;

use super::{
    finding::{Finding, SignOff},
    findings_board::FindingsBoard,
    ids::{PersonId, RecordId, SessionId},
    plan::Plan,
    record::Record,
    records::Records,
};

/// The id of what a person signed in a session, the same whoever records it, so that each person stands there once.
#[must_use]
pub fn sign_off_id(session: SessionId, person: &PersonId) -> RecordId {
    RecordId(Uuid::new_v5(&session.0, format!("sign-off|{person}").as_bytes()))
}

/// A hash of every agreed finding as it is worded, in the order of the report; `None` if nothing is agreed.
///
/// What a finding rests on is not part of it: evidence that comes to light later changes nothing of what was signed.
#[must_use]
pub fn signed_text(plan: &Plan, board: &FindingsBoard) -> Option<String> {
    let lists = plan.rules.findings.iter();
    let agreed = lists.flat_map(|list| board.listed(&list.id).filter(|on_board| on_board.is_agreed()));
    let texts: Vec<String> = agreed.map(|on_board| text_of(&on_board.finding)).collect();
    let text = Some(texts.join("\n")).filter(|_| !texts.is_empty())?;
    Some(
        Uuid::new_v5(&plan.session.0, text.as_bytes())
            .simple()
            .to_string(),
    )
}

/// Everything that a finding says, each part quoted, so that no two findings read the same.
fn text_of(finding: &Finding) -> String {
    let Finding {
        kind,
        statement,
        fields,
        level,
        steps,
        ..
    } = finding;
    let steps: Vec<_> = steps
        .iter()
        .map(|step| (&step.what, &step.who, step.by))
        .collect();
    format!("{kind:?} {statement:?} {fields:?} {level:?} {steps:?}")
}

/// Whether what was signed still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// The agreed findings are those that were signed.
    AsItStands,
    /// A finding was worded, agreed to or taken out since.
    BeforeAChange,
}

/// Who signed, in order of time, and whether that still stands.
#[must_use]
pub fn sign_offs<'r>(
    plan: &Plan,
    records: &'r Records,
    board: &FindingsBoard,
) -> Vec<(&'r Record<SignOff>, Signed)> {
    let stands = signed_text(plan, board);
    let mut signed: Vec<_> = records.sign_offs.live().collect();
    signed.sort_by_key(|sign_off| (sign_off.body.at, sign_off.id));
    let each = signed.into_iter().map(|sign_off| {
        let same = stands.as_ref() == Some(&sign_off.body.of);
        let how = if same {
            Signed::AsItStands
        } else {
            Signed::BeforeAChange
        };
        (sign_off, how)
    });
    each.collect()
}

#[cfg(test)]
mod tests;
