//! The copies this computer keeps of colleagues' files, as they were when they were last read whole: they stand in for a
//! file that is broken, empty, gone or only in the cloud when the session is opened again.
//!
//! A copy holds what lies in the shared folder anyway, so no private note, and nothing that was written on this computer.
//! It lies in the state folder and is never written into the session's.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{
    disk::{Disk, why},
    files::records_file::{self, ReadRecords, Standing},
    handed_over::is_handed_over,
    record_names::is_name_for,
    ron_text,
    session_folder::{LoadedFile, LoadedRecords, SessionFolder, is_records_name},
    write::{self, Readers, Seen, Tried, WriteFault},
};
use crate::domain::{
    arrival::{Ailment, Trouble},
    ids::{SessionId, WriterId},
    stamp::Stamp,
};

const FORMAT: &str = "knownow last good copy";
const VERSION: u32 = 1;

/// A colleague's file as it lies in a copy.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    session: SessionId,
    writer: WriterId,
    /// Its name in the folder of records.
    file: String,
    /// When it was read.
    read_at: String,
    /// The sum of its bytes.
    sum: u32,
    text: String,
}

/// A copy that can be used.
struct Copy {
    writer: WriterId,
    file: String,
    read_at: Stamp,
    read: ReadRecords,
}

/// The copies of the files of one session.
#[derive(Debug, Clone)]
pub struct LastGood {
    folder: PathBuf,
    session: SessionId,
    /// The writers that people at this computer are or were: of their files none is kept.
    own: Vec<WriterId>,
}

impl LastGood {
    /// Those of `session` in `folder`; of files of the writers in `own` there are none.
    #[must_use]
    pub fn new(folder: PathBuf, session: SessionId, own: Vec<WriterId>) -> Self {
        Self { folder, session, own }
    }

    fn path(&self, writer: WriterId, file: &str) -> PathBuf {
        let sum = sum_of_name(file);
        self.folder.join(format!("{}.{writer}.{sum}.ron", self.session))
    }

    /// Keeps `bytes`, which were read whole at `now` from the file of this name, unless the copy has them already. Of a
    /// second file that a sync program made no copy is kept, since such a file goes when somebody clears it away.
    ///
    /// # Errors
    /// If it could not be written; the copy is then as it was.
    pub fn keep(
        &self,
        disk: &dyn Disk,
        (writer, file): (WriterId, &str),
        bytes: &[u8],
        now: Stamp,
    ) -> Result<(), WriteFault> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            return Ok(());
        };
        if self.own.contains(&writer) || !is_name_for(file, writer) {
            return Ok(());
        }
        let path = self.path(writer, file);
        let fault = |tried| move |error| (tried, error);
        let failed = |(tried, error)| WriteFault::new(&path, tried, error);
        let known = write::read(disk, &path)
            .map_err(fault(Tried::Look))
            .map_err(failed)?;
        let (before, seen) = known.unwrap_or((Vec::new(), Seen::Absent));
        let stored = Stored {
            format: FORMAT.into(),
            version: VERSION,
            session: self.session,
            writer,
            file: file.into(),
            read_at: now.to_string(),
            sum: crc32fast::hash(bytes),
            text: text.into(),
        };
        if stored_in(&path, &before).is_ok_and(|known| known.text == stored.text && known.file == file) {
            return Ok(());
        }
        let bytes =
            ron::ser::to_string_pretty(&stored, ron::ser::PrettyConfig::default().escape_strings(true))
                .map_err(|error| failed((Tried::Write, std::io::Error::other(error))))?;
        disk.create_dir_all(&self.folder)
            .map_err(fault(Tried::Create))
            .map_err(failed)?;
        // Another window that keeps the same file has the same to write.
        write::replace_for(Readers::Owner, disk, &path, bytes.as_bytes(), &seen).map(|_written| ())
    }

    /// Lets the copies stand in for files of `folder` that could not be read whole at `now`, or are not there. What was
    /// read of such a file stays known beside the copy.
    pub fn stand_in(&self, disk: &dyn Disk, folder: &SessionFolder, loaded: &mut LoadedRecords, now: Stamp) {
        // Most often there is no folder: nobody else's file was ever read.
        let mut names = disk.names(&self.folder).unwrap_or_default();
        names.sort();
        for name in names {
            let name = name.to_string_lossy();
            if !self.is_named(&name) || loaded.files.iter().any(|file| is_well(file, &name)) {
                continue;
            }
            let path = self.folder.join(&*name);
            match self.copy_in(disk, &path) {
                Ok(copy) if self.own.contains(&copy.writer) => {}
                Ok(copy) => take(disk, folder, loaded, copy, now),
                Err(fault) => loaded.of_copies.push(format!(
                    "{} was left out: {fault}. It is the copy kept here of a colleague's notes; their own file is as it was.",
                    path.display()
                )),
            }
        }
    }

    fn is_named(&self, name: &str) -> bool {
        is_records_name(name) && name.starts_with(&format!("{}.", self.session))
    }

    /// The copy in a file, or why it is none.
    fn copy_in(&self, disk: &dyn Disk, path: &Path) -> Result<Copy, String> {
        let bytes = disk.read(path).map_err(|error| why(&error))?;
        let stored = stored_in(path, &bytes)?;
        if stored.session != self.session || path != self.path(stored.writer, &stored.file) {
            return Err("it belongs elsewhere".into());
        }
        let read_at = stored.read_at.parse()?;
        let file = Path::new(&stored.file);
        let read = records_file::read_records(file, stored.text.as_bytes(), self.session);
        if read.standing != Standing::Whole || read.writer != Some(stored.writer) {
            return Err("it is damaged".into());
        }
        Ok(Copy {
            writer: stored.writer,
            file: stored.file,
            read_at,
            read,
        })
    }
}

