//! The draft journal: what is being typed, so that a program that dies gives it back at the next start.
//!
//! Each keystroke worth keeping is appended with one write and without a sync: the promise is against the death of the
//! program, and a sync for every few characters would stall the typing. Acknowledged notes are kept by [`super::write`].

mod frame;

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::{
    disk::{Disk, LARGEST_FILE, RealDisk, private_file},
    write::beside,
};
use crate::domain::{draft::Draft, ids::RecordId};
use frame::Entry;

/// The size in bytes from which dead frames are dropped.
const REWRITE_AT: u64 = 1024 * 1024;

/// The drafts of one writer in one session, on disk.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// The file, once it had to be written.
    file: Option<File>,
    /// Where the next frame goes; `None` while an existing file could not be read, which must not be overwritten.
    end: Option<u64>,
    /// What the file holds, in order of first appearance.
    live: Vec<Draft>,
    rewrite_at: u64,
}

impl Journal {
    /// The journal at `path`, with the drafts that were never acknowledged, in order of first appearance.
    ///
    /// A missing file is an empty journal; it is created by the first [`keep`](Self::keep). A torn or damaged end is
    /// what a dying program leaves and is passed over. A file that can't be read holds nothing for now, and is tried
    /// again before it is written.
    #[must_use]
    pub fn open(path: &Path) -> (Self, Vec<Draft>) {
        let mut journal = Self {
            path: path.to_owned(),
            file: None,
            end: None,
            live: Vec::new(),
            rewrite_at: REWRITE_AT,
        };
        // `keep` reads again and then tells the error.
        let _told_later = journal.end();
        let drafts = journal.live.clone();
        (journal, drafts)
    }

    /// Keeps `draft` in the place of an earlier wording of the same note; an empty text is not worth keeping.
    ///
    /// # Errors
    /// The file system's; what was kept before still is.
    pub fn keep(&mut self, draft: &Draft) -> io::Result<()> {
        if draft.text.is_empty() {
            return self.forget(draft.note);
        }
        self.append(&Entry::Draft(draft.into()))?;
        match self.live.iter_mut().find(|live| live.note == draft.note) {
            Some(live) => live.clone_from(draft),
            None => self.live.push(draft.clone()),
        }
        self.rewrite_if_long();
        Ok(())
    }

    /// Lets go of the draft of `note`, since it is acknowledged or was given up.
    ///
    /// With the last one the file is emptied, so that no byte of old text stays in it.
    ///
    /// # Errors
    /// The file system's; the draft is then still kept.
    pub fn forget(&mut self, note: RecordId) -> io::Result<()> {
        self.end()?;
        let Some(at) = self.live.iter().position(|live| live.note == note) else {
            return Ok(());
        };
        if self.live.len() == 1 {
            self.empty()?;
        } else {
            self.append(&Entry::Done(note))?;
        }
        self.live.remove(at);
        Ok(())
    }

    /// Lets go of the draft of `note` and of every byte that was ever kept of it: what remains is written anew.
    ///
    /// # Errors
    /// The file system's; nothing is erased then.
    pub fn erase(&mut self, note: RecordId) -> io::Result<()> {
        self.end()?;
        let mut others = self.live.clone();
        others.retain(|live| live.note != note);
        if others.is_empty() {
            self.empty()?;
        } else {
            self.rewrite(&others)?;
        }
        self.live = others;
        Ok(())
    }

    /// Where the next frame goes, after reading the file if that was not possible before.
    fn end(&mut self) -> io::Result<u64> {
        if let Some(end) = self.end {
            return Ok(end);
        }
        let bytes = match read(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            read => read?,
        };
        let (entries, whole) = frame::read_all(&bytes);
        self.live = live(entries);
        // Dead frames alone are cut off by the next one.
        let end = if self.live.is_empty() { 0 } else { whole };
        self.end = Some(end);
        Ok(end)
    }

    fn append(&mut self, entry: &Entry) -> io::Result<()> {
        let end = self.end()?;
        let frame = frame::bytes_of(entry)?;
        let file = self.file()?;
        let written = file
            .seek(SeekFrom::Start(end))
            .and_then(|_| file.write_all(&frame));
        if let Err(error) = written {
            // A frame cut short is passed over by the reader; it is only tidier without.
            let _passed_over = file.set_len(end);
            return Err(error);
        }
        self.end = Some(end + frame.len() as u64);
        Ok(())
    }

    fn empty(&mut self) -> io::Result<()> {
        self.file()?.set_len(0)?;
        self.end = Some(0);
        self.rewrite_at = REWRITE_AT;
        Ok(())
    }

    /// The file for writing, with a torn end cut off when it is first opened.
    fn file(&mut self) -> io::Result<&mut File> {
        let file = match self.file.take() {
            Some(file) => file,
            None => self.open_file()?,
        };
        Ok(self.file.insert(file))
    }

    fn open_file(&mut self) -> io::Result<File> {
        let end = self.end()?;
        if let Some(folder) = self.path.parent() {
            RealDisk.create_dir_all(folder)?;
        }
        let file = private_file()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&self.path)?;
        file.set_len(end)?;
        Ok(file)
    }

    /// Drops the dead frames of a long journal. If that fails the journal is only longer than it need be, so it is
    /// tried again when it has grown as much once more.
    fn rewrite_if_long(&mut self) {
        let Some(end) = self.end.filter(|end| *end > self.rewrite_at) else {
            return;
        };
        self.rewrite_at = match self.rewrite(&self.live.clone()) {
            Ok(()) => self.end.unwrap_or(end) + REWRITE_AT,
            Err(_tried_again) => end + REWRITE_AT,
        };
    }

    /// Puts a file in its place that holds these drafts alone.
    fn rewrite(&mut self, drafts: &[Draft]) -> io::Result<()> {
        let mut bytes = Vec::new();
        for draft in drafts {
            bytes.extend(frame::bytes_of(&Entry::Draft(draft.into()))?);
        }
        let (_, tmp) = beside(&self.path)?;
        // It would go on writing into a file that has no name any more, and Windows may not replace an open one.
        self.file = None;
        let placed = replace(&tmp, &self.path, &bytes);
        if placed.is_err() {
            let _swept_later = fs::remove_file(&tmp);
        }
        placed?;
        self.end = Some(bytes.len() as u64);
        Ok(())
    }
}

/// Puts `bytes` in the place of `path` by way of `tmp`, without a sync.
fn replace(tmp: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_file().write(true).create(true).truncate(true).open(tmp)?;
    file.write_all(bytes)?;
    drop(file);
    RealDisk.rename(tmp, path)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST_FILE).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The drafts that are not done and not empty: each in its last wording, in order of first appearance.
fn live(entries: Vec<Entry>) -> Vec<Draft> {
    let mut live: Vec<Draft> = Vec::new();
    for entry in entries {
        match entry {
            Entry::Done(note) => live.retain(|draft| draft.note != note),
            Entry::Draft(stored) => {
                let Some(draft) = stored.into_draft() else {
                    continue;
                };
                match live.iter_mut().find(|known| known.note == draft.note) {
                    Some(known) => *known = draft,
                    None => live.push(draft),
                }
            }
        }
    }
    live.retain(|draft| !draft.text.is_empty());
    live
}

#[cfg(test)]
mod tests;
