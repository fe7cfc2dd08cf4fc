//! When the screen was hidden because a child told somebody something: a line with the time, and nothing else.

use std::{io, path::Path};

use super::{
    disk::{Disk, LARGEST_FILE},
    write::{self, Outcome, Readers, Seen, Tried, WriteFault},
};
use crate::domain::stamp::Stamp;

/// How often it gives way to another window that writes into the same file.
const TRIES: usize = 3;

/// Adds the time to the file at `path`, which only its owner may read.
///
/// # Errors
/// What could not be done; the file is then as it was.
pub fn add(disk: &dyn Disk, path: &Path, at: Stamp) -> Result<(), WriteFault> {
    if let Some(folder) = path.parent() {
        disk.create_dir_all(folder)
            .map_err(|error| WriteFault::new(path, Tried::Create, error))?;
    }
    for _ in 0..TRIES {
        let looked = write::read(disk, path).map_err(|error| WriteFault::new(path, Tried::Look, error))?;
        let (mut bytes, seen) = looked.unwrap_or((Vec::new(), Seen::Absent));
        if bytes.len() as u64 > LARGEST_FILE {
            let error = io::Error::from(io::ErrorKind::FileTooLarge);
            return Err(WriteFault::new(path, Tried::Look, error));
        }
        if bytes.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        bytes.extend(format!("{at}\n").into_bytes());
        if let Outcome::Written { .. } = write::replace_for(Readers::Owner, disk, path, &bytes, &seen)? {
            return Ok(());
        }
    }
    let busy = io::Error::new(io::ErrorKind::ResourceBusy, "another window is writing");
    Err(WriteFault::new(path, Tried::Rename, busy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    #[test]
    fn every_time_has_a_line_and_nothing_else_stands_there() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("safeguarding/one.txt");
        let times = ["2026-12-01T09:16:20+00:00", "2026-12-01T11:02:00+00:00"];
        for time in times {
            add(&RealDisk, &path, time.parse().unwrap()).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, format!("{}\n{}\n", times[0], times[1]));
        let names = RealDisk.names(path.parent().unwrap()).unwrap();
        assert_eq!(names, ["one.txt"], "no other file is left");
    }
}
