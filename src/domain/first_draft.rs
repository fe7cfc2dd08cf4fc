//! A first draft of the findings: notes brought together by question and kind, in the words of one of them.
//!
//! A note for which no question was chosen goes to the one whose words it has (questions.rs, telling.rs). In which class
//! something was seen says how widely, and never brings notes together: what was seen in one room is of many kinds.

mod questions;
mod telling;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use questions::Questions;

use super::{
    finding_lists::FindingList,
    findings_board::{FindingsBoard, RestsOn, Use},
    ids::{ListId, PromptId, RecordId},
    note::{Note, NoteKind, sort_by_time},
    plan::Plan,
    record::Record,
    records::Records,
};

/// The most findings that are drafted in a list for which the model names no number.
const USUAL: usize = 5;

/// A finding that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The list that it goes into.
    pub list: ListId,
    /// What it says: the words of one of its notes.
    pub statement: String,
    /// The notes it rests on, in order of time; plain facts behind them.
    pub notes: Vec<RecordId>,
}

/// Notes of one kind that speak to one question.
#[derive(Default)]
struct Group<'n> {
    /// Those that were made on it.
    asked: Vec<&'n Record<Note>>,
    /// Those without a question that have its words.
    fitting: Vec<&'n Record<Note>>,
}

impl<'n> Group<'n> {
    fn notes(&self) -> impl Iterator<Item = &'n Record<Note>> {
        self.asked.iter().chain(&self.fitting).copied()
    }

    /// How much it weighs: who saw it, how often, how often as important; then what was seen first.
    fn weight(&self) -> impl Ord + use<> {
        let seen = RestsOn::of(self.notes().map(|note| &note.body)).witnesses.len();
        let important = self.notes().filter(|note| note.body.important).count();
        let first = self.notes().map(|note| note.body.when).min();
        Reverse((seen, self.notes().count(), important, Reverse(first)))
    }

    fn drafted(&self, list: &ListId) -> Drafted {
        let worded = if self.asked.is_empty() {
            &self.fitting
        } else {
            &self.asked
        };
        let mut notes: Vec<&Record<Note>> = self.notes().collect();
        sort_by_time(&mut notes);
        Drafted {
            list: list.clone(),
            statement: words_for(worded.iter().map(|note| &note.body)),
            notes: notes.iter().map(|note| note.id).collect(),
        }
    }
}

/// What a finding is about: a question, answered by notes of one kind.
type About = (NoteKind, PromptId);

/// Brings the notes together that are used for nothing yet and answer one question alike: what most people saw first,
/// until each list has as many findings as the model asks for. What one note alone says is drafted only where a list
/// would otherwise have fewer than the model asks for. The other notes stay as they are.
#[must_use]
pub fn first_draft(plan: &Plan, records: &Records, board: &FindingsBoard) -> Vec<Drafted> {
    let mut loose: Vec<&Record<Note>> = records
        .notes
        .live()
        .filter(|note| board.use_of(note.id) == Some(&Use::Loose))
        .collect();
    sort_by_time(&mut loose);
    let mut groups: Vec<(About, Group<'_>)> = groups(plan, &loose).into_iter().collect();
    groups.sort_by_cached_key(|(_, group)| group.weight());
    let mut rooms: BTreeMap<&ListId, Room> = BTreeMap::new();
    for list in plan.rules.findings.iter() {
        rooms.insert(&list.id, Room::of(list, board.listed(&list.id).count()));
    }
    let mut about = BTreeSet::new();
    let mut drafted: Vec<(PromptId, Drafted)> = Vec::new();
    for ((kind, prompt), group) in groups {
        let Some(list) = plan.rules.findings.taking(kind) else {
            continue;
        };
        let Some(room) = rooms.get_mut(&list.id) else {
            continue;
        };
        if room.takes(group.notes().count()) {
            about.insert(kind);
            drafted.push((prompt, group.drafted(&list.id)));
        }
    }
    file_facts(&loose, &about, &mut drafted);
    drafted.into_iter().map(|(_, drafted)| drafted).collect()
}

/// How many findings a list may still take.
struct Room {
    /// What one note alone says is drafted until there are as many.
    fewest: usize,
    most: usize,
}

impl Room {
    fn of(list: &FindingList, there: usize) -> Self {
        let asked = |number: u32| usize::try_from(number).ok().filter(|number| *number > 0);
        let left = |number: u32| asked(number).unwrap_or(USUAL).saturating_sub(there);
        Self {
            fewest: left(list.asked.0),
            most: left(list.asked.1),
        }
    }

    /// Whether a finding that rests on so many notes goes in; from then on it has its place there.
    fn takes(&mut self, notes: usize) -> bool {
        let left = if notes > 1 { self.most } else { self.fewest };
        if left > 0 {
            self.most = self.most.saturating_sub(1);
            self.fewest = self.fewest.saturating_sub(1);
        }
        left > 0
    }
}

/// Strengths, areas and the like by the question that they answer, or whose words they have.
fn groups<'n>(plan: &Plan, loose: &[&'n Record<Note>]) -> BTreeMap<About, Group<'n>> {
    let questions = Questions::of(plan, loose.iter().map(|note| &note.body));
    let mut groups: BTreeMap<About, Group<'n>> = BTreeMap::new();
    for note in loose {
        let kind = note.body.kind;
        if let Some(prompt) = &note.body.place.prompt {
            let group = groups.entry((kind, prompt.id.clone())).or_default();
            group.asked.push(note);
        } else if kind != NoteKind::Evidence
            && let Some(prompt) = questions.fitting(&note.body)
        {
            let group = groups.entry((kind, prompt.clone())).or_default();
            group.fitting.push(note);
        }
    }
    groups
}

/// Plain facts noted on a question are evidence of what is drafted on it, unless more than one finding is: for which one
/// they speak is for people to say. So it is for a kind of note of which findings are drafted themselves.
fn file_facts(loose: &[&Record<Note>], about: &BTreeSet<NoteKind>, drafted: &mut [(PromptId, Drafted)]) {
    let facts = loose.iter().filter(|note| note.body.kind == NoteKind::Evidence);
    for fact in facts.filter(|_| !about.contains(&NoteKind::Evidence)) {
        let Some(prompt) = &fact.body.place.prompt else {
            continue;
        };
        let mut on_it = drafted.iter_mut().filter(|(about, _)| *about == prompt.id);
        if let (Some((_, only)), None) = (on_it.next(), on_it.next()) {
            only.notes.push(fact.id);
        }
    }
}

/// The words of the note that shares most words with the others, of the earliest such one; on one line. Never anything
/// that nobody wrote.
#[must_use]
pub fn words_for<'n>(notes: impl IntoIterator<Item = &'n Note>) -> String {
    let notes: Vec<(&Note, BTreeSet<String>)> = notes
        .into_iter()
        .map(|note| (note, telling::words(&note.text)))
        .collect();
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

#[cfg(test)]
mod tests;
