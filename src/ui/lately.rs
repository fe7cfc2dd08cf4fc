//! How many more things were said than the row of notices shows.

use ratatui::layout::Rect;

use super::{pen::Pen, theme::Role, words};
use crate::app::day::Day;

/// At the end of a row with a notice: how many more wait to be read; gives what is left of the row.
pub fn and_more(pen: &mut Pen<'_>, row: Rect, day: &Day) -> Rect {
    let waiting = day.others.lately.waiting();
    if waiting == 0 {
        return row;
    }
    let end = Rect {
        width: row.width.saturating_sub(2),
        ..row
    };
    let more = format!(" {} ", words::others::and_more(waiting));
    pen.text_right(end, Role::Notice, &more)
}
