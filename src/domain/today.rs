//! Today's plan: what was agreed, with the changes of the day, as it holds for one group.
//!
//! The agreed plan stays as it is. A change holds for everyone or for one group; it concerns only what had not begun
//! when it was made and when it became known to the group; a laptop that hears of one too late says so in a record. Two changes of one thing that were made apart are both shown: the plan owner's stands, or else the
//! one that stands by the law of merging. All of it follows from the plan and the set of records: laptops that know the
//! same show the same, and a laptop shows the same when it is started again. Until a group's laptop has heard of a
//! change and its records have come back, others can't know that it came too late there.

mod actual;
mod deeds;
mod fold;
mod heard;
mod swaps;

pub use actual::Actual;
pub use deeds::{Contest, DeedName, contests, deed_of, holding, kept_before, said_before, standing_of};
pub use fold::with;
pub use heard::{Known, is_mark, is_marked, mark_id};
pub use swaps::are_one_swap;

use super::{
    day_change::{Change, DayChange, Scope},
    ids::{GroupId, RecordId, SlotId, VisitId, WriterId},
    plan::{Plan, Slot},
    record::{Editions, Record, Shelf},
    records::Records,
    stamp::Stamp,
};
use fold::Fold;
use heard::Marks;

/// The day as it holds now, for one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Today's plan. What does not take place is among its former rows, so that its name is still found.
    pub plan: Plan,
    /// What was changed in two ways without sight of each other.
    pub apart: Vec<Apart>,
    /// The classes that are not seen, whichever group was to see them.
    pub not_seen: Vec<NotSeen>,
    /// The rows that do not take place.
    pub dropped: Vec<Dropped>,
    /// Which deeds are void, whomever they concern.
    pub contests: Vec<Contest>,
}

/// A class that is not seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotSeen {
    /// The row.
    pub slot: SlotId,
    /// The group that was to see it.
    pub group: GroupId,
    /// The visit.
    pub visit: VisitId,
    /// The class.
    pub class: String,
    /// Why; empty if nothing was said.
    pub because: String,
}

/// A row that does not take place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dropped {
    /// The row.
    pub slot: SlotId,
    /// What it is called.
    pub title: String,
    /// Why; empty if nothing was said.
    pub because: String,
}

/// One thing that was changed in two ways without sight of each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The record of it.
    pub record: RecordId,
    /// The deed that is void, and the one that stands against it; `None` where a change was taken back apart.
    pub contest: Option<Contest>,
    /// The row or class it is about, as the plan calls it.
    pub name: String,
    /// The wordings, the one that stands first.
    pub wordings: Vec<Wording>,
}

/// One of several wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Who made it.
    pub writer: WriterId,
    /// When.
    pub at: Stamp,
    /// What it says; `None` if it takes the change back.
    pub change: Option<Change>,
    /// What else was done by the same deed.
    pub with: Vec<Change>,
}

impl Today {
    /// The day as it holds for `group`; `None` is somebody who goes with no group.
    #[must_use]
    pub fn of(plan: &Plan, records: &Records, group: Option<&GroupId>) -> Self {
        let marks = Marks::of(&records.changes);
        let contests = contests(plan, &records.changes);
        let holding = holding(&records.changes, &contests);
        let mut fold = Fold::new(plan, group);
        let mut standing = Vec::new();
        let mut apart = void_deeds(plan, &records.changes, &contests, group);
        for editions in holding.every() {
            if matches!(editions.standing().body.what, Change::Stepped { .. }) {
                continue;
            }
            let (stands, too_late) = heeded(editions, plan.owner, |edition| {
                marks.came_too_late(edition, group)
            });
            apart.extend(made_apart(editions, stands, group));
            if !stands.deleted {
                standing.push((stands, too_late));
            }
        }
        fold.take(&standing);
        let (today, not_seen, dropped) = fold.finish();
        for apart in &mut apart {
            let of = apart
                .wordings
                .iter()
                .find_map(|wording| wording.change.as_ref()?.target());
            apart.name = of.map_or_else(String::new, |target| name(&today, target));
        }
        Self {
            plan: today,
            apart,
            not_seen,
            dropped,
            contests,
        }
    }

    /// Plan against actual: every place of `group`, for which this is the day, as it was agreed, as it is, and when the
    /// group came there until `now`.
    #[must_use]
    pub fn actual(
        &self,
        agreed: &Plan,
        records: &Records,
        group: Option<&GroupId>,
        now: Stamp,
    ) -> Vec<Actual> {
        actual::lines((agreed, &self.plan), records, group, now)
    }

    /// Why a class is not seen, if it is not.
    #[must_use]
    pub fn not_seen(&self, visit: &VisitId) -> Option<&NotSeen> {
        self.not_seen.iter().find(|not_seen| not_seen.visit == *visit)
    }
}

/// The edition that stands: among those made apart the plan owner's, if there is one.
#[must_use]
pub fn stands(editions: &Editions<DayChange>, owner: WriterId) -> &Record<DayChange> {
    let standing = editions.standing();
    let apart = editions.wordings();
    apart
        .into_iter()
        .find(|edition| edition.writer == owner)
        .unwrap_or(standing)
}

