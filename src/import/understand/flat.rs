//! Tables of a time and what is done then, in which the names of groups stand alone above their rows: the lists of
//! several groups, in cells. They are made lines again, to be read as such lists are.

use crate::import::{
    groups,
    sheet::{Block, Line, Row, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// The sheet with such tables as lines; `None` if it has none.
pub(super) fn lists(sheet: &Sheet, words: &Vocabulary) -> Option<Sheet> {
    let of_list = |line: &Line| groups::of_list(&line.text, words).map(|(group, _)| group);
    let mut named: Vec<String> = Vec::new();
    for block in &sheet.blocks {
        match block {
            Block::Line(line) => named.extend(of_list(line)),
            Block::Table(rows) if rows.iter().all(is_of_list) => {
                let alone = rows.iter().filter(|row| row.filled().len() == 1);
                named.extend(alone.filter_map(|row| of_list(row.lines().next()?)));
            }
            Block::Table(_) => return None,
        }
    }
    named.sort_unstable();
    named.dedup();
    let tables = sheet.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    if !tables || named.len() < 2 {
        return None;
    }
    let mut blocks = Vec::new();
    let mut last = None;
    for block in &sheet.blocks {
        match block {
            Block::Line(line) => {
                last = Some(line.number);
                blocks.push(block.clone());
            }
            Block::Table(rows) => {
                for line in rows.iter().flat_map(lines) {
                    let apart = last.is_some_and(|last| line.number > last + 1);
                    last = Some(line.number);
                    blocks.push(Block::Line(Line { apart, ..line }));
                }
            }
        }
    }
    Some(Sheet { blocks })
}

/// Whether a row is a time with what is done then, or a line alone.
fn is_of_list(row: &Row) -> bool {
    let filled: Vec<_> = row.cells.iter().filter(|cell| !cell.is_blank()).collect();
    match filled.as_slice() {
        [time, _] => times::at_start(&time.text(), Where::TimeCell)
            .is_some_and(|(_, rest)| wording::trimmed(rest).is_empty()),
        others => others.len() < 2,
    }
}

/// A row as the lines of a list: the time and what is done then in the first.
fn lines(row: &Row) -> Vec<Line> {
    let mut all: Vec<Line> = row.lines().cloned().collect();
    if row.filled().len() == 2 && all.len() > 1 {
        let time = all.remove(0);
        if let Some(first) = all.first_mut() {
            first.text = format!("{} {}", time.text, first.text);
            first.bullet = false;
        }
    }
    all
}
