//! Notes handed over in a file that only a passphrase opens.

use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::pty_kit::{Exit, Home, Launch};
use crate::session_kit::{Ran, command, copy_example, done, files_with, put, records_files, run, texts};

const SESSION: &str = "half-day-maths";
const WORDS: &str = "three brown otters";
const KEY: [&str; 2] = ["--passphrase-file", "key.txt"];

/// A laptop with a note and the passphrase in a file, and one that is to get the note.
fn two_laptops() -> (Home, Home, PathBuf) {
    let (one, two) = (Home::new(), Home::new());
    copy_example(&one, SESSION);
    let folder = copy_example(&two, SESSION);
    let note = ["note", "+ five frames out", "--into", SESSION];
    done(
        &one,
        &[&note[..], &["--as", "Head of School B", "--when", "09:16"]].concat(),
    );
    for home in [&one, &two] {
        put(&home.path().join("key.txt"), format!("{WORDS}\r\n"));
    }
    (one, two, folder)
}

fn export(home: &Home, more: &[&str]) -> Ran {
    run(
        home,
        &[
            &["notes", "export", SESSION, "--sealed", "--out", "notes.txt"],
            more,
        ]
        .concat(),
    )
}

/// The sealed file of `home`, as text.
fn sealed(home: &Home) -> String {
    let made = export(home, &[&KEY[..], &["--json"]].concat());
    assert_eq!((made.code, made.err.as_str()), (Some(0), ""));
    let made: Value = serde_json::from_str(&made.out).unwrap();
    let text = std::fs::read_to_string(home.path().join("notes.txt")).unwrap();
    assert_eq!(
        (&made["sealed"], &made["bytes"]),
        (&true.into(), &text.len().into())
    );
    text
}

fn import(home: &Home, text: &str, more: &[&str]) -> Ran {
    put(&home.path().join("mail.txt"), text);
    run(
        home,
        &[
            &["notes", "import", "mail.txt", "--into", SESSION, "--json"],
            more,
        ]
        .concat(),
    )
}

#[test]
fn a_sealed_file_survives_a_mail_and_is_opened_by_its_passphrase() {
    let (one, two, folder) = two_laptops();
    let text = sealed(&one);
    assert!(text.is_ascii() && !text.contains("frames") && !text.contains("knownow"));
    let quoted: Vec<String> = text.lines().map(|line| format!("> {line}\r\n")).collect();
    let quoted = quoted.concat();
    let mail = format!("Here they are - see you!\r\n\r\n{quoted}\r\n--\r\nHead of School B\r\n");
    let before = records_files(&folder);
    let looked = import(&two, &mail, &[&KEY[..], &["--dry-run"]].concat());
    assert_eq!((looked.code, records_files(&folder)), (Some(0), before));
    let taken = import(&two, &mail, &KEY);
    assert_eq!((taken.code, taken.err.as_str()), (Some(0), ""));
    let taken: Value = serde_json::from_str(&taken.out).unwrap();
    assert_eq!(taken["writers"][0]["new_notes"], 1);
    assert_eq!(texts(&folder), ["five frames out"]);
    for home in [&one, &two] {
        assert_eq!(files_with(home.path(), WORDS), [home.path().join("key.txt")]);
    }
}

#[test]
fn nothing_is_taken_of_a_file_that_is_damaged_cut_or_wrongly_keyed() {
    let (one, two, folder) = two_laptops();
    let text = sealed(&one);
    let before = records_files(&folder);
    let refused = |text: &str, words: &str| {
        let ran = import(&two, text, &KEY);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
        assert!(
            ran.err.contains(words) && ran.err.contains("mail.txt"),
            "{}",
            ran.err
        );
        assert_eq!(records_files(&folder), before);
    };
    let lines: Vec<&str> = text.lines().collect();
    refused(&lines[..lines.len() - 1].join("\n"), "the sealed file is damaged");
    refused(&lines[..4].join("\n"), "the sealed file is damaged");
    let without_one = [&lines[..4], &lines[5..]].concat().join("\n");
    refused(&without_one, "the sealed file is damaged");
    put(&two.path().join("key.txt"), "three brown badgers\n");
    refused(&text, "this passphrase does not open it");
}

#[test]
fn a_passphrase_is_piped_in_or_asked_for_and_never_guessed() {
    let (one, two, folder) = two_laptops();
    let unasked = export(&one, &[]);
    assert_eq!(unasked.code, Some(2));
    assert!(unasked.err.contains("--passphrase-file"), "{}", unasked.err);
    put(&one.path().join("short.txt"), "otters\n");
    let short = export(&one, &["--passphrase-file", "short.txt"]);
    assert!(
        short.code == Some(2) && short.err.contains("at least 10 letters"),
        "{}",
        short.err
    );
    assert!(!one.path().join("notes.txt").exists());
    put(&two.path().join("mail.txt"), sealed(&one));
    assert_eq!(
        import(&two, &sealed_again(&one), &[]).code,
        Some(2),
        "nobody can be asked"
    );

    let args = [
        "notes",
        "import",
        "mail.txt",
        "--into",
        SESSION,
        "--passphrase-file",
        "-",
    ];
    let mut child = command(&two, &args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(WORDS.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(texts(&folder), ["five frames out"]);
}

/// The file that is there is not replaced unasked, and no passphrase is asked for then.
fn sealed_again(home: &Home) -> String {
    let ran = export(home, &[]);
    assert!(
        ran.code == Some(1) && ran.err.contains("there already"),
        "{}",
        ran.err
    );
    std::fs::read_to_string(home.path().join("notes.txt")).unwrap()
}

#[test]
fn at_a_terminal_it_is_typed_twice_and_shown_never() {
    let (one, two, folder) = two_laptops();
    let args = ["notes", "export", SESSION, "--sealed", "--out", "notes.txt"];
    let mut screen = Launch::new(&one).args(&args).start();
    screen.wait_for("Passphrase to seal it with");
    screen.keys("three brown ottersx<Backspace><Enter>");
    screen.wait_for("The same once more");
    screen.keys(&format!("{WORDS}<Enter>"));
    screen.wait_for("It is sealed: tell the passphrase by phone");
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    let (now, before) = screen.modes();
    assert_eq!(now, before, "the terminal shows again what is typed");
    assert!(!String::from_utf8_lossy(&screen.output()).contains("otter"));

    let text = std::fs::read_to_string(one.path().join("notes.txt")).unwrap();
    put(&two.path().join("mail.txt"), text);
    let args = ["notes", "import", "mail.txt", "--into", SESSION];
    let mut screen = Launch::new(&two).args(&args).start();
    screen.wait_for("mail.txt is sealed. Its passphrase");
    screen.keys("<C-c>");
    assert_eq!(screen.wait_exit(), Exit::Code(2), "given up");
    let (now, before) = screen.modes();
    assert_eq!(now, before);
    assert!(texts(&folder).is_empty());
    let mut screen = Launch::new(&two).args(&args).start();
    screen.wait_for("mail.txt is sealed. Its passphrase");
    screen.keys(&format!("{WORDS}<Enter>"));
    assert_eq!(screen.wait_exit(), Exit::Code(0));
    assert!(!String::from_utf8_lossy(&screen.output()).contains("otter"));
    assert_eq!(texts(&folder), ["five frames out"]);
    for home in [&one, &two] {
        assert_eq!(
            files_with(home.path(), "brown otter"),
            [home.path().join("key.txt")]
        );
    }
}
