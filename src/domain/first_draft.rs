//! A first draft of the findings: notes brought together by question and kind, or by class and kind where none was
//! chosen, in the words of one of them.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    finding_lists::FindingLists,
    findings_board::{FindingsBoard, RestsOn, Use},
    ids::{ListId, PromptId, RecordId},
    note::{Note, NoteKind, sort_by_time},
    record::Record,
    records::Records,
    search::folded,
};

/// The most findings that are drafted in a list for which the model names no number.
const USUAL: usize = 5;
/// Words of fewer letters say nothing of what a note is about.
const SHORTEST_WORD: usize = 4;

/// A finding that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The list that it goes into.
    pub list: ListId,
    /// What it says: the words of one of its notes.
    pub statement: String,
    /// The notes it rests on, in order of time.
    pub notes: Vec<RecordId>,
}

/// What notes are brought together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Matter<'n> {
    /// The question that they answer.
    Question(&'n PromptId),
    /// Without a question, the class, or what was being done; the groups come to one class at different times.
    Place(&'n str),
}

impl<'n> Matter<'n> {
    fn of(note: &'n Note) -> Self {
        match &note.place.prompt {
            Some(prompt) => Self::Question(&prompt.id),
            None => Self::Place(note.place.name()),
        }
    }
}

/// Brings the notes together that are used for nothing yet: those of one kind on one question, or in one class where no
/// question was chosen; what most people saw first, until each list has as many findings as the model asks for. The
/// other notes stay as they are.
#[must_use]
pub fn first_draft(lists: &FindingLists, records: &Records, board: &FindingsBoard) -> Vec<Drafted> {
    let mut notes: Vec<&Record<Note>> = records
        .notes
        .live()
        .filter(|note| board.use_of(note.id) == Some(&Use::Loose))
        .collect();
    sort_by_time(&mut notes);
    let mut groups: BTreeMap<(NoteKind, Matter<'_>), Vec<&Record<Note>>> = BTreeMap::new();
    for note in notes {
        let about = (note.body.kind, Matter::of(&note.body));
        groups.entry(about).or_default().push(note);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_cached_key(|((_, matter), notes)| {
        let seen = RestsOn::of(notes.iter().map(|note| &note.body));
        let first = notes.first().map(|note| note.body.when);
        let on_question = matches!(matter, Matter::Question(_));
        Reverse((seen.witnesses.len(), notes.len(), on_question, Reverse(first)))
    });
    let mut room: BTreeMap<&ListId, usize> = BTreeMap::new();
    for list in lists.iter() {
        let most = usize::try_from(list.asked.1).ok().filter(|most| *most > 0);
        let there = board.listed(&list.id).count();
        room.insert(&list.id, most.unwrap_or(USUAL).saturating_sub(there));
    }
    let mut drafted = Vec::new();
    for ((kind, _), notes) in groups {
        let Some(list) = lists.taking(kind) else { continue };
        let Some(left) = room.get_mut(&list.id).filter(|left| **left > 0) else {
            continue;
        };
        *left -= 1;
        drafted.push(Drafted {
            list: list.id.clone(),
            statement: words_for(notes.iter().map(|note| &note.body)),
            notes: notes.iter().map(|note| note.id).collect(),
        });
    }
    drafted
}

/// The words of the note that shares most words with the others, of the earliest such one; on one line. Never anything
/// that nobody wrote.
#[must_use]
pub fn words_for<'n>(notes: impl IntoIterator<Item = &'n Note>) -> String {
    let notes: Vec<(&Note, BTreeSet<String>)> =
        notes.into_iter().map(|note| (note, words(&note.text))).collect();
    let shared = |at: usize| {
        let others = notes.iter().enumerate().filter(|(other, _)| *other != at);
        others
            .map(|(_, (_, words))| words.intersection(&notes[at].1).count())
            .sum::<usize>()
    };
    let best = (0..notes.len()).max_by_key(|&at| (shared(at), Reverse(at)));
    best.map_or(String::new(), |at| one_line(&notes[at].0.text))
}

/// A text on one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> BTreeSet<String> {
    let folded = folded(text);
    let words = folded.as_str().split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .map(str::to_owned)
        .collect()
}
