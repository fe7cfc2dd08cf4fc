//! Models as JSON.

use serde_json::{Value, json};

use super::Checked;
use crate::{
    domain::{
        activity::Activity,
        finding_lists::{FindingField, FindingList},
        model::{ReviewModel, Rules, ShapeDay, ShapeRow},
        prompt::Prompt,
    },
    storage::{
        models::{Models, Source},
        ron_text::{Fault, FileFault},
    },
};

/// An object for each model.
pub(super) fn list(models: &Models) -> Value {
    let one = |(source, model): &(Source, ReviewModel)| {
        json!({
            "id": model.id,
            "name": model.name,
            "about": model.about,
            "days": model.shape.len(),
            "minutes": model.shape.iter().map(ShapeDay::minutes).collect::<Vec<_>>(),
            "from": from(source),
            "file": source.file(),
        })
    };
    models.all.iter().map(one).collect()
}

fn from(source: &Source) -> &'static str {
    match source {
        Source::Shipped => "shipped",
        Source::Own(_) => "own",
        Source::Instead(_) => "own, instead of the shipped one",
    }
}

/// Everything in a model.
pub(super) fn model(source: &Source, model: &ReviewModel) -> Value {
    let role = |role: &crate::domain::model::Role| {
        json!({
            "name": role.name,
            "duties": role.duties,
            "group": role.group.and_then(|group| model.groups.get(group)),
            "host_staff": role.host_staff,
        })
    };
    let set = |set: &crate::domain::model::QuestionSet| json!({ "id": set.id, "name": set.name, "kind": set.kind, "prompts": prompts(&set.prompts) });
    let day = |day: &ShapeDay| {
        let rows: Vec<Value> = day.rows.iter().map(|row| shape_row(&model.groups, row)).collect();
        json!({ "label": day.label, "minutes": day.minutes(), "rows": rows })
    };
    json!({
        "id": model.id,
        "name": model.name,
        "about": model.about,
        "from": from(source),
        "file": source.file(),
        "stages": model.stages,
        "groups": model.groups,
        "roles": model.roles.iter().map(role).collect::<Vec<_>>(),
        "question_sets": model.question_sets.iter().map(set).collect::<Vec<_>>(),
        "days": model.shape.iter().map(day).collect::<Vec<_>>(),
        "rules": rules(&model.rules),
    })
}

fn prompts(prompts: &[Prompt]) -> Value {
    let one = |prompt: &Prompt| json!({ "id": prompt.id, "short": prompt.short, "text": prompt.text });
    prompts.iter().map(one).collect()
}

fn shape_row(groups: &[String], row: &ShapeRow) -> Value {
    let track = |(at, own): (usize, &Option<Activity>)| {
        let activity = own.as_ref().unwrap_or(&row.activity);
        json!({
            "group": groups.get(at),
            "title": activity.title,
            "kind": activity.kind,
            "prompts": prompts(&activity.prompts),
        })
    };
    json!({
        "start": row.starts.map(|start| start.format("%H:%M").to_string()),
        "minutes": row.minutes,
        "title": row.activity.title,
        "kind": row.activity.kind,
        "fixed": row.fixed,
        "remark": row.remark,
        "prompts": prompts(&row.activity.prompts),
        "tracks": row.tracks.iter().enumerate().map(track).collect::<Vec<_>>(),
    })
}

fn rules(rules: &Rules) -> Value {
    let deadline = |deadline: &crate::domain::model::Deadline| {
        json!({
            "what": deadline.what,
            "who": deadline.who,
            "due": deadline.due,
            "binding": deadline.binding,
            "at_levels": deadline.at_levels,
        })
    };
    let scale = |scale: &crate::domain::model::Scale| json!({ "name": scale.name, "steps": scale.steps });
    let list = |list: &FindingList| {
        let field = |field: &FindingField| json!({ "id": field.id, "title": field.title, "asks": field.asks, "required": field.required });
        json!({
            "id": list.id,
            "title": list.title,
            "takes": list.takes,
            "one_for": list.one_for,
            "asked": list.asked,
            "fields": list.fields.iter().map(field).collect::<Vec<_>>(),
            "scale": list.scale,
            "steps": list.steps,
        })
    };
    json!({
        "version": rules.version,
        "do": rules.conduct_do,
        "do_not": rules.conduct_do_not,
        "tag_words": rules.tag_words,
        "asks": {
            "evidence": rules.asks.evidence,
            "pupil_groups": rules.asks.pupil_groups,
            "books_per_year": rules.asks.books_per_year,
            "longest_without_break": rules.asks.longest_without_break,
        },
        "framework": rules.framework,
        "kinds": {
            "strength": rules.kind_labels.strength,
            "development": rules.kind_labels.development,
            "evidence": rules.kind_labels.evidence,
            "question": rules.kind_labels.question,
        },
        "verdict": rules.verdict,
        "deadlines": rules.deadlines.iter().map(deadline).collect::<Vec<_>>(),
        "report_sections": rules.report_sections,
        "scales": rules.scales.iter().map(scale).collect::<Vec<_>>(),
        "findings": rules.findings.iter().map(list).collect::<Vec<_>>(),
        "follow_up": rules.follow_up,
        "retention": rules.retention,
    })
}

/// An object for each file: whether it is right, and its faults.
pub(super) fn checked(checked: &[Checked]) -> Value {
    let fault = |fault: &Fault| {
        json!({
            "line": fault.place.map(|place| place.line),
            "column": fault.place.map(|place| place.column),
            "what": fault.what,
            "cause": fault.cause,
            "cure": fault.hint,
        })
    };
    let one = |checked: &Checked| {
        let faults = checked.fault.iter().flat_map(FileFault::faults);
        let newer = checked.fault.as_ref().and_then(FileFault::newer);
        json!({
            "file": checked.file,
            "right": checked.fault.is_none(),
            "newer": newer.map(ToString::to_string),
            "faults": faults.map(fault).collect::<Vec<_>>(),
        })
    };
    checked.iter().map(one).collect()
}
