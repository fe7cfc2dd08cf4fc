//! Tables with a sign between their cells: commas, semicolons, tabs.

use super::columns;
use super::sheet::{Block, Cell, Line, NoText, Row, Sheet};

/// The sign that stands between the cells of `text`, if it is such a table. `named` says that its name ends in ".csv".
pub(super) fn sign(text: &str, named: bool) -> Option<u8> {
    if let Some(declared) = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        return [b',', b';', b'\t', b'|'].contains(&declared).then_some(declared);
    }
    let candidates = [b'\t', b';', b',', b'|'].map(|sign| (sign, regularity(text, sign)));
    let mut tables = candidates.into_iter().filter(|(sign, (columns, share))| {
        // Sentences have commas too: a table has the same number of them in nearly every line.
        let enough = if *sign == b'\t' || named { 30 } else { 80 };
        *columns >= 2 && *share >= enough && (*sign == b'\t' || named || *columns >= 3)
    });
    // Within cells the other signs stand too: "9:20 Year 5; 9:35 Year 6". Between the names of columns only one does.
    if let Some((sign, _)) = tables.clone().find(|(sign, _)| heads_columns(text, *sign)) {
        return Some(sign);
    }
    let first = tables.next()?;
    let best = tables.fold(first, |best, next| if next.1 > best.1 { next } else { best });
    Some(best.0)
}

/// Names of columns are looked for in so many records.
const HEADING_WITHIN: usize = 6;

/// Whether `sign` stands between the names of several columns, and not between questions such as "When?".
fn heads_columns(text: &str, sign: u8) -> bool {
    let heads = |fields: &[String]| {
        let named = fields.iter().filter(|field| columns::is_heading(field)).count();
        named > 1 && named * 2 >= fields.len() && !fields.iter().any(|field| field.ends_with('?'))
    };
    let first = records(text, sign).into_iter().take(HEADING_WITHIN);
    first.into_iter().any(|(_, fields)| heads(&fields))
}

/// The number of columns that the most records have, of those with more than one, and how many in a hundred have it.
fn regularity(text: &str, sign: u8) -> (usize, usize) {
    let records = records(text, sign);
    let widths: Vec<usize> = records
        .iter()
        .map(|(_, fields)| fields.len())
        .filter(|width| *width > 0)
        .collect();
    let several: Vec<usize> = widths.iter().copied().filter(|width| *width > 1).collect();
    let count = |width: usize| several.iter().filter(|other| **other == width).count();
    let most = several
        .iter()
        .copied()
        .max_by_key(|width| count(*width))
        .unwrap_or(0);
    // One line says nothing about the next.
    if several.len() < 2 {
        return (0, 0);
    }
    let share = if sign == b'\t' { several.len() } else { count(most) };
    (most, share * 100 / widths.len().max(1))
}

/// The rows of `text`, and the lines between them that have only one cell.
pub(super) fn sheet(text: &str, sign: u8) -> Sheet {
    let mut sheet = Sheet::default();
    let mut rows: Vec<Row> = Vec::new();
    for (number, fields) in records(text, sign) {
        let cells = cells(number, &fields);
        match cells.as_slice() {
            [cell] if rows.is_empty() => {
                let lines = cell.lines.iter().cloned().map(Block::Line);
                sheet.blocks.extend(lines);
            }
            _ => rows.push(Row { cells }),
        }
    }
    if sign == b'\t' {
        close_up(&mut rows);
    }
    if !rows.is_empty() {
        sheet.blocks.push(Block::Table(rows));
    }
    if let Some(Block::Line(first)) = sheet.blocks.first_mut()
        && first.text.starts_with("sep=")
    {
        first.no_text = Some(NoText::Sign("the sign between the cells"));
    }
    sheet
}

