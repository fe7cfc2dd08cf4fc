//! What a person does in some steps, with the screen and the files that come of it.

use crate::stage::{Stage, shows};

const ME: &str = "Head of School B";

fn half_day(time: &str) -> Stage {
    Stage::new("half-day-maths", ME, time)
}

/// The screen on a small laptop, and every file.
fn seen_and_kept(stage: &Stage) -> String {
    format!("{}{}", stage.screen(80, 24), stage.files())
}

#[test]
fn a_note_is_its_text_and_enter() {
    let mut stage = half_day("09:16");
    stage.keys("+ every pupil answers<Enter>");
    shows("a_note", &seen_and_kept(&stage));
}
