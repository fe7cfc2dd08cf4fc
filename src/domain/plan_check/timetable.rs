//! Rows and visits in time: order, overlap, gaps, breaks.

use std::collections::BTreeSet;

use chrono::{NaiveTime, TimeDelta};

use super::{Found, RowFinding, VisitFinding, Whereabouts, rooms::group_name};
use crate::domain::{
    activity::ActivityKind,
    ids::GroupId,
    plan::{Day, Plan, Slot, row_end},
};

/// When schools have lunch.
const LUNCHTIME: (NaiveTime, NaiveTime) = match (
    NaiveTime::from_hms_opt(12, 0, 0),
    NaiveTime::from_hms_opt(13, 30, 0),
) {
    (Some(from), Some(until)) => (from, until),
    _ => (NaiveTime::MIN, NaiveTime::MIN),
};
/// Less is no lunch.
const LUNCH: TimeDelta = TimeDelta::minutes(20);
/// So many minutes between two rows of classes are for the walk from one to the other.
const LONGEST_WALK: i64 = 5;
/// A longer day has a lunch in it.
const LONG_DAY: TimeDelta = TimeDelta::hours(5);

/// Says what is wrong with the times of the days.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    if plan.days.is_empty() {
        found.error(Whereabouts::default(), RowFinding::NoDay);
    }
    let has_rows = plan.days.iter().any(|day| !day.slots.is_empty());
    let mut dates = BTreeSet::new();
    for day in &plan.days {
        if !dates.insert(day.date) {
            found.error(Whereabouts::of_day(day), RowFinding::SameDate(day.date));
        } else if let Some(latest) = dates.last().filter(|latest| **latest > day.date) {
            found.error(Whereabouts::of_day(day), RowFinding::BeforeTheDayBefore(*latest));
        }
        if !has_rows {
            // A day without any rows can't be run; one of several may be left for later.
            found.error(Whereabouts::of_day(day), RowFinding::NoRows);
        } else if day.slots.is_empty() {
            found.warning(Whereabouts::of_day(day), RowFinding::NoRows);
        }
        rows(day, found);
        for (row, slot) in day.slots.iter().enumerate() {
            visits(day, slot, row_end(&day.slots, row), found);
        }
        breaks(plan, day, found);
        lunch(plan, day, found);
    }
}

fn rows(day: &Day, found: &mut Found) {
    // The row before that lasts longest: everything up to its end is taken.
    let mut longest: Option<(usize, NaiveTime)> = None;
    for (row, slot) in day.slots.iter().enumerate() {
        let here = || Whereabouts::of_row(day, slot);
        if let Some(ends) = slot.ends.filter(|ends| *ends <= slot.starts) {
            let starts = slot.starts;
            found.error(here(), RowFinding::EndsTooSoon { starts, ends });
        }
        if let Some((earlier, taken)) = longest.and_then(|(at, ends)| Some((day.slots.get(at)?, ends))) {
            between(earlier, taken, slot, here, found);
        }
        let ends = row_end(&day.slots, row).max(slot.starts);
        if longest.is_none_or(|(_, taken)| ends >= taken) {
            longest = Some((row, ends));
        }
    }
}

/// What there is between a row that ends at `taken` and the next one.
fn between(earlier: &Slot, taken: NaiveTime, slot: &Slot, here: impl Fn() -> Whereabouts, found: &mut Found) {
    let title = earlier.activity.title.clone();
    let minutes = slot.starts.signed_duration_since(taken).num_minutes();
    if slot.starts == earlier.starts {
        found.error(here(), RowFinding::StartsWith(title));
    } else if minutes < 0 {
        let not_over = RowFinding::NotOver {
            earlier: title,
            until: taken,
            minutes: -minutes,
        };
        found.error(here(), not_over);
    } else if minutes > 0 && !(minutes <= LONGEST_WALK && goes_from_class_to_class(earlier, slot)) {
        found.note(
            here(),
            RowFinding::Gap {
                minutes,
                since: taken,
            },
        );
    }
}

/// Whether a group sees a class in one row and in the next.
fn goes_from_class_to_class(earlier: &Slot, slot: &Slot) -> bool {
    let sees = |slot: &Slot, group: &GroupId| {
        let track = slot.track(Some(group));
        track.is_some_and(|track| !track.visits.is_empty())
    };
    let mut groups = slot.tracks.iter().map(|track| &track.group);
    groups.any(|group| sees(earlier, group) && sees(slot, group))
}

