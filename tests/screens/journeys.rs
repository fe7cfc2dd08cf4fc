//! What a person does in some steps, with the screen and the files that come of it.

use crate::stage::{Saving, Stage, shows};

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

#[test]
fn a_morning() {
    let mut stage = half_day("07:59");
    stage.at("08:00");
    stage.keys("deputy at the door, all timetables ready<Enter>");
    stage.at("08:12");
    stage.keys("+ all of them name small steps unprompted<Enter><C-r>");
    stage.keys("training in September and January, TAs too<Enter>");
    stage.at("08:31");
    stage.keys("<Tab>- TA work is reviewed by survey only, no books #impact<Enter>");
    stage.at("09:03");
    stage.keys("<Tab><Tab>!+ PP pupils chosen first, partner talk before every answer<Enter>");
    stage.at("09:14");
    stage.keys("? who decides");
    stage.at("09:16");
    stage.keys(" when to move on<Enter>");
    stage.keys("every pupil writes on a whiteboard<C-t><Enter>");
    stage.at("09:33");
    stage.keys(">try stem sentences in our Year 4<Enter>");
    stage.at("10:20");
    stage.keys("@Head of School C + Reception counts past 20 in steps<Enter>");
    stage.at("10:47");
    stage.keys("<Tab><C-r>\"we did it with cubes\" - 5 of 8<Enter>");
    stage.at("11:40");
    stage.keys("- next: decide who starts first when everyone waits<Enter>");
    shows("a_morning", &seen_and_kept(&stage));
}

#[test]
fn an_earlier_note_is_changed_in_kind_prompt_place_and_text() {
    let mut stage = half_day("09:03");
    stage.keys("+ whiteboards up<Enter>");
    stage.at("09:20");
    stage.keys("cubes on 9 of 27 tables<Enter><Up><Up>");
    stage.keys("<C-t><Tab><Tab><C-g>year 6<Enter><End>, but only in the front rows<Enter>");
    shows("note_changed", &seen_and_kept(&stage));
    stage.keys("<C-z>");
    let note = stage.day().note(stage.day().board.mine[0]).expect("the note");
    assert_eq!(note.body.text, "whiteboards up");
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 5")
    );
    assert_eq!(note.body.place.prompt, None);
}

#[test]
fn an_emptied_note_is_deleted_and_comes_back() {
    let mut stage = half_day("09:03");
    stage.keys("+ whiteboards up<Enter><Up><C-a><BS><Enter>");
    shows("note_deleted", &seen_and_kept(&stage));
    stage.keys("<C-z>");
    shows("note_deleted_and_back", &seen_and_kept(&stage));
}

#[test]
fn undoing_a_note_brings_it_back_into_the_line() {
    let mut stage = half_day("09:03");
    stage.keys("<Tab><Tab>- two pupils wait for the TA<Enter>");
    stage.at("09:17");
    stage.keys("<C-z>");
    shows("note_undone", &seen_and_kept(&stage));
    stage.keys("<C-y>");
    shows("note_done_again", &seen_and_kept(&stage));
}

#[test]
fn a_private_note_goes_into_the_private_file_only() {
    let mut stage = half_day("09:16");
    stage.keys(">+ try this at home<Enter>");
    shows("private_note", &seen_and_kept(&stage));
    assert!(stage.saved().records.is_empty());
}

#[test]
fn a_shared_note_turned_private_leaves_no_words_behind() {
    let mut stage = half_day("09:16");
    stage.keys("- their SENDCO leaves at Easter<Enter><Up><Home>><Enter>");
    shows("note_turned_private", &seen_and_kept(&stage));
    let files = stage.files();
    let (_, shared) = files.split_once("/records/").expect("the shared file");
    assert!(!shared.contains("Easter"));
}

#[test]
fn what_somebody_else_says_is_by_them_and_typed_by_me() {
    let mut stage = half_day("10:20");
    stage.keys("- @Head of School C nobody checks the fast group<Enter>@ they said it twice<Enter>");
    shows("said_by_another", &seen_and_kept(&stage));
}

#[test]
fn notes_made_since_the_clock_moved_on_are_taken_along() {
    let mut stage = half_day("09:13");
    stage.at("09:15");
    stage.keys("<Tab>+ they still count in twos<Enter>");
    stage.at("09:17");
    stage.keys("<C-p>");
    let offered = stage.screen(80, 24);
    stage.keys("<C-u>");
    shows("taken_along", &format!("{offered}\n{}", seen_and_kept(&stage)));
}

