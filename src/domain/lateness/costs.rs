//! What a remedy costs, as values.

use super::{Cost, Line, Options, Standing};
use crate::domain::{
    activity::ActivityKind,
    ids::GroupId,
    plan::Plan,
    rooms,
    route::{PlaceId, Route},
    stamp::Stamp,
};

/// Of the planned length of the discussion of findings, what it has to keep: 40 of 45 minutes.
const DISCUSSION_KEEPS: (i64, i64) = (8, 9);

/// What the day would cost if it went as `lines` says, on `plan`.
pub(super) fn costs(standing: &Standing<'_>, options: &Options, plan: &Plan, lines: &[Line]) -> Vec<Cost> {
    let mut costs = Vec::new();
    let agreed = Route::of(standing.agreed, standing.route.group());
    for (at, line) in lines.iter().enumerate() {
        match line.becomes {
            None => costs.push(dropped(standing, plan, line)),
            Some(becomes) => {
                if line.fixed && !line.here && becomes.0 != line.was.0 {
                    costs.push(Cost::FixedMoved {
                        name: line.name.clone(),
                        from: line.was.0,
                        to: becomes.0,
                        alone: alone(standing, &line.place).filter(|_| !options.everyone),
                    });
                }
                let keeps = if line.here {
                    kept_of_present(line, becomes)
                } else {
                    minutes(becomes)
                };
                costs.extend(shortened(standing, &agreed, line, keeps));
                costs.extend(longer(&agreed, lines, at));
            }
        }
    }
    costs.extend(day_ends(lines));
    let known = rooms::clashes(standing.plan);
    let clashes = rooms::clashes(plan)
        .into_iter()
        .filter(|clash| !known.contains(clash));
    costs.extend(clashes.map(|clash| Cost::SameRoom {
        class: clash.class,
        from: clash.from,
        until: clash.until,
    }));
    // In the order of the day, the dearest kind first.
    costs.sort_by_key(rank);
    costs
}

/// The name of the group, if another one goes to the row of this place too.
fn alone(standing: &Standing<'_>, place: &PlaceId) -> Option<String> {
    let own = standing.plan.group(standing.route.group()?)?;
    let mut others = standing.plan.groups.iter().filter(|group| group.id != own.id);
    let goes_there = others.any(|group| {
        let route = Route::of(standing.plan, Some(&group.id));
        route.stops().iter().any(|stop| stop.place.slot == place.slot)
    });
    goes_there.then(|| own.name.clone())
}

fn rank(cost: &Cost) -> u8 {
    match cost {
        Cost::FixedMoved { .. } => 0,
        Cost::SameRoom { .. } => 1,
        Cost::Unseen { .. } => 2,
        Cost::RowDropped { .. } => 3,
        Cost::Discussion { .. } => 4,
        Cost::DayEnds { .. } => 5,
        Cost::Shortened { .. } => 6,
        Cost::Longer { .. } => 7,
        Cost::OthersMove { .. } | Cost::OthersKeep { .. } => 8,
    }
}

fn minutes((starts, ends): (Stamp, Stamp)) -> i64 {
    ends.minutes_since(starts)
}

/// The classes that the other groups would not see any more.
pub(super) fn of_others(was: &Plan, plan: &Plan, own: Option<&GroupId>) -> Vec<Cost> {
    let slots = was.days.iter().flat_map(|day| &day.slots);
    let tracks = slots.flat_map(|slot| &slot.tracks);
    let visits = tracks
        .filter(|track| Some(&track.group) != own)
        .flat_map(|track| &track.visits);
    let gone = visits.filter(|visit| rooms::visit(plan, &visit.id).is_none());
    gone.map(|visit| Cost::Unseen {
        class: visit.class.clone(),
        by_nobody: !rooms::is_seen_otherwise(plan, &visit.class, &visit.id),
    })
    .collect()
}

/// The other groups whose visits begin at other times.
pub(super) fn others_move(was: &Plan, plan: &Plan, own: Option<&GroupId>) -> Vec<Cost> {
    let others = was.groups.iter().filter(|group| Some(&group.id) != own);
    let moved = others.map(|group| {
        let (before, after) = (Route::of(was, Some(&group.id)), Route::of(plan, Some(&group.id)));
        let visits = before.stops().iter().filter_map(|stop| {
            let to = after.stop(after.position(&stop.place)?)?.starts;
            let visit = was.view(stop, Some(&group.id))?.visit?;
            (to != stop.starts).then(|| (visit.class.clone(), stop.starts, to))
        });
        Cost::OthersMove {
            group: group.name.clone(),
            visits: visits.collect(),
        }
    });
    moved
        .filter(|cost| matches!(cost, Cost::OthersMove { visits, .. } if !visits.is_empty()))
        .collect()
}

