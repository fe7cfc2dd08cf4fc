//! A later table on a day that has begun: what of it can be recorded as changes of the day, and what stays.

mod keeping;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use self::keeping::{Kept, Why};
use crate::domain::{
    activity::ActivityKind,
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
    /// A row or a class that would have begun already by the table: nobody is put into it unasked.
    Past(String),
    /// A row or a class whose time or room is needed by something that stays.
    GoesWith {
        /// What it is called.
        what: String,
        /// What stays.
        with: String,
    },
    /// A class that would take the only place of a group in a row which has begun, or take it there.
    IsThere {
        /// The class.
        what: String,
        /// The row.
        row: String,
    },
    /// The title, kind or remark of a row, or the name of a class.
    Words(String),
    /// What the groups of a row do, or which there are.
    Groups(String),
    /// The questions of a row, where some are to go or to read otherwise.
    Questions(String),
    /// The classes that a group sees in a row that is new, where the group is new too.
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
    /// When it is, and what begins by when would have begun.
    clock: Option<(Stamp, Stamp)>,
}

impl Begun {
    /// What of `today` has begun by `now`, for those who are `late` minutes late.
    #[must_use]
    pub fn by(today: &Plan, now: Stamp, late: i64) -> Self {
        let mut begun = Self {
            clock: Some((now, now.plus(-TimeDelta::minutes(late.max(0))))),
            ..Self::default()
        };
        for day in &today.days {
            for slot in &day.slots {
                let visits = slot.tracks.iter().flat_map(|track| &track.visits);
                let past = visits.filter(|visit| begun.is_past(today, day.date, visit.starts));
                let past: Vec<VisitId> = past.map(|visit| visit.id.clone()).collect();
                if !past.is_empty() || begun.is_past(today, day.date, slot.starts) {
                    begun.rows.insert(slot.id.clone());
                }
                begun.visits.extend(past);
            }
        }
        begun
    }

    /// As it is, and where somebody is has begun too, however early they are, with all that is before it.
    #[must_use]
    pub fn and_at(mut self, today: &Plan, slot: &SlotId, visit: Option<&VisitId>) -> Self {
        let Some((day, here)) = today.slot(slot) else {
            return self;
        };
        let rows = day.slots.iter().filter(|row| row.starts <= here.starts);
        self.rows.extend(rows.map(|row| row.id.clone()));
        for track in &here.tracks {
            let at = track.visits.iter().find(|seen| Some(&seen.id) == visit);
            let seen = track
                .visits
                .iter()
                .filter(|seen| at.is_some_and(|at| seen.starts <= at.starts));
            self.visits.extend(seen.map(|seen| seen.id.clone()));
        }
        self
    }

    /// Whether what starts at `time` would have begun.
    fn is_past(&self, plan: &Plan, date: NaiveDate, time: NaiveTime) -> bool {
        let starts = plan.moment(date, time);
        self.clock.is_some_and(|(_, by)| !by.is_before(starts))
    }

    /// Whether something can still be made to end at `time`.
    fn is_to_come(&self, plan: &Plan, date: NaiveDate, time: NaiveTime) -> bool {
        let ends = plan.moment(date, time);
        self.clock.is_none_or(|(now, _)| now.is_before(ends))
    }
}

/// Today's plan with what can be recorded of `next`, and how; `because` says why something does not take place.
///
/// It is whole or it is said: where something that has begun stays, what needs its time or room stays too.
pub(super) fn recorded(
    today: &Plan,
    next: &Plan,
    begun: &Begun,
    lines: usize,
    because: &str,
) -> (Plan, OnTheDay) {
    let mut kept = Kept::default();
    let (mut after, mut stays) = loop {
        let (after, stays) = drawn(today, next, begun, &kept);
        if !kept.grows(today, next, &after) {
            break (after, stays);
        }
    };
    if lines > 0 {
        stays.push(Stays::Around(lines));
    }
    let changes = as_changes(today, &after, because).unwrap_or_else(|| {
        let rows = today.days.iter().flat_map(|day| &day.slots);
        stays.extend(rows.map(|row| Stays::Words(row.activity.title.clone())));
        after.clone_from(today);
        Vec::new()
    });
    (after, OnTheDay { changes, stays })
}

/// Today's plan with what can be recorded of `next` if all that is `kept` stays.
fn drawn(today: &Plan, next: &Plan, begun: &Begun, kept: &Kept) -> (Plan, Vec<Stays>) {
    let mut recording = Recording {
        today,
        next,
        begun,
        kept,
        stays: Vec::new(),
    };
    let mut after = today.clone();
    for day in &next.days {
        match after.days.iter_mut().find(|known| known.id == day.id) {
            Some(known) => recording.day(known, day),
            None => recording.stays.push(Stays::Day(named(day))),
        }
    }
    (after, recording.stays)
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
    kept: &'a Kept,
    stays: Vec<Stays>,
}

