//! What messages and actions do on the running day.

use super::{Day, Reply};
use crate::app::{
    capture::Edit,
    message::{Action, At, Effect, Message},
    notice::Notice,
};

impl Day {
    /// What a message does on the running day.
    pub(in crate::app) fn receive(&mut self, at: At, message: Message) -> Reply {
        let mut reply = Reply::default();
        self.settle(at.now, false);
        match message {
            Message::Typed(typed) => self.type_char(at, typed, &mut reply),
            Message::Pasted(text) => self.paste(at, &text, &mut reply),
            Message::Moved(motion, selecting) => self.move_cursor(at, motion, selecting, &mut reply),
            Message::Asked(action) => self.act(at, action, &mut reply),
            Message::Saved { serial, weaker } => {
                let safe = self.saving.confirm(serial, weaker, at.now);
                let safe = safe.into_iter().filter(|note| !self.is_being_changed(*note));
                reply.effects.extend(safe.map(Effect::ForgetDraft));
                self.heal(&mut reply);
            }
            Message::DraftKept(kept) => self.saving.draft_unkept = !kept,
            Message::NotSaved(fault) => {
                self.saving.fault = Some(fault);
                reply.effects.extend(self.keep_up_elsewhere());
            }
            Message::PlanSaved { revision } => {
                self.planning.confirm(revision, at.now);
                self.heal(&mut reply);
            }
            Message::PlanNotSaved(fault) => {
                self.planning.fault = Some(fault);
                reply.effects.extend(self.keep_up_elsewhere());
            }
            Message::Found(found) => {
                let (joined, day_changed) = self.join(at, found, &mut reply);
                if joined > 0 && reply.notice.is_none() {
                    reply.say(day_changed.unwrap_or(Notice::Joined(joined)));
                }
            }
            Message::Arrived(arrival) => self.arrived(at, *arrival, &mut reply),
            _ => {}
        }
        reply
    }

    fn act(&mut self, at: At, action: Action, reply: &mut Reply) {
        match action {
            Action::Enter => self.enter(at, reply),
            Action::Save if self.capture.started().is_some() => self.enter(at, reply),
            Action::Save if self.saving.all_saved() => reply.say(Notice::AllSaved(self.saving.saved_at)),
            Action::Save => reply.say(Notice::Saving),
            Action::PutAside => {
                let became = self.others.put_aside();
                reply.say(Notice::Aside(became));
            }
            Action::CycleKind => self.cycle_kind(at, reply),
            Action::NextPrompt => self.choose_prompt(true, reply),
            Action::PreviousPrompt => self.choose_prompt(false, reply),
            Action::TickPrompt => self.tick_prompt(at, reply),
            Action::NextPlace => self.step(at, true, reply),
            Action::PreviousPlace => self.step(at, false, reply),
            Action::FollowPlan => self.follow_plan(at, reply),
            Action::TakeAlong => self.take_along(at, reply),
            Action::EarlierNote => self.open_neighbour(at, true, reply),
            Action::LaterNote => self.open_neighbour(at, false, reply),
            Action::Undo => self.undo_here(at, reply),
            Action::Redo => self.redo_here(at, reply),
            Action::PageUp => self.scroll_lists(true),
            Action::PageDown => self.scroll_lists(false),
            Action::Edit(edit) => self.edit(at, edit, reply),
            Action::TakeHome => self.take_home(reply),
            Action::DeleteNote => self.delete_note(at, reply),
            Action::Close if self.board.shows_gone => self.refresh_board(),
            Action::Close => self.leave_edit(reply),
            _ => {}
        }
    }

    /// With text in the line typing is undone; with an empty one, or one that holds just what an undo brought back, the
    /// last deed of this sitting.
    fn undo_here(&mut self, at: At, reply: &mut Reply) {
        let line_is_free = self.capture.started().is_none() && self.capture.is_empty();
        if self.capture.typing_was_wiped() && self.capture.edit(Edit::Undo) {
            // A line that was just emptied comes back before anything that was saved is undone.
            self.capture.take_up_dropped();
            self.keep_draft(reply);
        } else if line_is_free || self.capture.is_just_brought_back() {
            self.undo_deed(at, reply);
            self.settle(at.now, true);
        } else if self.capture.edit(Edit::Undo) {
            self.keep_draft(reply);
        } else {
            reply.say(Notice::LineNothingToUndo);
        }
    }

    /// The other way round; a note that undo put back into the line, and nobody touched since, is saved again.
    fn redo_here(&mut self, at: At, reply: &mut Reply) {
        let revived = self.capture.is_just_brought_back();
        let line_is_free = self.capture.started().is_none() && self.capture.is_empty();
        if revived || (line_is_free && self.history.undone_last()) {
            self.redo_deed(at, reply);
            self.settle(at.now, true);
        } else if self.capture.edit(Edit::Redo) {
            self.capture.take_up_dropped();
            self.keep_draft(reply);
        } else if line_is_free {
            self.redo_deed(at, reply);
            self.settle(at.now, true);
        } else {
            reply.say(Notice::NothingToRedo);
        }
    }
}
