//! Two visits that change places. Who is late at the present one goes to the other now, and comes back later.

use chrono::NaiveTime;

use super::{
    Standing, minutes_late, record, time,
    times::{Laid, minute_of, shared},
};
use crate::domain::{
    day_change::Change,
    ids::{TrackId, VisitId},
    rooms,
    route::Stop,
};

/// What is to be recorded so that two visits change places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The changes.
    pub changes: Vec<Change>,
    /// Whether the new times are those of the clock, so that the group is no more late.
    pub in_time: bool,
}

/// Two visits of one day change places; `None` if they are not of one day, or if no time is left for one of them.
///
/// From a place at which a group is late the other begins now. What the plan has for both, and for what lies between, is
/// shared again where it has begun to run out: no visit is left without a minute.
#[must_use]
pub fn exchange(standing: &Standing<'_>, one: &VisitId, other: &VisitId) -> Option<Exchange> {
    let plain = || {
        let changes = rooms::swap(standing.plan, one, other)?.into();
        Some(Exchange {
            changes,
            in_time: false,
        })
    };
    let at = |visit: &VisitId| {
        let mut stops = standing.route.stops().iter();
        stops.position(|stop| stop.place.visit.as_ref() == Some(visit))
    };
    let (position, now) = (standing.position, standing.now);
    let here = standing.route.stop(position.stop)?;
    let later = match here.place.visit.as_ref() {
        Some(visit) if visit == one => other,
        Some(visit) if visit == other => one,
        _ => return plain(),
    };
    if minutes_late(standing.route, position, now) <= 0 {
        return plain();
    }
    let to_come = |starts: NaiveTime| now.is_before(standing.plan.moment(now.date(), starts));
    let Some(later_at) = at(later) else {
        let (_, _, visit) = rooms::visit(standing.plan, later)?;
        return if to_come(visit.starts) { plain() } else { None };
    };
    let there = standing.route.stop(later_at)?;
    let overstayed = position.held && here.ends <= now;
    if now.is_before(there.starts) && !overstayed {
        return begun_late(standing, here, there);
    }
    let between = standing.route.stops().get(position.stop + 1..=later_at)?;
    if between.iter().any(|stop| stop.fixed) {
        return if now.is_before(there.starts) {
            plain()
        } else {
            None
        };
    }
    shared_again(standing, here, (there, later_at))
}

/// The other visit begins now, by the lateness that stays; the present one has the other's times.
fn begun_late(standing: &Standing<'_>, here: &Stop, there: &Stop) -> Option<Exchange> {
    let date = standing.plan.days.get(here.day)?.date;
    let minute = |stamp| minute_of(standing.plan, date, stamp);
    let begins = (minute(standing.now) - standing.position.late).max(minute(here.starts));
    let changes = moved(standing, here, there, (begins, minute(there.starts)))?;
    Some(Exchange {
        changes,
        in_time: false,
    })
}

/// From now to the end of the other visit, all from the present one to that one share what is left.
fn shared_again(standing: &Standing<'_>, here: &Stop, (there, later_at): (&Stop, usize)) -> Option<Exchange> {
    let plan = standing.plan;
    let date = plan.days.get(here.day)?.date;
    let minute = |stamp| minute_of(plan, date, stamp);
    let (now, until) = (minute(standing.now), minute(there.ends));
    let first = standing.position.stop;
    let between = standing.route.stops().get(first + 1..later_at)?;
    let in_order = std::iter::once(there).chain(between).chain([here]);
    let lengths: Vec<i64> = in_order
        .map(|stop| (minute(stop.ends) - minute(stop.starts)).max(1))
        .collect();
    let room = until - now;
    if room < i64::try_from(lengths.len()).unwrap_or(i64::MAX) {
        return None;
    }
    let mut at = now;
    let mut laid: Laid = Vec::with_capacity(lengths.len());
    for (nth, length) in shared(&lengths, room, None).into_iter().enumerate() {
        let starts = if nth == 0 { minute(here.starts) } else { at };
        at += length;
        laid.push((first + nth, Some((starts, at))));
    }
    // What lies behind in the same row keeps its times, if the row itself begins at another.
    let behind = standing.route.stops().iter().enumerate().skip(later_at + 1);
    let behind = behind.take_while(|(_, stop)| (stop.day, stop.row) == (there.day, there.row));
    let behind: Laid = behind
        .map(|(at, stop)| (at, Some((minute(stop.starts), minute(stop.ends)))))
        .collect();
    let comes_back = laid.last().and_then(|(_, span)| *span)?.0;
    let of_both = |change: &Change| {
        matches!(change, Change::VisitMoved { visit, .. }
            if [here, there].iter().any(|stop| stop.place.visit.as_ref() == Some(visit)))
    };
    laid.extend(behind);
    let mut changes = record::changes(plan, standing.route, first, &laid);
    changes.retain(|change| !of_both(change));
    changes.extend(moved(standing, here, there, (now, comes_back))?);
    Some(Exchange {
        changes,
        in_time: true,
    })
}

/// The present visit goes where the other is, and the other where this one is, with their new starts: of the other, and
/// of this one.
fn moved(
    standing: &Standing<'_>,
    here: &Stop,
    there: &Stop,
    (begins, comes_back): (i64, i64),
) -> Option<Vec<Change>> {
    let track = |stop: &Stop| -> Option<(VisitId, TrackId)> {
        let visit = stop.place.visit.clone()?;
        let (_, track, _) = rooms::visit(standing.plan, &visit)?;
        Some((visit, track.id.clone()))
    };
    let ((present, its_track), (other, others_track)) = (track(here)?, track(there)?);
    let change = |visit, track, starts| Change::VisitMoved {
        visit,
        track,
        starts: time(starts),
    };
    Some(vec![
        change(other, its_track, begins),
        change(present, others_track, comes_back),
    ])
}
