//! What holds for any bytes in the journal.

use std::{fs, io::Write};

use knownow::{
    domain::{
        draft::Draft,
        ids::{RecordId, SlotId},
        route::PlaceId,
    },
    storage::journal::Journal,
};
use uuid::Uuid;

/// With this first byte each line behind it is an entry that is whole.
const FRAMED: u8 = b'F';

/// Whatever a journal holds, what is read of it is there again behind a line that is kept, and nothing is doubled.
pub fn journal(bytes: &[u8]) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.journal");
    let bytes: Vec<u8> = match bytes.split_first() {
        Some((&FRAMED, rest)) => rest.split(|byte| *byte == b'\n').flat_map(framed).collect(),
        _ => bytes.to_vec(),
    };
    let mut file = fs::File::create_new(&path).expect("room for a file");
    file.write_all(&bytes).expect("room for a file");

    let (mut journal, found) = Journal::open(&path);
    for draft in &found {
        assert!(!draft.text.is_empty());
        assert!(draft.cursor <= draft.text.chars().count());
        assert_eq!(found.iter().filter(|other| other.note == draft.note).count(), 1);
    }
    let kept = line();
    journal.keep(&kept).expect("room for a line");
    let mut wanted: Vec<Draft> = found.clone();
    wanted.retain(|draft| draft.note != kept.note);
    let (_, mut again) = Journal::open(&path);
    assert!(again.contains(&kept));
    again.retain(|draft| draft.note != kept.note);
    assert_eq!(again, wanted);

    for draft in found.iter().chain([&kept]) {
        journal.forget(draft.note).expect("a file that can be written");
    }
    assert_eq!(Journal::open(&path).1, []);
    let left = fs::read(&path).expect("the file");
    assert!(left.is_empty(), "no byte of old text stays");
    !found.is_empty()
}

fn framed(payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a short line").to_le_bytes();
    let sum = crc32fast::hash(payload).to_le_bytes();
    [&length, &sum, payload].concat()
}

fn line() -> Draft {
    Draft {
        note: RecordId(Uuid::from_u128(9)),
        rev: 1,
        text: "+ cubes on every table".to_owned(),
        cursor: 3,
        begun: "2026-12-01T09:16:00+00:00".parse().expect("a moment"),
        place: PlaceId {
            slot: SlotId::new("lesson-visits"),
            visit: None,
        },
        prompt: None,
        private: false,
        entered: false,
        entered_before: None,
        hidden: false,
    }
}
