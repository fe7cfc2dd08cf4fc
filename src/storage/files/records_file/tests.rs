use crate::domain::by_when::ByWhen;
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    domain::{
        activity::ActivityKind,
        day_change::{Change, Scope},
        finding::FindingKind,
        ids::{DayId, ListId, RecordId, SlotId, TrackId, VisitId},
        note::NoteKind,
        plan::Duty,
        record::{Record, SeenEdition},
        records::Entry,
    },
    storage::files::{
        Unwritable,
        records_text::{RecordsText, record_line},
    },
};

mod any_records;
mod placings;
mod unknown;
use any_records::{any_entry, entries_of};
use placings::now;

/// A records file of version 1 with every kind of record. It must be readable for ever.
const VERSION_1: &str = include_str!("tests/version_1.ron");
/// One of version 2, with the kinds of change that it brought.
const VERSION_2: &str = include_str!("tests/version_2.ron");
/// One of version 3, with signatures that say who typed them and action steps until a term ends.
const VERSION_3: &str = include_str!("tests/version_3.ron");

const SESSION: SessionId = SessionId(Uuid::from_u128(0x0000_0000_0000_0000_0000_0000_0000_0001));
const WRITER: WriterId = WriterId(Uuid::from_u128(0x0000_0000_0000_0000_0000_0000_0000_0002));

fn file() -> &'static Path {
    Path::new("records/b.0002.ron")
}

fn read_text(text: &str) -> ReadRecords {
    read_records(file(), text.as_bytes(), SESSION)
}

fn whole_1() -> Records {
    let read = read_text(VERSION_1);
    assert_eq!((read.standing, &read.fault), (Standing::Whole, &None));
    read.records
}

fn person() -> Label<PersonId> {
    Label::new(PersonId::new("head-of-school-b"), "Head of School B")
}

fn text_of(entries: &[Entry]) -> Vec<u8> {
    let mut text = RecordsText::new(SESSION, WRITER, &person()).expect("a head");
    for entry in entries {
        text.put(entry).expect("a record that can be written");
    }
    text.bytes()
}

fn record_id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// What is said, as `line: what`.
fn said(read: &ReadRecords) -> Vec<String> {
    let faults = read.fault.as_ref().map_or(&[][..], FileFault::faults);
    faults
        .iter()
        .map(|fault| format!("{}: {}", fault.place.map_or(0, |place| place.line), fault.what))
        .collect()
}

#[test]
fn version_1_is_read_with_every_kind_of_record() {
    assert_eq!(whole_1().len(), 12);
}

#[test]
fn a_note_of_version_1_is_read_with_all_its_fields() {
    let records = whole_1();
    let note = records.notes.get(record_id(0x11)).expect("a note");
    assert_eq!((note.rev, note.deleted, note.seq), (2, true, 4));
    assert_eq!(note.edited_at.to_string(), "2026-12-01T09:20:00+00:00");
    assert_eq!(
        note.came_from,
        [SeenEdition {
            writer: WriterId(Uuid::from_u128(3)),
            rev: 1
        }]
    );
    assert_eq!((note.body.kind, note.body.important), (NoteKind::Strength, true));
    assert_eq!(
        note.body.text,
        "every pupil answers,\n\"together\" \u{1b} 🙂 שלום"
    );
    assert_eq!(
        (note.body.by.words.as_str(), note.body.typed_by.words.as_str()),
        ("Head of School C", "Head of School B")
    );
    assert_eq!(note.body.place.activity.id, ActivityKind::LessonVisits);
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 6")
    );
    assert_eq!(note.body.tags, ["SEND"]);
    let least = records.notes.get(record_id(0x12)).expect("the least note");
    assert_eq!(
        (least.rev, least.edited_at, &least.body.typed_by),
        (1, least.body.when, &least.body.by)
    );
}

#[test]
fn ticks_and_changes_of_version_1_are_read() {
    let records = whole_1();
    let tick = records.asked.get(record_id(0x21)).expect("a tick");
    assert_eq!(tick.body.prompt.words, "Small steps");
    let changes: Vec<_> = records.changes.all().map(|change| &change.body.what).collect();
    let ten = NaiveTime::from_hms_opt(10, 0, 0).expect("a time");
    assert_eq!(changes.len(), 5);
    assert_eq!(
        changes[1],
        &Change::Retimed {
            slot: SlotId::new("break"),
            starts: ten,
            ends: None
        }
    );
    let scopes: Vec<_> = records.changes.all().map(|change| &change.body.scope).collect();
    assert!(
        matches!(scopes[..2], [Scope::Track(Some(_)), Scope::Everyone]) && *scopes[2] == Scope::Track(None)
    );
}

