//! The file system as the storage layer sees it: a few whole-file operations, so that a failing disk can stand in.

#[cfg(test)]
pub mod crashing;
pub mod faulty;
mod real;

use std::{ffi::OsString, io, path::Path, sync::Arc};

/// A moment as the file system writes it beside a file.
pub use std::time::SystemTime as FileTime;

pub use real::RealDisk;
pub(super) use real::private_file;

/// The largest file that is looked at, in bytes. A longer one is never parsed.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// What the file system says of a name, without following a symbolic link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// Bytes.
    pub len: u64,
    /// When its bytes were last written.
    pub modified: FileTime,
    /// Whether it only points to another file.
    pub is_symlink: bool,
    /// Whether it is a folder.
    pub is_dir: bool,
    /// Whether somebody took away the right to write it.
    pub readonly: bool,
}

/// How well what was saved is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It survives a crash of the machine.
    Full,
    /// The file system could not promise it (some network shares cannot sync): it survives a crash of the program.
    Weaker,
}

impl Durability {
    /// What a sync that ended in `result` is worth.
    ///
    /// # Errors
    /// The error of the sync, unless it only says that this file system has no sync.
    pub fn of(result: io::Result<()>) -> io::Result<Self> {
        match result {
            Ok(()) => Ok(Self::Full),
            Err(error) if sync_is_unknown(&error) => Ok(Self::Weaker),
            Err(error) => Err(error),
        }
    }

    /// The durability of two steps that are both needed.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Full, Self::Full) => Self::Full,
            _ => Self::Weaker,
        }
    }
}

fn sync_is_unknown(error: &io::Error) -> bool {
    // ERROR_INVALID_FUNCTION and ERROR_NOT_SUPPORTED have no kind of their own.
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    ) || (cfg!(windows) && matches!(error.raw_os_error(), Some(1 | 50)))
}

/// The file system, narrowed to what storage needs. Every method says which errors it has by being an `io::Result`.
pub trait Disk: Send + Sync {
    /// The bytes of a regular file, but never more than [`LARGEST_FILE`] + 1, which tells that it is too long.
    ///
    /// # Errors
    /// The file system's; also if the name is not that of a regular file (a pipe would wait for ever).
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What there is under a name.
    ///
    /// # Errors
    /// The file system's; `NotFound` if there is nothing.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// A new empty file, private from its creation on unless its folder is shared with a group.
    ///
    /// # Errors
    /// The file system's; `AlreadyExists` if there is anything under that name.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// The same, private whatever its folder is shared with.
    ///
    /// # Errors
    /// As above.
    fn create_private(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.create_new(path)
    }

    /// Puts `from` in the place of `to` in one step.
    ///
    /// # Errors
    /// The file system's.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Makes the names in a folder durable; nothing to do on Windows.
    ///
    /// # Errors
    /// The file system's.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// The file system's.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder that has nothing in it.
    ///
    /// # Errors
    /// The file system's; `DirectoryNotEmpty` if there is something in it.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;

    /// The names in a folder, in no order.
    ///
    /// # Errors
    /// The file system's.
    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>>;

    /// Makes one folder, private, in a folder that is there.
    ///
    /// # Errors
    /// The file system's; `AlreadyExists` if there is anything under that name.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes a folder and those above it, each private; one that exists stays as it is.
    ///
    /// The name of each is durable before anything is put into it: a file that is synced in a folder whose own name a
    /// crash takes away is lost all the same.
    ///
    /// # Errors
    /// The file system's.
    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        match self.stat(dir) {
            Ok(found) if found.is_dir || found.is_symlink => return Ok(()),
            Ok(_file) => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_missing) => {}
        }
        let above = folder_of(dir);
        if above != Path::new(".") {
            self.create_dir_all(above)?;
        }
        match self.create_dir(dir) {
            // Another window was quicker.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
        Durability::of(self.sync_dir(above)).map(|_weaker_on_a_share| ())
    }
}

/// The folder that a name stands in.
fn folder_of(path: &Path) -> &Path {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    above.unwrap_or(Path::new("."))
}

/// A file that was just created and is being filled.
pub trait NewFile: Send {
    /// Appends all of `bytes`.
    ///
    /// # Errors
    /// The file system's; part of the bytes may have been written.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes its bytes durable.
    ///
    /// # Errors
    /// The file system's. After one the bytes may be gone though a second try succeeds: write a new file instead.
    fn sync(&mut self) -> io::Result<()>;

    /// What the file system says of it now.
    ///
    /// # Errors
    /// The file system's.
    fn stat(&self) -> io::Result<Stat>;
}

/// Why something could not be done with a file, in plain words: "it is not there".
#[must_use]
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".into(),
        io::ErrorKind::PermissionDenied => "you have no right to it".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        io::ErrorKind::NotADirectory => "a part of its path is no folder".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::ReadOnlyFilesystem => "its disk can only be read".into(),
        _ => {
            let said = error.to_string();
            // The number behind it helps nobody who reads this.
            said.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

/// What one can do where a file among others could not be read.
#[must_use]
pub fn cure(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "ask whoever put it there for the right to read it",
        io::ErrorKind::IsADirectory => "a folder has the name of a file: rename it, or move it elsewhere",
        _ => "put a good copy of the file in its place, or take it out of the folder",
    }
}

impl<D: Disk + ?Sized> Disk for Arc<D> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        (**self).read(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        (**self).stat(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        (**self).create_new(path)
    }

    fn create_private(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        (**self).create_private(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        (**self).rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        (**self).sync_dir(dir)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        (**self).remove(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        (**self).remove_dir(dir)
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        (**self).names(dir)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        (**self).create_dir(dir)
    }
}

#[cfg(test)]
mod tests;
