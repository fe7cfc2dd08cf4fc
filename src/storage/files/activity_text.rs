//! Activities and prompts as they stand in plans and models.

use serde::{Deserialize, Serialize};

use crate::domain::{
    activity::{Activity, ActivityKind},
    ids::PromptId,
    prompt::Prompt,
};

/// In a file: `(id: "l2", short: "Small steps", text: "..")`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PromptText {
    pub(super) id: PromptId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

impl From<Prompt> for PromptText {
    fn from(prompt: Prompt) -> Self {
        Self {
            id: prompt.id,
            short: prompt.short,
            text: prompt.text,
        }
    }
}

impl From<PromptText> for Prompt {
    fn from(text: PromptText) -> Self {
        Self {
            id: text.id,
            short: text.short,
            text: text.text,
        }
    }
}

/// A group's own activity: `(title: "Work scrutiny", kind: work_scrutiny, prompts: [..])`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityText {
    pub(super) title: String,
    pub(super) kind: ActivityKind,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) prompts: Vec<PromptText>,
}

impl From<ActivityText> for Activity {
    fn from(text: ActivityText) -> Self {
        let prompts = text.prompts.into_iter().map(Prompt::from).collect();
        Self {
            title: text.title,
            kind: text.kind,
            prompts,
        }
    }
}
