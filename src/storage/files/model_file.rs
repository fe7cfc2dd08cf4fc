//! A review model: `config/models/<id>.ron`, shipped or written by a user.

use std::{collections::BTreeSet, path::Path};

use serde::Deserialize;

use super::{
    activity_text::PromptText,
    check::Check,
    finding_lists_text,
    header::{Format, Header},
    rules_text::RulesText,
    times::Clock,
};
use crate::{
    domain::{
        activity::{Activity, ActivityKind},
        model::{QuestionSet, ReviewModel, Role, Rules, ShapeDay, ShapeRow},
        plan::Duty,
        prompt::Prompt,
    },
    storage::ron_text::{self, FileFault},
};

mod sense;

/// Reads a review model; one of a newer version if it has no fields that are unknown here.
///
/// A name of a field that is not known is a fault, since the questions or rows under a mistyped one would be missing
/// without a word.
///
/// # Errors
/// Says everything that is wrong with the file.
pub fn read_model(file: &Path, bytes: &[u8]) -> Result<ReviewModel, FileFault> {
    let text = ron_text::text(file, bytes)?;
    let newer = Header::peek(&text).check(Format::Model, file, &text)?;
    ron_text::parse_text(file, &text)
        .and_then(|model| check(file, &text, model))
        .map_err(|fault| fault.of_newer(newer))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelText {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    id: String,
    name: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    stages: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    roles: Vec<RoleText>,
    #[serde(default)]
    question_sets: Vec<QuestionSetText>,
    #[serde(default)]
    shape: Vec<ShapeDayText>,
    #[serde(default)]
    rules: RulesText,
}

/// In a file: `(name: "Reviewer 1", duties: [reviewer], group: "Group 1")`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleText {
    name: String,
    #[serde(default)]
    duties: Vec<Duty>,
    #[serde(default)]
    group: Option<String>,
    #[serde(default)]
    host_staff: bool,
}

/// In a file: `(id: "pupils", name: "Pupil voice, with books", kind: pupil_voice, prompts: [..])`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionSetText {
    id: String,
    name: String,
    kind: ActivityKind,
    #[serde(default)]
    prompts: Vec<PromptText>,
}

