//! The plan as it is changed in this sitting: who may, what can be undone, what is on the disk.

use super::{Day, Reply, history::Done};
use crate::{
    app::{
        message::{At, Effect, SaveFault},
        notice::Deed,
    },
    domain::{
        course::Course,
        day_change::{Change, DayChange, Scope},
        ids::{SlotId, VisitId},
        note::Note,
        plan::{Duty, Plan},
        plan_edit::{Fresh, PlanEdit, Refusal, apply, as_changes, come_to, differs_in_words},
        record::Record,
        stamp::Stamp,
    },
};

/// How many changes can be undone.
const MOST_STEPS: usize = 200;

/// What becomes of the plan in this sitting.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    asked: u32,
    confirmed: u32,
    /// When the disk last confirmed the plan.
    pub saved_at: Option<Stamp>,
    /// Why saving the plan fails.
    pub fault: Option<SaveFault>,
    done: Vec<PlanStep>,
    undone: Vec<PlanStep>,
}

/// A change of the plan that can be taken back.
#[derive(Debug, Clone)]
enum PlanStep {
    /// Another plan was agreed; with the one that comes back.
    Agreed(Box<Plan>),
    /// A change of the day was recorded; it comes back with the deeds of the day.
    Recorded,
}

impl Planning {
    /// Whether every change of the plan is on the disk.
    #[must_use]
    pub fn all_saved(&self) -> bool {
        self.confirmed >= self.asked
    }

    /// The disk has the edition `revision`.
    pub(super) fn confirm(&mut self, revision: u32, now: Stamp) {
        self.confirmed = self.confirmed.max(revision);
        self.fault = None;
        if self.all_saved() {
            self.saved_at = Some(now);
        }
    }
}

/// What somebody here may do to the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanRight {
    /// Nothing was noted yet, and the plan is owned here: anything.
    Everything,
    /// Notes hold on to the plan, and it is owned here: words, and changes of the day.
    WordsAndChanges,
    /// Notes hold on to the plan, which somebody else owns: changes of the day.
    Changes,
    /// Somebody else owns the plan, and nothing was noted yet: nothing.
    SomebodyElses,
    /// Nothing can be written here.
    ReadOnly,
}

/// Why a plan stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchanged {
    /// The edit makes no plan.
    Refused(Refusal),
    /// Nothing can be written here.
    ReadOnly,
    /// The plan is somebody else's: who is to be asked.
    SomebodyElses(String),
    /// Only the plan's owner may change this: who is to be asked.
    OnlyTheOwner(String),
    /// Something with notes would go: how many.
    HasNotes(usize),
    /// Something would go, after the first note, that no record can take out.
    StaysForNotes,
    /// It has begun, or its new time is past.
    HasBegun,
    /// It is the person at this laptop.
    ThatIsYou,
}

impl From<Refusal> for Unchanged {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Day {
    /// What somebody here may do to the plan.
    #[must_use]
    pub fn plan_right(&self) -> PlanRight {
        match (
            self.read_only.is_some(),
            self.has_begun_to_record(),
            self.owns_plan,
        ) {
            (true, ..) => PlanRight::ReadOnly,
            (false, false, true) => PlanRight::Everything,
            (false, true, true) => PlanRight::WordsAndChanges,
            (false, true, false) => PlanRight::Changes,
            (false, false, false) => PlanRight::SomebodyElses,
        }
    }

    /// Whom to ask about the plan: who keeps the timetable, or else its first person.
    #[must_use]
    pub fn plan_keeper(&self) -> String {
        let keeps = |person: &&crate::domain::plan::Person| person.duties.contains(&Duty::Facilitator);
        let keeper = self.plan.people.iter().find(keeps).or(self.plan.people.first());
        keeper.map_or_else(String::new, |person| person.name.clone())
    }

    /// The plan that is looked at and changed: the agreed one, and today's once the day has begun to differ from it.
    #[must_use]
    pub fn plan_in_hand(&self) -> &Plan {
        if self.has_begun_to_record() {
            &self.today.plan
        } else {
            &self.plan
        }
    }

    /// Whether notes or changes of the day hold on to the plan.
    fn has_begun_to_record(&self) -> bool {
        let is_change = |change: &Record<DayChange>| !matches!(change.body.what, Change::Stepped { .. });
        !self.records.notes.is_empty() || self.records.changes.live().any(is_change)
    }

    /// How many notes were made at a place of the timetable, by anybody.
    pub(in crate::app) fn notes_at(&self, row: &SlotId, visit: Option<&VisitId>) -> usize {
        let at_visit = |note: &Note| note.place.visit.as_ref().map(|visit| &visit.id) == visit;
        let notes = self
            .records
            .notes
            .live()
            .filter(|note| note.body.place.slot.id == *row);
        notes
            .filter(|note| visit.is_none() || at_visit(&note.body))
            .count()
    }

