//! A paper as a Word document; its pictures are tables there, which can be read, searched and read aloud.

use docx_rs::{Docx, LineSpacing, Paragraph, Run, TableRow};

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
    for line in &paper.below_title() {
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
    fn sized(&self, run: Run) -> Run {
        match self.half_points {
            Some(size) => run.size(size),
            None => run,
        }
    }

    /// Behind what a paragraph has already.
    fn behind(&self, paragraph: Paragraph, text: &Text) -> Paragraph {
        let runs = prose::runs(text).into_iter();
        runs.map(|run| self.sized(run))
            .fold(paragraph, Paragraph::add_run)
    }

    fn styled(&self, style: &str, text: &Text) -> Paragraph {
        self.behind(Paragraph::new().style(style), text)
    }

    /// The letters of what is smaller.
    fn smaller(&self) -> Self {
        Self {
            half_points: self.half_points.map(|size| super::smaller(size / 2) * 2),
        }
    }

    /// The air above and below a paragraph in tenths of the letters' height, where that is not the style's own.
    fn spaced(&self, paragraph: Paragraph, above: usize, below: usize) -> Paragraph {
        let Some(size) = self.half_points else {
            return paragraph;
        };
        // A tenth of a half point is a twentieth of a point.
        let air = |tenths: usize| u32::try_from(size * tenths).unwrap_or(u32::MAX);
        paragraph.line_spacing(LineSpacing::new().before(air(above)).after(air(below)))
    }

    /// Adds a block; with `keep` it stays on the page of what follows it.
    fn put(&self, docx: Docx, block: &Block, keep: bool) -> Docx {
        let all = |docx: Docx, paragraphs: Vec<Paragraph>| {
            let kept = paragraphs.into_iter().map(|paragraph| paragraph.keep_next(keep));
            kept.fold(docx, Docx::add_paragraph)
        };
        match block {
            Block::Section(text) => docx.add_paragraph(self.section(text)),
            Block::Part(text) => docx.add_paragraph(Self::heading("Heading2", text)),
            Block::Lead(text) => docx.add_paragraph(self.lead(text)),
            Block::Words(text) => all(docx, vec![self.spaced(self.styled("Normal", text), 0, 2)]),
            Block::Aside(text) => {
                let smaller = self.smaller();
                all(docx, vec![smaller.spaced(smaller.styled("Small", text), 0, 2)])
            }
            Block::List(items) => all(docx, items.iter().map(|item| self.bullet(item)).collect()),
            Block::Points(points) => all(docx, points.iter().map(|point| self.point(point)).collect()),
            Block::Running(points) => all(docx, vec![self.running(points)]),
            Block::Table(rows) => self.smaller().add_table(docx, rows),
            Block::Picture(picture) => {
                let caption = prose::styled("Caption", &picture.caption).keep_next(true);
                self.smaller()
                    .add_table(docx.add_paragraph(caption), &picture.table)
            }
            Block::Together(blocks) => blocks.iter().enumerate().fold(docx, |docx, (at, block)| {
                self.put(docx, block, keep || at + 1 < blocks.len())
            }),
        }
    }

    /// A heading in its own letters.
    fn heading(style: &str, text: &Text) -> Paragraph {
        prose::styled(style, text).keep_next(true)
    }

    /// The heading of a section, a little larger than letters that are to be read from afar.
    fn section(&self, text: &Text) -> Paragraph {
        let larger = Self {
            half_points: self.half_points.map(|half_points| half_points + 4),
        };
        let heading = larger.styled("Heading1", text).keep_next(true);
        self.spaced(heading, 7, 2)
    }

    /// An item of a list; its dot is as high as its letters.
    fn bullet(&self, text: &Text) -> Paragraph {
        let bullet = self.behind(prose::bullet("ListBullet", &Text::default()), text);
        match self.half_points {
            Some(size) => self.spaced(bullet.size(size), 0, 1),
            None => bullet,
        }
    }

    /// A paragraph in bold letters; it stays on the page of what follows.
    fn lead(&self, text: &Text) -> Paragraph {
        self.spaced(self.styled("Lead", text).keep_next(true), 4, 1)
    }

    /// A name in bold letters, and the words behind it.
    fn point(&self, point: &Point) -> Paragraph {
        self.running(std::slice::from_ref(point))
    }

    /// Names in bold letters, each with the words behind it.
    fn running(&self, points: &[Point]) -> Paragraph {
        let empty = Paragraph::new().style("Normal").keep_lines(true);
        let said = points.iter().enumerate().fold(empty, |said, (at, point)| {
            let air = if at > 0 { " " } else { "" };
            let label = Run::new().add_text(format!("{air}{} ", point.lead())).bold();
            self.behind(said.add_run(self.sized(label)), &point.text)
        });
        self.spaced(said, 0, 1)
    }

    /// A table, and a little air below it, since two tables without any become one. A short table stays on one page, and
    /// of a long one more than its headings stands on the first.
    fn add_table(&self, docx: Docx, of: &Table) -> Docx {
        let widths: Vec<usize> = of.columns.iter().map(|column| column.width).collect();
        let names = of.columns.iter().map(|column| {
            let name = Run::new().add_text(column.name.one_line()).bold();
            // A long name over a narrow column is broken in fewer places when it is small.
            let style = if column.width < NARROW {
                "NarrowCell"
            } else {
                "Cell"
            };
            let name = if column.width < NARROW {
                name
            } else {
                self.sized(name)
            };
            let name = Paragraph::new().style(style).keep_next(true).add_run(name);
            table::cell(column.width, 1, [name])
        });
        let mut rows = vec![table::heading_row(names.collect())];
        let kept = if of.is_short() { of.rows.len() } else { 2 };
        rows.extend(
            of.rows
                .iter()
                .enumerate()
                .map(|(at, row)| self.table_row(row, &widths, at + 1 < kept)),
        );
        docx.add_table(table::table(&widths, rows))
            .add_paragraph(Paragraph::new().style("Air"))
    }

    /// A row; with `keep` it stays on the page of the next.
    fn table_row(&self, cells: &[Text], widths: &[usize], keep: bool) -> TableRow {
        let cells = cells.iter().zip(widths);
        let cells =
            cells.map(|(text, width)| table::cell(*width, 1, [self.styled("Cell", text).keep_next(keep)]));
        table::row(cells.collect())
    }
}
