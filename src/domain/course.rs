//! Where a group is on its way, and how late it is.
//!
//! On the day a group is *following* the clock (it moves at the planned minute plus its lateness) or *held* at a
//! place. A step forward by hand says where the group is and sets its lateness; a step back holds. Lateness ends at the
//! next fixed point and with the day, which keep their times: the clock moves on to them at their minute, and who is
//! still elsewhere stays there by hand. Before the day, and after its last row, places are chosen by hand and there is
//! no lateness.

mod gone;
mod reach;

use std::{collections::BTreeSet, ops::Range};

use chrono::TimeDelta;

pub use gone::Gone;
pub(in crate::domain) use gone::last_stepper;
use reach::{Reach, Said};

use super::{
    day_change::{Change, DayChange},
    ids::{GroupId, RecordId, WriterId},
    record::{Editions, Record, Shelf},
    records::Records,
    route::{PlaceId, Route, Stop},
    stamp::Stamp,
    today::{Known, is_mark, is_marked, mark_id},
};

/// For how long after a move by the clock the notes made since can be taken along back.
pub const REGRET_MINUTES: i64 = 3;

/// The part of the review that a moment falls in, for one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before the first row of a day (its position in the plan).
    Before(usize),
    /// Between the first row and the end of the last one.
    During(usize),
    /// After the last row of a day, until midnight; after the last day, for ever.
    After(usize),
    /// The plan has no row for this group.
    NoPlan,
}

/// Where a group is, as far as hands decided it. The rest follows from the clock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    late: Option<Said>,
    hand: Option<(PlaceId, Phase)>,
}

/// Where a group is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The part of the review.
    pub phase: Phase,
    /// The stop, by its position on the route.
    pub stop: usize,
    /// Minutes late, negative for early.
    pub late: i64,
    /// Whether it stays there whatever the clock says.
    pub held: bool,
}

/// How long a group stays at its present place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// When it began.
    pub starts: Stamp,
    /// When the clock moves on.
    pub ends: Stamp,
    /// The fixed point before which it ends, by its position on the route, if it would last longer without; behind the
    /// last stop of the day for the end of the day.
    pub cut_by: Option<usize>,
    /// The places that find no time before the fixed point, by their positions on the route.
    pub missed: Range<usize>,
    /// The fixed point up to which the group is late, as in `cut_by`, and when it begins.
    pub late_until: Option<(usize, Stamp)>,
}

/// A step by hand that is to be recorded as a change of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where to.
    pub place: PlaceId,
    /// The lateness from then on, in minutes.
    pub late: i64,
    /// Whether the group stays there until the next step forward.
    pub held: bool,
}

impl Course {
    /// The course of a group whose last recorded step was `step`, made at `when`.
    #[must_use]
    pub fn resumed(route: &Route, step: Step, when: Stamp) -> Self {
        let mut course = Self {
            late: Some(Said {
                minutes: step.late,
                when,
            }),
            hand: None,
        };
        if step.held {
            let phase = course.phase(route, when);
            course.hand = Some((step.place, phase));
        }
        course
    }

    /// The course that the steps recorded by `writer` left: the last one that was made, whatever a clock says. One that
    /// seems to be still to come was made before the clock was put back.
    ///
    /// Somebody else who gave this group new times said with them that it is late no more. As long as `writer` has not
    /// recorded a step with sight of that (a mark, see [`crate::domain::today::mark_id`]), it settles what was recorded
    /// on that day: no clocks are compared but for the date, and no lateness counts twice. Who stayed at a place stays
    /// there. A mark of what its writer took back since counts no more.
    #[must_use]
    pub fn recorded(route: &Route, records: &Records, writer: WriterId, now: Stamp) -> Self {
        Self::left_by(last_step(records, writer, None), route, records, writer, now)
    }

    /// The course as it was at the moment `when`, for what is recorded afterwards: what `writer` recorded later had not
    /// happened then.
    #[must_use]
    pub fn recorded_until(route: &Route, records: &Records, writer: WriterId, when: Stamp) -> Self {
        Self::left_by(
            last_step(records, writer, Some(when)),
            route,
            records,
            writer,
            when,
        )
    }

