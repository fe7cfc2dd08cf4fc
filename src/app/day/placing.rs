//! Notes of others put where they belong, and tags put on any note: in this writer's own file, never in theirs.

use super::{
    Day, Mine, Reply,
    history::{Done, NoteTouch, PlacingTouch, Touch},
};
use crate::{
    app::{
        message::At,
        notice::{Deed, Notice},
        placing::PlacingNotice,
    },
    domain::{
        ids::{PromptId, RecordId},
        note::{Note, NotePlace},
        placing::{Placing, Where},
        prompt::Prompt,
        record::{Editions, Record},
        route::PlaceId,
        stamp::Stamp,
    },
};

impl Day {
    /// Whether somebody put a note elsewhere than its writer did, as it is seen here.
    #[must_use]
    pub(in crate::app) fn is_put_elsewhere(&self, note: RecordId) -> bool {
        let placed = self.records.placed(note);
        placed.is_some_and(|placed| placed.placed_by.is_some())
    }

    /// The questions that notes at a place may answer, whoever goes there.
    #[must_use]
    pub(in crate::app) fn questions_at(&self, note: Mine, place: &PlaceId) -> &[Prompt] {
        let seen = self.note(note).map(|note| &note.body);
        let to = seen.and_then(|seen| self.belongs(seen, place));
        to.map_or(&[], |to| self.questions_of(&to))
    }

    /// What a note says of its place once it belongs at this one. On whose way it was made stays as it is: whose eyes it
    /// is from is no matter of where it belongs.
    fn belongs(&self, note: &Note, place: &PlaceId) -> Option<NotePlace> {
        let to = self.place_for(&note.by.id, place)?;
        let track = note.place.track.clone().or(to.track);
        Some(NotePlace { track, ..to })
    }

    fn questions_of(&self, place: &NotePlace) -> &[Prompt] {
        let track = place.track.as_ref().map(|track| &track.id);
        let slot = self.today.plan.slot(&place.slot.id);
        slot.map_or(&[], |(_, slot)| slot.prompts_of(track))
    }

    /// Puts notes at a place, with a question or with none, as one deed.
    pub(in crate::app) fn put_notes(
        &mut self,
        at: At,
        notes: &[Mine],
        (place, question): (&PlaceId, Option<&PromptId>),
    ) -> Reply {
        let touched = notes
            .iter()
            .map(|mine| self.put(at.now, *mine, place, question))
            .collect();
        let name = self.all_places().into_iter().find(|known| known.id == *place);
        let name = name.map_or_else(String::new, |place| place.words);
        let said = |count| match count {
            0 => PlacingNotice::ThereAlready,
            count => PlacingNotice::Placed(count, name),
        };
        self.place_as_one(at, touched, Deed::Placed, said)
    }

    /// Puts notes back where their writers put them, whoever placed them, as one deed.
    pub(in crate::app) fn put_back(&mut self, at: At, notes: &[Mine]) -> Reply {
        let placed = notes
            .iter()
            .filter(|mine| !mine.private && self.is_put_elsewhere(mine.note));
        let touched = placed
            .map(|mine| self.back(at.now, mine.note).into_iter().collect())
            .collect();
        let said = |count| match count {
            0 => PlacingNotice::AsWrittenAlready,
            count => PlacingNotice::PutBack(count),
        };
        self.place_as_one(at, touched, Deed::Placed, said)
    }

    /// Puts a tag on notes, or takes it away, as one deed.
    pub(in crate::app) fn tag_notes(&mut self, at: At, notes: &[Mine], (tag, on): (&str, bool)) -> Reply {
        let touched = notes
            .iter()
            .filter(|mine| !mine.private)
            .map(|mine| self.tagged(at.now, mine.note, tag, on).into_iter().collect())
            .collect();
        let tag = tag.to_owned();
        let said = |count| PlacingNotice::Tagged { count, tag, on };
        self.place_as_one(at, touched, Deed::Tagged, said)
    }

    /// Whether every one of these notes has a tag, as they are seen here.
    #[must_use]
    pub(in crate::app) fn all_have(&self, notes: &[Mine], tag: &str) -> bool {
        let has = |note: &Record<Note>| note.body.tags.iter().any(|known| known == tag);
        notes.iter().all(|mine| self.note(*mine).is_some_and(has))
    }

    /// Does what touches each of several notes as one deed, and says how many were touched.
    fn place_as_one(
        &mut self,
        at: At,
        mut touched: Vec<Vec<Touch>>,
        deed: fn(usize) -> Deed,
        said: impl FnOnce(usize) -> PlacingNotice,
    ) -> Reply {
        let mut reply = Reply::default();
        if !self.may_write(&mut reply) {
            return reply;
        }
        touched.retain(|of_a_note| !of_a_note.is_empty());
        let count = touched.len();
        if count > 0 {
            let done = Done {
                deed: deed(count),
                touched: touched.into_iter().flatten().collect(),
                course: None,
            };
            self.perform(at, done, &mut reply);
        }
        reply.say(Notice::Placing(said(count)));
        reply
    }

