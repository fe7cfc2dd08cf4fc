//! Files that can't be read, or not all of them. What stands in them is never told, nor the names of people.

use std::{
    io::{Error, ErrorKind},
    path::Path,
};

use super::{line::Line, session_folders::Session};
use crate::{
    domain::{
        ids::SessionId,
        settings::{Settings, ThemeChoice},
    },
    runtime::{own_keys, settings},
    storage::{
        disk::{Disk, why},
        files::{
            bank_holidays_file::read_bank_holidays,
            records_file::{self, ReadRecords, Standing},
        },
        local_state::LocalState,
        models,
        paths::Home,
        ron_text::FileFault,
        session_folder::{OpenFault, is_records_name},
    },
};

/// A line for each file that is not as it should be, or one that all are.
pub fn lines((home, disk): (&Home, &dyn Disk), sessions: &[Session]) -> Vec<Line> {
    let mut lines = of_settings(home, disk);
    for session in sessions {
        lines.extend(of_session(disk, session));
    }
    lines.extend(of_private_notes(home, disk));
    lines.extend(remembered(home, disk));
    if lines.is_empty() {
        lines.push(Line::ok(
            "files",
            "all that are there can be read: settings, models, plans, notes",
        ));
    }
    lines
}

/// What the user has set, the own themes, bank holidays and review models, and what else lies among the settings.
fn of_settings(home: &Home, disk: &dyn Disk) -> Vec<Line> {
    let mut lines = of_set(home, disk);
    let file = home.bank_holidays();
    match disk.read(&file).map(|bytes| read_bank_holidays(&file, &bytes)) {
        Ok(Ok(_)) => {}
        Ok(Err(fault)) => lines.push(in_full("settings", &fault)),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => lines.push(unreadable("settings", &file, &error)),
    }
    let keys = home.own_keys();
    lines.extend(of_keys(home, disk, &keys));
    lines.extend(
        models::load(home, disk)
            .problems
            .iter()
            .map(|fault| in_full("own models", fault)),
    );
    let names = disk.names(home.settings()).unwrap_or_default();
    let unknown = names.iter().filter(|name| {
        let path = home.settings().join(name);
        path != file && path != keys && path != home.settings_file() && is_ron(&path)
    });
    let unknown = unknown.map(|name| {
        let path = home.settings().join(name);
        Line::look(
            "settings",
            format!("{}: this version reads no such file", path.display()),
            "check its name; it reads settings.ron, keys.ron, bank-holidays-england.ron; models and themes have folders",
        )
    });
    lines.extend(unknown);
    lines
}

/// Where the user's own keys do not hold.
fn of_keys(home: &Home, disk: &dyn Disk, file: &Path) -> Vec<Line> {
    let problems = own_keys::find(home, disk).problems.into_iter();
    let told = problems.map(|problem| {
        let line = problem
            .line
            .map_or_else(String::new, |line| format!(", line {line}"));
        let says = format!("{}{line}: {}", file.display(), problem.what);
        Line::look("own keys", says, problem.cure)
    });
    told.collect()
}

