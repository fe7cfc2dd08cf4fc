//! Taking notes in: the box into which they are pasted, and the picture of what they bring.

use ratatui::layout::{Position, Rect};

use super::{
    bringing_in::{Line, NUMBER, WIDEST, paste_box, said},
    footer_keys_as,
    keymap::{Context, Does},
    overlay::boxed,
    pen::{Pen, Rows},
    theme::Role,
    words::{bringing_in::more_below, taking_in as say},
    wrap::wrap_text,
};
use crate::app::{
    Model,
    taking_in::{Found, Phase, TakingIn},
};

/// Draws it; gives the place of the cursor in the box.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) -> Option<Position> {
    let taking = model.taking_in.as_ref()?;
    let lacks = match &taking.phase {
        Phase::Shown(found) => {
            picture(pen, area, taking, found);
            return None;
        }
        Phase::Writing(lacks) => lacks.as_ref().map(say::lacks),
        Phase::Reading => None,
    };
    let is_written = matches!(taking.phase, Phase::Writing(_));
    paste_box(
        pen,
        area,
        (say::TITLE, say::PASTE_HERE),
        (&taking.text, is_written, lacks),
    )
}

/// Draws what the notes bring, scrolled as it is.
fn picture(pen: &mut Pen<'_>, area: Rect, taking: &TakingIn, found: &Found) {
    let width = WIDEST.min(area.width);
    let mut rows = Rows::of(boxed(pen, area, width, area.height, say::UNDERSTOOD));
    footer_keys_as(pen, rows.take_last(1), Context::TakingIn, |binding| {
        let own = match binding.does {
            Does::Action(action) => say::key(found, action),
            Does::Motion(_) | Does::Palette => None,
        };
        own.or(binding.footer)
            .filter(|words| !words.is_empty())
            .map(str::to_string)
    });
    let rule = rows.take_last(1);
    pen.rule(rule);
    let lines = lines(taking, found, rows.width());
    let room = usize::from(rows.left());
    let first = taking.first.min(lines.len().saturating_sub(room));
    let hidden = lines.len().saturating_sub(first + room);
    for (row, line) in rows.each().zip(lines.iter().skip(first)) {
        let pieces: Vec<(Role, &str)> = line.iter().map(|(role, text)| (*role, text.as_str())).collect();
        pen.pieces(row, &pieces);
    }
    if hidden > 0 {
        pen.text_right(rule, Role::Muted, &more_below(hidden));
    }
}

fn lines(taking: &TakingIn, found: &Found, width: u16) -> Vec<Line> {
    let mut lines = said(Role::Notice, vec![say::headline(found)], width);
    match found {
        Found::HandedOver(taken) => {
            lines.push(Line::new());
            for text in say::handed_over(taken) {
                let role = if text.starts_with("DAMAGED") {
                    Role::Warning
                } else {
                    Role::Prompt
                };
                lines.extend(said(role, vec![text], width));
            }
            lines.push(Line::new());
            let clock = taken.is_by_one().then(|| say::clock(taking.offset));
            lines.extend(said(Role::Prompt, clock.into_iter().collect(), width));
        }
        Found::Prose(_, written) => {
            for (heading, texts) in say::prose(written) {
                lines.push(Line::new());
                lines.extend(said(Role::Muted, vec![heading.to_string()], width));
                for (number, text) in texts {
                    lines.extend(numbered(number, &text, width));
                }
            }
        }
        Found::WhoseProse | Found::Taken(..) => {}
    }
    lines
}

/// A text beside the number of its line.
fn numbered(number: usize, text: &str, width: u16) -> Vec<Line> {
    let rows = wrap_text(text, width.saturating_sub(NUMBER));
    let beside = |nth: usize| {
        if nth == 0 {
            format!("{number:>4}  ")
        } else {
            " ".repeat(usize::from(NUMBER))
        }
    };
    rows.into_iter()
        .enumerate()
        .map(|(nth, row)| vec![(Role::Muted, beside(nth)), (Role::Prompt, row)])
        .collect()
}
