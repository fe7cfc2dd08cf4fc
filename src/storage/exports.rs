//! Which documents were written of a session, and where: so that they are known when its notes are to be removed.
//!
//! They are entered before they are written: a program that dies in between leaves an entry of a file that is not there,
//! and never a file that nobody knows of. An entry says what a file is, and nothing of what is in it.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    disk::Disk,
    documents::{self, Document, DocumentFault, Existing},
    lock::WriteLock,
    paths::{Home, absolute},
    ron_text,
    write::{self, Outcome, Seen, Tried, WriteFault},
};
use crate::domain::{ids::SessionId, kept::Kind, stamp::Stamp};

const FORMAT: &str = "knownow exports";
const VERSION: u32 = 1;
/// What is said of the list of a later version, which is left as it is.
const NEWER: &str = "a newer knownow wrote it";
/// How often a save gives way to another command that saves the same list.
const TRIES: usize = 3;

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Its file.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// When it was written, in local time.
    pub at: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// What its bytes are known by again.
    pub known_by: Uuid,
}

impl Exported {
    /// The document of these bytes in the file `path`; `None` if that path is no text, which can't stand in the list.
    #[must_use]
    pub fn new(session: SessionId, (path, kind): (&Path, Kind), at: Stamp, bytes: &[u8]) -> Option<Self> {
        Some(Self {
            path: absolute(path).to_str()?.to_owned(),
            kind,
            at: at.to_string(),
            bytes: bytes.len() as u64,
            known_by: known_by(session, bytes),
        })
    }

    /// Whether these are still the bytes that were written.
    #[must_use]
    pub fn is(&self, session: SessionId, bytes: &[u8]) -> bool {
        self.bytes == bytes.len() as u64 && self.known_by == known_by(session, bytes)
    }
}

fn known_by(session: SessionId, bytes: &[u8]) -> Uuid {
    Uuid::new_v5(&session.0, bytes)
}

#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    format: String,
    version: u32,
    session: SessionId,
    exports: Vec<Exported>,
}

/// What documents are written of, and when.
#[derive(Debug, Clone, Copy)]
pub struct Of {
    /// The session.
    pub session: SessionId,
    /// What they are.
    pub kind: Kind,
    /// When.
    pub at: Stamp,
}

/// What became of documents that are written.
#[derive(Debug)]
pub struct Written {
    /// Their files.
    pub paths: Vec<PathBuf>,
    /// Why they could not be entered, if so: they will not be known when the session is removed.
    pub not_entered: Option<String>,
}