    /// What is touched when a note is put at a place: an own note itself; of another, what is wanted of it here. Nothing
    /// if it stands there.
    pub(super) fn put(
        &self,
        now: Stamp,
        mine: Mine,
        place: &PlaceId,
        question: Option<&PromptId>,
    ) -> Vec<Touch> {
        let Some(seen) = self.note(mine).filter(|note| !note.deleted) else {
            return Vec::new();
        };
        let Some(to) = self.belongs(&seen.body, place) else {
            return Vec::new();
        };
        let asked = self.questions_of(&to);
        let asked = question.and_then(|id| asked.iter().find(|asked| asked.id == *id));
        let to = to.on(asked);
        if seen.body.place == to {
            return Vec::new();
        }
        if !self.is_own(mine) {
            return self.put_at(now, mine.note, to).into_iter().collect();
        }
        let written = self.note_as_written(mine).map(|note| &note.body);
        let moved = written.filter(|note| note.place != to).map(|note| {
            let after = Note {
                place: to.clone(),
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
        });
        let insisted = (!mine.private).then(|| self.as_written(now, mine.note)).flatten();
        moved.into_iter().chain(insisted).collect()
    }

    /// A note of somebody else is put at this place.
    fn put_at(&self, now: Stamp, note: RecordId, to: NotePlace) -> Option<Touch> {
        let written = self.records.notes.get(note)?;
        if written.body.place == to {
            return self.back(now, note);
        }
        self.wanted(now, note, |placing| placing.place = Some(Where::At(to)))
    }

    /// A note is put back where its writer put it; that is said only where somebody else wants it elsewhere.
    fn back(&self, now: Stamp, note: RecordId) -> Option<Touch> {
        let others = self.others_place(note);
        self.wanted(now, note, |placing| {
            placing.place = others.then_some(Where::AsWritten);
        })
    }

    /// Of a note that its writer moves here: that it belongs where it is written, if somebody else wants it elsewhere.
    pub(super) fn as_written(&self, now: Stamp, note: RecordId) -> Option<Touch> {
        self.others_place(note).then(|| self.back(now, note)).flatten()
    }

    /// What becomes of a note that goes to the private ones: nothing is wanted of it in the common file any more.
    pub(super) fn without_placing(&self, note: RecordId) -> Option<Touch> {
        let before = self.own_placing(note)?.clone();
        let touch = PlacingTouch {
            note,
            before: Some(before),
            after: None,
        };
        Some(touch.into())
    }

    /// A tag is put on a note, or taken away; nothing if it is so already.
    fn tagged(&self, now: Stamp, note: RecordId, tag: &str, on: bool) -> Option<Touch> {
        let has = |note: &Record<Note>| note.body.tags.iter().any(|known| known == tag);
        if self.records.note(note).is_none_or(|note| has(note) == on) {
            return None;
        }
        self.wanted(now, note, |placing| {
            *placing = placing.clone().tagged(tag, on);
        })
    }

    /// What this writer wants of a note before and after a change; `None` if it stays the same.
    fn wanted(&self, now: Stamp, note: RecordId, change: impl FnOnce(&mut Placing)) -> Option<Touch> {
        let before = self.own_placing(note).cloned();
        let me = self.person_label(&self.me.person);
        let mut after = before.clone().unwrap_or_else(|| Placing::nothing(note, me, now));
        change(&mut after);
        if before.as_ref() == Some(&after) || (before.is_none() && after.is_nothing()) {
            return None;
        }
        after.at = now;
        let touch = PlacingTouch {
            note,
            before,
            after: Some(after).filter(|after| !after.is_nothing()),
        };
        Some(touch.into())
    }

    /// What this writer wants of a note.
    fn own_placing(&self, note: RecordId) -> Option<&Placing> {
        let editions = self.records.placings.editions(Placing::id_of(note))?;
        let own = editions.by(self.me.writer).filter(|own| !own.deleted);
        own.map(|own| &own.body)
    }

    /// Whether another writer wants a note at a place, if only where it is written.
    fn others_place(&self, note: RecordId) -> bool {
        let me = self.me.writer;
        let editions = self.records.placings.editions(Placing::id_of(note));
        let mut editions = editions.into_iter().flat_map(Editions::iter);
        editions.any(|placing| placing.writer != me && !placing.deleted && placing.body.place.is_some())
    }
}
