//! A session's folder: one plan, one records file a writer.

use std::path::{Path, PathBuf};

use crate::{
    domain::{
        ids::{SessionId, WriterId},
        plan::{Person, Plan},
        record::Shelf,
        records::Records,
    },
    storage::{
        disk::Disk,
        files::{
            plan_file,
            records_file::{self, ReadRecords, Standing},
        },
        ron_text::FileFault,
    },
};

/// The name of the plan in its folder.
pub const PLAN: &str = "plan.ron";
/// The name of the folder of records files.
pub const RECORDS: &str = "records";

/// Why a session can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// A file could not be read at all.
    #[error("{} can't be read: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the file system said.
        error: std::io::Error,
    },
    /// The plan is there and is not sound.
    #[error(transparent)]
    Plan(#[from] Box<FileFault>),
}

impl OpenFault {
    /// What one can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { error, .. } if error.kind() == std::io::ErrorKind::NotFound => {
                "check the path; a session is a folder with a plan.ron in it (`knownow` lists those it knows)"
            }
            Self::Unreadable { .. } => "check that you may read it and that the drive or share is there",
            Self::Plan(_) => "mend the line named above in a text editor, or ask for the plan again",
        }
    }
}

/// A session's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFolder {
    path: PathBuf,
}

/// What the records folder held.
#[derive(Debug, Default)]
pub struct LoadedRecords {
    /// Everything recorded, by everybody.
    pub records: Records,
    /// The files that were read.
    pub files: Vec<LoadedFile>,
}

/// One records file as it was found.
#[derive(Debug)]
pub struct LoadedFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whose it is, if that could be read.
    pub writer: Option<WriterId>,
    /// How it stands.
    pub standing: Standing,
    /// What is wrong with it, in words for the screen.
    pub problem: Option<String>,
}

impl SessionFolder {
    /// The session in the folder `path`.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The plan's file.
    #[must_use]
    pub fn plan_path(&self) -> PathBuf {
        self.path.join(PLAN)
    }

    /// The folder of records files.
    #[must_use]
    pub fn records_dir(&self) -> PathBuf {
        self.path.join(RECORDS)
    }

    /// The records file of `person`, who writes as `writer`.
    #[must_use]
    pub fn records_path(&self, person: &Person, writer: WriterId) -> PathBuf {
        let id = writer.0.simple().to_string();
        let tail: String = id.chars().skip(id.len() - 4).collect();
        self.records_dir()
            .join(format!("{}.{tail}.ron", slug(&person.name)))
    }

    /// The plan.
    ///
    /// # Errors
    /// If its file can't be read, or is not sound.
    pub fn plan(&self, disk: &dyn Disk) -> Result<Plan, OpenFault> {
        read_plan(disk, &self.plan_path())
    }

    /// Everything recorded. Files that can't be read whole are named with what is wrong; what can be read of them is
    /// there all the same.
    #[must_use]
    pub fn records(&self, disk: &dyn Disk, session: SessionId) -> LoadedRecords {
        let mut loaded = LoadedRecords::default();
        let Ok(mut names) = disk.names(&self.records_dir()) else {
            return loaded;
        };
        // The order makes no difference to what is known, only to the order of complaints.
        names.sort();
        for name in names {
            let path = self.records_dir().join(&name);
            let is_records = path
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
            if is_records && !name.to_string_lossy().starts_with('.') {
                loaded.take(disk, path, session);
            }
        }
        loaded
    }
}

impl LoadedRecords {
    fn take(&mut self, disk: &dyn Disk, path: PathBuf, session: SessionId) {
        let bytes = match disk.read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let problem = Some(format!("{} can't be read: {error}", path.display()));
                return self.files.push(LoadedFile {
                    path,
                    writer: None,
                    standing: Standing::Refused,
                    problem,
                });
            }
        };
        let ReadRecords {
            standing,
            writer,
            records,
            fault,
            ..
        } = records_file::read_records(&path, &bytes, session);
        self.records.merge(records);
        let problem = fault.map(|fault| fault.to_string());
        self.files.push(LoadedFile {
            path,
            writer,
            standing,
            problem,
        });
    }

    /// Whether the file of `writer`, or a copy of it, can't be written to as it stands.
    #[must_use]
    pub fn is_unwritable(&self, path: &Path) -> bool {
        self.files
            .iter()
            .any(|file| file.path == path && file.standing != Standing::Whole)
    }

    /// What is wrong with files, in words for the screen.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        self.files
            .iter()
            .filter_map(|file| file.problem.clone())
            .collect()
    }
}

/// The plan in the file `path`.
///
/// # Errors
/// If the file can't be read, or is not sound.
pub fn read_plan(disk: &dyn Disk, path: &Path) -> Result<Plan, OpenFault> {
    let bytes = disk.read(path).map_err(|error| OpenFault::Unreadable {
        path: path.to_path_buf(),
        error,
    })?;
    Ok(plan_file::read_plan(path, &bytes).map_err(Box::new)?)
}

/// The private notes of this machine's people in a session, and what is wrong with their file.
#[must_use]
pub fn private_notes(
    disk: &dyn Disk,
    path: &Path,
    session: SessionId,
) -> (Shelf<crate::domain::note::Note>, Option<String>) {
    let Ok(bytes) = disk.read(path) else {
        return (Shelf::default(), None);
    };
    let read = records_file::read_private_notes(path, &bytes, session);
    (read.records.notes, read.fault.map(|fault| fault.to_string()))
}

/// A name as part of a file name: small letters and digits with single dashes between.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "unnamed".into()
    } else {
        slug.chars().take(48).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_safe_on_every_disk() {
        assert_eq!(slug("Head of School B"), "head-of-school-b");
        assert_eq!(slug("St. Élan's / Übung"), "st-lan-s-bung");
        assert_eq!(slug("../.."), "unnamed");
        assert_eq!(slug("校长"), "unnamed");
    }
}
