//! Timetables as schools write them: each table of `tests/corpus/tables` beside what it means.
//!
//! `NAME.expected.json` was written by hand from the table. It says what has to be there; a field that it leaves out
//! may be anything. Of what has no place it says the texts alone.

#[path = "import_corpus/as_shown.rs"]
mod as_shown;
#[expect(
    clippy::unwrap_used,
    reason = "what is shipped can be read, or the test fails"
)]
#[path = "import_corpus/days_said.rs"]
mod days_said;
#[expect(
    clippy::unwrap_used,
    reason = "what is shipped can be read, or the test fails"
)]
#[path = "import_corpus/one_value.rs"]
mod one_value;
#[expect(
    clippy::unwrap_used,
    reason = "what is shipped can be read, or the test fails"
)]
#[path = "import_corpus/round_trip.rs"]
mod round_trip;
#[path = "import_corpus/two_day_frame.rs"]
mod two_day_frame;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use knownow::{
    domain::{activity::ActivityKind, plan::Plan, read_timetable::ReadTimetable},
    export::timetable_json,
    import::{self, Source, Vocabulary},
    storage::{catalogue, files::plan_file},
};
use serde_json::{Value, json};

const FEWEST: usize = 30;

#[test]
fn every_table_means_what_stands_beside_it() -> io::Result<()> {
    let tables = tables()?;
    assert!(tables.len() >= FEWEST, "{} tables", tables.len());
    let mut wrong = Vec::new();
    for table in &tables {
        let expected = fs::read_to_string(beside(table))?;
        let expected: Value = serde_json::from_str(&expected)?;
        let differences = differences(&expected, &found(table)?);
        if !differences.is_empty() {
            wrong.push(format!("{}\n  {}", table.display(), differences.join("\n  ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\n{} of {} tables are read wrong\n",
        wrong.join("\n"),
        wrong.len(),
        tables.len()
    );
    Ok(())
}

#[test]
fn a_difference_is_seen() {
    let expected = json!({ "days": [{ "label": "Day 1", "rows": [1, 2] }] });
    let found = json!({ "days": [{ "label": "Day 2", "rows": [1], "more": 0 }] });
    assert_eq!(
        differences(&expected, &found),
        [
            "days.0.label: expected \"Day 1\", found \"Day 2\"",
            "days.0.rows: expected 2, found 1: [1]"
        ]
    );
}

/// The worked example in three formats is the timetable of the shipped session.
#[test]
fn the_half_day_in_maths_is_the_shipped_one() -> io::Result<()> {
    let example = &catalogue::examples()[0];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
    for name in [
        "half-day-maths.docx",
        "half-day-maths-email.txt",
        "half-day-maths-markdown.md",
    ] {
        let read = read(&folder().join(name), &only_when())?;
        assert_eq!(of_read(&read), of_plan(&plan), "{name}");
        assert_eq!(read.days[0].date, Some(plan.days[0].date), "{name}");
    }
    Ok(())
}

/// The two-day review in a table with a column for each reviewer is the timetable of the shipped session.
#[test]
fn the_two_day_review_is_the_shipped_one() -> io::Result<()> {
    let examples = catalogue::examples();
    let example = examples
        .iter()
        .find(|example| example.folder == "two-day-quality");
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.unwrap().plan.as_bytes()).unwrap();
    // The titles are those of the model, which the caller knows.
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    let activities = slots.flat_map(|slot| {
        let tracks = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        std::iter::once(&slot.activity).chain(tracks)
    });
    let words = Vocabulary {
        groups: plan.groups.iter().map(|group| group.name.clone()).collect(),
        titles: activities
            .map(|activity| (activity.title.clone(), activity.kind))
            .collect(),
        ..Vocabulary::default()
    };
    let read = read(&folder().join("two-day-quality-session.docx"), &words)?;
    assert_eq!(of_read(&read), of_plan(&plan));
    let days = read.days.iter().map(|day| (day.label.as_str(), day.date));
    let planned = plan.days.iter().map(|day| (day.label.as_str(), Some(day.date)));
    assert_eq!(days.collect::<Vec<_>>(), planned.collect::<Vec<_>>());
    Ok(())
}

/// A row: start, end, title, kind, tracks with their visits and prompts, and its own prompts.
type Said = (String, String, String, ActivityKind, Vec<String>, Vec<String>);

/// A track in lines: its activity, visits and prompts.
fn track<'a>(
    group: &str,
    activity: Option<(&str, ActivityKind)>,
    visits: impl Iterator<Item = (Option<chrono::NaiveTime>, &'a str)>,
    prompts: Vec<&str>,
) -> Vec<String> {
    let mut lines = vec![format!("{group} {activity:?}")];
    lines.extend(visits.map(|(time, class)| format!("{group} {} {class}", clock(time))));
    lines.extend(prompts.into_iter().map(|prompt| format!("{group} {prompt}")));
    lines
}

fn of_read(read: &ReadTimetable) -> Vec<Said> {
    let rows = read.days.iter().flat_map(|day| &day.rows);
    rows.map(|row| {
        let tracks = row.tracks.iter().flat_map(|found| {
            let activity = found
                .activity
                .as_ref()
                .map(|(title, kind)| (title.as_str(), *kind));
            let visits = found
                .visits
                .iter()
                .map(|visit| (visit.starts, visit.class.as_str()));
            track(
                &found.group,
                activity,
                visits,
                found.prompts.iter().map(String::as_str).collect(),
            )
        });
        (
            clock(row.starts),
            clock(row.ends),
            row.title.clone(),
            row.kind,
            tracks.collect(),
            row.prompts.clone(),
        )
    })
    .collect()
}

fn of_plan(plan: &Plan) -> Vec<Said> {
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    slots
        .map(|slot| {
            let tracks = slot.tracks.iter().flat_map(|planned| {
                let group = plan.groups.iter().find(|group| group.id == planned.group);
                let activity = planned.activity.as_ref();
                let visits = planned
                    .visits
                    .iter()
                    .map(|visit| (Some(visit.starts), visit.class.as_str()));
                let prompts = activity.map(|activity| {
                    activity
                        .prompts
                        .iter()
                        .map(|prompt| prompt.text.as_str())
                        .collect()
                });
                track(
                    group.map_or("", |group| group.name.as_str()),
                    activity.map(|activity| (activity.title.as_str(), activity.kind)),
                    visits,
                    prompts.unwrap_or_default(),
                )
            });
            let prompts = slot.activity.prompts.iter();
            (
                clock(Some(slot.starts)),
                clock(slot.ends),
                slot.activity.title.clone(),
                slot.activity.kind,
                tracks.collect(),
                prompts.map(|prompt| prompt.text.clone()).collect(),
            )
        })
        .collect()
}

fn clock(time: Option<chrono::NaiveTime>) -> String {
    time.map_or(String::new(), |time| time.format("%H:%M").to_string())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/tables")
}

fn beside(table: &Path) -> PathBuf {
    table.with_extension("expected.json")
}

/// What is known of a review that is planned for the end of 2026, and no more.
fn only_when() -> Vocabulary {
    Vocabulary {
        date: NaiveDate::from_ymd_opt(2026, 11, 20),
        ..Vocabulary::default()
    }
}

/// Every table, in the order of their names.
fn tables() -> io::Result<Vec<PathBuf>> {
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending != "json") {
            tables.push(path);
        }
    }
    tables.sort();
    Ok(tables)
}

fn read(table: &Path, words: &Vocabulary) -> io::Result<ReadTimetable> {
    let bytes = fs::read(table)?;
    let name = table.file_name().unwrap_or_default().to_string_lossy();
    let source = Source {
        name: &name,
        bytes: &bytes,
    };
    import::timetable(source, words).map_err(|fault| io::Error::other(format!("{name}: {fault}")))
}

fn found(table: &Path) -> io::Result<Value> {
    let mut found = timetable_json::json(&read(table, &only_when())?);
    if let Some(unplaced) = found["unplaced"].as_array_mut() {
        for piece in unplaced {
            *piece = piece["text"].take();
        }
    }
    Ok(found)
}

/// Where `found` is not what is `expected`.
fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    compare("", expected, found, &mut differences);
    differences
}

fn compare(place: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    let below = |name: &str| {
        if place.is_empty() {
            name.to_string()
        } else {
            format!("{place}.{name}")
        }
    };
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (name, expected) in expected {
                let found = found.get(name).unwrap_or(&Value::Null);
                compare(&below(name), expected, found, differences);
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                let numbers = format!("expected {}, found {}", expected.len(), found.len());
                differences.push(format!("{place}: {numbers}: {}", json!(found)));
                return;
            }
            for (position, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(&below(&position.to_string()), expected, found, differences);
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{place}: expected {expected}, found {found}")),
    }
}
