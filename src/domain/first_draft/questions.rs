//! Which question a note without one speaks to, by its words.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    telling::{phrases, words},
    themes::Themes,
};
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
/// What is enough for a note that was made on another question.
const ELSEWHERE: u32 = 4;
/// So many words bring notes together; one alone is chance.
const TOGETHER: usize = 2;
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
    /// Words that stand side by side in its name.
    phrases: BTreeSet<(String, String)>,
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
    pub(super) fn fitting(&self, themes: &Themes, note: &Note) -> Option<&PromptId> {
        let enough = |here| if here { ENOUGH.0 } else { ENOUGH.1 };
        let said = Said::of(note);
        let weight = |question: &Question| self.weight(themes, question, note.kind, &said);
        self.best(note, weight, enough)
    }

    /// The question whose words a note has that stands alone on its `own`: it takes more to say so of a note for which that
    /// was chosen.
    pub(super) fn fitting_elsewhere(
        &self,
        themes: &Themes,
        note: &Note,
        own: &PromptId,
    ) -> Option<&PromptId> {
        let said = Said::of(note);
        let own = self.of_plan.iter().find(|question| question.id == *own)?;
        let weight = |question: &Question| {
            let named_in_both = own
                .name
                .intersection(&question.name)
                .filter(|word| said.words.contains(*word));
            if question.id == own.id {
                0
            } else {
                match self.weight(themes, question, note.kind, &said) {
                    0 => 0,
                    weight => weight + u32::from(named_in_both.count() > 0),
                }
            }
        };
        let enough = if note.place.prompt.is_some() {
            ELSEWHERE
        } else {
            ENOUGH.1
        };
        self.best(note, weight, |_| enough)
    }

    /// Whether a fact speaks to what others said, on a question or on none, and how much. It shares two words with it, of
    /// which one tells, and where there is a question, that one is said by both; or it has but one word, and both say it.
    pub(super) fn shared(
        &self,
        themes: &Themes,
        told: &BTreeSet<String>,
        (asked, said): (Option<&BTreeSet<String>>, &BTreeSet<String>),
    ) -> Option<u32> {
        let is_asked = |word: &String| asked.is_some_and(|asked| asked.contains(word));
        let telling = |word: &&String| themes.tells(word) && !self.common.contains(*word);
        let by_both = told
            .iter()
            .filter(|word| said.contains(*word) && (asked.is_none() || is_asked(word)));
        let by_both = by_both.filter(telling).count();
        let shared = told.iter().filter(|word| said.contains(*word) || is_asked(word));
        let shared = shared.count();
        // Where there is no question to say it too, both words have to tell.
        let least = if asked.is_some() { 1 } else { TOGETHER };
        let only = told.len() == 1 && asked.is_some();
        let enough = by_both >= least && (shared >= TOGETHER || only);
        enough.then(|| u32::try_from(by_both * 2 + shared).unwrap_or(u32::MAX))
    }

    /// The question that weighs most, if that is enough where the note was made and no other one weighs as much.
    fn best(
        &self,
        note: &Note,
        weight: impl Fn(&Question) -> u32,
        enough: impl Fn(bool) -> u32,
    ) -> Option<&PromptId> {
        let weighed = self.of_plan.iter().map(|question| {
            let here = question.slot == note.place.slot.id;
            ((weight(question), here), &question.id)
        });
        let mut fits: Vec<((u32, bool), &PromptId)> = weighed
            .filter(|((weight, here), _)| *weight > 0 && *weight >= enough(*here))
            .collect();
        fits.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        // A question that several rows ask is one question.
        let mut known = BTreeSet::new();
        fits.retain(|(_, id)| known.insert(*id));
        match fits.as_slice() {
            [best, next, ..] if best.0 == next.0 => None,
            [best, ..] => Some(best.1),
            [] => None,
        }
    }

    /// How much the words of a note speak to a question; nothing unless two of them do, and one that tells is in its own
    /// words and not only in those of its other notes. A phrase of its name is two words.
    fn weight(&self, themes: &Themes, question: &Question, kind: NoteKind, said: &Said) -> u32 {
        let told = &said.words;
        let answers = self.answers.get(&(question.id.clone(), kind));
        let mut tells = !question.phrases.is_disjoint(&said.phrases);
        let (mut asked, mut answered, mut shared) = (0, 0, usize::from(tells));
        for word in told.difference(&self.common) {
            let weight = question.tells(word);
            asked += weight;
            let in_answers = answers.is_some_and(|words| words.contains(word));
            if weight > 0 {
                tells |= themes.tells(word);
                shared += 1;
            } else if in_answers && themes.tells(word) {
                answered += 1;
                shared += 1;
            }
        }
        if tells && shared >= TOGETHER {
            asked + answered
        } else {
            0
        }
    }

    /// The words of a question.
    pub(super) fn words_of(&self, prompt: &PromptId) -> BTreeSet<String> {
        let asked = self.of_plan.iter().find(|question| question.id == *prompt);
        asked.map_or_else(BTreeSet::new, |question| {
            question.name.union(&question.text).cloned().collect()
        })
    }
}

/// What a note says.
struct Said {
    words: BTreeSet<String>,
    phrases: BTreeSet<(String, String)>,
}

impl Said {
    fn of(note: &Note) -> Self {
        Self {
            words: words(&note.text),
            phrases: phrases(&note.text),
        }
    }
}

impl Question {
    fn new(slot: &SlotId, prompt: &Prompt) -> Self {
        Self {
            id: prompt.id.clone(),
            slot: slot.clone(),
            name: words(&prompt.short),
            phrases: phrases(&prompt.short),
            text: words(&prompt.text),
        }
    }

    /// How much a word speaks to it.
    fn tells(&self, word: &str) -> u32 {
        if self.name.contains(word) {
            BY_NAME
        } else {
            u32::from(self.text.contains(word))
        }
    }
}

fn common(questions: &[Question]) -> BTreeSet<String> {
    let mut in_questions: BTreeMap<&String, usize> = BTreeMap::new();
    // A question that several rows ask counts once.
    let each: BTreeMap<&PromptId, &Question> = questions
        .iter()
        .map(|question| (&question.id, question))
        .collect();
    for question in each.values() {
        for word in question.name.union(&question.text) {
            *in_questions.entry(word).or_default() += 1;
        }
    }
    let most = (each.len() / ONE_IN).max(1);
    let common = in_questions.into_iter().filter(|(_, count)| *count > most);
    common.map(|(word, _)| word.clone()).collect()
}
