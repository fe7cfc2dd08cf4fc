//! A ticked prompt: the question was asked, whether or not anything was noted.

use super::{
    ids::{PromptId, SlotId, VisitId},
    note::Label,
    stamp::Stamp,
};

/// One ticked prompt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// When.
    pub at: Stamp,
    /// In which row.
    pub slot: Label<SlotId>,
    /// In which class.
    pub visit: Option<Label<VisitId>>,
    /// Which question.
    pub prompt: Label<PromptId>,
}