fn stored_in(path: &Path, bytes: &[u8]) -> Result<Stored, String> {
    let damaged = |_how| "it is damaged".to_owned();
    let text = ron_text::text(path, bytes).map_err(damaged)?;
    let stored: Stored = ron_text::parse_text(path, &text).map_err(damaged)?;
    if stored.format != FORMAT || stored.version > VERSION {
        return Err("another program, or a newer version of this one, wrote it".into());
    }
    if stored.sum != crc32fast::hash(stored.text.as_bytes()) || !is_name_for(&stored.file, stored.writer) {
        return Err("it is damaged".into());
    }
    Ok(stored)
}

/// By what the copy of a file of this name is told from those of the writer's other files.
fn sum_of_name(file: &str) -> String {
    format!("{:08x}", crc32fast::hash(file.as_bytes()))
}

/// Whether the copy of this name is of a file that needs none: it is whole, or of a newer version, which keeps what it
/// had.
fn is_well(file: &LoadedFile, copy: &str) -> bool {
    let is_well = matches!(file.standing, Standing::Whole | Standing::Newer { .. });
    is_well && copy.ends_with(&format!(".{}.ron", sum_of_name(&file.name())))
}

/// Puts a copy in the place of its file.
fn take(disk: &dyn Disk, folder: &SessionFolder, loaded: &mut LoadedRecords, copy: Copy, now: Stamp) {
    let path = folder.records_dir().join(&copy.file);
    let found = loaded.files.iter().position(|file| file.path == path);
    let ailment = match found {
        Some(at) => loaded.files[at].fault.take().map(|fault| fault.ailment),
        None => why_missing(disk, folder, loaded, &copy),
    };
    let Some(what) = ailment else { return };
    let before = found.map(|at| loaded.files.swap_remove(at));
    let notes = copy.read.records.notes.live().count();
    loaded.records.merge(copy.read.records);
    loaded.files.push(LoadedFile {
        path,
        writer: Some(copy.writer),
        person: copy.read.person,
        notes: before.as_ref().map_or(notes, |file| notes.max(file.notes)),
        standing: before.map_or(Standing::Refused, |file| file.standing),
        sum: None,
        fault: None,
        stood_in_for: Some(Trouble {
            what,
            since: now,
            good_at: Some(copy.read_at),
        }),
    });
}

/// Why a file is not among those that were found; `None` for one that came by a hand-over: somebody cleared it away.
fn why_missing(
    disk: &dyn Disk,
    folder: &SessionFolder,
    loaded: &LoadedRecords,
    copy: &Copy,
) -> Option<Ailment> {
    let records = folder.records_dir();
    if disk.stat(&records.join(format!(".{}.icloud", copy.file))).is_ok() {
        return Some(Ailment::NotDownloaded);
    }
    let of_folder = loaded.files.iter().find(|file| file.path == records);
    if let Some(fault) = of_folder.and_then(|file| file.fault.as_ref()) {
        return Some(fault.ailment.clone());
    }
    (!is_handed_over(&copy.file)).then_some(Ailment::Gone)
}

#[cfg(test)]
mod tests;
