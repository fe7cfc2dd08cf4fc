//! Notes as a colleague wrote them: mails, lists, tables with two boxes, in text, Markdown and Word documents.
//!
//! The law: every line that has a letter or a digit in it stands, with its number, in a jotting or among what is no note.

mod around;
mod headings;

use super::{
    Vocabulary, docx, encoding,
    fault::ImportFault,
    markdown,
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

/// From this length on, a line may have been wrapped by a mail program, and go on with a small letter in the next.
const WRAPPED_SMALL: usize = 62;
/// The same, if the next one begins with a capital.
const WRAPPED: usize = 70;

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
        outer: None,
        columns: Vec::new(),
        plus_signs: false,
    };
    if source.bytes.starts_with(b"PK\x03\x04") {
        reading.sheet(&docx::sheet(source.bytes)?);
    } else {
        if source.bytes.len() > LARGEST {
            return Err(ImportFault::TooLarge(4));
        }
        // What is no text for people is told by the reader of tables, which knows the formats.
        super::source::sheet(source)?;
        let text = encoding::text(source.bytes)?;
        if text
            .to_lowercase()
            .contains("\ncontent-transfer-encoding: base64")
        {
            return Err(ImportFault::OtherFormat("a mail file with its text encoded"));
        }
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

impl Written {
    /// Goes on with the next line.
    fn join(&mut self, raw: &str, line: &Line) {
        self.verbatim.push(' ');
        self.verbatim.push_str(raw);
        self.line.text.push(' ');
        self.line.text.push_str(&line.text);
        self.lines += 1;
    }
}

/// The sort of heading that others stand within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outer {
    /// Strengths, areas, questions.
    Box,
    /// A class, a time, what was done.
    Place,
}

struct Reading<'a> {
    words: &'a Vocabulary,
    jotted: Jotted,
    /// What the headings so far say.
    above: Place,
    kind: Option<NoteKind>,
    /// Which sort of heading came first.
    outer: Option<Outer>,
    /// What the columns of a table hold.
    columns: Vec<Option<NoteKind>>,
    /// Whether strengths are marked with a plus, so that a minus is no bullet.
    plus_signs: bool,
}

