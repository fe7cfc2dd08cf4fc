use std::path::PathBuf;

use super::*;
use crate::{
    app::purging::{Asked, Found, Outcome},
    domain::{ids::PersonId, kept::Kind},
    runtime::planning,
    storage::{
        catalogue,
        disk::{
            Disk, RealDisk,
            faulty::{FailingDisk, Failure},
        },
        documents::{Document, Existing},
        exports::{self, Of},
        files::plan_file,
        lock::{Holder, ScreenLock},
        paths::Home,
        write::{self, Seen},
    },
};

/// Input/output error.
const EIO: i32 = 5;

/// A review that was planned here, with documents of it and notes that are only known to be there by their id.
struct Kept {
    _dir: tempfile::TempDir,
    home: Home,
    folder: PathBuf,
    out: PathBuf,
}

fn now() -> crate::domain::stamp::Stamp {
    "2027-04-01T09:00:00+01:00".parse().unwrap()
}

impl Kept {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::find(|_| Some(dir.path().into()), None).unwrap();
        let plan =
            plan_file::read_plan("plan.ron".as_ref(), catalogue::examples()[0].plan.as_bytes()).unwrap();
        let owner = PersonId::new("facilitator");
        let folder = planning::found(&home, &RealDisk, &plan, &owner).unwrap();
        let id = plan.session;
        for path in [
            home.private_notes(id),
            home.clock_offsets(id),
            home.safeguarding_log(Some(id)),
        ] {
            RealDisk.create_dir_all(path.parent().unwrap()).unwrap();
            write::replace(&RealDisk, &path, b"zebra", &Seen::Absent).unwrap();
        }
        let of = Of {
            session: id,
            kind: Kind::Report,
            at: now(),
        };
        let document = |name: &str| Document {
            name: name.into(),
            bytes: b"zebra".into(),
        };
        let out = dir.path().join("out");
        let documents = ["a.docx", "b.md", "c.csv"].map(document);
        exports::write_all((&home, &RealDisk), of, &out, &documents, Existing::Keep).unwrap();
        Self {
            _dir: dir,
            home,
            folder,
            out,
        }
    }

    fn found(&self) -> Option<Found> {
        let name = self.folder.file_name().unwrap();
        let target = target((&self.home, &RealDisk), name.as_ref(), now().date()).ok()?;
        Some(find((&self.home, &RealDisk), &target))
    }

    fn remove(&self, disk: &dyn Disk) -> Result<Outcome, PurgeFault> {
        let found = self.found().unwrap();
        remove((&self.home, disk), &found, Asked::default(), now())
    }

    fn is_gone(&self) -> bool {
        let home = &self.home;
        let empty = |dir: PathBuf| RealDisk.names(&dir).unwrap_or_default().is_empty();
        let state = ["offsets", "safeguarding", "exports", "sessions"].map(|name| home.state().join(name));
        let data = home.data().join("private");
        !self.folder.exists() && empty(self.out.clone()) && empty(data) && state.into_iter().all(empty)
    }
}

#[test]
fn a_program_that_dies_at_any_step_has_the_rest_removed_by_the_next_one() {
    let mut died = 0;
    for nth in 1.. {
        let kept = Kept::new();
        let disk = FailingDisk::new(RealDisk);
        disk.fail(Failure {
            nth,
            errno: EIO,
            lasting: true,
            short_write: true,
        });
        let first = kept.remove(&disk);
        if disk.operations() < nth {
            assert!(first.unwrap().failed.is_empty() && kept.is_gone());
            break;
        }
        died += 1;
        // Where all is gone already, nothing goes by that name any more.
        if let Some(found) = kept.found() {
            let again = remove((&kept.home, &RealDisk), &found, Asked::default(), now()).unwrap();
            assert!(again.failed.is_empty(), "{nth}: {again:?}");
        }
        assert!(kept.is_gone(), "after {nth}: {first:?}");
    }
    assert!(died > 30, "{died}");
}

#[test]
fn a_file_that_fails_is_named_and_the_others_go_and_the_next_try_finishes() {
    let mut named = 0;
    for nth in 1.. {
        let kept = Kept::new();
        let all = kept.found().unwrap().places.len();
        let disk = FailingDisk::new(RealDisk);
        disk.fail(Failure {
            nth,
            errno: EIO,
            lasting: false,
            short_write: false,
        });
        let first = kept.remove(&disk);
        if disk.operations() < nth {
            break;
        }
        match &first {
            Ok(outcome) => {
                let remembered = outcome.left.len();
                let accounted = outcome.removed.len() + outcome.failed.len() + remembered;
                assert!(accounted >= all, "{nth}: {outcome:?}");
                assert!(
                    outcome
                        .failed
                        .iter()
                        .all(|failed| !failed.why.is_empty() && !failed.cure.is_empty())
                );
                named += outcome.failed.len();
            }
            Err(fault) => {
                assert!(fault.to_string().contains("nothing was removed"), "{fault}");
                assert_eq!(kept.found().unwrap().places.len(), all);
            }
        }
        if let Some(found) = kept.found() {
            remove((&kept.home, &RealDisk), &found, Asked::default(), now()).unwrap();
        }
        assert!(kept.is_gone(), "{nth}: {first:?}");
    }
    assert!(named >= 10, "{named}");
}

#[test]
fn what_changes_between_the_list_and_the_yes_stays() {
    let kept = Kept::new();
    let found = kept.found().unwrap();
    let path = kept.out.join("b.md");
    let seen = write::read(&RealDisk, &path).unwrap().unwrap().1;
    write::replace(&RealDisk, &path, b"edited meanwhile", &seen).unwrap();
    let outcome = remove((&kept.home, &RealDisk), &found, Asked::default(), now()).unwrap();
    let failed: Vec<_> = outcome
        .failed
        .iter()
        .map(|failed| (&*failed.path, &*failed.why))
        .collect();
    assert_eq!(failed, [(&*path, "it was changed since it was listed")]);
    assert_eq!(RealDisk.read(&path).unwrap(), b"edited meanwhile");
    let found = kept.found().unwrap();
    assert_eq!(found.changed().len(), 1, "it is still known: {found:?}");
}

#[test]
fn nothing_goes_while_a_window_has_the_session_open() {
    let kept = Kept::new();
    let found = kept.found().unwrap();
    let plan = plan_file::read_plan("plan.ron".as_ref(), catalogue::examples()[0].plan.as_bytes()).unwrap();
    let holder = Holder {
        pid: 4711,
        since: now(),
    };
    let lock = ScreenLock::take(&kept.home.screen_lock(plan.session, plan.owner), &holder).unwrap();
    let fault = kept.remove(&RealDisk).unwrap_err().to_string();
    assert!(fault.contains("since 09:00, process 4711"), "{fault}");
    assert_eq!(kept.found().unwrap(), found);
    drop(lock);
    kept.remove(&RealDisk).unwrap();
    assert!(kept.is_gone());
}
