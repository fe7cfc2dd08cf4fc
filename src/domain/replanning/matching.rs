//! Which day, row, class and question of the plan is meant by one of the table.

use chrono::NaiveDate;

use crate::domain::{
    class_name::{ClassName, classes, same_class},
    pairing::Pairs,
    plan::{Day, Plan, Slot, Track, Visit},
    read_timetable::ReadDay,
    taking_over::{is_like, same_words},
};

/// The day of the plan that each day of a table means: by its name, else by its date, else by its place. One that has
/// a date is only known by its place if the table has as many days as the plan: the review was put off.
pub fn days(planned: &[Day], read: &[ReadDay], by_hand: &[NaiveDate]) -> Vec<Option<usize>> {
    let read: Vec<(Option<NaiveDate>, &str)> = read
        .iter()
        .enumerate()
        .map(|(at, day)| (day.date.or(by_hand.get(at).copied()), day.label.trim()))
        .collect();
    let as_many = read.len() == planned.len();
    let mut pairs = Pairs::of(&read, planned);
    pairs.in_order(|(_, label), day| !label.is_empty() && same_words(label, &day.label));
    pairs.in_order(|(date, _), day| *date == Some(day.date));
    pairs.in_order(|(date, _), _| as_many || date.is_none());
    pairs.found()
}

/// The rows of the plan that the rows of each day of a table mean: of the same day, else of another day of the table,
/// else one that had left the plan.
pub fn rows<'a>(plan: &'a Plan, taken: &[Day], meant: &[Option<usize>]) -> Vec<Vec<Option<&'a Slot>>> {
    let mut found: Vec<Vec<Option<&Slot>>> = Vec::new();
    for (day, meant) in taken.iter().zip(meant) {
        let old = meant.map_or(&[][..], |day| &plan.days[day].slots[..]);
        let pairs = rows_of_day(&day.slots, old);
        found.push(pairs.into_iter().map(|at| at.map(|at| &old[at])).collect());
    }
    let spare = meant.iter().flatten().flat_map(|day| &plan.days[*day].slots);
    let gone = plan
        .former
        .iter()
        .filter(|former| plan.slot(&former.id).is_none());
    for old in spare.chain(gone) {
        if found.iter().flatten().flatten().any(|known| known.id == old.id) {
            continue;
        }
        let rows = taken.iter().map(|day| &day.slots).zip(&mut found);
        let mut free = rows.flat_map(|(slots, found)| slots.iter().zip(found));
        let place = free.find(|(slot, found)| found.is_none() && same_activity(slot, old));
        if let Some((_, place)) = place {
            *place = Some(old);
        }
    }
    found
}

fn rows_of_day(new: &[Slot], old: &[Slot]) -> Vec<Option<usize>> {
    let mut pairs = Pairs::of(new, old);
    let same_start = |new: &Slot, old: &Slot| new.starts == old.starts;
    let alike = |new: &Slot, old: &Slot| new.activity.kind == old.activity.kind && is_renamed(new, old);
    pairs.in_order(|new, old| same_activity(new, old) && same_start(new, old) && same_ways(new, old));
    pairs.in_order(|new, old| same_activity(new, old) && same_start(new, old));
    pairs.if_single(|new, old| same_activity(new, old) && same_ways(new, old));
    pairs.in_order(same_activity);
    pairs.in_order(|new, old| same_start(new, old) && alike(new, old));
    pairs.in_order(|new, old| same_start(new, old) && same_words(&new.activity.title, &old.activity.title));
    pairs.if_single(alike);
    pairs.found()
}

fn same_activity(new: &Slot, old: &Slot) -> bool {
    new.activity.kind == old.activity.kind && same_words(&new.activity.title, &old.activity.title)
}

/// Whether one is the other under a new name.
fn is_renamed(new: &Slot, old: &Slot) -> bool {
    is_like(new.activity.kind, &new.activity.title, &old.activity.title)
}

/// Whether the same groups see the same classes.
fn same_ways(new: &Slot, old: &Slot) -> bool {
    let ways = |slot: &Slot| {
        let seen = |track: &Track| -> Vec<Vec<ClassName>> {
            let visits = track.visits.iter();
            visits.map(|visit| classes(&visit.class)).collect()
        };
        let mut ways: Vec<_> = slot
            .tracks
            .iter()
            .map(|track| (track.group.clone(), seen(track)))
            .collect();
        ways.sort();
        ways
    };
    ways(new) == ways(old)
}

/// The visits that the visits of a table mean: the same class at the same time, else the same class, else the only one
/// that may be it, as "Year 5" may be "Year 5 (Oak)".
pub fn visits(new: &[Visit], old: &[Visit]) -> Vec<Option<usize>> {
    let same_class = |new: &Visit, old: &Visit| same_class(&new.class, &old.class);
    let may_be = |new: &Visit, old: &Visit| match (&classes(&new.class)[..], &classes(&old.class)[..]) {
        ([new], [old]) => new.may_be(old),
        _ => false,
    };
    let mut pairs = Pairs::of(new, old);
    pairs.in_order(|new, old| same_class(new, old) && new.starts == old.starts);
    pairs.in_order(same_class);
    pairs.in_order(|new, old| may_be(new, old) && new.starts == old.starts);
    pairs.if_single(may_be);
    pairs.found()
}
