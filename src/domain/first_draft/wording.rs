//! The words of a finding: those of the one of its notes that says most plainly what all of them share.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::telling::{is_theme, words};
use crate::domain::{
    conduct::Conduct,
    note::{Note, NoteKind},
    plan::Plan,
};

/// Plainness is told in so many parts, so that a note is not as plain as another one for want of them.
const PARTS: u64 = 1_000;
/// So many words a note has beside those counted: three words are not plain because they are few.
const USUAL: u64 = 4;
/// What a word counts that tells what a note is about, beside one that names a role or a place.
const THEME: u64 = 3;

/// The words of the note that says most plainly what the others say too, on one line. One without a class, a person or a
/// verdict in it goes before one with them, and one that asks nothing before a question. Never anything that nobody wrote.
#[must_use]
pub fn words_for<'n>(plan: &Plan, notes: impl IntoIterator<Item = &'n Note>) -> String {
    let notes: Vec<&Note> = notes.into_iter().collect();
    match notes.as_slice() {
        [] => String::new(),
        [only] => one_line(&only.text),
        _ => words_on(&Conduct::of(plan), &notes, &BTreeSet::new()),
    }
}

/// The words for a finding on a question; what its own words say counts as if one more note said it.
pub(super) fn words_on(conduct: &Conduct, notes: &[&Note], asked: &BTreeSet<String>) -> String {
    let said: Vec<BTreeSet<String>> = notes.iter().map(|note| words(&note.text)).collect();
    let mut having: BTreeMap<&String, u64> = BTreeMap::new();
    for word in said.iter().flatten().chain(asked) {
        *having.entry(word).or_default() += 1;
    }
    let plain = |at: usize| plainness(&said[at], &having);
    let mut plainest: Vec<usize> = (0..notes.len()).collect();
    plainest.sort_by_cached_key(|&at| (asks(notes[at]), Reverse(plain(at)), at));
    let can_be_handed_on = |at: &&usize| !asks(notes[**at]) && conduct.look_at(&notes[**at].text).is_empty();
    let best = plainest.iter().find(can_be_handed_on).or(plainest.first());
    best.map_or(String::new(), |&at| one_line(&notes[at].text))
}

/// How much of what a note says is said by others as well: a long note has more words that are its own.
fn plainness(said: &BTreeSet<String>, having: &BTreeMap<&String, u64>) -> u64 {
    let others = |word: &String| having.get(word).map_or(0, |count| count - 1);
    let counts = |word: &String| if is_theme(word) { THEME } else { 1 };
    let shared: u64 = said.iter().map(|word| others(word) * counts(word)).sum();
    let length = u64::try_from(said.len()).unwrap_or(u64::MAX);
    shared * shared * PARTS / (length + USUAL)
}

/// A text on one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a note that is not jotted as a question asks something all the same, and not only says what somebody asked.
fn asks(note: &Note) -> bool {
    let closes = |letter: Option<char>| letter.is_some_and(|letter| "'\u{2019}\"\u{201d}".contains(letter));
    let mut letters = note.text.chars().peekable();
    let mut asked = || {
        while let Some(letter) = letters.next() {
            if letter == '?' && !closes(letters.peek().copied()) {
                return true;
            }
        }
        false
    };
    note.kind != NoteKind::Question && asked()
}
