//! `knownow plan check`, as the host uses it before the plan is sent.

use std::path::Path;

use serde_json::Value;

use crate::pty_kit::Home;
use crate::session_kit::{children, copy_example, done, put, run};

const SESSION: &str = "half-day-maths";

/// Puts the review so far ahead that nothing is overdue, whatever day it is today.
fn long_before(folder: &Path) {
    edit(folder, "2026-12-01", "2096-12-04");
    edit(folder, "2027-03-31", "2097-03-31");
}

/// Changes the plan of a session as an editor would.
fn edit(folder: &Path, from: &str, to: &str) {
    let plan = folder.join("plan.ron");
    let text = std::fs::read_to_string(&plan).unwrap();
    assert!(text.contains(from), "{from}");
    put(&plan, text.replacen(from, to, 1));
}

fn checked(home: &Home, session: &str) -> (Option<i32>, Value) {
    let ran = run(home, &["plan", "check", session, "--json"]);
    (ran.code, serde_json::from_str(&ran.out).unwrap())
}

#[test]
fn a_sound_plan_passes_and_its_deadlines_are_told() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    long_before(&folder);

    let said = done(&home, &["plan", "check", SESSION, "--strict"]);

    for line in [
        "Oakfield Primary - half-day peer review",
        "note     Tue 4 Dec 2096, 09:00, Lesson visits: Group 1 has 5 visits back to back",
        "no error, no warning, ",
        "  by agreement: Planning meeting",
        "  by Tue 20 Nov 2096 (",
        "  by Sat 1 Dec 2096, 08:00 (",
        "  at the governors' next meeting: Findings sent",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

#[test]
fn two_groups_in_one_room_are_an_error_with_its_place_and_cure() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    long_before(&folder);
    let visit = r#"(id: "g2-year-2", start: "09:00", class: "Year 2")"#;
    edit(&folder, visit, &visit.replace("Year 2\"", "Year 5/6\""));
    let before = std::fs::read(folder.join("plan.ron")).unwrap();

    let ran = run(&home, &["plan", "check", SESSION]);

    assert_eq!(ran.code, Some(1));
    let place = "error    Tue 4 Dec 2096, 09:00, Lesson visits: Group 1 and Group 2 are in one room";
    assert!(ran.out.contains(place), "{}", ran.out);
    assert!(ran.out.contains("what to do: swap two visits"), "{}", ran.out);
    assert!(ran.out.contains("1 error, no warning"), "{}", ran.out);
    let (code, found) = checked(&home, SESSION);
    assert_eq!((code, &found["errors"]), (Some(1), &Value::from(1)));
    let remark = &found["remarks"][0];
    for (key, value) in [
        ("severity", "error"),
        ("date", "2096-12-04"),
        ("time", "09:00"),
        ("title", "Lesson visits"),
        ("row", "lesson-visits"),
    ] {
        assert_eq!(remark[key], value, "{key}");
    }
    assert_eq!(std::fs::read(folder.join("plan.ron")).unwrap(), before);
}

#[test]
fn a_warning_fails_only_where_it_is_asked_to() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    edit(&folder, "keep_until: \"2027-03-31\",", "");

    assert_eq!(run(&home, &["plan", "check", SESSION]).code, Some(0));
    let strict = run(&home, &["plan", "check", SESSION, "--strict"]);
    assert_eq!(strict.code, Some(1));
    assert!(
        strict.out.contains("warning  The plan does not say until when"),
        "{}",
        strict.out
    );
}

#[test]
fn deadlines_are_told_to_programs_too() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    // A review that is over, whatever day it is today, and counted in working days.
    edit(&folder, "date: \"2026-12-01\"", "date: \"2024-12-19\"");
    edit(&folder, "due: on_the_day", "due: working_days_after(5)");

    let (code, found) = checked(&home, SESSION);

    assert_eq!(code, Some(0));
    let due: Vec<(&Value, &Value, &Value)> = found["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|due| (&due["kind"], &due["due"], &due["state"]))
        .collect();
    let of = |kind: &str, due: Option<&str>, state: &str| {
        (
            Value::from(kind),
            due.map_or(Value::Null, Value::from),
            Value::from(state),
        )
    };
    let expected = [
        of("by_agreement", None, "undated"),
        of("on", Some("2024-12-05"), "passed"),
        of("at", Some("2024-12-16T08:00:00+00:00"), "passed"),
        of("on", Some("2024-12-30"), "passed"),
        of("next_governors_meeting", None, "undated"),
    ];
    assert_eq!(
        due,
        expected.iter().map(|(a, b, c)| (a, b, c)).collect::<Vec<_>>()
    );
    assert_eq!(found["deadlines"][3]["unsure"], Value::from(false));
}

