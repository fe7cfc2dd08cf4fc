//! The overlay for running late: the times as they are and as they would be, side by side, and what each way costs.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::{self, Context},
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, plain},
    wrap::wrap_text,
};
use crate::{
    app::{
        day::Day,
        late::{Late, LateNotice},
        notice::Notice,
        pointing::{Rolled, Spot},
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
/// Cells that the name of a row has at least; where all columns leave less, only the chosen way is shown.
const ROW_NAME: u16 = 16;
/// Cells for the name of a way.
const NAME: u16 = 15;

/// Draws the overlay.
pub fn draw(pen: &mut Pen<'_>, area: Rect, (day, notice): (&Day, Option<&Notice>), late: &Late) {
    let lines = &late.remedies[0].lines;
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inner = INNER.min(area.width.saturating_sub(4));
    let said = cost_lines(late.remedy(), late.chosen(), inner).len();
    let said = u16::try_from(said).unwrap_or(u16::MAX);
    let needed = said.saturating_add(OTHERS).max(COSTS);
    let all = needed.max(all_costs(late, inner));
    let height = wanted.saturating_add(AROUND).saturating_add(all);
    let mut rows = Rows::of(boxed(pen, area, 84, height, words::late::TITLE));
    let group = day
        .me
        .group
        .as_ref()
        .and_then(|group| day.today.plan.group(group));
    let group = group.map_or("my group", |group| group.name.as_str());
    let asked = rows.take_rows(1);
    // On a narrow screen what is asked for matters more than what the sign means.
    let said = words::late::options(late, group);
    let both = said.chars().count() + words::late::FIXED_LEGEND.len();
    let asked = if asked.width >= 4 * COLUMN + ROW_NAME && both < usize::from(asked.width) {
        pen.text_right(asked, Role::Muted, words::late::FIXED_LEGEND)
    } else {
        asked
    };
    pen.text(asked, Role::Warning, &said);
    let below = rows.take_rows(1);
    match (notice, &late.before) {
        (None, _) if late.typed.is_some() => pen.say(below, Role::Now, words::late::TYPING_MINUTES),
        (Some(notice), _) => pen.notice(below, notice),
        (None, Some((place, over))) => pen.say(below, Role::Now, &words::late::still_in(place, *over)),
        (None, None) => below,
    };
    heads(pen, rows.take_rows(1), late.way);
    keys(pen, &mut rows);
    // The table can be scrolled; what the chosen way costs can be read whole, whatever it takes. What the others cost
    // has the room that is left by the table.
    let left = rows.left();
    let spare = left.saturating_sub(wanted).min(all_costs(late, rows.width()));
    let costs = rows.take_last(needed.min(left.saturating_sub(FEWEST_LINES)).max(spare));
    let hidden = table(pen, rows.rest(), late);
    self::costs(pen, Rows::of(costs), late, hidden);
}

/// The keys in two rows.
fn keys(pen: &mut Pen<'_>, rows: &mut Rows) {
    let mut lines = Rows::of(rows.take_last(2));
    let mut row = lines.take_rows(1);
    let own = pen.keys();
    for here in keymap::rows_at(own, Context::Late) {
        let (Some(words), Some(key)) = (here.binding.footer, here.main()) else {
            continue;
        };
        let words = keymap::in_footer(own, Context::Late, words);
        if key.len() + words.len() + 3 > usize::from(row.width) {
            row = lines.take_rows(1);
        }
        row = pen.pieces(
            row,
            &[
                (Role::Key, key),
                (Role::Muted, " "),
                (Role::Muted, &words),
                (Role::Muted, "  "),
            ],
        );
    }
}

/// The ways whose times are shown in so many cells: all, or where the names would have no room the chosen one.
fn ways_shown(width: u16, chosen: Way) -> Vec<Way> {
    if width >= 4 * COLUMN + ROW_NAME {
        Way::ALL.to_vec()
    } else {
        vec![chosen]
    }
}

/// The name at the left of a row, the column of its times as they are, and one for each way that is shown.
fn columns(row: Rect, chosen: Way) -> (Rect, Rect, Vec<(Way, Rect)>) {
    let ways = ways_shown(row.width, chosen);
    let shown = u16::try_from(ways.len() + 1).unwrap_or(1);
    let name = Rect {
        width: row.width.saturating_sub(shown * COLUMN),
        ..row
    };
    let column = |nth: u16| Rect {
        x: name.right() + nth * COLUMN,
        width: COLUMN.min(row.right().saturating_sub(name.right() + nth * COLUMN)),
        ..row
    };
    (name, column(0), ways.into_iter().zip((1..).map(column)).collect())
}

fn heads(pen: &mut Pen<'_>, row: Rect, chosen: Way) {
    let (_, now, ways) = columns(row, chosen);
    pen.text(now, Role::Muted, words::late::NOW_PLANNED);
    for (way, column) in ways {
        let is_chosen = way == chosen;
        let sign = if is_chosen { ">" } else { " " };
        let role = if is_chosen { Role::Selected } else { Role::Title };
        let head = Rect {
            x: column.x.saturating_sub(1),
            ..column
        };
        pen.spot(head, Spot::Way(way));
        pen.pieces(head, &[(Role::Key, sign), (role, words::late::head(way))]);
    }
}

/// The lines of the table, with the chosen one in sight; how many there are above and below those that are shown.
fn table(pen: &mut Pen<'_>, area: Rect, late: &Late) -> (usize, usize) {
    let lines = &late.remedies[0].lines;
    let chosen = late.chosen();
    let shown = usize::from(area.height).max(1);
    let first = chosen.map_or(0, |chosen| (chosen + 2).saturating_sub(shown));
    let first = first.min(lines.len().saturating_sub(shown));
    let first = pen.first_of(Rolled::Rows, first, (chosen.unwrap_or(0), shown));
    let mut rows = Rows::of(area);
    for (nth, line) in lines.iter().enumerate().skip(first) {
        let Some(row) = rows.take_row() else { break };
        pen.spot(row, Spot::Row(nth));
        let (name, now, ways) = columns(row, late.way);
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
        for (way, column) in ways {
            if let Some(line) = late.remedies[way as usize].lines.get(nth) {
                becomes(pen, column, line, way == late.way);
            }
        }
    }
    (first, lines.len().saturating_sub(first + shown))
}

fn becomes(pen: &mut Pen<'_>, column: Rect, line: &Line, chosen: bool) {
    let Some((starts, ends)) = line.becomes else {
        pen.text(column, Role::Warning, words::late::DROPPED);
        return;
    };
    let role = match ((starts, ends) == line.was, chosen) {
        (true, _) => Role::Muted,
        (false, true) => Role::Now,
        (false, false) => Role::Prompt,
    };
    // When the group came to where it is, no way changes: neither here nor on the page.
    let times = if line.here && starts == line.was.0 {
        words::late::until(ends)
    } else {
        words::late::times((starts, ends))
    };
    pen.text(column, role, &times);
}

/// What each way costs: the chosen one in full, the others in a line, or in as many as there is room for.
fn costs(pen: &mut Pen<'_>, mut rows: Rows, late: &Late, (above, below): (usize, usize)) {
    let above_costs = rows.take_rows(1);
    pen.rule(above_costs);
    let hidden = words::late::out_of_sight(above, below);
    if !hidden.is_empty() {
        pen.text_right(above_costs, Role::Now, &format!(" {hidden} "));
    }
    let width = rows.width();
    let left = rows.left().saturating_sub(2);
    let of_chosen = usize::from(left.max(1)).min(cost_lines(late.remedy(), late.chosen(), width).len());
    let mut spare = usize::from(left).saturating_sub(of_chosen);
    for remedy in &late.remedies {
        let chosen = remedy.way == late.way;
        let whole = cost_lines(remedy, late.chosen(), width);
        let room = if chosen {
            of_chosen
        } else {
            whole.len().min(1 + spare)
        };
        let lines = if room < whole.len() && !chosen {
            cost_lines(remedy, late.chosen(), width.saturating_sub(sign_cells()))
        } else {
            whole
        };
        if !chosen {
            spare -= room.saturating_sub(1).min(spare);
        }
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

/// What a way costs, in as many rows as it takes inside a box of so many cells.
fn cost_lines(remedy: &Remedy, chosen: Option<usize>, width: u16) -> Vec<String> {
    wrap_text(&told(remedy, chosen), width.saturating_sub(NAME))
}

/// The rows for what all ways cost, with the line above them.
fn all_costs(late: &Late, width: u16) -> u16 {
    let lines = late
        .remedies
        .iter()
        .map(|remedy| cost_lines(remedy, late.chosen(), width).len());
    u16::try_from(lines.sum::<usize>() + 1).unwrap_or(u16::MAX)
}

/// The cells of the sign that there is more to be read.
fn sign_cells() -> u16 {
    u16::try_from(words::MORE.chars().count()).unwrap_or_default()
}

/// Draws the box that says why nothing can be done now, with the keys that do something there.
pub fn refused(pen: &mut Pen<'_>, area: Rect, why: &LateNotice) {
    let said = wrap_text(&pen.told(&words::late::notice(why)), REFUSED - 4);
    let height = u16::try_from(said.len()).unwrap_or(1).saturating_add(4);
    let mut rows = Rows::of(boxed(pen, area, REFUSED, height, words::late::TITLE));
    for line in &said {
        pen.text(rows.take_rows(1), Role::Warning, line);
    }
    rows.take_rows(1);
    footer_keys(pen, rows.take_rows(1), Context::Refused);
}

/// What a way does and costs, in sentences: only what would change is told.
pub fn heard(late: &Late, remedy: &Remedy) -> Vec<String> {
    let costs = told(remedy, late.chosen());
    let mut lines = vec![plain::way(remedy.way, &costs)];
    for line in &remedy.lines {
        match line.becomes {
            None => lines.push(plain::dropped(&line.name)),
            Some(becomes) if becomes != line.was => {
                lines.push(plain::becomes(&line.name, line.was, becomes));
            }
            Some(_) => {}
        }
    }
    lines
}

fn told(remedy: &Remedy, chosen: Option<usize>) -> String {
    let mut said: Vec<String> = Vec::new();
    // At the present place, where the choice begins, nothing was asked for yet.
    let line = chosen
        .and_then(|chosen| remedy.lines.get(chosen))
        .filter(|line| !line.here);
    if let Some(line) = line.filter(|line| !line.can_give || (line.fixed && remedy.way == Way::Drop))
        && remedy.way != Way::Push
    {
        said.push(words::late::not_this(&line.name, line.fixed));
    }
    let drops_nothing = remedy.way == Way::Drop && remedy.lines.iter().all(|line| line.becomes.is_some());
    if drops_nothing {
        said.push(words::late::NOTHING_DROPPED.into());
    }
    said.extend(remedy.costs.iter().map(|cost: &Cost| words::late::cost(cost)));
    if said.is_empty() {
        return words::late::NO_COST.into();
    }
    said.join("; ")
}
