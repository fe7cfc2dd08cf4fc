//! The body of the fuzz target of lines in line mode, tried on random ones.

#[path = "../../../fuzz/bodies/lines.rs"]
mod body;

use proptest::prelude::*;

use super::cases;

/// A line: most often a beginning of the body's list, with something behind it.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let behind = prop_oneof![
        Just(Vec::new()),
        "[0-9]{1,2}".prop_map(String::into_bytes),
        "[a-z :\u{202e}]{0,12}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    (prop_oneof![4 => 128..=178_u8, 1 => any::<u8>()], behind)
        .prop_map(|(first, behind)| [vec![first], behind].concat())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_lines_end_the_program_or_lose_a_word(lines in prop::collection::vec(line(), 0..24)) {
        body::lines(&lines.join(&b'\n'));
    }
}
