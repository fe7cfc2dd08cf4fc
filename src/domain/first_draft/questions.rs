//! Which question a note without one speaks to, by its words.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::words;
use crate::domain::{
    ids::{PromptId, SlotId},
    note::{Note, NoteKind},
    plan::Plan,
    prompt::Prompt,
};

/// A word of the short name of a question tells more than one of its whole text or of its notes.
const BY_NAME: u32 = 2;
/// What is enough where the question was to be asked in the row in which the note was made, and where not.
const ENOUGH: (u32, u32) = (2, 3);
/// A word tells a question if at most one in so many questions has it.
const ONE_IN: usize = 10;

/// The questions of a plan with the words that tell them from each other.
pub(super) struct Questions {
    of_plan: Vec<Question>,
    /// Telling words of the notes that answer a question, by their kind.
    answers: BTreeMap<(PromptId, NoteKind), BTreeSet<String>>,
    /// Words that too many questions have.
    common: BTreeSet<String>,
}

struct Question {
    id: PromptId,
    slot: SlotId,
    name: BTreeSet<String>,
    text: BTreeSet<String>,
}

impl Questions {
    /// Those of `plan`, with the notes that were made on them.
    pub(super) fn of<'n>(plan: &Plan, notes: impl IntoIterator<Item = &'n Note>) -> Self {
        let slots = plan.days.iter().flat_map(|day| &day.slots);
        let of_plan: Vec<Question> = slots
            .flat_map(|slot| {
                let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
                let activities = std::iter::once(&slot.activity).chain(own);
                let prompts = activities.flat_map(|activity| &activity.prompts);
                prompts.map(|prompt| Question::new(&slot.id, prompt))
            })
            .collect();
        let mut answers: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        for note in notes {
            if let Some(prompt) = &note.place.prompt {
                let of_kind = answers.entry((prompt.id.clone(), note.kind)).or_default();
                of_kind.extend(words(&note.text));
            }
        }
        Self {
            common: common(&of_plan),
            of_plan,
            answers,
        }
    }

    /// The question that a note without one speaks to: the one whose words it has most of, if it has enough of them and no
    /// other question has as many.
    pub(super) fn fitting(&self, note: &Note) -> Option<&PromptId> {
        let told = words(&note.text);
        let mut fits: Vec<((u32, bool), &PromptId)> = self
            .of_plan
            .iter()
            .filter_map(|question| {
                let here = question.slot == note.place.slot.id;
                let weight = self.weight(question, note.kind, &told);
                let enough = if here { ENOUGH.0 } else { ENOUGH.1 };
                (weight >= enough).then_some(((weight, here), &question.id))
            })
            .collect();
        fits.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        match fits.as_slice() {
            [best, next, ..] if best.0 == next.0 => None,
            [best, ..] => Some(best.1),
            [] => None,
        }
    }

    /// How much the words of a note speak to a question; nothing if they are only those of its other notes.
    fn weight(&self, question: &Question, kind: NoteKind, told: &BTreeSet<String>) -> u32 {
        let answers = self.answers.get(&(question.id.clone(), kind));
        let (mut asked, mut answered) = (0, 0);
        for word in told.difference(&self.common) {
            if question.name.contains(word) {
                asked += BY_NAME;
            } else if question.text.contains(word) {
                asked += 1;
            } else if answers.is_some_and(|words| words.contains(word)) {
                answered += 1;
            }
        }
        if asked == 0 { 0 } else { asked + answered }
    }
}

impl Question {
    fn new(slot: &SlotId, prompt: &Prompt) -> Self {
        Self {
            id: prompt.id.clone(),
            slot: slot.clone(),
            name: words(&prompt.short),
            text: words(&prompt.text),
        }
    }
}

fn common(questions: &[Question]) -> BTreeSet<String> {
    let mut in_questions: BTreeMap<&String, usize> = BTreeMap::new();
    for question in questions {
        for word in question.name.union(&question.text) {
            *in_questions.entry(word).or_default() += 1;
        }
    }
    let most = (questions.len() / ONE_IN).max(1);
    let common = in_questions.into_iter().filter(|(_, count)| *count > most);
    common.map(|(word, _)| word.clone()).collect()
}
