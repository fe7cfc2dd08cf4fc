//! The page of the plan: an outline, with the whole of the line under the cursor below it.

mod lines;
mod rows;

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{
    before_saved, failed_save, footer_keys, footer_keys_as,
    keymap::{Binding, Context, Does},
    overlay::boxed,
    page_title,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, plan as said},
    wrap::wrap_text,
};
use crate::app::{
    Model,
    day::Day,
    notice::Notice,
    page::Page,
    plan_page::{Line, PlanPage, serves},
    pointing::{Rolled, Spot},
};

/// Cells of the box that says why a key does nothing.
const NOT_HERE: u16 = 78;
/// Rows that are kept for the whole of the line under the cursor, and the most it may have.
const WHOLE_LINE: (u16, u16) = (2, 6);

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
    let lines = page.lines(page.plan(day));
    let cursor = page.cursor(&lines);
    footer(pen, rows.take_last(1), day, lines.get(cursor));
    if let Some(line) = lines.get(cursor) {
        let width = rows.width().saturating_sub(2);
        let said = model
            .notice
            .as_ref()
            .map(|said| wrap_text(&pen.noticed(said), width));
        let said = said.unwrap_or_default();
        let whole = wrap_text(&lines::whole(page, day, &line.spot), width);
        below(
            pen,
            &mut rows,
            &[(Role::Notice, said, 1), (Role::Prompt, whole, WHOLE_LINE.0)],
        );
        pen.rule(rows.take_last(1));
    }
    outline(pen, rows.rest(), (page, day), &lines, cursor);
}

/// Draws why a key does nothing on the line under the cursor.
pub(super) fn not_here(pen: &mut Pen<'_>, area: Rect, why: &Notice) {
    let said = wrap_text(&pen.noticed(why), NOT_HERE - 4);
    let height = u16::try_from(said.len()).unwrap_or(1).saturating_add(4);
    let mut rows = Rows::of(boxed(pen, area, NOT_HERE, height, said::TITLE));
    for line in &said {
        pen.text(rows.take_rows(1), Role::Warning, line);
    }
    rows.take_rows(1);
    footer_keys(pen, rows.take_rows(1), Context::NotHere);
}

/// Writes texts below the outline, the first one lowest; each has as many rows as are kept for it, and more if need be.
fn below(pen: &mut Pen<'_>, rows: &mut Rows, texts: &[(Role, Vec<String>, u16)]) {
    for (role, lines, kept) in texts {
        let height = u16::try_from(lines.len()).unwrap_or(WHOLE_LINE.1);
        let area = rows.take_last(height.clamp(*kept, WHOLE_LINE.1));
        for (row, text) in Rows::of(area).each().zip(lines) {
            pen.text(indent(row, 1), *role, text);
        }
    }
}

/// The words of the help for a key: on the page of the plan they depend on the line under the cursor.
pub(super) fn help_words(model: &Model, binding: &Binding) -> Cow<'static, str> {
    let (Some(Page::Plan(page)), Some(day)) = (&model.page, model.day()) else {
        return binding.words.into();
    };
    let (Context::Plan, Does::Action(action)) = (binding.context, binding.does) else {
        return binding.words.into();
    };
    let lines = page.lines(page.plan(day));
    lines
        .get(page.cursor(&lines))
        .map_or(binding.words.into(), |line| {
            said::serves_in_help(serves(day, line, action), binding.words).into()
        })
}

fn title(pen: &mut Pen<'_>, row: Rect, day: &Day) {
    let plan = &day.plan;
    let row = pen.text_right(row, Role::Muted, &format!("{} ", said::revision(plan.revision)));
    page_title(pen, row, said::TITLE, plan);
}

fn banners(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    let fault = day.planning.fault.as_ref().or(day.saving.fault.as_ref());
    if let Some(fault) = fault {
        failed_save(pen, rows, day, fault);
    }
    if let Some(right) = said::right(day.plan_right(), &day.plan_keeper()) {
        for line in wrap_text(&right, rows.width().saturating_sub(2)) {
            pen.text(indent(rows.take_rows(1), 1), Role::Warning, &line);
        }
    }
    pen.rule(rows.take_rows(1));
}

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day, line: Option<&Line>) {
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
    footer_keys_as(pen, before_saved(keys), Context::Plan, |binding| {
        let as_ever = binding.footer?;
        match (binding.does, line) {
            (Does::Action(action), Some(line)) => said::serves(serves(day, line, action), as_ever),
            _ => Some(as_ever.to_string()),
        }
    });
}

/// Draws the lines around the cursor.
fn outline(pen: &mut Pen<'_>, area: Rect, (page, day): (&PlanPage, &Day), lines: &[Line], cursor: usize) {
    let height = usize::from(area.height).max(1);
    let last_first = lines.len().saturating_sub(height);
    // What follows the cursor matters more than what came before it.
    let first = cursor.saturating_sub(height / 3).min(last_first);
    let first = pen.first_of(Rolled::Rows, first, (cursor, height));
    pen.rolls(area, Rolled::Rows, true);
    for (row, (at, line)) in Rows::of(area).each().zip(lines.iter().enumerate().skip(first)) {
        pen.spot(row, Spot::Row(at));
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
