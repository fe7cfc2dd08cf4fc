//! Changes of the day: today's plan is worked out anew when one is made, undone or heard of.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    Day, Reply,
    history::{ChangeTouch, Done, Touch},
};
use crate::{
    app::{
        message::At,
        notice::{Deed, Notice},
    },
    domain::{
        course::{self, Course, Phase, Step},
        day_change::{Change, DayChange, Scope, Target},
        ids::{RecordId, SlotId, VisitId, WriterId},
        lateness,
        plan::Plan,
        record::{Editions, Record, Shelf},
        records::Records,
        route::Route,
        stamp::Stamp,
        today::{self, Known, Today},
    },
};

/// What is known of who changed the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    names: BTreeMap<WriterId, String>,
}

impl Heard {
    /// `writers` are those whose files were read, by name.
    #[must_use]
    pub fn of(writers: Vec<(WriterId, String)>) -> Self {
        Self {
            names: writers.into_iter().collect(),
        }
    }

    /// Another writer's name became known.
    pub(super) fn learn(&mut self, writer: WriterId, name: &str) {
        self.names.insert(writer, name.to_string());
    }
}

/// A mark that is still to be made.
struct Mark {
    id: RecordId,
    /// The edition that became known.
    of: EditionName,
    known: Known,
}

/// Which edition of which change: of one writer only the latest is known.
type EditionName = (RecordId, WriterId);

fn name(change: &Record<DayChange>) -> EditionName {
    (change.id, change.writer)
}

impl Day {
    /// The name of who writes as `writer`, if it is known here.
    #[must_use]
    pub fn name_of(&self, writer: WriterId) -> Option<&str> {
        if writer == self.me.writer {
            return Some(&self.me.name);
        }
        self.heard.names.get(&writer).map(String::as_str)
    }

    /// The scope of what this person's group does for itself.
    pub(super) fn own_scope(&self) -> Scope {
        today::scope_of(&self.today.plan, self.me.group.as_ref())
    }

    /// A change that is made now.
    pub(super) fn change(&self, now: Stamp, scope: Scope, what: Change) -> DayChange {
        let late = self.position.map_or(0, |position| {
            lateness::late_of_changes(&self.route, position, now)
        });
        DayChange {
            at: now,
            late,
            scope,
            what,
        }
    }

    /// A step as it is recorded.
    pub(super) fn stepped(now: Stamp, scope: Scope, step: Step) -> DayChange {
        let what = Change::Stepped {
            slot: step.place.slot,
            visit: step.place.visit,
            late: step.late,
            held: step.held,
        };
        DayChange {
            at: now,
            late: 0,
            scope,
            what,
        }
    }

    /// The touch of a change: of the record that is about the same thing, or of a new one with the id `fresh`.
    pub(super) fn change_touch(&self, fresh: RecordId, change: DayChange) -> Touch {
        let about = change.what.record_id(self.plan.session, &change.scope);
        let id = about.unwrap_or(fresh);
        ChangeTouch {
            change: id,
            before: self.standing_change(id).map(|standing| standing.body),
            after: Some(change),
        }
        .into()
    }

    /// The touches of several changes. One for everyone takes back what single groups said of the same thing before; where
    /// this group had times of its own it says the same for itself, since a row that has begun keeps its start for others.
    pub(super) fn change_touches(&self, fresh: RecordId, changes: Vec<DayChange>) -> Vec<Touch> {
        let mut touched = Vec::new();
        for (nth, change) in (1..).zip(changes) {
            if change.scope == Scope::Everyone {
                touched.extend(self.taken_back(&change));
            }
            touched.push(self.change_touch(fresh.further(nth), change));
        }
        touched
    }

    /// What single groups said of the same thing, taken back; the times that this group had of its own are the new ones.
    fn taken_back(&self, change: &DayChange) -> Vec<Touch> {
        let plan = &self.today.plan;
        let about = |scope: &Scope| change.what.record_id(self.plan.session, scope);
        let groups = plan.groups.iter().map(|group| Some(&group.id)).chain([None]);
        let of_groups = groups.filter_map(|group| {
            let scope = today::scope_of(plan, group);
            let id = about(&scope)?;
            let about_all = about(&Scope::Everyone) == Some(id);
            let standing = self.standing_change(id).filter(|_| !about_all)?;
            let own_times =
                group == self.me.group.as_ref() && matches!(change.what.target(), Some(Target::Times(_)));
            let after = own_times.then(|| DayChange {
                scope,
                ..change.clone()
            });
            Some(
                ChangeTouch {
                    change: id,
                    before: Some(standing.body),
                    after,
                }
                .into(),
            )
        });
        of_groups.collect()
    }

