//! The body of the fuzz target of keys, tried on random ones.

#[path = "../../../fuzz/bodies/keys.rs"]
mod body;

use proptest::prelude::*;

use super::cases;

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_keys_end_the_program_or_lose_a_word(bytes in prop::collection::vec(any::<u8>(), 0..160)) {
        body::keys(&bytes);
    }
}
