mod missed;
mod own;

use std::{fs, time::Duration};

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::domain::arrival::Trouble;
use crate::storage::{
    catalogue,
    disk::{
        RealDisk,
        faulty::{FailingDisk, Failure},
    },
};

/// A shared folder with the notes of the worked example, which three writers made.
struct Shared {
    dir: tempfile::TempDir,
    folder: SessionFolder,
    names: Vec<String>,
    session: SessionId,
}

impl Shared {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = SessionFolder::at(dir.path().join("drive"));
        fs::create_dir_all(folder.records_dir()).unwrap();
        let example = &catalogue::examples()[1];
        put(&folder.plan_path(), example.plan.as_bytes());
        for (name, text) in example.records {
            put(&folder.records_dir().join(name), text.as_bytes());
        }
        let session = folder.plan(&RealDisk).unwrap().session;
        let mut names: Vec<String> = example
            .records
            .iter()
            .map(|(name, _)| (*name).to_string())
            .collect();
        names.sort();
        Self {
            dir,
            folder,
            names,
            session,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.records_dir().join(name)
    }

    fn watch(&self) -> Watch {
        Watch::new(self.folder.clone(), self.session, None)
    }
}

/// Writes a file as a sync program does.
#[expect(clippy::disallowed_methods, reason = "a sync program, not this one")]
fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

fn at(seconds: i64) -> Stamp {
    let ten = DateTime::parse_from_rfc3339("2026-12-01T10:00:00+00:00").unwrap();
    Stamp::new(ten + TimeDelta::seconds(seconds)).unwrap()
}

/// Long after every file was written.
fn later() -> FileTime {
    FileTime::UNIX_EPOCH + Duration::from_secs(1 << 33)
}

fn look(watch: &mut Watch, seconds: i64) -> Option<Arrival> {
    watch.look(&RealDisk, at(seconds), later())
}

fn trouble(arrival: &Arrival, name: &str) -> Option<Trouble> {
    let file = arrival.files.iter().find(|file| file.name == name).unwrap();
    file.trouble.clone()
}

#[test]
fn everything_comes_in_at_the_first_look_and_then_only_what_changed() {
    let shared = Shared::new();
    let mut watch = shared.watch();
    let first = look(&mut watch, 0).unwrap();
    let all = shared.folder.records(&RealDisk, shared.session).records;
    assert_eq!(first.records, all);
    let names: Vec<&str> = first.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, shared.names);
    let notes: usize = first.files.iter().map(|file| file.notes).sum();
    assert_eq!(notes, all.notes.live().count());
    assert!(
        first
            .files
            .iter()
            .all(|file| file.trouble.is_none() && !file.is_copy)
    );
    assert_eq!(look(&mut watch, 5), None);

    let path = shared.path(&shared.names[1]);
    let text = fs::read_to_string(&path).unwrap();
    put(&path, format!("{text}\n\n").as_bytes());
    let next = look(&mut watch, 10).unwrap();
    let one = records_file::read_records(&path, text.as_bytes(), shared.session).records;
    assert_eq!(next.records, one);
    assert_eq!(look(&mut watch, 15), None);
}

#[test]
fn what_was_read_at_the_opening_is_told_of_once_and_not_taken_in_again() {
    let shared = Shared::new();
    let opened = shared.folder.records(&RealDisk, shared.session);
    let mut watch = shared.watch().knowing(&opened, at(0));
    let first = look(&mut watch, 1).unwrap();
    assert!(first.records.is_empty());
    assert_eq!(first.files.len(), shared.names.len());
    assert_eq!(look(&mut watch, 6), None);

    let path = shared.path(&shared.names[0]);
    let text = fs::read_to_string(&path).unwrap();
    put(&path, format!("{text}\n\n").as_bytes());
    let next = look(&mut watch, 11).unwrap();
    assert!(!next.records.is_empty());
}

