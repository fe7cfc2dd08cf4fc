//! A paper as Markdown.

use super::{Block, Paper, Point, Table};
use crate::export::markdown::{
    Page,
    escape::{escaped, escaped_line},
};

/// The paper as the bytes of an `.md` file.
#[must_use]
pub fn markdown(paper: &Paper) -> Vec<u8> {
    let mut page = Page::default();
    page.heading(1, &escaped(&paper.title));
    for line in &paper.below_title() {
        page.paragraph(&escaped(line));
    }
    for warning in &paper.warnings {
        page.paragraph(&format!("**{}**", escaped(warning)));
    }
    for block in &paper.blocks {
        put(&mut page, block);
    }
    page.paragraph(&format!(
        "*{}*",
        escaped(&crate::export::text::Text::new(&paper.foot))
    ));
    page.into_bytes()
}

fn put(page: &mut Page, block: &Block) {
    match block {
        Block::Section(text) => page.heading(2, &escaped(text)),
        Block::Part(text) => page.heading(3, &escaped(text)),
        Block::Lead(text) => page.paragraph(&format!("**{}**", escaped(text))),
        Block::Words(text) => page.paragraph(&escaped(text)),
        Block::Aside(text) => page.paragraph(&format!("*{}*", escaped(text))),
        Block::List(items) => page.list(items),
        Block::Points(points) => page.items("-", points.iter().map(in_markdown)),
        Block::Running(points) => {
            let points: Vec<String> = points.iter().map(in_markdown).collect();
            page.paragraph(&points.join(" "));
        }
        Block::Table(table) => put_table(page, table),
        Block::Picture(picture) => {
            page.paragraph(&format!("**{}**", escaped(&picture.caption)));
            put_table(page, &picture.table);
        }
        Block::Together(blocks) => blocks.iter().for_each(|block| put(page, block)),
    }
}

fn in_markdown(point: &Point) -> String {
    format!("**{}** {}", escaped_line(&point.lead()), escaped(&point.text))
}

fn put_table(page: &mut Page, table: &Table) {
    let names: Vec<String> = table.columns.iter().map(|column| escaped(&column.name)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(escaped).collect());
    page.table(&names, rows);
}
