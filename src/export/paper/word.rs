//! A paper as a Word document; its pictures are tables there, which can be read, searched and read aloud.

use docx_rs::{Docx, Paragraph, Run, TableRow};

use super::{Block, Paper, Point, Table};
use crate::{
    domain::stamp::Stamp,
    export::{
        ExportFault,
        docx::{
            page::{self, About},
            prose, table,
        },
        text::Text,
    },
};

/// Columns of less than this many hundredths are narrow.
const NARROW: usize = 13;

/// The paper as the bytes of a `.docx` file that was made at `made`.
///
/// # Errors
/// If the parts of the file can't be put together.
pub fn docx(paper: &Paper, made: Stamp) -> Result<Vec<u8>, ExportFault> {
    let about = About {
        title: paper.listed_title(),
        author: paper.author.clone(),
        made,
        foot: paper.foot.clone(),
    };
    let mut docx = page::document(&about).add_paragraph(prose::styled("Title", &paper.title));
    for line in &paper.subtitles {
        docx = docx.add_paragraph(prose::styled("Subtitle", line));
    }
    for warning in &paper.warnings {
        docx = docx.add_paragraph(prose::styled("Lead", warning));
    }
    let letters = Letters {
        half_points: paper.points.map(|points| points * 2),
    };
    docx = paper
        .blocks
        .iter()
        .fold(docx, |docx, block| letters.put(docx, block, false));
    page::pack(docx, &about)
}

/// How high letters are, where that is not the style's own height.
struct Letters {
    half_points: Option<usize>,
}

impl Letters {
    fn run(&self, text: &Text) -> Run {
        self.sized(prose::run(text))
    }

    fn sized(&self, run: Run) -> Run {
        match self.half_points {
            Some(size) => run.size(size),
            None => run,
        }
    }

    fn styled(&self, style: &str, text: &Text) -> Paragraph {
        Paragraph::new().style(style).add_run(self.run(text))
    }

    /// Adds a block; with `keep` it stays on the page of what follows it.
    fn put(&self, docx: Docx, block: &Block, keep: bool) -> Docx {
        let all = |docx: Docx, paragraphs: Vec<Paragraph>| {
            let kept = paragraphs.into_iter().map(|paragraph| paragraph.keep_next(keep));
            kept.fold(docx, Docx::add_paragraph)
        };
        match block {
            Block::Section(text) => docx.add_paragraph(self.section(text)),
            Block::Part(text) => docx.add_paragraph(prose::styled("Heading2", text).keep_next(true)),
            Block::Lead(text) => docx.add_paragraph(self.styled("Lead", text).keep_next(true)),
            Block::Words(text) => all(docx, vec![self.styled("Normal", text)]),
            Block::Aside(text) => all(docx, vec![prose::styled("Small", text)]),
            Block::List(items) => all(docx, items.iter().map(|item| self.bullet(item)).collect()),
            Block::Points(points) => all(docx, points.iter().map(|point| self.point(point)).collect()),
            Block::Table(rows) => add_table(docx, rows),
            Block::Picture(picture) => {
                let caption = prose::styled("Caption", &picture.caption).keep_next(true);
                add_table(docx.add_paragraph(caption), &picture.table)
            }
            Block::Together(blocks) => blocks.iter().enumerate().fold(docx, |docx, (at, block)| {
                self.put(docx, block, keep || at + 1 < blocks.len())
            }),
        }
    }

    /// The heading of a section, a little larger than letters that are to be read from afar.
    fn section(&self, text: &Text) -> Paragraph {
        let larger = Self {
            half_points: self.half_points.map(|half_points| half_points + 4),
        };
        larger.styled("Heading1", text).keep_next(true)
    }

    /// An item of a list; its dot is as high as its letters.
    fn bullet(&self, text: &Text) -> Paragraph {
        let bullet = prose::bullet("ListBullet", &Text::default()).add_run(self.run(text));
        match self.half_points {
            Some(size) => bullet.size(size),
            None => bullet,
        }
    }

    /// A name in bold letters, and the words behind it.
    fn point(&self, point: &Point) -> Paragraph {
        let label = Run::new()
            .add_text(format!("{}: ", point.label.one_line()))
            .bold();
        Paragraph::new()
            .style("Normal")
            .keep_lines(true)
            .add_run(self.sized(label))
            .add_run(self.run(&point.text))
    }
}

/// A table, and a little air below it, since two tables without any become one. A short table stays on one page, and of
/// a long one more than its headings stands on the first.
fn add_table(docx: Docx, of: &Table) -> Docx {
    let widths: Vec<usize> = of.columns.iter().map(|column| column.width).collect();
    let names = of.columns.iter().map(|column| {
        let name = Run::new().add_text(column.name.one_line()).bold();
        // A long name over a narrow column is broken in fewer places when it is small.
        let style = if column.width < NARROW { "Small" } else { "Cell" };
        let name = Paragraph::new().style(style).keep_next(true).add_run(name);
        table::cell(column.width, 1, [name])
    });
    let mut rows = vec![table::heading_row(names.collect())];
    let kept = if of.is_short() { of.rows.len() } else { 2 };
    rows.extend(
        of.rows
            .iter()
            .enumerate()
            .map(|(at, row)| table_row(row, &widths, at + 1 < kept)),
    );
    docx.add_table(table::table(&widths, rows))
        .add_paragraph(Paragraph::new().style("Air"))
}

/// A row; with `keep` it stays on the page of the next.
fn table_row(cells: &[Text], widths: &[usize], keep: bool) -> TableRow {
    let cells = cells.iter().zip(widths);
    let cells =
        cells.map(|(text, width)| table::cell(*width, 1, [prose::styled("Cell", text).keep_next(keep)]));
    table::row(cells.collect())
}
