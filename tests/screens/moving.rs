//! A run of notes is moved to where it belongs.

use knownow::app::{Overlay, message::ReadOnly};

use crate::stage::{Stage, shows};

const ME: &str = "Head of School B";

/// Five own notes in Year 5, then in Year 6, of which one is private.
pub fn two_classes() -> Stage {
    let mut stage = Stage::new("half-day-maths", ME, "09:02");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    stage.at("09:09");
    stage.keys("two pupils wait for the TA before they start<Enter>");
    stage.at("09:16");
    stage.keys("<Tab><Tab>+ new part of the method shown twice<Enter>");
    stage.at("09:18");
    stage.keys("-! the step is skipped when books open<Enter>");
    stage.at("09:21");
    stage.keys(">try this at home<Enter>");
    stage.at("09:24");
    stage
}

/// Every own note: its class and question, and its first word.
fn filed(stage: &Stage) -> Vec<String> {
    let day = stage.day();
    let notes = day.board.mine.iter().filter_map(|mine| day.note(*mine));
    notes
        .map(|note| {
            let place = &note.body.place;
            let prompt = place.prompt.as_ref().map_or("-", |prompt| &prompt.words);
            let first = note.body.text.split(' ').next().unwrap_or_default();
            format!("{} / {prompt} / {first}", place.name())
        })
        .collect()
}

#[test]
fn four_keys_move_the_notes_of_the_newest_place_to_the_next_one() {
    let mut stage = two_classes();
    stage.keys("<C-u>");
    let which = stage.screen(80, 24);
    stage.keys("<Enter>");
    let where_to = stage.screen(80, 24);
    stage.keys("<Down><Enter>");
    shows(
        "notes_moved",
        &format!("{which}\n{where_to}\n{}", stage.screen(80, 24)),
    );
    assert_eq!(
        filed(&stage),
        [
            "Year 5 / - / whiteboards:",
            "Year 5 / - / two",
            "Year 4 / Small steps / new",
            "Year 4 / Small steps / the",
            "Year 4 / Small steps / try",
        ]
    );
    assert!(
        stage
            .screen(80, 24)
            .contains("3 notes moved to Year 4 (Ctrl+Z takes it back).")
    );
    let everything = stage.saved();
    assert_eq!(everything.records.notes.live().count(), 4);
    assert_eq!(everything.private.live().count(), 1);
    stage.die_and_reopen();
    assert_eq!(
        filed(&stage)[2..],
        [
            "Year 4 / Small steps / new",
            "Year 4 / Small steps / the",
            "Year 4 / Small steps / try"
        ]
    );
}

#[test]
fn one_undo_puts_all_back() {
    let mut stage = two_classes();
    let before = filed(&stage);
    stage.keys("<C-u><Enter><Down><Enter>");
    assert_ne!(filed(&stage), before);
    stage.keys("<C-z>");
    assert_eq!(filed(&stage), before);
    assert!(stage.screen(80, 24).contains("Undone: moving 3 notes"));
    stage.keys("<C-y>");
    assert_ne!(filed(&stage), before);
}

#[test]
fn the_present_place_is_chosen_and_one_key_less_is_enough() {
    let mut stage = two_classes();
    stage.at("09:31");
    stage.keys("<C-u><Enter><Enter>");
    assert!(stage.screen(80, 24).contains("3 notes moved to Year 4"));
}

#[test]
fn a_question_goes_only_where_its_row_goes() {
    let mut stage = two_classes();
    stage.keys("<C-u><Enter>break<Enter>");
    assert_eq!(
        filed(&stage)[2..],
        [
            "Break, share / - / new",
            "Break, share / - / the",
            "Break, share / - / try"
        ]
    );
}

#[test]
fn both_ends_of_the_run_are_moved_and_one_note_always_stays_in_it() {
    let mut stage = two_classes();
    stage.keys("<C-u><Down><Right><Right>");
    shows("moving_run", &stage.screen(100, 30));
    stage.keys("<Enter>year 2<Enter>");
    assert_eq!(
        filed(&stage),
        [
            "Year 5 / - / whiteboards:",
            "Year 2 / - / two",
            "Year 2 / Small steps / new",
            "Year 6 / Small steps / the",
            "Year 6 / Small steps / try",
        ]
    );
    let run = |stage: &Stage| match &stage.model.overlay {
        Some(Overlay::Moving(run)) => run.chosen(),
        _ => 0..0,
    };
    stage.keys("<C-u>");
    assert_eq!(run(&stage), 0..2, "those of the newest place");
    stage.keys("<PgUp><Up>");
    assert_eq!(run(&stage), 0..1);
    stage.keys("<PgDn>");
    assert_eq!(run(&stage), 0..5);
    stage.keys("<Right><Right><Right><Right><Right><Right>");
    assert_eq!(run(&stage), 4..5);
    stage.keys("<Left><Esc>");
    assert!(stage.model.overlay.is_none());
}

#[test]
fn notes_that_are_there_already_stay_as_they_are() {
    let mut stage = two_classes();
    let files = stage.files();
    stage.keys("<C-u><Enter><Enter>");
    assert!(
        stage
            .screen(80, 24)
            .contains("These notes are at Year 6 already.")
    );
    assert_eq!(stage.files(), files);
    stage.keys("<C-z>");
    assert!(
        stage.screen(80, 24).contains("Undone: saving"),
        "moving nothing is no deed"
    );
}

#[test]
fn a_half_typed_line_stays_where_it_was_begun() {
    let mut stage = two_classes();
    stage.keys("+ half a thought<C-u><Enter><Down><Enter><Enter>");
    assert_eq!(
        filed(&stage)[2..],
        [
            "Year 4 / Small steps / new",
            "Year 4 / Small steps / the",
            "Year 4 / Small steps / try",
            "Year 6 / Small steps / half",
        ]
    );
}

#[test]
fn it_says_why_nothing_can_be_moved() {
    let mut stage = Stage::new("half-day-maths", ME, "09:16");
    stage.keys("<C-u>");
    assert!(
        stage
            .screen(80, 24)
            .contains("You have no notes yet that could be moved.")
    );
    let mut stage = two_classes();
    stage.keys("<Up><C-u>");
    assert!(stage.screen(80, 24).contains("A note is open to be changed"));
    let why = ReadOnly::HeldBy("since 09:01".into());
    let mut stage = Stage::read_only("half-day-maths-80-notes", ME, "10:20", why);
    stage.keys("<C-u>");
    assert!(stage.model.overlay.is_none());
    assert!(stage.screen(80, 24).contains("Nothing can be written here"));
}

#[test]
fn over_two_days_notes_can_go_back_to_the_first() {
    let mut stage = Stage::new("two-day", "Reviewer 1", "10:05");
    stage.keys("+ they like to explain<Enter>");
    stage.at("2026-11-11 09:05");
    stage.keys("<Tab>one more thing they said<Enter>");
    stage.keys("<C-u>");
    shows("moving_two_days", &stage.screen(80, 24));
    stage.keys("<Enter>pupil<Enter>");
    assert_eq!(
        filed(&stage),
        [
            "Pupil interviews / Today's learning / they",
            "Pupil interviews / - / one"
        ]
    );
}
