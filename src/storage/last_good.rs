//! The copies this computer keeps of the files of records, one's own among them, as they were when they were last read
//! whole: they stand in for a file that is broken, empty, gone or only in the cloud when the session is opened again, and
//! know what an older edition of a file, which a sync program put in its place, does not.
//!
//! A copy holds what lies in the shared folder anyway, so no private note. It lies in the state folder and never forgets
//! a record: what it knew before is joined with what the file has now.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{
    disk::{Disk, why},
    files::{
        records_file::{self, ReadRecords, Standing},
        records_text::RecordsText,
    },
    handed_over::is_handed_over,
    record_names::{is_name_for, is_plain_name},
    ron_text,
    session_folder::{LoadedFile, LoadedRecords, SessionFolder, is_records_name},
    write::{self, Readers, Seen, Tried, WriteFault},
};
use crate::domain::{
    arrival::{Ailment, Trouble},
    ids::{SessionId, WriterId},
    records::Records,
    stamp::Stamp,
};

const FORMAT: &str = "knownow last good copy";
const VERSION: u32 = 2;

/// A file as it lies in a copy.
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
    /// Since when it is not in the folder any more; empty if it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    missing_since: String,
    /// The sum of its bytes.
    sum: u32,
    text: String,
}

/// A copy that can be used.
struct Copy {
    writer: WriterId,
    file: String,
    read_at: Stamp,
    missing_since: Option<Stamp>,
    read: ReadRecords,
}

impl Copy {
    /// Whether it is of the file that the writer's own program keeps.
    fn is_first(&self) -> bool {
        is_name_for(&self.file, self.writer) && !is_handed_over(&self.file)
    }
}

/// The copies of the files of one session.
#[derive(Debug, Clone)]
pub struct LastGood {
    folder: PathBuf,
    session: SessionId,
}

impl LastGood {
    /// Those of `session` in `folder`.
    #[must_use]
    pub fn new(folder: PathBuf, session: SessionId) -> Self {
        Self { folder, session }
    }

    fn path(&self, writer: WriterId, file: &str) -> PathBuf {
        let sum = sum_of_name(file);
        self.folder.join(format!("{}.{writer}.{sum}.ron", self.session))
    }

    /// Keeps `bytes`, which were read whole at `now` from the file of this name, and whatever the copy knew that is not
    /// in them, unless the copy has all that already. Of a second file that a sync program made a copy is kept as well:
    /// somebody may clear it away while it is the only one that has a note.
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
        if !is_plain_name(file) {
            return Ok(());
        }
        let path = self.path(writer, file);
        let known = write::read(disk, &path);
        let known = known.map_err(|error| WriteFault::new(&path, Tried::Look, error))?;
        let (before, seen) = known.unwrap_or((Vec::new(), Seen::Absent));
        let known = stored_in(&path, &before).ok().filter(|known| known.file == file);
        let text = match &known {
            Some(known) => self.joined(&known.text, text, (writer, file)),
            None => text.to_owned(),
        };
        let stored = Stored {
            format: FORMAT.into(),
            version: VERSION,
            session: self.session,
            writer,
            file: file.into(),
            read_at: now.to_string(),
            missing_since: String::new(),
            sum: crc32fast::hash(text.as_bytes()),
            text,
        };
        if known.is_some_and(|known| known.text == stored.text && known.missing_since.is_empty()) {
            return Ok(());
        }
        self.write(disk, &path, &stored, &seen)
    }

    /// Remembers since when a file is not in the folder any more, so that it is said as it is after the next start.
    ///
    /// # Errors
    /// If it could not be written; the copy is then as it was.
    pub fn miss(
        &self,
        disk: &dyn Disk,
        (writer, file): (WriterId, &str),
        since: Stamp,
    ) -> Result<(), WriteFault> {
        let path = self.path(writer, file);
        let read = write::read(disk, &path).map_err(|error| WriteFault::new(&path, Tried::Look, error))?;
        let Some((bytes, seen)) = read else { return Ok(()) };
        match stored_in(&path, &bytes) {
            Ok(mut stored) if stored.missing_since.is_empty() => {
                stored.version = VERSION;
                stored.missing_since = since.to_string();
                self.write(disk, &path, &stored, &seen)
            }
            _ => Ok(()),
        }
    }

    fn write(&self, disk: &dyn Disk, path: &Path, stored: &Stored, seen: &Seen) -> Result<(), WriteFault> {
        let failed = |tried, error| WriteFault::new(path, tried, error);
        let bytes =
            ron::ser::to_string_pretty(stored, ron::ser::PrettyConfig::default().escape_strings(true))
                .map_err(|error| failed(Tried::Write, std::io::Error::other(error)))?;
        disk.create_dir_all(&self.folder)
            .map_err(|error| failed(Tried::Create, error))?;
        // Another window that keeps the same file has the same to write.
        write::replace_for(Readers::Owner, disk, path, bytes.as_bytes(), seen).map(|_written| ())
    }

    /// What is read `now` of a file, with what was read of it `before` and is not in it any more: nothing but removing
    /// the notes of a review makes a copy smaller.
    fn joined(&self, before: &str, now: &str, (writer, file): (WriterId, &str)) -> String {
        let read = |text: &str| records_file::read_records(Path::new(file), text.as_bytes(), self.session);
        if before == now {
            return now.into();
        }
        let (known, found) = (read(before), read(now));
        if known.standing != Standing::Whole || found.records.knows(&known.records) {
            return now.into();
        }
        let whole = || {
            let mut text = RecordsText::new(self.session, writer, &found.person.or(known.person)?).ok()?;
            text.put_all(&found.records).ok()?;
            text.put_all(&known.records).ok()?;
            String::from_utf8(text.bytes()).ok()
        };
        whole().unwrap_or_else(|| before.into())
    }

    /// Lets the copies stand in for files of `folder` that could not be read whole at `now`, or are not there. What was
    /// read of such a file stays known beside the copy; and what the copy of a file knows that is whole is known too.
    pub fn stand_in(&self, disk: &dyn Disk, folder: &SessionFolder, loaded: &mut LoadedRecords, now: Stamp) {
        // Most often there is no folder: nobody else's file was ever read.
        let mut names = disk.names(&self.folder).unwrap_or_default();
        names.sort();
        let mut seconds = Vec::new();
        for name in names {
            let name = name.to_string_lossy();
            if !self.is_named(&name) {
                continue;
            }
            let path = self.folder.join(&*name);
            let file = loaded.files.iter().find(|file| is_copy_of(&name, file));
            let (standing, sum) = file.map_or((None, None), |file| (Some(&file.standing), file.sum));
            let is_whole = standing == Some(&Standing::Whole);
            if matches!(standing, Some(Standing::Newer { .. })) || (is_whole && sum == sum_in(disk, &path)) {
                continue;
            }
            match self.copy_in(disk, &path) {
                Ok(copy) if is_whole => loaded.know(copy.read.records),
                Ok(copy) if file.is_none() && !copy.is_first() => seconds.push(copy),
                // What a colleague handed over instead is no loss.
                Ok(copy) if file.is_none() && loaded.has_in_files(&copy.read.records) => {}
                Ok(copy) => take(disk, folder, loaded, copy, now),
                Err(_nobody_needs_it) if is_whole => {}
                Err(fault) => loaded.of_copies.push(format!(
                    "{} was left out: {fault}. It is the copy kept here of somebody's notes; the file itself is as it was.",
                    path.display()
                )),
            }
        }
        // A second file of a writer that was cleared away is missed only if nothing else has what was in it.
        for copy in seconds {
            if !loaded.records.knows(&copy.read.records) {
                take(disk, folder, loaded, copy, now);
            }
        }
    }

    /// What was last read of the file of this name, if a copy of it is kept.
    #[must_use]
    pub fn records_of(&self, disk: &dyn Disk, (writer, file): (WriterId, &str)) -> Option<Records> {
        let copy = self.copy_in(disk, &self.path(writer, file)).ok()?;
        Some(copy.read.records)
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
            missing_since: stored.missing_since.parse().ok(),
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
    if stored.sum != crc32fast::hash(stored.text.as_bytes()) || !is_plain_name(&stored.file) {
        return Err("it is damaged".into());
    }
    Ok(stored)
}

