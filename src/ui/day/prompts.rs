//! The questions of the present place, with what is known on each.

use ratatui::layout::Rect;

use crate::{
    app::{day::Day, pointing::Spot},
    ui::{
        pen::{Pen, Rows, indent},
        theme::Role,
        words,
        wrap::wrap_text,
    },
};

/// The most rows that the full question may take.
const FULL_TEXT: usize = 3;
/// Cells before a question's text.
const INDENT: u16 = 6;

/// How many rows the questions would like to have, with the full text of the chosen one.
pub fn wanted(day: &Day, full_text: &[String]) -> u16 {
    u16::try_from(day.prompts_here().len() + full_text.len() + 1).unwrap_or(u16::MAX)
}

/// The full text of the chosen question, in rows.
pub fn full_text(day: &Day, width: u16) -> Vec<String> {
    let chosen = day.prompt_here();
    let mut text = chosen.map_or_else(Vec::new, |prompt| {
        wrap_text(&prompt.text, width.saturating_sub(INDENT))
    });
    text.truncate(FULL_TEXT);
    text
}

/// Draws the questions; the chosen one stays in sight, with its full text below it.
pub fn prompts(pen: &mut Pen<'_>, area: Rect, day: &Day, full: &[String]) {
    let (Some(here), prompts) = (day.here(), day.prompts_here()) else {
        return;
    };
    let chosen = day
        .prompt_here()
        .and_then(|chosen| prompts.iter().position(|prompt| prompt.id == chosen.id));
    let height = usize::from(area.height);
    let around = height.saturating_sub(full.len() + 1);
    let first = chosen.map_or(0, |chosen| chosen.saturating_sub(around / 2));
    let first = first.min((prompts.len() + full.len()).saturating_sub(height));
    let mut rows = Rows::of(area);
    for (at, prompt) in prompts.iter().enumerate().skip(first) {
        let Some(row) = rows.take_row() else { return };
        let is_chosen = Some(at) == chosen;
        pen.spot(row, Spot::Prompt(at));
        let counts = day.board.tally.prompt(&here.slot.id, &prompt.id);
        let asked = day.board.tally.is_asked(&here.slot.id, &prompt.id);
        let (known, role) = match (counts.total(), asked) {
            (0, false) => (format!(".  {}", words::NOTHING_YET), Role::Muted),
            (0, true) => (format!("v  {}", words::ASKED), Role::Notice),
            _ => (words::signs(counts), Role::Place),
        };
        let left = pen.text_right(row, role, &format!("{known:<15}"));
        let sign = if is_chosen { "> " } else { "  " };
        let role = if is_chosen {
            Role::PromptChosen
        } else {
            Role::Prompt
        };
        let number = format!("{:>2}  ", at + 1);
        let left = pen.pieces(
            left,
            &[(role, sign), (Role::Muted, &number), (role, &prompt.short)],
        );
        let hidden = prompts.len() - at - 1;
        if rows.left() == 0 && hidden > 0 {
            pen.text(left, Role::Muted, &words::more_questions(hidden));
        }
        if is_chosen {
            for line in full {
                let Some(row) = rows.take_row() else { return };
                pen.text(indent(row, INDENT), Role::Prompt, line);
            }
        }
    }
}
