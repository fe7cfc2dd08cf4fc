//! One's own notes in another folder, while the first place takes nothing: a session folder that can be opened, and beside
//! it, never in it, a file of the private notes, if those are wanted too.
//!
//! No lock is taken: one is needed where several programs write a file, and the folder of the locks may be on the very disk
//! that takes nothing.

use std::path::{Path, PathBuf};

use super::{
    disk::Disk,
    files::{
        Unwritable, plan_file,
        records_file::{self, ReadRecords, Standing},
        records_text::RecordsText,
    },
    session_folder::{SessionFolder, slug, tail},
    write::{self, Outcome, Readers, Seen, Tried, WriteFault},
};
use crate::domain::{
    ids::{PersonId, SessionId, WriterId},
    kept::Kind,
    note::{Label, Note},
    plan::Plan,
    record::Record,
    records::{Entry, Records},
};

/// What is to be kept there.
#[derive(Debug, Clone)]
pub struct Own {
    /// The session.
    pub session: SessionId,
    /// Its folder, which takes nothing at present.
    pub instead_of: PathBuf,
    /// The plan, if it is to be there.
    pub plan: Option<Plan>,
    /// Whose notes they are.
    pub person: Label<PersonId>,
    /// What they recorded, by the writers that they are and were.
    pub records: Vec<(WriterId, Records)>,
    /// Their private notes; none if they are not wanted.
    pub private: Vec<Record<Note>>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The folder of the session there.
    pub folder: PathBuf,
    /// The file of private notes, if they were wanted.
    pub private: Option<PathBuf>,
    /// Every file that was written.
    pub files: Vec<Written>,
}