#[test]
fn after_three_minutes_nothing_is_taken_along() {
    let mut stage = half_day("09:13");
    stage.at("09:15");
    stage.keys("+ they still count in twos<Enter>");
    stage.at("09:18");
    stage.keys("<C-p><C-u>");
    let note = stage.day().note(stage.day().board.mine[0]).expect("the note");
    assert_eq!(
        note.body.place.visit.as_ref().map(|visit| visit.words.as_str()),
        Some("Year 6")
    );
    assert!(
        stage.screen(80, 24).contains("Move 1 note - which ones?"),
        "it is asked instead"
    );
}

#[test]
fn prompts_are_ticked_one_after_the_other() {
    let mut stage = half_day("08:31");
    stage.keys("<C-r><C-r>");
    shows("prompts_ticked", &seen_and_kept(&stage));
    stage.keys("<S-Tab><C-r>");
    assert!(stage.screen(80, 24).contains("Already ticked."));
    assert_eq!(stage.saved().records.asked.live().count(), 2);
    stage.keys("<C-z>");
    assert_eq!(stage.saved().records.asked.live().count(), 1);
}

#[test]
fn a_step_forward_sets_lateness_and_a_step_back_holds_until_the_next_one() {
    let mut stage = half_day("09:17");
    stage.keys("<C-p>");
    stage.at("09:21");
    let held = stage.screen(80, 24);
    stage.keys("<C-n>");
    stage.at("09:35");
    let late = stage.screen(80, 24);
    stage.at("09:36");
    shows("steps", &format!("{held}\n{late}\n{}", seen_and_kept(&stage)));
}

#[test]
fn lateness_and_a_held_place_survive_a_restart() {
    let mut stage = half_day("09:20");
    stage.keys("<C-p>");
    stage.at("09:24");
    stage.keys("<C-n>");
    let late = stage.day().position;
    stage.die_and_reopen();
    assert_eq!(stage.day().position, late);
    stage.keys("<C-p>");
    stage.at("09:50");
    let held = stage.day().position;
    stage.die_and_reopen();
    assert_eq!(stage.day().position, held);
}

#[test]
fn a_paste_of_many_lines_is_one_note() {
    let mut stage = half_day("09:16");
    stage.paste("+ one\r\ntwo\rthree\n\n");
    stage.keys("<Enter>");
    let saved = stage.saved();
    let texts: Vec<_> = saved
        .records
        .notes
        .live()
        .map(|note| note.body.text.as_str())
        .collect();
    assert_eq!(texts, ["one\ntwo\nthree"]);
}

#[test]
fn the_laptop_dies_with_a_note_on_its_way_and_a_line_half_typed() {
    let mut stage = half_day("09:14");
    stage.saving(Saving::Waits);
    stage.keys("+ every pupil answers<Enter>- and two pupils");
    stage.saving(Saving::Waits);
    stage.at("09:16");
    let before = stage.files();
    stage.die_and_reopen();
    let reopened = stage.screen(80, 24);
    stage.saving(Saving::AtOnce);
    shows("laptop_died", &format!("{before}\n{reopened}\n{}", stage.files()));
}

#[cfg(unix)]
#[test]
fn a_full_disk_keeps_nobody_from_noting_and_everything_is_saved_once_it_has_room() {
    let mut stage = half_day("09:16");
    stage.saving(Saving::FailsAfter(0));
    stage.keys("+ one<Enter>- two<Enter>>three<Enter>");
    assert!(stage.saved().records.is_empty());
    stage.keys("<C-q>");
    assert!(!stage.left && stage.screen(80, 24).contains("NOT SAVED"));
    stage.keys("<Esc>");
    stage.saving(Saving::AtOnce);
    assert!(stage.drafts().is_empty());
    assert_eq!(
        (
            stage.saved().records.notes.live().count(),
            stage.saved().private.live().count()
        ),
        (2, 1)
    );
    stage.keys("<C-q>");
    assert!(stage.left);
}

#[test]
fn going_to_a_place_from_the_list_is_a_step() {
    let mut stage = half_day("09:20");
    stage.keys("<C-g>year 3<Enter>");
    assert!(stage.screen(80, 24).contains("NOW 09:45 Year 3"));
    assert!(stage.screen(80, 24).contains("25 early"));
    stage.keys("<C-k>follow the plan<Enter>");
    assert!(stage.screen(80, 24).contains("NOW 09:15 Year 6"));
    assert!(stage.screen(80, 24).contains("on time"));
}