/// What is wrong in `settings.ron` and in any of the user's own themes.
fn of_set(home: &Home, disk: &dyn Disk) -> Vec<Line> {
    let found = settings::find(home, disk);
    let mut problems = found.problems;
    for name in found.own_themes {
        let theme = Settings {
            theme: ThemeChoice::Own(name),
            ..Settings::default()
        };
        let wrong = settings::theme(home, disk, &theme, settings::variable).1;
        problems.extend(wrong);
    }
    let mut lines: Vec<Line> = Vec::new();
    for problem in problems {
        let at = problem
            .line
            .map_or_else(String::new, |line| format!(", line {line}"));
        let line = Line::wrong(
            "settings",
            format!("{}{at}: {}", problem.file, problem.what),
            problem.cure,
        );
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron")
}

/// What is wrong with a file that speaks of no person, with its line.
fn in_full(part: &'static str, fault: &FileFault) -> Line {
    let at = place(fault);
    let (what, cure) = fault.faults().first().map_or_else(
        || (fault.to_string(), "look at the file in a text editor".to_owned()),
        |first| (first.what.clone(), first.hint.clone()),
    );
    Line::wrong(part, format!("{}{at}: {what}", fault.file().display()), cure)
}

/// Where in its file the first fault is, behind the file's name.
fn place(fault: &FileFault) -> String {
    let place = fault.faults().first().and_then(|first| first.place);
    place.map_or_else(String::new, |place| format!(", line {}", place.line))
}

fn unreadable(part: &'static str, file: &Path, error: &Error) -> Line {
    let says = format!("{} can't be read: {}", file.display(), why(error));
    Line::wrong(
        part,
        says,
        "check that you may read it, and that its drive or share is there",
    )
}

/// The plan and the notes of a session.
fn of_session(disk: &dyn Disk, session: &Session) -> Vec<Line> {
    let (folder, plan) = (&session.folder, session.folder.plan_path());
    let mut lines = Vec::new();
    match &session.plan {
        Ok(plan) => lines.extend(of_records(disk, session, plan.session)),
        Err(OpenFault::Unreadable { error, .. }) => lines.push(unreadable("plan", &plan, error)),
        Err(OpenFault::Plan(fault)) => lines.push(Line::wrong(
            "plan",
            format!("{}{}: can't be understood", plan.display(), place(fault)),
            format!(
                "`knownow plan check {}` says what is wrong with it and what to do",
                folder.name()
            ),
        )),
    }
    lines
}

fn of_records(disk: &dyn Disk, session: &Session, id: SessionId) -> Vec<Line> {
    let folder = session.folder.records_dir();
    let mut names = disk.names(&folder).unwrap_or_default();
    names.sort();
    let records = names
        .iter()
        .filter(|name| is_records_name(&name.to_string_lossy()));
    let told = records.filter_map(|name| {
        let path = folder.join(name);
        let shown = folder.join(without_person(&name.to_string_lossy()));
        let read = |bytes: &[u8]| records_file::read_records(&path, bytes, id);
        let cure = format!(
            "`knownow notes list {}` says what is wrong and what to do",
            session.folder.name()
        );
        of_notes("notes", &shown, disk.read(&path).map(|bytes| read(&bytes)), cure)
    });
    told.collect()
}

fn of_private_notes(home: &Home, disk: &dyn Disk) -> Vec<Line> {
    let folder = home.data().join("private");
    let mut names = disk.names(&folder).unwrap_or_default();
    names.sort();
    let told = names.iter().filter_map(|name| {
        let path = folder.join(name);
        let ours = is_ron(&path);
        let session = SessionId(path.file_stem()?.to_str()?.parse().ok().filter(|_| ours)?);
        let read = |bytes: &[u8]| records_file::read_private_notes(&path, bytes, session);
        let cure =
            "open the session: it says what is wrong with the file and what to do; the file stays as it is";
        of_notes(
            "private notes",
            &path,
            disk.read(&path).map(|bytes| read(&bytes)),
            cure.into(),
        )
    });
    told.collect()
}

/// How a file of notes stands, if not as it should.
fn of_notes(
    part: &'static str,
    shown: &Path,
    read: Result<ReadRecords, Error>,
    cure: String,
) -> Option<Line> {
    let read = match read {
        Ok(read) => read,
        Err(error) => return Some(unreadable(part, shown, &error)),
    };
    let at = read.fault.as_ref().map(place).unwrap_or_default();
    let says = |how: &str| format!("{}{at}: {how}", shown.display());
    match read.standing {
        Standing::Whole => None,
        Standing::Newer { .. } => {
            let cure = "install the newer knownow; until then the file is read only here";
            Some(Line::look(part, says("was written by a newer knownow"), cure))
        }
        Standing::Broken => Some(Line::wrong(
            part,
            says("is damaged; the notes that are whole in it are used"),
            cure,
        )),
        Standing::Refused => Some(Line::wrong(
            part,
            says("is no file of notes of this session"),
            cure,
        )),
    }
}

/// The name of a file of notes without the person's: only the end, by which it can be told from the others.
fn without_person(name: &str) -> String {
    let mut parts = name.rsplit('.').skip(1);
    match parts.next() {
        Some(tail) if tail.len() == 4 && tail.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("*.{tail}.ron")
        }
        _ => "(a file with another kind of name, such as a sync program's copy)".into(),
    }
}

/// What this computer remembers of sessions.
fn remembered(home: &Home, disk: &dyn Disk) -> Option<Line> {
    let names = disk.names(&home.local_states()).unwrap_or_default();
    let there = names.iter().filter(|name| is_ron(Path::new(name)));
    let broken = there
        .count()
        .saturating_sub(LocalState::all(disk, &home.local_states()).len());
    (broken > 0).then(|| {
        Line::look(
            "state",
            format!("{}: {broken} files can't be read", home.local_states().display()),
            "nothing is lost: the session asks again who you are when it is opened, and the old file is put aside",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_notes_is_named_without_its_person() {
        assert_eq!(without_person("head-of-school-b.00a2.ron"), "*.00a2.ron");
        for copy in [
            "head-of-school-b.00a2 (head of school c's conflicted copy).ron",
            "head-of-school-b.ron",
            "x",
        ] {
            let shown = without_person(copy);
            assert!(!shown.contains("head"), "{shown}");
        }
    }
}