#[test]
fn what_was_agreed_is_read_from_version_1() {
    let records = whole_1();
    let finding = records.findings.get(record_id(0x41)).expect("a finding");
    assert_eq!(
        (&finding.body.kind, finding.body.order),
        (&FindingKind::About(ListId::new("answers"), "maths-1".into()), 2)
    );
    assert_eq!(
        finding.body.steps[0].by,
        NaiveDate::from_ymd_opt(2027, 1, 15).map(ByWhen::Day)
    );
    assert_eq!(finding.edited_at.to_string(), "2026-12-01T11:40:00+00:00");
    let sign_off = records.sign_offs.get(record_id(0x51)).expect("a sign-off");
    assert_eq!(sign_off.body.of, "9f2c");
    let follow_up = records.follow_ups.get(record_id(0x61)).expect("a follow-up");
    assert_eq!(follow_up.body.rating, "amber");
}

#[test]
fn version_1_is_written_back_as_version_4() {
    let entries = entries_of(&whole_1());
    let now = now(VERSION_1).replace("answer(\"maths-1\")", "about(\"answers\", \"maths-1\")");
    assert_eq!(String::from_utf8(text_of(&entries)).expect("text"), now);
}

#[test]
fn version_2_is_read_with_its_changes_and_written_back_as_version_4() {
    let read = read_text(VERSION_2);
    assert_eq!((read.standing, &read.fault), (Standing::Whole, &None));
    let change = |id| {
        &read
            .records
            .changes
            .get(record_id(id))
            .expect("a change")
            .body
            .what
    };
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    assert_eq!(
        change(0x37),
        &Change::VisitMoved {
            visit: VisitId::new("g1-y6"),
            track: TrackId::new("lesson-visits-1"),
            starts: time(9, 30)
        }
    );
    assert_eq!(
        change(0x38),
        &Change::RowAdded {
            day: DayId::new("day-1"),
            slot: SlotId::new("parents"),
            starts: time(11, 0),
            ends: Some(time(11, 15)),
            title: "Parents at the gate".into(),
            kind: ActivityKind::ParentVoice
        }
    );
    assert!(matches!(change(0x39), Change::PromptAdded { prompt, .. } if prompt.short == "At home"));
    assert!(matches!(change(0x3a), Change::PersonAdded { person } if person.duties == [Duty::Reviewer]));
    assert!(matches!(change(0x3b), Change::PersonAdded { person } if person.host_staff));
    let entries = entries_of(&read.records);
    assert_eq!(
        String::from_utf8(text_of(&entries)).expect("text"),
        now(VERSION_2)
    );
}

#[test]
fn version_3_is_read_with_who_typed_a_signature_and_written_back_as_version_4() {
    let read = read_text(VERSION_3);
    assert_eq!((read.standing, &read.fault), (Standing::Whole, &None));
    let signed = read.records.sign_offs.get(record_id(0x53)).expect("a signature");
    let typist = signed.body.typed_by.as_ref().map(|typist| typist.words.as_str());
    assert_eq!(typist, Some("Head of School B"));
    assert_eq!(signed.body.lines.len(), 2);
    let finding = read.records.findings.get(record_id(0x41)).expect("a finding");
    let words = Some(ByWhen::Words("end of spring term".into()));
    assert_eq!(finding.body.steps[1].by, words);
    let entries = entries_of(&read.records);
    assert_eq!(
        String::from_utf8(text_of(&entries)).expect("text"),
        now(VERSION_3)
    );
}

#[test]
fn a_line_that_cannot_be_read_costs_that_line_only() {
    let bad = VERSION_1
        .replace("kind: evidence", "kind: evidense")
        .replace("late: 2", "late: two");
    let read = read_text(&bad);
    assert_eq!(read.standing, Standing::Broken);
    assert_eq!((read.writer, read.person.clone()), (Some(WRITER), Some(person())));
    assert_eq!(read.records.len(), 10);
    let faults = said(&read);
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(
        faults[0],
        "9: `evidense` is not one of the words that may stand here"
    );
    assert_eq!(faults[1], "15: a whole number is expected here");
    let shown = read.fault.expect("a fault").to_string();
    assert!(shown.starts_with("records/b.0002.ron:9:51: "), "{shown}");
    assert!(shown.ends_with("the file was not changed"), "{shown}");
}

