//! The proof that a crash of the machine, at any moment, leaves every acknowledged note and every file old or new.
//!
//! The real code of the records and the plan runs on a [`CrashingDisk`], also while that fails; then everything that a
//! crash after any of its operations may leave is opened again, and saved to again, by the same code.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{
    catalogue,
    disk::{
        Disk,
        crashing::{AfterACrash, CrashingDisk},
        faulty::{FailingDisk, Failure},
    },
    files::{plan_file, records_file::Standing},
    own_file::{Kept, OwnFile, Owner},
    own_plan::OwnPlan,
    session_folder::{SessionFolder, private_notes},
    write::{self, Seen},
};
use crate::domain::{
    activity::ActivityKind,
    ids::{PersonId, RecordId, SessionId, SlotId, WriterId},
    note::{Label, Note, NoteKind, NotePlace},
    record::{Record, Shelf},
    records::Entry,
};

const NOTES: usize = 4;
const FOLDER: &str = "/data/sessions/day";
const PRIVATE: &str = "/data/private/day.ron";

fn owner() -> Owner {
    Owner {
        session: SessionId(Uuid::from_u128(1)),
        writer: WriterId(Uuid::from_u128(2)),
        person: Label::new(PersonId::new("me"), "Me"),
    }
}

fn note(number: usize) -> Entry {
    let when = "2026-12-01T09:16:00+00:00".parse().unwrap();
    let me = owner().person;
    Entry::Note(Record {
        id: RecordId(Uuid::from_u128(number as u128)),
        writer: owner().writer,
        rev: 1,
        deleted: false,
        seq: u32::try_from(number).unwrap(),
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
            text: format!("note {number}"),
        },
    })
}

fn numbers(notes: &Shelf<Note>) -> Vec<u128> {
    let mut numbers: Vec<u128> = notes.all().map(|note| note.id.0.as_u128()).collect();
    numbers.sort_unstable();
    numbers
}

/// Where one kind of own file lies, and the only way to it.
#[derive(Debug, Clone, Copy)]
struct Place {
    kept: Kept,
    path: &'static str,
}

const PLACES: [Place; 2] = [
    Place {
        kept: Kept::Shared,
        path: "/data/sessions/day/records/me.0002.ron",
    },
    Place {
        kept: Kept::Private,
        path: PRIVATE,
    },
];

impl Place {
    fn file(self, locks: &Path) -> OwnFile {
        OwnFile::new(self.kept, owner(), PathBuf::from(self.path), locks.join("lock")).unwrap()
    }

    /// What the next start of the program finds, if all of it is sound.
    fn found(self, disk: &dyn Disk) -> Result<Vec<u128>, String> {
        if self.kept == Kept::Private {
            let (notes, fault) = private_notes(disk, Path::new(PRIVATE), owner().session);
            return fault.map_or_else(|| Ok(numbers(&notes)), Err);
        }
        let loaded = SessionFolder::at(FOLDER).records(disk, owner().session);
        let broken = loaded
            .files
            .iter()
            .find(|file| file.standing != Standing::Whole || file.fault.is_some());
        broken.map_or_else(
            || Ok(numbers(&loaded.records.notes)),
            |file| Err(format!("{file:?}")),
        )
    }
}

/// Saves the notes one by one, each again until it is saved, and says to the disk which are acknowledged.
fn save_all(place: Place, crashing: &CrashingDisk, disk: &FailingDisk<CrashingDisk>, locks: &Path) {
    let mut file = place.file(locks);
    for number in 1..=NOTES {
        file.put(&[note(number)]).unwrap();
        for attempt in 0.. {
            if file.save(disk).is_ok() {
                break;
            }
            assert!(attempt < 3, "{place:?}: it never heals");
            if attempt == 1 {
                disk.mend();
            }
        }
        crashing.acknowledge(number);
    }
}