/// The documents that were written of `session`, by the list at `path`. One that can't be read is put aside under a name
/// that ends in `.broken`, unless a later version wrote it.
///
/// # Errors
/// Why the list can't be read. Without one there are none.
pub fn load(disk: &dyn Disk, path: &Path, session: SessionId) -> Result<Vec<Exported>, String> {
    match disk.read(path) {
        Ok(bytes) => parsed(path, &bytes, session).inspect_err(|why| {
            if !why.ends_with(NEWER) {
                let _stays = disk.rename(path, &aside(path));
            }
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(format!("{}: {}", path.display(), super::disk::why(&error))),
    }
}

fn aside(path: &Path) -> PathBuf {
    let mut aside = OsString::from(path);
    aside.push(".broken");
    aside.into()
}

fn parsed(path: &Path, bytes: &[u8], session: SessionId) -> Result<Vec<Exported>, String> {
    let broken = |why: &str| format!("{}: {why}", path.display());
    let text = ron_text::text(path, bytes).map_err(|_fault| broken("it is not text"))?;
    let stored: Stored =
        ron_text::parse_text(path, &text).map_err(|_fault| broken("it can't be read any more"))?;
    if stored.version > VERSION {
        return Err(broken(NEWER));
    }
    if stored.format != FORMAT || stored.session != session {
        return Err(broken("it is the list of something else"));
    }
    Ok(stored.exports)
}

/// Writes documents into `folder` as [`documents::write_all`] does, and enters them.
///
/// # Errors
/// If one could not be written, or if a file is there that is to be kept; what was not written is not entered either.
pub fn write_all(
    (home, disk): (&Home, &dyn Disk),
    of: Of,
    folder: &Path,
    documents: &[Document],
    existing: Existing,
) -> Result<Written, DocumentFault> {
    let list = List::of(home, disk, of.session);
    let before = list.enter(of, folder, documents);
    let written = documents::write_all(disk, folder, documents, existing);
    let paths = match written {
        Ok(paths) => paths,
        Err(fault) => {
            list.take_back(before, folder, documents, fault.written());
            return Err(fault);
        }
    };
    Ok(Written {
        paths,
        not_entered: before.err(),
    })
}

/// Enters one file that was written already.
///
/// # Errors
/// Why it could not be entered.
pub fn enter((home, disk): (&Home, &dyn Disk), of: Of, path: &Path, bytes: &[u8]) -> Result<(), String> {
    let entry = Exported::new(of.session, (path, of.kind), of.at, bytes).ok_or_else(no_text)?;
    let list = List::of(home, disk, of.session);
    list.change(|exports| put(exports, entry.clone()))
}

/// Keeps in the list only the documents whose files are in `still`; without any the list is removed.
///
/// # Errors
/// Why not.
pub fn keep_only(disk: &dyn Disk, path: &Path, session: SessionId, still: &[&Path]) -> Result<(), String> {
    let list = List {
        disk,
        path: path.to_path_buf(),
        // Whoever removes files holds the lock around each save.
        lock: None,
        session,
    };
    list.change(|exports| exports.retain(|exported| still.contains(&Path::new(&exported.path))))
}

fn put(exports: &mut Vec<Exported>, entry: Exported) {
    exports.retain(|known| known.path != entry.path);
    exports.push(entry);
}

fn no_text() -> String {
    "the name of its folder is not text".into()
}

/// The list of a session.
struct List<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    lock: Option<PathBuf>,
    session: SessionId,
}

impl<'d> List<'d> {
    fn of(home: &Home, disk: &'d dyn Disk, session: SessionId) -> Self {
        Self {
            disk,
            path: home.exports(session),
            lock: Some(home.write_lock(session)),
            session,
        }
    }

    /// Enters documents; what the list said of those files before.
    fn enter(&self, of: Of, folder: &Path, documents: &[Document]) -> Result<Vec<Exported>, String> {
        let entry = |document: &Document| {
            let kind = of_name(of.kind, &document.name);
            Exported::new(
                of.session,
                (&folder.join(&document.name), kind),
                of.at,
                &document.bytes,
            )
        };
        let entries: Option<Vec<Exported>> = documents.iter().map(entry).collect();
        let entries = entries.ok_or_else(no_text)?;
        let mut before = Vec::new();
        self.change(|exports| {
            let known = exports
                .iter()
                .filter(|known| entries.iter().any(|entry| entry.path == known.path));
            before = known.cloned().collect();
            entries.iter().cloned().for_each(|entry| put(exports, entry));
        })?;
        Ok(before)
    }

    /// Lets the list say again what it said `before` of the documents that were not written after all.
    fn take_back(
        &self,
        before: Result<Vec<Exported>, String>,
        folder: &Path,
        documents: &[Document],
        written: &[PathBuf],
    ) {
        let Ok(before) = before else { return };
        let mut unwritten = documents.iter().map(|document| folder.join(&document.name));
        let unwritten: Vec<PathBuf> = unwritten
            .by_ref()
            .filter(|path| !written.contains(path))
            .map(|path| absolute(&path))
            .collect();
        let is_unwritten = |known: &Exported| unwritten.iter().any(|path| path == Path::new(&known.path));
        // An entry that stays is of a file that is not there, or is another: that is seen when it is looked at.
        let _stays = self.change(|exports| {
            exports.retain(|known| !is_unwritten(known));
            exports.extend(before.iter().filter(|known| is_unwritten(known)).cloned());
        });
    }

    /// Changes the list. One that can't be read is put aside under a name that ends in `.broken`.
    fn change(&self, mut change: impl FnMut(&mut Vec<Exported>)) -> Result<(), String> {
        let words = |fault: WriteFault| format!("{}: {}", fault.path().display(), fault.reason());
        if let Some(folder) = self.path.parent() {
            let made = self.disk.create_dir_all(folder);
            made.map_err(|error| words(WriteFault::new(&self.path, Tried::Create, error)))?;
        }
        // Without the lock it is still better to enter it: what changes underneath is noticed.
        let _lock = self.lock.as_ref().and_then(|lock| WriteLock::take(lock).ok());
        for _ in 0..TRIES {
            let looked = write::read(self.disk, &self.path);
            let looked = looked.map_err(|error| words(WriteFault::new(&self.path, Tried::Look, error)))?;
            let (mut exports, seen) = match looked {
                None => (Vec::new(), Seen::Absent),
                Some((bytes, seen)) => match parsed(&self.path, &bytes, self.session) {
                    Ok(exports) => (exports, seen),
                    Err(why) if why.ends_with(NEWER) => return Err(why),
                    Err(why) => (Vec::new(), self.put_aside(why)?),
                },
            };
            let before = exports.clone();
            change(&mut exports);
            if exports == before {
                return Ok(());
            }
            let bytes = self.bytes(exports)?;
            let outcome = write::replace(self.disk, &self.path, &bytes, &seen).map_err(words)?;
            if let Outcome::Written { .. } = outcome {
                return Ok(());
            }
        }
        Err(format!("{}: another command is saving", self.path.display()))
    }

    fn put_aside(&self, why: String) -> Result<Seen, String> {
        let renamed = self.disk.rename(&self.path, &aside(&self.path));
        renamed.map(|()| Seen::Absent).map_err(|_stays| why)
    }

    fn bytes(&self, exports: Vec<Exported>) -> Result<Vec<u8>, String> {
        let stored = Stored {
            format: FORMAT.into(),
            version: VERSION,
            session: self.session,
            exports,
        };
        let text = ron::ser::to_string_pretty(&stored, ron::ser::PrettyConfig::default());
        text.map(|text| format!("{text}\n").into_bytes())
            .map_err(|error| error.to_string())
    }
}

/// What a document of this name is: of what is made of a plan, the calendar is none of the sheets.
fn of_name(kind: Kind, name: &str) -> Kind {
    if kind == Kind::PlanSheet && Path::new(name).extension().is_some_and(|ending| ending == "ics") {
        Kind::Calendar
    } else {
        kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    struct There {
        dir: tempfile::TempDir,
        home: Home,
        of: Of,
    }

    impl There {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
            let of = Of {
                session: SessionId(Uuid::from_u128(1)),
                kind: Kind::PlanSheet,
                at: "2026-12-01T09:16:20+00:00".parse().unwrap(),
            };
            Self { dir, home, of }
        }

        fn write(&self, names: &[&str], text: &str, existing: Existing) -> Result<Written, DocumentFault> {
            let documents = names.iter().map(|name| Document {
                name: (*name).into(),
                bytes: text.into(),
            });
            let documents: Vec<Document> = documents.collect();
            write_all(
                (&self.home, &RealDisk),
                self.of,
                &self.folder(),
                &documents,
                existing,
            )
        }

        fn folder(&self) -> PathBuf {
            self.dir.path().join("out")
        }

        fn known(&self) -> Vec<(String, Kind, bool)> {
            let session = self.of.session;
            let known = load(&RealDisk, &self.home.exports(session), session).unwrap();
            let told = known.into_iter().map(|known| {
                let bytes = RealDisk.read(Path::new(&known.path)).unwrap_or_default();
                let name = Path::new(&known.path)
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                (name, known.kind, known.is(session, &bytes))
            });
            told.collect()
        }
    }

    #[test]
    fn what_is_written_is_known_and_nothing_of_what_is_in_it() {
        let there = There::new();
        let written = there
            .write(&["a.docx", "a.ics"], "zebra", Existing::Keep)
            .unwrap();
        assert_eq!((written.paths.len(), written.not_entered), (2, None));
        let sheets = [("a.docx", Kind::PlanSheet), ("a.ics", Kind::Calendar)];
        assert_eq!(
            there.known(),
            sheets.map(|(name, kind)| (name.to_string(), kind, true))
        );
        let list = std::fs::read_to_string(there.home.exports(there.of.session)).unwrap();
        assert!(!list.contains("zebra"), "{list}");

        there.write(&["a.ics"], "horse", Existing::Replace).unwrap();
        assert_eq!(there.known().len(), 2, "a file is known once");
        assert!(there.known().iter().all(|(_, _, same)| *same));
    }

    #[test]
    fn what_was_not_written_is_known_as_before() {
        let there = There::new();
        there.write(&["b.md"], "mine", Existing::Keep).unwrap();
        let before = there.known();
        there.write(&["a.md", "b.md"], "new", Existing::Keep).unwrap_err();
        assert_eq!(there.known(), before);

        // A folder has the name of the second file: the first one is written, and known.
        std::fs::create_dir(there.folder().join("c.md")).unwrap();
        there
            .write(&["a.md", "c.md"], "new", Existing::Replace)
            .unwrap_err();
        let names: Vec<String> = there.known().into_iter().map(|(name, _, _)| name).collect();
        assert_eq!(names, ["b.md", "a.md"]);
    }

    #[test]
    fn a_list_that_is_broken_or_newer_keeps_no_document_from_being_written() {
        let there = There::new();
        there.write(&["a.md"], "one", Existing::Keep).unwrap();
        let list = there.home.exports(there.of.session);
        let put = |text: &str| write::replace(&RealDisk, &list, text.as_bytes(), &seen(&list)).unwrap();
        put("(not a list");
        assert!(
            load(&RealDisk, &list, there.of.session)
                .unwrap_err()
                .contains("can't be read")
        );
        assert!(!list.exists(), "it is put aside");
        let written = there.write(&["b.md"], "two", Existing::Keep).unwrap();
        assert_eq!(written.not_entered, None);
        assert_eq!(there.known().len(), 1);
        assert!(
            RealDisk.names(list.parent().unwrap()).unwrap().len() == 2,
            "the old one is put aside"
        );

        let newer = std::fs::read_to_string(&list)
            .unwrap()
            .replacen("version: 1,", "version: 2,", 1);
        put(&newer);
        let written = there.write(&["c.md"], "three", Existing::Keep).unwrap();
        assert!(written.not_entered.unwrap().contains("newer"));
        assert_eq!(
            std::fs::read_to_string(&list).unwrap(),
            newer,
            "it is left as it is"
        );
    }

    fn seen(path: &Path) -> Seen {
        write::read(&RealDisk, path).unwrap().unwrap().1
    }
}
