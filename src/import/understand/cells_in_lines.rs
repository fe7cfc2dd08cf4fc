//! Tables whose cells stand on lines of their own, as a mail program leaves them: "Arrive", "8:15", "Briefing", "8:30".
//!
//! Where the time comes first, the lines are read as they are. Where it stands behind, the lines of a row are put back
//! side by side. A blank line between the cells says nothing there, and is taken out.

use crate::import::{
    columns, groups, kinds,
    sheet::{Block, Cell, Line, Row, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// So many times stand alone in a table at least.
const FEWEST: usize = 3;
/// A row has no more cells.
const WIDEST: usize = 4;
/// A cell has no more words; what is longer and stands apart is no cell.
const LONGEST_CELL: usize = 8;

/// The sheet with the cells of each row together.
pub(super) fn turned(sheet: &Sheet, words: &Vocabulary) -> Sheet {
    let lines: Option<Vec<&Line>> = sheet.blocks.iter().map(line_of).collect();
    let Some(lines) = lines else {
        return sheet.clone();
    };
    let at: Vec<usize> = (0..lines.len())
        .filter(|at| lines.get(*at).is_some_and(|line| is_time(line)))
        .collect();
    let (Some(first), Some(last)) = (at.first(), at.last()) else {
        return sheet.clone();
    };
    if at.len() < FEWEST {
        return sheet.clone();
    }
    if let Some((from, width)) = rows(&lines, &at, words) {
        return table(&lines, from, width, last + 1);
    }
    let within = lines.get(*first..=*last).unwrap_or_default();
    let spaced = within.iter().filter(|line| line.apart).count();
    // Where the names of groups are cells too, blank lines part what is theirs.
    let groups = lines.iter().any(|line| {
        let named = groups::of_list(&line.text, words);
        named.is_some_and(|(_, rest)| rest.trim().is_empty())
    });
    if groups || spaced * 3 < within.len() * 2 {
        return sheet.clone();
    }
    let closed = lines.iter().enumerate().map(|(at, line)| {
        let cell = at > *first && wording::words(&line.text).len() <= LONGEST_CELL;
        Block::Line(Line {
            apart: line.apart && !cell,
            ..(*line).clone()
        })
    });
    Sheet {
        blocks: closed.collect(),
    }
}

fn line_of(block: &Block) -> Option<&Line> {
    match block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    }
}

/// Whether a line is nothing but a time.
fn is_time(line: &Line) -> bool {
    times::at_start(&line.text, Where::Text).is_some_and(|(_, rest)| wording::trimmed(rest).is_empty())
}

/// Where the first row begins and how many cells each has, if the time of each stands behind what is done: they are as
/// far from each other, and with the last one ends the table.
fn rows(lines: &[&Line], at: &[usize], words: &Vocabulary) -> Option<(usize, usize)> {
    let (first, last) = (*at.first()?, *at.last()?);
    let width = at.get(1)? - first;
    let regular = at
        .windows(2)
        .all(|two| matches!(two, [one, next] if next - one == width));
    if !regular || !(2..=WIDEST).contains(&width) {
        return None;
    }
    let spaced = lines.get(first).is_some_and(|line| line.apart);
    let below = lines.get(last + 1..)?.iter();
    let behind = below.take_while(|line| line.apart == spaced).count();
    let before = (width - 1).checked_sub(behind).filter(|before| *before > 0)?;
    let from = first.checked_sub(before)?;
    let done = lines.get(from)?;
    let heads = columns::is_heading(&done.text);
    let does = kinds::of(&done.text, words).is_some() && wording::words(&done.text).len() <= LONGEST_CELL;
    (does && !heads && behind == 0).then_some((from, width))
}

/// The lines with those from `from` to `until` as the rows of a table.
fn table(lines: &[&Line], from: usize, width: usize, until: usize) -> Sheet {
    let as_lines = |lines: &[&Line]| -> Vec<Block> {
        let lines = lines.iter().map(|line| Block::Line((*line).clone()));
        lines.collect()
    };
    let mut blocks = as_lines(lines.get(..from).unwrap_or_default());
    let cell = |line: &&Line| Cell {
        lines: vec![Line {
            apart: false,
            ..(*line).clone()
        }],
        reach: 0,
    };
    let cells = lines.get(from..until).unwrap_or_default();
    let rows = cells.chunks(width).map(|row| Row {
        cells: row.iter().map(cell).collect(),
    });
    blocks.push(Block::Table(rows.collect()));
    blocks.extend(as_lines(lines.get(until..).unwrap_or_default()));
    Sheet { blocks }
}
