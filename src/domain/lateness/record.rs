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

/// What is to be recorded so that the places of a group, which is at the stop `present`, have the times in `laid`.
pub(super) fn changes(plan: &Plan, route: &Route, present: usize, laid: &Laid) -> Vec<Change> {
    let Some((at, here)) = route.stop(present).map(|stop| (stop.day, stop.row)) else {
        return Vec::new();
    };
    let Some(day) = plan.days.get(at) else {
        return Vec::new();
    };
    let places = |row: usize| {
        let stops = route.stops().iter().enumerate();
        let in_row = stops.filter(move |(_, stop)| stop.day == at && stop.row == row);
        in_row.map(|(nth, stop)| {
            let moved = laid.iter().find(|(moved, _)| *moved == nth);
            Place {
                stop,
                moved: moved.is_some(),
                span: moved.map_or_else(
                    || Some((minute(stop.starts.time()), minute(stop.ends.time()))),
                    |(_, span)| *span,
                ),
            }
        })
    };
    let mut changes = Vec::new();
    for (row, slot) in day.slots.iter().enumerate() {
        let next = day.slots.get(row + 1).map(|next| {
            let starts = places(row + 1).find_map(|place| place.span);
            starts.map_or(minute(next.starts), |span| span.0)
        });
        let before = (0..row).flat_map(places).filter_map(|place| place.span);
        let row = Row {
            slot,
            passed: row < here,
            // What is to come begins behind all that comes before it.
            not_before: if row >= here && !slot.fixed {
                before.map(|span| span.1).max()
            } else {
                None
            },
            next,
            places: places(row).collect(),
        };
        if row.places.iter().any(|place| place.moved) || row.starts() != minute(slot.starts) {
            row.changes(route, &mut changes);
        }
    }
    changes
}

/// A place of a row with its times from now on; without any it is dropped.
struct Place<'a> {
    stop: &'a Stop,
    moved: bool,
    span: Option<Span>,
}

/// A row with the new times of its places.
struct Row<'a> {
    slot: &'a Slot,
    /// Whether it lies before the present place.
    passed: bool,
    /// Where it is to come: when the last place before it ends.
    not_before: Option<i64>,
    /// When the row behind it starts.
    next: Option<i64>,
    places: Vec<Place<'a>>,
}

impl Row<'_> {
    fn changes(&self, route: &Route, changes: &mut Vec<Change>) {
        let Some(ends) = self.ends() else {
            changes.push(Change::Dropped {
                slot: self.slot.id.clone(),
                because: String::new(),
            });
            return;
        };
        let moves = self.retime(ends, changes);
        if let Some(track) = self.slot.track(route.group()) {
            for place in self.places.iter().filter(|place| place.moved) {
                place.change(track, moves, changes);
            }
        }
    }

    /// The new end of the row. Where its last class is dropped the one before has the time that is left.
    fn ends(&self) -> Option<i64> {
        let ends = self.places.iter().filter_map(|place| place.span).next_back()?.1;
        let last = self.places.last()?;
        Some(if last.span.is_none() {
            ends.max(minute(last.stop.ends.time()))
        } else {
            ends
        })
    }

    /// The new start of the row: it moves with its first place, and begins behind what comes before it.
    fn starts(&self) -> i64 {
        let was = minute(self.slot.starts);
        let first = self
            .places
            .iter()
            .find_map(|place| Some((place.stop, place.span?)));
        let Some((stop, span)) = first else { return was };
        if self.passed {
            // It keeps its start, unless it was passed over before that: then it is over when its places are.
            return was.min(span.0);
        }
        let moved = was + span.0 - minute(stop.starts.time());
        self.not_before
            .map_or(moved, |before| moved.max(before).min(span.0))
    }

    /// Whether the row itself starts at another time from now on.
    fn retime(&self, ends: i64, changes: &mut Vec<Change>) -> bool {
        let starts = self.starts();
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
}

impl Place<'_> {
    fn change(&self, track: &Track, row_moves: bool, changes: &mut Vec<Change>) {
        let visit = self.stop.nth_visit.and_then(|nth| track.visits.get(nth));
        let (Some(visit), Some(id)) = (visit, &self.stop.place.visit) else {
            return;
        };
        match self.span {
            None => changes.push(Change::NotSeen {
                visit: id.clone(),
                because: String::new(),
                begun: false,
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
