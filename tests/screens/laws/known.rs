//! Days that once broke a law, kept as they were found.

use super::{
    coverage::coverage_is_right,
    late::{
        Check, Event, HALF_DAY, Start, WITHOUT_CLASSES, fixed_points_stay, no_class_is_forgotten,
        opened_again_it_is_the_same, play, started, the_way_is_whole,
    },
    random_day::Step,
    two_laptops::try_a_day,
    watch::Watch,
};
use crate::stage::{Saving, Stage};
use knownow::app::{late::LateNotice, notice::Notice};

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
    coverage_is_right(&stage)
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
fn a_dropped_row_keeps_the_classes_of_all_groups_though_one_was_given_up_before() -> Check {
    stays_whole(&[
        Event::Steps("<C-p>"),
        Event::Passes(2_100),
        Event::Changes("<C-d>n<Enter>in the hall<Enter>"),
        Event::Changes("<C-d><Enter>"),
        Event::Undoes("<C-z>"),
        Event::Steps("<C-n>"),
        Event::Changes("<C-d><Tab><Enter>"),
        Event::Changes("<C-d><Enter>"),
    ])
}

#[test]
fn what_a_colleague_of_the_group_takes_back_holds_nobody_any_more() -> Check {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "08:55");
    let (mut mine, mut theirs) = (laptop(1, "Head of School B"), laptop(2, "Facilitator"));
    for event in [Event::Changes("<C-d>aYear 1<Enter>"), Event::Undoes("<C-z>")] {
        play(&mut theirs, &event);
        mine.hears(&theirs);
        opened_again_it_is_the_same(&mut mine)?;
    }
    Ok(())
}

#[test]
fn a_swap_that_comes_too_late_says_nothing_of_how_late_the_group_is() -> Check {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "09:16");
    let (mut mine, mut theirs) = (laptop(1, "Head of School B"), laptop(2, "Facilitator"));
    mine.keys("<C-p>");
    theirs.keys("<C-p>");
    mine.at("09:18");
    mine.keys("<C-n>");
    theirs.at("09:35");
    theirs.keys("<C-d>h<Down><Enter>");
    assert!(matches!(
        &theirs.model.notice,
        Some(Notice::Late(LateNotice::Swapped(..)))
    ));
    assert_eq!(theirs.day().position.expect("a place").late, 0, "swapped in time");
    mine.at("09:35");
    let (late, route) = (
        mine.day().position.expect("a place").late,
        mine.day().route.clone(),
    );
    assert_eq!(late, 3);
    mine.hears(&theirs);
    assert_eq!(
        mine.day().route,
        route,
        "where it has begun the swap changes nothing"
    );
    assert_eq!(mine.day().position.expect("a place").late, late);
    opened_again_it_is_the_same(&mut mine)?;
    // Heard of while the program was not running, it comes as late.
    let mut asleep = laptop(3, "Head of School B");
    asleep.keys("<C-p>");
    asleep.at("09:18");
    asleep.keys("<C-n>");
    asleep.at("09:35");
    asleep.keys("in Year 4<Enter>");
    asleep.receives_from(&theirs);
    asleep.die_and_reopen();
    assert_eq!(asleep.day().position.expect("a place").late, late);
    opened_again_it_is_the_same(&mut asleep)
}

#[test]
fn the_row_in_which_others_sit_ends_when_the_push_that_they_hear_of_says() {
    for (who, keys) in [
        ("Head of School B", "<C-d>+++++f<Enter>"),
        ("Head of School C", "<C-d>+++++f<Tab><Enter>"),
    ] {
        let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "09:20");
        let (mut mine, mut theirs) = (laptop(1, who), laptop(2, "Facilitator"));
        theirs.keys(keys);
        let pushed = theirs.day().today.clone();
        mine.hears(&theirs);
        let last = |stage: &Stage| {
            stage
                .day()
                .route
                .stops()
                .iter()
                .rfind(|stop| stop.place.visit.is_some())
                .cloned()
        };
        let last = last(&mine).expect("a visit");
        assert_eq!(last.ends.minutes_since(last.starts), 15, "{who}: {last:?}");
        theirs.hears(&mine);
        assert_eq!(theirs.day().today, pushed, "{who}");
    }
}

