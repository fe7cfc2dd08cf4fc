//! Rehearsals: copies with a session id of their own, so that nothing real is ever touched.

use std::path::{Path, PathBuf};

use super::footing::{Footing, NoFooting, left_words};
use crate::{
    domain::{ids::SessionId, plan::Plan, slugs::slug},
    storage::{
        catalogue::Example,
        disk::Disk,
        files::{plan_file, records_file, records_text::RecordsText},
        paths::Home,
        session_folder::SessionFolder,
        write::{self, Outcome, Seen, Tried, WriteFault},
    },
};

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the rehearsal could not be made: {why}\n{}", left_words(.left.as_deref()))]
pub struct RehearsalFault {
    why: String,
    /// The folder that could not be taken away again.
    left: Option<PathBuf>,
}

/// A fault before anything was made.
fn fault(error: impl std::fmt::Display) -> RehearsalFault {
    RehearsalFault {
        why: error.to_string(),
        left: None,
    }
}

/// A fault of the disk, with its cure.
fn refused(fault: &WriteFault) -> RehearsalFault {
    self::fault(format_args!(
        "{}: {}\n{}",
        fault.path().display(),
        fault.reason(),
        fault.cure()
    ))
}

/// Copies a worked example into a new rehearsal; its folder.
///
/// # Errors
/// If the copy can't be written.
pub fn demo(home: &Home, disk: &dyn Disk, example: &Example) -> Result<PathBuf, RehearsalFault> {
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).map_err(fault)?;
    let session = plan.session;
    copy(home, disk, plan, |copy, id| {
        for (name, text) in example.records {
            copy_text(disk, (Path::new(name), text.as_bytes(), session), copy, id)?;
        }
        Ok(())
    })
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
    let plan = plan_file::write_plan(&plan).map_err(fault)?;
    let dir = folder.records_dir();
    let footing = Footing::make(disk, &dir).map_err(|NoFooting { error, left }| RehearsalFault {
        left,
        ..refused(&WriteFault::new(&dir, Tried::Create, error))
    })?;
    let filled = records(&folder, id).and_then(|()| put(disk, &folder.plan_path(), plan.as_bytes()));
    if let Err(fault) = filled {
        empty(disk, &folder);
        let left = footing.take_away(disk).map(Path::to_path_buf);
        return Err(RehearsalFault { left, ..fault });
    }
    Ok(folder.path().to_path_buf())
}

/// Writes a file of the copy, where there is none.
fn put(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), RehearsalFault> {
    match write::replace(disk, path, bytes, &Seen::Absent) {
        Ok(Outcome::Written { .. }) => Ok(()),
        Ok(Outcome::ChangedUnderneath) => Err(fault(format_args!(
            "{} was made by something else just now; try again",
            path.display()
        ))),
        Err(fault) => Err(refused(&fault)),
    }
}

/// Removes the files of a copy that is not whole; nobody else can know of its folder.
fn empty(disk: &dyn Disk, folder: &SessionFolder) {
    for dir in [folder.records_dir(), folder.path().to_path_buf()] {
        for name in disk.names(&dir).unwrap_or_default() {
            // What stays keeps its folder, which is then named; a folder is taken away as one.
            let _stays = disk.remove(&dir.join(name));
        }
    }
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
        if file.writer.is_some() {
            let bytes = disk.read(&file.path).map_err(fault)?;
            copy_text(disk, (&file.path, &bytes, session), copy, id)?;
        }
    }
    Ok(())
}

/// Copies what can be read of the text of one records file.
fn copy_text(
    disk: &dyn Disk,
    (path, bytes, session): (&Path, &[u8], SessionId),
    copy: &SessionFolder,
    id: SessionId,
) -> Result<(), RehearsalFault> {
    let read = records_file::read_records(path, bytes, session);
    let (Some(name), Some(writer), Some(person)) = (path.file_name(), read.writer, read.person) else {
        return Ok(());
    };
    let mut text = RecordsText::new(id, writer, &person).map_err(fault)?;
    text.put_all(&read.records).map_err(fault)?;
    put(disk, &copy.records_dir().join(name), &text.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::catalogue;
    use crate::storage::disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    };

    /// No space left on the device.
    const ENOSPC: i32 = 28;

    /// A home whose rehearsals have begun, with a session that has records of three writers.
    fn home() -> (tempfile::TempDir, Home, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        RealDisk.create_dir_all(&home.rehearsals()).unwrap();
        let with_notes = catalogue::examples()
            .iter()
            .find(|example| !example.records.is_empty());
        let example = with_notes.unwrap();
        let session = SessionFolder::at(home.sessions().join("half-day"));
        RealDisk.create_dir_all(&session.records_dir()).unwrap();
        put(&RealDisk, &session.plan_path(), example.plan.as_bytes()).unwrap();
        for (name, text) in example.records {
            put(&RealDisk, &session.records_dir().join(name), text.as_bytes()).unwrap();
        }
        (dir, home, session.path().to_path_buf())
    }

    /// Makes a rehearsal while each operation fails in turn; the faults, with what was left of each.
    fn faults(
        lasting: bool,
        make: impl Fn(&Home, &dyn Disk, &Path) -> Result<PathBuf, RehearsalFault>,
    ) -> Vec<(String, Vec<std::ffi::OsString>)> {
        let mut faults = Vec::new();
        for nth in 1.. {
            let (_dir, home, folder) = home();
            let disk = FailingDisk::new(RealDisk);
            disk.fail(Failure {
                nth,
                errno: ENOSPC,
                lasting,
                short_write: true,
            });
            let outcome = make(&home, &disk, &folder);
            if disk.operations() < nth {
                assert!(outcome.is_ok(), "{outcome:?}");
                break;
            }
            if let Err(fault) = outcome {
                faults.push((fault.to_string(), RealDisk.names(&home.rehearsals()).unwrap()));
            }
        }
        faults
    }

    #[test]
    fn whatever_fails_nothing_is_left_of_a_rehearsal_that_was_not_made() {
        let of_example = faults(false, |home, disk, _| demo(home, disk, &catalogue::FIRST_EXAMPLE));
        let of_session = faults(false, |home, disk, folder| of_session(home, disk, folder));
        assert!(
            of_example.len() >= 5 && of_session.len() >= 20,
            "{} {}",
            of_example.len(),
            of_session.len()
        );
        for (said, left) in of_example.iter().chain(&of_session) {
            assert_eq!(left, &[""; 0], "{said}");
            assert!(said.contains("Nothing was made"), "{said}");
        }
    }

    #[test]
    fn what_can_t_be_taken_away_again_is_named() {
        let faults = faults(true, |home, disk, folder| of_session(home, disk, folder));
        assert!(faults.iter().any(|(_, left)| !left.is_empty()), "{faults:?}");
        for (said, left) in faults {
            match left.as_slice() {
                [] => assert!(said.contains("Nothing was made"), "{said}"),
                [name] => assert!(
                    said.contains("delete it yourself") && said.contains(&*name.to_string_lossy()),
                    "{said}"
                ),
                _ => panic!("{left:?}"),
            }
        }
    }
}
