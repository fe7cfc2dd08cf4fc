//! The mouse, where it is set to be used: what is clicked, what the wheel turns, and what neither of them touches.

use knownow::{
    app::{
        self, Overlay,
        compared::View,
        findings::{FindingsPage, Side},
        message::{At, Effect, Message},
        notes_page::NotesPage,
        page::Page,
        picker::Purpose,
    },
    domain::ids::RecordId,
    ui::pointing::{Press, targets},
};
use ratatui::layout::Rect;
use uuid::Uuid;

use crate::{
    moving::two_classes,
    stage::{Stage, WIDE, shows},
};

const EIGHTY: &str = "half-day-maths-80-notes";
const ME: &str = "Head of School B";
const NARROW: (u16, u16) = (80, 24);

fn with_mouse(mut stage: Stage) -> Stage {
    stage.set_by(Some("(mouse: \"on\")"));
    stage
}

fn half_day() -> Stage {
    with_mouse(Stage::new("half-day-maths", ME, "09:16"))
}

fn eighty(keys: &str) -> Stage {
    let mut stage = with_mouse(Stage::new(EIGHTY, "Facilitator", "2026-12-01 11:20"));
    stage.keys(keys);
    stage
}

/// The row that is chosen, as it begins.
fn chosen_row(stage: &Stage, begins: &str) -> bool {
    let screen = stage.screen(WIDE.0, WIDE.1);
    screen.lines().any(|line| line.contains(begins))
}

fn findings(stage: &Stage) -> &FindingsPage {
    match &stage.model.page {
        Some(Page::Findings(page)) => page,
        _ => panic!("the page of the findings is not open"),
    }
}

fn notes(stage: &Stage) -> &NotesPage {
    match &stage.model.page {
        Some(Page::Notes(page)) => page,
        _ => panic!("the page of all notes is not open"),
    }
}

fn picked(stage: &Stage) -> String {
    let Some(Overlay::Picker(picker)) = &stage.model.overlay else {
        panic!("no list is open");
    };
    picker.found().nth(picker.chosen()).expect("a row").words.clone()
}

/// Everything that can be done with the mouse on a screen of this size.
fn everything(stage: &Stage, (columns, rows): (u16, u16)) -> Vec<(Rect, Press, Message)> {
    targets(&stage.model, Rect::new(0, 0, columns, rows))
}

#[test]
fn as_long_as_it_is_not_set_the_mouse_does_nothing() {
    let mut stage = Stage::new("half-day-maths", ME, "09:16");
    for keys in ["", "<C-g>", "<Esc><C-f>", "<F1>"] {
        stage.keys(keys);
        assert!(everything(&stage, NARROW).is_empty(), "{keys}");
    }
}

#[test]
fn a_click_on_a_question_chooses_it_for_the_open_line_and_leaves_the_line_alone() {
    let mut stage = half_day();
    stage.keys("+ every pupil");
    stage.click("Clear, explicit modelling");
    assert!(chosen_row(&stage, "Year 6 - Clear, explicit modelling"));
    // What is chosen is not entered by one more click.
    stage.click("Clear, explicit modelling");
    assert_eq!(stage.day().capture.text(), "+ every pupil");
    stage.keys(" answers<Enter>");
    let saved = stage.saved();
    let note = saved.records.live_notes().next().expect("a note");
    assert_eq!(note.body.text, "every pupil answers");
    let prompt = note.body.place.prompt.as_ref().expect("a question");
    assert_eq!(prompt.words, "Clear, explicit modelling");
}

#[test]
fn a_line_that_belongs_elsewhere_keeps_its_question() {
    let mut stage = half_day();
    stage.click("Small steps");
    stage.keys("+ every pupil");
    stage.at("09:31");
    stage.press_at("Move on or stay", Press::Click, NARROW);
    stage.keys("<Enter>half of the class<Enter>");
    let mut filed: Vec<String> = stage.saved().records.live_notes().map(filed_at).collect();
    filed.sort();
    assert_eq!(filed, ["Year 4 - Move on or stay", "Year 6 - Small steps"]);
}

fn filed_at(note: &knownow::domain::record::Record<knownow::domain::note::Note>) -> String {
    let place = &note.body.place;
    let class = place.visit.as_ref().map_or("", |visit| visit.words.as_str());
    let prompt = place.prompt.as_ref().map_or("", |prompt| prompt.words.as_str());
    format!("{class} - {prompt}")
}