#[test]
fn a_file_that_was_whole_when_the_session_was_opened_was_cut_off_since() {
    let shared = Shared::new();
    let path = shared.path(&shared.names[0]);
    let loaded = shared.folder.records(&RealDisk, shared.session);
    let mut watch = shared.watch().knowing(&loaded, at(0));
    put(&path, &fs::read(&path).unwrap()[..400]);
    let first = look(&mut watch, 1).unwrap();
    assert!(
        first
            .files
            .iter()
            .all(|file| file.trouble.is_none() && file.notes > 0)
    );
    let told = trouble(&look(&mut watch, 6).unwrap(), &shared.names[0]).unwrap();
    assert_eq!((told.since, told.good_at), (at(1), Some(at(0))));
}

#[test]
fn word_is_left_for_sync_programs_and_what_stands_there_stays() {
    let shared = Shared::new();
    shared.folder.leave_word_for_sync(&RealDisk);
    let path = shared.folder.path().join(".stignore");
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.lines().any(|line| line == "(?d).*.tmp"), "{written}");
    put(&path, b"own");
    shared.folder.leave_word_for_sync(&RealDisk);
    assert_eq!(fs::read(&path).unwrap(), b"own");
}

#[test]
fn what_is_written_here_is_not_looked_at() {
    let shared = Shared::new();
    let own = shared.path(&shared.names[0]);
    let mut watch = Watch::new(shared.folder.clone(), shared.session, Some(own.clone()));
    let concerns = watch.concerns();
    assert!(!concerns(&own) && concerns(&shared.path(&shared.names[1])));
    assert!(concerns(&shared.folder.plan_path()) && concerns(&shared.path(".a.1234.ron.icloud")));
    assert!(!concerns(&shared.path(".a.ron.77.tmp")) && !concerns(&shared.path("notes.txt")));
    let first = look(&mut watch, 0).unwrap();
    assert_eq!(first.files.len(), shared.names.len() - 1);
    put(&own, b"anything");
    assert_eq!(look(&mut watch, 5), None);
}

#[test]
fn a_file_that_may_be_written_again_at_once_is_read_again() {
    let shared = Shared::new();
    let path = shared.path(&shared.names[0]);
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    let mut watch = shared.watch();
    watch.look(&RealDisk, at(0), written).unwrap();
    assert!(watch.is_unsettled());
    // As long as before, and by the clock of the file system written at the same time.
    let text = fs::read_to_string(&path).unwrap();
    let other = text.replacen("when: \"2026-12-01T08", "when: \"2026-12-01T07", 1);
    assert_ne!(other, text);
    put(&path, other.as_bytes());
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(written)
        .unwrap();
    assert!(watch.look(&RealDisk, at(1), written).is_some());
    assert_eq!(watch.look(&RealDisk, at(2), later()), None);
    assert!(!watch.is_unsettled());
}

#[test]
fn a_half_written_file_is_told_of_only_if_it_lasts_and_its_notes_stay() {
    let shared = Shared::new();
    let name = shared.names[0].clone();
    let path = shared.path(&name);
    let text = fs::read(&path).unwrap();
    let mut watch = shared.watch();
    let notes = look(&mut watch, 0).unwrap().files[0].notes;
    assert!(notes > 0);

    put(&path, &text[..text.len() / 2]);
    let written = look(&mut watch, 2);
    assert!(written.is_none_or(|arrival| trouble(&arrival, &name).is_none()));
    assert!(watch.is_unsettled());
    assert_eq!(look(&mut watch, 4), None);
    let lasts = look(&mut watch, 7).unwrap();
    let told = trouble(&lasts, &name).unwrap();
    assert_eq!((told.since, told.good_at), (at(2), Some(at(0))));
    assert!(matches!(told.what, Ailment::Unsound(why) if why.contains(&name)));
    assert_eq!(lasts.files[0].notes, notes);
    assert_eq!(look(&mut watch, 12), None);

    put(&path, &text);
    let whole = look(&mut watch, 20).unwrap();
    assert_eq!(trouble(&whole, &name), None);
    assert!(!watch.is_unsettled());
}

