//! What holds for any bytes whatever that are read as a file of this kind. Each says whether they were read.

use std::{
    collections::BTreeSet,
    io::{Cursor, Write},
    path::Path,
};

use knownow::{
    domain::{ids::SessionId, plan::Plan, records::Records},
    import::{self, Source, Vocabulary},
    storage::{
        catalogue,
        files::{
            hand_over_file, model_file, plan_file,
            records_file::{self, Standing},
        },
    },
    ui::display_safe::display_safe,
};
use uuid::Uuid;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The plan of the worked example with notes.
fn example() -> Plan {
    let text = catalogue::examples()[1].plan;
    plan_file::read_plan(Path::new("plan.ron"), text.as_bytes()).expect("the shipped plan")
}

/// A message has words, and nothing in it drives the terminal once it is shown.
pub fn is_told(message: &str) {
    assert!(!message.trim().is_empty());
    for line in message.lines() {
        assert!(!display_safe(line).chars().any(char::is_control));
    }
}

/// A records file is whole or told, and what was read of it joins with itself into the same.
pub fn records(bytes: &[u8]) -> bool {
    let session = SessionId(Uuid::from_u128(1));
    let read = records_file::read_records(Path::new("records/b.ron"), bytes, session);
    assert_eq!(read.standing == Standing::Whole, read.fault.is_none());
    if let Some(fault) = &read.fault {
        is_told(&fault.to_string());
    }
    let mut twice: Records = read.records.clone();
    twice.merge(read.records.clone());
    assert_eq!(twice, read.records);
    read.standing == Standing::Whole
}

/// A plan is refused in words, or can be written and read again as the same plan.
pub fn plan(bytes: &[u8]) -> bool {
    let plan = match plan_file::read_plan(Path::new("plan.ron"), bytes) {
        Ok(plan) => plan,
        Err(fault) => {
            is_told(&fault.to_string());
            return false;
        }
    };
    if let Ok(text) = plan_file::write_plan(&plan) {
        let again = plan_file::read_plan(Path::new("plan.ron"), text.as_bytes());
        assert_eq!(again.as_ref().ok(), Some(&plan_file::in_order(plan)));
    }
    true
}

/// A review model is read or refused in words.
pub fn model(bytes: &[u8]) -> bool {
    let read = model_file::read_model(Path::new("models/own.ron"), bytes);
    if let Err(fault) = &read {
        is_told(&fault.to_string());
    }
    read.is_ok()
}

/// What a stick or a mail brings is a hand-over of this session, or refused.
pub fn hand_over(bytes: &[u8]) -> bool {
    let readings = match import::hand_over::readings(bytes) {
        Ok(readings) => readings,
        Err(fault) => {
            is_told(&fault.to_string());
            return false;
        }
    };
    let _lines = import::hand_over::beside(bytes);
    let ways: Vec<_> = readings
        .iter()
        .map(|reading| (reading.pieces.as_slice(), reading.broken.as_slice()))
        .collect();
    hand_over_file::read(&ways, &example()).is_ok()
}

/// A timetable is read, whatever it is called, or refused in words; nothing that is said in it is dropped.
pub fn timetable(bytes: &[u8]) -> bool {
    let words = Vocabulary::of_plan(&example());
    let said = lines_with_words(bytes);
    let named = ["table.md", "table.csv", "table.docx", ""].map(|name| {
        let read = import::timetable(Source { name, bytes }, &words);
        let found = read.map_err(|fault| is_told(&fault.to_string())).ok()?;
        let told = found.understood.iter().map(|piece| piece.line);
        let told: BTreeSet<usize> = told
            .chain(found.unplaced.iter().map(|piece| piece.line))
            .collect();
        let missing: Vec<_> = said.difference(&told).collect();
        assert!(missing.is_empty(), "lines {missing:?} of {name}");
        Some(())
    });
    named[0].is_some()
}

/// The lines of a text that say something. Of bytes that are not plainly text, and of mails and pages, none are known.
fn lines_with_words(bytes: &[u8]) -> BTreeSet<usize> {
    let text = str::from_utf8(bytes).unwrap_or_default();
    let odd = ['\r', '\0', '\u{b}', '\u{c}', '\u{feff}', '\u{2028}', '\u{2029}'];
    if text.contains(odd) {
        return BTreeSet::new();
    }
    let lines = text.split('\n').enumerate();
    let said = lines.filter(|(_, line)| line.chars().any(char::is_alphanumeric));
    said.map(|(at, _)| at + 1).collect()
}

/// Notes as people write them are read, whatever they are called, or refused in words.
pub fn prose(bytes: &[u8]) -> bool {
    let words = Vocabulary::of_plan(&example());
    let named = ["notes.txt", "mail.eml", "notes.docx"].map(|name| {
        let read = import::jotted(Source { name, bytes }, &words);
        read.map_err(|fault| is_told(&fault.to_string())).is_ok()
    });
    named[0]
}

/// A Word document is read or refused in words, as a timetable, as notes and as a hand-over. Bytes that are no archive
/// are taken for the text of its main part.
pub fn docx(bytes: &[u8]) -> bool {
    let archive = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        word_document(bytes)
    };
    let words = Vocabulary::of_plan(&example());
    let source = Source {
        name: "table.docx",
        bytes: &archive,
    };
    let table = import::timetable(source, &words);
    let notes = import::jotted(source, &words);
    let lines = import::lines(&archive);
    let faults = [table.as_ref().err(), notes.as_ref().err(), lines.as_ref().err()];
    for fault in faults.into_iter().flatten() {
        is_told(&fault.to_string());
    }
    hand_over(&archive);
    table.is_ok()
}

/// A Word document whose main part is this.
fn word_document(main: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive
        .start_file("word/document.xml", stored)
        .expect("room in memory");
    archive.write_all(main).expect("room in memory");
    archive.finish().expect("room in memory").into_inner()
}
