//! The sheet that the program itself writes of a plan, come back: its timetable is read, and what stands around it is
//! told apart from what somebody wrote there.

use std::collections::BTreeSet;

use super::{
    boxes, dates,
    sheet::{Block, Cell, Line, NoText, Row, Sheet},
    times::{self, Where},
    vocabulary::Vocabulary,
    wording,
};

/// Beside a row that may not be moved.
pub(super) const FIXED: &str = "fixed time";
/// What is said of pieces that are no news.
const KNOWN: &str = "of the sheet, as the plan has it";
/// What is said of the words around the timetable that the program writes itself.
const OF_PROGRAM: &str = "of the sheet around the timetable";
/// Why what somebody wrote around the timetable has no place in it.
const WRITTEN: &str = "stands on the sheet beside the timetable; change it on the page of the plan";
/// Why what somebody wrote in a box has no place.
const IN_BOX: &str = "is written in the box for what is known now";

/// A part of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Words that the program writes, whatever the plan.
    Program,
    /// What was agreed, and by whom.
    Agreed,
    /// The timetable.
    Timetable,
    /// The questions, with the boxes for notes.
    Notes,
}

/// The headings on the sheet, and the part that each begins.
const HEADINGS: [(&str, Part); 12] = [
    ("line of enquiry", Part::Agreed),
    ("lines of enquiry", Part::Agreed),
    ("what was agreed", Part::Agreed),
    ("people", Part::Agreed),
    ("remarks", Part::Agreed),
    ("timetable", Part::Timetable),
    ("how we work", Part::Program),
    ("how we work do", Part::Program),
    ("how we work do not", Part::Program),
    ("what is due when", Part::Program),
    ("questions and notes", Part::Notes),
    ("still to be agreed", Part::Program),
];

/// The pieces of a sheet as they are compared.
pub(super) fn pieces(sheet: &Sheet) -> BTreeSet<String> {
    sheet.lines().map(|line| folded(&line.text)).collect()
}

fn folded(text: &str) -> String {
    wording::words(text).join(" ")
}

/// The sheet with nothing but its timetable to be read, if it is one that the program wrote; as it is otherwise.
pub(super) fn timetable_alone(sheet: &Sheet, words: &Vocabulary) -> Sheet {
    if !is_own(sheet) {
        return tables_of_ours(sheet, words);
    }
    let mut sorting = Sorting {
        words,
        part: Part::Program,
        blocks: Vec::new(),
        rows: Vec::new(),
    };
    for block in &sheet.blocks {
        match block {
            Block::Line(line) => sorting.line(line),
            Block::Table(rows) => rows.iter().for_each(|row| sorting.row(row)),
        }
        sorting.end_table();
    }
    Sheet {
        blocks: sorting.blocks,
    }
}

/// Whether the program wrote it: its timetable stands there, and two further headings of it at least; a host may have
/// taken the other pages off.
fn is_own(sheet: &Sheet) -> bool {
    let texts: Vec<String> = sheet.lines().map(|line| folded(&line.text)).collect();
    let has = |wanted: &str| texts.iter().any(|text| text == wanted);
    let around = [
        has("what was agreed"),
        has("people") && has("goes with"),
        texts.iter().any(|text| text.starts_with("how we work")),
        has("what is due when"),
        has("questions and notes"),
        has("what do i know now") || has("what do we know"),
    ];
    let known = around.into_iter().filter(|found| *found).count();
    has("timetable") && has("time") && has("activity") && known >= 2
}

/// A sheet of somebody else, or a piece of ours: in a table of ours fixed points are told apart from their titles.
fn tables_of_ours(sheet: &Sheet, words: &Vocabulary) -> Sheet {
    let mut sheet = sheet.clone();
    for block in &mut sheet.blocks {
        if let Block::Table(rows) = block
            && is_timetable_of_ours(rows, words)
        {
            for row in rows {
                *row = row_of_timetable(row, words);
            }
        }
    }
    sheet
}

fn is_timetable_of_ours(rows: &[Row], words: &Vocabulary) -> bool {
    let text = |row: &Row, at: usize| row.cells.get(at).map(Cell::text).unwrap_or_default();
    let headed = |row: &Row| folded(&text(row, 0)) == "time" && folded(&text(row, 1)) == "activity";
    let fixed = |row: &Row| {
        let cell = row.cells.get(1);
        cell.is_some_and(|cell| cell.lines.iter().any(|line| without_fixed(&line.text).1))
    };
    let remarked = |row: &Row| {
        let lines = row.cells.get(1).map_or(&[][..], |cell| &cell.lines);
        lines.split_first().is_some_and(|(first, below)| {
            let beside = title_and_remark(&first.text, words).1;
            beside.is_some_and(|rest| remark_beside(rest, words).is_some())
                || remark_below(below, words).is_some()
        })
    };
    let signed = |row: &Row| fixed(row) || remarked(row);
    rows.first().is_some_and(headed) && rows.iter().any(signed)
}

