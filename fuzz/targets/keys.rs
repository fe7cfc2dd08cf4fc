#![no_main]

#[path = "../bodies/keys.rs"]
mod keys;
#[allow(unused, reason = "the tests use more of it")]
#[path = "../../tests/screens"]
mod screens {
    pub mod stage;
}
#[path = "../bodies/slow.rs"]
mod slow;

use screens::stage;

libfuzzer_sys::fuzz_target!(|data: &[u8]| slow::told("keys", data, keys::keys));
