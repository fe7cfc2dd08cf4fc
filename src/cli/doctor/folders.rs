//! The folders of the program: where they are, whether notes can be kept there, and what "saved" means there.

use std::path::{Path, PathBuf};

use super::line::Line;
use crate::storage::{
    disk::{Disk, Durability, why},
    models,
    paths::Home,
    space, synced,
    write::{self, Outcome, Readers, Seen},
};

/// The folder of the sessions, as it is called here.
const SESSIONS: &str = "sessions";
/// Less free space than this is too little for a day, in bytes.
const LITTLE: u64 = 100 << 20;
/// Less than this, and a save may fail, in bytes.
const TOO_LITTLE: u64 = 5 << 20;

#[cfg(unix)]
const SAVED: &str = "a saved note is written to a new file, synced with its folder, and put in the old one's place: it \
                     outlives a crash of the computer";
#[cfg(not(unix))]
const SAVED: &str = "a saved note is written to a new file, synced, and renamed to the old one's place; this system \
                     syncs no folders, so a flat battery in that second may bring back the file before it";

/// The folders, the room on their disk, and what "saved" means.
pub fn lines((home, disk): (&Home, &dyn Disk)) -> Vec<Line> {
    let is_there = |folder: &Path| disk.stat(folder).is_ok();
    let told = |folder: &Path| {
        let not_there = if is_there(folder) { "" } else { " (not made yet)" };
        format!("{}{not_there}", folder.display())
    };
    let mut lines = vec![
        Line::ok("settings", told(home.settings())),
        Line::ok("own models", told(&models::folder(home))),
        kept_in(disk, SESSIONS, &home.sessions(), told(&home.sessions())).0,
    ];
    let kept = [("data", home.data()), ("state", home.state())];
    let mut weakest = Some(Durability::Full);
    for (part, folder) in kept {
        let (line, durability) = kept_in(disk, part, folder, told(folder));
        lines.push(line);
        weakest = weakest.and_then(|weakest| Some(weakest.and(durability?)));
        lines.extend(carried_away(disk, part, folder));
    }
    lines.extend(weakest.map(what_saved_means));
    let room = nearest(disk, home.data()).and_then(|folder| space::free(&folder));
    lines.extend(room.map(of_room));
    lines
}

/// A folder in which knownow keeps things, and how well they are kept there.
fn kept_in(disk: &dyn Disk, part: &'static str, folder: &Path, told: String) -> (Line, Option<Durability>) {
    match try_out(disk, folder) {
        Ok(durability) => (Line::ok(part, told), Some(durability)),
        Err(why) if part == SESSIONS => {
            let cure = "no session can be kept there: choose another folder on the settings screen, or by --sessions DIR";
            (Line::wrong(part, format!("{told}: {why}"), cure), None)
        }
        Err(why) => {
            let cure = "nothing can be kept there: make the folder writable for yourself, or set KNOWNOW_HOME to one that is";
            (Line::wrong(part, format!("{told}: {why}"), cure), None)
        }
    }
}

/// What lies there is for this computer alone.
fn carried_away(disk: &dyn Disk, part: &'static str, folder: &Path) -> Option<Line> {
    let program = synced::by(disk, folder)?;
    Some(Line::look(
        part,
        format!("looks carried to other computers by {program}: private notes and half-typed lines with it"),
        "set KNOWNOW_HOME to a folder on this computer alone, and share session folders only (--sessions DIR)",
    ))
}

/// Writes a small file as notes are written, and removes it; how well it was kept, or in words why it could not be.
///
/// Where the folder is not made yet, the one above it is tried.
pub fn try_out(disk: &dyn Disk, folder: &Path) -> Result<Durability, String> {
    let folder = nearest(disk, folder).ok_or("there is no such folder")?;
    let file = folder.join(format!(".knownow-doctor-{}.tmp", std::process::id()));
    let written = write::replace_for(Readers::Owner, disk, &file, b"knownow doctor\n", &Seen::Absent);
    let removed = disk.remove(&file);
    match (written, removed) {
        (Ok(Outcome::Written { durability, .. }), Ok(())) => Ok(durability),
        (Err(fault), _) => Err(fault.to_string()),
        (_, Err(error)) => Err(format!("a file there can't be removed again: {}", why(&error))),
        (Ok(Outcome::ChangedUnderneath), _) => Err("another program writes there at the same time".into()),
    }
}

/// The folder, or the nearest one above it that is there.
fn nearest(disk: &dyn Disk, folder: &Path) -> Option<PathBuf> {
    let there = |folder: &&Path| disk.names(folder).is_ok() || disk.stat(folder).is_ok();
    folder.ancestors().find(there).map(Path::to_path_buf)
}

fn what_saved_means(durability: Durability) -> Line {
    match durability {
        Durability::Full => Line::ok("saved", SAVED),
        Durability::Weaker => Line::look(
            "saved",
            "this disk can't promise to keep what was just written: a saved note outlives a crash of the program, maybe \
             not one of the computer",
            "keep the data on a disk of this computer: set KNOWNOW_HOME to a folder there",
        ),
    }
}

fn of_room(bytes: u64) -> Line {
    let says = format!("{} MiB free", bytes >> 20);
    let cure = "make room on the disk: empty the recycle bin, move large files away";
    match bytes {
        ..TOO_LITTLE => Line::wrong("disk space", says, cure),
        TOO_LITTLE..LITTLE => Line::look("disk space", says, cure),
        _ => Line::ok("disk space", says),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::line::State, *};
    use crate::storage::disk::RealDisk;

    #[test]
    fn a_full_disk_is_wrong_and_a_nearly_full_one_is_told() {
        for (bytes, state) in [
            (0, State::Wrong),
            (TOO_LITTLE - 1, State::Wrong),
            (TOO_LITTLE, State::Look),
            (LITTLE, State::Ok),
        ] {
            assert_eq!(of_room(bytes).state, state, "{bytes}");
        }
    }

    #[test]
    fn trying_a_folder_out_leaves_nothing_behind_and_makes_none() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(
            try_out(&RealDisk, &dir.path().join("data/sessions")),
            Ok(Durability::Full)
        );
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_wrong() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("data");
        write::replace(&RealDisk, &file, b"x", &Seen::Absent).unwrap();
        let (line, durability) = kept_in(&RealDisk, "data", &file, String::new());
        assert_eq!((line.state, durability), (State::Wrong, None));
    }

    #[test]
    fn a_folder_for_sessions_that_can_never_be_made_is_wrong() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        write::replace(&RealDisk, &file, b"x", &Seen::Absent).unwrap();
        let home = Home::find(|_| Some(dir.path().into()), Some(&file.join("sessions"))).unwrap();
        let lines = lines((&home, &RealDisk));
        let sessions = lines
            .iter()
            .find(|line| line.says.contains("file/sessions"))
            .unwrap();
        assert_eq!(sessions.state, State::Wrong);
    }

    #[test]
    fn data_in_a_folder_that_is_carried_away_is_told() {
        let line = carried_away(
            &RealDisk,
            "data",
            Path::new("/u/OneDrive - Oakfield Primary/data"),
        );
        assert_eq!(line.map(|line| line.state), Some(State::Look));
        assert_eq!(carried_away(&RealDisk, "data", Path::new("/u/own/data")), None);
    }
}
