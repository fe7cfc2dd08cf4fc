//! Who has a session open, or is saving in it.

use std::path::Path;

use super::{line::Line, session_folders::Session};
use crate::storage::{
    disk::{Disk, why},
    lock::ScreenLock,
    paths::Home,
};

/// A line for each lock that is held, or one that none is.
pub fn lines((home, disk): (&Home, &dyn Disk), sessions: &[Session]) -> Vec<Line> {
    let mut names = disk.names(&home.locks()).unwrap_or_default();
    names.sort();
    let held = names.iter().filter_map(|name| {
        let path = home.locks().join(name);
        let kind = path.extension()?.to_str()?.to_owned();
        of_lock(&path, &kind, sessions)
    });
    let mut lines: Vec<Line> = held.collect();
    if lines.is_empty() {
        lines.push(Line::ok("locks", "none is held: no window has a session open"));
    }
    lines
}

fn of_lock(path: &Path, kind: &str, sessions: &[Session]) -> Option<Line> {
    let doing = match kind {
        "screen" => "is open in a window",
        "write" => "is being saved",
        _ => return None,
    };
    let whose = path.file_name()?.to_string_lossy().into_owned();
    let session = sessions.iter().find(|session| {
        let plan = session.plan.as_ref();
        plan.is_ok_and(|plan| whose.starts_with(&plan.session.to_string()))
    });
    let session = session.map_or_else(|| "a session".into(), |session| session.folder.name());
    match ScreenLock::held_by(path) {
        Ok(None) => None,
        Ok(Some(Some(holder))) => Some(Line::ok(
            "locks",
            format!(
                "{session} {doing}: process {} since {} {}",
                holder.pid,
                holder.since.date(),
                holder.since.hh_mm()
            ),
        )),
        Ok(Some(None)) => Some(Line::ok("locks", format!("{session} {doing}"))),
        Err(error) => Some(Line::look(
            "locks",
            format!(
                "this disk can't tell whether {session} is open already: {}",
                why(&error)
            ),
            "open the session in one window only, or set KNOWNOW_HOME to a folder on a disk of this computer",
        )),
    }
}
