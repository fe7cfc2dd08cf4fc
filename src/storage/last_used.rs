//! Which actions were used last in the list of every action: so that they stand first in it at the next start.
//!
//! It is a comfort. What can't be read is as if nothing had been used, and what can't be written is not told.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{
    disk::Disk,
    ron_text,
    write::{self, Outcome, Seen},
};

const FORMAT: &str = "knownow last used";
const VERSION: u32 = 1;
/// The most names that are taken from a file, and the most letters of one.
const MOST: (usize, usize) = (50, 60);
/// How often a save gives way to another window that saves the same file.
const TRIES: usize = 2;

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    actions: Vec<String>,
}

/// The names of the actions, the last one first.
#[must_use]
pub fn load(disk: &dyn Disk, path: &Path) -> Vec<String> {
    let bytes = disk.read(path).unwrap_or_default();
    let Ok(stored) = ron_text::parse::<Stored>(path, &bytes) else {
        return Vec::new();
    };
    if stored.format != FORMAT || stored.version > VERSION {
        return Vec::new();
    }
    let (names, letters) = MOST;
    let mut actions = stored.actions;
    actions.retain(|name| name.len() <= letters);
    actions.truncate(names);
    actions
}

/// Remembers these names, the last one first. With two windows the one that writes last is right.
pub fn remember(disk: &dyn Disk, path: &Path, actions: &[String]) {
    let stored = Stored {
        format: FORMAT.into(),
        version: VERSION,
        actions: actions.to_vec(),
    };
    let Ok(text) = ron::ser::to_string_pretty(&stored, ron::ser::PrettyConfig::default()) else {
        return;
    };
    if let Some(folder) = path.parent()
        && disk.create_dir_all(folder).is_err()
    {
        return;
    }
    for _ in 0..TRIES {
        let Ok(looked) = write::read(disk, path) else {
            return;
        };
        let seen = looked.map_or(Seen::Absent, |(_, seen)| seen);
        match write::replace(disk, path, text.as_bytes(), &seen) {
            Ok(Outcome::ChangedUnderneath) => {}
            Ok(Outcome::Written { .. }) | Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_was_used_is_there_at_the_next_start_and_a_broken_file_says_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state/last-used.ron");
        assert_eq!(load(&RealDisk, &path), names(&[]));
        remember(&RealDisk, &path, &names(&["coverage", "help"]));
        remember(&RealDisk, &path, &names(&["quit", "coverage"]));
        assert_eq!(load(&RealDisk, &path), names(&["quit", "coverage"]));

        let whole = RealDisk.read(&path).unwrap();
        let broken = path.with_file_name("broken.ron");
        for bytes in [
            &b""[..],
            b"\xFF\xFE(",
            b"(format: \"knownow keys\", version: 1, actions: [\"quit\"])",
        ] {
            let mut file = RealDisk.create_new(&broken).unwrap();
            file.write_all(bytes).unwrap();
            drop(file);
            assert_eq!(load(&RealDisk, &broken), names(&[]), "{bytes:?}");
            // It is written over with what is used from now on.
            remember(&RealDisk, &broken, &names(&["quit"]));
            assert_eq!(load(&RealDisk, &broken), names(&["quit"]));
            RealDisk.remove(&broken).unwrap();
        }
        assert_eq!(RealDisk.read(&path).unwrap(), whole);
    }

    #[test]
    fn a_file_that_grew_without_end_is_read_in_part() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("last-used.ron");
        let mut many = vec!["x".repeat(5_000)];
        many.extend((0..900).map(|number| format!("action-{number}")));
        remember(&RealDisk, &path, &many);
        let read = load(&RealDisk, &path);
        assert_eq!((read.len(), read[0].as_str()), (50, "action-0"));
    }
}
