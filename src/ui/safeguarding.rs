//! The screen while it is hidden for a child's sake, and the question that comes after it.

use ratatui::layout::Rect;

use super::{
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::safeguarding as words,
};
use crate::{
    app::{Model, Overlay, safeguarding::Hidden},
    ui::wrap::wrap_text,
};

/// Cells in which the words stand.
const WIDTH: u16 = 64;
/// Cells of the rules, before what they ask for.
const RULE: u16 = 17;

/// Draws nothing but this, at whatever size.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    match &model.overlay {
        Some(Overlay::Hidden(hidden)) => draw_hidden(pen, area, model, hidden),
        Some(Overlay::Discard(_)) => draw_question(pen, area, model),
        _ => {}
    }
}

fn draw_hidden(pen: &mut Pen<'_>, area: Rect, model: &Model, hidden: &Hidden) {
    let plan = model.day().map(|day| &day.today.plan);
    let width = area.width.min(WIDTH);
    let beside = width.saturating_sub(RULE);
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut say = |head: &str, said: &str| {
        for (at, row) in wrap_text(said, beside).into_iter().enumerate() {
            lines.push((if at == 0 { head.to_owned() } else { String::new() }, row));
        }
    };
    for (rule, asks) in words::RULES {
        say(rule, asks);
    }
    for (at, whom) in words::whom_to_tell(plan).iter().enumerate() {
        say(if at == 0 { words::TELL } else { "" }, whom);
    }
    let ends = 5;
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(ends);
    let spare = area.height.saturating_sub(height);
    let mut rows = Rows::of(Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + spare / 2,
        width,
        height: area.height - spare / 2,
    });
    for (rule, said) in &lines {
        let Some(row) = rows.take_row() else { return };
        pen.text(row, Role::Title, rule);
        pen.text(indent(row, RULE), Role::Prompt, said);
    }
    rows.take_rows(1);
    for line in [words::NOTHING_IS_KEPT, &words::since(hidden.since, hidden.unlogged)] {
        for part in wrap_text(line, width) {
            pen.text(rows.take_rows(1), Role::Muted, &part);
        }
    }
    rows.take_rows(1);
    let (key, does) = words::GO_ON;
    let pieces = [(Role::Key, key), (Role::Muted, "  "), (Role::Muted, does)];
    pen.pieces(rows.take_rows(1), &pieces);
}

fn draw_question(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let capture = model.day().map(|day| &day.capture);
    let started = capture.and_then(|capture| capture.started());
    let letters = capture.map_or(0, |capture| capture.text().chars().count());
    let mut rows = Rows::of(boxed(pen, area, WIDTH, 6, words::DISCARD_TITLE));
    pen.text(rows.take_rows(1), Role::Prompt, &words::which_line(started, letters));
    rows.take_rows(1);
    for (key, does) in words::DISCARD_KEYS {
        let pieces = [(Role::Key, key), (Role::Muted, "  "), (Role::Muted, does)];
        pen.pieces(rows.take_rows(1), &pieces);
    }
}