/// The edition that holds for a group, and whether it came too late there: then what was said before stays, as far as it
/// is known. That a class was not seen is still said.
fn heeded(
    editions: &Editions<DayChange>,
    owner: WriterId,
    too_late: impl Fn(&Record<DayChange>) -> bool,
) -> (&Record<DayChange>, bool) {
    let standing = stands(editions, owner);
    if !too_late(standing) {
        return (standing, false);
    }
    let in_time = editions
        .iter()
        .filter(|edition| !matches!(edition.body.what, Change::NotSeen { .. }) && !too_late(edition))
        .max_by_key(|edition| (edition.rev, edition.deleted, edition.writer));
    in_time.map_or((standing, true), |edition| (edition, false))
}

/// The wordings of one change, if it has several that say different things and any of them concerns this group: then
/// those that others made for a group of theirs are part of it.
fn made_apart(
    editions: &Editions<DayChange>,
    stands: &Record<DayChange>,
    group: Option<&GroupId>,
) -> Option<Apart> {
    let mut made = editions.wordings();
    made.sort_by_key(|edition| edition.writer != stands.writer);
    let concerns = made.iter().any(|edition| edition.body.scope.holds_for(group));
    let mut wordings: Vec<Wording> = Vec::new();
    for edition in made {
        let change = (!edition.deleted).then(|| edition.body.what.clone());
        if wordings.iter().all(|wording| wording.change != change) {
            wordings.push(Wording {
                writer: edition.writer,
                at: edition.body.at,
                change,
                with: Vec::new(),
            });
        }
    }
    (concerns && wordings.len() > 1).then(|| Apart {
        record: stands.id,
        contest: None,
        name: String::new(),
        wordings,
    })
}

/// The void deeds that concern this group, each beside the one that stands against it; one of which everything was
/// changed since is settled.
fn void_deeds(
    plan: &Plan,
    changes: &Shelf<DayChange>,
    contests: &[Contest],
    group: Option<&GroupId>,
) -> Vec<Apart> {
    let apart = contests.iter().filter_map(|contest| {
        let mut void = said_in(changes, contest.void, plan.owner);
        let mut stands = said_in(changes, contest.stands, plan.owner);
        let open = void.iter().any(|(_, is_open)| *is_open);
        let all = void.iter().chain(&stands);
        let mut concerned = all.map(|(change, _)| change.body.scope.holds_for(group));
        if !open || !concerned.any(|holds| holds) {
            return None;
        }
        let is_in = |said: &[(&Record<DayChange>, bool)], change: &Record<DayChange>| {
            said.iter().any(|(other, _)| {
                let (other, change) = (&other.body.what, &change.body.what);
                other.is_about_the_same(change)
            })
        };
        let (of_void, of_stands) = (void.clone(), stands.clone());
        // What both are about, first.
        void.sort_by_key(|(change, _)| !is_in(&of_stands, change));
        stands.sort_by_key(|(change, _)| !is_in(&of_void, change));
        let wordings = [stands, void].into_iter().filter_map(|said| {
            let mut said = said.into_iter().map(|(change, _)| change);
            let first = said.next()?;
            Some(Wording {
                writer: first.writer,
                at: first.body.at,
                change: Some(first.body.what.clone()),
                with: said.map(|change| change.body.what.clone()).collect(),
            })
        });
        Some(Apart {
            record: of_void.first()?.0.id,
            contest: Some(*contest),
            name: String::new(),
            wordings: wordings.collect(),
        })
    });
    apart.collect()
}

/// What stands in the file of whoever did a deed of it, and whether nobody changed the same with sight of it.
fn said_in(
    changes: &Shelf<DayChange>,
    (writer, at): DeedName,
    owner: WriterId,
) -> Vec<(&Record<DayChange>, bool)> {
    let own = changes.every().filter_map(|editions| {
        let own = editions.by(writer)?;
        let counts = !own.deleted && own.body.at == at && own.body.what.target().is_some();
        let open = editions.wordings().iter().any(|edition| edition.writer == writer)
            || stands(editions, owner).writer == writer;
        counts.then_some((own, open))
    });
    own.collect()
}

/// What the plan calls the row or class that a change is about.
#[must_use]
pub fn name(plan: &Plan, target: super::day_change::Target<'_>) -> String {
    use super::day_change::Target;
    match target {
        Target::Times(slot) | Target::TakesPlace(slot) => plan
            .every_slot()
            .find(|known| known.id == *slot)
            .map_or_else(|| slot.to_string(), |known| known.activity.title.clone()),
        Target::Visit(visit) | Target::Seen(visit) => plan
            .every_slot()
            .find_map(|slot| slot.visit(visit))
            .map_or_else(|| visit.to_string(), |visit| visit.class.clone()),
    }
}

impl Plan {
    /// Every row of the timetable, and behind them what is no longer in it.
    pub fn every_slot(&self) -> impl Iterator<Item = &Slot> {
        let days = self.days.iter().flat_map(|day| &day.slots);
        days.chain(&self.former)
    }
}

/// The scope of what a group does for itself.
#[must_use]
pub fn scope_of(plan: &Plan, group: Option<&GroupId>) -> Scope {
    let group = group.and_then(|group| plan.group(group));
    Scope::Track(group.map(|group| super::note::Label::new(group.id.clone(), &group.name)))
}

#[cfg(test)]
mod tests;
