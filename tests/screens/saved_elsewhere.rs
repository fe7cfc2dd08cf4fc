//! Saving somewhere else while the session's folder takes nothing.

use crate::stage::{Saving, Stage, shows};

const STICK: &str = "/home/reviewer/knownow/stick";

/// One note that is saved, then a disk that is full, and two more: one for all and, if so wished, a private one.
fn full_disk(private: bool) -> Stage {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "09:16");
    stage.keys("first the disk has room<Enter>");
    stage.saving(Saving::FailsAfter(0));
    stage.keys("+ every pupil answers<Enter>");
    if private {
        stage.keys("> ask about the quokkas<Enter>");
    }
    stage
}

/// Picks the folder that is proposed, by the keys of the banner.
fn saves_elsewhere(stage: &mut Stage) {
    stage.keys("<C-s>");
    stage.everything_beside();
    stage.keys("<Enter>");
    stage.everything_beside();
}

#[test]
fn all_notes_are_saved_in_another_folder_by_two_keys() {
    let mut stage = full_disk(false);
    stage.keys("<C-s>");
    stage.everything_beside();
    shows("elsewhere_where", &stage.screens());
    stage.keys("<Enter>");
    stage.everything_beside();

    shows("elsewhere_saved", &stage.screens());
    let (notes, private) = stage.copy_in("stick");
    assert_eq!(notes, ["first the disk has room", "every pupil answers"]);
    assert_eq!(private, None);
    assert!(!stage.day().saving.all_saved(), "the first place has it not");
}

#[test]
fn what_comes_later_goes_there_too_until_the_first_place_takes_it_again() {
    let mut stage = full_disk(false);
    saves_elsewhere(&mut stage);

    stage.keys("- two wait<Enter>");
    assert!(!stage.screen(80, 24).contains("Saved for now"), "not yet there");
    stage.everything_beside();
    assert!(stage.screen(80, 24).contains("Saved for now"));
    assert_eq!(stage.copy_in("stick").0.last().unwrap(), "two wait");

    stage.saving(Saving::AtOnce);
    shows("elsewhere_healed", &stage.screen(80, 24));
    assert!(stage.day().saving.all_saved());
    assert_eq!(stage.saved().records.live_notes().count(), 3);
    stage.keys("? and on<Enter>");
    stage.everything_beside();
    assert_eq!(stage.copy_in("stick").0.len(), 3, "the copy is kept up no longer");
    assert_eq!(stage.saved().records.live_notes().count(), 4);
}

#[test]
fn private_notes_go_along_only_if_that_is_said_and_never_into_the_session() {
    let mut stage = full_disk(true);
    saves_elsewhere(&mut stage);
    shows("elsewhere_private", &stage.screens());
    assert_eq!(
        stage.copy_in("stick").0,
        Vec::<String>::new(),
        "it is asked first"
    );

    stage.keys("<Enter>");
    stage.everything_beside();
    assert_eq!(stage.copy_in("stick").0.len(), 2);
    assert_eq!(stage.copy_in("stick").1, None);
    shows("elsewhere_without_private", &stage.screen(80, 24));
    stage.keys("- two wait<Enter>");
    stage.everything_beside();
    assert_eq!(stage.copy_in("stick").1, None, "nor when it is kept up");

    saves_elsewhere(&mut stage);
    stage.keys("<Down><Enter>");
    stage.everything_beside();
    let (notes, private) = stage.copy_in("stick");
    assert!(!notes.concat().contains("quokkas"), "{notes:?}");
    assert!(private.unwrap().contains("ask about the quokkas"));
    shows("elsewhere_with_private", &stage.screen(80, 24));
}

#[test]
fn a_folder_that_will_not_do_is_said_and_the_line_stays() {
    let mut stage = full_disk(false);
    stage.keys("<C-s>");
    stage.everything_beside();
    stage.keys(&format!("{STICK}/not/there<Enter>"));
    stage.everything_beside();
    shows("elsewhere_no_folder", &stage.screens());
    assert!(stage.copy_in("stick").0.is_empty());

    // The end of the path is taken away, and what is left does.
    stage.keys(&"<BS>".repeat("/not/there".len()));
    stage.keys("<Enter>");
    stage.everything_beside();
    assert_eq!(stage.copy_in("stick").0.len(), 2);
}

#[test]
fn the_palette_offers_it_on_every_page_and_says_when_it_is_not_needed() {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "09:16");
    stage.keys("<C-k>somewhere else<Enter>");
    assert!(stage.screen(80, 24).contains("everything is on the disk"));

    let mut stage = full_disk(false);
    stage.keys("<C-k>plan: look<Enter><C-s>");
    stage.everything_beside();
    stage.keys("<Esc><Esc>");
    assert!(stage.copy_in("stick").0.is_empty());
    stage.keys("<C-f><C-k>somewhere else<Enter>");
    stage.everything_beside();
    stage.keys("<Enter>");
    stage.everything_beside();
    assert_eq!(stage.copy_in("stick").0.len(), 2);
}

#[test]
fn leaving_says_where_the_copy_is_and_offers_one_before() {
    let mut stage = full_disk(false);
    stage.keys("<C-q>");
    shows("elsewhere_leave", &stage.screen(80, 24));
    stage.keys("<C-s>");
    stage.everything_beside();
    stage.keys("<Enter>");
    stage.everything_beside();
    stage.keys("<C-q>");
    shows("elsewhere_leave_with_copy", &stage.screen(80, 24));
    assert!(!stage.left);
    stage.keys("<Enter>");
    assert!(stage.left);
}

#[test]
fn the_key_that_saves_still_saves_a_line_and_tells_when_all_is_saved() {
    let mut stage = full_disk(false);
    stage.keys("- two wait<C-s>");
    assert!(stage.model.overlay.is_none(), "the line is entered first");
    stage.saving(Saving::AtOnce);
    stage.keys("<C-s>");
    assert!(stage.screen(80, 24).contains("Saved 09:16"));
}