/// Opens what a crash left as the next start does, and goes on writing there.
fn check(place: Place, crash: &AfterACrash, locks: &Path, during: &str) {
    let at = format!(
        "{:?}, {during}, a crash after operation {} with {} acknowledged",
        place.kept, crash.operations, crash.acknowledged
    );
    let found = place
        .found(&crash.disk)
        .unwrap_or_else(|fault| panic!("{at}: {fault}"));
    let count = found.len();
    let all: Vec<u128> = (1..=count as u128).collect();
    assert_eq!(found, all, "{at}");
    let old_or_new = crash.acknowledged..=crash.acknowledged + 1;
    assert!(old_or_new.contains(&count), "{at}: {count} notes");

    let mut file = place.file(locks);
    file.look(&crash.disk)
        .unwrap_or_else(|fault| panic!("{at}: {fault}"));
    file.put(&[note(count + 1)]).unwrap();
    file.save(&crash.disk)
        .unwrap_or_else(|fault| panic!("{at}: {fault}"));
    assert_eq!(place.found(&crash.disk).unwrap().len(), count + 1, "{at}");
}

fn machine() -> CrashingDisk {
    CrashingDisk::with_folders(&["/data", "/data/sessions", FOLDER])
}

#[test]
fn every_acknowledged_note_outlives_a_crash_after_any_operation() {
    let locks = tempfile::tempdir().unwrap();
    for place in PLACES {
        let crashing = machine();
        let disk = FailingDisk::new(crashing.clone());
        save_all(place, &crashing, &disk, locks.path());
        let crashes = crashing.crashes();
        // Each save has five steps, and the names of some of them may be there or not.
        assert!(crashes.len() >= NOTES * 15, "{}", crashes.len());
        for crash in &crashes {
            check(place, crash, locks.path(), "on a disk that works");
        }
    }
}

#[test]
fn every_acknowledged_note_outlives_a_crash_of_a_disk_that_fails() {
    let locks = tempfile::tempdir().unwrap();
    for place in PLACES {
        let counting = FailingDisk::new(machine());
        counting.mend();
        save_all(place, &machine(), &counting, locks.path());
        let operations = counting.operations();
        for nth in 1..=operations {
            for (lasting, short_write) in [(false, false), (false, true), (true, false), (true, true)] {
                let crashing = machine();
                let disk = FailingDisk::new(crashing.clone());
                disk.fail(Failure {
                    nth,
                    errno: rustix::io::Errno::IO.raw_os_error(),
                    lasting,
                    short_write,
                });
                save_all(place, &crashing, &disk, locks.path());
                let during = format!(
                    "operation {nth} of {operations} fails (lasting: {lasting}, short: {short_write})"
                );
                for crash in crashing.crashes() {
                    check(place, &crash, locks.path(), &during);
                }
            }
        }
    }
}

#[test]
fn a_plan_is_the_old_one_or_the_new_one_after_any_crash() {
    let locks = tempfile::tempdir().unwrap();
    let text = catalogue::examples()[0].plan;
    let path = Path::new(FOLDER).join("plan.ron");
    let disk = machine();
    write::replace(&disk, &path, text.as_bytes(), &Seen::Absent).unwrap();
    disk.acknowledge(1);
    let first = plan_file::read_plan(&path, text.as_bytes()).unwrap();
    let mut own = OwnPlan::new(path.clone(), locks.path().join("lock"), first.clone());
    let mut second = first.clone();
    second.revision += 1;
    second.agreement.wanted_outcome = "Two steps the school can take".into();
    own.save(&disk, &second).unwrap();
    disk.acknowledge(2);

    for crash in disk.crashes() {
        let found = crash.disk.read(&path).ok();
        let found = found.map(|bytes| plan_file::read_plan(&path, &bytes).unwrap());
        let allowed = match crash.acknowledged {
            0 => [None, Some(&first)],
            1 => [Some(&first), Some(&second)],
            _ => [Some(&second), Some(&second)],
        };
        let at = format!(
            "a crash after operation {} ({} saved)",
            crash.operations, crash.acknowledged
        );
        assert!(
            allowed.contains(&found.as_ref()),
            "{at}: {:?}",
            found.map(|plan| plan.revision)
        );
    }
}
