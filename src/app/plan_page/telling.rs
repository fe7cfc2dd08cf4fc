//! What the plan page says, as values; the words are in `ui::words::plan`.

use super::typed::Wanted;
use crate::app::day::Unchanged;

/// Something to say once about the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanNotice {
    /// The plan stays as it is.
    Unchanged(Unchanged),
    /// What was typed is not what the line is for.
    NotUnderstood(Wanted, String),
    /// A change was undone.
    Undone,
    /// A change was made again.
    Redone,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// This line can only be read.
    OnlyRead,
    /// Nothing can be added below this line.
    NothingToAdd,
    /// Nothing can be removed here.
    NothingToRemove,
    /// This can't be moved.
    NotMoved,
    /// This key is for rows of the timetable.
    ForRows,
    /// This key is for people.
    ForPeople,
    /// No model has a question set.
    NoQuestionSets,
    /// All groups have something of their own to do here.
    NoGroupLeft,
}
