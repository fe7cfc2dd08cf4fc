//! A private note is seen by nobody but who wrote it: on no paper, in no hand-over, in no list of others.

use std::io::{Cursor, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{Ran, copy_example, done, everything_in, files_with, quit, run, wait_day};

/// A word that stands in one private note and nowhere else.
const CANARY: &str = "zebracrossing";
const ME: &str = "Head of School B";
const SESSION: &str = "half-day-maths";

/// A session in which I have a private note.
fn with_a_private_note(home: &Home) -> PathBuf {
    let folder = copy_example(home, SESSION);
    for (who, line) in [
        ("Facilitator", "- two wait at the door"),
        (ME, "+ cubes on every table"),
    ] {
        done(
            home,
            &["note", line, "--into", SESSION, "--as", who, "--when", "09:18"],
        );
    }
    let line = format!("> + {CANARY} for our Year 4");
    done(
        home,
        &["note", &line, "--into", SESSION, "--as", ME, "--when", "09:20"],
    );
    folder
}

fn private_file(home: &Home) -> PathBuf {
    let mut files = everything_in(&home.path().join("data/private"));
    files.retain(|path| path.is_file());
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

/// All bytes of a file, and of the parts of a packed one.
fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap();
    let mut all = bytes.clone();
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..archive.len() {
            archive.by_index(at).unwrap().read_to_end(&mut all).unwrap();
        }
    }
    all
}

fn holds_canary(path: &Path) -> bool {
    unpacked(path)
        .windows(CANARY.len())
        .any(|window| window == CANARY.as_bytes())
}

/// What might tell it, each as typed behind the name of the program.
const ASKED: &[&[&str]] = &[
    &["notes", "list", SESSION],
    &["notes", "list", SESSION, "--json"],
    &["notes", "list", SESSION, "--mine", "--as", "Facilitator"],
    &["notes", "search", SESSION, CANARY],
    &["notes", "search", SESSION, "zebra", "--json"],
    &[
        "notes",
        "search",
        SESSION,
        "zebra",
        "--mine",
        "--as",
        "Facilitator",
    ],
    &["notes", "export", SESSION, "--out", "handed-over.txt"],
    &[
        "notes", "export", SESSION, "--by", ME, "--out", "mine.txt", "--json",
    ],
    &[
        "report",
        SESSION,
        "--to",
        "docx,html,md,csv,json",
        "--papers",
        "report,speaking,governors,notes,email",
        "--with-drafts",
        "--out",
        "report",
    ],
    &[
        "plan",
        "export",
        SESSION,
        "--to",
        "docx,html,md,ics",
        "--out",
        "plan",
    ],
    &["plan", "check", SESSION],
    &["check", SESSION],
    &["check", SESSION, "--json"],
    &["models", "list"],
    &[],
];

#[test]
fn no_command_and_no_paper_tells_a_private_note() {
    let home = Home::new();
    with_a_private_note(&home);
    for arguments in ASKED {
        let Ran { out, err, code } = run(&home, arguments);
        let known = matches!(
            arguments,
            ["notes", "export" | "list", ..] | ["report" | "plan", "export" | SESSION, ..]
        );
        assert!(!known || code == Some(0), "{arguments:?}: {code:?} {err}");
        assert!(
            !out.contains(CANARY) && !err.contains(CANARY),
            "{arguments:?}\n{out}{err}"
        );
    }
    let mut files = everything_in(home.path());
    files.retain(|path| path.is_file() && holds_canary(path));
    assert_eq!(files, [private_file(&home)]);
    assert!(home.path().join("report").is_dir() && home.path().join("mine.txt").is_file());
}

