//! Pictures in the terminal: evidence by activity, and the line of the day, as one reads them without colours.

use knownow::ui::{self, theme::Theme};
use ratatui::{Terminal, backend::TestBackend, style::Color};

use crate::stage::{Stage, shows};

const EVIDENCE: &str = "<C-k>evidence by activity<Enter>";
const COVERAGE: &str = "<C-k>coverage<Enter>";
const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (140, 45)];

fn evidence(source: &str, who: &str, time: &str) -> Stage {
    let mut stage = Stage::new(source, who, time);
    stage.keys(EVIDENCE);
    stage
}

fn at_all_sizes(stage: &Stage) -> String {
    let screens =
        SIZES.map(|(columns, rows)| format!("== {columns}x{rows}\n{}", stage.screen(columns, rows)));
    screens.join("\n")
}

/// A day on which one class was not seen, one was added, and two steps came late.
fn late_day() -> Stage {
    let mut stage = Stage::new("half-day-maths", "Head of School B", "09:02");
    stage.keys("<C-k>was not seen<Enter>year 6<Enter>in the hall<Enter>");
    stage.at("09:19");
    stage.keys("<C-k>unplanned visit<Enter>Nursery<Enter>");
    stage.at("09:34");
    stage.keys("<C-n>");
    stage.at("09:52");
    stage.keys("<C-n>");
    stage.keys("<C-d>1<Enter>");
    stage
}

#[test]
fn evidence_by_activity_is_a_bar_for_each_row_with_signs_and_counts() {
    let stage = evidence("half-day-maths-80-notes", "Facilitator", "2026-12-01 11:20");
    shows("evidence_by_activity", &at_all_sizes(&stage));
}

#[test]
fn without_a_note_the_rows_that_are_to_have_some_stand_there() {
    let stage = evidence("half-day-maths", "Facilitator", "2026-12-01 08:01");
    shows("evidence_empty", &stage.screen(80, 24));
}

#[test]
fn two_reviewers_side_by_side_have_a_bar_each_on_both_days() {
    let mut stage = Stage::new("two-day", "Reviewer 2", "10:05");
    stage.keys("+ all of them count aloud<Enter>");
    stage.at("2026-11-11 09:25");
    stage.keys("one plan for all<Enter>- two wait<Enter>");
    stage.keys(EVIDENCE);
    shows("evidence_two_days", &stage.screen(100, 30));
}

#[test]
fn the_bars_have_the_colours_of_their_kinds() {
    let stage = evidence("half-day-maths-80-notes", "Facilitator", "2026-12-01 11:20");
    let theme = Theme::named("dark").expect("a theme");
    let mut terminal = Terminal::new(TestBackend::new(100, 30)).expect("a terminal in memory");
    terminal
        .draw(|frame| ui::draw(frame, &stage.model, &theme))
        .expect("a frame");
    let buffer = terminal.backend().buffer();
    let coloured = |sign: &str| {
        let cells = buffer.content().iter();
        let of_sign = cells.filter(|cell| cell.symbol() == sign && cell.fg != Color::Reset);
        of_sign.map(|cell| cell.fg).collect::<Vec<_>>()
    };
    let (strengths, areas) = (coloured("+"), coloured("-"));
    assert!(strengths.len() >= 30, "{}", strengths.len());
    assert!(strengths.iter().any(|colour| !areas.contains(colour)));
}

#[test]
fn the_line_of_a_day_has_what_was_planned_above_what_is() {
    let mut stage = late_day();
    stage.keys(COVERAGE);
    stage.keys("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>");
    shows("day_line", &at_all_sizes(&stage));
}

#[test]
fn it_closes_and_goes_with_the_other_overlays() {
    let mut stage = evidence("half-day-maths-80-notes", "Facilitator", "2026-12-01 11:20");
    stage.keys("<Down><PgDn><PgUp><F1><Esc>");
    assert!(stage.screen(80, 24).contains("Evidence by activity"));
    stage.keys("<Esc>");
    assert!(stage.model.overlay.is_none());
}
