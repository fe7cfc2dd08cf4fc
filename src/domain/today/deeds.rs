//! Deeds: what one person changed of the day at one moment holds whole or not at all.
//!
//! A deed is all that one writer recorded with one moment. Two deeds of one date contend if neither was made with sight
//! of the other, and they are about one row or class without being the same deed, or leave together a class without a
//! minute or a hole that neither leaves alone. What was added stays. The plan owner's deed stands, or else the one of the higher edition, the greater writer. The other is
//! void on every laptop: what its writer had said before holds. It stays void whatever becomes of the one that stands,
//! unless that one is taken back by its writer. All of this follows from the set of records alone.
//!
//! Sight is known from the editions that an edition came from, and from the marks by which its writer said what had
//! become known before. What a writer replaces by a deed of their own is kept struck out beside it.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use uuid::Uuid;

use super::{Fold, Known, mark_id};
use crate::domain::{
    day_change::{Change, DayChange, Scope, Target},
    ids::{GroupId, RecordId, SlotId, VisitId, WriterId},
    plan::Plan,
    record::{Editions, Record, Shelf},
    route::{PlaceId, Route},
    stamp::Stamp,
};

/// Which deed: who did it, and when by their clock.
pub type DeedName = (WriterId, Stamp);

/// Two deeds made apart that do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contest {
    /// The deed that is void.
    pub void: DeedName,
    /// The one that stands against it.
    pub stands: DeedName,
}

/// The deed that an edition is part of.
#[must_use]
pub fn deed_of(change: &Record<DayChange>) -> DeedName {
    (change.writer, change.body.at)
}

/// What a writer said before `next` of the same thing, as it is kept beside it: struck out, so that it counts nowhere
/// else.
#[must_use]
pub fn kept_before(before: &Record<DayChange>, next: &Record<DayChange>) -> Record<DayChange> {
    Record {
        id: kept_id(next.id, next.writer, next.rev),
        deleted: true,
        ..before.clone()
    }
}

fn kept_id(id: RecordId, writer: WriterId, rev: u32) -> RecordId {
    RecordId(Uuid::new_v5(
        &id.0,
        format!("before {rev} {}", writer.0).as_bytes(),
    ))
}

/// What a writer said of the same thing before `next`, if that is kept.
#[must_use]
pub fn said_before(changes: &Shelf<DayChange>, next: &Record<DayChange>) -> Option<Record<DayChange>> {
    let kept = changes.editions(kept_id(next.id, next.writer, next.rev))?;
    Some(Record {
        id: next.id,
        deleted: false,
        ..kept.by(next.writer)?.clone()
    })
}

/// Every edition that says something of the day, and those that were replaced.
fn every_said(plan: &Plan, changes: &Shelf<DayChange>) -> Vec<Record<DayChange>> {
    let all = changes.every().flat_map(Editions::iter);
    let says = all.filter(|change| !matches!(change.body.what, Change::Stepped { .. }));
    let said = says.filter_map(|change| {
        if !change.deleted {
            return Some(change.clone());
        }
        // What a writer took back altogether counts no more, with all that they had said before.
        let id = change.body.what.record_id(plan.session, &change.body.scope)?;
        let now = changes.editions(id)?.by(change.writer)?;
        (id != change.id && !now.deleted).then(|| Record {
            id,
            deleted: false,
            ..change.clone()
        })
    });
    said.collect()
}

/// The deeds that contend, each void one with the one that stands against it.
#[must_use]
pub fn contests(plan: &Plan, changes: &Shelf<DayChange>) -> Vec<Contest> {
    let said = every_said(plan, changes);
    let first = said.first().map(|change| change.writer);
    if said.iter().all(|change| Some(change.writer) == first) {
        return Vec::new();
    }
    let mut deeds: BTreeMap<DeedName, Vec<&Record<DayChange>>> = BTreeMap::new();
    for change in &said {
        deeds.entry(deed_of(change)).or_default().push(change);
    }
    let mut deeds: Vec<Deed<'_>> = deeds
        .into_iter()
        .map(|(name, said)| Deed::of(plan, name, said))
        .collect();
    deeds.sort_by_key(|deed| std::cmp::Reverse(deed.rank(plan.owner)));
    let mut contests: Vec<Contest> = Vec::new();
    let mut standing: Vec<&Deed<'_>> = Vec::new();
    let mut fit = Fit::of(plan, changes);
    for deed in &deeds {
        let differs =
            |other: &&&Deed<'_>| deed.differs_from(other) && deed.was_made_apart_from(other, changes);
        let against = standing
            .iter()
            .find(differs)
            .copied()
            .or_else(|| fit.spoilt_with(deed, &standing));
        match against {
            Some(other) => {
                fit.leave_out(deed.name);
                contests.push(Contest {
                    void: deed.name,
                    stands: other.name,
                });
            }
            None => standing.push(deed),
        }
    }
    contests
}

