#![no_main]

#[path = "../bodies/mod.rs"]
mod bodies;
#[path = "../bodies/slow.rs"]
mod slow;

libfuzzer_sys::fuzz_target!(|data: &[u8]| slow::told("own_keys", data, |data| {
    bodies::own_files::keys(data);
}));
