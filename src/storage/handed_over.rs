//! Where records that came by a hand-over are kept: in files of their own, which are written once and never changed.
//!
//! The file of a writer belongs to that writer's program alone, and may lie in a shared folder. So what a hand-over
//! brings goes beside it, named by what is in it: the same hand-over taken in on two laptops is one file, and reading
//! joins it with whatever else is there of that writer.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{
    disk::Disk,
    files::{Unwritable, records_text::RecordsText},
    session_folder::{SessionFolder, slug, tail},
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::{
    ids::{PersonId, SessionId, WriterId},
    note::Label,
    records::Entry,
};

/// What stands in the names of such files, before what they are named by.
pub(super) const HANDED_OVER: &str = ".handed-over-";

/// Whether a file of this name came by a hand-over.
pub(super) fn is_handed_over(name: &str) -> bool {
    name.contains(HANDED_OVER)
}

/// Why records that came by a hand-over were not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepFault {
    /// The disk refused.
    #[error(transparent)]
    Write(#[from] WriteFault),
    /// One of them would not be read back as it is.
    #[error("a record of {name} can't be written: {fault}")]
    Unwritable {
        /// Whose record it is.
        name: String,
        /// Why.
        fault: Unwritable,
    },
    /// Another file has the name that this one is to have.
    #[error("{} is there already and holds something else; move it aside", .0.display())]
    Taken(PathBuf),
}

/// Keeps `entries` of one writer; the file. Hold the session's write lock.
///
/// # Errors
/// If they are not on the disk; nothing else was changed.
pub fn keep(
    disk: &dyn Disk,
    folder: &SessionFolder,
    session: SessionId,
    (writer, person): &(WriterId, Label<PersonId>),
    entries: &[Entry],
) -> Result<PathBuf, KeepFault> {
    let unwritable = |fault| KeepFault::Unwritable {
        name: person.words.clone(),
        fault,
    };
    let mut text = RecordsText::new(session, *writer, person).map_err(unwritable)?;
    for entry in entries {
        text.put(entry).map_err(unwritable)?;
    }
    let bytes = text.bytes();
    let path = folder.records_dir().join(file_name(*writer, person, &bytes));
    make_folder(disk, &folder.records_dir())?;
    match write::replace(disk, &path, &bytes, &Seen::Absent)? {
        Outcome::Written { .. } => Ok(path),
        Outcome::ChangedUnderneath => Err(KeepFault::Taken(path)),
    }
}

fn make_folder(disk: &dyn Disk, folder: &Path) -> Result<(), WriteFault> {
    disk.create_dir_all(folder)
        .map_err(|error| WriteFault::new(folder, Tried::Create, error))
}

fn file_name(writer: WriterId, person: &Label<PersonId>, bytes: &[u8]) -> String {
    let content = Uuid::new_v5(&writer.0, bytes).simple().to_string();
    let content: String = content.chars().take(8).collect();
    format!(
        "{}.{}{HANDED_OVER}{content}.ron",
        slug(&person.words),
        tail(writer)
    )
}
