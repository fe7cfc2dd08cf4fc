//! Which words can join two notes: two that both have, and that few others do.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::{is_theme, words};
use crate::domain::{ids::RecordId, note::Note, record::Record};

/// A word that more than one in so many notes has joins none of them.
const ONE_IN: usize = 8;
/// So many notes may have a word in any session.
const FEW: usize = 4;
/// The most words of one note that are looked at in twos: a note may be as long as a page.
const MOST_WORDS: usize = 24;

/// The words of the notes of a session, by how many of them have each.
pub(super) struct Themes {
    of_notes: BTreeMap<String, usize>,
    most: usize,
}

impl Themes {
    pub(super) fn of<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Self {
        let mut of_notes: BTreeMap<String, usize> = BTreeMap::new();
        let mut count = 0;
        for note in notes {
            count += 1;
            for word in words(&note.text) {
                *of_notes.entry(word).or_default() += 1;
            }
        }
        Self {
            of_notes,
            most: (count / ONE_IN).max(FEW),
        }
    }

    /// Whether notes with this word are about one thing as far as one word can tell: it is no role and no place, and few
    /// notes have it.
    pub(super) fn tells(&self, word: &str) -> bool {
        is_theme(word) && self.of_notes.get(word).is_none_or(|count| *count <= self.most)
    }

    /// The words of a text that tell.
    pub(super) fn told(&self, text: &str) -> BTreeSet<String> {
        let mut told = words(text);
        told.retain(|word| self.tells(word));
        told
    }

    /// Notes that have the same two words, the most first, and not many words beside them; a note stands in one group at
    /// most, and many stand in none. Words of `but` do not count.
    pub(super) fn alike<'n>(
        &self,
        notes: &[&'n Record<Note>],
        but: &BTreeSet<String>,
    ) -> Vec<Vec<&'n Record<Note>>> {
        let told = |note: &&'n Record<Note>| -> Telling<'n> {
            let told = self.told(&note.body.text);
            (note, told.difference(but).cloned().collect())
        };
        let notes: Vec<Telling<'_>> = notes.iter().map(told).collect();
        let mut having: BTreeMap<(&str, &str), Vec<&Telling<'_>>> = BTreeMap::new();
        for note in &notes {
            let words = || note.1.iter().take(MOST_WORDS).map(String::as_str);
            for (nth, word) in words().enumerate() {
                for other in words().skip(nth + 1) {
                    having.entry((word, other)).or_default().push(note);
                }
            }
        }
        let mut having: Vec<Vec<&Telling<'_>>> =
            having.into_values().filter(|alike| alike.len() > 1).collect();
        having.sort_by_key(|alike| std::cmp::Reverse(alike.len()));
        let mut taken: BTreeSet<RecordId> = BTreeSet::new();
        let mut found = Vec::new();
        for mut alike in having {
            alike.retain(|(note, _)| !taken.contains(&note.id));
            saying_little_else(&mut alike);
            if alike.len() > 1 {
                taken.extend(alike.iter().map(|(note, _)| note.id));
                found.push(alike.into_iter().map(|(note, _)| *note).collect());
            }
        }
        found
    }
}

/// A note with the words of it that tell.
type Telling<'n> = (&'n Record<Note>, BTreeSet<String>);

/// Keeps the notes of which all of them share at least half of the words.
fn saying_little_else(alike: &mut Vec<&Telling<'_>>) {
    let Some((first, others)) = alike.split_first() else {
        return;
    };
    let in_all = |word: &&String| others.iter().all(|(_, words)| words.contains(*word));
    let shared = first.1.iter().filter(in_all).count();
    alike.retain(|(_, words)| words.len() <= shared * 2);
}
