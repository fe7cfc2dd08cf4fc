//! The page of what the groups know: what there is on each question or class, and below it the notes side by side.

mod aloud;
mod list;
mod notes;

use ratatui::layout::Rect;

use super::{
    before_saved, failed_save, footer_keys_as,
    keymap::{Context, Does},
    lately, page_title,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::{self, compared as said},
};
use crate::{
    app::{
        Model,
        compared::ComparedPage,
        day::Day,
        message::{Action, ComparedAction},
        pointing::Rolled,
    },
    domain::compared::{Column, Side},
};

/// Draws the page.
pub fn draw(pen: &mut Pen<'_>, area: Rect, (model, day): (&Model, &Day), page: &ComparedPage) {
    if let Some(aloud) = page.aloud() {
        return aloud::draw(pen, area, (model, day), aloud);
    }
    let mut rows = Rows::of(area);
    page_title(pen, rows.take_rows(1), words::WHAT_DO_WE_KNOW, &day.plan);
    banner(pen, &mut rows, day);
    footer(pen, rows.take_last(1), day, page);
    let notice = rows.take_last(1);
    match (&model.notice, page.only_column()) {
        (Some(notice_of), _) => {
            let row = lately::and_more(pen, indent(notice, 1), day);
            pen.notice(row, notice_of);
        }
        (None, Some(only)) => {
            let column = page.compared().columns.get(only);
            let alone = said::alone(column.map_or("", said::column));
            pen.say(indent(notice, 1), Role::Key, &alone);
        }
        (None, None) => {
            let others = page.compared().columns.iter().filter(|column| column.notes == 0);
            let others = others.filter(|column| !is_mine(day, column));
            let names: Vec<&str> = others.map(said::column).collect();
            if !names.is_empty() {
                pen.say(indent(notice, 1), Role::Muted, &said::waiting(&names));
            }
        }
    }
    if let Some(first) = page.opened() {
        pen.rule(rows.take_rows(1));
        pen.rolls(area, Rolled::Rows, true);
        return notes::draw(pen, rows.rest(), (day, page), first);
    }
    let share = rows.left() * 11 / 20;
    let list = rows.take_rows(share);
    list::draw(pen, list, model, page);
    pen.rule(rows.take_rows(1));
    notes::draw(pen, rows.rest(), (day, page), 0);
}

fn is_mine(day: &Day, column: &Column) -> bool {
    matches!(&column.side, Side::Group(group) if Some(group) == day.me.group.as_ref())
}

fn banner(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day) {
    if let Some(fault) = &day.saving.fault {
        failed_save(pen, rows, day, fault);
    }
    for problem in words::others::problems(day)
        .iter()
        .flat_map(|problem| problem.lines())
        .take(3)
    {
        pen.text(indent(rows.take_rows(1), 1), Role::Warning, problem);
    }
}

fn footer(pen: &mut Pen<'_>, row: Rect, day: &Day, page: &ComparedPage) {
    let saving = &day.saving;
    let failed = saving.fault.is_some();
    let role = if failed { Role::Failure } else { Role::Notice };
    let row = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let state = words::saved(saving.all_saved(), failed, saving.weaker, saving.saved_at);
    let keys = pen.text_right(row, role, &state);
    footer_keys_as(pen, before_saved(keys), Context::Compared, |binding| {
        let turns = binding.does == Does::Action(Action::Compared(ComparedAction::View));
        let words = if turns {
            Some(said::other_view(page.view()))
        } else {
            binding.footer
        };
        words.map(str::to_string)
    });
}
