use std::fs;

use super::*;
use crate::storage::{catalogue, disk::RealDisk};

/// A shared folder with the notes of the worked example, and the copies of one computer.
struct Shared {
    dir: tempfile::TempDir,
    folder: SessionFolder,
    session: SessionId,
    copies: LastGood,
    names: Vec<String>,
}

impl Shared {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = SessionFolder::at(dir.path().join("drive"));
        fs::create_dir_all(folder.records_dir()).unwrap();
        let example = &catalogue::examples()[1];
        put(&folder.plan_path(), example.plan.as_bytes());
        let mut names = Vec::new();
        for (name, text) in example.records {
            put(&folder.records_dir().join(name), text.as_bytes());
            names.push((*name).to_owned());
        }
        names.sort();
        let session = folder.plan(&RealDisk).unwrap().session;
        let copies = LastGood::new(dir.path().join("state"), session);
        Self {
            dir,
            folder,
            session,
            copies,
            names,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.records_dir().join(name)
    }

    fn read(&self) -> LoadedRecords {
        self.folder.records(&RealDisk, self.session)
    }

    /// What is known with the copies at 10:20.
    fn known(&self) -> LoadedRecords {
        let mut loaded = self.read();
        self.copies
            .stand_in(&RealDisk, &self.folder, &mut loaded, at("10:20"));
        loaded
    }

    /// Keeps a copy of every file at 10:00.
    fn keep_all(&self) {
        for file in self.read().files {
            let bytes = fs::read(&file.path).unwrap();
            let of = (file.writer.unwrap(), file.name());
            self.copies
                .keep(&RealDisk, (of.0, &of.1), &bytes, at("10:00"))
                .unwrap();
        }
    }

    fn kept(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.dir.path().join("state")).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    }
}

/// Writes a file as a sync program does.
#[expect(clippy::disallowed_methods, reason = "a sync program, not this one")]
fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

fn at(time: &str) -> Stamp {
    format!("2026-12-01T{time}:00+00:00").parse().unwrap()
}

#[test]
fn whatever_became_of_a_file_its_notes_are_known_from_the_copy_with_the_reason_and_the_time() {
    let shared = Shared::new();
    let whole = shared.read();
    shared.keep_all();
    let [broken, empty, gone] = [0, 1, 2].map(|nth: usize| shared.path(&shared.names[nth]));
    put(&broken, &fs::read(&broken).unwrap()[..400]);
    put(&empty, b"");
    fs::remove_file(&gone).unwrap();
    let known = shared.known();
    assert_eq!(known.records, whole.records);
    assert_eq!(known.problems(), [""; 0]);
    let mut told = known.stood_in();
    told.sort_by(|one, other| one.name.cmp(&other.name));
    let whats: Vec<Ailment> = told
        .iter()
        .map(|file| file.trouble.clone().unwrap().what)
        .collect();
    assert!(matches!(whats[0], Ailment::Unsound(_)));
    assert_eq!(whats[1..], [Ailment::Empty, Ailment::Gone]);
    for (file, name) in told.iter().zip(&shared.names) {
        let trouble = file.trouble.clone().unwrap();
        assert_eq!((&file.name, trouble.good_at), (name, Some(at("10:00"))));
        assert!(file.notes > 0 && file.person.is_some());
    }
    fs::rename(shared.path(&shared.names[0]), shared.path("away")).unwrap();
    put(&shared.path(&format!(".{}.icloud", shared.names[0])), b"a mark");
    let cloud = shared.known().stood_in();
    let cloud = cloud.iter().find(|file| file.name == shared.names[0]).unwrap();
    assert_eq!(cloud.trouble.clone().unwrap().what, Ailment::NotDownloaded);
}

#[test]
fn a_file_that_is_whole_again_is_taken_as_it_is() {
    let shared = Shared::new();
    shared.keep_all();
    let known = shared.known();
    assert!(known.stood_in().is_empty() && known.problems().is_empty());
    assert_eq!(known.records, shared.read().records);
}

