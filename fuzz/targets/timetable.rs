#![no_main]

#[path = "../bodies/bytes.rs"]
mod bytes;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    bytes::timetable(data);
});
