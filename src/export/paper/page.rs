//! A paper as a page to read or print, with its pictures drawn in it.

use askama::Template;

use super::{
    Block, Paper, Table,
    picture::{Anchor, Shape},
};
use crate::export::{ExportFault, text::Text};

#[derive(Template)]
#[template(path = "paper.html")]
struct Page<'a> {
    paper: &'a Paper,
}

/// The paper as the bytes of an `.html` file.
///
/// # Errors
/// If the page can't be filled in.
pub fn html(paper: &Paper) -> Result<Vec<u8>, ExportFault> {
    Ok(Page { paper }.render()?.into_bytes())
}

/// A table as the template takes it.
#[derive(Template)]
#[template(path = "paper-table.html")]
struct TablePart<'a> {
    table: &'a Table,
}

/// Some blocks as the template takes them.
#[derive(Template)]
#[template(path = "paper-blocks.html")]
struct BlocksPart<'a> {
    blocks: &'a [Block],
}

fn blocks_part(blocks: &[Block]) -> BlocksPart<'_> {
    BlocksPart { blocks }
}

fn table_part(table: &Table) -> TablePart<'_> {
    TablePart { table }
}

/// A text as the template takes it, with what stands out in it.
#[derive(Template)]
#[template(path = "paper-text.html")]
struct TextPart<'a> {
    text: &'a Text,
}

fn text_part(text: &Text) -> TextPart<'_> {
    TextPart { text }
}
