//! Removing what a laptop keeps of a review: all of one's own, nothing else, and a receipt without a word of it.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{
    Ran, children, copy_example, copy_example_to, done, everything_in, files_with, note, put, quit,
    records_file, run, wait_day, wait_on_disk,
};

/// A word that stands in everything that I write, and nowhere else.
const CANARY: &str = "zebracrossing";
const HOST: &str = "Oakfield Primary";
/// The session that is made for it.
const SESSION: &str = "2096-12-04-oakfield-primary";
const OWNER: &str = "Facilitator";

/// A review that was planned on this laptop, with a note of its owner.
fn planned(home: &Home) -> PathBuf {
    let made = [
        "new",
        "--model",
        "half-day",
        "--host",
        HOST,
        "--date",
        "2096-12-04",
        "--keep-until",
        "2097-03-31",
        "--yes",
    ];
    run(home, &made);
    let folder = home.path().join("data/sessions").join(SESSION);
    let line = format!("+ {CANARY} in the hall");
    done(
        home,
        &["note", &line, "--into", SESSION, "--as", OWNER, "--when", "09:18"],
    );
    folder
}

/// The records of a colleague whose laptop shares the folder.
fn colleague(folder: &Path) -> PathBuf {
    let other = Home::new();
    let theirs = other.path().join("data/sessions").join(SESSION);
    std::fs::create_dir_all(theirs.join("records")).unwrap();
    std::fs::copy(folder.join("plan.ron"), theirs.join("plan.ron")).unwrap();
    let written = [
        "note",
        "- two wait at the door",
        "--into",
        SESSION,
        "--as",
        "Head of School B",
        "--when",
        "09:20",
    ];
    let ran = run(&other, &written);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let file = records_file(&theirs);
    let to = folder.join("records").join(file.file_name().unwrap());
    std::fs::copy(file, &to).unwrap();
    to
}

