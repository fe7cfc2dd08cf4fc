//! What was changed of the day apart: what an undo of the deed that stands leaves, and the void deed put in force
//! instead.

use std::collections::BTreeSet;

use super::{
    Day, Reply,
    history::{ChangeTouch, Done, Touch},
};
use crate::{
    app::{
        late::{LateDeed, LateNotice},
        message::At,
        notice::Notice,
    },
    domain::{
        day_change::DayChange,
        ids::{RecordId, WriterId},
        record::{Editions, Record},
        today::{self, Contest, DeedName},
    },
};

impl Day {
    /// Whether a deed of the day made apart is void.
    #[must_use]
    pub fn has_void_deed(&self) -> bool {
        self.first_contest().is_some()
    }

    fn first_contest(&self) -> Option<Contest> {
        self.today.apart.iter().find_map(|apart| apart.contest)
    }

    /// What stands in its writer's file of a deed.
    fn said_by(&self, name: DeedName) -> Vec<&Record<DayChange>> {
        let editions = self.records.changes.every().flat_map(Editions::iter);
        let said = editions.filter(|change| {
            let says = !change.deleted && change.body.what.target().is_some();
            says && today::deed_of(change) == name
        });
        said.collect()
    }

    /// Puts the first void deed in force, by a deed of whoever is at this laptop: the one that stood against it is taken
    /// back by it.
    pub(in crate::app) fn take_other(&mut self, at: At) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        let Some(contest) = self.first_contest() else {
            reply.say(Notice::Late(LateNotice::NothingVoid));
            return reply;
        };
        if !self.may_write(&mut reply) {
            return reply;
        }
        let void = self.said_by(contest.void);
        let mut touched: Vec<Touch> = Vec::new();
        for change in &void {
            let DayChange { scope, what, .. } = change.body.clone();
            touched.push(self.touch_to(change.id, Some(self.change(at.now, scope, what))));
        }
        let ids: BTreeSet<RecordId> = void.iter().map(|change| change.id).collect();
        for change in self.said_by(contest.stands) {
            if !ids.contains(&change.id) {
                let before = today::said_before(&self.records.changes, change);
                touched.push(self.touch_to(change.id, before.map(|before| before.body)));
            }
        }
        let by = self.name_of(contest.void.0).map(str::to_string);
        self.deed(at, LateDeed::TookOther, touched, self.course.clone(), &mut reply);
        reply.say(Notice::Late(LateNotice::TookOther(by)));
        reply
    }

    fn touch_to(&self, change: RecordId, after: Option<DayChange>) -> Touch {
        ChangeTouch {
            change,
            before: self.standing_change(change).map(|standing| standing.body),
            after,
        }
        .into()
    }

    /// A deed as it is undone: what it made void is gone with it, since nobody agreed to that one. What else its writer
    /// meant can be done anew.
    pub(super) fn with_what_it_made_void(&self, mut done: Done) -> Done {
        let me = self.me.writer;
        let touches = done.touched.iter().filter_map(|touch| match touch {
            Touch::Change(touch) => Some((touch.change, touch.after.as_ref()?.at)),
            _ => None,
        });
        let (ids, times): (BTreeSet<RecordId>, BTreeSet<_>) = touches.unzip();
        let mine = self.today.contests.iter();
        let mine = mine.filter(|contest| contest.stands.0 == me && times.contains(&contest.stands.1));
        let void = mine.flat_map(|contest| self.said_by(contest.void));
        let gone: BTreeSet<RecordId> = void.map(|change| change.id).collect();
        let gone = gone.difference(&ids).map(|id| {
            let stands = self.standing_change(*id).map(|standing| standing.body);
            ChangeTouch {
                change: *id,
                before: stands.clone(),
                after: stands,
            }
            .into()
        });
        let gone: Vec<Touch> = gone.collect();
        done.touched.extend(gone);
        done
    }

    /// Who else changed what `touch` left behind, so that it says something else now. The same deed made apart by
    /// two is one, and a void one changes nothing.
    pub(super) fn changed_by_another(
        &self,
        touch: &ChangeTouch,
        left: Option<&DayChange>,
    ) -> Option<WriterId> {
        let me = self.me.writer;
        if self
            .records
            .changes
            .editions(touch.change)?
            .iter()
            .all(|edition| edition.writer == me)
        {
            return None;
        }
        let holding = self.holding_changes();
        let by = holding.last_by_another(touch.change, me, left)?;
        let editions = holding.editions(touch.change)?;
        // Who says the same with sight of this one means it for themselves.
        let own = editions.by(me).map_or(0, |own| own.rev);
        let saw_own = |edition: &Record<DayChange>| {
            let mut seen = edition.came_from.iter();
            edition.writer != me && seen.any(|seen| seen.writer == me && seen.rev >= own)
        };
        if editions.iter().any(saw_own) {
            return Some(by);
        }
        // Of what scope it is follows from the record; a class has one time, whoever says so.
        let left = left.map(|left| &left.what);
        let wordings = editions.wordings();
        let mut said = wordings
            .iter()
            .map(|edition| (!edition.deleted).then_some(&edition.body.what));
        (!said.all(|said| said == left)).then_some(by)
    }
}
