//! Going from place to place and from question to question.

use super::{
    Day, Mine, Reply,
    history::{CourseChange, Done, Touch},
};
use crate::{
    app::{
        message::At,
        notice::{CutBy, Deed, Notice},
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{
        activity::Activity,
        asked::Asked,
        course::{Phase, REGRET_MINUTES, Step},
        ids::PromptId,
        note::{Label, NotePlace},
        plan::Person,
        route::{PlaceId, StopView},
        stamp::Stamp,
    },
};

/// Which question was chosen at which place, and the last move by the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PromptChoice {
    chosen: Option<(PlaceId, Option<PromptId>)>,
    pub(super) moved_by_clock: Option<ClockMove>,
    pub(super) offered: Vec<Mine>,
}

/// A move by the clock that can be regretted for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClockMove {
    pub(super) at: Stamp,
    from: PlaceId,
    to: PlaceId,
}

impl PromptChoice {
    /// The question at `place`: the one a person chose there, or else the first of a meeting and none of a visit.
    #[must_use]
    pub fn at<'a>(&'a self, place: &PlaceId, activity: &'a Activity) -> Option<&'a PromptId> {
        match &self.chosen {
            Some((chosen_at, prompt)) if chosen_at == place => prompt.as_ref(),
            _ if activity.kind.asks_in_turn() && place.visit.is_none() => {
                activity.prompts.first().map(|prompt| &prompt.id)
            }
            _ => None,
        }
    }

    /// Chooses a question at a place.
    pub(super) fn choose(&mut self, place: PlaceId, prompt: PromptId) {
        self.chosen = Some((place, Some(prompt)));
    }

    /// From now on notes made at one place can be taken along to another, as after a move by the clock.
    pub(super) fn offer(&mut self, now: Stamp, to: PlaceId, from: PlaceId, notes: Vec<Mine>) {
        self.moved_by_clock = Some(ClockMove {
            at: now,
            from: to,
            to: from,
        });
        self.offered = notes;
    }

    /// How many notes can be taken along back with one more key.
    #[must_use]
    pub fn offered(&self) -> usize {
        self.offered.len()
    }
}

impl Day {
    /// Finds out anew where the group is. A change that no hand made was made by the clock.
    pub(super) fn settle(&mut self, now: Stamp, by_hand: bool) {
        let before = self.stop().map(|stop| stop.place.clone());
        self.position = self.course.position(&self.route, now);
        let after = self.stop().map(|stop| stop.place.clone());
        if !self.is_offered_in_time(now) {
            self.prompts.offered.clear();
        }
        if before == after {
            return;
        }
        if let (false, Some(from), Some(to)) = (by_hand, before, after) {
            self.prompts.moved_by_clock = Some(ClockMove { at: now, from, to });
        }
        self.prompts.offered.clear();
        self.refresh_board();
    }

    /// When the day begins in whose place the group is, if that is later today.
    fn begins_later(&self, now: Stamp) -> Option<Stamp> {
        let position = self.position?;
        let Phase::Before(day) = position.phase else {
            return None;
        };
        let (begins, _) = self.route.day_span(day)?;
        (position.held && begins.date() == now.date()).then_some(begins)
    }

    /// When the clock last went on, and the place it left, if that was moments ago and `noted` was filed where
    /// it went: the words may have been begun before.
    #[must_use]
    pub fn place_before_the_bell(&self, now: Stamp, noted: Mine) -> Option<(Stamp, StopView<'_>)> {
        let moved = self.prompts.moved_by_clock.as_ref()?;
        let is_recent = now.minutes_since(moved.at) < REGRET_MINUTES;
        let is_there = self.note_as_written(noted)?.body.place.id() == moved.to;
        let position = self
            .route
            .position(&moved.from)
            .filter(|_| is_recent && is_there)?;
        let view = self
            .today
            .plan
            .view(self.route.stop(position)?, self.me.group.as_ref())?;
        Some((moved.at, view))
    }

    /// One place on or back.
    pub(super) fn step(&mut self, at: At, forward: bool, reply: &mut Reply) {
        let here = self.position.map(|position| position.stop);
        let to = here.and_then(|here| {
            if forward {
                here.checked_add(1)
            } else {
                here.checked_sub(1)
            }
        });
        match to.filter(|&to| self.route.stop(to).is_some()) {
            Some(to) => self.go(at, to, reply),
            None => reply.say(Notice::NoSuchPlace),
        }
    }