#[test]
fn who_stays_at_a_place_and_hears_that_the_day_is_on_time_again_stays_there_for_good() -> Check {
    let laptop = |nth, who| Stage::laptop(nth, "half-day-maths", who, "08:55");
    let (mut mine, mut theirs) = (laptop(1, "Head of School C"), laptop(2, "Head of School B"));
    mine.at("08:54");
    mine.keys("<C-p>");
    theirs.keys("<C-p><C-d><Tab><Enter>");
    let here = mine.day().stop().map(|stop| stop.place.clone());
    mine.hears(&theirs);
    let position = mine.day().position.expect("a place");
    assert_eq!((position.held, position.late), (true, 0));
    assert_eq!(mine.day().stop().map(|stop| stop.place.clone()), here);
    opened_again_it_is_the_same(&mut mine)
}

#[test]
fn what_a_group_began_stays_though_a_later_wording_of_it_came_too_late() -> Check {
    let push_for_all = Event::Changes("<C-d><Tab><Enter>");
    try_a_day(
        (
            "two-day-quality",
            ["Reviewer 1", "Reviewer 2"],
            "2027-01-19 13:25",
        ),
        0,
        &[
            (false, Some(Event::Steps("<C-n>"))),
            (false, Some(Event::Passes(300))),
            (true, Some(Event::Changes("<C-d>nafter<Enter>"))),
            (false, Some(push_for_all)),
            (true, Some(Event::Changes("<C-d>h<Enter>"))),
            (true, None),
        ],
    )
}

#[test]
fn a_group_that_went_to_a_class_by_a_swap_stays_there_when_others_had_begun_it() -> Check {
    try_a_day(
        ("half-day-maths", ["Deputy Head", "Facilitator"], "09:20"),
        0,
        &[
            (false, Some(Event::Passes(600))),
            (true, Some(Event::Changes("<C-d><Right><Right><Enter>"))),
            (true, Some(Event::Changes("<C-d>h<Down><Enter>"))),
            (false, Some(Event::Passes(900))),
            (false, None),
            (true, Some(Event::Steps("<C-p>"))),
            (true, None),
        ],
    )
}

