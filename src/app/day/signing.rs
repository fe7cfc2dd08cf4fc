//! Signing off the shared summary, recorded so that it can be undone.
//!
//! A person signs for themselves alone. What somebody records for another says who typed it, and gives way to what that
//! person signs.

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
        conduct::session::Signature,
        finding::SignOff,
        findings_board::FindingsBoard,
        ids::{PersonId, RecordId},
        signing::{self, Signed},
    },
};

impl Day {
    /// What a person of the plan signed, or what somebody recorded for them, and whether it still stands.
    #[must_use]
    pub fn signed_by(&self, board: &FindingsBoard, person: &PersonId) -> Option<(&SignOff, Signed)> {
        let signed = signing::sign_offs(&self.today.plan, &self.records, board);
        let (record, how) = signed.into_iter().find(|(record, _)| {
            let by = record.body.by.as_ref();
            by.is_some_and(|by| by.id == *person)
        })?;
        Some((&record.body, how))
    }

    /// Whether this program may sign for a person, or take back what stands for them: what they signed themselves is
    /// theirs alone.
    #[must_use]
    pub fn may_sign(&self, person: &PersonId) -> bool {
        let own = signing::sign_off_id(self.plan.session, person);
        let signed = self.records.sign_offs.get(own);
        *person == self.me.person || signed.is_none_or(|signed| signed.deleted)
    }

    /// Records that a person signs the summary as it stands; for somebody else, as typed for them.
    pub(in crate::app) fn sign_off(
        &mut self,
        at: At,
        board: &FindingsBoard,
        (person, comment): (&PersonId, &str),
        reply: &mut Reply,
    ) {
        let Some(text) = signing::signed_text(&self.today.plan, board) else {
            return reply.say(Notice::Findings(FindingsNotice::NothingToSign));
        };
        if !self.may_sign(person) {
            return reply.say(Notice::Findings(FindingsNotice::SignsAlone));
        }
        let mine = *person == self.me.person;
        let sign_off = SignOff {
            at: at.now,
            by: Some(self.person_label(person)),
            typed_by: (!mine).then(|| self.person_label(&self.me.person)),
            of: text.whole,
            lines: text.lines,
            comment: comment.trim().into(),
        };
        let (id, did) = if mine {
            (signing::sign_off_id(self.plan.session, person), Did::Signed)
        } else {
            (
                signing::typed_sign_off_id(self.plan.session, person),
                Did::SignedFor,
            )
        };
        self.set_sign_offs(at, &[(id, Some(sign_off))], did, reply);
    }

    /// Whether this program may change what was added to a signature: of one's own, or typed for somebody who has not
    /// signed.
    #[must_use]
    pub fn may_reword(&self, signature: &Signature) -> bool {
        signature.of.as_ref().is_some_and(|who| self.may_sign(&who.id))
    }

    /// Puts other words where some were added to a signature; what was signed, and when, stays as it is.
    pub(in crate::app) fn add_to_signature(&mut self, at: At, id: RecordId, words: &str, reply: &mut Reply) {
        let signed = self.records.sign_offs.get(id).filter(|signed| !signed.deleted);
        if let Some(signed) = signed {
            let mut after = signed.body.clone();
            after.comment = words.trim().into();
            let did = Did::Reworded { disagreed: false };
            self.set_sign_offs(at, &[(id, Some(after))], did, reply);
        }
    }

    /// Takes back what a person signed, and what was recorded for them.
    pub(in crate::app) fn take_sign_off_back(&mut self, at: At, person: &PersonId, reply: &mut Reply) {
        if !self.may_sign(person) {
            return reply.say(Notice::Findings(FindingsNotice::SignsAlone));
        }
        let session = self.plan.session;
        let ids = [
            signing::sign_off_id(session, person),
            signing::typed_sign_off_id(session, person),
        ];
        let stands = |id: &RecordId| {
            self.records
                .sign_offs
                .get(*id)
                .is_some_and(|known| !known.deleted)
        };
        let gone: Vec<_> = ids.into_iter().filter(stands).map(|id| (id, None)).collect();
        self.set_sign_offs(at, &gone, Did::Unsigned, reply);
    }

    fn set_sign_offs(&mut self, at: At, wanted: &[(RecordId, Option<SignOff>)], did: Did, reply: &mut Reply) {
        let touches = wanted.iter().map(|(id, after)| {
            let known = self.records.sign_offs.get(*id).filter(|known| !known.deleted);
            Touch::SignOff(Box::new(SignTouch {
                id: *id,
                before: known.map(|known| known.body.clone()),
                after: after.clone(),
            }))
        });
        let done = Done {
            deed: Deed::Finding(did),
            touched: touches.collect(),
            course: None,
        };
        self.perform(at, done, reply);
        reply.say(Notice::Findings(FindingsNotice::Did(did)));
    }
}
