//! Notes as a colleague wrote them: mails, lists, tables with two boxes, in text, Markdown and Word documents.
//!
//! The law: every line that has a letter or a digit in it stands, with its number, in a jotting or among what is no note.

mod around;
mod headings;

use super::{
    Vocabulary, docx, encoding,
    fault::ImportFault,
    markdown, prose,
    sheet::{Block, Line, Row, Sheet},
    wording,
};
use crate::domain::{
    jotted::{Jotted, Jotting, NotNote, Place},
    note::NoteKind,
};
use around::{Around, Part};
use headings::Label;

use super::source::Source;

/// The largest text that is read, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;

/// A line with its words as they were written.
#[derive(Debug, Clone)]
struct Written {
    line: Line,
    verbatim: String,
    /// How many lines it was wrapped into.
    lines: usize,
}

/// Reads notes.
///
/// # Errors
/// If the bytes are of a format that is not read, are broken or are too large, or if there is nothing in them.
pub fn jotted(source: Source<'_>, words: &Vocabulary) -> Result<Jotted, ImportFault> {
    let mut reading = Reading {
        words,
        jotted: Jotted::default(),
        above: Place::default(),
        kind: None,
        columns: Vec::new(),
        plus_signs: false,
    };
    if source.bytes.starts_with(b"PK\x03\x04") {
        reading.sheet(&docx::sheet(source.bytes)?);
    } else {
        if source.bytes.len() > LARGEST {
            return Err(ImportFault::TooLarge(4));
        }
        // What is no text is told by the reader of tables, which knows the formats.
        if source.bytes.starts_with(b"%PDF") || source.bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            super::source::sheet(source)?;
        }
        let text = encoding::text(source.bytes)?;
        if markdown::has_table(&text) {
            reading.sheet(&markdown::sheet(&text));
        } else {
            reading.text(&text);
        }
    }
    if reading.jotted.jottings.is_empty() && reading.jotted.not_notes.is_empty() {
        return Err(ImportFault::Empty);
    }
    Ok(reading.jotted)
}

struct Reading<'a> {
    words: &'a Vocabulary,
    jotted: Jotted,
    /// What the headings so far say.
    above: Place,
    kind: Option<NoteKind>,
    /// What the columns of a table hold.
    columns: Vec<Option<NoteKind>>,
    /// Whether strengths are marked with a plus, so that a minus is no bullet.
    plus_signs: bool,
}

