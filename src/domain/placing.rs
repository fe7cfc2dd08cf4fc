//! Where somebody puts a note, and what they tag it with, without touching the note: its words, and where its writer put
//! it, stay in its writer's file.
//!
//! There is one record of it for each note, with one edition for each writer, so it is joined like every other record.
//! An edition says no more than what its writer wants: a place, or none; tags put on, and tags taken away. A deleted
//! edition wants nothing.
//!
//! What one sees is worked out of all editions that stand, in this order: those of the person who looks, the last one
//! first; then those of others, the higher `rev` first, and then the greater writer id. The first that wants a place
//! gives it, and the first that speaks of a tag says whether it is there. So whoever placed a note sees it there, and all
//! others see the same.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    ids::{PersonId, RecordId},
    note::{Label, Note, NotePlace},
    record::{Editions, Record, Shelf},
    stamp::Stamp,
};

/// What one person wants of where a note stands, and of its tags.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placing {
    /// When.
    pub at: Stamp,
    /// Who.
    pub by: Label<PersonId>,
    /// The note.
    pub note: RecordId,
    /// Where it belongs; `None` if that is left to others.
    pub place: Option<Where>,
    /// Tags put on, in order.
    pub tags: Vec<String>,
    /// Tags taken away, in order.
    pub without: Vec<String>,
}

/// Where a note is put.
#[expect(clippy::large_enum_variant, reason = "nearly every placing has a place")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// Where its writer put it, whatever others want.
    AsWritten,
    /// At this place.
    At(NotePlace),
}

impl Placing {
    /// The id of the record that says where `note` is put: the same on every machine.
    #[must_use]
    pub fn id_of(note: RecordId) -> RecordId {
        RecordId(Uuid::new_v5(&note.0, b"placed"))
    }

    /// What `by` wants of `note` before they want anything.
    #[must_use]
    pub fn nothing(note: RecordId, by: Label<PersonId>, at: Stamp) -> Self {
        Self {
            at,
            by,
            note,
            place: None,
            tags: Vec::new(),
            without: Vec::new(),
        }
    }

    /// Whether it leaves everything to others.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.place.is_none() && self.tags.is_empty() && self.without.is_empty()
    }

    /// The same with this tag put on, or taken away.
    #[must_use]
    pub fn tagged(mut self, tag: &str, on: bool) -> Self {
        for (list, wanted) in [(&mut self.tags, on), (&mut self.without, !on)] {
            list.retain(|known| known != tag);
            if wanted {
                list.push(tag.to_owned());
                list.sort_unstable();
            }
        }
        self
    }

    /// The place of the day at which it puts the note.
    #[must_use]
    pub fn at_place(&self) -> Option<&NotePlace> {
        match &self.place {
            Some(Where::At(place)) => Some(place),
            Some(Where::AsWritten) | None => None,
        }
    }

    /// What it says of a tag, if it speaks of it.
    fn says_of(&self, tag: &str) -> Option<bool> {
        let names = |list: &[String]| list.iter().any(|known| known == tag);
        if names(&self.tags) {
            return Some(true);
        }
        names(&self.without).then_some(false)
    }
}

/// A note that stands elsewhere than its writer put it, or has other tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The note, with the place and the tags that are seen. Everything else is its writer's.
    pub note: Record<Note>,
    /// Who put it there; `None` if it is where its writer put it.
    pub placed_by: Option<Label<PersonId>>,
    /// Who put tags on it that its writer did not, by tag.
    pub tagged_by: Vec<(String, Label<PersonId>)>,
    /// Who took tags of its writer away, by tag.
    pub untagged_by: Vec<(String, Label<PersonId>)>,
}

impl Placed {
    /// How `viewer` sees `note`, of which these editions of a placing are known; `None` if as it was written.
    fn of(note: &Record<Note>, editions: &Editions<Placing>, viewer: Option<&PersonId>) -> Option<Self> {
        let mut standing: Vec<&Record<Placing>> =
            editions.iter().filter(|edition| !edition.deleted).collect();
        standing.sort_by_key(|edition| {
            let own = viewer == Some(&edition.body.by.id);
            std::cmp::Reverse((own, edition.rev, edition.writer))
        });
        let mut placed = Self {
            note: note.clone(),
            placed_by: None,
            tagged_by: Vec::new(),
            untagged_by: Vec::new(),
        };
        let wants = |edition: &&Record<Placing>| Some((edition.body.place.clone()?, edition.body.by.clone()));
        if let Some((Where::At(place), by)) = standing.iter().find_map(wants)
            && place != note.body.place
        {
            placed.note.body.place = place;
            placed.placed_by = Some(by);
        }
        placed.tag(&standing);
        let differs = placed.placed_by.is_some() || placed.note.body.tags != note.body.tags;
        differs.then_some(placed)
    }

    fn tag(&mut self, standing: &[&Record<Placing>]) {
        let said = standing
            .iter()
            .flat_map(|edition| edition.body.tags.iter().chain(&edition.body.without));
        let mut spoken_of: Vec<&String> = said.collect();
        spoken_of.sort_unstable();
        spoken_of.dedup();
        for tag in spoken_of {
            let first = standing
                .iter()
                .find_map(|edition| Some((edition.body.says_of(tag)?, &edition.body.by)));
            let has = self.note.body.tags.contains(tag);
            match first {
                Some((true, by)) if !has => {
                    self.note.body.tags.push(tag.clone());
                    self.tagged_by.push((tag.clone(), by.clone()));
                }
                Some((false, by)) if has => {
                    self.note.body.tags.retain(|known| known != tag);
                    self.untagged_by.push((tag.clone(), by.clone()));
                }
                _ => {}
            }
        }
    }
}

/// The notes that somebody sees otherwise than they were written. It follows from the records and from who looks, so
/// two of them never differ where those do not.
#[derive(Debug, Clone, Default)]
pub struct View {
    viewer: Option<PersonId>,
    placed: BTreeMap<RecordId, Placed>,
}

impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for View {}

impl View {
    /// How this person sees the notes; without anybody, as whoever placed none of them sees them.
    #[must_use]
    pub fn of(viewer: Option<PersonId>, notes: &Shelf<Note>, placings: &Shelf<Placing>) -> Self {
        let mut view = Self {
            viewer,
            placed: BTreeMap::new(),
        };
        view.look(notes, placings);
        view
    }

    /// Works out anew how all notes are seen.
    pub fn look(&mut self, notes: &Shelf<Note>, placings: &Shelf<Placing>) {
        self.placed.clear();
        for placing in placings.all() {
            self.look_at(placing.body.note, notes, placings);
        }
    }

    /// Works out anew how one note is seen.
    pub fn look_at(&mut self, note: RecordId, notes: &Shelf<Note>, placings: &Shelf<Placing>) {
        let known = notes.get(note).zip(placings.editions(Placing::id_of(note)));
        let placed = known.and_then(|(note, editions)| Placed::of(note, editions, self.viewer.as_ref()));
        match placed {
            Some(placed) => self.placed.insert(note, placed),
            None => self.placed.remove(&note),
        };
    }

    /// A note that is seen otherwise than it was written.
    #[must_use]
    pub fn get(&self, note: RecordId) -> Option<&Placed> {
        self.placed.get(&note)
    }
}

#[cfg(test)]
mod tests;
