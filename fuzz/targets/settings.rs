#![no_main]

#[path = "../bodies/mod.rs"]
mod bodies;
#[path = "../bodies/slow.rs"]
mod slow;

libfuzzer_sys::fuzz_target!(|data: &[u8]| slow::told("settings", data, |data| {
    bodies::own_files::settings(data);
}));
