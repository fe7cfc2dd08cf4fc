//! What holds whatever happens: laws, tried on hundreds of days that nobody thought of.
//!
//! `PROPTEST_CASES` sets how many; without it there are few enough to be quick.

mod clock_change;
mod course;
mod late;
mod merging;
mod plan_edits;
mod random_day;
mod watch;

use proptest::test_runner::Config;

/// As many cases as are asked for from outside, or else `quick`.
fn cases(quick: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: asked.unwrap_or(quick),
        failure_persistence: None,
        ..Config::default()
    }
}
