//! What notes hold on to in a plan, and what they leave free.

use crate::{
    plan_page::{HALF_DAY, OWNER, goes_to, page, planning, says},
    stage::Stage,
};

const LOCKED: &str = "The day is being recorded";

/// The plan before its day, with a note made at the first row.
fn noted_before_the_day() -> Stage {
    let mut stage = planning();
    stage.keys("<Esc>+ the hall is bright<Enter>");
    stage
}

#[test]
fn a_note_before_the_day_is_called_one_and_leaves_nothing_behind_when_it_is_undone() {
    let mut stage = noted_before_the_day();
    says(
        &stage,
        "Noted at Arrival and welcome, before the day. Ctrl+Z takes it back.",
    );
    stage.keys("<C-z><C-a><BS>");
    let mut stage = page(stage);
    let screen = stage.screen(80, 24);
    assert!(!screen.contains(LOCKED), "{screen}");
    // Anything can be done to the plan again, as if it had never been there.
    stage.keys("<Down><Down>+");
    assert_eq!(stage.plan_on_disk().revision, 2);
    assert_eq!(stage.saved().records.changes.live().count(), 0);
}

#[test]
fn on_the_day_and_in_a_rehearsal_no_note_is_called_one_before_the_day() {
    let mut stage = Stage::owner(HALF_DAY, OWNER, "2026-12-01 08:02");
    stage.keys("+ the hall is bright<Enter>");
    let screen = stage.screen(80, 24);
    assert!(!screen.contains("before the day"), "{screen}");
}

#[test]
fn lines_of_enquiry_parts_and_questions_of_a_group_come_into_a_plan_with_notes() {
    let mut stage = page(noted_before_the_day());
    says(&stage, LOCKED);
    let before = stage.plan_on_disk().agreement.lines_of_enquiry.len();
    goes_to(&mut stage, "Lines of enquiry");
    stage.keys("aHow is reading taught?<Enter>");
    says(&stage, "Changed in the plan itself, now edition 2.");
    goes_to(&mut stage, "How is reading taught?");
    stage.keys("aIn Year 2?<Enter>");
    let lines = stage.plan_on_disk().agreement.lines_of_enquiry;
    assert_eq!(lines.len(), before + 1);
    assert_eq!(lines.last().map(|line| line.sub_questions.len()), Some(1));
    // What came in goes again: by its key, or undone.
    stage.keys("<C-z>");
    let lines = stage.plan_on_disk().agreement.lines_of_enquiry;
    assert_eq!(lines.last().map(|line| line.sub_questions.len()), Some(0));
    goes_to(&mut stage, "How is reading taught?");
    stage.keys("d");
    says(&stage, "Taken out: \"How is reading taught?\"");
    assert_eq!(stage.plan_on_disk().agreement.lines_of_enquiry.len(), before);
}

#[test]
fn what_a_note_or_a_finding_names_can_not_be_taken_out() {
    let mut stage = planning();
    stage.keys("<Esc>");
    stage.at("2026-12-01 08:12");
    stage.keys("+ targets are known<Enter>@Head of School B + small steps<Enter>");
    let mut stage = page(stage);
    let before = stage.plan_on_disk();
    goes_to(&mut stage, "Head of School B  ");
    stage.keys("d");
    says(&stage, "Notes hold on to that: it stays in the plan.");
    assert_eq!(stage.plan_on_disk(), before);
    // Nobody noted anything of these.
    goes_to(&mut stage, "Governor ");
    stage.keys("d");
    says(&stage, "Taken out: \"Governor");
}
