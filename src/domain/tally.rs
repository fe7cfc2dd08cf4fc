//! Counts of notes: by row, class and prompt, from all writers.

use std::collections::{HashMap, HashSet};

use super::{
    asked::Asked,
    ids::{PromptId, SlotId, VisitId},
    note::{Note, NoteKind},
    record::{Record, Shelf},
};

/// How many notes of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Strengths.
    pub strengths: u32,
    /// Areas for development.
    pub developments: u32,
    /// Plain evidence.
    pub evidence: u32,
    /// Questions.
    pub questions: u32,
}

impl Counts {
    /// Notes of every kind together.
    #[must_use]
    pub fn total(self) -> u32 {
        self.strengths + self.developments + self.evidence + self.questions
    }

    /// These and others together.
    #[must_use]
    pub fn plus(self, others: Self) -> Self {
        Self {
            strengths: self.strengths + others.strengths,
            developments: self.developments + others.developments,
            evidence: self.evidence + others.evidence,
            questions: self.questions + others.questions,
        }
    }

    /// Counts one more note.
    pub(super) fn add(&mut self, kind: NoteKind) {
        match kind {
            NoteKind::Strength => self.strengths += 1,
            NoteKind::Development => self.developments += 1,
            NoteKind::Evidence => self.evidence += 1,
            NoteKind::Question => self.questions += 1,
        }
    }
}

/// What is known of every place and prompt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    slots: HashMap<SlotId, Counts>,
    visits: HashMap<VisitId, Counts>,
    prompts: HashMap<SlotId, HashMap<PromptId, Counts>>,
    asked: HashSet<(SlotId, PromptId)>,
}

impl Tally {
    /// Counts `notes`, and what was ticked or noted as asked by anyone.
    #[must_use]
    pub fn of<'a>(notes: impl IntoIterator<Item = &'a Record<Note>>, asked: &Shelf<Asked>) -> Self {
        let mut tally = Self::default();
        for note in notes {
            tally.count(&note.body);
        }
        tally.asked.extend(
            asked
                .live()
                .map(|tick| (tick.body.slot.id.clone(), tick.body.prompt.id.clone())),
        );
        tally
    }

    fn count(&mut self, note: &Note) {
        let place = &note.place;
        self.slots
            .entry(place.slot.id.clone())
            .or_default()
            .add(note.kind);
        if let Some(visit) = &place.visit {
            self.visits.entry(visit.id.clone()).or_default().add(note.kind);
        }
        if let Some(prompt) = &place.prompt {
            let prompts = self.prompts.entry(place.slot.id.clone()).or_default();
            prompts.entry(prompt.id.clone()).or_default().add(note.kind);
        }
    }

    /// Notes in a row.
    #[must_use]
    pub fn slot(&self, slot: &SlotId) -> Counts {
        self.slots.get(slot).copied().unwrap_or_default()
    }

    /// Notes in a class.
    #[must_use]
    pub fn visit(&self, visit: &VisitId) -> Counts {
        self.visits.get(visit).copied().unwrap_or_default()
    }

    /// Notes on a prompt in a row, in all its classes.
    #[must_use]
    pub fn prompt(&self, slot: &SlotId, prompt: &PromptId) -> Counts {
        self.prompts
            .get(slot)
            .and_then(|prompts| prompts.get(prompt))
            .copied()
            .unwrap_or_default()
    }

    /// Whether a prompt was asked in a row: ticked by anyone, or noted on.
    #[must_use]
    pub fn is_asked(&self, slot: &SlotId, prompt: &PromptId) -> bool {
        self.asked.contains(&(slot.clone(), prompt.clone())) || self.prompt(slot, prompt).total() > 0
    }
}

#[cfg(test)]
mod tests;
