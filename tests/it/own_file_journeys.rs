//! One's own file, which a sync program takes away, rolls back or breaks: no note is lost, and it is said.

use std::path::{Path, PathBuf};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    children, copy_example_to, done, note, put, quit, records_file, records_files, run, texts, wait_day,
    wait_on_disk,
};

const WHO: &str = "Head of School B";

/// A session in a shared folder with three notes of its own, as it was with the first of them, and as it is.
struct Shared {
    home: Home,
    folder: PathBuf,
    file: PathBuf,
    first: Vec<u8>,
    whole: Vec<u8>,
}

impl Shared {
    fn new() -> Self {
        let home = Home::new();
        let folder = home.path().join("drive/review");
        copy_example_to("half-day-maths", &folder);
        let mut screen = open(&home, &folder);
        note(&mut screen, "+ cubes on every table", "cubes on every table");
        let file = records_file(&folder);
        let first = std::fs::read(&file).unwrap();
        note(&mut screen, "- two wait for the TA", "two wait for the TA");
        note(&mut screen, "? why cubes", "why cubes");
        quit(&mut screen);
        let whole = std::fs::read(&file).unwrap();
        Self {
            home,
            folder,
            file,
            first,
            whole,
        }
    }

    fn open(&self) -> Screen {
        open(&self.home, &self.folder)
    }

    fn copies(&self) -> PathBuf {
        self.home.path().join("state/last-good")
    }
}

fn open(home: &Home, folder: &Path) -> Screen {
    let screen = Screen::start(
        home,
        &["open", &folder.display().to_string(), "--as", WHO],
        120,
        36,
    );
    wait_day(&screen);
    screen
}

#[test]
fn a_file_that_goes_or_is_rolled_back_while_it_is_open_is_written_back_at_once() {
    let shared = Shared::new();
    let mut screen = shared.open();
    note(&mut screen, "+ a fourth", "a fourth");
    // The copy has it once the watch has seen it.
    wait_on_disk(&shared.copies(), "a fourth");
    let whole = std::fs::read(&shared.file).unwrap();
    let records = shared.folder.join("records");
    std::fs::remove_file(&shared.file).unwrap();
    screen.wait_for("Your file was gone from the folder: your 4 notes are written back.");
    wait_on_disk(&records, "a fourth");
    assert_eq!(std::fs::read(&shared.file).unwrap(), whole);
    put(&shared.file, &shared.first);
    screen.wait_for("An older copy stood in your file's place: 3 notes are back.");
    wait_on_disk(&records, "a fourth");
    assert_eq!(std::fs::read(&shared.file).unwrap(), whole);
    // And just before the program ends, when nobody looks any more.
    std::fs::remove_file(&shared.file).unwrap();
    quit(&mut screen);
    assert_eq!(std::fs::read(&shared.file).unwrap(), whole);
}

#[test]
fn what_the_file_lost_while_it_was_closed_is_back_when_it_is_opened() {
    let shared = Shared::new();
    for (bytes, told) in [
        (
            None,
            "3 of your notes were missing from the folder; they are back.",
        ),
        (
            Some(&shared.first),
            "2 of your notes were missing from the folder; they are back.",
        ),
    ] {
        std::fs::remove_file(&shared.file).unwrap();
        if let Some(bytes) = bytes {
            put(&shared.file, bytes);
        }
        let mut screen = shared.open();
        screen.wait_for(told);
        screen.wait_for("why cubes");
        wait_on_disk(&shared.folder.join("records"), "why cubes");
        assert!(!screen.text().contains("another laptop"), "{}", screen.text());
        quit(&mut screen);
        assert_eq!(std::fs::read(&shared.file).unwrap(), shared.whole, "{told}");
        assert_eq!(records_files(&shared.folder).len(), 1);
    }
}

#[test]
fn a_broken_file_of_ones_own_is_shown_from_the_copy_and_left_as_it_is() {
    let shared = Shared::new();
    let half = &shared.whole[..shared.whole.len() / 2];
    put(&shared.file, half);
    let mut screen = shared.open();
    screen.wait_for("Your own file can't be read");
    screen.wait_for("3 notes stay here");
    for words in ["cubes on every table", "two wait for the TA", "why cubes"] {
        screen.wait_for(words);
    }
    assert!(!screen.text().contains("another laptop"), "{}", screen.text());
    note(&mut screen, "+ into the second file", "into the second file");
    assert!(!screen.text().contains("another laptop"), "{}", screen.text());
    quit(&mut screen);
    assert_eq!(std::fs::read(&shared.file).unwrap(), half);
    assert_eq!(records_files(&shared.folder).len(), 2);
}

