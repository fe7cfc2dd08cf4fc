//! What this machine was told of other laptops' clocks. It lies in the state folder: it is our view, not a record.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{
    disk::Disk,
    ron_text,
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::{
    clock_offset::ClockOffsets,
    ids::{SessionId, WriterId},
};

const FORMAT: &str = "knownow clock offsets";
const VERSION: u32 = 1;
/// How often a save gives way to another command that saves the same file.
const TRIES: usize = 3;

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    session: SessionId,
    offsets: Vec<StoredOffset>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredOffset {
    writer: WriterId,
    minutes: i64,
}

/// What is known of the clocks in `session`. A file that can't be read says nothing: times are then shown as they were
/// written.
#[must_use]
pub fn load(disk: &dyn Disk, path: &Path, session: SessionId) -> ClockOffsets {
    let bytes = disk.read(path).unwrap_or_default();
    parsed(path, &bytes, session)
}

fn parsed(path: &Path, bytes: &[u8], session: SessionId) -> ClockOffsets {
    let mut offsets = ClockOffsets::default();
    let text = ron_text::text(path, bytes).unwrap_or_default();
    let Ok(stored) = ron_text::parse_text::<Stored>(path, &text) else {
        return offsets;
    };
    if stored.format == FORMAT && stored.version <= VERSION && stored.session == session {
        for StoredOffset { writer, minutes } in stored.offsets {
            offsets.set(writer, minutes);
        }
    }
    offsets
}

/// Remembers that so many minutes are to be added to the times of `writers`. Hold the session's write lock.
///
/// # Errors
/// What could not be done; the file is then as it was.
pub fn set(
    disk: &dyn Disk,
    path: &Path,
    session: SessionId,
    writers: &[WriterId],
    minutes: i64,
) -> Result<(), WriteFault> {
    if let Some(folder) = path.parent() {
        disk.create_dir_all(folder)
            .map_err(|error| WriteFault::new(path, Tried::Create, error))?;
    }
    for _ in 0..TRIES {
        let looked = write::read(disk, path).map_err(|error| WriteFault::new(path, Tried::Look, error))?;
        let (bytes, seen) = looked.unwrap_or((Vec::new(), Seen::Absent));
        let mut offsets = parsed(path, &bytes, session);
        for writer in writers {
            offsets.set(*writer, minutes);
        }
        let offsets = offsets
            .all()
            .map(|(writer, minutes)| StoredOffset { writer, minutes });
        let stored = Stored {
            format: FORMAT.into(),
            version: VERSION,
            session,
            offsets: offsets.collect(),
        };
        let text = ron::ser::to_string_pretty(&stored, ron::ser::PrettyConfig::default())
            .map_err(|error| WriteFault::new(path, Tried::Write, std::io::Error::other(error)))?;
        if let Outcome::Written { .. } = write::replace(disk, path, text.as_bytes(), &seen)? {
            return Ok(());
        }
    }
    let busy = std::io::Error::new(std::io::ErrorKind::ResourceBusy, "another command is saving");
    Err(WriteFault::new(path, Tried::Rename, busy))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::storage::disk::RealDisk;

    #[test]
    fn what_was_said_of_a_clock_is_kept_until_it_is_said_otherwise() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("offsets/one.ron");
        let session = SessionId(Uuid::from_u128(1));
        let [one, two] = [3, 4].map(|number| WriterId(Uuid::from_u128(number)));
        set(&RealDisk, &path, session, &[one], -7).unwrap();
        set(&RealDisk, &path, session, &[two], 5).unwrap();
        let offsets = load(&RealDisk, &path, session);
        assert_eq!((offsets.minutes(one), offsets.minutes(two)), (-7, 5));
        set(&RealDisk, &path, session, &[one], 0).unwrap();
        assert_eq!(
            load(&RealDisk, &path, session).all().collect::<Vec<_>>(),
            [(two, 5)]
        );
        assert_eq!(
            load(&RealDisk, &path, SessionId(Uuid::from_u128(9))),
            ClockOffsets::default()
        );
    }
}
