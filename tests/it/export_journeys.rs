//! A plan goes out as documents.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use knownow::{
    domain::{
        day_change::{Change, DayChange, Scope},
        ids::{RecordId, WriterId},
        note::Label,
        record::Record,
        records::Entry,
    },
    storage::files::records_text::RecordsText,
};
use serde_json::Value;
use uuid::Uuid;

use crate::pty_kit::Home;
use crate::session_kit::{children, copy_example, done, plan, put, run};

const ALL: &str = "docx,html,md,ics";

/// The words of a Word document.
fn word_text(path: &Path) -> String {
    let docx = docx_rs::read_docx(&std::fs::read(path).unwrap()).unwrap();
    docx.json()
}

#[test]
fn the_plan_goes_out_in_all_four_forms_and_no_note_goes_with_it() {
    let home = Home::new();
    copy_example(&home, "half-day-maths-80-notes");
    let session = "half-day-maths-80-notes";
    let note = [
        "note",
        "+ canaryword in the room",
        "--into",
        session,
        "--as",
        "Facilitator",
        "--when",
        "09:16",
    ];
    done(&home, &note);

    let printed = done(
        &home,
        &[
            "plan", "export", session, "--to", ALL, "--out", "sheets", "--json",
        ],
    );

    let files: Vec<Value> = serde_json::from_str(&printed).unwrap();
    let names: Vec<&str> = files.iter().map(|file| file["path"].as_str().unwrap()).collect();
    let expected = ["docx", "html", "md", "ics"]
        .map(|ending| format!("sheets/2026-12-01-oakfield-primary-plan.{ending}"));
    assert_eq!(names, expected);
    for file in &files {
        let path = home.path().join(file["path"].as_str().unwrap());
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(file["bytes"], bytes.len());
        let text = if file["format"] == "docx" {
            word_text(&path)
        } else {
            String::from_utf8(bytes).unwrap()
        };
        assert!(text.contains("Pupil voice"), "{}", path.display());
        assert!(!text.contains("canaryword"), "{}", path.display());
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
}

#[test]
fn a_plan_with_errors_goes_out_and_they_are_said() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let text = std::fs::read_to_string(folder.join("plan.ron")).unwrap();
    let args = [
        "plan",
        "export",
        "half-day-maths",
        "--to",
        "md",
        "--force",
        "--json",
    ];
    let right = run(&home, &args);
    assert_eq!((right.code, right.err.as_str()), (Some(0), ""));
    // Both groups in Year 5 at nine.
    let wrong = text.replace(
        r#"id: "g2-year-2", start: "09:00", class: "Year 2""#,
        r#"id: "g2-year-2", start: "09:00", class: "Year 5""#,
    );
    assert_ne!(wrong, text);
    put(&folder.join("plan.ron"), &wrong);

    let ran = run(&home, &args);
    let checked = run(&home, &["plan", "check", "half-day-maths"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let files: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert!(home.path().join(files[0]["path"].as_str().unwrap()).exists());
    assert_eq!(checked.code, Some(1));
    let errors: Vec<&str> = checked
        .out
        .lines()
        .filter(|line| line.starts_with("error "))
        .collect();
    assert_eq!(errors.len(), 1, "{}", checked.out);
    assert!(
        ran.err.contains("before it goes out, put this right:\n") && ran.err.contains(errors[0]),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("\n  knownow plan check half-day-maths\n"),
        "{}",
        ran.err
    );
    assert!(
        !ran.err.contains("\nwarning ") && !ran.err.contains("\nnote "),
        "{}",
        ran.err
    );
}

/// Records in the session in `folder` that its break did not take place.
fn record_change_of_the_day(folder: &Path) {
    let plan = plan(folder);
    let writer = WriterId(Uuid::from_u128(99));
    let me = Label::new(plan.people[0].id.clone(), &plan.people[0].name);
    let now = plan.begins().unwrap();
    let body = DayChange {
        at: now,
        late: 0,
        scope: Scope::Everyone,
        what: Change::Dropped {
            slot: plan.days[0].slots[5].id.clone(),
            because: "fire drill".into(),
        },
    };
    let dropped = Record {
        id: RecordId(Uuid::from_u128(1)),
        writer,
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: now,
        came_from: Vec::new(),
        body,
    };
    let mut text = RecordsText::new(plan.session, writer, &me).unwrap();
    text.put(&Entry::Change(dropped)).unwrap();
    std::fs::create_dir_all(folder.join("records")).unwrap();
    put(
        &folder.join("records/facilitator.0063.ron"),
        String::from_utf8(text.bytes()).unwrap(),
    );
}

#[test]
fn an_agreed_plan_says_that_the_day_was_changed_since() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let export = |of: &str, out: &str| run(&home, &["plan", "export", of, "--to", ALL, "--out", out]);
    let said = "Changes of the day that were made since are not on this sheet";
    let ran = export("half-day-maths", "before");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    record_change_of_the_day(&folder);
    let ran = export("half-day-maths", "after");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("\n  knownow report half-day-maths --to docx\n"),
        "{}",
        ran.err
    );
    for ending in ["docx", "html", "md", "ics"] {
        let text = |out: &str| {
            let name = format!("{out}/2026-12-01-oakfield-primary-plan.{ending}");
            let path = home.path().join(name);
            match ending {
                "docx" => word_text(&path),
                // Lines of a calendar are folded.
                _ => std::fs::read_to_string(path).unwrap().replace("\r\n ", ""),
            }
        };
        assert!(!text("before").contains(said), "{ending}");
        assert!(text("after").contains(said), "{ending}");
    }
    // A plan.ron in its session's folder is the same plan.
    let ran = export("data/sessions/half-day-maths/plan.ron", "file");
    assert!(
        ran.err.contains("this is the plan as it was agreed"),
        "{}",
        ran.err
    );
}

