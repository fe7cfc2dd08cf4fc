//! What holds for the group at this laptop alone.

use std::collections::BTreeSet;

use super::Day;
use crate::domain::{
    course::Phase,
    day_change::Change,
    ids::SlotId,
    plan::Plan,
    plan_edit::span,
    today::{self, Today},
};

impl Day {
    /// Whether all groups are together at the present place of a day that runs.
    #[must_use]
    pub(in crate::app) fn is_with_all(&self) -> bool {
        let runs = self
            .position
            .is_some_and(|position| matches!(position.phase, Phase::During(_)));
        runs && self.plan.groups.len() > 1 && self.here().is_some_and(|here| here.slot.tracks.is_empty())
    }

    /// The name of the group at this laptop if a row has new times for it alone, and other groups keep others.
    #[must_use]
    pub fn alone_in(&self, row: &SlotId) -> Option<&str> {
        let own = self.plan.group(self.me.group.as_ref()?)?;
        let said = Change::Dropped {
            slot: row.clone(),
            because: String::new(),
        };
        let retimed = Change::Retimed {
            slot: row.clone(),
            starts: chrono::NaiveTime::MIN,
            ends: None,
        };
        let scopes = self
            .plan
            .groups
            .iter()
            .map(|group| today::scope_of(&self.plan, Some(&group.id)));
        let of_one_group: BTreeSet<_> = scopes
            .flat_map(|scope| [&said, &retimed].map(|change| change.record_id(self.plan.session, &scope)))
            .flatten()
            .collect();
        // Today is worked out for other groups only where one of them said something for itself.
        of_one_group
            .iter()
            .find(|id| self.standing_change(**id).is_some())?;
        let mut others = self.plan.groups.iter().filter(|group| group.id != own.id);
        let differs = |plan: &Plan| times(plan, row) != times(&self.today.plan, row);
        let apart = others.any(|group| differs(&Today::of(&self.plan, &self.records, Some(&group.id)).plan));
        apart.then_some(own.name.as_str())
    }
}

fn times(plan: &Plan, row: &SlotId) -> Option<(chrono::NaiveTime, chrono::NaiveTime)> {
    let (day, _) = plan.slot(row)?;
    span(day, day.slots.iter().position(|slot| slot.id == *row)?)
}
