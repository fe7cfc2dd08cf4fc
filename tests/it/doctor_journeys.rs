//! Looking a computer over before the day, what keys arrive as, and what a shell and `man` are given.

use std::{collections::BTreeSet, path::Path, process::Command};

use serde_json::Value;

use crate::pty_kit::{Exit, Flags, Home, Launch, Screen};
use crate::session_kit::{Ran, children, command, copy_example, demo_at, done, put, run};

const SESSION: &str = "half-day-maths";

/// Runs doctor in the zone `zone`, as POSIX writes one.
fn doctor(home: &Home, zone: &str, args: &[&str]) -> Ran {
    let args: Vec<&str> = ["doctor"].iter().chain(args).copied().collect();
    let mut command = command(home, &args);
    command
        .env("TZ", zone)
        .env("LANG", "C.UTF-8")
        .env("TERM", "xterm");
    command.output().unwrap().into()
}

/// What doctor says of a part in this state, with the cure behind it.
fn said(home: &Home, zone: &str, part: &str, state: &str) -> Vec<String> {
    let told: Value = serde_json::from_str(&doctor(home, zone, &["--json"]).out).unwrap();
    let lines = told["lines"].as_array().unwrap().iter();
    let lines = lines.filter(|line| line["part"] == part && line["state"] == state);
    let text = |line: &Value| format!("{} -> {}", line["says"], line["cure"]);
    lines.map(text).collect()
}

/// The example's day moved far ahead, so that it is still to come whenever this runs.
fn session_to_come(home: &Home) -> std::path::PathBuf {
    let folder = copy_example(home, SESSION);
    let plan = folder.join("plan.ron");
    let text = std::fs::read_to_string(&plan).unwrap();
    put(&plan, text.replace("2026-12-01", "2096-12-04"));
    folder
}

fn wrong(home: &Home) -> Ran {
    let ran = doctor(home, "UTC0", &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    ran
}

#[test]
fn a_new_computer_is_as_it_should_be_and_nothing_is_made_on_it() {
    let home = Home::new();

    let ran = doctor(&home, "UTC0", &[]);

    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    for words in [
        "settings       ~/settings (not made yet)",
        "data           ~/data (not made yet)",
        "a saved note is written to a new file, synced",
        "none on this computer yet",
        "no window has a session open",
        "UTC+00:00",
        "all that are there can be read",
        "Nothing is wrong; 1 to look at.",
    ] {
        assert!(ran.out.contains(words), "{words:?} is not in\n{}", ran.out);
    }
    let own = home.path().to_str().unwrap();
    assert!(!ran.out.contains(own), "{}", ran.out);
    assert_eq!(children(home.path()), Vec::<std::path::PathBuf>::new());
}

#[test]
fn as_json_every_line_has_its_state_and_only_what_is_odd_has_a_cure() {
    let home = Home::new();

    let ran = doctor(&home, "UTC0", &["--json"]);

    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &told["wrong"]), (Some(0), &Value::from(0)));
    assert_eq!(told["version"], env!("CARGO_PKG_VERSION"));
    let lines = told["lines"].as_array().unwrap();
    for line in lines {
        let odd = line["state"] != "ok";
        assert_eq!(line["cure"].is_string(), odd, "{line}");
        assert!(line["part"].is_string() && line["says"].is_string(), "{line}");
    }
    let odd = lines.iter().filter(|line| line["state"] == "look").count();
    assert_eq!(told["look"], Value::from(odd));
}

#[test]
fn files_that_are_broken_are_named_with_their_line_and_nothing_of_what_they_say() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    done(
        &home,
        &[
            "note",
            "+ hats on at 09:16",
            "--into",
            SESSION,
            "--as",
            "Head of School B",
            "--when",
            "09:16",
        ],
    );
    let settings = home.path().join("settings");
    std::fs::create_dir_all(settings.join("models")).unwrap();
    put(
        &settings.join("models/own.ron"),
        "(\n  format: \"knownow model\",\n  oops",
    );
    put(&settings.join("bank-holidays-england.ron"), "not RON");
    let records = crate::session_kit::records_file(&folder);
    let text = std::fs::read_to_string(&records).unwrap();
    put(&records, text.replace("hats on", "hats \" on"));
    let before = std::fs::read(&records).unwrap();

    let ran = wrong(&home);

    for words in [
        "~/settings/models/own.ron, line 3: ",
        "~/settings/bank-holidays-england.ron, line 1: ",
    ] {
        assert!(ran.out.contains(words), "{words:?} is not in\n{}", ran.out);
    }
    let told = said(&home, "UTC0", "notes", "wrong");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("/records/*.") && told[0].contains(", line "),
        "{told:?}"
    );
    assert!(
        told[0].contains(&format!("`knownow notes list {SESSION}`")),
        "{told:?}"
    );
    for hidden in ["hats", "ead of", "ead-of"] {
        assert!(!ran.out.contains(hidden), "{hidden:?} is in\n{}", ran.out);
    }
    assert_eq!(std::fs::read(&records).unwrap(), before);
}

#[test]
fn a_broken_plan_is_told_with_its_line_and_how_to_see_more() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    put(
        &folder.join("plan.ron"),
        "(\n  format: \"knownow plan\",\n  people: [(name: \"Ann\"",
    );

    wrong(&home);

    let told = said(&home, "UTC0", "plan", "wrong");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("plan.ron, line 3: can't be understood"),
        "{told:?}"
    );
    assert!(
        told[0].contains(&format!("knownow plan check {SESSION}")) && !told[0].contains("Ann"),
        "{told:?}"
    );
}

