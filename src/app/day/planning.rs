//! The plan as it is changed in this sitting: who may, what can be undone, what is on the disk.

use super::{Day, Reply};
use crate::{
    app::message::{At, Effect, SaveFault},
    domain::{
        course::Course,
        ids::WriterId,
        plan::{Duty, Plan},
        plan_edit::{Fresh, PlanEdit, Refusal, apply},
        route::Route,
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
    done: Vec<Plan>,
    undone: Vec<Plan>,
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
        match (self.read_only.is_some(), self.records.notes.is_empty(), self.owns_plan) {
            (true, ..) => PlanRight::ReadOnly,
            (false, true, true) => PlanRight::Everything,
            (false, false, true) => PlanRight::WordsAndChanges,
            (false, false, false) => PlanRight::Changes,
            (false, true, false) => PlanRight::SomebodyElses,
        }
    }

    /// Whom to ask about the plan: who keeps the timetable, or else its first person.
    #[must_use]
    pub fn plan_keeper(&self) -> String {
        let keeps = |person: &&crate::domain::plan::Person| person.duties.contains(&Duty::Facilitator);
        let keeper = self.plan.people.iter().find(keeps).or(self.plan.people.first());
        keeper.map_or_else(String::new, |person| person.name.clone())
    }

    /// Changes the plan by all of `edits` at once, if that is for somebody here to do and makes a plan.
    pub(in crate::app) fn edit_plan(
        &mut self,
        at: At,
        edits: Vec<PlanEdit>,
        reply: &mut Reply,
    ) -> Result<(), Unchanged> {
        match self.plan_right() {
            PlanRight::ReadOnly => return Err(Unchanged::ReadOnly),
            PlanRight::SomebodyElses => return Err(Unchanged::SomebodyElses(self.plan_keeper())),
            _ => {}
        }
        let mut next = self.plan.clone();
        for edit in edits {
            next = apply(&next, edit, Fresh(at.fresh))?;
        }
        if next.person(&self.me.person).is_none() {
            return Err(Unchanged::ThatIsYou);
        }
        if next != self.plan {
            self.planning.undone.clear();
            let before = self.plan.clone();
            self.remember(before);
            self.put_plan(at, next, reply);
        }
        Ok(())
    }

    fn remember(&mut self, before: Plan) {
        self.planning.done.push(before);
        if self.planning.done.len() > MOST_STEPS {
            self.planning.done.remove(0);
        }
    }

    /// The plan as it was before its last change in this sitting; `false` if there was none.
    pub(in crate::app) fn undo_plan(&mut self, at: At, reply: &mut Reply) -> bool {
        let Some(before) = self.planning.done.pop() else {
            return false;
        };
        self.planning.undone.push(self.plan.clone());
        self.put_plan(at, before, reply);
        true
    }

    /// The plan as it was before its last change was undone; `false` if none was.
    pub(in crate::app) fn redo_plan(&mut self, at: At, reply: &mut Reply) -> bool {
        let Some(after) = self.planning.undone.pop() else {
            return false;
        };
        let before = self.plan.clone();
        self.remember(before);
        self.put_plan(at, after, reply);
        true
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
        self.route = Route::of(&self.plan, self.me.group.as_ref());
        let writer: WriterId = self.me.writer;
        self.course = Course::recorded(&self.route, &self.records, writer, now);
        self.position = self.course.position(&self.route, now);
        self.refresh_board();
    }
}
