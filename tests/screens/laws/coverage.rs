//! Coverage, counted once more from nothing but the plan as it was agreed and what is recorded.

use std::collections::{BTreeMap, BTreeSet};

use knownow::{
    app::day::Day,
    domain::{
        course::Phase,
        coverage::{Coverage, VisitState, Visited},
        day_change::{Change, Scope},
        ids::{GroupId, PromptId, SlotId, VisitId},
        plan::{Plan, Slot},
        route::Stop,
        today,
    },
};
use proptest::prelude::*;

use super::late::Check;
use crate::stage::Stage;

/// Row, question and class.
type Where = (SlotId, Option<PromptId>, Option<String>);

/// Every note is in the cell where it was filed, every visit is there once, and it stands as people said.
pub(super) fn coverage_is_right(stage: &Stage) -> Check {
    let day = stage.day();
    let coverage = day.coverage(stage.now);
    notes_are_where_they_were_filed(day, &coverage)?;
    every_visit_is_there_once(day, &coverage)?;
    visits_stand_as_people_said(day, &coverage)
}

fn slots(plan: &Plan) -> impl Iterator<Item = &Slot> {
    plan.days.iter().flat_map(|day| &day.slots)
}

fn notes_are_where_they_were_filed(day: &Day, coverage: &Coverage) -> Check {
    let shown: BTreeSet<&SlotId> = coverage.rows.iter().map(|row| &row.slot).collect();
    for slot in slots(&day.plan) {
        let asks =
            !slot.activity.prompts.is_empty() || slot.tracks.iter().any(|track| !track.visits.is_empty());
        prop_assert!(!asks || shown.contains(&slot.id), "{} is shown", slot.id);
    }
    let mut filed: BTreeMap<Where, u32> = BTreeMap::new();
    let mut in_class: BTreeMap<String, u32> = BTreeMap::new();
    for note in day.records.notes.live() {
        let place = &note.body.place;
        let class = place.visit.as_ref().map(|visit| visit.words.clone());
        if let Some(class) = &class {
            *in_class.entry(class.clone()).or_default() += 1;
        }
        if shown.contains(&place.slot.id) {
            let prompt = place.prompt.as_ref().map(|prompt| prompt.id.clone());
            *filed.entry((place.slot.id.clone(), prompt, class)).or_default() += 1;
        }
    }
    let mut counted: BTreeMap<Where, u32> = BTreeMap::new();
    for row in &coverage.rows {
        for question in &row.questions {
            let classes = row.classes.iter().map(|class| Some(class.name.clone()));
            let cells = question.cells.iter().chain([&question.no_class]);
            for (class, cell) in classes.chain([None]).zip(cells) {
                let prompt = question.prompt.as_ref().map(|prompt| prompt.id.clone());
                *counted.entry((row.slot.clone(), prompt, class)).or_default() += cell.notes.total();
            }
        }
    }
    counted.retain(|_, notes| *notes > 0);
    prop_assert_eq!(counted, filed);
    let classes = coverage.classes.iter();
    let classes = classes.map(|class| (class.name.clone(), class.notes.total()));
    let noted: BTreeMap<String, u32> = classes.filter(|(_, notes)| *notes > 0).collect();
    prop_assert_eq!(noted, in_class);
    prop_assert_eq!(coverage.elsewhere, 0, "no row of the agreed plan is ever gone");
    Ok(())
}

/// Every visit that was agreed or that somebody added, with its class and its group.
fn visits(day: &Day) -> BTreeMap<VisitId, (String, GroupId)> {
    let tracks = slots(&day.plan).flat_map(|slot| &slot.tracks);
    let agreed = tracks.flat_map(|track| {
        let visits = track.visits.iter();
        visits.map(|visit| (visit.id.clone(), (visit.class.clone(), track.group.clone())))
    });
    let added = day.records.changes.live().filter_map(|change| {
        let Scope::Track(Some(group)) = &change.body.scope else {
            return None;
        };
        match &change.body.what {
            Change::VisitAdded { visit, class, .. } => {
                Some((visit.clone(), (class.clone(), group.id.clone())))
            }
            _ => None,
        }
    });
    agreed.chain(added).collect()
}

