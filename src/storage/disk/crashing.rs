//! A disk that knows what was synced, for the proof that no crash of the machine loses what was acknowledged.
//!
//! It grants what the standard grants and no more: bytes are durable after a sync of their file, names after a sync of
//! their folder. Of all else that was asked for any part may be there after a crash: each change of a name by itself,
//! and of bytes that were not synced nothing, the first half, as many zeros, or all.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::{Disk, FileTime, NewFile, Stat};

/// What lies under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Folder,
    /// A file, by its place among all that were ever created.
    File(usize),
}

/// A change of names that the folder was not yet synced for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Put(PathBuf, Node),
    Move(PathBuf, PathBuf, Node),
    Remove(PathBuf),
}

impl Change {
    fn is_in(&self, folder: &Path) -> bool {
        let (Self::Put(path, _) | Self::Move(path, _, _) | Self::Remove(path)) = self;
        path.parent() == Some(folder)
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Node>) {
        match self {
            Self::Put(path, node) => drop(names.insert(path.clone(), *node)),
            Self::Move(from, to, node) => {
                if names.get(from) == Some(node) {
                    names.remove(from);
                }
                names.insert(to.clone(), *node);
            }
            Self::Remove(path) => drop(names.remove(path)),
        }
    }
}

#[derive(Debug, Clone, Default)]
struct Bytes {
    live: Vec<u8>,
    durable: Vec<u8>,
    /// Seconds, one more with each operation.
    modified: u64,
}

impl Bytes {
    /// Everything that may be found of them after a crash.
    fn after_a_crash(&self) -> Vec<Vec<u8>> {
        if self.live == self.durable {
            return vec![self.durable.clone()];
        }
        let half = self.durable.len() + (self.live.len() - self.durable.len()) / 2;
        let zeros = |mut bytes: Vec<u8>| {
            bytes.resize(self.live.len(), 0);
            bytes
        };
        vec![
            self.durable.clone(),
            self.live[..half].to_vec(),
            zeros(self.durable.clone()),
            self.live.clone(),
        ]
    }
}

#[derive(Debug, Clone, Default)]
struct State {
    live: BTreeMap<PathBuf, Node>,
    durable: BTreeMap<PathBuf, Node>,
    pending: Vec<Change>,
    files: Vec<Bytes>,
    operations: u64,
    /// How much was acknowledged, as the proof counts it.
    acknowledged: usize,
}

impl State {
    fn change(&mut self, change: Change) {
        change.apply(&mut self.live);
        self.pending.push(change);
    }

    fn file(&self, path: &Path) -> io::Result<&Bytes> {
        match self.live.get(path) {
            Some(Node::File(at)) => Ok(&self.files[*at]),
            Some(Node::Folder) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn sync_names(&mut self, folder: &Path) {
        let pending = std::mem::take(&mut self.pending);
        let (done, left) = pending.into_iter().partition(|change| change.is_in(folder));
        self.pending = left;
        let done: Vec<Change> = done;
        for change in done {
            change.apply(&mut self.durable);
        }
    }

    /// Every state that a crash now may leave, each as a disk on which all is durable.
    fn after_a_crash(&self) -> Vec<Self> {
        let subsets = 0..1_u32 << self.pending.len();
        subsets.flat_map(|chosen| self.with_names(chosen)).collect()
    }

    fn with_names(&self, chosen: u32) -> Vec<Self> {
        let mut names = self.durable.clone();
        for (at, change) in self.pending.iter().enumerate() {
            if chosen & (1 << at) != 0 {
                change.apply(&mut names);
            }
        }
        // What lies in a folder that is not there can't be found.
        let all = names.clone();
        names.retain(|path, _| {
            path.ancestors()
                .skip(1)
                .all(|above| is_root(above) || all.contains_key(above))
        });
        let mut states = vec![Self {
            durable: names.clone(),
            live: names.clone(),
            pending: Vec::new(),
            files: self.files.clone(),
            ..self.clone()
        }];
        let there = names.values().filter_map(|node| match node {
            Node::File(at) => Some(*at),
            Node::Folder => None,
        });
        for at in there {
            let found = self.files[at].after_a_crash();
            states = states
                .into_iter()
                .flat_map(|state| found.iter().map(move |bytes| state.clone().holding(at, bytes)))
                .collect();
        }
        states
    }

    fn holding(mut self, at: usize, bytes: &[u8]) -> Self {
        self.files[at].live = bytes.to_vec();
        self.files[at].durable = bytes.to_vec();
        self
    }
}

fn is_root(path: &Path) -> bool {
    path.parent().is_none()
}

#[derive(Debug, Default)]
struct Held {
    now: State,
    past: Vec<State>,
}

/// The disk.
#[derive(Debug, Clone, Default)]
pub struct CrashingDisk(Arc<Mutex<Held>>);

/// What a crash left.
#[derive(Debug)]
pub struct AfterACrash {
    /// The disk as it is found, all of it durable.
    pub disk: CrashingDisk,
    /// How much had been acknowledged when it happened.
    pub acknowledged: usize,
    /// How many operations had been asked for.
    pub operations: u64,
}

impl CrashingDisk {
    /// A disk with these folders, durable.
    #[must_use]
    pub fn with_folders(folders: &[&str]) -> Self {
        let names = folders.iter().map(|path| (PathBuf::from(path), Node::Folder));
        let durable: BTreeMap<_, _> = names.collect();
        let now = State {
            live: durable.clone(),
            durable,
            ..State::default()
        };
        Self(Arc::new(Mutex::new(Held {
            now,
            past: Vec::new(),
        })))
    }

    /// Notes that `count` things are acknowledged from now on.
    pub fn acknowledge(&self, count: usize) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = held.now.clone();
        held.past.push(before);
        held.now.acknowledged = count;
    }

    /// Everything that a crash after any operation so far may leave.
    #[must_use]
    pub fn crashes(&self) -> Vec<AfterACrash> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let moments = held.past.iter().chain([&held.now]);
        let left = moments.flat_map(State::after_a_crash);
        left.map(|state| AfterACrash {
            acknowledged: state.acknowledged,
            operations: state.operations,
            disk: Self(Arc::new(Mutex::new(Held {
                now: state,
                past: Vec::new(),
            }))),
        })
        .collect()
    }

