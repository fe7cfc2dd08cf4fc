//! Word documents: their tables with merged cells, and the paragraphs around them.
//!
//! Read with zip and quick-xml, and not with docx-rs: that one makes room for as many bytes as the file claims to have,
//! and panics on a broken one.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{
    fault::ImportFault,
    sheet::{Block, Cell, HIDDEN, Line, NoText, Row, Sheet},
};

/// The largest text of a document that is read, unpacked, in bytes: far more than any plan has.
const LARGEST: u64 = 32 * 1024 * 1024;
/// The most columns that a merged cell reaches across.
const WIDEST: usize = 62;

/// So many tables are read one within the other.
const DEEPEST: usize = 6;

/// What zip archives that are no Word documents have in them.
const OTHER: [(&str, &str); 3] = [
    ("xl/", "an Excel workbook (.xlsx)"),
    ("ppt/", "a PowerPoint file (.pptx)"),
    ("content.xml", "an OpenDocument file (.odt, .ods)"),
];

/// The tables and paragraphs of a Word document.
pub(super) fn sheet(bytes: &[u8]) -> Result<Sheet, ImportFault> {
    let xml = main_text(bytes)?;
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    let mut reading = Reading::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => reading.open(&tag, false),
            Ok(Event::Empty(tag)) => reading.open(&tag, true),
            Ok(Event::End(tag)) => reading.close(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => reading.words(&text.decode().unwrap_or_default()),
            Ok(Event::CData(text)) => reading.words(&text.decode().unwrap_or_default()),
            Ok(Event::GeneralRef(name)) => reading.words(&character(&name)),
            Ok(_) => {}
            Err(error) => return Err(broken(error)),
        }
    }
    reading.end_line();
    while reading.tables.last().is_some() {
        reading.end_table();
    }
    Ok(reading.sheet)
}

/// What the library says of it helps nobody who has the document before them.
fn broken(_cause: impl std::fmt::Display) -> ImportFault {
    ImportFault::BrokenDocument
}

/// The text of the document's main part.
fn main_text(bytes: &[u8]) -> Result<String, ImportFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let names: Vec<String> = archive.file_names().map(str::to_string).collect();
    let main = |name: &&String| {
        let name = name.replace('\\', "/");
        // Some programs number it: "word/document2.xml".
        let rest = name
            .strip_prefix("word/document")
            .and_then(|rest| rest.strip_suffix(".xml"));
        rest.is_some_and(|number| number.chars().all(|letter| letter.is_ascii_digit()))
    };
    let Some(name) = names.iter().find(main) else {
        let other = OTHER
            .iter()
            .find(|(part, _)| names.iter().any(|name| name.starts_with(part)));
        return Err(other.map_or_else(
            || ImportFault::OtherFormat("a zip archive"),
            |(_, format)| ImportFault::OtherFormat(format),
        ));
    };
    let part = archive.by_name(name).map_err(broken)?;
    let mut xml = Vec::new();
    part.take(LARGEST + 1).read_to_end(&mut xml).map_err(broken)?;
    if u64::try_from(xml.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(ImportFault::TooLarge(LARGEST / (1024 * 1024)));
    }
    super::encoding::text(&xml)
}

/// The letter behind `&amp;`, `&#8211;` and their like.
fn character(name: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string();
    }
    let name = name.decode().unwrap_or_default();
    quick_xml::escape::resolve_predefined_entity(&name)
        .unwrap_or_default()
        .to_string()
}

/// A piece of text with one look.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// None: what is said is of a paragraph.
    #[default]
    Outside,
    /// One that people see.
    Seen,
    /// One that Word hides.
    Hidden,
}

#[derive(Default)]
struct Reading {
    sheet: Sheet,
    /// The tables that are open, one within the other.
    tables: Vec<Table>,
    /// The line being put together.
    text: String,
    number: usize,
    bullet: bool,
    apart: bool,
    /// Whether the present text is one that people see.
    in_text: bool,
    /// How deep one is in a part that is a copy of another, or is deleted.
    unseen: usize,
    /// Which piece of text one is in.
    run: Run,
    /// What is hidden in the present line.
    hidden_text: String,
    /// How many tables are open beyond those of `tables`.
    deeper: usize,
}

#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    row: Row,
    cell: Cell,
}

