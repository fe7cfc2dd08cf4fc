//! The model in, frames out. Nothing changes while drawing, and nothing is read but the model.

mod check;
mod coverage;
mod day;
pub mod display_safe;
mod findings;
mod home;
pub mod keymap;
mod late;
mod moving;
mod overlay;
mod pen;
mod plan_page;
mod report;
pub mod theme;
pub mod words;
pub mod wrap;

use ratatui::{Frame, layout::Rect};

use crate::app::{Model, Overlay, Screen, page::Page};
use pen::{Pen, Rows};
use theme::{Role, Theme};

/// Draws what the model shows.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: &Theme) {
    let area = frame.area();
    let mut pen = Pen::new(frame.buffer_mut(), theme);
    if matches!(model.overlay, Some(Overlay::Blank(_))) {
        return;
    }
    if area.width < words::SMALLEST.0 || area.height < words::SMALLEST.1 {
        return enlarge(&mut pen, area);
    }
    let mut cursor = match &model.screen {
        Screen::Home(home) => {
            home::draw(&mut pen, area, home, model.notice.as_ref());
            None
        }
        Screen::Day(day) => match &model.page {
            Some(Page::Plan(page)) => {
                plan_page::draw(&mut pen, area, (model, day), page);
                None
            }
            Some(Page::Findings(page)) => {
                findings::draw(&mut pen, area, (model, day), page);
                None
            }
            None => Some(day::draw(&mut pen, area, model, day)),
        },
    };
    match &model.overlay {
        Some(Overlay::Help { first, .. }) => overlay::help(&mut pen, area, *first, model),
        Some(Overlay::Leave) => overlay::leave(&mut pen, area, model),
        Some(Overlay::Coverage(scroll)) => coverage::draw(&mut pen, area, model, *scroll),
        Some(Overlay::Moving(run)) => moving::draw(&mut pen, area, model, run),
        Some(Overlay::Picker(picker)) => {
            let line_open = model.day().is_some_and(|day| day.capture.started().is_some());
            cursor = Some(overlay::picker(
                &mut pen,
                area,
                (picker, model.notice.as_ref()),
                line_open,
            ));
        }
        Some(Overlay::Report) => {
            report::draw(&mut pen, area, model);
            cursor = None;
        }
        Some(Overlay::Check) => {
            check::draw(&mut pen, area, model);
            cursor = None;
        }
        Some(Overlay::Late(late)) => {
            if let Some(day) = model.day() {
                late::draw(&mut pen, area, (day, model.notice.as_ref()), late);
            }
            cursor = None;
        }
        Some(Overlay::Refused(why)) => {
            late::refused(&mut pen, area, why);
            cursor = None;
        }
        Some(Overlay::Entry(entry)) => cursor = Some(overlay::entry(&mut pen, area, entry)),
        Some(Overlay::Blank(_)) | None => {}
    }
    if matches!(
        model.overlay,
        Some(Overlay::Help { .. } | Overlay::Coverage(_) | Overlay::Moving(_) | Overlay::Leave)
    ) {
        cursor = None;
    }
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

fn enlarge(pen: &mut Pen<'_>, area: Rect) {
    let mut rows = Rows::of(area);
    for line in words::ENLARGE {
        if let Some(row) = rows.take_row() {
            pen.text(row, Role::Title, line);
        }
    }
}

/// The room for keys before the word on saving, from which two cells keep them apart.
fn before_saved(row: Rect) -> Rect {
    let row = pen::indent(row, 1);
    Rect {
        width: row.width.saturating_sub(2),
        ..row
    }
}

/// Keys and words for a footer, from the key table; what does not fit whole is left out.
fn footer_keys(pen: &mut Pen<'_>, row: Rect, context: keymap::Context) {
    footer_keys_as(pen, row, context, |binding| binding.footer.map(str::to_string));
}

/// Those of these keys that fit, in this order: what is needed most stands in the narrowest window too.
fn footer_keys_in_order(pen: &mut Pen<'_>, mut row: Rect, context: keymap::Context, order: &[&str]) {
    for key in order {
        let mut bindings = keymap::keys().filter(|binding| binding.context == context);
        let binding = bindings.find(|binding| binding.keys.first() == Some(key));
        if let Some(words) = binding.and_then(|binding| binding.footer) {
            row = footer_key(pen, row, key, words);
        }
    }
}

/// A key and its words, if there is room; gives the room that is left.
fn footer_key(pen: &mut Pen<'_>, row: Rect, key: &str, words: &str) -> Rect {
    if key.len() + 1 + words.len() > usize::from(row.width) {
        return row;
    }
    let pieces = [(Role::Key, key), (Role::Muted, " "), (Role::Muted, words)];
    pen::indent(pen.pieces(row, &pieces), 2)
}

/// All of them with words that depend on what is chosen; keys without any are left out.
fn footer_keys_as(
    pen: &mut Pen<'_>,
    mut row: Rect,
    context: keymap::Context,
    words: impl Fn(&keymap::Binding) -> Option<String>,
) {
    for binding in keymap::keys().filter(|binding| binding.context == context) {
        let (Some(key), Some(words)) = (binding.keys.first(), words(binding)) else {
            continue;
        };
        row = footer_key(pen, row, key, &words);
    }
}
