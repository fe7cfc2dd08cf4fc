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
    /// The screen is hidden over the open line: should the program die now, the next start asks first whether the line
    /// is discarded.
    pub(in crate::app) fn hide_line(&mut self) -> Vec<Effect> {
        self.line_hidden = self.capture.started().is_some();
        self.keep_line_as_it_is()
    }

    /// Somebody said that the line is kept, after the screen was hidden over it.
    pub(in crate::app) fn bring_line_back(&mut self) -> Vec<Effect> {
        if !std::mem::take(&mut self.line_hidden) {
            return Vec::new();
        }
        self.keep_line_as_it_is()
    }

    fn keep_line_as_it_is(&self) -> Vec<Effect> {
        let draft = self.line_to_keep().filter(|draft| !draft.text.is_empty());
        draft.map(Effect::KeepDraft).into_iter().collect()
    }

    /// Whether it must be asked first if the open line is discarded: the screen was hidden over it.
    pub(in crate::app) fn is_line_hidden(&self) -> bool {
        self.line_hidden
    }

    /// Discards the open line: what was typed, cut and undone in it is no more, here and in the journal. A note that was
    /// under edit stays as it was saved; one whose saving was undone keeps no words where it is struck out.
    pub(in crate::app) fn discard_line(&mut self, at: At) -> Vec<Effect> {
        let started = std::mem::take(&mut self.capture).started().cloned();
        self.capture = Capture::default();
        self.line_hidden = false;
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
