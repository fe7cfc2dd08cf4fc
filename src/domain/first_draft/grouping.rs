//! Notes of one kind by the question that they answer, or whose words they have.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{About, Drafted, questions::Questions, themes::Themes, wording::words_on};
use crate::domain::{
    conduct::Conduct,
    finding::FindingKind,
    findings_board::RestsOn,
    ids::PromptId,
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
    /// The group, or where its notes say clearly different things, one of each; what then goes with none of them is left
    /// to people. Words of the question tell nothing apart.
    fn parts(self, themes: &Themes, asked: &BTreeSet<String>) -> Vec<Self> {
        let alike = themes.alike(&self.asked, asked);
        let told = |notes: &[&Record<Note>]| -> BTreeSet<String> {
            notes
                .iter()
                .flat_map(|note| themes.told(&note.body.text))
                .collect()
        };
        let said: Vec<BTreeSet<String>> = alike
            .iter()
            .map(|notes| told(notes).difference(asked).cloned().collect())
            .collect();
        let differ = |nth: usize| {
            said.iter()
                .skip(nth + 1)
                .all(|other| other.is_disjoint(&said[nth]))
        };
        if alike.len() < 2 || !(0..said.len()).all(differ) {
            return vec![self];
        }
        let part = |asked| Self {
            asked,
            fitting: Vec::new(),
        };
        alike.into_iter().map(part).collect()
    }

    pub(super) fn notes(&self) -> impl Iterator<Item = &'n Record<Note>> {
        self.asked.iter().chain(&self.fitting).copied()
    }

    /// How much it weighs: who saw it, how often, how often as important, by how many kinds of evidence, and whether it has
    /// words that can be handed on; then what was seen first.
    pub(super) fn weight(&self, conduct: &Conduct) -> impl Ord + use<> {
        let rests_on = RestsOn::of(self.notes().map(|note| &note.body));
        let important = self.notes().filter(|note| note.body.important).count();
        let first = self.notes().map(|note| note.body.when).min();
        let (seen, kinds) = (rests_on.witnesses.len(), rests_on.kinds.len());
        // Of what one note alone says, only its own words can be chosen.
        let alone = self.notes().count() == 1;
        let breaks = |note: &Record<Note>| !conduct.look_at(&note.body.text).is_empty();
        let clean = !(alone && self.notes().any(breaks));
        Reverse((
            seen,
            self.notes().count(),
            important,
            kinds,
            clean,
            Reverse(first),
        ))
    }

    pub(super) fn drafted(&self, kind: FindingKind, conduct: &Conduct, asked: &BTreeSet<String>) -> Drafted {
        let worded = if self.asked.is_empty() {
            &self.fitting
        } else {
            &self.asked
        };
        let worded: Vec<&Note> = worded.iter().map(|note| &note.body).collect();
        let mut notes: Vec<&Record<Note>> = self.notes().collect();
        sort_by_time(&mut notes);
        Drafted {
            kind,
            statement: words_on(conduct, &worded, asked),
            notes: notes.iter().map(|note| note.id).collect(),
            against: Vec::new(),
        }
    }
}

/// Groups by the question on which, or to which, their notes speak.
type ByQuestion<'n> = BTreeMap<(NoteKind, PromptId), Group<'n>>;

/// Strengths, areas and the like by the question that they answer, or whose words they have; the others by words that they
/// share. Plain facts go by the question on which they were noted, and nowhere else.
pub(super) fn groups<'n>(
    questions: &Questions,
    themes: &Themes,
    loose: &[&'n Record<Note>],
) -> Vec<(About, Group<'n>)> {
    let mut groups: ByQuestion<'n> = BTreeMap::new();
    let mut free: Vec<&Record<Note>> = Vec::new();
    for note in loose {
        let kind = note.body.kind;
        if let Some(prompt) = &note.body.place.prompt {
            let group = groups.entry((kind, prompt.id.clone())).or_default();
            group.asked.push(note);
        } else if kind != NoteKind::Evidence {
            match questions.fitting(themes, &note.body) {
                Some(prompt) => groups
                    .entry((kind, prompt.clone()))
                    .or_default()
                    .fitting
                    .push(note),
                None => free.push(note),
            }
        }
    }
    join_lonely(questions, themes, &mut groups);
    let by_words = by_words(themes, &mut groups, free);
    let apart = groups.into_iter().flat_map(|(about, group)| {
        let parts = group.parts(themes, &questions.words_of(&about.1));
        parts
            .into_iter()
            .map(move |part| ((about.0, Some(about.1.clone())), part))
    });
    apart.chain(by_words).collect()
}

/// Notes of one kind that go to no question, or are alone on theirs, by the words that they share.
fn by_words<'n>(
    themes: &Themes,
    groups: &mut ByQuestion<'n>,
    mut free: Vec<&'n Record<Note>>,
) -> Vec<(About, Group<'n>)> {
    let lonely = groups.iter().filter(|(about, group)| is_lonely(about, group));
    free.extend(lonely.flat_map(|(_, group)| group.notes()));
    sort_by_time(&mut free);
    let mut found = Vec::new();
    for kind in [NoteKind::Strength, NoteKind::Development, NoteKind::Question] {
        let of_kind: Vec<&Record<Note>> = free
            .iter()
            .filter(|note| note.body.kind == kind)
            .copied()
            .collect();
        for alike in themes.alike(&of_kind, &BTreeSet::new()) {
            groups.retain(|_, group| {
                !group
                    .notes()
                    .any(|note| alike.iter().any(|other| other.id == note.id))
            });
            let group = Group {
                asked: Vec::new(),
                fitting: alike,
            };
            found.push(((kind, None), group));
        }
    }
    found
}

fn is_lonely(about: &(NoteKind, PromptId), group: &Group<'_>) -> bool {
    about.0 != NoteKind::Evidence && group.notes().count() == 1
}

/// Lets a note that stands alone on its question join others of its kind on the question whose words it has.
fn join_lonely(questions: &Questions, themes: &Themes, groups: &mut ByQuestion<'_>) {
    let lonely: Vec<(NoteKind, PromptId)> = groups
        .iter()
        .filter(|(about, group)| is_lonely(about, group))
        .map(|(about, _)| about.clone())
        .collect();
    for about in &lonely {
        let note = groups.get(about).and_then(|group| group.notes().next());
        let Some(note) = note else { continue };
        let other = questions.fitting_elsewhere(themes, &note.body, &about.1);
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