    /// To the stop with this position on the route.
    pub(super) fn go(&mut self, at: At, to: usize, reply: &mut Reply) {
        let before = self.course.clone();
        let from = self.stop().map(|stop| stop.day);
        let mut after = before.clone();
        let step = after.go(&self.route, at.now, to);
        self.course = after;
        let stepped = step.as_ref().map(|step| (step.held, step.late));
        self.record_step(at, before, step, reply);
        self.settle(at.now, true);
        if let Some(here) = self.here() {
            let place = here
                .visit
                .map_or(&here.activity.title, |visit| &visit.class)
                .clone();
            let day = here.day.label.clone();
            match stepped {
                Some((true, _)) => reply.say(Notice::Held(place)),
                Some((false, late)) => reply.say(Notice::Stepped(place, late, self.cut_by(at.now))),
                None if self.stop().map(|stop| stop.day) != from => {
                    reply.say(Notice::OtherDay { day, place });
                }
                None => {
                    if let Some(begins) = self.begins_later(at.now) {
                        reply.say(Notice::BeforeItBegins(place, begins));
                    }
                }
            }
        }
        self.offer_notes(at.now, reply);
    }

    /// The fixed point before which the present place ends, late as the group is, if it is cut short by it, or if a place
    /// behind it finds no time at all.
    fn cut_by(&self, now: Stamp) -> Option<CutBy> {
        let stay = self.course.stay(&self.route, now)?;
        let day = self.stop()?.day;
        let name = |at: usize| {
            let stop = self.route.stop(at).filter(|stop| stop.day == day)?;
            let view = self.today.plan.view(stop, self.me.group.as_ref())?;
            let name = view.visit.map_or(&view.activity.title, |visit| &visit.class);
            Some(name.clone())
        };
        let (fixed, at) = stay
            .late_until
            .filter(|_| stay.cut_by.is_some() || !stay.missed.is_empty())?;
        Some(CutBy {
            fixed: name(fixed),
            at,
            missed: stay.missed.filter_map(name).collect(),
        })
    }

    /// Follows the plan again, without lateness.
    pub(super) fn follow_plan(&mut self, at: At, reply: &mut Reply) {
        let before = self.course.clone();
        let step = self.course.follow_plan(&self.route, at.now);
        self.record_step(at, before, step, reply);
        self.settle(at.now, true);
        reply.say(Notice::FollowingPlan(self.moved_by()));
    }

    fn record_step(
        &mut self,
        at: At,
        before: crate::domain::course::Course,
        step: Option<Step>,
        reply: &mut Reply,
    ) {
        let (Some(step), None) = (step, &self.read_only) else {
            return;
        };
        let change = Self::stepped(at.now, self.own_scope(), step);
        let done = Done {
            deed: Deed::Stepped,
            touched: vec![self.change_touch(at.fresh, change)],
            course: Some(CourseChange {
                before,
                after: self.course.clone(),
            }),
        };
        self.perform(at, done, reply);
    }

    /// After going back from where the clock went: offers to take along the notes made there since.
    pub(super) fn offer_notes(&mut self, now: Stamp, reply: &mut Reply) {
        let Some(moved) = self.prompts.moved_by_clock.clone() else {
            return;
        };
        let back = self.stop().is_some_and(|stop| stop.place == moved.from);
        if self.read_only.is_some() || !back || now.minutes_since(moved.at) >= REGRET_MINUTES {
            return;
        }
        let since = |mine: &Mine| {
            self.note_as_written(*mine)
                .is_some_and(|note| note.body.when >= moved.at && note.body.place.id() == moved.to)
        };
        let offered: Vec<Mine> = self.board.mine.iter().copied().filter(since).collect();
        if !offered.is_empty() {
            reply.say(Notice::OfferTakeAlong(offered.len()));
        }
        self.prompts.offered = offered;
    }

    /// Chooses the next or previous question, for the open line or for the notes to come; after the last comes none.
    pub(super) fn choose_prompt(&mut self, forward: bool, reply: &mut Reply) {
        let prompts = self.prompts_of_line();
        if prompts.is_empty() {
            return reply.say(Notice::NoPrompts);
        }
        let now = self.prompt_of_line();
        let at = now.and_then(|now| prompts.iter().position(|prompt| prompt.id == now));
        let next = match (at, forward) {
            (None, true) => Some(0),
            (None, false) => Some(prompts.len() - 1),
            (Some(at), true) => Some(at + 1).filter(|&next| next < prompts.len()),
            (Some(at), false) => at.checked_sub(1),
        };
        let prompt = next.map(|next| prompts[next].clone());
        let here = self.stop().map(|stop| stop.place.clone());
        let line_is_here = self
            .capture
            .started()
            .is_none_or(|started| Some(started.place.id()) == here);
        if let Some(place) = self.capture.place_mut() {
            *place = place.clone().on(prompt.as_ref());
            self.keep_draft(reply);
        }
        if let (true, Some(here)) = (line_is_here, here) {
            self.prompts.chosen = Some((here, prompt.map(|prompt| prompt.id)));
        }
    }