/// The changes but for those of void deeds: in their place is what their writers had said before.
#[must_use]
pub fn holding<'a>(changes: &'a Shelf<DayChange>, contests: &[Contest]) -> Cow<'a, Shelf<DayChange>> {
    let void: BTreeSet<DeedName> = contests.iter().map(|contest| contest.void).collect();
    without(changes, &void)
}

fn without<'a>(changes: &'a Shelf<DayChange>, void: &BTreeSet<DeedName>) -> Cow<'a, Shelf<DayChange>> {
    if void.is_empty() {
        return Cow::Borrowed(changes);
    }
    let is_void = |change: &Record<DayChange>| {
        let of_deed = void.contains(&deed_of(change));
        // What was added stays: somebody may be there, and notes.
        of_deed && !change.deleted && change.body.what.target().is_some()
    };
    let every = changes.every().flat_map(Editions::iter);
    let held = every.filter_map(|change| {
        let mut held = Cow::Borrowed(change);
        while is_void(&held) {
            held = Cow::Owned(said_before(changes, &held)?);
        }
        Some(held.into_owned())
    });
    Cow::Owned(held.collect())
}

/// All that one writer recorded with one moment.
struct Deed<'a> {
    name: DeedName,
    said: Vec<&'a Record<DayChange>>,
    /// What it is about, and whose.
    about: Vec<(Thing<'a>, &'a Scope)>,
}

/// What two deeds can both be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing<'a> {
    Row(&'a SlotId),
    Visit(&'a VisitId),
}

impl<'a> Deed<'a> {
    fn of(plan: &'a Plan, name: DeedName, said: Vec<&'a Record<DayChange>>) -> Self {
        let mut about = Vec::new();
        for change in &said {
            let DayChange { scope, what, .. } = &change.body;
            match what.target() {
                Some(Target::Times(slot)) => about.push((Thing::Row(slot), scope)),
                Some(Target::TakesPlace(slot)) => {
                    about.push((Thing::Row(slot), scope));
                    let tracks = plan.slot(slot).map_or(&[][..], |(_, slot)| &slot.tracks);
                    let own = tracks.iter().filter(|track| scope.holds_for(Some(&track.group)));
                    let visits = own.flat_map(|track| &track.visits);
                    about.extend(visits.map(|visit| (Thing::Visit(&visit.id), &Scope::Everyone)));
                }
                // A class has one time, whoever says so.
                Some(Target::Visit(visit) | Target::Seen(visit)) => {
                    about.push((Thing::Visit(visit), &Scope::Everyone));
                }
                None => {}
            }
        }
        Self { name, said, about }
    }

    fn rank(&self, owner: WriterId) -> (bool, u32, WriterId, Stamp) {
        let rev = self.said.iter().map(|change| change.rev).max().unwrap_or(0);
        (self.name.0 == owner, rev, self.name.0, self.name.1)
    }

    /// All that it says, of each thing.
    fn says(&self) -> BTreeSet<(RecordId, &Change)> {
        self.said
            .iter()
            .map(|change| (change.id, &change.body.what))
            .collect()
    }

    /// Whether the two are about one row or class, and are not one and the same deed.
    fn differs_from(&self, other: &Self) -> bool {
        let one_thing = self.about.iter().any(|(thing, scope)| {
            let mut theirs = other.about.iter();
            theirs.any(|(theirs, their_scope)| thing == theirs && overlap(scope, their_scope))
        });
        one_thing && self.says() != other.says()
    }

    fn was_made_apart_from(&self, other: &Self, changes: &Shelf<DayChange>) -> bool {
        self.name.0 != other.name.0
            && self.name.1.date() == other.name.1.date()
            && !self.saw(other, changes)
            && !other.saw(self, changes)
    }

    /// Whether it was made with sight of `earlier`.
    fn saw(&self, earlier: &Self, changes: &Shelf<DayChange>) -> bool {
        self.said
            .iter()
            .all(|later| earlier.said.iter().any(|change| knew(later, change, changes)))
    }
}

/// Whether what two scopes hold for has anything in common.
fn overlap(one: &Scope, other: &Scope) -> bool {
    match (one, other) {
        (Scope::Everyone, _) | (_, Scope::Everyone) => true,
        (Scope::Track(track), other) => other.holds_for(track.as_ref().map(|track| &track.id)),
    }
}

/// Whether whoever made `later` knew of `earlier`: it came from that edition, or they had marked it before.
fn knew(later: &Record<DayChange>, earlier: &Record<DayChange>, changes: &Shelf<DayChange>) -> bool {
    let mut came_from = later.came_from.iter();
    let came_from = later.id == earlier.id
        && came_from.any(|seen| seen.writer == earlier.writer && seen.rev >= earlier.rev);
    came_from
        || [Known::InTime, Known::TooLate].into_iter().any(|known| {
            let mark = changes.get(mark_id(earlier, later.writer, known));
            mark.is_some_and(|mark| mark.seq < later.seq)
        })
}

/// Whether deeds that say nothing different of one thing make a day together which neither makes alone.
struct Fit<'a> {
    plan: &'a Plan,
    changes: &'a Shelf<DayChange>,
    agreed: BTreeSet<Fault>,
    void: BTreeSet<DeedName>,
    /// What is wrong with the day without the void ones, once that was asked for.
    wrong: Option<BTreeSet<Fault>>,
}

