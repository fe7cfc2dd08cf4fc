//! Several programs at once on one folder that everybody shares.

use std::path::{Path, PathBuf};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    children, copy_example_to, done, note, put, quit, read_records, records_files, run, texts, wait_day,
    wait_on_disk, wait_saved,
};

fn shared(home: &Home) -> PathBuf {
    let folder = home.path().join("drive/review");
    copy_example_to("half-day-maths", &folder);
    folder
}

fn open(home: &Home, folder: &Path, who: &str) -> Screen {
    let folder = folder.display().to_string();
    let screen = Screen::start(home, &["open", &folder, "--as", who], 120, 36);
    wait_day(&screen);
    screen
}

#[test]
fn three_laptops_see_each_others_notes_and_write_only_their_own_file() {
    let homes = [Home::new(), Home::new(), Home::new()];
    let folder = shared(&homes[0]);
    let names = ["Head of School B", "Head of School C", "Facilitator"];
    let mut screens: Vec<Screen> = homes
        .iter()
        .zip(names)
        .map(|(home, who)| open(home, &folder, who))
        .collect();
    for (nth, screen) in screens.iter_mut().enumerate() {
        note(
            screen,
            &format!("+ written by {nth}"),
            &format!("written by {nth}"),
        );
    }
    for screen in &screens {
        for nth in 0..3 {
            screen.wait_for(&format!("written by {nth}"));
        }
    }
    let files = records_files(&folder);
    assert_eq!(files.len(), 3, "{files:?}");
    let own = |who: &str| {
        let of = |file: &&PathBuf| {
            read_records(&folder, file)
                .person
                .is_some_and(|person| person.words == who)
        };
        files.iter().find(of).expect("a file of each").clone()
    };
    let theirs = [own(names[1]), own(names[2])];
    let before: Vec<Vec<u8>> = theirs.iter().map(|file| std::fs::read(file).unwrap()).collect();
    note(&mut screens[0], "- one more", "one more");
    screens[1].wait_for("one more");
    screens[2].wait_for("one more");
    let after: Vec<Vec<u8>> = theirs.iter().map(|file| std::fs::read(file).unwrap()).collect();
    assert_eq!(before, after);
    for screen in &mut screens {
        quit(screen);
    }
    let mut kept = texts(&folder);
    kept.sort();
    assert_eq!(kept, ["one more", "written by 0", "written by 1", "written by 2"]);
}

#[test]
fn a_file_that_comes_half_is_said_and_is_whole_again_when_the_rest_comes() {
    let homes = [Home::new(), Home::new()];
    let folder = shared(&homes[0]);
    let mut theirs = open(&homes[1], &folder, "Head of School C");
    note(&mut theirs, "+ theirs", "theirs");
    quit(&mut theirs);
    let file = records_files(&folder).remove(0);
    let whole = std::fs::read(&file).unwrap();

    let mut mine = open(&homes[0], &folder, "Head of School B");
    mine.wait_for("theirs");
    mine.keys("+ half a line");
    mine.wait_for("half a line");
    std::fs::remove_file(&file).unwrap();
    put(&file, &whole[..whole.len() / 2]);
    mine.wait_for("half-written or damaged");
    assert!(mine.text().contains("theirs") && mine.text().contains("half a line"));
    std::fs::remove_file(&file).unwrap();
    put(&file, &whole);
    mine.wait_until(|screen| !screen.contents().contains("half-written or damaged"));
    mine.keys("<Enter>");
    wait_saved(&mine, "half a line");
    quit(&mut mine);
    assert_eq!(std::fs::read(&file).unwrap(), whole);
}

/// The one records file of a person.
fn file_of(folder: &Path, who: &str) -> PathBuf {
    let of = |file: &PathBuf| {
        read_records(folder, file)
            .person
            .is_some_and(|person| person.words == who)
    };
    records_files(folder)
        .into_iter()
        .find(of)
        .expect("a file of theirs")
}

