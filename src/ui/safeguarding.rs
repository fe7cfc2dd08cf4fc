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
    domain::plan::Plan,
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
    let mut lines = rules(plan, width.saturating_sub(RULE));
    lines.push((String::new(), String::new()));
    let rest = [
        words::NOTHING_IS_KEPT,
        &words::since(hidden.since, hidden.unlogged),
    ];
    let rest: Vec<String> = rest.iter().flat_map(|line| wrap_text(line, width)).collect();
    let needed = u16::try_from(lines.len() + rest.len() + 2).unwrap_or(u16::MAX);
    let height = needed.min(area.height);
    let mut rows = Rows::of(Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    });
    // In a small window too it must be seen how to go on.
    let last = rows.take_last(1);
    for (rule, said) in &lines {
        let Some(row) = rows.take_row() else { break };
        pen.text(row, Role::Title, rule);
        pen.text(indent(row, RULE), Role::Prompt, said);
    }
    for line in &rest {
        pen.text(rows.take_rows(1), Role::Muted, line);
    }
    let (key, does) = words::GO_ON;
    let pieces = [(Role::Key, key), (Role::Muted, "  "), (Role::Muted, does)];
    pen.pieces(last, &pieces);
}

/// The rules, and beside each in so many cells what it asks for.
fn rules(plan: Option<&Plan>, width: u16) -> Vec<(String, String)> {
    let asks = words::RULES.map(|(rule, asks)| (rule, asks.to_owned()));
    let whom = words::whom_to_tell(plan).into_iter().enumerate();
    let whom = whom.map(|(at, whom)| (if at == 0 { words::TELL } else { "" }, whom));
    let wrapped = asks.into_iter().chain(whom).flat_map(|(rule, said)| {
        let rows = wrap_text(&said, width).into_iter().enumerate();
        rows.map(move |(at, row)| (if at == 0 { rule.to_owned() } else { String::new() }, row))
    });
    wrapped.collect()
}

/// What stands on the hidden screen, as lines to be heard.
pub fn hidden_lines(model: &Model, hidden: &Hidden) -> Vec<String> {
    let asks = words::RULES.iter().map(|(rule, asks)| format!("{rule} {asks}"));
    let whom = words::whom_to_tell(model.day().map(|day| &day.today.plan)).join(" ");
    let whom = format!("{} {whom}", words::TELL);
    let since = words::since(hidden.since, hidden.unlogged);
    asks.chain([whom, words::NOTHING_IS_KEPT.into(), since]).collect()
}

/// The question that comes after it, as lines to be heard.
pub fn question_lines(model: &Model) -> Vec<String> {
    let capture = model.day().map(|day| &day.capture);
    let letters = capture.map_or(0, |capture| capture.text().chars().count());
    let line = words::which_line(capture.and_then(|capture| capture.started()), letters);
    vec![words::DISCARD_TITLE.into(), line]
}

fn draw_question(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let capture = model.day().map(|day| &day.capture);
    let started = capture.and_then(|capture| capture.started());
    let letters = capture.map_or(0, |capture| capture.text().chars().count());
    let mut rows = Rows::of(boxed(pen, area, WIDTH, 6, words::DISCARD_TITLE));
    pen.text(
        rows.take_rows(1),
        Role::Prompt,
        &words::which_line(started, letters),
    );
    rows.take_rows(1);
    for (key, does) in words::DISCARD_KEYS {
        let pieces = [(Role::Key, key), (Role::Muted, "  "), (Role::Muted, does)];
        pen.pieces(rows.take_rows(1), &pieces);
    }
}
