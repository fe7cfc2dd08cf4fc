//! Notes from one laptop to another without a common folder: by a file, by a mail, and as prose.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    Ran, command, copy_example, done, files_with, put, quit, records_files, run, texts, wait_day,
};

const SESSION: &str = "half-day-maths";
const B: &str = "Head of School B";
const C: &str = "Head of School C";

fn write(home: &Home, text: &str, person: &str, when: &str) {
    done(
        home,
        &["note", text, "--into", SESSION, "--as", person, "--when", when],
    );
}

/// Two laptops with the same plan; each has notes of its own.
fn two_laptops() -> (Home, Home, PathBuf) {
    let (one, two) = (Home::new(), Home::new());
    copy_example(&one, SESSION);
    let folder = copy_example(&two, SESSION);
    write(&one, "+ every pupil answers, \"partner first\" SEND", B, "09:16");
    write(
        &one,
        "- two wait - for the TA\u{2026} it\u{2019}s long",
        B,
        "09:20",
    );
    write(&one, "? who checks the purple pen", B, "09:35");
    write(&one, "> zebrafish for my own school", B, "09:36");
    write(&two, "five frames out", C, "09:34");
    (one, two, folder)
}

fn exported(home: &Home) -> String {
    done(home, &["notes", "export", SESSION, "--out", "notes.txt"]);
    std::fs::read_to_string(home.path().join("notes.txt")).unwrap()
}

fn import(home: &Home, text: &str, more: &[&str]) -> Ran {
    put(&home.path().join("mail.txt"), text);
    let args = [
        &["notes", "import", "mail.txt", "--into", SESSION, "--json"],
        more,
    ]
    .concat();
    run(home, &args)
}

