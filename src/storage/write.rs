//! The write protocol: a file is replaced whole and durably, or it stays as it was.
//!
//! The bytes go into a new file beside the target, are synced, take the target's name in one step, and then the folder
//! is synced. Whoever dies in between leaves the old bytes or the new ones, never a mixture.

mod fault;

use std::{
    ffi::{OsStr, OsString},
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use super::disk::{Disk, Durability, NewFile, Stat};
pub use fault::{Tried, WriteFault};

/// How old a left-over temporary file is when nobody can be writing it any more.
const ABANDONED: Duration = Duration::from_secs(10 * 60);

/// What a file was like when it was last read or written, to know it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// There was none.
    Absent,
    /// There was this one.
    File {
        /// Bytes.
        len: u64,
        /// When they were written.
        modified: SystemTime,
        /// Their CRC-32.
        crc: u32,
    },
}

impl Seen {
    /// A file of which the disk said `stat` *before* `bytes` were read, so that a change in between is noticed.
    #[must_use]
    pub fn file(stat: &Stat, bytes: &[u8]) -> Self {
        Self::File {
            len: stat.len,
            modified: stat.modified,
            crc: crc32fast::hash(bytes),
        }
    }
}

/// How a write ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The file holds the new bytes.
    Written {
        /// What it is like now.
        seen: Seen,
        /// How well it is kept.
        durability: Durability,
    },
    /// Somebody else changed the file since it was seen, and nothing was written: load it, merge, and try again.
    ChangedUnderneath,
}

