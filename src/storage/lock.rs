//! Locks between the windows of this program on one machine.
//!
//! They are files in the state directory, never in a session folder, which a sync client may carry elsewhere. The
//! operating system lets go of them when a program dies, however it dies. Lock files are left in place: removing one
//! would let two programs lock two files of the same name.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use super::disk::{Disk, RealDisk, private_file};
use crate::domain::stamp::Stamp;

/// How long a save waits for another one: this often, this long.
const WRITE_TRIES: u32 = 400;
const WRITE_PAUSE: Duration = Duration::from_millis(5);

/// More than the few words of a holder is not read.
const LONGEST_HOLDER: u64 = 256;

/// Which running program holds a screen lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The number of its process.
    pub pid: u32,
    /// When it took the lock.
    pub since: Stamp,
}

/// The answer to the wish to open a session as one writer.
#[derive(Debug)]
pub enum Taken {
    /// It is ours until the lock is dropped.
    Mine(ScreenLock),
    /// Another window has it; which one, if it said so.
    HeldBy(Option<Holder>),
}

/// The right to be the one window in which a writer types in a session; given back when dropped.
#[derive(Debug)]
pub struct ScreenLock {
    // Closing it lets go of the lock.
    _file: File,
    holder: PathBuf,
}

impl ScreenLock {
    /// Takes the lock at `path` for `holder`, without waiting.
    ///
    /// # Errors
    /// The file system's, among them that it knows no locks.
    pub fn take(path: &Path, holder: &Holder) -> io::Result<Taken> {
        let file = open(path)?;
        let told = holder_path(path);
        match file.try_lock() {
            Ok(()) => {
                // Who it is only makes the message of a second window better.
                let _nameless = tell_holder(&told, holder);
                Ok(Taken::Mine(Self {
                    _file: file,
                    holder: told,
                }))
            }
            Err(TryLockError::WouldBlock) => Ok(Taken::HeldBy(read_holder(&told))),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl ScreenLock {
    /// Whether no window has the lock at `path`; where that can't be found out, one may have it.
    #[must_use]
    pub fn is_free(path: &Path) -> bool {
        open(path).is_ok_and(|file| file.try_lock().is_ok())
    }

    /// Which window has the lock at `path`, if it said so; `None` where nobody has it.
    ///
    /// # Errors
    /// The file system's, among them that it knows no locks.
    pub fn held_by(path: &Path) -> io::Result<Option<Option<Holder>>> {
        match open(path)?.try_lock() {
            Ok(()) => Ok(None),
            Err(TryLockError::WouldBlock) => Ok(Some(read_holder(&holder_path(path)))),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for ScreenLock {
    fn drop(&mut self) {
        // A name that stays is only read while somebody holds the lock, who then has written a new one.
        let _overwritten_later = fs::remove_file(&self.holder);
    }
}

/// The right to save; held for the moment of one save and given back when dropped.
#[derive(Debug)]
pub struct WriteLock {
    // Closing it lets go of the lock.
    _file: File,
}

impl WriteLock {
    /// Takes the lock at `path`, waiting at most two seconds for another save to end.
    ///
    /// # Errors
    /// `ResourceBusy` if another window is still saving; the file system's, among them that it knows no locks.
    pub fn take(path: &Path) -> io::Result<Self> {
        Self::take_within(path, WRITE_TRIES)
    }

    fn take_within(path: &Path, tries: u32) -> io::Result<Self> {
        let file = open(path)?;
        for left in (0..tries).rev() {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if left > 0 => std::thread::sleep(WRITE_PAUSE),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        Err(io::Error::new(
            ErrorKind::ResourceBusy,
            "another window is saving",
        ))
    }
}

fn open(path: &Path) -> io::Result<File> {
    let lock_file = || private_file().write(true).create(true).truncate(false).open(path);
    match lock_file() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            RealDisk.create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            lock_file()
        }
        opened => opened,
    }
}

/// Beside the lock, since Windows lets nobody read a locked file.
fn holder_path(lock: &Path) -> PathBuf {
    let mut name = OsString::from(lock);
    name.push(".holder");
    name.into()
}

fn tell_holder(path: &Path, holder: &Holder) -> io::Result<()> {
    let mut file = private_file()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?;
    file.write_all(format!("{} {}\n", holder.pid, holder.since).as_bytes())
}

fn read_holder(path: &Path) -> Option<Holder> {
    let mut text = String::new();
    let file = File::open(path).ok()?;
    file.take(LONGEST_HOLDER).read_to_string(&mut text).ok()?;
    let (pid, since) = text.trim_end().split_once(' ')?;
    Some(Holder {
        pid: pid.parse().ok()?,
        since: since.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder() -> Holder {
        Holder {
            pid: 4711,
            since: "2026-12-01T08:02:00+00:00".parse().unwrap(),
        }
    }

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("locks/session.writer.screen");
        (dir, path)
    }

    fn held_by(path: &Path) -> Option<Holder> {
        let second = Holder { pid: 1, ..holder() };
        match ScreenLock::take(path, &second).unwrap() {
            Taken::HeldBy(holder) => holder,
            Taken::Mine(_) => panic!("two windows hold one lock"),
        }
    }

    #[test]
    fn a_second_window_is_told_who_holds_the_session() {
        let (_dir, path) = folder();
        let Taken::Mine(lock) = ScreenLock::take(&path, &holder()).unwrap() else {
            panic!("nobody else holds it")
        };
        assert_eq!(held_by(&path), Some(holder()));
        assert_eq!(held_by(&path), Some(holder()));
        drop(lock);
        assert!(matches!(
            ScreenLock::take(&path, &holder()).unwrap(),
            Taken::Mine(_)
        ));
    }

    #[test]
    fn a_holder_that_is_missing_or_torn_is_somebody() {
        let (_dir, path) = folder();
        let _lock = ScreenLock::take(&path, &holder()).unwrap();
        let told = holder_path(&path);
        for torn in ["", "4711", "4711 2026-12-", "\u{1b}[2J x"] {
            let mut file = File::options().write(true).truncate(true).open(&told).unwrap();
            file.write_all(torn.as_bytes()).unwrap();
            assert_eq!(held_by(&path), None, "{torn:?}");
        }
        fs::remove_file(&told).unwrap();
        assert_eq!(held_by(&path), None);
    }

    #[test]
    fn a_name_left_by_a_killed_program_holds_nothing() {
        let (_dir, path) = folder();
        drop(open(&path).unwrap());
        tell_holder(&holder_path(&path), &Holder { pid: 9, ..holder() }).unwrap();
        let _lock = ScreenLock::take(&path, &holder()).unwrap();
        assert_eq!(held_by(&path), Some(holder()));
    }

    #[test]
    fn two_saves_do_not_overlap() {
        let (_dir, path) = folder();
        let lock = WriteLock::take(&path).unwrap();
        let error = WriteLock::take_within(&path, 2).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ResourceBusy);
        assert_eq!(error.to_string(), "another window is saving");
        drop(lock);
        WriteLock::take_within(&path, 1).unwrap();
    }

    #[test]
    fn a_save_waits_for_the_one_before_it() {
        let (_dir, path) = folder();
        let lock = WriteLock::take(&path).unwrap();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| WriteLock::take(&path));
            drop(lock);
            waiting.join().unwrap().unwrap();
        });
    }

    #[cfg(unix)]
    #[test]
    fn locks_are_private() {
        use std::os::unix::fs::PermissionsExt;
        let (_dir, path) = folder();
        let _lock = ScreenLock::take(&path, &holder()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(&holder_path(&path)), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
}
