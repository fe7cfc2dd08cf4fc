//! Classes that were not seen, and those that were after all.

use super::{Day, Reply, history::ChangeTouch};
use crate::{
    app::{
        late::{LateDeed, LateNotice},
        message::At,
        notice::Notice,
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{
        course::Phase,
        day_change::{Change, DayChange},
        ids::{RecordId, VisitId},
        route::Stop,
    },
};

/// Words by which the list finds a class that was seen after all; they are not shown as they stand here.
const AFTER_ALL: &str = "seen after all";

impl Day {
    /// The list of the classes on this group's way today, with `chosen` chosen, or else the present or next one.
    #[must_use]
    pub(in crate::app) fn visits_not_seen(&self, chosen: Option<&VisitId>) -> Option<Picker> {
        let position = self.position?;
        let day = self.route.stop(position.stop)?.day;
        let stops = self
            .route
            .stops()
            .iter()
            .enumerate()
            .filter(|(_, stop)| stop.day == day);
        let visits: Vec<(usize, &Stop)> = stops.filter(|(_, stop)| stop.place.visit.is_some()).collect();
        let wanted = chosen.and_then(|chosen| {
            visits
                .iter()
                .position(|(_, stop)| stop.place.visit.as_ref() == Some(chosen))
        });
        let next = visits.iter().position(|(at, _)| *at >= position.stop);
        let rows = visits.iter().filter_map(|(_, stop)| {
            let visit = stop.place.visit.clone()?;
            let times = format!("{}-{}", stop.starts.hh_mm(), stop.ends.hh_mm());
            let class = self.class_of(&visit)?;
            Some(Row::new(Choice::Visit(visit), class, times))
        });
        let mut rows: Vec<Row> = rows.collect();
        let last = visits.len().saturating_sub(1);
        let first = wanted.or(next).unwrap_or(last);
        // Below all others: who says again that a class was not seen, and why, must not take it back.
        rows.extend(self.seen_after_all_rows(day));
        (!rows.is_empty()).then(|| Picker::new(Purpose::NotSeen, rows, first))
    }

    /// A row for each class of this group's day that was said not to be seen, with why: it may have been seen after all.
    fn seen_after_all_rows(&self, day: usize) -> impl Iterator<Item = Row> + '_ {
        let slots = self.plan.days.get(day).map_or(&[][..], |day| &day.slots);
        let unseen = self.today.not_seen.iter().filter(move |unseen| {
            Some(&unseen.group) == self.me.group.as_ref()
                && slots.iter().any(|slot| slot.id == unseen.slot)
                && self.said_not_seen(&unseen.visit).is_some()
        });
        unseen.map(|unseen| {
            let choice = Choice::SeenAfterAll(unseen.visit.clone());
            Row::new(choice, unseen.class.clone(), unseen.because.clone()).also(AFTER_ALL)
        })
    }

    /// The record that says that a class was not seen, with what it says; `None` where none stands.
    fn said_not_seen(&self, visit: &VisitId) -> Option<(RecordId, DayChange)> {
        let asked = Change::NotSeen {
            visit: visit.clone(),
            because: String::new(),
            begun: false,
        };
        let id = asked.record_id(self.plan.session, &self.own_scope())?;
        self.standing_change(id).map(|standing| (id, standing.body))
    }

    /// A class was seen after all: what was recorded is taken back, by an edition of the same record. It is a place of
    /// the day again.
    pub(in crate::app) fn seen_after_all(&mut self, at: At, visit: &VisitId) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        if !self.may_write(&mut reply) {
            return reply;
        }
        let Some((change, said)) = self.said_not_seen(visit) else {
            return reply;
        };
        let touch = ChangeTouch {
            change,
            before: Some(said),
            after: None,
        };
        let after = self.course.clone();
        self.deed(at, LateDeed::SeenAfterAll, vec![touch.into()], after, &mut reply);
        let class = self.class_of(visit).unwrap_or_default();
        reply.say(Notice::Late(LateNotice::SeenAfterAll(class)));
        reply
    }

    /// A class was not seen. One that was to come is left out; at the present one the group stays.
    pub(in crate::app) fn not_seen(&mut self, at: At, visit: &VisitId, because: String) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        if !self.may_write(&mut reply) {
            return reply;
        }
        let class = self.class_of(visit).unwrap_or_default();
        let because = match self.said_not_seen(visit) {
            // Who says the same again with no more words keeps the reason.
            Some((
                _,
                DayChange {
                    what: Change::NotSeen { because: said, .. },
                    ..
                },
            )) if because.is_empty() => said,
            _ => because,
        };
        let here = self.position.map(|position| (position.stop, position.phase));
        let stops = self.route.stops();
        let at_visit = stops
            .iter()
            .position(|stop| stop.place.visit.as_ref() == Some(visit));
        let begun = here
            .zip(at_visit)
            .is_some_and(|((here, phase), at_visit)| !matches!(phase, Phase::Before(_)) && at_visit <= here);
        let here = begun && here.is_some_and(|(here, _)| at_visit == Some(here));
        let what = Change::NotSeen {
            visit: visit.clone(),
            because,
            begun,
        };
        let change = self.change(at.now, self.own_scope(), what);
        let touched = vec![self.change_touch(at.fresh, change)];
        let after = self.course.clone();
        self.deed(at, LateDeed::NotSeen, touched, after, &mut reply);
        reply.say(Notice::Late(LateNotice::NotSeen { class, here }));
        reply
    }
}