#[test]
fn a_click_on_a_place_asks_first_and_one_more_goes_there() {
    for (size, clicked) in [(WIDE, "09:30   Year 4"), (NARROW, "> 09:30 Year 4")] {
        let mut stage = half_day();
        stage.press_at(clicked, Press::Click, size);
        assert!(matches!(&stage.model.overlay, Some(Overlay::Picker(list)) if list.purpose == Purpose::GoTo));
        assert_eq!(picked(&stage), "Year 4");
        stage.press_at("> Year 4", Press::Click, size);
        assert!(stage.model.overlay.is_none());
        assert!(stage.screen(size.0, size.1).contains("Year 4 - no question"));
    }
    // With a line open it is the line that is put there, as with the key.
    let mut stage = half_day();
    stage.keys("+ every pupil");
    stage.click("10:15   Break");
    stage.click("> Break");
    assert_eq!(stage.day().capture.text(), "+ every pupil");
    assert!(
        stage
            .screen(WIDE.0, WIDE.1)
            .contains("This note goes to Break, share")
    );
}

#[test]
fn a_click_on_ones_own_note_opens_it_and_never_closes_a_line() {
    let mut stage = with_mouse(two_classes());
    stage.click("new part of the");
    assert_eq!(stage.day().capture.text(), "+ new part of the method shown twice");
    stage.keys(" and slowly");
    stage.click("the step is");
    assert!(
        stage
            .screen(WIDE.0, WIDE.1)
            .contains("A line is open: Enter saves it")
    );
    assert_eq!(
        stage.day().capture.text(),
        "+ new part of the method shown twice and slowly"
    );
    stage.click("new part of the");
    assert!(stage.day().capture.started().is_some());
    stage.keys("<Enter>");
    // A note of somebody else is not opened.
    let mut stage = eighty("");
    stage.click("(HSC) how do you");
    assert!(stage.day().capture.started().is_none());
    assert!(stage.screen(WIDE.0, WIDE.1).contains("Not typed here by you."));
}

#[test]
fn the_wheel_turns_the_lists_of_the_day_and_back() {
    let mut stage = eighty("");
    stage.roll("What do we know?", Press::RollUp);
    assert_eq!(stage.day().board.back, 3);
    stage.roll("What do we know?", Press::RollDown);
    assert_eq!(stage.day().board.back, 0);
    // Over the questions it turns nothing.
    stage.roll("Cohesion across the school", Press::RollUp);
    assert_eq!(stage.day().board.back, 0);
}

/// Whatever is clicked or turned once on the running day or on what lies over it, the line stays as it is, and nothing
/// is entered, deleted or left.
#[test]
fn no_click_and_no_turn_of_the_wheel_touches_a_line_in_progress() {
    let ways = [
        "",
        "<C-g>",
        "<C-f>",
        "<F1>",
        "<C-k>settings<Enter>",
        "<C-k>coverage<Enter>",
        "<C-k>plan: <Enter>",
        "<C-k>findings: from<Enter>",
    ];
    for (keys, size) in ways.into_iter().flat_map(|keys| [(keys, NARROW), (keys, WIDE)]) {
        let mut stage = with_mouse(two_classes());
        stage.keys("+ every pupil<C-j>answers");
        stage.keys(keys);
        let line = stage.day().capture.text();
        let position = stage.day().position.map(|position| position.stop);
        let everything = everything(&stage, size);
        assert!(!everything.is_empty(), "{keys}");
        for (at, _, message) in everything {
            let mut model = stage.model.clone();
            let moment = At {
                now: stage.now,
                fresh: RecordId(Uuid::nil()),
            };
            let effects = app::update(&mut model, moment, message);
            let day = model.day().expect("the day");
            assert_eq!(day.capture.text(), line, "{keys} {at}");
            let saves = |effect: &Effect| {
                matches!(
                    effect,
                    Effect::Save { .. } | Effect::ForgetDraft(_) | Effect::Leave
                )
            };
            assert!(!effects.iter().any(saves), "{keys} {at}: {effects:?}");
            assert_eq!(
                day.position.map(|position| position.stop),
                position,
                "{keys} {at}"
            );
        }
    }
}

