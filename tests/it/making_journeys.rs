//! Making a session from the command line: what is said to come next, and what is left if it can't be made.

use std::path::Path;
use std::process::Command;

use crate::pty_kit::Home;
use crate::session_kit::{Ran, children, command, copy_example, done, run};

const NEW: [&str; 8] = [
    "new",
    "--model",
    "half-day",
    "--host",
    "Oakfield Primary",
    "--date",
    "2096-12-04",
    "--yes",
];

/// Runs a command line as it was pasted into a shell, where `knownow` is this program.
fn pasted(home: &Home, line: &str) -> Ran {
    let knownow = Path::new(env!("CARGO_BIN_EXE_knownow"));
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", line]).current_dir(home.path()).env_clear();
    shell.env("PATH", knownow.parent().unwrap());
    shell.env("HOME", home.path()).env("KNOWNOW_HOME", home.path());
    shell.output().unwrap().into()
}

/// The command that a line of text says.
fn said(text: &str, begins: &str) -> String {
    let line = text
        .lines()
        .find_map(|line| line.find(begins).map(|at| line.split_at(at).1));
    let line = line.unwrap_or_else(|| panic!("no {begins} in {text}"));
    line.split("    ").next().unwrap().to_owned()
}

#[test]
fn what_is_said_to_come_next_works_as_it_is_pasted() {
    let home = Home::new();
    for dir in ["our reviews", "the head's", "plain"] {
        let mut args = NEW.to_vec();
        args.extend(["--sessions", dir]);
        let made = done(&home, &args);

        let check = pasted(&home, &said(&made, "knownow plan check"));
        assert!(
            check.out.contains("error") || check.out.contains("warning"),
            "{} {}",
            check.out,
            check.err
        );
        let open = pasted(&home, &said(&made, "knownow open"));
        assert!(open.err.contains("knownow draws on a terminal"), "{}", open.err);
        let import = said(&made, "knownow plan import").replace("TABLE", "gone.txt");
        let import = pasted(&home, &import);
        assert!(
            import.err.contains("gone.txt") && !import.err.contains("there is no session"),
            "{}",
            import.err
        );
    }
    let made = done(&home, &NEW);
    assert_eq!(
        said(&made, "knownow open"),
        "knownow open 2096-12-04-oakfield-primary"
    );
}

#[test]
fn the_command_that_says_more_works_as_it_is_pasted() {
    let home = Home::new();
    crate::session_kit::copy_example_to("half-day-maths-80-notes", &home.path().join("our reviews/maths"));

    let sessions = ["--sessions", "our reviews"];
    let report = run(
        &home,
        &[&["report", "maths", "--to", "md"], &sessions[..]].concat(),
    );

    assert_eq!(report.code, Some(0), "{}", report.err);
    let check = pasted(&home, &said(&report.err, "knownow check"));
    assert_eq!(check.code, Some(1), "{}", check.err);
    assert!(check.out.contains("80 notes"), "{}", check.out);
}

/// A disk with no room left for a byte, though folders can still be made.
#[cfg(target_os = "linux")]
fn on_a_full_disk(home: &Home, args: &[&str]) -> Ran {
    let plain = command(home, args);
    let mut full = Command::new("/bin/sh");
    full.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]);
    full.arg(plain.get_program()).args(plain.get_args());
    full.current_dir(home.path())
        .env("HOME", home.path())
        .env("KNOWNOW_HOME", home.path());
    full.output().unwrap().into()
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_left_of_a_session_for_which_there_was_no_room() {
    let home = Home::new();
    let beside = copy_example(&home, "half-day-maths");

    let ran = on_a_full_disk(&home, &NEW);

    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
    for told in ["disk", "Delete something", "Nothing was made"] {
        assert!(ran.err.contains(told), "{told} in {}", ran.err);
    }
    assert_eq!(children(beside.parent().unwrap()), std::slice::from_ref(&beside));
    let remembered = home.path().join("state/sessions");
    assert_eq!(children(&remembered), [""; 0].map(std::path::PathBuf::from));

    done(&home, &NEW);
    assert_eq!(children(beside.parent().unwrap()).len(), 2);
}
