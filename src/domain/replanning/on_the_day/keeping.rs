//! What stays because something else does: no class is seen at two times, no group is in two rooms, and no two rows are
//! at one time only because half of a table was taken.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use crate::domain::{
    class_name::may_be_one_room,
    ids::{SlotId, TrackId, VisitId},
    plan::{Plan, Slot, Visit},
};

/// Why something stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    /// It has begun.
    Begun,
    /// It would have begun by the table.
    Past,
    /// This stays, and needs its time or room.
    With(String),
}

/// What stays for the sake of something else, with what that is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Kept {
    rows: BTreeMap<SlotId, String>,
    visits: BTreeMap<VisitId, String>,
}

/// A class on a day, and where.
struct Seen<'a> {
    visit: &'a Visit,
    track: &'a TrackId,
    row: &'a Slot,
}

impl Kept {
    pub(super) fn row(&self, slot: &SlotId) -> Option<Why> {
        self.rows.get(slot).cloned().map(Why::With)
    }

    pub(super) fn visit(&self, visit: &VisitId) -> Option<Why> {
        self.visits.get(visit).cloned().map(Why::With)
    }

    /// Finds what else has to stay, now that `today` would become `after` and not `next`. Says whether there was more.
    pub(super) fn grows(&mut self, today: &Plan, next: &Plan, after: &Plan) -> bool {
        let before = (self.rows.len(), self.visits.len());
        for day in &after.days {
            let rows: Vec<&Slot> = day.slots.iter().collect();
            for stays in rows.iter().filter(|row| is_otherwise(next, row)) {
                for other in rows.iter().filter(|other| other.id != stays.id) {
                    let moved = is_otherwise(today, other) && !is_otherwise(next, other);
                    if moved && overlap(stays, other) {
                        self.keep_row(other, &stays.activity.title);
                    }
                }
            }
            self.visits_of(today, next, &rows);
        }
        before != (self.rows.len(), self.visits.len())
    }

    fn keep_row(&mut self, row: &Slot, with: &str) {
        self.rows
            .entry(row.id.clone())
            .or_insert_with(|| with.to_string());
    }

    fn keep_visit(&mut self, visit: &Visit, with: &str) {
        self.visits
            .entry(visit.id.clone())
            .or_insert_with(|| with.to_string());
    }

    fn visits_of(&mut self, today: &Plan, next: &Plan, rows: &[&Slot]) {
        let seen: Vec<Seen<'_>> = rows
            .iter()
            .flat_map(|row| row.tracks.iter().map(move |track| (*row, track)))
            .flat_map(|(row, track)| {
                let of_track = move |visit| Seen {
                    visit,
                    track: &track.id,
                    row,
                };
                track.visits.iter().map(of_track)
            })
            .collect();
        let moved = |seen: &Seen<'_>| starts(today, seen.visit) != Some(seen.visit.starts);
        let stays = |seen: &Seen<'_>| starts(next, seen.visit) != Some(seen.visit.starts);
        for one in seen.iter().filter(|seen| stays(seen)) {
            for other in seen.iter().filter(|other| moved(other) && !stays(other)) {
                let at_once = one.visit.starts == other.visit.starts;
                let clash = one.track == other.track || may_be_one_room(&one.visit.class, &other.visit.class);
                if at_once && clash {
                    self.keep_visit(other.visit, &one.visit.class);
                }
            }
        }
        for seen in seen.iter().filter(|seen| !is_within(seen.row, seen.visit.starts)) {
            let title = &seen.row.activity.title;
            if is_otherwise(next, seen.row) && moved(seen) {
                self.keep_visit(seen.visit, title);
            } else if (stays(seen) || self.visits.contains_key(&seen.visit.id))
                && is_otherwise(today, seen.row)
            {
                self.keep_row(seen.row, &seen.visit.class);
            }
        }
    }
}

/// Whether `plan` has a row at other times, or not at all.
fn is_otherwise(plan: &Plan, row: &Slot) -> bool {
    let known = plan.slot(&row.id);
    known.is_none_or(|(_, known)| (known.starts, known.ends) != (row.starts, row.ends))
}

/// When a visit starts by `plan`, if it is in its timetable.
pub(super) fn starts(plan: &Plan, visit: &Visit) -> Option<NaiveTime> {
    let mut rows = plan.days.iter().flat_map(|day| &day.slots);
    rows.find_map(|row| Some(row.visit(&visit.id)?.starts))
}

/// Whether two rows are at one time; a row without an end goes on until the next one.
fn overlap(one: &Slot, other: &Slot) -> bool {
    let (first, second) = if one.starts <= other.starts {
        (one, other)
    } else {
        (other, one)
    };
    first.starts == second.starts || first.ends.is_some_and(|ends| second.starts < ends)
}

fn is_within(row: &Slot, time: NaiveTime) -> bool {
    row.starts <= time && row.ends.is_none_or(|ends| time < ends)
}
