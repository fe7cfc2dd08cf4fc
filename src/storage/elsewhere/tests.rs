use std::collections::BTreeMap;

use uuid::Uuid;

use super::*;
use crate::{
    domain::{activity::ActivityKind, example, ids::SlotId, note::NoteKind, note::NotePlace},
    storage::disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    },
};

const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

fn note(number: u128, text: &str) -> Record<Note> {
    let when = "2026-12-01T09:16:00+00:00".parse().unwrap();
    let me = Label::new(PersonId::new("me"), "Me");
    Record {
        id: crate::domain::ids::RecordId(Uuid::from_u128(number)),
        writer: writer(),
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
    }
}

fn writer() -> WriterId {
    WriterId(Uuid::from_u128(0x7f3a))
}

fn own(dir: &Path, notes: &[Record<Note>], private: &[Record<Note>]) -> Own {
    let mut records = Records::default();
    for note in notes {
        records.join(Entry::Note(note.clone()));
    }
    let plan = example::plan();
    Own {
        session: plan.session,
        instead_of: dir.join("first/half-day"),
        plan: Some(plan),
        person: Label::new(PersonId::new("me"), "Me"),
        records: vec![(writer(), records)],
        private: private.to_vec(),
    }
}

fn everything(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(everything(&entry.path()));
        } else {
            found.insert(entry.path(), std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// The words of the notes in the copy below `into`.
fn texts(into: &Path) -> Vec<String> {
    let session = SessionFolder::at(into.join("half-day"));
    let loaded = session.records(&RealDisk, example::plan().session);
    assert_eq!(loaded.problems(), Vec::<String>::new());
    loaded
        .records
        .live_notes()
        .map(|note| note.body.text.clone())
        .collect()
}

fn put(path: &Path, bytes: &[u8]) {
    RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
    let _before = RealDisk.remove(path);
    RealDisk.create_new(path).unwrap().write_all(bytes).unwrap();
}

#[test]
fn the_copy_is_a_session_and_private_notes_lie_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let into = dir.path().join("stick");

    let kept = keep(
        &RealDisk,
        &into,
        &own(dir.path(), &[note(1, "for all")], &[note(2, "quokkas")]),
    );

    let kept = kept.unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(kept.folder, into.join("half-day"));
    assert_eq!(kept.private, Some(into.join("half-day-private.ron")));
    assert_eq!(texts(&into), ["for all"]);
    let plan = SessionFolder::at(&kept.folder).plan(&RealDisk).unwrap();
    assert_eq!(plan.session, example::plan().session);
    for (path, bytes) in everything(&into) {
        let is_private = Some(&path) == kept.private.as_ref();
        let holds = bytes.windows(7).any(|bytes| bytes == b"quokkas");
        assert_eq!(holds, is_private, "{}", path.display());
    }
}

#[test]
fn a_second_copy_keeps_what_the_first_one_has() {
    let dir = tempfile::tempdir().unwrap();
    let into = dir.path().join("stick");
    let first = own(dir.path(), &[note(1, "first")], &[note(3, "quokkas")]);
    let later = own(dir.path(), &[note(2, "later")], &[]);

    keep(&RealDisk, &into, &first).unwrap();
    keep(&RealDisk, &into, &later).unwrap();
    keep(&RealDisk, &into, &later).unwrap();

    assert_eq!(texts(&into), ["first", "later"]);
    let private = std::fs::read_to_string(into.join("half-day-private.ron")).unwrap();
    assert!(private.contains("quokkas"));
}

#[test]
fn nothing_that_is_something_else_is_written_over() {
    let dir = tempfile::tempdir().unwrap();
    let into = dir.path().join("stick");
    let own = own(dir.path(), &[note(1, "for all")], &[note(2, "quokkas")]);
    let records = "half-day/records/me.7f3a.ron";
    for taken in [records, "half-day/plan.ron", "half-day-private.ron"] {
        let path = into.join(taken);
        put(&path, b"somebody's shopping list");
        let before = everything(dir.path());

        let fault = keep(&RealDisk, &into, &own).unwrap_err();

        assert!(matches!(fault, ElsewhereFault::Taken(_)), "{taken}: {fault}");
        assert_eq!(everything(dir.path()), before, "{taken}");
        RealDisk.remove(&path).unwrap();
    }
    let mut other = example::plan();
    other.session = SessionId(Uuid::from_u128(9));
    put(
        &into.join("half-day/plan.ron"),
        plan_file::write_plan(&other).unwrap().as_bytes(),
    );
    assert!(matches!(
        keep(&RealDisk, &into, &own),
        Err(ElsewhereFault::Taken(_))
    ));
}

#[test]
fn the_place_that_fails_a_file_and_a_path_with_a_slip_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let own = own(dir.path(), &[note(1, "for all")], &[]);
    put(&dir.path().join("a-file"), b"");
    let refused = |into: &str| {
        keep(&RealDisk, &dir.path().join(into), &own)
            .unwrap_err()
            .to_string()
    };
    for same in ["first", "first/half-day", "first/half-day/records"] {
        assert!(
            refused(same).contains("where saving fails"),
            "{same}: {}",
            refused(same)
        );
    }
    assert!(refused("a-file").contains("is a file"));
    assert!(refused("stikc/school/notes").contains("there is no folder"));
    assert_eq!(everything(dir.path()).len(), 1, "nothing was made");
}