    fn left_by(
        own: Option<(Step, Stamp)>,
        route: &Route,
        records: &Records,
        writer: WriterId,
        now: Stamp,
    ) -> Self {
        let settled = settled_by_others(route, records, writer, now);
        match (own, settled) {
            // Who stays somewhere goes on by their own hand alone.
            (Some((step, when)), Some(settled)) if step.held && when.date() == settled.date() => {
                Self::staying(route, &step.place, 0, settled)
            }
            (Some((_, when)), Some(settled)) if when.date() <= settled.date() => {
                Self::without_lateness(settled)
            }
            (None, Some(settled)) => Self::without_lateness(settled),
            (Some((step, when)), _) => Self::resumed(route, step, when),
            (None, None) => Self::default(),
        }
    }

    /// Whether somebody else said how late this group is, and `writer` has not heard of it yet.
    #[must_use]
    pub fn is_settled_by_others(route: &Route, records: &Records, writer: WriterId, now: Stamp) -> bool {
        settled_by_others(route, records, writer, now).is_some()
    }

    fn without_lateness(when: Stamp) -> Self {
        Self {
            late: Some(Said { minutes: 0, when }),
            hand: None,
        }
    }

    /// The course of a group that stays at `place` until the next step forward.
    #[must_use]
    pub fn staying(route: &Route, place: &PlaceId, late: i64, now: Stamp) -> Self {
        let step = Step {
            place: place.clone(),
            late,
            held: true,
        };
        Self::resumed(route, step, now)
    }

    /// The course of a group that is at `place` and no longer late, since the times of `route` are those that hold from
    /// now on; with the step that says so. If it was `held` there it still is, until somebody steps on; and where the clock
    /// would take it back to an earlier place it stays too.
    #[must_use]
    pub fn on_time(route: &Route, place: &PlaceId, held: bool, now: Stamp) -> (Self, Step) {
        let step = |held| Step {
            place: place.clone(),
            late: 0,
            held,
        };
        let course = Self::resumed(route, step(false), now);
        let found = course.position(route, now).map(|position| position.stop);
        let falls_back = route
            .position(place)
            .is_some_and(|stays| found.is_some_and(|found| found < stays));
        if held || falls_back {
            return (Self::resumed(route, step(true), now), step(true));
        }
        (course, step(false))
    }

    /// What was last said today of how late the group is.
    fn said(&self, now: Stamp) -> Option<Said> {
        self.late.filter(|said| said.when.date() == now.date())
    }

    /// The part of the review that `now` falls in. However late a group is, the end of its day stays.
    #[must_use]
    pub fn phase(&self, route: &Route, now: Stamp) -> Phase {
        let mut last = None;
        for (day, (begins, ends)) in route.days() {
            if now.is_before(begins) {
                let same_evening = last.filter(|(_, date)| *date == now.date());
                return same_evening.map_or(Phase::Before(day), |(day, _)| Phase::After(day));
            }
            if now.is_before(ends) {
                return Phase::During(day);
            }
            last = Some((day, begins.date()));
        }
        last.map_or(Phase::NoPlan, |(day, _)| Phase::After(day))
    }

    /// Where the group is at `now`; `None` if the route has no stop.
    #[must_use]
    pub fn position(&self, route: &Route, now: Stamp) -> Option<Position> {
        let phase = self.phase(route, now);
        let at = |stop, late, held| Position {
            phase,
            stop,
            late,
            held,
        };
        let by_hand = self
            .hand
            .as_ref()
            .filter(|(_, chosen_in)| outlasts(*chosen_in, phase));
        if let Some(stop) = by_hand.and_then(|(place, _)| route.position(place)) {
            let on_the_day = matches!(phase, Phase::During(_));
            let said = self.said(now).filter(|_| on_the_day);
            return Some(at(stop, said.map_or(0, |said| said.minutes), true));
        }
        match phase {
            Phase::NoPlan => None,
            Phase::Before(day) => Some(at(route.first_of(day)?, 0, false)),
            Phase::After(day) => Some(at(route.last_of(day)?, 0, false)),
            Phase::During(day) => {
                let (stop, late) = self.followed(route, day, now)?;
                Some(at(stop, late, false))
            }
        }
    }

