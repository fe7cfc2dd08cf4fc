//! The line in progress is discarded so that none of its words stay on this laptop.

use super::{
    Day, Reply,
    history::{Done, NoteTouch},
};
use crate::app::{
    capture::{Capture, Purpose},
    message::{At, Effect},
    notice::Deed,
};

impl Day {
    /// Discards the open line: what was typed, cut and undone in it is no more, here and in the journal. A note that was
    /// under edit stays as it was saved; one whose saving was undone keeps no words where it is struck out.
    pub(in crate::app) fn discard_line(&mut self, at: At) -> Vec<Effect> {
        let started = std::mem::take(&mut self.capture).started().cloned();
        self.capture = Capture::default();
        let Some(started) = started else {
            return Vec::new();
        };
        let mut reply = Reply::default();
        self.history.forget_words_of(started.note);
        if let Purpose::Revive(original) = &started.purpose {
            let erased = NoteTouch {
                note: started.note,
                private: original.private,
                before: None,
                after: None,
                erase: true,
            };
            let done = Done {
                deed: Deed::Deleted,
                touched: vec![erased.into()],
                course: None,
            };
            self.write(at, &done, true, &mut reply);
        }
        reply.effects.push(Effect::EraseDraft(started.note));
        let entered = self.saving.waiting_line(started.note);
        let stands = matches!(started.purpose, Purpose::Edit(_));
        let kept = entered.filter(|_| stands).cloned().map(Effect::KeepDraft);
        reply.effects.extend(kept);
        reply.effects
    }
}
