//! Tables whose days stand side by side, "Mon am | Mon pm | Tue am", turned so that each day has its rows below it.

use super::{
    columns, dates, groups,
    sheet::{Block, Cell, Line, NoText, Row, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// The heading of days is looked for in that many rows.
const HEADING_WITHIN: usize = 4;
/// So many columns may stand beside those of the days.
const MOST_BESIDE: usize = 2;

/// The sheet with each day's rows below it.
pub(super) fn turned(sheet: &Sheet, words: &Vocabulary) -> Sheet {
    let mut blocks = Vec::with_capacity(sheet.blocks.len());
    for block in &sheet.blocks {
        match block {
            Block::Table(rows) => match days_of(rows, words) {
                Some((heading, days)) => blocks.extend(turn(rows, heading, &days, words)),
                None => blocks.push(block.clone()),
            },
            Block::Line(_) => blocks.push(block.clone()),
        }
    }
    Sheet { blocks }
}

/// The row of headings and the columns of the days in it, if they stand side by side.
fn days_of(rows: &[Row], words: &Vocabulary) -> Option<(usize, Vec<usize>)> {
    rows.iter()
        .take(HEADING_WITHIN)
        .enumerate()
        .find_map(|(at, row)| {
            let is_day = |cell: &Cell| dates::heading(&cell.text(), words.date).is_some();
            let days = row.cells.iter().enumerate().filter(|(_, cell)| is_day(cell));
            let days: Vec<usize> = days.map(|(position, _)| position).collect();
            let beside = row.cells.len() - days.len();
            let fits = days.len() > 1 && beside <= MOST_BESIDE && at + 1 < rows.len();
            fits.then_some((at, days))
        })
}

/// The blocks of a table whose days stand in the row `heading`.
fn turn(rows: &[Row], heading: usize, of_days: &[usize], words: &Vocabulary) -> Vec<Block> {
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
    let own_times = have_own_times(below, of_days);
    if own_times {
        let numbers = below.iter().flat_map(beside);
        blocks.extend(
            numbers
                .flat_map(|cell| cell.lines)
                .map(|line| beside_own_times(&line, words)),
        );
    }
    for at in of_days {
        let titles = titles.cells.get(*at).into_iter().flat_map(|cell| &cell.lines);
        blocks.extend(titles.cloned().map(Block::Line));
        let cells = below.iter().filter_map(|row| Some((row, row.cells.get(*at)?)));
        let filled = cells.filter(|(_, cell)| !cell.is_blank());
        if own_times {
            for (row, cell) in filled {
                let group = beside(row).iter().find_map(|cell| group_of(&cell.text(), words));
                let lines = cell.lines.iter();
                blocks.extend(lines.map(|line| Block::Line(of_group(line, group.as_deref()))));
            }
        } else {
            let row = |(row, cell): (&Row, &Cell)| Row {
                cells: beside(row).into_iter().chain([cell.clone()]).collect(),
            };
            blocks.push(Block::Table(filled.map(row).collect()));
        }
    }
    blocks.extend(empty_rows(below, of_days).filter(|_| !own_times).map(Block::Line));
    blocks
}

/// What stands before cells that have times of their own: the number of a row, a group, or something to be kept.
fn beside_own_times(line: &Line, words: &Vocabulary) -> Block {
    if columns::sessions(&line.text).is_some() {
        sign(line, "number of the row")
    } else if group_of(&line.text, words).is_some() {
        sign(line, "group")
    } else {
        Block::Line(line.clone())
    }
}

/// The group that is all a cell says.
fn group_of(text: &str, words: &Vocabulary) -> Option<String> {
    let (group, rest) = groups::at_start(text, words)?;
    rest.trim().is_empty().then_some(group)
}

/// A line with its time, and the group that it is for behind that.
fn of_group(line: &Line, group: Option<&str>) -> Line {
    let timed = times::at_start(&line.text, Where::Text);
    let written = group.zip(timed).and_then(|(group, (_, rest))| {
        let time = line.text.strip_suffix(rest)?;
        Some(format!("{} {group}: {}", time.trim(), wording::trimmed(rest)))
    });
    Line {
        text: written.unwrap_or_else(|| line.text.clone()),
        ..line.clone()
    }
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
