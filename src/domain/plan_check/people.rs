//! Who takes part, and nobody in two places.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, PeopleFinding, Whereabouts, rooms::group_name, spoken::Spoken};
use crate::domain::{
    ids::GroupId,
    plan::{Day, Duty, Person, Plan, Slot},
};

/// Says who is missing, and who would have to be in two places.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    missing(plan, found);
    twice_on_the_plan(plan, found);
    for day in &plan.days {
        for slot in &day.slots {
            two_ways(plan, day, slot, found);
            for person in &plan.people {
                two_places(plan, day, slot, person, found);
            }
        }
    }
}

fn missing(plan: &Plan, found: &mut Found) {
    let has = |duty: Duty| plan.people.iter().any(|person| person.duties.contains(&duty));
    let whole = Whereabouts::default;
    if !has(Duty::Facilitator) {
        found.warning(whole(), PeopleFinding::NoFacilitator);
    }
    if !has(Duty::SafeguardingLead) {
        found.warning(whole(), PeopleFinding::NoSafeguardingLead);
    }
    for group in &plan.groups {
        if plan
            .people
            .iter()
            .all(|person| person.group.as_ref() != Some(&group.id))
        {
            found.warning(whole(), PeopleFinding::EmptyGroup(group.name.clone()));
        }
    }
}

fn twice_on_the_plan(plan: &Plan, found: &mut Found) {
    let mut known: BTreeMap<String, &Person> = BTreeMap::new();
    for person in &plan.people {
        let folded = person.name.trim().to_lowercase();
        let Some(other) = known.get(&folded).copied() else {
            known.insert(folded, person);
            continue;
        };
        if folded.is_empty() {
            continue;
        }
        let name = other.name.trim().to_string();
        match (&other.group, &person.group) {
            (Some(one), Some(two)) if one != two => {
                let groups = [one, two].map(|group| group_name(plan, group).to_string());
                found.error(Whereabouts::default(), PeopleFinding::InTwoGroups(name, groups));
            }
            _ => found.warning(Whereabouts::default(), PeopleFinding::TwiceOnThePlan(name)),
        }
    }
}

/// A group that goes two ways in one row.
fn two_ways(plan: &Plan, day: &Day, slot: &Slot, found: &mut Found) {
    let mut placed = BTreeSet::new();
    for track in &slot.tracks {
        if !placed.insert(&track.group) {
            let group = group_name(plan, &track.group).to_string();
            found.error(Whereabouts::of_row(day, slot), PeopleFinding::TwoWays(group));
        }
    }
}

/// Somebody who is met by one group while being elsewhere: with a group of their own, or met by another one.
fn two_places(plan: &Plan, day: &Day, slot: &Slot, person: &Person, found: &mut Found) {
    if slot.tracks.len() < 2 {
        return;
    }
    let title = |group: &GroupId| slot.activity_of(Some(group)).title.as_str();
    let named = |text: &str| Spoken::of([text]).names(&person.name);
    let mut meet: Vec<&GroupId> = Vec::new();
    for track in slot.tracks.iter().filter(|track| named(title(&track.group))) {
        // The same words for two groups are one meeting of both.
        if meet.iter().all(|other| title(other) != title(&track.group)) {
            meet.push(&track.group);
        }
    }
    let joined = slot.tracks.iter().map(|track| &track.group);
    let joined = joined.filter(|group| joins(plan, slot, person, group));
    let elsewhere = match &person.group {
        Some(own) if named(title(own)) => None,
        Some(own) => meet
            .iter()
            .copied()
            .chain(joined)
            .find(|group| *group != own)
            .map(|there| (own, there)),
        None => meet.first().zip(meet.get(1)).map(|(one, two)| (*one, *two)),
    };
    if let Some((one, two)) = elsewhere {
        let groups = [one, two].map(|group| group_name(plan, group).to_string());
        let name = person.name.trim().to_string();
        found.warning(
            Whereabouts::of_row(day, slot),
            PeopleFinding::InTwoPlaces(name, groups),
        );
    }
}

/// Whether the remark of a row says that a person goes with a group that is not their own: both are named in one part
/// of it, and their own group is not.
fn joins(plan: &Plan, slot: &Slot, person: &Person, group: &GroupId) -> bool {
    let own = person.group.as_ref();
    slot.remark.split(['.', ';', ',', '\n']).any(|part| {
        let part = Spoken::of([part]);
        part.names(&person.name)
            && part.names(group_name(plan, group))
            && own.is_none_or(|own| !part.names(group_name(plan, own)))
    })
}
