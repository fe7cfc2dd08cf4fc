//! The commands that need no screen, in a pipe and in a script; and those that need one, without it.

use std::process::Stdio;

use serde_json::Value;

use crate::pty_kit::Home;
use crate::session_kit::{
    children, command, copy_example, copy_example_to, done, files_with, notes, plan, put, run,
};

const B: &str = "Head of School B";
const C: &str = "Head of School C";

/// The session of these tests, with nothing recorded.
const SESSION: &str = "half-day-maths";

/// Writes a note and gives it back as JSON has it.
fn written(home: &Home, text: &str, person: &str, when: &str) -> Value {
    let args = [
        "note", text, "--into", SESSION, "--as", person, "--when", when, "--json",
    ];
    let printed: Value = serde_json::from_str(&done(home, &args)).unwrap();
    printed.as_array().unwrap()[0].clone()
}

fn listed(home: &Home, session: &str) -> Vec<Value> {
    serde_json::from_str(&done(home, &["notes", "list", session, "--json"])).unwrap()
}

#[test]
fn the_screen_commands_say_that_they_need_a_terminal_and_make_nothing() {
    for args in [
        &["demo"][..],
        &["open", "half-day-maths"],
        &["open", "plan.ron"],
        &[],
    ] {
        let home = Home::new();

        let ran = run(&home, args);

        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.err);
        assert!(
            ran.err.contains("knownow draws on a terminal"),
            "{args:?}: {}",
            ran.err
        );
        assert_eq!(ran.out, "", "{args:?}");
        assert_eq!(
            children(home.path()),
            Vec::<std::path::PathBuf>::new(),
            "{args:?}"
        );
    }
}

#[test]
fn a_note_is_placed_by_its_time_and_its_writers_group() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);

    let note = written(&home, "+ every pupil answers #cubes SEND", B, "09:16");

    for (key, value) in [
        ("by", B),
        ("typed_by", B),
        ("group", "Group 1"),
        ("track", "group-1"),
        ("slot", "Lesson visits"),
        ("activity", "Lesson visits"),
        ("visit", "Year 6"),
        ("kind", "strength"),
        ("when", "2026-12-01T09:16:00+00:00"),
        ("text", "every pupil answers #cubes SEND"),
    ] {
        assert_eq!(note[key], value, "{key}");
    }
    assert_eq!(note["prompt"], Value::Null);
    assert_eq!((&note["rev"], &note["seq"]), (&Value::from(1), &Value::from(1)));
    assert_eq!(
        (&note["deleted"], &note["important"]),
        (&Value::from(false), &Value::from(false))
    );
    assert_eq!(note["tags"], Value::from(vec!["cubes", "SEND"]));
    for key in ["id", "writer", "edited_at"] {
        assert!(note[key].is_string(), "{key}");
    }
    assert_eq!(listed(&home, SESSION), [note]);
    assert_eq!(notes(&folder)[0].body.text, "every pupil answers #cubes SEND");

    assert_eq!(written(&home, "five frames", C, "09:34")["visit"], "Reception");
    assert_eq!(written(&home, "five frames", C, "09:34")["group"], "Group 2");
    let governor = written(&home, "asks about Year 4", "Governor", "11:20");
    assert_eq!(governor["group"], Value::Null);
    assert_eq!(governor["activity"], "Discussion of findings");
}

#[test]
fn signs_are_read_as_they_are_on_the_screen() {
    let home = Home::new();
    copy_example(&home, SESSION);
    for (typed, kind, important, text) in [
        ("- TA moved away", "development", false, "TA moved away"),
        ("--dry run", "development", false, "-dry run"),
        ("? who runs it", "question", false, "who runs it"),
        ("!+ all of them", "strength", true, "all of them"),
        ("9 of 27 use cubes", "evidence", false, "9 of 27 use cubes"),
        (" - a dash as text", "evidence", false, "- a dash as text"),
    ] {
        let note = written(&home, typed, B, "09:20");
        let told = (
            note["kind"].as_str(),
            note["important"].as_bool(),
            note["text"].as_str(),
        );
        assert_eq!(told, (Some(kind), Some(important), Some(text)), "{typed:?}");
    }
    let said = written(&home, "@gov why not sooner", B, "11:20");
    assert_eq!(
        (&said["by"], &said["typed_by"]),
        (&Value::from("Governor"), &Value::from(B))
    );

    let empty = run(&home, &["note", "+ ", "--into", SESSION, "--as", B]);
    assert_eq!(empty.code, Some(2), "{}", empty.err);
}

#[test]
fn a_private_note_is_in_no_shared_file_and_in_no_list() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    written(&home, "+ shared", B, "09:16");

    let said = done(
        &home,
        &[
            "note",
            "> borrow the bar models",
            "--into",
            SESSION,
            "--as",
            B,
            "--when",
            "09:17",
        ],
    );

    assert!(said.contains("borrow the bar models"), "{said}");
    assert_eq!(files_with(&folder, "borrow"), Vec::<std::path::PathBuf>::new());
    let private = home
        .path()
        .join("data/private")
        .join(format!("{}.ron", plan(&folder).session));
    assert_eq!(files_with(home.path(), "borrow"), [private]);
    assert_eq!(listed(&home, SESSION).len(), 1);
    assert_eq!(done(&home, &["notes", "search", SESSION, "borrow"]), "");
}

