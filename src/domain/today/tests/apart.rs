//! Deeds made apart: each holds whole or not at all.

use proptest::prelude::*;

use super::*;
use crate::domain::rooms;

impl Laptop {
    /// A deed of several changes at one moment.
    fn does(&mut self, writer: WriterId, when: &str, scope: &Scope, deed: Vec<Change>) {
        for what in deed {
            self.makes(writer, when, scope, what);
        }
    }

    fn contests(&self) -> Vec<Contest> {
        contests(&plan(), &self.records.changes)
    }
}

fn name(writer: WriterId, when: &str) -> DeedName {
    (writer, at(&plan(), when))
}

fn swap(one: &str, other: &str) -> Vec<Change> {
    let swapped = rooms::swap(&plan(), &VisitId::new(one), &VisitId::new(other));
    swapped.expect("one row").into()
}

fn merged(one: &Laptop, other: &Laptop) -> Laptop {
    let mut both = one.clone();
    both.records.merge(other.records.clone());
    both
}

#[test]
fn of_two_swaps_of_one_class_the_owners_holds_whole_and_the_other_is_void_whole() {
    let [mut mine, mut theirs] = [Laptop::default(), Laptop::default()];
    mine.does(OWNER, "08:50", &only(1), swap("y5", "y6"));
    let stands = mine.way(1);
    theirs.does(THIRD, "08:50", &only(1), swap("y5", "y4"));
    for both in [merged(&mine, &theirs), merged(&theirs, &mine)] {
        assert_eq!(both.way(1), stands);
        let contest = Contest {
            void: name(THIRD, "08:50"),
            stands: name(OWNER, "08:50"),
        };
        assert_eq!(both.contests(), [contest]);
        let today = both.today(1);
        assert_eq!(today.apart.len(), 1);
        let said: Vec<_> = today.apart[0]
            .wordings
            .iter()
            .map(|wording| (wording.writer, wording.with.len()))
            .collect();
        assert_eq!(said, [(OWNER, 1), (THIRD, 1)], "both wordings, whole");
    }
}

#[test]
fn the_same_deed_made_by_two_is_one_and_one_made_with_sight_replaces() {
    let [mut mine, mut theirs] = [Laptop::default(), Laptop::default()];
    mine.does(OWNER, "08:50", &only(1), swap("y5", "y6"));
    theirs.does(THIRD, "08:51", &only(1), swap("y5", "y6"));
    let mut both = merged(&mine, &theirs);
    assert_eq!((both.contests(), both.way(1)), (Vec::new(), mine.way(1)));
    both.does(
        THIRD,
        "08:55",
        &only(1),
        vec![moved("y5", 1, "09:30"), moved("y6", 1, "09:00")],
    );
    assert_eq!(both.contests(), []);
    assert!(both.way(1).contains("y5 09:30"), "{}", both.way(1));
}

#[test]
fn what_a_void_deed_replaced_holds_again() {
    let mut mine = Laptop::default();
    mine.does(
        THIRD,
        "08:40",
        &only(1),
        vec![
            retimed("break", "10:20", Some("10:50")),
            retimed("discussion", "10:50", Some("11:20")),
        ],
    );
    let pushed = mine.way(1);
    let mut owners = mine.clone();
    // The same again, later, and apart from the owner's.
    let before: Vec<_> = mine.records.changes.live().cloned().collect();
    mine.does(
        THIRD,
        "08:50",
        &only(1),
        vec![
            retimed("break", "10:25", Some("10:55")),
            retimed("discussion", "10:55", Some("11:25")),
        ],
    );
    for before in before {
        let next = mine.records.changes.get(before.id).expect("known").clone();
        mine.records.join(Entry::Change(kept_before(&before, &next)));
    }
    assert_ne!(mine.way(1), pushed);
    let retold = vec![retimed("discussion", "10:50", Some("11:15"))];
    owners.does(OWNER, "08:51", &only(1), retold);
    let both = merged(&mine, &owners);
    assert_eq!(both.contests().len(), 1);
    assert!(
        both.way(1).ends_with("break 10:20-10:50, discussion 10:50-11:15"),
        "neither the plan nor the void deed: {}",
        both.way(1)
    );
}