    fn on<T>(&self, act: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = held.now.clone();
        held.past.push(before);
        held.now.operations += 1;
        act(&mut held.now)
    }

    fn look<T>(&self, look: impl FnOnce(&State) -> io::Result<T>) -> io::Result<T> {
        look(&self.0.lock().unwrap_or_else(PoisonError::into_inner).now)
    }
}

fn stat_of(bytes: &Bytes) -> Stat {
    Stat {
        len: bytes.live.len() as u64,
        modified: FileTime::UNIX_EPOCH + Duration::from_secs(bytes.modified),
        is_symlink: false,
        is_dir: false,
        readonly: false,
    }
}

fn refuse(refused: bool, kind: io::ErrorKind) -> io::Result<()> {
    if refused { Err(kind.into()) } else { Ok(()) }
}

impl Disk for CrashingDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.look(|state| Ok(state.file(path)?.live.clone()))
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        self.look(|state| {
            if is_root(path) || state.live.get(path) == Some(&Node::Folder) {
                return Ok(Stat {
                    is_dir: true,
                    ..stat_of(&Bytes::default())
                });
            }
            state.file(path).map(stat_of)
        })
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let at = self.on(|state| {
            refuse(state.live.contains_key(path), io::ErrorKind::AlreadyExists)?;
            let folder = path.parent().filter(|above| !is_root(above));
            refuse(
                folder.is_some_and(|above| !state.live.contains_key(above)),
                io::ErrorKind::NotFound,
            )?;
            let at = state.files.len();
            state.files.push(Bytes {
                modified: state.operations,
                ..Bytes::default()
            });
            state.change(Change::Put(path.into(), Node::File(at)));
            Ok(at)
        })?;
        Ok(Box::new(Filling {
            disk: self.clone(),
            at,
        }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.on(|state| {
            let node = state.live.get(from).copied().ok_or(io::ErrorKind::NotFound)?;
            // A move from one folder to another is two changes that may part; nothing here asks for one.
            refuse(from.parent() != to.parent(), io::ErrorKind::CrossesDevices)?;
            state.change(Change::Move(from.into(), to.into(), node));
            Ok(())
        })
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.on(|state| {
            state.sync_names(dir);
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.on(|state| {
            state.file(path)?;
            state.change(Change::Remove(path.into()));
            Ok(())
        })
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.on(|state| {
            let is_inside = |path: &PathBuf| path.parent() == Some(dir);
            refuse(state.live.keys().any(is_inside), io::ErrorKind::DirectoryNotEmpty)?;
            state.change(Change::Remove(dir.into()));
            Ok(())
        })
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        self.look(|state| {
            refuse(
                state.live.get(dir) != Some(&Node::Folder),
                io::ErrorKind::NotFound,
            )?;
            let inside = state.live.keys().filter(|path| path.parent() == Some(dir));
            Ok(inside
                .filter_map(|path| path.file_name())
                .map(OsString::from)
                .collect())
        })
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.on(|state| {
            refuse(state.live.contains_key(dir), io::ErrorKind::AlreadyExists)?;
            state.change(Change::Put(dir.into(), Node::Folder));
            Ok(())
        })
    }
}

struct Filling {
    disk: CrashingDisk,
    at: usize,
}

impl NewFile for Filling {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.on(|state| {
            let modified = state.operations;
            let file = &mut state.files[self.at];
            file.live.extend_from_slice(bytes);
            file.modified = modified;
            Ok(())
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.on(|state| {
            let file = &mut state.files[self.at];
            file.durable.clone_from(&file.live);
            Ok(())
        })
    }

    fn stat(&self) -> io::Result<Stat> {
        self.disk.look(|state| Ok(stat_of(&state.files[self.at])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(disk: &CrashingDisk, path: &str, bytes: &[u8], sync: bool) {
        let mut file = disk.create_new(Path::new(path)).unwrap();
        file.write_all(bytes).unwrap();
        if sync {
            file.sync().unwrap();
        }
    }

    /// What is found under `path` after every crash at the very end.
    fn found_at_the_end(disk: &CrashingDisk, path: &str) -> Vec<Option<Vec<u8>>> {
        let all = disk.crashes();
        let last = all.iter().map(|crash| crash.operations).max();
        let at_the_end = all.into_iter().filter(|crash| Some(crash.operations) == last);
        let mut found: Vec<_> = at_the_end
            .map(|crash| crash.disk.read(Path::new(path)).ok())
            .collect();
        found.sort();
        found.dedup();
        found
    }

    #[test]
    fn only_what_is_synced_with_its_folder_is_sure() {
        let disk = CrashingDisk::with_folders(&["/a"]);
        fill(&disk, "/a/note", b"word", false);
        let any: [Option<&[u8]>; 5] = [None, Some(b""), Some(b"\0\0\0\0"), Some(b"wo"), Some(b"word")];
        assert_eq!(
            found_at_the_end(&disk, "/a/note"),
            any.map(|bytes| bytes.map(<[u8]>::to_vec))
        );
        disk.sync_dir(Path::new("/a")).unwrap();
        assert!(!found_at_the_end(&disk, "/a/note").contains(&None));

        fill(&disk, "/a/synced", b"word", true);
        assert_eq!(
            found_at_the_end(&disk, "/a/synced"),
            [None, Some(b"word".to_vec())]
        );
        disk.sync_dir(Path::new("/a")).unwrap();
        assert_eq!(found_at_the_end(&disk, "/a/synced"), [Some(b"word".to_vec())]);
    }

    #[test]
    fn what_lies_in_a_folder_that_was_not_synced_may_be_gone() {
        let disk = CrashingDisk::with_folders(&["/a"]);
        disk.create_dir(Path::new("/a/b")).unwrap();
        fill(&disk, "/a/b/note", b"word", true);
        disk.sync_dir(Path::new("/a/b")).unwrap();
        assert_eq!(
            found_at_the_end(&disk, "/a/b/note"),
            [None, Some(b"word".to_vec())]
        );
        disk.sync_dir(Path::new("/a")).unwrap();
        assert_eq!(found_at_the_end(&disk, "/a/b/note"), [Some(b"word".to_vec())]);
    }

    #[test]
    fn folders_that_were_made_outlive_a_crash() {
        let disk = CrashingDisk::with_folders(&["/a"]);
        disk.create_dir_all(Path::new("/a/b/c")).unwrap();
        disk.acknowledge(1);
        let made = disk.crashes().into_iter().filter(|crash| crash.acknowledged == 1);
        let left: Vec<bool> = made
            .map(|crash| crash.disk.stat(Path::new("/a/b/c")).is_ok())
            .collect();
        assert_eq!(left, [true]);
    }

    #[test]
    fn a_crash_may_come_after_any_operation() {
        let disk = CrashingDisk::with_folders(&["/a"]);
        fill(&disk, "/a/note", b"word", true);
        disk.acknowledge(1);
        let moments: std::collections::BTreeSet<_> = disk
            .crashes()
            .iter()
            .map(|crash| (crash.operations, crash.acknowledged))
            .collect();
        assert_eq!(moments, [(0, 0), (1, 0), (2, 0), (3, 0), (3, 1)].into());
    }
}
