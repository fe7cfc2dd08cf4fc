//! Who writes here: one writer for a person on a machine.

use std::path::PathBuf;

use crate::{
    domain::{
        ids::{SessionId, WriterId},
        plan::Person,
    },
    runtime::ids,
    storage::{
        disk::{Disk, RealDisk},
        local_state::LocalState,
        lock::ScreenLock,
        paths::Home,
        session_folder::{LoadedRecords, SessionFolder},
    },
};

/// Who writes here, and where.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The person.
    pub person: Person,
    /// The writer they are on this machine.
    pub writer: WriterId,
    /// Their records file.
    pub records_path: PathBuf,
    /// Whom people at this machine wrote as before.
    pub formerly: Vec<WriterId>,
}

/// The writer id of `person` on this machine. Where this writer's file can't be written to as it stands (it is broken,
/// or of a newer version), it is left alone and a new writer begins a file beside it, with the lines that the journal
/// of the one before still holds.
pub fn identity(
    home: &Home,
    session: &SessionFolder,
    loaded: &LoadedRecords,
    person: Person,
    state: &mut LocalState,
    host: &str,
) -> Identity {
    let former = state.former_writer(&person.id, host);
    let mut writer = state.writer_for(&person.id, host, ids::fresh_writer_id);
    if let Some(former) = former {
        // Most often it is the same laptop under another name, as some networks give out: the line goes on.
        hand_on_drafts(home, state.session(), former, writer);
    }
    let mut records_path = session.records_path(&person, writer);
    if loaded.is_unwritable(&records_path, writer) {
        let before = writer;
        writer = state.replace_writer(&person.id, host, ids::fresh_writer_id());
        hand_on_drafts(home, state.session(), before, writer);
        records_path = session.records_path(&person, writer);
    }
    Identity {
        person,
        writer,
        records_path,
        formerly: state.former_writers().to_vec(),
    }
}

/// Gives the journal of one writer to another, unless a window still types into it.
fn hand_on_drafts(home: &Home, session: SessionId, from: WriterId, to: WriterId) {
    let journal = |writer| home.draft_journal(session, writer);
    if ScreenLock::is_free(&home.screen_lock(session, from)) {
        // Most often there is none; one that can't be moved stays where it is.
        let _stays = RealDisk.rename(&journal(from), &journal(to));
    }
}