#[test]
fn a_mailed_plan_is_looked_over_without_being_joined() {
    let home = Home::new();
    let mailed = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/half-day-maths/plan.ron");

    done(&home, &["plan", "check", mailed.to_str().unwrap()]);

    assert_eq!(
        children(home.path()),
        Vec::<std::path::PathBuf>::new(),
        "nothing is made"
    );
}

#[test]
fn the_users_bank_holidays_count_and_broken_ones_are_told() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    long_before(&folder);
    let settings = home.path().join("settings");
    std::fs::create_dir_all(&settings).unwrap();
    let own = "(format: \"knownow bank holidays\", version: 1, known_from: 2096, known_until: 2096,\n\
               days: [(date: \"2096-12-04\", name: \"A day for one year\")])";
    let file = settings.join("bank-holidays-england.ron");
    put(&file, own);

    let ran = run(&home, &["plan", "check", SESSION]);
    let day = "warning  Tue 4 Dec 2096: Its date is a bank holiday (A day for one year)";
    assert!(ran.out.contains(day), "{}", ran.out);

    put(&file, own.replace("2096-12-04", "4 December"));
    let ran = run(&home, &["plan", "check", SESSION, "--strict"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.err.contains("bank-holidays-england.ron:2:"), "{}", ran.err);
    assert!(ran.err.contains("come with the program are used"), "{}", ran.err);
}

#[test]
fn what_cant_be_read_is_told_with_its_line() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);

    assert_eq!(run(&home, &["plan", "check", "no-such-session"]).code, Some(2));
    edit(&folder, "start: \"09:00\"", "start: \"9 o'clock\"");
    let ran = run(&home, &["plan", "check", SESSION]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("plan.ron:") && ran.err.contains("09:15"),
        "{}",
        ran.err
    );
    assert_eq!(ran.out, "");
}

#[test]
fn names_typed_into_a_plan_are_warned_of_before_its_sheet_goes_out() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    edit(
        &folder,
        "\"A selection of teachers\"",
        "\"Hannah Patel, maths lead\"",
    );
    edit(&folder, "class: \"Year 5\"", "class: \"Year 5 Miss Jones\"");

    let found = run(&home, &["plan", "check", SESSION]);
    let sent = run(
        &home,
        &["plan", "export", SESSION, "--to", "md", "--out", "sheets"],
    );

    assert_eq!((found.code, sent.code), (Some(0), Some(0)), "{}", sent.err);
    for name in ["Hannah Patel", "Miss Jones"] {
        let said = format!("\"{name}\" is somebody's name, and the sheet of the plan goes to everybody");
        assert!(found.out.contains(&said), "{}", found.out);
        assert!(sent.err.contains(&said), "{}", sent.err);
        assert!(sent.err.contains("write a role instead"), "{}", sent.err);
    }
    let made = run(
        &home,
        &[
            "new",
            "--model",
            "half-day",
            "--host",
            "Oakfield Primary",
            "--date",
            "2096-12-04",
            "--staff",
            "Hannah Patel",
        ],
    );
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(
        made.err.contains("\"Hannah Patel\" is somebody's name"),
        "{}",
        made.err
    );
    let sheets = home.path().join("sheets");
    let sheet = std::fs::read_dir(sheets).unwrap().next().unwrap().unwrap().path();
    let sheet = std::fs::read_to_string(sheet).unwrap();
    assert!(
        sheet.contains("Hannah Patel, maths lead"),
        "what was insisted on stays: {sheet}"
    );
}
