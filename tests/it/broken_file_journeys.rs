//! Broken files: told with file, line and cause, never changed, and what can be read of them is shown.

use std::path::{Path, PathBuf};

use crate::pty_kit::{Exit, Home, Screen};
use crate::session_kit::{copy_example, done, note, put, quit, run, texts, wait_day};

const SESSION: &str = "half-day-maths-80-notes";
/// The note of the facilitator that the test damages, and one behind it.
const DAMAGED_LINE: usize = 11;

/// Damages one line of the facilitator's records: as an editor's slip, a quote is gone.
fn damage(folder: &Path) -> (PathBuf, Vec<u8>) {
    let file = folder.join("records/facilitator.c014.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let damaged: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(at, line)| match at + 1 {
            DAMAGED_LINE => line.replacen("when: \"", "when: ", 1),
            _ => line.to_owned(),
        })
        .collect();
    put(&file, damaged.join("\n"));
    let bytes = std::fs::read(&file).unwrap();
    (file, bytes)
}

#[test]
fn the_good_notes_of_a_broken_file_are_shown_and_it_stays_as_it_is() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    let (file, bytes) = damage(&folder);
    let place = format!("facilitator.c014.ron:{DAMAGED_LINE}:");

    let mut screen = Screen::start(&home, &["open", SESSION, "--as", "Head of School B"], 160, 50);
    wait_day(&screen);
    assert!(screen.text().contains(&place), "{}", screen.text());
    screen.keys("<C-g>");
    screen.wait_for("Go to");
    screen.keys("Year 6<Enter>");
    screen.wait_until(|screen| screen.contents().contains("(Fac)"));
    note(
        &mut screen,
        "+ mine can still be written",
        "mine can still be written",
    );
    quit(&mut screen);

    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    let listed = run(&home, &["notes", "list", SESSION]);
    assert_eq!(listed.code, Some(1), "{}", listed.err);
    assert_eq!(listed.out.lines().count(), 80, "79 of the 80, and the new one");
    for told in [place.as_str(), "likely cause:", "what to do:"] {
        assert!(listed.err.contains(told), "{told} in {}", listed.err);
    }
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

#[test]
fn my_own_broken_file_is_left_alone_and_a_new_one_begun() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let open = ["open", "half-day-maths", "--as", "Head of School B"];
    let mut screen = Screen::start(&home, &open, 100, 30);
    wait_day(&screen);
    note(&mut screen, "+ first", "first");
    note(&mut screen, "+ second", "second");
    quit(&mut screen);
    let file = crate::session_kit::records_file(&folder);
    let text = std::fs::read_to_string(&file).unwrap();
    put(&file, text.replacen("kind: strength", "kind strength", 1));
    let broken = std::fs::read(&file).unwrap();

    let mut screen = Screen::start(&home, &open, 100, 30);
    wait_day(&screen);
    screen.wait_for("Your own file can't be read");
    note(&mut screen, "- third", "third");
    quit(&mut screen);

    assert_eq!(std::fs::read(&file).unwrap(), broken);
    assert_eq!(crate::session_kit::records_files(&folder).len(), 2);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(texts(&folder), ["third"]);
}

#[test]
fn a_broken_plan_is_told_with_line_and_cause() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let plan = folder.join("plan.ron");
    let text = std::fs::read_to_string(&plan).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("zone:")).unwrap();
    put(
        &plan,
        text.replace("zone: \"Europe/London\",", "zone: \"Europe/London,"),
    );
    let broken = std::fs::read(&plan).unwrap();

    let screen = Screen::start(&home, &["open", "half-day-maths"], 200, 40);

    assert_eq!(screen.wait_exit(), Exit::Code(1));
    let told = screen.text();
    assert!(
        told.contains(&format!("plan.ron:{line}:")),
        "line {line} in {told}"
    );
    for words in ["zone: \"Europe/London,", "likely cause:", "what to do:"] {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert_eq!(std::fs::read(&plan).unwrap(), broken);
    let listed = run(&home, &["notes", "list", "half-day-maths"]);
    assert_eq!(listed.code, Some(1));
    assert!(
        listed.err.contains(&format!("plan.ron:{line}:")),
        "{}",
        listed.err
    );

    let mut screen = Screen::start(&home, &[], 120, 30);
    screen.wait_for("broken");
    screen.wait_for(&format!("plan.ron:{line}"));
    quit(&mut screen);
}