#[test]
fn who_marked_a_deed_before_made_theirs_with_sight_of_it() {
    for (marked, many) in [(3, 0), (9, 1)] {
        let mut both = Laptop::default();
        both.does(OWNER, "08:50", &only(1), vec![dropped("break")]);
        let heard = both.records.changes.live().next().expect("known").clone();
        let mut own = Laptop::default();
        own.does(THIRD, "08:51", &only(1), vec![retimed("break", "10:20", None)]);
        let mut said = own.records.changes.live().next().expect("known").clone();
        said.seq = 5;
        both.records.join(Entry::Change(mark(&heard, THIRD, marked)));
        both.records.join(Entry::Change(said));
        assert_eq!(both.contests().len(), many, "marked as number {marked}");
    }
}

/// The record by which `by` says, as their number `seq`, that a change became known.
fn mark(heard: &Record<DayChange>, by: WriterId, seq: u32) -> Record<DayChange> {
    let mut mark = Record {
        id: mark_id(heard, by, Known::InTime),
        writer: by,
        rev: 1,
        seq,
        ..heard.clone()
    };
    mark.body.what = Change::Stepped {
        slot: SlotId::new("lessons"),
        visit: None,
        late: 0,
        held: false,
    };
    mark
}

#[test]
fn who_heard_of_a_deed_heard_of_what_it_replaced() {
    let mut owners = Laptop::default();
    owners.does(OWNER, "08:40", &only(1), vec![retimed("break", "10:20", None)]);
    let before = owners.records.changes.live().next().expect("known").clone();
    owners.does(OWNER, "08:45", &only(1), vec![retimed("break", "10:25", None)]);
    let next = owners.records.changes.get(before.id).expect("known").clone();
    owners.records.join(Entry::Change(kept_before(&before, &next)));
    let mut own = Laptop::default();
    own.does(THIRD, "08:50", &only(1), vec![dropped("break")]);
    let mut said = own.records.changes.live().next().expect("known").clone();
    said.seq = 5;
    own.records.join(Entry::Change(said));
    assert_eq!(
        merged(&owners, &own).contests().len(),
        1,
        "without sight of either"
    );
    // Both came at once, so that only what stood was marked.
    own.records.join(Entry::Change(mark(&next, THIRD, 3)));
    assert_eq!(merged(&owners, &own).contests(), []);
}

/// Three who push by turns, each with sight of all before or none of anything: what each replaced is kept.
fn many_changes(with_sight: bool) -> Laptop {
    let writers = [OWNER, OTHER, THIRD];
    let rows = ["lessons", "break", "discussion", "feedback"];
    let mut laptops: [Laptop; 3] = Default::default();
    let mut all = Laptop::default();
    let mut heard: Vec<Record<DayChange>> = Vec::new();
    for nth in 0..250_usize {
        let who = nth % 3;
        let mine = if with_sight { &mut all } else { &mut laptops[who] };
        let seq = u32::try_from(2 * nth + 2).expect("few");
        if with_sight {
            for change in heard.iter().filter(|change| change.writer != writers[who]) {
                mine.records
                    .join(Entry::Change(mark(change, writers[who], seq - 1)));
            }
            heard.retain(|change| change.writer == writers[who] || change.seq + 6 > seq);
        }
        let when = format!("{:02}:{:02}", 5 + nth / 60, nth % 60);
        for row in rows {
            for (scope, late) in [(only(1), 0), (only(2), 1)] {
                let starts = format!("10:{:02}", (nth + late) % 60);
                let what = retimed(row, &starts, None);
                let id = what.record_id(plan().session, &scope).expect("one row");
                let own = mine.records.changes.editions(id);
                let before = own.and_then(|editions| editions.by(writers[who])).cloned();
                mine.makes(writers[who], &when, &scope, what);
                let editions = mine.records.changes.editions(id).expect("made");
                let mut next = editions.by(writers[who]).expect("made").clone();
                next.seq = seq;
                let kept = before.map(|before| kept_before(&before, &next));
                for entry in kept.into_iter().chain([next.clone()]) {
                    mine.records.join(Entry::Change(entry));
                }
                heard.push(next);
            }
        }
    }
    laptops.iter().fold(all, |all, one| merged(&all, one))
}

