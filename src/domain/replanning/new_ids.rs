//! Ids for what is new, which nothing in this session ever had.
//!
//! A plan no longer knows what left it without a note. A colleague may have written one all the same, on another
//! computer, and it must not arrive in a row, class or question of today that happens to have the same id.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    activity::Activity,
    ids::{DayId, GroupId, PromptId, SlotId, TrackId, VisitId},
    plan::{Plan, Slot},
    plan_edit::Fresh,
    slugs::IdsInUse,
};

/// So much of an id is kept before the letters of chance that these are never cut off.
const LONGEST_START: usize = 32;

/// Puts the letters of chance of `fresh` behind every id in `next` that `before` does not have.
pub(super) fn give(before: &Plan, next: &mut Plan, fresh: Fresh) {
    let known = IdsInUse::of(before);
    let mut ids = Ids {
        used: known.clone(),
        known,
        tail: fresh.tail(),
    };
    let mut groups: BTreeMap<GroupId, GroupId> = BTreeMap::new();
    for group in &mut next.groups {
        let id = GroupId::new(ids.of(group.id.as_str()));
        groups.insert(std::mem::replace(&mut group.id, id.clone()), id);
    }
    let asked = asked_in(before);
    for day in &mut next.days {
        day.id = DayId::new(ids.of(day.id.as_str()));
        for slot in &mut day.slots {
            if let Some(asked) = asked.get(&slot.id) {
                new_questions(slot, asked, &ids.tail);
            }
            of_row(slot, &mut ids, &groups);
        }
    }
}

struct Ids {
    known: IdsInUse,
    used: IdsInUse,
    tail: String,
}

impl Ids {
    /// The id itself if the plan from before has it, else a new one that begins with it.
    fn of(&mut self, id: &str) -> String {
        if self.known.has(id) {
            return id.to_string();
        }
        let start: String = id.chars().take(LONGEST_START).collect();
        self.used.fresh(&format!("{start}-{}", self.tail))
    }
}

fn of_row(slot: &mut Slot, ids: &mut Ids, groups: &BTreeMap<GroupId, GroupId>) {
    slot.id = SlotId::new(ids.of(slot.id.as_str()));
    for track in &mut slot.tracks {
        track.id = TrackId::new(ids.of(track.id.as_str()));
        if let Some(group) = groups.get(&track.group) {
            track.group = group.clone();
        }
        for visit in &mut track.visits {
            visit.id = VisitId::new(ids.of(visit.id.as_str()));
        }
    }
}

/// The questions of each row, what is no longer in the timetable included: their ids are those of their row.
fn asked_in(plan: &Plan) -> BTreeMap<SlotId, BTreeSet<PromptId>> {
    let mut asked: BTreeMap<SlotId, BTreeSet<PromptId>> = BTreeMap::new();
    for slot in plan.days.iter().flat_map(|day| &day.slots).chain(&plan.former) {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        let prompts = own.chain([&slot.activity]).flat_map(|activity| &activity.prompts);
        let ids = prompts.map(|prompt| prompt.id.clone());
        asked.entry(slot.id.clone()).or_default().extend(ids);
    }
    asked
}

/// Gives new ids to the questions of a row that it did not have before.
fn new_questions(slot: &mut Slot, known: &BTreeSet<PromptId>, tail: &str) {
    let mut used = known.clone();
    let mut renew = |activity: &mut Activity| {
        for prompt in activity
            .prompts
            .iter_mut()
            .filter(|prompt| !known.contains(&prompt.id))
        {
            let first = format!("{}-{tail}", prompt.id);
            let numbered = (2_u32..).map(|number| format!("{first}-{number}"));
            let mut ids = std::iter::once(first.clone()).chain(numbered).map(PromptId::new);
            if let Some(id) = ids.find(|id| !used.contains(id)) {
                used.insert(id.clone());
                prompt.id = id;
            }
        }
    };
    renew(&mut slot.activity);
    let own = slot.tracks.iter_mut().filter_map(|track| track.activity.as_mut());
    own.for_each(renew);
}
