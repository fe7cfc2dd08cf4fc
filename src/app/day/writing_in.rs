//! A colleague's notes that were mailed as prose go into one's own file, under their name.

use std::collections::BTreeSet;

use super::{Day, Reply};
use crate::{
    app::{
        message::{At, Effect},
        notice::Notice,
        taking_in::NotesTaken,
    },
    domain::{
        clock_offset::ClockOffsets,
        ids::GroupId,
        jotted::{WrittenIn, is_in_tray},
        note::Note,
        record::Record,
        records::Entry,
    },
};

impl Day {
    /// Takes in the notes of `whose` and saves them; those that came in by another way meanwhile are left out.
    pub(in crate::app) fn write_in(&mut self, at: At, whose: String, written: &WrittenIn) -> Reply {
        let mut reply = Reply::default();
        if !self.may_write(&mut reply) {
            return reply;
        }
        let notes: Vec<Record<Note>> = written
            .new_notes()
            .filter(|note| self.records.notes.get(note.id).is_none() && self.private.get(note.id).is_none())
            .cloned()
            .collect();
        let tray = notes.iter().filter(|note| is_in_tray(&note.body.place)).count();
        let mut entries = Vec::new();
        for note in notes {
            let note = Record {
                writer: self.me.writer,
                seq: self.me.next_seq,
                edited_at: at.now.max(note.body.when),
                ..note
            };
            self.me.next_seq = self.me.next_seq.saturating_add(1);
            entries.push(Entry::Note(note.clone()));
            self.records.notes.join(note);
        }
        self.refresh_board();
        reply.say(Notice::NotesTaken(if entries.is_empty() {
            NotesTaken::NothingNew
        } else {
            NotesTaken::Prose {
                whose,
                notes: entries.len(),
                tray,
            }
        }));
        if !entries.is_empty() {
            let serial = self.saving.begin(Vec::new());
            reply.effects.push(Effect::Save {
                serial,
                entries,
                private: Vec::new(),
            });
        }
        reply
    }

    /// By how many minutes the clocks differ of those whose notes there are of a group, each once.
    #[must_use]
    pub fn clocks_of(&self, group: Option<&GroupId>) -> Vec<i64> {
        let of_group = |note: &&Record<Note>| {
            let track = note.body.place.track.as_ref();
            track.map(|track| &track.id) == group
        };
        let notes = self.records.notes.live().filter(of_group);
        let minutes: BTreeSet<i64> = notes.map(|note| self.clocks.minutes(note.writer)).collect();
        minutes.into_iter().filter(|minutes| *minutes != 0).collect()
    }

    /// From now on times are shown by what is known of clocks.
    pub(in crate::app) fn set_clocks(&mut self, clocks: ClockOffsets) {
        self.clocks = clocks;
        self.refresh_board();
    }
}
