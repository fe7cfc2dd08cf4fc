//! Days that once broke a law, kept as they were found.

use super::late::{Check, Event, a_late_day, no_class_is_forgotten, play, the_way_is_whole};

fn stays_whole(events: &[Event]) -> Check {
    let mut stage = a_late_day();
    for event in events {
        play(&mut stage, event);
        the_way_is_whole(&stage)?;
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
