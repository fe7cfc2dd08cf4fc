use std::fs;

use super::{
    super::disk::{RealDisk, faulty::FailingDisk},
    *,
};

const OLD: &[u8] = b"nine notes, all of them acknowledged";
const NEW: &[u8] = b"ten notes, the tenth just typed at the back of Year 5";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// A folder with a saved file in it.
fn saved() -> (tempfile::TempDir, PathBuf, Seen) {
    let dir = folder();
    let target = dir.path().join("records.ron");
    let seen = write(&RealDisk, &target, OLD, &Seen::Absent);
    (dir, target, seen)
}

fn write(disk: &dyn Disk, target: &Path, bytes: &[u8], seen: &Seen) -> Seen {
    match replace(disk, target, bytes, seen).unwrap() {
        Outcome::Written { seen, .. } => seen,
        Outcome::ChangedUnderneath => panic!("{} was not changed", target.display()),
    }
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = RealDisk
        .names(dir)
        .unwrap()
        .iter()
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn back_to(path: &Path, modified: SystemTime) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(modified).unwrap();
}

#[test]
fn a_file_is_created_and_replaced() {
    let (dir, target, seen) = saved();
    assert_eq!(fs::read(&target).unwrap(), OLD);
    let again = write(&RealDisk, &target, NEW, &seen);
    assert_eq!(fs::read(&target).unwrap(), NEW);
    assert_eq!(names(dir.path()), ["records.ron"]);
    assert_eq!(read(&RealDisk, &target).unwrap().unwrap(), (NEW.to_vec(), again));
}

#[test]
fn a_missing_file_is_read_as_none() {
    assert_eq!(
        read(&RealDisk, &folder().path().join("records.ron")).unwrap(),
        None
    );
}

#[test]
fn saving_costs_no_more_than_these_steps() {
    let (_dir, target, seen) = saved();
    let disk = FailingDisk::new(RealDisk);
    write(&disk, &target, NEW, &seen);
    // Stat, create, write, sync, stat, rename, sync the folder.
    assert_eq!(disk.operations(), 7);
}

#[test]
fn a_change_by_somebody_else_is_noticed_and_kept() {
    let (dir, target, seen) = saved();
    RealDisk.remove(&target).unwrap();
    RealDisk
        .create_new(&target)
        .unwrap()
        .write_all(b"theirs")
        .unwrap();
    for seen in [seen, Seen::Absent] {
        assert_eq!(
            replace(&RealDisk, &target, NEW, &seen).unwrap(),
            Outcome::ChangedUnderneath
        );
    }
    assert_eq!(fs::read(&target).unwrap(), b"theirs");
    assert_eq!(names(dir.path()), ["records.ron"]);
}

#[test]
fn a_change_of_the_same_length_is_noticed() {
    let (_dir, target, seen) = saved();
    RealDisk.remove(&target).unwrap();
    RealDisk
        .create_new(&target)
        .unwrap()
        .write_all(&OLD.to_ascii_uppercase())
        .unwrap();
    back_to(&target, SystemTime::UNIX_EPOCH);
    assert_eq!(
        replace(&RealDisk, &target, NEW, &seen).unwrap(),
        Outcome::ChangedUnderneath
    );
}

#[test]
fn a_file_that_was_taken_away_is_noticed() {
    let (_dir, target, seen) = saved();
    RealDisk.remove(&target).unwrap();
    assert_eq!(
        replace(&RealDisk, &target, NEW, &seen).unwrap(),
        Outcome::ChangedUnderneath
    );
    assert!(!target.exists());
}

#[test]
fn a_file_that_was_only_touched_is_not_changed() {
    let (_dir, target, seen) = saved();
    back_to(&target, SystemTime::UNIX_EPOCH);
    write(&RealDisk, &target, NEW, &seen);
    assert_eq!(fs::read(&target).unwrap(), NEW);
}

#[test]
fn a_file_that_holds_the_new_bytes_already_is_not_changed() {
    let (_dir, target, _) = saved();
    write(&RealDisk, &target, OLD, &Seen::Absent);
}

#[cfg(unix)]
#[test]
fn a_link_is_refused() {
    let (dir, target, seen) = saved();
    let link = dir.path().join("link.ron");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let fault = replace(&RealDisk, &link, NEW, &seen).unwrap_err();
    assert_eq!(fault.tried(), Tried::ReplaceLink);
    assert_eq!(fault.reason(), "the file is only a link to another one");
    assert_eq!(fs::read(&target).unwrap(), OLD);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_read_only_file_is_left_alone() {
    let (_dir, target, seen) = saved();
    let writable = fs::metadata(&target).unwrap().permissions();
    let mut rights = writable.clone();
    rights.set_readonly(true);
    fs::set_permissions(&target, rights).unwrap();
    let fault = replace(&RealDisk, &target, NEW, &seen).unwrap_err();
    fs::set_permissions(&target, writable).unwrap();
    assert_eq!(fault.reason(), "the file is marked read-only");
    assert_eq!(fs::read(&target).unwrap(), OLD);
}

#[test]
fn a_left_over_of_our_own_number_is_no_obstacle() {
    let (dir, target, seen) = saved();
    let (_, tmp) = beside(&target).unwrap();
    RealDisk
        .create_new(&tmp)
        .unwrap()
        .write_all(b"half a no")
        .unwrap();
    write(&RealDisk, &target, NEW, &seen);
    assert_eq!(names(dir.path()), ["records.ron"]);
}

#[test]
fn a_folder_that_is_gone_is_said_so() {
    let dir = folder();
    let target = dir.path().join("stick/records.ron");
    let fault = replace(&RealDisk, &target, NEW, &Seen::Absent).unwrap_err();
    assert_eq!(fault.reason(), "the folder is gone");
    assert_eq!(fault.path(), target);
}

#[cfg(unix)]
#[test]
fn a_saved_file_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, target, seen) = saved();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
    write(&RealDisk, &target, NEW, &seen);
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn only_old_tmps_of_this_file_are_swept() {
    let dir = folder();
    let target = dir.path().join("records.ron");
    let ours = [".records.ron.4711.tmp", ".records.ron.1.tmp"];
    let others = [
        "records.ron",
        ".records.ron.tmp",
        ".records.ron.x1.tmp",
        "records.ron.4711.tmp",
        ".4711.tmp",
        ".a-colleague.ron.4711.tmp",
    ];
    for name in ours.iter().chain(&others) {
        RealDisk.create_new(&dir.path().join(name)).unwrap();
    }
    let made = RealDisk.stat(&dir.path().join(ours[0])).unwrap().modified;
    for name in &others {
        back_to(&dir.path().join(name), SystemTime::UNIX_EPOCH);
    }
    back_to(&dir.path().join(ours[1]), made - Duration::from_secs(60));
    sweep_old_tmps(&RealDisk, &target, made + Duration::from_secs(9 * 60 + 30));
    assert!(dir.path().join(ours[0]).exists() && !dir.path().join(ours[1]).exists());
    sweep_old_tmps(&RealDisk, &target, made + Duration::from_secs(10 * 60 + 1));
    let mut kept = others.map(str::to_owned);
    kept.sort();
    assert_eq!(names(dir.path()), kept);
}

