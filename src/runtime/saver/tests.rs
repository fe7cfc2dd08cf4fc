use uuid::Uuid;

use super::*;
use crate::{
    domain::{
        activity::ActivityKind,
        ids::{PersonId, RecordId, SessionId, SlotId, WriterId},
        note::{LONGEST_NOTE, Label, NoteKind, NotePlace},
    },
    storage::{
        disk::RealDisk,
        own_file::{Kept, Owner},
    },
};

fn note(number: u128, text: &str) -> Entry {
    let when = "2026-12-01T09:16:00+00:00".parse().unwrap();
    let me = Label::new(PersonId::new("me"), "Me");
    Entry::Note(Record {
        id: RecordId(Uuid::from_u128(number)),
        writer: WriterId(Uuid::from_u128(2)),
        rev: 1,
        deleted: false,
        seq: 1,
        edited_at: when,
        came_from: Vec::new(),
        body: Note {
            when,
            by: me.clone(),
            typed_by: me,
            place: NotePlace {
                track: None,
                slot: Label::new(SlotId::new("visits"), "Lesson visits"),
                activity: Label::new(ActivityKind::LessonVisits, "Lesson visits"),
                visit: None,
                prompt: None,
            },
            kind: NoteKind::Evidence,
            important: false,
            tags: Vec::new(),
            text: text.into(),
        },
    })
}

/// Saves the notes one after the other; whether all was saved at the end, and what was told.
fn saved(texts: &[&str]) -> (bool, Vec<Message>) {
    let dir = tempfile::tempdir().unwrap();
    let (saver, told) = saver_of(dir.path(), &dir.path().join("records"));
    for (serial, text) in (1..).zip(texts) {
        saver.save(job(serial, text));
    }
    let all = saver.end(Duration::from_secs(20));
    (all, told.iter().collect())
}

fn job(serial: u64, text: &str) -> Job {
    Job {
        serial,
        entries: vec![note(u128::from(serial), text)],
        private: Vec::new(),
    }
}

/// A saver of a session's records in `records`, with all else in `home`, and what it tells.
fn saver_of(home: &std::path::Path, records: &std::path::Path) -> (Saver, Receiver<Message>) {
    saver_with(home, records, || ())
}

/// The same with `journal` brought up to date before each save.
fn saver_with(
    home: &std::path::Path,
    records: &std::path::Path,
    journal: impl Fn() + Send + 'static,
) -> (Saver, Receiver<Message>) {
    let owner = Owner {
        session: SessionId(Uuid::from_u128(1)),
        writer: WriterId(Uuid::from_u128(2)),
        person: Label::new(PersonId::new("me"), "Me"),
    };
    let file = |kept, path| {
        let lock = home.join("lock");
        OwnFile::new(kept, owner.clone(), path, lock).unwrap()
    };
    let files = Files {
        shared: file(Kept::Shared, records.join("me.ron")),
        private: file(Kept::Private, home.join("private.ron")),
        plan: None,
    };
    let (tell, told) = mpsc::channel();
    let tell = move |message| drop(tell.send(message));
    let saver = Saver::start(
        Arc::new(RealDisk),
        files,
        Opened {
            at: FileTime::UNIX_EPOCH,
            records: 0,
        },
        journal,
        tell,
    )
    .unwrap();
    (saver, told)
}

#[test]
fn the_journal_is_up_to_date_before_a_note_is_in_its_file() {
    let home = tempfile::tempdir().unwrap();
    let records = home.path().join("session/records");
    std::fs::create_dir_all(&records).unwrap();
    let file = records.join("me.ron");
    let (found, looked) = mpsc::channel();
    let journal = move || drop(found.send(std::fs::read_to_string(&file).unwrap_or_default()));
    let (saver, told) = saver_with(home.path(), &records, journal);
    for (serial, text) in [(1, "first words"), (2, "second words")] {
        saver.save(job(serial, text));
        assert!(matches!(told.recv().unwrap(), Message::Saved { .. }));
        let before = looked.recv().unwrap();
        assert_eq!(before.contains("first words"), serial == 2);
        assert!(!before.contains("second words"));
    }
    assert!(saver.end(Duration::from_secs(20)));
}

#[test]
fn a_session_that_was_moved_away_is_not_made_again_and_is_saved_to_when_it_is_back() {
    let home = tempfile::tempdir().unwrap();
    let (session, elsewhere) = (home.path().join("session"), home.path().join("elsewhere"));
    for saved_before in [false, true] {
        std::fs::create_dir_all(&session).unwrap();
        let (saver, told) = saver_of(home.path(), &session.join("records"));
        if saved_before {
            saver.save(job(1, "before"));
            assert!(matches!(told.recv().unwrap(), Message::Saved { serial: 1, .. }));
        }
        std::fs::rename(&session, &elsewhere).unwrap();
        saver.save(job(2, "while it was away"));
        let Message::NotSaved(fault) = told.recv().unwrap() else {
            panic!("nothing was on the disk");
        };
        assert_eq!(fault.reason, "the folder is gone");
        assert!(fault.cure.contains("put the folder back"), "{}", fault.cure);
        assert!(!session.exists(), "the old place rose again");

        std::fs::rename(&elsewhere, &session).unwrap();
        assert!(saver.end(Duration::from_secs(20)));
        let text = std::fs::read_to_string(session.join("records/me.ron")).unwrap();
        assert!(text.contains("while it was away"));
        std::fs::remove_dir_all(&session).unwrap();
    }
}

#[test]
fn a_note_that_no_file_takes_is_never_called_saved() {
    let long = "x".repeat(LONGEST_NOTE + 1);
    let (all, told) = saved(&[&long, "a note that is fine"]);
    assert!(!all);
    assert!(!told.is_empty());
    assert!(told.iter().all(|message| matches!(message, Message::NotSaved(_))));

    let (all, told) = saved(&["a note that is fine"]);
    assert!(all);
    assert!(matches!(&told[..], [Message::Saved { serial: 1, .. }]));
}