impl Reading {
    fn open(&mut self, tag: &BytesStart, empty: bool) {
        let name = tag.local_name();
        if self.unseen > 0 || matches!(name.as_ref(), b"Fallback" | b"moveFrom") {
            self.unseen += usize::from(!empty);
            return;
        }
        match name.as_ref() {
            b"tbl" if !empty && self.tables.len() < DEEPEST => {
                self.end_line();
                self.tables.push(Table::default());
            }
            // Too deep to mean anything: left out of the order, and kept as lines of the table around it.
            b"tbl" if !empty => self.deeper += 1,
            b"p" => {
                self.end_line();
                if empty {
                    self.number += 1;
                    self.apart = true;
                }
            }
            b"r" => self.run = if empty { Run::Outside } else { Run::Seen },
            b"vanish" if self.run == Run::Seen && !is_off(tag) => self.run = Run::Hidden,
            b"gridSpan" => self.reach(tag),
            b"gridBefore" => self.skip_columns(tag),
            b"numPr" => self.bullet = true,
            // Of no list after all.
            b"numId" if value(tag).as_deref() == Some("0") => self.bullet = false,
            b"pStyle" => {
                let style = value(tag).unwrap_or_default();
                self.bullet |= style.starts_with("ListBullet") || style.starts_with("ListNumber");
            }
            b"br" | b"cr" => self.break_line(),
            b"tab" | b"ptab" => self.text.push(' '),
            b"noBreakHyphen" => self.text.push('-'),
            b"t" => self.in_text = !empty,
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            b"p" => {
                self.apart |= self.text.trim().is_empty();
                self.break_line();
                self.bullet = false;
            }
            b"t" => self.in_text = false,
            b"r" => self.run = Run::Outside,
            b"tbl" if self.deeper > 0 => self.deeper -= 1,
            b"tc" if self.deeper == 0 => self.end_cell(),
            b"tr" if self.deeper == 0 => self.end_row(),
            b"tbl" => self.end_table(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_text && self.unseen == 0 {
            let line = if self.run == Run::Hidden {
                &mut self.hidden_text
            } else {
                &mut self.text
            };
            line.push_str(words);
        }
    }

    /// Ends the line and goes on in the next one, which belongs to the same list.
    fn break_line(&mut self) {
        let bullet = self.bullet;
        self.number += 1;
        let number = self.number;
        self.put(number);
        self.bullet = bullet;
    }

    /// Ends a line that nothing has ended.
    fn end_line(&mut self) {
        if !self.text.trim().is_empty() || !self.hidden_text.trim().is_empty() {
            self.break_line();
        }
        self.bullet = false;
    }

    fn put(&mut self, number: usize) {
        let hidden = std::mem::take(&mut self.hidden_text);
        let hidden = Line {
            no_text: Some(NoText::Unread(HIDDEN)),
            ..Line::typed(number, &hidden)
        };
        let text = std::mem::take(&mut self.text);
        self.put_line(Line::typed(number, &text));
        self.put_line(hidden);
    }

    fn put_line(&mut self, mut line: Line) {
        if line.is_blank() {
            return;
        }
        line.bullet |= self.bullet;
        line.apart = std::mem::take(&mut self.apart);
        match self.tables.last_mut() {
            Some(table) => table.cell.lines.push(line),
            None => self.sheet.blocks.push(Block::Line(line)),
        }
    }

    fn reach(&mut self, tag: &BytesStart) {
        let across = value(tag).and_then(|value| value.parse().ok()).unwrap_or(1_usize);
        if let Some(table) = self.tables.last_mut() {
            table.cell.reach = across.saturating_sub(1).min(WIDEST);
        }
    }

    fn skip_columns(&mut self, tag: &BytesStart) {
        let skipped = value(tag).and_then(|value| value.parse().ok()).unwrap_or(0_usize);
        if let Some(table) = self.tables.last_mut() {
            table
                .row
                .cells
                .extend((0..skipped.min(WIDEST)).map(|_| Cell::default()));
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell);
            let reach = cell.reach;
            table.row.cells.push(cell);
            table.row.cells.extend((0..reach).map(|_| Cell::default()));
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let row = std::mem::take(&mut table.row);
            table.rows.push(row);
        }
    }

    /// Puts a table where it stands; one within a cell becomes lines of that cell, a line for each of its rows.
    fn end_table(&mut self) {
        self.end_line();
        let Some(mut table) = self.tables.pop() else {
            return;
        };
        if !table.cell.lines.is_empty() {
            table.row.cells.push(table.cell);
        }
        if !table.row.cells.is_empty() {
            table.rows.push(table.row);
        }
        match self.tables.last_mut() {
            None => self.sheet.blocks.push(Block::Table(table.rows)),
            Some(outer) => outer.cell.lines.extend(table.rows.iter().flat_map(as_lines)),
        }
        self.apart = true;
    }
}

/// The row of a table within a cell as lines: one, if every cell of it has one.
fn as_lines(row: &Row) -> Vec<Line> {
    let lines: Vec<Line> = row.lines().cloned().collect();
    let short = row.cells.iter().all(|cell| cell.lines.len() <= 1);
    match lines.first() {
        Some(first) if short => {
            let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            vec![Line {
                text: texts.join(" "),
                ..first.clone()
            }]
        }
        _ => lines,
    }
}

/// Whether a tag takes back what it is for: `<w:vanish w:val="0"/>`.
fn is_off(tag: &BytesStart) -> bool {
    matches!(value(tag).as_deref(), Some("0" | "false" | "off"))
}

/// The value of a tag such as `<w:gridSpan w:val="2"/>`.
fn value(tag: &BytesStart) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes.find(|attribute| attribute.key.local_name().as_ref() == b"val")?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}
