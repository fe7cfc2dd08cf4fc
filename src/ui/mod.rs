//! The model in, frames out. Nothing changes while drawing, and nothing is read but the model.

mod bringing_in;
mod check;
mod compared;
mod coverage;
mod day;
pub mod display_safe;
#[cfg(test)]
mod every_character;
mod findings;
mod help;
mod home;
pub mod key_test;
pub mod keymap;
mod late;
mod lately;
pub mod lines;
mod moving;
mod note_signs;
mod notes_page;
mod overlay;
mod passphrase;
mod pasted;
mod pen;
pub mod plain;
mod plan_page;
pub mod pointing;
mod report;
mod safeguarding;
mod settings;
mod taking_in;
pub mod theme;
pub mod words;
pub mod wrap;

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use crate::{
    app::{Model, Overlay, Screen, day::Day, message::SaveFault, page::Page},
    domain::plan::Plan,
};
use pen::{Pen, Rows};
use theme::{Role, Theme};

/// Where keys are pressed that our words name, the likeliest place first.
fn contexts(model: &Model) -> [keymap::Context; 3] {
    let below = keymap::context_below(model);
    let on_top = keymap::context(model).unwrap_or(below);
    [on_top, below, keymap::Context::Day]
}

/// Draws what the model shows.
pub fn draw(frame: &mut Frame<'_>, model: &Model, theme: &Theme) {
    let area = frame.area();
    let mut pen = Pen::new(frame.buffer_mut(), theme)
        .knowing(&model.keys, contexts(model))
        .holding(model.held);
    if matches!(model.overlay, Some(Overlay::Blank(_))) {
        return;
    }
    if let Some(Overlay::Hidden(_) | Overlay::Discard(_)) = model.overlay {
        return safeguarding::draw(&mut pen, area, model);
    }
    if is_too_small(area) {
        return enlarge(&mut pen, area);
    }
    let cursor = match &model.overlay {
        None => draw_screen(&mut pen, area, model),
        Some(overlay) => {
            draw_screen(&mut pen, area, model);
            draw_overlay(&mut pen, area, model, overlay)
        }
    };
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// Whether nothing but that can be said.
fn is_too_small(area: Rect) -> bool {
    area.width < words::SMALLEST.0 || area.height < words::SMALLEST.1
}

/// The screen or the page on it, and where the cursor stands there.
fn draw_screen(pen: &mut Pen<'_>, area: Rect, model: &Model) -> Option<Position> {
    match (&model.screen, &model.page) {
        (Screen::Home(home), _) => return home::draw(pen, area, home, model.notice.as_ref()),
        (Screen::Day(day), Some(Page::Plan(page))) => plan_page::draw(pen, area, (model, day), page),
        (Screen::Day(day), Some(Page::Findings(page))) => findings::draw(pen, area, (model, day), page),
        (Screen::Day(day), Some(Page::Compared(page))) => compared::draw(pen, area, (model, day), page),
        (Screen::Day(day), Some(Page::Notes(page))) => {
            return notes_page::draw(pen, area, (model, day), page);
        }
        (Screen::Day(day), None) => return Some(day::draw(pen, area, model, day)),
    }
    None
}

/// What lies over the screen, and where the cursor stands in it: only where something is typed.
fn draw_overlay(pen: &mut Pen<'_>, area: Rect, model: &Model, overlay: &Overlay) -> Option<Position> {
    match overlay {
        Overlay::Help { first, typed, .. } => return Some(help::draw(pen, area, (*first, typed), model)),
        Overlay::Leave => overlay::leave(pen, area, model),
        Overlay::Coverage(scroll) => coverage::draw(pen, area, model, *scroll),
        Overlay::Moving(run) => moving::draw(pen, area, model, run),
        Overlay::Picker(picker) => {
            let line_open = model.day().is_some_and(|day| day.capture.started().is_some());
            let shown = (picker, model.notice.as_ref());
            return Some(overlay::picker(pen, area, shown, line_open));
        }
        Overlay::Settings => settings::draw(pen, area, model),
        Overlay::Report => report::draw(pen, area, model),
        Overlay::Check => check::draw(pen, area, model),
        Overlay::Late(late) => {
            if let Some(day) = model.day() {
                late::draw(pen, area, (day, model.notice.as_ref()), late);
            }
        }
        Overlay::Refused(why) => late::refused(pen, area, why),
        Overlay::NotHere(why) => plan_page::not_here(pen, area, why),
        Overlay::Entry(entry) => return Some(overlay::entry(pen, area, entry)),
        Overlay::Passphrase(entry) => return Some(passphrase::draw(pen, area, entry)),
        Overlay::BringingIn => return bringing_in::draw(pen, area, model),
        Overlay::TakingIn => return taking_in::draw(pen, area, model),
        Overlay::Blank(_) | Overlay::Hidden(_) | Overlay::Discard(_) => {}
    }
    None
}

fn enlarge(pen: &mut Pen<'_>, area: Rect) {
    let mut rows = Rows::of(area);
    for line in words::ENLARGE {
        if let Some(row) = rows.take_row() {
            pen.text(row, Role::Title, line);
        }
    }
}

/// What a page is called, whose review it is of, and whether that is a rehearsal.
fn page_title(pen: &mut Pen<'_>, row: Rect, title: &str, plan: &Plan) {
    let row = if plan.is_rehearsal() {
        let row = pen.text_right(row, Role::Rehearsal, &format!("{} ", words::REHEARSAL));
        pen::short_of(row, 1)
    } else {
        row
    };
    let pieces = [
        (Role::Title, title),
        (Role::Muted, "  "),
        (Role::Place, &plan.host.name),
        (Role::Muted, " - "),
        (Role::Muted, &plan.agreement.title),
    ];
    pen.pieces(pen::indent(row, 1), &pieces);
}

/// Why a save failed, over everything else on a page.
fn failed_save(pen: &mut Pen<'_>, rows: &mut Rows, day: &Day, fault: &SaveFault) {
    let width = usize::from(rows.width());
    for line in words::save_banner(day, fault, width, words::elsewhere::ON_A_PAGE) {
        let line = pen.told(&line);
        let row = rows.take_rows(1);
        pen.mark(row, Role::Failure);
        pen.text(pen::indent(row, 1), Role::Failure, &line);
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

/// Those of these keys that fit, in this order, by their shipped names: what is needed most stands in the narrowest
/// window too.
fn footer_keys_in_order(pen: &mut Pen<'_>, mut row: Rect, context: keymap::Context, order: &[&str]) {
    let keys = pen.keys();
    for key in order {
        let mut rows = keymap::rows_at(keys, context);
        let here = rows.find(|row| row.binding.keys.first() == Some(key));
        if let Some((key, words)) = here.and_then(|here| Some((here.main()?, here.binding.footer?))) {
            row = footer_key(pen, row, key, &keymap::in_footer(keys, context, words));
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
    let keys = pen.keys();
    for here in keymap::rows_at(keys, context) {
        let (Some(key), Some(words)) = (here.main(), words(here.binding)) else {
            continue;
        };
        row = footer_key(pen, row, key, &keymap::in_footer(keys, context, &words));
    }
}