fn visits(day: &Day, slot: &Slot, ends: NaiveTime, found: &mut Found) {
    for track in &slot.tracks {
        let mut before: Option<NaiveTime> = None;
        for visit in &track.visits {
            let here = || Whereabouts::of_visit(day, slot, visit.starts);
            let class = visit.class.trim();
            if class.is_empty() {
                found.error(here(), VisitFinding::NoClass);
            }
            // A row that ends before it starts was told of already, and has no inside.
            if ends > slot.starts && !(slot.starts..ends).contains(&visit.starts) {
                let outside = VisitFinding::OutsideItsRow {
                    class: class.to_string(),
                    starts: slot.starts,
                    ends,
                };
                found.error(here(), outside);
            }
            if before == Some(visit.starts) {
                found.error(here(), VisitFinding::VisitsAtOnce(class.to_string()));
            }
            before = Some(visit.starts);
        }
    }
}

/// Whether each group has a break as often as the model asks.
fn breaks(plan: &Plan, day: &Day, found: &mut Found) {
    let longest = i64::from(plan.rules.asks.longest_without_break);
    if longest == 0 {
        return;
    }
    let groups: Vec<Option<&GroupId>> = if plan.groups.is_empty() {
        vec![None]
    } else {
        plan.groups.iter().map(|group| Some(&group.id)).collect()
    };
    for group in groups {
        for (from, until) in without_break(day, group) {
            let minutes = until.signed_duration_since(from).num_minutes();
            if minutes > longest {
                let place = Whereabouts {
                    time: Some(from),
                    ..Whereabouts::of_day(day)
                };
                let no_break = RowFinding::NoBreak {
                    from,
                    until,
                    minutes,
                    longest,
                };
                found.warning(place, no_break);
            }
        }
    }
}

/// Whether everybody can eat on a day that is long and runs past the time for it.
fn lunch(plan: &Plan, day: &Day, found: &mut Found) {
    let (from, until) = LUNCHTIME;
    let starts = day.slots.iter().map(|slot| slot.starts).min();
    let ends = (0..day.slots.len()).map(|row| row_end(&day.slots, row)).max();
    let (Some(starts), Some(ends)) = (starts, ends) else {
        return;
    };
    if starts > from || ends < until || ends - starts <= LONG_DAY {
        return;
    }
    let mut groups: Vec<Option<&GroupId>> = plan.groups.iter().map(|group| Some(&group.id)).collect();
    if groups.is_empty() {
        groups.push(None);
    }
    let eats = |group: Option<&GroupId>| {
        day.slots.iter().enumerate().any(|(row, slot)| {
            let free = row_end(&day.slots, row).min(until) - slot.starts.max(from);
            slot.activity_of(group).kind == ActivityKind::Break && free >= LUNCH
        })
    };
    let hungry: Vec<&GroupId> = groups
        .iter()
        .filter(|group| !eats(**group))
        .filter_map(|group| *group)
        .collect();
    if groups.iter().all(|group| eats(*group)) {
        return;
    }
    let some_eat = hungry.len() < groups.len();
    let names = hungry.iter().filter(|_| some_eat);
    let no_lunch = RowFinding::NoLunch {
        from,
        until,
        minutes: LUNCH.num_minutes(),
        groups: names.map(|group| group_name(plan, group).to_string()).collect(),
    };
    found.warning(Whereabouts::of_day(day), no_lunch);
}

/// The stretches of a day in which a group has no break.
fn without_break(day: &Day, group: Option<&GroupId>) -> Vec<(NaiveTime, NaiveTime)> {
    let Some(first) = day.slots.first() else {
        return Vec::new();
    };
    let (mut stretches, mut since, mut last) = (Vec::new(), first.starts, first.starts);
    for (row, slot) in day.slots.iter().enumerate() {
        let ends = row_end(&day.slots, row);
        last = last.max(ends);
        if slot.activity_of(group).kind == ActivityKind::Break {
            stretches.push((since, slot.starts));
            since = ends;
        }
    }
    stretches.push((since, last));
    stretches
}
