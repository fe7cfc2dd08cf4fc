//! The window itself: colours, sizes, pastes, and the list of sessions.

use crate::pty_kit::{Home, Launch, Screen};
use crate::session_kit::{copy_example, demo_at, note, quit, rehearsal, texts, wait_day, wait_saved};

/// The parameters of every "select graphic rendition" in `output`.
fn renditions(output: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(output);
    let mut parameters = Vec::new();
    for sequence in text.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
        let (given, rest) = sequence.split_at(end);
        if rest.starts_with('m') {
            parameters.extend(
                given
                    .split([';', ':'])
                    .filter_map(|number| number.parse::<u16>().ok()),
            );
        }
    }
    parameters
}

/// Whether a rendition chooses a colour; 39 and 49 are the terminal's own.
fn is_colour(rendition: u16) -> bool {
    matches!(rendition, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
}

fn renditions_of_a_day(launch: &Launch) -> Vec<u16> {
    let mut screen = launch.start();
    wait_day(&screen);
    note(&mut screen, "!+ every pupil", "every pupil");
    screen.keys("<F1>");
    screen.wait_for("Help - Esc closes");
    screen.keys("<F1>");
    screen.wait_until(|screen| !screen.contents().contains("Help - Esc closes"));
    quit(&mut screen);
    renditions(&screen.output())
}

#[test]
fn no_color_is_heard() {
    let home = Home::new();
    let launch = || Launch::new(&home).args(&["demo", "--at", "09:16"]);

    let plain = renditions_of_a_day(&launch().env("NO_COLOR", "1"));
    let coloured = renditions_of_a_day(&launch());

    assert!(!plain.iter().copied().any(is_colour), "{plain:?}");
    assert!(plain.contains(&1), "bold still tells things apart: {plain:?}");
    assert!(coloured.iter().copied().any(is_colour), "{coloured:?}");
}

#[test]
fn a_window_that_is_too_small_loses_nothing() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    screen.keys("+ cubes on ev");
    screen.wait_for("+ cubes on ev");
    for (columns, rows) in [(59, 24), (80, 14), (20, 3), (1, 1)] {
        screen.resize(columns, rows);
        if columns > 1 {
            screen.wait_until(|screen| screen.contents().starts_with("Please enlarge"));
        }
        screen.keys("e");
    }

    screen.resize(60, 15);

    screen.wait_for("+ cubes on eveeee");
    screen.keys("<Backspace><Backspace><Backspace>ry table<Enter>");
    screen.wait_for("saved 09:16");
    quit(&mut screen);
    assert_eq!(texts(&rehearsal(&home)), ["cubes on every table"]);
}

#[test]
fn a_paste_of_many_lines_is_one_note() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);
    let lines: Vec<String> = (1..=50)
        .map(|number| format!("line {number} of a plan"))
        .collect();

    screen.paste(&lines.join("\r\n"));
    screen.wait_for("line 50 of a plan");
    assert!(
        !screen.text().contains("saved"),
        "nothing is entered by a paste:\n{}",
        screen.text()
    );
    assert_eq!(texts(&rehearsal(&home)), Vec::<String>::new());
    screen.keys("<Enter>");
    wait_saved(&screen, "line 1 of a plan");

    assert_eq!(texts(&rehearsal(&home)), [lines.join("\n")]);
    quit(&mut screen);
}

#[test]
fn a_paste_that_breaks_out_of_its_brackets_quits_nothing() {
    let home = Home::new();
    let mut screen = demo_at(&home, "09:16", 80, 24);

    screen.paste("one\x1b[201~\x11two");
    screen.wait_for("A line is still open.");
    screen.keys("<Esc>");
    screen.wait_until(|screen| !screen.contents().contains("A line is still open."));
    assert_eq!(screen.row(22), " one");
    screen.keys("<Enter>");
    wait_saved(&screen, "one");
    quit(&mut screen);
}

#[test]
fn without_a_command_the_sessions_are_listed_and_one_is_opened() {
    let home = Home::new();
    copy_example(&home, "half-day-maths");
    let mut screen = Screen::start(&home, &[], 100, 30);
    screen.wait_for("Try the worked example");
    let row = screen
        .text()
        .lines()
        .find(|row| row.contains("Oakfield Primary"))
        .unwrap()
        .to_owned();
    assert!(
        row.contains("01 Dec 2026") && row.contains("half-day peer review"),
        "{row}"
    );

    screen.keys("<Enter>");
    screen.wait_for("Who is at this laptop?");
    screen.keys("facil<Enter>");

    wait_day(&screen);
    assert!(screen.row(0).contains("Facilitator"), "{}", screen.row(0));
    quit(&mut screen);
}

#[test]
fn somebody_without_a_session_is_offered_the_demo() {
    let home = Home::new();
    let mut screen = Screen::start(&home, &[], 80, 24);
    screen.wait_for("There is no session here yet.");

    screen.keys("<Enter>");

    wait_day(&screen);
    assert!(
        screen.row(0).contains("REHEARSAL") && screen.row(0).contains("07:59"),
        "{}",
        screen.row(0)
    );
    quit(&mut screen);
    assert!(rehearsal(&home).join("plan.ron").exists());
}
