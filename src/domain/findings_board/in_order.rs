//! The order of the board: what notes are filed into, list by list, and by which number.

use super::{FindingsBoard, OnBoard};
use crate::domain::{
    finding::about_id,
    finding_lists::{FindingField, FindingList, OTHERS, OTHERS_ID},
    ids::{FieldId, ListId, RecordId},
    plan::Plan,
};

/// The scale of findings whose list, and so whose scale, the model does not have.
const LEVEL: &str = "Level";

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

    /// A list of what is [in no list](Self::in_no_list), with a place for all that is said there and nothing that is
    /// asked for; none if every finding is in a list of the model.
    #[must_use]
    pub fn other_list(&self, plan: &Plan) -> Option<FindingList> {
        let others = || self.in_no_list(plan).map(|on_board| &on_board.finding);
        others().next()?;
        let mut list = FindingList::new(OTHERS_ID, OTHERS);
        for field in others().flat_map(|finding| finding.fields.keys()) {
            if list.field(field).is_none() {
                list.fields.push(FindingField {
                    id: field.clone(),
                    title: title(plan, field),
                    asks: String::new(),
                    required: false,
                });
            }
        }
        let has_level = others().any(|finding| !finding.level.is_empty());
        list.scale = has_level.then(|| LEVEL.to_owned());
        Some(list)
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

/// The name of a field in whichever list it is; made of its id if it is in none.
fn title(plan: &Plan, field: &FieldId) -> String {
    let title = plan.rules.findings.title_of(field).replace(['-', '_'], " ");
    let mut letters = title.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
