//! What can be saved of a records file that cannot be read as a whole: as every record is one line, each line is
//! read alone.

use super::section::Section;
use crate::{
    domain::records::{Entry, Records},
    storage::ron_text::{Fault, Place, is_merge_marker, merge_marker, not_utf8_line},
};

/// How many faults are collected; a file with more of them is no records file.
const MOST_FAULTS: usize = 500;

/// What was saved, and the fault of every line that could not be.
#[derive(Default)]
pub(super) struct Salvage {
    pub(super) records: Records,
    pub(super) faults: Vec<Fault>,
}

/// Reads every line that stands for itself.
pub(super) fn salvage(bytes: &[u8]) -> Salvage {
    let mut salvage = Salvage::default();
    let mut section = None;
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        match std::str::from_utf8(line) {
            Ok(line) => salvage.line(line, number, &mut section),
            Err(error) => salvage.fault(not_utf8_line(line, error.valid_up_to(), number)),
        }
    }
    salvage
}

impl Salvage {
    fn line(&mut self, line: &str, number: usize, section: &mut Option<Section>) {
        match Kind::of(line) {
            Kind::Structure => {}
            Kind::Opens(opened) => *section = Some(opened),
            Kind::Record(record) => match read(record, number, *section) {
                Ok(entry) => {
                    self.records.join(entry);
                }
                Err(fault) => self.fault(*fault),
            },
            Kind::MergeMarker => self.fault(merge_marker(line, 1).moved_down(number - 1)),
            Kind::Stray => self.fault(stray(line, number)),
        }
    }

    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }
}

/// Reads a record of `section`; if it is none, one of any other, as the line that opened its section may be lost.
fn read(line: &str, number: usize, section: Option<Section>) -> Result<Entry, Box<Fault>> {
    let first = section.unwrap_or(Section::Notes);
    first.read(line, number).or_else(|fault| {
        let others = Section::ALL.into_iter().filter(|other| *other != first);
        others
            .into_iter()
            .find_map(|other| other.read(line, number).ok())
            .ok_or(fault)
    })
}

/// What a line is.
enum Kind<'a> {
    /// A bracket, a field of the head, a comment: nothing to save.
    Structure,
    /// The start of a list.
    Opens(Section),
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
            Some((word, rest)) if rest.trim_start().starts_with('[') => Section::ALL
                .into_iter()
                .find(|section| section.word() == word.trim())
                .map_or(Self::Stray, Self::Opens),
            Some(("format" | "version" | "session" | "writer" | "person", _)) => Self::Structure,
            _ => Self::Stray,
        }
    }
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
