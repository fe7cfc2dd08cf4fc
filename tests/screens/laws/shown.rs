//! Coverage against what the screen showed of each class, minute by minute.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use knownow::domain::{
    course::Phase,
    coverage::{VisitState, Visited},
    ids::VisitId,
    stamp::Stamp,
};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    cases,
    late::{HALF_DAY, started},
};
use crate::stage::Stage;

/// So many minutes pass, then these keys are pressed.
type Deed = (i64, &'static str);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let keys = prop::sample::select(vec!["<C-n>", "<C-n>", "<C-p>", "x<Enter>", ""]);
    prop::collection::vec((1_i64..30, keys), 1..12)
}

fn here(stage: &Stage) -> Option<VisitId> {
    stage.day().stop().and_then(|stop| stop.place.visit.clone())
}

fn runs(stage: &Stage) -> bool {
    let position = stage.day().position;
    position.is_some_and(|position| matches!(position.phase, Phase::During(_)))
}

/// A class that the group has left, or never came to, is missed just if no minute showed it and nobody noted there.
fn stands_as_shown(stage: &Stage, shown: &BTreeSet<VisitId>) -> Result<(), TestCaseError> {
    let day = stage.day();
    let coverage = day.coverage(stage.now);
    let of_me = |visited: &&Visited| Some(&visited.group) == day.me.group.as_ref();
    let visits = coverage.classes.iter().flat_map(|class| &class.visits);
    for Visited { visit, state, .. } in visits.filter(of_me) {
        match state {
            VisitState::NotReached => prop_assert!(!shown.contains(visit), "{visit} was shown"),
            VisitState::ToCome | VisitState::NotSeen(_) => {}
            other => prop_assert!(shown.contains(visit), "{visit} is {other:?}, and was never shown"),
        }
    }
    for (line, _) in day
        .went(stage.now)
        .iter()
        .filter(|went| {
            let own = day.me.group.as_ref().and_then(|group| day.plan.group(group));
            went.group.as_deref() == own.map(|group| group.name.as_str())
        })
        .flat_map(|went| &went.places)
    {
        let Some(visit) = &line.place.visit else { continue };
        prop_assert_eq!(line.reached.is_some(), shown.contains(visit), "{}", line.name);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn coverage_says_of_each_class_what_was_shown_of_it(deeds in deeds()) {
        let mut stage = started(HALF_DAY);
        let mut shown = BTreeSet::new();
        let mut since: BTreeMap<VisitId, Stamp> = BTreeMap::new();
        let mut by_hand = BTreeSet::new();
        for (minutes, keys) in deeds.into_iter().chain([(200, "")]) {
            for _ in 0..minutes {
                // What is left in the moment in which it begins was not there for a minute.
                if let Some(visit) = here(&stage).filter(|_| runs(&stage)) {
                    since.entry(visit.clone()).or_insert(stage.now);
                    shown.insert(visit);
                }
                stage.pass(TimeDelta::minutes(1));
            }
            // Before the day begins, places are only looked at.
            if runs(&stage) {
                let (from, at) = (here(&stage), stage.day().position.map(|position| position.stop));
                stage.keys(keys);
                let position = stage.day().position.expect("a place");
                by_hand.extend(here(&stage).filter(|_| Some(position.stop) > at && !position.held));
                // Who steps back from where the clock has just led them had not gone there.
                let just = |visit: &VisitId| since.get(visit).is_some_and(|since| stage.now.minutes_since(*since) < 3);
                let not_gone = |visit: &VisitId| position.held && just(visit) && !by_hand.contains(visit);
                if let Some(visit) = from.filter(|visit| Some(position.stop) < at && not_gone(visit)) {
                    shown.remove(&visit);
                    since.remove(&visit);
                }
            }
            let until_now = shown.iter().cloned().chain(here(&stage).filter(|_| runs(&stage)));
            stands_as_shown(&stage, &until_now.collect())?;
        }
    }
}
