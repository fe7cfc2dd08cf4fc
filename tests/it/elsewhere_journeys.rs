//! Saving somewhere else while the session's folder takes nothing, with the real program and real folders.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::pty_kit::{Exit, Home, Launch, Screen};
use crate::session_kit::{
    children, everything_in, files_with, note, put, quit, records_file, rehearsal, reopen, texts, wait_day,
    wait_on_disk,
};

/// A word that stands in one private note and nowhere else.
const CANARY: &str = "zebracrossing";

/// A day with one note saved, and then one that is not: something lies in the place of the file, which is put aside. Under
/// a mask that hides nothing.
fn obstructed(home: &Home) -> (Screen, PathBuf, PathBuf) {
    let script = concat!(
        "umask 000; exec '",
        env!("CARGO_BIN_EXE_knownow"),
        "' demo --at 09:16"
    );
    let launch = Launch::new(home).program("/bin/sh").args(&["-c", script]);
    let mut screen = launch.start();
    wait_day(&screen);
    note(&mut screen, "+ before", "before");
    let folder = rehearsal(home);
    let file = records_file(&folder);
    std::fs::rename(&file, file.with_extension("aside")).unwrap();
    std::fs::create_dir(&file).unwrap();
    screen.keys("- during<Enter>");
    screen.wait_for("NOT SAVED: ");
    (screen, folder, file)
}

/// What lay in the place of the file is gone again.
fn clear(file: &Path) {
    std::fs::remove_dir(file).unwrap();
    std::fs::rename(file.with_extension("aside"), file).unwrap();
}

/// Types a folder by the key of the banner.
fn save_into(screen: &mut Screen, folder: &Path) {
    screen.keys("<C-s>");
    screen.wait_for("Another folder: type its path");
    screen.keys(&folder.display().to_string());
    screen.wait_for("The folder to save into");
    screen.keys("<Enter>");
}

/// The one session in `into`.
fn copy(into: &Path) -> PathBuf {
    let mut folders = children(into);
    folders.retain(|path| path.is_dir());
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders.remove(0)
}

#[test]
fn what_is_saved_elsewhere_is_whole_private_and_joined_when_it_is_put_back() {
    let home = Home::new();
    let (mut screen, folder, file) = obstructed(&home);
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    std::fs::set_permissions(&stick, std::fs::Permissions::from_mode(0o755)).unwrap();

    save_into(&mut screen, &stick);
    screen.wait_for("2 notes saved, in ");
    screen.keys("? later<Enter>");
    wait_on_disk(&stick, "later");
    let copy = copy(&stick);
    assert_eq!(texts(&copy), ["before", "during", "later"]);
    for path in everything_in(&copy) {
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, wanted, "{} is {mode:o}", path.display());
    }

    screen.wait_for("Saved for now");
    screen.keys("<C-q>");
    screen.wait_for("All of it is in the copy");
    screen.keys("<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(1));
    // By hand, as the help says: the file of the copy goes to the others, under whatever name.
    let saved = records_file(&copy);
    std::fs::copy(&saved, folder.join("records/from-the-stick.ron")).unwrap();
    clear(&file);
    let mut screen = reopen(&home, &folder);
    screen.wait_for("was joined; nothing twice");
    note(&mut screen, "+ and on", "and on");
    quit(&mut screen);
    let mut found = texts(&folder);
    found.sort();
    assert_eq!(found, ["and on", "before", "during", "later"], "each once");
}

#[test]
fn when_the_first_place_is_back_all_of_it_is_there_and_that_is_said() {
    let home = Home::new();
    let (mut screen, folder, file) = obstructed(&home);
    let stick = home.path().join("stick");
    save_into(&mut screen, &stick);
    screen.wait_for("Saved for now");

    clear(&file);

    screen.wait_for("Saved in its place again. The copy stays in ");
    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    assert_eq!(texts(&folder), ["before", "during"]);
    assert_eq!(texts(&copy(&stick)), ["before", "during"]);
    quit(&mut screen);
}

#[test]
fn a_private_note_is_in_no_folder_that_others_see_unless_it_was_asked_for() {
    let home = Home::new();
    let (mut screen, folder, file) = obstructed(&home);
    screen.keys(&format!("> {CANARY}<Enter>"));
    screen.wait_for("1 private");
    let stick = home.path().join("stick");

    save_into(&mut screen, &stick);
    screen.wait_for("You have 1 private note.");
    screen.keys("<Enter>");
    screen.wait_for("without your 1 private note");
    assert_eq!(files_with(&stick, CANARY), Vec::<PathBuf>::new());

    save_into(&mut screen, &stick);
    screen.wait_for("You have 1 private note.");
    screen.keys("<Down><Enter>");
    screen.wait_for("private ones beside them");
    let private = files_with(&stick, CANARY);
    let [private] = private.as_slice() else {
        panic!("one file: {private:?}");
    };
    assert_eq!(
        private.parent(),
        Some(stick.as_path()),
        "beside the session, never in it"
    );
    assert_eq!(private.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    clear(&file);
    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    quit(&mut screen);
    assert_eq!(files_with(&folder, CANARY), Vec::<PathBuf>::new());
}

#[test]
fn a_folder_that_will_not_do_is_said_and_what_lies_there_stays() {
    let home = Home::new();
    let (mut screen, folder, file) = obstructed(&home);
    let stick = home.path().join("stick");
    let taken = stick.join(folder.file_name().unwrap()).join("plan.ron");
    std::fs::create_dir_all(taken.parent().unwrap()).unwrap();
    put(&taken, "somebody's shopping list");
    put(&home.path().join("a-file"), "");
    for (into, why) in [
        (stick.clone(), "something else, and was left"),
        (home.path().join("a-file"), "is a file"),
        (home.path().join("stikc/notes"), "there is no folder"),
        (folder.parent().unwrap().to_path_buf(), "where saving fails"),
    ] {
        save_into(&mut screen, &into);
        // The box says why, and the line stays to be mended.
        screen.wait_until(|screen| {
            let text = screen.contents();
            text.contains("The folder to save into") && text.contains(why)
        });
        screen.keys("<Esc>");
        screen.wait_until(|screen| !screen.contents().contains("The folder to save into"));
    }
    assert_eq!(
        std::fs::read_to_string(&taken).unwrap(),
        "somebody's shopping list"
    );
    assert!(!home.path().join("stikc").exists());
    clear(&file);
    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    quit(&mut screen);
    assert_eq!(texts(&folder), ["before", "during"]);
}

#[test]
fn what_was_saved_elsewhere_is_known_when_the_review_is_removed() {
    let home = Home::new();
    let (mut screen, folder, file) = obstructed(&home);
    let stick = home.path().join("stick");
    save_into(&mut screen, &stick);
    screen.wait_for("Saved for now");
    clear(&file);
    screen.wait_until(|screen| !screen.contents().contains("NOT SAVED"));
    quit(&mut screen);

    let ran = crate::session_kit::run(&home, &["purge", folder.to_str().unwrap(), "--yes"]);

    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert_eq!(files_with(&stick, "during"), Vec::<PathBuf>::new(), "{}", ran.out);
}
