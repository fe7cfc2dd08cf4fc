//! Changes of the day: today's plan is worked out anew when one is made, undone or heard of.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Day,
    history::{ChangeTouch, Touch},
};
use crate::domain::{
    course::{Course, Step},
    day_change::{Change, DayChange, Scope},
    ids::{RecordId, WriterId},
    lateness,
    record::{Editions, Record, Shelf},
    route::Route,
    stamp::Stamp,
    today::{self, Today},
};

/// What is known of who changed the day, and what of it came too late here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    names: BTreeMap<WriterId, String>,
    unheeded: BTreeSet<(RecordId, WriterId, u32)>,
}

impl Heard {
    /// Nothing came too late yet; `writers` are those whose files were read, by name.
    #[must_use]
    pub fn of(writers: Vec<(WriterId, String)>) -> Self {
        Self {
            names: writers.into_iter().collect(),
            unheeded: BTreeSet::new(),
        }
    }
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
            before: self.standing_change(id).map(|standing| standing.body.clone()),
            after: Some(change),
        }
        .into()
    }

    /// The touches of several changes. One for everyone takes back what single groups said of the same thing before.
    pub(super) fn change_touches(&self, fresh: RecordId, changes: Vec<DayChange>) -> Vec<Touch> {
        let mut touched = Vec::new();
        for (nth, change) in (1..).zip(changes) {
            if change.scope == Scope::Everyone {
                touched.extend(self.taken_back(&change.what));
            }
            touched.push(self.change_touch(fresh.further(nth), change));
        }
        touched
    }

    /// What single groups said of the same thing, taken back.
    fn taken_back(&self, change: &Change) -> Vec<Touch> {
        let plan = &self.today.plan;
        let groups = plan.groups.iter().map(|group| Some(&group.id)).chain([None]);
        let of_groups = groups.filter_map(|group| {
            let id = change.record_id(self.plan.session, &today::scope_of(plan, group))?;
            let about_all = change.record_id(self.plan.session, &Scope::Everyone) == Some(id);
            let standing = self.standing_change(id).filter(|_| !about_all)?;
            Some(
                ChangeTouch {
                    change: id,
                    before: Some(standing.body.clone()),
                    after: None,
                }
                .into(),
            )
        });
        of_groups.collect()
    }

    fn standing_change(&self, id: RecordId) -> Option<&Record<DayChange>> {
        let editions = self.records.changes.editions(id)?;
        Some(today::stands(editions, self.plan.owner)).filter(|standing| !standing.deleted)
    }

    /// Works out today's plan anew, and where the group is on it.
    pub(super) fn refresh_today(&mut self, now: Stamp) {
        let group = self.me.group.clone();
        self.today = Today::heeding(&self.plan, &self.records, group.as_ref(), &self.heard.unheeded);
        self.route = Route::of(&self.today.plan, group.as_ref());
        self.position = self.course.position(&self.route, now);
    }

    /// After changes of others joined those that were known `before`: what is about a row that has begun here comes too
    /// late, and what says how late the day is from now on is taken up.
    pub(super) fn hear(&mut self, before: &Shelf<DayChange>, now: Stamp) {
        let known: BTreeSet<_> = before
            .every()
            .flat_map(Editions::iter)
            .map(today::name_of)
            .collect();
        let news: Vec<&Record<DayChange>> = self
            .records
            .changes
            .every()
            .flat_map(Editions::iter)
            .filter(|change| !known.contains(&today::name_of(change)))
            .collect();
        let too_late: Vec<_> = news
            .iter()
            .filter(|change| change.writer != self.me.writer && self.has_begun(&change.body.what))
            .map(|change| today::name_of(change))
            .collect();
        if news.is_empty() {
            return;
        }
        let others = news.iter().any(|change| change.writer != self.me.writer);
        self.heard.unheeded.extend(too_late);
        let place = self.stop().map(|stop| stop.place.clone());
        self.refresh_today(now);
        if others && Course::is_settled_by_others(&self.route, &self.records, self.me.writer, now) {
            self.course = Course::recorded(&self.route, &self.records, self.me.writer, now);
            self.position = self.course.position(&self.route, now);
        }
        let moved = self.stop().map(|stop| stop.place.clone()) != place;
        if let Some(place) = place.filter(|_| moved) {
            // What others change moves nobody.
            self.course = Course::staying(&self.route, &place, self.course.late(now), now);
            self.position = self.course.position(&self.route, now);
        }
    }

    /// Whether what a change is about has begun on the way of this group.
    fn has_begun(&self, change: &Change) -> bool {
        use crate::domain::day_change::Target;
        let Some(position) = self.position else {
            return false;
        };
        let is_it = |stop: &crate::domain::route::Stop| match change.target() {
            Some(Target::Times(slot) | Target::TakesPlace(slot)) => stop.place.slot == *slot,
            Some(Target::Visit(visit)) => stop.place.visit.as_ref() == Some(visit),
            Some(Target::Seen(_)) | None => false,
        };
        self.route.stops().iter().take(position.stop + 1).any(is_it)
    }
}
