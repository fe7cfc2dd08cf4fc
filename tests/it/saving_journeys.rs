//! A save that fails is seen and heals; a session that is open elsewhere is not written twice; what is kept is private.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::pty_kit::{Exit, Home, Launch, Screen};
use crate::session_kit::{
    demo_at, everything_in, note, quit, records_file, records_files, rehearsal, reopen, texts, wait_day,
    wait_on_disk, wait_saved,
};

/// A day with one note saved, and the folder of its rehearsal.
fn day_with_a_note(home: &Home) -> (Screen, std::path::PathBuf) {
    let mut screen = demo_at(home, "09:16", 100, 30);
    note(&mut screen, "+ before", "before");
    (screen, rehearsal(home))
}

/// Puts a folder in the place of the records file, as a sync program might; where the file is kept meanwhile.
fn obstruct(file: &Path) -> std::path::PathBuf {
    let aside = file.with_extension("aside");
    std::fs::rename(file, &aside).unwrap();
    std::fs::create_dir(file).unwrap();
    aside
}

#[test]
fn a_save_that_fails_is_seen_and_heals_by_itself() {
    let home = Home::new();
    let (mut screen, folder) = day_with_a_note(&home);
    let file = records_file(&folder);
    let aside = obstruct(&file);
    let old = std::fs::read(&aside).unwrap();

    screen.keys("- during<Enter>");
    screen.wait_for("NOT SAVED: ");
    screen.wait_for("File: ");
    screen.wait_for("What to do: ");
    screen.wait_until(|screen| {
        screen
            .rows(0, 100)
            .last()
            .is_some_and(|footer| footer.ends_with("NOT SAVED"))
    });
    let banner = screen.row(1);
    assert!(banner.contains("keep typing, nothing is lost"), "{banner}");
    assert!(
        screen.row(2).contains("/records/head-of-school-b."),
        "{}",
        screen.row(2)
    );
    screen.keys("? and on it goes");
    screen.wait_for("? and on it goes");
    assert_eq!(std::fs::read(&aside).unwrap(), old, "the old file is as it was");

    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();

    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    screen.keys("<Enter>");
    wait_saved(&screen, "and on it goes");
    assert_eq!(texts(&folder), ["before", "during", "and on it goes"]);
    quit(&mut screen);
}

#[test]
fn a_records_folder_that_vanishes_is_made_again() {
    let home = Home::new();
    let (mut screen, folder) = day_with_a_note(&home);
    let records = folder.join("records");
    std::fs::remove_dir_all(&records).unwrap();
    crate::session_kit::put(&records, "a file");
    screen.keys("- during<Enter>");
    screen.wait_for("NOT SAVED: ");

    std::fs::remove_file(&records).unwrap();

    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    wait_saved(&screen, "during");
    assert_eq!(texts(&folder), ["before", "during"], "all that this window knows");
    quit(&mut screen);
}

#[test]
fn leaving_with_something_unsaved_asks_and_says_so() {
    let home = Home::new();
    let (mut screen, folder) = day_with_a_note(&home);
    let file = records_file(&folder);
    let aside = obstruct(&file);
    screen.keys("- during<Enter>");
    screen.wait_for("NOT SAVED: ");

    screen.keys("<C-q>");
    screen.wait_for("NOT SAVED: something is not on the disk yet.");
    screen.keys("<Enter>");

    assert_eq!(screen.wait_exit(), Exit::Code(1));
    assert!(
        screen.text().contains("NOT SAVED: not everything reached"),
        "{}",
        screen.text()
    );

    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    let mut screen = reopen(&home, &folder);
    screen.wait_for("1 note that had not reached the disk last time: entered again.");
    wait_saved(&screen, "during");
    quit(&mut screen);
    assert_eq!(texts(&folder), ["before", "during"]);
}

#[test]
fn an_unsaved_note_under_edit_outlives_a_kill_with_its_words_and_those_of_the_edit() {
    let home = Home::new();
    let (mut screen, folder) = day_with_a_note(&home);
    let file = records_file(&folder);
    let aside = obstruct(&file);
    screen.keys("- two pupils wait<Enter>");
    screen.wait_for("NOT SAVED: ");
    screen.keys("<Up><C-a>? who helps the two");
    wait_on_disk(&home.path().join("state"), "? who helps the two");

    screen.kill9();

    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    let mut screen = reopen(&home, &folder);
    screen.wait_for("Your half-typed line of 09:16 (Year 6) is back.");
    screen.wait_for("editing 09:16");
    wait_on_disk(&folder, "two pupils wait");
    assert_eq!(texts(&folder), ["before", "two pupils wait"]);
    screen.keys("<Enter>");
    wait_saved(&screen, "who helps the two");
    quit(&mut screen);
    assert_eq!(
        texts(&folder),
        ["before", "who helps the two"],
        "changed, not doubled"
    );
    let drafts = home.path().join("state/drafts");
    assert_eq!(
        crate::session_kit::files_with(&drafts, "two"),
        Vec::<std::path::PathBuf>::new()
    );
}

