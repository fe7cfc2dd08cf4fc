//! How much room a disk has left.

use std::path::Path;

/// The bytes that this user may still write on the disk of `path`; `None` where the system does not say.
#[cfg(unix)]
#[must_use]
pub fn free(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Not asked for here.
#[cfg(not(unix))]
#[must_use]
pub fn free(_path: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_folder_that_is_there_has_room_and_one_that_is_not_says_nothing() {
        let dir = tempfile::tempdir().unwrap();
        assert!(free(dir.path()).is_some_and(|bytes| bytes > 0));
        assert_eq!(free(&dir.path().join("gone")), None);
    }
}
