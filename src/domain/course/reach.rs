//! How far lateness reaches: up to the next fixed point, which keeps its time unasked.

use chrono::TimeDelta;

use crate::domain::{
    route::{Route, Stop},
    stamp::Stamp,
};

/// Lateness as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// Minutes late, negative for early.
    pub minutes: i64,
    /// When it was said.
    pub when: Stamp,
}

impl Said {
    /// The moment of the plan at which the group was then.
    fn planned(self) -> Stamp {
        self.when.plus(TimeDelta::minutes(-self.minutes))
    }
}

/// The part of a day to which a said lateness belongs: from the stop where it was said up to the next start that somebody
/// waits for, or up to the end of the day. A row that is fixed itself ends when it was to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// Where it ends, by the position on the route; the position behind the last stop for the end of the day.
    pub end: usize,
    /// When it ends.
    pub until: Stamp,
}

impl Reach {
    /// How far on this day; `None` if nothing is planned on it.
    pub fn of(route: &Route, day: usize, said: Said) -> Option<Self> {
        let at = route.planned_at(day, said.planned())?;
        let last = route.last_of(day)?;
        let ends_in_time = route.stop(at).is_some_and(is_whole_fixed_row);
        let next = (at + 1..=last).find(|next| {
            let keeps_its_time = |stop: &Stop| stop.fixed || ends_in_time;
            route.stop(*next).is_some_and(keeps_its_time)
        });
        let starts = next.and_then(|next| route.stop(next)).map(|stop| stop.starts);
        let until = starts.or_else(|| route.day_span(day).map(|(_, ends)| ends))?;
        Some(Self {
            end: next.unwrap_or(last + 1),
            until,
        })
    }
}

fn is_whole_fixed_row(stop: &Stop) -> bool {
    stop.fixed && stop.nth_visit.is_none()
}
