//! The way that a group went: which places the clock and the steps led it to, and when.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{Course, Phase, REGRET_MINUTES, last_step};
use crate::domain::{
    day_change::{Change, DayChange, Scope},
    ids::{GroupId, WriterId},
    record::Record,
    records::Records,
    route::{PlaceId, Route},
    stamp::Stamp,
    today::is_mark,
};

/// Where a group was on its way until a moment, as its screen showed it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gone {
    /// The places, by their positions on the route, in the order in which the group was at them, with since when; `None`
    /// once a day is over, or no more is known of it.
    reached: Vec<(Option<usize>, Stamp)>,
}

impl Gone {
    /// The way of `group` along `route` until `now`, by the steps that are recorded. Where no step is, it is that of the
    /// clock.
    #[must_use]
    pub fn of(route: &Route, records: &Records, group: Option<&GroupId>, now: Stamp) -> Self {
        let mut gone = Self::default();
        let said: BTreeSet<Stamp> = records
            .changes
            .live()
            .filter(|change| group.is_none() || change.body.scope.holds_for(group))
            .map(|change| change.body.at)
            .collect();
        for (day, (begins, ends)) in route.days() {
            let until = now.min(ends.plus(TimeDelta::seconds(-1)));
            if until.is_before(begins) {
                continue;
            }
            let mut from = begins;
            let later = said.iter().copied().filter(|at| begins < *at && *at <= until);
            for next in later.chain([until.plus(TimeDelta::seconds(1))]) {
                if from.is_before(next) {
                    let (course, stepped) = course_at(route, records, group, from);
                    let held = course.position(route, from).filter(|position| position.held);
                    if let Some(held) = held {
                        let came = |to: &PlaceId| stepped_on(records, group, to, from);
                        gone.had_not_gone_on(route, held.stop, from, came);
                    }
                    gone.lead(route, day, from..next, (&course, stepped));
                }
                from = next;
            }
            gone.reached
                .push((None, if now.is_before(ends) { now } else { ends }));
        }
        gone
    }

    /// Since when the group was at the stop of this position; `None` if it never was there.
    #[must_use]
    pub fn since(&self, stop: usize) -> Option<Stamp> {
        let times = self.reached.iter().filter(|(reached, _)| *reached == Some(stop));
        times.map(|(_, since)| *since).min()
    }

    /// Until when the group was at the stop of this position for the last time, as far as is known; `None` if it never
    /// was there.
    #[must_use]
    pub fn until(&self, stop: usize) -> Option<Stamp> {
        let last = self
            .reached
            .iter()
            .rposition(|(reached, _)| *reached == Some(stop))?;
        self.reached.get(last + 1).map(|(_, since)| *since)
    }

    /// Who steps back to where the clock had just led them on from had not gone on, if no step had said so before.
    fn had_not_gone_on(
        &mut self,
        route: &Route,
        stays: usize,
        at: Stamp,
        came_by_hand: impl Fn(&PlaceId) -> bool,
    ) {
        let Some((Some(led), _)) = self.reached.last().copied() else {
            return;
        };
        let just = self
            .since(led)
            .is_some_and(|since| at.minutes_since(since) < REGRET_MINUTES);
        let by_hand = route.stop(led).is_some_and(|stop| came_by_hand(&stop.place));
        if stays < led && just && !by_hand {
            self.reached.retain(|(reached, _)| *reached != Some(led));
        }
    }

    /// Follows a course through a part of a day in which no hand changed it.
    fn lead(
        &mut self,
        route: &Route,
        day: usize,
        span: std::ops::Range<Stamp>,
        (course, stepped): (&Course, Option<usize>),
    ) {
        let late = TimeDelta::minutes(course.position(route, span.start).map_or(0, |at| at.late));
        let starts = route.stops().iter().filter(|stop| stop.day == day);
        let moments = starts.flat_map(|stop| [stop.starts, stop.starts.plus(late)]);
        let mut moments: Vec<Stamp> = moments.filter(|at| span.contains(at)).collect();
        moments.push(span.start);
        moments.sort_unstable();
        for at in moments {
            let Some(position) = course
                .position(route, at)
                .filter(|at| at.phase == Phase::During(day))
            else {
                continue;
            };
            // Times that were given since do not lead it back to before the place that it stepped to.
            let stop = stepped.map_or(position.stop, |stepped| stepped.max(position.stop));
            let stop = if position.held { position.stop } else { stop };
            self.reached.push((Some(stop), at));
        }
    }
}

/// The course of a group as it was at a moment, and the stop of that day that the last step led to.
fn course_at(
    route: &Route,
    records: &Records,
    group: Option<&GroupId>,
    at: Stamp,
) -> (Course, Option<usize>) {
    let Some(writer) = last_stepper(records, group, Some(at)) else {
        return (Course::default(), None);
    };
    let course = Course::recorded_until(route, records, writer, at);
    let step = last_step(records, writer, Some(at)).filter(|(_, when)| when.date() == at.date());
    (course, step.and_then(|(step, _)| route.position(&step.place)))
}

/// Who of a group said last by a step where the group is, or said so until a moment. Nobody says so ahead of time: a
/// step that seems to be still to come was made where a clock is ahead of this one, or before this one was put back.
pub(in crate::domain) fn last_stepper(
    records: &Records,
    group: Option<&GroupId>,
    until: Option<Stamp>,
) -> Option<WriterId> {
    let steps = own_steps(records, group);
    let steps = steps.filter(|change| until.is_none_or(|until| change.body.at <= until));
    let last = steps.max_by_key(|change| (change.body.at, change.writer, change.seq));
    last.map(|change| change.writer)
}

/// The steps by hand of a group.
fn own_steps<'a>(
    records: &'a Records,
    group: Option<&'a GroupId>,
) -> impl Iterator<Item = &'a Record<DayChange>> {
    let of_group = move |scope: &Scope| matches!(scope, Scope::Track(label) if label.as_ref().map(|label| &label.id) == group);
    records.changes.live().filter(move |change| {
        matches!(change.body.what, Change::Stepped { .. }) && !is_mark(change) && of_group(&change.body.scope)
    })
}

/// Whether a step of that day, made until `at`, led the group on to this place.
fn stepped_on(records: &Records, group: Option<&GroupId>, to: &PlaceId, at: Stamp) -> bool {
    let mut steps =
        own_steps(records, group).filter(|step| step.body.at <= at && step.body.at.date() == at.date());
    steps.any(|step| {
        matches!(&step.body.what, Change::Stepped { slot, visit, held: false, .. }
            if (slot, visit) == (&to.slot, &to.visit))
    })
}
