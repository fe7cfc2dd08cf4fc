//! The sessions on this machine: finding them, and finding one by the name that was typed.

mod counting;
mod listing;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::{
    domain::plan::Plan,
    storage::{
        disk::Disk,
        paths::{Home, absolute},
        session_folder::{PLAN, RECORDS, SessionFolder},
    },
    ui::words::plan as words,
};

pub(super) use counting::Counting;
pub use listing::find;
pub(super) use listing::{Listing, list};

/// The folders of this machine that hold a session, those of rehearsals among them.
#[must_use]
pub fn folders(home: &Home, disk: &dyn Disk) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for dir in [home.sessions(), home.rehearsals()] {
        for name in disk.names(&dir).unwrap_or_default() {
            let folder = dir.join(&name);
            if is_session(disk, &folder) {
                folders.push(folder);
            }
        }
    }
    folders
}

/// Whether there is a plan in `folder`, or at least records of a session whose plan is lost.
pub(super) fn is_session(disk: &dyn Disk, folder: &Path) -> bool {
    disk.stat(&folder.join(PLAN)).is_ok() || disk.stat(&folder.join(RECORDS)).is_ok_and(|stat| stat.is_dir)
}

/// The folder of a session of the same school on one of the same days, rehearsals aside.
#[must_use]
pub fn twin(home: &Home, disk: &dyn Disk, plan: &Plan) -> Option<PathBuf> {
    let school = |plan: &Plan| plan.host.name.trim().to_lowercase();
    folders(home, disk).into_iter().find(|folder| {
        SessionFolder::at(folder).plan(disk).is_ok_and(|other| {
            let mut days = other.days.iter();
            let shared = days.any(|day| plan.days.iter().any(|own| own.date == day.date));
            shared && !other.is_rehearsal() && school(&other) == school(plan)
        })
    })
}

/// What is odd about the days of a plan of which a session is to be made: that one is past `today`, or that there is a
/// review of that school on it already; a sentence each.
#[must_use]
pub fn odd_days(home: &Home, disk: &dyn Disk, plan: &Plan, today: NaiveDate) -> Vec<String> {
    let past = plan.days.iter().filter(|day| day.date < today);
    let past = past.map(|day| words::is_past(day.date));
    let second =
        twin(home, disk, plan).map(|twin| words::second_review(&plan.host.name, &twin.display().to_string()));
    past.chain(second).collect()
}

/// Why no session goes by a name.
#[derive(Debug, thiserror::Error)]
pub enum NoSuchSession {
    /// Nothing is called so.
    #[error("there is no session \"{name}\", neither as a folder nor among the sessions {}", known(.names, .dir.as_deref()))]
    None {
        /// What was typed.
        name: String,
        /// The folder of sessions that was asked for in place of this machine's.
        dir: Option<PathBuf>,
        /// The sessions there are.
        names: Vec<String>,
    },
    /// Several names have it in them.
    #[error("which one is \"{name}\"? Type more of its name:\n  {}", .names.join("\n  "))]
    Several {
        /// What was typed.
        name: String,
        /// Those that have it in their names.
        names: Vec<String>,
    },
}

/// Where sessions were looked for, and which there are.
fn known(names: &[String], dir: Option<&Path>) -> String {
    let (place, none) = match dir {
        Some(dir) => (format!("in {}", dir.display()), "there are none"),
        None => ("of this machine".into(), "there are none yet; try `knownow demo`"),
    };
    if names.is_empty() {
        return format!("{place} ({none})");
    }
    format!("{place}; these are here:\n  {}", names.join("\n  "))
}

