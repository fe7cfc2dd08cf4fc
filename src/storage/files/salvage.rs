//! What can be saved of a records file that cannot be read as a whole: as every record is one line, each line is
//! read alone.

use super::section::{Section, Unknown};
use crate::{
    domain::records::{Entry, Records},
    storage::ron_text::{Fault, Place, is_merge_marker, merge_marker, nearest, not_utf8_line},
};

/// How many faults are collected; a file with more of them is no records file.
const MOST_FAULTS: usize = 500;

/// What was saved, and the fault of every line that could not be.
pub(super) struct Salvage {
    pub(super) records: Records,
    pub(super) faults: Vec<Fault>,
    unknown: Unknown,
    place: Within,
}

/// In which list the lines stand that are being read.
#[derive(Clone, Copy)]
enum Within {
    /// In none yet, or the line that opened it is lost.
    Unclear,
    /// In one of ours.
    Section(Section),
    /// In one that only newer versions know.
    Foreign,
    /// In one that nobody knows, which was told: what is no record of ours in it belongs to it.
    Unknown,
}

/// Reads every line that stands for itself.
pub(super) fn salvage(bytes: &[u8], unknown: Unknown) -> Salvage {
    let (records, faults) = (Records::default(), Vec::new());
    let mut salvage = Salvage {
        records,
        faults,
        unknown,
        place: Within::Unclear,
    };
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        match std::str::from_utf8(line) {
            Ok(line) => salvage.line(line, number),
            Err(error) => salvage.fault(not_utf8_line(line, error.valid_up_to(), number)),
        }
    }
    salvage
}

impl Salvage {
    fn line(&mut self, line: &str, number: usize) {
        match (Kind::of(line), self.unknown) {
            (Kind::Structure, _) | (Kind::Stray, Unknown::PassedOver) => {}
            (Kind::Opens(word), unknown) => match (Section::of_word(word), unknown) {
                (Some(section), _) => self.place = Within::Section(section),
                (None, Unknown::PassedOver) => self.place = Within::Foreign,
                (None, Unknown::Refused) => {
                    let meant = nearest(word, &Section::ALL.map(Section::word)).and_then(Section::of_word);
                    self.place = meant.map_or(Within::Unknown, Within::Section);
                    self.fault(no_list(line, word, number, meant));
                }
            },
            (Kind::Record(record), unknown) => match read(record, number, self.place, unknown) {
                Some(Ok(entry)) if self.records.holds_another(&entry) => self.fault(same_id(line, number)),
                Some(Ok(entry)) => {
                    self.records.join(entry);
                }
                Some(Err(fault)) => self.fault(*fault),
                None => {}
            },
            (Kind::MergeMarker, _) => self.fault(merge_marker(line, 1).moved_down(number - 1)),
            (Kind::Stray, Unknown::Refused) => self.fault(stray(line, number)),
        }
    }

    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }
}

/// Reads a record of the list it stands in; if it is none, one of any other, as the line that opened its own list may
/// be lost. `None` for what only newer versions know, and for what else stands in a list that was told as a whole.
fn read(line: &str, number: usize, place: Within, unknown: Unknown) -> Option<Result<Entry, Box<Fault>>> {
    let first = match place {
        Within::Foreign => return None,
        Within::Unclear | Within::Unknown => Section::Notes,
        Within::Section(section) => section,
    };
    let read = first.read(line, number, unknown).or_else(|fault| {
        let others = Section::ALL.into_iter().filter(|other| *other != first);
        let mut entries = others.map(|other| other.read(line, number, Unknown::Refused));
        entries.find_map(Result::ok).ok_or(fault)
    });
    let is_told_already = matches!(place, Within::Unknown) && read.is_err();
    (!is_told_already).then_some(read)
}

/// What a line is.
enum Kind<'a> {
    /// A bracket, a field of the head, a comment: nothing to save.
    Structure,
    /// The start of the list of this name.
    Opens(&'a str),
    /// A record, without the comma behind it.
    Record(&'a str),
    /// Left behind by a merge of two versions.
    MergeMarker,
    /// Something else.
    Stray,
}

impl<'a> Kind<'a> {
    fn of(line: &'a str) -> Self {
        let mark = line.strip_prefix('\u{FEFF}').unwrap_or(line);
        // Zeros behind the last line are reported once, for the file as a whole.
        let trimmed = mark.trim_end_matches('\0').trim();
        if is_merge_marker(line) {
            return Self::MergeMarker;
        }
        if matches!(trimmed, "" | "(" | ")" | "]" | "]," | ")," | ",") || trimmed.starts_with("//") {
            return Self::Structure;
        }
        if trimmed.starts_with('(') {
            // The margin stays, so that columns are those of the file.
            let line = line.trim_end();
            return Self::Record(line.strip_suffix(',').unwrap_or(line));
        }
        match trimmed.split_once(':') {
            Some((word, rest)) if is_open_list(rest) => Self::Opens(word.trim()),
            Some(("format" | "version" | "session" | "writer" | "person", _)) => Self::Structure,
            _ => Self::Stray,
        }
    }
}

/// Whether nothing but the opening of a list, or an empty one, stands behind a name.
fn is_open_list(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with('[') && !rest.contains('(')
}

fn no_list(line: &str, word: &str, number: usize, meant: Option<Section>) -> Fault {
    let words = Section::ALL.map(Section::word).join(", ");
    let what = format!("there is no list with the name `{word}`");
    let place = Place::of_offset(line, line.find(word).unwrap_or(0));
    let (cause, hint) = match meant {
        Some(meant) => (
            "the name was mistyped or damaged",
            format!(
                "write `{}`; what stands in the list is read as that",
                meant.word()
            ),
        ),
        None => (
            "another program put it there, or its name was damaged; what stands in it is not shown",
            format!("write the right name, one of: {words}; or take the list out with all that stands in it"),
        ),
    };
    Fault::at(line, place, what, cause, hint).moved_down(number - 1)
}

/// The first of the two is shown; the words of this one are in the file alone.
fn same_id(line: &str, number: usize) -> Fault {
    let place = Place::of_offset(line, line.find(" id: \"").map_or(0, |space| space + 1));
    Fault::at(
        line,
        place,
        "a record further up has the same id and says something else; this one is not shown",
        "a line was copied and its id was not changed",
        "change the last digit of its id to another one",
    )
    .moved_down(number - 1)
}

fn stray(line: &str, number: usize) -> Fault {
    let column = line
        .chars()
        .take_while(|character| character.is_whitespace())
        .count()
        + 1;
    Fault::at(
        line,
        Place { line: 1, column },
        "this line is no record",
        "a record was broken over several lines, or something else was pasted into the file",
        "put every record on one line of its own, or take the line out",
    )
    .moved_down(number - 1)
}
