//! Deeds of a day that goes otherwise than planned: new times, a swap, a class not seen, an unplanned visit.

use chrono::TimeDelta;

use super::{
    Day, Mine, Reply,
    history::{CourseChange, Done, Touch},
};
use crate::{
    app::{
        late::{LateDeed, LateNotice, Outcome},
        message::At,
        notice::{Deed, Notice},
        picker::{Choice, LeftOver, Picker, Purpose, Row},
    },
    domain::{
        class_name::same_class,
        course::{Course, Phase, Position, Step},
        day_change::{Change, DayChange, Scope},
        ids::VisitId,
        lateness::{self, Remedy, Standing, Way, late_of_changes},
        plan::Plan,
        rooms,
        route::{PlaceId, Route, Stop},
        stamp::Stamp,
        today,
    },
};

impl Day {
    /// Finds out where the group is at this moment, for what is asked on top of the screen.
    pub(in crate::app) fn settle_now(&mut self, now: Stamp) {
        self.settle(now, false);
    }

    /// Whether a day of the review is to come, this one or a later one, and none runs.
    #[must_use]
    pub(in crate::app) fn is_to_begin(&self) -> bool {
        self.position
            .is_some_and(|position| matches!(position.phase, Phase::Before(_)))
    }

    /// Where today's times can be changed from now; `None` on other days, and once the day is over.
    #[must_use]
    pub(in crate::app) fn changed_from(&self, now: Stamp) -> Option<Position> {
        lateness::changed_from(&self.route, self.position?, now)
    }

    /// The place before the present one of this day, by its name, and how many minutes ago it was to end; `None` where a
    /// hand said where the group is, or said anything of its times since it came here.
    #[must_use]
    pub(in crate::app) fn place_before(&self, now: Stamp) -> Option<(String, i64)> {
        let position = self.position?;
        if position.held || position.late != 0 || self.hand_spoke_since(self.stop()?.starts) {
            return None;
        }
        let before = self.stop_before()?;
        let view = self.today.plan.view(before, self.me.group.as_ref())?;
        let name = view.visit.map_or(&view.activity.title, |visit| &visit.class);
        let over = now.minutes_since(before.ends);
        (over > 0).then(|| (name.clone(), over))
    }

    /// The stop before the present one, on the same day.
    #[must_use]
    pub(in crate::app) fn stop_before(&self) -> Option<&Stop> {
        let before = self.route.stop(self.position?.stop.checked_sub(1)?)?;
        (before.day == self.stop()?.day).then_some(before)
    }

    /// Whether this writer said by a step where the group is, at that moment or later.
    fn hand_spoke_since(&self, when: Stamp) -> bool {
        let mut steps = self.records.changes.live().filter(|change| {
            let is_step = matches!(change.body.what, Change::Stepped { .. });
            is_step && change.writer == self.me.writer && !today::is_mark(change)
        });
        steps.any(|step| step.body.at >= when && step.body.at.date() == when.date())
    }

    /// The group says that it is still at the place before: it stays there until it goes on by hand.
    pub(in crate::app) fn still_at(&mut self, at: At, place: &PlaceId) -> Reply {
        let mut reply = Reply::default();
        if let Some(to) = self.route.position(place).filter(|_| self.may_write(&mut reply)) {
            self.go(at, to, &mut reply);
        }
        reply
    }

    /// Does a remedy: its changes are recorded, with a step that says that the group is no more late. Before the day
    /// begins nobody is late, and nobody is anywhere. Who is `still` in the place before stays there until the next step.
    pub(in crate::app) fn remedy(
        &mut self,
        at: At,
        remedy: Remedy,
        everyone: bool,
        still: Option<PlaceId>,
    ) -> Reply {
        let mut reply = Reply::default();
        let said_here = still.is_some();
        let Some(place) = still.or_else(|| self.stop().map(|stop| stop.place.clone())) else {
            return reply;
        };
        if !self.may_write(&mut reply) {
            return reply;
        }
        let deed = match remedy.way {
            Way::Push => LateDeed::Pushed,
            Way::Squeeze => LateDeed::Squeezed,
            Way::Drop => LateDeed::LeftOut,
        };
        let notice = LateNotice::Remedied(Outcome::of(&remedy));
        if self.is_to_begin() {
            let touched = self.change_touches(at.fresh, remedy.changes);
            self.deed(at, deed, touched, self.course.clone(), &mut reply);
            reply.say(Notice::Late(notice));
            return reply;
        }
        let group = self.me.group.as_ref();
        let plan = today::with(&self.today.plan, group, &remedy.changes);
        let held = said_here || self.is_held();
        let (after, step) = Course::on_time(&Route::of(&plan, group), &place, held, at.now);
        let mut touched = self.change_touches(at.fresh, remedy.changes);
        if everyone && said_here {
            // Where this group still is, is said for it alone.
            let own = Self::stepped(at.now, self.own_scope(), step.clone());
            touched.push(self.change_touch(at.fresh.beside(), own));
        }
        let scope = if everyone {
            Scope::Everyone
        } else {
            self.own_scope()
        };
        let step = Self::stepped(at.now, scope, step);
        touched.push(self.change_touch(at.fresh, step));
        self.deed(at, deed, touched, after, &mut reply);
        reply.say(Notice::Late(notice));
        self.offer_notes(at.now, &mut reply);
        reply
    }

