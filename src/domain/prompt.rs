//! A prompt: a question to ask in a meeting, or a thing to look for in a lesson.

use super::ids::PromptId;

/// One question of a question set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prompt {
    /// Its id.
    pub id: PromptId,
    /// A few words that fit a narrow list, such as "Small steps".
    pub short: String,
    /// The whole question.
    pub text: String,
}