#[test]
fn an_empty_a_missing_and_a_file_in_the_cloud_keep_what_was_read() {
    let shared = Shared::new();
    let mut watch = shared.watch();
    look(&mut watch, 0).unwrap();
    let texts: Vec<Vec<u8>> = shared
        .names
        .iter()
        .map(|name| fs::read(shared.path(name)).unwrap())
        .collect();
    put(&shared.path(&shared.names[0]), b"");
    fs::remove_file(shared.path(&shared.names[1])).unwrap();
    let cloud = shared.path(&shared.names[2]);
    let mark = shared.path(&format!(".{}.icloud", shared.names[2]));
    fs::rename(&cloud, &mark).unwrap();
    assert_eq!(look(&mut watch, 1), None);
    let told = look(&mut watch, 6).unwrap();
    let what = |name: &str| trouble(&told, name).unwrap().what;
    assert_eq!(what(&shared.names[0]), Ailment::Empty);
    assert_eq!(what(&shared.names[1]), Ailment::Gone);
    assert_eq!(what(&shared.names[2]), Ailment::NotDownloaded);
    assert!(told.files.iter().all(|file| file.notes > 0));

    fs::remove_file(&mark).unwrap();
    for (name, text) in shared.names.iter().zip(&texts) {
        put(&shared.path(name), text);
    }
    let back = look(&mut watch, 9).unwrap();
    assert!(back.files.iter().all(|file| file.trouble.is_none()), "{back:?}");
}

#[test]
fn a_folder_that_is_gone_is_told_of_and_comes_back() {
    let shared = Shared::new();
    let mut watch = shared.watch();
    let all = look(&mut watch, 0).unwrap().files.len();
    let (here, away) = (
        shared.folder.path().to_path_buf(),
        shared.folder.path().with_extension("away"),
    );
    fs::rename(&here, &away).unwrap();
    let told = look(&mut watch, 5).unwrap();
    let of_folder = told.files.iter().find(|file| file.name == "records").unwrap();
    assert!(matches!(
        of_folder.trouble.as_ref().unwrap().what,
        Ailment::Unreadable(_)
    ));
    assert_eq!(told.files.len(), all + 1);
    fs::rename(&away, &here).unwrap();
    let back = look(&mut watch, 10).unwrap();
    assert_eq!(back.files.len(), all);
    assert!(back.files.iter().all(|file| file.trouble.is_none()));
}

#[test]
fn copies_are_known_by_what_is_in_them_however_a_sync_program_names_them() {
    let shared = Shared::new();
    let first = shared.names[0].clone();
    let stem = first.strip_suffix(".ron").unwrap();
    let text = fs::read(shared.path(&first)).unwrap();
    let names = [
        format!("{stem} (conflicted copy 2026-12-01 101512).ron"),
        format!("{stem}.sync-conflict-20261201-101512-K7QWERT.ron"),
        format!("{stem}-LAPTOP-3.ron"),
        format!("{stem} (1).ron"),
        format!("{stem} (Head of School B's conflicted copy 2026-12-01).ron"),
        "something else.ron".to_string(),
    ];
    let mut watch = shared.watch();
    let before = look(&mut watch, 0).unwrap().records;
    for name in &names {
        put(&shared.path(name), &text);
    }
    let copied = look(&mut watch, 5).unwrap();
    let mut all = before.clone();
    all.merge(copied.records.clone());
    assert_eq!(all, before);
    let is_copy = |name: &str| {
        copied
            .files
            .iter()
            .find(|file| file.name == name)
            .unwrap()
            .is_copy
    };
    assert!(names.iter().all(|name| is_copy(name)));
    assert!(!is_copy(&first));
    for name in &names {
        fs::remove_file(shared.path(name)).unwrap();
    }
    let cleared = look(&mut watch, 10).unwrap();
    assert_eq!(cleared.files.len(), shared.names.len());
    assert!(cleared.files.iter().all(|file| file.trouble.is_none()));
}