impl Reading<'_> {
    fn text(&mut self, text: &str) {
        let mut lines: Vec<Written> = Vec::new();
        let mut apart = true;
        for (at, raw) in text.split('\n').enumerate() {
            let raw = unquoted(raw);
            let line = Line { apart, ..Line::typed(at + 1, raw) };
            apart = line.is_blank() && line.text.is_empty();
            if line.is_blank() {
                continue;
            }
            let verbatim = wording::without_bullet(raw).1.trim().to_string();
            if let Some(before) = lines.last_mut().filter(|before| joins(before, &line, raw, self.words)) {
                before.verbatim.push(' ');
                before.verbatim.push_str(raw.trim());
                before.lines += 1;
                before.line.text.push(' ');
                before.line.text.push_str(&line.text);
                before.line.number += 1;
                continue;
            }
            self.plus_signs |= raw.starts_with("+ ");
            lines.push(Written { line, verbatim: if raw.starts_with(['+', '-', '?', '\u{2013}']) { raw.to_string() } else { verbatim }, lines: 1 });
        }
        for written in &mut lines {
            written.line.number -= written.lines - 1;
        }
        self.lines(&lines);
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let mut lines = Vec::new();
        for block in &sheet.blocks {
            match block {
                Block::Line(line) => lines.push(as_written(line)),
                Block::Table(rows) => {
                    self.lines(&std::mem::take(&mut lines));
                    for row in rows {
                        self.row(row);
                    }
                    self.columns.clear();
                }
            }
        }
        self.lines(&lines);
    }

    /// A row of a table: its columns may be boxes for strengths and areas.
    fn row(&mut self, row: &Row) {
        let kinds: Vec<Option<NoteKind>> = row
            .cells
            .iter()
            .map(|cell| headings::kind(&cell.text()).filter(|_| cell.lines.len() == 1))
            .collect();
        if kinds.iter().flatten().count() > 0 {
            for line in row.lines() {
                self.not_note(&as_written(line), "a heading");
            }
            self.columns = kinds;
            return;
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let column = self.columns.get(at).copied().flatten();
            // The first column of a table says where the others belong.
            let is_side = at == 0 && column.is_none() && row.filled().len() > 1;
            for line in &cell.lines {
                let written = as_written(line);
                match headings::label(&line.text, self.words) {
                    Some(label) if label.is_whole() && (is_side || row.filled().len() == 1) => {
                        self.take_heading(&written, &label);
                    }
                    label => self.note(&written, label, column),
                }
            }
        }
    }

    fn lines(&mut self, lines: &[Written]) {
        let mut around = Around::default();
        for (at, written) in lines.iter().enumerate() {
            let label = headings::label(&written.line.text, self.words);
            let placed = label.as_ref().is_some_and(Label::says_something);
            match around.part(&written.line, placed, at) {
                Part::No(why) => self.not_note(written, why),
                Part::Note => match label {
                    Some(label) if label.is_whole() && !written.line.bullet => self.take_heading(written, &label),
                    label if headings::is_cells(&written.verbatim) => self.cells(written, label),
                    label => self.note(written, label, None),
                },
            }
        }
    }

    /// A line of cells with TABs between, as a table is pasted into a mail.
    fn cells(&mut self, written: &Written, label: Option<Label>) {
        let cells: Vec<&str> = written.verbatim.split('\t').map(str::trim).collect();
        let kinds: Vec<Option<NoteKind>> = cells.iter().map(|cell| headings::kind(cell)).collect();
        if kinds.iter().flatten().count() > 1 {
            self.columns = kinds;
            self.not_note(written, "a heading");
            return;
        }
        if self.columns.is_empty() {
            self.note(written, label, None);
            return;
        }
        let columns = self.columns.clone();
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let line = Line::typed(written.line.number, cell);
            let label = headings::label(&line.text, self.words);
            let part = Written { verbatim: (*cell).to_string(), lines: written.lines, line };
            self.note(&part, label, columns.get(at).copied().flatten());
        }
    }

    fn take_heading(&mut self, written: &Written, label: &Label) {
        self.not_note(written, "a heading");
        if label.kind.is_some() {
            self.kind = label.kind;
        }
        if !label.place.is_nothing() {
            self.above = label.place.clone();
            if label.kind.is_none() {
                // A new place begins without a box.
                self.kind = None;
            }
        }
    }

    fn note(&mut self, written: &Written, label: Option<Label>, column: Option<NoteKind>) {
        let (sign, text) = self.sign(&written.verbatim);
        let label = label.unwrap_or_default();
        let asks = text.trim_end().ends_with('?').then_some(NoteKind::Question);
        self.jotted.jottings.push(Jotting {
            line: written.line.number,
            lines: written.lines,
            text: text.to_string(),
            kind: sign.or(label.kind).or(column).or(self.kind).or(asks),
            own: label.place,
            above: self.above.clone(),
        });
    }

    /// The kind that a sign before the words says, and the words.
    fn sign<'t>(&self, text: &'t str) -> (Option<NoteKind>, &'t str) {
        let after = |sign: char| text.strip_prefix(sign).filter(|rest| rest.starts_with(' ')).map(str::trim);
        if let Some(rest) = after('+') {
            return (Some(NoteKind::Strength), rest);
        }
        if let Some(rest) = after('?') {
            return (Some(NoteKind::Question), rest);
        }
        if let Some(rest) = after('-') {
            return (self.plus_signs.then_some(NoteKind::Development), rest);
        }
        (None, wording::without_bullet(text).1.trim())
    }

    fn not_note(&mut self, written: &Written, why: &'static str) {
        for nth in 0..written.lines {
            self.jotted.not_notes.push(NotNote {
                line: written.line.number + nth,
                text: if nth == 0 { written.verbatim.clone() } else { String::new() },
                why,
            });
        }
    }
}

/// `raw` without the signs of quoting before it.
fn unquoted(raw: &str) -> &str {
    raw.trim_start_matches(|letter: char| letter == '>' || letter == '|' || letter.is_whitespace())
        .trim_end()
}

/// Whether `line` is the rest of a line that a mail program wrapped.
fn joins(before: &Written, line: &Line, raw: &str, words: &Vocabulary) -> bool {
    let starts = raw.starts_with(['+', '?']) || raw.contains('\t') || before.verbatim.contains('\t');
    let head = headings::label(&line.text, words).is_some_and(|label| label.says_something());
    !starts && !head && !around::is_head(&before.line.text) && prose::continues(&before.line, line)
}

fn as_written(line: &Line) -> Written {
    Written {
        verbatim: line.text.clone(),
        line: line.clone(),
        lines: 1,
    }
}
