//! The notes of rows that are no longer in the plan can still be read on the day's screen.

use knownow::{
    domain::{ids::SlotId, note::NoteKind},
    storage::files::plan_file::write_plan,
};

use crate::stage::{Source, Stage, plan_of, shows};

/// The day with eighty notes, after an agreed plan without the pupil voice came in; eight notes were made there.
fn without_pupil_voice(time: &str) -> Stage {
    let mut source = Source::called("half-day-maths-80-notes");
    let mut plan = plan_of(&source);
    let slots = &mut plan.days[0].slots;
    let pupil_voice = slots
        .iter()
        .position(|slot| slot.id == SlotId::new("pupil-voice"))
        .unwrap();
    plan.former.push(slots.remove(pupil_voice));
    source.plan = write_plan(&plan).unwrap();
    Stage::in_memory(&source, "Head of School B", time)
}

fn listed(stage: &Stage) -> usize {
    let board = &stage.day().board;
    NoteKind::ALL.iter().map(|kind| board.listed(*kind).len()).sum()
}

#[test]
fn they_are_the_last_of_the_places_and_looking_at_them_goes_nowhere() {
    let mut stage = without_pupil_voice("10:20");
    stage.keys("<C-p>");
    let (here, saved) = (stage.day().stop().cloned(), stage.saved());
    stage.keys("<C-g>");
    for _ in 0..20 {
        stage.keys("<Down>");
    }
    let places = stage.screen(100, 30);
    stage.keys("<Enter>");
    assert_eq!(listed(&stage), 8);
    assert_eq!(stage.day().stop().cloned(), here);
    assert!(stage.saved() == saved, "a look was recorded");
    assert!(!stage.screen(120, 36).contains("NOT SAVED"));
    let narrow = stage.screen(80, 24);
    shows(
        "gone_rows",
        &[places, narrow, stage.screen(120, 36)].join("\n==\n"),
    );
}

#[test]
fn they_are_found_by_the_name_of_their_row_and_left_by_esc_or_a_note() {
    let mut stage = without_pupil_voice("10:05");
    let before = listed(&stage);
    stage.keys("<C-g>pupil voice<Enter>");
    assert_eq!(listed(&stage), 8);
    stage.keys("<Esc>");
    assert_eq!(listed(&stage), before);
    stage.keys("<C-g>pupil voice<Enter>+ seen here<Enter>");
    assert_eq!(listed(&stage), before + 1);
}

#[test]
fn a_row_that_looks_at_the_whole_day_has_them_among_its_notes() {
    for time in ["10:20", "11:20"] {
        let stage = without_pupil_voice(time);
        assert!(stage.day().board.whole_day);
        assert_eq!(listed(&stage), stage.saved().records.notes.live().count());
    }
}

#[test]
fn a_plan_with_all_its_rows_has_no_such_place() {
    let mut stage = Stage::new("half-day-maths-80-notes", "Head of School B", "10:20");
    stage.keys("<C-g>");
    assert!(!stage.screen(120, 36).contains("No longer in the plan"));
}
