//! The folders of a session that is being made: taken away again if it can't be.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::storage::disk::Disk;

/// Folders that were made just now.
#[derive(Debug)]
pub struct Footing {
    /// The innermost first.
    made: Vec<PathBuf>,
}

impl Footing {
    /// Makes the folder `dir` and those above it, as far as they are not there.
    ///
    /// # Errors
    /// The file system's; what was made before it is taken away again.
    pub fn make(disk: &dyn Disk, dir: &Path) -> io::Result<Self> {
        let missing = dir.ancestors().take_while(|folder| is_missing(disk, folder));
        let footing = Self {
            made: missing.map(Path::to_path_buf).collect(),
        };
        match disk.create_dir_all(dir) {
            Ok(()) => Ok(footing),
            Err(error) => {
                footing.take_away(disk);
                Err(error)
            }
        }
    }

    /// Takes away what was made and is empty; the outermost folder, if it has to stay.
    pub fn take_away(&self, disk: &dyn Disk) -> Option<&Path> {
        for folder in &self.made {
            // What is not empty is no longer ours alone; whether it is gone is asked below.
            let _stays = disk.remove_dir(folder);
        }
        let outermost = self.made.last()?;
        (!is_missing(disk, outermost)).then_some(outermost)
    }
}

fn is_missing(disk: &dyn Disk, folder: &Path) -> bool {
    disk.stat(folder)
        .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// What is said of the folder that is left of a session that could not be made.
pub(super) fn left_words(left: Option<&Path>) -> String {
    match left {
        None => "Nothing was made; what was begun has been removed again.".into(),
        Some(folder) => format!(
            "No session was made. {} could not be removed again: delete it yourself.",
            folder.display()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    #[test]
    fn only_what_was_made_and_is_empty_goes() {
        let dir = tempfile::tempdir().unwrap();
        let own = dir.path().join("data/sessions");
        std::fs::create_dir_all(&own).unwrap();
        let records = own.join("review/records");

        let footing = Footing::make(&RealDisk, &records).unwrap();
        assert!(records.is_dir());
        assert_eq!(footing.take_away(&RealDisk), None);
        assert_eq!(std::fs::read_dir(&own).unwrap().count(), 0);

        let footing = Footing::make(&RealDisk, &records).unwrap();
        std::fs::create_dir(own.join("review/somebody-elses")).unwrap();
        assert_eq!(footing.take_away(&RealDisk), Some(&*own.join("review")));
        assert!(own.join("review/somebody-elses").is_dir() && !records.exists());
    }
}
