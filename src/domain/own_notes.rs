//! A person's own notes: those they typed, those that others typed for them, and those that stay with them.

use super::{
    ids::PersonId,
    note::{Note, sort_by_time},
    record::{Record, Shelf},
};

/// The notes that `person` typed or said, in order of time.
#[must_use]
pub fn shared<'a>(person: &PersonId, notes: impl Iterator<Item = &'a Record<Note>>) -> Vec<&'a Record<Note>> {
    let is_own = |note: &&Record<Note>| note.body.by.id == *person || note.body.typed_by.id == *person;
    sorted(notes.filter(is_own).collect())
}

/// The private notes that `person` typed, in order of time; somebody else of this machine may have some as well.
#[must_use]
pub fn private<'a>(person: &PersonId, notes: &'a Shelf<Note>) -> Vec<&'a Record<Note>> {
    let is_own = |note: &&Record<Note>| note.body.typed_by.id == *person;
    sorted(notes.live().filter(is_own).collect())
}

fn sorted(mut notes: Vec<&Record<Note>>) -> Vec<&Record<Note>> {
    sort_by_time(&mut notes);
    notes
}
