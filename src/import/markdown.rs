//! Markdown: tables with the lists and lines around them. HTML in it is not read.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::sheet::{Block, Cell, Line, NoText, Row, Sheet};

/// Whether `text` has a Markdown table in it: a line of dashes and bars below one with bars.
pub(super) fn has_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    lines.windows(2).any(|two| {
        let [above, below] = two else { return false };
        let rule = below.contains('-')
            && below.contains('|')
            && below
                .chars()
                .all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t'));
        rule && above.contains('|')
    })
}

/// The tables and lines of a Markdown text.
pub(super) fn sheet(text: &str) -> Sheet {
    let mut reading = Reading::new(text);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reading.take(event, range.start);
    }
    reading.flush();
    reading.sheet
}

struct Reading {
    sheet: Sheet,
    /// Where each line of the text begins, in bytes.
    starts: Vec<usize>,
    /// The line being put together, and the number of the line it began in.
    text: String,
    number: usize,
    bullet: bool,
    apart: bool,
    /// Set inside a table: its rows so far, and the lines of the cell.
    rows: Option<Vec<Row>>,
    cell: Vec<Line>,
}

impl Reading {
    fn new(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            sheet: Sheet::default(),
            starts: std::iter::once(0).chain(ends).collect(),
            text: String::new(),
            number: 1,
            bullet: false,
            apart: true,
            rows: None,
            cell: Vec::new(),
        }
    }

    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    fn take(&mut self, event: Event, at: usize) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words) => self.words(&words, at),
            Event::SoftBreak | Event::HardBreak => self.flush(),
            Event::InlineHtml(html) if is_line_break(&html) => self.flush(),
            Event::InlineHtml(html) => self.keep_html(&html, at, NoText::Sign("formatting")),
            Event::Html(html) => self.keep_html(&html, at, NoText::Unread("HTML in Markdown is not read")),
            Event::FootnoteReference(name) => self.words(&name, at),
            Event::TaskListMarker(_) | Event::Rule => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag {
            Tag::Table(_) => {
                self.flush();
                self.rows = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(rows) = &mut self.rows {
                    rows.push(Row::default());
                }
            }
            Tag::Item => {
                self.flush();
                self.bullet = true;
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) => {
                self.flush();
                self.apart = true;
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Table => {
                if let Some(rows) = self.rows.take() {
                    self.sheet.blocks.push(Block::Table(rows));
                }
            }
            TagEnd::TableCell => {
                self.flush();
                let lines = std::mem::take(&mut self.cell);
                if let Some(row) = self.rows.as_mut().and_then(|rows| rows.last_mut()) {
                    row.cells.push(Cell { lines, reach: 0 });
                }
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock => self.flush(),
            _ => {}
        }
    }

    /// Words may hold line ends in a block of code.
    fn words(&mut self, words: &str, at: usize) {
        let first = self.line_of(at);
        for (further, part) in words.split('\n').enumerate() {
            if further > 0 {
                self.flush();
            }
            if self.text.is_empty() {
                self.number = first + further;
            }
            self.text.push_str(part);
        }
    }

    /// Ends the line being put together.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let mut line = Line::typed(self.number, &text);
        if line.is_blank() {
            return;
        }
        line.bullet |= std::mem::take(&mut self.bullet);
        line.apart = std::mem::take(&mut self.apart);
        self.put(line);
    }

    fn put(&mut self, line: Line) {
        if self.rows.is_some() {
            self.cell.push(line);
        } else {
            self.sheet.blocks.push(Block::Line(line));
        }
    }

    fn keep_html(&mut self, html: &str, at: usize, no_text: NoText) {
        let first = self.line_of(at);
        for (further, part) in html.split('\n').enumerate() {
            let line = Line {
                no_text: Some(no_text),
                ..Line::typed(first + further, part)
            };
            if !line.is_blank() {
                self.put(line);
            }
        }
    }
}

fn is_line_break(html: &str) -> bool {
    let name: String = html.chars().filter(char::is_ascii_alphabetic).collect();
    name.eq_ignore_ascii_case("br")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Plan\n\nFor **all**\n\n| Time | What |\n|---|:--|\n| 9.00 | Books<br>- six <b>mixed</b> |\n\n- one\n";

    #[test]
    fn tables_and_lines_keep_their_numbers() {
        assert!(has_table(TEXT));
        assert!(!has_table("a | b\nc | d\n---\n"));
        let mut seen = Vec::new();
        for block in sheet(TEXT).blocks {
            match block {
                Block::Line(line) => seen.push((line.number, line.text, line.bullet)),
                Block::Table(rows) => seen.extend(
                    rows.iter()
                        .flat_map(Row::lines)
                        .map(|line| (line.number, line.text.clone(), line.bullet)),
                ),
            }
        }
        let wanted = [
            (1, "Plan", false),
            (3, "For all", false),
            (5, "Time", false),
            (5, "What", false),
            (7, "9.00", false),
            (7, "Books", false),
            (7, "<b>", false),
            (7, "</b>", false),
            (7, "six mixed", true),
            (9, "one", true),
        ];
        assert_eq!(
            seen,
            wanted.map(|(number, text, bullet)| (number, text.to_string(), bullet))
        );
    }
}
