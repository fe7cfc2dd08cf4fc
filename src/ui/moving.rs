//! The list of one's own notes, in which it is chosen which ones are to be moved.

use ratatui::layout::Rect;

use super::{
    footer_keys,
    keymap::Context,
    note_signs::role_of,
    overlay::boxed,
    pen::{Pen, Rows, indent},
    theme::Role,
    words,
};
use crate::{
    app::{
        Model,
        day::Day,
        day::Mine,
        moving::Run,
        pointing::{Rolled, Spot},
    },
    domain::note::Note,
};

/// Cells of the name of a place.
const PLACE: u16 = 16;

/// Draws the list; the end of the run that was moved last stays in sight.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model, run: &Run) {
    let Some(day) = model.day() else { return };
    let height = u16::try_from(run.notes().len())
        .unwrap_or(u16::MAX)
        .saturating_add(4);
    let title = words::moving::which(run.chosen().len());
    let mut rows = Rows::of(boxed(pen, area, 96, height, &title));
    footer_keys(pen, rows.take_last(1), Context::Moving);
    pen.rule(rows.take_last(1));
    let shown = usize::from(rows.left()).max(1);
    // One more note is in sight than is chosen, so that it is seen what comes next.
    let first = (run.moved_last() + 2)
        .min(run.notes().len())
        .saturating_sub(shown);
    let first = pen.first_of(Rolled::Rows, first, (run.moved_last(), shown));
    for (at, mine) in run.notes().iter().enumerate().skip(first) {
        let (Some(row), Some(note)) = (rows.take_row(), day.note(*mine)) else {
            break;
        };
        pen.spot(row, Spot::Row(at));
        draw_note(pen, row, day, (*mine, &note.body), run.chosen().contains(&at));
    }
}

fn draw_note(pen: &mut Pen<'_>, row: Rect, day: &Day, (mine, note): (Mine, &Note), chosen: bool) {
    let role = |role| if chosen { Role::Selected } else { role };
    let sign = if chosen { words::moving::CHOSEN } else { "  " };
    let several_days = day.plan.days.len() > 1;
    let date = several_days.then(|| note.when.moment().format("%a %d %b ").to_string());
    let when = format!("{}{}  ", date.unwrap_or_default(), note.when.hh_mm());
    let row = pen.pieces(row, &[(role(Role::Key), sign), (role(Role::Muted), &when)]);
    let place = Rect {
        width: PLACE.min(row.width),
        ..row
    };
    let left = pen.text(place, role(Role::Place), note.place.name());
    pen.text(left, role(Role::Muted), &" ".repeat(usize::from(left.width)));
    let row = indent(row, PLACE);
    let kind = note.kind.sign().map_or_else(String::new, String::from);
    let row = pen.text(row, role(role_of(note.kind)), &format!(" {kind:<2}"));
    // A private note is not shown to whoever sits beside one.
    if mine.private {
        pen.text(row, role(Role::Private), words::moving::PRIVATE);
    } else {
        pen.text(row, role(Role::Prompt), &note.text);
    }
}
