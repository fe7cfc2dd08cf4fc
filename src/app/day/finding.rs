//! What is done on the findings board, recorded so that it can be undone.

use super::{
    Day, Reply,
    history::{Done, Touch},
};
use crate::{
    app::{
        findings::{Did, FindingsNotice},
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
        let did = Did::of(deed, &changes);
        let touched = changes.iter().cloned().map(Touch::from).collect();
        let done = Done {
            deed: Deed::Finding(did),
            touched,
            course: None,
        };
        self.perform(at, done, reply);
        reply.say(Notice::Findings(FindingsNotice::Did(did)));
        Ok(changes)
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
