//! Whether a paper has room on one page, and with which letters. `paper/word.rs` and `templates/paper.html` leave the same
//! air between paragraphs.

use crate::export::{
    paper::{Block, Column, Paper, Point, Table, smaller},
    text::Text,
};

/// The height between the margins of A4, in thousandths of a millimetre, less the foot of a printed page.
const ROOM: usize = 256_000;
/// The width between the margins, in thousandths of a millimetre.
const WIDTH: usize = 169_500;
/// Of a text that is in bold letters as a whole.
const ALL: usize = usize::MAX;
/// The height of a line of letters of one point, in thousandths of a millimetre: 1.24 times the letters.
const LINE: usize = 438;
/// The height of a point, in thousandths of a millimetre.
const POINT: usize = 353;

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
    let title = lines(paper.title.as_str(), ALL, 20, WIDTH) * 20 * LINE;
    let below = lines(paper.below_in_one().as_str(), 0, 13, WIDTH) * 13 * LINE + 900;
    let warnings = paper.warnings.iter();
    let warnings = warnings.map(|warning| lines(warning.as_str(), ALL, 10, WIDTH) * 10 * LINE + 5_500);
    title + 1_000 + below + warnings.sum::<usize>()
}

/// The width of a letter in thousandths of its height, as Arial and letters made to its measure have it.
fn width_of(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 222,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' => 280,
        'r' | '(' | ')' | '-' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'w' => 722,
        'm' | 'M' => 833,
        'W' | '…' | '—' | '@' | '%' => 1000,
        letter if letter.is_uppercase() => 720,
        letter if letter.is_ascii() || letter.is_alphanumeric() && letter < '\u{250}' => 556,
        _ => 1000,
    }
}

/// The lines of a text in letters of so many points over this width, in thousandths of a millimetre, broken between words
/// and in those that are too long for a line; so many bytes at its start are in bold letters.
fn lines(text: &str, bold: usize, points: usize, width: usize) -> usize {
    let whole = (width * 1000 / (points * POINT)).max(1);
    let (mut lines, mut taken, mut at) = (1, 0, 0);
    for word in text.split_inclusive([' ', '\n']) {
        let wide: usize = word.trim_end().chars().map(width_of).sum();
        let wide = if at < bold { wide * 108 / 100 } else { wide };
        if taken > 0 && taken + wide > whole {
            lines += 1;
            taken = 0;
        }
        lines += wide / whole;
        taken = taken % whole + wide % whole + width_of(' ');
        if word.ends_with('\n') {
            lines += 1;
            taken = 0;
        }
        at += word.len();
    }
    lines
}

/// How high blocks are in letters of this height, in thousandths of a millimetre; rather too much than too little.
fn height(blocks: &[Block], points: usize) -> usize {
    let of_text = |text: &Text, points: usize| lines(text.as_str(), 0, points, WIDTH) * points * LINE;
    let in_bold = |text: &Text, points: usize| {
        let text = text.as_str();
        lines(text, text.len(), points, WIDTH) * points * LINE
    };
    let named = |said: &[Point]| {
        let bold = said.first().map_or(0, |point| point.lead().len());
        let said: Vec<String> = said.iter().map(whole).collect();
        lines(&said.join(" "), bold, points, WIDTH) * points * LINE
    };
    let air = |tenths: usize| points * POINT * tenths / 10;
    let of = |block: &Block| match block {
        Block::Section(text) | Block::Part(text) => in_bold(text, points + 2) + air(10),
        Block::Lead(text) => in_bold(text, points) + air(5),
        Block::Words(text) => of_text(text, points) + air(2),
        Block::Aside(text) => of_text(text, smaller(points)) + air(2),
        Block::List(items) => {
            let item = |item: &Text| lines(item.as_str(), 0, points, WIDTH - 7_000) * points * LINE + air(1);
            items.iter().map(item).sum::<usize>() + air(1)
        }
        Block::Points(said) => {
            let said = said
                .iter()
                .map(|point| named(std::slice::from_ref(point)) + air(1));
            said.sum::<usize>() + air(1)
        }
        Block::Running(said) => named(said) + air(2),
        Block::Table(table) => table_height(table, smaller(points)),
        Block::Picture(picture) => picture.height * 280,
        Block::Together(blocks) => height(blocks, points),
    };
    blocks.iter().map(of).sum()
}

fn whole(point: &Point) -> String {
    format!("{} {}", point.lead(), point.text.as_str())
}

/// The height of a table with its headings.
fn table_height(table: &Table, points: usize) -> usize {
    /// The lines and the air of a cell, on both sides, or above and below.
    const BESIDE: usize = 4_500;
    const ABOVE: usize = 1_900;
    let cell = |text: &Text, column: &Column| {
        let width = (column.width * WIDTH / 100).saturating_sub(BESIDE);
        lines(text.as_str(), 0, points, width)
    };
    let row = |row: &Vec<Text>| {
        let cells = row.iter().zip(&table.columns);
        let lines = cells.map(|(text, column)| cell(text, column)).max();
        lines.unwrap_or(1) * points * LINE + ABOVE
    };
    points * LINE + 3 * ABOVE + table.rows.iter().map(row).sum::<usize>()
}
