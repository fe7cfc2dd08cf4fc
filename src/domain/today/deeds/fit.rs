//! Fit: whether deeds that say nothing different of one thing make a day together which neither makes alone.

use std::collections::{BTreeMap, BTreeSet};

use super::{Deed, DeedName, stands_without};
use crate::domain::{
    day_change::{Change, DayChange},
    ids::{GroupId, RecordId},
    plan::Plan,
    record::{Record, Shelf},
    route::{PlaceId, Route},
    today::{self, Fold},
};

/// The day as it holds while deeds are judged.
pub(super) struct Fit<'a> {
    plan: &'a Plan,
    changes: &'a Shelf<DayChange>,
    void: BTreeSet<DeedName>,
    /// What stands without the void ones.
    standing: BTreeMap<RecordId, Record<DayChange>>,
    /// What is wrong with the agreed day, and with this one, once that was asked for.
    agreed: Option<BTreeSet<Fault>>,
    wrong: Option<BTreeSet<Fault>>,
}

/// What stands of some records where further deeds are left out.
type Instead = BTreeMap<RecordId, Option<Record<DayChange>>>;

impl<'a> Fit<'a> {
    pub fn of(plan: &'a Plan, changes: &'a Shelf<DayChange>) -> Self {
        let every = changes
            .every()
            .map(|editions| today::stands(editions, plan.owner));
        let standing = every.filter(|change| counts(change));
        Self {
            plan,
            changes,
            void: BTreeSet::new(),
            standing: standing.map(|change| (change.id, change.clone())).collect(),
            agreed: None,
            wrong: None,
        }
    }

    /// A deed is void from here on.
    pub fn leave_out(&mut self, void: &Deed<'_>) {
        let instead = self.instead_of(&[void]);
        self.void.insert(void.name);
        if instead.is_empty() {
            return;
        }
        self.wrong = None;
        for (id, stands) in instead {
            match stands {
                Some(change) => self.standing.insert(id, change),
                None => self.standing.remove(&id),
            };
        }
    }

    /// What else stands without these as well.
    fn instead_of(&self, deeds: &[&Deed<'_>]) -> Instead {
        let mut void = self.void.clone();
        void.extend(deeds.iter().map(|deed| deed.name));
        let said = deeds.iter().flat_map(|deed| &deed.said);
        let ids: BTreeSet<RecordId> = said.map(|change| change.id).collect();
        let stand = ids.into_iter().map(|id| (id, self.stands(id, &void)));
        stand
            .filter(|(id, stands)| self.standing.get(id) != stands.as_ref())
            .collect()
    }

    fn stands(&self, id: RecordId, void: &BTreeSet<DeedName>) -> Option<Record<DayChange>> {
        stands_without((self.plan, self.changes), void, id).filter(counts)
    }

    fn wrong_where(&self, instead: &Instead) -> BTreeSet<Fault> {
        let kept = self.standing.iter().filter(|(id, _)| !instead.contains_key(id));
        let mut standing: Vec<_> = kept.map(|(_, change)| change).collect();
        standing.extend(instead.values().flatten());
        standing.sort_by_key(|change| change.id);
        faults(self.plan, standing)
    }

    /// The one of those that stand, made apart from `deed`, without which nothing would be wrong that both make.
    pub fn spoilt_with<'d>(&mut self, deed: &Deed<'_>, standing: &[&'d Deed<'d>]) -> Option<&'d Deed<'d>> {
        if deed.about.is_empty() {
            return None;
        }
        // What was replaced since spoils nothing.
        let instead = self.instead_of(&[deed]);
        if instead.is_empty() {
            return None;
        }
        let apart = standing.iter().copied();
        let apart: Vec<_> = apart.filter(|other| deed.was_made_apart_from(other)).collect();
        if apart.is_empty() {
            return None;
        }
        let mut both = self.not_agreed();
        if !both.is_empty() {
            let without = self.wrong_where(&instead);
            both.retain(|fault| !without.contains(fault));
        }
        if !both.is_empty() {
            // What is wrong without any of them is of this one alone.
            let alone = self.wrong_where(&self.instead_of(&apart));
            both.retain(|fault| !alone.contains(fault));
        }
        if both.is_empty() {
            return None;
        }
        apart.into_iter().find(|other| {
            let instead = self.instead_of(&[other]);
            let without = (!instead.is_empty()).then(|| self.wrong_where(&instead));
            without.is_some_and(|without| both.iter().any(|fault| !without.contains(fault)))
        })
    }

    /// What is wrong with the day, and was not with the agreed one.
    fn not_agreed(&mut self) -> BTreeSet<Fault> {
        let wrong = match self.wrong.take() {
            Some(wrong) => wrong,
            None => self.wrong_where(&Instead::new()),
        };
        let plan = self.plan;
        let agreed = self.agreed.get_or_insert_with(|| faults(plan, Vec::new()));
        let not_agreed = wrong.difference(agreed).cloned().collect();
        self.wrong = Some(wrong);
        not_agreed
    }
}

/// Whether a change is part of the day.
fn counts(change: &Record<DayChange>) -> bool {
    !change.deleted && !matches!(change.body.what, Change::Stepped { .. })
}

/// What is wrong with the way of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// A class has no minute.
    NoMinute(Option<GroupId>, PlaceId),
    /// Nothing is behind a place until the next one begins.
    Hole(Option<GroupId>, PlaceId),
}

fn faults(plan: &Plan, standing: Vec<&Record<DayChange>>) -> BTreeSet<Fault> {
    #[cfg(test)]
    super::work::count(|work| work.folded += 1);
    let standing: Vec<_> = standing.into_iter().map(|change| (change, false)).collect();
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
