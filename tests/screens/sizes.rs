//! Every screen in its main states at 80x24, 100x30 and 140x45: here are those that no other test shows at all three.
//!
//! What other tests show at the smallest and the largest size is shown here at the one between.

use knownow::app::message::{Message, ReadOnly};

use crate::{
    late::late_in_year_6,
    moving::two_classes,
    purging::asked,
    stage::{Saving, Stage, shows},
    taking_in::{hand_over, reads},
};

const HALF_DAY: &str = "half-day-maths";
const EIGHTY: &str = "half-day-maths-80-notes";
const ME: &str = "Head of School B";
const FACILITATOR: &str = "Facilitator";
const MAIL: &str = include_str!("../corpus/tables/half-day-maths-markdown.md");

/// The size between the two others, and all of them.
const BETWEEN: &[(u16, u16)] = &[(100, 30)];
const ALL: &[(u16, u16)] = &[(80, 24), (100, 30), (140, 45)];

/// A state: its name, and how it comes about.
type State = (&'static str, fn() -> Stage);

fn half_day(time: &str, keys: &str) -> Stage {
    let mut stage = Stage::new(HALF_DAY, ME, time);
    stage.keys(keys);
    stage
}

/// The morning with 80 notes, as the facilitator sees it.
fn eighty(time: &str, keys: &str) -> Stage {
    let mut stage = Stage::new(EIGHTY, FACILITATOR, &format!("2026-12-01 {time}"));
    stage.keys(keys);
    stage
}

fn planning(keys: &str) -> Stage {
    let mut stage = Stage::owner(HALF_DAY, FACILITATOR, "2026-11-20 16:05");
    stage.keys("<C-k>plan: <Enter>");
    stage.keys(keys);
    stage
}

/// The page of the findings in the discussion.
fn findings(keys: &str) -> Stage {
    let mut stage = eighty("11:20", "<C-k>findings: from<Enter>");
    stage.keys(keys);
    stage
}

fn reported(keys: &str) -> Stage {
    let mut stage = findings("d<Esc><C-k>report ...<Enter>");
    stage.keys(keys);
    while stage.report_goes_on() {}
    stage
}

/// The first screen, without any session.
fn home(keys: &str) -> Stage {
    let mut stage = planning("<Esc>");
    stage.take(Message::SessionsFound(knownow::app::home::Found::default()));
    stage.keys(keys);
    stage
}

fn bringing_in(text: Option<&str>) -> Stage {
    let mut stage = Stage::owner(HALF_DAY, FACILITATOR, "2026-11-20 16:05");
    stage.keys("<C-k>import<Enter>");
    if let Some(text) = text {
        stage.paste(text);
        stage.keys("<Enter>");
        assert!(stage.report_goes_on(), "nothing is read");
    }
    stage
}

/// What a colleague with two notes hands over, looked at here.
fn looked_at() -> Stage {
    let mut theirs = Stage::new(HALF_DAY, "Head of School C", "09:05");
    theirs.keys("+ counters on every table<Enter>- two wait for the TA<Enter>");
    let text = hand_over(&mut theirs);
    let mut stage = half_day("09:10", "");
    reads(&mut stage, &text);
    stage
}

/// A visit with notes of three kinds, on two questions.
fn visit() -> Stage {
    let mut stage = half_day("09:02", "<Tab>+ whiteboards: all answers at once<Enter>");
    stage.at("09:16");
    stage.keys("<Tab><Tab>+ every pupil answers on a whiteboard, partner first<Enter>?! PP first?<Enter>");
    stage
}

const DAY: &[State] = &[
    ("before_the_day", || half_day("2026-11-27 16:05", "")),
    ("arrival", || half_day("08:00", "")),
    ("purpose", || half_day("08:06", "")),
    ("meeting", || half_day("08:10", "")),
    ("visit", visit),
    ("note_under_edit", || {
        let mut stage = visit();
        stage.keys("<Up>");
        stage
    }),
    ("line_begun_before_the_bell", || {
        let mut stage = half_day("09:14", "- explains the method before any");
        stage.at("09:15");
        stage
    }),
    ("long_line", || {
        half_day(
            "09:16",
            "-! the model stays on the board while pupils work, and the steps are numbered, so that anyone who is lost \
             can find the place again<C-j>without asking",
        )
    }),
    ("break", || eighty("10:20", "")),
    ("pupil_voice", || eighty("10:50", "")),
    ("discussion", || eighty("11:20", "")),
    ("afterwards", || eighty("12:30", "")),
    ("held_place", || half_day("09:16", "<C-p>")),
    ("late", || {
        let mut stage = late_in_year_6();
        stage.keys("<C-l>");
        stage
    }),
    ("read_only", || {
        let why = ReadOnly::HeldBy("since 09:01".into());
        Stage::read_only(HALF_DAY, ME, "09:16", why)
    }),
];

const ON_TOP: &[State] = &[
    ("help", || half_day("09:16", "<F1>")),
    ("palette", || half_day("09:16", "<C-k>")),
    ("palette_narrowed", || half_day("09:16", "<C-k>place")),
    ("go_to", || half_day("09:16", "<C-g>")),
    ("who_am_i", || half_day("09:16", "<C-k>who is<Enter>")),
    ("leave", || half_day("09:16", "+ half a thought<C-q>")),
    ("report_sheet", || reported("")),
    ("safeguarding_hidden", || half_day("09:16", "- a child says<C-e>")),
    ("safeguarding_question", || {
        half_day("09:16", "- a child says<C-e><Esc>")
    }),
];

const PAGES: &[State] = &[
    ("plan_page", || planning("")),
    ("plan_page_question_sets", || planning("<Down>q")),
    ("findings", || findings("")),
    ("findings_draft", || findings("d<Tab>")),
    ("compared_by_question", || eighty("10:16", "<Tab>")),
    ("compared_by_class", || eighty("10:16", "<Tab><Tab>")),
    ("compared_all_notes", || eighty("10:16", "<Tab><Tab><Enter>")),
    ("compared_one_group", || eighty("10:16", "<Tab>g")),
    ("compared_aloud", || eighty("10:16", "<Tab>r")),
    ("compared_nothing_yet", || half_day("10:16", "<Tab>")),
];

const ON_TOP_OF_THE_DAY: &[State] = &[
    ("saving", || {
        let mut stage = half_day("09:16", "");
        stage.saving(Saving::Waits);
        stage.keys("+ every pupil answers<Enter>");
        stage
    }),
    ("late_ways", || {
        let mut stage = late_in_year_6();
        stage.keys("<C-d>");
        stage
    }),
    ("late_refused", || half_day("2026-11-27 16:05", "<C-d>")),
    ("late_swap", || half_day("09:16", "<C-d>s")),
    ("late_because", || {
        half_day("09:16", "<C-k>was not seen<Enter>year 6<Enter>")
    }),
    ("coverage", || eighty("10:20", "<C-k>coverage<Enter>")),
    ("planned_against_actual", || {
        eighty("12:30", "<C-k>planned against<Enter>")
    }),
    ("moving_which", || {
        let mut stage = two_classes();
        stage.keys("<C-u>");
        stage
    }),
    ("moving_where_to", || {
        let mut stage = two_classes();
        stage.keys("<C-u><Enter>");
        stage
    }),
];

const SHEETS: &[State] = &[
    ("report_written", || reported("<Enter><Enter>")),
    ("check_why", || findings("dkx")),
    ("check_reword", || findings("dkr")),
    ("check_done", || half_day("09:16", "<C-k>findings: from<Enter>k")),
    ("bringing_in_box", || bringing_in(None)),
    ("bringing_in_understood", || bringing_in(Some(MAIL))),
    ("bringing_in_refused", || {
        bringing_in(Some("thank you for today\nsee you all soon\n"))
    }),
    ("taking_in_box", || half_day("09:10", "<C-k>take notes in<Enter>")),
    ("taking_in_looked_at", looked_at),
    ("handing_over", || {
        half_day("09:05", "+ counters<Enter><C-k>hand my notes<Enter>")
    }),
    ("removing", || asked(false)),
];

const OTHER_PAGES: &[State] = &[
    ("plan_page_line", || planning("<Enter>")),
    ("plan_page_changed", || planning("<Down>f")),
    ("plan_page_running", || {
        half_day("09:16", "+ counters<Enter><C-k>plan: <Enter>")
    }),
    ("findings_empty", || {
        half_day("09:16", "<C-k>findings: from<Enter>")
    }),
    ("findings_who_signs", || {
        findings("d<Tab><Down>a<C-k>sign off<Enter>")
    }),
    ("findings_filter", || findings("f")),
    ("notes_page_empty", || half_day("09:16", "<C-f>")),
    ("notes_page_private", || {
        half_day("09:16", "> for my own school<Enter>+ counters<Enter><C-f>")
    }),
    ("new_plan_models", || home("<Down><Down><Enter>")),
    ("new_plan_school", || home("<Down><Down><Enter><Enter>")),
];

fn at_sizes(states: &[State], sizes: &[(u16, u16)]) {
    for (name, state) in states {
        let stage = state();
        let screens: Vec<String> = sizes
            .iter()
            .map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(*columns, *rows)))
            .collect();
        shows(&format!("sizes_{name}"), &screens.join("\n"));
    }
}

#[test]
fn the_day_through_its_states() {
    at_sizes(DAY, BETWEEN);
}

#[test]
fn what_lies_on_top_of_every_screen() {
    at_sizes(ON_TOP, BETWEEN);
}

#[test]
fn the_pages_that_are_worked_on() {
    at_sizes(PAGES, BETWEEN);
}

#[test]
fn what_lies_on_top_of_the_day() {
    at_sizes(ON_TOP_OF_THE_DAY, ALL);
}

#[test]
fn the_sheets_on_which_something_is_handed_over_or_looked_at() {
    at_sizes(SHEETS, ALL);
}

#[test]
fn pages_with_nothing_on_them_or_something_asked() {
    at_sizes(OTHER_PAGES, ALL);
}

/// A save fails in the words of the system.
#[cfg(unix)]
#[test]
fn a_failed_save() {
    let failed: fn() -> Stage = || {
        let mut stage = half_day("09:16", "first the disk has room<Enter>");
        stage.saving(Saving::FailsAfter(0));
        stage.keys("+ every pupil answers<Enter>- and one keeps typing");
        stage
    };
    at_sizes(&[("failed_save", failed)], BETWEEN);
}
