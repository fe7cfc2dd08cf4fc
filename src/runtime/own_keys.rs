//! A user's own keys, read once at the start. Whatever is wrong with them, the program begins.

use std::io;

use crate::{
    app::{keys::OwnKeys, message::Message},
    storage::{
        disk::{Disk, why},
        files::keys_file::{KeysEntry, read_keys},
        last_used,
        paths::Home,
    },
    ui::{
        keymap::{Wanted, Why, own_keys},
        words::keys as words,
    },
};

/// The keys that hold, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct FoundKeys {
    /// The keys that are not the shipped ones.
    pub keys: OwnKeys,
    /// What is wrong, in the order of the file.
    pub problems: Vec<KeyProblem>,
}

/// Something that is wrong with the file of own keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyProblem {
    /// The line where it stands, unless it is the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What one can do.
    pub cure: String,
}

/// Reads the user's own keys; those that are shipped hold for whatever is wrong there.
#[must_use]
pub fn find(home: &Home, disk: &dyn Disk) -> FoundKeys {
    let file = home.own_keys();
    let bytes = match disk.read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return FoundKeys::default(),
        Err(error) => {
            let what = format!("it can't be read: {}", why(&error));
            return none((None, what, "check that you may read the file"));
        }
    };
    match read_keys(&file, &bytes) {
        Ok((entries, newer)) => {
            let mut found = checked(entries);
            found.problems.extend(newer.map(|newer| KeyProblem {
                line: None,
                what: format!("a newer knownow wrote it (version {})", newer.version),
                cure: "install the newer knownow; what this one knows of the file holds".into(),
            }));
            found
        }
        Err(fault) => fault.faults().first().map_or_else(
            || none((None, fault.to_string(), "install the newer knownow")),
            |first| {
                let line = first.place.map(|place| place.line);
                none((line, first.what.clone(), &first.hint))
            },
        ),
    }
}

/// All keys are the shipped ones, because of this.
fn none((line, what, cure): (Option<usize>, String, &str)) -> FoundKeys {
    FoundKeys {
        keys: OwnKeys::default(),
        problems: vec![KeyProblem {
            line,
            what,
            cure: format!("{cure}; until then all keys are the shipped ones"),
        }],
    }
}

fn checked(entries: Vec<KeysEntry>) -> FoundKeys {
    let wanted = entries.into_iter().map(|entry| Wanted {
        screen: entry.screen,
        action: entry.action,
        keys: entry.keys,
        line: entry.line,
    });
    let (keys, faults) = own_keys(&wanted.collect::<Vec<_>>());
    let problems = faults.iter().map(|fault| {
        let (what, cure) = words::fault(fault);
        KeyProblem {
            line: Some(fault.line),
            what,
            cure: match fault.why {
                Why::NoScreen | Why::NoAction => format!("{cure}; until then the line changes nothing"),
                _ => format!("{cure}; until then it has its shipped keys"),
            },
        }
    });
    FoundKeys {
        keys,
        problems: problems.collect(),
    }
}

/// What the screen is told at the start: the keys, and what was used last in the list of every action.
#[must_use]
pub fn at_the_start(home: &Home, disk: &dyn Disk) -> [Message; 2] {
    let FoundKeys { keys, problems } = find(home, disk);
    let problems: Vec<_> = problems
        .into_iter()
        .map(|problem| (problem.line, problem.what))
        .collect();
    let said = words::faults_in_short("keys.ron", &problems);
    [
        Message::KeysRead(keys, said),
        Message::UsedBefore(last_used::load(disk, &home.last_used())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::disk::RealDisk;

    fn found(text: &str) -> (Home, FoundKeys, tempfile::TempDir) {
        let dir = tempfile::tempdir().expect("a folder");
        let at = dir.path().as_os_str().to_owned();
        let home = Home::find(|_| Some(at.clone()), None).expect("a home");
        RealDisk.create_dir_all(home.settings()).expect("settings");
        let mut file = RealDisk.create_new(&home.own_keys()).expect("a new file");
        file.write_all(text.as_bytes()).expect("written");
        let found = find(&home, &RealDisk);
        (home, found, dir)
    }

    #[test]
    fn a_broken_file_leaves_all_keys_as_they_are_shipped_and_says_where() {
        let (home, found, _dir) = found("(format: \"knownow keys\", version: 1,\n  screens: {\n    day: ");
        assert!(found.keys.is_empty());
        let [problem] = found.problems.as_slice() else {
            panic!("{:?}", found.problems);
        };
        assert_eq!(problem.line, Some(3), "{problem:?}");
        let [told, _used] = at_the_start(&home, &RealDisk);
        let Message::KeysRead(_, Some(said)) = told else {
            panic!("{told:?}");
        };
        assert!(said.starts_with("keys.ron line 3: "), "{said}");
        assert!(said.ends_with(": `knownow doctor`"), "{said}");
        assert!(said.chars().count() <= 74, "{said}");
    }

    #[test]
    fn one_bad_line_takes_nothing_from_the_others() {
        let (_home, found, _dir) = found(
            "(format: \"knownow keys\", version: 1, screens: { \"day\": {\n\"coverage\": [\"F4\"],\n\"undo\": [\"Hyper+Z\"],\n} })",
        );
        assert_eq!(found.keys.rows().count(), 1);
        let lines: Vec<_> = found.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(3)], "{:?}", found.problems);
    }

    #[test]
    fn a_line_for_an_action_that_there_is_not_has_no_shipped_keys_to_fall_back_on() {
        let (_home, found, _dir) = found(
            "(format: \"knownow keys\", version: 1, screens: { \"day\": {\n\"dance\": [\"F4\"],\n\"undo\": [\"Hyper+Z\"],\n},\n\"attic\": { \"help\": [\"F4\"] } })",
        );
        let ends: Vec<bool> = found
            .problems
            .iter()
            .map(|problem| problem.cure.ends_with("changes nothing"))
            .collect();
        assert_eq!(ends, [true, false, true], "{:?}", found.problems);
    }

    #[test]
    fn a_file_of_a_newer_version_holds_as_far_as_it_is_known_and_that_is_said() {
        let (_home, found, _dir) =
            found("(format: \"knownow keys\", version: 9, screens: { \"day\": { \"coverage\": [\"F4\"] } })");
        assert_eq!(found.keys.rows().count(), 1);
        let [problem] = found.problems.as_slice() else {
            panic!("{:?}", found.problems);
        };
        assert!(problem.what.contains("version 9"), "{problem:?}");
        assert!(problem.cure.contains("install the newer"), "{problem:?}");
    }

    #[test]
    fn without_a_file_there_is_nothing_to_say() {
        let dir = tempfile::tempdir().expect("a folder");
        let at = dir.path().as_os_str().to_owned();
        let home = Home::find(|_| Some(at.clone()), None).expect("a home");
        let found = find(&home, &RealDisk);
        assert!(found.keys.is_empty() && found.problems.is_empty());
    }
}
