//! Sessions in a test's home: making them, running commands on them, and reading what is in their files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use knownow::domain::note::{Note, sort_by_time};
use knownow::domain::plan::Plan;
use knownow::domain::record::Record;
use knownow::storage::files::plan_file;
use knownow::storage::files::records_file::{self, ReadRecords, Standing};

use crate::pty_kit::{Exit, Home, Screen};

/// How often a file is looked at again, and how many times: a file system tells nobody what happens in it.
const LOOK_AGAIN: Duration = Duration::from_millis(5);
const LOOKS: usize = 4_000;

/// Copies a worked example among the sessions of `home`; its folder.
pub fn copy_example(home: &Home, example: &str) -> PathBuf {
    let to = home.path().join("data/sessions").join(example);
    copy_example_to(example, &to);
    to
}

/// Copies a worked example into the folder `to`.
pub fn copy_example_to(example: &str, to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sessions")
        .join(example);
    copy_folder(&from, to);
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Writes a file as another program would.
pub fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    let mut file = std::fs::File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)
        .unwrap();
    file.write_all(bytes.as_ref()).unwrap();
}

/// The folder of the one rehearsal in `home`.
pub fn rehearsal(home: &Home) -> PathBuf {
    let mut folders = children(&home.path().join("data/rehearsals"));
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders.remove(0)
}

/// What is in a folder, by name; nothing if it is not there.
pub fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut children: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    children.sort();
    children
}

/// Everything in a folder and the folders in it, the folder itself first.
pub fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let inside = children(folder);
    let below = inside.into_iter().flat_map(|path| {
        if path.is_dir() {
            everything_in(&path)
        } else {
            vec![path]
        }
    });
    std::iter::once(folder.to_owned()).chain(below).collect()
}

/// The plan of a session.
pub fn plan(folder: &Path) -> Plan {
    let path = folder.join("plan.ron");
    plan_file::read_plan(&path, &std::fs::read(&path).unwrap()).unwrap()
}

/// The records files of a session, without what a kill left half written beside them.
pub fn records_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = children(&folder.join("records"));
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files
}

/// The only records file of a session.
pub fn records_file(folder: &Path) -> PathBuf {
    let mut files = records_files(folder);
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

/// What is in a records file.
pub fn read_records(folder: &Path, file: &Path) -> ReadRecords {
    let bytes = std::fs::read(file).unwrap();
    records_file::read_records(file, &bytes, plan(folder).session)
}

/// The notes in all records files of a session, each of which must be whole, in order of time.
pub fn notes(folder: &Path) -> Vec<Record<Note>> {
    let mut all = knownow::domain::records::Records::default();
    for file in records_files(folder) {
        let read = read_records(folder, &file);
        assert_eq!(read.standing, Standing::Whole, "{:?}", read.fault);
        all.merge(read.records);
    }
    let mut notes: Vec<_> = all.notes.live().collect();
    sort_by_time(&mut notes);
    notes.into_iter().cloned().collect()
}

/// The texts of the notes of a session, in order of time.
pub fn texts(folder: &Path) -> Vec<String> {
    notes(folder).into_iter().map(|note| note.body.text).collect()
}

/// The class that a note was made in.
pub fn class(note: &Record<Note>) -> Option<&str> {
    note.body.place.visit.as_ref().map(|visit| visit.words.as_str())
}

/// knownow without a terminal, as in a script.
pub fn command(home: &Home, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_knownow"));
    command.args(args).current_dir(home.path()).env_clear();
    command.env("HOME", home.path()).env("KNOWNOW_HOME", home.path());
    command.stdin(Stdio::null());
    command
}

/// What a command printed, and its exit code.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Runs knownow without a terminal.
pub fn run(home: &Home, args: &[&str]) -> Ran {
    command(home, args).output().unwrap().into()
}

/// Runs knownow without a terminal; it must do what it is asked for. What it printed.
pub fn done(home: &Home, args: &[&str]) -> String {
    let ran = run(home, args);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
    ran.out
}

/// Starts the demo and waits until its day is on the screen.
pub fn demo_at(home: &Home, time: &str, columns: u16, rows: u16) -> Screen {
    let screen = Screen::start(home, &["demo", "--at", time], columns, rows);
    wait_day(&screen);
    screen
}

/// Opens a session of `home` that knows who is there, and waits until its day is on the screen.
pub fn reopen(home: &Home, folder: &Path) -> Screen {
    let screen = Screen::start(home, &["open", folder.to_str().unwrap()], 80, 24);
    wait_day(&screen);
    screen
}

/// Waits until the first frame of a day is drawn whole: the footer comes last, then the cursor goes to the line.
pub fn wait_day(screen: &Screen) {
    screen.wait_until(|screen| {
        let (rows, columns) = screen.size();
        let footer = screen.rows(0, columns).last().unwrap_or_default();
        let whole = footer.contains("Enter save") && screen.cursor_position().0 == rows - 2;
        whole && screen.contents().contains("What do I know now?")
    });
}

/// Waits until the screen says that its last note, of these words, is saved.
pub fn wait_saved(screen: &Screen, words: &str) {
    screen.wait_until(|screen| {
        let (rows, columns) = screen.size();
        let text: Vec<String> = screen.rows(0, columns).collect();
        let last = text.iter().any(|row| {
            row.split_once("last: ")
                .is_some_and(|(_, last)| last.contains(words))
        });
        let footer = text
            .last()
            .is_some_and(|row| row.contains("saved ") && !row.contains("NOT SAVED"));
        // The cursor goes back to the empty line when the whole frame is drawn.
        last && footer && screen.cursor_position() == (rows - 2, 1)
    });
}

/// Types a line, enters it and waits until the screen says that it is saved. `words` are those of the note.
pub fn note(screen: &mut Screen, line: &str, words: &str) {
    screen.keys(&format!("{line}<Enter>"));
    wait_saved(screen, words);
}

/// Leaves with nothing open or unsaved.
pub fn quit(screen: &mut Screen) {
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
}

/// Waits until a file below `folder` holds `bytes`; one that is still being saved does not count.
pub fn wait_on_disk(folder: &Path, bytes: &str) {
    let holds = |path: &PathBuf| {
        let whole = path.extension().is_none_or(|ending| ending != "tmp");
        whole && std::fs::read(path).is_ok_and(|held| contains(&held, bytes.as_bytes()))
    };
    for _ in 0..LOOKS {
        if everything_in(folder).iter().any(holds) {
            return;
        }
        std::thread::sleep(LOOK_AGAIN);
    }
    panic!("no file below {} ever held {bytes:?}", folder.display());
}

/// The files below `folder` that hold `text`.
pub fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut files = everything_in(folder);
    files.retain(|path| std::fs::read(path).is_ok_and(|held| contains(&held, text.as_bytes())));
    files
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Waits until so many notes came from the file into the session and from there onto the screen.
pub fn wait_taken_in(screen: &Screen, count: usize) {
    let said = [
        format!("Taken in: {count} notes"),
        format!("{count} notes have come in"),
    ];
    screen.wait_until(|screen| {
        let text = screen.contents();
        said.iter().any(|said| text.contains(said)) && text.contains("Enter save")
    });
}