/// The folder of the session that `name` means: a path, the name of a folder on this machine, or a part of that which
/// no other has. A rehearsal is meant only where no session is.
///
/// # Errors
/// If there is none, or several; the error names those there are.
pub fn resolve(home: &Home, disk: &dyn Disk, name: &Path) -> Result<PathBuf, NoSuchSession> {
    if is_session(disk, name) {
        return Ok(absolute(name));
    }
    let folders = folders(home, disk);
    let mut names = Vec::new();
    for folder in &folders {
        let folder_name = folder.file_name().unwrap_or_default();
        if folder_name == name.as_os_str() {
            return Ok(folder.clone());
        }
        names.push(folder_name.to_string_lossy().into_owned());
    }
    let typed = name.display().to_string();
    let part = typed.trim().to_lowercase();
    let has_part = |folder: &&PathBuf| {
        let own = folder.file_name().unwrap_or_default().to_string_lossy();
        !part.is_empty() && own.to_lowercase().contains(&part)
    };
    let found: Vec<&PathBuf> = folders.iter().filter(has_part).collect();
    let real: Vec<&PathBuf> = found
        .iter()
        .copied()
        .filter(|folder| !folder.starts_with(home.rehearsals()))
        .collect();
    let found = if real.is_empty() { found } else { real };
    match found.as_slice() {
        [] => Err(NoSuchSession::None {
            name: typed,
            dir: home.sessions_asked_for().map(Path::to_path_buf),
            names,
        }),
        [one] => Ok((*one).clone()),
        several => Err(NoSuchSession::Several {
            name: typed,
            names: several
                .iter()
                .map(|folder| {
                    folder
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned()
                })
                .collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{
        catalogue,
        disk::RealDisk,
        write::{self, Seen},
    };

    /// A home with the half-day as a session, and as a rehearsal, and bank holidays that can't be read.
    fn home(dir: &Path, session: bool) -> Home {
        let home = Home::find(|_| Some(dir.into()), None).unwrap();
        let text = catalogue::examples()[0].plan;
        let rehearsal = text.replacen(
            "revision: 1,",
            "revision: 1, rehearsal_of: \"01a1a228-4ca1-7b5d-8b3a-c5e1630d9e2b\",",
            1,
        );
        let put = |path: &Path, text: &str| {
            RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
            write::replace(&RealDisk, path, text.as_bytes(), &Seen::Absent).unwrap();
        };
        put(&home.rehearsals().join("again").join(PLAN), &rehearsal);
        put(&home.bank_holidays(), "not RON");
        if session {
            put(&home.sessions().join("half-day").join(PLAN), text);
        }
        home
    }

    #[test]
    fn a_session_goes_by_a_part_of_its_name() {
        let dir = tempfile::tempdir().unwrap();
        let home = home(dir.path(), true);
        let found = |name: &str| resolve(&home, &RealDisk, Path::new(name));
        assert_eq!(found("HALF").unwrap(), home.sessions().join("half-day"));
        assert_eq!(found("again").unwrap(), home.rehearsals().join("again"));
        assert!(matches!(found("oakfield"), Err(NoSuchSession::None { .. })));
        let text = catalogue::examples()[0].plan;
        let second = home.sessions().join("half-term").join(PLAN);
        RealDisk.create_dir_all(second.parent().unwrap()).unwrap();
        write::replace(&RealDisk, &second, text.as_bytes(), &Seen::Absent).unwrap();
        let which = found("half").unwrap_err().to_string();
        assert!(which.starts_with("which one is \"half\"?"), "{which}");
        assert!(
            which.contains("half-day") && which.contains("half-term") && !which.contains("again"),
            "{which}"
        );
        assert_eq!(found("half-day").unwrap(), home.sessions().join("half-day"));
    }

    #[test]
    fn in_a_folder_that_was_asked_for_a_session_is_looked_for_there() {
        let dir = tempfile::tempdir().unwrap();
        let shared = dir.path().join("shared");
        let home = Home::find(|_| Some(dir.path().into()), Some(&shared)).unwrap();
        let found = |name: &str| resolve(&home, &RealDisk, Path::new(name));
        let none = found("half").unwrap_err().to_string();
        let place = format!("among the sessions in {} (there are none)", shared.display());
        assert!(none.ends_with(&place) && !none.contains("machine"), "{none}");

        let text = catalogue::examples()[0].plan.as_bytes();
        for folder in [home.rehearsals().join("half-again"), shared.join("half-day")] {
            RealDisk.create_dir_all(&folder).unwrap();
            write::replace(&RealDisk, &folder.join(PLAN), text, &Seen::Absent).unwrap();
        }
        assert_eq!(found("half").unwrap(), shared.join("half-day"), "not a rehearsal");
    }
}
