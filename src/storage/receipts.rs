//! The receipt of a removal: when, of which session, how many files of which kinds, and what could not be reached. No
//! name, no path and no word of what was in them.

use std::{collections::BTreeMap, io, path::Path};

use serde::{Deserialize, Serialize};

use super::{
    disk::Disk,
    ron_text,
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::{ids::SessionId, stamp::Stamp};

const FORMAT: &str = "knownow receipt";
const VERSION: u32 = 1;

/// How many files of each kind.
pub type Counts = BTreeMap<String, usize>;

/// One removal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// When it began, in local time.
    pub begun: String,
    /// When it ended; not there if the program died before.
    pub ended: Option<String>,
    /// Whether what is colleagues' was removed too.
    pub whole_session: bool,
    /// What is gone.
    pub removed: Counts,
    /// What could not be removed.
    pub failed: Counts,
    /// What stays.
    pub left: Counts,
    /// What no program on this computer can reach.
    pub out_of_reach: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    session: SessionId,
    removals: Vec<Removal>,
}

/// The receipt of a session while files are being removed.
pub struct Receipt<'d> {
    disk: &'d dyn Disk,
    path: &'d Path,
    stored: Stored,
    seen: Seen,
}

impl<'d> Receipt<'d> {
    /// Begins a further removal of `session` in the receipt at `path`; it is on the disk before anything is removed. A
    /// receipt that can't be read is begun anew. Hold the session's write lock.
    ///
    /// # Errors
    /// What could not be done; then nothing should be removed.
    pub fn begin(
        disk: &'d dyn Disk,
        path: &'d Path,
        session: SessionId,
        at: Stamp,
    ) -> Result<Self, WriteFault> {
        if let Some(folder) = path.parent() {
            disk.create_dir_all(folder)
                .map_err(|error| WriteFault::new(path, Tried::Create, error))?;
        }
        let looked = write::read(disk, path).map_err(|error| WriteFault::new(path, Tried::Look, error))?;
        let (bytes, seen) = looked.unwrap_or((Vec::new(), Seen::Absent));
        let known = ron_text::parse::<Stored>(path, &bytes).ok();
        let removals = known
            .filter(|known| known.session == session)
            .map(|known| known.removals);
        let mut receipt = Self {
            disk,
            path,
            stored: Stored {
                format: FORMAT.into(),
                version: VERSION,
                session,
                removals: removals.unwrap_or_default(),
            },
            seen,
        };
        receipt.stored.removals.push(Removal {
            begun: at.to_string(),
            ..Removal::default()
        });
        receipt.save()?;
        Ok(receipt)
    }

    /// Says what became of it.
    ///
    /// # Errors
    /// What could not be done; the receipt then only says that it was begun.
    pub fn end(mut self, at: Stamp, became: Removal) -> Result<(), WriteFault> {
        if let Some(removal) = self.stored.removals.last_mut() {
            *removal = Removal {
                begun: std::mem::take(&mut removal.begun),
                ended: Some(at.to_string()),
                ..became
            };
        }
        self.save()
    }

    fn save(&mut self) -> Result<(), WriteFault> {
        let text = ron::ser::to_string_pretty(&self.stored, ron::ser::PrettyConfig::default());
        let text = text.map_err(|error| WriteFault::new(self.path, Tried::Write, io::Error::other(error)))?;
        match write::replace(self.disk, self.path, text.as_bytes(), &self.seen)? {
            Outcome::Written { seen, .. } => {
                self.seen = seen;
                Ok(())
            }
            Outcome::ChangedUnderneath => {
                let error = io::Error::new(io::ErrorKind::ResourceBusy, "another command is saving");
                Err(WriteFault::new(self.path, Tried::Rename, error))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::storage::disk::RealDisk;

    #[test]
    fn every_removal_has_its_part_of_the_receipt() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("receipts/one.ron");
        let session = SessionId(Uuid::from_u128(1));
        let at: Stamp = "2027-04-01T09:00:00+01:00".parse().unwrap();
        let begin = || Receipt::begin(&RealDisk, &path, session, at).unwrap();
        // The first one dies.
        drop(begin());
        let removed = Counts::from([("records".to_string(), 2)]);
        let became = Removal {
            removed: removed.clone(),
            ..Removal::default()
        };
        begin().end(at, became).unwrap();

        let stored: Stored = ron_text::parse(&path, &RealDisk.read(&path).unwrap()).unwrap();
        let ended: Vec<bool> = stored
            .removals
            .iter()
            .map(|removal| removal.ended.is_some())
            .collect();
        assert_eq!(ended, [false, true]);
        assert_eq!(stored.removals[1].removed, removed);
        assert!(stored.removals[1].begun.starts_with("2027-04-01"));
    }
}
