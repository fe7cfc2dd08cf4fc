//! What of a plan the records hold on to, and what stays for their sake.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    day_change::{Change, DayChange},
    ids::{PromptId, SlotId, VisitId},
    plan::{Day, Plan, Slot, Track},
    prompt::Prompt,
    record::Editions,
    records::Records,
};

/// The rows, classes and questions that records speak of, and how many notes each has.
#[derive(Debug, Default)]
pub(super) struct References {
    slots: BTreeSet<SlotId>,
    visits: BTreeSet<VisitId>,
    prompts: BTreeSet<(SlotId, PromptId)>,
    notes_of_slot: BTreeMap<SlotId, usize>,
    notes_of_visit: BTreeMap<VisitId, usize>,
}

impl References {
    /// Every edition counts, also what was struck out: it can be brought back.
    pub fn of(records: &Records) -> Self {
        let mut references = Self::default();
        for note in records.notes.every().flat_map(Editions::iter) {
            let place = &note.body.place;
            let prompt = place.prompt.as_ref().map(|prompt| &prompt.id);
            references.add(
                &place.slot.id,
                place.visit.as_ref().map(|visit| &visit.id),
                prompt,
            );
        }
        let placings = records.placings.every().flat_map(Editions::iter);
        for place in placings.filter_map(|placing| placing.body.at_place()) {
            let prompt = place.prompt.as_ref().map(|prompt| &prompt.id);
            references.add(
                &place.slot.id,
                place.visit.as_ref().map(|visit| &visit.id),
                prompt,
            );
        }
        for tick in records.asked.every().flat_map(Editions::iter) {
            let tick = &tick.body;
            let visit = tick.visit.as_ref().map(|visit| &visit.id);
            references.add(&tick.slot.id, visit, Some(&tick.prompt.id));
        }
        for change in records.changes.every().flat_map(Editions::iter) {
            references.add_change(&change.body);
        }
        for note in records.live_notes() {
            let place = &note.body.place;
            *references.notes_of_slot.entry(place.slot.id.clone()).or_default() += 1;
            if let Some(visit) = &place.visit {
                *references.notes_of_visit.entry(visit.id.clone()).or_default() += 1;
            }
        }
        references
    }

    fn add(&mut self, slot: &SlotId, visit: Option<&VisitId>, prompt: Option<&PromptId>) {
        self.slots.insert(slot.clone());
        self.visits.extend(visit.cloned());
        self.prompts
            .extend(prompt.map(|prompt| (slot.clone(), prompt.clone())));
    }

    fn add_change(&mut self, change: &DayChange) {
        match &change.what {
            Change::Stepped { slot, visit, .. } => self.add(slot, visit.as_ref(), None),
            Change::Retimed { slot, .. }
            | Change::Dropped { slot, .. }
            | Change::RowAdded { slot, .. }
            | Change::PromptAdded { slot, .. } => self.add(slot, None, None),
            Change::VisitMoved { visit, .. } | Change::NotSeen { visit, .. } => {
                self.visits.extend([visit.clone()]);
            }
            Change::VisitAdded { slot, visit, .. } => self.add(slot, Some(visit), None),
            Change::PersonAdded { .. } => {}
        }
    }

    fn needs(&self, slot: &Slot) -> bool {
        let visits = slot.tracks.iter().flat_map(|track| &track.visits);
        self.slots.contains(&slot.id) || visits.into_iter().any(|visit| self.visits.contains(&visit.id))
    }

    /// How many notes a row has.
    pub fn notes_of_slot(&self, slot: &SlotId) -> usize {
        self.notes_of_slot.get(slot).copied().unwrap_or(0)
    }

    /// How many notes a class has.
    pub fn notes_of_visit(&self, visit: &VisitId) -> usize {
        self.notes_of_visit.get(visit).copied().unwrap_or(0)
    }
}

/// What is no longer in the timetable `days` and is still needed: what records speak of, and what was kept before.
pub fn former(plan: &Plan, days: &[Day], references: &References) -> Vec<Slot> {
    let mut former: Vec<Slot> = Vec::new();
    let mut keep = |slot: Slot| match former.iter_mut().find(|known| known.id == slot.id) {
        Some(known) => join(known, slot),
        None => former.push(slot),
    };
    let now = |id: &SlotId| days.iter().flat_map(|day| &day.slots).find(|slot| slot.id == *id);
    for slot in &plan.former {
        match now(&slot.id) {
            None => keep(slot.clone()),
            Some(now) => rest(slot, now, |_| true, |_| true)
                .into_iter()
                .for_each(&mut keep),
        }
    }
    for slot in plan.days.iter().flat_map(|day| &day.slots) {
        let kept = match now(&slot.id) {
            None => references.needs(slot).then(|| slot.clone()),
            Some(now) => rest(
                slot,
                now,
                |visit| references.visits.contains(visit),
                |prompt| references.prompts.contains(&(slot.id.clone(), prompt.clone())),
            ),
        };
        kept.into_iter().for_each(&mut keep);
    }
    former
}

/// What the row `now` has no more of `was`, as far as it is needed.
fn rest(
    was: &Slot,
    now: &Slot,
    needs_visit: impl Fn(&VisitId) -> bool,
    needs_prompt: impl Fn(&PromptId) -> bool,
) -> Option<Slot> {
    let asked: BTreeSet<&PromptId> = all_prompts(now).map(|prompt| &prompt.id).collect();
    let gone = |prompts: &[Prompt]| -> Vec<Prompt> {
        let gone = prompts
            .iter()
            .filter(|prompt| !asked.contains(&prompt.id) && needs_prompt(&prompt.id));
        gone.cloned().collect()
    };
    let mut rest = was.clone();
    rest.activity.prompts = gone(&was.activity.prompts);
    for track in &mut rest.tracks {
        track
            .visits
            .retain(|visit| now.visit(&visit.id).is_none() && needs_visit(&visit.id));
        if let Some(activity) = &mut track.activity {
            activity.prompts = gone(&activity.prompts);
        }
    }
    rest.tracks.retain(|track| !is_empty(track));
    (!rest.activity.prompts.is_empty() || !rest.tracks.is_empty()).then_some(rest)
}

fn is_empty(track: &Track) -> bool {
    let asks = track
        .activity
        .as_ref()
        .is_some_and(|activity| !activity.prompts.is_empty());
    track.visits.is_empty() && !asks
}

fn all_prompts(slot: &Slot) -> impl Iterator<Item = &Prompt> {
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    own.chain([&slot.activity]).flat_map(|activity| &activity.prompts)
}

/// Adds to `known` what only `more` has.
fn join(known: &mut Slot, more: Slot) {
    add_prompts(&mut known.activity.prompts, more.activity.prompts);
    for track in more.tracks {
        let Some(kept) = known.tracks.iter_mut().find(|kept| kept.group == track.group) else {
            known.tracks.push(track);
            continue;
        };
        let new = track
            .visits
            .into_iter()
            .filter(|visit| kept.visits.iter().all(|old| old.id != visit.id));
        let new: Vec<_> = new.collect();
        kept.visits.extend(new);
        kept.visits.sort_by_key(|visit| visit.starts);
        match (&mut kept.activity, track.activity) {
            (Some(kept), Some(more)) => add_prompts(&mut kept.prompts, more.prompts),
            (kept @ None, more) => *kept = more,
            (Some(_), None) => {}
        }
    }
}

fn add_prompts(known: &mut Vec<Prompt>, more: Vec<Prompt>) {
    for prompt in more {
        if known.iter().all(|old| old.id != prompt.id) {
            known.push(prompt);
        }
    }
}
