//! Takes files away, one by one, and leaves a receipt without a word of what was in them.

use std::{
    collections::BTreeSet,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::print;
use crate::{
    app::purging::{Asked, Found, NotRemoved, Outcome, Place},
    domain::{ids::SessionId, kept::Kind, stamp::Stamp},
    storage::{
        disk::{Disk, why},
        exports,
        local_state::LocalState,
        lock::{Holder, ScreenLock, Taken, WriteLock},
        paths::Home,
        receipts::{Counts, Receipt, Removal},
        session_folder::{PLAN, RECORDS},
        write::WriteFault,
    },
    ui::words::purge::OUT_OF_REACH,
};

/// Why nothing was removed.
#[derive(Debug, thiserror::Error)]
pub enum PurgeFault {
    /// A window has the session open.
    #[error(
        "nothing was removed: the session is open in another window{}\nclose it there, then run this again",
        since(.0.as_ref())
    )]
    Open(Option<Holder>),
    /// Another command is saving, or the folder of the locks fails.
    #[error("nothing was removed: {}\nclose other windows of this session, then run this again", why(.0))]
    Locked(io::Error),
    /// There can be no receipt.
    #[error("nothing was removed, since no receipt of it can be written: {}: {}\n{}",
        .0.path().display(), .0.reason(), .0.cure())]
    NoReceipt(#[from] WriteFault),
}

fn since(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| {
        format!(" (since {}, process {})", holder.since.hh_mm(), holder.pid)
    })
}

/// Removes what was found and `asked` for. A file that can't be removed is named, and the others go all the same.
///
/// What the rest is known by goes last, and only if nothing of it is left: so that running it again finishes what a
/// program that died began.
///
/// # Errors
/// If nothing was removed: a window has the session open, or there can be no receipt.
pub fn remove(
    (home, disk): (&Home, &dyn Disk),
    found: &Found,
    asked: Asked,
    now: Stamp,
) -> Result<Outcome, PurgeFault> {
    let Some(&session) = found.sessions.first() else {
        return Ok(Outcome::default());
    };
    let windows = screens((home, disk), found, now)?;
    let mut saves = Vec::new();
    for session in &found.sessions {
        saves.push(WriteLock::take(&home.write_lock(*session)).map_err(PurgeFault::Locked)?);
    }
    let path = home.receipt(session);
    let receipt = Receipt::begin(disk, &path, session, now)?;
    let mut removing = Removing {
        disk,
        found,
        asked,
        outcome: Outcome {
            receipt: path.clone(),
            ..Outcome::default()
        },
    };
    removing.files();
    removing.folders();
    removing.remembered(home);
    let mut outcome = removing.outcome;
    drop((windows, saves));
    locks((home, disk), found);
    if let Err(fault) = receipt.end(now, told(&outcome, asked)) {
        outcome.failed.push(unfinished_receipt(&fault));
    }
    Ok(outcome)
}

/// Whether no window has the session open.
///
/// # Errors
/// If one has.
pub fn is_closed(on: (&Home, &dyn Disk), found: &Found, now: Stamp) -> Result<(), PurgeFault> {
    screens(on, found, now).map(drop)
}

/// The windows in which the session is open are kept shut while files go.
fn screens(
    (home, disk): (&Home, &dyn Disk),
    found: &Found,
    now: Stamp,
) -> Result<Vec<ScreenLock>, PurgeFault> {
    let holder = Holder {
        pid: std::process::id(),
        since: now,
    };
    let mut locks = BTreeSet::new();
    let names = disk.names(&home.locks()).unwrap_or_default();
    for session in &found.sessions {
        let of_session = |name: &str| name.starts_with(&session.to_string()) && name.ends_with(".screen");
        let known = names.iter().filter(|name| of_session(&name.to_string_lossy()));
        locks.extend(known.map(|name| home.locks().join(name)));
        let me = LocalState::load(disk, &home.local_state(*session), *session);
        locks.extend(me.all_writers().map(|writer| home.screen_lock(*session, writer)));
    }
    let mut taken = Vec::new();
    for lock in locks {
        match ScreenLock::take(&lock, &holder).map_err(PurgeFault::Locked)? {
            Taken::Mine(lock) => taken.push(lock),
            Taken::HeldBy(holder) => return Err(PurgeFault::Open(holder)),
        }
    }
    Ok(taken)
}

/// The locks of sessions of which nothing is remembered any more: nobody opens them under these names again.
fn locks((home, disk): (&Home, &dyn Disk), found: &Found) {
    let names = disk.names(&home.locks()).unwrap_or_default();
    for session in &found.sessions {
        if disk.stat(&home.local_state(*session)).is_ok() {
            continue;
        }
        let of_session = names
            .iter()
            .filter(|name| name.to_string_lossy().starts_with(&session.to_string()));
        for name in of_session {
            // An empty file that stays tells nothing but that there was a review.
            let _stays = disk.remove(&home.locks().join(name));
        }
    }
}

struct Removing<'a> {
    disk: &'a dyn Disk,
    found: &'a Found,
    asked: Asked,
    outcome: Outcome,
}

