//! A child says something that worries: the screen is hidden, and none of what is typed is in any file.

use rustix::process::Signal;

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{demo_at, everything_in, files_with, note, quit, rehearsal, reopen, wait_on_disk};

/// Words of the line that must be gone.
const CANARY: &str = "zebracrossing";

#[test]
fn a_discarded_line_is_in_no_file_also_after_a_kill() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    note(&mut screen, "+ cubes", "cubes");
    screen.keys(&format!("- {CANARY}"));
    wait_on_disk(&home.path().join("state/drafts"), CANARY);
    screen.keys("<C-e>");
    screen.wait_for("Do not promise.");
    screen.keys("oystercatcher<Enter>kingfisher");
    screen.keys("<Esc>");
    screen.wait_for("Discard the line");
    screen.keys("<Enter>");
    screen.wait_for("Line discarded; its words are erased");
    screen.kill9();
    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    let nowhere: Vec<std::path::PathBuf> = Vec::new();
    for words in [CANARY, "oystercatcher", "kingfisher"] {
        assert_eq!(files_with(home.path(), words), nowhere, "{words}");
    }
    let mut screen = reopen(&home, &folder);
    assert!(!screen.text().contains("is back"), "{}", screen.text());
    screen.keys("<C-z>");
    assert!(!screen.text().contains(CANARY));
    quit(&mut screen);
}

#[test]
fn the_time_is_written_down_and_nothing_else() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("<C-e>");
    screen.wait_for("Do not promise.");
    wait_on_disk(&home.path().join("state/safeguarding"), "T09:16");
    screen.signal(Signal::TERM);
    screen.wait_exit();
    let logs = everything_in(&home.path().join("state/safeguarding"));
    assert_eq!(logs.len(), 2, "the folder and one file: {logs:?}");
    let text = std::fs::read_to_string(&logs[1]).unwrap();
    let time = text.strip_suffix('\n').unwrap_or_default();
    assert!(time.parse::<knownow::domain::stamp::Stamp>().is_ok(), "{text:?}");
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&logs[1]).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_program_that_dies_while_hidden_asks_first_about_the_line_and_shows_none_of_it() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let folder = rehearsal(&home);
    screen.keys(&format!("- {CANARY}"));
    wait_on_disk(&home.path().join("state/drafts"), CANARY);
    screen.keys("<C-e>");
    screen.wait_for("Do not promise.");
    screen.keys("oystercatcher<Enter>");
    wait_on_disk(&home.path().join("state/drafts"), "\"hidden\":true");
    screen.kill9();
    assert_eq!(screen.wait_exit(), Exit::Killed(9));

    let mut screen = Screen::start(&home, &["open", folder.to_str().unwrap()], 80, 24);
    screen.wait_for("Discard the line");
    let shown = String::from_utf8_lossy(&screen.output()).into_owned();
    assert!(!shown.contains(CANARY), "it was in the open: {shown}");
    screen.keys("<Enter>");
    screen.wait_for("Line discarded; its words are erased");
    screen.kill9();
    screen.wait_exit();
    let nowhere: Vec<std::path::PathBuf> = Vec::new();
    for words in [CANARY, "oystercatcher"] {
        assert_eq!(files_with(home.path(), words), nowhere, "{words}");
    }
    let mut screen = reopen(&home, &folder);
    assert!(!screen.text().contains("is back"), "{}", screen.text());
    quit(&mut screen);
}
