//! Which session is meant: by its folder, or, where that is gone already, by what this computer remembers of it.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::{
    domain::{ids::SessionId, kept::Kind},
    runtime::sessions::{self, NoSuchSession},
    storage::{
        disk::Disk,
        exports,
        files::header::Header,
        local_state::LocalState,
        paths::Home,
        session_folder::{OpenFault, PLAN, SessionFolder},
    },
};

/// A session of which files are to be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Which.
    pub session: SessionId,
    /// Its folders on this computer; the first is the one that was meant, though it may be gone.
    pub folders: Vec<PathBuf>,
}

/// Why it is not known which session is meant.
#[derive(Debug, thiserror::Error)]
pub enum NoTarget {
    /// Nothing goes by that name.
    #[error(transparent)]
    NoSession(#[from] NoSuchSession),
    /// Nothing in its folder tells which session it is.
    #[error("nothing in {} tells which review this is\n{fault}", folder.display())]
    Unknown {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with its plan.
        fault: Box<OpenFault>,
    },
    /// The folder only points to another one.
    #[error("{} only points to another folder, which is not followed; name that one", .0.display())]
    Link(PathBuf),
}

/// The session that `name` means: as every command has it, or one that this computer remembers, by the name of the folder
/// in which it was or by its id.
///
/// # Errors
/// If there is none, or several, or nothing tells which one it is.
pub fn target((home, disk): (&Home, &dyn Disk), name: &Path, today: NaiveDate) -> Result<Target, NoTarget> {
    let (session, folder) = match sessions::resolve(home, disk, name) {
        Ok(folder) => (session_in(home, disk, &folder, today)?, Some(folder)),
        Err(fault) => remembered(home, disk, name).ok_or(fault)?,
    };
    let folders = folders((home, disk), session, folder);
    if let Some(link) = folders.iter().find(|folder| is_link(disk, folder)) {
        return Err(NoTarget::Link(link.clone()));
    }
    Ok(Target { session, folders })
}

fn is_link(disk: &dyn Disk, folder: &Path) -> bool {
    disk.stat(folder).is_ok_and(|stat| stat.is_symlink)
}

fn session_in(home: &Home, disk: &dyn Disk, folder: &Path, today: NaiveDate) -> Result<SessionId, NoTarget> {
    let remembered = || LocalState::session_in(disk, &home.local_states(), folder);
    let found = SessionFolder::at(folder).plan_for_a_note(disk, today, remembered);
    match found {
        Ok(found) => Ok(found.plan.session),
        Err(fault) => Err(NoTarget::Unknown {
            folder: folder.to_path_buf(),
            fault: Box::new(fault),
        }),
    }
}

/// The session that was in a folder of this name, or that has this id, and something of which is still here.
fn remembered(home: &Home, disk: &dyn Disk, name: &Path) -> Option<(SessionId, Option<PathBuf>)> {
    let known = LocalState::all_folders(disk, &home.local_states());
    let typed = name.file_name()?.to_str()?;
    if let Ok(id) = typed.parse() {
        let session = SessionId(id);
        let folder = known.into_iter().find(|(known, _)| *known == session);
        let exported = disk.stat(&home.exports(session)).is_ok();
        return match folder {
            Some((_, folders)) => Some((session, folders.into_iter().next())),
            None => exported.then_some((session, None)),
        };
    }
    let is_called = |folder: &PathBuf| {
        let own = folder.file_name();
        own.is_some_and(|own| own.to_string_lossy().contains(typed))
    };
    let mut called = known
        .into_iter()
        .filter_map(|(session, folders)| Some((session, folders.into_iter().find(is_called)?)));
    let (session, folder) = called.next()?;
    called.next().is_none().then_some((session, Some(folder)))
}

/// All folders of a session: the one that was meant, each in which it was opened, where its plan was put when it was
/// joined, and copies among the sessions.
fn folders((home, disk): (&Home, &dyn Disk), session: SessionId, meant: Option<PathBuf>) -> Vec<PathBuf> {
    let state = LocalState::load(disk, &home.local_state(session), session);
    let opened: Vec<PathBuf> = state.folders().map(Path::to_path_buf).collect();
    let exported = exports::load(disk, &home.exports(session), session).unwrap_or_default();
    let plans = exported.iter().filter(|known| known.kind == Kind::Plan);
    let joined = plans.filter_map(|plan| Path::new(&plan.path).parent().map(Path::to_path_buf));
    let among = [home.sessions(), home.rehearsals()].into_iter().flat_map(|dir| {
        let names = disk.names(&dir).unwrap_or_default().into_iter();
        names.map(move |name| dir.join(name))
    });
    let copies = among.filter(|folder| !is_link(disk, folder) && holds(disk, folder, session));
    // Of those that only point elsewhere, or from which it was moved away, none but the last is named.
    let last = state.folder();
    let opened = opened.into_iter().filter(|folder| {
        let there = holds(disk, folder, session) && !is_link(disk, folder);
        let was_last = last == Some(folder.as_path());
        there || was_last && (holds(disk, folder, session) || disk.stat(folder).is_err())
    });
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in meant.into_iter().chain(opened).chain(joined).chain(copies) {
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// Whether the plan in a folder is that of the session.
fn holds(disk: &dyn Disk, folder: &Path, session: SessionId) -> bool {
    let bytes = disk.read(&folder.join(PLAN)).unwrap_or_default();
    std::str::from_utf8(&bytes).is_ok_and(|text| Header::peek(text).session == Some(session))
}
