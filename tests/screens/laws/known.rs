//! Days that once broke a law, kept as they were found.

use super::late::{
    Check, Event, HALF_DAY, Start, WITHOUT_CLASSES, fixed_points_stay, no_class_is_forgotten,
    opened_again_it_is_the_same, play, started, the_way_is_whole,
};
use crate::stage::Stage;

fn stays_whole(events: &[Event]) -> Check {
    on(HALF_DAY, events)
}

fn on(start: Start, events: &[Event]) -> Check {
    let mut stage = started(start);
    for event in events {
        play(&mut stage, event);
        the_way_is_whole(&stage)?;
        fixed_points_stay(&stage)?;
        no_class_is_forgotten(&stage)?;
    }
    Ok(())
}

#[test]
fn a_row_that_was_passed_over_keeps_its_start_when_the_clock_is_put_back() -> Check {
    stays_whole(&[
        Event::Changes("<C-d>n<Down><Enter><Enter>"),
        Event::Changes("<C-d><Down><Down><Right><Right><Enter>"),
        Event::Changes("<C-d>aYear 1<Enter>"),
        Event::Passes(300),
        Event::Steps("<C-n>"),
        Event::Passes(-301),
        Event::Changes("<C-d><Enter>"),
    ])
}

#[test]
fn a_row_that_one_group_began_at_its_own_time_keeps_it_when_all_are_pushed() -> Check {
    stays_whole(&[
        Event::Steps("<C-p>"),
        Event::Passes(360),
        Event::Changes("<C-d><Down><Right><Enter>"),
        Event::Passes(120),
        Event::Steps("<C-n>"),
        Event::Changes("<C-d><Tab><Enter>"),
    ])
}

#[test]
fn a_fixed_row_that_was_passed_over_early_is_not_moved_unasked() -> Check {
    let [passes, on_by_hand] = [Event::Passes(300), Event::Steps("<C-n>")];
    let pushes = Event::Changes("<C-d><Enter>");
    on(WITHOUT_CLASSES, &[passes, on_by_hand.clone(), on_by_hand, pushes])
}

#[test]
fn who_sits_in_a_meeting_stays_there_though_a_colleague_of_the_group_goes_to_a_class() -> Check {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "08:55");
    let (mut mine, mut theirs) = (laptop(1, "Head of School B"), laptop(2, "Facilitator"));
    play(&mut theirs, &Event::Changes("<C-d>aYear 1<Enter>"));
    let here = mine.day().stop().map(|stop| stop.place.clone());
    mine.hears(&theirs);
    assert_eq!(mine.day().stop().map(|stop| stop.place.clone()), here);
    opened_again_it_is_the_same(&mut mine)
}

#[test]
fn a_note_under_edit_is_not_taken_along_and_no_word_of_it_leaves_the_journal() {
    let mut stage = started(HALF_DAY);
    stage.at("09:01");
    stage.keys("whiteboards up<Enter><Up><C-d>s<Enter>, all<C-u>");
    assert_eq!(stage.day().capture.text(), "whiteboards up, all");
    let kept = stage
        .drafts()
        .iter()
        .map(|draft| (draft.text.as_str(), draft.entered));
    assert_eq!(kept.collect::<Vec<_>>(), [("whiteboards up, all", false)]);
    stage.keys("<Enter><C-u>");
    let notes: Vec<_> = stage.day().records.notes.live().collect();
    assert_eq!(notes[0].body.text, "whiteboards up, all");
    assert_eq!(
        Some(notes[0].body.place.id()),
        stage.day().stop().map(|stop| stop.place.clone())
    );
}
