//! Inputs that take long, kept beside those that crash.

use std::{fs, time::Duration};

use rustix::time::{ClockId, clock_gettime};

/// From so much time of the processor on, in milliseconds, an input is kept.
const SLOW: u128 = 100;

/// Runs a body, and keeps the input if it took long: `artifacts/<target>/slow-<milliseconds>-<sum>`.
pub fn told(target: &str, data: &[u8], body: impl FnOnce(&[u8])) {
    let before = spent();
    body(data);
    let took = spent().saturating_sub(before).as_millis();
    if took > SLOW {
        let folder = format!("{}/artifacts/{target}", env!("CARGO_MANIFEST_DIR"));
        let name = format!("{folder}/slow-{took}-{:08x}", crc32fast::hash(data));
        let kept = fs::create_dir_all(folder).and_then(|()| fs::write(&name, data));
        eprintln!("SLOW: {took} ms, {} bytes, {name} {kept:?}", data.len());
    }
}

/// The time that the processor gave to this thread.
fn spent() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime)
        .try_into()
        .unwrap_or_default()
}
