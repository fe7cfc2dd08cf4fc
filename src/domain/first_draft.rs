//! A first draft of the findings: notes brought together by question and kind, in the words of one of them.
//!
//! A note for which no question was chosen goes to the one whose words it has (questions.rs, telling.rs); so does one that
//! stands alone on its question (grouping.rs). Notes that go to none come together by two words that they share and few
//! others have (themes.rs); one word, or who did it, joins nothing. What a finding says are the words of one of its notes
//! (wording.rs). Facts and what says the opposite stand beside it (beside.rs); what speaks to
//! a line of enquiry or an entry of the framework goes there (subjects.rs). In which class something was seen says how
//! widely, and never brings notes together: what was seen in one room is of many kinds.

mod beside;
mod grouping;
mod questions;
mod subjects;
mod telling;
mod themes;
mod wording;

use std::collections::BTreeMap;

use grouping::{Group, groups};
use questions::Questions;
use themes::Themes;
pub use wording::{one_line, words_for};

use super::{
    conduct::Conduct,
    finding::FindingKind,
    finding_lists::FindingList,
    findings_board::{FindingsBoard, Use},
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
    /// The list that it goes into, and what it is on where the list has one finding each for something.
    pub kind: FindingKind,
    /// What it says: the words of one of its notes; nothing where a list has one finding each on an entry of a framework,
    /// on which notes of both kinds stand.
    pub statement: String,
    /// The notes it rests on, in order of time; plain facts behind them.
    pub notes: Vec<RecordId>,
    /// The notes on the same question that say the opposite, in order of time.
    pub against: Vec<RecordId>,
}

/// What a finding is about: a question, answered by notes of one kind; none where notes came together by their words.
type About = (NoteKind, Option<PromptId>);

/// Brings the notes together that are used for nothing yet and answer one question alike: what most people saw first,
/// until each list has as many findings as the model asks for. What one note alone says is drafted only where a list
/// would otherwise have fewer than the model asks for. What was said of a line of enquiry in the discussion becomes its
/// answer, and what was noted on an entry of the framework stands behind that. The other notes stay as they are.
#[must_use]
pub fn first_draft(plan: &Plan, records: &Records, board: &FindingsBoard) -> Vec<Drafted> {
    let mut loose: Vec<&Record<Note>> = records
        .live_notes()
        .filter(|note| board.use_of(note.id) == Some(&Use::Loose))
        .collect();
    sort_by_time(&mut loose);
    let conduct = Conduct::of(plan);
    let answers = subjects::answers((plan, &conduct), board, &loose);
    let is_answer = |note: &&Record<Note>| answers.iter().any(|answer| answer.notes.contains(&note.id));
    let entries = subjects::entries((plan, &conduct), board, &loose);
    loose.retain(|note| !is_answer(note));
    let mut drafted = by_question((plan, &conduct), board, &loose);
    drafted.extend(entries);
    drafted.extend(answers);
    drafted
}

/// The findings of the lists that have as many as there are.
fn by_question(
    (plan, conduct): (&Plan, &Conduct),
    board: &FindingsBoard,
    loose: &[&Record<Note>],
) -> Vec<Drafted> {
    let bodies = || loose.iter().map(|note| &note.body);
    let (questions, themes) = (Questions::of(plan, bodies()), Themes::of(bodies()));
    let mut groups: Vec<(About, Group<'_>)> = groups(&questions, &themes, loose);
    groups.sort_by_cached_key(|(_, group)| group.weight(conduct));
    let mut rooms: BTreeMap<&ListId, Room> = BTreeMap::new();
    for list in plan.rules.findings.iter() {
        rooms.insert(&list.id, Room::of(list, board.listed(&list.id).count()));
    }
    let mut drafted: Vec<(About, Drafted)> = Vec::new();
    let mut left: Vec<(About, Group<'_>)> = Vec::new();
    for (about, group) in groups {
        let list = plan.rules.findings.taking(about.0).map(|list| &list.id);
        let has_room = |list: &&ListId| {
            let room = rooms.get_mut(*list);
            room.is_some_and(|room| room.takes(group.notes().count()))
        };
        if let Some(list) = list.filter(has_room) {
            let kind = FindingKind::Listed(list.clone());
            let asked = about.1.as_ref().map(|id| questions.words_of(id));
            drafted.push((about, group.drafted(kind, conduct, &asked.unwrap_or_default())));
        } else {
            left.push((about, group));
        }
    }
    beside::opposites(&left, &mut drafted);
    beside::facts((&questions, &themes), loose, &mut drafted);
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

#[cfg(test)]
mod tests;