#[test]
fn what_is_new_in_a_broken_file_is_known_beside_what_the_copy_has() {
    let shared = Shared::new();
    let path = shared.path(&shared.names[0]);
    let whole = fs::read_to_string(&path).unwrap();
    let first = whole.lines().position(|line| line.contains("text:")).unwrap();
    let fewer: Vec<&str> = whole
        .lines()
        .enumerate()
        .filter(|(nth, _)| *nth != first)
        .map(|(_, line)| line)
        .collect();
    put(&path, fewer.join("\n").as_bytes());
    shared.keep_all();
    let cut = whole.trim_end().strip_suffix(')').unwrap();
    put(&path, cut.as_bytes());
    let all = records_file::read_records(&path, whole.as_bytes(), shared.session).records;
    let known = shared.known().records;
    assert_eq!(known.by_writer(all.notes.live().next().unwrap().writer), all);
}

#[test]
fn a_copy_is_written_only_when_something_changed_and_for_the_owner_alone() {
    let shared = Shared::new();
    shared.keep_all();
    let kept = shared.kept();
    assert_eq!(kept.len(), shared.names.len());
    let before = fs::read(&kept[0]).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert!(kept.iter().all(|path| mode(path) == 0o600));
        assert_eq!(mode(&shared.dir.path().join("state")), 0o700);
    }
    let file = &shared.read().files[0];
    let bytes = fs::read(&file.path).unwrap();
    let writer = file.writer.unwrap();
    let keep = |bytes: &[u8]| {
        let of = (writer, file.name());
        shared.copies.keep(&RealDisk, (of.0, &of.1), bytes, at("10:30"))
    };
    keep(&bytes).unwrap();
    assert!(shared.kept().iter().any(|path| fs::read(path).unwrap() == before));
    keep(&[&bytes[..], b"\n"].concat()).unwrap();
    let path = shared.copies.path(writer, &file.name());
    assert!(fs::read_to_string(path).unwrap().contains("10:30"));
    assert_eq!(shared.kept().len(), shared.names.len());
}

#[test]
fn a_second_file_that_is_cleared_away_with_notes_of_its_own_is_known_from_its_copy() {
    let seconds = [
        " (conflicted copy).ron",
        ".sync-conflict-20261201-101500-ABCDEF.ron",
        ".handed-over-0a1b2c3d.ron",
    ];
    for second in seconds {
        let shared = Shared::new();
        let first = shared.read().files.swap_remove(0);
        let whole = fs::read_to_string(&first.path).unwrap();
        let all = shared.read().records;
        let second = first.name().replace(".ron", second);
        put(&shared.path(&second), whole.as_bytes());
        put(&first.path, older(&whole).as_bytes());
        shared.keep_all();
        fs::remove_file(shared.path(&second)).unwrap();
        let known = shared.known();
        assert_eq!(known.records, all, "{second}");
        let told = known.stood_in();
        let told: Vec<_> = told
            .iter()
            .map(|file| (file.name.clone(), file.trouble.clone().unwrap().what))
            .collect();
        assert_eq!(told, [(second.clone(), Ailment::Gone)]);
        // Once the writer's own file has all of it, nobody misses the other one.
        put(&first.path, whole.as_bytes());
        assert!(shared.known().stood_in().is_empty(), "{second}");
        assert_eq!(shared.known().records, all);
    }
}

#[test]
fn a_name_that_leads_elsewhere_is_no_name_of_a_copy() {
    let shared = Shared::new();
    let file = &shared.read().files[0];
    let (writer, bytes) = (file.writer.unwrap(), fs::read(&file.path).unwrap());
    for name in ["../b.ron", "a/b.ron", "a\\b.ron"] {
        shared
            .copies
            .keep(&RealDisk, (writer, name), &bytes, at("10:00"))
            .unwrap();
    }
    assert!(shared.kept().is_empty());
}