    /// Whether the group stays where it is until the next step forward.
    pub(super) fn is_held(&self) -> bool {
        self.position.is_some_and(|position| position.held)
    }

    pub(super) fn deed(
        &mut self,
        at: At,
        deed: LateDeed,
        touched: Vec<Touch>,
        after: Course,
        reply: &mut Reply,
    ) {
        let before = self.course.clone();
        let done = Done {
            deed: Deed::Late(deed),
            touched,
            course: Some(CourseChange { before, after }),
        };
        self.perform(at, done, reply);
        self.settle(at.now, true);
    }

    /// The name of the class of a visit, wherever today's plan has it.
    #[must_use]
    pub(in crate::app) fn class_of(&self, visit: &VisitId) -> Option<String> {
        let mut slots = self.today.plan.every_slot();
        let visit = slots.find_map(|slot| slot.visit(visit))?;
        Some(visit.class.clone())
    }

    /// The visits on this group's way that can still change places: the present one and what has not begun.
    fn open_visits(&self) -> impl Iterator<Item = &Stop> {
        let from = self.position.and_then(|position| match position.phase {
            Phase::During(_) => Some(position.stop),
            Phase::Before(day) => self.route.first_of(day),
            Phase::After(_) | Phase::NoPlan => None,
        });
        let day = from.and_then(|from| self.route.stop(from)).map(|stop| stop.day);
        let stops = self.route.stops().iter().enumerate();
        let open =
            stops.filter(move |(at, stop)| from.is_some_and(|from| *at >= from) && Some(stop.day) == day);
        open.map(|(_, stop)| stop)
            .filter(|stop| stop.place.visit.is_some())
    }

    /// The visit where the group is now, if it is at one.
    fn present_visit(&self) -> Option<&Stop> {
        let position = self.position?;
        let here = self.route.stop(position.stop)?;
        (matches!(position.phase, Phase::During(_)) && here.place.visit.is_some()).then_some(here)
    }

    /// The list of visits that can change places with `chosen`, or else with the next one that has not begun; with the
    /// present one only where no other is to come. `None` if there is none.
    #[must_use]
    pub(in crate::app) fn visits_to_swap(&self, now: Stamp, chosen: Option<&VisitId>) -> Option<Picker> {
        let here = self.present_visit();
        let to_come = || self.open_visits().filter(|stop| Some(*stop) != here);
        let chosen = to_come().find(|stop| chosen.is_some() && stop.place.visit.as_ref() == chosen);
        self.partners(now, chosen.or_else(|| to_come().next()).or(here)?)
    }

    /// The list of visits that can change places with the one where the group is; `None` if there is none.
    #[must_use]
    pub(in crate::app) fn visits_to_swap_here(&self, now: Stamp) -> Option<Picker> {
        self.partners(now, self.present_visit()?)
    }

    /// Whether the group is at a visit now.
    #[must_use]
    pub(in crate::app) fn is_at_visit(&self) -> bool {
        self.present_visit().is_some()
    }

