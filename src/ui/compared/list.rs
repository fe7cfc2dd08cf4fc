//! The questions or classes under their heads, with what each group has on them.

use ratatui::layout::Rect;

use crate::{
    app::{
        Model,
        compared::{ComparedPage, Line},
        pointing::{Rolled, Spot},
    },
    domain::{
        compared::{Column, Head, Matter},
        stamp::Stamp,
    },
    ui::{
        pen::{Pen, Rows, indent},
        theme::Role,
        words::{self, compared as said},
    },
};

/// Cells of the counts of a column.
const COUNTS: u16 = 14;
/// Cells that the words keep at least.
const WORDS: u16 = 30;

/// Draws the lines around the chosen one; those out of sight are not looked at.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, model: &Model, page: &ComparedPage) {
    let mut rows = Rows::of(area);
    let shown = columns_in(page, area.width);
    let columns = &page.compared().columns;
    pen.rolls(area, Rolled::Rows, true);
    let head = counts(pen, rows.take_rows(1), &shown, |column| {
        let name = columns.get(column).map_or("", said::column);
        (Role::Title, name.to_owned())
    });
    pen.spot(head, Spot::View);
    pen.text(indent(head, 1), Role::Title, said::view(page.view()));
    let below = counts(pen, rows.take_rows(1), &shown, |column| {
        let of = columns.get(column).map_or_else(String::new, said::column_notes);
        (Role::Muted, of)
    });
    let hidden = columns.len() - shown.len();
    if hidden > 0 && page.only_column().is_none() {
        pen.text(indent(below, 1), Role::Key, &said::more_columns(hidden));
    }
    let lines = page.lines();
    if lines.is_empty() {
        pen.say(indent(rows.take_rows(1), 1), Role::Muted, said::EMPTY);
    }
    let chosen = page.position();
    let first = first_row(lines.len(), chosen.unwrap_or(0), rows.left());
    let height = usize::from(rows.left());
    let first = pen.first_of(Rolled::Rows, first, (chosen.unwrap_or(0), height));
    for (row, (at, line)) in rows.each().zip(lines.iter().enumerate().skip(first)) {
        match line {
            Line::Head(head, count) => heading(pen, row, page, (*head, *count)),
            Line::Matter(of) => {
                if let Some(matter) = page.matters().get(*of) {
                    pen.spot(row, Spot::Row(at));
                    let stands = Stands {
                        chosen: chosen == Some(at),
                        now: model.now,
                        alone: page.only_column().is_some(),
                    };
                    matter_row(pen, row, &shown, matter, &stands);
                }
            }
        }
    }
}

/// How a row is drawn.
struct Stands {
    chosen: bool,
    now: Stamp,
    alone: bool,
}

/// The columns that have room: the one that is shown alone, or the first ones.
fn columns_in(page: &ComparedPage, width: u16) -> Vec<usize> {
    if let Some(only) = page.only_column() {
        return vec![only];
    }
    let columns: &[Column] = &page.compared().columns;
    let room = usize::from(width.saturating_sub(WORDS) / COUNTS).max(1);
    (0..columns.len().min(room)).collect()
}

/// Writes something for each column at the right of a row; gives the part of the row before it.
fn counts(pen: &mut Pen<'_>, row: Rect, shown: &[usize], what: impl Fn(usize) -> (Role, String)) -> Rect {
    let taken = u16::try_from(shown.len()).unwrap_or(0) * COUNTS;
    let before = row.width.saturating_sub(taken);
    for (nth, column) in (0u16..).zip(shown) {
        let (role, text) = what(*column);
        let cells = Rect {
            width: COUNTS - 1,
            ..indent(row, before + nth * COUNTS)
        };
        pen.text(cells, role, &text);
    }
    Rect {
        width: before.saturating_sub(1),
        ..row
    }
}

fn heading(pen: &mut Pen<'_>, row: Rect, page: &ComparedPage, (head, count): (Head, usize)) {
    let role = match head {
        Head::Differ => Role::Warning,
        _ => Role::Title,
    };
    let words = said::head(head, page.view(), (count, page.compared().columns.len()));
    pen.text(indent(row, 1), role, &words);
}

fn matter_row(pen: &mut Pen<'_>, row: Rect, shown: &[usize], matter: &Matter, stands: &Stands) {
    let role = |role| if stands.chosen { Role::Selected } else { role };
    if stands.chosen {
        pen.mark(row, Role::Selected);
    }
    let row = if matter.parts.is_empty() {
        let text = format!(" {} ", said::nothing(matter, stands.now));
        pen.text_right(row, role(Role::Muted), &text)
    } else {
        counts(pen, row, shown, |column| {
            let counts = matter.counts.get(column).copied().unwrap_or_default();
            (role(Role::Evidence), words::signs(counts))
        })
    };
    let differ = if stands.alone {
        String::new()
    } else {
        said::differ_in(matter)
    };
    let pieces = [
        (role(Role::Key), if stands.chosen { " > " } else { "   " }),
        (role(Role::Prompt), matter.words.as_str()),
        (role(Role::Muted), differ.as_str()),
    ];
    pen.pieces(row, &pieces);
}

/// The first line to be shown so that the chosen one is in sight.
fn first_row(lines: usize, chosen: usize, height: u16) -> usize {
    let height = usize::from(height).max(1);
    chosen
        .saturating_sub(height / 2)
        .min(lines.saturating_sub(height))
}
