//! A colleague's notes that were mailed as prose go into one's own file, under their name.

use std::collections::BTreeSet;

use super::{
    Day, Reply,
    history::{Done, NoteTouch, Touch},
};
use crate::{
    app::{
        message::At,
        notice::{Deed, Notice},
        taking_in::NotesTaken,
    },
    domain::{
        clock_offset::ClockOffsets,
        compared::Column,
        jotted::{WrittenIn, is_in_tray},
        note::Note,
        record::Record,
    },
};

impl Day {
    /// Takes in the notes of `whose` and saves them; those that came in by another way meanwhile are left out.
    pub(in crate::app) fn write_in(&mut self, at: At, whose: String, written: &WrittenIn) -> Reply {
        let mut reply = Reply::default();
        if !self.may_write(&mut reply) {
            return reply;
        }
        let is_new = |note: &&Record<Note>| {
            let known = self.records.notes.get(note.id);
            let was_struck = |known: &Record<Note>| known.deleted && known.rev < note.rev;
            known.is_none_or(was_struck) && self.private.get(note.id).is_none()
        };
        let notes: Vec<&Record<Note>> = written.new_notes().filter(is_new).collect();
        let tray = notes.iter().filter(|note| is_in_tray(&note.body.place)).count();
        let touch = |note: &&Record<Note>| -> Touch {
            NoteTouch {
                note: note.id,
                private: false,
                before: None,
                after: Some(note.body.clone()),
                erase: false,
            }
            .into()
        };
        let touched: Vec<Touch> = notes.iter().map(touch).collect();
        let count = touched.len();
        if count == 0 {
            reply.say(Notice::NotesTaken(NotesTaken::NothingNew));
            return reply;
        }
        let done = Done {
            deed: Deed::TookIn(count),
            touched,
            course: None,
        };
        self.perform(at, done, &mut reply);
        reply.say(Notice::NotesTaken(NotesTaken::Prose {
            whose,
            notes: count,
            tray,
        }));
        reply
    }

    /// By how many minutes the clocks differ of those whose notes are in a column, each once.
    #[must_use]
    pub fn clocks_of(&self, column: &Column) -> Vec<i64> {
        let minutes = column.writers.iter().map(|writer| self.clocks.minutes(*writer));
        let minutes: BTreeSet<i64> = minutes.filter(|minutes| *minutes != 0).collect();
        minutes.into_iter().collect()
    }

    /// From now on times are shown by what is known of clocks.
    pub(in crate::app) fn set_clocks(&mut self, clocks: ClockOffsets) {
        self.clocks = clocks;
        self.refresh_board();
    }
}
