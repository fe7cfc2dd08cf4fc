//! What this machine remembers of a session: who I am in it, and where it was opened.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    disk::{Disk, LARGEST_FILE},
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::ids::{PersonId, SessionId, WriterId};

const FORMAT: &str = "knownow local state";
const VERSION: u32 = 2;

/// So many other folders of a session are remembered.
const MOST_FOLDERS: usize = 64;

/// How often a save gives way to another window that saves the same file.
const MERGE_TRIES: usize = 3;

/// Who I am in one session on this machine.
#[derive(Debug, Clone)]
pub struct LocalState {
    now: Stored,
    /// What the file holds, as far as we know; `None` if there is none.
    on_disk: Option<Stored>,
    seen: Seen,
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    session: SessionId,
    #[serde(default)]
    host: String,
    #[serde(default)]
    writers: Vec<StoredWriter>,
    /// Whom people of this machine wrote as before; a plan that one of them made is still theirs to change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former_writers: Vec<WriterId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    folder: Option<String>,
    /// The other folders of the session that were opened or written into from here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    also_in: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredWriter {
    person: PersonId,
    writer: WriterId,
}

impl LocalState {
    /// What is remembered of `session` in the file at `path`.
    ///
    /// A missing file remembers nothing. So does a broken one, whose bytes are put aside under a name that ends in
    /// `.broken`: the cost is one more question and one more records file, never a note.
    #[must_use]
    pub fn load(disk: &dyn Disk, path: &Path, session: SessionId) -> Self {
        let (on_disk, seen) = match write::read(disk, path) {
            Ok(Some((bytes, seen))) => match parse(&bytes, session) {
                Some(stored) => (Some(stored), seen),
                None => (None, put_aside(disk, path, seen)),
            },
            // What can't be read is not overwritten either: the save finds that there is a file after all.
            Ok(None) | Err(_) => (None, Seen::Absent),
        };
        Self {
            now: on_disk.clone().unwrap_or_else(|| Stored::new(session)),
            on_disk,
            seen,
        }
    }

    /// The session that was opened in `folder` before, by what is remembered in the files of the folder `states`.
    #[must_use]
    pub fn session_in(disk: &dyn Disk, states: &Path, folder: &Path) -> Option<SessionId> {
        let mut known = Self::stored(disk, states);
        known
            .find(|stored| stored.folders().any(|known| Path::new(known) == folder))
            .map(|stored| stored.session)
    }

    /// The writer that `person` is on the machine `host`, made by `mint` if there is none yet.
    ///
    /// If the file was written on another machine, its home was copied: all its writers are forgotten, since two
    /// machines must never write as one.
    pub fn writer_for(&mut self, person: &PersonId, host: &str, mint: impl FnOnce() -> WriterId) -> WriterId {
        self.move_to(host);
        if let Some(writer) = self.known_writer(person, host) {
            return writer;
        }
        let writer = mint();
        self.now.writers.push(StoredWriter {
            person: person.clone(),
            writer,
        });
        writer
    }

    /// From now on `person` is `writer` on the machine `host`: the file of the writer before can't be written to.
    pub fn replace_writer(&mut self, person: &PersonId, host: &str, writer: WriterId) -> WriterId {
        self.move_to(host);
        let (before, others) = std::mem::take(&mut self.now.writers)
            .into_iter()
            .partition(|known| known.person == *person);
        self.now.writers = others;
        self.retire(before);
        self.writer_for(person, host, || writer)
    }

    /// The session it is about.
    #[must_use]
    pub fn session(&self) -> SessionId {
        self.now.session
    }

    /// The writer that `person` already is on the machine `host`.
    #[must_use]
    pub fn known_writer(&self, person: &PersonId, host: &str) -> Option<WriterId> {
        let mut here = self.now.writers_on(host).iter();
        here.find(|known| known.person == *person)
            .map(|known| known.writer)
    }

    /// The writer that `person` was, if this was last written under another machine's name.
    #[must_use]
    pub fn former_writer(&self, person: &PersonId, host: &str) -> Option<WriterId> {
        self.known_writer(person, &self.now.host)
            .filter(|_| self.now.host != host)
    }

