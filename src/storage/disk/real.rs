//! The disk of this machine.

use std::{
    ffi::OsString,
    fs::{self, DirBuilder, File, Metadata, OpenOptions},
    io::{self, Read, Write},
    path::Path,
    time::SystemTime,
};

use super::{Disk, LARGEST_FILE, NewFile, Stat};

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

struct RealFile(File);

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let file = open_without_waiting(path)?;
        let found = file.metadata()?;
        if found.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !found.is_file() {
            let what = "it is no file with something to read in it";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, what));
        }
        let room = usize::try_from(found.len().min(LARGEST_FILE) + 1).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room);
        file.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        Ok(stat_of(&fs::symlink_metadata(path)?))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let shared = shared_bits(path);
        let file = private_file().write(true).create_new(true).open(path)?;
        share_with_group(&file, shared);
        Ok(Box::new(RealFile(file)))
    }

    fn create_private(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = private_file().write(true).create_new(true).open(path)?;
        Ok(Box::new(RealFile(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename(from, to)
    }

    #[cfg(unix)]
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        File::open(dir)?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(dir)
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(dir)?
            .map(|entry| entry.map(|found| found.file_name()))
            .collect()
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes to set"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)
    }
}

impl NewFile for RealFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn stat(&self) -> io::Result<Stat> {
        Ok(stat_of(&self.0.metadata()?))
    }
}

/// Options under which a file that is created can be read by its owner alone.
#[cfg(unix)]
pub(in crate::storage) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Options of a file; the folders of a Windows profile are private already.
#[cfg(not(unix))]
pub(in crate::storage) fn private_file() -> OpenOptions {
    OpenOptions::new()
}

fn stat_of(found: &Metadata) -> Stat {
    Stat {
        len: found.len(),
        modified: found.modified().unwrap_or(SystemTime::UNIX_EPOCH),
        is_symlink: found.file_type().is_symlink(),
        is_dir: found.is_dir(),
        readonly: found.permissions().readonly(),
    }
}

/// Opens for reading; a named pipe in a shared folder must not make the program wait for its other end.
fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        let flags = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags);
    }
    options.open(path)
}

/// The read and write bits that the folder of `path` gives its group; 0 if it is private or cannot be seen.
#[cfg(unix)]
fn shared_bits(path: &Path) -> u32 {
    let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty());
    fs::metadata(folder.unwrap_or(Path::new("."))).map_or(0, |found| {
        std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o060
    })
}

#[cfg(not(unix))]
fn shared_bits(_path: &Path) -> u32 {
    0
}

/// Gives the group of a shared folder what the umask would take away; a share without modes may refuse, and the file
/// then stays private.
#[cfg(unix)]
fn share_with_group(file: &File, bits: u32) {
    if bits != 0 {
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600 | bits);
        let _stays_private = file.set_permissions(mode);
    }
}

#[cfg(not(unix))]
fn share_with_group(_file: &File, _bits: u32) {}

#[cfg(not(windows))]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Renames, waiting up to two seconds for a virus scanner or sync client to let go of the file.
#[cfg(windows)]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    const TRIES: u32 = 100;
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);
    // Access denied, sharing violation, lock violation.
    let is_held = |error: &io::Error| matches!(error.raw_os_error(), Some(5 | 32 | 33));
    for _ in 1..TRIES {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE),
            ended => return ended,
        }
    }
    fs::rename(from, to)
}
