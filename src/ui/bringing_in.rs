//! Bringing in a timetable: the box into which it is pasted, and the picture of what was understood.

use ratatui::layout::{Position, Rect};

use super::{
    footer_keys_as,
    keymap::{Context, Does},
    overlay::boxed,
    pen::{Pen, Rows},
    theme::Role,
    words::{self, bringing_in as say, replanning, taking_over},
    wrap::{layout, wrap_text},
};
use crate::{
    app::{
        Model,
        bringing_in::{BringingIn, Found, Made, Phase, can_be_undone},
        entry::Entry,
        message::Action,
        notice::Notice,
    },
    domain::read_timetable::ReadTimetable,
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

/// Draws it; gives the place of the cursor in the box.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) -> Option<Position> {
    let bringing = model.bringing_in.as_ref()?;
    match &bringing.phase {
        Phase::Shown(found) => {
            picture(pen, area, model, (bringing, found));
            None
        }
        Phase::Writing(_) | Phase::Reading | Phase::Opening => {
            let lacks = match &bringing.phase {
                Phase::Writing(lacks) => lacks.as_ref().map(say::lacks),
                _ => None,
            };
            let is_written = matches!(bringing.phase, Phase::Writing(_));
            let titles = (say::TITLE, say::PASTE_HERE);
            paste_box(pen, area, titles, (&bringing.text, is_written, lacks))
        }
    }
}

/// Draws a box into which something is pasted: its text, whether it is being written and not read, and what was wrong
/// with it; gives the place of the cursor.
pub(super) fn paste_box(
    pen: &mut Pen<'_>,
    area: Rect,
    (title, paste_here): (&str, &str),
    (entry, is_written, lacks): (&Entry, bool, Option<String>),
) -> Option<Position> {
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
    pen.text(row, Role::Muted, keys);
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

/// Draws what was understood, scrolled as it is.
fn picture(pen: &mut Pen<'_>, area: Rect, model: &Model, (bringing, found): (&BringingIn, &Found)) {
    let width = WIDEST.min(area.width);
    let mut rows = Rows::of(boxed(pen, area, width, area.height, say::UNDERSTOOD));
    footer_keys_as(pen, rows.take_last(1), Context::BringingIn, |binding| {
        let takes = match binding.does {
            Does::Action(Action::Enter) if bringing.asks => return None,
            Does::Action(action) => say::takes(bringing, action),
            Does::Motion(_) | Does::Palette => None,
        };
        takes.or(binding.footer).map(str::to_string)
    });
    let rule = rows.take_last(1);
    pen.rule(rule);
    if let Some(notice @ Notice::BroughtIn(_)) = &model.notice {
        pen.text(rows.take_rows(1), Role::Notice, &words::notice(notice));
    }
    if let (true, Made::Replanned(replanned)) = (bringing.asks, &found.made) {
        for line in wrap_text(&say::no_way_back(&replanned.difference), rows.width()) {
            pen.text(rows.take_rows(1), Role::Warning, &line);
        }
        pen.rule(rows.take_rows(1));
    }
    let undo = (!bringing.asks).then(|| can_be_undone(model));
    let lines = lines(found, undo, rows.width());
    let room = usize::from(rows.left());
    let first = bringing.first.min(lines.len().saturating_sub(room));
    let hidden = lines.len().saturating_sub(first + room);
    for (row, line) in rows.each().zip(lines.iter().skip(first)) {
        let pieces: Vec<(Role, &str)> = line.iter().map(|(role, text)| (*role, text.as_str())).collect();
        pen.pieces(row, &pieces);
    }
    if hidden > 0 {
        pen.text_right(rule, Role::Muted, &say::more_below(hidden));
    }
}

/// The picture; `undo` is whether there will be a way back, none where that was said just now.
fn lines(found: &Found, undo: Option<bool>, width: u16) -> Vec<Line> {
    let mut lines = said(Role::Notice, vec![say::found(found)], width);
    lines.extend(said(Role::Warning, say::look_at(found), width));
    if let Some(undo) = undo {
        let warns = if undo { Role::Notice } else { Role::Warning };
        lines.extend(said(warns, vec![say::then(found, undo).to_string()], width));
    }
    lines.push(Line::new());
    if let Made::Replanned(replanned) = &found.made {
        let before = replanned.plan.revision;
        let before = before.saturating_sub(u32::from(!replanned.difference.is_nothing()));
        for text in replanning::difference(&replanned.difference, before) {
            let role = if text.starts_with(['!', '-']) {
                Role::Warning
            } else {
                Role::Prompt
            };
            lines.extend(said(role, vec![text], width));
        }
        lines.push(Line::new());
    }
    lines.extend(understood(&found.table, width));
    let from_model = match &found.made {
        Made::Nothing => &[][..],
        Made::Replanned(replanned) => &replanned.from_model,
        Made::New { from_model, .. } => from_model,
    };
    for (role, texts) in [
        (Role::Prompt, taking_over::from_model(from_model)),
        (Role::Prompt, taking_over::without_a_place(&found.table)),
        (Role::Warning, taking_over::doubts(say::doubts(found))),
    ] {
        lines.extend(said(role, texts, width));
    }
    lines
}

/// Texts in as many rows as they take, the later ones under the first words; an empty one is an empty row.
pub(super) fn said(role: Role, texts: Vec<String>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    for text in texts {
        if text.is_empty() {
            lines.push(Line::new());
        }
        let mut rows = wrap_text(&text, width).into_iter();
        lines.extend(rows.next().map(|row| vec![(role, row)]));
        let rest = rows.collect::<Vec<_>>().join(" ");
        let below = wrap_text(&rest, width.saturating_sub(NUMBER));
        let blank = " ".repeat(usize::from(NUMBER));
        lines.extend(below.into_iter().map(|row| vec![(role, format!("{blank}{row}"))]));
    }
    lines
}

/// What was understood beside what was read, each in a column as wide as there is room.
fn understood(table: &ReadTimetable, width: u16) -> Vec<Line> {
    let room = width.saturating_sub(NUMBER + 2);
    let wide = u16::try_from(taking_over::width_of_taken_for(table)).unwrap_or(u16::MAX);
    let left = wide.max(10).min(room / 2);
    let [number, taken_for, read] = taking_over::COLUMNS;
    let row = |role, number: &str, taken_for: &str, read: &str| {
        let pad = usize::from(left).saturating_sub(super::display_safe::cells(taken_for));
        vec![
            (Role::Muted, format!("{number:>4}  ")),
            (role, format!("{taken_for}{}  ", " ".repeat(pad))),
            (Role::Muted, read.to_string()),
        ]
    };
    let mut lines = vec![row(Role::Muted, number, taken_for, read)];
    for piece in &table.understood {
        let taken_for = wrap_text(&piece.taken_for, left);
        let joined = piece.read.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = wrap_text(&joined, room - left);
        for nth in 0..taken_for.len().max(read.len()) {
            let number = if nth == 0 {
                piece.line.to_string()
            } else {
                String::new()
            };
            let cell = |column: &[String]| column.get(nth).cloned().unwrap_or_default();
            lines.push(row(Role::Prompt, &number, &cell(&taken_for), &cell(&read)));
        }
    }
    lines
}
