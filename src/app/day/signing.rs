//! Signing off what was agreed, recorded so that it can be undone.

use super::{
    Day, Reply,
    history::{Done, SignTouch, Touch},
};
use crate::{
    app::{
        findings::{Did, FindingsNotice},
        message::At,
        notice::{Deed, Notice},
    },
    domain::{
        finding::SignOff,
        findings_board::FindingsBoard,
        ids::PersonId,
        note::Label,
        signing::{self, Signed},
    },
};

impl Day {
    /// What a person of the plan signed, and whether it still stands.
    #[must_use]
    pub fn signed_by(&self, board: &FindingsBoard, person: &PersonId) -> Option<(&SignOff, Signed)> {
        let id = signing::sign_off_id(self.plan.session, person);
        let mut signed = signing::sign_offs(&self.today.plan, &self.records, board).into_iter();
        let (record, how) = signed.find(|(record, _)| record.id == id)?;
        Some((&record.body, how))
    }

    /// Records that a person signs the agreed findings as they stand.
    pub(in crate::app) fn sign_off(
        &mut self,
        at: At,
        board: &FindingsBoard,
        (person, comment): (&PersonId, &str),
        reply: &mut Reply,
    ) {
        let Some(of) = signing::signed_text(&self.today.plan, board) else {
            return reply.say(Notice::Findings(FindingsNotice::NothingToSign));
        };
        let by = self.today.plan.person(person);
        let sign_off = by.map(|by| SignOff {
            at: at.now,
            by: Some(Label::new(by.id.clone(), &by.name)),
            of,
            comment: comment.trim().into(),
        });
        if sign_off.is_some() {
            self.set_sign_off(at, person, sign_off, Did::Signed, reply);
        }
    }

    /// Takes back what a person signed.
    pub(in crate::app) fn take_sign_off_back(&mut self, at: At, person: &PersonId, reply: &mut Reply) {
        self.set_sign_off(at, person, None, Did::Unsigned, reply);
    }

    fn set_sign_off(
        &mut self,
        at: At,
        person: &PersonId,
        after: Option<SignOff>,
        did: Did,
        reply: &mut Reply,
    ) {
        let id = signing::sign_off_id(self.plan.session, person);
        let known = self.records.sign_offs.get(id).filter(|known| !known.deleted);
        let before = known.map(|known| known.body.clone());
        let touch = SignTouch { id, before, after };
        let done = Done {
            deed: Deed::Finding(did),
            touched: vec![Touch::SignOff(Box::new(touch))],
            course: None,
        };
        self.perform(at, done, reply);
        reply.say(Notice::Findings(FindingsNotice::Did(did)));
    }
}