/// Two who never hear of each other move the row of their own group again and again: the days fit or not.
fn many_that_may_not_fit() -> Laptop {
    let mut laptops: [Laptop; 2] = Default::default();
    for nth in 0..1_000_usize {
        let who = nth % 2;
        let when = format!("{:02}:{:02}", 1 + nth / 60, nth % 60);
        let mine = &mut laptops[who];
        let scope = only(u32::try_from(who + 1).expect("two"));
        let rows = [
            retimed("break", &format!("10:{:02}", nth % 40), Some("10:45")),
            retimed("discussion", &format!("11:{:02}", nth % 50), None),
        ];
        for what in rows {
            let id = what.record_id(plan().session, &scope).expect("one row");
            let before = mine.records.changes.get(id).cloned();
            mine.makes([OTHER, THIRD][who], &when, &scope, what);
            let next = mine.records.changes.get(id).expect("made").clone();
            if let Some(before) = before {
                mine.records.join(Entry::Change(kept_before(&before, &next)));
            }
        }
    }
    merged(&laptops[0], &laptops[1])
}

#[test]
fn two_thousand_changes_are_judged_without_comparing_each_with_each() {
    for with_sight in [false, true] {
        let many = many_changes(with_sight);
        let changes = &many.records.changes;
        let said = changes.every().flat_map(Editions::iter);
        let said = said.filter(|change| change.body.what.target().is_some()).count();
        assert!(said >= 2_000, "{said}");
        let worked = deeds::worked_for(|| {
            let void = contests(&plan(), changes);
            assert_eq!(void.is_empty(), with_sight);
        });
        assert!(worked.looked_for <= 2 * 2 * said, "{worked:?}");
        // A deed with each of the others at most, both ways, and again where they are tried for what they spoil.
        assert!(worked.compared <= 4 * 250 * 250 / 2, "{worked:?}");
    }
    let many = many_that_may_not_fit();
    let worked = deeds::worked_for(|| {
        let _ = contests(&plan(), &many.records.changes);
    });
    // Only what stands can spoil anything, and that is one edition of each row and group.
    assert!((2..=2 + 3 * 4).contains(&worked.folded), "{worked:?}");
}

/// A deed of somebody, for their group or for everyone.
fn any_deed() -> impl Strategy<Value = (Scope, Vec<Change>)> {
    let visit = || prop::sample::select(vec!["y5", "y6", "y4"]);
    let times = |by: u32| {
        let later = |hour: u32, minute: u32| {
            let at = hour * 60 + minute + by;
            format!("{:02}:{:02}", at / 60, at % 60)
        };
        vec![
            retimed("break", &later(10, 15), Some(&later(10, 45))),
            retimed("discussion", &later(10, 45), Some(&later(11, 15))),
        ]
    };
    let scope = || prop::sample::select(vec![only(1), Scope::Everyone]);
    prop_oneof![
        (visit(), visit())
            .prop_filter("two", |(one, other)| one != other)
            .prop_map(|(one, other)| (only(1), swap(one, other))),
        (1_u32..20, scope()).prop_map(move |(by, scope)| (scope, times(by))),
        visit().prop_map(|visit| (only(1), vec![not_seen(visit)])),
        scope().prop_map(|scope| (scope, vec![dropped("break")])),
    ]
}

proptest! {
    #[test]
    fn whoever_is_heard_first_each_deed_is_whole_or_void(deeds in prop::collection::vec((any_deed(), 0_usize..3), 1..6)) {
        let writers = [OWNER, OTHER, THIRD];
        let mut laptops: [Laptop; 3] = Default::default();
        for (nth, ((scope, deed), who)) in deeds.into_iter().enumerate() {
            laptops[who].does(writers[who], &format!("08:{:02}", 10 + nth), &scope, deed);
        }
        let [one, two, three] = &laptops;
        let all = merged(&merged(one, two), three);
        let contests = all.contests();
        prop_assert_eq!(&merged(&merged(three, two), one).contests(), &contests);
        prop_assert_eq!(&merged(&merged(two, one), three).contests(), &contests);
        let holding = holding(&all.records.changes, &contests);
        for change in all.records.changes.every().flat_map(Editions::iter) {
            let void = contests.iter().any(|contest| contest.void == deed_of(change));
            let held = holding.editions(change.id).and_then(|held| held.by(change.writer));
            prop_assert_eq!(held.is_none(), void);
            if contests.iter().any(|contest| contest.stands == deed_of(change)) {
                prop_assert!(!void, "what stands is not void");
            }
            prop_assert!(!void || change.writer != OWNER, "the owner's stands");
        }
    }
}
