//! The sessions on this machine: finding them, and finding one by the name that was typed.

use std::path::{Path, PathBuf};

use crate::{
    app::home::{Listed, SessionState},
    domain::{plan::Plan, route::Route, stamp::Stamp},
    storage::{
        disk::Disk,
        paths::{Home, absolute},
        session_folder::{PLAN, RECORDS, SessionFolder},
    },
};

/// The sessions of this machine, those to come first, rehearsals last.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk, now: Stamp) -> Vec<Listed> {
    let mut found: Vec<Listed> = folders(home, disk)
        .into_iter()
        .map(|folder| listed(disk, &folder, now))
        .collect();
    found.sort_by_key(|listed| (rank(&listed.state), listed.begins, listed.folder.clone()));
    found
}

fn rank(state: &SessionState) -> u8 {
    match state {
        SessionState::Today => 0,
        SessionState::Planned => 1,
        SessionState::Afterwards => 2,
        SessionState::Unreadable(_) => 3,
        SessionState::Rehearsal => 4,
    }
}

/// The folders that hold a session.
fn folders(home: &Home, disk: &dyn Disk) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for dir in [home.sessions(), home.rehearsals()] {
        for name in disk.names(&dir).unwrap_or_default() {
            let folder = dir.join(&name);
            if is_session(disk, &folder) {
                folders.push(folder);
            }
        }
    }
    folders
}

/// Whether there is a plan in `folder`, or at least records of a session whose plan is lost.
fn is_session(disk: &dyn Disk, folder: &Path) -> bool {
    disk.stat(&folder.join(PLAN)).is_ok() || disk.stat(&folder.join(RECORDS)).is_ok_and(|stat| stat.is_dir)
}

fn listed(disk: &dyn Disk, folder: &Path, now: Stamp) -> Listed {
    let session = SessionFolder::at(folder);
    let records = disk.names(&session.records_dir()).unwrap_or_default();
    let writers = records
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|e| e == "ron"))
        .count();
    let folder = folder.to_path_buf();
    match session.plan(disk) {
        Ok(plan) => Listed {
            folder,
            begins: plan.begins(),
            state: state(&plan, now),
            school: plan.host.name,
            title: plan.agreement.title,
            writers,
        },
        Err(fault) => {
            let why = fault.to_string().lines().next().unwrap_or_default().to_string();
            let state = SessionState::Unreadable(why);
            Listed {
                folder,
                begins: None,
                state,
                school: session.name(),
                title: String::new(),
                writers,
            }
        }
    }
}

fn state(plan: &Plan, now: Stamp) -> SessionState {
    if plan.is_rehearsal() {
        return SessionState::Rehearsal;
    }
    let spans: Vec<_> = Route::of(plan, None).days().map(|(_, span)| span).collect();
    let today = spans
        .iter()
        .any(|(begins, ends)| begins.date() == now.date() && now < *ends);
    let over = spans.last().is_some_and(|(_, ends)| now >= *ends);
    match (today, over) {
        (true, _) => SessionState::Today,
        (false, true) => SessionState::Afterwards,
        (false, false) => SessionState::Planned,
    }
}

/// Why no session goes by a name.
#[derive(Debug, thiserror::Error)]
#[error("there is no session \"{name}\", neither as a folder nor among the sessions of this machine{}", known(.names))]
pub struct NoSuchSession {
    name: String,
    names: Vec<String>,
}

fn known(names: &[String]) -> String {
    if names.is_empty() {
        return " (there are none yet; try `knownow demo`)".into();
    }
    format!("; these are here:\n  {}", names.join("\n  "))
}

/// The folder of the session that `name` means: a path, or the exact name of a folder on this machine.
///
/// # Errors
/// If there is none; the error names those there are.
pub fn resolve(home: &Home, disk: &dyn Disk, name: &Path) -> Result<PathBuf, NoSuchSession> {
    if is_session(disk, name) {
        return Ok(absolute(name.to_path_buf()));
    }
    let folders = folders(home, disk);
    let mut names = Vec::new();
    for folder in &folders {
        let folder_name = folder.file_name().unwrap_or_default();
        if folder_name == name.as_os_str() {
            return Ok(folder.clone());
        }
        names.push(folder_name.to_string_lossy().into_owned());
    }
    Err(NoSuchSession {
        name: name.display().to_string(),
        names,
    })
}