    /// Whether somebody on this machine writes or wrote as `writer`, whatever the machine was called then.
    #[must_use]
    pub fn has_been(&self, writer: WriterId) -> bool {
        self.now.writers.iter().any(|known| known.writer == writer)
            || self.now.former_writers.contains(&writer)
    }

    /// Every writer that somebody on this machine is or was, whatever the machine was called then.
    pub fn all_writers(&self) -> impl Iterator<Item = WriterId> {
        let now = self.now.writers.iter().map(|known| known.writer);
        now.chain(self.now.former_writers.iter().copied())
    }

    /// The writers that people on this machine were before.
    #[must_use]
    pub fn former_writers(&self) -> &[WriterId] {
        &self.now.former_writers
    }

    /// Every session of which something is remembered in the files of the folder `states`, with the folder in which it
    /// was last opened.
    #[must_use]
    pub fn all(disk: &dyn Disk, states: &Path) -> Vec<(SessionId, Option<PathBuf>)> {
        Self::stored(disk, states)
            .map(|stored| (stored.session, stored.folder.map(PathBuf::from)))
            .collect()
    }

    /// The same with every folder in which each session was opened or written into, the last one first.
    #[must_use]
    pub fn all_folders(disk: &dyn Disk, states: &Path) -> Vec<(SessionId, Vec<PathBuf>)> {
        Self::stored(disk, states)
            .map(|stored| (stored.session, stored.folders().map(PathBuf::from).collect()))
            .collect()
    }

    fn stored(disk: &dyn Disk, states: &Path) -> impl Iterator<Item = Stored> {
        let names = disk.names(states).unwrap_or_default().into_iter();
        names.filter_map(move |name| {
            let session = SessionId(Path::new(&name).file_stem()?.to_str()?.parse().ok()?);
            parse(&disk.read(&states.join(&name)).ok()?, session)
        })
    }

    /// Who I was on the machine `host` when the session was last opened.
    #[must_use]
    pub fn last(&self, host: &str) -> Option<&PersonId> {
        self.now.last.as_ref().filter(|_| self.now.host == host)
    }

    /// Where the session was last opened.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.now.folder.as_deref().map(Path::new)
    }

    /// Remembers that `person` opened the session in `folder` on the machine `host`.
    pub fn opened(&mut self, person: &PersonId, host: &str, folder: &Path) {
        self.move_to(host);
        self.now.last = Some(person.clone());
        // A path that is not text can't stand in the file; the session is then found by its id.
        let before = std::mem::replace(&mut self.now.folder, folder.to_str().map(str::to_owned));
        self.now.also_in.extend(before);
        self.now.keep_each_folder_once();
    }

    /// Every folder in which the session was opened or written into from here, the last one first.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.now.folders().map(Path::new)
    }

    /// Writes it to `path` if it has changed. Hold the session's write lock.
    ///
    /// Writers that another window added in the meantime stay. The file of a later version is left as it is.
    ///
    /// # Errors
    /// What could not be done; the file is then as it was.
    pub fn save(&mut self, disk: &dyn Disk, path: &Path) -> Result<(), WriteFault> {
        if self.is_settled() {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            disk.create_dir_all(folder)
                .map_err(|error| WriteFault::new(path, Tried::Create, error))?;
        }
        for _ in 0..MERGE_TRIES {
            let outcome = write::replace(disk, path, &self.now.to_bytes(path)?, &self.seen)?;
            if let Outcome::Written { seen, .. } = outcome {
                self.seen = seen;
                self.on_disk = Some(self.now.clone());
                return Ok(());
            }
            self.take_in_other_window(disk, path)?;
            if self.is_settled() {
                return Ok(());
            }
        }
        let busy = io::Error::new(io::ErrorKind::ResourceBusy, "another window is saving");
        Err(WriteFault::new(path, Tried::Rename, busy))
    }

    /// Whether there is nothing to write, or nothing that may be written.
    fn is_settled(&self) -> bool {
        match &self.on_disk {
            Some(stored) => *stored == self.now || stored.version > VERSION,
            None => self.now == Stored::new(self.now.session),
        }
    }

    fn move_to(&mut self, host: &str) {
        if self.now.host != host {
            let before = std::mem::take(&mut self.now.writers);
            self.retire(before);
            self.now = Stored {
                host: host.to_owned(),
                folder: self.now.folder.take(),
                also_in: std::mem::take(&mut self.now.also_in),
                former_writers: std::mem::take(&mut self.now.former_writers),
                ..Stored::new(self.now.session)
            };
        }
    }

    fn retire(&mut self, writers: Vec<StoredWriter>) {
        for StoredWriter { writer, .. } in writers {
            if !self.now.former_writers.contains(&writer) {
                self.now.former_writers.push(writer);
            }
        }
    }

    fn take_in_other_window(&mut self, disk: &dyn Disk, path: &Path) -> Result<(), WriteFault> {
        let found = write::read(disk, path).map_err(|error| WriteFault::new(path, Tried::Look, error))?;
        let Some((bytes, seen)) = found else {
            self.seen = Seen::Absent;
            return Ok(());
        };
        let Some(stored) = parse(&bytes, self.now.session) else {
            self.seen = put_aside(disk, path, seen);
            return Ok(());
        };
        for theirs in stored.writers_on(&self.now.host) {
            if !self.now.writers.iter().any(|ours| ours.person == theirs.person) {
                self.now.writers.push(theirs.clone());
            }
        }
        for theirs in &stored.former_writers {
            if !self.now.former_writers.contains(theirs) {
                self.now.former_writers.push(*theirs);
            }
        }
        let mut theirs: Vec<String> = stored.folders().map(str::to_owned).collect();
        theirs.reverse();
        self.now.also_in.splice(..0, theirs);
        self.now.keep_each_folder_once();
        self.on_disk = Some(stored);
        self.seen = seen;
        Ok(())
    }
}