impl Recording<'_> {
    fn day(&mut self, known: &mut Day, day: &Day) {
        if (known.date, &known.label) != (day.date, &day.label) {
            self.stays.push(Stays::Day(named(day)));
        }
        let date = known.date;
        known.slots.retain(|slot| {
            if self.next.slot(&slot.id).is_some() {
                return true;
            }
            let why = self.why_row(&slot.id);
            self.say(why, &slot.activity.title)
        });
        for row in &day.slots {
            if let Some(slot) = known.slots.iter_mut().find(|slot| slot.id == row.id) {
                self.row(slot, row, date);
            } else if self.today.slot(&row.id).is_some() {
                self.stays.push(Stays::Day(row.activity.title.clone()));
            } else if !self.stays_out(row, date) {
                known.slots.push(self.added(row, date));
            }
        }
        known.slots.sort_by_key(|slot| slot.starts);
    }

    /// Why a row stays as it is, if it does.
    fn why_row(&self, slot: &SlotId) -> Option<Why> {
        let begun = self.begun.rows.contains(slot).then_some(Why::Begun);
        begun.or_else(|| self.kept.row(slot))
    }

    /// Why a class stays where it is, if it does.
    fn why_visit(&self, visit: &VisitId) -> Option<Why> {
        let begun = self.begun.visits.contains(visit).then_some(Why::Begun);
        begun.or_else(|| self.kept.visit(visit))
    }

    /// Says that `what` stays, and why; `false` if nothing makes it stay.
    fn say(&mut self, why: Option<Why>, what: &str) -> bool {
        let what = what.to_string();
        let said = why.map(|why| match why {
            Why::Begun => Stays::Begun(what),
            Why::Past => Stays::Past(what),
            Why::With(with) => Stays::GoesWith { what, with },
        });
        let stays = said.is_some();
        self.stays.extend(said);
        stays
    }

    /// Whether a row that is new stays out of the day.
    fn stays_out(&mut self, row: &Slot, date: NaiveDate) -> bool {
        let past = self.begun.is_past(self.today, date, row.starts);
        let why = past.then_some(Why::Past).or_else(|| self.kept.row(&row.id));
        self.say(why, &row.activity.title)
    }

    /// A row as records can add it: with its questions, and with the classes of groups that are known.
    fn added(&mut self, row: &Slot, date: NaiveDate) -> Slot {
        let title = || row.activity.title.clone();
        let (ways, others): (Vec<&Track>, Vec<&Track>) = row
            .tracks
            .iter()
            .partition(|track| self.today.group(&track.group).is_some());
        if others.iter().any(|track| !track.visits.is_empty()) {
            self.stays.push(Stays::Visits(title()));
        }
        if row.tracks.iter().any(|track| track.activity.is_some()) {
            self.stays.push(Stays::Groups(title()));
        }
        let seen = ways.into_iter().map(|track| {
            let visits = track.visits.iter();
            let visits =
                visits.filter(|visit| self.why_out(visit, date).is_none() && !has(self.today, visit));
            Track {
                activity: None,
                visits: visits.cloned().collect(),
                ..track.clone()
            }
        });
        let tracks = seen.filter(|track| !track.visits.is_empty()).collect();
        let kept = row.tracks.iter().flat_map(|track| &track.visits);
        for visit in kept {
            let why = self.why_out(visit, date);
            self.say(why, &visit.class);
        }
        Slot {
            fixed: false,
            remark: String::new(),
            tracks,
            ..row.clone()
        }
    }

    /// Why a class that is new stays out of the day, if it does.
    fn why_out(&self, visit: &Visit, date: NaiveDate) -> Option<Why> {
        let past = self.begun.is_past(self.today, date, visit.starts);
        past.then_some(Why::Past).or_else(|| self.kept.visit(&visit.id))
    }

    fn row(&mut self, slot: &mut Slot, row: &Slot, date: NaiveDate) {
        let title = slot.activity.title.clone();
        self.times(slot, row, date);
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
        let begun = self.begun.rows.contains(&slot.id);
        let over = self.is_over(slot);
        for track in &mut slot.tracks {
            let own = track.activity.as_ref().map_or(slot.activity.kind, |own| own.kind);
            // Who sees lessons is in the row itself as long as there is no class.
            let place = (begun && own == ActivityKind::LessonVisits).then_some(title.as_str());
            match row.tracks.iter().find(|now| now.id == track.id) {
                Some(now) => {
                    let now = if over {
                        self.without_new(track, now)
                    } else {
                        now.clone()
                    };
                    other_ways |= does(track) != does(&now) || !self.visits_in(place, track, &now, date);
                }
                None => other_ways = true,
            }
        }
        if other_ways {
            self.stays.push(Stays::Groups(title));
        }
    }

    /// Whether a row of today has ended by now, by its own end or by the start of the next one.
    fn is_over(&self, slot: &Slot) -> bool {
        let Some((day, known)) = self.today.slot(&slot.id) else {
            return false;
        };
        let next = day.slots.iter().map(|slot| slot.starts);
        let next = next.filter(|starts| *starts > known.starts).min();
        let ends = known.ends.into_iter().chain(next).min();
        ends.is_some_and(|ends| self.begun.is_past(self.today, day.date, ends))
    }

    /// What a track is by the table, without the classes that are new there: in a row that is over nobody sees them.
    fn without_new(&mut self, track: &Track, now: &Track) -> Track {
        let mut now = now.clone();
        now.visits.retain(|visit| {
            let is_new = !track.visits.iter().any(|known| known.id == visit.id) && !has(self.today, visit);
            !is_new || !self.say(Some(Why::Past), &visit.class)
        });
        now
    }

    /// Gives a row the times of `row`, as far as it has not begun: then it may still end at another time.
    fn times(&mut self, slot: &mut Slot, row: &Slot, date: NaiveDate) {
        if (slot.starts, slot.ends) == (row.starts, row.ends) {
            return;
        }
        let kept = self.kept.row(&slot.id);
        let same_start = slot.starts == row.starts;
        let ends_later = row
            .ends
            .is_some_and(|ends| self.begun.is_to_come(self.today, date, ends));
        let begun = self.begun.rows.contains(&slot.id);
        let past = !same_start && self.begun.is_past(self.today, date, row.starts);
        let why = match kept {
            Some(why) => Some(why),
            None if begun && !(same_start && ends_later) => Some(Why::Begun),
            None if past => Some(Why::Past),
            None => None,
        };
        if self.say(why, &slot.activity.title) {
            return;
        }
        let by = row.starts.signed_duration_since(slot.starts);
        for visit in slot.tracks.iter_mut().flat_map(|track| &mut track.visits) {
            visit.starts = visit.starts.overflowing_add_signed(by).0;
        }
        (slot.starts, slot.ends) = (row.starts, row.ends);
    }

    /// Gives a track the visits of `now`, unless that would change the `place` in which its group is by now: the first
    /// class would take it out of a row that has begun, and without the last one it would be put into it. `false` if one
    /// of them is that of another track.
    fn visits_in(&mut self, place: Option<&str>, track: &mut Track, now: &Track, date: NaiveDate) -> bool {
        let before = track.visits.clone();
        let own = self.visits(track, now, date);
        let Some(row) = place.filter(|_| before.is_empty() != track.visits.is_empty()) else {
            return own;
        };
        let other = if before.is_empty() { &track.visits } else { &before };
        self.stays.extend(other.iter().map(|visit| Stays::IsThere {
            what: visit.class.clone(),
            row: row.to_string(),
        }));
        track.visits = before;
        own
    }

    /// Gives a track the visits of `now`; `false` if one of them is that of another track.
    fn visits(&mut self, track: &mut Track, now: &Track, date: NaiveDate) -> bool {
        let mut own = true;
        track.visits.retain(|visit| {
            if has(self.next, visit) {
                return true;
            }
            let why = self.why_visit(&visit.id);
            self.say(why, &visit.class)
        });
        for visit in &now.visits {
            let past = self.begun.is_past(self.today, date, visit.starts);
            let Some(known) = track.visits.iter_mut().find(|known| known.id == visit.id) else {
                let elsewhere = has(self.today, visit);
                own &= !elsewhere;
                let why = self.why_out(visit, date);
                if !elsewhere && !self.say(why, &visit.class) {
                    track.visits.push(visit.clone());
                }
                continue;
            };
            if known.class != visit.class {
                self.stays.push(Stays::Words(known.class.clone()));
            }
            let was = keeping::starts(self.today, visit).unwrap_or(known.starts);
            let why = self.why_visit(&visit.id).or(past.then_some(Why::Past));
            known.starts = if why.is_some() { was } else { visit.starts };
            if was != visit.starts {
                self.say(why, &known.class);
            }
        }
        track.visits.sort_by_key(|visit| visit.starts);
        own
    }
}

/// Whether a visit is in the timetable of `plan`.
fn has(plan: &Plan, visit: &Visit) -> bool {
    keeping::starts(plan, visit).is_some()
}

/// What a group does by itself.
fn does(track: &Track) -> Option<(&str, ActivityKind)> {
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
