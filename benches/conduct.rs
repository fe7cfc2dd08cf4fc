//! What the check of 200 findings costs. `cargo bench --bench conduct` prints the figure.
#![expect(
    clippy::expect_used,
    reason = "a bench that can't be set up has nothing to measure"
)]

use std::path::Path;

use divan::{Bencher, black_box};
use knownow::{
    domain::conduct::Conduct,
    storage::{catalogue, files::plan_file},
};

/// Findings of a review with many of them, each with issue, impact and fix.
const FINDINGS: usize = 200;

fn main() {
    divan::main();
}

/// Lines as people write them, over and over until there are so many.
fn findings() -> Vec<String> {
    let lines = include_str!("../tests/corpus/conduct/tuning.txt").lines();
    let texts: Vec<&str> = lines.filter_map(|line| line.splitn(3, '|').nth(2)).collect();
    let parts: Vec<&str> = texts.iter().copied().cycle().take(FINDINGS * 3).collect();
    parts.chunks(3).map(|part| part.join(" ")).collect()
}

#[divan::bench]
fn two_hundred_findings(bencher: Bencher) {
    let example = &catalogue::examples()[0];
    let plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).expect("the plan");
    let findings = findings();
    bencher.bench_local(|| {
        let conduct = Conduct::of(&plan);
        findings
            .iter()
            .map(|finding| black_box(conduct.look_at(finding)).len())
            .sum::<usize>()
    });
}