#[test]
fn a_document_that_cannot_be_written_says_what_to_do_and_of_no_second_try() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    put(&home.path().join("sheets"), "a file where the folder is to be");
    let ran = run(
        &home,
        &[
            "plan",
            "export",
            "half-day-maths",
            "--to",
            "md",
            "--out",
            "sheets",
        ],
    );
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("Move what lies there aside."), "{}", ran.err);
    assert!(!ran.err.contains("again"), "{}", ran.err);
}

#[test]
fn a_file_that_is_there_stays_until_it_is_asked_for() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    let sheet = home.path().join("2026-12-01-oakfield-primary-plan.md");
    put(&sheet, "my own words");
    let args = ["plan", "export", "half-day-maths", "--to", "ics,md"];

    let refused = run(&home, &args);

    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(
        refused
            .err
            .contains("2026-12-01-oakfield-primary-plan.md is there already"),
        "{}",
        refused.err
    );
    assert!(
        refused.err.contains("--force") && refused.err.contains("--out"),
        "{}",
        refused.err
    );
    assert_eq!(std::fs::read_to_string(&sheet).unwrap(), "my own words");
    assert!(!home.path().join("2026-12-01-oakfield-primary-plan.ics").exists());

    let forced = done(&home, &[&args[..], &["--force"]].concat());

    assert_eq!(forced.lines().count(), 2, "{forced}");
    let text = std::fs::read_to_string(&sheet).unwrap();
    assert!(text.starts_with("# Oakfield Primary\n"), "{text}");
}

#[test]
fn a_plan_that_is_lost_is_not_exported_from_what_the_notes_say() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths-80-notes");
    std::fs::remove_file(folder.join("plan.ron")).unwrap();

    let ran = run(
        &home,
        &[
            "plan",
            "export",
            "half-day-maths-80-notes",
            "--to",
            "md",
            "--out",
            "sheets",
        ],
    );

    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.err.contains("plan.ron can't be read"), "{}", ran.err);
    assert!(children(&home.path().join("sheets")).is_empty());
}

#[test]
fn a_form_that_is_not_known_is_wrong_use_and_the_known_ones_are_named() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    let ran = run(&home, &["plan", "export", "half-day-maths", "--to", "pdf"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("docx, html, md, ics"), "{}", ran.err);
}

#[test]
fn a_plan_that_was_mailed_is_exported_without_a_session() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let mailed = home.path().join("plan.ron");
    std::fs::rename(folder.join("plan.ron"), &mailed).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let ran = run(
        &home,
        &[
            "plan",
            "export",
            mailed.to_str().unwrap(),
            "--to",
            "md",
            "--out",
            "sheets",
        ],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(children(&home.path().join("sheets")).len(), 1);
}