impl<'a> Fit<'a> {
    fn of(plan: &'a Plan, changes: &'a Shelf<DayChange>) -> Self {
        Self {
            plan,
            changes,
            agreed: faults(plan, &Shelf::default()),
            void: BTreeSet::new(),
            wrong: None,
        }
    }

    fn leave_out(&mut self, void: DeedName) {
        self.void.insert(void);
        self.wrong = None;
    }

    /// What is wrong with the day without this deed as well.
    fn wrong_without(&self, deed: DeedName) -> BTreeSet<Fault> {
        let mut void = self.void.clone();
        void.insert(deed);
        faults(self.plan, &without(self.changes, &void))
    }

    /// The one of those that stand, made apart from `deed`, without which nothing would be wrong that both make.
    fn spoilt_with<'d>(&mut self, deed: &Deed<'_>, standing: &[&'d Deed<'d>]) -> Option<&'d Deed<'d>> {
        if deed.about.is_empty() {
            return None;
        }
        let apart = standing.iter().copied();
        let mut apart = apart
            .filter(|other| deed.was_made_apart_from(other, self.changes))
            .peekable();
        apart.peek()?;
        let apart: Vec<_> = apart.collect();
        let (plan, changes, void) = (self.plan, self.changes, &self.void);
        let wrong = self
            .wrong
            .get_or_insert_with(|| faults(plan, &without(changes, void)));
        let mut both: BTreeSet<Fault> = wrong.difference(&self.agreed).cloned().collect();
        if both.is_empty() {
            return None;
        }
        let alone = self.wrong_without(deed.name);
        both.retain(|fault| !alone.contains(fault));
        apart.into_iter().find(|other| {
            let without = self.wrong_without(other.name);
            both.iter().any(|fault| !without.contains(fault))
        })
    }
}

/// What is wrong with the way of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// A class has no minute.
    NoMinute(Option<GroupId>, PlaceId),
    /// Nothing is behind a place until the next one begins.
    Hole(Option<GroupId>, PlaceId),
}

fn faults(plan: &Plan, changes: &Shelf<DayChange>) -> BTreeSet<Fault> {
    let standing: Vec<_> = changes
        .every()
        .map(|editions| super::stands(editions, plan.owner))
        .filter(|change| !change.deleted && !matches!(change.body.what, Change::Stepped { .. }))
        .map(|change| (change, false))
        .collect();
    let groups = plan.groups.iter().map(|group| Some(&group.id));
    let groups = groups.chain(plan.groups.is_empty().then_some(None));
    let mut faults = BTreeSet::new();
    for group in groups {
        let mut fold = Fold::new(plan, group);
        fold.take(&standing);
        let route = Route::of(&fold.finish().0, group);
        let stops = route.stops();
        for (at, stop) in stops.iter().enumerate() {
            let next = stops.get(at + 1).filter(|next| next.day == stop.day);
            if stop.place.visit.is_some() && stop.ends <= stop.starts {
                faults.insert(Fault::NoMinute(group.cloned(), stop.place.clone()));
            }
            if next.is_some_and(|next| stop.ends.is_before(next.starts)) {
                faults.insert(Fault::Hole(group.cloned(), stop.place.clone()));
            }
        }
    }
    faults
}