/// The text of a file with only its first lines of records, as an older edition of it was.
fn older(whole: &str) -> String {
    let is_note = |line: &&str| line.contains("text:");
    let notes = whole.lines().filter(is_note).count();
    let mut left = 2;
    assert!(notes > left);
    let kept = whole.lines().filter(|line| {
        left -= usize::from(is_note(line) && left > 0);
        !is_note(line) || left > 0
    });
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_older_file_takes_nothing_from_what_is_known_nor_from_the_copy() {
    let shared = Shared::new();
    shared.keep_all();
    let whole = shared.read();
    let file = &whole.files[0];
    let writer = file.writer.unwrap();
    let text = fs::read_to_string(&file.path).unwrap();
    put(&file.path, older(&text).as_bytes());
    let few = shared.read().records.by_writer(writer).len();
    let known = shared.known();
    assert!(few < whole.records.by_writer(writer).len());
    assert_eq!(known.records, whole.records);
    assert_eq!(
        known.lost_by(writer).len(),
        whole.records.by_writer(writer).len() - few
    );
    assert!(known.stood_in().is_empty() && known.problems().is_empty());
    // What is read of the older file is kept, and all that was known stays beside it.
    shared.keep_all();
    assert_eq!(shared.known().records, whole.records);
    fs::remove_file(&file.path).unwrap();
    assert_eq!(shared.known().records, whole.records);
}

#[test]
fn since_when_a_file_is_gone_is_known_after_a_restart_until_it_is_back() {
    let shared = Shared::new();
    shared.keep_all();
    let file = shared.read().files.swap_remove(0);
    let (of, bytes) = ((file.writer.unwrap(), file.name()), fs::read(&file.path).unwrap());
    fs::remove_file(&file.path).unwrap();
    let since = || shared.known().stood_in()[0].trouble.clone().unwrap().since;
    for told in ["10:05", "10:15"] {
        shared.copies.miss(&RealDisk, (of.0, &of.1), at(told)).unwrap();
        assert_eq!(since(), at("10:05"));
    }
    shared
        .copies
        .keep(&RealDisk, (of.0, &of.1), &bytes, at("10:16"))
        .unwrap();
    assert_eq!(since(), at("10:20"), "it was there again meanwhile");
}

#[test]
fn a_file_that_is_gone_may_be_written_anew_and_a_broken_one_not() {
    let shared = Shared::new();
    shared.keep_all();
    let file = shared.read().files.swap_remove(0);
    let writer = file.writer.unwrap();
    put(&file.path, b"(half");
    assert!(shared.known().is_unwritable(&file.path, writer));
    fs::remove_file(&file.path).unwrap();
    let known = shared.known();
    assert!(!known.is_unwritable(&file.path, writer));
    assert!(!known.lost_by(writer).is_empty());
}

#[test]
fn a_hand_over_that_was_cleared_away_is_no_loss() {
    let shared = Shared::new();
    let first = shared.read().files.swap_remove(0);
    let (writer, bytes) = (first.writer.unwrap(), fs::read(&first.path).unwrap());
    let name = first.name().replace(".ron", ".handed-over-0a1b2c3d.ron");
    shared
        .copies
        .keep(&RealDisk, (writer, &name), &bytes, at("10:00"))
        .unwrap();
    assert_eq!(shared.kept().len(), 1);
    assert!(shared.known().stood_in().is_empty());
    put(&shared.path(&name), b"(");
    assert_eq!(shared.known().stood_in().len(), 1);
}

#[test]
fn a_damaged_or_foreign_copy_is_left_out_with_a_word() {
    let shared = Shared::new();
    shared.keep_all();
    let [damaged, foreign, newer] = [0, 1, 2].map(|nth: usize| shared.kept()[nth].clone());
    let text = |path: &Path| fs::read_to_string(path).unwrap();
    put(
        &damaged,
        text(&damaged)
            .replacen("whiteboards", "whitebroads", 1)
            .as_bytes(),
    );
    let sound = text(&damaged).contains("whitebroads");
    if !sound {
        put(&damaged, &fs::read(&damaged).unwrap()[..200]);
    }
    let other = shared
        .session
        .to_string()
        .replacen(|digit: char| digit != '0', "0", 1);
    put(
        &foreign,
        text(&foreign)
            .replacen(&shared.session.to_string(), &other, 1)
            .as_bytes(),
    );
    put(
        &newer,
        text(&newer).replacen("version: 2,", "version: 9,", 1).as_bytes(),
    );
    for name in &shared.names {
        put(&shared.path(name), b"");
    }
    let known = shared.known();
    assert!(known.records.is_empty() && known.stood_in().is_empty());
    let of_copies = known.of_copies.join("\n");
    for said in ["damaged", "belongs elsewhere", "newer version"] {
        assert!(of_copies.contains(said), "{said}: {of_copies}");
    }
    // While the file itself is whole nobody needs the copy, and nothing is said of it.
    let fresh = Shared::new();
    fresh.keep_all();
    put(&fresh.kept()[0], b"noise");
    assert!(fresh.known().problems().is_empty());
}
