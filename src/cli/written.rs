//! Writing documents, and saying which were written where.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Failure, say};
use crate::storage::{
    disk::Disk,
    documents::{Document, DocumentFault, Existing},
    exports::{self, Of},
    paths::Home,
};
use crate::ui::words::purge as words;

/// A file written, as JSON has it.
#[derive(Serialize)]
struct Written<'d> {
    format: &'d str,
    path: String,
    bytes: usize,
}

/// Writes documents into `out`, enters them among those that are known of the session, and prints where they are, as
/// lines or as JSON; with `force` over files of these names.
///
/// # Errors
/// If a file is there unasked, the disk refuses one, or nothing can be printed.
pub fn write(
    on: (&Home, &dyn Disk),
    of: Of,
    out: &Path,
    documents: &[Document],
    (force, as_json): (bool, bool),
) -> Result<(), Failure> {
    let paths = put(on, of, out, documents, force)?;
    print(documents, &paths, as_json)
}

/// Writes documents into `out`, with `force` over files of these names, and enters them among those that are known of
/// the session; where they are.
///
/// # Errors
/// If a file is there unasked, or the disk refuses one.
pub fn put(
    on: (&Home, &dyn Disk),
    of: Of,
    out: &Path,
    documents: &[Document],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let existing = if force { Existing::Replace } else { Existing::Keep };
    let written = exports::write_all(on, of, out, documents, existing).map_err(|fault| refused(&fault))?;
    if let Some(why) = written.not_entered {
        say::complain(&words::not_entered(&why));
    }
    Ok(written.paths)
}

/// Why nothing was written, and what can be done.
pub fn refused(fault: &DocumentFault) -> Failure {
    Failure::work(format!("{fault}\n{}", fault.cure()))
}

fn print(documents: &[Document], paths: &[PathBuf], as_json: bool) -> Result<(), Failure> {
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
