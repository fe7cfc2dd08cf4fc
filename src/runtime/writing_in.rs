//! Prose notes that were understood, into one's own file.

use crate::{
    domain::{jotted::WrittenIn, note::Label, plan::Plan, records::Entry},
    storage::{
        disk::Disk,
        own_file::{Kept, OwnFile, Owner, SaveFault},
        paths::Home,
    },
};

use super::opening::Identity;

/// Writes what was understood into one's own file.
///
/// # Errors
/// If it is not on the disk; the old file is then as it was.
pub fn write(
    home: &Home,
    disk: &dyn Disk,
    plan: &Plan,
    identity: &Identity,
    written: &WrittenIn,
) -> Result<(), SaveFault> {
    let entries: Vec<Entry> = written
        .notes
        .iter()
        .chain(&written.tray)
        .map(|taken| Entry::Note(taken.note.clone()))
        .collect();
    if entries.is_empty() {
        return Ok(());
    }
    let owner = Owner {
        session: plan.session,
        writer: identity.writer,
        person: Label::new(identity.person.id.clone(), &identity.person.name),
    };
    let path = identity.records_path.clone();
    let mut file = OwnFile::new(Kept::Shared, owner, path, home.write_lock(plan.session))?;
    file.look(disk)?;
    file.put(&entries)?;
    file.save(disk).map(|_saved| ())
}
