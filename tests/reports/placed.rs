//! A note that somebody else placed stands in the report where it was placed, and says where it was written.

use knownow::{
    domain::{
        ids::{PersonId, WriterId},
        note::{Label, Note},
        placing::{Placing, Where},
        record::Record,
        records::Entry,
    },
    export::{
        paper::markdown::markdown,
        report::{evidence_csv::evidence_csv, json::json, papers},
    },
};
use serde_json::Value;
use uuid::Uuid;

use crate::kit::{Review, half_day_found};

/// The first note made in a class.
fn note_in(review: &Review, class: &str) -> Record<Note> {
    let mut notes = review.records.notes.live();
    let found = notes.find(|note| note.body.place.visit.is_some() && note.body.place.name() == class);
    found.expect("a note of the class").clone()
}

/// Puts the first note of one class where the first one of another stands, with one more tag.
fn placed(review: &mut Review, from: &str, to: &str) -> Record<Note> {
    let (note, there) = (note_in(review, from), note_in(review, to));
    let by = Label::new(PersonId::new("facilitator"), "Facilitator");
    let mut body = Placing::nothing(note.id, by, note.body.when).tagged("homework", true);
    body.place = Some(Where::At(there.body.place));
    review.records.join(Entry::Placing(Record {
        id: Placing::id_of(note.id),
        writer: WriterId(Uuid::from_u128(0xFAC)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: note.body.when,
        came_from: Vec::new(),
        body,
    }));
    note
}

#[test]
fn table_json_and_paper_tell_both_where_a_note_was_placed_and_where_it_was_written() {
    let mut review = half_day_found();
    let before = review.report(false);
    assert!(before.notes.iter().all(|note| note.placed_by.as_str().is_empty()));
    let note = placed(&mut review, "Year 5", "Year 1");
    let report = review.report(false);

    let table = evidence_csv(&report).unwrap();
    let mut rows = csv::Reader::from_reader(&table["\u{feff}".len()..]);
    let heads = rows.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).expect("a column");
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let marked: Vec<_> = rows
        .iter()
        .filter(|row| !row[at("Placed by")].is_empty())
        .collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(&marked[0][at("Text")], note.body.text);
    assert_eq!(
        (&marked[0][at("Placed by")], &marked[0][at("Class")]),
        ("Facilitator", "Year 1")
    );
    assert!(marked[0][at("Written at")].starts_with("Lesson visits, Year 5"));
    assert_eq!(&marked[0][at("Tags changed")], "homework by Facilitator");
    assert!(marked[0][at("Tags")].contains("homework"));

    let told: Value = serde_json::from_slice(&json(&report).unwrap()).unwrap();
    let mut all = told["notes"].as_array().unwrap().iter();
    let told = all.find(|told| told["id"] == note.id.to_string()).unwrap();
    assert_eq!(
        (&told["class"], &told["placed_by"]),
        (&Value::from("Year 1"), &Value::from("Facilitator"))
    );
    assert!(told["written_at"].as_str().unwrap().contains("Year 5"));
    assert_eq!(told["tagged_by"][0], "homework by Facilitator");

    let paper = String::from_utf8(markdown(&papers::notes(&report))).unwrap();
    assert_eq!(paper.matches("placed by Facilitator").count(), 1);
}

#[test]
fn the_counts_of_the_report_are_those_of_the_places_that_are_seen() {
    let mut review = half_day_found();
    let notes_of = |review: &Review| -> Vec<(String, usize)> {
        let report = review.report(false);
        let parts = report.parts_of_school.iter();
        parts
            .map(|part| (part.part.one_line(), part.notes as usize))
            .collect()
    };
    let before = notes_of(&review);
    placed(&mut review, "Year 5", "Year 1");
    let after = notes_of(&review);
    assert_ne!(before, after);
    let sum = |parts: &[(String, usize)]| parts.iter().map(|(_, notes)| notes).sum::<usize>();
    assert_eq!(sum(&before), sum(&after), "nothing is counted twice");
    // Whoever wrote it as it was, and looks at it so, is told the old counts.
    let mut wants = review.records.placings.all().next().unwrap().clone();
    wants.body.place = Some(Where::AsWritten);
    wants.body.by = Label::new(PersonId::new("head-of-school-b"), "Head of School B");
    wants.writer = WriterId(Uuid::from_u128(0xB));
    review.records.join(Entry::Placing(wants));
    review.records.look_as(Some(PersonId::new("head-of-school-b")));
    assert_eq!(notes_of(&review), before);
}