#[test]
fn notes_are_listed_in_order_of_time_and_found_by_a_few_letters() {
    let home = Home::new();
    copy_example(&home, SESSION);
    written(&home, "- two wait for the TA", C, "09:20");
    written(&home, "+ cubes on every table", B, "09:16");
    written(&home, "? why no cubes here", C, "09:40");

    let all = done(&home, &["notes", "list", SESSION]);
    let lines: Vec<&str> = all.lines().collect();
    assert_eq!(
        lines,
        [
            "09:16  Year 6  + cubes on every table  (Head of School B)",
            "09:20  Year 1  - two wait for the TA  (Head of School C)",
            "09:40  Reception  ? why no cubes here  (Head of School C)",
        ]
    );
    let found = done(&home, &["notes", "search", SESSION, "cube"]);
    assert_eq!(found.lines().collect::<Vec<_>>(), [lines[0], lines[2]]);
    let json = done(&home, &["notes", "search", SESSION, "cubes reception", "--json"]);
    let json: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["text"], "why no cubes here");
    assert_eq!(done(&home, &["notes", "search", SESSION, "nowhere"]), "");
}

#[test]
fn notes_are_listed_and_searched_for_one_group_or_one_day() {
    let home = Home::new();
    copy_example(&home, "half-day-maths-80-notes");
    let all = listed(&home, "half-day-maths-80-notes");
    let of_group = |args: &[&str]| -> Vec<Value> {
        let mut all = vec!["notes"];
        all.extend(args);
        all.push("--json");
        serde_json::from_str(&done(&home, &all)).unwrap()
    };
    let list = ["list", "half-day-maths-80-notes"];
    for group in ["Group 1", "Group 2"] {
        let found = of_group(&[&list[..], &["--group", group]].concat());
        let expected = all.iter().filter(|note| note["group"] == group);
        assert_eq!(found, expected.cloned().collect::<Vec<_>>(), "{group}");
        assert!(!found.is_empty() && found.len() < 80, "{group}");
    }
    assert_eq!(of_group(&[&list[..], &["--day", "1"]].concat()), all);
    let found = of_group(&[
        "search",
        list[1],
        "pupils",
        "--group",
        "group 2",
        "--day",
        "2026-12-01",
    ]);
    assert!(!found.is_empty() && found.iter().all(|note| note["group"] == "Group 2"));

    let ran = run(&home, &["notes", "list", list[1], "--group", "Group 3"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("these are in the session: Group 1, Group 2\n"),
        "{}",
        ran.err
    );
}

#[test]
fn notes_of_several_days_are_listed_with_their_dates() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    written(&home, "+ cubes on every table", B, "09:16");
    let plan = std::fs::read_to_string(folder.join("plan.ron")).unwrap();
    put(
        &folder.join("plan.ron"),
        plan.replace("date: \"2026-12-01\"", "date: \"2026-12-08\""),
    );
    written(&home, "- two wait for the TA", C, "09:20");
    assert_eq!(
        done(&home, &["notes", "list", SESSION]),
        "2026-12-01  09:16  Year 6  + cubes on every table  (Head of School B)\n\
         2026-12-08  09:20  Year 1  - two wait for the TA  (Head of School C)\n"
    );
}

#[test]
fn a_prompt_is_listed_by_its_words() {
    let home = Home::new();
    copy_example(&home, "half-day-maths-80-notes");

    let notes = listed(&home, "half-day-maths-80-notes");

    assert_eq!(notes.len(), 80);
    let modelling = notes
        .iter()
        .find(|note| note["prompt"] == "Modelling we will see")
        .unwrap();
    assert_eq!(modelling["activity"], "Meet teachers");
    let kinds = ["strength", "development", "evidence", "question"];
    for note in &notes {
        assert!(kinds.contains(&note["kind"].as_str().unwrap()), "{note}");
    }
}

#[test]
fn an_unknown_session_or_person_is_answered_with_those_there_are() {
    let home = Home::new();
    copy_example(&home, SESSION);
    for args in [
        &["note", "+ x", "--into", "whole-day", "--as", B][..],
        &["notes", "list", "whole-day"],
        &["notes", "search", "whole-day", "x"],
    ] {
        let ran = run(&home, args);
        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.err);
        assert!(ran.err.contains("no session \"whole-day\""), "{}", ran.err);
        assert!(ran.err.lines().any(|line| line.trim() == SESSION), "{}", ran.err);
    }
    let nobody = run(
        &home,
        &["note", "+ x", "--into", SESSION, "--as", "Head of School D"],
    );
    assert_eq!(nobody.code, Some(2), "{}", nobody.err);
    assert!(
        nobody.err.contains("Head of School D") && nobody.err.contains("Deputy Head"),
        "{}",
        nobody.err
    );
    let unsaid = run(&home, &["note", "+ x", "--into", SESSION]);
    assert_eq!(unsaid.code, Some(2), "{}", unsaid.err);
    assert!(
        unsaid.err.contains("--as") && unsaid.err.contains("Facilitator"),
        "{}",
        unsaid.err
    );
    assert_eq!(listed(&home, SESSION).len(), 0);
}

