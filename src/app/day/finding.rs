//! What is done on the findings board, recorded so that it can be undone.

use super::{
    Day, Reply,
    history::{Done, Touch},
};
use crate::{
    app::{
        findings::{Did, FindingsNotice, Named, subject_of},
        message::At,
        notice::{Deed, Notice},
    },
    domain::{
        finding_deeds::{Desk, FindingChange, FindingDeed, Refused},
        findings_board::FindingsBoard,
    },
};

impl Day {
    /// What every shared note is used for, and what every finding rests on.
    #[must_use]
    pub fn findings_board(&self) -> FindingsBoard {
        FindingsBoard::of(&self.records)
    }

    /// Everything that deeds on the board are done with.
    pub(in crate::app) fn desk<'d>(&'d self, board: &'d FindingsBoard, at: At) -> Desk<'d> {
        Desk {
            plan: &self.today.plan,
            records: &self.records,
            board,
            fresh: at.fresh,
        }
    }

    /// Does a deed on the board; gives what it changed.
    pub(in crate::app) fn do_on_board(
        &mut self,
        at: At,
        board: &FindingsBoard,
        deed: &FindingDeed,
        reply: &mut Reply,
    ) -> Result<Vec<FindingChange>, Refused> {
        let changes = self.desk(board, at).changes(deed)?;
        let did = Did::of(deed, &changes, board);
        let touched = changes.iter().cloned().map(Touch::from).collect();
        let done = Done {
            deed: Deed::Finding(did),
            touched,
            course: None,
        };
        self.perform(at, done, reply);
        if matches!(deed, FindingDeed::Step { .. }) {
            self.history.join_last_step();
        }
        let notice = if let Some(lacking) = self.lacking(deed, &changes) {
            lacking
        } else if Did::takes_agreement_back(&changes) && did.is_silent_on_agreement() {
            FindingsNotice::DidAndDisagreed(did, self.named(deed, &changes))
        } else if let Some(named) = self.named(deed, &changes) {
            FindingsNotice::DidTo(did, named)
        } else {
            FindingsNotice::Did(did)
        };
        reply.say(Notice::Findings(notice));
        Ok(changes)
    }

    /// The finding or claim that a deed was about, as it is told of once the deed is done.
    fn named(&self, deed: &FindingDeed, changes: &[FindingChange]) -> Option<Named> {
        let id = subject_of(deed, changes)?;
        let change = changes.iter().find(|change| change.id == id);
        let board = self.findings_board();
        let gone = change.and_then(|change| change.before.as_ref());
        let finding = board.get(id).map(|on_board| &on_board.finding).or(gone)?;
        let plan = &self.today.plan;
        let list = finding.list().and_then(|list| plan.rules.findings.get(list));
        Some(Named {
            number: board.number_of(plan, id),
            list: list.map_or_else(String::new, |list| list.title.clone()),
            words: finding.statement.clone(),
        })
    }

    /// What a finding lacks that was agreed just now, if it lacks anything.
    fn lacking(&self, deed: &FindingDeed, changes: &[FindingChange]) -> Option<FindingsNotice> {
        let after = changes.first()?.after.as_ref();
        let finding = after.filter(|_| matches!(deed, FindingDeed::Agree { agreed: true, .. }))?;
        let list = self.today.plan.rules.findings.get(finding.list()?);
        let fields = list.map_or(&[][..], |list| &list.fields).iter();
        let blank = fields.filter(|field| field.required && finding.field(&field.id).is_empty());
        let mut fields: Vec<String> = blank.map(|field| field.title.clone()).collect();
        let scale = list.and_then(|list| list.lacks_level(&self.today.plan.rules, finding));
        fields.extend(scale.map(str::to_owned));
        let notes = finding.evidence.is_empty();
        (notes || !fields.is_empty()).then_some(FindingsNotice::AgreedLacking { fields, notes })
    }

    /// Undoes the last deed if it was done on the board.
    pub(in crate::app) fn undo_on_board(&mut self, at: At, reply: &mut Reply) {
        match self.history.last_done() {
            Some(Deed::Finding(_)) => self.undo(at, reply),
            _ => reply.say(Notice::NothingToUndo),
        }
    }

    /// Does again what was undone last if it was done on the board.
    pub(in crate::app) fn redo_on_board(&mut self, at: At, reply: &mut Reply) {
        match self.history.last_undone() {
            Some(Deed::Finding(_)) => self.redo(at, reply),
            _ => reply.say(Notice::NothingToRedo),
        }
    }
}