fn every_visit_is_there_once(day: &Day, coverage: &Coverage) -> Check {
    let in_classes = coverage.classes.iter().flat_map(|class| {
        let visits = class.visits.iter();
        visits.map(|visited| (class.name.clone(), visited))
    });
    let counted: Vec<_> = in_classes.collect();
    let once: BTreeSet<_> = counted.iter().map(|(_, visited)| &visited.visit).collect();
    prop_assert_eq!(once.len(), counted.len(), "no visit counts twice");
    // Groups change places with whole visits: whose a visit is by now is the plan's of today.
    let classes: BTreeMap<_, _> = counted
        .iter()
        .map(|(class, visited)| (visited.visit.clone(), class.clone()))
        .collect();
    let known: BTreeMap<_, _> = visits(day)
        .into_iter()
        .map(|(visit, (class, _))| (visit, class))
        .collect();
    prop_assert_eq!(classes, known);
    Ok(())
}

fn visits_stand_as_people_said(day: &Day, coverage: &Coverage) -> Check {
    let contests = today::contests(&day.plan, &day.records.changes);
    let holding = today::holding(&day.records.changes, &contests);
    let said = || holding.live().map(|change| &change.body);
    // A group says so of its own visits: one that went to another group since is to be seen by that one.
    let is_not_seen = |visited: &Visited| {
        said().any(|change| {
            matches!(&change.what, Change::NotSeen { visit, .. } if *visit == visited.visit)
                && change.scope.holds_for(Some(&visited.group))
        })
    };
    let dropped: BTreeSet<&SlotId> = said()
        .filter_map(|change| match &change.what {
            Change::Dropped { slot, .. } => Some(slot),
            _ => None,
        })
        .collect();
    let noted: BTreeSet<&VisitId> = day
        .records
        .notes
        .live()
        .filter_map(|note| Some(&note.body.place.visit.as_ref()?.id))
        .collect();
    for row in &coverage.rows {
        for visited in row.classes.iter().flat_map(|class| &class.visits) {
            let (visit, not_seen) = (&visited.visit, is_not_seen(visited));
            match &visited.state {
                VisitState::NotSeen(_) => {
                    prop_assert!(not_seen || dropped.contains(&row.slot), "{visit}");
                }
                VisitState::Seen | VisitState::Now => prop_assert!(!not_seen, "{visit}"),
                VisitState::ToCome | VisitState::TimeOver | VisitState::NotReached => {
                    prop_assert!(!not_seen && !noted.contains(visit), "{visit}");
                }
            }
        }
    }
    Ok(())
}

/// On the way of who alone writes for a group: what lies behind, where the group is, what is to come.
pub(super) fn own_visits_stand_as_the_way_is_gone(stage: &Stage) -> Check {
    let day = stage.day();
    let coverage = day.coverage(stage.now);
    let (Some(position), Some(here)) = (day.position, day.stop()) else {
        return Ok(());
    };
    // Another day, or the day before it begins, is only looked at.
    if position.phase != Phase::During(here.day) {
        return Ok(());
    }
    let states: BTreeMap<&VisitId, &VisitState> = coverage
        .classes
        .iter()
        .flat_map(|class| &class.visits)
        .map(|visited| (&visited.visit, &visited.state))
        .collect();
    let known = |stop: &Stop| {
        let visit = stop.place.visit.as_ref()?;
        states.get(visit).copied()
    };
    for (nth, stop) in day.route.stops().iter().enumerate() {
        let fits = match known(stop) {
            None | Some(VisitState::NotSeen(_)) => true,
            Some(VisitState::Now) => nth == position.stop,
            Some(VisitState::Seen) => nth != position.stop,
            Some(VisitState::TimeOver | VisitState::NotReached) => nth < position.stop,
            Some(VisitState::ToCome) => nth > position.stop,
        };
        prop_assert!(
            fits,
            "{:?} is {:?}, the group is at {:?}",
            stop,
            known(stop),
            here
        );
    }
    Ok(())
}
