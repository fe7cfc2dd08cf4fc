//! Notes of one kind by the question that they answer, or whose words they have.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{About, Drafted, questions::Questions, words_for};
use crate::domain::{
    finding::FindingKind,
    findings_board::RestsOn,
    note::{Note, NoteKind, sort_by_time},
    record::Record,
};

/// Notes of one kind that speak to one question.
#[derive(Default)]
pub(super) struct Group<'n> {
    /// Those that were made on it.
    asked: Vec<&'n Record<Note>>,
    /// Those without a question, or alone on another one, that have its words.
    fitting: Vec<&'n Record<Note>>,
}

impl<'n> Group<'n> {
    pub(super) fn notes(&self) -> impl Iterator<Item = &'n Record<Note>> {
        self.asked.iter().chain(&self.fitting).copied()
    }

    /// How much it weighs: who saw it, how often, how often as important; then what was seen first.
    pub(super) fn weight(&self) -> impl Ord + use<> {
        let seen = RestsOn::of(self.notes().map(|note| &note.body)).witnesses.len();
        let important = self.notes().filter(|note| note.body.important).count();
        let first = self.notes().map(|note| note.body.when).min();
        Reverse((seen, self.notes().count(), important, Reverse(first)))
    }

    pub(super) fn drafted(&self, kind: FindingKind) -> Drafted {
        let worded = if self.asked.is_empty() {
            &self.fitting
        } else {
            &self.asked
        };
        let mut notes: Vec<&Record<Note>> = self.notes().collect();
        sort_by_time(&mut notes);
        Drafted {
            kind,
            statement: words_for(worded.iter().map(|note| &note.body)),
            notes: notes.iter().map(|note| note.id).collect(),
            against: Vec::new(),
        }
    }
}

/// Strengths, areas and the like by the question that they answer, or whose words they have. Plain facts go by the
/// question on which they were noted, and nowhere else.
pub(super) fn groups<'n>(questions: &Questions, loose: &[&'n Record<Note>]) -> BTreeMap<About, Group<'n>> {
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
    join_lonely(questions, &mut groups);
    groups
}

/// Lets a note that stands alone on its question join others of its kind on the question whose words it has.
fn join_lonely(questions: &Questions, groups: &mut BTreeMap<About, Group<'_>>) {
    let is_lonely =
        |about: &About, group: &Group<'_>| about.0 != NoteKind::Evidence && group.notes().count() == 1;
    let lonely: Vec<About> = groups
        .iter()
        .filter(|(about, group)| is_lonely(about, group))
        .map(|(about, _)| about.clone())
        .collect();
    for about in &lonely {
        let note = groups.get(about).and_then(|group| group.notes().next());
        let Some(note) = note else { continue };
        let other = questions.fitting_elsewhere(&note.body, &about.1);
        let other = other.map(|prompt| (about.0, prompt.clone()));
        // Two that are each alone are of two subjects, for all that anybody can tell.
        if let Some(other) = other.filter(|other| !lonely.contains(other))
            && let Some(group) = groups.get_mut(&other)
        {
            group.fitting.push(note);
            groups.remove(about);
        }
    }
}