impl Stored {
    fn new(session: SessionId) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            session,
            host: String::new(),
            writers: Vec::new(),
            former_writers: Vec::new(),
            last: None,
            folder: None,
            also_in: Vec::new(),
        }
    }

    fn folders(&self) -> impl Iterator<Item = &str> {
        let also = self.also_in.iter().rev();
        self.folder.iter().chain(also).map(String::as_str)
    }

    /// The folder where it was last is none of the others, and no other stands twice; of many the latest are kept.
    fn keep_each_folder_once(&mut self) {
        let mut known: Vec<String> = Vec::new();
        for folder in std::mem::take(&mut self.also_in).into_iter().rev() {
            if self.folder.as_ref() != Some(&folder) && !known.contains(&folder) {
                known.push(folder);
            }
        }
        known.truncate(MOST_FOLDERS);
        known.reverse();
        self.also_in = known;
    }

    fn writers_on(&self, host: &str) -> &[StoredWriter] {
        if self.host == host { &self.writers } else { &[] }
    }

    fn to_bytes(&self, path: &Path) -> Result<Vec<u8>, WriteFault> {
        let current = Self {
            version: VERSION,
            ..self.clone()
        };
        let text = options().to_string_pretty(&current, ron::ser::PrettyConfig::default());
        let text = text.map_err(|error| WriteFault::new(path, Tried::Write, io::Error::other(error)))?;
        Ok(format!("{text}\n").into_bytes())
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// The file's content; `None` if it is broken or speaks of something else.
fn parse(bytes: &[u8], session: SessionId) -> Option<Stored> {
    if bytes.len() as u64 > LARGEST_FILE {
        return None;
    }
    // Notepad puts a mark before the text that RON does not know.
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let stored: Stored = options().from_bytes(text).ok()?;
    (stored.format == FORMAT && stored.session == session).then_some(stored)
}

/// Renames a broken file; what is then under its old name.
fn put_aside(disk: &dyn Disk, path: &Path, seen: Seen) -> Seen {
    let mut aside = OsString::from(path);
    aside.push(".broken");
    match disk.rename(path, &PathBuf::from(aside)) {
        Ok(()) => Seen::Absent,
        Err(_stays_until_saved) => seen,
    }
}

/// The name of this machine; "unknown" if it has none.
#[must_use]
pub fn machine_name() -> String {
    let name = name_of_system();
    if name.is_empty() {
        "unknown".to_owned()
    } else {
        name
    }
}

#[cfg(unix)]
fn name_of_system() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn name_of_system() -> String {
    let name = std::env::var_os("COMPUTERNAME").unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
