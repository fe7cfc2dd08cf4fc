//! New times as changes of the day.

use chrono::{NaiveTime, Timelike};

use super::{
    time,
    times::{Laid, Span},
};
use crate::domain::{
    day_change::Change,
    plan::{Plan, Slot, Track, unstated_end},
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
    let rows: Vec<Row> = day
        .slots
        .iter()
        .enumerate()
        .map(|(row, slot)| {
            let before = (0..row).flat_map(places).filter_map(|place| place.span);
            Row {
                slot,
                passed: row < here,
                // What is to come begins behind all that comes before it.
                not_before: if row >= here && !slot.fixed {
                    before.map(|span| span.1).max()
                } else {
                    None
                },
                places: places(row).collect(),
            }
        })
        .collect();
    let taking_place = rows.iter().filter(|row| !row.is_dropped());
    let mut starts: Vec<NaiveTime> = taking_place.map(|row| time(row.starts())).collect();
    starts.sort_unstable();
    let mut changes = Vec::new();
    for row in &rows {
        if row.places.iter().any(|place| place.moved) || row.starts() != minute(row.slot.starts) {
            row.changes(route, &starts, &mut changes);
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
    places: Vec<Place<'a>>,
}

impl Row<'_> {
    /// `all` is when the rows of the day start from now on, in order.
    fn changes(&self, route: &Route, all: &[NaiveTime], changes: &mut Vec<Change>) {
        let Some(ends) = self.ends() else {
            changes.push(Change::Dropped {
                slot: self.slot.id.clone(),
                because: String::new(),
            });
            return;
        };
        let moves = self.retime(time(ends), all, changes);
        if let Some(track) = self.slot.track(route.group()) {
            for place in self.places.iter().filter(|place| place.moved) {
                place.change(track, moves, changes);
            }
        }
    }

    /// Whether all of its places are dropped.
    fn is_dropped(&self) -> bool {
        !self.places.is_empty() && self.places.iter().all(|place| place.span.is_none())
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
    fn retime(&self, ends: NaiveTime, all: &[NaiveTime], changes: &mut Vec<Change>) -> bool {
        let starts = time(self.starts());
        let goes_without_saying =
            self.slot.ends.is_none() && ends == unstated_end(starts, all.iter().copied());
        let ends = (!goes_without_saying).then_some(ends);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        day_change::{DayChange, Scope},
        example::{at, plan, time as clock},
        ids::SlotId,
        today,
    };

    /// A day of rows without a stated end that start then; for a group of nobody.
    fn open_rows(starts: &[&str]) -> Plan {
        let mut plan = plan();
        let row = plan.days[0].slots[0].clone();
        let rows = starts.iter().enumerate().map(|(nth, starts)| Slot {
            id: SlotId::new(format!("row-{nth}")),
            starts: clock(starts),
            ends: None,
            fixed: false,
            tracks: Vec::new(),
            ..row.clone()
        });
        plan.days[0].slots = rows.collect();
        plan.days.truncate(1);
        plan
    }

    fn span(starts: &str, ends: &str) -> Span {
        (minute(clock(starts)), minute(clock(ends)))
    }

    /// What is recorded at the first row so that the rows have the times `laid`, and the day as it is then.
    fn recorded(plan: &Plan, laid: &Laid) -> (usize, Vec<String>) {
        let made = |what| DayChange {
            at: at(plan, "06:00"),
            late: 0,
            scope: Scope::Everyone,
            what,
        };
        let changes: Vec<DayChange> = changes(plan, &Route::of(plan, None), 0, laid)
            .into_iter()
            .map(made)
            .collect();
        let route = Route::of(&today::with(plan, None, &changes), None);
        let told = |stop: &Stop| format!("{}-{}", stop.starts.hh_mm(), stop.ends.hh_mm());
        (changes.len(), route.stops().iter().map(told).collect())
    }

    #[test]
    fn a_row_before_one_that_is_dropped_ends_as_it_was_laid() {
        let plan = open_rows(&["08:00", "09:00", "09:15", "09:30"]);
        let laid = vec![
            (1, Some(span("09:00", "09:15"))),
            (2, None),
            (3, Some(span("09:30", "10:00"))),
        ];
        let (_, told) = recorded(&plan, &laid);
        assert_eq!(told, ["08:00-09:00", "09:00-09:15", "09:30-10:00"]);
        // Where it has the time of the dropped one, that goes without saying.
        let laid = vec![
            (1, Some(span("09:00", "09:30"))),
            (2, None),
            (3, Some(span("09:30", "10:00"))),
        ];
        let (many, told) = recorded(&plan, &laid);
        assert_eq!(told, ["08:00-09:00", "09:00-09:30", "09:30-10:00"]);
        assert_eq!(many, 1, "nothing but the drop");
    }

    #[test]
    fn the_last_row_before_midnight_ends_with_the_day_unsaid() {
        let plan = open_rows(&["22:00", "23:30"]);
        let (_, told) = recorded(&plan, &vec![(1, Some(span("23:45", "23:59")))]);
        assert_eq!(told, ["22:00-23:45", "23:45-23:59"]);
        let starts = clock("23:45");
        let made = changes(
            &plan,
            &Route::of(&plan, None),
            0,
            &vec![(1, Some(span("23:45", "23:59")))],
        );
        let slot = SlotId::new("row-1");
        assert!(
            made.contains(&Change::Retimed {
                slot,
                starts,
                ends: None
            }),
            "{made:?}"
        );
    }
}