fn imported(home: &Home, text: &str, more: &[&str]) -> Value {
    let ran = import(home, text, more);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn bytes_of(files: &[PathBuf]) -> Vec<(PathBuf, Vec<u8>)> {
    files
        .iter()
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

fn listed(home: &Home) -> Vec<Value> {
    serde_json::from_str(&done(home, &["notes", "list", SESSION, "--json"])).unwrap()
}

#[test]
fn notes_come_over_under_their_true_writer_and_a_second_import_adds_nothing() {
    let (one, two, folder) = two_laptops();
    let text = exported(&one);
    let before = bytes_of(&records_files(&folder));

    let first = imported(&two, &text, &[]);
    assert_eq!(first["writers"][0]["name"], B);
    assert_eq!(
        (&first["writers"][0]["new_notes"], &first["damaged"]),
        (&3.into(), &Value::Array(vec![]))
    );
    assert_eq!(
        bytes_of(&before.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>()),
        before,
        "no file that was there"
    );
    let theirs: Vec<Value> = listed(&two).into_iter().filter(|note| note["by"] == B).collect();
    assert_eq!(
        theirs,
        listed(&one),
        "under the same writer, with every field as it was"
    );

    let files = bytes_of(&records_files(&folder));
    let again = imported(&two, &text, &[]);
    assert_eq!(
        (&again["writers"][0]["new_notes"], &again["writers"][0]["already"]),
        (&0.into(), &3.into())
    );
    assert_eq!(bytes_of(&records_files(&folder)), files);

    write(&one, "one more", B, "09:50");
    done(
        &one,
        &["notes", "export", SESSION, "--out", "notes.txt", "--force"],
    );
    let more = std::fs::read_to_string(one.path().join("notes.txt")).unwrap();
    assert_eq!(imported(&two, &more, &[])["writers"][0]["new_notes"], 1);
    assert_eq!(texts(&folder).len(), 5);
}

#[test]
fn private_notes_are_in_no_hand_over_and_a_file_that_is_there_is_kept() {
    let (one, _, _) = two_laptops();
    let text = exported(&one);
    assert!(!text.contains("zebrafish") && text.contains("purple pen"));
    assert_eq!(
        files_with(&one.path().join("data/sessions"), "zebrafish"),
        [] as [PathBuf; 0]
    );
    let again = run(&one, &["notes", "export", SESSION, "--out", "notes.txt"]);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("--force"), "{}", again.err);
}

#[test]
fn a_mail_that_was_wrapped_and_quoted_brings_the_same_notes() {
    let (one, two, _) = two_laptops();
    let quoted: Vec<String> = exported(&one)
        .lines()
        .map(|line| format!(">> {} ", line.replace('"', "\u{201d}")))
        .collect();
    let quoted = quoted.join("\r\n");
    let mail = format!("Hi,\r\nhere you are {{hope it works}}\r\n\r\n{quoted}\r\nBest\r\nB");
    let told = imported(&two, &mail, &[]);
    assert_eq!(told["writers"][0]["new_notes"], 3);
    assert!(told["mended"].as_u64().unwrap() > 0);
    let theirs: Vec<Value> = listed(&two).into_iter().filter(|note| note["by"] == B).collect();
    assert_eq!(theirs, listed(&one));
}

#[test]
fn a_note_with_another_word_is_named_and_left_out_and_the_rest_is_taken_in() {
    let (one, two, folder) = two_laptops();
    let harmed = exported(&one).replace("purple pen", "purple hen");
    let ran = import(&two, &harmed, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("1 record damaged"), "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["damaged"][0]["number"], 3);
    assert_eq!(told["damaged"][0]["words"], "who checks the purple hen");
    assert_eq!(told["writers"][0]["new_notes"], 2);
    assert!(!texts(&folder).iter().any(|text| text.contains("purple")));
}

#[test]
fn a_dry_run_writes_nothing_and_another_session_or_a_newer_version_is_refused() {
    let (one, two, folder) = two_laptops();
    let text = exported(&one);
    let files = bytes_of(&records_files(&folder));
    assert_eq!(
        imported(&two, &text, &["--dry-run", "--offset", "5"])["writers"][0]["new_notes"],
        3
    );

    let newer = import(
        &two,
        &text.replace("knownow hand-over 3", "knownow hand-over 9"),
        &[],
    );
    assert_eq!(newer.code, Some(1));
    assert!(
        newer.err.contains("version 9") && newer.err.contains("install the newer"),
        "{}",
        newer.err
    );

    copy_example(&two, "two-day-quality");
    put(&two.path().join("mail.txt"), &text);
    let other = run(
        &two,
        &["notes", "import", "mail.txt", "--into", "two-day-quality"],
    );
    assert_eq!(other.code, Some(1));
    assert!(
        other.err.contains("Oakfield Primary - half-day peer review"),
        "{}",
        other.err
    );
    assert_eq!(bytes_of(&records_files(&folder)), files);
    assert!(!two.path().join("state/offsets").exists());
}

#[test]
fn the_offset_of_a_clock_is_shown_and_changes_no_note() {
    let (one, two, folder) = two_laptops();
    let text = exported(&one);
    imported(&two, &text, &["--offset", "-7"]);
    let files = bytes_of(&records_files(&folder));
    let printed = done(&two, &["notes", "list", SESSION]);
    assert!(
        printed.starts_with("09:09 (by their clock 09:16)  Year 6"),
        "{printed}"
    );
    assert!(printed.contains("\n09:34  Reception  five frames"), "{printed}");
    let first = &listed(&two)[0];
    assert_eq!(
        (&first["when"], &first["clock_offset"]),
        (&"2026-12-01T09:16:00+00:00".into(), &(-7).into())
    );
    imported(&two, &text, &["--offset", "0"]);
    assert!(done(&two, &["notes", "list", SESSION]).starts_with("09:16  Year 6"));
    assert_eq!(bytes_of(&records_files(&folder)), files);
}

#[test]
fn nobody_changes_my_own_words_from_outside() {
    let (one, two, _) = two_laptops();
    imported(&two, &exported(&one), &[]);
    // What came back from the other laptop says nothing that this one did not write.
    let back = exported(&two);
    let before = listed(&one);
    let told = imported(&one, &back, &[]);
    let mine = told["writers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|writer| writer["name"] == B)
        .unwrap();
    assert_eq!((&mine["new_notes"], &mine["already"]), (&0.into(), &3.into()));
    let mine: Vec<Value> = listed(&one).into_iter().filter(|note| note["by"] == B).collect();
    assert_eq!(mine, before);
}

#[test]
fn what_was_handed_over_is_on_the_screen() {
    let (one, two, _) = two_laptops();
    imported(&two, &exported(&one), &[]);
    let mut screen = Screen::start(&two, &["open", SESSION, "--as", C, "--at", "10:20"], 100, 30);
    wait_day(&screen);
    screen.wait_for("two wait - for");
    quit(&mut screen);
}

/// Pastes `text` into the command as a person does who has a mail open.
fn pasted(home: &Home, text: &str, more: &[&str]) -> Ran {
    let args = [&["notes", "import", "-", "--into", SESSION, "--json"], more].concat();
    let mut child = command(home, &args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

#[test]
fn a_mail_in_prose_is_taken_in_for_its_author_and_a_second_paste_adds_nothing() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    let mail = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/prose/forty-lines.txt");
    let mail = std::fs::read_to_string(mail).unwrap();
    let unsigned = "- whiteboards on every table in Year 5\n- two pupils in Year 6 wait for the TA\n";
    let nobody = pasted(&home, unsigned, &["--as", "Facilitator"]);
    assert_eq!((nobody.code, records_files(&folder).len()), (Some(2), 0));
    assert!(
        nobody.err.contains("--by NAME") && nobody.err.contains(C),
        "{}",
        nobody.err
    );

    let dry = pasted(&home, &mail, &["--by", C, "--as", "Facilitator", "--dry-run"]);
    assert_eq!(
        (dry.code, records_files(&folder).len()),
        (Some(0), 0),
        "{}",
        dry.err
    );
    let first = pasted(&home, &mail, &["--by", C, "--as", "Facilitator"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let told: Value = serde_json::from_str(&first.out).unwrap();
    let count = |list: &str| told[list].as_array().unwrap().len();
    assert_eq!((count("notes") + count("tray"), count("already")), (19, 0));
    let notes = listed(&home);
    assert_eq!(notes.len(), 19);
    assert!(
        notes
            .iter()
            .all(|note| note["by"] == C && note["typed_by"] == "Facilitator")
    );

    let again: Value =
        serde_json::from_str(&pasted(&home, &mail, &["--by", C, "--as", "Facilitator"]).out).unwrap();
    assert_eq!(
        again["notes"].as_array().unwrap().len() + again["tray"].as_array().unwrap().len(),
        0
    );
    assert_eq!(again["already"].as_array().unwrap().len(), 19);
    assert_eq!(listed(&home), notes);
}

#[test]
fn the_one_person_whom_a_mail_names_is_its_author_and_that_is_said() {
    let home = Home::new();
    copy_example(&home, SESSION);
    put(
        &home.path().join("mail.txt"),
        "Y5: boards used by all\n\nMany thanks\nHead of School C\n",
    );
    let printed = done(
        &home,
        &[
            "notes",
            "import",
            "mail.txt",
            "--into",
            SESSION,
            "--as",
            B,
            "--dry-run",
        ],
    );
    assert!(
        printed
            .contains("taken as the words of Head of School C, whom line 4 names as the writer; --by NAME"),
        "{printed}"
    );
}

#[test]
fn notes_without_a_place_wait_in_the_session_and_are_said() {
    let home = Home::new();
    copy_example(&home, SESSION);
    put(
        &home.path().join("mail.txt"),
        "displays are lovely\nY5: boards used by all\n",
    );
    let printed = done(
        &home,
        &[
            "notes", "import", "mail.txt", "--into", SESSION, "--by", B, "--as", B,
        ],
    );
    assert!(
        printed.contains("2 notes of Head of School B taken in, 1 of them without a place"),
        "{printed}"
    );
    assert!(printed.contains("Not placed yet"), "{printed}");
    let loose = listed(&home)
        .into_iter()
        .find(|note| note["text"] == "displays are lovely")
        .unwrap();
    assert_eq!(
        (&loose["slot"], &loose["visit"]),
        (&"Not placed yet".into(), &Value::Null)
    );
}
