//! A later table on a day that has begun: what of it can be recorded as changes of the day, and what stays.

use std::collections::BTreeSet;

use crate::domain::{
    day_change::Change,
    ids::{SlotId, VisitId},
    plan::{Day, Plan, Slot, Track, Visit},
    plan_edit::as_changes,
    stamp::Stamp,
};

/// What of a table becomes changes of the day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OnTheDay {
    /// The changes, for everyone, in the order in which they are to be made.
    pub changes: Vec<Change>,
    /// What the table says otherwise, and stays as it is.
    pub stays: Vec<Stays>,
}

/// What stays as it is although a table says it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stays {
    /// A row or a class that has begun keeps its time.
    Begun(String),
    /// The title, kind or remark of a row, or the name of a class.
    Words(String),
    /// What the groups of a row do, or which there are.
    Groups(String),
    /// The questions of a row, where some are to go or to read otherwise.
    Questions(String),
    /// The classes of a row that is new.
    Visits(String),
    /// A day that is new, of another date or name, or has a row of another day.
    Day(String),
    /// So many lines around the rows, which would join what is agreed, or the remarks.
    Around(usize),
}

/// What has begun of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Begun {
    rows: BTreeSet<SlotId>,
    visits: BTreeSet<VisitId>,
}

impl Begun {
    /// What of `today` has begun by `now`, for those who are `late` minutes late.
    #[must_use]
    pub fn by(today: &Plan, now: Stamp, late: i64) -> Self {
        let mut begun = Self::default();
        for day in &today.days {
            let is_past = |time| {
                let starts = today.moment(day.date, time);
                !now.is_before(starts.plus(chrono::TimeDelta::minutes(late.max(0))))
            };
            for slot in &day.slots {
                if is_past(slot.starts) {
                    begun.rows.insert(slot.id.clone());
                }
                let visits = slot.tracks.iter().flat_map(|track| &track.visits);
                let past = visits.filter(|visit| is_past(visit.starts));
                begun.visits.extend(past.map(|visit| visit.id.clone()));
            }
        }
        begun
    }
}

/// Today's plan with what can be recorded of `next`, and how; `because` says why something does not take place.
pub(super) fn recorded(
    today: &Plan,
    next: &Plan,
    begun: &Begun,
    lines: usize,
    because: &str,
) -> (Plan, OnTheDay) {
    let mut recording = Recording {
        today,
        next,
        begun,
        stays: Vec::new(),
    };
    let mut after = today.clone();
    for day in &next.days {
        match after.days.iter_mut().find(|known| known.id == day.id) {
            Some(known) => recording.day(known, day),
            None => recording.stays.push(Stays::Day(named(day))),
        }
    }
    if lines > 0 {
        recording.stays.push(Stays::Around(lines));
    }
    let mut stays = recording.stays;
    let changes = as_changes(today, &after, because).unwrap_or_else(|| {
        let rows = today.days.iter().flat_map(|day| &day.slots);
        stays.extend(rows.map(|row| Stays::Words(row.activity.title.clone())));
        after.clone_from(today);
        Vec::new()
    });
    (after, OnTheDay { changes, stays })
}

fn named(day: &Day) -> String {
    let date = day.date.format("%-d %B %Y").to_string();
    if day.label.is_empty() {
        date
    } else {
        format!("{}, {date}", day.label)
    }
}

struct Recording<'a> {
    today: &'a Plan,
    next: &'a Plan,
    begun: &'a Begun,
    stays: Vec<Stays>,
}