#[test]
fn a_row_of_a_list_is_chosen_by_one_click_and_taken_by_the_next() {
    let mut stage = half_day();
    stage.keys("<C-k>");
    stage.click("Evidence by activity");
    assert!(picked(&stage).starts_with("Evidence by activity"));
    stage.click("Evidence by activity");
    assert!(matches!(stage.model.overlay, Some(Overlay::Coverage(_))));
}

#[test]
fn what_is_clicked_stays_under_the_mouse_until_a_key_is_pressed() {
    let mut stage = eighty("<C-f>");
    stage.roll("11:08", Press::RollDown);
    stage.roll("11:08", Press::RollDown);
    stage.keys("<PgDn><PgDn>");
    let before = stage.screen(WIDE.0, WIDE.1);
    let row = before.lines().nth(6).expect("a row").to_owned();
    let words: String = row.chars().skip(8).take(52).collect();
    let words = words.trim_end();
    stage.click(words);
    let after = stage.screen(WIDE.0, WIDE.1);
    assert!(
        after.lines().nth(6).is_some_and(|line| line.contains(words)),
        "{before}\n{after}"
    );
    stage.click(words);
    assert!(notes(&stage).opened().is_some());
    stage.keys("<Esc><Down><Up>");
    let cursor = stage.screen(WIDE.0, WIDE.1);
    assert!(
        !cursor.lines().nth(6).is_some_and(|line| line.contains(words)),
        "{cursor}"
    );
}

#[test]
fn sessions_are_chosen_and_opened() {
    let mut stage = half_day();
    stage.take(Message::SessionsFound(app::home::Found::default()));
    stage.click("Open or join");
    assert!(stage.model.overlay.is_none());
    stage.click("Try the");
    stage.click("Try the");
    assert!(stage.demo_asked, "{}", stage.screen(WIDE.0, WIDE.1));
}

#[test]
fn lines_of_the_plan_are_chosen_and_opened() {
    let mut stage = with_mouse(Stage::owner("half-day-maths", ME, "2026-11-20 09:16"));
    stage.keys("<C-k>plan: <Enter>");
    stage.click("Pupil voice");
    assert!(stage.model.overlay.is_none());
    assert!(chosen_row(&stage, ">    + 10:45-11:15"));
    stage.click("Pupil voice");
    assert!(matches!(stage.model.overlay, Some(Overlay::Entry(_))));
}

#[test]
fn both_sides_of_the_findings_are_clicked_and_the_wheel_turns_the_one_below_it() {
    let mut stage = eighty("<C-k>findings: from<Enter>d");
    assert_eq!(findings(&stage).side(), Side::Evidence);
    let line = findings(&stage).line();
    stage.roll("Areas for development", Press::RollDown);
    assert_eq!(findings(&stage).side(), Side::Evidence);
    assert_eq!(findings(&stage).line(), line + 3);
    assert_eq!(findings(&stage).place(), 0);
    stage.click("Areas for development");
    assert_eq!(findings(&stage).side(), Side::Findings);
    let chosen = &findings(&stage).lines()[findings(&stage).line()];
    assert!(chosen.number.is_none());
    stage.click("Evidence");
    assert_eq!(findings(&stage).side(), Side::Evidence);
    let first = findings(&stage).notes()[0];
    let words = stage.day().records.note(first).expect("a note").body.text.clone();
    let words = words.chars().take(16).collect::<String>();
    stage.click(&words);
    assert_eq!(findings(&stage).notes()[0], first, "one click files nothing");
    let third = findings(&stage).notes()[2];
    let words = stage.day().records.note(third).expect("a note").body.text.clone();
    stage.click(&words.chars().take(16).collect::<String>());
    assert_eq!(findings(&stage).place(), 2);
}

#[test]
fn the_groups_side_by_side_are_turned_by_their_head_and_opened_by_a_second_click() {
    let mut stage = with_mouse(Stage::new(EIGHTY, "Facilitator", "2026-12-01 10:16"));
    stage.keys("<Tab>");
    let view = |stage: &Stage| match &stage.model.page {
        Some(Page::Compared(page)) => (page.view(), page.opened()),
        _ => panic!("the page is not open"),
    };
    stage.click("Small steps");
    assert!(chosen_row(&stage, " > Small steps"));
    stage.click("Small steps");
    assert_eq!(view(&stage).1, Some(0));
    stage.roll("Group 2", Press::RollDown);
    assert!(view(&stage).1 > Some(0));
    stage.keys("<Esc>");
    stage.click("By question");
    assert_eq!(view(&stage), (View::Classes, None));
}