struct Sorting<'v> {
    words: &'v Vocabulary,
    part: Part,
    blocks: Vec<Block>,
    /// The rows of the timetable at hand.
    rows: Vec<Row>,
}

impl Sorting<'_> {
    fn line(&mut self, line: &Line) {
        if self.heading(line) {
            return;
        }
        let is_read = self.part == Part::Timetable && line.no_text.is_none();
        let line = if is_read {
            self.of_day(line)
        } else {
            self.marked(line)
        };
        self.blocks.push(Block::Line(line));
    }

    /// The heading of a day with its date alone, where its label is one that only its own plan knows.
    fn of_day(&self, line: &Line) -> Line {
        let date = self.words.date;
        let dated = |text: &str| dates::heading(text, date).is_some();
        let behind = line.text.rsplit_once(": ").map(|(_, behind)| behind);
        match behind.filter(|behind| !dated(&line.text) && dated(behind)) {
            Some(behind) => Line {
                text: behind.to_string(),
                ..line.clone()
            },
            None => line.clone(),
        }
    }

    fn row(&mut self, row: &Row) {
        let lines: Vec<&Line> = row.lines().filter(|line| !line.is_blank()).collect();
        if let [only] = lines.as_slice()
            && self.heading(only)
        {
            return;
        }
        if self.part == Part::Timetable {
            self.rows.push(row_of_timetable(row, self.words));
            return;
        }
        for line in lines {
            let line = self.marked(line);
            self.blocks.push(Block::Line(line));
        }
    }

    fn end_table(&mut self) {
        if !self.rows.is_empty() {
            self.blocks.push(Block::Table(std::mem::take(&mut self.rows)));
        }
    }

    /// A heading of the sheet begins another part. Says whether it is one.
    fn heading(&mut self, line: &Line) -> bool {
        let text = folded(&line.text);
        let Some((_, part)) = HEADINGS.iter().find(|(heading, _)| *heading == text) else {
            return false;
        };
        self.end_table();
        self.part = *part;
        self.blocks
            .push(Block::Line(signed(line, NoText::Sign(OF_PROGRAM))));
        true
    }

    /// A line beside the timetable: no news, or something that somebody wrote there.
    fn marked(&self, line: &Line) -> Line {
        let known = self.words.sheet.contains(&folded(&line.text));
        let no_text = match (line.no_text, self.part) {
            (Some(no_text), _) => no_text,
            (None, _) if known => NoText::Sign(KNOWN),
            (None, Part::Program) => NoText::Sign(OF_PROGRAM),
            (None, Part::Notes) if is_heading_of_notes(&line.text, self.words) => NoText::Sign(OF_PROGRAM),
            (None, Part::Notes) if matches!(boxes::at_start(&line.text), Some(boxes::Box::Filled(_))) => {
                NoText::Unread(IN_BOX)
            }
            (None, Part::Agreed | Part::Notes | Part::Timetable) => NoText::Unread(WRITTEN),
        };
        signed(line, no_text)
    }
}

fn signed(line: &Line, no_text: NoText) -> Line {
    Line {
        no_text: Some(no_text),
        ..line.clone()
    }
}

/// Whether a line heads the notes of an activity: its title with its time behind it, a group, or the name of a box.
fn is_heading_of_notes(text: &str, words: &Vocabulary) -> bool {
    let behind = text
        .rsplit_once('(')
        .and_then(|(_, inner)| inner.strip_suffix(')'));
    let timed = behind.is_some_and(|inner| {
        let time = inner.rsplit_once(", ").map_or(inner, |(_, time)| time);
        times::at_start(time, Where::Text).is_some()
    });
    let timed_behind = text
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_digit())
        .filter_map(|(at, _)| times::at_start(text.get(at..)?, Where::Text))
        .any(|(span, rest)| span.ends.is_some() && rest.is_empty());
    let group = super::groups::at_start(text, words)
        .is_some_and(|(_, rest)| rest.is_empty() || rest.trim_start().starts_with(':'));
    let empty_box = matches!(boxes::at_start(text), Some(boxes::Box::Heading));
    let lead = ["to ask", "to look and listen for"]
        .iter()
        .any(|lead| folded(text).starts_with(lead));
    timed || timed_behind || group || empty_box || lead
}

/// A row of the timetable with its remark in a cell of its own, and the sign of a fixed point told apart.
fn row_of_timetable(row: &Row, words: &Vocabulary) -> Row {
    let mut row = row.clone();
    let mut beside = Cell::default();
    if let Some(activity) = row.cells.get_mut(1) {
        let lines = std::mem::take(&mut activity.lines);
        if let Some((first, below)) = lines.split_first() {
            let titled = Titled::of(first, below, words);
            activity.lines.push(titled.title);
            beside.lines.extend(titled.beside);
            for line in below.iter().skip(titled.taken) {
                let (text, is_fixed) = without_fixed(&line.text);
                let of_group = super::groups::at_start(text, words).is_some();
                let cell = if of_group { &mut *activity } else { &mut beside };
                cell.lines.push(with_text(line, text));
                beside.lines.extend(is_fixed.then(|| fixed(line)));
            }
        }
    }
    row.cells.push(beside);
    row
}