/// Takes out the blank cells of rows that several tabs keep in line: they have as many cells with something in them, each
/// at another place. Where a program wrote the table, all of its rows are as wide.
fn close_up(rows: &mut [Row]) {
    let of_table = || rows.iter().filter(|row| row.filled().len() > 1);
    let Some(first) = of_table().next() else { return };
    let (filled, width) = (first.filled().len(), first.cells.len());
    let ragged = of_table().any(|row| row.cells.len() != width);
    if !ragged || of_table().any(|row| row.filled().len() != filled) {
        return;
    }
    for row in rows {
        row.cells.retain(|cell| !cell.is_blank());
    }
}

fn cells(number: usize, fields: &[String]) -> Vec<Cell> {
    let mut line = number;
    let mut cells = Vec::with_capacity(fields.len());
    for field in fields {
        cells.push(Cell::typed(line, field));
        line += field.matches('\n').count();
    }
    cells
}

/// The records of `text` with the line in which each begins, from 1. A quote that is never closed would take in all
/// that follows: such a text is read line by line, its quotes as plain signs.
fn records(text: &str, sign: u8) -> Vec<(usize, Vec<String>)> {
    let quoted = read(text, sign, true);
    let lines = text.lines().count();
    let swallowed = quoted.iter().any(|(_, fields)| {
        let within: usize = fields.iter().map(|field| field.matches('\n').count()).sum();
        within > 60 || (within > 5 && within * 2 > lines)
    });
    if swallowed {
        read(text, sign, false)
    } else {
        quoted
    }
}

fn read(text: &str, sign: u8, quoting: bool) -> Vec<(usize, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let records = reader.records().filter_map(Result::ok);
    let records = records.map(|record| {
        let place = record.position().map_or(0, csv::Position::byte);
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        // The place is before the blank lines that the reader has skipped.
        let blank = text.bytes().skip(place).take_while(|byte| *byte == b'\n').count();
        let line = ends.partition_point(|end| *end < place.saturating_add(blank)) + 1;
        (line, record.iter().map(str::to_string).collect())
    });
    records.collect()
}

/// The lines of `text` as they stand, for a text that is no table.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    text.split('\n')
        .enumerate()
        .map(|(position, line)| Line::typed(position + 1, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_between_cells_is_told_by_its_regularity() {
        assert_eq!(sign("Time,Activity\n8.30,Arrival\n", true), Some(b','));
        assert_eq!(
            sign("Time;Activity;Who\n8.30;Arrival;all\n9;Books;two\n", false),
            Some(b';')
        );
        assert_eq!(sign("Time\tActivity\n8.30\tArrival\n", false), Some(b'\t'));
        assert_eq!(
            sign(
                "Hello, all,\nthe plan, as agreed, is this:\n8.30 Arrival\n9 Books, bags\n",
                false
            ),
            None
        );
    }

    #[test]
    fn lines_are_counted_through_quoted_cells() {
        let sheet = sheet(
            "Plan\nTime,Activity,Who\n\"9.00\",\"Books\nsix, mixed\",\"all\"\n\n\n10,Break,\n",
            b',',
        );
        let numbers: Vec<(usize, String)> = sheet
            .blocks
            .iter()
            .flat_map(|block| match block {
                Block::Line(line) => vec![line.clone()],
                Block::Table(rows) => rows.iter().flat_map(Row::lines).cloned().collect(),
            })
            .map(|line| (line.number, line.text))
            .collect();
        let wanted = [
            (1, "Plan"),
            (2, "Time"),
            (2, "Activity"),
            (2, "Who"),
            (3, "9.00"),
            (3, "Books"),
            (4, "six, mixed"),
            (4, "all"),
            (7, "10"),
            (7, "Break"),
        ];
        assert_eq!(numbers, wanted.map(|(number, text)| (number, text.to_string())));
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_nothing_in() {
        let text = format!("Time,Activity\n9,\"Books\n{}", "10,Break\n".repeat(20));
        let Some(Block::Table(rows)) = sheet(&text, b',').blocks.pop() else {
            panic!("a table");
        };
        assert_eq!(rows.len(), 22);
    }
}
