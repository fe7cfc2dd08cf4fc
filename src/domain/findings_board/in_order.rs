//! The order of the board: what notes are filed into, list by list, and by which number.

use super::{FindingsBoard, OnBoard};
use crate::domain::{
    finding::about_id,
    finding_lists::FindingList,
    ids::{ListId, RecordId},
    plan::Plan,
};

/// Something on the board that has a number, and into which notes are filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbered {
    /// A finding.
    Finding(RecordId),
    /// Something that a list is to have a finding on, and has none yet.
    Subject(ListId, String),
}

impl FindingsBoard {
    /// What stands in a list: what it is to have one finding each on, in the order of the plan, then its other findings.
    #[must_use]
    pub fn in_list(&self, plan: &Plan, list: &FindingList) -> Vec<Numbered> {
        let mut order = Vec::new();
        let mut shown = Vec::new();
        for subject in list.subjects(plan) {
            let id = about_id(plan.session, &list.id, &subject.about);
            order.push(match self.get(id) {
                Some(_) => Numbered::Finding(id),
                None => Numbered::Subject(list.id.clone(), subject.about),
            });
            shown.push(id);
        }
        let others = self.listed(&list.id).map(|on_board| on_board.id);
        let others = others.filter(|id| !shown.contains(id));
        order.extend(others.map(Numbered::Finding));
        order
    }

    /// The findings of lists that the model does not have, as a later version of it may.
    pub fn in_no_list<'b>(&'b self, plan: &'b Plan) -> impl Iterator<Item = &'b OnBoard> {
        let lists = &plan.rules.findings;
        self.findings().filter(|on_board| {
            on_board
                .finding
                .list()
                .is_some_and(|list| lists.get(list).is_none())
        })
    }

    /// The number of a finding on the board, from 1, also of one that is still to be begun on its subject; none if it is
    /// in no list.
    #[must_use]
    pub fn number_of(&self, plan: &Plan, finding: RecordId) -> Option<usize> {
        let lists = plan.rules.findings.iter();
        let listed = lists.flat_map(|list| self.in_list(plan, list));
        let others = self
            .in_no_list(plan)
            .map(|on_board| Numbered::Finding(on_board.id));
        let mut all = listed.chain(others);
        let at = all.position(|numbered| match numbered {
            Numbered::Finding(id) => id == finding,
            Numbered::Subject(list, about) => about_id(plan.session, &list, &about) == finding,
        })?;
        Some(at + 1)
    }
}
