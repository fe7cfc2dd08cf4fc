//! A file that is gone, and whether another one has what was in it.

use super::*;

#[test]
fn a_copy_that_goes_with_notes_of_its_own_is_missed_until_another_file_has_them() {
    let shared = Shared::new();
    let first = shared.names[0].clone();
    let copy = first.replace(".ron", " (1).ron");
    let text = fs::read_to_string(shared.path(&first)).unwrap();
    // The copy has all, the first file has lost its records.
    put(&shared.path(&copy), text.as_bytes());
    let (head, _) = text.split_once("notes: [").unwrap();
    put(&shared.path(&first), format!("{head})").as_bytes());
    let mut watch = shared.watch();
    let before = look(&mut watch, 0).unwrap();
    assert!(
        before.files.iter().all(|file| file.trouble.is_none()),
        "{:?}",
        before.files
    );
    fs::remove_file(shared.path(&copy)).unwrap();
    look(&mut watch, 5);
    let told = look(&mut watch, 11).unwrap();
    let missed = trouble(&told, &copy).unwrap();
    assert_eq!((missed.what, missed.since), (Ailment::Gone, at(5)));
    // Once the writer's own file has them there is nothing to say any more.
    put(&shared.path(&first), text.as_bytes());
    let back = look(&mut watch, 20).unwrap();
    assert!(
        back.files
            .iter()
            .all(|file| file.name != copy && file.trouble.is_none())
    );
}

#[test]
fn a_first_file_that_goes_is_not_missed_where_copies_have_all_of_it() {
    let shared = Shared::new();
    let first = shared.names[0].clone();
    let copy = first.replace(".ron", " (1).ron");
    put(&shared.path(&copy), &fs::read(shared.path(&first)).unwrap());
    let opened = shared.folder.records(&RealDisk, shared.session);
    let mut watch = shared.watch().knowing(&opened, at(0));
    look(&mut watch, 1).unwrap();
    fs::remove_file(shared.path(&first)).unwrap();
    let gone = look(&mut watch, 5).unwrap();
    assert!(
        gone.files
            .iter()
            .all(|file| file.name != first && file.trouble.is_none())
    );
    assert_eq!(look(&mut watch, 60), None);
}

#[test]
fn a_file_that_was_gone_when_the_session_was_opened_is_not_missed_once_a_hand_over_has_all_of_it() {
    let shared = Shared::new();
    let first = shared.path(&shared.names[0]);
    let bytes = fs::read(&first).unwrap();
    let copies = LastGood::new(shared.dir.path().join("state"), shared.session);
    let writer = records_file::read_records(&first, &bytes, shared.session)
        .writer
        .unwrap();
    copies
        .keep(&RealDisk, (writer, &shared.names[0]), &bytes, at(-60))
        .unwrap();
    fs::remove_file(&first).unwrap();
    let open = || {
        let mut opened = shared.folder.records(&RealDisk, shared.session);
        copies.stand_in(&RealDisk, &shared.folder, &mut opened, at(0));
        opened
    };
    let opened = open();
    assert_eq!(opened.stood_in().len(), 1);
    let mut watch = shared.watch().knowing(&opened, at(0)).keeping(copies.clone());
    look(&mut watch, 1);
    let handed_over = shared.names[0].replace(".ron", ".handed-over-0a1b2c3d.ron");
    put(&shared.path(&handed_over), &bytes);
    let told = look(&mut watch, 5).unwrap();
    assert!(
        told.files.iter().all(|file| file.trouble.is_none()),
        "{:?}",
        told.files
    );
    assert!(open().stood_in().is_empty());
}
