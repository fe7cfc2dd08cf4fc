//! Notes as a colleague wrote them: mails, lists, tables with two boxes, in text, Markdown and Word documents.
//!
//! The law: every line that has a letter or a digit in it stands, with its number, in a jotting or among what is no note.

mod addressed;
mod around;
mod called;
mod class;
mod content;
mod grid;
mod headings;
mod list_kind;
mod pieces;
mod quoting;
mod roles;
mod titles;
mod turning;
mod width;
mod written;

use super::{
    Vocabulary, docx, eml, encoding,
    fault::ImportFault,
    markdown,
    sheet::{Block, HIDDEN, Line, NoText, Row, Sheet},
    wording,
};
use crate::domain::{
    jotted::{Jotted, Jotting, NotNote, Place, activities, words},
    note::NoteKind,
};
use headings::Label;
use roles::Role;
use written::Written;

use super::source::Source;

/// Why what an earlier mail says is no note of its author's.
const QUOTED: &str = "quoted from an earlier mail";

/// Why the kind of a line is not sure.
const UNKNOWN_HEADING: &str = "its kind is not sure: the heading above it is of no kind that is known";

/// The largest text that is read, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;

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
        grid: grid::Grid::default(),
        heads: Vec::new(),
        nested: false,
        answered: false,
        group: None,
        list: list_kind::ListKind::default(),
        unknown: UnknownHeadings::default(),
        below_place: false,
        pluses: Pluses::default(),
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
        let text = eml::plain(&text)?.unwrap_or(text);
        if markdown::has_table(&text) {
            reading.sheet(&markdown::sheet(&text));
        } else {
            reading.text(&grid::barred(&text));
        }
    }
    if reading.jotted.jottings.is_empty() && reading.jotted.not_notes.is_empty() {
        return Err(ImportFault::Empty);
    }
    Ok(reading.jotted)
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
    /// The table that is being read.
    grid: grid::Grid,
    /// The heads of the columns of a table that came apart, one a line.
    heads: Vec<NoteKind>,
    /// Whether headings stand within the last place.
    nested: bool,
    /// Whether an earlier mail began, which this one answers: nothing below is the author's.
    answered: bool,
    /// The group that an introduction says one went with.
    group: Option<String>,
    /// What a heading's kind holds for.
    list: list_kind::ListKind,
    /// What headings that say nothing known did to it.
    unknown: UnknownHeadings,
    /// Whether a heading that names a place was the last line.
    below_place: bool,
    /// Where strengths are marked with a plus, so that a minus there is no bullet and no dash.
    pluses: Pluses,
}

/// What headings in somebody's own words do to the kind that a heading named before.
#[derive(Default)]
struct UnknownHeadings {
    /// They part its list from the beginning, so that each is of that kind.
    part: bool,
    /// One stands between it and the lines below, whose kind is not sure.
    stand_between: bool,
}

/// Where strengths are marked with a plus.
#[derive(Default)]
struct Pluses {
    /// Before the note.
    before: bool,
    /// Behind its class.
    behind: bool,
}

