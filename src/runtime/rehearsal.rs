//! Rehearsals: copies with a session id of their own, so that nothing real is ever touched.

use std::path::{Path, PathBuf};

use crate::{
    domain::{ids::SessionId, plan::Plan, slugs::slug},
    storage::{
        catalogue::{self, Example},
        disk::Disk,
        files::{plan_file, records_file, records_text::RecordsText},
        paths::Home,
        session_folder::SessionFolder,
        write::{self, Seen},
    },
};

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the rehearsal could not be made: {0}")]
pub struct RehearsalFault(String);

fn fault(error: impl std::fmt::Display) -> RehearsalFault {
    RehearsalFault(error.to_string())
}

/// The worked examples that one can try, each planned and not yet begun.
pub fn examples() -> impl Iterator<Item = &'static Example> {
    let examples = catalogue::examples().iter();
    examples.filter(|example| example.records.is_empty())
}

/// Copies a worked example into a new rehearsal; its folder.
///
/// # Errors
/// If the copy can't be written.
pub fn demo(home: &Home, disk: &dyn Disk, example: &Example) -> Result<PathBuf, RehearsalFault> {
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).map_err(fault)?;
    copy(home, disk, plan, |_, _| Ok(()))
}

/// Copies the session in `folder` into a new rehearsal; its folder. The session itself is only read.
///
/// # Errors
/// If it can't be read or the copy can't be written.
pub fn of_session(home: &Home, disk: &dyn Disk, folder: &Path) -> Result<PathBuf, RehearsalFault> {
    let original = SessionFolder::at(folder);
    let plan = original.plan(disk).map_err(fault)?;
    let session = plan.session;
    copy(home, disk, plan, |copy, id| {
        copy_records(disk, &original, session, copy, id)
    })
}

fn copy(
    home: &Home,
    disk: &dyn Disk,
    mut plan: Plan,
    records: impl FnOnce(&SessionFolder, SessionId) -> Result<(), RehearsalFault>,
) -> Result<PathBuf, RehearsalFault> {
    let id = super::ids::fresh_session_id();
    plan.rehearsal_of = Some(plan.session);
    plan.session = id;
    let text = id.0.simple().to_string();
    let tail: String = text.chars().skip(text.len() - 6).collect();
    let date = plan
        .begins()
        .map_or_else(|| "undated".into(), |begins| begins.date().to_string());
    let name = format!("{date}-{}-{tail}", slug(&plan.host.name));
    let folder = SessionFolder::at(home.rehearsals().join(name));
    disk.create_dir_all(&folder.records_dir()).map_err(fault)?;
    records(&folder, id)?;
    let plan = plan_file::write_plan(&plan).map_err(fault)?;
    write::replace(disk, &folder.plan_path(), plan.as_bytes(), &Seen::Absent).map_err(fault)?;
    Ok(folder.path().to_path_buf())
}

/// Copies what can be read of every records file, under the new session.
fn copy_records(
    disk: &dyn Disk,
    original: &SessionFolder,
    session: SessionId,
    copy: &SessionFolder,
    id: SessionId,
) -> Result<(), RehearsalFault> {
    for file in original.records(disk, session).files {
        let (Some(name), Some(writer)) = (file.path.file_name(), file.writer) else {
            continue;
        };
        let bytes = disk.read(&file.path).map_err(fault)?;
        let read = records_file::read_records(&file.path, &bytes, session);
        let Some(person) = read.person else { continue };
        let mut text = RecordsText::new(id, writer, &person).map_err(fault)?;
        text.put_all(&read.records).map_err(fault)?;
        let target = copy.records_dir().join(name);
        write::replace(disk, &target, &text.bytes(), &Seen::Absent).map_err(fault)?;
    }
    Ok(())
}