#[test]
fn a_file_cut_anywhere_keeps_every_whole_line() {
    let lines: Vec<&str> = VERSION_1.split_inclusive('\n').collect();
    for count in 8..lines.len() {
        let cut: String = lines[..count].concat();
        let kept = cut.lines().filter(|line| line.starts_with("        (")).count();
        let read = read_text(&cut);
        assert_eq!(
            (read.standing, read.records.len()),
            (Standing::Broken, kept),
            "{count}"
        );
        assert!(
            said(&read)
                .iter()
                .any(|fault| fault.contains("before it is complete")),
            "{:?}",
            said(&read)
        );
        let torn = read_text(&format!("{cut}        (when: \"2026-1"));
        assert_eq!(
            (torn.standing, torn.records.len()),
            (Standing::Broken, kept),
            "{count}"
        );
    }
}

#[test]
fn both_sides_of_a_merge_are_kept_and_its_markers_reported() {
    let two = VERSION_1
        .replace(
            "    asked: [\n",
            "<<<<<<< mine\n    asked: [\n=======\n>>>>>>> theirs\n",
        )
        .replace("    changes: [\n", "");
    let read = read_text(&two);
    assert_eq!(read.records, whole_1());
    assert_eq!(read.standing, Standing::Broken);
    assert_eq!(
        said(&read)
            .iter()
            .filter(|fault| fault.contains("merge marker"))
            .count(),
        3
    );
}

#[test]
fn bytes_that_are_no_text_cost_their_line_only() {
    let mut bytes = VERSION_1.as_bytes().to_vec();
    let at = VERSION_1.find("every pupil").expect("a text");
    bytes[at] = 0xE9;
    let read = read_records(file(), &bytes, SESSION);
    assert_eq!((read.standing, read.records.len()), (Standing::Broken, 11));
    assert_eq!(said(&read), ["8: from here line 8 can't be read as text"]);
    assert_eq!(read.writer, Some(WRITER));
}

#[test]
fn zeros_at_the_end_cost_no_record() {
    let mut bytes = VERSION_1.as_bytes().to_vec();
    bytes.extend([0; 4096]);
    let read = read_records(file(), &bytes, SESSION);
    assert_eq!((read.standing, read.records.len()), (Standing::Broken, 12));
    assert!(said(&read).iter().any(|fault| fault.contains("holds zeros")));
}

#[test]
fn a_file_of_another_session_or_kind_gives_nothing() {
    let other = SessionId(Uuid::from_u128(9));
    for (text, words) in [
        (
            VERSION_1.to_owned(),
            "of session 00000000-0000-0000-0000-000000000001, this folder is of session",
        ),
        (
            VERSION_1.replace("    notes: [", "    notes: [ <<<"),
            "this folder is of session",
        ),
        (
            VERSION_1.replace("knownow records", "knownow private notes"),
            "a \"knownow private notes\" file",
        ),
        (moved_session(), "this folder is of session"),
    ] {
        let read = read_records(file(), text.as_bytes(), other);
        assert_eq!((read.standing, read.records.len()), (Standing::Refused, 0));
        assert!(said(&read)[0].contains(words), "{:?}", said(&read));
    }
}

/// The head in an order in which the session stands last.
fn moved_session() -> String {
    let session = format!("    session: \"{SESSION}\",\n");
    let without = VERSION_1
        .replace(&session, "")
        .replace("    asked: [", "    other: 1,\n    asked: [");
    format!("{}{session})\n", without.strip_suffix(")\n").expect("an end"))
}

#[test]
fn a_note_that_is_too_long_is_refused_with_its_line() {
    for length in [LONGEST_NOTE + 1, LONGEST_LINE + 1] {
        let read = read_text(&VERSION_1.replace("the least", &"x".repeat(length)));
        assert_eq!((read.standing, read.records.len()), (Standing::Broken, 11));
        assert!(
            said(&read)[0].starts_with("9: this note is too long"),
            "{:?}",
            said(&read)
        );
    }
    let longest = read_text(&VERSION_1.replace("the least", &"x".repeat(LONGEST_NOTE)));
    assert_eq!((longest.standing, longest.records.len()), (Standing::Whole, 12));
    let Entry::Note(mut note) = entries_of(&whole_1()).remove(0) else {
        panic!("a note")
    };
    note.body.text = "\u{1b}".repeat(LONGEST_NOTE);
    record_line(&Entry::Note(note.clone())).expect("the longest note is written");
    note.body.text.push('x');
    assert!(matches!(
        record_line(&Entry::Note(note)),
        Err(Unwritable::TooLong { .. })
    ));
}

