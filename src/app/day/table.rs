//! A timetable that was brought in: it becomes the agreed plan, or changes of the day once notes hold on to that.

use super::{Day, Edited, PlanRight, Reply, Unchanged};
use crate::{
    app::message::At,
    domain::{
        course::Phase,
        day_change::Change,
        lateness,
        plan::Plan,
        replanning::{Begun, Running},
        stamp::Stamp,
    },
};

impl Day {
    /// Whether the plan may get the timetable of a table here, as `knownow plan import` gives it: also while notes hold
    /// on to it, since what they hold on to stays beside it.
    ///
    /// # Errors
    /// Why not.
    pub(in crate::app) fn may_take_table(&self) -> Result<(), Unchanged> {
        match self.plan_right() {
            PlanRight::Everything | PlanRight::WordsAndChanges => Ok(()),
            PlanRight::ReadOnly => Err(Unchanged::ReadOnly),
            PlanRight::SomebodyElses => Err(Unchanged::SomebodyElses(self.plan_keeper())),
            PlanRight::Changes => Err(Unchanged::OnlyTheOwner(self.plan_keeper())),
            PlanRight::OnlyRead(why) | PlanRight::ChangesToOnlyRead(why) => Err(Unchanged::OnlyRead(why)),
        }
    }

    /// Takes over `next`, which is the plan with the timetable of a table.
    ///
    /// # Errors
    /// If that is not for somebody here to do.
    pub(in crate::app) fn take_table(
        &mut self,
        at: At,
        next: Plan,
        reply: &mut Reply,
    ) -> Result<Edited, Unchanged> {
        self.may_take_table()?;
        self.agree(at, next, reply)
    }

    /// Today's plan and what of it has begun, once notes hold on to the plan: then a table makes changes of the day.
    pub(in crate::app) fn running(&self, now: Stamp) -> Option<Running> {
        self.has_begun_to_record().then(|| {
            let late = self.position.map_or(0, |position| {
                lateness::late_of_changes(&self.route, position, now)
            });
            let today = self.today.plan.clone();
            let here = self
                .position
                .filter(|position| matches!(position.phase, Phase::During(_)));
            let begun = Begun::by(&today, now, late);
            let begun = match here.and_then(|position| self.route.stop(position.stop)) {
                Some(stop) => begun.and_at(&today, &stop.place.slot, stop.place.visit.as_ref()),
                None => begun,
            };
            Running { today, begun }
        })
    }

    /// Records `changes`, with which today's plan becomes `after`, for everyone.
    ///
    /// # Errors
    /// If that is not for somebody here to do, or something of it has begun.
    pub(in crate::app) fn record_table(
        &mut self,
        at: At,
        changes: Vec<Change>,
        after: &Plan,
        reply: &mut Reply,
    ) -> Result<Edited, Unchanged> {
        self.may_take_table()?;
        if changes.is_empty() {
            return Ok(Edited::Nothing);
        }
        self.record(at, changes, after, reply)
    }
}
