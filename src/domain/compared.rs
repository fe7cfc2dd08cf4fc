//! What each group saw, side by side: by question and by class, and where they differ.
//!
//! A note is on one question or on none, and in one class or in none, so that it stands once in each of the two views.
//! What is on no question, or in no class, stands under what was done.

mod sides;
mod sorting;

use std::collections::BTreeSet;

use super::{
    ids::{GroupId, PersonId, PromptId, RecordId, WriterId},
    note::sort_by_time,
    plan::Plan,
    records::Records,
    stamp::Stamp,
    tally::Counts,
};
use sides::Columns;
use sorting::Sorting;

pub use sides::Sides;

/// All shared notes, by who saw what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Who is compared: the groups of the plan in its order, then who else noted something.
    pub columns: Vec<Column>,
    /// Each question with what there is on it; then the notes on none, by what was done.
    pub by_question: Vec<Matter>,
    /// Each class with what was seen there; then the notes in none, by what was done.
    pub by_class: Vec<Matter>,
}

/// Those whose notes stand in one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Who they are.
    pub side: Side,
    /// How they are called; empty for those without a group.
    pub name: String,
    /// How many notes there are of them.
    pub notes: usize,
    /// How many of each kind.
    pub counts: Counts,
    /// How many more there were that are struck out.
    pub struck: usize,
    /// When the last of these was made.
    pub last: Option<Stamp>,
    /// Whose files they stand in.
    pub writers: BTreeSet<WriterId>,
}

/// Whose eyes saw something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Side {
    /// A group of the team.
    Group(GroupId),
    /// A person, where the plan has no groups.
    Person(PersonId),
    /// Those who go with no group, where there are groups.
    NoGroup,
}

/// What notes are about: a question, a class, or what was done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A question.
    Question(PromptId),
    /// A class.
    Class(String),
    /// What was done, by its words: of notes on no question, or in no class.
    Activity(String),
    /// No question, in a class.
    NoQuestion,
}

/// One question, class or activity with everything noted on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What it is; the same before and after anything comes in.
    pub about: About,
    /// It in a few words.
    pub words: String,
    /// The whole question; the same few words for anything else.
    pub text: String,
    /// When the row or visit in which it is first asked or seen is planned to begin; not known of what is in no plan.
    pub begins: Option<Stamp>,
    /// Whether somebody ticked the question as asked.
    pub asked: bool,
    /// How it stands.
    pub standing: Standing,
    /// How many notes there are in each column.
    pub counts: Vec<Counts>,
    /// Its notes: of a question by class, of a class by question; where they differ first.
    pub parts: Vec<Part>,
}

/// The notes on one question in one class, or at one activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What of the two the view is not by.
    pub about: About,
    /// It in a few words; empty for no question.
    pub words: String,
    /// How it stands.
    pub standing: Standing,
    /// The notes of each column, by time.
    pub notes: Vec<Vec<RecordId>>,
}

/// How something stands between the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// One noted a strength and another one an area for development, on one question in one class.
    Differ,
    /// Several noted something.
    Several,
    /// One noted something.
    One,
    /// Nobody noted anything.
    Nothing,
}

/// The heads of a view, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Head {
    /// Where they differ.
    Differ,
    /// What several noted something on.
    Several,
    /// What one noted something on.
    One,
    /// What is on no question, or in no class.
    Outside,
    /// What nobody noted anything on.
    Nothing,
}

impl Head {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Differ,
        Self::Several,
        Self::One,
        Self::Outside,
        Self::Nothing,
    ];
}

impl Compared {
    /// What everybody recorded on the plan as it was agreed, the changes of the day included.
    #[must_use]
    pub fn of(agreed: &Plan, records: &Records) -> Self {
        Sorting::of(agreed, records).compared()
    }

    /// Only how much there is of whom: the same columns as those of everything.
    #[must_use]
    pub fn only_columns(agreed: &Plan, records: &Records) -> Vec<Column> {
        let mut columns = Columns::of(Sides::of(agreed, records));
        let mut notes: Vec<_> = records.live_notes().collect();
        sort_by_time(&mut notes);
        for note in notes {
            columns.count(note);
        }
        columns.count_struck(records);
        columns.all
    }

    /// The position of the column of `side`.
    #[must_use]
    pub fn column(&self, side: &Side) -> Option<usize> {
        self.columns.iter().position(|column| column.side == *side)
    }
}

impl Matter {
    /// The head under which it stands.
    #[must_use]
    pub fn head(&self) -> Head {
        match (&self.about, self.standing) {
            (About::Activity(_) | About::NoQuestion, _) => Head::Outside,
            (_, Standing::Differ) => Head::Differ,
            (_, Standing::Several) => Head::Several,
            (_, Standing::One) => Head::One,
            (_, Standing::Nothing) => Head::Nothing,
        }
    }

    /// Its notes of one column, or of all: part by part, and by time.
    pub fn notes(&self, column: Option<usize>) -> impl Iterator<Item = RecordId> + '_ {
        self.parts.iter().flat_map(move |part| part.notes_of(column))
    }
}

impl Part {
    /// Its notes of one column, or of all, column by column.
    pub fn notes_of(&self, column: Option<usize>) -> impl Iterator<Item = RecordId> + '_ {
        let wanted = move |at: &usize| column.is_none_or(|column| column == *at);
        let columns = self.notes.iter().enumerate();
        columns
            .filter(move |(at, _)| wanted(at))
            .flat_map(|(_, notes)| notes.iter().copied())
    }

    /// How many notes the longest of its columns has, or the one that is wanted.
    #[must_use]
    pub fn height(&self, column: Option<usize>) -> usize {
        match column {
            Some(column) => self.notes.get(column).map_or(0, Vec::len),
            None => self.notes.iter().map(Vec::len).max().unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests;
