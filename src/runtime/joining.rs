//! Joining: a plan that was mailed becomes a session on this machine, or the later edition of the plan of one.

use std::path::{Path, PathBuf};

use super::{clock::Clock, footing::Footing, opening::OpeningFault};
use crate::{
    domain::{kept::Kind, plan::Plan, slugs::slug},
    storage::{
        disk::Disk,
        exports::{self, Of},
        local_state::LocalState,
        paths::{Home, absolute},
        session_folder::{OpenFault, PLAN, RECORDS, SessionFolder, read_plan},
        write::{self, Outcome, Seen},
    },
};

/// What became of a plan that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// It lies in its own session's folder, which is opened as it is.
    InPlace(PathBuf),
    /// A new session was made for it.
    New(PathBuf),
    /// Its session was here, with an earlier edition of the plan, which it replaced. No note was touched.
    Updated(PathBuf),
    /// Its session was here, with this edition of the plan or a later one, which stays.
    Known(PathBuf),
}

impl Joined {
    /// The session's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        match self {
            Self::InPlace(folder) | Self::New(folder) | Self::Updated(folder) | Self::Known(folder) => folder,
        }
    }
}

/// Takes the plan in the file `path` in.
///
/// # Errors
/// If it is not sound, or can't be written to this machine.
pub fn join(home: &Home, disk: &dyn Disk, path: &Path) -> Result<Joined, OpeningFault> {
    let path = &absolute(path);
    let plan = read_plan(disk, path)?;
    if let Some(folder) = own_folder(home, disk, path) {
        return Ok(Joined::InPlace(folder));
    }
    let bytes = disk.read(path).map_err(|error| OpenFault::Unreadable {
        path: path.clone(),
        error,
    })?;
    if let Some((folder, known)) = known_session(home, disk, &plan) {
        if known.revision >= plan.revision {
            return Ok(Joined::Known(folder));
        }
        put(disk, &SessionFolder::at(&folder), &bytes)?;
        if is_own_copy((home, disk), &plan, &folder) {
            enter((home, disk), &plan, &folder, &bytes);
        }
        return Ok(Joined::Updated(folder));
    }
    let folder = free_folder(home, disk, &plan);
    let session = SessionFolder::at(&folder);
    let footing = Footing::make(disk, &session.records_dir()).map_err(|fault| no_folder(fault.error))?;
    enter((home, disk), &plan, &folder, &bytes);
    if let Err(fault) = put(disk, &session, &bytes) {
        // Where it can't be taken away it is empty, and the next try goes beside it.
        footing.take_away(disk);
        return Err(fault);
    }
    session.leave_word_for_sync(disk);
    Ok(Joined::New(folder))
}

/// Enters the copy of the plan among the files that are known of the session: it is this machine's own, and goes when the
/// session is removed here.
fn enter(on: (&Home, &dyn Disk), plan: &Plan, folder: &Path, bytes: &[u8]) {
    let path = SessionFolder::at(folder).plan_path();
    if let Ok(clock) = Clock::wall(plan.zone) {
        let of = Of {
            session: plan.session,
            kind: Kind::Plan,
            at: clock.now(),
        };
        // One that is not entered is taken for everybody's, and stays.
        let _stays = exports::enter(on, of, &path, bytes);
    }
}

/// Whether the plan in `folder` was put there when the session was joined.
fn is_own_copy((home, disk): (&Home, &dyn Disk), plan: &Plan, folder: &Path) -> bool {
    let path = SessionFolder::at(folder).plan_path();
    let known = exports::load(disk, &home.exports(plan.session), plan.session).unwrap_or_default();
    known
        .iter()
        .any(|known| known.kind == Kind::Plan && Path::new(&known.path) == path)
}

/// The folder of a plan that lies where its session is: among this machine's sessions, or beside a records folder.
fn own_folder(home: &Home, disk: &dyn Disk, path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    let is_plan = path.file_name().is_some_and(|name| name == PLAN);
    let beside_records = disk.stat(&folder.join(RECORDS)).is_ok_and(|stat| stat.is_dir);
    let among_sessions = folder
        .parent()
        .is_some_and(|above| above == home.sessions() || above == home.rehearsals());
    (is_plan && (beside_records || among_sessions)).then(|| folder.to_path_buf())
}

