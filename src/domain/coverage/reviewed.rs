//! The plan as the day went, for all groups together, with what was not done still in it.

use super::NotSeen;
use crate::domain::{
    ids::{GroupId, SlotId},
    plan::{Plan, Slot, Track},
    records::Records,
    today::{self, Today},
};

/// The plan that coverage is counted on.
pub(in crate::domain) struct Reviewed {
    /// Every row, visit and question that was planned or added by anyone.
    pub plan: Plan,
    /// The visits that were not made.
    pub not_seen: NotSeen,
    /// The rows that do not take place for anyone.
    pub dropped: Vec<SlotId>,
    /// The day as it holds for each group.
    pub ways: Vec<(GroupId, Plan)>,
}

impl Reviewed {
    /// What `agreed` has become by the changes of the day.
    pub fn of(agreed: &Plan, records: &Records) -> Self {
        let whole = Today::of(agreed, records, None);
        let mut reviewed = Self {
            plan: whole.plan.clone(),
            not_seen: NotSeen::new(),
            dropped: Vec::new(),
            ways: Vec::new(),
        };
        for dropped in &whole.dropped {
            reviewed.put_back_row(agreed, &whole.plan, dropped);
        }
        for group in &agreed.groups {
            let today = Today::of(agreed, records, Some(&group.id));
            reviewed.add_rows(&today.plan);
            for dropped in &today.dropped {
                reviewed.miss_all(&group.id, dropped);
            }
            reviewed.ways.push((group.id.clone(), today.plan));
        }
        for not_seen in &whole.not_seen {
            reviewed.miss(&whole.plan, not_seen);
        }
        reviewed
    }

    /// A row that does not take place is shown where it was.
    fn put_back_row(&mut self, agreed: &Plan, whole: &Plan, dropped: &today::Dropped) {
        let Some((day, _)) = agreed.slot(&dropped.slot) else {
            return;
        };
        // Behind what of it was given up before: a class that is not seen is kept there with its row's id.
        let gone = whole.former.iter().rfind(|slot| slot.id == dropped.slot);
        let days = &mut self.plan.days;
        if let (Some(day), Some(slot)) = (days.iter_mut().find(|known| known.id == day.id), gone) {
            day.slots.push(slot.clone());
            day.slots.sort_by_key(|slot| slot.starts);
            self.dropped.push(slot.id.clone());
        }
    }

    /// Adds what a group has in its day, and others have not.
    fn add_rows(&mut self, theirs: &Plan) {
        for (day, their_day) in self.plan.days.iter_mut().zip(&theirs.days) {
            for slot in &their_day.slots {
                match day.slots.iter_mut().find(|known| known.id == slot.id) {
                    Some(known) => add_prompts(known, slot),
                    None => day.slots.push(slot.clone()),
                }
            }
            day.slots.sort_by_key(|slot| slot.starts);
        }
    }

    /// The visits of a group in a row that it dropped.
    fn miss_all(&mut self, group: &GroupId, dropped: &today::Dropped) {
        let Some((_, slot)) = self.plan.slot(&dropped.slot) else {
            return;
        };
        let visits = slot.track(Some(group)).map_or(&[][..], |track| &track.visits);
        let missed = visits
            .iter()
            .map(|visit| (visit.id.clone(), dropped.because.clone()));
        self.not_seen.extend(missed);
    }

    /// A visit that was not made is shown in its row, even where nobody goes there any more.
    fn miss(&mut self, whole: &Plan, not_seen: &today::NotSeen) {
        self.not_seen
            .insert(not_seen.visit.clone(), not_seen.because.clone());
        let slots = self.plan.days.iter_mut().flat_map(|day| &mut day.slots);
        let Some(slot) = slots.into_iter().find(|slot| slot.id == not_seen.slot) else {
            return;
        };
        let gone = whole.former.iter().find_map(|slot| slot.visit(&not_seen.visit));
        if let (None, Some(visit)) = (slot.visit(&not_seen.visit), gone) {
            let of_group = |track: &&mut Track| track.group == not_seen.group;
            if let Some(track) = slot.tracks.iter_mut().find(of_group) {
                track.visits.push(visit.clone());
                track.visits.sort_by_key(|visit| visit.starts);
            }
        }
    }
}

/// Adds the questions that only `theirs` has.
fn add_prompts(slot: &mut Slot, theirs: &Slot) {
    let Slot { activity, tracks, .. } = slot;
    let own = tracks.iter_mut().filter_map(|track| {
        let their_track = theirs.tracks.iter().find(|their| their.id == track.id)?;
        Some((track.activity.as_mut()?, their_track.activity.as_ref()?))
    });
    for (known, theirs) in own.chain([(activity, &theirs.activity)]) {
        for prompt in &theirs.prompts {
            if !known.prompts.iter().any(|known| known.id == prompt.id) {
                known.prompts.push(prompt.clone());
            }
        }
    }
}
