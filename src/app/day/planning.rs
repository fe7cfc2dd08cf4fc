//! The plan as it is changed in this sitting: who may, what can be undone, what is on the disk.

use super::{Day, Reply, history::Done};
use crate::{
    app::{
        message::{At, Effect, SaveFault},
        notice::Deed,
    },
    domain::{
        course::Course,
        day_change::{Change, DayChange},
        ids::{SlotId, VisitId},
        note::{Label, Note},
        plan::{Duty, OnlyRead, Plan},
        plan_edit::{Fresh, PlanEdit, Refusal, apply, as_changes, come_to, scope_of_change},
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
    /// Why the plan is only read here, if so.
    pub only_read: Option<OnlyRead>,
    /// Whether it was said, before the day, that a change of somebody else's plan is one for everybody.
    said_for_everybody: bool,
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
    /// Nothing was changed yet.
    pub(super) fn new(only_read: Option<OnlyRead>) -> Self {
        Self {
            only_read,
            ..Self::default()
        }
    }

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
    /// No note stands, and the plan is owned here: anything.
    Everything,
    /// Notes hold on to the plan, and it is owned here: words, and changes of the day.
    WordsAndChanges,
    /// Notes hold on to the plan, which somebody else owns: changes of the day.
    Changes,
    /// Somebody else owns the plan, and nothing was noted yet: nothing.
    SomebodyElses,
    /// The plan is only read here, and nothing was noted yet: nothing.
    OnlyRead(OnlyRead),
    /// Notes hold on to the plan, which is only read here: changes of the day.
    ChangesToOnlyRead(OnlyRead),
    /// Nothing can be written here.
    ReadOnly,
}

/// Who keeps a plan that is not owned on this laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeper {
    /// Somebody else, by name.
    Person(String),
    /// Who is at this laptop, on the one where the plan was made.
    OwnOtherLaptop,
}

/// Why a plan stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchanged {
    /// The edit makes no plan.
    Refused(Refusal),
    /// Nothing can be written here.
    ReadOnly,
    /// The plan is somebody else's: who is to be asked.
    SomebodyElses(Keeper),
    /// Only the plan's owner may change this: who is to be asked.
    OnlyTheOwner(Keeper),
    /// The plan is only read here.
    OnlyRead(OnlyRead),
    /// Something with notes or ticks would go: how many.
    HasNotes(Held),
    /// It was agreed before there were notes, and they hold on to it now.
    AgreedBeforeNotes,
    /// Something else was done on the day since, which comes back first.
    SomethingSince,
    /// It is of the timetable, and after the first note no record can change it like that.
    StaysForNotes,
    /// Something would go that a note, a tick or a finding names.
    NamedByNotes,
    /// It has begun, or its new time is past.
    HasBegun,
    /// It is the person at this laptop.
    ThatIsYou,
    /// The day is still to come, and somebody else's plan would change for everybody: the same once more does it.
    ForEverybody,
}

/// What an edit of the plan came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edited {
    /// Nothing: it stood like that already.
    Nothing,
    /// The agreed plan is another edition.
    Agreed,
    /// Something was recorded as a change of the day.
    Recorded,
}

