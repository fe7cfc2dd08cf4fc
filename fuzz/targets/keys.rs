#![no_main]

#[path = "../bodies/keys.rs"]
mod keys;
#[path = "../../tests/screens/stage.rs"]
mod stage;

libfuzzer_sys::fuzz_target!(|data: &[u8]| keys::keys(data));
