//! A draft: the line that is being typed, as it is kept against a lost laptop.

use super::{
    ids::{PromptId, RecordId},
    route::PlaceId,
    stamp::Stamp,
};

/// A line that is not yet an acknowledged note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id its note has or will have, so that it is never restored beside its own note.
    pub note: RecordId,
    /// The revision of the note that it would make; 1 for a new one.
    pub rev: u32,
    /// The line as typed, signs included.
    pub text: String,
    /// How many characters of it stand before the cursor.
    pub cursor: usize,
    /// When its first key was pressed.
    pub begun: Stamp,
    /// Where it was begun, or was put since.
    pub place: PlaceId,
    /// The question it answers.
    pub prompt: Option<PromptId>,
    /// Whether the note it changes is a private one.
    pub private: bool,
    /// Whether it was entered, and only the disk has not yet confirmed it.
    pub entered: bool,
    /// The line of this note as it was entered last, if the disk has not confirmed it and this one changes it: a person
    /// who does not finish the change keeps the note.
    pub entered_before: Option<Box<Self>>,
    /// Whether the screen was hidden over it for a child's sake, and nobody has said since that the line is kept.
    pub hidden: bool,
}