impl Reading<'_> {
    fn text(&mut self, text: &str) {
        let keeps_tabs = text.split('\n').any(is_head_of_boxes);
        let is_list = self.is_list(text);
        let mut lines: Vec<Written> = Vec::new();
        let mut apart = true;
        for (at, raw) in text.split('\n').enumerate() {
            let raw = unquoted(raw, keeps_tabs);
            let line = Line {
                apart,
                ..Line::typed(at + 1, without_sign(raw))
            };
            apart = raw.is_empty();
            if line.is_blank() {
                continue;
            }
            match lines
                .last_mut()
                .filter(|before| joins(before, &line, raw, is_list, self.words))
            {
                Some(before) => before.join(raw, &line),
                None => lines.push(Written {
                    line,
                    verbatim: raw.to_string(),
                    lines: 1,
                }),
            }
            self.plus_signs |= raw.starts_with("+ ");
        }
        self.lines(&lines);
    }

    /// Whether most lines begin with a bullet, a sign, a time or a class: then one that does not goes on with the line
    /// above it.
    fn is_list(&self, text: &str) -> bool {
        let (mut all, mut items) = (0, 0);
        for raw in text.split('\n') {
            let raw = unquoted(raw, false);
            let line = Line::typed(1, raw);
            let label = headings::label(without_sign(&line.text), self.words);
            all += usize::from(!line.is_blank());
            let is_item =
                line.bullet || without_sign(raw) != raw || label.is_some_and(|label| label.says_something());
            items += usize::from(is_item && !line.is_blank());
        }
        items * 2 > all
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
            if written.line.apart {
                self.columns.clear();
            }
            let placed = label.as_ref().is_some_and(Label::says_something);
            match around.part(&written.line, placed, at) {
                Part::No(why) => self.not_note(written, why),
                Part::Note => match label {
                    Some(label) if label.is_whole() && !written.line.bullet => {
                        self.take_heading(written, &label);
                    }
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
            let part = Written {
                verbatim: (*cell).to_string(),
                lines: written.lines,
                line,
            };
            self.note(&part, label, columns.get(at).copied().flatten());
        }
    }

    /// A heading holds until the next of its sort. The sort that came first is the outer one, which ends the other: the
    /// boxes of a class, or the classes in a box.
    fn take_heading(&mut self, written: &Written, label: &Label) {
        self.not_note(written, "a heading");
        let places =
            label.place.time.is_some() || label.place.class.is_some() || label.place.activity.is_some();
        if label.kind.is_some() {
            self.kind = label.kind;
            self.outer = self
                .outer
                .or(Some(if places { Outer::Place } else { Outer::Box }));
            if self.outer == Some(Outer::Box) {
                self.above = Place::default();
            }
        } else if places {
            self.outer = self.outer.or(Some(Outer::Place));
            if self.outer == Some(Outer::Place) {
                self.kind = None;
            }
        }
        if !label.place.is_nothing() {
            self.above = label.place.clone();
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
        let after = |sign: char| {
            text.strip_prefix(sign)
                .filter(|rest| rest.starts_with(' '))
                .map(str::trim)
        };
        if let Some(rest) = after('+') {
            return (Some(NoteKind::Strength), rest);
        }
        if let Some(rest) = after('?') {
            return (Some(NoteKind::Question), rest);
        }
        if let Some(rest) = after('-') {
            return (self.plus_signs.then_some(NoteKind::Development), rest);
        }
        // An outer bullet alone is taken off: what it stood before is as it was written.
        (None, wording::without_bullet(text.trim_start()).1.trim())
    }

    fn not_note(&mut self, written: &Written, why: &'static str) {
        for nth in 0..written.lines {
            self.jotted.not_notes.push(NotNote {
                line: written.line.number + nth,
                text: if nth == 0 {
                    written.verbatim.clone()
                } else {
                    String::new()
                },
                why,
            });
        }
    }
}

/// `raw` without the signs of quoting before it. In a table TABs are kept: one may stand for an empty cell.
fn unquoted(raw: &str, keeps_tabs: bool) -> &str {
    let blank = |letter: char| letter.is_whitespace() && !(keeps_tabs && letter == '\t');
    raw.trim_start_matches(|letter: char| letter == '>' || letter == '|' || blank(letter))
        .trim_end_matches(blank)
}

/// `text` without the sign of its kind.
fn without_sign(text: &str) -> &str {
    text.strip_prefix(['+', '?'])
        .filter(|rest| rest.starts_with(' '))
        .map_or(text, str::trim_start)
}

/// Whether a line is the heads of two boxes, with a TAB between.
fn is_head_of_boxes(line: &str) -> bool {
    line.split('\t')
        .filter(|cell| headings::kind(cell).is_some())
        .count()
        > 1
}

/// Whether `line` is the rest of a line that a mail program wrapped.
fn joins(before: &Written, line: &Line, raw: &str, is_list: bool, words: &Vocabulary) -> bool {
    let starts = without_sign(raw) != raw || raw.contains('\t') || before.verbatim.contains('\t');
    let head =
        headings::label(&line.text, words).is_some_and(|label| label.says_something() || label.is_whole());
    let length = before.verbatim.chars().count() / before.lines;
    let small = line.text.starts_with(char::is_lowercase);
    let full = length >= if small { WRAPPED_SMALL } else { WRAPPED };
    let next = !line.apart && !line.bullet;
    let ended = before.line.text.ends_with(['.', '?', '!', ':', ';']);
    let goes_on = next && !ended && (full || (is_list && small));
    goes_on && !starts && !head && !around::is_head(&before.line.text)
}

fn as_written(line: &Line) -> Written {
    Written {
        verbatim: line.text.clone(),
        line: line.clone(),
        lines: 1,
    }
}
