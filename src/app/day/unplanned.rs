//! A class that is visited though nobody planned it.

use chrono::{TimeDelta, Timelike};

use super::{Day, Reply};
use crate::{
    app::{
        late::{InRoom, LateDeed, LateNotice},
        message::At,
        notice::Notice,
    },
    domain::{
        activity::ActivityKind,
        course::{Course, Phase, Step},
        day_change::{Change, DayChange},
        ids::{RecordId, TrackId, VisitId},
        plan_edit::cut_short,
        rooms,
        route::{PlaceId, Route, Stop},
        stamp::Stamp,
        today,
    },
};

/// The minutes that an unplanned visit has at least, if the clock is to end it.
const FEWEST_MINUTES: i64 = 5;

impl Day {
    /// Whether a visit can be added now: the day runs, and there is a group that visits.
    #[must_use]
    pub(in crate::app) fn may_add_visit(&self) -> bool {
        let runs = self
            .position
            .is_some_and(|position| matches!(position.phase, Phase::During(_)));
        runs && self.me.group.is_some()
    }

    /// The stop in which a visit lies that begins now, with how late the group is against its times: the one that it is
    /// at by the clock, however late; or the lessons of this moment, for who is still on the way to them. Who stays at
    /// a place leaves it for what the clock says.
    fn stop_of_unplanned(&self, now: Stamp) -> Option<(&Stop, i64)> {
        let (position, day) = (self.position?, self.stop()?.day);
        let at = |late: i64| {
            let by_plan = now.plus(TimeDelta::minutes(-late));
            let stop = self.route.stop(self.route.planned_at(day, by_plan)?)?;
            Some((stop, late))
        };
        let sees_lessons = |(stop, _): &(&Stop, i64)| {
            let view = self.today.plan.view(stop, self.me.group.as_ref());
            view.is_some_and(|view| view.slot.activity.kind == ActivityKind::LessonVisits)
        };
        let late = if position.held { 0 } else { position.late };
        let by_its_clock = at(late)?;
        if sees_lessons(&by_its_clock) {
            return Some(by_its_clock);
        }
        at(0).filter(sees_lessons).or(Some(by_its_clock))
    }

    /// The visit of `class` from now on, with the step to it: in the times of the plan, which the group may be late
    /// against. It lasts until the next stop; where that leaves it hardly any time, until the group goes on by hand.
    fn unplanned_visit(&self, now: Stamp, fresh: RecordId, class: &str) -> Option<(DayChange, Step)> {
        let group = self.me.group.as_ref().filter(|_| self.may_add_visit())?;
        let (stop, late) = self.stop_of_unplanned(now)?;
        let here = self.today.plan.view(stop, Some(group))?;
        let slot = here.slot.id.clone();
        let track = here.track.map_or_else(
            || TrackId::new(format!("{slot}-{group}")),
            |track| track.id.clone(),
        );
        let starts = now.plus(TimeDelta::minutes(-late));
        let last = stop.ends.plus(TimeDelta::minutes(-1));
        let (starts, late) = if last.is_before(starts) {
            (last, now.minutes_since(last))
        } else {
            (starts, late)
        };
        let held = stop.ends.minutes_since(starts) < FEWEST_MINUTES;
        let starts = starts.max(stop.starts).time();
        let starts = starts.with_second(0).unwrap_or(starts);
        let visit = VisitId::new(format!("visit-{fresh}"));
        let place = PlaceId {
            slot: slot.clone(),
            visit: Some(visit.clone()),
        };
        let what = Change::VisitAdded {
            slot,
            track,
            visit,
            class: class.to_string(),
            starts,
        };
        let change = self.change(now, self.own_scope(), what);
        Some((change, Step { place, late, held }))
    }

    /// The other group that is in the room of `class` while this one would be, if there is one.
    #[must_use]
    pub(in crate::app) fn others_in_room(&self, at: At, class: &str) -> Option<InRoom> {
        let (change, _) = self.unplanned_visit(at.now, at.fresh, class)?;
        let plan = today::with(&self.today.plan, self.me.group.as_ref(), &[change]);
        let known = rooms::clashes(&self.today.plan);
        let clashes = rooms::clashes(&plan).into_iter();
        let both_there = clashes
            .filter(|clash| !known.contains(clash))
            .min_by_key(|clash| clash.from)?;
        let mut groups = both_there.groups.iter();
        let other = groups.find(|group| Some(*group) != self.me.group.as_ref())?;
        let group = self.today.plan.group(other)?;
        let route = Route::of(&plan, Some(other));
        let mut theirs = route
            .stops()
            .iter()
            .filter(|stop| stop.starts.is_before(both_there.until) && both_there.from.is_before(stop.ends));
        let room = theirs.find_map(|stop| plan.view(stop, Some(other))?.visit);
        Some(InRoom {
            class: class.to_string(),
            room: room.map_or_else(|| class.to_string(), |visit| visit.class.clone()),
            group: group.name.clone(),
            until: both_there.until,
        })
    }

    /// A class is visited that was not planned, from now on.
    pub(in crate::app) fn add_visit(&mut self, at: At, class: String) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        let Some((change, step)) = self.unplanned_visit(at.now, at.fresh, &class) else {
            reply.say(Notice::Late(LateNotice::OnlyWhileItRuns));
            return reply;
        };
        if !self.may_write(&mut reply) {
            return reply;
        }
        let cut = match &change.what {
            Change::VisitAdded {
                slot, track, starts, ..
            } => cut_short(&self.today.plan, slot, track, *starts),
            _ => None,
        };
        let stays = step.held;
        let after = Course::resumed(&self.route, step.clone(), at.now);
        let mut touched = self.change_touches(at.fresh, vec![change]);
        let step = Self::stepped(at.now, self.own_scope(), step);
        touched.push(self.change_touch(at.fresh, step));
        self.deed(at, LateDeed::AddedVisit, touched, after, &mut reply);
        reply.say(Notice::Late(LateNotice::VisitAdded { class, cut, stays }));
        reply
    }
}
