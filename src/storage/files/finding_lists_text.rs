//! The lists of findings in a model's rules.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::check::Check;
use crate::domain::{
    finding_lists::{FindingField, FindingList, OneFor},
    ids::{FieldId, ListId},
    model::Rules,
    note::NoteKind,
};

/// In a file: `(id: "areas", title: "Areas for development", takes: [development], asked: (2, 4), ..)`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FindingListText {
    id: ListId,
    title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    takes: Vec<NoteKind>,
    #[serde(default, skip_serializing_if = "is_free")]
    one_for: OneFor,
    #[serde(default, skip_serializing_if = "asks_nothing")]
    asked: (u32, u32),
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    steps: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldText {
    id: FieldId,
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    asks: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    required: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_free(one_for: &OneFor) -> bool {
    *one_for == OneFor::Free
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn asks_nothing(asked: &(u32, u32)) -> bool {
    *asked == (0, 0)
}

impl From<FindingListText> for FindingList {
    fn from(text: FindingListText) -> Self {
        let field = |FieldText {
                         id,
                         title,
                         asks,
                         required,
                     }| FindingField {
            id,
            title,
            asks,
            required,
        };
        Self {
            id: text.id,
            title: text.title,
            takes: text.takes,
            one_for: text.one_for,
            asked: text.asked,
            fields: text.fields.into_iter().map(field).collect(),
            scale: text.scale,
            steps: text.steps,
        }
    }
}

impl From<FindingList> for FindingListText {
    fn from(list: FindingList) -> Self {
        let field = |FindingField {
                         id,
                         title,
                         asks,
                         required,
                     }| FieldText {
            id,
            title,
            asks,
            required,
        };
        Self {
            id: list.id,
            title: list.title,
            takes: list.takes,
            one_for: list.one_for,
            asked: list.asked,
            fields: list.fields.into_iter().map(field).collect(),
            scale: list.scale,
            steps: list.steps,
        }
    }
}

/// Notes ids that stand for two things, and scales that the rules do not have.
pub(super) fn check(check: &mut Check<'_>, rules: &Rules) {
    check.unique(
        "lists of findings",
        rules.findings.iter().map(|list| list.id.as_str()),
    );
    let scales: BTreeSet<&str> = rules.scales.iter().map(|scale| scale.name.as_str()).collect();
    for list in rules.findings.iter() {
        let things = format!("fields of \"{}\"", list.title);
        check.unique(&things, list.fields.iter().map(|field| field.id.as_str()));
        if let Some(scale) = &list.scale {
            check.known("scale", scale, &scales);
        }
    }
}
