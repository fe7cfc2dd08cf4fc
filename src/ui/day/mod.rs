//! The main screen: the running day.

mod capture;
mod header;
mod lists;
mod place;
mod prompts;
mod rail;
mod serves;

pub(super) use {
    header::state,
    place::{name, remaining},
    serves::{lines as serving, next},
};

use ratatui::layout::{Position, Rect};

use super::{
    before_saved, footer_keys_as,
    keymap::{Context, Does},
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
    wrap::wrap_text,
};
use crate::{
    app::{Model, day::Day, message::Action, page::tab_compares},
    domain::course::Phase,
};

/// From this width on the timetable stands beside the lists.
const WIDE: u16 = 100;
/// The width of the timetable beside the lists.
const RAIL: u16 = 38;
/// Rows that the lists keep whatever stands above them: two titles, two notes, the last line.
const LISTS_KEEP: u16 = 6;

/// Changes made apart that are shown above everything; more are counted.
const APART: usize = 2;

/// Rows of questions where the timetable stands above the lists: the chosen one and its neighbours.
const PROMPTS_ON_NARROW: u16 = 8;

/// Draws the day; gives the place of the cursor.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model, day: &Day) -> Position {
    let mut rows = Rows::of(area);
    header::header(pen, rows.take_rows(1), model, day);
    banners(pen, &mut rows, day);
    footer(pen, rows.take_last(1), day);
    let cursor = capture::capture(pen, &mut rows, model, day);
    let body = rows.rest();
    if area.width >= WIDE {
        let rail = Rect { width: RAIL, ..body };
        rail::rail(pen, rail, day);
        pen.rule_down(Rect {
            x: rail.right(),
            width: 1,
            ..body
        });
        panel(pen, indent(body, RAIL + 2), model, day, true);
    } else {
        let mut rows = Rows::of(body);
        rail::line(pen, indent(rows.take_rows(1), 1), day);
        panel(pen, indent(rows.rest(), 1), model, day, false);
    }
    cursor
}

/// What is to be known before anything else: a failed save, a session that can only be read, the day being over, files
/// with faults.
fn banners(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    if let Some(fault) = day.saving.fault.as_ref().or(day.planning.fault.as_ref()) {
        let width = usize::from(rows.width());
        for line in words::save_banner(day, fault, width, words::elsewhere::ON_THE_DAY) {
            rows_of(pen, rows, Role::Failure, (1, &line));
        }
    }
    if day.saving.draft_unkept {
        pen.say_of_line(indent(rows.take_rows(1), 1), Role::Failure, words::DRAFT_UNKEPT);
    }
    if let Some(why) = &day.read_only {
        rows_of(pen, rows, Role::Failure, (1, &words::read_only(why)));
    }
    if let Some(Phase::After(over)) = day.position.map(|position| position.phase) {
        let next = day.route.days().find(|(at, _)| *at > over);
        let said = next.map_or_else(
            || words::AFTERWARDS.to_string(),
            |(_, (begins, _))| words::until_next_day(begins),
        );
        pen.say(indent(rows.take_rows(1), 1), Role::Notice, &said);
    }
    for apart in day.today.apart.iter().take(APART) {
        rows_of(pen, rows, Role::Warning, (1, &words::late::apart(day, apart)));
    }
    if let Some(more) = day.today.apart.len().checked_sub(APART).filter(|more| *more > 0) {
        pen.say(
            indent(rows.take_rows(1), 1),
            Role::Warning,
            &words::late::more_apart(more),
        );
    }
    let problems = words::others::problems(day);
    for problem in problems.iter().flat_map(|problem| problem.lines()).take(4) {
        pen.text(indent(rows.take_rows(1), 1), Role::Warning, problem);
    }
}

/// Writes something that has to be read whole, so many cells in: in two rows, if one is too short for it.
fn rows_of(pen: &mut Pen<'_>, rows: &mut Rows, role: Role, (margin, text): (u16, &str)) {
    let text = pen.told(text);
    for line in wrap_text(&text, rows.width().saturating_sub(margin + 1))
        .iter()
        .take(2)
    {
        let row = rows.take_rows(1);
        pen.mark(row, role);
        pen.text(indent(row, margin), role, line);
    }
}

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let saving = &day.saving;
    // A plan that is not tried again says so above; what is noted afterwards has its own state.
    let failed = saving.fault.is_some() || day.planning.fault.as_ref().is_some_and(|fault| fault.again);
    let state = words::saved(saving.all_saved(), failed, saving.weaker, saving.saved_at);
    let role = if failed { Role::Failure } else { Role::Notice };
    let keys = pen.text_right(
        Rect {
            width: row.width.saturating_sub(1),
            ..row
        },
        role,
        &state,
    );
    let together = tab_compares(day);
    footer_keys_as(pen, before_saved(keys), Context::Day, |binding| {
        let compares = together && binding.does == Does::Action(Action::NextPrompt);
        let words = if compares {
            Some(words::compared::KEY)
        } else {
            binding.footer
        };
        words.map(str::to_string)
    });
}

/// The place, what to ask there, and what is known.
fn panel(pen: &mut Pen<'_>, area: Rect, model: &Model, day: &Day, wide: bool) {
    let mut rows = Rows::of(area);
    place::place(pen, rows.take_rows(1), model, day);
    let room = rows.left().saturating_sub(LISTS_KEEP);
    if day.prompts_here().is_empty() {
        let lines = serves::rows_wanted(day, area.width);
        // Where everything is talked about, the notes matter more than what was agreed.
        let room = if day.board.whole_day { room / 2 } else { room };
        // Where notes are talked about together, they have the most of the screen.
        let together = day.board.whole_day.then(|| rows.left() / 3);
        let room = together.map_or(room, |third| room.min(third));
        let height = u16::try_from(lines.len()).unwrap_or(room).min(room);
        serves::serves(pen, rows.take_rows(height), &lines);
    } else {
        let full_text = prompts::full_text(day, area.width);
        let room = if wide { room } else { room.min(PROMPTS_ON_NARROW) };
        let height = prompts::wanted(day, &full_text).min(room);
        prompts::prompts(pen, rows.take_rows(height), day, &full_text);
    }
    lists::lists(pen, rows.rest(), day);
}