#[test]
fn copies_of_other_names_and_of_the_plan_are_told_in_a_row_each() {
    let shared = Shared::new();
    let name = shared.file.file_name().unwrap().to_string_lossy().into_owned();
    let records = shared.folder.join("records");
    put(
        &records.join(name.replace(".ron", " (1).ron")),
        &shared.whole[..200],
    );
    put(&records.join(format!("{name}.conflict1")), &shared.first);
    let plan = std::fs::read(shared.folder.join("plan.ron")).unwrap();
    put(&shared.folder.join("plan-DESKTOP-7QK2.ron"), plan);
    let folder = shared.folder.display().to_string();
    let mut screen = Screen::start(&shared.home, &["open", &folder, "--as", WHO], 80, 24);
    wait_day(&screen);
    screen.wait_for("Two plans: plan-DESKTOP-7QK2.ron lies beside plan.ron");
    screen.wait_for("A broken copy of Head of School B's file: move it away.");
    let text = screen.text();
    assert!(
        !text.contains("half-written") && !text.contains("drive/review"),
        "{text}"
    );
    quit(&mut screen);
}

#[test]
fn what_was_removed_on_purpose_does_not_come_back() {
    let shared = Shared::new();
    let session = shared.folder.display().to_string();
    let kept = children(&shared.copies());
    assert_eq!(kept.len(), 1);
    let listed = run(&shared.home, &["purge", &session, "--dry-run"]).out;
    assert!(listed.contains(&kept[0].display().to_string()), "{listed}");
    done(&shared.home, &["purge", &session, "--yes"]);
    assert!(children(&shared.copies()).is_empty() && records_files(&shared.folder).is_empty());
    assert!(children(&shared.home.path().join("state/locks")).is_empty());
    let mut screen = shared.open();
    assert!(!screen.text().contains("back") && !screen.text().contains("why cubes"));
    quit(&mut screen);
    assert!(texts(&shared.folder).is_empty());
}

#[test]
fn where_the_owner_removed_the_whole_session_nothing_rises_again() {
    let shared = Shared::new();
    let mut screen = shared.open();
    screen.wait_for("why cubes");
    // As it arrives from the owner's laptop: all but what knownow did not make.
    std::fs::remove_file(&shared.file).unwrap();
    std::fs::remove_file(shared.folder.join("plan.ron")).unwrap();
    quit(&mut screen);
    assert!(records_files(&shared.folder).is_empty());
    let ran = run(
        &shared.home,
        &["notes", "list", &shared.folder.display().to_string()],
    );
    assert_ne!(ran.code, Some(0), "{}", ran.out);
    assert!(records_files(&shared.folder).is_empty());
}

#[test]
fn a_command_writes_back_what_the_file_lost_and_keeps_a_copy_of_what_it_wrote() {
    let home = Home::new();
    let folder = home.path().join("drive/review");
    copy_example_to("half-day-maths", &folder);
    let into = folder.display().to_string();
    let noted = |text: &str| run(&home, &["note", text, "--into", &into, "--as", WHO]);
    assert_eq!(noted("+ cubes on every table").err, "");
    std::fs::remove_file(records_file(&folder)).unwrap();
    let ran = noted("- two wait for the TA");
    assert_eq!(
        (ran.code, ran.err.trim()),
        (
            Some(0),
            "knownow: 1 of your notes was missing from the folder; it is back"
        )
    );
    let written = ["cubes on every table", "two wait for the TA"];
    assert_eq!(texts(&folder), written);
    // The same for notes that come in as prose.
    std::fs::remove_file(records_file(&folder)).unwrap();
    let mail = home.path().join("mail.txt");
    put(&mail, "Strengths\n- Year 6 explain their steps\n");
    let mail = mail.display().to_string();
    let ran = run(&home, &["notes", "import", &mail, "--into", &into, "--by", WHO]);
    assert!(ran.err.contains("2 of your notes were missing"), "{}", ran.err);
    assert_eq!(texts(&folder).len(), 3);
}

#[test]
fn words_for_nobody_who_is_known_stand_as_ones_own_and_that_is_said() {
    let home = Home::new();
    let folder = home.path().join("review");
    copy_example_to("half-day-maths", &folder);
    let into = folder.display().to_string();
    let ran = run(
        &home,
        &["note", "@zebra + all on task", "--into", &into, "--as", WHO],
    );
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err
            .starts_with("knownow: it stands as the words of Head of School B: who is \"@zebra\"? One of: "),
        "{}",
        ran.err
    );
    let mut screen = open(&home, &folder);
    note(&mut screen, "@zebra cubes", "@zebra cubes");
    screen.wait_for("Saved as your own words: who is \"@zebra\"? Up changes it.");
    quit(&mut screen);
}
