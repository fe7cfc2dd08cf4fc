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
        course::{Course, Phase, Step},
        day_change::{Change, DayChange},
        ids::{RecordId, TrackId, VisitId},
        plan_edit::cut_short,
        rooms,
        route::PlaceId,
        stamp::Stamp,
        today,
    },
};

impl Day {
    /// Whether a visit can be added now: the day runs, and there is a group that visits.
    #[must_use]
    pub(in crate::app) fn may_add_visit(&self) -> bool {
        let runs = self
            .position
            .is_some_and(|position| matches!(position.phase, Phase::During(_)));
        runs && self.me.group.is_some()
    }

    /// The visit of `class` from now on, with the step to it. In the times of the plan, which the group is late against,
    /// it lies inside the place where the group is.
    fn unplanned_visit(&self, now: Stamp, fresh: RecordId, class: &str) -> Option<(DayChange, Step)> {
        let (here, position) = (self.here()?, self.position?);
        let group = self.me.group.as_ref().filter(|_| self.may_add_visit())?;
        let slot = here.slot.id.clone();
        let track = here.track.map_or_else(
            || TrackId::new(format!("{slot}-{group}")),
            |track| track.id.clone(),
        );
        let starts = now.plus(TimeDelta::minutes(-position.late));
        let last = here.stop.ends.plus(TimeDelta::minutes(-1));
        let (starts, late) = if last.is_before(starts) {
            (last, now.minutes_since(last))
        } else {
            (starts, position.late)
        };
        let starts = starts.max(here.stop.starts).time();
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
        let step = Step {
            place,
            late,
            held: false,
        };
        Some((change, step))
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
        Some(InRoom {
            class: class.to_string(),
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
        let after = Course::resumed(&self.route, step.clone(), at.now);
        let mut touched = self.change_touches(at.fresh, vec![change]);
        let step = Self::stepped(at.now, self.own_scope(), step);
        touched.push(self.change_touch(at.fresh, step));
        self.deed(at, LateDeed::AddedVisit, touched, after, &mut reply);
        reply.say(Notice::Late(LateNotice::VisitAdded(class, cut)));
        reply
    }
}
