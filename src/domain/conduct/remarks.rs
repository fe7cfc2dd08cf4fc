//! What is worth a look before findings are handed on, and stands in nobody's way.

use std::collections::BTreeMap;

use super::super::{
    findings_board::{FindingsBoard, Use},
    plan::Plan,
    records::Records,
};

/// The fewest notes set aside of which it says something that most have one reason.
const SEVERAL: usize = 4;

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A list has fewer or more findings than the model asks for.
    Number {
        /// The title of the list.
        list: String,
        /// The findings in it.
        there: usize,
        /// The fewest and the most that are asked for.
        asked: (u32, u32),
    },
    /// Findings of a list that has action steps have none.
    NoStep {
        /// The title of the list.
        list: String,
        /// The numbers of these findings on the board, from 1.
        findings: Vec<usize>,
    },
    /// More than half of the notes set aside were so for the same reason.
    OneReason {
        /// The reason.
        because: String,
        /// The notes set aside for it.
        notes: usize,
        /// All notes set aside.
        of: usize,
    },
}

/// What is worth a look, list by list, and at the end the notes that were set aside.
#[must_use]
pub fn remarks(plan: &Plan, records: &Records) -> Vec<Remark> {
    let board = FindingsBoard::of(records);
    let mut remarks = Vec::new();
    for list in plan.rules.findings.iter() {
        let there = board.listed(&list.id).count();
        let count = u32::try_from(there).unwrap_or(u32::MAX);
        let (least, most) = list.asked;
        if most > 0 && !(least..=most).contains(&count) {
            remarks.push(Remark::Number {
                list: list.title.clone(),
                there,
                asked: list.asked,
            });
        }
        let listed = board.listed(&list.id);
        let without = listed.filter(|on_board| list.steps && on_board.finding.steps.is_empty());
        let findings: Vec<usize> = without
            .filter_map(|on_board| board.number_of(plan, on_board.id))
            .collect();
        if !findings.is_empty() {
            let list = list.title.clone();
            remarks.push(Remark::NoStep { list, findings });
        }
    }
    remarks.extend(one_reason(records, &board));
    remarks
}

fn one_reason(records: &Records, board: &FindingsBoard) -> Option<Remark> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for note in records.live_notes() {
        if let Some(Use::Aside(because)) = board.use_of(note.id) {
            *reasons.entry(because).or_default() += 1;
        }
    }
    let of = reasons.values().sum();
    let (because, notes) = reasons.into_iter().max_by_key(|(_, notes)| *notes)?;
    (of >= SEVERAL && 2 * notes > of).then(|| Remark::OneReason {
        because: because.to_owned(),
        notes,
        of,
    })
}
