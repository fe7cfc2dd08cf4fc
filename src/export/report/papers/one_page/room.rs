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
    let title = lines(paper.title.as_str(), 21, WIDTH) * 20 * LINE;
    let below = paper.subtitles.iter();
    let below = below.map(|line| lines(line.as_str(), 13, WIDTH) * 13 * LINE + 900);
    let warnings = paper.warnings.iter();
    let warnings = warnings.map(|warning| lines(warning.as_str(), 11, WIDTH) * 10 * LINE + 5_500);
    title + 1_000 + below.chain(warnings).sum::<usize>()
}

/// The width of a letter in thousandths of its height, as Arial and letters made to its measure have it.
fn width_of(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 222,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' => 280,
        'r' | '(' | ')' | '-' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '@' | '%' => 900,
        letter if letter.is_uppercase() => 720,
        letter if letter.is_ascii() || letter.is_alphanumeric() && letter < '\u{250}' => 556,
        _ => 1000,
    }
}

/// The lines of a text in letters of so many points over this width, in thousandths of a millimetre, broken between words
/// and in those that are too long for a line.
fn lines(text: &str, points: usize, width: usize) -> usize {
    let whole = (width * 1000 / (points * POINT)).max(1);
    let of_line = |line: &str| {
        let mut lines = 1;
        let mut taken = 0;
        for word in line.split_inclusive(' ') {
            let wide: usize = word.chars().map(width_of).sum();
            if taken > 0 && taken + wide.saturating_sub(width_of(' ')) > whole {
                lines += 1;
                taken = 0;
            }
            lines += wide / whole;
            taken = (taken + wide) % (whole + 1);
        }
        lines
    };
    text.split('\n').map(of_line).sum()
}

/// How high blocks are in letters of this height, in thousandths of a millimetre; rather too much than too little.
fn height(blocks: &[Block], points: usize) -> usize {
    let of_lines = |text: &str, points: usize, width: usize| lines(text, points, width) * points * LINE;
    let of_text = |text: &Text, points: usize| of_lines(text.as_str(), points, WIDTH);
    // Bold letters are wider.
    let in_bold = |text: &Text| of_lines(text.as_str(), points, WIDTH * 93 / 100);
    let air = |tenths: usize| points * POINT * tenths / 10;
    let of = |block: &Block| match block {
        Block::Section(text) => of_text(text, points + 2) + air(10),
        Block::Part(text) => of_text(text, points + 2) + air(10),
        Block::Lead(text) => in_bold(text) + air(5),
        Block::Words(text) => of_text(text, points) + air(2),
        Block::Aside(text) => of_text(text, smaller(points)) + air(2),
        Block::List(items) => {
            items
                .iter()
                .map(|item| of_lines(item.as_str(), points, WIDTH - 7_000) + air(1))
                .sum::<usize>()
                + air(2)
        }
        Block::Points(said) => {
            said.iter()
                .map(|point| of_lines(&whole(point), points, WIDTH * 99 / 100) + air(1))
                .sum::<usize>()
                + air(1)
        }
        Block::Running(said) => {
            let said: Vec<String> = said.iter().map(whole).collect();
            of_lines(&said.join(" "), points, WIDTH * 99 / 100) + air(2)
        }
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
        lines(text.as_str(), points, width)
    };
    let row = |row: &Vec<Text>| {
        let cells = row.iter().zip(&table.columns);
        let lines = cells.map(|(text, column)| cell(text, column)).max();
        lines.unwrap_or(1) * points * LINE + ABOVE
    };
    points * LINE + 3 * ABOVE + table.rows.iter().map(row).sum::<usize>()
}
