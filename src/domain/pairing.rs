//! Finding again in a new list what stands in an old one.

use std::collections::BTreeSet;

use super::{ids::PromptId, prompt::Prompt, taking_over::same_words};

/// Pairs of new and old things, found in passes from the surest sign to the weakest.
pub(super) struct Pairs<'a, N, O> {
    new: &'a [N],
    old: &'a [O],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'a, N, O> Pairs<'a, N, O> {
    pub fn of(new: &'a [N], old: &'a [O]) -> Self {
        Self {
            new,
            old,
            found: vec![None; new.len()],
            taken: vec![false; old.len()],
        }
    }

    /// Pairs what is free and alike, the first with the first.
    pub fn in_order(&mut self, alike: impl Fn(&N, &O) -> bool) {
        for at in 0..self.new.len() {
            if self.found[at].is_some() {
                continue;
            }
            let mut free = (0..self.old.len()).filter(|other| !self.taken[*other]);
            if let Some(other) = free.find(|other| alike(&self.new[at], &self.old[*other])) {
                self.found[at] = Some(other);
                self.taken[other] = true;
            }
        }
    }

    /// Pairs what is free and alike, if each is like no other.
    pub fn if_single(&mut self, alike: impl Fn(&N, &O) -> bool) {
        for at in 0..self.new.len() {
            let like_new: Vec<usize> = self.free_old(|old| alike(&self.new[at], old));
            let [other] = like_new[..] else { continue };
            let like_old = (0..self.new.len())
                .filter(|new| self.found[*new].is_none() && alike(&self.new[*new], &self.old[other]));
            if self.found[at].is_none() && like_old.count() == 1 {
                self.found[at] = Some(other);
                self.taken[other] = true;
            }
        }
    }

    fn free_old(&self, alike: impl Fn(&O) -> bool) -> Vec<usize> {
        (0..self.old.len())
            .filter(|other| !self.taken[*other] && alike(&self.old[*other]))
            .collect()
    }

    /// For each new thing the place of the old one, if there is one.
    pub fn found(self) -> Vec<Option<usize>> {
        self.found
    }
}

/// The new questions, with the ids and short forms of those among `known` that they mean. Others get ids of their own.
pub(super) fn known_again(known: &[Prompt], wanted: Vec<Prompt>) -> Vec<Prompt> {
    let pairs = pairs_of(&wanted, known);
    let mut used: BTreeSet<PromptId> = known.iter().map(|prompt| prompt.id.clone()).collect();
    let mut prompts = Vec::with_capacity(wanted.len());
    for (prompt, pair) in wanted.into_iter().zip(pairs) {
        let (id, short) = match pair.and_then(|at| known.get(at)) {
            Some(known) => (known.id.clone(), known.short.clone()),
            None => (fresh(&mut used), prompt.short),
        };
        prompts.push(Prompt {
            id,
            short,
            text: prompt.text,
        });
    }
    prompts
}

fn fresh(used: &mut BTreeSet<PromptId>) -> PromptId {
    let mut numbered = (1_u32..).map(|number| PromptId::new(format!("q{number}")));
    let id = numbered
        .find(|id| !used.contains(id))
        .unwrap_or_else(|| PromptId::new("q"));
    used.insert(id.clone());
    id
}

/// The old questions that new ones mean: the same words, else most of them.
fn pairs_of(new: &[Prompt], old: &[Prompt]) -> Vec<Option<usize>> {
    let mut pairs = Pairs::of(new, old);
    pairs.in_order(|new, old| same_words(&new.text, &old.text));
    pairs.if_single(|new, old| most_words_are_shared(&new.text, &old.text));
    pairs.found()
}

fn most_words_are_shared(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
        words.collect::<BTreeSet<_>>()
    };
    let (one, other) = (words(one), words(other));
    3 * one.intersection(&other).count() >= 2 * one.union(&other).count()
}
