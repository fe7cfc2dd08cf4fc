//! Reading aloud: one question on the whole screen, calm and without names.

use ratatui::layout::Rect;

use crate::{
    app::{
        Model,
        compared::{Aloud, Idea},
        day::Day,
        pointing::Rolled,
    },
    ui::{
        footer_keys,
        keymap::Context,
        pen::{Pen, Rows, indent},
        theme::Role,
        words::{self, compared as said},
        wrap::wrap_text,
    },
};

/// Cells of a line that is read aloud: as many as the eye takes in from the other side of a room.
const LINE: u16 = 50;
/// Cells between the margin and what was said below a head.
const STEP: u16 = 2;

/// Rows that a head wants below it: it stands above what it belongs to, or on the next page.
const BELOW_HEAD: usize = 4;

/// Draws it.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, (model, day): (&Model, &Day), aloud: &Aloud) {
    let mut rows = Rows::of(area);
    pen.rolls(area, Rolled::Rows, true);
    footer_keys(pen, indent(rows.take_last(1), 1), Context::Aloud);
    let below = rows.take_last(1);
    if let Some(fault) = &day.saving.fault {
        for line in words::save_fault(fault, usize::from(area.width)).iter().take(1) {
            pen.mark(below, Role::Failure);
            pen.text(indent(below, 1), Role::Failure, line);
        }
    } else if let Some(notice) = &model.notice {
        pen.say(indent(below, 1), Role::Muted, &words::notice(notice));
    }
    rows.take_rows(1);
    let page = rows.rest();
    let width = LINE.min(page.width.saturating_sub(4));
    let mut rows = Rows::of(Rect {
        width,
        ..indent(page, (page.width - width) / 2)
    });
    for line in wrap_text(&aloud.title(), width) {
        pen.text(rows.take_rows(1), Role::Title, &line);
    }
    rows.take_rows(1);
    for idea in aloud.shown() {
        let lines = lines(&idea, width);
        let is_head = !matches!(idea, Idea::Said(..) | Idea::Nothing);
        let below = if is_head { BELOW_HEAD } else { 1 };
        if usize::from(rows.left()) < lines.len() + below {
            pen.text(rows.take_last(1), Role::Muted, said::FURTHER);
            return;
        }
        for line in &lines {
            pen.text(rows.take_rows(1), Role::Prompt, line);
        }
        rows.take_rows(u16::from(!is_head));
    }
}

/// The rows of an idea: what belongs under a head stands further in.
fn lines(idea: &Idea, width: u16) -> Vec<String> {
    match idea {
        Idea::About(about, differ) => wrap_text(&said::aloud(about, *differ), width),
        Idea::Group(group) => wrap_text(group, width),
        Idea::Nothing => vec![said::NOTHING.to_owned()],
        Idea::Said(sign, text) => {
            let sign = sign.unwrap_or(' ');
            let wrapped = wrap_text(text, width.saturating_sub(2 * STEP));
            let before = |nth: usize| if nth == 0 { sign } else { ' ' };
            let lines = wrapped.iter().enumerate();
            lines
                .map(|(nth, line)| format!("  {} {line}", before(nth)))
                .collect()
        }
    }
}
