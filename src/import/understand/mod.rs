//! From lines and tables to a timetable: what each piece is, and where it belongs.
//!
//! A table is read row by row by its columns ([`table`]), anything else line by line ([`lines`]); both put what they
//! find into the row at hand ([`rows`]). At the end, [`settle`] gives every row its title, kind and tracks.

mod apart;
mod asked;
mod behind;
mod beside_groups;
mod cells;
mod cells_in_lines;
mod doubts;
mod flat;
mod forms;
mod group_a_row;
mod head;
mod lasting;
mod line_a_visit;
mod lines;
mod lists_apart;
mod marked;
mod named_classes;
mod names;
mod numbers;
mod outside;
mod rows;
mod said_of_review;
mod settle;
mod slashes;
mod stops;
mod table;
mod ticked;
mod titles;
mod unread;
mod ways;

use chrono::{NaiveDate, NaiveTime};

use super::{
    days_across,
    fault::MOST_ROWS,
    own_sheet,
    sheet::{Block, Line, Sheet},
    vocabulary::Vocabulary,
};
use crate::domain::read_timetable::{ReadRow, ReadTimetable, Understood, Unplaced};

/// Reads the timetable of a sheet; `None` as soon as it has more rows than any timetable.
pub(super) fn timetable(sheet: &Sheet, words: &Vocabulary) -> Option<ReadTimetable> {
    let sheet = own_sheet::timetable_alone(sheet, words);
    let sheet = days_across::turned(&sheet, words);
    let sheet = marked::groups(&sheet);
    let words = &marked::with_colours(&sheet, words);
    let sheet = cells_in_lines::turned(&sheet, words);
    let lists = flat::lists(&sheet, words).map(|flat| (lists_apart::turned(&flat, words), flat));
    let lists = lists.filter(|((turned, _), flat)| turned != flat);
    let (turned, doubts) = lists.map_or_else(|| lists_apart::turned(&sheet, words), |(turned, _)| turned);
    let mut reading = Reading::new(words);
    reading.found.doubts = doubts;
    if turned != sheet {
        reading.rows = RowsStand::Divided;
    }
    let sheet = &turned;
    reading.times = behind::usual(sheet);
    for block in &sheet.blocks {
        match block {
            Block::Line(line) => reading.line(line),
            Block::Table(rows) => reading.table(rows),
        }
        if reading.is_too_long() {
            return None;
        }
    }
    Some(reading.finish())
}

/// What the names of columns were taken for.
const HEADING: &str = "heading of columns";
/// What a cell of times was taken for.
const TIME: &str = "time";
/// What stays beside a row in its own words.
const REMARK: &str = "remark";
/// The rest of a line that was cut.
const GOES_ON: &str = "goes on from the line above";
/// What is asked.
const PROMPT: &str = "prompt";

/// What the last piece became, so that the rest of a line that was cut finds its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Became {
    Title,
    Remark,
    Prompt,
    Left,
    Other,
}

/// Where the times of a timetable stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TimesStand {
    /// Before what is done then, as in most.
    Before,
    /// Behind it: "Arrival 8:30".
    Behind,
}

/// How the lines of a row stand in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowsStand {
    /// One below the other, up to the next row.
    Whole,
    /// In the lists of several groups, which were put side by side.
    Divided,
}

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// In the row at hand.
    InRow,
    /// In a box for what is known now.
    InBox,
    /// Outside of the timetable.
    Apart,
}

/// A sheet being read, and the place in the timetable where one is.
struct Reading<'v> {
    words: &'v Vocabulary,
    found: ReadTimetable,
    /// The start of the last row of this day that has one.
    clock: Option<NaiveTime>,
    /// The track of the row at hand to which the next pieces belong.
    track: Option<usize>,
    /// The group that a cell of the row at hand named, whose classes may stand in the rows below.
    beside_group: Option<String>,
    /// The groups that stand side by side in the lines below their names.
    side: Vec<String>,
    /// Whether the kind of the row at hand is told by its words.
    kind_known: bool,
    /// Whether the row at hand was made for the visits in it, and lasts as long as they do.
    made_for_visits: bool,
    /// Where the pieces that follow stand.
    standing: Standing,
    /// The last line outside of a table, and what became of it.
    before: Option<Line>,
    became: Became,
    /// When a day begins, as a line before its rows says, and the number of that line.
    starts: Vec<(usize, NaiveTime)>,
    /// The dates that stand before the timetable.
    dates: Vec<NaiveDate>,
    /// What the day column said last.
    day_cell: String,
    /// Whether the lines here are those of a mail, after its greeting or farewell.
    letter: bool,
    /// Where most lines say their time.
    times: TimesStand,
    /// How the lines of a row stand.
    rows: RowsStand,
    /// The lines and classes that are written as "Y5 / Y6".
    slashed: Vec<(usize, String)>,
}

