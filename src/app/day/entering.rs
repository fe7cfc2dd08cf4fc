//! Enter: the line becomes a note, or a new edition of one.

use super::{
    Day, Mine, Reply,
    history::{Done, NoteTouch, Touch, forget_unless_kept},
    their_words::with_their_words,
};
use crate::{
    app::{
        capture::{Edit, Original, Purpose, Started},
        message::{At, Effect},
        notes_page::NotesNotice,
        notice::{Deed, Notice, TypedNotice},
    },
    domain::{
        ids::{PersonId, RecordId},
        jotted::is_taken_in,
        note::{Label, Note},
        signs::{self, Line},
    },
};

impl Day {
    /// Saves the line; an empty one does nothing.
    pub(super) fn enter(&mut self, at: At, reply: &mut Reply) {
        let Some(started) = self.capture.started().cloned() else {
            return;
        };
        let typed = self.capture.text();
        let line = self.read(&typed);
        match &started.purpose {
            Purpose::New => self.enter_new(at, &started, line, reply),
            Purpose::Revive(original) => self.enter_revived(at, &started, original, line, reply),
            Purpose::Edit(original) => self.enter_edit(at, &started, original, (&typed, line), reply),
        }
    }

    fn enter_new(&mut self, at: At, started: &Started, line: Line, reply: &mut Reply) {
        if line.text.trim().is_empty() {
            return reply.say(Notice::NoWords);
        }
        let private = line.private;
        let unnamed = signs::unnamed(&line, &self.today.plan.people);
        let note = self.note_of(started, line);
        let place = note.place.name().to_string();
        let deed = Deed::Noted(note.kind);
        let touch = NoteTouch {
            note: started.note,
            private,
            before: None,
            after: Some(note),
            erase: false,
        };
        self.commit_line(
            at,
            Done {
                deed,
                touched: vec![touch.into()],
                course: None,
            },
            started.note,
            reply,
        );
        if let Some(unnamed) = unnamed.filter(|unnamed| !unnamed.short.is_empty()) {
            reply.say(Notice::Typed(TypedNotice::OwnWords(unnamed.short)));
        } else if self.day_to_come(at.now).is_some() {
            reply.say(Notice::NotedBefore(place));
        }
    }

    fn enter_revived(
        &mut self,
        at: At,
        started: &Started,
        original: &Original,
        line: Line,
        reply: &mut Reply,
    ) {
        if line.text.trim().is_empty() {
            self.capture.clear();
            reply.effects.push(Effect::ForgetDraft(started.note));
            return reply.say(Notice::NoteDeleted);
        }
        // Revived in the other file, its struck-out edition in this one keeps no words.
        let private = line.private;
        let moved = private != original.private;
        let note = self.note_of(started, line);
        let deed = Deed::Noted(note.kind);
        let mut touched = vec![
            NoteTouch {
                note: started.note,
                private,
                before: None,
                after: Some(note),
                erase: false,
            }
            .into(),
        ];
        if moved {
            let erased = NoteTouch {
                note: started.note,
                private: original.private,
                before: None,
                after: None,
                erase: true,
            };
            touched.push(erased.into());
        }
        self.commit_line(
            at,
            Done {
                deed,
                touched,
                course: None,
            },
            started.note,
            reply,
        );
    }

    fn enter_edit(
        &mut self,
        at: At,
        started: &Started,
        original: &Original,
        (typed, line): (&str, Line),
        reply: &mut Reply,
    ) {
        if self.overtaken(started.note, original).is_some() {
            return if typed == original.line {
                self.close_line(reply);
            } else {
                self.begin_anew(at, (started, typed), reply);
            };
        }
        if line.text.trim().is_empty() {
            return self.strike_out(at, started, original, reply);
        }
        let private = line.private;
        let note = if typed == original.line {
            Note {
                place: started.place.clone(),
                ..original.note.clone()
            }
        } else {
            let of_theirs = is_taken_in(started.note, &original.note);
            with_their_words(original, of_theirs, self.note_of(started, line))
        };
        if note == original.note && private == original.private {
            return self.close_line(reply);
        }
        let own_placing = if private == original.private {
            let moved = !private && note.place != original.note.place;
            moved.then(|| self.as_written(at.now, started.note)).flatten()
        } else {
            self.without_placing(started.note)
        };
        let mut touched = rewritten(started.note, original, note, private);
        touched.extend(own_placing);
        let done = Done {
            deed: Deed::Changed,
            touched,
            course: None,
        };
        self.commit_line(at, done, started.note, reply);
    }

    /// The note under edit was emptied: it is deleted.
    fn strike_out(&mut self, at: At, started: &Started, original: &Original, reply: &mut Reply) {
        let touch = NoteTouch {
            note: started.note,
            private: original.private,
            before: Some(original.note.clone()),
            after: None,
            erase: original.private,
        };
        let done = Done {
            deed: Deed::Deleted,
            touched: vec![touch.into()],
            course: None,
        };
        self.commit_line(at, done, started.note, reply);
        reply.say(Notice::NoteDeleted);
    }

    /// Performs what the line meant and empties it. Until the disk confirms it, the journal keeps the note as a line.
    fn commit_line(&mut self, at: At, done: Done, line: RecordId, reply: &mut Reply) {
        self.capture.clear();
        self.perform(at, done, reply);
        forget_unless_kept(line, reply);
    }

