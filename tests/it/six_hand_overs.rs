//! Six colleagues hand over a hundred notes each: how many keys it takes to have all of them.

use chrono::NaiveTime;
use knownow::domain::{
    ids::{PersonId, RecordId, WriterId},
    jotted::Ground,
    note::{Label, Note, NoteKind},
    plan::{Person, Plan},
    record::Record,
    records::{Entry, Records},
};
use knownow::storage::files::records_text::RecordsText;
use serde_json::Value;
use uuid::Uuid;

use crate::pty_kit::{Home, Screen};
use crate::session_kit::{
    copy_example, done, plan, put, quit, records_files, wait_day, wait_saved, wait_taken_in,
};

const SESSION: &str = "half-day-maths";
const REVIEWERS: u64 = 6;
const NOTES: u64 = 100;

/// A hundred notes of a person.
fn hundred(plan: &Plan, nth: u64, person: &Label<PersonId>) -> Records {
    let when = plan.moment(plan.days[0].date, NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    let mut records = Records::default();
    for count in 0..NOTES {
        let body = Note {
            when,
            by: person.clone(),
            typed_by: person.clone(),
            place: Ground::tray(),
            kind: NoteKind::Strength,
            important: false,
            tags: Vec::new(),
            text: format!(
                "note {count} of {}: every pupil answers on a whiteboard",
                person.words
            ),
        };
        records.join(Entry::Note(Record {
            id: RecordId(Uuid::from_u128(u128::from(nth * 1000 + count + 1))),
            writer: writer(nth),
            rev: 1,
            deleted: false,
            seq: u32::try_from(count + 1).unwrap(),
            edited_at: when,
            came_from: Vec::new(),
            body,
        }));
    }
    records
}

fn writer(nth: u64) -> WriterId {
    WriterId(Uuid::from_u128(u128::from(0xa0 + nth)))
}

/// The records of six people, as they lie on their laptops.
fn six_laptops(home: &Home) {
    let folder = copy_example(home, SESSION);
    let plan = plan(&folder);
    std::fs::create_dir_all(folder.join("records")).unwrap();
    for (nth, person) in (0..REVIEWERS).zip(&plan.people) {
        let label = Label::new(person.id.clone(), &person.name);
        let mut text = RecordsText::new(plan.session, writer(nth), &label).unwrap();
        text.put_all(&hundred(&plan, nth, &label)).unwrap();
        put(
            &folder.join(format!("records/writer.{nth:04x}.ron")),
            text.bytes(),
        );
    }
}

/// The files that the six hand over.
fn six_files(home: &Home) -> Vec<String> {
    six_laptops(home);
    let people = plan(&home.path().join("data/sessions").join(SESSION)).people;
    let people = people.iter().take(usize::try_from(REVIEWERS).unwrap());
    let file = |person: &Person| {
        let file = home
            .path()
            .join(format!("notes of {}.txt", person.id))
            .display()
            .to_string();
        done(
            home,
            &["notes", "export", SESSION, "--by", &person.name, "--out", &file],
        );
        file
    };
    people.map(file).collect()
}

#[test]
fn six_hand_overs_come_in_by_two_keys_or_by_one_command() {
    let (they, screen_home, command_home) = (Home::new(), Home::new(), Home::new());
    let files = six_files(&they);
    assert!(
        files
            .iter()
            .all(|file| std::fs::metadata(file).unwrap().len() < 40 * 1024)
    );
    let folder = copy_example(&screen_home, SESSION);
    let mut screen = Screen::start(&screen_home, &["open", SESSION, "--as", "Facilitator"], 120, 36);
    wait_day(&screen);
    screen.keys("+ half a line");
    // A terminal puts the names there when the files are dropped on it; then one key takes them in.
    let dropped: Vec<String> = files.iter().map(|file| format!("'{file}'")).collect();
    screen.paste(&dropped.join(" "));
    screen.wait_for("600 notes new. Nothing is written before you press Enter.");
    screen.keys("<Enter>");
    wait_taken_in(&screen, 600);
    assert!(screen.text().contains("half a line"), "{}", screen.text());
    assert_eq!(
        records_files(&folder).len(),
        6,
        "each under its writer, and none of mine"
    );
    screen.paste(&dropped.join("\n"));
    screen.wait_for("Nothing in it is new.");
    screen.keys("<Enter>");
    screen.wait_for("half a line");
    screen.keys("<Enter>");
    wait_saved(&screen, "half a line");
    quit(&mut screen);

    copy_example(&command_home, SESSION);
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    done(
        &command_home,
        &[&["notes", "import"], &names[..], &["--into", SESSION]].concat(),
    );
    let notes = |home: &Home| -> Vec<Value> {
        let told: Vec<Value> =
            serde_json::from_str(&done(home, &["notes", "list", SESSION, "--json"])).unwrap();
        told.into_iter()
            .filter(|note| note["text"] != "half a line")
            .collect()
    };
    let all = notes(&command_home);
    assert_eq!(all.len(), 600);
    assert_eq!(notes(&screen_home), all);
}
