//! A passphrase that is typed: a star for each letter.

use ratatui::layout::{Position, Rect};

use super::{
    overlay::boxed,
    pen::{Pen, Rows},
    theme::Role,
    words::{self, sealing as say},
    wrap::wrap_text,
};
use crate::app::passphrase::PassphraseEntry;

/// Cells of the box.
const WIDTH: u16 = 72;

/// Draws it; gives the place of the cursor.
pub fn draw(pen: &mut Pen<'_>, area: Rect, entry: &PassphraseEntry) -> Position {
    let width = WIDTH.min(area.width).saturating_sub(4);
    let advice = wrap_text(say::advice(entry), width);
    let height = u16::try_from(advice.len()).unwrap_or(u16::MAX).saturating_add(5);
    let mut rows = Rows::of(boxed(pen, area, WIDTH, height, say::title(entry)));
    // In a small window the line to type in is seen before what to mind.
    let keys = rows.take_last(1);
    let said = rows.take_last(1);
    let line = rows.take_last(1);
    for text in &advice {
        let Some(row) = rows.take_row() else { break };
        pen.text(row, Role::Muted, text);
    }
    let stars = "*".repeat(entry.letters().min(usize::from(line.width.saturating_sub(3))));
    let left = pen.pieces(line, &[(Role::Key, "> "), (Role::CaptureLine, &stars)]);
    if let Some(why) = entry.said {
        pen.text(said, Role::Warning, &say::said(why));
    }
    pen.say(keys, Role::Muted, words::ENTRY_KEYS);
    Position::new(left.x.min(line.right().saturating_sub(1)), line.y)
}
