//! Hand-overs as they were written by each version of the format: all of them stay readable.

use super::*;
use crate::{domain::ids::SessionId, storage::files::records_file::Standing};

/// What is in the hand-over of a version: the records file that it was made of.
const VERSIONS: [(&str, &str); 3] = [
    (
        include_str!("version_1.txt"),
        include_str!("../../../storage/files/records_file/tests/version_1.ron"),
    ),
    (
        include_str!("version_2.txt"),
        include_str!("../../../storage/files/records_file/tests/version_3.ron"),
    ),
    (
        include_str!("version_3.txt"),
        include_str!("../../../storage/files/records_file/tests/version_4.ron"),
    ),
];

fn session(records: &str) -> (Plan, LoadedRecords) {
    let (mut plan, mut loaded) = example(1);
    plan.session = SessionId(uuid::Uuid::from_u128(1));
    let read = records_file::read_records(Path::new("b.ron"), records.as_bytes(), plan.session);
    assert_eq!(read.standing, Standing::Whole);
    loaded.records = read.records;
    loaded.files.truncate(1);
    (loaded.files[0].writer, loaded.files[0].person) = (read.writer, read.person);
    (plan, loaded)
}

#[test]
fn a_hand_over_of_any_version_brings_all_that_was_put_into_it() {
    for (nth, (text, records)) in VERSIONS.into_iter().enumerate() {
        let version = nth + 1;
        assert!(text.contains(&format!("{{knownow hand-over {version}}}")));
        let (plan, loaded) = session(records);
        let handed = read(text, &plan).unwrap();
        assert!(handed.damaged.is_empty() && handed.mended == 0, "{version}");
        let mut joined = joined(handed);
        let mut all = loaded.records;
        // The words of notes that were struck out are not handed over.
        let open = |records: &Records| records.notes.live().cloned().collect();
        (joined.notes, all.notes) = (open(&joined), open(&all));
        assert_eq!(joined, all, "{version}");
    }
}

#[test]
fn a_hand_over_is_written_in_the_version_of_today() {
    let (text, records) = VERSIONS[2];
    let (plan, loaded) = session(records);
    assert_eq!(made(&plan, &loaded), text);
}
