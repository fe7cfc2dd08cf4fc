//! `records/<person>.<writer>.ron` and the private notes: what one writer recorded, read back.

use std::{fmt, marker::PhantomData, path::Path};

use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

use super::{
    header::{Format, Header, Newer, another_session},
    label::LabelText,
    record_lines::{
        AskedLine, ChangeLine, FindingLine, FollowUpLine, Line, NoteLine, PlacingLine, SignOffLine,
    },
    salvage::{Salvage, salvage},
    section::{LONGEST_LINE, Unknown},
};
use crate::{
    domain::{
        ids::{PersonId, SessionId, WriterId},
        note::{LONGEST_NOTE, Label, Note},
        placing::View,
        record::{Record, Shelf},
        records::Records,
    },
    storage::ron_text::{self, FileFault, LARGEST_FILE},
};

/// What was read of a records file, and how far it may be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRecords {
    /// How the file stands; only a whole file may be written to.
    pub standing: Standing,
    /// Who writes it, if that could be read.
    pub writer: Option<WriterId>,
    /// The person who writes it, if that could be read.
    pub person: Option<Label<PersonId>>,
    /// All records that could be read.
    pub records: Records,
    /// Why it is not whole: everything at once.
    pub fault: Option<FileFault>,
}

/// How a records file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// All of it was read.
    Whole,
    /// It was written by a newer version; what is known of it was read.
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is damaged; the records that stand for themselves were read.
    Broken,
    /// It is another kind of file, or of another session: nothing of it belongs here.
    Refused,
}

/// Reads one writer's records of the session `expected`.
#[must_use]
pub fn read_records(file: &Path, bytes: &[u8], expected: SessionId) -> ReadRecords {
    read(Format::Records, file, bytes, expected)
}

/// Reads the notes of the session `expected` that stay on this machine.
#[must_use]
pub fn read_private_notes(file: &Path, bytes: &[u8], expected: SessionId) -> ReadRecords {
    read(Format::PrivateNotes, file, bytes, expected)
}

fn read(format: Format, file: &Path, bytes: &[u8], expected: SessionId) -> ReadRecords {
    let text = match ron_text::text(file, bytes) {
        Ok(text) => text,
        Err(fault) => return unreadable(format, file, bytes, expected, fault),
    };
    let header = Header::peek(&text);
    match belongs(&header, format, file, &text, expected) {
        Err(fault) => refused(header, fault),
        Ok(Some(newer)) => of_newer_version(header, file, &text, newer),
        Ok(None) => of_our_version(header, file, &text, expected),
    }
}

fn of_our_version(header: Header, file: &Path, text: &str, expected: SessionId) -> ReadRecords {
    match whole(file, text) {
        Ok((found, header, _)) if found != expected => refused(
            header,
            FileFault::new(file, vec![another_session(text, found, expected)]),
        ),
        Ok((_, header, records)) => stands(Standing::Whole, header, records, None),
        Err(fault) => {
            let (records, fault) = salvaged(file, text.as_bytes(), fault);
            stands(Standing::Broken, header, records, Some(fault))
        }
    }
}

/// A newer version writes one record a line as well, so the lines that are known here can be shown.
fn of_newer_version(header: Header, file: &Path, text: &str, newer: Newer) -> ReadRecords {
    let standing = Standing::Newer {
        version: newer.version,
    };
    let Salvage { records, faults, .. } = salvage(text.as_bytes(), Unknown::PassedOver);
    stands(
        standing,
        header,
        records,
        Some(FileFault::new(file, faults).of_newer(Some(newer))),
    )
}

fn stands(standing: Standing, header: Header, records: Records, fault: Option<FileFault>) -> ReadRecords {
    ReadRecords {
        standing,
        writer: header.writer,
        person: header.person,
        records,
        fault,
    }
}

/// Whether a file with this head is of the right kind and session, and if so whether it is newer than this program.
fn belongs(
    header: &Header,
    format: Format,
    file: &Path,
    text: &str,
    expected: SessionId,
) -> Result<Option<Newer>, FileFault> {
    let newer = header.check(format, file, text)?;
    match header.session {
        Some(found) if found != expected => {
            Err(FileFault::new(file, vec![another_session(text, found, expected)]))
        }
        _ => Ok(newer),
    }
}

fn refused(header: Header, fault: FileFault) -> ReadRecords {
    stands(Standing::Refused, header, Records::default(), Some(fault))
}

