//! Tables of a Word document: all of the width between the margins, with a heading row that comes again on every page.

use docx_rs::{
    HeightRule, Paragraph, Shading, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::page::{TEXT_WIDTH, replaced};
use crate::export::ExportFault;

/// The ground of heading rows.
const SHADE: &str = "DEE6F0";
/// The colour of the lines.
const LINES: &str = "7F8FA9";

/// The least height of a heading row, in twentieths of a point. No other row has it, so that heading rows are known by
/// it in the finished XML.
const HEADING_HEIGHT: u16 = 341;

/// How `HEADING_HEIGHT` is written.
fn heading_height() -> String {
    format!(r#"<w:trHeight w:val="{HEADING_HEIGHT}" w:hRule="atLeast" />"#)
}

/// A table with columns of these widths, in hundredths of the width between the margins.
pub fn table(widths: &[usize], rows: Vec<TableRow>) -> Table {
    let border = |position| TableBorder::new(position).size(4).color(LINES);
    let borders = [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let borders = borders
        .into_iter()
        .fold(TableBorders::new(), |all, position| all.set(border(position)));
    Table::new(rows)
        .style("TableGrid")
        .set_grid(widths.iter().map(|width| twips(*width)).collect())
        .width(TEXT_WIDTH, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(50, 100, 50, 100))
        .set_borders(borders)
}

/// Hundredths of the width between the margins, in twentieths of a point.
fn twips(hundredths: usize) -> usize {
    TEXT_WIDTH * hundredths / 100
}

/// A cell of this width, in hundredths, over `columns` columns.
pub fn cell(width: usize, columns: usize, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let cell = TableCell::new().width(twips(width), WidthType::Dxa);
    let cell = if columns > 1 {
        cell.grid_span(columns)
    } else {
        cell
    };
    let filled = paragraphs.into_iter().fold(cell, TableCell::add_paragraph);
    if filled.children.is_empty() {
        // Word refuses a cell without a paragraph.
        return filled.add_paragraph(Paragraph::new().style("Cell"));
    }
    filled
}

/// A row that is never divided between two pages.
pub fn row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split()
}

/// A row to write into, at least so many millimetres high.
pub fn empty_row(cells: Vec<TableCell>, millimetres: usize) -> TableRow {
    // 1440 twentieths of a point are 25.4 mm. Never as low as a heading row, which is known by its height.
    let height = u16::try_from(millimetres * 14400 / 254).unwrap_or(u16::MAX);
    at_least(row(cells), height.max(HEADING_HEIGHT + 1))
}

fn at_least(row: TableRow, height: u16) -> TableRow {
    row.row_height(f32::from(height)).height_rule(HeightRule::AtLeast)
}

/// A row of headings, that comes again wherever the table goes on to another page.
pub fn heading_row(cells: Vec<TableCell>) -> TableRow {
    let shaded = cells.into_iter().map(|cell| {
        cell.shading(Shading::new().fill(SHADE))
            .vertical_align(VAlignType::Center)
    });
    at_least(row(shaded.collect()), HEADING_HEIGHT)
}

/// The document's XML in which the heading rows say that they come again; the library has no word for it.
///
/// # Errors
/// If it is no text, as no XML is.
pub fn with_repeated_headings(document: &[u8]) -> Result<Vec<u8>, ExportFault> {
    let height = heading_height();
    replaced(document, &height, &format!("{height}<w:tblHeader />"))
}