impl Removing<'_> {
    /// Everything but what the rest is known by.
    fn files(&mut self) {
        let found = self.found;
        for place in found.places.iter().filter(|place| !place.kind.is_known_by()) {
            if !self.asked.takes(place.whose) {
                self.outcome.left.push(place.clone());
                continue;
            }
            if place.kind == Kind::Plan
                && let Some(folder) = place.path.parent()
            {
                // A folder of records without a plan would be taken for a session whose plan is lost.
                let _not_empty = self.disk.remove_dir(&folder.join(RECORDS));
            }
            self.file(place);
        }
        self.make_durable();
    }

    fn file(&mut self, place: &Place) {
        let removed = self.disk.stat(&place.path).and_then(|stat| {
            if print(&stat) != place.print || stat.is_symlink || stat.is_dir {
                return Err(changed());
            }
            self.disk.remove(&place.path)
        });
        match removed {
            Ok(()) => self.outcome.removed.push((place.kind, place.path.clone())),
            // Somebody was quicker.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => self.outcome.failed.push(not_removed(&place.path, &error)),
        }
    }

    /// A power cut must not bring back what was said to be gone.
    fn make_durable(&self) {
        let removed = self.outcome.removed.iter().filter_map(|(_, path)| path.parent());
        let folders: BTreeSet<&Path> = removed.collect();
        for folder in folders {
            // Where a folder can't be synced its names still are gone for every program.
            let _as_far_as_it_goes = self.disk.sync_dir(folder);
        }
    }

    /// What the rest is known by, unless something is left of it.
    fn remembered(&mut self, home: &Home) {
        let found = self.found;
        for place in found.places.iter().filter(|place| place.kind.is_known_by()) {
            let unsure = !self.outcome.failed.is_empty() || !found.problems.is_empty();
            if unsure || !self.asked.takes(place.whose) || found.is_known_by(place, &self.outcome.left) {
                self.outcome.left.push(place.staying());
            } else {
                self.file(place);
            }
        }
        for &session in &found.sessions {
            self.shorten_list(home, session);
        }
        self.make_durable();
    }

    /// A list of documents that stays tells only of those that do.
    fn shorten_list(&self, home: &Home, session: SessionId) {
        let list = home.exports(session);
        if self.disk.stat(&list).is_err() {
            return;
        }
        let gone: BTreeSet<&Path> = self
            .outcome
            .removed
            .iter()
            .map(|(_, path)| path.as_path())
            .collect();
        let still: Vec<&Path> = self
            .found
            .places
            .iter()
            .map(|place| place.path.as_path())
            .collect();
        let still: Vec<&Path> = still.into_iter().filter(|path| !gone.contains(path)).collect();
        // A list that is too long tells of files that are not there.
        let _too_long = exports::keep_only(self.disk, &list, session, &still);
    }

    /// The folders that are empty now; one of a plan that stays is left as it is.
    fn folders(&mut self) {
        for folder in &self.found.folders {
            let session = match folder.file_name() {
                Some(name) if name == RECORDS => folder.parent(),
                _ => Some(folder.as_path()),
            };
            if session.is_some_and(|session| self.disk.stat(&session.join(PLAN)).is_ok()) {
                continue;
            }
            match self.disk.remove_dir(folder) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) if is_not_empty(&error) => self.outcome.folders.push(folder.clone()),
                Err(error) => self.outcome.failed.push(not_removed(folder, &error)),
            }
        }
    }
}

/// Whether somebody has something else in a folder; some systems say that it exists.
fn is_not_empty(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists
    )
}

fn not_removed(path: &Path, error: &io::Error) -> NotRemoved {
    NotRemoved {
        path: path.to_path_buf(),
        why: why(error),
        cure: cure(error),
    }
}

fn changed() -> io::Error {
    io::Error::new(ErrorKind::ResourceBusy, CHANGED)
}

/// What is said of a file that is not any more what was shown.
const CHANGED: &str = "it was changed since it was listed";

fn cure(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::ResourceBusy => "run this again, and look at the list once more",
        ErrorKind::PermissionDenied => "make sure that you may change its folder, then run this again",
        ErrorKind::ReadOnlyFilesystem => "make its disk writable, or remove it there, then run this again",
        _ => "close it in other programs and see that its disk is there, then run this again",
    }
}

/// What the receipt says of it.
fn told(outcome: &Outcome, asked: Asked) -> Removal {
    let count = |kinds: &mut dyn Iterator<Item = &'static str>| {
        let mut counts = Counts::new();
        for kind in kinds {
            *counts.entry(kind.to_string()).or_default() += 1;
        }
        counts
    };
    Removal {
        whole_session: asked.whole_session,
        removed: count(&mut outcome.removed.iter().map(|(kind, _)| kind.name())),
        failed: count(&mut outcome.failed.iter().map(|_| "file")),
        left: count(&mut outcome.left.iter().map(|place| place.kind.name())),
        out_of_reach: OUT_OF_REACH.iter().map(ToString::to_string).collect(),
        ..Removal::default()
    }
}

/// The receipt only says that it was begun.
fn unfinished_receipt(fault: &WriteFault) -> NotRemoved {
    NotRemoved {
        path: PathBuf::from(fault.path()),
        why: format!("the receipt could not be finished: {}", fault.reason()),
        cure: fault.cure(),
    }
}