    /// The note that a line makes.
    fn note_of(&mut self, started: &Started, line: Line) -> Note {
        let (when, typed_by) = match &started.purpose {
            Purpose::New => (started.begun, self.person_label(&self.me.person.clone())),
            Purpose::Edit(original) | Purpose::Revive(original) => {
                (original.note.when, original.note.typed_by.clone())
            }
        };
        if line.by.is_some() {
            self.me.last_by.clone_from(&line.by);
        }
        let by = line
            .by
            .map_or_else(|| self.unnamed(started, &typed_by), |by| self.person_label(&by));
        let text = line.text.trim_end().to_string();
        Note {
            when,
            by,
            typed_by,
            place: started.place.clone(),
            kind: line.kind,
            important: line.important,
            tags: signs::tags(&text, &self.plan.rules.tag_words),
            text,
        }
    }

    /// Whose words a line is that names nobody: the typist's, or still those of somebody who is no longer on the plan
    /// and so can't be named in a line.
    fn unnamed(&self, started: &Started, typed_by: &Label<PersonId>) -> Label<PersonId> {
        match &started.purpose {
            Purpose::Edit(original) | Purpose::Revive(original)
                if self.today.plan.person(&original.note.by.id).is_none() =>
            {
                original.note.by.clone()
            }
            _ => typed_by.clone(),
        }
    }

    pub(super) fn person_label(&self, id: &PersonId) -> Label<PersonId> {
        let name = self
            .today
            .plan
            .person(id)
            .map_or(id.as_str(), |person| &person.name);
        Label::new(id.clone(), name)
    }

    /// Leaves a note under edit as it was. A new draft is never discarded.
    pub(super) fn leave_edit(&mut self, reply: &mut Reply) {
        if matches!(
            self.capture.started().map(|started| &started.purpose),
            Some(Purpose::Edit(_))
        ) {
            self.close_line(reply);
            reply.say(Notice::LeftAsItWas);
        }
    }

    /// Deletes the note that is in the line to be changed.
    pub(super) fn delete_note(&mut self, at: At, reply: &mut Reply) {
        let under_edit = matches!(
            self.capture.started().map(|started| &started.purpose),
            Some(Purpose::Edit(_))
        );
        if !under_edit {
            return reply.say(Notice::NothingToDelete);
        }
        self.capture.edit(Edit::SelectAll);
        self.capture.edit(Edit::Backspace);
        self.enter(at, reply);
    }

    fn close_line(&mut self, reply: &mut Reply) {
        if let Some(note) = self.capture.started().map(|started| started.note) {
            self.forget_line(note, reply);
        }
        self.capture.clear();
    }

    /// Opens the own note before or after the one in the line; a changed one is saved first.
    pub(super) fn open_neighbour(&mut self, at: At, earlier: bool, reply: &mut Reply) {
        let open = self.capture.started().map(|started| started.note);
        let here = open.and_then(|open| self.board.mine.iter().position(|mine| mine.note == open));
        let wanted = match (here, earlier) {
            (Some(here), true) => here.checked_sub(1),
            (Some(here), false) => Some(here + 1),
            (None, true) => self.board.mine.len().checked_sub(1),
            (None, false) => return,
        };
        let Some(wanted) = wanted else {
            return reply.say(self.no_earlier_note());
        };
        let wanted = self.board.mine.get(wanted).copied();
        if self.read_only.is_some() {
            return reply.say(Notice::ReadOnly);
        }
        if open.is_some() {
            self.enter(at, reply);
        }
        if let Some(mine) = wanted {
            self.open_note(mine);
        }
    }

    /// Puts a note of one's own into the line, to be changed, where Up would come to it; or says why not.
    pub(in crate::app) fn change_note(&mut self, at: At, mine: Mine) -> Result<Reply, Notice> {
        if self.read_only.is_some() {
            return Err(Notice::ReadOnly);
        }
        if !self.is_own(mine) {
            return Err(Notice::NotesPage(NotesNotice::NotYours));
        }
        if !self.may_walk_notes() {
            return Err(Notice::NotesPage(NotesNotice::LineOpen));
        }
        let mut reply = Reply::default();
        if self.capture.started().is_some() {
            self.enter(at, &mut reply);
        }
        self.open_note(mine);
        Ok(reply)
    }

    fn no_earlier_note(&self) -> Notice {
        let mut notes = self.records.notes.live();
        let earlier =
            notes.find(|note| note.writer != self.me.writer && note.body.typed_by.id == self.me.person);
        if let Some(note) = earlier {
            if self.me.formerly.contains(&note.writer) {
                return Notice::NotesOfBefore;
            }
            Notice::NotesOfElsewhere
        } else {
            Notice::NoEarlierNote
        }
    }

    /// Puts a note into the line, to be changed.
    fn open_note(&mut self, mine: Mine) {
        let Some(record) = self
            .note_as_written(mine)
            .filter(|record| !record.deleted)
            .cloned()
        else {
            return;
        };
        let line = self.line_of(&record.body, mine.private);
        let note = record.body;
        let (begun, place) = (note.when, note.place.clone());
        let original = Original {
            note,
            rev: record.rev,
            private: mine.private,
            line: line.clone(),
        };
        let purpose = Purpose::Edit(Box::new(original));
        self.capture.open(
            Started {
                note: mine.note,
                begun,
                place,
                purpose,
            },
            &line,
        );
    }
}

/// What a note touches that became `note` in the line: one file, or both if it moves from one to the other.
fn rewritten(id: RecordId, original: &Original, note: Note, private: bool) -> Vec<Touch> {
    let before = Some(original.note.clone());
    if private == original.private {
        let touch = NoteTouch {
            note: id,
            private,
            before,
            after: Some(note),
            erase: false,
        };
        return vec![touch.into()];
    }
    let comes = NoteTouch {
        note: id,
        private,
        before: None,
        after: Some(note),
        erase: true,
    };
    let goes = NoteTouch {
        note: id,
        private: original.private,
        before,
        after: None,
        erase: true,
    };
    vec![comes.into(), goes.into()]
}
