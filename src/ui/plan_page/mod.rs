//! The page of the plan: an outline, with the whole of the line under the cursor below it.

mod lines;
mod rows;

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, plan as said},
    wrap::wrap_text,
};
use crate::app::{
    Model,
    day::Day,
    plan_page::{Line, PlanPage},
};

/// Rows for the whole of the line under the cursor.
const WHOLE_LINE: u16 = 2;

/// Pieces of one line, the last of them at the right.
pub(super) struct Shown {
    /// From the left.
    pub left: Vec<(Role, String)>,
    /// At the right.
    pub right: (Role, String),
}

impl Shown {
    fn new(left: Vec<(Role, String)>) -> Self {
        Self {
            left,
            right: (Role::Muted, String::new()),
        }
    }

    fn with(self, right: String) -> Self {
        Self {
            right: (Role::Muted, right),
            ..self
        }
    }
}

/// Draws the page.
pub fn draw(pen: &mut Pen<'_>, area: Rect, (model, day): (&Model, &Day), page: &PlanPage) {
    let mut rows = Rows::of(area);
    title(pen, rows.take_rows(1), day);
    banners(pen, &mut rows, day);
    footer(pen, rows.take_last(1), day);
    let said_row = rows.take_last(1);
    if let Some(notice) = &model.notice {
        pen.text(indent(said_row, 1), Role::Notice, &words::notice(notice));
    }
    let plan = page.plan(day);
    let lines = page.lines(plan);
    let cursor = page.cursor(&lines);
    if let Some(line) = lines.get(cursor) {
        let whole = lines::whole(page, day, &line.spot);
        let below = rows.take_last(WHOLE_LINE);
        for (row, text) in Rows::of(below)
            .each()
            .zip(wrap_text(&whole, below.width.saturating_sub(2)))
        {
            pen.text(indent(row, 1), Role::Prompt, &text);
        }
        pen.rule(rows.take_last(1));
    }
    outline(pen, rows.rest(), (page, day), &lines, cursor);
}

fn title(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let plan = &day.plan;
    let row = pen.text_right(row, Role::Muted, &format!("{} ", said::revision(plan.revision)));
    let row = if plan.is_rehearsal() {
        pen.text_right(row, Role::Rehearsal, &format!("{}  ", words::REHEARSAL))
    } else {
        row
    };
    pen.pieces(
        indent(row, 1),
        &[
            (Role::Title, said::TITLE),
            (Role::Muted, "  "),
            (Role::Place, &plan.host.name),
            (Role::Muted, " - "),
            (Role::Muted, &plan.agreement.title),
        ],
    );
}

fn banners(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    let fault = day.planning.fault.as_ref().or(day.saving.fault.as_ref());
    if let Some(fault) = fault {
        for line in words::save_fault(fault, usize::from(rows.width())) {
            let row = rows.take_rows(1);
            pen.mark(row, Role::Failure);
            pen.text(indent(row, 1), Role::Failure, &line);
        }
    }
    if let Some(right) = said::right(day.plan_right(), &day.plan_keeper()) {
        for line in wrap_text(&right, rows.width().saturating_sub(2)) {
            pen.text(indent(rows.take_rows(1), 1), Role::Warning, &line);
        }
    }
    pen.rule(rows.take_rows(1));
}

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let planning = &day.planning;
    let failed = planning.fault.is_some() || day.saving.fault.is_some();
    let all = planning.all_saved() && day.saving.all_saved();
    let at = planning.saved_at.max(day.saving.saved_at);
    let role = if failed { Role::Failure } else { Role::Notice };
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let keys = pen.text_right(row, role, &words::saved(all, failed, day.saving.weaker, at));
    footer_keys(pen, indent(keys, 1), Context::Plan);
}

/// Draws the lines around the cursor.
fn outline(pen: &mut Pen<'_>, area: Rect, (page, day): (&PlanPage, &Day), lines: &[Line], cursor: usize) {
    let height = usize::from(area.height).max(1);
    let last_first = lines.len().saturating_sub(height);
    // What follows the cursor matters more than what came before it.
    let first = cursor.saturating_sub(height / 3).min(last_first);
    for (row, (at, line)) in Rows::of(area).each().zip(lines.iter().enumerate().skip(first)) {
        let shown = lines::shown(page, day, line, row.width);
        outline_row(pen, row, line, &shown, at == cursor);
    }
}

fn outline_row(pen: &mut Pen<'_>, row: Rect, line: &Line, shown: &Shown, chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    if chosen {
        pen.mark(row, Role::Selected);
    }
    let fold = match line.folded {
        Some(true) => "+ ",
        Some(false) => "- ",
        None => "  ",
    };
    let row = pen.text(row, role(Role::Key), if chosen { ">" } else { " " });
    let row = indent(row, u16::from(line.depth) * 2);
    let row = pen.text(row, role(Role::Muted), fold);
    let row = pen.text_right(row, role(shown.right.0), &shown.right.1);
    let pieces: Vec<(Role, &str)> = shown
        .left
        .iter()
        .map(|(of, text)| (role(*of), text.as_str()))
        .collect();
    pen.pieces(row, &pieces);
}