    /// Ticks the chosen question as asked, and chooses the next one.
    pub(super) fn tick_prompt(&mut self, at: At, reply: &mut Reply) {
        if !self.may_write(reply) {
            return;
        }
        let (Some(here), Some(prompt)) = (self.here(), self.prompt_here()) else {
            return reply.say(Notice::NoPrompts);
        };
        let asked = Asked {
            at: at.now,
            slot: Label::new(here.slot.id.clone(), &here.slot.activity.title),
            visit: here.visit.map(|visit| Label::new(visit.id.clone(), &visit.class)),
            prompt: Label::new(prompt.id.clone(), &prompt.short),
        };
        let place = here.stop.place.clone();
        let prompts = &here.activity.prompts;
        let next = prompts
            .iter()
            .position(|other| other.id == prompt.id)
            .and_then(|at| prompts.get(at + 1));
        let next = next.or(Some(prompt)).map(|prompt| prompt.id.clone());
        let ticked = self.records.asked.live().any(|tick| {
            let same_visit = tick.body.visit.as_ref().map(|visit| &visit.id)
                == asked.visit.as_ref().map(|visit| &visit.id);
            tick.body.slot.id == asked.slot.id && tick.body.prompt.id == asked.prompt.id && same_visit
        });
        if ticked {
            reply.say(Notice::AlreadyTicked);
        } else {
            let touched = vec![Touch::Tick(at.fresh, asked)];
            self.perform(
                at,
                Done {
                    deed: Deed::Ticked,
                    touched,
                    course: None,
                },
                reply,
            );
        }
        self.prompts.chosen = Some((place, next));
    }

    /// The list of places, for going there or for putting the open line there.
    #[must_use]
    pub(in crate::app) fn places(&self) -> Picker {
        let of_line = self.capture.started().map(|started| started.place.id());
        let chosen = of_line.and_then(|place| self.route.position(&place));
        let chosen = chosen.or(self.position.map(|position| position.stop));
        let mut rows = self.rows_of_places();
        if self.board.gone > 0 {
            let gone = Choice::GoneRows {
                notes: self.board.gone,
                waiting: self.board.waiting,
            };
            rows.push(Row::new(gone, self.gone_rows().join(", "), String::new()));
        }
        Picker::new(Purpose::GoTo, rows, chosen.unwrap_or(0))
    }

    /// The list of the people of the plan, for who is at this laptop.
    #[must_use]
    pub(in crate::app) fn who_am_i(&self) -> Picker {
        let row = |person: &Person| {
            let group = person.group.as_ref().and_then(|group| self.plan.group(group));
            let aside = group.map_or(String::new(), |group| group.name.clone());
            Row::new(Choice::Person(person.id.clone()), person.name.clone(), aside)
        };
        let people = &self.today.plan.people;
        let me = people.iter().position(|person| person.id == self.me.person);
        let purpose = Purpose::WhoAmI(self.folder.clone());
        Picker::new(purpose, people.iter().map(row).collect(), me.unwrap_or(0))
    }

    /// The list of places for this purpose, with the stop of this position chosen.
    pub(super) fn places_for(&self, purpose: Purpose, chosen: usize) -> Picker {
        Picker::new(purpose, self.rows_of_places(), chosen)
    }

    fn rows_of_places(&self) -> Vec<Row> {
        let group = self.me.group.as_ref();
        let several_days = self.today.plan.days.len() > 1;
        let mut rows = Vec::new();
        for stop in self.route.stops() {
            let Some(view) = self.today.plan.view(stop, group) else {
                continue;
            };
            let words = view.visit.map_or(&view.activity.title, |visit| &visit.class);
            let day = if several_days {
                format!("{} ", view.day.label)
            } else {
                String::new()
            };
            let aside = format!("{day}{}-{}", stop.starts.hh_mm(), stop.ends.hh_mm());
            // Found by its day and its times too, as they stand beside it.
            let also = format!("{aside} {words}").to_lowercase();
            rows.push(Row::new(Choice::Place(stop.place.clone()), words.clone(), aside).also(also));
        }
        rows
    }

    /// A place was picked: the open line is put there, or else the group goes there.
    pub(in crate::app) fn pick_place(&mut self, at: At, place: &PlaceId) -> Reply {
        let mut reply = Reply::default();
        if self.board.shows_gone {
            self.refresh_board();
        }
        if let Some(to) = self.route.position(place) {
            if self.capture.started().is_some() {
                self.put_line(to, &mut reply);
            } else {
                self.go(at, to, &mut reply);
            }
        }
        reply
    }

    /// Puts the open line at the stop with this position on the route.
    fn put_line(&mut self, to: usize, reply: &mut Reply) {
        let group = self.me.group.as_ref();
        let Some(view) = self
            .route
            .stop(to)
            .and_then(|stop| self.today.plan.view(stop, group))
        else {
            return;
        };
        let wanted = NotePlace::at(&self.today.plan, &view, group);
        if let Some(place) = self.capture.place_mut() {
            let prompt = place.prompt.clone().filter(|_| place.slot.id == wanted.slot.id);
            reply.say(Notice::LineMoved(wanted.name().to_string()));
            *place = NotePlace { prompt, ..wanted };
        }
        self.keep_draft(reply);
    }
}