/// Every file of `home` with its bytes, without the empty files of locks.
fn everything(home: &Home) -> Vec<(PathBuf, Vec<u8>)> {
    let files = everything_in(home.path())
        .into_iter()
        .filter(|path| path.is_file());
    let files = files.filter(|path| !path.starts_with(home.path().join("state/locks")));
    files
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

fn names(home: &Home) -> Vec<String> {
    let files = everything(home).into_iter();
    let names = files.map(|(path, _)| path.strip_prefix(home.path()).unwrap().display().to_string());
    names.collect()
}

fn purge(home: &Home, more: &[&str]) -> Ran {
    run(home, &[&["purge", SESSION], more].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {} {}", ran.out, ran.err))
}

fn id(folder: &Path) -> String {
    crate::session_kit::plan(folder).session.to_string()
}

/// Leaves every kind of file behind that the program ever writes.
fn write_everything(home: &Home, folder: &Path) {
    let line = format!("> {CANARY} for our own school");
    done(
        home,
        &["note", &line, "--into", SESSION, "--as", OWNER, "--when", "09:19"],
    );
    run(
        home,
        &[
            "report",
            SESSION,
            "--to",
            "docx,html,md,csv,json",
            "--papers",
            "report,notes,email",
            "--out",
            "papers",
        ],
    );
    run(
        home,
        &[
            "plan",
            "export",
            SESSION,
            "--to",
            "docx,html,md,ics",
            "--out",
            "sheets",
        ],
    );
    done(home, &["notes", "export", SESSION, "--out", "notes.txt"]);
    done(
        home,
        &["notes", "take-home", SESSION, "--out", "home.md", "--as", OWNER],
    );
    // On the screen: a sheet, a hand-over, a time of a hidden screen and a line that is not finished.
    let mut screen = Screen::start(home, &["open", SESSION], 100, 30);
    wait_day(&screen);
    screen.keys("<C-k>take-home<Enter>");
    screen.wait_for("Take-home sheet, for you alone");
    screen.keys("<C-k>hand over<Enter>");
    screen.wait_for("documents");
    screen.keys("<Enter>");
    wait_on_disk(&home.path().join("documents"), CANARY);
    screen.keys("<C-e>");
    screen.wait_for("Do not promise.");
    wait_on_disk(&home.path().join("state/safeguarding"), "T");
    screen.keys("<Esc>");
    screen.wait_for("What do I know now?");
    screen.keys(&format!("- {CANARY} and then"));
    wait_on_disk(&home.path().join("state/drafts"), CANARY);
    screen.kill9();
    assert_eq!(screen.wait_exit(), Exit::Killed(9));
    // A rehearsal of it, with all notes.
    let mut screen = Screen::start(home, &["open", SESSION, "--at", "09:30"], 100, 30);
    wait_day(&screen);
    note(&mut screen, "+ rehearsed", "rehearsed");
    quit(&mut screen);
    left_by_the_dead(home, folder);
}

/// What programs leave that died while they saved, and files that were put aside.
fn left_by_the_dead(home: &Home, folder: &Path) {
    let id = id(folder);
    let records = records_file(folder);
    let own = records.file_name().unwrap().to_str().unwrap();
    let torn = [
        folder.join(format!("records/.{own}.4711.tmp")),
        folder.join(".plan.ron.4711.tmp"),
        home.path()
            .join("papers/.2096-12-04-oakfield-primary-report.md.4711.tmp"),
        home.path().join(format!("data/private/.{id}.ron.4711.tmp")),
        home.path().join(format!("state/sessions/{id}.ron.broken")),
        home.path().join(format!("state/exports/{id}.ron.broken")),
    ];
    for path in torn {
        put(&path, CANARY);
    }
}

#[test]
fn of_everything_that_was_ever_written_nothing_of_mine_is_left() {
    let home = Home::new();
    let folder = planned(&home);
    write_everything(&home, &folder);
    let theirs = colleague(&folder);
    put(&folder.join("photo.txt"), "of the hall");
    put(&home.path().join("papers/my own.txt"), "my own");
    let stays = [
        theirs.clone(),
        folder.join("photo.txt"),
        folder.join("plan.ron"),
        folder.join(".stignore"),
        home.path().join("papers/my own.txt"),
    ];
    let before = stays.clone().map(|path| std::fs::read(path).unwrap());
    assert!(files_with(home.path(), CANARY).len() > 12);

    let ran = purge(&home, &["--yes"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("look for them yourself"),
        "a list was damaged: {}",
        ran.err
    );
    assert_eq!(
        files_with(home.path(), CANARY),
        [""; 0].map(PathBuf::from),
        "{}",
        ran.out
    );
    assert_eq!(stays.clone().map(|path| std::fs::read(path).unwrap()), before);
    let id = id(&folder);
    let mut left = names(&home);
    left.retain(|name| !stays.iter().any(|stays| *stays == home.path().join(name)));
    // Who owns the plan stays known while colleagues' notes are there, and says no word of them; what was used last in
    // the list of every action is of no session.
    assert_eq!(
        left,
        [
            "state/last-used.ron".to_string(),
            format!("state/receipts/{id}.ron"),
            format!("state/sessions/{id}.ron")
        ]
    );
    for name in left {
        let text = std::fs::read_to_string(home.path().join(&name)).unwrap();
        assert!(!text.contains(HOST) && !text.contains("Head of"), "{text}");
    }
    for named in [
        "photo.txt (knownow did not make it)",
        "Head of School B, 1 note, not yours",
    ] {
        assert!(ran.out.contains(named), "{}", ran.out);
    }
    assert!(
        ran.out.contains("the recycle bin") && ran.out.contains("cloud folder"),
        "{}",
        ran.out
    );
}

#[test]
fn without_a_yes_nothing_goes() {
    let home = Home::new();
    planned(&home);
    let before = everything(&home);
    for (more, code) in [
        (&["--dry-run"][..], 0),
        (&["--dry-run", "--json"], 0),
        (&[], 2),
        (&["--json"], 2),
    ] {
        let ran = purge(&home, more);
        assert_eq!(ran.code, Some(code), "{more:?}: {}", ran.err);
        assert!(
            code == 0 || ran.err.contains("nothing was removed: nobody can be asked"),
            "{}",
            ran.err
        );
    }
    let told = json(&purge(&home, &["--dry-run", "--json"]));
    let kinds: Vec<&str> = told["to_remove"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|place| place["kind"].as_str())
        .collect();
    assert_eq!(
        kinds,
        ["last_good", "records", "word_for_sync", "plan", "remembered"]
    );
    assert_eq!(told["to_remove"][1]["notes"], 1);
    let mut screen = Screen::start(&home, &["purge", SESSION], 100, 40);
    screen.wait_for("Remove these 5 files for good? [y/N]");
    screen.keys("n<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    assert!(
        screen.text().contains("Nothing was removed."),
        "{}",
        screen.text()
    );
    assert_eq!(everything(&home), before);

    let mut screen = Screen::start(&home, &["purge", SESSION], 100, 40);
    screen.wait_for("Remove these 5 files for good? [y/N]");
    screen.keys("y<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    assert_eq!(names(&home).len(), 1, "the receipt: {:?}", names(&home));
    assert!(
        children(&home.path().join("data/sessions")).is_empty(),
        "its folder went too"
    );
}

#[test]
fn what_somebody_worked_on_is_asked_for_apart() {
    let home = Home::new();
    let folder = planned(&home);
    run(&home, &["report", SESSION, "--to", "md", "--out", "papers"]);
    let report = children(&home.path().join("papers")).remove(0);
    let mut text = String::new();
    std::fs::File::open(&report)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    put(&report, text.replacen("Oakfield", "Oakfielt", 1));
    let own = records_file(&folder);
    let copy = own.with_file_name("facilitator (conflicted copy).ron");
    let stem = own.file_stem().unwrap().to_str().unwrap();
    let copy = copy.with_file_name(format!("{stem} (conflicted copy 2096-12-04).ron"));
    std::fs::copy(&own, &copy).unwrap();

    let ran = purge(&home, &["--yes"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(report.exists() && copy.exists() && !own.exists(), "{}", ran.out);
    for named in [
        "(changed since)",
        "your notes under a name that knownow did not give",
    ] {
        assert!(ran.out.contains(named), "{}", ran.out);
    }
    let mut screen = Screen::start(&home, &["purge", SESSION], 120, 40);
    screen.wait_for("2 files are not as knownow wrote them. Remove them too? [y/N]");
    screen.keys("n<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    assert!(report.exists() && copy.exists());
    let ran = purge(&home, &["--yes", "--changed"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(names(&home).len(), 1, "the receipt: {:?}", names(&home));
}

#[test]
fn no_link_is_followed_and_what_was_moved_is_said() {
    let home = Home::new();
    let folder = planned(&home);
    run(&home, &["report", SESSION, "--to", "md,csv", "--out", "papers"]);
    let [csv, md] = children(&home.path().join("papers")).try_into().unwrap();
    let mine = home.path().join("moved.csv");
    std::fs::rename(&csv, &mine).unwrap();
    let foreign = home.path().join("foreign.md");
    std::fs::rename(&md, &foreign).unwrap();
    std::os::unix::fs::symlink(&foreign, &md).unwrap();
    let elsewhere = home.path().join("elsewhere");
    std::fs::rename(folder.join("records"), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, folder.join("records")).unwrap();

    let ran = purge(&home, &["--yes", "--changed"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        mine.exists() && foreign.exists() && md.is_symlink(),
        "{}",
        ran.out
    );
    assert_eq!(children(&elsewhere).len(), 1, "{}", ran.out);
    assert!(
        ran.out
            .contains("only points to another file, which is not followed"),
        "{}",
        ran.out
    );
    let moved = ran.out.split("not there any more").nth(1).unwrap_or_default();
    assert!(moved.contains("evidence.csv"), "{}", ran.out);

    let link = home.path().join("data/sessions/linked");
    std::os::unix::fs::symlink(&folder, &link).unwrap();
    let refused = run(&home, &["purge", "linked", "--yes"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("only points to another folder"),
        "{}",
        refused.err
    );
}

#[test]
fn the_whole_session_is_for_who_owns_the_plan() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths-80-notes");
    let session = folder.file_name().unwrap().to_str().unwrap();
    done(
        &home,
        &[
            "note",
            "+ cubes",
            "--into",
            session,
            "--as",
            "Head of School B",
            "--when",
            "09:18",
        ],
    );
    let before = everything(&home);
    let refused = run(&home, &["purge", session, "--whole-session", "--yes"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("is for Facilitator to remove"),
        "{}",
        refused.err
    );
    assert_eq!(everything(&home), before);

    let home = Home::new();
    let folder = planned(&home);
    let theirs = colleague(&folder);
    put(&folder.join("records/theirs.txt"), "not ours");
    let of_another = folder.join("records/other.0000.ron");
    copy_example_to("half-day-maths-80-notes", &home.path().join("other"));
    std::fs::copy(&children(&home.path().join("other/records"))[0], &of_another).unwrap();
    let mut screen = Screen::start(&home, &["purge", SESSION, "--whole-session"], 140, 40);
    screen.wait_for("colleagues' notes too, for good? [y/N]");
    let listed = screen.text();
    let (goes, stays) = listed.split_once("Stays:").unwrap();
    assert!(goes.contains("Head of School B, 1 note"), "{listed}");
    assert!(
        stays.contains("of another review") && stays.contains("theirs.txt"),
        "{listed}"
    );
    screen.keys("y<Enter>");
    assert_eq!(screen.wait_exit(), Exit::Code(0), "{}", screen.text());
    assert!(screen.text().contains("This folder stays"), "{}", screen.text());
    assert!(!theirs.exists() && !folder.join("plan.ron").exists());
    assert_eq!(
        children(&folder.join("records")),
        [of_another, folder.join("records/theirs.txt")]
    );
    assert!(files_with(home.path(), CANARY).is_empty());
}

#[test]
fn a_session_that_is_open_is_left_alone() {
    let home = Home::new();
    planned(&home);
    let mut screen = Screen::start(&home, &["open", SESSION], 80, 24);
    wait_day(&screen);
    let before = everything(&home);
    let ran = purge(&home, &["--yes"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("the session is open in another window (since "),
        "{}",
        ran.err
    );
    assert_eq!(everything(&home), before);
    quit(&mut screen);
    assert_eq!(purge(&home, &["--yes"]).code, Some(0));
    assert!(files_with(home.path(), CANARY).is_empty());
}

#[test]
fn a_folder_that_was_deleted_by_hand_is_still_known_by_its_name_and_id() {
    for by_id in [false, true] {
        let home = Home::new();
        let folder = planned(&home);
        done(&home, &["notes", "export", SESSION, "--out", "notes.txt"]);
        let name = if by_id { id(&folder) } else { SESSION.into() };
        std::fs::remove_dir_all(&folder).unwrap();
        let ran = run(&home, &["purge", &name, "--yes"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
        assert_eq!(names(&home).len(), 1, "the receipt: {:?}", names(&home));
        let again = run(&home, &["purge", &name, "--yes"]);
        assert_eq!(
            again.code,
            Some(2),
            "nothing is known of it any more: {}",
            again.out
        );
    }
}

#[test]
fn the_copy_of_a_plan_that_was_mailed_goes_with_my_notes() {
    let home = Home::new();
    let mail = home.path().join("downloads");
    copy_example_to("half-day-maths", &mail);
    let mut screen = Screen::start(
        &home,
        &["open", "downloads/plan.ron", "--as", "Head of School B"],
        80,
        24,
    );
    wait_day(&screen);
    note(&mut screen, &format!("+ {CANARY}"), CANARY);
    quit(&mut screen);
    let ran = run(&home, &["purge", "2026-12-01", "--yes"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(
        children(&home.path().join("data/sessions")).is_empty(),
        "{}",
        ran.out
    );
    assert!(mail.join("plan.ron").exists(), "the mail is not ours");
    assert!(files_with(home.path(), CANARY).is_empty());
}

#[test]
fn the_screen_reminds_and_removes_after_one_question() {
    let home = Home::new();
    let folder = planned(&home);
    let plan = std::fs::read_to_string(folder.join("plan.ron")).unwrap();
    let past = plan.replacen("2097-03-31", "2020-03-31", 1);
    assert_ne!(plan, past);
    put(&folder.join("plan.ron"), past);
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("Notes were to be removed by Tue 31 Mar 2020: Oakfield Primary");
    screen.wait_for("kept notes   were to be removed by Tue 31 Mar 2020: Ctrl+K remove");
    screen.keys("<Enter>");
    wait_day(&screen);
    screen.keys("<C-k>remove what<Enter>");
    screen.wait_for("Remove these 5 files for good? Type y");
    screen.wait_for("notes of Facilitator (1 note)");
    screen.keys("<Enter>");
    screen.wait_until(|screen| !screen.contents().contains("Type y"));
    assert!(folder.join("plan.ron").exists(), "without a yes nothing goes");
    screen.keys("<C-k>remove what<Enter>");
    screen.wait_for("Remove these 5 files for good? Type y");
    screen.keys("y<Enter>");
    screen.wait_for("Removed: 5 files.");
    assert!(!screen.text().contains("to be removed by"), "{}", screen.text());
    assert!(!folder.exists() && files_with(home.path(), CANARY).is_empty());
    screen.keys("<C-q>");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
}

/// A review that was opened in one folder and then in a copy of it: both are its places, by whichever it is named.
#[test]
fn every_folder_that_a_review_was_opened_from_is_listed_and_emptied() {
    let home = Home::new();
    let example = copy_example(&home, "half-day-maths");
    let (one, two) = (home.path().join("one/s"), home.path().join("two/s"));
    for folder in [&one, &two] {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::copy(example.join("plan.ron"), folder.join("plan.ron")).unwrap();
        let name = folder.to_str().unwrap();
        let line = format!("+ {CANARY} in the hall");
        let ran = run(
            &home,
            &["note", &line, "--into", name, "--as", OWNER, "--when", "09:18"],
        );
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    std::fs::remove_dir_all(&example).unwrap();
    for folder in [&one, &two] {
        let ran = run(&home, &["purge", folder.to_str().unwrap(), "--dry-run"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for place in ["one/s/records", "two/s/records"] {
            assert!(ran.out.contains(place), "{place}: {}", ran.out);
        }
    }
    let ran = run(&home, &["purge", two.to_str().unwrap(), "--yes"]);
    assert_eq!(ran.code, Some(0), "{} {}", ran.out, ran.err);
    assert!(files_with(home.path(), CANARY).is_empty());
}