#[test]
fn the_sheets_are_clicked_row_by_row() {
    let mut stage = half_day();
    stage.keys("<C-k>settings<Enter>");
    stage.click("Lines and marks");
    stage.click("Lines and marks");
    assert!(chosen_row(&stage, "< unicode >"));
    let mut stage = eighty("<C-k>report ...<Enter>");
    stage.click("Markdown");
    assert!(chosen_row(&stage, "> [ ] Markdown"));
    // Enter would write files: a click only ticks.
    stage.click("Markdown");
    assert!(chosen_row(&stage, "> [x] Markdown"));
    let mut stage = eighty("<C-k>findings: from<Enter>dk");
    let second = "(Areas for development)";
    stage.click(second);
    let first = stage.model.check.place();
    assert!(first > 0, "{}", stage.screen(WIDE.0, WIDE.1));
    stage.roll(second, Press::RollUp);
    assert!(stage.model.check.place() < first);
}

#[test]
fn a_way_of_being_late_is_chosen_by_its_head_and_done_by_a_second_click() {
    let mut stage = half_day();
    stage.at("09:22");
    stage.keys("<C-n><C-d>");
    let way = |stage: &Stage| match &stage.model.overlay {
        Some(Overlay::Late(late)) => Some((late.way, late.chosen())),
        _ => None,
    };
    let before = way(&stage).expect("the sheet");
    stage.click("3 drop");
    let dropped = way(&stage).expect("the sheet");
    assert_ne!(before.0, dropped.0);
    stage.click("Year 3               09:45-10:00");
    assert_ne!(way(&stage).expect("the sheet").1, dropped.1);
    stage.click("3 drop");
    assert!(way(&stage).is_some(), "what was chosen before takes two clicks");
    stage.click("3 drop");
    assert!(stage.model.overlay.is_none(), "{}", stage.screen(WIDE.0, WIDE.1));
}

#[test]
fn the_run_that_is_moved_goes_up_to_the_note_that_is_clicked() {
    let mut stage = with_mouse(two_classes());
    stage.keys("<C-k>move notes<Enter>");
    stage.click("09:02  Year 5");
    let run = |stage: &Stage| match &stage.model.overlay {
        Some(Overlay::Moving(run)) => Some(run.chosen()),
        _ => None,
    };
    let to_the_oldest = run(&stage).expect("the list");
    assert_eq!(to_the_oldest.end, 5);
    stage.click("09:16  Year 6");
    assert_eq!(run(&stage).expect("the list").end, 3);
    stage.click("09:16  Year 6");
    assert!(matches!(stage.model.overlay, Some(Overlay::Picker(_))));
}

#[test]
fn the_wheel_scrolls_texts_to_their_end_and_not_beyond() {
    for keys in ["<F1>", "<C-k>coverage<Enter>"] {
        let mut stage = eighty(keys);
        for _ in 0..200 {
            stage.press_at("+-", Press::RollDown, NARROW);
        }
        let end = stage.screen(NARROW.0, NARROW.1);
        stage.press_at("+-", Press::RollUp, NARROW);
        assert_ne!(
            stage.screen(NARROW.0, NARROW.1),
            end,
            "{keys}: it turns back at once"
        );
    }
}

#[test]
fn what_the_mouse_does_is_in_the_help() {
    let mut stage = half_day();
    stage.keys("<F1>mouse");
    shows("help_mouse", &stage.screen(NARROW.0, NARROW.1));
    let mut unused = Stage::new("half-day-maths", ME, "09:16");
    unused.keys("<F1>mouse");
    assert!(
        unused
            .screen(NARROW.0, NARROW.1)
            .contains("Left to the terminal.")
    );
}

#[test]
fn nothing_is_uncovered_by_the_mouse() {
    let mut stage = half_day();
    for keys in ["<C-o>", "<C-o><C-e>"] {
        stage.keys(keys);
        assert!(everything(&stage, NARROW).is_empty(), "{keys}");
    }
}
