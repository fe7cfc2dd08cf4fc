//! A disk that fails on demand, for proofs that no failure loses a word.

use std::{
    ffi::OsString,
    io,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use super::{Disk, NewFile, Stat};

/// Which operation fails, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    /// Which operation from now on: 1 is the next one, whatever it is.
    pub nth: usize,
    /// The error number of the operating system that it ends with.
    pub errno: i32,
    /// Whether all operations after it fail too.
    pub lasting: bool,
    /// Whether a write that fails has first written half of its bytes.
    pub short_write: bool,
}

/// A disk of which one operation, or all from one on, fail.
#[derive(Debug)]
pub struct FailingDisk<D> {
    inner: D,
    tally: Arc<Mutex<Tally>>,
}

#[derive(Debug, Default)]
struct Tally {
    done: usize,
    failure: Option<Failure>,
}

impl Tally {
    /// Counts one operation; the failure that it meets, if any.
    fn count(&mut self) -> Option<Failure> {
        self.done += 1;
        let failure = self.failure?;
        let meets = self.done == failure.nth || (failure.lasting && self.done > failure.nth);
        meets.then_some(failure)
    }
}

fn count(tally: &Mutex<Tally>) -> Option<Failure> {
    tally.lock().unwrap_or_else(PoisonError::into_inner).count()
}

fn pass(tally: &Mutex<Tally>) -> io::Result<()> {
    count(tally).map_or(Ok(()), |failure| Err(io::Error::from_raw_os_error(failure.errno)))
}

impl<D: Disk> FailingDisk<D> {
    /// A disk that works as `inner` does until it is told to fail.
    pub fn new(inner: D) -> Self {
        Self {
            inner,
            tally: Arc::default(),
        }
    }

    /// Fails as `failure` says, counting from now.
    pub fn fail(&self, failure: Failure) {
        self.set(Some(failure));
    }

    /// Works again, counting from now.
    pub fn mend(&self) {
        self.set(None);
    }

    /// How many operations were asked for since it was last told to fail or mended.
    #[must_use]
    pub fn operations(&self) -> usize {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner).done
    }

    fn set(&self, failure: Option<Failure>) {
        *self.tally.lock().unwrap_or_else(PoisonError::into_inner) = Tally { done: 0, failure };
    }
}

impl<D: Disk> Disk for FailingDisk<D> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        pass(&self.tally)?;
        self.inner.read(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        pass(&self.tally)?;
        self.inner.stat(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        pass(&self.tally)?;
        Ok(Box::new(FailingFile {
            inner: self.inner.create_new(path)?,
            tally: Arc::clone(&self.tally),
        }))
    }

    fn create_private(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        pass(&self.tally)?;
        Ok(Box::new(FailingFile {
            inner: self.inner.create_private(path)?,
            tally: Arc::clone(&self.tally),
        }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.sync_dir(dir)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.remove(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.remove_dir(dir)
    }

    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        pass(&self.tally)?;
        self.inner.names(dir)
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.create_dir(dir)
    }
}

struct FailingFile {
    inner: Box<dyn NewFile>,
    tally: Arc<Mutex<Tally>>,
}

impl NewFile for FailingFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(failure) = count(&self.tally) else {
            return self.inner.write_all(bytes);
        };
        if failure.short_write {
            self.inner.write_all(&bytes[..bytes.len() / 2])?;
        }
        Err(io::Error::from_raw_os_error(failure.errno))
    }

    fn sync(&mut self) -> io::Result<()> {
        pass(&self.tally)?;
        self.inner.sync()
    }

    fn stat(&self) -> io::Result<Stat> {
        pass(&self.tally)?;
        self.inner.stat()
    }
}
