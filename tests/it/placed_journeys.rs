//! A note that a colleague placed, told by the commands: both where it is placed and where it was written.

use serde_json::Value;
use uuid::Uuid;

use crate::pty_kit::Home;
use crate::session_kit::{copy_example, done, put, records_files};

const SESSION: &str = "half-day-maths";
const B: &str = "Head of School B";

fn listed(home: &Home, more: &[&str]) -> Value {
    let args = [&["notes", "list", SESSION, "--json"], more].concat();
    let out = done(home, &args);
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn a_placed_note_is_told_with_both_its_places_and_travels_in_the_hand_over() {
    let home = Home::new();
    let folder = copy_example(&home, SESSION);
    done(
        &home,
        &[
            "note",
            "+ every pupil answers PP",
            "--into",
            SESSION,
            "--as",
            B,
            "--when",
            "09:02",
        ],
    );
    let note = listed(&home, &[])[0].clone();
    assert_eq!(note["visit"], "Year 5");
    assert!(note.get("placed_by").is_none() && note.get("written").is_none());

    let id = Uuid::parse_str(note["id"].as_str().unwrap()).unwrap();
    let theirs = std::fs::read_to_string(&records_files(&folder)[0]).unwrap();
    let (head, _) = theirs.split_once("    writer:").unwrap();
    let placing = Uuid::new_v5(&id, b"placed");
    let writer = Uuid::from_u128(0xFAC);
    let text = format!(
        "{head}    writer: \"{writer}\",\n    person: (id: \"facilitator\", words: \"Facilitator\"),\n    placings: [\n        \
         (at: \"2026-12-01T09:30:00+00:00\", by: (id: \"facilitator\", words: \"Facilitator\"), place: at(activity: (id: \
         lesson_visits, words: \"Lesson visits\"), visit: (id: \"g2-year-1\", words: \"Year 1\"), slot: (id: \
         \"lesson-visits\", words: \"Lesson visits\")), tags: [\"homework\"], without: [\"PP\"], note: \"{id}\", id: \
         \"{placing}\", writer: \"{writer}\", seq: 1),\n    ],\n)\n"
    );
    put(&folder.join("records/facilitator.0fac.ron"), &text);

    let note = listed(&home, &[])[0].clone();
    assert_eq!(
        (&note["visit"], &note["placed_by"]),
        (&Value::from("Year 1"), &Value::from("Facilitator"))
    );
    assert_eq!(note["written"]["visit"], "Year 5");
    assert_eq!(
        (&note["tags"][0], &note["written"]["tags"][0]),
        (&Value::from("homework"), &Value::from("PP"))
    );
    assert_eq!(note["tagged_by"][0]["by"], "Facilitator");
    assert_eq!(note["untagged_by"][0]["tag"], "PP");
    let line = done(&home, &["notes", "list", SESSION]);
    assert!(line.contains("Year 1  + every pupil answers PP"), "{line}");
    assert!(
        line.contains("placed by Facilitator, written at Year 5"),
        "{line}"
    );

    done(&home, &["notes", "export", SESSION, "--out", "notes.txt"]);
    let other = Home::new();
    copy_example(&other, SESSION);
    let text = std::fs::read_to_string(home.path().join("notes.txt")).unwrap();
    put(&other.path().join("mail.txt"), text.replace('\n', "\r\n> "));
    done(&other, &["notes", "import", "mail.txt", "--into", SESSION]);
    let note = listed(&other, &[])[0].clone();
    assert_eq!(
        (&note["visit"], &note["written"]["visit"]),
        (&Value::from("Year 1"), &Value::from("Year 5"))
    );
}