/// The session on this machine that this plan is for: where it was last opened, such as in a shared folder, or among
/// the sessions.
fn known_session(home: &Home, disk: &dyn Disk, plan: &Plan) -> Option<(PathBuf, Plan)> {
    let state = LocalState::load(disk, &home.local_state(plan.session), plan.session);
    let last = state.folder().map(Path::to_path_buf);
    let names = disk.names(&home.sessions()).unwrap_or_default();
    let folders = names.into_iter().map(|name| home.sessions().join(name));
    let folders = last.into_iter().chain(folders);
    let mut plans = folders.filter_map(|folder| Some((read_plan(disk, &folder.join(PLAN)).ok()?, folder)));
    plans
        .find(|(known, _)| known.session == plan.session)
        .map(|(known, folder)| (folder, known))
}

/// A folder name that nothing has: the date and the host school, with a number behind it if need be.
pub(super) fn free_folder(home: &Home, disk: &dyn Disk, plan: &Plan) -> PathBuf {
    let date = plan
        .begins()
        .map_or_else(|| "undated".into(), |begins| begins.date().to_string());
    let name = format!("{date}-{}", slug(&plan.host.name));
    let numbered = (2..1000).map(|number| format!("{name}-{number}"));
    let names = std::iter::once(name.clone()).chain(numbered);
    let free = |name: &String| disk.stat(&home.sessions().join(name)).is_err();
    let free = names
        .into_iter()
        .find(free)
        .unwrap_or_else(|| format!("{name}-{}", plan.session));
    home.sessions().join(free)
}

fn no_folder(error: std::io::Error) -> OpeningFault {
    OpeningFault::Machine {
        what: "the session's folder",
        error,
    }
}

fn put(disk: &dyn Disk, folder: &SessionFolder, bytes: &[u8]) -> Result<(), OpeningFault> {
    let machine = no_folder;
    disk.create_dir_all(&folder.records_dir()).map_err(machine)?;
    let target = folder.plan_path();
    let seen = write::read(disk, &target)
        .map_err(machine)?
        .map_or(Seen::Absent, |(_, seen)| seen);
    match write::replace(disk, &target, bytes, &seen) {
        Ok(Outcome::Written { .. }) => Ok(()),
        Ok(Outcome::ChangedUnderneath) => Err(machine(std::io::Error::other(
            "the plan changed while it was replaced",
        ))),
        Err(fault) => Err(machine(std::io::Error::other(fault.to_string()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{catalogue, disk::RealDisk, local_state::machine_name};

    #[test]
    fn a_plan_finds_its_session_in_the_shared_folder_where_it_was_opened() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().join("home").into()), None).unwrap();
        let text = catalogue::examples()[0].plan;
        let shared = SessionFolder::at(dir.path().join("drive/review"));
        put(&RealDisk, &shared, text.as_bytes()).unwrap();
        let mailed = SessionFolder::at(dir.path().join("downloads"));
        let later = text.replacen("revision: 1,", "revision: 2,", 1);
        assert_ne!(later, text);
        RealDisk.create_dir_all(mailed.path()).unwrap();
        write::replace(&RealDisk, &mailed.plan_path(), later.as_bytes(), &Seen::Absent).unwrap();

        let plan = shared.plan(&RealDisk).unwrap();
        let path = home.local_state(plan.session);
        let mut state = LocalState::load(&RealDisk, &path, plan.session);
        state.opened(&plan.people[0].id, &machine_name(), shared.path());
        state.save(&RealDisk, &path).unwrap();

        let joined = join(&home, &RealDisk, &mailed.plan_path()).unwrap();
        assert_eq!(joined, Joined::Updated(shared.path().to_path_buf()));
        assert_eq!(shared.plan(&RealDisk).unwrap().revision, 2);
    }
}