    /// The list of visits that can change places with `first`: those of one's own way that have not begun, the one where
    /// the group is, and those of the other groups.
    fn partners(&self, now: Stamp, first: &Stop) -> Option<Picker> {
        let one = first.place.visit.clone()?;
        let class = self.class_of(&one)?;
        let here = self.present_visit();
        let row = |stop: &Stop, group: Option<String>| {
            let visit = stop.place.visit.clone()?;
            let is_other_group = group.is_some();
            let times = format!("{}-{}", stop.starts.hh_mm(), stop.ends.hh_mm());
            let aside = group.map_or(times.clone(), |group| format!("{group} {times}"));
            let words = self.class_of(&visit).filter(|other| !same_class(&class, other))?;
            let barred = self.room_taken(now, &one, &visit).is_some();
            let left = self.left_after_swap(now, &one, &visit);
            let choice = if Some(stop) == here {
                Choice::VisitHere(visit)
            } else {
                Choice::Visit(visit)
            };
            let seen_at = is_other_group.then(|| self.seen_at(&words, first)).flatten();
            Some(
                Row::new(choice, words, aside)
                    .barred(barred)
                    .seen_at(seen_at)
                    .leaving(left),
            )
        };
        let to_come = self.open_visits().filter(|stop| Some(*stop) != here);
        let mut rows: Vec<Row> = to_come
            .filter(|stop| stop.place != first.place)
            .filter_map(|stop| row(stop, None))
            .collect();
        let others = self.others_open_visits(now, first);
        let others = others.filter_map(|(stop, group)| row(&stop, Some(group)));
        let here = here
            .filter(|here| *here != first)
            .and_then(|here| row(here, None));
        // By its name the class where one is comes before the same class of another group, but it is never the first.
        if rows.is_empty() {
            rows.extend(others.chain(here));
        } else {
            rows.extend(here.into_iter().chain(others));
        }
        // Among those that can be taken the first is the likely one; to leave the class where one is must be chosen.
        let can_be_taken =
            |row: &Row| !row.barred && row.seen_at.is_none() && !matches!(row.choice, Choice::VisitHere(_));
        let likely = rows.iter().position(can_be_taken).unwrap_or(0);
        (!rows.is_empty()).then(|| Picker::new(Purpose::SwapWith(one, class), rows, likely))
    }

    /// What is left of the visit that begins now if these two change places and one of them is the present one; `None`
    /// where it keeps more than two thirds of its minutes.
    fn left_after_swap(&self, now: Stamp, one: &VisitId, other: &VisitId) -> Option<LeftOver> {
        let present = self.present_visit()?.place.visit.clone()?;
        let begins = if present == *one { other } else { one };
        if *begins == present || ![one, other].contains(&&present) {
            return None;
        }
        let (changes, in_time) = self.swapped(now, one, other)?;
        let group = self.me.group.as_ref();
        let plan = today::with(&self.today.plan, group, &changes);
        let lasts = |plan: &Plan| {
            let group = rooms::visit(plan, begins)?.1.group.clone();
            let route = Route::of(plan, Some(&group));
            let stop = route
                .stops()
                .iter()
                .find(|stop| stop.place.visit.as_ref() == Some(begins))?;
            Some((stop.starts, stop.ends))
        };
        let (was, becomes) = (lasts(&self.today.plan)?, lasts(&plan)?);
        let late = self
            .position
            .filter(|_| !in_time)
            .map_or(0, |position| position.late);
        let cut = self
            .course
            .stay(&self.route, now)
            .and_then(|stay| Some((stay.cut_by?, stay.ends)));
        let left = becomes.1.minutes_since(now) + late;
        let keeps = cut.map_or(left, |(_, ends)| left.min(ends.minutes_since(now)));
        let of = was.1.minutes_since(was.0);
        (keeps * 3 <= of * 2).then(|| {
            let class = self.class_of(begins).unwrap_or_default();
            LeftOver { class, keeps, of }
        })
    }

    /// When the group sees a class on its own way in the row of `first`, if it does.
    fn seen_at(&self, class: &str, first: &Stop) -> Option<String> {
        let in_row = |stop: &&Stop| (stop.day, stop.row) == (first.day, first.row);
        let mut own = self.route.stops().iter().filter(in_row);
        let sees = |stop: &&Stop| {
            let visit = stop.place.visit.as_ref();
            visit
                .and_then(|visit| self.class_of(visit))
                .is_some_and(|own| same_class(&own, class))
        };
        own.find(sees).map(|stop| stop.starts.hh_mm())
    }

