//! The findings that a deed changes, on the side until it is done.

use std::collections::BTreeMap;

use super::{FindingChange, Refused};
use crate::domain::{finding::Finding, findings_board::FindingsBoard, ids::RecordId};

/// The findings as a deed leaves them.
pub(super) struct Sheet<'b> {
    board: &'b FindingsBoard,
    fresh: RecordId,
    begun: u32,
    after: BTreeMap<RecordId, Option<Finding>>,
}

impl<'b> Sheet<'b> {
    pub(super) fn of(board: &'b FindingsBoard, fresh: RecordId) -> Self {
        Self {
            board,
            fresh,
            begun: 0,
            after: BTreeMap::new(),
        }
    }

    /// A finding as the deed leaves it so far.
    pub(super) fn get(&self, id: RecordId) -> Result<Finding, Refused> {
        if let Some(after) = self.after.get(&id) {
            return after.clone().ok_or(Refused::Gone);
        }
        let on_board = self.board.get(id).ok_or(Refused::Gone)?;
        if on_board.worded_apart {
            return Err(Refused::WordedApart);
        }
        Ok(on_board.finding.clone())
    }

    pub(super) fn has(&self, id: RecordId) -> bool {
        match self.after.get(&id) {
            Some(after) => after.is_some(),
            None => self.board.get(id).is_some(),
        }
    }

    pub(super) fn change(&mut self, id: RecordId, change: impl FnOnce(&mut Finding)) -> Result<(), Refused> {
        let mut finding = self.get(id)?;
        change(&mut finding);
        self.after.insert(id, Some(finding));
        Ok(())
    }

    pub(super) fn take_out(&mut self, id: RecordId) -> Result<(), Refused> {
        self.get(id)?;
        self.after.insert(id, None);
        Ok(())
    }

    /// Begins a new finding.
    pub(super) fn begin(&mut self, finding: Finding) -> RecordId {
        self.begun += 1;
        let id = self.fresh.further(self.begun);
        self.begin_as(id, finding);
        id
    }

    pub(super) fn begin_as(&mut self, id: RecordId, finding: Finding) {
        self.after.insert(id, Some(finding));
    }

    /// Everything that is different. What is said in other words, or rests on other notes, is no longer agreed.
    pub(super) fn changes(self) -> Vec<FindingChange> {
        let board = self.board;
        let changes = self.after.into_iter().map(|(id, mut after)| {
            let before = board.get(id).map(|on_board| on_board.finding.clone());
            if let (Some(before), Some(after)) = (&before, &mut after) {
                after.agreed &= after.is_worded_as(before) && after.rests_on_the_same(before);
            }
            FindingChange { id, before, after }
        });
        changes.filter(|change| change.before != change.after).collect()
    }
}
