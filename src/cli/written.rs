//! Saying which documents were written where.

use std::path::PathBuf;

use serde::Serialize;

use super::{Failure, say};
use crate::storage::documents::Document;

/// A file written, as JSON has it.
#[derive(Serialize)]
struct Written<'d> {
    format: &'d str,
    path: String,
    bytes: usize,
}

/// Prints where documents were written, as lines or as JSON.
///
/// # Errors
/// If they can't be printed.
pub fn print(documents: &[Document], paths: &[PathBuf], as_json: bool) -> Result<(), Failure> {
    let written = documents.iter().zip(paths).map(|(document, path)| Written {
        format: document.name.rsplit_once('.').map_or("", |(_, ending)| ending),
        path: path.display().to_string(),
        bytes: document.bytes.len(),
    });
    let written: Vec<Written> = written.collect();
    if as_json {
        let json = serde_json::to_string_pretty(&written).map_err(Failure::work)?;
        return say::json(&json);
    }
    let lines: Vec<String> = written
        .iter()
        .map(|file| format!("Written: {}", file.path))
        .collect();
    say::answer(&lines)
}