    /// The visits of the other groups in the same row that have not begun, with the group's name.
    fn others_open_visits<'a>(
        &'a self,
        now: Stamp,
        first: &'a Stop,
    ) -> impl Iterator<Item = (Stop, String)> + 'a {
        let late = self
            .position
            .map_or(0, |position| late_of_changes(&self.route, position, now));
        let begun = now.plus(TimeDelta::minutes(-late));
        let plan = &self.today.plan;
        let groups = plan
            .groups
            .iter()
            .filter(|group| Some(&group.id) != self.me.group.as_ref());
        groups.flat_map(move |group| {
            let route = Route::of(plan, Some(&group.id));
            let open: Vec<_> = route
                .stops()
                .iter()
                .filter(|stop| (stop.day, stop.row) == (first.day, first.row) && begun.is_before(stop.starts))
                .filter(|stop| stop.place.visit.is_some())
                .map(|stop| (stop.clone(), group.name.clone()))
                .collect();
            open
        })
    }

    /// What is recorded when two visits change places, for everyone if they are of two groups; and whether the group is
    /// no more late then.
    fn swapped(&self, now: Stamp, one: &VisitId, other: &VisitId) -> Option<(Vec<DayChange>, bool)> {
        let plan = &self.today.plan;
        let standing = Standing {
            agreed: &self.plan,
            plan,
            route: &self.route,
            position: self.position?,
            now,
        };
        let exchange = lateness::exchange(&standing, one, other)?;
        let group = |visit| rooms::visit(plan, visit).map(|(_, track, _)| track.group.clone());
        let both_mine = [one, other].iter().all(|visit| group(visit) == self.me.group);
        let scope = if both_mine {
            self.own_scope()
        } else {
            Scope::Everyone
        };
        let changes = exchange.changes.into_iter();
        let changes = changes
            .map(|what| self.change(now, scope.clone(), what))
            .collect();
        Some((changes, exchange.in_time))
    }

    /// The class in which two groups would be at once if these visits changed places.
    fn room_taken(&self, now: Stamp, one: &VisitId, other: &VisitId) -> Option<rooms::Clash> {
        let (changes, _) = self.swapped(now, one, other)?;
        let plan = today::with(&self.today.plan, self.me.group.as_ref(), &changes);
        let known = rooms::clashes(&self.today.plan);
        let is_new = |clash: &rooms::Clash| !known.contains(clash);
        rooms::clashes(&plan).into_iter().find(is_new)
    }

    /// Two visits change places. Notes that were just made at the present one are offered to be taken along.
    pub(in crate::app) fn swap(&mut self, at: At, one: &VisitId, other: &VisitId) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        if !self.may_write(&mut reply) {
            return reply;
        }
        if let Some(clash) = self.room_taken(at.now, one, other) {
            reply.say(Notice::Late(LateNotice::RoomTaken {
                class: clash.class,
                from: clash.from,
            }));
            return reply;
        }
        let (Some((changes, in_time)), Some(here)) = (self.swapped(at.now, one, other), self.stop().cloned())
        else {
            reply.say(Notice::Late(LateNotice::NoTimeLeft));
            return reply;
        };
        let names = (
            self.class_of(one).unwrap_or_default(),
            self.class_of(other).unwrap_or_default(),
        );
        let there = match here.place.visit.as_ref() {
            Some(visit) if visit == one => Some(other),
            Some(visit) if visit == other => Some(one),
            _ => None,
        };
        let stepped = there.and_then(|there| {
            let place = PlaceId {
                visit: Some(there.clone()),
                ..here.place.clone()
            };
            self.step_of_swap(at.now, place, &changes, in_time)
        });
        let mut touched = self.change_touches(at.fresh, changes);
        let mut after = self.course.clone();
        if let Some((course, step)) = stepped {
            after = course;
            let step = Self::stepped(at.now, self.own_scope(), step);
            touched.push(self.change_touch(at.fresh, step));
        }
        self.deed(at, LateDeed::Swapped, touched, after, &mut reply);
        reply.say(Notice::Late(LateNotice::Swapped(names.0, names.1)));
        self.offer_after_swap(at.now, &here.place, &mut reply);
        reply
    }

    /// The step that goes with a swap of the present place: who follows the clock at its lateness needs none.
    fn step_of_swap(
        &self,
        now: Stamp,
        place: PlaceId,
        changes: &[DayChange],
        in_time: bool,
    ) -> Option<(Course, Step)> {
        let group = self.me.group.as_ref();
        if in_time {
            let plan = today::with(&self.today.plan, group, changes);
            return Some(Course::on_time(
                &Route::of(&plan, group),
                &place,
                self.is_held(),
                now,
            ));
        }
        let position = self.position.filter(|position| position.held)?;
        let course = Course::staying(&self.route, &place, position.late, now);
        let step = Step {
            place,
            late: position.late,
            held: true,
        };
        Some((course, step))
    }

    /// Offers to take along the notes that were made at a visit which has just changed places with another.
    fn offer_after_swap(&mut self, now: Stamp, from: &PlaceId, reply: &mut Reply) {
        let Some(to) = self.stop().map(|stop| stop.place.clone()).filter(|to| to != from) else {
            return;
        };
        let made_there = |mine: &Mine| {
            self.note_as_written(*mine)
                .is_some_and(|note| note.body.place.id() == *from)
        };
        let offered: Vec<Mine> = self.board.mine.iter().copied().filter(made_there).collect();
        if !offered.is_empty() {
            reply.say(Notice::Late(LateNotice::OfferAfterSwap(offered.len())));
        }
        self.prompts.offer(now, to, from.clone(), offered);
    }
}
