//! Undo and redo on the page: the cursor stands on what came back.

use super::{FindingsPage, Spot};
use crate::{
    app::{
        day::{Day, Reply},
        message::At,
        plan_page::PageReply,
    },
    domain::{
        finding::FindingKind,
        findings_board::{FindingsBoard, Use},
    },
};

impl FindingsPage {
    /// Undoes the last deed here, or does again what was undone.
    pub(super) fn undo(&mut self, at: At, day: &mut Day, back: bool, reply: &mut PageReply) {
        let mut done = Reply::default();
        if back {
            day.undo_on_board(at, &mut done);
        } else {
            day.redo_on_board(at, &mut done);
        }
        reply.effects.extend(done.effects);
        reply.notice = done.notice;
        let before = self.board.clone();
        self.look(day);
        self.stand_on_what_came_back(&before);
    }

    /// Puts the cursor on a finding or claim that is on the board again or says something else now, and among the notes
    /// on the first one that is free again.
    fn stand_on_what_came_back(&mut self, before: &FindingsBoard) {
        let is_loose = |board: &FindingsBoard, note| board.use_of(note) == Some(&Use::Loose);
        let freed = self.notes.iter().copied();
        let mut freed = freed.filter(|note| is_loose(&self.board, *note) && !is_loose(before, *note));
        let freed = freed.next();
        let on_board = || self.board.findings().chain(self.board.claims());
        let is_new = |id| before.get(id).is_none();
        let differs = |id| before.get(id) != self.board.get(id);
        let new = on_board().find(|on_board| is_new(on_board.id));
        let found = new.or_else(|| on_board().find(|on_board| differs(on_board.id)));
        let spot = found.map(|on_board| match on_board.finding.kind {
            FindingKind::Claim(_) => Spot::Claim(on_board.id),
            _ => Spot::Finding(on_board.id),
        });
        if let Some(note) = freed {
            self.note = Some(note);
            self.nth_note = self.place();
        }
        let is_elsewhere = |spot: &Spot| spot.finding().is_none() || spot.finding() != self.spot.finding();
        if let Some(spot) = spot.filter(is_elsewhere) {
            self.spot = spot;
        }
    }
}
