//! The settings: what is set, what is wrong in the file, and the colours as they look now.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::settings as say,
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        settings::{Phase, Sheet},
    },
    domain::settings::Setting,
};

/// Cells of the screen.
const WIDTH: u16 = 78;
/// Cells of the names of the settings.
const NAMES: u16 = 22;
/// Rows besides the settings and what is wrong: frame, what the chosen one does, sample, what was kept, keys, rules.
const ROWS: usize = 12;

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let sheet = &model.settings;
    let inside = area.width.min(WIDTH).saturating_sub(4);
    let wrong = |setting: Option<Setting>| -> Vec<String> {
        let problems = sheet.found.problems.iter();
        let of_it = problems.filter(|problem| problem.setting == setting);
        let room = inside.saturating_sub(4);
        of_it
            .flat_map(|problem| wrap_text(&say::problem(problem), room))
            .collect()
    };
    let of_files = wrong(None);
    let of_values: Vec<(Setting, Vec<String>)> =
        Setting::ALL.map(|setting| (setting, wrong(Some(setting)))).into();
    let said = of_values.iter().map(|(_, lines)| 1 + lines.len()).sum::<usize>() + of_files.len();
    let height = u16::try_from(said + ROWS).unwrap_or(u16::MAX);
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height, say::TITLE));
    footer_keys(pen, rows.take_last(1), Context::Settings);
    pen.rule(rows.take_last(1));
    kept(pen, rows.take_last(2), sheet);
    pen.rule(rows.take_last(1));
    sample(pen, rows.take_last(2));
    about(pen, rows.take_last(2), sheet);
    pen.rule(rows.take_last(1));
    for (setting, lines) in of_values {
        value(pen, rows.take_rows(1), sheet, setting);
        lines_of(pen, &mut rows, &lines);
    }
    lines_of(pen, &mut rows, &of_files);
}

/// What is wrong, below what it is about.
fn lines_of(pen: &mut Pen<'_>, rows: &mut Rows, lines: &[String]) {
    for line in lines {
        let Some(row) = rows.take_row() else { return };
        pen.text(indent(row, 4), Role::Warning, line);
    }
}

fn value(pen: &mut Pen<'_>, row: Rect, sheet: &Sheet, setting: Setting) {
    let is_chosen = sheet.chosen() == setting;
    let role = |role| if is_chosen { Role::Selected } else { role };
    let name = Rect {
        width: NAMES.min(row.width),
        ..row
    };
    let sign = if is_chosen { "> " } else { "  " };
    pen.pieces(
        name,
        &[
            (role(Role::Key), sign),
            (role(Role::Prompt), say::called(setting)),
        ],
    );
    let drawn = (pen.theme_name(), pen.lines().name());
    let value = say::value(sheet, setting, drawn);
    let (before, behind) = if is_chosen && setting != Setting::Sessions {
        ("< ", " >")
    } else {
        ("  ", "")
    };
    pen.pieces(
        indent(row, NAMES),
        &[
            (Role::Key, before),
            (role(Role::Place), &value),
            (Role::Key, behind),
        ],
    );
}

/// What the chosen setting does, or why what was typed for it was not taken.
fn about(pen: &mut Pen<'_>, area: Rect, sheet: &Sheet) {
    let (role, text) = match &sheet.refused {
        Some(why) => (Role::Failure, why.clone()),
        None => (Role::Muted, say::about(sheet)),
    };
    for (row, line) in Rows::of(area).each().zip(wrap_text(&text, area.width)) {
        pen.text(row, role, &line);
    }
}

/// Every kind of thing on the screen as it looks now.
fn sample(pen: &mut Pen<'_>, area: Rect) {
    let mut rows = Rows::of(area);
    pen.text(rows.take_rows(1), Role::Muted, say::SAMPLE);
    let roles = [
        Role::Strength,
        Role::Development,
        Role::Question,
        Role::Important,
        Role::Now,
        Role::Warning,
        Role::Failure,
        Role::Key,
        Role::Muted,
    ];
    let mut row = rows.take_rows(1);
    for (role, text) in roles.into_iter().zip(say::SAMPLES) {
        row = indent(pen.text(row, role, text), 1);
    }
}

fn kept(pen: &mut Pen<'_>, area: Rect, sheet: &Sheet) {
    let role = match sheet.phase {
        Phase::Failed(_) => Role::Failure,
        Phase::Kept(Some(_)) => Role::Warning,
        Phase::Kept(None) => Role::Notice,
        Phase::Unchanged | Phase::Keeping => Role::Muted,
    };
    for (row, line) in Rows::of(area).each().zip(say::kept(sheet)) {
        pen.text(row, role, &line);
    }
}
