//! The folders of a session that is being made: taken away again if it can't be.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::storage::disk::{Disk, Durability};

/// Folders that were made just now.
#[derive(Debug)]
pub struct Footing {
    /// The innermost first.
    made: Vec<PathBuf>,
}

/// Why the folders could not be made.
#[derive(Debug)]
pub struct NoFooting {
    /// What the file system said.
    pub error: io::Error,
    /// The outermost of those that were made and could not be taken away again.
    pub left: Option<PathBuf>,
}

impl Footing {
    /// Makes the folder `dir` and those above it, as far as they are not there; the name of each is durable.
    ///
    /// # Errors
    /// The file system's; what was made before it is taken away again, as far as that can be done.
    pub fn make(disk: &dyn Disk, dir: &Path) -> Result<Self, NoFooting> {
        let mut footing = Self { made: Vec::new() };
        footing.lay(disk, dir).map_err(|error| NoFooting {
            error,
            left: footing.take_away(disk).map(Path::to_path_buf),
        })?;
        Ok(footing)
    }

    fn lay(&mut self, disk: &dyn Disk, dir: &Path) -> io::Result<()> {
        match disk.stat(dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // Whether it is a folder is told there.
            looked => return looked.and_then(|_there| disk.create_dir_all(dir)),
        }
        let above = dir.parent().filter(|above| !above.as_os_str().is_empty());
        let above = above.unwrap_or(Path::new("."));
        if above != Path::new(".") {
            self.lay(disk, above)?;
        }
        disk.create_dir(dir)?;
        self.made.insert(0, dir.to_path_buf());
        Durability::of(disk.sync_dir(above)).map(|_weaker_on_a_share| ())
    }

    /// Takes away what was made and is empty; the outermost folder, if it has to stay.
    pub fn take_away(&self, disk: &dyn Disk) -> Option<&Path> {
        let mut outermost = Ok(());
        for folder in &self.made {
            // What is not empty is no longer ours alone.
            outermost = disk.remove_dir(folder);
        }
        let stays = outermost.is_err_and(|error| error.kind() != io::ErrorKind::NotFound);
        self.made.last().filter(|_| stays).map(PathBuf::as_path)
    }
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
