//! Saving somewhere else, for the screen: which folders may do, and the copy in one of them, written beside the screen.

use std::path::{Path, PathBuf};

use directories::UserDirs;

use super::reporting;
use crate::{
    app::elsewhere::{Done, Job, News},
    domain::{ids::SessionId, stamp::Stamp},
    storage::{
        disk::Disk,
        elsewhere::{self, Own, Written},
        exports::{self, Of},
        paths::Home,
    },
};

/// Where sticks and further disks are put, for whom: below it a folder each.
const MOUNTS: [&str; 2] = ["/run/media", "/media"];
/// The same on macOS, for everybody.
const VOLUMES: &str = "/Volumes";

/// Folders that may do: sticks and further disks first, then one's own. None is looked at: a network folder that hangs
/// would hold up whoever asks.
#[must_use]
pub fn places((home, disk): (&Home, &dyn Disk), user: Option<&str>) -> Vec<PathBuf> {
    let below = |dir: PathBuf| {
        let mut names = disk.names(&dir).unwrap_or_default();
        names.sort();
        names.into_iter().map(move |name| dir.join(name))
    };
    let own = user.filter(|user| !user.is_empty());
    let mounts = own
        .into_iter()
        .flat_map(|user| MOUNTS.map(|dir| Path::new(dir).join(user)));
    let mut places: Vec<PathBuf> = mounts.chain([PathBuf::from(VOLUMES)]).flat_map(below).collect();
    places.push(home.documents());
    if let Some(users) = UserDirs::new() {
        places.extend(users.desktop_dir().map(Path::to_path_buf));
        places.push(users.home_dir().to_path_buf());
    }
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|place| seen.insert(place.clone()));
    places
}

/// Keeps it in the folder that was typed or picked; what became of it, and the files that were written.
#[must_use]
pub fn keep(disk: &dyn Disk, job: Box<Job>) -> (News, Vec<Written>) {
    let own = Own {
        session: job.session,
        instead_of: job.instead_of.clone(),
        plan: job.plan.clone(),
        person: job.person.clone(),
        records: job.records.clone(),
        private: job.private.clone(),
    };
    let kept = match elsewhere::keep(disk, &reporting::below_own(&job.into), &own) {
        Ok(kept) => kept,
        Err(fault) => return (News::Kept(job, Err(fault.to_string())), Vec::new()),
    };
    let notes = job.records.iter().map(|(writer, records)| {
        let own = records.notes.by_writer(*writer);
        own.filter(|note| !note.deleted).count()
    });
    let done = Done {
        notes: notes.sum(),
        folder: kept.folder,
        private: kept.private,
    };
    (News::Kept(job, Ok(done)), kept.files)
}

/// Enters the files among those that are known of the session, to be removed with it; why not, if so.
#[must_use]
pub fn enter(on: (&Home, &dyn Disk), (session, at): (SessionId, Stamp), files: &[Written]) -> Option<String> {
    let enter = |file: &Written| {
        let kind = file.kind;
        exports::enter(on, Of { session, kind, at }, &file.path, &file.bytes).err()
    };
    files.iter().find_map(enter)
}
