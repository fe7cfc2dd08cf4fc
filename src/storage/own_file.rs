//! The one file that this program writes in a session: its own writer's records, or the notes that stay here.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    domain::{
        ids::{PersonId, SessionId, WriterId},
        note::Label,
        records::{Entry, Records},
    },
    storage::{
        disk::{Disk, Durability, LARGEST_FILE, why},
        files::{
            Unwritable,
            records_file::{self, ReadRecords, Standing},
            records_text::RecordsText,
        },
        lock::WriteLock,
        session_folder::PLAN,
        write::{self, Outcome, Seen, Tried, WriteFault},
    },
};

/// How often a file that changes while it is saved is read again before the save counts as failed.
const TRIES: usize = 4;

/// Which of the two files it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// A writer's records, in the session's folder.
    Shared,
    /// The notes that stay on this machine.
    Private,
}

/// Whose file it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The session.
    pub session: SessionId,
    /// The writer.
    pub writer: WriterId,
    /// The person.
    pub person: Label<PersonId>,
}

/// Why the file could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveFault {
    /// The disk refused.
    #[error(transparent)]
    Write(#[from] WriteFault),
    /// The lock around each save can't be had: another window holds it, or this machine's own folder fails.
    #[error("{} can't be used: {}", path.display(), why(error))]
    Locked {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// What lies there is not what this program wrote, and would be lost.
    #[error("{} was changed and can't be read any more", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// It would be longer than any file that is read.
    #[error("{} would be longer than the longest file that is read", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// A record would not be read back as it is.
    #[error("a record for {} can't be written: {fault}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: Unwritable,
    },
}

impl SaveFault {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Write(fault) => fault.path(),
            Self::Locked { path, .. }
            | Self::Damaged { path }
            | Self::Full { path }
            | Self::Unwritable { path, .. } => path,
        }
    }

    /// What went wrong, in plain words.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Write(fault) => fault.reason().to_string(),
            Self::Locked { error, .. } if is_held(error) => {
                "another window of knownow is saving to this file".into()
            }
            Self::Locked { error, .. } => own_file_fails(error),
            Self::Damaged { .. } => {
                "the file was changed by something else and can't be read any more".into()
            }
            Self::Full { .. } => {
                format!(
                    "your notes would fill more than {} MB, the most that is read of a file",
                    LARGEST_FILE >> 20
                )
            }
            Self::Unwritable { fault, .. } => fault.to_string(),
        }
    }

    /// What one can do.
    #[must_use]
    pub fn cure(&self) -> String {
        match self {
            Self::Write(fault) => fault.cure().to_string(),
            Self::Locked { error, .. } if is_held(error) => "close the other window".into(),
            Self::Locked { .. } => CURE_OF_OWN_FOLDER.into(),
            Self::Damaged { .. } => {
                "move that file aside; this program then writes a new one with all your notes".into()
            }
            Self::Full { .. } => "shorten the longest notes, where long texts were pasted".into(),
            Self::Unwritable { .. } => "copy the note's text elsewhere and report this message".into(),
        }
    }
}

/// What one can do where the program's own folder fails.
const CURE_OF_OWN_FOLDER: &str =
    "make room on that disk, or get the right to write in the folder of the file named here";

/// Why a file that the program keeps for itself fails, without which nothing is saved.
fn own_file_fails(error: &std::io::Error) -> String {
    format!(
        "a file that the program keeps for itself can't be used ({})",
        why(error)
    )
}

fn is_held(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::ResourceBusy
}

/// What a save did.
#[derive(Debug)]
pub struct Saved {
    /// How sure the disk is.
    pub durability: Durability,
    /// What another window or command had put into the file meanwhile.
    pub found: Records,
}

/// The file, as it is to be, kept ready.
#[derive(Debug)]
pub struct OwnFile {
    kept: Kept,
    owner: Owner,
    path: PathBuf,
    lock: PathBuf,
    text: RecordsText,
    seen: Seen,
    dir_made: bool,
}

impl OwnFile {
    /// The file at `path`, not yet looked at: the first save reads what is there. `lock` is held while saving.
    ///
    /// # Errors
    /// If its head has no form on disk.
    pub fn new(kept: Kept, owner: Owner, path: PathBuf, lock: PathBuf) -> Result<Self, SaveFault> {
        let text = match kept {
            Kept::Shared => RecordsText::new(owner.session, owner.writer, &owner.person),
            Kept::Private => RecordsText::private(owner.session, owner.writer, &owner.person),
        };
        let text = text.map_err(|fault| SaveFault::Unwritable {
            path: path.clone(),
            fault,
        })?;
        Ok(Self {
            kept,
            owner,
            path,
            lock,
            text,
            seen: Seen::Absent,
            dir_made: false,
        })
    }

    /// Reads what is there now, so that the first save need not. Nothing is wrong with a file that is not there.
    ///
    /// # Errors
    /// If what lies there can't be read whole.
    pub fn look(&mut self, disk: &dyn Disk) -> Result<Records, SaveFault> {
        let looked = write::read(disk, &self.path);
        let looked = looked.map_err(|error| WriteFault::new(&self.path, Tried::Look, error))?;
        let Some((bytes, seen)) = looked else {
            self.seen = Seen::Absent;
            return Ok(Records::default());
        };
        let read = match self.kept {
            Kept::Shared => records_file::read_records(&self.path, &bytes, self.owner.session),
            Kept::Private => records_file::read_private_notes(&self.path, &bytes, self.owner.session),
        };
        let ReadRecords {
            standing: Standing::Whole,
            records,
            ..
        } = read
        else {
            return Err(SaveFault::Damaged {
                path: self.path.clone(),
            });
        };
        self.text
            .put_all(&records)
            .map_err(|fault| SaveFault::Unwritable {
                path: self.path.clone(),
                fault,
            })?;
        self.seen = seen;
        Ok(records)
    }

