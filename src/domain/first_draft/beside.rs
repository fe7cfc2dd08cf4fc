//! What stands beside a finding that is drafted: plain facts on its question, and what says the opposite.

use std::collections::BTreeSet;

use super::{About, Drafted, grouping::Group, questions::Questions, telling::words, themes::Themes};
use crate::domain::{
    ids::PromptId,
    note::{Note, NoteKind, sort_by_time},
    record::Record,
};

/// Strengths noted on a question on which only an area for development is drafted speak against that, and areas against a
/// strength.
pub(super) fn opposites(left: &[(About, Group<'_>)], drafted: &mut [(About, Drafted)]) {
    for ((kind, prompt), group) in left {
        let Some(prompt) = prompt else { continue };
        let opposite = match kind {
            NoteKind::Strength => NoteKind::Development,
            NoteKind::Development => NoteKind::Strength,
            NoteKind::Evidence | NoteKind::Question => continue,
        };
        let (finding, more) = on(drafted, prompt);
        if let (Some((about, finding)), false) = (finding, more)
            && about.0 == opposite
        {
            let mut notes: Vec<&Record<Note>> = group.notes().collect();
            sort_by_time(&mut notes);
            finding.against.extend(notes.iter().map(|note| note.id));
        }
    }
}

/// Plain facts noted on a question are evidence of what is drafted on it, unless more than one finding is: for which one
/// they speak is for people to say. So it is for a kind of note of which findings are drafted themselves. A fact without a
/// question goes by the words that it shares with the question and with its other notes: two of them, unless it has no more.
pub(super) fn facts(
    (questions, themes): (&Questions, &Themes),
    loose: &[&Record<Note>],
    drafted: &mut [(About, Drafted)],
) {
    if drafted.iter().any(|(about, _)| about.0 == NoteKind::Evidence) {
        return;
    }
    let said: Vec<BTreeSet<String>> = drafted
        .iter()
        .map(|(_, drafted)| said_in(drafted, loose))
        .collect();
    let asked: Vec<Option<BTreeSet<String>>> = drafted
        .iter()
        .map(|(about, _)| about.1.as_ref().map(|prompt| questions.words_of(prompt)))
        .collect();
    for fact in loose.iter().filter(|note| note.body.kind == NoteKind::Evidence) {
        let only = if let Some(prompt) = &fact.body.place.prompt {
            match on(drafted, &prompt.id) {
                (Some((_, only)), false) => Some(only),
                _ => None,
            }
        } else {
            let told = words(&fact.body.text);
            let shared = |nth: usize| questions.shared(themes, &told, (asked[nth].as_ref(), &said[nth]));
            let most = most_alone((0..drafted.len()).filter_map(|nth| Some((shared(nth)?, nth))));
            most.and_then(|nth| drafted.get_mut(nth)).map(|(_, only)| only)
        };
        if let Some(only) = only {
            only.notes.push(fact.id);
        }
    }
}

/// What weighs most, if nothing else weighs as much.
fn most_alone(weighed: impl Iterator<Item = (u32, usize)>) -> Option<usize> {
    let mut weighed: Vec<(u32, usize)> = weighed.collect();
    weighed.sort_unstable();
    match weighed.as_slice() {
        [.., next, best] if next.0 == best.0 => None,
        [.., best] => Some(best.1),
        [] => None,
    }
}

/// The telling words of the notes that a finding rests on.
fn said_in(drafted: &Drafted, loose: &[&Record<Note>]) -> BTreeSet<String> {
    let notes = loose.iter().filter(|note| drafted.notes.contains(&note.id));
    notes.flat_map(|note| words(&note.body.text)).collect()
}

/// What is drafted on a question, and whether there is more of it.
fn on<'d>(
    drafted: &'d mut [(About, Drafted)],
    prompt: &PromptId,
) -> (Option<&'d mut (About, Drafted)>, bool) {
    let mut on_it = drafted
        .iter_mut()
        .filter(|(about, _)| about.1.as_ref() == Some(prompt));
    let first = on_it.next();
    let more = on_it.next().is_some();
    (first, more)
}
