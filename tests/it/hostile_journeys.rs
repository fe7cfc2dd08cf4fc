//! What must not cost a word: a switch of person that fails, a note that no file can hold, a paste of the greatest size.

use std::path::Path;

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{demo_at, files_with, note, put, quit, rehearsal, reopen, texts, wait_day};

/// In this zone the clocks were 44 minutes and 30 seconds behind; no file can hold the seconds of an offset.
const ZONE_WITH_SECONDS: &str = r#"(
    format: "knownow plan", version: 1,
    session: "01a0b000-0000-7000-8000-000000000001", writer: "01a0b000-0000-7000-8000-000000000002",
    zone: "Africa/Monrovia", host: (name: "Oakfield Primary"), agreement: (title: "review"),
    people: [(id: "reviewer", name: "Reviewer", duties: [reviewer])],
    days: [(id: "day-1", date: "1971-12-01", slots: [
        (id: "break", start: "09:00", end: "10:00", title: "Break", kind: break),
    ])],
)"#;

/// Asks for somebody else at this laptop.
fn change_to(screen: &mut Screen, person: &str) {
    screen.keys("<C-k>");
    screen.wait_for("Everything");
    screen.keys("who is at<Enter>");
    screen.wait_for("Who is at this laptop?");
    screen.keys(person);
    screen.keys("<Enter>");
}

/// Puts a file in the place of the folder of locks; where the folder is meanwhile.
fn obstruct_locks(home: &Home) -> std::path::PathBuf {
    let locks = home.path().join("state/locks");
    let aside = locks.with_extension("aside");
    std::fs::rename(&locks, &aside).unwrap();
    put(&locks, "in the way");
    aside
}

fn clear_locks(home: &Home, aside: &Path) {
    let locks = home.path().join("state/locks");
    std::fs::remove_file(&locks).unwrap();
    std::fs::rename(aside, locks).unwrap();
}

#[test]
fn after_a_change_of_person_that_failed_no_line_is_taken_and_the_open_one_comes_back() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 100, 30);
    note(&mut screen, "+ before", "before");
    screen.keys("- half a line");
    screen.wait_for("- half a line");
    let folder = rehearsal(&home);
    let aside = obstruct_locks(&home);

    change_to(&mut screen, "facilitator");
    screen.wait_for("the program's own folder on this computer could not be used");
    assert!(
        !screen.text().contains("What do I know now?"),
        "{}",
        screen.text()
    );
    clear_locks(&home, &aside);
    screen.keys("<C-q>");

    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    let path = folder.to_str().unwrap();
    let mut screen = Screen::start(&home, &["open", path, "--as", "Head of School B"], 80, 24);
    screen.wait_for("- half a line");
    screen.keys("<Enter>");
    crate::session_kit::wait_saved(&screen, "half a line");
    quit(&mut screen);
    assert_eq!(texts(&folder), ["before", "half a line"]);
}

#[test]
fn a_rehearsal_goes_on_when_somebody_else_sits_down() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 100, 30);

    change_to(&mut screen, "facilitator");

    screen.wait_until(|screen| {
        let header = screen.rows(0, 100).next().unwrap_or_default();
        header.contains("Facilitator")
    });
    wait_day(&screen);
    assert!(screen.row(0).contains("09:1"), "{}", screen.text());
    quit(&mut screen);
}

#[test]
fn two_windows_that_open_a_session_at_once_are_one_writer() {
    for _ in 0..4 {
        let home = Home::new();
        let folder = crate::session_kit::copy_example(&home, "half-day-maths");
        let path = folder.to_str().unwrap();
        let open = || Screen::start(&home, &["open", path, "--as", "Facilitator"], 80, 24);
        let windows = [open(), open(), open()];
        for window in &windows {
            wait_day(window);
        }
        let reads_only = windows
            .iter()
            .filter(|window| window.text().contains("READ ONLY"));
        assert_eq!(reads_only.count(), 2);
    }
}

#[test]
fn a_note_that_no_file_can_hold_is_never_called_saved() {
    let home = Home::new();
    let folder = home.path().join("data/sessions/odd");
    std::fs::create_dir_all(&folder).unwrap();
    put(&folder.join("plan.ron"), ZONE_WITH_SECONDS);
    let args = ["open", "odd", "--as", "Reviewer", "--at", "09:16"];
    let mut screen = Screen::start(&home, &args, 80, 24);
    wait_day(&screen);

    screen.keys("+ kept at least here<Enter>");
    screen.wait_for("NOT SAVED: ");
    screen.keys("<C-q>");
    screen.wait_for("NOT SAVED: something is not on the disk yet.");
    screen.keys("<Enter>");

    assert_eq!(screen.wait_exit(), Exit::Code(1));
    let journals = files_with(&home.path().join("state"), "kept at least here");
    assert_eq!(journals.len(), 1, "it stays in the journal: {journals:?}");
}

#[test]
fn a_paste_of_exactly_the_longest_note_is_one_note() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let longest = "w".repeat(64 * 1024 - 4) + " end";

    screen.paste(&longest);
    screen.wait_for("w end");
    screen.keys("<Enter>");
    screen.wait_for("saved 09:1");
    quit(&mut screen);

    assert_eq!(texts(&rehearsal(&home)), [longest]);
}

#[test]
fn a_note_mended_by_hand_is_joined_without_talk_of_other_windows() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    note(&mut screen, "+ before", "before");
    let folder = rehearsal(&home);
    let file = crate::session_kit::records_file(&folder);
    let mended = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\"before\"", "\"before, by hand\"");
    put(&file, mended);

    note(&mut screen, "- after", "after");
    screen.wait_for("before, by hand");

    assert!(!screen.text().contains("another window"), "{}", screen.text());
    quit(&mut screen);
    assert_eq!(texts(&folder), ["before, by hand", "after"]);
    drop(reopen(&home, &folder));
}

#[test]
fn lines_that_could_not_be_saved_into_a_file_broken_by_hand_come_back() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    note(&mut screen, "+ before", "before");
    let folder = rehearsal(&home);
    let file = crate::session_kit::records_file(&folder);
    let whole = std::fs::read(&file).unwrap();
    put(&file, &whole[..whole.len() / 2]);
    screen.keys("- during<Enter>");
    screen.wait_for("NOT SAVED: ");
    screen.keys("? half a line");
    crate::session_kit::wait_on_disk(&home.path().join("state"), "? half a line");
    screen.kill9();
    screen.wait_exit();

    let path = folder.to_str().unwrap();
    let mut screen = Screen::start(&home, &["open", path], 80, 24);
    screen.wait_for("? half a line");
    screen.keys("<Enter>");
    crate::session_kit::wait_saved(&screen, "half a line");
    quit(&mut screen);

    put(&file, &whole);
    let mut kept = texts(&folder);
    kept.sort();
    assert_eq!(kept, ["before", "during", "half a line"]);
}

#[test]
fn notes_that_no_file_is_large_enough_for_are_not_called_saved() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    note(&mut screen, "+ before", "before");
    // A control character takes five bytes in the file.
    let long = "\u{1}".repeat(65_000);
    for number in 0.. {
        screen.paste(&format!("{number} {long}"));
        screen.keys("<Enter>");
        screen.wait_for(&format!("last: 09:16 {number} "));
        if number == 51 {
            break;
        }
    }
    screen.wait_for("NOT SAVED: ");
    screen.kill9();
    screen.wait_exit();

    let kept = texts(&rehearsal(&home));
    assert_eq!(kept[0], "before", "what is there can be read");
}