impl Reading<'_> {
    fn text(&mut self, text: &str) {
        let lines = written::lines(text, self.words);
        self.pluses.before = lines.iter().any(|written| written.verbatim.starts_with("+ "));
        self.pluses.behind = lines
            .iter()
            .any(|written| class::sign_behind(&written.line.text) == Some('+'));
        self.lines(&lines);
        self.end_grid();
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let mut lines = Vec::new();
        for block in &sheet.blocks {
            match block {
                Block::Line(line) if is_hidden(line) => {
                    self.not_note(&Written::of(line), "hidden in the document");
                }
                Block::Line(line) => lines.push(Written::of(line)),
                Block::Table(rows) => {
                    self.lines(&std::mem::take(&mut lines));
                    for row in rows {
                        self.row(row);
                    }
                    self.end_grid();
                    self.columns.clear();
                }
            }
        }
        self.lines(&lines);
    }

    /// A row of a table of a document.
    fn row(&mut self, row: &Row) {
        if self.answered {
            for line in row.lines() {
                self.not_note(&Written::of(line), QUOTED);
            }
            return;
        }
        for line in row.lines().filter(|line| is_hidden(line)) {
            self.not_note(&Written::of(line), "hidden in the document");
        }
        let seen = row.cells.iter().map(|cell| {
            let lines = cell.lines.iter().filter(|line| !is_hidden(line));
            lines.map(Written::of).collect()
        });
        let cells: Vec<Vec<Written>> = seen.collect();
        self.table_row(&cells);
    }

    fn lines(&mut self, lines: &[Written]) {
        let roles = roles::of(lines, self.words);
        for (at, (written, role)) in lines.iter().zip(&roles).enumerate() {
            if written.line.apart || !headings::is_cells(&written.verbatim) {
                self.end_grid();
            }
            if written.line.apart && self.heads.is_empty() {
                self.columns.clear();
            }
            self.answered |= *role == Role::Answered;
            if self.answered {
                self.not_note(written, QUOTED);
                continue;
            }
            match role {
                Role::Answered => {}
                Role::No(why) => {
                    self.group = titles::group(&written.line.text, self.words).or_else(|| self.group.take());
                    self.not_note(written, why);
                }
                Role::Heading(label) => {
                    self.take_heading(written, label);
                    self.rows_apart(label, roles.get(at + 1..).unwrap_or_default());
                }
                Role::Within(label) => {
                    self.not_note(written, "a heading");
                    self.above.words.clone_from(&label.place.words);
                }
                Role::Quoted(label) => {
                    self.not_note(written, "quoted from another mail");
                    self.above = label.place.clone();
                    self.kind = None;
                }
                Role::Note(label) if headings::is_cells(&written.verbatim) => {
                    self.cells(written, label.as_ref());
                }
                Role::Note(label) => {
                    if label.is_none() && roles::may_be_heading(lines, at) {
                        self.leave_kind(&Place::default());
                    }
                    let column = self.next_column();
                    self.note(written, label.as_ref(), column);
                }
            }
        }
    }

    /// A table that came apart has the heads of its columns one below the other, and then the cells of each row. Which
    /// cell is of which column is sure only where none is missing.
    fn rows_apart(&mut self, label: &Label, below: &[Role]) {
        if let Some(kind) = label.kind {
            self.heads.push(kind);
            return;
        }
        let cells = below
            .iter()
            .take_while(|role| matches!(role, Role::Note(_)))
            .count();
        if self.heads.len() > 1 {
            self.kind = None;
            self.columns = if cells == self.heads.len() {
                self.heads.iter().rev().copied().map(Some).collect()
            } else {
                Vec::new()
            };
        }
    }

    /// The column of the next cell of a table that came apart.
    fn next_column(&mut self) -> Option<NoteKind> {
        match self.heads.len() {
            0 => None,
            // Notes below a single heading: it is of no table.
            1 => {
                self.heads.clear();
                None
            }
            _ => self.columns.pop().flatten(),
        }
    }

    /// A heading holds until the next of its sort. The sort that came first is the outer one, which ends the other: the
    /// boxes of a class, or the classes in a box.
    fn take_heading(&mut self, written: &Written, label: &Label) {
        self.not_note(written, "a heading");
        let place = &label.place;
        let places = place.time.is_some()
            || place.class.is_some()
            || place.activity.is_some()
            || place.group.is_some();
        if label.kind.is_some() {
            self.unknown = UnknownHeadings::default();
            self.outer = self
                .outer
                .or(Some(if places { Outer::Place } else { Outer::Box }));
            self.kind = label.kind;
            self.list = list_kind::ListKind::default();
            if self.outer == Some(Outer::Box) {
                self.above = Place::default();
            }
        } else if places || titles::ends_class(&written.line.text) {
            self.outer = self.outer.or(Some(Outer::Place));
            if self.outer == Some(Outer::Place) {
                self.kind = None;
            }
        } else {
            self.leave_kind(place);
        }
        let is_apart = place.words.as_deref().is_some_and(titles::is_apart);
        let below = self.nested || self.below_place || self.is_question(place);
        let is_apart = is_apart || titles::ends_class(&written.line.text);
        let within = !places && !is_apart && below && label.kind.is_none();
        self.nested = within && (self.nested || self.below_place);
        self.below_place = places;
        if within {
            self.above.words.clone_from(&place.words);
        } else if !place.is_nothing() {
            self.above = place.clone();
        }
    }

    /// A heading that says nothing known ends the kind of the one above, since it may be another box in words of its own;
    /// but not where headings of that sort part the box from its beginning.
    fn leave_kind(&mut self, place: &Place) {
        if self.kind.is_none() || self.is_question(place) {
            return;
        }
        self.unknown.part |= self.list.is_empty();
        if !self.unknown.part {
            self.kind = None;
            self.unknown.stand_between = true;
        }
    }

    /// Whether a heading is a question of the plan.
    fn is_question(&self, place: &Place) -> bool {
        let said = place.words.as_deref().map(words).unwrap_or_default();
        self.words.questions.contains(&said)
    }

    /// A line of notes: one as a rule, several if it speaks of several places.
    fn note(&mut self, written: &Written, label: Option<&Label>, column: Option<NoteKind>) {
        self.below_place = false;
        self.leave_heading(written, label);
        let (sign, text) = self.sign(&written.verbatim);
        let is_labelled = sign.is_some() || label.is_some_and(Label::says_something);
        if self.list.ends_at(written, is_labelled) {
            self.kind = None;
        }
        let offset = written.verbatim.len() - text.len();
        let starts = pieces::starts(text, self.words);
        let mut before = label.cloned().unwrap_or_default();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(text.len());
            let part = text.get(*start..end).unwrap_or_default().trim();
            let (line, lines) = written.part(offset + start, offset + end);
            let mut label = match nth {
                0 => before.clone(),
                _ => headings::label(&wording::plain(part), self.words).unwrap_or_default(),
            };
            if label.place.is_nothing() {
                let own = pieces::own_place(part).filter(|_| nth > 0);
                label.place = own.unwrap_or_else(|| before.place.clone());
            }
            if self.above.class.is_some() && label.place.class.is_none() && label.place.activity.is_none() {
                label.place.class =
                    content::class_led_to(part).filter(|class| self.above.class.as_ref() != Some(class));
            }
            let asks = part.ends_with('?').then_some(NoteKind::Question);
            label.kind = label
                .kind
                .or_else(|| called::in_brackets(part))
                .or_else(|| self.behind_class(part))
                .or(asks.filter(|_| nth > 0))
                .or(before.kind);
            let said = sign.filter(|_| nth == 0).or(label.kind);
            let plainly_asks = list_kind::asks(part).then_some(NoteKind::Question);
            let doubt = self.kind.filter(|_| said.or(column).or(plainly_asks).is_none());
            let doubt = doubt.and_then(|kind| list_kind::doubt(kind, part));
            let above_says = if doubt.is_some() { None } else { self.kind };
            let is_unsaid = said.or(column).or(plainly_asks).or(asks).is_none();
            let between = self.unknown.stand_between && is_unsaid;
            let doubt = doubt.or(between.then_some(UNKNOWN_HEADING));
            self.jotted.jottings.push(Jotting {
                line,
                lines,
                text: part.trim_end_matches([';', '/', '|']).trim_end().to_string(),
                kind: said.or(column).or(plainly_asks).or(above_says).or(asks),
                doubt,
                own: label.place.clone(),
                above: Place {
                    group: self.above.group.clone().or_else(|| self.group.clone()),
                    ..self.above.clone()
                },
            });
            before = label;
        }
    }

    /// A paragraph that begins with another class than the heading above ends what that heading says.
    fn leave_heading(&mut self, written: &Written, label: Option<&Label>) {
        let text = written.line.text.as_str();
        let class = label.and_then(|label| label.place.class.clone());
        let class = class.or_else(|| content::class_led_to(text));
        let other = class.is_some() && class != self.above.class;
        let apart = written.line.apart && !written.line.bullet;
        let spoken = activities::spoken_of(&words(text)).is_some();
        let leaves =
            other && apart || content::moves_on(text) && (other || spoken) || apart && spoken && is_met(text);
        if self.above.class.is_some() && leaves {
            self.above = Place::default();
        }
    }

    /// The kind that a sign behind the class says: "Y2 + counting stick". A minus is a dash unless others have a plus there.
    fn behind_class(&self, text: &str) -> Option<NoteKind> {
        match class::sign_behind(text)? {
            '+' => Some(NoteKind::Strength),
            '-' if self.pluses.behind => Some(NoteKind::Development),
            _ => None,
        }
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
            return (self.pluses.before.then_some(NoteKind::Development), rest);
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

/// Whether Word hides a line.
fn is_hidden(line: &Line) -> bool {
    line.no_text == Some(NoText::Unread(HIDDEN))
}

/// Whether `text` says that somebody was met, so that it is of no lesson.
fn is_met(text: &str) -> bool {
    content::has_any(
        &words(text),
        &["meeting", "pupil voice", "sendco", "senco", "discussion", "break"],
    )
}

/// `text` without the sign of its kind.
fn without_sign(text: &str) -> &str {
    text.strip_prefix(['+', '?'])
        .filter(|rest| rest.starts_with(' '))
        .map_or(text, str::trim_start)
}
