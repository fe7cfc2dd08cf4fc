//! Deeds: what one person changed of the day at one moment holds whole or not at all.
//!
//! A deed is all that one writer recorded with one moment. Two deeds of one date contend if neither was made with sight
//! of the other, and they are about one row or class without being the same deed, or leave together a class without a
//! minute or a hole that neither leaves alone. What was added stays. The plan owner's deed stands, or else the one of the higher edition, the greater writer. The other is
//! void on every laptop: what its writer had said before holds. It stays void whatever becomes of the one that stands,
//! unless that one is taken back by its writer. All of this follows from the set of records alone.
//!
//! Sight is known from the editions that an edition came from, and from the marks by which its writer said what had
//! become known before; who knew of an edition knew of what its writer had said of the same thing before. What a writer replaces by a deed of their own is kept struck out beside it.

mod fit;
mod sight;
#[cfg(test)]
mod work;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use uuid::Uuid;

use crate::domain::{
    day_change::{Change, DayChange, Scope, Target},
    ids::{RecordId, SlotId, VisitId, WriterId},
    plan::Plan,
    record::{Editions, Record, Shelf},
    stamp::Stamp,
};
use fit::Fit;
use sight::Sight;
#[cfg(test)]
pub(super) use work::worked_for;

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
    let sight = Sight::of(&said, changes);
    let mut deeds: Vec<Deed<'_>> = deeds
        .into_iter()
        .map(|(name, said)| Deed::of(plan, name, said, &sight))
        .collect();
    deeds.sort_by_key(|deed| std::cmp::Reverse(deed.rank(plan.owner)));
    let mut contests: Vec<Contest> = Vec::new();
    let mut standing: Vec<&Deed<'_>> = Vec::new();
    let mut fit = Fit::of(plan, changes);
    for deed in &deeds {
        let contends = |other: &&&Deed<'_>| deed.was_made_apart_from(other) && deed.differs_from(other);
        let against = standing
            .iter()
            .find(contends)
            .copied()
            .or_else(|| fit.spoilt_with(deed, &standing));
        match against {
            Some(other) => {
                fit.leave_out(deed);
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
    let every = changes.every().flat_map(Editions::iter);
    Cow::Owned(every.filter_map(|change| held(changes, void, change)).collect())
}

/// What stands of one record where those of `contests` that are void are, unless it was taken back.
#[must_use]
pub fn standing_of(
    (plan, changes): (&Plan, &Shelf<DayChange>),
    contests: &[Contest],
    id: RecordId,
) -> Option<Record<DayChange>> {
    let void: BTreeSet<DeedName> = contests.iter().map(|contest| contest.void).collect();
    stands_without((plan, changes), &void, id)
}

fn stands_without(
    (plan, changes): (&Plan, &Shelf<DayChange>),
    void: &BTreeSet<DeedName>,
    id: RecordId,
) -> Option<Record<DayChange>> {
    let editions = changes.editions(id)?.iter();
    let held: Shelf<DayChange> = editions
        .filter_map(|change| held(changes, void, change))
        .collect();
    let stands = super::stands(held.editions(id)?, plan.owner);
    (!stands.deleted).then(|| stands.clone())
}

/// What holds of an edition where these deeds are void: itself, or what its writer had said before.
fn held(
    changes: &Shelf<DayChange>,
    void: &BTreeSet<DeedName>,
    change: &Record<DayChange>,
) -> Option<Record<DayChange>> {
    let is_void = |change: &Record<DayChange>| {
        let of_deed = void.contains(&deed_of(change));
        // What was added stays: somebody may be there, and notes.
        of_deed && !change.deleted && change.body.what.target().is_some()
    };
    let mut held = Cow::Borrowed(change);
    while is_void(&held) {
        held = Cow::Owned(said_before(changes, &held)?);
    }
    Some(held.into_owned())
}

/// All that one writer recorded with one moment.
struct Deed<'a> {
    name: DeedName,
    said: Vec<&'a Record<DayChange>>,
    /// What it is about, and whose.
    about: BTreeMap<Thing<'a>, Vec<&'a Scope>>,
    /// All that it says, of each record.
    says: BTreeSet<(RecordId, &'a Change)>,
    /// Behind which of their own numbers others knew of any of it.
    known: BTreeMap<WriterId, u32>,
    /// The first edition in it of each record.
    revs: BTreeMap<RecordId, u32>,
}

/// What two deeds can both be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing<'a> {
    Row(&'a SlotId),
    Visit(&'a VisitId),
}

impl<'a> Deed<'a> {
    fn of(plan: &'a Plan, name: DeedName, said: Vec<&'a Record<DayChange>>, sight: &Sight) -> Self {
        let mut about: Vec<(Thing<'a>, &'a Scope)> = Vec::new();
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
        let mut of_things: BTreeMap<Thing<'a>, Vec<&'a Scope>> = BTreeMap::new();
        for (thing, scope) in about {
            let scopes = of_things.entry(thing).or_default();
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        let mut revs: BTreeMap<RecordId, u32> = BTreeMap::new();
        for change in &said {
            let rev = revs.entry(change.id).or_insert(change.rev);
            *rev = change.rev.min(*rev);
        }
        Self {
            name,
            known: sight.of_any(&said),
            revs,
            says: said.iter().map(|change| (change.id, &change.body.what)).collect(),
            said,
            about: of_things,
        }
    }

    fn rank(&self, owner: WriterId) -> (bool, u32, WriterId, Stamp) {
        let rev = self.said.iter().map(|change| change.rev).max().unwrap_or(0);
        (self.name.0 == owner, rev, self.name.0, self.name.1)
    }

    /// Whether the two are about one row or class, and are not one and the same deed.
    fn differs_from(&self, other: &Self) -> bool {
        let mut about = self.about.iter();
        let one_thing = about.any(|(thing, scopes)| {
            let theirs = other.about.get(thing).into_iter().flatten();
            let mut pairs = theirs.flat_map(|theirs| scopes.iter().map(move |scope| (scope, theirs)));
            pairs.any(|(scope, theirs)| overlap(scope, theirs))
        });
        one_thing && self.says != other.says
    }

    fn was_made_apart_from(&self, other: &Self) -> bool {
        self.name.0 != other.name.0
            && self.name.1.date() == other.name.1.date()
            && !self.saw(other)
            && !other.saw(self)
    }

    /// Whether it was made with sight of `earlier`: all of it came from that, or whoever did it had marked that before.
    fn saw(&self, earlier: &Self) -> bool {
        #[cfg(test)]
        work::count(|work| work.compared += 1);
        let marked = earlier.known.get(&self.name.0);
        self.said.iter().all(|later| {
            let came_from = || {
                let rev = earlier.revs.get(&later.id);
                let seen = |rev: &u32| {
                    let mut seen = later.came_from.iter();
                    seen.any(|seen| seen.writer == earlier.name.0 && seen.rev >= *rev)
                };
                rev.is_some_and(seen)
            };
            marked.is_some_and(|marked| *marked < later.seq) || came_from()
        })
    }
}

/// Whether what two scopes hold for has anything in common.
fn overlap(one: &Scope, other: &Scope) -> bool {
    match (one, other) {
        (Scope::Everyone, _) | (_, Scope::Everyone) => true,
        (Scope::Track(track), other) => other.holds_for(track.as_ref().map(|track| &track.id)),
    }
}
