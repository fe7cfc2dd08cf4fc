//! The seven lists of a records file, and what stands in each.

use super::{
    Unwritable,
    record_lines::{
        AskedLine, ChangeLine, FindingLine, FollowUpLine, Line, NoteLine, PlacingLine, SignOffLine,
    },
};
use crate::{
    domain::{
        ids::{RecordId, WriterId},
        note::LONGEST_NOTE,
        record::Record,
        records::{Entry, Records},
    },
    storage::ron_text::{self, Fault, Place},
};

/// The longest line of a record that is parsed, in bytes: a text of the greatest length in which every character is
/// escaped.
pub(super) const LONGEST_LINE: usize = 8 * LONGEST_NOTE;

/// What becomes of fields that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// They are a fault: the file is of our version, and they would be gone with the next save.
    Refused,
    /// They are passed over: the file is of a newer version and only shown.
    PassedOver,
}

/// A list of a records file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Notes,
    Asked,
    Changes,
    Findings,
    SignOffs,
    FollowUps,
    Placings,
}

impl Section {
    /// All of them, in the order of the file.
    pub(super) const ALL: [Self; 7] = [
        Self::Notes,
        Self::Asked,
        Self::Changes,
        Self::Findings,
        Self::SignOffs,
        Self::FollowUps,
        Self::Placings,
    ];

    /// Its name in the file.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Asked => "asked",
            Self::Changes => "changes",
            Self::Findings => "findings",
            Self::SignOffs => "sign_offs",
            Self::FollowUps => "follow_ups",
            Self::Placings => "placings",
        }
    }

    /// The list of this name.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.word() == word)
    }

    /// Where `entry` belongs.
    pub(super) fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Note(_) => Self::Notes,
            Entry::Asked(_) => Self::Asked,
            Entry::Change(_) => Self::Changes,
            Entry::Finding(_) => Self::Findings,
            Entry::SignOff(_) => Self::SignOffs,
            Entry::FollowUp(_) => Self::FollowUps,
            Entry::Placing(_) => Self::Placings,
        }
    }

    /// The record on line `number`, which stands alone in `line`.
    pub(super) fn read(self, line: &str, number: usize, unknown: Unknown) -> Result<Entry, Box<Fault>> {
        if line.len() > LONGEST_LINE {
            return Err(too_long(line, number, line.len()).into());
        }
        match self {
            Self::Notes => {
                let note: NoteLine = parse(line, number, unknown)?;
                if note.length() > LONGEST_NOTE {
                    return Err(too_long(line, number, note.length()).into());
                }
                Ok(Entry::Note(note.record()))
            }
            Self::Asked => record::<AskedLine>(line, number, unknown).map(Entry::Asked),
            Self::Changes => record::<ChangeLine>(line, number, unknown).map(Entry::Change),
            Self::Findings => record::<FindingLine>(line, number, unknown).map(Entry::Finding),
            Self::SignOffs => record::<SignOffLine>(line, number, unknown).map(Entry::SignOff),
            Self::FollowUps => record::<FollowUpLine>(line, number, unknown).map(Entry::FollowUp),
            Self::Placings => record::<PlacingLine>(line, number, unknown).map(Entry::Placing),
        }
    }
}

fn record<L: Line>(line: &str, number: usize, unknown: Unknown) -> Result<Record<L::Body>, Box<Fault>> {
    parse::<L>(line, number, unknown).map(L::record)
}

fn parse<L: Line>(line: &str, number: usize, unknown: Unknown) -> Result<L, Box<Fault>> {
    match unknown {
        Unknown::Refused => ron_text::parse_line(line, number),
        Unknown::PassedOver => ron_text::parse_line::<L::Newer>(line, number).map(L::from),
    }
}

fn too_long(line: &str, number: usize, length: usize) -> Fault {
    Fault::at(
        line,
        Place { line: 1, column: 1 },
        format!(
            "this note is too long: it fills {} KB, and {} KB are read of one",
            length.div_ceil(1024),
            LONGEST_NOTE / 1024
        ),
        "something else was pasted into the file",
        "divide it into several notes, or take the line out",
    )
    .moved_down(number - 1)
}

/// The one line of a record, proven to be read back as this record.
///
/// # Errors
/// If its text is too long, or it would not be read back as it is.
pub fn record_line(entry: &Entry) -> Result<String, Unwritable> {
    let line = match entry {
        Entry::Note(record) => {
            let length = record.body.text.len();
            if length > LONGEST_NOTE {
                return Err(Unwritable::TooLong {
                    length,
                    longest: LONGEST_NOTE,
                });
            }
            ron_text::one_line(&NoteLine::of(record.clone()))
        }
        Entry::Asked(record) => ron_text::one_line(&AskedLine::of(record.clone())),
        Entry::Change(record) => ron_text::one_line(&ChangeLine::of(record.clone())),
        Entry::Finding(record) => ron_text::one_line(&FindingLine::of(record.clone())),
        Entry::SignOff(record) => ron_text::one_line(&SignOffLine::of(record.clone())),
        Entry::FollowUp(record) => ron_text::one_line(&FollowUpLine::of(record.clone())),
        Entry::Placing(record) => ron_text::one_line(&PlacingLine::of(record.clone())),
    }?;
    match Section::of(entry).read(&line, 1, Unknown::Refused) {
        Ok(again) if again == *entry => Ok(line),
        _ => Err(Unwritable::ReadsDifferently),
    }
}

/// What decides between two editions before anything else, and where the edition is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edition {
    pub(super) key: (RecordId, WriterId),
    pub(super) rank: (u32, bool),
}

impl Edition {
    pub(super) fn of(entry: &Entry) -> Self {
        fn of<T>(record: &Record<T>) -> Edition {
            Edition {
                key: (record.id, record.writer),
                rank: (record.rev, record.deleted),
            }
        }
        match entry {
            Entry::Note(record) => of(record),
            Entry::Asked(record) => of(record),
            Entry::Change(record) => of(record),
            Entry::Finding(record) => of(record),
            Entry::SignOff(record) => of(record),
            Entry::FollowUp(record) => of(record),
            Entry::Placing(record) => of(record),
        }
    }
}

/// Whether of two editions of one record by one writer `new` is the greater, by the law of merging.
pub(super) fn overtakes(new: &Entry, old: Entry) -> bool {
    let mut records = Records::default();
    records.join(old);
    records.join(new.clone())
}