/// Reads a file, with what is needed to replace it later; `None` if there is none.
///
/// # Errors
/// The file system's.
pub fn read(disk: &dyn Disk, path: &Path) -> io::Result<Option<(Vec<u8>, Seen)>> {
    let looked = disk.stat(path).and_then(|stat| Ok((stat, disk.read(path)?)));
    match looked {
        Ok((stat, bytes)) => {
            let seen = Seen::file(&stat, &bytes);
            Ok(Some((bytes, seen)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Replaces `target` by `bytes`, if it still is what was `seen`.
///
/// Hold the session's write lock around it. After an error call it again with the same bytes: it always starts a new
/// file, since after a failed sync the old one can't be trusted.
///
/// # Errors
/// What could not be done. The target is as it was, unless only the sync of the folder failed; then it holds the new
/// bytes, but a crash of the machine may still bring back the old ones.
pub fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8], seen: &Seen) -> Result<Outcome, WriteFault> {
    replace_for(Readers::OfTheFolder, disk, target, bytes, seen)
}

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Its owner, and the group of a folder that is shared with one.
    OfTheFolder,
    /// Its owner alone, whatever the folder.
    Owner,
}

/// Replaces `target` as [`replace`] does, for these readers.
///
/// # Errors
/// Those of [`replace`].
pub fn replace_for(
    readers: Readers,
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
    seen: &Seen,
) -> Result<Outcome, WriteFault> {
    let fault = |tried: Tried| move |error: io::Error| WriteFault::new(target, tried, error);
    let (folder, tmp) = beside(target).map_err(fault(Tried::Look))?;
    if !is_as_seen(disk, target, bytes, seen)? {
        return Ok(Outcome::ChangedUnderneath);
    }
    let mut file = create_tmp(disk, &tmp, readers).map_err(fault(Tried::Create))?;
    let filled = fill(file.as_mut(), bytes);
    // Windows can't rename a file that is still open.
    drop(file);
    let placed = filled.and_then(|done| match disk.rename(&tmp, target) {
        Ok(()) => Ok(done),
        Err(error) => Err((Tried::Rename, error)),
    });
    let (stat, written) = placed.map_err(|(tried, error)| {
        // The first error is the one to tell; what stays behind is swept at a later start.
        let _left_over = disk.remove(&tmp);
        WriteFault::new(target, tried, error)
    })?;
    let named = Durability::of(disk.sync_dir(folder)).map_err(fault(Tried::SyncFolder))?;
    Ok(Outcome::Written {
        seen: Seen::file(&stat, bytes),
        durability: written.and(named),
    })
}

/// Removes the temporary files that died saves of `target` left beside it, if they are older than ten minutes.
///
/// Only those of this one file, which is this program's own: in a shared folder the others are somebody else's. What
/// can't be looked at or removed stays: it harms nobody, and the next start tries again.
pub fn sweep_old_tmps(disk: &dyn Disk, target: &Path, now: SystemTime) {
    let (Some(dir), Some(own)) = (target.parent(), target.file_name()) else {
        return;
    };
    let Ok(names) = disk.names(dir) else { return };
    for name in names.iter().filter(|name| is_tmp_of(name, own)) {
        let path = dir.join(name);
        if disk.stat(&path).is_ok_and(|stat| is_abandoned(&stat, now)) {
            let _next_time = disk.remove(&path);
        }
    }
}

/// The folder of `target` and the name of the temporary file in it.
pub(super) fn beside(target: &Path) -> io::Result<(&Path, PathBuf)> {
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"))?;
    let folder = target.parent().filter(|dir| !dir.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut tmp = OsString::from(".");
    tmp.push(name);
    tmp.push(format!(".{}.tmp", std::process::id()));
    Ok((folder, folder.join(tmp)))
}

/// Whether `target` is still what was `seen`, or already holds `bytes` from a save of which only the end failed.
fn is_as_seen(disk: &dyn Disk, target: &Path, bytes: &[u8], seen: &Seen) -> Result<bool, WriteFault> {
    let fault = |error| WriteFault::new(target, Tried::Look, error);
    let stat = match disk.stat(target) {
        Ok(stat) => stat,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(*seen == Seen::Absent),
        Err(error) => return Err(fault(error)),
    };
    if stat.is_symlink {
        return Err(WriteFault::refused(target, Tried::ReplaceLink));
    }
    if stat.readonly {
        return Err(WriteFault::refused(target, Tried::ReplaceReadOnly));
    }
    let known = match *seen {
        Seen::File { len, modified, .. } if len == stat.len && modified == stat.modified => return Ok(true),
        Seen::File { crc, .. } => Some(crc),
        Seen::Absent => None,
    };
    let found = disk.read(target).map_err(fault)?;
    Ok(known == Some(crc32fast::hash(&found)) || found == bytes)
}

fn create_tmp(disk: &dyn Disk, tmp: &Path, readers: Readers) -> io::Result<Box<dyn NewFile>> {
    let create = || match readers {
        Readers::OfTheFolder => disk.create_new(tmp),
        Readers::Owner => disk.create_private(tmp),
    };
    match create() {
        // A program with our process number died here long ago.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            disk.remove(tmp)?;
            create()
        }
        created => created,
    }
}

fn fill(file: &mut dyn NewFile, bytes: &[u8]) -> Result<(Stat, Durability), (Tried, io::Error)> {
    file.write_all(bytes).map_err(|error| (Tried::Write, error))?;
    let durability = Durability::of(file.sync()).map_err(|error| (Tried::Sync, error))?;
    let stat = file.stat().map_err(|error| (Tried::Look, error))?;
    Ok((stat, durability))
}

/// The name of the file that is being written under this temporary name, `.<name>.<pid>.tmp`.
#[must_use]
pub fn target_of_tmp(name: &OsStr) -> Option<&str> {
    let (target, pid) = name
        .to_str()?
        .strip_prefix('.')?
        .strip_suffix(".tmp")?
        .rsplit_once('.')?;
    let is_pid = !pid.is_empty() && pid.bytes().all(|byte| byte.is_ascii_digit());
    is_pid.then_some(target)
}

fn is_tmp_of(name: &OsStr, own: &OsStr) -> bool {
    target_of_tmp(name).is_some_and(|target| OsStr::new(target) == own)
}

fn is_abandoned(stat: &Stat, now: SystemTime) -> bool {
    let age = now.duration_since(stat.modified).unwrap_or_default();
    age > ABANDONED && !stat.is_dir && !stat.is_symlink
}

#[cfg(test)]
mod tests;