impl<'v> Reading<'v> {
    fn new(words: &'v Vocabulary) -> Self {
        Self {
            words,
            found: ReadTimetable::default(),
            clock: None,
            track: None,
            beside_group: None,
            side: Vec::new(),
            kind_known: false,
            made_for_visits: false,
            standing: Standing::InRow,
            before: None,
            became: Became::Other,
            starts: Vec::new(),
            dates: Vec::new(),
            day_cell: String::new(),
            letter: false,
            times: TimesStand::Before,
            rows: RowsStand::Whole,
            slashed: Vec::new(),
        }
    }

    /// Whether there are more rows already than any timetable has.
    fn is_too_long(&self) -> bool {
        let rows: usize = self.found.days.iter().map(|day| day.rows.len()).sum();
        rows > MOST_ROWS
    }

    /// Says what a line, or a piece of it, was taken for.
    fn took(&mut self, line: &Line, taken_for: impl Into<String>) {
        self.found.understood.push(Understood {
            line: line.number,
            read: line.text.clone(),
            taken_for: taken_for.into(),
        });
        self.became = Became::Other;
    }

    /// Leaves a line, or a piece of it, without a place.
    fn leave(&mut self, line: &Line, why: &str) {
        self.found.unplaced.push(Unplaced {
            line: line.number,
            text: line.text.clone(),
            why: why.into(),
            of_mail: false,
        });
        self.became = Became::Left;
    }

    fn finish(mut self) -> ReadTimetable {
        self.settle();
        self.doubt_of_times_in_words();
        self.doubt_of_classes();
        self.settle_names();
        self.doubt_of_rows();
        self.found.understood = one_a_line(std::mem::take(&mut self.found.understood));
        self.titles_of_other_lines();
        self.found.unplaced.sort_by_key(|piece| piece.line);
        self.found.doubts.sort_by_key(|doubt| doubt.line);
        self.found
    }
}

impl Reading<'_> {
    /// Says of a title that stands in the line of another row whose it is: the time before it is that of the other.
    fn titles_of_other_lines(&mut self) {
        let rows: Vec<&ReadRow> = self.found.days.iter().flat_map(|day| &day.rows).collect();
        let titled: Vec<(&ReadRow, String)> = rows.iter().map(|row| (*row, rows::in_words(row))).collect();
        for piece in &mut self.found.understood {
            let says = |(_, words): &&(&ReadRow, String)| {
                !words.is_empty() && piece.taken_for.contains(words.as_str())
            };
            let here = || titled.iter().filter(|(row, _)| row.line == piece.line);
            if here().next().is_none() || here().any(|row| says(&row)) {
                continue;
            }
            if let Some((row, words)) = titled.iter().find(says) {
                let at = row.starts.map(|starts| starts.format(" at %H:%M").to_string());
                let whose = format!("{words}, which is line {}{}", row.line, at.unwrap_or_default());
                piece.taken_for = piece.taken_for.replace(words.as_str(), &whose);
            }
        }
    }
}

/// What was understood in the order of the source, the cells of a line together.
fn one_a_line(mut pieces: Vec<Understood>) -> Vec<Understood> {
    pieces.sort_by_key(|piece| piece.line);
    let mut lines: Vec<Understood> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match lines.last_mut() {
            Some(last) if last.line == piece.line => {
                let again =
                    piece.taken_for == HEADING && last.read.split(" | ").any(|read| read == piece.read);
                if !again {
                    last.read.push_str(" | ");
                    last.read.push_str(&piece.read);
                }
                // That a cell is a time is said by the row that is read from it; what is said of each cell is said once.
                let said = last.taken_for.split("; ").any(|said| said == piece.taken_for);
                if last.taken_for == TIME || last.taken_for.is_empty() {
                    last.taken_for = piece.taken_for;
                } else if piece.taken_for != TIME && !piece.taken_for.is_empty() && !said {
                    last.taken_for.push_str("; ");
                    last.taken_for.push_str(&piece.taken_for);
                }
            }
            _ => lines.push(piece),
        }
    }
    lines
}
