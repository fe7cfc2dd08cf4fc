//! New times as changes of the day.

use chrono::{NaiveTime, Timelike};

use super::{
    time,
    times::{Laid, Span},
};
use crate::domain::{
    day_change::Change,
    plan::{Plan, Slot, Track, UNSTATED_LAST_ROW},
    route::{Route, Stop},
};

/// What is to be recorded so that the places of a group have the times in `laid`.
pub(super) fn changes(plan: &Plan, route: &Route, laid: &Laid) -> Vec<Change> {
    let stops = route.stops();
    let Some(here) = stops.get(laid.present) else {
        return Vec::new();
    };
    let Some(day) = plan.days.get(here.day) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    for row in here.row..day.slots.len() {
        let in_row = |stop: &Stop| stop.day == here.day && stop.row == row;
        let moved: Vec<(&Stop, Option<Span>)> = laid
            .moved
            .iter()
            .filter_map(|(at, span)| Some((stops.get(*at)?, *span)))
            .filter(|(stop, _)| in_row(stop))
            .collect();
        let begun = (row == here.row).then_some(laid.present_ends);
        if moved.is_empty() && begun.is_none() {
            continue;
        }
        let row = Row {
            slot: &day.slots[row],
            next: day.slots.get(row + 1).map(|next| {
                let starts = laid
                    .moved
                    .iter()
                    .filter_map(|(at, span)| Some((stops.get(*at)?, (*span)?)))
                    .find(|(stop, _)| stop.day == here.day && stop.row == row + 1);
                starts.map_or(minute(next.starts), |(_, span)| span.0)
            }),
            begun,
            moved,
        };
        row.changes(route, &mut changes);
    }
    changes
}

/// A row with the new times of its places.
struct Row<'a> {
    slot: &'a Slot,
    /// When the row behind it starts.
    next: Option<i64>,
    /// Where the group is in it now: when the present place ends.
    begun: Option<i64>,
    moved: Vec<(&'a Stop, Option<Span>)>,
}

impl Row<'_> {
    fn changes(&self, route: &Route, changes: &mut Vec<Change>) {
        let last = self.moved.iter().filter_map(|(_, span)| *span).next_back();
        let Some(ends) = last.map(|span| span.1).or(self.begun) else {
            changes.push(Change::Dropped {
                slot: self.slot.id.clone(),
                because: String::new(),
            });
            return;
        };
        let starts = self.starts();
        let retimed = self.retime(starts, ends, changes);
        let Some(track) = self.slot.track(route.group()) else {
            return;
        };
        for (stop, span) in &self.moved {
            self.visit(track, stop, *span, retimed, changes);
        }
    }

    /// The new start of the row: it moves with its first place.
    fn starts(&self) -> i64 {
        let starts = minute(self.slot.starts);
        let first = self.moved.iter().find_map(|(stop, span)| Some((stop, (*span)?)));
        match (self.begun, first) {
            (None, Some((stop, span))) => starts + span.0 - minute(stop.starts.time()),
            _ => starts,
        }
    }

    /// Whether the row itself starts at another time from now on.
    fn retime(&self, starts: i64, ends: i64, changes: &mut Vec<Change>) -> bool {
        let unstated = UNSTATED_LAST_ROW.num_minutes();
        let goes_without_saying = self.slot.ends.is_none() && ends == self.next.unwrap_or(starts + unstated);
        let ends = (!goes_without_saying).then(|| time(ends));
        let starts = time(starts);
        let moves = starts != self.slot.starts;
        if moves || ends != self.slot.ends {
            changes.push(Change::Retimed {
                slot: self.slot.id.clone(),
                starts,
                ends,
            });
        }
        moves
    }

    fn visit(
        &self,
        track: &Track,
        stop: &Stop,
        span: Option<Span>,
        row_moves: bool,
        changes: &mut Vec<Change>,
    ) {
        let visit = stop.nth_visit.and_then(|nth| track.visits.get(nth));
        let (Some(visit), Some(id)) = (visit, &stop.place.visit) else {
            return;
        };
        match span {
            None => changes.push(Change::NotSeen {
                visit: id.clone(),
                because: String::new(),
            }),
            Some(span) if row_moves || time(span.0) != visit.starts => changes.push(Change::VisitMoved {
                visit: id.clone(),
                track: track.id.clone(),
                starts: time(span.0),
            }),
            Some(_) => {}
        }
    }
}

fn minute(time: NaiveTime) -> i64 {
    i64::from(time.hour() * 60 + time.minute())
}
