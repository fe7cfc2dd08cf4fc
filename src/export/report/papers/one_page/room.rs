//! Whether a paper has room on one page, and with which letters. `Heights` of `paper/word.rs` and `templates/paper.html`
//! keep the same distances.

use crate::export::{
    paper::{Block, Column, Paper, Point, Table, smaller},
    text::Text,
};

/// The height between the margins of A4, in hundredths of a millimetre, less the foot of a printed page.
const ROOM: usize = 24_700;
/// The width between the margins, in hundredths of a millimetre.
const WIDTH: usize = 17_000;
/// The height of a line of letters of so many points, in hundredths of a millimetre: a point is 0.353 mm, and a line 1.27
/// times its letters.
const LINE: usize = 45;
/// The height of a point, in hundredths of a millimetre.
const POINT: usize = 36;

/// The largest letters of these with which a paper has room on one page.
pub(super) fn fitting(paper: &Paper, sizes: &[usize]) -> Option<usize> {
    let room = ROOM.saturating_sub(head(paper));
    sizes
        .iter()
        .find(|points| height(&paper.blocks, **points) <= room)
        .copied()
}

/// What the title, the lines below it and the warnings take.
fn head(paper: &Paper) -> usize {
    let title = lines(&paper.title.one_line(), 21, WIDTH) * 20 * LINE;
    let below = paper.subtitles.iter();
    let below = below.map(|line| lines(&line.one_line(), 13, WIDTH) * 13 * LINE + 90);
    let warnings = paper.warnings.iter();
    let warnings = warnings.map(|warning| lines(&warning.one_line(), 11, WIDTH) * 10 * LINE + 550);
    title + 100 + below.chain(warnings).sum::<usize>()
}

/// The lines of a text in letters of so many points over this width, in hundredths of a millimetre.
fn lines(text: &str, points: usize, width: usize) -> usize {
    // A letter of prose is about half as wide as high.
    let letters = (width / (points * 17)).max(1);
    text.chars().count().div_ceil(letters).max(1)
}

/// How high blocks are in letters of this height, in hundredths of a millimetre; rather too much than too little.
fn height(blocks: &[Block], points: usize) -> usize {
    let of_lines = |text: &str, points: usize, width: usize| lines(text, points, width) * points * LINE;
    let of_text = |text: &Text, points: usize| of_lines(&text.one_line(), points, WIDTH);
    // Bold letters are wider.
    let in_bold = |text: &Text| of_lines(&text.one_line(), points, WIDTH * 92 / 100);
    let air = |tenths: usize| points * POINT * tenths / 10;
    let of = |block: &Block| match block {
        Block::Section(text) => of_text(text, points + 2) + air(13),
        Block::Part(text) => of_text(text, points + 2) + air(13),
        Block::Lead(text) => in_bold(text) + air(6),
        Block::Words(text) => of_text(text, points) + air(3),
        Block::Aside(text) => of_text(text, smaller(points)) + air(3),
        Block::List(items) => items
            .iter()
            .map(|item| of_lines(&item.one_line(), points, WIDTH - 700) + air(2))
            .sum(),
        Block::Points(said) => said
            .iter()
            .map(|point| of_lines(&whole(point), points, WIDTH) + air(2))
            .sum(),
        Block::Running(said) => {
            let said: Vec<String> = said.iter().map(whole).collect();
            of_lines(&said.join(" "), points, WIDTH) + air(2)
        }
        Block::Table(table) => table_height(table, smaller(points)),
        Block::Picture(picture) => picture.height * 28,
        Block::Together(blocks) => height(blocks, points),
    };
    blocks.iter().map(of).sum()
}

fn whole(point: &Point) -> String {
    format!("{} {}", point.lead(), point.text.one_line())
}

/// The height of a table with its headings.
fn table_height(table: &Table, points: usize) -> usize {
    /// The lines and the air of a cell, on both sides, or above and below.
    const BESIDE: usize = 450;
    const ABOVE: usize = 190;
    let cell = |text: &Text, column: &Column| {
        let width = (column.width * WIDTH / 100).saturating_sub(BESIDE);
        lines(&text.one_line(), points, width)
    };
    let row = |row: &Vec<Text>| {
        let cells = row.iter().zip(&table.columns);
        let lines = cells.map(|(text, column)| cell(text, column)).max();
        lines.unwrap_or(1) * points * LINE + ABOVE
    };
    points * LINE + 2 * ABOVE + table.rows.iter().map(row).sum::<usize>()
}
