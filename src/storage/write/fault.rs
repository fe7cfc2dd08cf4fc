//! Why a save failed, in words for the person who typed.

use std::{
    borrow::Cow,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::storage::disk::why;

/// The step of a save at which it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// To look at the file that is to be replaced, or at the new one.
    Look,
    /// To replace a symbolic link, which is never done: the file behind it would stay old.
    ReplaceLink,
    /// To replace a file that somebody made read-only, which is never done.
    ReplaceReadOnly,
    /// To create the new file beside it.
    Create,
    /// To write the new file.
    Write,
    /// To make the new file durable.
    Sync,
    /// To put the new file in the old one's place.
    Rename,
    /// To make the new name durable.
    SyncFolder,
}

impl std::fmt::Display for Tried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Look => "look at the file",
            Self::ReplaceLink | Self::ReplaceReadOnly => "replace the file",
            Self::Create => "create a file beside it",
            Self::Write => "write it",
            Self::Sync => "make sure that it is on the disk",
            Self::Rename => "put it in place",
            Self::SyncFolder => "make sure that its name is on the disk",
        })
    }
}

/// A file that could not be saved: which, at what step, and why.
#[derive(Debug, thiserror::Error)]
#[error("{}: {} (could not {tried})", .path.display(), self.reason())]
pub struct WriteFault {
    path: PathBuf,
    tried: Tried,
    #[source]
    error: io::Error,
}

impl WriteFault {
    /// The fault of not having been able to do `tried` while saving `path`.
    #[must_use]
    pub fn new(path: &Path, tried: Tried, error: io::Error) -> Self {
        Self {
            path: path.to_owned(),
            tried,
            error,
        }
    }

    pub(super) fn refused(path: &Path, tried: Tried) -> Self {
        Self::new(path, tried, io::Error::from(ErrorKind::PermissionDenied))
    }

    /// The file that was to be saved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The step that failed.
    #[must_use]
    pub fn tried(&self) -> Tried {
        self.tried
    }

    /// What the file system said.
    #[must_use]
    pub fn error(&self) -> &io::Error {
        &self.error
    }

    /// Why, in plain words, as in "the disk is full".
    #[must_use]
    pub fn reason(&self) -> Cow<'static, str> {
        match self.cause() {
            Cause::Other => Cow::Owned(why(&self.error)),
            known => Cow::Borrowed(known.reason()),
        }
    }

    /// What to do about it, in plain words.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        self.cause().cure()
    }

    /// Whether another program holds the file.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.cause() == Cause::Held
    }

    fn cause(&self) -> Cause {
        match self.tried {
            Tried::ReplaceLink => Cause::Link,
            Tried::ReplaceReadOnly => Cause::ReadOnlyFile,
            _ => Cause::of(&self.error),
        }
    }
}

/// The causes that have words of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    Link,
    ReadOnlyFile,
    ReadOnlyFolder,
    Full,
    Quota,
    Permission,
    Gone,
    InTheWay,
    Broken,
    Held,
    Unreachable,
    Name,
    Other,
}

impl Cause {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::WriteZero => Self::Full,
            ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Quota,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFolder,
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists | ErrorKind::IsADirectory => Self::InTheWay,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Held,
            ErrorKind::TimedOut
            | ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::ConnectionAborted => Self::Unreachable,
            ErrorKind::InvalidFilename => Self::Name,
            // Asked before the permission: Windows calls a sharing violation by either name.
            _ if is_held(error) => Self::Held,
            ErrorKind::PermissionDenied => Self::Permission,
            _ if is_broken(error) => Self::Broken,
            _ => Self::Other,
        }
    }

    fn reason(self) -> &'static str {
        match self {
            Self::Link => "the file is only a link to another one",
            Self::ReadOnlyFile => "the file is marked read-only",
            Self::ReadOnlyFolder => "the folder is read-only",
            Self::Full => "the disk is full",
            Self::Quota => "your share of the disk is used up",
            Self::Permission => "no permission to write here",
            Self::Gone => "the folder is gone",
            Self::InTheWay => "something else lies in its place",
            Self::Broken => "the disk reports a fault",
            Self::Held => "another program holds the file",
            Self::Unreachable => "the network folder does not answer",
            Self::Name => "the disk does not take this name",
            Self::Other => "the file system refused",
        }
    }

    /// What can be done, whoever was saving: a session, which tries again by itself and says so, or a command, which
    /// does not.
    fn cure(self) -> &'static str {
        match self {
            Self::Link => "Put the file itself in the place of the link.",
            Self::ReadOnlyFile => "Take the read-only mark off the file.",
            Self::ReadOnlyFolder => "Use a folder that can be written, or unlock the stick.",
            Self::Full => "Delete something or empty the bin.",
            Self::Quota => "Delete something of yours on this disk.",
            Self::Permission => "Ask for the right to write in this folder, or use one of your own.",
            Self::Gone => "Plug the stick in again, or put the folder back where it was.",
            Self::InTheWay => "Move what lies there aside.",
            Self::Broken => "Use another disk, and copy what is on this one while it can still be read.",
            Self::Held => "Close the program that has it open, such as Word.",
            Self::Unreachable => "Check the network.",
            Self::Name => "Give the folder or the person a shorter, plainer name.",
            Self::Other => "Use another folder.",
        }
    }
}

#[cfg(unix)]
fn is_broken(error: &io::Error) -> bool {
    use rustix::io::Errno;
    Errno::from_io_error(error).is_some_and(|errno| matches!(errno, Errno::IO | Errno::NODEV | Errno::NXIO))
}

/// Write fault, no such device, not ready, bad checksum, hardware fault, device error.
#[cfg(not(unix))]
fn is_broken(error: &io::Error) -> bool {
    matches!(
        error.raw_os_error(),
        Some(20 | 21 | 23 | 29 | 31 | 55 | 1117 | 1167)
    )
}

#[cfg(unix)]
fn is_held(_error: &io::Error) -> bool {
    false
}

/// Sharing violation, lock violation, a part of the file is locked.
#[cfg(not(unix))]
fn is_held(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(32 | 33 | 1224))
}
