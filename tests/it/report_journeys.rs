//! The report goes out as documents.

use std::{
    io::{Cursor, Read},
    os::unix::fs::PermissionsExt,
};

use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{children, copy_example, done, quit, run};

const SESSION: &str = "half-day-maths-80-notes";
const EVERYTHING: [&str; 9] = [
    "report",
    SESSION,
    "--to",
    "docx,html,md,csv,json",
    "--papers",
    "report,speaking,governors,notes,email",
    "--out",
    "out",
    "--json",
];

/// A note on the day, by the facilitator.
fn note(home: &Home, text: &str) {
    let args = [
        "note",
        text,
        "--into",
        SESSION,
        "--as",
        "Facilitator",
        "--when",
        "09:16",
    ];
    done(home, &args);
}

/// Every part of a Word document, one behind the other.
fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

#[test]
fn every_paper_goes_out_in_every_form_and_no_private_note_goes_with_it() {
    let home = Home::new();
    copy_example(&home, SESSION);
    note(&home, "+ sharedword in the room");
    note(&home, "> canaryword for me alone");

    let ran = run(&home, &EVERYTHING);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let files: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let mut names = Vec::new();
    let mut shared = Vec::new();
    for file in &files {
        let path = home.path().join(file["path"].as_str().unwrap());
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(file["bytes"], bytes.len());
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
        let text = if file["format"] == "docx" {
            let parts = parts(&bytes);
            assert!(
                parts.contains("<w:document") && !parts.contains("canaryword"),
                "{}",
                path.display()
            );
            docx_rs::read_docx(&bytes).unwrap().json()
        } else {
            String::from_utf8(bytes).unwrap()
        };
        assert!(!text.contains("canaryword"), "{}", path.display());
        let name = path.file_name().unwrap().to_str().unwrap();
        let name = name
            .strip_prefix("2026-12-01-oakfield-primary-")
            .unwrap()
            .to_owned();
        if text.contains("sharedword") {
            shared.push(name.clone());
        }
        names.push(name);
    }
    assert_eq!(files.len(), 4 * 3 + 3);
    assert_eq!(children(&home.path().join("out")).len(), files.len());
    for name in ["report.docx", "speaking-sheet.html", "governors.md", "email.txt"] {
        assert!(names.iter().any(|written| written == name), "{name} of {names:?}");
    }
    // Notes go to those who took part, never into the report or its summaries.
    let wanted = [
        "notes.docx",
        "notes.html",
        "notes.md",
        "evidence.csv",
        "report.json",
    ];
    assert_eq!(shared, wanted);
}

#[test]
fn nothing_is_overwritten_unasked_and_what_is_missing_is_said() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let args = ["report", SESSION, "--to", "md"];
    let first = run(&home, &args);
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert!(first.err.contains("there are no findings yet"), "{}", first.err);
    assert!(first.err.contains("Summary of strengths"), "{}", first.err);

    let again = run(&home, &args);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert!(
        again.err.contains("is there already") && again.err.contains("--force"),
        "{}",
        again.err
    );
    let forced = run(&home, &[&args[..], &["--force"]].concat());
    assert_eq!(forced.code, Some(0), "{}", forced.err);
}

#[test]
fn a_paper_in_a_form_that_has_none_is_wrong_use() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let ran = run(&home, &["report", SESSION, "--to", "csv", "--papers", "speaking"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("docx, html or md"), "{}", ran.err);
}

#[test]
fn the_palette_makes_the_report_while_the_screen_goes_on_and_says_where_it_is() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    let path = folder.to_str().unwrap();
    let arguments = ["open", path, "--as", "Facilitator", "--at", "11:20"];
    let mut screen = Screen::start(&home, &arguments, 120, 36);
    screen.wait_for("What do we know?");
    screen.keys("<C-k>report ...<Enter>");
    screen.wait_for("What is handed on");
    screen.keys("<Enter>");
    screen.wait_for("not seen to: c shows the list");
    screen.keys("<Enter>");
    screen.wait_for("Written; nobody else can read it until you hand it on:");
    screen.wait_for("2026-12-01-oakfield-primary-report.docx");
    screen.keys("<Enter>");
    screen.wait_for("Ctrl+K everything");
    quit(&mut screen);

    let documents = home.path().join("documents");
    let report = documents.join("2026-12-01-oakfield-primary-report.docx");
    let mode = std::fs::metadata(&report).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let text = docx_rs::read_docx(&std::fs::read(&report).unwrap())
        .unwrap()
        .json();
    assert!(text.contains("Oakfield Primary"));
}

#[test]
fn a_report_that_is_begun_is_written_though_one_leaves_at_once() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    let path = folder.to_str().unwrap();
    let arguments = ["open", path, "--as", "Facilitator", "--at", "11:20"];
    let mut screen = Screen::start(&home, &arguments, 120, 36);
    screen.wait_for("What do we know?");
    screen.keys("<C-k>report ...<Enter>");
    screen.wait_for("What is handed on");
    screen.keys("<Enter>");
    screen.wait_for("not seen to: c shows the list");
    screen.keys("<Enter>");
    quit(&mut screen);
    let report = home
        .path()
        .join("documents/2026-12-01-oakfield-primary-report.docx");
    assert!(report.exists());
}
