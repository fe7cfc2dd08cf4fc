//! `knownow check`, as the facilitator uses it before anything is sent.

use std::{io::Write as _, process::Stdio};

use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{command, copy_example, done, put, quit, rehearsal, run};

const SESSION: &str = "half-day-maths";

/// What has to be seen to.
fn items(out: &str) -> Vec<Value> {
    let (items, _) = apart(out);
    items
}

/// What has to be seen to, and what is only worth a look.
fn apart(out: &str) -> (Vec<Value>, Vec<Value>) {
    let found: Vec<Value> = serde_json::from_str(out).unwrap_or_else(|fault| panic!("{fault}: {out}"));
    found.into_iter().partition(|item| item["look"].is_null())
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

/// A rehearsal at the discussion in which findings are drafted, the first of them points at people and gives a verdict,
/// and one of those words is accepted with the first reason on the list; its folder.
fn one_thing_accepted(home: &Home) -> String {
    let session = copy_example(home, "half-day-maths-80-notes");
    let open = [
        "open",
        session.to_str().unwrap(),
        "--as",
        "Facilitator",
        "--at",
        "11:20",
    ];
    let mut screen = Screen::start(home, &open, 80, 24);
    screen.wait_for("What do we know?");
    screen.keys("<C-k>findings: from<Enter>");
    screen.wait_for("80 of 80 notes");
    screen.keys("d");
    screen.wait_for("11 findings drafted");
    screen.keys("<Tab><Home><Right><Right>");
    screen.wait_for("\n>  1 ");
    screen.keys("e<C-u>The SENDCO said that teaching is outstanding in Year 4<Enter>");
    screen.wait_for(">  1  The SENDCO said");
    screen.keys("<C-k>before handing<Enter>");
    screen.wait_for("\"The SENDCO\"");
    screen.keys("x");
    screen.wait_for("> more than one person holds it");
    screen.keys("<Enter>");
    screen.wait_for("Accepted as it stands");
    screen.keys("<Esc>");
    screen.wait_for("keys act here");
    quit(&mut screen);
    rehearsal(home).to_str().unwrap().to_owned()
}

#[test]
fn what_was_accepted_on_the_screen_stands_apart_and_counts_no_more() {
    let home = Home::new();
    let session = one_thing_accepted(&home);

    let ran = run(&home, &["check", &session, "--json"]);
    let found = items(&ran.out);
    let (accepted, open): (Vec<&Value>, Vec<&Value>) =
        found.iter().partition(|item| !item["accepted"].is_null());
    assert_eq!((ran.code, accepted.len()), (Some(1), 1), "{}", ran.out);
    assert_eq!(
        (&accepted[0]["text"], &accepted[0]["accepted"]),
        (
            &Value::from("The SENDCO"),
            &Value::from("more than one person holds it")
        )
    );
    let words: Vec<&Value> = open.iter().map(|item| &item["text"]).collect();
    assert!(words.contains(&&Value::from("outstanding")), "{words:?}");

    let ran = run(&home, &["check", &session]);
    let (told, _) = ran.out.split_once("Not agreed, and left out").expect("apart");
    let (above, below) = told.split_once("Accepted:\n").expect("a list of its own");
    assert_eq!(above.lines().count(), open.len(), "{above}");
    assert_eq!(below.lines().count(), 1, "{below}");
    assert!(
        below.contains("\"The SENDCO\" - more than one person holds it"),
        "{below}"
    );
    assert!(!above.contains("The SENDCO\""), "{above}");
}

#[test]
fn what_is_worth_a_look_stands_apart_as_on_the_screen() {
    let home = Home::new();
    let session = one_thing_accepted(&home);

    let (items, looks) = apart(&run(&home, &["check", &session, "--json"]).out);
    assert!(!items.is_empty() && !looks.is_empty());
    let kinds: Vec<&str> = looks.iter().filter_map(|look| look["look"].as_str()).collect();
    assert!(kinds.contains(&"no-action-step"), "{kinds:?}");
    assert!(
        looks.iter().all(|look| look["reason"].is_null()),
        "no reason to mend: {looks:?}"
    );

    let out = run(&home, &["check", &session]).out;
    let (_, below) = out.split_once("Worth a look:\n").expect("a list of its own");
    let remarks = looks.iter().filter(|look| look["look"] != "not-agreed");
    let said: Vec<&str> = remarks.filter_map(|look| look["text"].as_str()).collect();
    assert!(said.len() < looks.len(), "findings that are left out: {looks:?}");
    assert_eq!(below.lines().collect::<Vec<_>>(), said);
}

#[test]
fn the_report_says_how_much_is_left_to_see_to_and_where_it_is_told() {
    let home = Home::new();
    let session = one_thing_accepted(&home);
    let open = items(&run(&home, &["check", &session, "--json"]).out);
    let open: Vec<&Value> = open.iter().filter(|item| item["accepted"].is_null()).collect();
    let words = open.iter().filter(|item| {
        let reason = item["reason"].as_str().unwrap();
        ["name", "role", "one-class-year", "verdict"].contains(&reason)
    });
    let words = words.count();
    let missing = open.iter().filter(|item| item["reason"] == "missing").count();

    let ran = run(&home, &["report", &session, "--to", "md", "--with-drafts"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let said = format!(
        "knownow: {} things to see to ({words} of them words in it, {missing} of them an impact, a fix or the like that is \
         not said: marked DRAFT): knownow check {session}",
        open.len()
    );
    assert!(
        ran.err.lines().any(|line| line == said),
        "{said}\nis not in\n{}",
        ran.err
    );
}
