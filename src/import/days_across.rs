//! Tables whose days stand side by side, "Mon am | Mon pm | Tue am", turned so that each day has its rows below it.

use super::{
    dates,
    sheet::{Block, Cell, Line, NoText, Row, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
};

/// The heading of days is looked for in that many rows.
const HEADING_WITHIN: usize = 4;
/// So many columns may stand beside those of the days.
const MOST_BESIDE: usize = 2;
/// What stands behind a day to say which half of it is meant.
const HALVES: [&str; 4] = ["am", "pm", "morning", "afternoon"];

/// The sheet with each day's rows below it.
pub(super) fn turned(sheet: &Sheet, words: &Vocabulary) -> Sheet {
    let mut blocks = Vec::with_capacity(sheet.blocks.len());
    for block in &sheet.blocks {
        match block {
            Block::Table(rows) => match days_of(rows, words) {
                Some((heading, days)) => blocks.extend(turn(rows, heading, &days)),
                None => blocks.push(block.clone()),
            },
            Block::Line(_) => blocks.push(block.clone()),
        }
    }
    Sheet { blocks }
}

/// A day with its columns: one, or a morning and an afternoon.
struct DayColumns {
    label: String,
    at: Vec<usize>,
}

/// The row of headings and the days in it, if they stand side by side.
fn days_of(rows: &[Row], words: &Vocabulary) -> Option<(usize, Vec<DayColumns>)> {
    rows.iter()
        .take(HEADING_WITHIN)
        .enumerate()
        .find_map(|(at, row)| {
            let mut days: Vec<DayColumns> = Vec::new();
            let mut beside = 0;
            for (position, cell) in row.cells.iter().enumerate() {
                let text = cell.text();
                if dates::heading(&text, words.date).is_none() {
                    beside += 1;
                    continue;
                }
                let label = without_half(&text);
                match days.last_mut().filter(|day| day.label == label) {
                    Some(day) => day.at.push(position),
                    None => days.push(DayColumns {
                        label,
                        at: vec![position],
                    }),
                }
            }
            let columns: usize = days.iter().map(|day| day.at.len()).sum();
            let fits = columns > 1 && beside <= MOST_BESIDE && at + 1 < rows.len();
            fits.then_some((at, days))
        })
}

fn without_half(text: &str) -> String {
    let is_half = |word: &&str| HALVES.contains(&word.to_lowercase().trim_matches(['(', ')', '.']));
    let words: Vec<&str> = text.split(' ').filter(|word| !is_half(word)).collect();
    words.join(" ")
}

/// The blocks of a table whose days stand in the row `heading`.
fn turn(rows: &[Row], heading: usize, days: &[DayColumns]) -> Vec<Block> {
    let (before, from) = rows.split_at_checked(heading).unwrap_or((rows, &[]));
    let mut blocks: Vec<Block> = before
        .iter()
        .flat_map(Row::lines)
        .cloned()
        .map(Block::Line)
        .collect();
    let Some((titles, below)) = from.split_first() else {
        return blocks;
    };
    let of_days: Vec<usize> = days.iter().flat_map(|day| day.at.iter().copied()).collect();
    let beside = |row: &Row| -> Vec<Cell> {
        let cells = row.cells.iter().enumerate();
        cells
            .filter(|(at, _)| !of_days.contains(at))
            .map(|(_, cell)| cell.clone())
            .collect()
    };
    let headings = beside(titles);
    let headings = headings.iter().flat_map(|cell| &cell.lines);
    blocks.extend(headings.map(|line| sign(line, "heading of columns")));
    let own_times = have_own_times(below, &of_days);
    if own_times {
        let numbers = below.iter().flat_map(beside);
        blocks.extend(
            numbers
                .flat_map(|cell| cell.lines)
                .map(|line| sign(&line, "number of the row")),
        );
    }
    for day in days {
        blocks.extend(heading_of(titles, day));
        for at in &day.at {
            let cells = below.iter().filter_map(|row| Some((row, row.cells.get(*at)?)));
            let filled = cells.filter(|(_, cell)| !cell.is_blank());
            if own_times {
                blocks.extend(filled.flat_map(|(_, cell)| cell.lines.iter().cloned().map(Block::Line)));
            } else {
                let row = |(row, cell): (&Row, &Cell)| Row {
                    cells: beside(row).into_iter().chain([cell.clone()]).collect(),
                };
                blocks.push(Block::Table(filled.map(row).collect()));
            }
        }
    }
    blocks.extend(
        empty_rows(below, &of_days)
            .filter(|_| !own_times)
            .map(Block::Line),
    );
    blocks
}

/// The heading of a day as a line of its own; that of its second half says nothing more.
fn heading_of(titles: &Row, day: &DayColumns) -> Vec<Block> {
    let cells = day.at.iter().filter_map(|at| titles.cells.get(*at));
    let lines = cells.flat_map(|cell| &cell.lines).enumerate();
    lines
        .map(|(nth, line)| match nth {
            0 => Block::Line(Line {
                text: day.label.clone(),
                apart: true,
                ..line.clone()
            }),
            _ => sign(line, "the same day"),
        })
        .collect()
}

/// The lines of rows in which no day has anything.
fn empty_rows<'a>(rows: &'a [Row], of_days: &'a [usize]) -> impl Iterator<Item = Line> + 'a {
    let blank = |row: &&Row| {
        of_days
            .iter()
            .all(|at| row.cells.get(*at).is_none_or(Cell::is_blank))
    };
    rows.iter().filter(blank).flat_map(Row::lines).cloned()
}

/// Whether the cells of the days say themselves when they are.
fn have_own_times(rows: &[Row], of_days: &[usize]) -> bool {
    let cells = rows
        .iter()
        .flat_map(|row| of_days.iter().filter_map(|at| row.cells.get(*at)));
    let (mut timed, mut filled) = (0, 0);
    for line in cells.filter_map(Cell::first) {
        filled += 1;
        timed += usize::from(times::at_start(&line.text, Where::Text).is_some());
    }
    timed * 2 > filled
}

fn sign(line: &Line, what: &'static str) -> Block {
    Block::Line(Line {
        no_text: Some(NoText::Sign(what)),
        ..line.clone()
    })
}
