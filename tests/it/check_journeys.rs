//! `knownow check`, as the facilitator uses it before anything is sent.

use std::{io::Write as _, process::Stdio};

use serde_json::Value;

use crate::pty_kit::Home;
use crate::session_kit::{command, copy_example, done, put, run};

const SESSION: &str = "half-day-maths";

fn items(out: &str) -> Vec<Value> {
    serde_json::from_str::<Vec<Value>>(out).unwrap_or_else(|fault| panic!("{fault}: {out}"))
}

#[test]
fn a_text_is_checked_line_by_line() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let text = home.path().join("report.txt");
    put(
        &text,
        "Pupils explain their method.\n\nMrs Surname models well.\nYear 4 waits for help.\nTeaching is good.\n",
    );
    let path = text.to_str().unwrap();

    let ran = run(&home, &["check", SESSION, "--text", path]);

    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", ran.out);
    assert!(lines[0].starts_with("3: name \"Mrs Surname\" - "), "{}", ran.out);
    assert!(
        lines[1].starts_with("4: year with one class \"Year 4\" - "),
        "{}",
        ran.out
    );
    assert!(lines[2].starts_with("5: verdict \"good\" - "), "{}", ran.out);

    let ran = run(&home, &["check", SESSION, "--text", path, "--json"]);
    let found = items(&ran.out);
    assert_eq!((ran.code, found.len()), (Some(1), 3));
    assert_eq!(found[0]["line"], 3);
    assert_eq!(found[0]["reason"], "name");
    assert_eq!(found[0]["text"], "Mrs Surname");
    assert_eq!(found[0]["suggestion"], "A member of staff");
    assert_eq!(found[1]["suggestion"], "Lower key stage 2");
    assert_eq!(found[0]["finding"], Value::Null);
}

#[test]
fn a_text_without_a_breach_passes_from_standard_input_too() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let mut child = command(&home, &["check", SESSION, "--text", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"Good use of number lines.\n")
        .unwrap();

    let ran = child.wait_with_output().unwrap();

    assert_eq!(ran.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&ran.stdout).starts_with("Nothing was found"));
}

#[test]
fn the_text_of_a_word_document_is_read() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let report = docx_rs::Docx::new()
        .add_paragraph(
            docx_rs::Paragraph::new().add_run(docx_rs::Run::new().add_text("Calm starts everywhere.")),
        )
        .add_paragraph(
            docx_rs::Paragraph::new().add_run(docx_rs::Run::new().add_text("Mr Anyname’s pupils explain.")),
        );
    let mut bytes = std::io::Cursor::new(Vec::new());
    report.build().pack(&mut bytes).unwrap();
    let path = home.path().join("report.docx");
    put(&path, bytes.into_inner());

    let ran = run(
        &home,
        &["check", SESSION, "--text", path.to_str().unwrap(), "--json"],
    );

    let found = items(&ran.out);
    assert_eq!(found.len(), 1, "{}{}", ran.out, ran.err);
    assert_eq!(
        (&found[0]["line"], &found[0]["reason"]),
        (&Value::from(2), &Value::from("name"))
    );
}

#[test]
fn what_is_no_text_is_refused_with_a_cure() {
    let home = Home::new();
    copy_example(&home, SESSION);
    let path = home.path().join("report.pdf");
    put(&path, b"%PDF-1.7 ...");

    let ran = run(&home, &["check", SESSION, "--text", path.to_str().unwrap()]);

    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.contains("a PDF") && ran.err.contains(".docx"),
        "{}",
        ran.err
    );
}

#[test]
fn a_session_with_nothing_recorded_has_nothing_to_check() {
    let home = Home::new();
    copy_example(&home, SESSION);
    assert!(done(&home, &["check", SESSION]).starts_with("There is no finding"));
    assert_eq!(done(&home, &["check", SESSION, "--json"]), "[\n]\n");
}

#[test]
fn notes_of_which_nothing_became_are_told() {
    let home = Home::new();
    copy_example(&home, "half-day-maths-80-notes");

    let ran = run(&home, &["check", "half-day-maths-80-notes", "--json"]);

    let found = items(&ran.out);
    let loose = found.last().unwrap();
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        (&loose["line"], &loose["reason"]),
        (&Value::from("Notes"), &Value::from("loose-notes"))
    );
    assert!(
        loose["notes"].as_array().is_some_and(|notes| notes.len() > 10),
        "{loose}"
    );
}
