//! What others typed for whoever is here stands until that person strikes it, from their own file.

use super::{
    Day, Reply,
    history::{Done, NoteTouch},
};
use crate::{
    app::{
        capture::{Original, Purpose as LinePurpose, Started},
        message::{At, Effect},
        notice::{Deed, Notice, TypedNotice},
        picker::{Choice, Picker, Purpose, Row},
    },
    domain::{
        ids::RecordId,
        note::{Note, sort_by_time},
        record::Record,
    },
};

impl Day {
    /// The notes in this person's name that somebody else typed, in order of time.
    #[must_use]
    pub fn typed_for_me(&self) -> Vec<&Record<Note>> {
        let me = &self.me.person;
        let is_one = |note: &&Record<Note>| note.body.by.id == *me && note.body.typed_by.id != *me;
        let mut notes: Vec<_> = self.records.notes.live().filter(is_one).collect();
        sort_by_time(&mut notes);
        notes
    }

    /// The list of them, to strike one; nothing if there is none.
    pub(in crate::app) fn list_typed_for_me(&self) -> Option<Picker> {
        let notes = self.typed_for_me();
        let row = |note: &&Record<Note>| {
            let body = &note.body;
            let text = body.text.replace('\n', " / ");
            let words = format!("{} {text}", body.when.hh_mm());
            Row::new(Choice::TypedNote(note.id), words, body.typed_by.words.clone())
        };
        let last = notes.len().checked_sub(1)?;
        Some(Picker::new(
            Purpose::StrikeTyped,
            notes.iter().map(row).collect(),
            last,
        ))
    }

    /// Strikes a note that was typed for this person: a record of its own in this person's file says so.
    pub(in crate::app) fn strike_typed(&mut self, at: At, id: RecordId) -> Reply {
        let mut reply = Reply::default();
        if !self.may_write(&mut reply) {
            return reply;
        }
        let Some(note) = self.typed_for_me().into_iter().find(|note| note.id == id) else {
            reply.say(Notice::Typed(TypedNotice::NoneForMe));
            return reply;
        };
        let (body, typist) = (note.body.clone(), note.body.typed_by.words.clone());
        let touch = NoteTouch {
            note: id,
            private: false,
            before: Some(body),
            after: None,
            erase: false,
        };
        let done = Done {
            deed: Deed::Deleted,
            touched: vec![touch.into()],
            course: None,
        };
        self.perform(at, done, &mut reply);
        reply.say(Notice::Typed(TypedNotice::Struck(typist)));
        reply
    }

    /// Tells whoever typed for somebody that they struck it; `before` are the own notes that stood before.
    pub(super) fn tell_of_struck(&self, before: &[RecordId], reply: &mut Reply) {
        let mut struck = before.iter().filter_map(|id| {
            let note = self.records.notes.get(*id)?;
            (note.deleted && note.writer != self.me.writer).then_some(note)
        });
        if let Some(note) = struck.next() {
            // What came by a hand-over says that it was struck, and nothing of its words.
            let editions = self.records.notes.editions(note.id);
            let typed = editions.and_then(|editions| editions.by(self.me.writer));
            let typed = typed.unwrap_or(note);
            reply.say(Notice::Typed(TypedNotice::StruckByThem {
                by: self.who_wrote(note),
                words: typed.body.text.chars().take(FEW).collect(),
                more: struck.count(),
            }));
        }
    }

    /// The notes of this person that somebody else's edition has struck out.
    pub(super) fn struck_by_others(&self) -> Vec<RecordId> {
        let me = self.me.writer;
        let notes = self.records.notes.by_writer(me);
        let is_struck = |id: &RecordId| {
            let standing = self.records.notes.get(*id);
            standing.is_some_and(|note| note.deleted && note.writer != me)
        };
        notes.map(|note| note.id).filter(is_struck).collect()
    }

    /// Tells that a note which somebody had struck stands again; `before` are those that were struck before.
    pub(super) fn tell_of_standing_again(&self, before: &[RecordId], reply: &mut Reply) {
        let notes = before.iter().filter_map(|id| self.records.notes.get(*id));
        let mut again = notes.filter(|note| !note.deleted && note.writer != self.me.writer);
        if let Some(note) = again.next() {
            reply.say(Notice::Typed(TypedNotice::StandsAgain(self.who_wrote(note))));
        }
    }

    /// Whose edition of the note under edit took the place of the one that was opened, if somebody else's did.
    pub(super) fn overtaken(&self, note: RecordId, original: &Original) -> Option<&Record<Note>> {
        let standing = self.records.notes.get(note)?;
        (!original.private && standing.writer != self.me.writer).then_some(standing)
    }

    /// What was typed into a note that somebody struck meanwhile becomes a new line: theirs stands, and no word is lost.
    pub(super) fn begin_anew(&mut self, at: At, (started, typed): (&Started, &str), reply: &mut Reply) {
        let by = self
            .records
            .notes
            .get(started.note)
            .map(|note| self.who_wrote(note));
        self.capture.clear();
        reply.effects.push(Effect::ForgetDraft(started.note));
        let anew = Started {
            note: at.fresh,
            begun: at.now,
            place: started.place.clone(),
            purpose: LinePurpose::New,
        };
        self.capture.open(anew, typed);
        self.keep_draft(reply);
        reply.say(Notice::Typed(TypedNotice::Overtaken(by.unwrap_or_default())));
    }

    /// The name of who made this edition.
    pub(super) fn who_wrote(&self, note: &Record<Note>) -> String {
        let name = self.name_of(note.writer);
        name.unwrap_or(&note.body.by.words).to_owned()
    }
}

/// Letters of a note that tell which one it is.
const FEW: usize = 24;
