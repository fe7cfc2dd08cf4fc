//! The overlay for running late: the times as they are and as they would be, side by side, and what each way costs.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::{self, Context},
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
    wrap::wrap_text,
};
use crate::{
    app::{
        day::Day,
        late::{Late, LateNotice},
        notice::Notice,
    },
    domain::lateness::{Cost, Line, Remedy, Way},
};

/// Cells of a column of times.
const COLUMN: u16 = 14;
/// Rows that are not lines of the table: frame, options, heads, legend and keys.
const AROUND: u16 = 8;
/// Rows for the costs at least: a line, one for each way, and two more for the chosen one.
const COSTS: u16 = 6;
/// Rows for the costs that are not those of the chosen way: a line, and one for each other way.
const OTHERS: u16 = 3;
/// Rows of the table at least.
const FEWEST_LINES: u16 = 3;
/// Cells of the box that says why nothing can be done.
const REFUSED: u16 = 72;
/// Cells inside the box at most.
const INNER: u16 = 80;
/// Cells for the name of a way.
const NAME: u16 = 15;

/// Draws the overlay.
pub fn draw(pen: &mut Pen<'_>, area: Rect, (day, notice): (&Day, Option<&Notice>), late: &Late) {
    let lines = &late.remedies[0].lines;
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let said = u16::try_from(cost_lines(late, INNER.min(area.width.saturating_sub(4))).len());
    let needed = said.unwrap_or(u16::MAX).saturating_add(OTHERS).max(COSTS);
    let height = wanted.saturating_add(AROUND).saturating_add(needed);
    let mut rows = Rows::of(boxed(pen, area, 84, height, words::late::TITLE));
    let group = day
        .me
        .group
        .as_ref()
        .and_then(|group| day.today.plan.group(group));
    let group = group.map_or("my group", |group| group.name.as_str());
    let asked = rows.take_rows(1);
    let asked = pen.text_right(asked, Role::Muted, words::late::FIXED_LEGEND);
    pen.text(asked, Role::Warning, &words::late::options(&late.options, group));
    let below = rows.take_rows(1);
    match (notice, &late.before) {
        (Some(notice), _) => pen.text(below, Role::Notice, &words::notice(notice)),
        (None, Some((place, over))) => pen.text(below, Role::Now, &words::late::still_in(place, *over)),
        (None, None) => below,
    };
    heads(pen, rows.take_rows(1), late.way);
    keys(pen, &mut rows);
    // The table can be scrolled; what the chosen way costs can be read whole, whatever it takes.
    let costs = rows.take_last(needed.min(rows.left().saturating_sub(FEWEST_LINES)));
    table(pen, rows.rest(), late);
    self::costs(pen, Rows::of(costs), late);
}

/// The keys in two rows.
fn keys(pen: &mut Pen<'_>, rows: &mut Rows) {
    let mut lines = Rows::of(rows.take_last(2));
    let mut row = lines.take_rows(1);
    for binding in keymap::keys().filter(|binding| binding.context == Context::Late) {
        let (Some(words), Some(key)) = (binding.footer, binding.keys.first()) else {
            continue;
        };
        if key.len() + words.len() + 3 > usize::from(row.width) {
            row = lines.take_rows(1);
        }
        row = pen.pieces(
            row,
            &[
                (Role::Key, key),
                (Role::Muted, " "),
                (Role::Muted, words),
                (Role::Muted, "  "),
            ],
        );
    }
}

/// The name at the left of a row, and its four columns of times.
fn columns(row: Rect) -> (Rect, [Rect; 4]) {
    let name = Rect {
        width: row.width.saturating_sub(4 * COLUMN),
        ..row
    };
    let column = |nth: u16| Rect {
        x: name.right() + nth * COLUMN,
        width: COLUMN.min(row.right().saturating_sub(name.right() + nth * COLUMN)),
        ..row
    };
    (name, [0, 1, 2, 3].map(column))
}

fn heads(pen: &mut Pen<'_>, row: Rect, chosen: Way) {
    let (_, [now, ways @ ..]) = columns(row);
    pen.text(now, Role::Muted, words::late::NOW_PLANNED);
    for (column, way) in ways.into_iter().zip(Way::ALL) {
        let is_chosen = way == chosen;
        let sign = if is_chosen { ">" } else { " " };
        let role = if is_chosen { Role::Selected } else { Role::Title };
        let head = Rect {
            x: column.x.saturating_sub(1),
            ..column
        };
        pen.pieces(head, &[(Role::Key, sign), (role, words::late::head(way))]);
    }
}

