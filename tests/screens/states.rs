//! What the screen shows in the states that a day goes through, at three sizes.

use knownow::app::message::ReadOnly;

use crate::stage::{Saving, Stage, shows};

const HALF_DAY: &str = "half-day-maths";
const AT_ITS_END: &str = "half-day-maths-80-notes";
const ME: &str = "Head of School B";

fn half_day(time: &str) -> Stage {
    Stage::new(HALF_DAY, ME, time)
}

#[test]
fn before_the_day_it_counts_down() {
    shows("before_the_day", &half_day("2026-11-27 16:05").screens());
}

#[test]
fn on_arrival_people_pre_reading_and_the_next_row_are_there() {
    shows("arrival", &half_day("08:00").screens());
}

#[test]
fn the_purpose_shows_what_is_wanted_and_what_is_not_done() {
    shows("purpose", &half_day("08:06").screens());
}

#[test]
fn a_meeting_opens_on_its_first_question_with_the_whole_text() {
    shows("meet_teachers", &half_day("08:10").screens());
}

#[test]
fn a_lesson_visit_shows_what_was_noted_here_and_on_which_prompt() {
    let mut stage = half_day("09:02");
    stage.keys("<Tab>+ whiteboards: all answers at once<Enter>");
    stage.at("09:09");
    stage.keys("- two pupils wait for the TA before they start<Enter><Tab>");
    stage.keys("cubes on 9 of 27 tables<Enter>?! are PP pupils chosen first, or only when quiet?<Enter>");
    stage.at("09:16");
    stage.keys("<Tab><Tab>+ every pupil answers on a whiteboard, partner first<Enter>");
    shows("lesson_visit", &stage.screens());
}

#[test]
fn a_line_begun_before_the_bell_says_where_it_and_the_next_one_go() {
    let mut stage = half_day("09:14");
    stage.keys("- explains the method before any");
    stage.at("09:15");
    shows("draft_open_while_the_clock_moved_on", &stage.screens());
}

#[test]
fn a_note_under_edit_says_so() {
    let mut stage = half_day("09:03");
    stage.keys("+ whiteboards: all answers at once<Enter>");
    stage.at("09:17");
    stage.keys("<Up>");
    shows("note_under_edit", &stage.screens());
}

#[test]
fn a_long_line_wraps_and_grows_and_keeps_the_cursor_in_sight() {
    let mut stage = half_day("09:16");
    stage.keys("-! the model stays on the board while pupils work, and the steps are numbered, so that anyone who is lost ");
    stage.keys("can find the place again without asking;<C-j>");
    stage.keys("only the last step is harder than the example: 12 of 27 stop there<C-j>and wait<C-j><C-j>");
    stage.keys("@Head of School C saw the same in Year 1");
    shows("long_line", &stage.screens());
}

#[test]
fn in_the_break_the_lists_show_the_whole_morning() {
    shows("break", &Stage::new(AT_ITS_END, ME, "10:20").screens());
}

#[test]
fn pupil_voice_shows_the_questions_and_what_pupils_said() {
    shows("pupil_voice", &Stage::new(AT_ITS_END, ME, "10:50").screens());
}

#[test]
fn in_the_discussion_it_is_what_we_know() {
    shows(
        "discussion",
        &Stage::new(AT_ITS_END, "Facilitator", "11:20").screens(),
    );
}

#[test]
fn after_the_last_row_nothing_is_late_any_more() {
    shows("afterwards", &Stage::new(AT_ITS_END, ME, "12:30").screens());
}

#[test]
fn a_step_back_holds_the_place() {
    let mut stage = half_day("09:16");
    stage.keys("<C-p>");
    stage.at("09:19");
    shows("held_place", &stage.screens());
}

#[test]
fn a_late_step_forward_says_how_late() {
    let mut stage = half_day("09:14");
    stage.keys("<C-p>");
    stage.at("09:22");
    stage.keys("<C-n>");
    stage.keys("<C-n>");
    stage.at("09:23");
    shows("late", &stage.screens());
}

#[test]
fn near_the_end_of_a_visit_sign_and_word_change() {
    shows("closing", &half_day("09:28:30").screens());
}

#[test]
fn a_second_window_can_only_read_and_says_why() {
    let why = ReadOnly::HeldBy("since 09:01".into());
    let mut stage = Stage::read_only(HALF_DAY, ME, "09:16", why);
    stage.keys("+");
    shows("read_only", &stage.screens());
}

