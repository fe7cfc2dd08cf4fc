//! Everything recorded in a session, as its files and this computer's copies of them have it.

use std::path::PathBuf;

use crate::{
    domain::{
        ids::{SessionId, WriterId},
        plan::Plan,
        stamp::Stamp,
    },
    storage::{
        disk::Disk,
        files::records_file::{self, Standing},
        last_good::LastGood,
        paths::Home,
        session_folder::{LoadedRecords, SessionFolder},
    },
    ui::words,
};

/// The records in `folder`; where a file can't be read whole at `now`, the copy that was kept of it stands in, and what
/// was in a file before is known too. Nothing is written.
#[must_use]
pub fn load(
    (home, disk): (&Home, &dyn Disk),
    folder: &SessionFolder,
    session: SessionId,
    now: Stamp,
) -> LoadedRecords {
    let mut loaded = folder.records(disk, session);
    copies(home, session).stand_in(disk, folder, &mut loaded, now);
    loaded
}

/// What is wrong with files, in the words of the screen.
#[must_use]
pub fn problems(loaded: &LoadedRecords) -> Vec<String> {
    loaded.problems().into_iter().chain(stood_in(loaded)).collect()
}

/// For which files copies stand in, and of when these are.
#[must_use]
pub fn stood_in(loaded: &LoadedRecords) -> Vec<String> {
    loaded
        .stood_in()
        .iter()
        .filter_map(words::others::of_file)
        .collect()
}

/// Where copies of files are kept while the session is open; of a rehearsal, which nobody shares, none are.
pub(super) fn keeper(home: &Home, plan: &Plan) -> Option<LastGood> {
    (!plan.is_rehearsal()).then(|| copies(home, plan.session))
}

fn copies(home: &Home, session: SessionId) -> LastGood {
    LastGood::new(home.last_good(), session)
}

/// The file that is written here, of which a copy is kept when the session is left: the watch may not have seen what was
/// saved last.
pub(super) struct OwnCopy {
    /// Where copies are kept.
    pub copies: LastGood,
    /// Who writes it.
    pub writer: WriterId,
    /// The file.
    pub path: PathBuf,
    /// The session.
    pub session: SessionId,
}

impl OwnCopy {
    /// Keeps it as it is at `now`, if it can be read whole. Without a copy nothing is lost yet.
    pub(super) fn keep(&self, disk: &dyn Disk, now: Stamp) {
        let Ok(bytes) = disk.read(&self.path) else { return };
        let read = records_file::read_records(&self.path, &bytes, self.session);
        if let Some(name) = self.path.file_name()
            && read.standing == Standing::Whole
        {
            let of = (self.writer, &*name.to_string_lossy());
            let _does_without = self.copies.keep(disk, of, &bytes, now);
        }
    }
}
