//! Files as they come back from editors, clouds, crashes and other programs: each is read, refused or salvaged with a
//! message that a head teacher can act on, nothing ends the program, and no byte of them is changed.
//!
//! The files are in `tests/corpus/files`. Those that no repository can hold are made here.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use knownow::{
    domain::ids::SessionId,
    storage::{
        disk::RealDisk,
        files::{plan_file, records_file},
        session_folder::SessionFolder,
    },
};
use uuid::Uuid;

use crate::{pty_kit::Home, session_kit::put};

const SESSION: SessionId = SessionId(Uuid::from_u128(1));

/// The files of the corpus of this kind, in the order of their names.
fn corpus(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus/files")
        .join(kind);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// A session of which one file is the one of the corpus, and all others are sound.
struct Session {
    home: Home,
    folder: PathBuf,
}

impl Session {
    fn new() -> Self {
        let home = Home::new();
        let folder = home.path().join("data/sessions/day");
        fs::create_dir_all(folder.join("records")).unwrap();
        let session = Self { home, folder };
        session.put_plan(&fs::read(Self::sound("plan")).unwrap());
        session.put_records(&fs::read(Self::sound("records")).unwrap());
        session
    }

    fn sound(kind: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/corpus/files")
            .join(kind)
            .join("sound.ron")
    }

    fn plan(&self) -> PathBuf {
        self.folder.join("plan.ron")
    }

    fn records(&self) -> PathBuf {
        self.folder.join("records/head-of-school-b.0002.ron")
    }

    fn put_plan(&self, bytes: &[u8]) {
        put(&self.plan(), bytes);
    }

    fn put_records(&self, bytes: &[u8]) {
        put(&self.records(), bytes);
    }

    /// What a command that reads everything of the session says.
    fn list(&self) -> Output {
        Command::new(env!("CARGO_BIN_EXE_knownow"))
            .args(["notes", "list"])
            .arg(&self.folder)
            .env("KNOWNOW_HOME", self.home.path())
            .env("RUST_BACKTRACE", "0")
            .output()
            .unwrap()
    }
}

/// Checks that a command ended by itself, in words, and that nothing it printed drives a terminal.
fn assert_calm(of: &str, output: &Output) -> String {
    let code = output.status.code();
    assert!(matches!(code, Some(0..=2)), "{of}: {code:?}");
    let printed = [output.stdout.as_slice(), &output.stderr].concat();
    let printed = String::from_utf8(printed).unwrap_or_else(|error| panic!("{of}: {error}"));
    assert!(!printed.contains("panicked"), "{of}: {printed}");
    let drives = |c: char| {
        c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    assert!(!printed.contains(drives), "{of}: {printed:?}");
    printed
}

/// A message with the length of what it shows kept within bounds.
fn shown(message: &str) -> String {
    let lines = message.lines().map(|line| {
        let long = line.chars().count() > 160;
        let start: String = line.chars().take(160).collect();
        if long { format!("{start} ...") } else { start }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_records_file_is_read_refused_or_salvaged_in_words() {
    let mut story = String::new();
    let files = corpus("records");
    assert!(files.len() >= 40, "{}", files.len());
    for file in &files {
        let bytes = fs::read(file).unwrap();
        let read = records_file::read_records(Path::new("records/b.ron"), &bytes, SESSION);
        let notes = read.records.notes.len();
        let fault = read.fault.map(|fault| fault.to_string()).unwrap_or_default();
        writeln!(
            story,
            "== {}\n{:?}, {notes} of 3 notes",
            name(file),
            read.standing
        )
        .unwrap();
        if !fault.is_empty() {
            writeln!(story, "{}", shown(&fault)).unwrap();
        }
        story.push('\n');
    }
    insta::assert_snapshot!("bad records files", story);
}

#[test]
fn every_plan_is_read_or_refused_in_words() {
    let mut story = String::new();
    for file in &corpus("plan") {
        let bytes = fs::read(file).unwrap();
        let told = match plan_file::read_and_compare(Path::new("plan.ron"), &bytes) {
            Ok((plan, None)) => format!("read, {} days", plan.days.len()),
            Ok((plan, Some(unknown))) => {
                let unknown = shown(&unknown.to_string());
                format!(
                    "read, {} days, and never written over:\n{unknown}",
                    plan.days.len()
                )
            }
            Err(fault) => shown(&fault.to_string()),
        };
        writeln!(story, "== {}\n{told}\n", name(file)).unwrap();
    }
    insta::assert_snapshot!("bad plans", story);
}

#[test]
fn no_file_ends_the_program_or_is_changed_by_it() {
    let session = Session::new();
    let sound = assert_calm("sound", &session.list());
    for file in corpus("records") {
        let bytes = fs::read(&file).unwrap();
        session.put_records(&bytes);
        let printed = assert_calm(&name(&file), &session.list());
        assert_eq!(fs::read(session.records()).unwrap(), bytes, "{}", name(&file));
        // Whatever is missing of three notes is told, with the file.
        let told = printed.contains("head-of-school-b.0002.ron");
        let whole = printed.lines().count() == sound.lines().count();
        assert!(whole || told, "{}: {printed}", name(&file));
    }
    session.put_records(&fs::read(Session::sound("records")).unwrap());
    for file in corpus("plan") {
        let bytes = fs::read(&file).unwrap();
        session.put_plan(&bytes);
        let printed = assert_calm(&name(&file), &session.list());
        assert_eq!(fs::read(session.plan()).unwrap(), bytes, "{}", name(&file));
        assert!(
            printed.contains("whiteboards up on 3-2-1") || printed.contains("plan.ron"),
            "{}: {printed}",
            name(&file)
        );
    }
}

/// What the program says of a records file that is no plain file, with the folder's path left out.
fn said_of(session: &Session, of: &str) -> String {
    let found = SessionFolder::at(&session.folder).records(&RealDisk, SESSION);
    let listed = assert_calm(of, &session.list());
    assert!(listed.contains("head-of-school-b.0002.ron"), "{of}: {listed}");
    let faults = found.files.iter().filter_map(|file| file.fault.as_ref());
    let words: Vec<String> = faults.map(|fault| fault.words.clone()).collect();
    let folder = session.folder.display().to_string();
    format!("== {of}\n{}\n", words.join("\n").replace(&folder, "SESSION"))
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_told_and_left() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mut story = String::new();

    let session = Session::new();
    let elsewhere = session.home.path().join("elsewhere.ron");
    fs::rename(session.records(), &elsewhere).unwrap();
    symlink(&elsewhere, session.records()).unwrap();
    let linked = assert_calm("a link", &session.list());
    assert!(linked.contains("whiteboards up on 3-2-1"), "{linked}");
    assert!(session.records().is_symlink());
    fs::remove_file(session.records()).unwrap();

    symlink("head-of-school-b.0002.ron", session.records()).unwrap();
    story += &said_of(&session, "a link to itself");
    fs::remove_file(session.records()).unwrap();
    symlink("nowhere.ron", session.records()).unwrap();
    story += &said_of(&session, "a link to nothing");
    fs::remove_file(session.records()).unwrap();

    fs::create_dir(session.records()).unwrap();
    story += &said_of(&session, "a folder");
    assert!(session.records().is_dir());
    fs::remove_dir(session.records()).unwrap();

    let huge = fs::File::create_new(session.records()).unwrap();
    huge.set_len(17 << 20).unwrap();
    story += &said_of(&session, "a huge file");
    assert_eq!(fs::metadata(session.records()).unwrap().len(), 17 << 20);
    fs::remove_file(session.records()).unwrap();

    rustix::fs::mkfifoat(rustix::fs::CWD, session.records(), 0o600.into()).unwrap();
    story += &said_of(&session, "a pipe");
    fs::remove_file(session.records()).unwrap();

    fs::copy(&elsewhere, session.records()).unwrap();
    fs::set_permissions(session.records(), PermissionsExt::from_mode(0o000)).unwrap();
    if fs::read(session.records()).is_ok() {
        eprintln!("a file without permission is not tried: whoever runs this may read everything");
    } else {
        assert!(said_of(&session, "no permission").contains("you have no right to it"));
    }
    insta::assert_snapshot!("no plain files", story);
}