#[test]
fn the_screen_shows_it_to_nobody_who_sits_beside_and_no_title_tells_it() {
    let home = Home::new();
    let folder = with_a_private_note(&home);
    let mut screen = Screen::start(&home, &["open", folder.to_str().unwrap()], 80, 24);
    wait_day(&screen);
    screen.keys("<C-k>findings<Enter>");
    screen.wait_for("cubes on every table");
    screen.keys("<Esc>");
    screen.wait_for("What do I know now?");
    screen.keys("<C-k>take-home<Enter>");
    screen.wait_for("Take-home sheet, for you alone");
    quit(&mut screen);
    let output = String::from_utf8_lossy(&screen.output()).into_owned();
    assert!(!output.contains(CANARY), "neither on the screen nor in a title");
    let mut files = everything_in(&home.path().join("documents"));
    files.retain(|path| path.is_file());
    let [sheet] = files.as_slice() else {
        panic!("one sheet: {files:?}");
    };
    assert!(holds_canary(sheet), "{}", sheet.display());
    assert_eq!(mode(sheet), 0o600);
    assert!(files_with(&folder, CANARY).is_empty());
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_who_wrote_it_lists_it() {
    let home = Home::new();
    with_a_private_note(&home);
    let lines = done(&home, &["notes", "list", SESSION, "--mine"]);
    let line = lines
        .lines()
        .find(|line| line.contains(CANARY))
        .unwrap_or_default();
    assert!(
        line.starts_with("09:20") && line.contains(&format!("> + {CANARY}")),
        "{lines}"
    );
    let json = done(&home, &["notes", "list", SESSION, "--mine", "--json"]);
    let notes: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let private: Vec<_> = notes.iter().filter(|note| note["private"] == true).collect();
    assert_eq!(private.len(), 1, "{json}");
    assert!(
        notes
            .iter()
            .all(|note| note["by"] == ME || note["typed_by"] == ME)
    );
    assert!(done(&home, &["notes", "search", SESSION, "zebra", "--mine"]).contains(CANARY));
    let unknown = run(&home, &["notes", "list", SESSION, "--mine", "--as", "Nobody"]);
    assert_eq!(unknown.code, Some(2), "{}", unknown.err);
}

#[test]
fn the_sheet_is_for_its_writer_and_never_where_others_read() {
    let home = Home::new();
    let folder = with_a_private_note(&home);
    for (out, mark) in [
        ("take-home.md", "# What I take home"),
        ("take-home.docx", "What I take home"),
    ] {
        let told = done(&home, &["notes", "take-home", SESSION, "--out", out]);
        assert!(told.contains(out) && !told.contains(CANARY), "{told}");
        let path = home.path().join(out);
        let text = String::from_utf8_lossy(&unpacked(&path)).into_owned();
        assert!(text.contains(mark) && text.contains(CANARY), "{out}");
        assert_eq!(mode(&path), 0o600);
    }
    let again = run(&home, &["notes", "take-home", SESSION, "--out", "take-home.md"]);
    assert_eq!(again.code, Some(1), "a file that is there is kept: {}", again.err);
    std::os::unix::fs::symlink(&folder, home.path().join("link")).unwrap();
    let other = home.path().join("elsewhere");
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(folder.join("plan.ron"), other.join("plan.ron")).unwrap();
    let sessions = home.path().join("data/sessions");
    for shared in [
        folder.as_path(),
        &folder.join("records/new"),
        &home.path().join("link"),
        &other,
        &sessions,
    ] {
        let out = shared.join("mine.md");
        let refused = run(
            &home,
            &["notes", "take-home", SESSION, "--out", out.to_str().unwrap()],
        );
        assert_eq!(refused.code, Some(2), "{}: {}", out.display(), refused.err);
        assert!(
            refused.err.contains("never written into a folder of sessions"),
            "{}",
            refused.err
        );
        assert!(!out.exists());
    }
    for (arguments, code, says) in [
        (vec!["--out", "notes.txt"], 2, ".docx or .md"),
        (
            vec!["--out", "of-another.md", "--as", "Facilitator"],
            1,
            "has no private notes",
        ),
    ] {
        let all = [vec!["notes", "take-home", SESSION], arguments].concat();
        let ran = run(&home, &all);
        assert_eq!(ran.code, Some(code), "{}", ran.err);
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}
