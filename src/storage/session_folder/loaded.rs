//! The records files of a session's folder as they were found.

use std::path::{Path, PathBuf};

use crate::{
    domain::{
        arrival::{Ailment, TheirFile, Trouble},
        ids::{PersonId, SessionId, WriterId},
        note::Label,
        records::{Entry, Records},
    },
    storage::{
        disk::{Disk, cure, why},
        files::records_file::{self, ReadRecords, Standing},
    },
};

/// What the records folder held.
#[derive(Debug, Default)]
pub struct LoadedRecords {
    /// Everything recorded, by everybody.
    pub records: Records,
    /// The files that were read.
    pub files: Vec<LoadedFile>,
    /// What is wrong with the copies that this computer keeps of files, in words.
    pub of_copies: Vec<String>,
    /// What only these copies knew.
    only_in_copies: Vec<Entry>,
}

/// One records file as it was found.
#[derive(Debug)]
pub struct LoadedFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whose it is, if that could be read.
    pub writer: Option<WriterId>,
    /// The person whose it is, if that could be read.
    pub person: Option<Label<PersonId>>,
    /// How many notes in it are not struck out.
    pub notes: usize,
    /// How it stands.
    pub standing: Standing,
    /// The sum of its bytes, to know it again; of one that could not be read there is none.
    pub sum: Option<u32>,
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// What is wrong with it where the copy that this computer keeps of it stands in, and of when that is.
    pub stood_in_for: Option<Trouble>,
}

/// What is wrong with a records file.
#[derive(Debug)]
pub struct Fault {
    /// What it is.
    pub ailment: Ailment,
    /// The same in words for the screen, with the file.
    pub words: String,
}

impl LoadedFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.file_name();
        name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// As it is told on the screen, if a copy stands in for it.
    fn stood_in(&self) -> Option<TheirFile> {
        let trouble = self.stood_in_for.clone()?;
        Some(TheirFile {
            name: self.name(),
            writer: self.writer,
            person: self.person.clone(),
            notes: self.notes,
            is_copy: false,
            trouble: Some(trouble),
        })
    }
}

impl LoadedRecords {
    /// Whose files were read: writer and name.
    #[must_use]
    pub fn writers(&self) -> Vec<(WriterId, String)> {
        let named = self
            .files
            .iter()
            .filter_map(|file| Some((file.writer?, file.person.as_ref()?.words.clone())));
        named.collect()
    }

    pub(super) fn take(&mut self, disk: &dyn Disk, path: PathBuf, session: SessionId) {
        let bytes = match disk.read(&path) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(path, &error),
        };
        let ReadRecords {
            standing,
            writer,
            person,
            records,
            fault,
        } = records_file::read_records(&path, &bytes, session);
        let notes = records.notes.live().count();
        self.records.merge(records);
        let fault = fault.map(|fault| {
            let words = fault.to_string();
            let ailment = if bytes.is_empty() {
                Ailment::Empty
            } else {
                Ailment::Unsound(words.clone())
            };
            Fault { ailment, words }
        });
        self.files.push(LoadedFile {
            path,
            writer,
            person,
            notes,
            standing,
            sum: Some(crc32fast::hash(&bytes)),
            fault,
            stood_in_for: None,
        });
    }

    pub(super) fn unreadable(&mut self, path: PathBuf, error: &std::io::Error) {
        let (why, cure) = (why(error), cure(error));
        let words = format!("{} can't be read: {why}\n  what to do: {cure}", path.display());
        self.files.push(LoadedFile {
            path,
            writer: None,
            person: None,
            notes: 0,
            standing: Standing::Refused,
            sum: None,
            fault: Some(Fault {
                ailment: Ailment::Unreadable(why),
                words,
            }),
            stood_in_for: None,
        });
    }

    /// Takes in what a copy knows.
    pub(in crate::storage) fn know(&mut self, records: Records) {
        let known = |entry: &Entry| self.records.rev_by(entry) >= Some(entry.rev());
        let mut only_there = records.entries();
        only_there.retain(|entry| !known(entry));
        self.only_in_copies.extend(only_there);
        self.records.merge(records);
    }

    /// Whether all of `records` is in files that were found.
    pub(in crate::storage) fn has_in_files(&self, records: &Records) -> bool {
        let is_only_in_copy = |entry: &Entry| {
            self.only_in_copies
                .iter()
                .any(|known| known.edition() == entry.edition())
        };
        self.records.knows(records) && !records.entries().iter().any(is_only_in_copy)
    }

    /// What `writer` recorded that is in no file any more, and known from the copy that this computer keeps.
    #[must_use]
    pub fn lost_by(&self, writer: WriterId) -> Vec<Entry> {
        let lost = self.only_in_copies.iter();
        lost.filter(|entry| entry.writer() == writer).cloned().collect()
    }

    /// Whether what lies at `path` can't be written to by `writer` as it stands, or is somebody else's. Where nothing
    /// lies there any more it is written anew.
    #[must_use]
    pub fn is_unwritable(&self, path: &Path, writer: WriterId) -> bool {
        let is_nothing = |file: &LoadedFile| {
            let trouble = file.stood_in_for.as_ref().map(|trouble| &trouble.what);
            matches!(trouble, Some(Ailment::Gone | Ailment::NotDownloaded))
        };
        self.files.iter().filter(|file| !is_nothing(file)).any(|file| {
            file.path == path && (file.standing != Standing::Whole || file.writer != Some(writer))
        })
    }

    /// What is wrong with files, in words for the screen; not of those that a copy stands in for.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let files = self.files.iter().filter(|file| file.stood_in_for.is_none());
        let problems = files.filter_map(|file| Some(file.fault.as_ref()?.words.clone()));
        problems.chain(self.of_copies.iter().cloned()).collect()
    }

    /// The files that the copies stand in for which this computer keeps.
    #[must_use]
    pub fn stood_in(&self) -> Vec<TheirFile> {
        self.files.iter().filter_map(LoadedFile::stood_in).collect()
    }
}
