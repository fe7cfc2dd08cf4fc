//! An id with the words that stood there.

use serde::{Deserialize, Serialize};

use crate::domain::note::Label;

/// In a file: `(id: "head-of-school-b", words: "Head of School B")`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LabelText<Id> {
    id: Id,
    words: String,
}

impl<Id> From<Label<Id>> for LabelText<Id> {
    fn from(label: Label<Id>) -> Self {
        Self {
            id: label.id,
            words: label.words,
        }
    }
}

impl<Id> From<LabelText<Id>> for Label<Id> {
    fn from(text: LabelText<Id>) -> Self {
        Self {
            id: text.id,
            words: text.words,
        }
    }
}
