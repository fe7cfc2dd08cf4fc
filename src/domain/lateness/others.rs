//! A remedy for everyone: the visits of the other groups go the same way, inside the rows as they are from now on.

use chrono::TimeDelta;

use super::{
    Options, Standing, Way, late_of_changes, time,
    times::{Span, fitted, minute_of, pushed, squeezed},
};
use crate::domain::{
    day_change::Change,
    plan::{Plan, Track},
    route::{Route, Stop, row_times},
};

/// What is to be recorded for the visits of the other groups, when the rows are as they are in `after`. What one group
/// drops, the others do not.
pub(super) fn changes(standing: &Standing<'_>, options: &Options, way: Way, after: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    let Some(here) = standing.route.stop(standing.position.stop) else {
        return changes;
    };
    let late = late_of_changes(standing.route, standing.position, standing.now);
    let begun = standing.now.plus(TimeDelta::minutes(-late.max(0)));
    let own = standing.route.group();
    for group in standing.plan.groups.iter().filter(|group| Some(&group.id) != own) {
        let route = Route::of(standing.plan, Some(&group.id));
        let to_come = route
            .stops()
            .iter()
            .filter(|stop| stop.day == here.day && begun.is_before(stop.starts));
        let visits: Vec<&Stop> = to_come.filter(|stop| stop.nth_visit.is_some()).collect();
        for of_row in visits.chunk_by(|one, other| one.row == other.row) {
            row(standing, (options, way), (after, here.row), of_row, &mut changes);
        }
    }
    changes
}

/// Lays the visits of one group in one row; `here` is the row where the own group is.
fn row(
    standing: &Standing<'_>,
    (options, way): (&Options, Way),
    (after, here): (&Plan, usize),
    visits: &[&Stop],
    changes: &mut Vec<Change>,
) {
    let plan = standing.plan;
    let Some((stop, day)) = visits
        .first()
        .and_then(|stop| Some((stop, plan.days.get(stop.day)?)))
    else {
        return;
    };
    let slot = &day.slots[stop.row];
    let days = after.days.iter().enumerate();
    let now_at = days.into_iter().find_map(|(at, day)| {
        let row = day.slots.iter().position(|known| known.id == slot.id)?;
        Some((at, row))
    });
    let Some((at, row)) = now_at else { return };
    let minute = |stamp| minute_of(plan, day.date, stamp);
    let (starts, ends) = row_times(after, &after.days[at], row);
    let moved = minute(starts) - minute(plan.moment(day.date, slot.starts));
    let spans: Vec<Span> = visits
        .iter()
        .map(|stop| (minute(stop.starts), minute(stop.ends)))
        .collect();
    let in_course = standing.now.plus(TimeDelta::minutes(-options.late));
    let has_begun = stop.row == here || !in_course.is_before(plan.moment(day.date, slot.starts));
    let shift = if has_begun && (way != Way::Drop || options.late < 0) {
        options.late
    } else {
        moved
    };
    let shift = shift.max(minute(standing.now) - spans[0].0);
    let wanted = if way == Way::Squeeze {
        squeezed(&spans, shift, minute(ends), None)
    } else {
        pushed(&spans, shift)
    };
    let track = slot.tracks.iter().find(|track| {
        let visit = stop.place.visit.as_ref();
        track.visits.iter().any(|known| Some(&known.id) == visit)
    });
    let Some(track) = track else { return };
    let laid = fitted(&wanted, spans[0].0 + shift, minute(ends));
    for (stop, span) in visits.iter().zip(laid) {
        changes.extend(change(track, stop, span, moved != 0));
    }
}

fn change(track: &Track, stop: &Stop, span: Option<Span>, row_moves: bool) -> Option<Change> {
    let visit = stop.place.visit.clone()?;
    let Some((starts, _)) = span else {
        return Some(Change::NotSeen {
            visit,
            because: String::new(),
            begun: false,
        });
    };
    let moves = row_moves || time(starts) != stop.starts.time();
    moves.then(|| Change::VisitMoved {
        visit,
        track: track.id.clone(),
        starts: time(starts),
    })
}
