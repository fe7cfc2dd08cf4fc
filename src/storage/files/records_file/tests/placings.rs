//! Records files of version 4, with where notes of others are put.

use super::{any_records::entries_of, read_text, record_id, said, text_of};
use crate::{
    domain::placing::{Placing, Where},
    storage::files::{header::Format, records_file::Standing},
};

/// A records file of version 4. It must be readable for ever.
const VERSION_4: &str = include_str!("version_4.ron");
/// What stands in a file of version 4 that knows of no placing.
const NO_PLACINGS: &str = "    placings: [\n    ],\n)\n";

#[test]
fn version_4_is_read_with_where_notes_are_put_and_written_as_it_was_read() {
    let read = read_text(VERSION_4);
    assert_eq!((read.standing, &read.fault), (Standing::Whole, &None));
    let placing = |note| {
        let id = Placing::id_of(record_id(note));
        read.records.placings.get(id).expect("a placing")
    };
    let put = placing(0x13);
    assert_eq!(put.body.by.words, "Head of School B");
    let place = put.body.at_place().expect("a place");
    let prompt = place.prompt.as_ref().map(|prompt| prompt.words.as_str());
    assert_eq!((place.name(), prompt), ("Year 6", Some("Small steps")));
    assert_eq!(
        (&put.body.tags[..], &put.body.without[..]),
        (&["SEND".to_owned()][..], &["reading".to_owned()][..])
    );
    assert_eq!(placing(0x14).body.place, Some(Where::AsWritten));
    assert!(placing(0x15).deleted && placing(0x15).body.is_nothing());
    let entries = entries_of(&read.records);
    assert_eq!(String::from_utf8(text_of(&entries)).expect("text"), VERSION_4);
}

#[test]
fn a_place_that_lacks_its_row_costs_that_line_only() {
    let bad = VERSION_4.replacen("slot: (id: \"lesson-visits\", words: \"Lesson visits\"), track: (id: \"group-1\", words: \"Group 1\"))", "track: (id: \"group-1\", words: \"Group 1\"))", 1);
    let read = read_text(&bad);
    assert_eq!(read.standing, Standing::Broken);
    assert_eq!(read.records.len(), read_text(VERSION_4).records.len() - 1);
    assert_eq!(said(&read).len(), 1, "{:?}", said(&read));
}

/// The text of an earlier version as it is written now.
pub(super) fn now(earlier: &str) -> String {
    let version = format!("version: {}", Format::Records.version());
    let versions = ["version: 1", "version: 2", "version: 3"];
    let text = versions
        .iter()
        .fold(earlier.to_owned(), |text, old| text.replacen(old, &version, 1));
    format!("{}{NO_PLACINGS}", text.strip_suffix(")\n").expect("an end"))
}