    /// Where the clock leads on a day, and how late.
    fn followed(&self, route: &Route, day: usize, now: Stamp) -> Option<(usize, i64)> {
        let Some((said, reach)) = self.reaching(route, day, now) else {
            return Some((route.planned_at(day, now)?, 0));
        };
        let stop = route.planned_at(day, now.plus(TimeDelta::minutes(-said.minutes)))?;
        // Who is early waits for what is fixed, and is in time where the plan has them meanwhile.
        let last = reach.end.saturating_sub(1);
        let is_its_time = |last: &Stop| !now.is_before(last.starts);
        let waits = said.minutes < 0 && stop >= last && route.stop(last).is_some_and(is_its_time);
        Some((stop.min(last), if waits { 0 } else { said.minutes }))
    }

    /// The lateness that still counts at `now`, and how far.
    fn reaching(&self, route: &Route, day: usize, now: Stamp) -> Option<(Said, Reach)> {
        let said = self.said(now)?;
        let reach = Reach::of(route, day, said)?;
        now.is_before(reach.until).then_some((said, reach))
    }

    /// From when to when the group is at its present place if it follows the clock on the day: as late as it is, but
    /// not beyond the next fixed point.
    #[must_use]
    pub fn stay(&self, route: &Route, now: Stamp) -> Option<Stay> {
        let position = self.position(route, now)?;
        let stop = route.stop(position.stop)?;
        let Phase::During(day) = position.phase else {
            return None;
        };
        let reaching = self.reaching(route, day, now).filter(|_| !position.held);
        let late = TimeDelta::minutes(reaching.map_or(position.late, |(said, _)| said.minutes));
        let (starts, ends) = (stop.starts.plus(late), stop.ends.plus(late));
        let cut = self
            .reaching(route, day, now)
            .filter(|(_, reach)| reach.until.is_before(ends));
        let is_late = cut.or(reaching.filter(|(said, _)| said.minutes > 0));
        let missed = is_late.map_or(0..0, |(_, reach)| {
            let finds_time = |at: &usize| {
                route
                    .stop(*at)
                    .is_some_and(|stop| stop.starts.plus(late).is_before(reach.until))
            };
            let first = (position.stop + 1..reach.end).find(|at| !finds_time(at));
            first.unwrap_or(reach.end)..reach.end
        });
        // Who comes early before a fixed point has the time until then.
        let waits = self
            .reaching(route, day, now)
            .filter(|(said, reach)| said.minutes < 0 && position.stop + 1 == reach.end);
        let until = waits.or(cut).map_or(ends, |(_, reach)| reach.until);
        (!position.held).then(|| Stay {
            starts,
            ends: until,
            cut_by: cut.map(|(_, reach)| reach.end),
            missed,
            late_until: is_late.map(|(_, reach)| (reach.end, reach.until)),
        })
    }

    /// Goes by hand to the stop `to`. On the day a step forward sets the lateness and follows the clock again, a step
    /// back holds, and so does one to a place that was to be over by the next fixed point; what is to be recorded of it is
    /// returned. At other times, or into another day, the place is only looked at and nothing is to be recorded.
    pub fn go(&mut self, route: &Route, now: Stamp, to: usize) -> Option<Step> {
        let from = self.position(route, now)?;
        let stop = route.stop(to)?;
        match from.phase {
            Phase::During(day) if day == stop.day => {
                if to == from.stop && !from.held {
                    return None;
                }
                let forward = to > from.stop;
                // Who went on too early is back in the time of the place, or still early for it.
                let in_its_time = !forward && from.late < 0 && now.is_before(stop.ends);
                let minutes = match (forward, in_its_time) {
                    (true, _) => now.minutes_since(stop.starts),
                    (false, true) => now.minutes_since(stop.starts).min(0),
                    (false, false) => from.late,
                };
                let said = Said { minutes, when: now };
                self.late = Some(said);
                // Where the next fixed point has begun too, the clock would lead there at once.
                let is_past = Reach::of(route, day, said).is_some_and(|reach| !now.is_before(reach.until));
                let held = !(forward || in_its_time) || is_past;
                self.hand = held.then(|| (stop.place.clone(), from.phase));
                Some(Step {
                    place: stop.place.clone(),
                    late: minutes,
                    held,
                })
            }
            phase => {
                self.hand = Some((stop.place.clone(), phase));
                None
            }
        }
    }