#[cfg(unix)]
#[test]
fn a_failed_save_is_a_banner_until_it_heals() {
    let mut stage = half_day("09:16");
    stage.keys("first the disk has room<Enter>");
    stage.saving(Saving::FailsAfter(0));
    stage.keys("+ every pupil answers<Enter>- and one keeps typing");
    shows("failed_save", &stage.screens());
    stage.saving(Saving::AtOnce);
    shows("failed_save_healed", &stage.screen(80, 24));
}

#[test]
fn a_slow_disk_is_seen() {
    let mut stage = half_day("09:16");
    stage.saving(Saving::Waits);
    stage.keys("+ every pupil answers<Enter>");
    shows("saving", &stage.screen(80, 24));
}

#[test]
fn the_help_lists_every_key_and_sign() {
    let mut stage = half_day("09:16");
    stage.keys("<F1>");
    shows("help", &stage.screens());
    stage.keys("<PgDn><PgDn><PgDn><PgDn><PgDn>");
    shows("help_scrolled", &stage.screen(80, 24));
}

#[test]
fn the_palette_is_narrowed_by_typing() {
    let mut stage = half_day("09:16");
    stage.keys("<C-k>");
    shows("palette", &stage.screens());
    stage.keys("place");
    shows("palette_narrowed", &stage.screens());
    stage.keys("xyz");
    shows("palette_with_nothing", &stage.screen(80, 24));
}

#[test]
fn the_list_of_places_starts_where_one_is() {
    let mut stage = half_day("09:16");
    stage.keys("<C-g>");
    shows("go_to", &stage.screens());
    stage.keys("<Esc>+ half a<C-g>");
    shows("go_to_with_a_line_open", &stage.screen(80, 24));
}

#[test]
fn who_am_i_is_asked_with_everybody_on_the_plan() {
    let mut stage = half_day("09:16");
    stage.keys("<C-k>who is<Enter>");
    shows("who_am_i", &stage.screens());
}

#[test]
fn leaving_with_a_line_open_asks_once() {
    let mut stage = half_day("09:16");
    stage.keys("+ half a thought<C-q>");
    shows("leave", &stage.screens());
    stage.keys("<Esc>");
    assert!(!stage.left);
    stage.keys("<C-q><Enter>");
    assert!(stage.left);
}

#[test]
fn leaving_with_something_unsaved_says_so() {
    let mut stage = half_day("09:16");
    stage.saving(Saving::Waits);
    stage.keys("+ every pupil answers<Enter><C-q>");
    shows("leave_unsaved", &stage.screens());
}

#[test]
fn a_line_that_comes_back_says_so() {
    let mut stage = half_day("09:14");
    stage.keys("+ every pupil ans");
    stage.at("09:16");
    stage.die_and_reopen();
    shows("line_came_back", &stage.screens());
}

#[test]
fn a_small_window_asks_to_be_enlarged_and_loses_nothing() {
    let mut stage = half_day("09:16");
    stage.keys("+ half a thought");
    shows("too_small", &stage.screen(59, 15));
    stage.keys(" goes on");
    shows("smallest", &stage.screen(60, 15));
}

#[test]
fn the_blank_screen_shows_nothing_until_a_key() {
    let mut stage = half_day("09:16");
    stage.keys("+ half a thought");
    let before = stage.screen(80, 24);
    stage.keys("<C-o>");
    assert_eq!(stage.screen(80, 24).trim_start(), "(no cursor)\n");
    stage.keys("x");
    assert_eq!(stage.screen(80, 24), before);
}

#[test]
fn a_book_pasted_into_a_list_is_a_search_and_one_key_takes_it_back() {
    let mut stage = half_day("09:02");
    stage.keys("<C-k>x<BS>");
    let whole = stage.screen(80, 24);
    stage.paste(&"follow\nthe plan ".repeat(10_000));
    assert!(stage.screen(80, 24).contains("> follow the plan follow the plan"));
    stage.keys("<C-u>");
    assert_eq!(stage.screen(80, 24), whole);
}

#[test]
fn before_the_day_has_begun_a_step_says_when_the_clock_leads_again() {
    let mut stage = half_day("07:00");
    stage.keys("<C-n>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("by hand; from 08:00 on the clock leads."),
        "{screen}"
    );
}

#[test]
fn the_times_of_a_place_are_told_before_the_picture_of_them() {
    for (columns, rows) in [(60, 20), (80, 24), (100, 30), (140, 45)] {
        let screen = half_day("09:20").screen(columns, rows);
        assert!(screen.contains("09:15-09:30"), "{screen}");
        assert!(screen.contains("10 min left"), "{screen}");
        assert!(screen.contains("Year 6"), "{screen}");
    }
}