/// The disk fails at every operation in turn, for once and for good.
#[test]
fn wherever_it_fails_it_is_said_and_an_earlier_copy_stays() {
    for (lasting, errno) in [(false, EROFS), (true, ENOSPC)] {
        for has_earlier in [false, true] {
            let mut nth = 1;
            while fails_at(nth, lasting, errno, has_earlier) {
                nth += 1;
            }
            assert!(nth > 12, "so few operations save nothing durably: {nth}");
        }
    }
}

/// Whether it failed; if not, all is there though one operation failed, or there were not so many.
fn fails_at(nth: usize, lasting: bool, errno: i32, has_earlier: bool) -> bool {
    let dir = tempfile::tempdir().unwrap();
    let into = dir.path().join("stick");
    let at = format!("operation {nth}, lasting {lasting}, {errno}, earlier {has_earlier}");
    // To lay out the plan takes longer than all the rest.
    let plan = (has_earlier && lasting).then(example::plan);
    let own = |notes: &[Record<Note>], private: &[Record<Note>]| Own {
        plan: plan.clone(),
        ..own(dir.path(), notes, private)
    };
    if has_earlier {
        keep(&RealDisk, &into, &own(&[note(1, "first")], &[])).unwrap();
    }
    let disk = FailingDisk::new(RealDisk);
    disk.fail(Failure {
        nth,
        errno,
        lasting,
        short_write: true,
    });
    let later = own(&[note(1, "first"), note(2, "later")], &[note(3, "quokkas")]);

    let kept = keep(&disk, &into, &later);

    let reached = disk.operations() >= nth;
    disk.mend();
    match kept {
        Ok(_) => assert_eq!(texts(&into), ["first", "later"], "{at}"),
        Err(ref fault) => {
            assert!(!fault.to_string().is_empty(), "{at}");
            let there = if into.join("half-day/records").exists() {
                texts(&into)
            } else {
                Vec::new()
            };
            let all = there == ["first", "later"];
            let as_before = has_earlier && there == ["first"] || !has_earlier && there.is_empty();
            assert!(all || as_before, "{at}: {there:?}");
            let again = keep(&disk, &into, &later);
            again.unwrap_or_else(|fault| panic!("{at}: {fault}"));
            assert_eq!(texts(&into), ["first", "later"], "{at}");
        }
    }
    assert!(kept.is_err() || !lasting || !reached, "{at}: said to be there");
    kept.is_err() || reached
}