    /// What stands of a change, where it was not taken back and its deed is not void.
    pub(super) fn standing_change(&self, id: RecordId) -> Option<Record<DayChange>> {
        today::standing_of((&self.plan, &self.records.changes), &self.today.contests, id)
    }

    /// The changes of the day but for those of void deeds.
    pub(super) fn holding_changes(&self) -> Cow<'_, Shelf<DayChange>> {
        let changes = &self.records.changes;
        today::holding(changes, &self.today.contests)
    }

    /// Works out today's plan anew, and where the group is on it.
    pub(super) fn refresh_today(&mut self, now: Stamp) {
        let group = self.me.group.clone();
        self.today = Today::of(&self.plan, &self.records, group.as_ref());
        self.route = Route::of(&self.today.plan, group.as_ref());
        self.position = self.course.position(&self.route, now);
    }

    /// After changes of others joined those that were known `before`: what is about a row that has begun here comes too
    /// late, and what says how late the day is from now on is taken up. That they became known is recorded, so that the
    /// day is the same when the program is started again. What of it changed this group's times is to be said.
    pub(super) fn hear(&mut self, before: &Shelf<DayChange>, at: At, reply: &mut Reply) -> Option<Notice> {
        let me = self.me.writer;
        let news: Vec<Record<DayChange>> = news(before, &self.records.changes).into_iter().cloned().collect();
        let last = news.last()?;
        let day_before = self.day_before();
        let last = today::mark_id(last, me, Known::InTime);
        let marks = self.marks(at.now, |change| self.has_begun(change));
        let place = self.stop().map(|stop| stop.place.clone());
        let stayed = place.clone().filter(|_| self.is_held());
        let heeded = self.heeded(&marks);
        let settled = Course::is_settled_by_others(&self.route, &heeded, me, at.now);
        let taken_back = course::last_said(before, me) != course::last_said(&self.records.changes, me);
        if settled || taken_back {
            self.course = match stayed {
                // Late no more by the new times; but only who stays somewhere says when they go on.
                Some(place) if settled => Course::staying(&self.route, &place, 0, at.now),
                _ => Course::recorded(&self.route, &heeded, me, at.now),
            };
        }
        self.take_up(at.now, &marks);
        let mut marks: Vec<RecordId> = marks.iter().map(|mark| mark.id).collect();
        let moved = self.stop().map(|stop| stop.place.clone()) != place;
        if let Some(place) = place.filter(|_| moved) {
            // What others change moves nobody.
            let late = self.position.map_or(0, |position| position.late);
            self.course = Course::staying(&self.route, &place, late, at.now);
            self.position = self.course.position(&self.route, at.now);
            if marks.is_empty() {
                marks.push(last);
            }
        }
        self.record_marks(at, &marks, reply);
        if !day_before.is(&self.today) {
            self.prompts.offered.clear();
        }
        self.told_of(&day_before, &news.iter().collect::<Vec<_>>())
    }

    /// Takes up what became known while the session was closed here. What this writer was at already, by a note or a
    /// step, had begun.
    pub(super) fn catch_up(&mut self, at: At, reply: &mut Reply) {
        let marks = self.marks(at.now, |change| self.was_at(change));
        if !marks.is_empty() {
            self.course = Course::recorded(&self.route, &self.heeded(&marks), self.me.writer, at.now);
            self.take_up(at.now, &marks);
            let marks: Vec<RecordId> = marks.iter().map(|mark| mark.id).collect();
            self.record_marks(at, &marks, reply);
            self.refresh_board();
        }
    }

    /// The marks that are still to be made of what others changed today.
    fn marks(&self, now: Stamp, too_late: impl Fn(&Record<DayChange>) -> bool) -> Vec<Mark> {
        let me = self.me.writer;
        let changes = &self.records.changes;
        // What does not stand may hold all the same, where what stands comes too late.
        let editions = changes.every().flat_map(Editions::iter);
        let theirs = editions.filter(|change| {
            let of_today = !change.deleted && change.body.at.date() == now.date();
            of_today && change.writer != me && !today::is_mark(change)
        });
        let settlements = course::settlements_for(changes, me, self.me.group.as_ref());
        let unheard = theirs.filter(|change| {
            // A class that is visited out of a meeting begins while whoever hears of it may still sit there.
            let joins_the_way = matches!(change.body.what, Change::VisitAdded { .. })
                && change.body.scope.holds_for(self.me.group.as_ref());
            let has_target = change.body.what.target().is_some();
            let counts = has_target || joins_the_way || settlements.contains(&change.id);
            counts && !today::is_marked(changes, change, me)
        });
        let unheard: Vec<_> = unheard.collect();
        let refused = self.refused(now, &unheard, too_late);
        let mark = |change: &&Record<DayChange>| {
            let known = if refused.contains(&name(change)) {
                Known::TooLate
            } else {
                Known::InTime
            };
            Mark {
                id: today::mark_id(change, me, known),
                of: name(change),
                known,
            }
        };
        unheard.iter().map(mark).collect()
    }

    /// What of these came too late: what is about something that has begun, but for an end that is still to come or the
    /// end of where the group is; and the whole deed where that was a swap.
    fn refused(
        &self,
        now: Stamp,
        unheard: &[&Record<DayChange>],
        too_late: impl Fn(&Record<DayChange>) -> bool,
    ) -> BTreeSet<EditionName> {
        // What stands against a deed of this day is not refused because of what came of that one.
        let contests = today::contests(&self.plan, &self.records.changes);
        let stands_against = |change: &Record<DayChange>| {
            let name = today::deed_of(change);
            contests.iter().any(|contest| contest.stands == name)
        };
        // Nor is what this writer said as well.
        let is_own = |change: &Record<DayChange>| {
            let own = self.records.changes.editions(change.id);
            let own = own.and_then(|editions| editions.by(self.me.writer));
            own.is_some_and(|own| !own.deleted && own.body.what == change.body.what)
        };
        let refusable = unheard
            .iter()
            .filter(|change| !stands_against(change) && !is_own(change));
        let mut late: Vec<_> = refusable.filter(|change| too_late(change)).collect();
        if late.is_empty() {
            return BTreeSet::new();
        }
        let before = self.day_without(unheard).plan;
        let here = self.stop().map(|stop| &stop.place.slot);
        late.retain(|change| !only_ends_otherwise(&change.body.what, &before, here, now));
        let deed = |change: &Record<DayChange>| (change.writer, change.body.at);
        let swaps: BTreeSet<_> = late
            .iter()
            .filter(|late| {
                unheard
                    .iter()
                    .any(|other| today::are_one_swap(&before, late, other))
            })
            .map(|late| deed(late))
            .collect();
        let mut refused: BTreeSet<EditionName> = late.iter().map(|change| name(change)).collect();
        let of_swaps = unheard.iter().filter(|change| {
            let gives_times = matches!(
                change.body.what.target(),
                Some(Target::Times(_) | Target::Visit(_))
            );
            gives_times && swaps.contains(&deed(change))
        });
        refused.extend(of_swaps.map(|change| name(change)));
        refused
    }

    /// The changes but for those that came too late by these marks: a step that says how late the group is says so of the
    /// new times which came with it, and nothing where none of them holds.
    fn heeded(&self, marks: &[Mark]) -> Records {
        let refused = |change: &Record<DayChange>| {
            let of = |mark: &Mark| mark.of == name(change) && mark.known == Known::TooLate;
            marks.iter().any(of)
        };
        let editions = self.records.changes.every().flat_map(Editions::iter);
        let changes = editions.filter(|change| !refused(change)).cloned().collect();
        Records {
            changes,
            ..Records::default()
        }
    }

    /// The day as it was here before these became known.
    fn day_without(&self, unheard: &[&Record<DayChange>]) -> Today {
        let name = |change: &Record<DayChange>| (change.id, change.writer, change.rev);
        let is_new = |change: &Record<DayChange>| unheard.iter().any(|new| name(new) == name(change));
        let editions = self.records.changes.every().flat_map(Editions::iter);
        let changes = editions.filter(|change| !is_new(change)).cloned().collect();
        let records = Records {
            changes,
            ..Records::default()
        };
        Today::of(&self.plan, &records, self.me.group.as_ref())
    }

    /// Works out today's plan as it is once these marks are made, and where the group is on it: what they say of that
    /// must be true.
    fn take_up(&mut self, now: Stamp, marks: &[Mark]) {
        let stop = self.stop().filter(|_| self.read_only.is_none());
        let body = stop.map(|stop| {
            let whereabouts = Step {
                place: stop.place.clone(),
                late: 0,
                held: false,
            };
            Self::stepped(now, self.own_scope(), whereabouts)
        });
        let mut changes = self.records.changes.clone();
        let too_late = marks.iter().filter(|mark| mark.known == Known::TooLate);
        for (mark, body) in too_late.zip(body.iter().cycle()) {
            changes.join(Record {
                id: mark.id,
                writer: self.me.writer,
                rev: 1,
                deleted: false,
                seq: self.me.next_seq,
                edited_at: now,
                came_from: Vec::new(),
                body: body.clone(),
            });
        }
        let records = Records {
            changes,
            ..Records::default()
        };
        self.today = Today::of(&self.plan, &records, self.me.group.as_ref());
        self.route = Route::of(&self.today.plan, self.me.group.as_ref());
        self.position = self.course.position(&self.route, now);
    }

    /// Records marks: steps to where the group is.
    fn record_marks(&mut self, at: At, marks: &[RecordId], reply: &mut Reply) {
        let (Some(position), None) = (self.position, &self.read_only) else {
            return;
        };
        let Some(stop) = self.stop() else { return };
        let whereabouts = Step {
            place: stop.place.clone(),
            late: position.late,
            held: position.held && matches!(position.phase, Phase::During(_)),
        };
        let change = Self::stepped(at.now, self.own_scope(), whereabouts);
        let touched = marks.iter().map(|mark| {
            let touch = ChangeTouch {
                change: *mark,
                before: None,
                after: Some(change.clone()),
            };
            touch.into()
        });
        let said = Done {
            deed: Deed::Stepped,
            touched: touched.collect(),
            course: None,
        };
        self.write(at, &said, true, reply);
    }

    /// Whether this writer was at what a change is about: a note or a step says so.
    fn was_at(&self, change: &Record<DayChange>) -> bool {
        let me = self.me.writer;
        let is_it = |slot: &SlotId, visit: Option<&VisitId>| is_about(&change.body.what, slot, visit);
        let notes = self.records.notes.live().filter(|note| note.writer == me);
        let places = notes.map(|note| note.body.place.id());
        let mut been = places.filter(|place| is_it(&place.slot, place.visit.as_ref()));
        let own = self.records.changes.live();
        let mut stepped = own.filter(|step| step.writer == me && !today::is_mark(step));
        been.next().is_some()
            || stepped.any(|step| match &step.body.what {
                Change::Stepped { slot, visit, .. } => is_it(slot, visit.as_ref()),
                _ => false,
            })
    }

    /// Whether what a change is about has begun on the way of this group.
    fn has_begun(&self, change: &Record<DayChange>) -> bool {
        let Some(position) = self.position else {
            return false;
        };
        let until = match position.phase {
            Phase::Before(day) => self.route.first_of(day).unwrap_or(0),
            _ => position.stop + 1,
        };
        let stops = self.route.stops().iter().take(until);
        stops
            .map(|stop| &stop.place)
            .any(|place| is_about(&change.body.what, &place.slot, place.visit.as_ref()))
    }
}