#[test]
fn a_plan_of_another_zone_is_told_in_minutes() {
    let home = Home::new();
    session_to_come(&home);

    let told = said(&home, "XXX5", "zone", "look");

    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("2096-12-04 08:00"), "{told:?}");
    assert!(
        told[0].contains("300 minutes behind the plan's (Europe/London)"),
        "{told:?}"
    );
    assert_eq!(said(&home, "UTC0", "zone", "ok").len(), 1);
    assert_eq!(doctor(&home, "XXX5", &[]).code, Some(0));
}

#[test]
fn a_session_in_a_synced_folder_is_told_with_the_program() {
    let home = Home::new();
    let folder = session_to_come(&home);
    let shared = home.path().join("data/sessions/OneDrive - Oakfield Primary");
    std::fs::rename(&folder, &shared).unwrap();

    let told = said(&home, "UTC0", "session", "look");

    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("looks carried to other computers by OneDrive"),
        "{told:?}"
    );
}

#[test]
fn a_session_folder_that_takes_no_notes_is_wrong() {
    let home = Home::new();
    let folder = session_to_come(&home);
    put(&folder.join("records"), "a file where a folder should be");

    wrong(&home);

    let told = said(&home, "UTC0", "session", "wrong");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("notes can't be saved there"), "{told:?}");
}

#[test]
fn who_has_a_session_open_is_told() {
    let home = Home::new();
    let screen = demo_at(&home, "09:16", 100, 30);

    let told = said(&home, "UTC0", "locks", "ok");

    assert_eq!(told.len(), 1, "{told:?}");
    let process = format!("is open in a window: process {} since", screen.pid());
    assert!(told[0].contains(&process), "{told:?}");
}

#[test]
fn keys_are_shown_as_they_arrive_and_the_terminal_is_given_back() {
    for leave in [&["<C-q>"][..], &["<Esc>", "<Esc>"]] {
        let home = Home::new();
        let mut screen = Launch::new(&home).args(&["doctor", "keys"]).size(100, 30).start();
        screen.wait_for("Nothing has arrived yet.");
        assert!(screen.flags().alternate_screen && screen.modes().0.is_raw());

        screen.keys("<C-n>");
        screen.wait_for("press 'n' U+006E + control");
        assert!(screen.text().contains("Ctrl+N"), "{}", screen.text());
        screen.keys("\u{e9}<F9>");
        screen.wait_for("U+00E9");
        screen.wait_for("Blank the screen");
        screen.paste("secret\nwords");
        screen.wait_for("paste of 12 characters");
        assert!(!screen.text().contains("secret"), "{}", screen.text());
        screen.keys(leave[0]);
        if let Some(second) = leave.get(1) {
            screen.wait_for("press Esc");
            screen.keys(second);
        }

        assert_eq!(screen.wait_exit(), Exit::Code(0), "{leave:?}");
        let (now, before) = screen.modes();
        assert_eq!((now, screen.flags()), (before, Flags::default()), "{leave:?}");
    }
}

#[test]
fn keys_need_a_terminal_and_a_closed_window_ends_them() {
    let home = Home::new();
    let ran = run(&home, &["doctor", "keys"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("knownow draws on a terminal"), "{}", ran.err);

    let mut screen = Screen::start(&home, &["doctor", "keys"], 80, 24);
    screen.wait_for("Nothing has arrived yet.");
    screen.hangup();
    assert_eq!(screen.wait_exit(), Exit::Code(129));
}

#[test]
fn each_shell_gets_completions_that_know_every_command() {
    let home = Home::new();
    for shell in ["powershell", "bash", "zsh", "fish", "elvish"] {
        let script = done(&home, &["completions", shell]);
        for command in commands(&home, &[]) {
            assert!(script.contains(&command), "{shell} does not know {command}");
        }
    }
    let wrong = run(&home, &["completions", "cmd"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
}

#[test]
fn bash_understands_its_completions() {
    let home = Home::new();
    let script = home.path().join("knownow.bash");
    put(&script, done(&home, &["completions", "bash"]));
    // Where there is no bash, nobody needs them.
    if let Ok(ran) = Command::new("bash").arg("-n").arg(&script).output() {
        let ran = Ran::from(ran);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    }
}

#[test]
fn man_has_a_page_for_every_command() {
    let home = Home::new();
    let page = done(&home, &["man"]);
    assert!(page.contains(".TH knownow 1"), "{page}");
    for command in commands(&home, &[]) {
        assert!(
            page.contains(&format!("knownow\\-{command}(1)")),
            "{command} is not in\n{page}"
        );
    }

    done(&home, &["man", "--out", "pages"]);

    let pages: BTreeSet<String> = names(&home.path().join("pages"));
    let mut expected = BTreeSet::from(["knownow.1".to_owned()]);
    for command in commands(&home, &[]) {
        let below = commands(&home, &[&command]);
        expected.extend(below.iter().map(|below| format!("knownow-{command}-{below}.1")));
        expected.insert(format!("knownow-{command}.1"));
    }
    assert_eq!(pages, expected);
    assert!(expected.contains("knownow-plan-import.1") && expected.contains("knownow-doctor-keys.1"));
    // A later version takes the place of the one before.
    done(&home, &["man", "--out", "pages"]);
}

/// The commands below a command, by its help.
fn commands(home: &Home, of: &[&str]) -> Vec<String> {
    let args: Vec<&str> = of.iter().chain(&["--help"]).copied().collect();
    let help = done(home, &args);
    let block = help.split_once("Commands:\n").map_or("", |(_, rest)| rest);
    let rows = block.lines().take_while(|line| !line.is_empty());
    let rows = rows.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = rows.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let files = children(folder).into_iter();
    files
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}
