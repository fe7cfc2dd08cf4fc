use std::fs::OpenOptions;

use super::{faulty::*, *};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn create(disk: &dyn Disk, path: &Path, bytes: &[u8]) {
    disk.create_new(path).unwrap().write_all(bytes).unwrap();
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn shared_folder(bits: u32) -> (tempfile::TempDir, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let outer = folder();
    let dir = outer.path().join("shared");
    std::fs::create_dir(&dir).unwrap();
    std::fs::set_permissions(&dir, std::fs::Permissions::from_mode(bits)).unwrap();
    (outer, dir)
}

#[cfg(unix)]
#[test]
fn what_we_create_is_private() {
    let home = folder();
    let dir = home.path().join("data/sessions");
    RealDisk.create_dir_all(&dir).unwrap();
    create(&RealDisk, &dir.join("notes.ron"), b"words");
    assert_eq!(mode(&home.path().join("data")), 0o700);
    assert_eq!(mode(&dir), 0o700);
    assert_eq!(mode(&dir.join("notes.ron")), 0o600);
}

#[cfg(unix)]
#[test]
fn a_file_in_a_shared_folder_takes_the_rights_of_its_group() {
    for (folder_bits, file_bits) in [
        (0o770, 0o660),
        (0o775, 0o660),
        (0o750, 0o640),
        (0o755, 0o640),
        (0o707, 0o600),
    ] {
        let (_outer, dir) = shared_folder(folder_bits);
        create(&RealDisk, &dir.join("notes.ron"), b"words");
        assert_eq!(mode(&dir.join("notes.ron")), file_bits, "in {folder_bits:o}");
    }
}

#[test]
fn a_folder_that_exists_is_no_error() {
    let home = folder();
    RealDisk.create_dir_all(home.path()).unwrap();
    assert!(RealDisk.names(home.path()).unwrap().is_empty());
}

#[test]
fn a_file_is_read_whole_and_never_created_twice() {
    let home = folder();
    let path = home.path().join("notes.ron");
    create(&RealDisk, &path, b"words");
    assert_eq!(RealDisk.read(&path).unwrap(), b"words");
    let again = RealDisk.create_new(&path).err().unwrap();
    assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
    let stat = RealDisk.stat(&path).unwrap();
    assert_eq!(
        (stat.len, stat.is_dir, stat.is_symlink, stat.readonly),
        (5, false, false, false)
    );
}

#[test]
fn a_huge_file_is_cut_one_byte_past_the_limit() {
    let home = folder();
    let path = home.path().join("huge.ron");
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .unwrap();
    file.set_len(3 * LARGEST_FILE).unwrap();
    assert_eq!(RealDisk.read(&path).unwrap().len() as u64, LARGEST_FILE + 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_or_a_folder_is_refused_without_waiting() {
    let home = folder();
    let pipe = home.path().join("notes.ron");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RWXU).unwrap();
    for (path, kind) in [
        (pipe.as_path(), io::ErrorKind::InvalidInput),
        (home.path(), io::ErrorKind::IsADirectory),
    ] {
        assert_eq!(RealDisk.read(path).unwrap_err().kind(), kind);
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_told_from_its_file() {
    let home = folder();
    create(&RealDisk, &home.path().join("notes.ron"), b"words");
    std::os::unix::fs::symlink("notes.ron", home.path().join("link.ron")).unwrap();
    assert!(RealDisk.stat(&home.path().join("link.ron")).unwrap().is_symlink);
}

#[test]
fn only_a_missing_sync_makes_durability_weaker() {
    let of = |kind: io::ErrorKind| Durability::of(Err(io::Error::from(kind)));
    assert_eq!(of(io::ErrorKind::Unsupported).unwrap(), Durability::Weaker);
    assert_eq!(of(io::ErrorKind::InvalidInput).unwrap(), Durability::Weaker);
    assert_eq!(
        of(io::ErrorKind::StorageFull).unwrap_err().kind(),
        io::ErrorKind::StorageFull
    );
    assert_eq!(Durability::of(Ok(())).unwrap(), Durability::Full);
    assert_eq!(Durability::Full.and(Durability::Weaker), Durability::Weaker);
}

#[test]
fn a_failing_disk_fails_the_operation_it_was_told_to() {
    let home = folder();
    let disk = FailingDisk::new(RealDisk);
    let failure = Failure {
        nth: 2,
        errno: 5,
        lasting: false,
        short_write: false,
    };
    let tries = |disk: &dyn Disk| [0; 4].map(|_| disk.names(home.path()).is_ok());
    disk.fail(failure);
    assert_eq!(tries(&disk), [true, false, true, true]);
    assert_eq!(disk.operations(), 4);
    disk.fail(Failure {
        lasting: true,
        ..failure
    });
    assert_eq!(tries(&disk), [true, false, false, false]);
    disk.mend();
    assert_eq!(tries(&disk), [true; 4]);
}

#[test]
fn a_short_write_leaves_half_of_the_bytes() {
    let home = folder();
    let path = home.path().join("notes.ron");
    let disk = FailingDisk::new(RealDisk);
    disk.fail(Failure {
        nth: 2,
        errno: 5,
        lasting: false,
        short_write: true,
    });
    let mut file = disk.create_new(&path).unwrap();
    assert_eq!(file.write_all(b"12345678").unwrap_err().raw_os_error(), Some(5));
    assert_eq!(disk.read(&path).unwrap(), b"1234");
}

#[test]
fn why_is_said_without_the_numbers_of_the_system() {
    for (kind, words) in [
        (io::ErrorKind::NotFound, "it is not there"),
        (io::ErrorKind::PermissionDenied, "you have no right to it"),
        (io::ErrorKind::IsADirectory, "it is a folder"),
    ] {
        assert_eq!(super::why(&io::Error::from(kind)), words);
    }
    let other = io::Error::from_raw_os_error(24);
    assert!(other.to_string().contains("os error"), "{other}");
    assert!(!super::why(&other).contains("os error"), "{}", super::why(&other));
}
