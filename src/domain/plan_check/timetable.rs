//! Rows and visits in time: order, overlap, gaps, breaks.

use std::collections::BTreeSet;

use chrono::{NaiveTime, TimeDelta};

use super::{Found, Whereabouts, hh_mm, in_words, rooms::group_name};
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
/// A longer day has a lunch in it.
const LONG_DAY: TimeDelta = TimeDelta::hours(5);

/// Says what is wrong with the times of the days.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    if plan.days.is_empty() {
        let hint = "add the day of the review, with its rows";
        found.error(Whereabouts::default(), "The plan has no day", hint);
    }
    let mut dates = BTreeSet::new();
    for day in &plan.days {
        if !dates.insert(day.date) {
            let what = format!("Two days of the plan are on {}", in_words(day.date));
            found.error(
                Whereabouts::of_day(day),
                what,
                "give each day a date of its own, or make them one",
            );
        }
        if day.slots.is_empty() {
            let hint = "add its rows, or take the day out";
            found.warning(Whereabouts::of_day(day), "The day has no rows", hint);
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
            let what = format!(
                "It ends at {}, not after it starts at {}",
                hh_mm(ends),
                hh_mm(slot.starts)
            );
            found.error(
                here(),
                what,
                "write an end that is later than the start, or leave the end out",
            );
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
    let title = &earlier.activity.title;
    let minutes = slot.starts.signed_duration_since(taken).num_minutes();
    if slot.starts == earlier.starts {
        let what = format!("It starts at the same time as \"{title}\"");
        found.error(
            here(),
            what,
            "start one of them later, or make them two groups' ways in one row",
        );
    } else if minutes < 0 {
        let what = format!(
            "\"{title}\" is not over: it lasts until {}, {} minutes longer",
            hh_mm(taken),
            -minutes
        );
        found.error(
            here(),
            what,
            "end the earlier row sooner, or start this one later",
        );
    } else if minutes > 0 {
        let what = format!(
            "Nothing is planned for the {minutes} minutes before it, since {}",
            hh_mm(taken)
        );
        found.note(
            here(),
            what,
            "if that is on purpose, a row such as \"Break\" makes it plain to everybody",
        );
    }
}

fn visits(day: &Day, slot: &Slot, ends: NaiveTime, found: &mut Found) {
    for track in &slot.tracks {
        let mut before: Option<NaiveTime> = None;
        for visit in &track.visits {
            let here = || Whereabouts::of_visit(day, slot, visit.starts);
            let class = visit.class.trim();
            if class.is_empty() {
                found.error(here(), "A visit has no class", "say which class is seen then");
            }
            // A row that ends before it starts was told of already, and has no inside.
            if ends > slot.starts && !(slot.starts..ends).contains(&visit.starts) {
                let row = format!("{}-{}", hh_mm(slot.starts), hh_mm(ends));
                let what = format!("The visit to {} is outside its row, {row}", called(class));
                found.error(
                    here(),
                    what,
                    "move the visit into the row, or make the row longer",
                );
            }
            if before == Some(visit.starts) {
                let what = format!(
                    "Two visits of one group start at once, one of them to {}",
                    called(class)
                );
                found.error(here(), what, "give each visit a time of its own");
            }
            before = Some(visit.starts);
        }
    }
}

fn called(class: &str) -> &str {
    if class.is_empty() { "no class" } else { class }
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
                let what = format!(
                    "From {} to {} there are {minutes} minutes without a break; the model asks for one after {longest} at the latest",
                    hh_mm(from),
                    hh_mm(until),
                );
                let place = Whereabouts {
                    time: Some(from),
                    ..Whereabouts::of_day(day)
                };
                found.warning(
                    place,
                    what,
                    "put a row of the kind `break` (a break or lunch) in between",
                );
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
    let who = if hungry.len() == groups.len() || hungry.is_empty() {
        "nobody has".to_string()
    } else {
        let names: Vec<&str> = hungry.iter().map(|group| group_name(plan, group)).collect();
        format!("{} has not", names.join(", "))
    };
    let what = format!(
        "No lunch: between {} and {} {who} a break of {} minutes",
        hh_mm(from),
        hh_mm(until),
        LUNCH.num_minutes()
    );
    let hint = "put a row of the kind `break` of at least 20 minutes there, such as \"Lunch\"";
    found.warning(Whereabouts::of_day(day), what, hint);
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
