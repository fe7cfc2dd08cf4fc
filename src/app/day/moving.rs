//! Notes that were filed at a wrong place are put where they belong, all as one deed.

use super::{
    Day, Mine, Reply,
    history::{Done, NoteTouch, Touch},
};
use crate::{
    app::{
        capture,
        message::At,
        moving::Run,
        notes_page::NotesNotice,
        notice::{Deed, Notice},
        picker::{Picker, Purpose},
    },
    domain::{
        course::REGRET_MINUTES,
        note::{Note, NotePlace},
        record::Record,
        route::{PlaceId, StopView},
        stamp::Stamp,
    },
};

impl Day {
    /// Whether notes can be taken along now, back to where the clock had moved on from.
    pub(in crate::app) fn offers_notes(&mut self, at: At) -> bool {
        self.settle(at.now, false);
        self.prompts.offered() > 0
    }

    /// Whether the last move that can be regretted is so recent.
    pub(super) fn is_offered_in_time(&self, now: Stamp) -> bool {
        let moved = self.prompts.moved_by_clock.as_ref();
        moved.is_some_and(|moved| now.minutes_since(moved.at) < REGRET_MINUTES)
    }

    /// Moves the notes on offer to the present place.
    pub(super) fn take_along(&mut self, at: At, reply: &mut Reply) {
        if !self.offers_notes(at) || !self.may_write(reply) {
            return;
        }
        if self.edits_a_note() {
            // The journal keeps one line of a note: what is typed now, not what stood before.
            return reply.say(Notice::NoteUnderEdit);
        }
        let offered = std::mem::take(&mut self.prompts.offered);
        if let Some(place) = self.here().map(|here| self.place_of_stop(&here)) {
            let count = self.file_at(at, &offered, &place, reply);
            reply.say(Notice::TakenAlong(count));
        }
    }

    fn edits_a_note(&self) -> bool {
        let started = self.capture.started();
        started.is_some_and(|started| matches!(started.purpose, capture::Purpose::Edit(_)))
    }

    /// Whether notes can be moved now, or why not.
    pub(in crate::app) fn may_move_notes(&self) -> Result<(), Notice> {
        if self.read_only.is_some() {
            return Err(Notice::ReadOnly);
        }
        if self.edits_a_note() {
            return Err(Notice::NoteUnderEdit);
        }
        Ok(())
    }

    /// Undoes the last deed if notes were moved, placed or tagged by it.
    pub(in crate::app) fn undo_move(&mut self, at: At, reply: &mut Reply) {
        match self.history.last_done() {
            Some(Deed::TookAlong(_) | Deed::Placed(_) | Deed::Tagged(_)) => self.undo(at, reply),
            _ => reply.say(Notice::NotesPage(NotesNotice::UndoOnTheDay)),
        }
    }

    /// Does again what was undone last if notes were moved, placed or tagged by it.
    pub(in crate::app) fn redo_move(&mut self, at: At, reply: &mut Reply) {
        match self.history.last_undone() {
            Some(Deed::TookAlong(_) | Deed::Placed(_) | Deed::Tagged(_)) => self.redo(at, reply),
            _ => reply.say(Notice::NothingToRedo),
        }
    }

    /// This person's notes with the newest ones chosen that were made one after the other at one place; or why there
    /// is nothing to choose.
    pub(in crate::app) fn run_to_move(&self) -> Result<Run, Notice> {
        self.may_move_notes()?;
        let notes: Vec<Mine> = self.board.mine.iter().rev().copied().collect();
        let place = |mine: &Mine| self.note(*mine).map(|note| note.body.place.id());
        let last = notes.first().and_then(place);
        let here = notes.iter().take_while(|mine| place(mine) == last).count();
        Run::of_newest(notes, here).ok_or(Notice::NothingToMove)
    }

    /// The list of places to which notes can be moved; the present one is chosen.
    pub(in crate::app) fn places_to_move_to(&self, notes: Vec<Mine>) -> Picker {
        let here = self.position.map_or(0, |position| position.stop);
        self.places_for(Purpose::MoveNotes(notes), here)
    }

    /// Moves notes to a place on the way of this person's group.
    pub(in crate::app) fn move_notes(&mut self, at: At, notes: &[Mine], place: &PlaceId) -> Reply {
        let mut reply = Reply::default();
        let stop = self.route.position(place).and_then(|stop| self.route.stop(stop));
        let view = stop.and_then(|stop| self.today.plan.view(stop, self.me.group.as_ref()));
        let Some(to) = view.map(|view| self.place_of_stop(&view)) else {
            return reply;
        };
        if !self.may_write(&mut reply) {
            return reply;
        }
        let name = to.name().to_string();
        let said = match self.file_at(at, notes, &to, &mut reply) {
            0 => Notice::NotesAlreadyThere(name),
            count => Notice::NotesMoved(count, name),
        };
        reply.say(said);
        reply
    }

    fn place_of_stop(&self, view: &StopView<'_>) -> NotePlace {
        NotePlace::at(&self.today.plan, view, self.me.group.as_ref())
    }

    /// Files notes at a place as one deed; how many were not there before.
    fn file_at(&mut self, at: At, notes: &[Mine], place: &NotePlace, reply: &mut Reply) -> usize {
        let filed: Vec<Vec<Touch>> = notes
            .iter()
            .map(|mine| self.filed(at.now, *mine, place))
            .filter(|touched| !touched.is_empty())
            .collect();
        let count = filed.len();
        if count > 0 {
            let done = Done {
                deed: Deed::TookAlong(count),
                touched: filed.into_iter().flatten().collect(),
                course: None,
            };
            self.perform(at, done, reply);
        }
        count
    }

    /// What is touched when an own note is filed at `place`; nothing if it is there, or struck out. What it says stays,
    /// and so does its question as long as the row is the same. Where somebody else had put it elsewhere, it is said
    /// that it belongs where it is written.
    pub(super) fn filed(&self, now: Stamp, mine: Mine, place: &NotePlace) -> Vec<Touch> {
        let is_there = |note: &Record<Note>| note.body.place.id() == place.id();
        let seen = self.note(mine).filter(|note| !note.deleted);
        if seen.is_none_or(is_there) {
            return Vec::new();
        }
        let moved = self.note_as_written(mine).filter(|note| !is_there(note));
        let moved = moved.map(|note| Self::moved(mine, &note.body, place));
        let insisted = (!mine.private).then(|| self.as_written(now, mine.note)).flatten();
        moved.into_iter().chain(insisted).collect()
    }

    /// A note before and after it is moved.
    fn moved(mine: Mine, note: &Note, place: &NotePlace) -> Touch {
        let same_row = note.place.slot.id == place.slot.id;
        let prompt = note.place.prompt.clone().filter(|_| same_row);
        let after = Note {
            place: NotePlace {
                prompt,
                ..place.clone()
            },
            ..note.clone()
        };
        let touch = NoteTouch {
            note: mine.note,
            private: mine.private,
            before: Some(note.clone()),
            after: Some(after),
            erase: false,
        };
        touch.into()
    }
}
