//! A disk in memory.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use knownow::storage::disk::{Disk, NewFile, Stat};

/// Files by path; every write gets the next second as its time.
#[derive(Debug, Default)]
pub struct MemoryDisk(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    files: BTreeMap<PathBuf, (Vec<u8>, u64)>,
    writes: u64,
}

struct MemoryFile {
    path: PathBuf,
    held: Arc<Mutex<Held>>,
}

fn stat(file: &(Vec<u8>, u64)) -> Stat {
    Stat {
        len: file.0.len() as u64,
        modified: SystemTime::UNIX_EPOCH + Duration::from_secs(file.1),
        is_symlink: false,
        is_dir: false,
        readonly: false,
    }
}

fn missing() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let held = self.0.lock().expect("the files");
        held.files
            .get(path)
            .map(|file| file.0.clone())
            .ok_or_else(missing)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let held = self.0.lock().expect("the files");
        // A folder is there as long as a file is in it.
        let folder = || {
            let is_dir = held.files.keys().any(|file| file.starts_with(path));
            is_dir.then(|| Stat {
                is_dir,
                ..stat(&(Vec::new(), 0))
            })
        };
        held.files.get(path).map(stat).or_else(folder).ok_or_else(missing)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut held = self.0.lock().expect("the files");
        if held.files.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        held.files.insert(path.to_path_buf(), (Vec::new(), 0));
        Ok(Box::new(MemoryFile {
            path: path.to_path_buf(),
            held: Arc::clone(&self.0),
        }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut held = self.0.lock().expect("the files");
        let file = held.files.remove(from).ok_or_else(missing)?;
        held.files.insert(to.to_path_buf(), file);
        Ok(())
    }

    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut held = self.0.lock().expect("the files");
        held.files.remove(path).map(drop).ok_or_else(missing)
    }

    fn remove_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        let held = self.0.lock().expect("the files");
        let inside = held.files.keys().filter(|path| path.parent() == Some(dir));
        Ok(inside
            .filter_map(|path| path.file_name())
            .map(OsString::from)
            .collect())
    }

    fn create_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for MemoryFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut held = self.held.lock().expect("the files");
        held.writes += 1;
        let time = held.writes;
        let file = held.files.get_mut(&self.path).ok_or_else(missing)?;
        file.0.extend_from_slice(bytes);
        file.1 = time;
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn stat(&self) -> io::Result<Stat> {
        let held = self.held.lock().expect("the files");
        held.files.get(&self.path).map(stat).ok_or_else(missing)
    }
}
