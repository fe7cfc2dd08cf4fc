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
        read_timetable::ReadTimetable,
        taking_over::{Doubt, FromModel},
        typed_date,
    },
    import::{Source, Vocabulary},
    runtime::{bringing_in, clock::Clock, world::DEFAULT_ZONE},
    storage::disk::{Disk, LARGEST_FILE, why},
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
    let unreadable = |error| Failure::work(bringing_in::unreadable(path, &error));
    let bytes = disk.read(path).map_err(unreadable)?;
    Ok((path.display().to_string(), bytes))
}

/// Reads the table in the file `path`, or from standard input if it is `-`.
pub fn read(disk: &dyn Disk, path: &Path, words: &Vocabulary) -> Result<ReadTimetable, Failure> {
    let (name, bytes) = bytes(disk, path)?;
    let source = Source {
        name: &name,
        bytes: &bytes,
    };
    bringing_in::table(source, words).map_err(|fault| Failure::work(format!("{name}: {fault}")))
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

/// A number of things: "1 row", "8 rows".
pub fn counted(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