/// By what the copy of a file of this name is told from those of the writer's other files.
fn sum_of_name(file: &str) -> String {
    format!("{:08x}", crc32fast::hash(file.as_bytes()))
}

/// Whether the copy of this name is one of this file.
fn is_copy_of(copy: &str, file: &LoadedFile) -> bool {
    copy.ends_with(&format!(".{}.ron", sum_of_name(&file.name())))
}

/// The sum of the bytes of which a copy is, as its first lines have it: most often the file is the same, and the copy
/// need not be read.
fn sum_in(disk: &dyn Disk, path: &Path) -> Option<u32> {
    let bytes = disk.read(path).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let mut head = text.lines().take_while(|line| !line.starts_with("    text:"));
    let sum = head.find_map(|line| line.strip_prefix("    sum: "))?;
    sum.trim_end_matches(',').parse().ok()
}

/// Puts a copy in the place of its file.
fn take(disk: &dyn Disk, folder: &SessionFolder, loaded: &mut LoadedRecords, copy: Copy, now: Stamp) {
    let path = folder.records_dir().join(&copy.file);
    let found = loaded.files.iter().position(|file| file.path == path);
    let ailment = match found {
        Some(at) => loaded.files[at].fault.take().map(|fault| fault.ailment),
        None => Some(why_missing(disk, folder, loaded, &copy)),
    };
    let Some(what) = ailment else { return };
    let before = found.map(|at| loaded.files.swap_remove(at));
    let notes = copy.read.records.notes.live().count();
    loaded.know(copy.read.records);
    loaded.files.push(LoadedFile {
        path,
        writer: Some(copy.writer),
        person: copy.read.person,
        notes: before.as_ref().map_or(notes, |file| notes.max(file.notes)),
        standing: before.map_or(Standing::Refused, |file| file.standing),
        sum: None,
        fault: None,
        stood_in_for: Some(Trouble {
            since: copy
                .missing_since
                .filter(|_| what == Ailment::Gone)
                .unwrap_or(now),
            what,
            good_at: Some(copy.read_at),
        }),
    });
}

/// Why a file is not among those that were found.
fn why_missing(disk: &dyn Disk, folder: &SessionFolder, loaded: &LoadedRecords, copy: &Copy) -> Ailment {
    let records = folder.records_dir();
    if disk.stat(&records.join(format!(".{}.icloud", copy.file))).is_ok() {
        return Ailment::NotDownloaded;
    }
    let of_folder = loaded.files.iter().find(|file| file.path == records);
    let fault = of_folder.and_then(|file| file.fault.as_ref());
    fault.map_or(Ailment::Gone, |fault| fault.ailment.clone())
}

#[cfg(test)]
mod tests;