/// The editions that were not yet known `before`.
fn news<'a>(before: &Shelf<DayChange>, now: &'a Shelf<DayChange>) -> Vec<&'a Record<DayChange>> {
    let name = |change: &Record<DayChange>| (change.id, change.writer, change.rev);
    let known: BTreeSet<_> = before.every().flat_map(Editions::iter).map(name).collect();
    let editions = now.every().flat_map(Editions::iter);
    editions.filter(|change| !known.contains(&name(change))).collect()
}

/// Whether a change leaves a row its start in the day as it was `before`, and has it end at a time that is still to come,
/// or that was, while the group is in it even now.
fn only_ends_otherwise(change: &Change, before: &Plan, here: Option<&SlotId>, now: Stamp) -> bool {
    let Change::Retimed { slot, starts, ends } = change else {
        return false;
    };
    before.slot(slot).is_some_and(|(day, slot)| {
        let to_come = |ends| now.is_before(before.moment(day.date, ends));
        slot.starts == *starts && (here == Some(&slot.id) || ends.is_none_or(to_come))
    })
}

/// Whether a change is about this place.
fn is_about(change: &Change, slot: &SlotId, visit: Option<&VisitId>) -> bool {
    match change.target() {
        Some(Target::Times(its) | Target::TakesPlace(its)) => its == slot,
        Some(Target::Visit(its) | Target::Seen(its)) => visit == Some(its),
        None => false,
    }
}
