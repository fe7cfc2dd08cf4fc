//! Taking notes in: the box into which they are pasted, and the picture of what they bring.

use ratatui::layout::{Position, Rect};

use super::{
    footer_keys_as,
    keymap::{Context, Does},
    overlay::boxed,
    pasted::{Line, NUMBER, WIDEST, paste_box, picture, said},
    pen::{Pen, Rows},
    theme::Role,
    words::taking_in as say,
    wrap::wrap_text,
};
use crate::app::{
    Model,
    pasted::{Lacks, Phase},
    taking_in::{Found, TakingIn},
};

/// Draws it; gives the place of the cursor in the box.
pub fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model) -> Option<Position> {
    let taking = model.taking_in.as_ref()?;
    if let Phase::Shown(found) = &taking.pasted.phase {
        show(pen, area, taking, found);
        return None;
    }
    let words: (_, _, fn(&Lacks) -> String) = (say::TITLE, say::PASTE_HERE, say::lacks);
    paste_box(pen, area, words, &taking.pasted)
}

/// Draws what the notes bring, scrolled as it is.
fn show(pen: &mut Pen<'_>, area: Rect, taking: &TakingIn, found: &Found) {
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
    let width = rows.width();
    let headline = pen.told(&say::headline(found)).into_owned();
    picture(
        pen,
        (rows, rule),
        &taking.pasted.scroll,
        &parts(headline, taking, found),
        |part| match part {
            Part::Said(tone, text) => said(*tone, text, width),
            Part::Numbered(number, text) => numbered(*number, text, width),
        },
    );
}

/// A part of the picture.
enum Part {
    /// A text of its own.
    Said(Role, String),
    /// A line that was read, with its number.
    Numbered(usize, String),
}

fn parts(headline: String, taking: &TakingIn, found: &Found) -> Vec<Part> {
    let blank = || Part::Said(Role::Prompt, String::new());
    let tone = match found {
        Found::HandedOver(taken) if !taken.damaged.is_empty() => Role::Warning,
        _ => Role::Notice,
    };
    let mut parts = vec![Part::Said(tone, headline)];
    match found {
        Found::HandedOver(taken) => {
            parts.push(blank());
            for text in say::handed_over(taken) {
                let role = if text.starts_with("DAMAGED") {
                    Role::Warning
                } else {
                    Role::Prompt
                };
                parts.push(Part::Said(role, text));
            }
            if taken.is_by_one() {
                parts.push(blank());
                parts.push(Part::Said(Role::Prompt, say::clock(taking.offset)));
            }
        }
        Found::Prose(_, written) => {
            for (heading, texts) in say::prose(written) {
                parts.push(blank());
                parts.push(Part::Said(Role::Muted, heading.to_string()));
                let texts = texts.into_iter();
                parts.extend(texts.map(|(number, text)| Part::Numbered(number, text)));
            }
        }
        Found::WhoseProse(_) | Found::Sealed(_) | Found::Taken(..) => {}
    }
    parts
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