#[test]
fn what_another_program_of_mine_writes_into_my_file_comes_in() {
    let shared = Shared::new();
    let own = shared.path(&shared.names[0]);
    let text = fs::read_to_string(&own).unwrap();
    let opened = shared.folder.records(&RealDisk, shared.session);
    let watch = Watch::new(shared.folder.clone(), shared.session, Some(own.clone()));
    let mut watch = watch.knowing(&opened, at(0));
    assert!(look(&mut watch, 1).unwrap().records.is_empty());
    put(&own, text.replacen("seq: 1)", "seq: 1, rev: 9)", 1).as_bytes());
    let told = look(&mut watch, 6).unwrap();
    let revs: Vec<u32> = told
        .records
        .notes
        .every()
        .flat_map(|them| them.iter().map(|it| it.rev))
        .collect();
    assert!(revs.contains(&9), "{revs:?}");
    assert!(
        told.files.iter().all(|file| file.name != shared.names[0]),
        "it is nobody else's"
    );
    assert_eq!(look(&mut watch, 11), None);
    // Half of it is told once it lasts, so that a save is tried, which says so.
    put(&own, &text.as_bytes()[..text.len() / 2]);
    assert_eq!(look(&mut watch, 16), None);
    assert_eq!(look(&mut watch, 60).unwrap().own_lost, Some(OwnLoss::Broken));
    assert_eq!(look(&mut watch, 90), None);
}

#[test]
fn only_a_later_edition_of_this_sessions_plan_comes_in() {
    let shared = Shared::new();
    let path = shared.folder.plan_path();
    let text = fs::read_to_string(&path).unwrap();
    let mut watch = shared.watch().with_plan(1, at(0));
    assert!(look(&mut watch, 0).unwrap().plan.is_none());
    let later_edition = text.replacen("revision: 1,", "revision: 3,", 1);
    assert_ne!(later_edition, text);
    put(&path, &later_edition.as_bytes()[..1000]);
    assert_eq!(look(&mut watch, 5), None);
    let told = look(&mut watch, 10).unwrap().plan_trouble.unwrap();
    assert_eq!((told.since, told.good_at), (at(5), Some(at(0))));
    put(&path, later_edition.as_bytes());
    let mended = look(&mut watch, 12).unwrap();
    assert_eq!(mended.plan.unwrap().revision, 3);
    assert_eq!(mended.plan_trouble, None);
    put(&path, text.as_bytes());
    assert_eq!(look(&mut watch, 15), None);
    let another = later_edition.replacen(&shared.session.to_string(), &uuid::Uuid::nil().to_string(), 1);
    put(
        &path,
        another.replacen("revision: 3,", "revision: 9,", 1).as_bytes(),
    );
    assert_eq!(look(&mut watch, 20), None);
}

#[test]
fn what_could_not_be_read_for_a_while_is_read_again_though_it_looks_the_same() {
    let shared = Shared::new();
    let disk = FailingDisk::new(RealDisk);
    let mut watch = shared.watch();
    // The names, how the first file looks, and what is in it: a share that fails for a moment.
    disk.fail(Failure {
        nth: 3,
        errno: 5,
        lasting: false,
        short_write: false,
    });
    let told = watch.look(&disk, at(0), later()).unwrap();
    assert!(trouble(&told, &shared.names[0]).is_some());
    let read = watch.look(&disk, at(5), later()).unwrap();
    assert_eq!(trouble(&read, &shared.names[0]), None);
    assert!(!read.records.is_empty());
}

#[test]
fn a_time_to_come_is_no_reason_to_read_a_file_for_ever() {
    let shared = Shared::new();
    let path = shared.path(&shared.names[0]);
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(written + Duration::from_secs(3600)).unwrap();
    let mut watch = Watch::new(shared.folder.clone(), shared.session, None);
    let soon = written + Duration::from_secs(60);
    watch.look(&RealDisk, at(0), soon).unwrap();
    assert!(!watch.is_unsettled());
}

#[test]
fn a_stray_file_that_is_gone_again_is_forgotten() {
    let shared = Shared::new();
    let mut watch = shared.watch();
    look(&mut watch, 0).unwrap();
    let stray = shared.path("zz-noise.ron");
    put(&stray, b"noise");
    let told = look(&mut watch, 5).unwrap();
    assert!(trouble(&told, "zz-noise.ron").is_some());
    fs::remove_file(&stray).unwrap();
    let after = look(&mut watch, 10).unwrap();
    assert_eq!(after.files.len(), shared.names.len());
}