/// Damages the plan of a worked example in `folder` so that the line with `zone:` can't be read; the line.
fn break_plan(folder: &Path) -> usize {
    let plan = folder.join("plan.ron");
    let text = std::fs::read_to_string(&plan).unwrap();
    put(
        &plan,
        text.replace("zone: \"Europe/London\",", "zone: \"Europe/London,"),
    );
    1 + text.lines().position(|line| line.contains("zone:")).unwrap()
}

#[test]
fn a_note_is_kept_though_the_plan_is_broken_and_nothing_was_recorded() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let whole = std::fs::read(folder.join("plan.ron")).unwrap();
    let line = break_plan(&folder);
    let note =
        |text: &str, person: &str| run(&home, &["note", text, "--into", "half-day-maths", "--as", person]);

    let unsaid = run(&home, &["note", "x", "--into", "half-day-maths"]);
    assert_eq!(unsaid.code, Some(2), "{}", unsaid.err);
    assert!(
        unsaid.err.contains("--as NAME; the plan's people are: "),
        "{}",
        unsaid.err
    );
    for (text, person) in [
        ("+ cubes in every hand", "school b"),
        ("- two wait", "Visiting governor"),
    ] {
        let ran = note(text, person);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(
            ran.out.starts_with("Saved: ") && ran.out.contains("Not placed yet"),
            "{}",
            ran.out
        );
        assert_eq!(ran.err.lines().count(), 1, "one sentence: {}", ran.err);
        for told in [
            "the note is saved",
            &format!("plan.ron, line {line}: "),
            "what to do: ",
        ] {
            assert!(ran.err.contains(told), "{told} in {}", ran.err);
        }
    }
    put(&folder.join("plan.ron"), &whole);
    let listed = done(&home, &["notes", "list", "half-day-maths"]);
    assert!(
        listed.contains("+ cubes in every hand  (Head of School B)")
            && listed.contains("- two wait  (Visiting governor)"),
        "{listed}"
    );
    let files = crate::session_kit::records_files(&folder);
    let names: Vec<_> = files
        .iter()
        .map(|file| file.file_name().unwrap().to_string_lossy())
        .collect();
    assert!(names[0].starts_with("head-of-school-b."), "{names:?}");
}

#[test]
fn a_note_is_kept_though_the_plan_is_gone_if_this_machine_knows_the_session() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let open = ["open", "half-day-maths", "--as", "Head of School B"];
    let mut screen = Screen::start(&home, &open, 100, 30);
    wait_day(&screen);
    quit(&mut screen);
    let whole = std::fs::read(folder.join("plan.ron")).unwrap();
    put(&folder.join("plan.ron"), "");

    let ran = run(&home, &["note", "+ kept", "--into", "half-day-maths"]);

    assert_eq!(ran.code, Some(0), "{}", ran.err);
    put(&folder.join("plan.ron"), &whole);
    assert_eq!(texts(&folder), ["kept"]);

    let stranger = Home::new();
    let folder = copy_example(&stranger, "half-day-maths");
    put(&folder.join("plan.ron"), "");
    let ran = run(
        &stranger,
        &["note", "+ kept", "--into", "half-day-maths", "--as", "B"],
    );
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(
        ran.err.contains("NOT SAVED: ") && ran.err.contains("plan.ron"),
        "{}",
        ran.err
    );
}

#[test]
fn a_plan_that_is_put_right_while_the_session_is_open_is_told_no_more() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    let plan = std::fs::read(folder.join("plan.ron")).unwrap();
    break_plan(&folder);
    let mut screen = Screen::start(&home, &["open", SESSION, "--as", "Head of School B"], 160, 50);
    screen.wait_for("The plan can't be used");
    put(&folder.join("plan.ron"), plan);
    screen.wait_until(|screen| {
        let seen = screen.contents();
        !seen.contains("The plan can't be used") && seen.contains("Pupil voice")
    });
    quit(&mut screen);
}
