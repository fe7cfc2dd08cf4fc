//! The bodies of the fuzz targets, tried on random bytes and on sound files with a part of them altered.

#[cfg(test)]
#[path = "../fuzz/bodies/mod.rs"]
mod bodies;

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::bodies::{bytes, journal, own_files};

    type Body = fn(&[u8]) -> bool;

    const BODIES: [(&str, Body); 11] = [
        ("records", bytes::records),
        ("plan", bytes::plan),
        ("model", bytes::model),
        ("hand_over", bytes::hand_over),
        ("timetable", bytes::timetable),
        ("docx", bytes::docx),
        ("prose", bytes::prose),
        ("settings", own_files::settings),
        ("own_keys", own_files::keys),
        ("theme", own_files::theme),
        ("journal", journal::journal),
    ];

    /// A sound file of each kind, as somebody might alter it.
    const SOUND: [&[u8]; 11] = [
        include_bytes!("corpus/files/records/sound.ron"),
        include_bytes!("corpus/files/plan/sound.ron"),
        include_bytes!("../config/models/half-day-peer-review.ron"),
        include_bytes!("corpus/files/hand-over.txt"),
        include_bytes!("corpus/files/timetable.md"),
        include_bytes!("corpus/documents/main-part.xml"),
        include_bytes!("corpus/files/mail.txt"),
        include_bytes!("../config/settings.ron"),
        include_bytes!("../config/keys.ron"),
        include_bytes!("../config/themes/example.ron"),
        include_bytes!("corpus/journal/entries.txt"),
    ];

    /// A change of a file: where, how much goes, and what comes in its place.
    fn change() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
        let odd = prop::sample::select(vec![
            b"\"".to_vec(),
            b"(".to_vec(),
            b")".to_vec(),
            b"[".to_vec(),
            b",".to_vec(),
            b"\n".to_vec(),
            b"\0".to_vec(),
            b"\xff".to_vec(),
            b"\xe2\x80\xae".to_vec(),
            b"-1".to_vec(),
            b"+262142-01-01".to_vec(),
            b"<<<<<<< mine\n".to_vec(),
        ]);
        let put = prop_oneof![odd, prop::collection::vec(any::<u8>(), 0..8)];
        (any::<prop::sample::Index>(), 0_usize..40, put)
    }

    fn altered(sound: &[u8], changes: &[(prop::sample::Index, usize, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for (place, length, put) in changes {
            if bytes.is_empty() {
                break;
            }
            let start = place.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, put.iter().copied());
        }
        bytes
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for (_, body) in BODIES {
                body(&bytes);
            }
        }

        #[test]
        fn an_altered_file_is_read_or_refused(changes in prop::collection::vec(change(), 1..6)) {
            for ((_, body), sound) in BODIES.iter().zip(SOUND) {
                body(&altered(sound, &changes));
            }
        }
    }

    #[test]
    fn a_sound_file_is_read() {
        for ((name, body), sound) in BODIES.iter().zip(SOUND) {
            assert!(body(sound), "{name}");
        }
    }

    /// The body looks whether every line is accounted for.
    #[test]
    fn no_table_of_the_corpus_loses_a_line() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/tables");
        let mut read = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_table = path
                .extension()
                .is_some_and(|ending| ending != "json" && ending != "docx");
            if is_table {
                assert!(bytes::timetable(&fs::read(&path).unwrap()), "{}", path.display());
                read += 1;
            }
        }
        assert!(read > 100, "{read}");
    }
}
