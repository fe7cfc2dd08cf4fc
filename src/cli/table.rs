//! A table as it came, from a file or from standard input, and what is likely to stand in it.

use std::{
    io::{self, Read},
    path::Path,
};

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::{Failure, screen};
use crate::{
    domain::{
        activity::{Activity, ActivityKind},
        model::ReviewModel,
        plan::{Host, Plan},
        read_timetable::ReadTimetable,
        taking_over::{Doubt, FromModel},
        typed_date,
    },
    import::{self, Source, Vocabulary},
    runtime::{clock::Clock, world::DEFAULT_ZONE},
    storage::{
        disk::{Disk, LARGEST_FILE, why},
        models::Models,
    },
    ui::words::{self, taking_over::left_open},
};

/// A time as it is typed: `08:30`, `8.30`, `0830`.
pub fn time_of_day(text: &str) -> Result<NaiveTime, String> {
    screen::time(text).ok_or_else(|| "write hours and minutes, such as 08:30".to_string())
}

/// A date as it is typed: `2026-12-01`, `1/12/2026`, `1 December 2026`; `1st Dec` is the next one.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let clock = Clock::wall(DEFAULT_ZONE).map_err(|fault| fault.to_string())?;
    let today = clock.now().date();
    typed_date::read_from(text, today).map_err(|why| format!("it {}", words::plan::no_date(why)))
}

/// What is in the file `path`, or comes from standard input if it is `-`, and what to call it in messages.
pub fn bytes(disk: &dyn Disk, path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let mut input = io::stdin().lock().take(LARGEST_FILE + 1);
        let read = input.read_to_end(&mut bytes);
        read.map_err(|error| Failure::work(format!("what was piped in can't be read: {}", why(&error))))?;
        return Ok(("what was piped in".to_string(), bytes));
    }
    let bytes = disk.read(path).map_err(|error| {
        let cure = "check its name, that you may read it, and that the drive or share is there";
        Failure::work(format!(
            "{} can't be read: {}\n{cure}",
            path.display(),
            why(&error)
        ))
    })?;
    Ok((path.display().to_string(), bytes))
}

/// Reads the table in the file `path`, or from standard input if it is `-`.
pub fn read(disk: &dyn Disk, path: &Path, words: &Vocabulary) -> Result<ReadTimetable, Failure> {
    let (name, bytes) = bytes(disk, path)?;
    let source = Source {
        name: &name,
        bytes: &bytes,
    };
    let table = import::timetable(source, words)
        .map_err(|fault| Failure::work(format!("{name}: {fault}\n{}", fault.cure())))?;
    if table.days.iter().all(|day| day.rows.is_empty()) {
        let lines = table
            .unplaced
            .iter()
            .map(|piece| format!("\n  {}: {}", piece.line, piece.text));
        return Err(Failure::work(format!(
            "{name}: no row of a timetable was found in it\nEach row needs a time or a duration and what is done then; \
             these are its lines:{}",
            lines.collect::<String>()
        )));
    }
    Ok(table)
}

/// What is known from a model: its groups, and the titles of what is done.
pub fn words_of_model(model: &ReviewModel) -> Vocabulary {
    Vocabulary {
        groups: model.groups.clone(),
        titles: titles(model),
        ..Vocabulary::default()
    }
}

/// What is known if neither a model nor a session was named: the titles of all models.
pub fn words_of_all(models: &Models) -> Vocabulary {
    Vocabulary {
        titles: models.all.iter().flat_map(|(_, model)| titles(model)).collect(),
        ..Vocabulary::default()
    }
}

/// What is known from a plan and, if it is there, its model.
pub fn words_of_plan(plan: &Plan, model: Option<&ReviewModel>) -> Vocabulary {
    let mut words = Vocabulary::of_plan(plan);
    words.titles.extend(model.iter().flat_map(|model| titles(model)));
    words
}

