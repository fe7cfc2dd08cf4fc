//! A review model: `config/models/<id>.ron`, shipped or written by a user.

use std::path::Path;

use serde::Deserialize;

use super::{
    activity_text::PromptText,
    check::Check,
    header::{Format, Header},
    rules_text::RulesText,
    times::Clock,
};
use crate::{
    domain::{
        activity::{Activity, ActivityKind},
        model::{ReviewModel, Rules, ShapeDay, ShapeRow},
        prompt::Prompt,
    },
    storage::ron_text::{self, FileFault},
};

/// The longest row of a timetable, in minutes.
const LONGEST_ROW: u32 = 24 * 60;

/// Reads a review model; one of a newer version as far as it is known.
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
    shape: Vec<ShapeDayText>,
    #[serde(default)]
    rules: RulesText,
}

#[derive(Deserialize)]
struct ShapeDayText {
    #[serde(default)]
    label: String,
    #[serde(default)]
    rows: Vec<ShapeRowText>,
}

#[derive(Deserialize)]
struct ShapeRowText {
    #[serde(default)]
    start: Option<String>,
    minutes: u32,
    title: String,
    kind: ActivityKind,
    #[serde(default)]
    fixed: bool,
    #[serde(default)]
    tracks: u8,
    #[serde(default)]
    prompts: Vec<PromptText>,
}

fn check(file: &Path, text: &str, model: ModelText) -> Result<ReviewModel, FileFault> {
    let mut check = Check::new(text);
    check.unique("models", [model.id.as_str()]);
    let shape = model
        .shape
        .into_iter()
        .map(|day| shape_day(&mut check, day))
        .collect();
    let mut rules = Rules::from(model.rules);
    if rules.model.is_empty() {
        rules.model.clone_from(&model.id);
    }
    let ModelText {
        id,
        name,
        about,
        stages,
        ..
    } = model;
    check.finish(
        file,
        ReviewModel {
            id,
            name,
            about,
            stages,
            shape,
            rules,
        },
    )
}

fn shape_day(check: &mut Check, day: ShapeDayText) -> ShapeDay {
    ShapeDay {
        label: day.label,
        rows: day.rows.into_iter().map(|row| shape_row(check, row)).collect(),
    }
}

fn shape_row(check: &mut Check, row: ShapeRowText) -> ShapeRow {
    check.unique(
        "prompts of a row",
        row.prompts.iter().map(|prompt| prompt.id.as_str()),
    );
    if row.minutes > LONGEST_ROW {
        let what = format!(
            "the row \"{}\" lasts {} minutes, longer than a day",
            row.title, row.minutes
        );
        check.fault(
            "title",
            &row.title,
            what,
            "a digit too many",
            "write its length in minutes",
        );
    }
    let read = |start: String| check.read("start", &start, "write hours and minutes, such as \"09:15\"");
    ShapeRow {
        starts: row.start.and_then(read).map(|Clock(time)| time),
        minutes: row.minutes,
        fixed: row.fixed,
        tracks: row.tracks,
        activity: Activity {
            title: row.title,
            kind: row.kind,
            prompts: row.prompts.into_iter().map(Prompt::from).collect(),
        },
    }
}

#[cfg(test)]
mod tests;
