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
        .fold(docx, |docx, block| letters.put(docx, block));
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

    fn put(&self, docx: Docx, block: &Block) -> Docx {
        match block {
            Block::Section(text) => docx.add_paragraph(prose::styled("Heading1", text).keep_next(true)),
            Block::Part(text) => docx.add_paragraph(self.styled("Heading2", text).keep_next(true)),
            Block::Lead(text) => docx.add_paragraph(self.styled("Lead", text).keep_next(true)),
            Block::Words(text) => docx.add_paragraph(self.styled("Normal", text)),
            Block::Aside(text) => docx.add_paragraph(prose::styled("Small", text)),
            Block::List(items) => items
                .iter()
                .fold(docx, |docx, item| docx.add_paragraph(self.bullet(item))),
            Block::Points(points) => points
                .iter()
                .fold(docx, |docx, point| docx.add_paragraph(self.point(point))),
            Block::Table(rows) => add_table(docx, rows),
            Block::Picture(picture) => {
                let caption = prose::styled("Lead", &picture.caption).keep_next(true);
                add_table(docx.add_paragraph(caption), &picture.table)
            }
        }
    }

    fn bullet(&self, text: &Text) -> Paragraph {
        let empty = prose::bullet("Normal", &Text::default());
        empty.add_run(self.run(text))
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

/// A table, and a line of air below it, since two tables without one become one.
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
    rows.extend(of.rows.iter().map(|row| table_row(row, &widths)));
    docx.add_table(table::table(&widths, rows))
        .add_paragraph(Paragraph::new().style("Small"))
}

fn table_row(cells: &[Text], widths: &[usize]) -> TableRow {
    let cells = cells.iter().zip(widths);
    let cells = cells.map(|(text, width)| table::cell(*width, 1, [prose::styled("Cell", text)]));
    table::row(cells.collect())
}