#[cfg(unix)]
mod failing {
    use rustix::io::Errno;

    use super::{super::super::disk::faulty::Failure, *};

    const STEPS: usize = 7;
    const ERRORS: [(Errno, &str); 6] = [
        (Errno::NOSPC, "the disk is full"),
        (Errno::DQUOT, "your share of the disk is used up"),
        (Errno::IO, "the disk reports a fault"),
        (Errno::ACCESS, "no permission to write here"),
        (Errno::ROFS, "the folder is read-only"),
        (Errno::BUSY, "another program holds the file"),
    ];

    fn every_failure() -> impl Iterator<Item = (Failure, &'static str)> {
        ERRORS.into_iter().flat_map(|(errno, reason)| {
            (1..=STEPS).flat_map(move |nth| {
                [(false, false), (false, true), (true, false), (true, true)].map(|(lasting, short_write)| {
                    let errno = errno.raw_os_error();
                    (
                        Failure {
                            nth,
                            errno,
                            lasting,
                            short_write,
                        },
                        reason,
                    )
                })
            })
        })
    }

    #[test]
    fn any_failure_leaves_the_old_file_or_the_new_one_and_says_why() {
        for (failure, reason) in every_failure() {
            let (dir, target, seen) = saved();
            let disk = FailingDisk::new(RealDisk);
            disk.fail(failure);
            let fault = replace(&disk, &target, NEW, &seen).unwrap_err();
            let expected = if failure.nth == STEPS { NEW } else { OLD };
            assert_eq!(fs::read(&target).unwrap(), expected, "{failure:?}");
            assert_eq!(
                fault.tried() == Tried::SyncFolder,
                failure.nth == STEPS,
                "{failure:?}"
            );
            assert_eq!(fault.path(), target, "{failure:?}");
            assert_eq!(fault.reason(), reason, "{failure:?}");
            let sentence = fault.to_string();
            assert!(
                sentence.contains(reason) && sentence.contains("records.ron"),
                "{sentence}"
            );
            assert!(!fault.cure().is_empty());
            if !failure.lasting {
                assert_eq!(names(dir.path()), ["records.ron"], "{failure:?}");
            }
        }
    }

    #[test]
    fn the_next_try_heals_after_any_failure() {
        for (failure, _) in every_failure() {
            let (dir, target, seen) = saved();
            let disk = FailingDisk::new(RealDisk);
            disk.fail(failure);
            replace(&disk, &target, NEW, &seen).unwrap_err();
            disk.mend();
            write(&disk, &target, NEW, &seen);
            assert_eq!(fs::read(&target).unwrap(), NEW, "{failure:?}");
            assert_eq!(names(dir.path()), ["records.ron"], "{failure:?}");
        }
    }

    #[test]
    fn a_first_save_that_fails_leaves_nothing() {
        for nth in 1..STEPS {
            let dir = folder();
            let target = dir.path().join("records.ron");
            let disk = FailingDisk::new(RealDisk);
            let errno = Errno::NOSPC.raw_os_error();
            disk.fail(Failure {
                nth,
                errno,
                lasting: false,
                short_write: true,
            });
            replace(&disk, &target, NEW, &Seen::Absent).unwrap_err();
            assert!(names(dir.path()).is_empty(), "step {nth}");
        }
    }

    #[test]
    fn a_disk_without_sync_keeps_the_note_and_says_so() {
        for (nth, errno) in [
            (4, Errno::INVAL),
            (4, Errno::NOTSUP),
            (7, Errno::INVAL),
            (7, Errno::NOTSUP),
        ] {
            let (_dir, target, seen) = saved();
            let disk = FailingDisk::new(RealDisk);
            let errno = errno.raw_os_error();
            disk.fail(Failure {
                nth,
                errno,
                lasting: false,
                short_write: false,
            });
            let outcome = replace(&disk, &target, NEW, &seen).unwrap();
            let Outcome::Written { durability, .. } = outcome else {
                panic!("{outcome:?}")
            };
            assert_eq!(durability, Durability::Weaker);
            assert_eq!(fs::read(&target).unwrap(), NEW);
        }
    }
}
