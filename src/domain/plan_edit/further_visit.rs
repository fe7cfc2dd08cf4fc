//! When a group can visit one more class in a row, and what that takes from the others.

use chrono::{NaiveTime, TimeDelta};

use super::{span, times::to_the_minute};
use crate::domain::{
    ids::{SlotId, TrackId},
    plan::{Plan, Visit},
    stamp::Stamp,
};

/// How long a visit takes where the plan has no two of them to tell.
const USUAL_MINUTES: i64 = 15;

/// A visit that another one leaves less time than visits take in its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutShort {
    /// When the other one begins.
    pub at: NaiveTime,
    /// The class that is left then.
    pub class: String,
    /// The minutes that it keeps.
    pub keeps: i64,
    /// The minutes that it had.
    pub of: i64,
}

/// What a group visits in a row, and when that begins and ends.
struct Visited<'a> {
    visits: &'a [Visit],
    starts: NaiveTime,
    ends: NaiveTime,
}

/// When a further class is visited best: behind the last one, in a running row not before `now`. Where no time is left
/// it is now, or in the second half of the last visit that has two halves.
#[must_use]
pub fn further_visit(plan: &Plan, row: &SlotId, track: &TrackId, now: Stamp) -> Option<NaiveTime> {
    let visited = Visited::of(plan, row, track)?;
    let minute = to_the_minute(now.time());
    let today = plan.slot(row).is_some_and(|(day, _)| day.date == now.date());
    let running = today && visited.starts <= minute && minute < visited.ends;
    let behind = visited.behind_the_last();
    let behind = behind.map(|free| if running { free.max(minute) } else { free });
    let within = |time: &NaiveTime| *time < visited.ends;
    behind
        .filter(within)
        .or_else(|| visited.from(minute).filter(|_| running))
        .or_else(|| visited.second_half())
        .or(behind)
}

/// The visit that a further one at `at` cuts short, if it does: what keeps as long as visits take there is not.
#[must_use]
pub fn cut_short(plan: &Plan, row: &SlotId, track: &TrackId, at: NaiveTime) -> Option<CutShort> {
    let visited = Visited::of(plan, row, track)?;
    let nth = visited.visits.iter().rposition(|visit| visit.starts <= at)?;
    let (visit, of) = (&visited.visits[nth], visited.lasts(nth));
    let keeps = minutes(visit.starts, at);
    (keeps < of.min(visited.usual())).then(|| CutShort {
        at,
        class: visit.class.clone(),
        keeps,
        of,
    })
}

impl<'a> Visited<'a> {
    fn of(plan: &'a Plan, row: &SlotId, track: &TrackId) -> Option<Self> {
        let (day, slot) = plan.slot(row)?;
        let at = day.slots.iter().position(|known| known.id == *row)?;
        let (starts, ends) = span(day, at)?;
        let track = slot.tracks.iter().find(|known| known.id == *track)?;
        Some(Self {
            visits: &track.visits,
            starts,
            ends,
        })
    }

    /// How many minutes a visit takes here: as long as the last two lie apart.
    fn usual(&self) -> i64 {
        match self.visits {
            [.., before, last] => minutes(before.starts, last.starts),
            _ => USUAL_MINUTES,
        }
    }

    /// How many minutes the visit at this position has.
    fn lasts(&self, nth: usize) -> i64 {
        let next = self.visits.get(nth + 1).map_or(self.ends, |next| next.starts);
        minutes(self.visits[nth].starts, next)
    }

    /// When the last visit has had its usual time; `None` behind midnight.
    fn behind_the_last(&self) -> Option<NaiveTime> {
        let Some(last) = self.visits.last() else {
            return Some(self.starts);
        };
        match last
            .starts
            .overflowing_add_signed(TimeDelta::minutes(self.usual()))
        {
            (time, 0) => Some(time),
            _ => None,
        }
    }

    /// The first minute from `minute` on at which no visit begins.
    fn from(&self, minute: NaiveTime) -> Option<NaiveTime> {
        let begins = |time: NaiveTime| self.visits.iter().any(|visit| visit.starts == time);
        let next = |time: &NaiveTime| Some(*time + TimeDelta::minutes(1));
        std::iter::successors(Some(minute), next)
            .take_while(|time| *time < self.ends)
            .find(|time| !begins(*time))
    }

    /// The middle of the last visit that has one.
    fn second_half(&self) -> Option<NaiveTime> {
        let nth = (0..self.visits.len()).rev().find(|nth| self.lasts(*nth) >= 2)?;
        let half = (self.lasts(nth) + 1) / 2;
        Some(self.visits[nth].starts + TimeDelta::minutes(half))
    }
}

fn minutes(from: NaiveTime, until: NaiveTime) -> i64 {
    until.signed_duration_since(from).num_minutes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example::{at, plan};

    fn time(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
    }

    /// The example's lessons with the visits of its first group at these times, until `ends`.
    fn visits_at(starts: &[&str], ends: &str) -> (Plan, SlotId, TrackId) {
        let mut plan = plan();
        let slots = &mut plan.days[0].slots;
        let row = slots
            .iter_mut()
            .find(|slot| !slot.tracks.is_empty())
            .expect("lessons");
        row.ends = Some(time(ends));
        let visit = row.tracks[0].visits[0].clone();
        row.tracks[0].visits = starts
            .iter()
            .map(|starts| Visit {
                starts: time(starts),
                class: format!("class at {starts}"),
                ..visit.clone()
            })
            .collect();
        let (row, track) = (row.id.clone(), row.tracks[0].id.clone());
        (plan, row, track)
    }

    #[test]
    fn a_further_visit_finds_its_time_in_the_row() {
        let quarters = ["09:00", "09:15", "09:30"];
        for (starts, ends, now, proposed) in [
            (&[][..], "10:15", "08:00", "09:00"),
            (&quarters, "10:15", "08:00", "09:45"),
            (&quarters, "10:15", "09:10", "09:45"),
            (&quarters, "10:15", "10:02", "10:02"),
            (&quarters, "09:45", "08:00", "09:38"),
            (&quarters, "09:45", "09:50", "09:38"),
            (&quarters, "09:45", "09:20", "09:20"),
            (&quarters, "09:45", "09:15", "09:16"),
            (&quarters, "09:31", "08:00", "09:23"),
        ] {
            let (plan, row, track) = visits_at(starts, ends);
            let found = further_visit(&plan, &row, &track, at(&plan, now));
            assert_eq!(found, Some(time(proposed)), "{starts:?} until {ends} at {now}");
        }
    }

    #[test]
    fn only_what_keeps_less_than_visits_take_is_cut_short() {
        let (plan, row, track) = visits_at(&["09:00", "09:15", "09:30"], "10:15");
        let cut = |at| cut_short(&plan, &row, &track, time(at)).map(|cut| (cut.class, cut.keeps, cut.of));
        assert_eq!(cut("09:45"), None, "45 minutes are more than visits take here");
        assert_eq!(cut("09:40"), Some(("class at 09:30".into(), 10, 45)));
        assert_eq!(cut("09:20"), Some(("class at 09:15".into(), 5, 15)));
        assert_eq!(cut("08:55"), None);
    }
}