/// The names of the years of a school.
pub fn years(host: &Host) -> Vec<String> {
    host.years.iter().map(|year| year.name.clone()).collect()
}

fn titles(model: &ReviewModel) -> Vec<(String, ActivityKind)> {
    let rows = model.shape.iter().flat_map(|day| &day.rows);
    let ways = rows.flat_map(|row| row.tracks.iter().flatten().chain([&row.activity]));
    let sets = model.question_sets.iter().map(|set| (set.name.clone(), set.kind));
    ways.map(titled).chain(sets).collect()
}

fn titled(activity: &Activity) -> (String, ActivityKind) {
    (activity.title.clone(), activity.kind)
}

/// What was understood beside what was read, and what has no place.
pub fn understood(table: &ReadTimetable) -> Vec<String> {
    let taken_for = table
        .understood
        .iter()
        .map(|piece| piece.taken_for.chars().count());
    let width = taken_for.max().unwrap_or(0).min(WIDEST_TAKEN_FOR);
    let mut lines = vec![format!("{:>4}  {:width$}  read", "line", "taken for")];
    for piece in &table.understood {
        let (line, read) = (piece.line, on_one_line(&piece.read));
        lines.push(format!("{line:>4}  {:width$}  {read}", piece.taken_for));
    }
    for (of_mail, heading) in [
        (
            false,
            "Without a place in the timetable, kept among the remarks of the plan:",
        ),
        (
            true,
            "Of the mail around the table, or names of staff: kept in the plan and printed on no sheet:",
        ),
    ] {
        let mut pieces = table
            .unplaced
            .iter()
            .filter(|piece| piece.of_mail == of_mail)
            .peekable();
        if pieces.peek().is_some() {
            lines.extend([String::new(), heading.into()]);
        }
        lines.extend(
            pieces.map(|piece| format!("{:>4}  {}  ({})", piece.line, on_one_line(&piece.text), piece.why)),
        );
    }
    lines
}

/// What the rows got from the review model, row by row.
pub fn from_model(rows: &[FromModel]) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let line = |row: &FromModel| {
        let mut got = Vec::new();
        if row.questions > 0 {
            got.push(counted(row.questions, "question"));
        }
        if row.remark {
            got.push("a remark".into());
        }
        if row.fixed {
            got.push("that it is a fixed point".into());
        }
        format!("{:>4}  {}: {}", row.line, on_one_line(&row.title), got.join(", "))
    };
    let heading = "Not in the table, taken from the review model:".to_string();
    [String::new(), heading]
        .into_iter()
        .chain(rows.iter().map(line))
        .collect()
}

/// What the rows got from the review model, as JSON: `[{line, title, questions, remark, fixed}]`.
pub fn from_model_json(rows: &[FromModel]) -> Value {
    let rows = rows.iter().map(|row| {
        json!({
            "line": row.line,
            "title": row.title,
            "questions": row.questions,
            "remark": row.remark,
            "fixed": row.fixed,
        })
    });
    rows.collect()
}

/// What the table leaves open, as JSON: `[{line, what}]`.
pub fn doubts_json(doubts: &[Doubt]) -> Value {
    let doubts = doubts.iter();
    doubts
        .map(|doubt| json!({ "line": doubt.line, "what": left_open(&doubt.what) }))
        .collect()
}

/// What the table leaves open.
pub fn doubts(doubts: &[Doubt]) -> Vec<String> {
    if doubts.is_empty() {
        return Vec::new();
    }
    let lines = doubts
        .iter()
        .map(|doubt| format!("{:>4}  {}", doubt.line, left_open(&doubt.what)));
    [String::new(), "Left open by the table:".into()]
        .into_iter()
        .chain(lines)
        .collect()
}

/// This column is no wider; longer text pushes the rest of its own line on.
const WIDEST_TAKEN_FOR: usize = 44;

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number of things: "1 row", "8 rows".
pub fn counted(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
