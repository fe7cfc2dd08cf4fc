//! Every place on this computer where something of a review is.

use std::{
    ffi::OsString,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{Target, in_folder, print};
use crate::{
    app::purging::{Changed, Found, Place, Stays, Whose},
    domain::{ids::SessionId, kept::Kind, plan::Plan},
    storage::{
        disk::{Disk, LARGEST_FILE, Stat, why},
        exports::{self, Exported},
        local_state::LocalState,
        paths::Home,
        session_folder::{PLAN, SessionFolder, read_plan},
        write,
    },
};

/// What is said where a list of documents was damaged.
const LOST: &str = "not all documents that were written are known; look for them yourself";

/// A session that is looked through.
pub(super) struct Session {
    pub(super) id: SessionId,
    pub(super) folders: Vec<PathBuf>,
    /// Who this computer is in it.
    pub(super) me: LocalState,
    /// Whether it is a copy to try things on, of which everything is one's own.
    pub(super) is_rehearsal: bool,
    /// Whether its plan is decided here.
    pub(super) owns_plan: bool,
    /// What was written of it, by the list.
    pub(super) exported: Vec<Exported>,
}

/// Finds everything of a session: the documents that are known, its rehearsals, and what lies in its folder and in those
/// of the program. Nothing is changed by it.
#[must_use]
pub fn find((home, disk): (&Home, &dyn Disk), target: &Target) -> Found {
    let mut found = Found::default();
    let plan = plan_of(disk, &target.folders);
    let mut sessions = vec![session(
        (home, disk),
        target.session,
        target.folders.clone(),
        &mut found,
    )];
    for (id, folder) in rehearsals((home, disk), target.session) {
        let is_there = sessions.iter().any(|known: &Session| known.id == id);
        if !is_there {
            sessions.push(session((home, disk), id, vec![folder], &mut found));
        }
    }
    found.school = school(plan.as_ref(), target);
    found.sessions = sessions.iter().map(|session| session.id).collect();
    found.owns_plan = sessions.first().is_some_and(|session| session.owns_plan);
    for session in &sessions {
        documents(disk, session, &mut found);
    }
    // The session that was meant comes last: it is by its plan that the rehearsals are known.
    for session in sessions.iter().rev() {
        kept_here((home, disk), session, &mut found);
        for folder in &session.folders {
            in_folder::look(disk, session, folder, &mut found);
        }
        remembered((home, disk), session, &mut found);
    }
    found.owner = plan.filter(|_| !found.owns_plan).and_then(|plan| {
        let own = in_folder::person_of(disk, &target.folders, plan.owner);
        own.map(|person| person.words)
    });
    found
}

fn plan_of(disk: &dyn Disk, folders: &[PathBuf]) -> Option<Plan> {
    folders
        .iter()
        .find_map(|folder| read_plan(disk, &folder.join(PLAN)).ok())
}

fn school(plan: Option<&Plan>, target: &Target) -> String {
    let folder = || {
        target
            .folders
            .first()
            .map(|folder| SessionFolder::at(folder).name())
    };
    let school = plan.map(|plan| plan.host.name.clone());
    school
        .or_else(folder)
        .unwrap_or_else(|| target.session.to_string())
}

fn session(
    (home, disk): (&Home, &dyn Disk),
    id: SessionId,
    folders: Vec<PathBuf>,
    found: &mut Found,
) -> Session {
    let me = LocalState::load(disk, &home.local_state(id), id);
    let exported = exports::load(disk, &home.exports(id), id);
    let exported = exported.unwrap_or_else(|why| {
        let why = format!("{LOST}: {why}");
        // As long as the list is there, what it tells of may be known later.
        let is_there = disk.stat(&home.exports(id)).is_ok();
        let told = if is_there {
            &mut found.problems
        } else {
            &mut found.remarks
        };
        told.push(why);
        Vec::new()
    });
    let mut aside = home.exports(id).into_os_string();
    aside.push(".broken");
    if disk.stat(Path::new(&aside)).is_ok() && found.remarks.is_empty() {
        found
            .remarks
            .push(format!("{LOST}: {}", Path::new(&aside).display()));
    }
    let plan = plan_of(disk, &folders).filter(|plan| plan.session == id);
    let is_rehearsal = plan.as_ref().is_some_and(Plan::is_rehearsal)
        || folders.iter().any(|folder| folder.starts_with(home.rehearsals()));
    let owns_plan = is_rehearsal || plan.is_some_and(|plan| me.has_been(plan.owner));
    Session {
        id,
        folders,
        me,
        is_rehearsal,
        owns_plan,
        exported,
    }
}

/// The rehearsals of a session, and theirs.
fn rehearsals((home, disk): (&Home, &dyn Disk), session: SessionId) -> Vec<(SessionId, PathBuf)> {
    let dir = home.rehearsals();
    let names = disk.names(&dir).unwrap_or_default().into_iter();
    let plans = names.filter_map(|name| {
        let folder = dir.join(name);
        let plan = read_plan(disk, &folder.join(PLAN)).ok()?;
        Some((plan.rehearsal_of?, plan.session, folder))
    });
    let mut plans: Vec<_> = plans.collect();
    plans.sort_by(|one, other| one.2.cmp(&other.2));
    let mut known = vec![session];
    let mut found = Vec::new();
    // Each round finds the copies of what the one before found.
    while let Some(at) = plans.iter().position(|(of, _, _)| known.contains(of)) {
        let (_, id, folder) = plans.remove(at);
        known.push(id);
        found.push((id, folder));
    }
    found
}

/// The documents that were written, where they are still there.
fn documents(disk: &dyn Disk, session: &Session, found: &mut Found) {
    for exported in &session.exported {
        let path = PathBuf::from(&exported.path);
        if exported.kind == Kind::Plan || found.at(&path).is_some() {
            // A plan is looked at in its folder.
            continue;
        }
        unfinished_beside(disk, session.id, &path, found);
        match disk.stat(&path) {
            Ok(stat) => {
                let whose = whose_document(disk, session.id, exported, &stat);
                found
                    .places
                    .push(place(session.id, (path, exported.kind), whose, &stat));
            }
            Err(error) if is_gone(&error) => found.moved_away.push(path),
            Err(error) => found
                .problems
                .push(format!("{}: {}", path.display(), why(&error))),
        }
    }
}

/// Whether there is nothing of that name, nor the folder that it was in.
fn is_gone(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn whose_document(disk: &dyn Disk, session: SessionId, exported: &Exported, stat: &Stat) -> Whose {
    if let Some(stays) = no_file(stat) {
        return stays;
    }
    if stat.len != exported.bytes || stat.len > LARGEST_FILE {
        return Whose::Changed(Changed::Edited);
    }
    match disk.read(Path::new(&exported.path)) {
        Ok(bytes) if exported.is(session, &bytes) => Whose::Mine,
        Ok(_another) => Whose::Changed(Changed::Edited),
        Err(_unread) => Whose::Changed(Changed::Unreadable),
    }
}

/// What is no file of its own is never removed.
pub(super) fn no_file(stat: &Stat) -> Option<Whose> {
    if stat.is_symlink {
        Some(Whose::Stays(Stays::Link))
    } else if stat.is_dir {
        Some(Whose::Stays(Stays::Foreign))
    } else {
        None
    }
}

/// What programs that died left of a document.
fn unfinished_beside(disk: &dyn Disk, session: SessionId, path: &Path, found: &mut Found) {
    let (Some(dir), Some(own)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return;
    };
    for name in names(disk, dir, found) {
        let path = dir.join(&name);
        if write::target_of_tmp(&name) == Some(own)
            && found.at(&path).is_none()
            && let Ok(stat) = disk.stat(&path)
        {
            let whose = no_file(&stat).unwrap_or(Whose::Mine);
            found
                .places
                .push(place(session, (path, Kind::Unfinished), whose, &stat));
        }
    }
}

pub(super) fn place(session: SessionId, (path, kind): (PathBuf, Kind), whose: Whose, stat: &Stat) -> Place {
    Place {
        path,
        kind,
        session,
        person: None,
        notes: None,
        whose,
        print: print(stat),
    }
}

/// What the program keeps in its own folders, by the session's id.
fn kept_here((home, disk): (&Home, &dyn Disk), session: &Session, found: &mut Found) {
    let id = session.id;
    let files = [
        (home.private_notes(id), Kind::PrivateNotes),
        (home.drafts(), Kind::Draft),
        (home.last_good(), Kind::LastGood),
        (home.clock_offsets(id), Kind::ClockOffsets),
        (home.safeguarding_log(Some(id)), Kind::SafeguardingTimes),
    ];
    for (path, kind) in files {
        let dir = if matches!(kind, Kind::Draft | Kind::LastGood) {
            Some(&*path)
        } else {
            path.parent()
        };
        own_files(disk, id, dir, kind, found);
    }
}

/// Who is who on this computer, and the list of documents: by them the rest is known, so they go last.
fn remembered((home, disk): (&Home, &dyn Disk), session: &Session, found: &mut Found) {
    let files = [
        (home.exports(session.id), Kind::Exports),
        (home.local_state(session.id), Kind::Remembered),
    ];
    for (path, kind) in files {
        own_files(disk, session.id, path.parent(), kind, found);
    }
}

/// The names in a folder; why they can't be told goes to the problems, since what nobody sees nobody removes.
pub(super) fn names(disk: &dyn Disk, dir: &Path, found: &mut Found) -> Vec<OsString> {
    let mut names = disk.names(dir).unwrap_or_else(|error| {
        if !is_gone(&error) {
            found.problems.push(format!("{}: {}", dir.display(), why(&error)));
        }
        Vec::new()
    });
    names.sort();
    names
}

/// The files of a folder of the program that are named by the session's id.
fn own_files(disk: &dyn Disk, id: SessionId, dir: Option<&Path>, kind: Kind, found: &mut Found) {
    let Some(dir) = dir else { return };
    let names = names(disk, dir, found);
    for name in names {
        let own = name.to_string_lossy();
        let path = dir.join(&name);
        if own.trim_start_matches('.').starts_with(&id.to_string())
            && let Ok(stat) = disk.stat(&path)
        {
            let is_aside = own.ends_with(".broken");
            let kind = if is_aside || write::target_of_tmp(&name).is_some() {
                Kind::Unfinished
            } else {
                kind
            };
            let whose = no_file(&stat).unwrap_or(Whose::Mine);
            found.places.push(place(id, (path, kind), whose, &stat));
        }
    }
}