/// The other groups of which nothing moves.
pub(super) fn others_keep(plan: &Plan, moves: &[Cost], own: Option<&GroupId>) -> Vec<Cost> {
    let moves = |name: &String| {
        let of = |cost: &Cost| matches!(cost, Cost::OthersMove { group, .. } if group == name);
        moves.iter().any(of)
    };
    let others = plan.groups.iter().filter(|group| Some(&group.id) != own);
    others
        .map(|group| group.name.clone())
        .filter(|name| !moves(name))
        .map(|group| Cost::OthersKeep { group })
        .collect()
}

/// What the present place keeps, from when the group came there. Who is early began before the place was to begin.
fn kept_of_present(line: &Line, becomes: (Stamp, Stamp)) -> i64 {
    let came = line.there_from.unwrap_or(becomes.0);
    let began = if becomes.0.is_before(came) {
        came
    } else {
        line.was.0.min(becomes.0)
    };
    minutes((began, becomes.1)).max(0)
}

fn dropped(standing: &Standing<'_>, plan: &Plan, line: &Line) -> Cost {
    // A row that this group drops is gone from its plan with what the other groups see in it.
    let rest = plan
        .slot(&line.place.slot)
        .map_or_else(|| standing.plan.slot(&line.place.slot), |_| None);
    let others = rest.is_some_and(|(_, slot)| {
        let tracks = slot
            .tracks
            .iter()
            .filter(|track| Some(&track.group) != standing.route.group());
        let mut visits = tracks.flat_map(|track| &track.visits);
        visits.any(|visit| rooms::is_seen_in(&line.name, &visit.class))
    });
    match &line.place.visit {
        Some(visit) => Cost::Unseen {
            class: line.name.clone(),
            by_nobody: !others && !rooms::is_seen_otherwise(plan, &line.name, visit),
        },
        None => Cost::RowDropped {
            name: line.name.clone(),
        },
    }
}

/// What is shorter than it is now is measured by its agreed length; a discussion of findings may lose a little.
fn shortened(standing: &Standing<'_>, agreed: &Route, line: &Line, keeps: i64) -> Option<Cost> {
    let was = minutes(line.was);
    let planned = agreed.position(&line.place).and_then(|at| agreed.stop(at));
    let of = planned.map_or(was, |stop| minutes((stop.starts, stop.ends)));
    if !is_discussion(standing, &line.place) {
        return (keeps < was && keeps < of).then(|| Cost::Shortened {
            name: line.name.clone(),
            keeps,
            of,
        });
    }
    let (keep, whole) = DISCUSSION_KEEPS;
    (keeps * whole < of * keep).then_some(Cost::Discussion { keeps, of })
}

/// A place that is to come gets the time of one behind it that is dropped.
fn longer(agreed: &Route, lines: &[Line], at: usize) -> Option<Cost> {
    let line = &lines[at];
    let behind = lines.get(at + 1)?;
    let planned = agreed.position(&line.place).and_then(|at| agreed.stop(at));
    let (was, lasts) = (minutes(line.was), minutes(line.becomes?));
    let of = planned.map_or(was, |stop| minutes((stop.starts, stop.ends)));
    (!line.here && behind.becomes.is_none() && lasts > was && lasts > of).then(|| Cost::Longer {
        name: line.name.clone(),
        lasts,
        of,
    })
}

fn is_discussion(standing: &Standing<'_>, place: &PlaceId) -> bool {
    let slot = standing.plan.slot(&place.slot);
    slot.is_some_and(|(_, slot)| slot.activity_of(standing.route.group()).kind == ActivityKind::Discussion)
}

fn day_ends(lines: &[Line]) -> Option<Cost> {
    let from = lines.iter().map(|line| line.was.1).max()?;
    let to = lines
        .iter()
        .filter_map(|line| line.becomes)
        .map(|becomes| becomes.1)
        .max()?;
    let present_is_last = lines.last().is_some_and(|line| line.here);
    (from != to && !(present_is_last && to.is_before(from))).then_some(Cost::DayEnds { from, to })
}
