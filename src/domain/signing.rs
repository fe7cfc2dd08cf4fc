//! Signing off: who put their name to the shared summary, and whether it is still what was signed.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    finding::{Finding, FindingKind, SignOff},
    findings_board::{FindingsBoard, OnBoard},
    ids::{PersonId, RecordId, SessionId},
    plan::Plan,
    record::Record,
    records::Records,
};

/// How many figures of a line's hash are kept: enough to tell the lines of one summary apart.
const OF_A_LINE: usize = 8;

/// The id of what a person signed in a session, the same on whichever machine they do it, so that each person stands
/// there once.
#[must_use]
pub fn sign_off_id(session: SessionId, person: &PersonId) -> RecordId {
    RecordId(Uuid::new_v5(&session.0, format!("sign-off|{person}").as_bytes()))
}

/// The id of what was recorded for a person by somebody else; it never stands in the place of what they sign themselves.
#[must_use]
pub fn typed_sign_off_id(session: SessionId, person: &PersonId) -> RecordId {
    RecordId(Uuid::new_v5(
        &session.0,
        format!("sign-off typed|{person}").as_bytes(),
    ))
}

/// The text that is signed, as hashes: of all of it, and of each of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedText {
    /// Of all of it, in its order.
    pub whole: String,
    /// Of each line, short.
    pub lines: Vec<String>,
}

impl SignedText {
    /// How many lines are not the same as in what was signed: changed, added or left out.
    #[must_use]
    pub fn lines_that_differ(&self, signed: &[String]) -> usize {
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for line in signed {
            *left.entry(line).or_default() += 1;
        }
        let mut added = 0;
        for line in &self.lines {
            match left.get_mut(line.as_str()) {
                Some(count) if *count > 0 => *count -= 1,
                _ => added += 1,
            }
        }
        added.max(left.values().sum())
    }
}

/// The summary as it would be handed on: every agreed finding with its fields, level and action steps, the answers, and
/// the school's own claims with what the team says of them, in the order of the report; `None` if nothing is agreed.
///
/// What a finding rests on is not part of it: evidence that comes to light later changes nothing of what was signed.
#[must_use]
pub fn signed_text(plan: &Plan, board: &FindingsBoard) -> Option<SignedText> {
    let lists = plan.rules.findings.iter();
    let agreed = lists.flat_map(|list| board.listed(&list.id).filter(|on_board| on_board.is_agreed()));
    let others = board.in_no_list(plan).filter(|on_board| on_board.is_agreed());
    let agreed: Vec<&OnBoard> = agreed.chain(others).collect();
    if agreed.is_empty() {
        return None;
    }
    let told = agreed.into_iter().chain(board.claims());
    let lines: Vec<String> = told.flat_map(|on_board| lines_of(&on_board.finding)).collect();
    let hash = |text: &str| {
        Uuid::new_v5(&plan.session.0, text.as_bytes())
            .simple()
            .to_string()
    };
    let short = |line: &String| hash(line).chars().take(OF_A_LINE).collect();
    Some(SignedText {
        whole: hash(&lines.join("\n")),
        lines: lines.iter().map(short).collect(),
    })
}

/// The lines of a finding or claim: its statement with its list, or with the stance on it, each field and each action
/// step. Each text is quoted, so that no two read the same.
fn lines_of(finding: &Finding) -> Vec<String> {
    let Finding {
        kind,
        statement,
        fields,
        level,
        steps,
        ..
    } = finding;
    let claim = matches!(kind, FindingKind::Claim(_));
    let told = if claim {
        "claim".to_owned()
    } else {
        format!("{kind:?}")
    };
    let mut lines = vec![format!("{told} {statement:?}")];
    if claim {
        lines.push(format!("{kind:?}"));
    }
    lines.extend(fields.iter().map(|(field, text)| format!("{field} {text:?}")));
    lines.extend(Some(format!("level {level:?}")).filter(|_| !level.is_empty()));
    lines.extend(
        steps
            .iter()
            .map(|step| format!("step {:?} {:?} {:?}", step.what, step.who, step.by)),
    );
    lines
}

/// Whether what was signed still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// The summary is the one that was signed.
    AsItStands,
    /// It was changed since.
    BeforeAChange {
        /// How many lines differ; 0 where only their order does. Not known of files of earlier versions.
        lines: Option<usize>,
    },
}

impl Signed {
    /// What happened since it was signed: "a change: 2 lines differ"; nothing where it stands.
    #[must_use]
    pub fn change(self) -> String {
        match self {
            Self::AsItStands => String::new(),
            Self::BeforeAChange { lines: None } => "a change".into(),
            Self::BeforeAChange { lines: Some(0) } => "a change of order".into(),
            Self::BeforeAChange { lines: Some(1) } => "a change: 1 line differs".into(),
            Self::BeforeAChange { lines: Some(lines) } => format!("a change: {lines} lines differ"),
        }
    }
}

/// Who signed, in order of time, and whether that still stands. What somebody recorded for a person is left out once
/// that person signs themselves.
#[must_use]
pub fn sign_offs<'r>(
    plan: &Plan,
    records: &'r Records,
    board: &FindingsBoard,
) -> Vec<(&'r Record<SignOff>, Signed)> {
    let stands = signed_text(plan, board);
    let own = |person: &PersonId| {
        let known = records.sign_offs.get(sign_off_id(plan.session, person));
        known.is_some_and(|own| !own.deleted)
    };
    let is_replaced = |sign_off: &Record<SignOff>| {
        let by = sign_off
            .body
            .by
            .as_ref()
            .filter(|_| sign_off.body.typed_by.is_some());
        by.is_some_and(|by| own(&by.id))
    };
    let mut signed: Vec<_> = records.sign_offs.live().filter(|one| !is_replaced(one)).collect();
    signed.sort_by_key(|sign_off| (sign_off.body.at, sign_off.id));
    let each = signed.into_iter().map(|sign_off| {
        let SignOff { of, lines, .. } = &sign_off.body;
        let how = match &stands {
            Some(text) if text.whole == *of => Signed::AsItStands,
            Some(text) if !lines.is_empty() => Signed::BeforeAChange {
                lines: Some(text.lines_that_differ(lines)),
            },
            None if !lines.is_empty() => Signed::BeforeAChange {
                lines: Some(lines.len()),
            },
            _ => Signed::BeforeAChange { lines: None },
        };
        (sign_off, how)
    });
    each.collect()
}

#[cfg(test)]
mod tests;