    /// Changes the plan by all of `edits` or by none, if that is for somebody here to do and makes a plan; `because`
    /// says why something does not take place.
    pub(in crate::app) fn edit_plan(
        &mut self,
        at: At,
        edits: Vec<PlanEdit>,
        because: &str,
        reply: &mut Reply,
    ) -> Result<(), Unchanged> {
        match self.plan_right() {
            PlanRight::ReadOnly => return Err(Unchanged::ReadOnly),
            PlanRight::SomebodyElses => return Err(Unchanged::SomebodyElses(self.plan_keeper())),
            PlanRight::Everything => {
                let mut next = self.plan.clone();
                for edit in edits {
                    next = apply(&next, edit, Fresh(at.fresh))?;
                }
                return self.agree(at, next, reply);
            }
            PlanRight::WordsAndChanges | PlanRight::Changes => {}
        }
        // Each edit may become a record or a new edition of the plan: all of them are tried before any is made.
        let mut trial = self.clone();
        let mut done = Reply::default();
        for (nth, edit) in (1..).zip(edits) {
            let fresh = at.fresh.further(nth);
            trial.record_or_agree(At { fresh, ..at }, edit, because, &mut done)?;
        }
        *self = trial;
        reply.effects.extend(done.effects);
        Ok(())
    }

    /// Makes an edit while notes hold on to the plan: as changes of the day, or in the words of the agreed plan.
    fn record_or_agree(
        &mut self,
        at: At,
        edit: PlanEdit,
        because: &str,
        reply: &mut Reply,
    ) -> Result<(), Unchanged> {
        let after = apply(&self.today.plan, edit.clone(), Fresh(at.fresh))?;
        if after == self.today.plan {
            return Ok(());
        }
        let Some(changes) = as_changes(&self.today.plan, &after, because) else {
            if !self.owns_plan {
                return Err(Unchanged::OnlyTheOwner(self.plan_keeper()));
            }
            let next =
                apply(&self.plan, edit, Fresh(at.fresh)).map_err(|_not_agreed| Unchanged::StaysForNotes)?;
            if !differs_in_words(&self.plan, &next) {
                return Err(Unchanged::StaysForNotes);
            }
            return self.agree(at, next, reply);
        };
        let changes: Vec<DayChange> = changes
            .into_iter()
            .map(|what| self.change(at.now, Scope::Everyone, what))
            .collect();
        if !come_to(&self.today.plan, self.me.group.as_ref(), &changes, &after) {
            return Err(Unchanged::HasBegun);
        }
        let done = Done {
            deed: Deed::ChangedThePlan,
            touched: self.change_touches(at.fresh, changes),
            course: None,
        };
        self.perform(at, done, reply);
        self.planning.undone.clear();
        self.remember(PlanStep::Recorded);
        Ok(())
    }

    /// Takes `next` over as the agreed plan.
    fn agree(&mut self, at: At, next: Plan, reply: &mut Reply) -> Result<(), Unchanged> {
        let known = next.person(&self.me.person).is_some();
        if !known && self.plan.person(&self.me.person).is_some() {
            return Err(Unchanged::ThatIsYou);
        }
        if next != self.plan {
            self.planning.undone.clear();
            let before = PlanStep::Agreed(Box::new(self.plan.clone()));
            self.remember(before);
            self.put_plan(at, next, reply);
        }
        Ok(())
    }

    fn remember(&mut self, step: PlanStep) {
        self.planning.done.push(step);
        if self.planning.done.len() > MOST_STEPS {
            self.planning.done.remove(0);
        }
    }

    /// Takes the last change of the plan in this sitting back; `false` if there is none to take back here.
    pub(in crate::app) fn undo_plan(&mut self, at: At, reply: &mut Reply) -> bool {
        match self.planning.done.pop() {
            Some(PlanStep::Agreed(before)) => {
                let after = PlanStep::Agreed(Box::new(self.plan.clone()));
                self.planning.undone.push(after);
                self.put_plan(at, *before, reply);
                true
            }
            Some(PlanStep::Recorded) if self.history.last_done() == Some(Deed::ChangedThePlan) => {
                self.undo(at, reply);
                self.planning.undone.push(PlanStep::Recorded);
                true
            }
            Some(PlanStep::Recorded) | None => false,
        }
    }

    /// Makes the change again that was taken back last; `false` if there is none.
    pub(in crate::app) fn redo_plan(&mut self, at: At, reply: &mut Reply) -> bool {
        match self.planning.undone.pop() {
            Some(PlanStep::Agreed(after)) => {
                let before = PlanStep::Agreed(Box::new(self.plan.clone()));
                self.remember(before);
                self.put_plan(at, *after, reply);
                true
            }
            Some(PlanStep::Recorded) if self.history.last_undone() == Some(Deed::ChangedThePlan) => {
                self.redo(at, reply);
                self.remember(PlanStep::Recorded);
                true
            }
            Some(PlanStep::Recorded) | None => false,
        }
    }

    /// Takes `plan` over as the next edition and has it saved. Each is counted, so that whoever gets two of them by
    /// mail knows the later one.
    fn put_plan(&mut self, at: At, plan: Plan, reply: &mut Reply) {
        let revision = self.plan.revision.saturating_add(1);
        self.plan = Plan { revision, ..plan };
        self.planning.asked = revision;
        let plan = Box::new(self.plan.clone());
        reply.effects.push(Effect::SavePlan(plan));
        self.follow_changed_plan(at.now);
    }

    /// Finds the way of this person through the plan as it is now.
    fn follow_changed_plan(&mut self, now: Stamp) {
        if let Some(me) = self.plan.person(&self.me.person) {
            self.me.name.clone_from(&me.name);
            self.me.group.clone_from(&me.group);
        }
        self.refresh_today(now);
        self.course = Course::recorded(&self.route, &self.records, self.me.writer, now);
        self.position = self.course.position(&self.route, now);
        self.refresh_board();
    }
}
