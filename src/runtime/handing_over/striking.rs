//! Notes that were struck out, on their way: that they were goes along, and no word of them.

use std::collections::BTreeSet;

use crate::{
    domain::{
        hand_over::taken::Brought,
        ids::{PersonId, RecordId, WriterId},
        note::{Label, Note},
        record::Record,
        records::{Entry, Records},
    },
    storage::session_folder::LoadedRecords,
};

/// How many notes are in a hand-over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// Those that stand.
    pub notes: usize,
    /// Those that were struck out.
    pub struck: usize,
}

impl Counted {
    /// Of the notes that go along, by what is known of them: what one person wrote may be struck out by another.
    pub(super) fn of(handed: &Records, known: &Records) -> Self {
        let ids: BTreeSet<RecordId> = handed.notes.all().map(|note| note.id).collect();
        let struck = ids.iter().filter(|id| struck(known, **id).is_some()).count();
        Self {
            notes: ids.len() - struck,
            struck,
        }
    }
}

/// The edition that strikes a note out, if that is what stands of it.
fn struck(known: &Records, id: RecordId) -> Option<&Record<Note>> {
    known.notes.get(id).filter(|note| note.deleted)
}

/// What these writers recorded, but of a note that was struck out only that it was: whoever struck it is named then.
pub(super) fn without_struck_words(
    records: &Records,
    writers: &mut Vec<(WriterId, Label<PersonId>)>,
    loaded: &LoadedRecords,
) -> Records {
    let mut handed = Records::default();
    let mut strikes = Vec::new();
    for entry in records.entries() {
        if !writers.iter().any(|(writer, _)| *writer == entry.writer()) {
            continue;
        }
        match &entry {
            Entry::Note(note) => match struck(&loaded.records, note.id) {
                Some(strike) => strikes.push(strike.clone()),
                None => drop(handed.join(entry)),
            },
            _ => drop(handed.join(entry)),
        }
    }
    let everybody = super::writers_of(loaded);
    for strike in strikes {
        let by = everybody.iter().find(|(writer, _)| *writer == strike.writer);
        let by = by.map_or_else(|| strike.body.by.clone(), |(_, person)| person.clone());
        if !writers.iter().any(|(writer, _)| *writer == strike.writer) {
            writers.push((strike.writer, by));
        }
        handed.join(Entry::Note(strike));
    }
    super::in_order(writers);
    handed
}

/// What came of one writer, counted by what stands once everything is there.
pub(super) fn told(mut brought: Brought, news: &[Entry], then: &Records) -> Brought {
    for entry in news {
        let standing = match entry {
            Entry::Note(note) => then.notes.get(note.id),
            _ => None,
        };
        match standing {
            Some(note) if note.writer != entry.writer() => brought.new_others += 1,
            Some(note) if note.deleted => brought.new_struck += 1,
            Some(_) => brought.new_notes += 1,
            None => brought.new_others += 1,
        }
    }
    brought
}