#[test]
fn a_session_is_a_path_or_a_name_wherever_sessions_are_kept() {
    let home = Home::new();
    let shared = home.path().join("shared");
    copy_example_to(SESSION, &shared.join("maths"));
    let dir = shared.to_str().unwrap();
    let path = shared.join("maths");

    done(
        &home,
        &[
            "note",
            "+ by name",
            "--into",
            "maths",
            "--as",
            B,
            "--when",
            "09:16",
            "--sessions",
            dir,
        ],
    );
    done(
        &home,
        &[
            "note",
            "+ by path",
            "--into",
            path.to_str().unwrap(),
            "--as",
            B,
            "--when",
            "09:17",
        ],
    );
    done(
        &home,
        &[
            "note",
            "+ relative",
            "--into",
            "shared/maths",
            "--as",
            B,
            "--when",
            "09:18",
        ],
    );

    let texts: Vec<String> = notes(&path).into_iter().map(|note| note.body.text).collect();
    assert_eq!(texts, ["by name", "by path", "relative"]);
    assert_eq!(
        crate::session_kit::records_files(&path).len(),
        1,
        "one writer, one file"
    );
    let elsewhere = run(&home, &["notes", "list", "maths"]);
    assert_eq!(elsewhere.code, Some(2), "{}", elsewhere.err);
    assert!(
        !home.path().join("data").exists(),
        "nothing was kept apart from --sessions and state"
    );
}

#[test]
fn a_closed_pipe_ends_the_printing_and_nothing_else() {
    let home = Home::new();
    copy_example(&home, "half-day-maths-80-notes");
    for args in [
        &["notes", "list", "half-day-maths-80-notes"][..],
        &["notes", "list", "half-day-maths-80-notes", "--json"],
        &["notes", "search", "half-day-maths-80-notes", "e"],
        &["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut listing = command(&home, args);
        listing.stdout(writer).stderr(Stdio::piped());

        let output = listing.output().unwrap();

        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn who_a_note_is_written_as_is_remembered_as_when_they_open_the_session() {
    let home = Home::new();
    copy_example(&home, SESSION);
    written(&home, "+ as B", B, "09:16");
    let unsaid = |text: &str| {
        let args = ["note", text, "--into", SESSION, "--when", "09:17", "--json"];
        let printed: Value = serde_json::from_str(&done(&home, &args)).unwrap();
        printed[0]["by"].clone()
    };
    assert_eq!(unsaid("+ nobody said who"), B);
    written(&home, "+ as C", C, "09:16");
    assert_eq!(unsaid("+ again nobody"), C);

    let mut screen = crate::session_kit::reopen(&home, &home.path().join("data/sessions").join(SESSION));
    assert!(screen.text().contains("Group 2"), "{}", screen.text());
    crate::session_kit::quit(&mut screen);
}

#[test]
fn wrong_use_is_said_without_words_of_programmers_and_with_what_to_do() {
    let home = Home::new();
    copy_example(&home, SESSION);
    put(&home.path().join("table.pdf"), "%PDF-1.7");
    let new = [
        "new",
        "--model",
        "half-day",
        "--host",
        "X",
        "--date",
        "2096-12-04",
    ];
    for (args, code, said) in [
        (
            &["open"][..],
            2,
            "knownow: this is missing:\n  <SESSION|PLAN.RON>",
        ),
        (&["opne"], 2, "knownow: there is no command 'opne'"),
        (
            &["open", SESSION, "--speed", "0"],
            2,
            "write a whole number from 1 to 3600",
        ),
        (
            &[&new[..], &["--start", "quarter past"]].concat(),
            2,
            "write hours and minutes, such as 08:30",
        ),
        (&["plan", "import", "."], 1, "can't be read: it is a folder"),
        (
            &["plan", "import", "gone.txt"],
            1,
            "gone.txt can't be read: it is not there\ncheck its name",
        ),
        (&["plan", "import", "table.pdf"], 1, "copy what you need of it"),
    ] {
        let ran = run(&home, args);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(code), ""),
            "{args:?}: {}",
            ran.err
        );
        assert!(
            ran.err.contains(said) && ran.err.starts_with("knownow: "),
            "{args:?}: {}",
            ran.err
        );
        assert!(
            !ran.err.contains("os error") && !ran.err.contains("error:"),
            "{args:?}: {}",
            ran.err
        );
    }
    done(&home, &[&new[..], &["--start", "8.30", "--yes"]].concat());
}