/// On the screen that stayed open, on one opened anew and in commands: why a file can't be read, and what is known of it.
fn is_told_while_their_file_is_broken(
    (home, always_on): (&Home, &Screen),
    folder: &Path,
    reason: &str,
    copies: &Path,
) {
    let session = folder.display().to_string();
    always_on.wait_for(reason);
    let mut again = open(home, folder, "Head of School B");
    again.wait_for(reason);
    for screen in [always_on, &again] {
        screen.wait_for("1 note stays here, as of ");
        assert!(screen.text().contains("small steps shown"), "{}", screen.text());
    }
    // It is said from the first moment on, and goes on being said once the folder is watched.
    wait_on_disk(copies, "small steps shown");
    quit(&mut again);
    for command in [
        vec!["notes", "list", &session],
        vec!["report", &session, "--to", "md", "--force"],
        vec!["check", &session],
    ] {
        let ran = run(home, &command);
        let told = ran.err.contains(reason) && ran.err.contains("as of ");
        assert!(told, "{command:?}: {}", ran.err);
    }
    let listed = run(home, &["notes", "list", &session]);
    assert!(listed.out.contains("small steps shown"));
}

#[test]
fn what_a_colleague_wrote_is_known_after_a_restart_though_their_file_broke_meanwhile() {
    let homes = [Home::new(), Home::new(), Home::new()];
    let folder = shared(&homes[0]);
    let mut theirs = open(&homes[1], &folder, "Head of School C");
    note(&mut theirs, "+ small steps shown", "small steps shown");
    note(&mut theirs, "> zebracrossing for my own school", "private");
    quit(&mut theirs);
    let file = file_of(&folder, "Head of School C");
    let whole = std::fs::read(&file).unwrap();
    let mut mine = open(&homes[0], &folder, "Head of School B");
    let mut always_on = open(&homes[2], &folder, "Facilitator");
    mine.wait_for("small steps shown");
    note(&mut mine, "- mine alone", "mine alone");
    let copies = homes[0].path().join("state/last-good");
    wait_on_disk(&copies, "small steps shown");
    wait_on_disk(&homes[2].path().join("state/last-good"), "mine alone");
    quit(&mut mine);
    let kept = children(&copies);
    let text = |path: &PathBuf| std::fs::read_to_string(path).unwrap();
    let theirs: Vec<&PathBuf> = kept
        .iter()
        .filter(|path| !text(path).contains("mine alone"))
        .collect();
    assert_eq!((kept.len(), theirs.len()), (2, 1), "theirs, and one's own");
    assert!(kept.iter().all(|path| !text(path).contains("zebracrossing")));

    std::fs::remove_file(&file).unwrap();
    let session = folder.display().to_string();
    for (bytes, reason) in [
        (&whole[..300], "half-written or damaged"),
        (b"".as_slice(), "in an empty file"),
    ] {
        put(&file, bytes);
        is_told_while_their_file_is_broken((&homes[0], &always_on), &folder, reason, &copies);
    }
    std::fs::remove_file(&file).unwrap();
    let listed = run(&homes[0], &["notes", "list", &session]);
    assert!(listed.err.contains("not in the folder any more") && listed.out.contains("small steps shown"));
    assert!(
        records_files(&folder).iter().all(|path| *path != file),
        "nothing is put back for them"
    );

    put(&file, &whole);
    always_on.wait_until(|screen| !screen.contents().contains("as of "));
    quit(&mut always_on);
    assert!(done(&homes[0], &["notes", "list", &session]).contains("small steps shown"));
    assert_eq!(std::fs::read(&file).unwrap(), whole);
    let purged = run(&homes[0], &["purge", &session, "--dry-run"]);
    assert!(purged.out.contains("copy of notes kept"), "{}", purged.out);
    run(&homes[0], &["purge", &session, "--yes"]);
    assert!(children(&copies).is_empty());
}
