//! Typing into the line: everything that changes the text, and what is kept of it.

use super::{Day, Reply};
use crate::{
    app::{
        capture::{Edit, Motion, Purpose, Started},
        message::{At, Effect},
        notice::Notice,
    },
    domain::{draft::Draft, ids::RecordId, note::NoteKind, signs},
};

impl Day {
    /// A character was typed.
    pub(super) fn type_char(&mut self, at: At, typed: char, reply: &mut Reply) {
        let mut text = [0; 4];
        self.put_in(at, typed.encode_utf8(&mut text), reply);
    }

    /// Text was pasted: it is one note however many lines it has.
    pub(super) fn paste(&mut self, at: At, text: &str, reply: &mut Reply) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_end_matches('\n');
        if !text.is_empty() {
            self.put_in(at, text, reply);
        }
    }

    fn put_in(&mut self, at: At, text: &str, reply: &mut Reply) {
        if !self.may_write(reply) {
            return;
        }
        self.leave_their_words(at, reply);
        self.start_draft(at);
        if self.capture.insert(text) {
            self.keep_draft(reply);
        } else {
            self.capture.drop_if_emptied();
            let bytes = self.capture.text().len() + text.len();
            reply.say(Notice::TooLong { bytes });
        }
    }

    /// The text was changed otherwise than by typing.
    pub(super) fn edit(&mut self, at: At, edit: Edit, reply: &mut Reply) {
        if matches!(edit, Edit::NewLine | Edit::Paste) {
            if !self.may_write(reply) {
                return;
            }
            self.leave_their_words(at, reply);
            self.start_draft(at);
        }
        if self.keeps_their_words(edit, reply) {
            return;
        }
        self.capture.edit(edit);
        if !matches!(edit, Edit::Copy | Edit::SelectAll) {
            self.keep_draft(reply);
        }
    }

    /// The cursor was moved; with nothing above or below it, Up and Down walk through the notes.
    pub(super) fn move_cursor(&mut self, at: At, motion: Motion, selecting: bool, reply: &mut Reply) {
        let (row, _) = self.capture.cursor();
        match motion {
            Motion::Up if row == 0 && !selecting && self.may_walk_notes() => {
                self.open_neighbour(at, true, reply);
            }
            Motion::Down if row + 1 == self.capture.lines().len() && !selecting && self.may_walk_notes() => {
                self.open_neighbour(at, false, reply);
            }
            _ => self.capture.move_cursor(motion, selecting),
        }
    }

    /// Whether Up and Down walk through the notes: the line is empty, or holds one of them.
    pub(super) fn may_walk_notes(&self) -> bool {
        match self.capture.started() {
            Some(started) => matches!(started.purpose, Purpose::Edit(_)),
            None => self.capture.is_empty(),
        }
    }

    /// Gives the line its next kind.
    pub(super) fn cycle_kind(&mut self, at: At, reply: &mut Reply) {
        if !self.may_write(reply) {
            return;
        }
        self.start_draft(at);
        let typed = self.capture.text();
        let kind: NoteKind = self.read(&typed).kind;
        let (text, shift) = signs::with_kind(
            &typed,
            kind.next(),
            &self.today.plan.people,
            self.me.last_by.as_ref(),
            &self.me.person,
        );
        let cursor = self.capture.chars_before_cursor().saturating_add_signed(shift);
        self.capture.rewrite(&text, cursor);
        self.keep_draft(reply);
    }

    /// What the line says, signs read.
    #[must_use]
    pub fn read(&self, typed: &str) -> signs::Line {
        signs::read_line(
            typed,
            &self.today.plan.people,
            self.me.last_by.as_ref(),
            &self.me.person,
        )
    }

    /// Notes where the line belongs, at its first key.
    pub(super) fn start_draft(&mut self, at: At) {
        let Some(place) = self.place_now() else { return };
        self.capture.start(|| Started {
            note: at.fresh,
            begun: at.now,
            place,
            purpose: Purpose::New,
        });
    }

    /// Has the line kept in the journal as it is now, or forgotten when it was emptied. A note stands until Enter
    /// deletes it, however empty its line is.
    pub(super) fn keep_draft(&mut self, reply: &mut Reply) {
        self.history.typing_is_last();
        if let Some(emptied) = self.capture.drop_if_emptied() {
            reply.effects.push(Effect::ForgetDraft(emptied));
        } else if let Some(draft) = self.line_to_keep() {
            if draft.text.is_empty() {
                return self.forget_line(draft.note, reply);
            }
            reply.effects.push(Effect::KeepDraft(draft));
        }
    }

    /// The open line as the journal keeps it, with what a start after a death has to know of it.
    pub(super) fn line_to_keep(&self) -> Option<Draft> {
        let mut draft = self.capture.draft()?;
        draft.entered_before = self.entered_before(draft.note).cloned().map(Box::new);
        draft.hidden = self.line_hidden;
        Some(draft)
    }

    /// What was entered for the note under edit and is not on the disk yet. A note whose saving was undone is none.
    fn entered_before(&self, note: RecordId) -> Option<&Draft> {
        let purpose = self.capture.started().map(|started| &started.purpose);
        let edited = matches!(purpose, Some(Purpose::Edit(_)));
        self.saving.waiting_line(note).filter(|_| edited)
    }

    /// Whether the line holds words for `note` that are not entered yet, so that the journal may not let go of them.
    /// Those of a note whose saving was undone are none but in the line.
    pub(super) fn is_being_changed(&self, note: RecordId) -> bool {
        self.capture
            .started()
            .filter(|started| started.note == note)
            .is_some_and(|started| {
                let changed = !self.capture.is_untouched() && !self.capture.is_empty();
                matches!(started.purpose, Purpose::Revive(_)) || changed
            })
    }

    /// Has the open line of `note` forgotten. What was entered before, and is not on the disk yet, is kept on.
    pub(super) fn forget_line(&self, note: RecordId, reply: &mut Reply) {
        reply.effects.push(match self.saving.waiting_line(note) {
            Some(entered) => Effect::KeepDraft(entered.clone()),
            None => Effect::ForgetDraft(note),
        });
    }

    /// Whether notes can be written here; says so if not.
    pub(super) fn may_write(&self, reply: &mut Reply) -> bool {
        let may = self.read_only.is_none() && self.position.is_some();
        if !may {
            reply.say(Notice::ReadOnly);
        }
        may
    }
}
