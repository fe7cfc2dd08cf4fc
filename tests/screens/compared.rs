//! The page of what the groups know, side by side: keys in, the screen out.

use crate::stage::{Stage, shows};

const EIGHTY: &str = "half-day-maths-80-notes";

/// The break, with both groups' notes there.
fn page() -> Stage {
    let mut stage = Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16");
    stage.keys("<Tab>");
    stage
}

#[test]
fn both_groups_stand_side_by_side_by_question_and_by_class() {
    let mut stage = page();
    shows("compared_by_question", &stage.screens());
    stage.keys("<Tab>");
    shows("compared_by_class", &stage.screens());
}
