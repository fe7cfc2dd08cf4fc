//! A timetable that was mailed becomes the day, without a command: from the first screen, by a paste and a few keys.

use std::path::{Path, PathBuf};

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{children, done, note, notes, plan, quit, rehearsal, wait_day};

const TABLE: &str = include_str!("../corpus/tables/four-digit-times.tsv");
const ROWS: [&str; 7] = [
    "08:30 Arrive, sign in",
    "08:40 Briefing with head",
    "09:00 Learning walk",
    "10:30 Break",
    "10:50 Book scrutiny",
    "11:30 Staff voice",
    "12:00 Feedback",
];
const DATE: &str = "2096-12-04";
const SESSION: &str = "2096-12-04-oakfield-primary";

fn rows(folder: &Path) -> Vec<String> {
    let plan = plan(folder);
    let rows = plan.days[0].slots.iter();
    rows.map(|slot| format!("{} {}", slot.starts.format("%H:%M"), slot.activity.title))
        .collect()
}

/// The first screen, the list of every action, the table, and what was understood of it.
fn pasted(home: &Home) -> Screen {
    let mut screen = Screen::start(home, &[], 100, 30);
    screen.wait_for("Bring in a timetable ...");
    screen.keys("<C-k>import");
    screen.wait_for("> import");
    screen.keys("<Enter>");
    screen.wait_for("Paste the table from the mail or Word here");
    screen.paste(&TABLE.replace('\n', "\r\n"));
    screen.wait_for("8 lines");
    screen.keys("<Enter>");
    screen.wait_for("7 rows on 1 day found.");
    screen
}

#[test]
fn a_pasted_table_becomes_the_day_of_a_session_that_is_there() {
    let home = Home::new();
    let folder = made(&home);
    let before = rows(&folder);
    let mut screen = pasted(&home);
    screen.keys("<Enter>");
    screen.wait_for("Whose timetable is it to be?");
    // A new session stands first; the one that is there, below it.
    screen.keys("<Down><Enter>");
    screen.wait_for("What is different from the plan as it is (edition 1):");
    assert_eq!(rows(&folder), before, "looked at is not taken");
    screen.keys("<Enter>");
    screen.wait_for("Taken over: 7 rows, edition 2");
    screen.keys("<Esc>");
    wait_day(&screen);
    for row in ["Briefing with head", "Book scrutiny", "Staff voice"] {
        screen.wait_for(row);
    }
    quit(&mut screen);
    assert_eq!(rows(&folder), ROWS);

    // The day runs with these rows.
    let mut screen = Screen::start(&home, &["open", SESSION, "--at", "11:35"], 100, 30);
    wait_day(&screen);
    note(&mut screen, "+ all feel heard", "all feel heard");
    quit(&mut screen);
    let taken = notes(&rehearsal(&home));
    assert_eq!(taken[0].body.place.slot.words, "Staff voice");
}

#[test]
fn a_pasted_table_begins_the_first_session_of_this_machine() {
    let home = Home::new();
    let mut screen = pasted(&home);
    screen.keys("<Enter>");
    screen.wait_for("Half-day peer review");
    screen.keys("half<Enter>");
    screen.wait_for("which school is reviewed?");
    screen.keys("Oakfield Primary<Enter>");
    screen.wait_for("on which date?");
    screen.keys(&format!("{DATE}<Enter>"));
    screen.wait_for("that makes the session, with this timetable");
    assert_eq!(children(&home.path().join("data")), Vec::<PathBuf>::new());
    screen.keys("<Enter>");
    screen.wait_for("This is the new plan.");
    screen.keys("<Esc>");
    wait_day(&screen);
    screen.wait_for("Book scrutiny");
    quit(&mut screen);
    assert_eq!(rows(&home.path().join("data/sessions").join(SESSION)), ROWS);
}

fn made(home: &Home) -> PathBuf {
    let new = ["new", "--model", "half-day", "--host", "Oakfield Primary"];
    done(home, &[&new[..], &["--date", DATE, "--yes"]].concat());
    home.path().join("data/sessions").join(SESSION)
}