/// Why nothing could be kept there.
#[derive(Debug, thiserror::Error)]
pub enum ElsewhereFault {
    /// It is the place that takes nothing.
    #[error("that is where saving fails: choose a folder on another disk")]
    SamePlace,
    /// There is no such folder, nor one to make it in.
    #[error("there is no folder {}: check the name, or plug the stick in", .0.display())]
    NoFolder(PathBuf),
    /// It is a file.
    #[error("{} is a file: a folder is needed", .0.display())]
    NoFolderButFile(PathBuf),
    /// Something else has the name of a file that is to be written.
    #[error("{} is something else, and was left as it is: choose another folder", .0.display())]
    Taken(PathBuf),
    /// The disk refused.
    #[error("{}: {}. {}", .0.reason(), .0.path().display(), .0.cure())]
    Write(#[from] WriteFault),
    /// A record has no form on disk.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
}

/// A file that is to be written, in place of what was seen.
struct File {
    written: Written,
    seen: Seen,
    readers: Readers,
}

/// Keeps it in `into`, which is made if only its last part is missing. Of an earlier copy there, what it has is kept too.
///
/// # Errors
/// Why not. What lies there and is something else is left as it was.
pub fn keep(disk: &dyn Disk, into: &Path, own: &Own) -> Result<Kept, ElsewhereFault> {
    let folder = own.instead_of.file_name().map(|name| into.join(name));
    let folder = folder.filter(|folder| *folder != own.instead_of && !into.starts_with(&own.instead_of));
    let session = SessionFolder::at(folder.ok_or(ElsewhereFault::SamePlace)?);
    is_there(disk, into)?;
    let files = files(disk, into, &session, own)?;
    let made = |dir: &Path| {
        let made = disk.create_dir_all(dir);
        made.map_err(|error| WriteFault::new(dir, Tried::Create, error))
    };
    let put = || {
        made(&session.records_dir())?;
        files.iter().try_for_each(|file| write_one(disk, file))
    };
    if let Err(fault) = put() {
        // What is not empty stays.
        for dir in [&session.records_dir(), session.path()] {
            let _stays = disk.remove_dir(dir);
        }
        return Err(fault);
    }
    let files: Vec<Written> = files.into_iter().map(|file| file.written).collect();
    let private = files.iter().find(|file| file.kind == Kind::PrivateNotes);
    Ok(Kept {
        private: private.map(|file| file.path.clone()),
        folder: session.path().to_path_buf(),
        files,
    })
}

/// Whether `into` is there, or can be made in the folder above it: a path with a slip in it is never made up.
fn is_there(disk: &dyn Disk, into: &Path) -> Result<(), ElsewhereFault> {
    match disk.stat(into) {
        Ok(found) if found.is_dir || found.is_symlink => return Ok(()),
        Ok(_file) => return Err(ElsewhereFault::NoFolderButFile(into.to_path_buf())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(WriteFault::new(into, Tried::Look, error).into()),
    }
    let above = into.parent().filter(|above| disk.stat(above).is_ok());
    above
        .map(|_made_in_it| ())
        .ok_or_else(|| ElsewhereFault::NoFolder(into.to_path_buf()))
}

/// All files, each looked at before any is written; what matters most comes first.
fn files(
    disk: &dyn Disk,
    into: &Path,
    session: &SessionFolder,
    own: &Own,
) -> Result<Vec<File>, ElsewhereFault> {
    let mut files = Vec::new();
    for (writer, records) in &own.records {
        let name = format!("{}.{}.ron", slug(&own.person.words), tail(*writer));
        let path = session.records_dir().join(name);
        let mut text = RecordsText::new(own.session, *writer, &own.person)?;
        let seen = earlier(disk, &path, Some(*writer), own.session, &mut text)?;
        text.put_all(records)?;
        files.push(file(path, Kind::Records, text.bytes(), seen));
    }
    if let (false, Some((writer, _))) = (own.private.is_empty(), own.records.first()) {
        let path = into.join(format!("{}-private.ron", session.name()));
        let mut text = RecordsText::private(own.session, *writer, &own.person)?;
        let seen = earlier(disk, &path, None, own.session, &mut text)?;
        for note in &own.private {
            text.put(&Entry::Note(note.clone()))?;
        }
        files.push(file(path, Kind::PrivateNotes, text.bytes(), seen));
    }
    if let Some(plan) = &own.plan {
        files.extend(plan_file_of(disk, session, plan)?);
    }
    Ok(files)
}

fn file(path: PathBuf, kind: Kind, bytes: Vec<u8>, seen: Seen) -> File {
    let readers = if kind == Kind::PrivateNotes {
        Readers::Owner
    } else {
        Readers::OfTheFolder
    };
    File {
        written: Written { path, kind, bytes },
        seen,
        readers,
    }
}

/// Takes an earlier copy into `text`: of this writer's records, or of private notes.
fn earlier(
    disk: &dyn Disk,
    path: &Path,
    writer: Option<WriterId>,
    session: SessionId,
    text: &mut RecordsText,
) -> Result<Seen, ElsewhereFault> {
    let looked = write::read(disk, path);
    let looked = looked.map_err(|error| WriteFault::new(path, Tried::Look, error))?;
    let Some((bytes, seen)) = looked else {
        return Ok(Seen::Absent);
    };
    let read = match writer {
        Some(_) => records_file::read_records(path, &bytes, session),
        None => records_file::read_private_notes(path, &bytes, session),
    };
    let ReadRecords {
        standing: Standing::Whole,
        writer: found,
        records,
        ..
    } = read
    else {
        return Err(ElsewhereFault::Taken(path.to_path_buf()));
    };
    if writer.is_some() && found != writer {
        return Err(ElsewhereFault::Taken(path.to_path_buf()));
    }
    text.put_all(&records)?;
    Ok(seen)
}

/// The plan, unless it lies there already.
fn plan_file_of(
    disk: &dyn Disk,
    session: &SessionFolder,
    plan: &Plan,
) -> Result<Option<File>, ElsewhereFault> {
    let path = session.plan_path();
    let looked = write::read(disk, &path);
    let seen = match looked.map_err(|error| WriteFault::new(&path, Tried::Look, error))? {
        None => Seen::Absent,
        Some((bytes, seen)) => match plan_file::read_plan(&path, &bytes) {
            Ok(there) if there.session != plan.session => return Err(ElsewhereFault::Taken(path)),
            Ok(there) if there.revision >= plan.revision => return Ok(None),
            Ok(_older) => seen,
            Err(_no_plan) => return Err(ElsewhereFault::Taken(path)),
        },
    };
    let bytes = plan_file::write_plan(plan)?.into_bytes();
    Ok(Some(file(path, Kind::Plan, bytes, seen)))
}

fn write_one(disk: &dyn Disk, file: &File) -> Result<(), ElsewhereFault> {
    let Written { path, bytes, .. } = &file.written;
    match write::replace_for(file.readers, disk, path, bytes, &file.seen)? {
        Outcome::Written { .. } => Ok(()),
        Outcome::ChangedUnderneath => Err(ElsewhereFault::Taken(path.clone())),
    }
}

#[cfg(test)]
mod tests;