/// The lines of the table, with the chosen one in sight.
fn table(pen: &mut Pen<'_>, area: Rect, late: &Late) {
    let lines = &late.remedies[0].lines;
    let chosen = late.chosen();
    let shown = usize::from(area.height).max(1);
    let first = chosen.map_or(0, |chosen| (chosen + 2).saturating_sub(shown));
    let first = first.min(lines.len().saturating_sub(shown));
    let mut rows = Rows::of(area);
    for (nth, line) in lines.iter().enumerate().skip(first) {
        let Some(row) = rows.take_row() else { break };
        let (name, [now, ways @ ..]) = columns(row);
        let is_chosen = chosen == Some(nth);
        let sign = if is_chosen { "> " } else { "  " };
        let role = if is_chosen { Role::Selected } else { Role::Prompt };
        let fixed = if line.fixed { words::late::FIXED } else { " " };
        let name = Rect {
            width: name.width.saturating_sub(1),
            ..name
        };
        pen.pieces(
            name,
            &[(Role::Key, sign), (Role::Warning, fixed), (role, &line.name)],
        );
        pen.text(now, Role::Prompt, &words::late::times(line.was));
        for (column, remedy) in ways.into_iter().zip(&late.remedies) {
            if let Some(line) = remedy.lines.get(nth) {
                becomes(pen, column, line, remedy.way == late.way);
            }
        }
    }
}

fn becomes(pen: &mut Pen<'_>, column: Rect, line: &Line, chosen: bool) {
    let Some(times) = line.becomes else {
        pen.text(column, Role::Warning, words::late::DROPPED);
        return;
    };
    let role = match (times == line.was, chosen) {
        (true, _) => Role::Muted,
        (false, true) => Role::Now,
        (false, false) => Role::Prompt,
    };
    pen.text(column, role, &words::late::times(times));
}

/// What each way costs: the chosen one in full, the others in a line.
fn costs(pen: &mut Pen<'_>, mut rows: Rows, late: &Late) {
    pen.rule(rows.take_rows(1));
    let left = rows.left().saturating_sub(2);
    for remedy in &late.remedies {
        let chosen = remedy.way == late.way;
        let text = told(remedy, late.chosen());
        let sign = if chosen { 0 } else { words::MORE.chars().count() };
        let sign = u16::try_from(sign).unwrap_or_default();
        let width = rows.width().saturating_sub(NAME + sign);
        let lines = wrap_text(&text, width);
        let room = if chosen { usize::from(left.max(1)) } else { 1 };
        for (nth, line) in lines.iter().take(room).enumerate() {
            let Some(row) = rows.take_row() else { return };
            let role = if chosen { Role::Warning } else { Role::Prompt };
            if nth == 0 {
                let name = if chosen { Role::Selected } else { Role::Title };
                pen.text(row, name, words::late::way(remedy.way));
            }
            let more = nth + 1 == room && lines.len() > room;
            let row = if more {
                pen.text_right(indent(row, NAME), role, words::MORE)
            } else {
                indent(row, NAME)
            };
            pen.text(row, role, line);
        }
    }
}

/// What the chosen way costs, in as many rows as it takes inside a box of so many cells.
fn cost_lines(late: &Late, width: u16) -> Vec<String> {
    wrap_text(&told(late.remedy(), late.chosen()), width.saturating_sub(NAME))
}

/// Draws the box that says why nothing can be done now, with the keys that do something there.
pub fn refused(pen: &mut Pen<'_>, area: Rect, why: &LateNotice) {
    let said = wrap_text(&words::late::notice(why), REFUSED - 4);
    let height = u16::try_from(said.len()).unwrap_or(1).saturating_add(4);
    let mut rows = Rows::of(boxed(pen, area, REFUSED, height, words::late::TITLE));
    for line in &said {
        pen.text(rows.take_rows(1), Role::Warning, line);
    }
    rows.take_rows(1);
    footer_keys(pen, rows.take_rows(1), Context::Refused);
}

fn told(remedy: &Remedy, chosen: Option<usize>) -> String {
    let mut said: Vec<String> = Vec::new();
    // At the present place, where the choice begins, nothing was asked for yet.
    let line = chosen
        .filter(|at| *at > 0)
        .and_then(|chosen| remedy.lines.get(chosen));
    if let Some(line) = line.filter(|line| !line.can_give || (line.fixed && remedy.way == Way::Drop))
        && remedy.way != Way::Push
    {
        said.push(words::late::not_this(&line.name, line.fixed));
    }
    said.extend(remedy.costs.iter().map(|cost: &Cost| words::late::cost(cost)));
    if said.is_empty() {
        return words::late::NO_COST.into();
    }
    said.join("; ")
}
