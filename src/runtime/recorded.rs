//! Everything recorded in a session, as its files and this computer's copies of them have it.

use crate::{
    domain::{ids::SessionId, plan::Plan, stamp::Stamp},
    storage::{
        disk::Disk,
        last_good::LastGood,
        local_state::LocalState,
        paths::Home,
        session_folder::{LoadedRecords, SessionFolder},
    },
    ui::words,
};

/// The records in `folder`; where a colleague's file can't be read whole at `now`, the copy that was kept of it stands
/// in. Nothing is written.
#[must_use]
pub fn load(
    (home, disk): (&Home, &dyn Disk),
    folder: &SessionFolder,
    session: SessionId,
    now: Stamp,
) -> LoadedRecords {
    let mut loaded = folder.records(disk, session);
    let own = LocalState::load(disk, &home.local_state(session), session);
    copies(home, session, &own).stand_in(disk, folder, &mut loaded, now);
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

/// Where copies of colleagues' files are kept while the session is open; of a rehearsal, which nobody shares, none are.
pub(super) fn keeper(home: &Home, plan: &Plan, own: &LocalState) -> Option<LastGood> {
    (!plan.is_rehearsal()).then(|| copies(home, plan.session, own))
}

fn copies(home: &Home, session: SessionId, own: &LocalState) -> LastGood {
    LastGood::new(home.last_good(), session, own.all_writers().collect())
}