/// What holds on to a place of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// The notes made there.
    pub notes: usize,
    /// The questions ticked there.
    pub ticks: usize,
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
        if self.read_only.is_some() {
            return PlanRight::ReadOnly;
        }
        // Whoever does not keep the plan has nothing to mend in it, and writes nothing to it.
        let is_mine_to_mend = |why: &OnlyRead| *why == OnlyRead::Newer || self.owns_plan;
        match (
            self.planning.only_read.filter(is_mine_to_mend),
            self.has_begun_to_record(),
            self.owns_plan,
        ) {
            (Some(why), false, _) => PlanRight::OnlyRead(why),
            (Some(why), true, _) => PlanRight::ChangesToOnlyRead(why),
            (None, false, true) => PlanRight::Everything,
            (None, true, true) => PlanRight::WordsAndChanges,
            (None, true, false) => PlanRight::Changes,
            (None, false, false) => PlanRight::SomebodyElses,
        }
    }

    /// Whom to ask about the plan: who keeps the timetable, or else its first person.
    #[must_use]
    pub fn plan_keeper(&self) -> Keeper {
        let keeps = |person: &&crate::domain::plan::Person| person.duties.contains(&Duty::Facilitator);
        let keeper = self.plan.people.iter().find(keeps).or(self.plan.people.first());
        match keeper {
            Some(person) if person.id == self.me.person => Keeper::OwnOtherLaptop,
            keeper => Keeper::Person(keeper.map_or_else(String::new, |person| person.name.clone())),
        }
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

    /// Whether notes, private ones too, ticks or changes of the day hold on to the plan; what was undone or struck out
    /// does not.
    pub(super) fn has_begun_to_record(&self) -> bool {
        self.private.live().next().is_some() || self.records.hold_on_to_the_plan()
    }

    /// What was noted and ticked at a place of the timetable, by anybody; and privately by who is at this laptop.
    pub(in crate::app) fn held_at(&self, row: &SlotId, visit: Option<&VisitId>) -> Held {
        let is_at = |slot: &SlotId, at: Option<&Label<VisitId>>| {
            slot == row && (visit.is_none() || at.map(|at| &at.id) == visit)
        };
        let notes = self.records.notes.live().chain(self.private.live());
        // Where it was written and where it was put both hold on to the plan.
        let placed = |note: &Record<Note>| self.records.placed(note.id).map(|placed| &placed.note);
        let is_there = |note: &Record<Note>| {
            let place = &note.body.place;
            is_at(&place.slot.id, place.visit.as_ref())
        };
        let notes = notes.filter(|note| is_there(note) || placed(note).is_some_and(is_there));
        let ticks = self.records.asked.live();
        let ticks = ticks.filter(|tick| is_at(&tick.body.slot.id, tick.body.visit.as_ref()));
        Held {
            notes: notes.count(),
            ticks: ticks.count(),
        }
    }

    /// Changes the plan by all of `edits` or by none, if that is for somebody here to do and makes a plan; `because`
    /// says why something does not take place.
    pub(in crate::app) fn edit_plan(
        &mut self,
        at: At,
        edits: Vec<PlanEdit>,
        because: &str,
        reply: &mut Reply,
    ) -> Result<Edited, Unchanged> {
        match self.plan_right() {
            PlanRight::ReadOnly => return Err(Unchanged::ReadOnly),
            PlanRight::SomebodyElses => return Err(Unchanged::SomebodyElses(self.plan_keeper())),
            PlanRight::OnlyRead(why) => return Err(Unchanged::OnlyRead(why)),
            PlanRight::Everything => {
                let mut next = self.plan.clone();
                for edit in edits {
                    next = apply(&next, edit, Fresh(at.fresh))?;
                }
                return self.agree(at, next, reply);
            }
            PlanRight::WordsAndChanges | PlanRight::Changes | PlanRight::ChangesToOnlyRead(_) => {}
        }
        // Each edit may become a record or a new edition of the plan: all of them are tried before any is made.
        let mut trial = self.clone();
        let mut done = Reply::default();
        let mut edited = Edited::Nothing;
        for (nth, edit) in (1..).zip(edits) {
            let fresh = at.fresh.further(nth);
            edited = edited.max(trial.record_or_agree(At { fresh, ..at }, edit, because, &mut done)?);
        }
        // Whoever keeps the plan changes their own; on the day there is no time to ask.
        let is_asked = edited == Edited::Recorded && !self.owns_plan && self.days_before(at.now).is_some();
        if is_asked && !self.planning.said_for_everybody {
            self.planning.said_for_everybody = true;
            return Err(Unchanged::ForEverybody);
        }
        *self = trial;
        reply.effects.extend(done.effects);
        Ok(edited)
    }

    /// Makes an edit while notes hold on to the plan: as changes of the day, or in the words of the agreed plan.
    fn record_or_agree(
        &mut self,
        at: At,
        edit: PlanEdit,
        because: &str,
        reply: &mut Reply,
    ) -> Result<Edited, Unchanged> {
        let after = apply(&self.today.plan, edit.clone(), Fresh(at.fresh))?;
        if after == self.today.plan {
            return Ok(Edited::Nothing);
        }
        let Some(changes) = as_changes(&self.today.plan, &after, because) else {
            if let PlanRight::ChangesToOnlyRead(why) = self.plan_right() {
                return Err(Unchanged::OnlyRead(why));
            }
            if !self.owns_plan {
                return Err(Unchanged::OnlyTheOwner(self.plan_keeper()));
            }
            let next =
                apply(&self.plan, edit, Fresh(at.fresh)).map_err(|_not_agreed| Unchanged::StaysForNotes)?;
            self.leaves_what_is_named(&next)?;
            return self.agree(at, next, reply);
        };
        self.record(at, changes, &after, reply)
    }

    /// Records `changes` for everyone, if today's plan becomes `after` with them.
    pub(super) fn record(
        &mut self,
        at: At,
        changes: Vec<Change>,
        after: &Plan,
        reply: &mut Reply,
    ) -> Result<Edited, Unchanged> {
        let changes: Vec<DayChange> = changes
            .into_iter()
            .map(|what| self.change(at.now, scope_of_change(&self.today.plan, after, &what), what))
            .collect();
        if !come_to(&self.today.plan, self.me.group.as_ref(), &changes, after) {
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
        Ok(Edited::Recorded)
    }

    /// Takes `next` over as the agreed plan.
    pub(super) fn agree(&mut self, at: At, next: Plan, reply: &mut Reply) -> Result<Edited, Unchanged> {
        let known = next.person(&self.me.person).is_some();
        if !known && self.plan.person(&self.me.person).is_some() {
            return Err(Unchanged::ThatIsYou);
        }
        if next == self.plan {
            return Ok(Edited::Nothing);
        }
        self.planning.undone.clear();
        let before = PlanStep::Agreed(Box::new(self.plan.clone()));
        self.remember(before);
        self.put_plan(at, next, reply);
        Ok(Edited::Agreed)
    }

    fn remember(&mut self, step: PlanStep) {
        self.planning.done.push(step);
        if self.planning.done.len() > MOST_STEPS {
            self.planning.done.remove(0);
        }
    }

    /// Takes the last change of the plan in this sitting back; `false` if there is none.
    ///
    /// # Errors
    /// If that is not for somebody here to do, or not any more.
    pub(in crate::app) fn undo_plan(&mut self, at: At, reply: &mut Reply) -> Result<bool, Unchanged> {
        let next = match self.planning.done.last() {
            None => return Ok(false),
            Some(PlanStep::Recorded) => None,
            Some(PlanStep::Agreed(before)) => Some(before.clone()),
        };
        if let Some(before) = next {
            self.may_agree_again(&before)?;
            let after = PlanStep::Agreed(Box::new(self.plan.clone()));
            self.planning.done.pop();
            self.planning.undone.push(after);
            self.put_plan(at, *before, reply);
            return Ok(true);
        }
        if self.read_only.is_some() {
            return Err(Unchanged::ReadOnly);
        }
        // A note that was made since keeps its words and its place.
        if !self.undo_last_of_plan(at, reply) {
            return Err(Unchanged::SomethingSince);
        }
        if take_last_record(&mut self.planning.done) {
            self.planning.undone.push(PlanStep::Recorded);
        }
        Ok(true)
    }

    /// Makes the change again that was taken back last; `false` if there is none.
    ///
    /// # Errors
    /// If that is not for somebody here to do, or not any more.
    pub(in crate::app) fn redo_plan(&mut self, at: At, reply: &mut Reply) -> Result<bool, Unchanged> {
        let next = match self.planning.undone.last() {
            None => return Ok(false),
            Some(PlanStep::Recorded) => None,
            Some(PlanStep::Agreed(after)) => Some(after.clone()),
        };
        if let Some(after) = next {
            self.may_agree_again(&after)?;
            let before = PlanStep::Agreed(Box::new(self.plan.clone()));
            self.planning.undone.pop();
            self.remember(before);
            self.put_plan(at, *after, reply);
            return Ok(true);
        }
        if self.read_only.is_some() {
            return Err(Unchanged::ReadOnly);
        }
        if self.history.last_undone() != Some(Deed::ChangedThePlan) {
            return Err(Unchanged::SomethingSince);
        }
        self.redo_deed(at, reply);
        Ok(true)
    }

    /// Whether `next`, which was agreed once, may be agreed again. What was agreed before there were notes, other than
    /// words, is given up for good: from then on the timetable is changed by records, and notes hold on to it.
    fn may_agree_again(&mut self, next: &Plan) -> Result<(), Unchanged> {
        match self.plan_right() {
            PlanRight::ReadOnly => Err(Unchanged::ReadOnly),
            PlanRight::SomebodyElses => Err(Unchanged::SomebodyElses(self.plan_keeper())),
            PlanRight::Changes => Err(Unchanged::OnlyTheOwner(self.plan_keeper())),
            PlanRight::OnlyRead(why) | PlanRight::ChangesToOnlyRead(why) => Err(Unchanged::OnlyRead(why)),
            PlanRight::WordsAndChanges if self.leaves_what_is_named(next).is_err() => {
                let is_record = |step: &PlanStep| matches!(step, PlanStep::Recorded);
                self.planning.done.retain(is_record);
                self.planning.undone.retain(is_record);
                Err(Unchanged::AgreedBeforeNotes)
            }
            PlanRight::WordsAndChanges | PlanRight::Everything => Ok(()),
        }
    }

    /// Undoes the last deed of the day; where that changed the plan, its step goes along.
    pub(super) fn undo_deed(&mut self, at: At, reply: &mut Reply) {
        let of_plan = self.history.last_done() == Some(Deed::ChangedThePlan);
        self.undo(at, reply);
        if of_plan && take_last_record(&mut self.planning.done) {
            self.planning.undone.push(PlanStep::Recorded);
        }
    }

    /// The other way round.
    pub(super) fn redo_deed(&mut self, at: At, reply: &mut Reply) {
        let of_plan = self.history.last_undone() == Some(Deed::ChangedThePlan);
        self.redo(at, reply);
        if of_plan && take_last_record(&mut self.planning.undone) {
            self.remember(PlanStep::Recorded);
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
    pub(super) fn follow_changed_plan(&mut self, now: Stamp) {
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

/// Takes the last recorded step out of `steps`; `false` if it has none.
fn take_last_record(steps: &mut Vec<PlanStep>) -> bool {
    let last = steps.iter().rposition(|step| matches!(step, PlanStep::Recorded));
    last.map(|last| steps.remove(last)).is_some()
}
