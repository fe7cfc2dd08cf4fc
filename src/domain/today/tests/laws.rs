//! Whatever is changed by whom, everybody has the same day.

use proptest::prelude::*;

use super::*;
use crate::domain::{
    ids::{PersonId, PromptId},
    plan::Person,
    prompt::Prompt,
};

/// Changes of any kind to a few rows and visits, by either of two writers.
fn any_change() -> impl Strategy<Value = (Change, bool)> {
    let slot = || prop::sample::select(vec!["lessons", "break", "discussion", "feedback"]);
    let visit = || prop::sample::select(vec!["y5", "y6", "y4", "y2"]);
    let clock = || (9_u32..12, 0_u32..60).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    let what = prop_oneof![
        (slot(), clock(), prop::option::of(clock())).prop_map(|(slot, starts, ends)| retimed(
            slot,
            &starts,
            ends.as_deref()
        )),
        (visit(), 1_u32..3, clock()).prop_map(|(visit, track, starts)| moved(visit, track, &starts)),
        visit().prop_map(not_seen),
        slot().prop_map(dropped),
        (clock(), prop::option::of(clock())).prop_map(|(starts, ends)| row_added(&starts, ends.as_deref())),
        (slot(), 1_u32..3, clock()).prop_map(|(slot, track, starts)| visit_added(slot, track, &starts)),
        (slot(), 0_u32..3).prop_map(|(slot, nth)| prompt_added(slot, nth)),
        (0_u32..3).prop_map(person_added),
    ];
    (what, any::<bool>())
}

/// A row that was added; two can be made apart under one id.
fn row_added(starts: &str, ends: Option<&str>) -> Change {
    Change::RowAdded {
        day: plan().days[0].id.clone(),
        slot: SlotId::new("governors"),
        starts: time(starts),
        ends: ends.map(time),
        title: "Governors".into(),
        kind: ActivityKind::Discussion,
    }
}

fn visit_added(slot: &str, track: u32, starts: &str) -> Change {
    Change::VisitAdded {
        slot: SlotId::new(slot),
        track: TrackId::new(format!("track-{track}")),
        visit: VisitId::new(format!("added-{slot}-{track}")),
        class: "Nursery".into(),
        starts: time(starts),
    }
}

fn prompt_added(slot: &str, nth: u32) -> Change {
    Change::PromptAdded {
        slot: SlotId::new(slot),
        prompt: Prompt {
            id: PromptId::new(format!("added-{nth}")),
            short: format!("Question {nth}"),
            text: format!("Question {nth}, in all its words?"),
        },
    }
}

fn person_added(nth: u32) -> Change {
    Change::PersonAdded {
        person: Person {
            id: PersonId::new(format!("governor-{nth}")),
            name: format!("Governor {nth}"),
            group: None,
            host_staff: false,
            duties: Vec::new(),
        },
    }
}

/// Whether a plan has what was added to it.
fn has(plan: &Plan, added: &Change) -> bool {
    let slot = |id: &SlotId| plan.every_slot().find(|slot| slot.id == *id);
    match added {
        Change::RowAdded { slot: id, .. } => slot(id).is_some(),
        Change::PromptAdded { slot: id, prompt } => {
            slot(id).is_some_and(|slot| slot.activity.prompts.iter().any(|known| known.id == prompt.id))
        }
        Change::PersonAdded { person } => plan.person(&person.id).is_some(),
        _ => true,
    }
}

fn any_scope() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Everyone), Just(only(1)), Just(only(2))]
}

proptest! {
    #[test]
    fn whoever_is_heard_first_the_day_is_the_same(
        made in prop::collection::vec((any_change(), any_scope(), 0_usize..3, 9_u32..12, 0_u32..60), 0..12),
        tells in prop::collection::vec((0_usize..3, 0_usize..3), 0..6),
    ) {
        let writers = [OWNER, OTHER, THIRD];
        let mut laptops: [Laptop; 3] = Default::default();
        for (nth, ((what, back), scope, who, hour, minute)) in made.into_iter().enumerate() {
            let id = laptops[who].makes(writers[who], &format!("{hour:02}:{minute:02}"), &scope, what);
            if back {
                laptops[who].takes_back(writers[who], id);
            }
            if let Some((from, to)) = tells.get(nth) {
                let told = laptops[*from].records.clone();
                laptops[*to].records.merge(told);
            }
        }
        let [one, two, three] = laptops.map(|laptop| laptop.records);
        let merged = |all: [&Records; 3]| {
            let mut records = Records::default();
            for told in all {
                records.merge(told.clone());
            }
            records
        };
        for number in [Some(group(1)), Some(group(2)), None] {
            let day = |records: &Records| Today::of(&plan(), records, number.as_ref());
            let first = day(&merged([&one, &two, &three]));
            prop_assert_eq!(&day(&merged([&three, &one, &two])), &first);
            prop_assert_eq!(&day(&merged([&two, &three, &one])), &first);
            for added in merged([&one, &two, &three]).changes.live() {
                let holds = added.body.scope.holds_for(number.as_ref());
                prop_assert!(!holds || has(&first.plan, &added.body.what), "{:?}", added.body);
            }
            for places in first.plan.days.iter().map(|day| &day.slots) {
                prop_assert!(places.is_sorted_by_key(|slot| slot.starts));
            }
            let visits = |plan: &Plan| plan.every_slot().map(|slot| slot.tracks.iter().map(|track| track.visits.len()).sum::<usize>()).sum::<usize>();
            prop_assert!(visits(&first.plan) >= visits(&plan()), "no class is forgotten");
        }
    }
}