#[test]
fn a_second_window_reads_only_and_says_who_writes() {
    let home = Home::new();
    let (mut first, folder) = day_with_a_note(&home);
    let path = folder.to_str().unwrap();
    let open = |args: &[&str]| {
        let screen = Screen::start(&home, &[&["open", path], args].concat(), 100, 30);
        wait_day(&screen);
        screen
    };

    let mut second = open(&[]);
    assert!(second.row(1).contains("READ ONLY"), "{}", second.text());
    assert!(
        second.row(1).contains("another window (since "),
        "{}",
        second.row(1)
    );
    assert!(second.text().contains("09:16 Y6 before"), "{}", second.text());
    second.keys("+ lost to nobody");
    second.wait_for("Nothing can be written here");
    second.keys("<Enter>");
    note(&mut first, "- still mine", "still mine");
    quit(&mut second);
    assert_eq!(texts(&folder), ["before", "still mine"]);

    // Another person has another file.
    let mut facilitator = open(&["--as", "Facilitator"]);
    note(&mut facilitator, "+ seen by two", "seen by two");
    assert_eq!(records_files(&folder).len(), 2);
    quit(&mut facilitator);

    first.kill9();
    assert_eq!(first.wait_exit(), Exit::Killed(9));
    let mut third = open(&["--as", "Head of School B"]);
    assert!(!third.text().contains("READ ONLY"), "{}", third.text());
    note(&mut third, "+ taken over", "taken over");
    assert_eq!(texts(&folder).len(), 4);
    quit(&mut third);
}

#[test]
fn a_window_that_only_reads_writes_by_itself_once_the_other_one_is_closed() {
    let home = Home::new();
    let (mut first, folder) = day_with_a_note(&home);
    let mut second = Screen::start(&home, &["open", folder.to_str().unwrap()], 100, 30);
    wait_day(&second);
    assert!(second.row(1).contains("READ ONLY"), "{}", second.text());
    // A page that is open meanwhile stays open.
    second.keys("<C-f>");
    second.wait_for("All notes");
    note(&mut first, "- while it was only read", "only read");
    first.keys("+ half a li");
    wait_on_disk(&home.path().join("state/drafts"), "+ half a li");
    first.keys("<C-q>");
    first.wait_for("Enter leaves");
    first.keys("<Enter>");
    assert_eq!(first.wait_exit(), Exit::Code(0));

    second.wait_for("what you type is saved here from now on");
    second.wait_for("while it was only read");
    assert!(second.text().contains("All notes"), "{}", second.text());
    second.keys("<Tab><Esc>");
    second.wait_for("+ half a li");
    assert!(!second.text().contains("READ ONLY"), "{}", second.text());
    note(&mut second, "ne", "half a line");
    quit(&mut second);
    assert_eq!(
        texts(&folder),
        ["before", "while it was only read", "half a line"]
    );
}

#[test]
fn everything_that_is_kept_is_private() {
    let home = Home::new();
    let script = concat!(
        "umask 000; exec '",
        env!("CARGO_BIN_EXE_knownow"),
        "' demo --at 09:16"
    );
    let launch = Launch::new(&home).program("/bin/sh").args(&["-c", script]);
    let mut screen = launch.start();
    wait_day(&screen);
    note(&mut screen, "+ for all of us", "for all of us");
    note(&mut screen, "> quokkas", "> private");
    screen.keys("? half a li");
    wait_on_disk(&home.path().join("state/drafts"), "? half a li");

    let everything = everything_in(home.path()).split_off(1);

    for kept in [
        "plan.ron",
        "records/",
        "data/private/",
        "state/drafts/",
        "state/locks/",
        "state/sessions/",
    ] {
        let is_kept = |path: &std::path::PathBuf| path.is_file() && path.to_str().unwrap().contains(kept);
        assert!(everything.iter().any(is_kept), "{kept} in {everything:?}");
    }
    for path in everything {
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, wanted, "{} is {mode:o}", path.display());
    }
    let shared = crate::session_kit::files_with(&rehearsal(&home), "quokkas");
    assert_eq!(
        shared,
        Vec::<std::path::PathBuf>::new(),
        "a private note is in no shared file"
    );
}