impl Recording<'_> {
    fn day(&mut self, known: &mut Day, day: &Day) {
        if (known.date, &known.label) != (day.date, &day.label) {
            self.stays.push(Stays::Day(named(day)));
        }
        known.slots.retain(|slot| {
            let goes = self.next.slot(&slot.id).is_none();
            let begun = goes && self.begun.rows.contains(&slot.id);
            if begun {
                self.stays.push(Stays::Begun(slot.activity.title.clone()));
            }
            !goes || begun
        });
        for row in &day.slots {
            if let Some(slot) = known.slots.iter_mut().find(|slot| slot.id == row.id) {
                self.row(slot, row);
            } else if self.today.slot(&row.id).is_some() {
                self.stays.push(Stays::Day(row.activity.title.clone()));
            } else {
                known.slots.push(self.added(row));
            }
        }
        known.slots.sort_by_key(|slot| slot.starts);
    }

    /// A row as records can add it: with its questions, and without groups.
    fn added(&mut self, row: &Slot) -> Slot {
        let title = || row.activity.title.clone();
        if row.tracks.iter().any(|track| !track.visits.is_empty()) {
            self.stays.push(Stays::Visits(title()));
        }
        if row.tracks.iter().any(|track| track.activity.is_some()) {
            self.stays.push(Stays::Groups(title()));
        }
        Slot {
            fixed: false,
            remark: String::new(),
            tracks: Vec::new(),
            ..row.clone()
        }
    }

    fn row(&mut self, slot: &mut Slot, row: &Slot) {
        let title = slot.activity.title.clone();
        if (slot.starts, slot.ends) != (row.starts, row.ends) {
            if self.begun.rows.contains(&slot.id) {
                self.stays.push(Stays::Begun(title.clone()));
            } else {
                let by = row.starts.signed_duration_since(slot.starts);
                for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
                    visit.starts = visit.starts.overflowing_add_signed(by).0;
                }
                (slot.starts, slot.ends) = (row.starts, row.ends);
            }
        }
        let words = |slot: &Slot| {
            (
                slot.activity.title.clone(),
                slot.activity.kind,
                slot.remark.clone(),
            )
        };
        if words(slot) != words(row) {
            self.stays.push(Stays::Words(title.clone()));
        }
        if !questions(slot, row) {
            self.stays.push(Stays::Questions(title.clone()));
        }
        let mut other_ways = slot.tracks.len() != row.tracks.len();
        for track in &mut slot.tracks {
            match row.tracks.iter().find(|now| now.id == track.id) {
                Some(now) => other_ways |= does(track) != does(now) || !self.visits(track, now),
                None => other_ways = true,
            }
        }
        if other_ways {
            self.stays.push(Stays::Groups(title));
        }
    }

    /// Gives a track the visits of `now`; `false` if one of them is that of another track.
    fn visits(&mut self, track: &mut Track, now: &Track) -> bool {
        let mut own = true;
        let is_in = |plan: &Plan, visit: &Visit| {
            let rows = plan.days.iter().flat_map(|day| &day.slots);
            let tracks = rows.flat_map(|row| &row.tracks);
            tracks
                .flat_map(|track| &track.visits)
                .any(|known| known.id == visit.id)
        };
        track.visits.retain(|visit| {
            let goes = !is_in(self.next, visit);
            let begun = goes && self.begun.visits.contains(&visit.id);
            if begun {
                self.stays.push(Stays::Begun(visit.class.clone()));
            }
            !goes || begun
        });
        for visit in &now.visits {
            let Some(known) = track.visits.iter_mut().find(|known| known.id == visit.id) else {
                let elsewhere = is_in(self.today, visit);
                own &= !elsewhere;
                track.visits.extend((!elsewhere).then(|| visit.clone()));
                continue;
            };
            if known.class != visit.class {
                self.stays.push(Stays::Words(known.class.clone()));
            }
            if known.starts == visit.starts {
            } else if self.begun.visits.contains(&visit.id) {
                self.stays.push(Stays::Begun(known.class.clone()));
            } else {
                known.starts = visit.starts;
            }
        }
        track.visits.sort_by_key(|visit| visit.starts);
        own
    }
}

/// What a group does by itself.
fn does(track: &Track) -> Option<(&str, crate::domain::activity::ActivityKind)> {
    let own = track.activity.as_ref();
    own.map(|activity| (activity.title.as_str(), activity.kind))
}

/// Adds the questions of `row` that are new; `false` if more than that is different.
fn questions(slot: &mut Slot, row: &Slot) -> bool {
    let of_groups = |slot: &Slot| -> Vec<_> {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        own.map(|activity| activity.prompts.clone()).collect()
    };
    let (own, now) = (of_groups(slot), of_groups(row));
    let asked = &slot.activity.prompts;
    if own != now || asked.iter().any(|known| !row.activity.prompts.contains(known)) {
        return false;
    }
    let new = row.activity.prompts.iter();
    let new: Vec<_> = new.filter(|prompt| !asked.contains(prompt)).cloned().collect();
    if !own.is_empty() {
        return new.is_empty();
    }
    slot.activity.prompts.extend(new);
    true
}
