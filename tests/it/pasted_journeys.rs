//! A timetable pasted out of an e-mail becomes a running day.

use std::path::PathBuf;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{class, done, note, notes, plan, put, quit, rehearsal, wait_day};

/// As it was copied, with the marks of a reply and hours without minutes.
const MAIL: &str = "Hi all, this is how we would run the morning.\n\n\
                    > 8.30 Arrival\n\
                    > 9-10 Lesson visits\n\
                    > Group 1: 9.00 Y5, 9.20 Y6, 9.40 Y4\n\
                    > Group 2: 9.00 Y1, 9.20 Y2, 9.40 Y3\n\
                    > 10-11 Book look\n\
                    > 11 to 12 Pupil voice\n\
                    > 12-1 Lunch\n\
                    > 1-2 Feedback\n\n\
                    Kind regards\n";
const SESSION: &str = "2026-12-01-oakfield-primary";

fn mail(home: &Home, text: &str) -> String {
    let path = home.path().join("mail.txt");
    put(&path, text);
    path.to_str().unwrap().into()
}

fn made(home: &Home, more: &[&str]) -> PathBuf {
    let said = [
        "new",
        "--model",
        "half-day",
        "--host",
        "Oakfield Primary",
        "--date",
        "2026-12-01",
        "--yes",
    ];
    done(home, &[&said[..], more].concat());
    home.path().join("data/sessions").join(SESSION)
}

fn rows(folder: &std::path::Path) -> Vec<String> {
    let plan = plan(folder);
    let rows = plan.days[0].slots.iter();
    rows.map(|slot| format!("{} {}", slot.starts.format("%H:%M"), slot.activity.title))
        .collect()
}

const ROWS: [&str; 6] = [
    "08:30 Arrival",
    "09:00 Lesson visits",
    "10:00 Book look",
    "11:00 Pupil voice",
    "12:00 Lunch",
    "13:00 Feedback",
];

#[test]
fn a_pasted_table_is_opened_and_a_note_stands_in_its_visit() {
    let home = Home::new();
    let path = mail(&home, MAIL);
    let folder = made(
        &home,
        &["--plan", &path, "--person", "Lead:Group 1:facilitator+reviewer"],
    );
    assert_eq!(rows(&folder), ROWS);

    let mut screen = Screen::start(&home, &["open", SESSION, "--at", "09:25"], 100, 30);
    wait_day(&screen);
    for row in [
        "Arrival",
        "Lesson visits",
        "Year 6",
        "Book look",
        "Pupil voice",
        "Lunch",
        "Feedback",
    ] {
        screen.wait_for(row);
    }
    // No key but those of the note and Enter.
    note(&mut screen, "+ cubes on every desk", "cubes on every desk");
    quit(&mut screen);

    let taken = notes(&rehearsal(&home));
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].body.text, "cubes on every desk");
    assert_eq!(taken[0].body.place.slot.words, "Lesson visits");
    assert_eq!(class(&taken[0]), Some("Year 6"));
}

#[test]
fn at_a_terminal_a_table_is_shown_and_written_only_after_a_yes() {
    let home = Home::new();
    let folder = made(&home, &[]);
    let before = rows(&folder);
    let path = mail(&home, &format!("{MAIL}\nPlease park on the road.\n"));
    let import = ["plan", "import", &path, "--into", SESSION];

    for (keys, said) in [
        ("<Enter>", "Nothing was written."),
        ("n<Enter>", "Nothing was written."),
    ] {
        let mut screen = Screen::start(&home, &import, 160, 90);
        screen.wait_for("Write this? [y/N]");
        let shown = screen.text();
        for part in [
            "09:00-10:00 60 min Lesson visits",
            "Please park on the road.",
            "+ 13:00",
        ] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
        screen.keys(keys);
        screen.wait_for(said);
        screen.wait_exit();
        assert_eq!(rows(&folder), before);
    }
    let mut screen = Screen::start(&home, &import, 160, 90);
    screen.wait_for("Write this? [y/N]");
    screen.keys("y<Enter>");
    screen.wait_for("Written:");
    screen.wait_exit();
    assert_eq!(rows(&folder), ROWS);

    let screen = Screen::start(
        &home,
        &["plan", "import", &path, "--into", SESSION, "--yes"],
        160,
        90,
    );
    screen.wait_exit();
    assert!(!screen.text().contains("Write this?"), "{}", screen.text());
}