/// What the first line of an activity says, with the remark below it.
struct Titled {
    title: Line,
    beside: Vec<Line>,
    /// How many lines below belong to the remark.
    taken: usize,
}

impl Titled {
    fn of(line: &Line, below: &[Line], words: &Vocabulary) -> Self {
        let as_remark = |remark: &str| Line {
            no_text: Some(NoText::Remark),
            ..with_text(line, remark)
        };
        let (title, rest) = title_and_remark(&line.text, words);
        if let Some((remark, behind)) = rest.and_then(|rest| remark_beside(rest, words)) {
            let unsigned = behind.strip_prefix(FIXED);
            let ways = unsigned.map_or(behind, |rest| rest.trim_start_matches([';', ' ']));
            let mut beside = vec![as_remark(remark)];
            beside.extend((!ways.is_empty()).then(|| with_text(line, ways)));
            beside.extend(unsigned.map(|_| fixed(line)));
            return Self {
                title: with_text(line, title),
                beside,
                taken: 0,
            };
        }
        let (text, is_fixed) = without_fixed(&line.text);
        let (title, rest) = title_and_remark(text, words);
        let known = remark_below(below, words).filter(|_| rest.is_none());
        let mut beside: Vec<Line> = rest.map(|rest| with_text(line, rest)).into_iter().collect();
        beside.extend(known.map(|(remark, _)| as_remark(remark)));
        beside.extend(is_fixed.then(|| fixed(line)));
        Self {
            title: with_text(line, title),
            beside,
            taken: known.map_or(0, |(_, lines)| lines),
        }
    }
}

fn with_text(line: &Line, text: &str) -> Line {
    Line {
        text: text.to_string(),
        ..line.clone()
    }
}

fn fixed(line: &Line) -> Line {
    signed(&with_text(line, FIXED), NoText::Sign(FIXED))
}

/// The remark of the plan that a text behind a title begins with, and what stands behind it: the longest one.
fn remark_beside<'a, 'v>(text: &'a str, words: &'v Vocabulary) -> Option<(&'v str, &'a str)> {
    let known = words.remarks.iter().filter_map(|remark| {
        // As the sheet has several lines in one.
        let lines: Vec<&str> = remark.lines().collect();
        let said = wording::plain(&lines.join(" / "));
        let behind = text.strip_prefix(said.as_str()).filter(|_| !said.is_empty())?;
        let ends = behind.is_empty() || behind.starts_with("; ");
        ends.then(|| (said.len(), remark.as_str(), behind.trim_start_matches([';', ' '])))
    });
    let (_, remark, behind) = known.max_by_key(|(length, ..)| *length)?;
    Some((remark, behind))
}

/// The remark of the plan that stands in the lines below a title, as in Word, and in how many: the longest one.
fn remark_below<'v>(below: &[Line], words: &'v Vocabulary) -> Option<(&'v str, usize)> {
    let known = words.remarks.iter().filter_map(|remark| {
        let said = Cell::typed(0, remark).lines;
        let mut beside = said.iter().zip(below);
        let is_said = !said.is_empty()
            && said.len() <= below.len()
            && beside.all(|(said, line)| line.no_text.is_none() && said.text == line.text);
        is_said.then_some((remark.as_str(), said.len()))
    });
    known.max_by_key(|(_, lines)| *lines)
}

/// A text without the sign of a fixed point at its end.
fn without_fixed(text: &str) -> (&str, bool) {
    match text.strip_suffix(FIXED) {
        Some(rest) => (rest.trim_end_matches([';', ' ']), true),
        None => (text, false),
    }
}

/// The title of a row, and the remark behind it: the longest title that is known, or what stands before a semicolon.
fn title_and_remark<'a>(text: &'a str, words: &Vocabulary) -> (&'a str, Option<&'a str>) {
    let known = words.titles.iter().filter_map(|(title, _)| {
        let rest = text.strip_prefix(title.as_str())?;
        (rest.is_empty() || rest.starts_with("; "))
            .then(|| (title.len(), rest.trim_start_matches(';').trim_start()))
    });
    let known = known.max_by_key(|(length, _)| *length);
    let (title, rest) = match known {
        Some((length, rest)) => (text.get(..length).unwrap_or(text), rest),
        None => text.split_once("; ").unwrap_or((text, "")),
    };
    (title, Some(rest).filter(|rest| !rest.is_empty()))
}
