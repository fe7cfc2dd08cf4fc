//! What holds while the day runs, until a person says otherwise: a held place, an undo, an offer.

use crate::{
    late::{half_day, late_in_year_6, way},
    stage::Stage,
};

/// The class where the group is, and whether it stays there.
fn stands(stage: &Stage) -> (String, bool) {
    let day = stage.day();
    let class = day
        .here()
        .and_then(|here| here.visit)
        .map(|visit| visit.class.clone());
    (
        class.unwrap_or_default(),
        day.position.is_some_and(|position| position.held),
    )
}

fn held_in_year_5() -> (String, bool) {
    ("Year 5".into(), true)
}

/// Where each own note is filed.
fn filed(stage: &Stage) -> Vec<String> {
    let day = stage.day();
    let notes = day.board.mine.iter().filter_map(|mine| day.note(*mine));
    notes.map(|note| note.body.place.name().to_string()).collect()
}

#[test]
fn a_held_place_outlasts_new_times_until_a_step_forward() {
    // Pushed by all its minutes, Year 5 ends at this moment; by more, a while later.
    for (push, later) in [
        ("<Enter>", "09:26"),
        ("++++<Enter>", "09:40"),
        ("2<Enter>", "09:40"),
    ] {
        let mut stage = half_day("09:24");
        stage.keys("<C-d>p");
        stage.keys(push);
        assert_eq!(stands(&stage), held_in_year_5(), "{push}");
        stage.at(later);
        stage.keys("+ still in Year 5<Enter>");
        assert_eq!(
            (stands(&stage), filed(&stage)),
            (held_in_year_5(), vec!["Year 5".into()])
        );
        stage.die_and_reopen();
        assert_eq!(stands(&stage), held_in_year_5());
        stage.keys("<C-n>");
        assert_eq!(stands(&stage), ("Year 6".into(), false));
    }
}

#[test]
fn a_swap_while_held_stays_in_the_class_that_took_its_place() {
    let mut stage = half_day("09:16");
    stage.keys("<C-p>");
    stage.at("09:35");
    stage.keys("<C-d>hYear 4<Enter>");
    stage.at("09:41");
    assert_eq!(stands(&stage), ("Year 4".into(), true));
}

const PUSHED: &str = "09:40 Year 4";

fn pushed_and_noted() -> Stage {
    let mut stage = late_in_year_6();
    stage.keys("<C-d>+++<Enter>");
    assert!(way(&stage).contains(PUSHED), "{}", way(&stage));
    stage.keys("+ small steps shown<Enter>");
    stage
}

#[test]
fn what_an_undo_brought_into_the_line_is_in_the_way_of_no_further_undo() {
    let mut stage = pushed_and_noted();
    stage.keys("<C-z>");
    assert_eq!(stage.day().capture.text(), "+ small steps shown");
    stage.keys("<C-z>");
    assert!(!way(&stage).contains(PUSHED), "{}", way(&stage));
    assert_eq!(
        stage.day().capture.text(),
        "+ small steps shown",
        "the words stay"
    );
    stage.keys("<C-y>");
    assert!(way(&stage).contains(PUSHED), "{}", way(&stage));
    assert_eq!(
        stage.day().capture.text(),
        "+ small steps shown",
        "the words stay"
    );
    stage.keys("<C-y>");
    assert_eq!(
        (stage.day().capture.text().as_str(), filed(&stage).len()),
        ("", 1)
    );
}

#[test]
fn an_undo_goes_on_where_what_it_brought_back_was_wiped() {
    for wipes in ["<C-a><BS>", "<C-w><C-w><C-w><C-w>"] {
        let mut stage = pushed_and_noted();
        stage.keys(&format!("<C-z>{wipes}<C-z>"));
        assert_eq!(stage.day().capture.text(), "");
        assert!(!way(&stage).contains(PUSHED), "{}", way(&stage));
        stage.keys("<C-y><C-y>");
        assert!(way(&stage).contains(PUSHED), "{}", way(&stage));
        assert_eq!(filed(&stage).len(), 1, "the words come back too");
    }
}

#[test]
fn typed_words_that_were_wiped_come_back_first() {
    let mut stage = pushed_and_noted();
    stage.keys("<C-z> twice<C-a><BS><C-z>");
    assert_eq!(stage.day().capture.text(), "+ small steps shown twice");
    assert!(way(&stage).contains(PUSHED), "{}", way(&stage));
    stage.keys("<C-z>");
    assert_eq!(
        stage.day().capture.text(),
        "+ small steps shown ",
        "typing is undone"
    );
    let mut stage = pushed_and_noted();
    stage.keys("- too fast<C-a><BS><C-z>");
    assert_eq!(stage.day().capture.text(), "- too fast");
}

#[test]
fn two_notes_are_undone_one_after_the_other_and_both_come_back() {
    let mut stage = half_day("09:16");
    stage.keys("first<Enter>second<Enter><C-z><C-z>");
    assert_eq!(
        (stage.day().capture.text().as_str(), filed(&stage).len()),
        ("first", 0)
    );
    assert_eq!(stage.drafts().len(), 2, "the journal keeps both until then");
    stage.keys("<C-y><C-y>");
    assert_eq!(
        (stage.day().capture.text().as_str(), filed(&stage).len()),
        ("", 2)
    );
    assert!(stage.drafts().is_empty());
}

/// Two notes in the class that is swapped away.
fn offered() -> Stage {
    let mut stage = half_day("09:16");
    stage.keys("one<Enter>two<Enter><C-d>hYear 4<Enter>");
    assert_eq!(stage.day().prompts.offered(), 2);
    stage
}

#[test]
fn an_offer_ends_with_the_next_note_step_or_change_of_the_day() {
    for next in [
        "three<Enter>",
        "<C-n>",
        "<C-p>",
        "<C-d>aYear 12<Enter>",
        "<C-d>n<Enter>in the hall<Enter>",
        "<C-z>",
    ] {
        let mut stage = offered();
        stage.keys(next);
        let before = filed(&stage);
        assert_eq!(stage.day().prompts.offered(), 0, "{next}");
        stage.keys("<C-u>");
        assert_eq!(filed(&stage), before, "{next}: nothing is moved unasked");
        assert!(stage.model.overlay.is_some(), "{next}: which notes is asked");
    }
    let mut stage = offered();
    stage.at("09:19");
    assert_eq!(stage.day().prompts.offered(), 0, "three minutes");
}

#[test]
fn an_offer_is_shown_as_long_as_it_stands() {
    const OFFER: &str = "Ctrl+U takes along 2 notes";
    let mut stage = offered();
    stage.keys("typing on");
    assert!(stage.screen(80, 24).contains(OFFER), "{}", stage.screen(80, 24));
    stage.keys("<C-a><BS><Tab>");
    assert!(stage.screen(80, 24).contains(OFFER), "{}", stage.screen(80, 24));
    stage.at("09:18");
    assert!(stage.screen(60, 15).contains(OFFER), "{}", stage.screen(60, 15));
    stage.at("09:19");
    assert!(!stage.screen(80, 24).contains(OFFER), "{}", stage.screen(80, 24));
    let mut stage = offered();
    stage.keys("three<Enter>");
    assert!(!stage.screen(80, 24).contains(OFFER), "{}", stage.screen(80, 24));
}
