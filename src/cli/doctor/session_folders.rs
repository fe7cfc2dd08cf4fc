//! The folders of the sessions: which there are, whether notes can be saved in them, and who carries them elsewhere.

use std::path::{Path, PathBuf};

use super::{folders::try_out, line::Line};
use crate::{
    domain::plan::Plan,
    runtime::sessions,
    storage::{
        disk::{Disk, Durability},
        local_state::LocalState,
        paths::Home,
        session_folder::{OpenFault, PLAN, SessionFolder},
        synced,
    },
};

/// A session's folder and the plan in it.
pub struct Session {
    /// The folder.
    pub folder: SessionFolder,
    /// Its plan, or why there is none.
    pub plan: Result<Plan, OpenFault>,
}

impl Session {
    /// Whether it is known to be a rehearsal.
    pub fn is_rehearsal(&self) -> bool {
        self.plan.as_ref().is_ok_and(Plan::is_rehearsal)
    }
}

/// All sessions of this computer: those in its own folders, and those that were opened elsewhere.
pub fn find(home: &Home, disk: &dyn Disk) -> Vec<Session> {
    let mut folders = sessions::folders(home, disk);
    let elsewhere = opened_elsewhere(home, disk).into_iter();
    folders.extend(elsewhere.filter(|folder| disk.stat(folder).is_ok()));
    folders.sort();
    folders.dedup();
    let session = |folder: PathBuf| {
        let folder = SessionFolder::at(folder);
        let plan = folder.plan(disk);
        Session { folder, plan }
    };
    folders.into_iter().map(session).collect()
}

/// The folders outside the program's own in which sessions were last opened.
fn opened_elsewhere(home: &Home, disk: &dyn Disk) -> Vec<PathBuf> {
    let known = LocalState::all(disk, &home.local_states()).into_iter();
    let folders = known.filter_map(|(_, folder)| folder);
    let own = [home.sessions(), home.rehearsals()];
    folders
        .filter(|folder| !own.iter().any(|own| folder.starts_with(own)))
        .collect()
}

/// A line for each session, and for each folder that is not there any more.
pub fn lines(disk: &dyn Disk, sessions: &[Session], home: &Home) -> Vec<Line> {
    let (rehearsals, real): (Vec<&Session>, Vec<&Session>) =
        sessions.iter().partition(|session| session.is_rehearsal());
    let mut lines = Vec::new();
    if real.is_empty() {
        lines.push(Line::ok("session", "none on this computer yet"));
    }
    for session in real {
        lines.push(of_folder(disk, session));
        lines.extend(copies_of_the_plan(disk, session));
    }
    let gone = opened_elsewhere(home, disk).into_iter();
    lines.extend(
        gone.filter(|folder| disk.stat(folder).is_err())
            .map(|folder| not_there(&folder)),
    );
    if !rehearsals.is_empty() {
        lines.push(Line::ok(
            "rehearsals",
            format!("{} on this computer", rehearsals.len()),
        ));
    }
    lines
}

fn of_folder(disk: &dyn Disk, session: &Session) -> Line {
    let path = session.folder.path();
    let records = session.folder.records_dir();
    let tried = try_out(
        disk,
        if disk.stat(&records).is_ok() {
            &records
        } else {
            path
        },
    );
    let by = synced::by(disk, path);
    let carried = by.map(|program| format!("; looks carried to other computers by {program}"));
    let says = format!("{}{}", path.display(), carried.unwrap_or_default());
    match (tried, by) {
        (Err(why), _) => Line::wrong(
            "session",
            format!("{says}: {why}"),
            "notes can't be saved there: make the folder writable for yourself, or copy it to one that is and open that",
        ),
        (Ok(Durability::Weaker), _) => Line::look(
            "session",
            format!("{says}; its disk can't promise to keep what was just written"),
            "on the day use a folder on this computer, and hand notes over as a file (`knownow notes export`)",
        ),
        (Ok(Durability::Full), Some(program)) => Line::look(
            "session",
            says,
            format!(
                "before the day: see in {program} that the folder is up to date, that all of it is kept on this computer, and \
                 who else can see it"
            ),
        ),
        (Ok(Durability::Full), None) => Line::ok("session", says),
    }
}

/// What a sync program makes where two changed the plan at once. Its name may be a person's, and is not told.
fn copies_of_the_plan(disk: &dyn Disk, session: &Session) -> Option<Line> {
    let names = disk.names(session.folder.path()).ok()?;
    let is_copy = |name: &&std::ffi::OsString| {
        let path = Path::new(name);
        let is_ron = path.extension().is_some_and(|ending| ending == "ron");
        let name = name.to_string_lossy();
        is_ron && name != PLAN && name.starts_with("plan")
    };
    let copies = names.iter().filter(is_copy).count();
    (copies > 0).then(|| {
        Line::look(
            "session",
            format!("{}: beside plan.ron lie {copies} more like it", session.folder.path().display()),
            "two changed the plan at once, or somebody copied it: keep the right one as plan.ron, move the others away",
        )
    })
}

fn not_there(folder: &Path) -> Line {
    Line::look(
        "session",
        format!("{}: was opened there once and is not there now", folder.display()),
        "if it is still needed, connect the drive or share, or let the sync program finish",
    )
}