    /// Removes what saves of this file that died more than ten minutes before `now` left beside it.
    pub fn sweep(&self, disk: &dyn Disk, now: SystemTime) {
        write::sweep_old_tmps(disk, &self.path, now);
    }

    /// Takes in new editions. They stay taken in when saving fails, so that the next try has them.
    ///
    /// # Errors
    /// If one would not be read back as it is; the others are taken in.
    pub fn put(&mut self, entries: &[Entry]) -> Result<(), SaveFault> {
        let mut first_fault = Ok(());
        for entry in entries {
            if let Err(fault) = self.text.put(entry) {
                first_fault = first_fault.and(Err(SaveFault::Unwritable {
                    path: self.path.clone(),
                    fault,
                }));
            }
        }
        first_fault
    }

    /// Writes the file by the write protocol. What somebody else put into it meanwhile is joined first.
    ///
    /// # Errors
    /// If it is not on the disk; the old file is then as it was.
    pub fn save(&mut self, disk: &dyn Disk) -> Result<Saved, SaveFault> {
        self.make_dir(disk)?;
        let saved = self.join_and_replace(disk);
        if saved.is_err() {
            self.mend_dir(disk);
        }
        saved
    }

    /// Whether what was saved is not in the file any more: another program took it away while the plan stayed, or put an
    /// older edition in its place. The next save writes all of it again.
    pub fn has_lost(&self, disk: &dyn Disk) -> bool {
        if self.kept != Kept::Shared || self.seen == Seen::Absent {
            return false;
        }
        let session = self.path.parent().and_then(Path::parent);
        match write::read(disk, &self.path) {
            Ok(None) => session.is_some_and(|session| disk.stat(&session.join(PLAN)).is_ok()),
            Ok(Some((bytes, seen))) if seen != self.seen => {
                let read = records_file::read_records(&self.path, &bytes, self.owner.session);
                read.standing == Standing::Whole && self.text.has_more_than(&read.records)
            }
            _ => false,
        }
    }

    fn join_and_replace(&mut self, disk: &dyn Disk) -> Result<Saved, SaveFault> {
        let locked = WriteLock::take(&self.lock);
        let _lock = locked.map_err(|error| SaveFault::Locked {
            path: if is_held(&error) { &self.path } else { &self.lock }.clone(),
            error,
        })?;
        let mut found = Records::default();
        for _ in 0..TRIES {
            let bytes = self.text.bytes();
            if bytes.len() as u64 > LARGEST_FILE {
                return Err(SaveFault::Full {
                    path: self.path.clone(),
                });
            }
            match write::replace(disk, &self.path, &bytes, &self.seen)? {
                Outcome::Written { seen, durability } => {
                    self.seen = seen;
                    return Ok(Saved { durability, found });
                }
                Outcome::ChangedUnderneath => found.merge(self.look(disk)?),
            }
        }
        Err(SaveFault::Damaged {
            path: self.path.clone(),
        })
    }

    fn make_dir(&mut self, disk: &dyn Disk) -> Result<(), SaveFault> {
        if self.dir_made {
            return Ok(());
        }
        if let Some(dir) = self.path.parent() {
            self.session_is_there(disk, dir)?;
            disk.create_dir_all(dir)
                .map_err(|error| WriteFault::new(dir, Tried::Create, error))?;
            self.sync_its_name(disk, dir)?;
        }
        self.dir_made = true;
        Ok(())
    }

    /// Whoever made the folder may have died, or failed, before its name was durable.
    fn sync_its_name(&self, disk: &dyn Disk, dir: &Path) -> Result<(), WriteFault> {
        let above = dir.parent().filter(|above| !above.as_os_str().is_empty());
        let synced = above.map_or(Ok(Durability::Full), |above| Durability::of(disk.sync_dir(above)));
        synced
            .map(|_its_own_sync_tells| ())
            .map_err(|error| WriteFault::new(&self.path, Tried::SyncFolder, error))
    }

    /// The folder of records may be made; that of the session is made with its plan. One that was moved or renamed while
    /// it was open must not rise again with records alone, where nobody looks for them.
    fn session_is_there(&self, disk: &dyn Disk, records: &Path) -> Result<(), WriteFault> {
        let session = records
            .parent()
            .filter(|above| self.kept == Kept::Shared && !above.as_os_str().is_empty());
        let found = session.map_or(Ok(()), |session| disk.stat(session).map(|_found| ()));
        found.map_err(|error| WriteFault::new(&self.path, Tried::Create, error))
    }

    /// Makes the folder again for the next try, if it alone is gone, as a sync program does with an empty one. Where
    /// the folder above is gone too, so is a stick or a share, and nothing may be written in its stead.
    fn mend_dir(&self, disk: &dyn Disk) {
        let Some(dir) = self.path.parent() else { return };
        let above_is_there = dir.parent().is_some_and(|above| disk.stat(above).is_ok());
        if above_is_there && disk.stat(dir).is_err() {
            let _next_try_tells = disk.create_dir_all(dir);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;

    #[test]
    fn only_a_lock_that_is_held_is_blamed_on_another_window() {
        let fault = |kind: ErrorKind| SaveFault::Locked {
            path: "me.ron".into(),
            error: Error::from(kind),
        };
        assert!(fault(ErrorKind::ResourceBusy).cure().contains("other window"));
        let full = fault(ErrorKind::StorageFull);
        assert!(!full.reason().contains("window") && !full.cure().contains("window"));
    }
}
