//! The box into which something is pasted, and the picture of what was found in it.

use ratatui::layout::{Position, Rect};

use super::{
    overlay::boxed,
    pen::{Pen, Rows},
    theme::Role,
    words::bringing_in as say,
    wrap::{layout, wrap_text},
};
use crate::app::{
    entry::Entry,
    pasted::{Lacks, Pasted, Phase, Scroll},
    pointing::Rolled,
};

/// The most cells that a box takes.
pub(super) const WIDEST: u16 = 120;
/// Rows of the box into which a table is pasted.
const BOX: u16 = 18;
/// The most letters before the cursor, and after it, that are laid out: more than any box shows.
const MOST: usize = 8 * 1024;
/// Cells of the number of a line, with those that keep it apart.
pub(super) const NUMBER: u16 = 6;

/// A row of the picture, piece by piece.
pub(super) type Line = Vec<(Role, String)>;

/// Draws the box: what is pasted, whether it is being written and not read, and what was wrong with it, in words of its
/// own; gives the place of the cursor.
pub(super) fn paste_box<F>(
    pen: &mut Pen<'_>,
    area: Rect,
    (title, paste_here, in_words): (&str, &str, fn(&Lacks) -> String),
    pasted: &Pasted<F>,
) -> Option<Position> {
    let entry = &pasted.text;
    let (is_written, lacks) = match &pasted.phase {
        Phase::Writing(lacks) => (true, lacks.as_ref().map(in_words)),
        Phase::Reading | Phase::Shown(_) => (false, None),
    };
    let mut rows = Rows::of(boxed(pen, area, WIDEST.min(area.width), BOX, title));
    for line in wrap_text(paste_here, rows.width()) {
        pen.text(rows.take_rows(1), Role::Prompt, &line);
    }
    pen.rule(rows.take_rows(1));
    let keys = if is_written { say::KEYS } else { say::READING };
    let footer = rows.take_last(1);
    let text = entry.text();
    let row = if text.contains('\n') {
        pen.text_right(footer, Role::Muted, &say::pasted(text.lines().count()))
    } else {
        footer
    };
    pen.say(row, Role::Muted, keys);
    if let Some(lacks) = lacks {
        let lines = wrap_text(&lacks, rows.width());
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let room = rows.left().saturating_sub(2);
        let said = Rows::of(rows.take_last(height.min(room)));
        for (row, line) in said.each().zip(&lines) {
            pen.text(row, Role::Warning, line);
        }
    }
    pen.rule(rows.take_last(1));
    let cursor = written(pen, rows.rest(), entry);
    is_written.then_some(cursor)
}

/// Draws what was pasted around the cursor; gives its place.
fn written(pen: &mut Pen<'_>, area: Rect, entry: &Entry) -> Position {
    let (before, after) = entry.around_cursor();
    let start = before.char_indices().rev().nth(MOST).map_or(0, |(at, _)| at);
    let before = before.get(start..).unwrap_or_default();
    let end = after.char_indices().nth(MOST).map_or(after.len(), |(at, _)| at);
    let after = after.get(..end).unwrap_or_default();
    let lines: Vec<String> = format!("{before}{after}")
        .split('\n')
        .map(str::to_string)
        .collect();
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let laid = layout(&lines, (line, column), area.width);
    let first = (laid.cursor.0 + 1).saturating_sub(usize::from(area.height));
    for (row, text) in Rows::of(area).each().zip(laid.rows.iter().skip(first)) {
        pen.text(row, Role::CaptureLine, text);
    }
    let down = u16::try_from(laid.cursor.0 - first).unwrap_or(u16::MAX);
    Position::new(area.x + laid.cursor.1, area.y.saturating_add(down))
}

/// Draws the parts of a picture that are in sight, and on `rule` how many rows are not; `lay` makes the rows of a part.
pub(super) fn picture<P>(
    pen: &mut Pen<'_>,
    (rows, rule): (Rows, Rect),
    scroll: &Scroll,
    parts: &[P],
    lay: impl Fn(&P) -> Vec<Line>,
) {
    let of = (rows.width(), parts.len());
    let heights = scroll.heights(of, || parts.iter().map(|part| lay(part).len()).collect());
    let total: usize = heights.iter().sum();
    let room = usize::from(rows.left());
    let first = scroll.first(total, room);
    let area = Rect {
        height: rows.left(),
        ..rule
    };
    pen.rolls(
        Rect {
            y: rule.y.saturating_sub(area.height),
            ..area
        },
        Rolled::Rows,
        first + room < total,
    );
    let (mut from, mut above) = (0, 0);
    while let Some(height) = heights.get(from).filter(|height| above + **height <= first) {
        above += height;
        from += 1;
    }
    // The part at the top may begin above it.
    let lines = parts.iter().skip(from).flat_map(lay).skip(first - above);
    for (row, line) in rows.each().zip(lines) {
        let pieces: Vec<(Role, &str)> = line.iter().map(|(role, text)| (*role, text.as_str())).collect();
        pen.pieces(row, &pieces);
    }
    let hidden = total.saturating_sub(first + room);
    if hidden > 0 {
        pen.text_right(rule, Role::Muted, &say::more_below(hidden));
    }
}

/// A text in as many rows as it takes, the later ones under the first words; an empty one is an empty row.
pub(super) fn said(role: Role, text: &str, width: u16) -> Vec<Line> {
    if text.is_empty() {
        return vec![Line::new()];
    }
    let mut rows = wrap_text(text, width).into_iter();
    let mut lines: Vec<Line> = rows.next().map(|row| vec![(role, row)]).into_iter().collect();
    let rest = rows.collect::<Vec<_>>().join(" ");
    let below = wrap_text(&rest, width.saturating_sub(NUMBER));
    let blank = " ".repeat(usize::from(NUMBER));
    lines.extend(below.into_iter().map(|row| vec![(role, format!("{blank}{row}"))]));
    lines
}