/// What one group does in a row in which groups go separate ways.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayText {
    title: String,
    kind: ActivityKind,
    #[serde(default)]
    set: Option<String>,
    #[serde(default)]
    prompts: Vec<PromptText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShapeDayText {
    #[serde(default)]
    label: String,
    #[serde(default)]
    rows: Vec<ShapeRowText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShapeRowText {
    #[serde(default)]
    start: Option<String>,
    minutes: u32,
    title: String,
    kind: ActivityKind,
    #[serde(default)]
    fixed: bool,
    #[serde(default)]
    remark: String,
    /// So many groups go separate ways in this row's own activity.
    #[serde(default)]
    tracks: u8,
    /// Each group has an activity of its own.
    #[serde(default)]
    by_group: Vec<WayText>,
    #[serde(default)]
    set: Option<String>,
    #[serde(default)]
    prompts: Vec<PromptText>,
}

fn check(file: &Path, text: &str, model: ModelText) -> Result<ReviewModel, FileFault> {
    let mut check = Check::new(text);
    check.unique("models", [model.id.as_str()]);
    check.unique(
        "question sets",
        model.question_sets.iter().map(|set| set.id.as_str()),
    );
    let question_sets: Vec<QuestionSet> = model
        .question_sets
        .into_iter()
        .map(|set| question_set(&mut check, set))
        .collect();
    let mut shaping = Shaping {
        check: &mut check,
        sets: &question_sets,
        groups: &model.groups,
    };
    let shape = model.shape.into_iter().map(|day| shaping.day(day)).collect();
    let roles = model.roles.into_iter().map(|role| shaping.role(role)).collect();
    let ModelText {
        id,
        name,
        about,
        stages,
        groups,
        rules: as_written,
        ..
    } = model;
    let model = ReviewModel {
        rules: rules_of(&id, as_written),
        id,
        name,
        about,
        stages,
        roles,
        groups,
        question_sets,
        shape,
    };
    finding_lists_text::check(&mut check, &model.rules);
    sense::check(&mut check, &model);
    check.finish(file, model)
}

/// The rules, which know the id of their model even if they do not say it.
fn rules_of(id: &str, text: RulesText) -> Rules {
    let mut rules = Rules::from(text);
    if rules.model.is_empty() {
        id.clone_into(&mut rules.model);
    }
    rules
}

fn question_set(check: &mut Check, set: QuestionSetText) -> QuestionSet {
    let prompts: Vec<Prompt> = set.prompts.into_iter().map(Prompt::from).collect();
    check.unique(
        "prompts of a set",
        prompts.iter().map(|prompt| prompt.id.as_str()),
    );
    QuestionSet {
        id: set.id,
        name: set.name,
        kind: set.kind,
        prompts,
    }
}

fn id_of(prompt: &Prompt) -> String {
    prompt.id.as_str().to_string()
}

/// Reads roles and rows that speak of a model's groups and question sets.
struct Shaping<'a, 'text> {
    check: &'a mut Check<'text>,
    sets: &'a [QuestionSet],
    groups: &'a [String],
}

impl Shaping<'_, '_> {
    fn role(&mut self, role: RoleText) -> Role {
        let group = role.group.and_then(|name| {
            let known: BTreeSet<&str> = self.groups.iter().map(String::as_str).collect();
            self.check.known("group", &name, &known);
            self.groups.iter().position(|group| *group == name)
        });
        Role {
            name: role.name,
            duties: role.duties,
            group,
            host_staff: role.host_staff,
        }
    }

    fn day(&mut self, day: ShapeDayText) -> ShapeDay {
        ShapeDay {
            label: day.label,
            rows: day.rows.into_iter().map(|row| self.row(row)).collect(),
        }
    }

    fn row(&mut self, row: ShapeRowText) -> ShapeRow {
        let tracks = self.tracks(&row.title, row.tracks, row.by_group);
        let starts = row.start.and_then(|start| {
            let hint = "write hours and minutes, such as \"09:15\"";
            self.check.read("start", &start, hint)
        });
        ShapeRow {
            starts: starts.map(|Clock(time)| time),
            minutes: row.minutes,
            fixed: row.fixed,
            remark: row.remark,
            tracks,
            activity: Activity {
                title: row.title,
                kind: row.kind,
                prompts: self.prompts(row.set, row.prompts),
            },
        }
    }

    /// What each group does in a row; empty when all are together.
    fn tracks(&mut self, title: &str, same: u8, by_group: Vec<WayText>) -> Vec<Option<Activity>> {
        let wanted = usize::from(same).max(by_group.len());
        if wanted > 1 && wanted > self.groups.len() && !self.groups.is_empty() {
            let what = format!(
                "in the row \"{title}\" {wanted} groups go separate ways, and the model has {}",
                self.groups.len()
            );
            let hint = "add the group to `groups`, or take it out here";
            self.check
                .fault("title", title, what, "a group was added in one place only", hint);
        }
        if by_group.is_empty() {
            return if same > 1 {
                vec![None; usize::from(same)]
            } else {
                Vec::new()
            };
        }
        by_group
            .into_iter()
            .map(|way| {
                Some(Activity {
                    title: way.title,
                    kind: way.kind,
                    prompts: self.prompts(way.set, way.prompts),
                })
            })
            .collect()
    }

    /// The questions of a row: those of the set that it names, and its own.
    fn prompts(&mut self, set: Option<String>, own: Vec<PromptText>) -> Vec<Prompt> {
        let mut prompts = Vec::new();
        if let Some(id) = set {
            let known: BTreeSet<&str> = self.sets.iter().map(|set| set.id.as_str()).collect();
            self.check.known("set", &id, &known);
            let set = self.sets.iter().find(|set| set.id == id);
            prompts.extend(set.into_iter().flat_map(|set| set.prompts.iter().cloned()));
        }
        // What is wrong with the set itself was said of the set.
        let of_set: BTreeSet<String> = prompts.iter().map(id_of).collect();
        let own: Vec<Prompt> = own.into_iter().map(Prompt::from).collect();
        let own_ids = own.iter().map(|prompt| prompt.id.as_str());
        let ids = of_set.iter().map(String::as_str).chain(own_ids);
        self.check.unique("prompts of a row", ids);
        prompts.extend(own);
        prompts
    }
}

#[cfg(test)]
mod tests;
