//! What holds whatever happens: laws, tried on hundreds of days that nobody thought of.
//!
//! Without more ado the same few cases are tried every time, so that a run of the suite says what the change at hand
//! did. `PROPTEST_CASES` sets how many; then others are tried each time:
//! `PROPTEST_CASES=1000 cargo test --test screens laws::late` tries a thousand days.

mod any_keys;
mod any_lines;
mod any_size;
mod any_text;
mod apart;
mod clock_change;
mod course;
mod coverage;
mod everywhere;
mod known;
mod late;
mod many_keys;
mod merging;
mod moving;
mod plan_edits;
mod random_day;
mod shown;
mod six_reviewers;
mod two_laptops;
mod watch;

use proptest::test_runner::{Config, RngSeed};

/// Where the cases of the suite begin.
const SAME_CASES: u64 = 7;

/// As many cases as are asked for from outside, or else `quick`.
fn cases(quick: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: asked.unwrap_or(quick),
        failure_persistence: None,
        rng_seed: if asked.is_some() {
            RngSeed::Random
        } else {
            RngSeed::Fixed(SAME_CASES)
        },
        ..Config::default()
    }
}
