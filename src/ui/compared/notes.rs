//! The notes on what is chosen, those of the groups beside each other.

use ratatui::layout::Rect;

use crate::{
    app::{
        compared::{Band, ComparedPage},
        day::Day,
    },
    domain::{
        compared::{Matter, Part, Standing},
        ids::RecordId,
    },
    ui::{
        display_safe::cells as cells_of,
        note_signs::role_of,
        pen::{Pen, Rows, indent},
        theme::Role,
        words::{self, compared as said},
        wrap::wrap_text,
    },
};

/// The fewest cells of a column.
const NARROWEST: u16 = 22;
/// Rows for the whole question at most.
const QUESTION: usize = 2;

/// Draws what is chosen, without its first so many bands.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, (day, page): (&Day, &ComparedPage), first: usize) {
    let Some(matter) = page.matter() else { return };
    let mut rows = Rows::of(area);
    let text = wrap_text(&matter.text, rows.width().saturating_sub(2));
    for line in text.iter().take(QUESTION) {
        pen.text(indent(rows.take_rows(1), 1), Role::Place, line);
    }
    if matter.parts.is_empty() {
        pen.text(indent(rows.take_rows(1), 1), Role::Muted, said::NOTHING_HERE);
        return;
    }
    let shown = columns_in(page, matter, area.width);
    let names = rows.take_rows(1);
    for (nth, column) in shown.iter().enumerate() {
        let name = page.compared().columns.get(*column).map_or("", said::column);
        pen.text(cells(names, nth, shown.len()), Role::Title, name);
    }
    let bands = page.bands();
    for (nth, band) in bands.iter().enumerate().skip(first) {
        if rows.left() == 0 {
            return;
        }
        match *band {
            Band::Part(at) => {
                if let Some(part) = matter.parts.get(at) {
                    part_row(pen, rows.take_rows(1), part, page.only_column().is_some());
                }
            }
            Band::Notes(at, note) => {
                if let Some(part) = matter.parts.get(at) {
                    let more = nth + 1 < bands.len();
                    notes_beside(pen, &mut rows, (day, part), (&shown, note), more);
                }
            }
        }
    }
}

/// The columns that have room: of more than two, those with notes on this.
fn columns_in(page: &ComparedPage, matter: &Matter, width: u16) -> Vec<usize> {
    if let Some(only) = page.only_column() {
        return vec![only];
    }
    let all = matter.counts.len();
    let has_notes = |column: &usize| {
        matter
            .counts
            .get(*column)
            .is_some_and(|counts| counts.total() > 0)
    };
    let room = usize::from(width / NARROWEST).max(1);
    (0..all)
        .filter(|column| all <= 2 || has_notes(column))
        .take(room)
        .collect()
}

/// The cells of one of so many columns.
fn cells(row: Rect, nth: usize, of: usize) -> Rect {
    let of = u16::try_from(of).unwrap_or(1).max(1);
    let each = row.width.saturating_sub(1) / of;
    let left = u16::try_from(nth).unwrap_or(0).saturating_mul(each);
    Rect {
        width: each.saturating_sub(1),
        ..indent(row, left + 1)
    }
}

fn part_row(pen: &mut Pen<'_>, row: Rect, part: &Part, alone: bool) {
    let row = pen.text(indent(row, 1), Role::Now, said::part(part));
    if part.standing == Standing::Differ && !alone {
        pen.text(indent(row, 2), Role::Warning, said::DIFFER);
    }
}

/// The notes at one position of each column, as many rows as the longest takes.
fn notes_beside(
    pen: &mut Pen<'_>,
    rows: &mut Rows,
    (day, part): (&Day, &Part),
    (shown, nth): (&[usize], usize),
    more: bool,
) {
    let area = Rect {
        height: rows.left(),
        ..rows.take_rows(0)
    };
    let mut highest = 1;
    for (at, column) in shown.iter().enumerate() {
        let note = part.notes.get(*column).and_then(|notes| notes.get(nth));
        if let Some(note) = note {
            let height = note_in(pen, cells(area, at, shown.len()), day, *note);
            highest = highest.max(height);
        }
    }
    let cut = highest > area.height || (highest == area.height && more);
    if cut && area.height > 0 {
        let last = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        pen.text_right(last, Role::Muted, words::MORE);
    }
    rows.take_rows(highest.min(area.height));
}

/// A note in as many rows as it takes; gives how many that are, shown or not.
fn note_in(pen: &mut Pen<'_>, area: Rect, day: &Day, note: RecordId) -> u16 {
    let Some(note) = day.records.note(note) else {
        return 0;
    };
    let body = &note.body;
    let mut rows = Rows::of(area);
    let sign = body.kind.sign().unwrap_or('.').to_string();
    let important = if body.important { "!" } else { " " };
    let placed = words::placing::placer(day.records.placed(note.id));
    let time = format!(
        "{} {}{placed} ",
        body.when.hh_mm(),
        words::short_person(&body.by.words)
    );
    let pieces = [
        (role_of(body.kind), sign.as_str()),
        (Role::Important, important),
        (Role::Muted, &time),
    ];
    // The first row begins behind the time, the others below its text.
    let begun = " ".repeat(cells_of(&time));
    let lines = wrap_text(&format!("{begun}{}", body.text), area.width.saturating_sub(2));
    let left = pen.pieces(rows.take_rows(1), &pieces);
    for (nth, line) in lines.iter().enumerate() {
        if nth == 0 {
            pen.text(left, Role::Prompt, line.trim_start());
        } else if let Some(row) = rows.take_row() {
            pen.text(indent(row, 2), Role::Prompt, line);
        }
    }
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}
