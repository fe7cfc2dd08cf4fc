//! The page of all notes in the real program: one of 5,000 is found, a run is moved, notes are copied.

use std::path::Path;

use knownow::{
    domain::{
        ids::{RecordId, WriterId},
        records::{Entry, Records},
    },
    storage::files::records_text::RecordsText,
};
use uuid::Uuid;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{copy_example, notes, plan, put, quit, read_records, records_files, rehearsal};

/// So many notes of somebody else beside those of the session, of which one speaks of a zebra crossing.
fn add_notes(folder: &Path, count: usize) {
    let read = read_records(folder, &records_files(folder)[0]);
    let (like, person) = (read.records.notes.live().next(), read.person);
    let (like, person) = (like.expect("a note").clone(), person.expect("a person"));
    let writer = WriterId(Uuid::from_u128(0xabc << 64));
    let mut records = Records::default();
    for nth in 0..count {
        let mut note = like.clone();
        note.id = RecordId(Uuid::from_u128((0xabc << 64) + nth as u128));
        note.writer = writer;
        note.seq = u32::try_from(nth).expect("few notes");
        note.body.text = if nth == count / 3 {
            "a zebra crossing painted in the yard is counted in tens".into()
        } else {
            format!("pupils count in tens, nr {nth}: cubes first, then a drawing, then the number alone")
        };
        records.join(Entry::Note(note));
    }
    let mut text = RecordsText::new(plan(folder).session, writer, &person).expect("a head");
    text.put_all(&records).expect("every record");
    put(&folder.join("records/many.0abc.ron"), text.bytes());
}

fn open(home: &Home, folder: &Path, as_whom: &str, at: &str) -> Screen {
    let path = folder.to_str().expect("a path");
    let screen = Screen::start(home, &["open", path, "--as", as_whom, "--at", at], 80, 24);
    screen.wait_for("Ctrl+K everything");
    screen
}

#[test]
fn a_note_among_five_thousand_is_found_by_three_letters_and_opened_by_one_key() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths-80-notes");
    add_notes(&folder, 4_920);
    let mut screen = open(&home, &folder, "Facilitator", "10:16");
    screen.keys("<C-f>");
    screen.wait_for("5000 notes");
    screen.keys("zeb");
    screen.wait_for("1 of 5000 notes");
    screen.wait_for("a zebra crossing painted in the yard");
    screen.keys("<Enter>");
    screen.wait_for("In no finding yet, and not set aside.");
    screen.keys("<C-q>");
    screen.wait_exit();
}

#[test]
fn a_marked_run_is_moved_and_that_is_on_the_disk() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let mut screen = open(&home, &folder, "Head of School B", "09:16");
    screen.keys("+ one<Enter>- two<Enter>? three<Enter>");
    screen.wait_for("saved 09:16");
    screen.keys("<C-f>");
    screen.wait_for("3 notes");
    screen.keys("<Tab>  ");
    screen.wait_for("2 notes marked");
    screen.keys("p");
    screen.wait_for("Where do these 2 notes belong?");
    screen.keys("year 4<Enter>");
    screen.wait_for("2 notes moved to Year 4");
    screen.wait_for("saved 09:16");
    quit(&mut screen);
    let filed: Vec<(String, String)> = notes(&rehearsal(&home))
        .into_iter()
        .map(|note| (note.body.place.name().to_owned(), note.body.text))
        .collect();
    let filed: Vec<(&str, &str)> = filed.iter().map(|(place, text)| (&**place, &**text)).collect();
    assert_eq!(filed, [("Year 6", "one"), ("Year 4", "two"), ("Year 4", "three")]);
}

#[test]
fn without_a_clipboard_of_the_system_the_terminal_gets_the_text() {
    let home = Home::new();
    let folder = copy_example(&home, "half-day-maths");
    let mut screen = open(&home, &folder, "Head of School B", "09:16");
    screen.keys("+ one<Enter>- two<Enter><C-f>");
    screen.wait_for("2 notes");
    screen.keys("<Tab>mc");
    screen.wait_for("2 notes copied by the terminal, if it can.");
    // "one" and "two", a line each, in base64.
    let asked = b"\x1b]52;c;b25lCnR3bw==";
    let output = screen.output();
    assert!(
        output.windows(asked.len()).any(|part| part == asked),
        "{}",
        screen.text()
    );
    quit(&mut screen);
}
