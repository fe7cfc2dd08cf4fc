#![no_main]

#[path = "../bodies/lines.rs"]
mod lines;
#[allow(unused, reason = "the tests use more of it")]
#[path = "../../tests/screens"]
mod screens {
    pub mod stage;
}
#[path = "../bodies/slow.rs"]
mod slow;

use screens::stage;

libfuzzer_sys::fuzz_target!(|data: &[u8]| slow::told("lines", data, lines::lines));
