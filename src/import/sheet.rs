//! What every format is made into before it is understood: lines, and tables of cells.

use super::wording;

/// A line that is longer is none of a timetable, in bytes.
const LONGEST: usize = 2000;

/// A source as lines and tables, in its own order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A line outside of any table.
    Line(Line),
    /// The rows of a table.
    Table(Vec<Row>),
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

/// A cell: its lines, none of them blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell {
    pub(super) lines: Vec<Line>,
    /// How many further columns it reaches across; blank cells stand there.
    pub(super) reach: usize,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the source, from 1.
    pub(super) number: usize,
    /// The text with plain spaces and quotes, without its bullet.
    pub(super) text: String,
    /// Whether it is an item of a list.
    pub(super) bullet: bool,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    /// Set where the format says that it is no text for people.
    pub(super) no_text: Option<NoText>,
}

/// Why text that Word hides is left.
pub(super) const HIDDEN: &str = "is hidden in the document";

/// A line that is no text for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoText {
    /// It speaks to programs, and says nothing else: what it is.
    Sign(&'static str),
    /// It is the remark of its row, whatever it says.
    Remark,
    /// There may be something in it that people would read: why it is left.
    Unread(&'static str),
}

impl Line {
    /// A line as it was typed: its bullet, if it has one, is taken off.
    pub(super) fn typed(number: usize, text: &str) -> Self {
        let plain = wording::plain(text);
        let (bullet, text) = wording::without_bullet(&plain);
        // A number alone is the number of nothing.
        let text = if text.chars().any(char::is_alphanumeric) {
            text
        } else {
            plain.as_str()
        };
        Self {
            number,
            text: text.to_string(),
            bullet,
            apart: false,
            no_text: (text.len() > LONGEST).then_some(NoText::Unread("is longer than a line of a timetable")),
        }
    }

    /// Whether there is nothing in it to be accounted for; a tick is something.
    pub(super) fn is_blank(&self) -> bool {
        let ticked = ["✓", "✔"].contains(&self.text.as_str());
        !ticked && !self.text.chars().any(char::is_alphanumeric)
    }
}

impl Cell {
    /// A cell of text that may be several lines long; the first one is `number`.
    pub(super) fn typed(number: usize, text: &str) -> Self {
        let lines = text.split('\n').enumerate();
        let lines = lines.map(|(further, line)| Line::typed(number + further, line));
        Self {
            lines: lines.filter(|line| !line.is_blank()).collect(),
            reach: 0,
        }
    }

    /// All of its text on one line.
    pub(super) fn text(&self) -> String {
        let lines = self.lines.iter().filter(|line| line.no_text.is_none());
        let lines: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
        lines.join(" ")
    }

    /// The first line that is text for people.
    pub(super) fn first(&self) -> Option<&Line> {
        self.lines.iter().find(|line| line.no_text.is_none())
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.lines.is_empty()
    }
}

impl Row {
    /// The positions of its cells that have something in them.
    pub(super) fn filled(&self) -> Vec<usize> {
        let filled = self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
        filled.map(|(position, _)| position).collect()
    }

    /// All lines of all its cells.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.cells.iter().flat_map(|cell| &cell.lines)
    }
}

impl Sheet {
    /// All of its lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| {
            let (line, rows) = match block {
                Block::Line(line) => (Some(line), &[][..]),
                Block::Table(rows) => (None, rows.as_slice()),
            };
            line.into_iter().chain(rows.iter().flat_map(Row::lines))
        })
    }

    /// Whether there is nothing in it to be understood.
    pub(super) fn is_blank(&self) -> bool {
        self.lines().all(Line::is_blank)
    }
}
