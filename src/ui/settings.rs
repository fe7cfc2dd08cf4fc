//! The settings: what is set, what is wrong in the file, and the colours as they look now.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::{self, Context},
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words::settings as say,
    wrap::wrap_text,
};
use crate::{
    app::{
        Model,
        pointing::{Rolled, Spot},
        settings::{Phase, Sheet},
    },
    domain::settings::Setting,
};

/// Cells of the screen.
const WIDTH: u16 = 78;
/// Cells of the names of the settings.
const NAMES: u16 = 22;
/// Rows besides the list and what was saved: frame, what the chosen one does, sample, keys, rules.
const ROWS: usize = 10;

/// Rows of the list that a small window shows before anything else.
const LIST: u16 = 6;

/// A row of the list.
enum Row {
    Value(Setting),
    Wrong(String),
}

/// Draws the screen.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) {
    let sheet = &model.settings;
    let inside = area.width.min(WIDTH).saturating_sub(4);
    let list = list(sheet, inside);
    let said: Vec<String> = say::kept(sheet)
        .iter()
        .flat_map(|line| wrap_text(line, inside))
        .take(4)
        .collect();
    let count = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    let height = count(list.len() + said.len() + ROWS);
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height, say::TITLE));
    footer_keys(pen, rows.take_last(1), Context::Settings);
    pen.rule(rows.take_last(1));
    // In a small window the list matters most, then what the chosen setting does, then what was saved.
    let mut spare = rows.left().saturating_sub(count(list.len()).min(LIST));
    let mut has_room = |height: u16| {
        let has = spare >= height;
        spare = if has { spare - height } else { 0 };
        has
    };
    let (has_about, has_said, has_sample) = (has_room(3), has_room(count(said.len()) + 1), has_room(2));
    if has_said {
        kept(pen, rows.take_last(count(said.len())), sheet, &said);
        pen.rule(rows.take_last(1));
    }
    if has_sample {
        sample(pen, rows.take_last(2));
    }
    if has_about {
        about(pen, rows.take_last(2), sheet);
        pen.rule(rows.take_last(1));
    }
    let first = first_shown(&list, sheet.chosen(), usize::from(rows.left()));
    pen.rolls(area, Rolled::Rows, true);
    for (area, row) in rows.each().zip(list.iter().skip(first)) {
        match row {
            Row::Value(setting) => {
                if let Some(nth) = Setting::ALL.iter().position(|other| other == setting) {
                    pen.spot(area, Spot::Row(nth));
                }
                value(pen, area, sheet, *setting);
            }
            Row::Wrong(line) => {
                pen.text(indent(area, 4), Role::Warning, line);
            }
        }
    }
}

/// The first row that is shown where there is room for so many: the chosen setting is seen, and what is wrong with it.
fn first_shown(list: &[Row], chosen: Setting, room: usize) -> usize {
    let is_chosen = |row: &Row| matches!(row, Row::Value(setting) if *setting == chosen);
    let at = list.iter().position(is_chosen).unwrap_or(0);
    let wrong = list.iter().skip(at + 1);
    let wrong = wrong.take_while(|row| matches!(row, Row::Wrong(_))).count();
    (at + 1 + wrong).saturating_sub(room).min(at)
}

/// The settings, each with what is wrong about it below, and what is wrong about the file at the end.
fn list(sheet: &Sheet, inside: u16) -> Vec<Row> {
    let problems = &sheet.found.problems;
    let wrong = |setting: Option<Setting>| {
        let of_it = problems.iter().filter(move |problem| problem.setting == setting);
        of_it
            .flat_map(move |problem| wrap_text(&say::problem(problem), inside.saturating_sub(4)))
            .map(Row::Wrong)
    };
    let values = Setting::ALL.into_iter();
    let values = values.flat_map(|setting| std::iter::once(Row::Value(setting)).chain(wrong(Some(setting))));
    values.chain(wrong(None)).collect()
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
        None if sheet.chosen() == Setting::Enter && keymap::own_say_what_enter_does(pen.keys()) => {
            (Role::Warning, say::OWN_KEYS_FIRST.into())
        }
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

fn kept(pen: &mut Pen<'_>, area: Rect, sheet: &Sheet, said: &[String]) {
    let role = match sheet.phase {
        Phase::Failed(_) => Role::Failure,
        Phase::Kept(Some(_)) => Role::Warning,
        Phase::Kept(None) => Role::Notice,
        Phase::Unchanged | Phase::Keeping => Role::Muted,
    };
    for (row, line) in Rows::of(area).each().zip(said) {
        pen.text(row, role, line);
    }
}
