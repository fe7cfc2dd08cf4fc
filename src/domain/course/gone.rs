//! The way that a group went: which places the clock and the steps led it to, and when.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{Course, Phase, last_step};
use crate::domain::{
    day_change::{Change, Scope},
    ids::{GroupId, WriterId},
    records::Records,
    route::Route,
    stamp::Stamp,
    today::is_mark,
};

/// Where a group was on its way until a moment, as its screen showed it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gone {
    reached: Vec<(usize, Stamp)>,
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
            let mut from = begins;
            let later = said.iter().copied().filter(|at| begins < *at && *at <= until);
            for next in later.chain([until.plus(TimeDelta::seconds(1))]) {
                gone.lead(route, day, from..next, |at| course_at(route, records, group, at));
                from = next;
            }
        }
        gone
    }

    /// Since when the group was at the stop of this position; `None` if it never was there.
    #[must_use]
    pub fn since(&self, stop: usize) -> Option<Stamp> {
        let times = self.reached.iter().filter(|(reached, _)| *reached == stop);
        times.map(|(_, since)| *since).min()
    }

    /// Follows a course through a part of a day in which no hand changed it.
    fn lead(
        &mut self,
        route: &Route,
        day: usize,
        span: std::ops::Range<Stamp>,
        course: impl Fn(Stamp) -> (Course, Option<usize>),
    ) {
        if span.is_empty() {
            return;
        }
        let (course, stepped) = course(span.start);
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
            self.reached
                .push((if position.held { position.stop } else { stop }, at));
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
    let of_group = |scope: &Scope| matches!(scope, Scope::Track(label) if label.as_ref().map(|label| &label.id) == group);
    let steps = records.changes.live().filter(|change| {
        matches!(change.body.what, Change::Stepped { .. })
            && !is_mark(change)
            && of_group(&change.body.scope)
            && until.is_none_or(|until| change.body.at <= until)
    });
    let last = steps.max_by_key(|change| (change.body.at, change.writer, change.seq));
    last.map(|change| change.writer)
}
