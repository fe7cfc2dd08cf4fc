//! Records that a command writes into one's own file.

use crate::{
    domain::{note::Label, plan::Plan, records::Entry, stamp::Stamp},
    storage::{
        disk::Disk,
        own_file::{Kept, OwnFile, Owner, SaveFault},
        paths::Home,
        session_folder::{LoadedRecords, SessionFolder},
    },
};

use super::{
    opening::Identity,
    recorded::{self, OwnCopy},
};

/// Whose file it is, in which session.
#[derive(Debug, Clone, Copy)]
pub struct OwnRecords<'a> {
    /// The session.
    pub session: &'a SessionFolder,
    /// Its plan.
    pub plan: &'a Plan,
    /// Who writes.
    pub identity: &'a Identity,
    /// What is recorded, with the copies that this computer keeps ([`recorded::load`]).
    pub loaded: &'a LoadedRecords,
}

impl OwnRecords<'_> {
    /// Writes `entries` into one's own file, and before them what was in it once and is in no file any more; how many
    /// notes these are. A copy is kept of what the file has then.
    ///
    /// # Errors
    /// If it is not on the disk; the old file is then as it was.
    pub fn write(
        &self,
        (home, disk): (&Home, &dyn Disk),
        entries: &[Entry],
        now: Stamp,
    ) -> Result<usize, SaveFault> {
        if entries.is_empty() {
            return Ok(0);
        }
        let (plan, identity) = (self.plan, self.identity);
        // Where the plan is gone the session was removed, and what was in it must not rise again.
        let is_there = disk.stat(&self.session.plan_path()).is_ok();
        let lost = if is_there {
            self.loaded.lost_by(identity.writer)
        } else {
            Vec::new()
        };
        let path = identity.records_path.clone();
        let lock = home.write_lock(plan.session);
        let mut file = OwnFile::new(Kept::Shared, owner(plan, identity), path.clone(), lock)?;
        file.look(disk)?;
        file.put(&lost)?;
        file.put(entries)?;
        file.save(disk)?;
        if let Some(copies) = recorded::keeper(home, plan) {
            let copy = OwnCopy {
                copies,
                writer: identity.writer,
                path,
                session: plan.session,
            };
            copy.keep(disk, now);
        }
        let notes = lost.iter().filter(|entry| matches!(entry, Entry::Note(_)));
        Ok(notes.count())
    }
}

/// The owner of the files of this person in a session.
#[must_use]
pub fn owner(plan: &Plan, identity: &Identity) -> Owner {
    Owner {
        session: plan.session,
        writer: identity.writer,
        person: Label::new(identity.person.id.clone(), &identity.person.name),
    }
}

/// What is said of notes that were written back.
#[must_use]
pub fn written_back(notes: usize) -> Option<String> {
    match notes {
        0 => None,
        1 => Some("1 of your notes was missing from the folder; it is back".into()),
        many => Some(format!(
            "{many} of your notes were missing from the folder; they are back"
        )),
    }
}
