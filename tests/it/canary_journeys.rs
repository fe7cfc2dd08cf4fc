//! What a note says is in the file of notes and on the screen, and nowhere else that the program writes to.

use std::path::{Path, PathBuf};

use rustix::process::Signal;

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{demo_at, everything_in, files_with, note, quit, rehearsal, reopen};

/// A word that stands in one note and nowhere else.
const CANARY: &str = "zebracrossing";

/// What was sent to the terminal for itself, such as titles: between `ESC ]`, `ESC P`, `ESC _` or `ESC ^` and the end.
fn strings_for_the_terminal(output: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(output);
    let begins = ["\x1b]", "\x1bP", "\x1b_", "\x1b^"];
    let mut found = Vec::new();
    for begin in begins {
        for piece in text.split(begin).skip(1) {
            let told = piece.split(['\x07', '\x1b']).next().unwrap_or_default();
            found.push(told.to_owned());
        }
    }
    found
}

/// What other programs of this machine can see of a process without asking it.
fn seen_from_outside(screen: &Screen) -> String {
    let process = PathBuf::from(format!("/proc/{}", screen.pid()));
    let mut seen = String::new();
    for file in ["cmdline", "comm", "environ"] {
        let bytes = std::fs::read(process.join(file)).unwrap_or_default();
        seen.push_str(&String::from_utf8_lossy(&bytes));
    }
    for task in std::fs::read_dir(process.join("task"))
        .into_iter()
        .flatten()
        .flatten()
    {
        seen.push_str(&std::fs::read_to_string(task.path().join("comm")).unwrap_or_default());
    }
    seen
}

/// The files of a home that hold the canary, by their folders there.
fn holders(home: &Home) -> Vec<String> {
    let below = |path: &PathBuf| {
        let folder = path.parent().unwrap().strip_prefix(home.path()).unwrap();
        let names = folder.iter().map(|name| name.to_string_lossy().into_owned());
        // The name of a session is another one each day.
        names
            .filter(|name| !name.contains("oakfield") && !name.contains("half-day"))
            .collect::<Vec<_>>()
            .join("/")
    };
    let mut found: Vec<String> = files_with(home.path(), CANARY).iter().map(below).collect();
    found.sort();
    found
}

#[test]
fn the_words_of_a_note_are_in_the_file_of_notes_and_nowhere_else() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    note(&mut screen, &format!("+ {CANARY} for our Year 4"), CANARY);
    // Whatever leads through other screens, and back to the list.
    screen.keys("<C-f>");
    screen.wait_for("All notes");
    screen.keys("<Esc>");
    screen.wait_for("What do I know now?");
    screen.keys("<C-k>coverage<Enter>");
    screen.wait_for("Coverage");
    screen.keys("<Esc>");
    screen.wait_for("What do I know now?");
    let outside = seen_from_outside(&screen);
    assert!(!outside.contains(CANARY), "{outside}");
    quit(&mut screen);

    let told = strings_for_the_terminal(&screen.output());
    assert!(!told.iter().any(|told| told.contains(CANARY)), "{told:?}");
    let after = String::from_utf8_lossy(&screen.output()).into_owned();
    let after = after.rsplit("\x1b[?1049l").next().unwrap();
    assert!(
        !after.contains(CANARY),
        "nothing stays on the shell's screen: {after}"
    );
    assert_eq!(holders(&home), ["data/rehearsals/records"]);
}

#[test]
fn a_program_that_is_brought_down_leaves_no_picture_of_its_memory() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    note(&mut screen, "+ before", "before");
    screen.keys(&format!("- {CANARY} half typed"));
    crate::session_kit::wait_on_disk(&home.path().join("state/drafts"), CANARY);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", screen.pid())).unwrap_or_default();
    let core = limits.lines().find(|line| line.starts_with("Max core file size"));
    if let Some(core) = core {
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    }

    screen.signal(Signal::ABORT);

    assert_eq!(screen.wait_exit(), Exit::Killed(6));
    let cores: Vec<PathBuf> = everything_in(home.path())
        .into_iter()
        .filter(|path| is_core(path))
        .collect();
    assert_eq!(cores, Vec::<PathBuf>::new());
    assert_eq!(holders(&home), ["state/drafts"], "the half-typed line alone");

    // Once it is entered and saved, the journal has nothing of it any more.
    let mut screen = reopen(&home, &folder);
    screen.keys("<Enter>");
    crate::session_kit::wait_saved(&screen, CANARY);
    quit(&mut screen);
    assert_eq!(holders(&home), ["data/rehearsals/records"]);
}

fn is_core(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("core"))
}
