//! Ids for what is new in a plan.

use std::collections::BTreeSet;

use crate::domain::{
    ids::RecordId,
    plan::{Plan, Slot},
};

/// Letters of chance in a new id.
const TAIL: usize = 6;

/// Where the ids of new things come from: an id that nothing else has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh(pub RecordId);

impl Fresh {
    /// An id for a thing of a kind, such as "row-3f9a1c", that nothing in `plan` has.
    pub(super) fn id(self, kind: &str, plan: &Plan) -> String {
        self.ids(kind, plan, 1).remove(0)
    }

    /// So many ids for things of a kind.
    pub(super) fn ids(self, kind: &str, plan: &Plan, count: usize) -> Vec<String> {
        let taken = taken(plan);
        let text = self.0.0.simple().to_string();
        let tail: String = text.chars().skip(text.len().saturating_sub(TAIL)).collect();
        let numbered = (1_usize..).map(|number| match number {
            1 => format!("{kind}-{tail}"),
            _ => format!("{kind}-{tail}-{number}"),
        });
        numbered
            .filter(|id| !taken.contains(id.as_str()))
            .take(count)
            .collect()
    }
}

/// Every id of the plan: one word stands for one thing, whatever its kind.
pub(super) fn taken(plan: &Plan) -> BTreeSet<&str> {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    taken.extend(plan.groups.iter().map(|group| group.id.as_str()));
    taken.extend(plan.people.iter().map(|person| person.id.as_str()));
    for line in &plan.agreement.lines_of_enquiry {
        taken.insert(line.id.as_str());
        taken.extend(line.sub_questions.iter().map(|part| part.id.as_str()));
    }
    taken.extend(plan.days.iter().map(|day| day.id.as_str()));
    for slot in plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former) {
        of_row(slot, &mut taken);
    }
    taken
}

fn of_row<'p>(slot: &'p Slot, taken: &mut BTreeSet<&'p str>) {
    taken.insert(slot.id.as_str());
    taken.extend(slot.activity.prompts.iter().map(|prompt| prompt.id.as_str()));
    for track in &slot.tracks {
        taken.insert(track.id.as_str());
        taken.extend(track.visits.iter().map(|visit| visit.id.as_str()));
        let own = track.activity.iter().flat_map(|activity| &activity.prompts);
        taken.extend(own.map(|prompt| prompt.id.as_str()));
    }
}