/// A file that is not text as a whole: its good lines may still be.
fn unreadable(
    format: Format,
    file: &Path,
    bytes: &[u8],
    expected: SessionId,
    fault: FileFault,
) -> ReadRecords {
    let bytes = if bytes.len() > LARGEST_FILE { &[] } else { bytes };
    let readable = String::from_utf8_lossy(bytes);
    let header = Header::peek(readable.trim_start_matches('\u{FEFF}'));
    if let Err(fault) = belongs(&header, format, file, &readable, expected) {
        return refused(header, fault);
    }
    let (records, fault) = salvaged(file, bytes, fault);
    stands(Standing::Broken, header, records, Some(fault))
}

/// What can be saved, and all that cannot: the faults of single lines together with `whole`, the one that stopped
/// the file as a whole, unless a line says the same.
fn salvaged(file: &Path, bytes: &[u8], whole: FileFault) -> (Records, FileFault) {
    let Salvage {
        records, mut faults, ..
    } = salvage(bytes, Unknown::Refused);
    if records.is_empty() && !whole.faults().is_empty() {
        return (records, whole);
    }
    let line = |fault: &ron_text::Fault| fault.place.map(|place| place.line);
    for fault in whole.into_faults() {
        if !faults.iter().any(|known| line(known) == line(&fault)) {
            faults.push(fault);
        }
    }
    (records, FileFault::new(file, faults))
}

/// A field that is not known is a fault: the list it holds would be gone with the next save.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordsFileText {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    session: SessionId,
    writer: WriterId,
    person: LabelText<PersonId>,
    #[serde(default, deserialize_with = "shelf::<_, NoteLine>")]
    notes: Shelf<<NoteLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, AskedLine>")]
    asked: Shelf<<AskedLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, ChangeLine>")]
    changes: Shelf<<ChangeLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, FindingLine>")]
    findings: Shelf<<FindingLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, SignOffLine>")]
    sign_offs: Shelf<<SignOffLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, FollowUpLine>")]
    follow_ups: Shelf<<FollowUpLine as Line>::Body>,
    #[serde(default, deserialize_with = "shelf::<_, PlacingLine>")]
    placings: Shelf<<PlacingLine as Line>::Body>,
}

/// Reads the file in one go. The fault is without lines of its own if only the length of a note is wrong: the lines
/// are looked at one by one then.
fn whole(file: &Path, text: &str) -> Result<(SessionId, Header, Records), FileFault> {
    let too_long = || FileFault::new(file, Vec::new());
    if text.len() > LONGEST_LINE && text.split('\n').any(|line| line.len() > LONGEST_LINE) {
        return Err(too_long());
    }
    let read: RecordsFileText = ron_text::parse_text(file, text)?;
    let is_too_long = |note: &Record<Note>| note.body.text.len() > LONGEST_NOTE;
    if read
        .notes
        .every()
        .any(|editions| editions.iter().any(is_too_long))
    {
        return Err(too_long());
    }
    let header = Header {
        writer: Some(read.writer),
        person: Some(read.person.into()),
        ..Header::default()
    };
    let records = Records {
        view: View::of(None, &read.notes, &read.placings),
        notes: read.notes,
        asked: read.asked,
        changes: read.changes,
        findings: read.findings,
        sign_offs: read.sign_offs,
        follow_ups: read.follow_ups,
        placings: read.placings,
    };
    Ok((read.session, header, records))
}

/// Reads a list of lines straight into a shelf: a list of lines beside it would cost as much memory again.
fn shelf<'de, D: Deserializer<'de>, L: Line<Body: Ord + Clone>>(
    source: D,
) -> Result<Shelf<L::Body>, D::Error> {
    source.deserialize_seq(ShelfReader::<L>(PhantomData))
}

struct ShelfReader<L>(PhantomData<L>);

impl<'de, L: Line<Body: Ord + Clone>> Visitor<'de> for ShelfReader<L> {
    type Value = Shelf<L::Body>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut lines: S) -> Result<Self::Value, S::Error> {
        let mut records = Shelf::default();
        while let Some(line) = lines.next_element::<L>()? {
            let record = line.record();
            if records.holds_another(&record) {
                // The lines are looked at one by one then, and the one that is meant is named.
                return Err(serde::de::Error::custom("two records have the same id"));
            }
            records.join(record);
        }
        Ok(records)
    }
}

#[cfg(test)]
mod tests;