    /// Lets go of a held place and of all lateness: the group is where the plan says. Returns what is to be recorded.
    pub fn follow_plan(&mut self, route: &Route, now: Stamp) -> Option<Step> {
        *self = Self::default();
        let position = self.position(route, now)?;
        let on_the_day = matches!(position.phase, Phase::During(_));
        let place = route.stop(position.stop)?.place.clone();
        on_the_day.then_some(Step {
            place,
            late: 0,
            held: false,
        })
    }
}

/// The record that says where `writer` was last: a step by hand, or a mark of what somebody else said and still says.
#[must_use]
pub fn last_said(changes: &Shelf<DayChange>, writer: WriterId) -> Option<RecordId> {
    last_record(changes, writer, None).map(|last| last.id)
}

fn last_record(
    changes: &Shelf<DayChange>,
    writer: WriterId,
    until: Option<Stamp>,
) -> Option<&Record<DayChange>> {
    // Every writer's own edition, whichever stands: who changes a thing once more takes nobody's place away by it.
    let others = changes.every().flat_map(Editions::iter);
    let marks: BTreeSet<RecordId> = others
        .filter(|change| change.writer != writer)
        .flat_map(|other| [Known::InTime, Known::TooLate].map(|known| mark_id(other, writer, known)))
        .collect();
    changes
        .live()
        .filter(|change| change.writer == writer && until.is_none_or(|until| change.body.at <= until))
        .filter(|change| matches!(change.body.what, Change::Stepped { .. }))
        .filter(|change| !is_mark(change) || marks.contains(&change.id))
        .max_by_key(|own| own.seq)
}

/// The last step that `writer` recorded, up to `until` if that is given, and when.
fn last_step(records: &Records, writer: WriterId, until: Option<Stamp>) -> Option<(Step, Stamp)> {
    let last = last_record(&records.changes, writer, until)?;
    match &last.body.what {
        Change::Stepped {
            slot,
            visit,
            late,
            held,
        } => {
            let place = PlaceId {
                slot: slot.clone(),
                visit: visit.clone(),
            };
            let step = Step {
                place,
                late: *late,
                held: *held,
            };
            Some((step, last.body.at))
        }
        _ => None,
    }
}

/// When somebody else gave the group of `route` new times, and said with them that it is late no more, so that `writer`
/// has not heard of it yet.
fn settled_by_others(route: &Route, records: &Records, writer: WriterId, now: Stamp) -> Option<Stamp> {
    let of_group = |change: &&Record<DayChange>| change.body.scope.holds_for(route.group());
    let unheard = settlements(&records.changes, writer)
        .filter(of_group)
        .filter(|step| !is_marked(&records.changes, step, writer));
    let until_today = unheard.filter(|step| step.body.at.date() <= now.date());
    until_today.map(|step| step.body.at).max()
}

/// The steps by which others than `writer` gave new times and said with them that a group is late no more.
fn settlements(changes: &Shelf<DayChange>, writer: WriterId) -> impl Iterator<Item = &Record<DayChange>> {
    let theirs = move || changes.live().filter(move |change| change.writer != writer);
    let of_one_deed = move |step: &&Record<DayChange>| {
        theirs().any(|other| {
            other.body.what.target().is_some() && (other.writer, other.body.at) == (step.writer, step.body.at)
        })
    };
    let is_step = |step: &&Record<DayChange>| {
        matches!(step.body.what, Change::Stepped { late: 0, .. }) && !is_mark(step)
    };
    theirs().filter(is_step).filter(of_one_deed)
}

/// The steps by which others than `writer` settled the lateness of `group`.
#[must_use]
pub fn settlements_for(
    changes: &Shelf<DayChange>,
    writer: WriterId,
    group: Option<&GroupId>,
) -> BTreeSet<RecordId> {
    let steps = settlements(changes, writer).filter(|step| step.body.scope.holds_for(group));
    steps.map(|step| step.id).collect()
}

/// Whether a place chosen by hand in one part of the review still holds in another: through its own day and what
/// comes after it, but the start of a day is never missed for a row that somebody looked at before.
fn outlasts(chosen_in: Phase, now: Phase) -> bool {
    match (chosen_in, now) {
        (Phase::During(chosen), Phase::After(day)) => chosen == day,
        (chosen, phase) => chosen == phase,
    }
}

#[cfg(test)]
mod tests;