#[test]
fn a_later_edition_takes_the_place_of_an_earlier_one_and_never_the_other_way() {
    let mut text = RecordsText::new(SESSION, WRITER, &person()).expect("a head");
    let Entry::Note(first) = entries_of(&whole_1()).remove(1) else {
        panic!("a note")
    };
    let mut second = first.clone();
    second.rev += 1;
    second.body.text = "better words".into();
    let mut twin = second.clone();
    twin.body.text = "another laptop's better words".into();
    assert!(text.put(&Entry::Note(first.clone())).expect("written"));
    assert!(text.put(&Entry::Note(second.clone())).expect("written"));
    let bytes = text.bytes();
    assert!(!text.put(&Entry::Note(first)).expect("written"));
    assert!(!text.put(&Entry::Note(second.clone())).expect("written"));
    assert!(
        !text.put(&Entry::Note(twin)).expect("written"),
        "at equal revisions the law of merging decides"
    );
    assert_eq!(text.bytes(), bytes);
    let read = read_records(file(), &bytes, SESSION);
    assert_eq!(read.records.notes.get(second.id), Some(&second));
}

#[test]
fn private_notes_of_two_writers_share_a_file_that_takes_nothing_else() {
    let mut text = RecordsText::private(SESSION, WRITER, &person()).expect("a head");
    let entries = entries_of(&whole_1());
    let Entry::Note(mine) = entries[0].clone() else {
        panic!("a note")
    };
    let theirs = Record {
        writer: WriterId(Uuid::from_u128(7)),
        ..mine.clone()
    };
    text.put(&Entry::Note(mine)).expect("written");
    text.put(&Entry::Note(theirs.clone())).expect("written");
    assert!(matches!(text.put(&entries[3]), Err(Unwritable::OnlyNotes)));
    let bytes = text.bytes();
    assert!(!String::from_utf8_lossy(&bytes).contains("asked"));
    let read = read_private_notes(Path::new("private.ron"), &bytes, SESSION);
    assert_eq!(read.standing, Standing::Whole);
    assert_eq!(
        read.records
            .notes
            .editions(theirs.id)
            .map(|editions| editions.iter().count()),
        Some(2)
    );
    assert_eq!(read_records(file(), &bytes, SESSION).standing, Standing::Refused);
}

#[test]
fn a_file_that_is_nothing_says_so_once() {
    for (bytes, words) in [
        (&b""[..], "empty"),
        (&[0; 64][..], "zeros"),
        (b"\xFF\xFE(\0", "stored in another way"),
        (b"hello\nthere", "bracket"),
    ] {
        let read = read_records(file(), bytes, SESSION);
        assert_eq!(
            (read.standing, read.records.len(), said(&read).len()),
            (Standing::Broken, 0, 1)
        );
        assert!(said(&read)[0].contains(words), "{:?}", said(&read));
    }
}

fn record_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| line.starts_with(b"        ("))
}

proptest! {
    #[test]
    fn what_was_put_in_is_read_back(entries in proptest::collection::vec(any_entry(), 0..8)) {
        let mut records = Records::default();
        for entry in &entries {
            records.join(entry.clone());
        }
        let read = read_records(file(), &text_of(&entries), SESSION);
        prop_assert_eq!(read.fault.map(|fault| fault.to_string()), None);
        prop_assert_eq!(read.standing, Standing::Whole);
        prop_assert_eq!(read.records, records);
        prop_assert_eq!(read.writer, Some(WRITER));
    }

    #[test]
    fn the_order_of_putting_in_does_not_show(
        (entries, others) in proptest::collection::vec(any_entry(), 0..8)
            .prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
    ) {
        let mut twice = others.clone();
        twice.extend(others);
        prop_assert_eq!(text_of(&entries), text_of(&twice));
    }

    #[test]
    fn every_record_is_one_line_that_is_safe_to_show(entry in any_entry()) {
        let line = record_line(&entry).expect("a line");
        prop_assert!(!line.contains(char::is_control));
    }

    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let read = read_records(file(), &bytes, SESSION);
        prop_assert!(read.fault.map(|fault| fault.to_string()).is_some());
    }

    #[test]
    fn damage_is_never_silent_and_costs_no_line_it_did_not_touch(at in 0..VERSION_1.len(), length in 1_usize..30, with in "[^\\n]{0,6}") {
        let mut damaged = VERSION_1.as_bytes().to_vec();
        let end = (at + length).min(damaged.len());
        damaged.splice(at..end, with.bytes());
        let read = read_records(file(), &damaged, SESSION);
        let after: Vec<_> = record_lines(&damaged).collect();
        let untouched = record_lines(VERSION_1.as_bytes()).filter(|line| after.contains(line)).count();
        if read.standing != Standing::Refused {
            prop_assert!(read.records.len() >= untouched);
        }
        prop_assert_eq!(read.standing == Standing::Whole, read.fault.is_none());
    }
}