#[test]
fn a_note_under_edit_is_not_taken_along_and_no_word_of_it_leaves_the_journal() {
    let mut stage = started(HALF_DAY);
    stage.at("09:01");
    stage.keys("whiteboards up<Enter><Up><C-d>h<Enter>, all<C-u>");
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

#[test]
fn who_stays_at_a_place_stays_there_though_the_rest_is_pushed() {
    let mut stage = started(WITHOUT_CLASSES);
    play(&mut stage, &Event::Passes(360));
    play(&mut stage, &Event::Steps("<C-p>"));
    let shown = stage.day().place_now();
    // No class could be missed here: Enter pushes the rest, and the reason is a note.
    stage.keys("<C-d>n<Enter>in the hall<Enter>");
    let notes = stage.day().records.notes.live();
    let places: Vec<_> = notes.map(|note| Some(note.body.place.clone())).collect();
    assert_eq!(places, [shown]);
}

/// Head of School B, with a disk that is slower than a person.
fn behind() -> Stage {
    let mut stage = Stage::laptop(1, "half-day-maths", "Head of School B", "08:50");
    stage.saving(Saving::OneBehind);
    stage
}

/// What waits never reaches the disk.
fn dies(stage: &mut Stage) -> Check {
    let death = Step::Dies;
    let watch = Watch::before(stage, &death);
    stage.saving(Saving::Waits);
    stage.die_and_reopen();
    watch.after(stage)
}

#[test]
fn a_private_note_that_was_moved_stays_there_though_only_its_becoming_private_was_saved() -> Check {
    let mut stage = behind();
    stage.keys("whiteboards up<Enter><Up><Home>><Enter><C-u>x<Enter><Up><Home><Enter>");
    let moved = |stage: &Stage| {
        let notes: Vec<_> = stage.day().private.live().collect();
        notes[0].body.place.id()
    };
    assert_eq!(moved(&stage).slot.as_str(), "meet-teachers");
    let saved: Vec<_> = stage.saved().private.live().cloned().collect();
    assert_eq!(saved[0].body.place.slot.id.as_str(), "meet-sendco");
    dies(&mut stage)?;
    assert_eq!(moved(&stage).slot.as_str(), "meet-teachers");
    assert_eq!(stage.day().records.notes.live().count(), 0);
    Ok(())
}

#[test]
fn an_entered_note_that_is_not_on_the_disk_outlives_the_emptying_of_its_edit() -> Check {
    for empties in ["<C-a><BS><BS>", "<C-a><BS>x<BS>", "<C-a><C-x>"] {
        let mut stage = behind();
        stage.keys(&format!("whiteboards up<Enter><Up>{empties}"));
        assert_eq!(stage.day().capture.text(), "");
        assert_eq!(stage.saved().records.notes.live().count(), 0);
        dies(&mut stage)?;
        let notes: Vec<_> = stage.day().records.notes.live().collect();
        assert_eq!(notes[0].body.text, "whiteboards up");
    }
    Ok(())
}

#[test]
fn an_entered_note_that_is_not_on_the_disk_outlives_its_edit_to_other_words() -> Check {
    for death in 1..=2 {
        let mut stage = behind();
        stage.keys("whiteboards up<Enter><Up><C-a>cubes");
        for _ in 0..death {
            dies(&mut stage)?;
        }
        let notes: Vec<_> = stage.day().records.notes.live().collect();
        assert_eq!((notes.len(), notes[0].body.text.as_str()), (1, "whiteboards up"));
        assert_eq!(stage.day().capture.text(), "cubes");
        stage.saving(Saving::AtOnce);
        stage.keys("<Esc>");
        assert_eq!(stage.drafts(), []);
        let saved: Vec<_> = stage.saved().records.notes.live().cloned().collect();
        assert_eq!((saved.len(), saved[0].body.text.as_str()), (1, "whiteboards up"));
    }
    Ok(())
}

#[test]
fn the_first_letters_of_a_note_never_come_back_over_the_note() {
    for begins in ["w", ">w"] {
        let mut stage = Stage::laptop(1, "half-day-maths", "Head of School B", "08:50");
        stage.keys(begins);
        let first_letters = stage.drafts()[0].clone();
        stage.keys("hiteboards up<Enter>");
        stage.journal(first_letters);
        stage.die_and_reopen();
        assert_eq!(stage.day().capture.text(), "");
        stage.keys(" is what I saw<Enter>");
        let saved = stage.saved();
        let (shared, private) = (saved.records.notes.live(), saved.private.live());
        let mut texts: Vec<_> = shared
            .chain(private)
            .map(|note| note.body.text.as_str())
            .collect();
        texts.sort_unstable();
        assert_eq!(texts, ["is what I saw", "whiteboards up"], "{begins}");
    }
}

#[test]
fn an_edit_that_is_entered_takes_the_place_of_what_was_entered_before() -> Check {
    let mut stage = behind();
    stage.keys("whiteboards up<Enter><Up><C-a>cubes");
    dies(&mut stage)?;
    stage.keys("<Enter>");
    dies(&mut stage)?;
    let notes: Vec<_> = stage.day().records.notes.live().collect();
    assert_eq!((notes.len(), notes[0].body.text.as_str()), (1, "cubes"));
    assert_eq!(stage.day().capture.text(), "");
    Ok(())
}

#[test]
fn words_that_were_deleted_while_typing_are_kept_nowhere() {
    let mut stage = behind();
    stage.keys("whiteboards up<Enter><Up> for all<C-w>cubes<C-a>z");
    let kept = stage.drafts().iter().flat_map(|draft| {
        let before = draft.entered_before.iter().map(|before| before.text.clone());
        before.chain([draft.text.clone()])
    });
    assert_eq!(kept.collect::<Vec<_>>(), ["whiteboards up", "z"]);
}

#[test]
fn the_journal_lets_go_of_an_entered_note_once_it_is_saved_though_its_edit_is_empty() {
    let mut stage = behind();
    stage.keys("whiteboards up<Enter><Up><C-a><BS>");
    assert!(stage.drafts().iter().any(|draft| draft.entered));
    stage.saving(Saving::AtOnce);
    assert_eq!(stage.drafts(), []);
}

#[test]
fn a_note_that_goes_to_the_other_file_and_is_changed_again_is_in_one_of_them() -> Check {
    let half_done = [Saving::OneBehind, Saving::Waits].into_iter();
    for saving in half_done.chain((0..20).map(Saving::FailsAfter)) {
        for (first, moves, files) in [
            ("x<Enter>", "<Up><Home>><Enter>", (0, 1)),
            (">x<Enter>", "<Up><Home><Del><Enter>", (1, 0)),
        ] {
            let mut stage = behind();
            stage.saving(Saving::AtOnce);
            stage.keys(first);
            stage.saving(saving);
            stage.keys(moves);
            stage.keys("<Up>z");
            dies(&mut stage)?;
            assert_eq!(stage.day().capture.text().chars().last(), Some('z'));
            stage.saving(Saving::AtOnce);
            stage.keys("<Enter>");
            let saved = stage.saved();
            let (shared, private) = (saved.records.notes.live(), saved.private.live());
            assert_eq!((shared.count(), private.count()), files, "{saving:?}, {first}");
        }
    }
    Ok(())
}
