//! A records file kept ready to be saved: saving a note writes one line anew and copies the others.

use std::collections::BTreeMap;

use super::{
    Unwritable,
    header::Format,
    label::LabelText,
    layout::Layout,
    section::{Edition, Section, Unknown, overtakes},
};
use crate::domain::{
    ids::{PersonId, RecordId, SessionId, WriterId},
    note::Label,
    record::{Editions, Record, Shelf},
    records::{Entry, Records},
};

pub use super::section::record_line;

/// The text of one records file, line by line.
///
/// The lines stand in the order of their ids and, where several writers share the file, of their writers; so the same
/// records give the same bytes whatever order they came in.
#[derive(Debug, Clone)]
pub struct RecordsText {
    head: String,
    sections: Vec<(Section, Lines)>,
}

type Lines = BTreeMap<(RecordId, WriterId), KeptLine>;

#[derive(Debug, Clone)]
struct KeptLine {
    rank: (u32, bool),
    line: String,
}

impl RecordsText {
    /// The empty records file of `person`, who writes as `writer`.
    ///
    /// # Errors
    /// If the head has no form in RON.
    pub fn new(session: SessionId, writer: WriterId, person: &Label<PersonId>) -> Result<Self, Unwritable> {
        Self::of(Format::Records, &Section::ALL, session, writer, person)
    }

    /// The empty file of the notes that stay on this machine; it takes nothing but notes.
    ///
    /// # Errors
    /// If the head has no form in RON.
    pub fn private(
        session: SessionId,
        writer: WriterId,
        person: &Label<PersonId>,
    ) -> Result<Self, Unwritable> {
        Self::of(Format::PrivateNotes, &[Section::Notes], session, writer, person)
    }

    fn of(
        format: Format,
        sections: &[Section],
        session: SessionId,
        writer: WriterId,
        person: &Label<PersonId>,
    ) -> Result<Self, Unwritable> {
        let mut layout = Layout::new();
        layout.field("format", &format.name());
        layout.field("version", &format.version());
        layout.field("session", &session);
        layout.field("writer", &writer);
        layout.field("person", &LabelText::from(person.clone()));
        let sections = sections.iter().map(|section| (*section, Lines::new())).collect();
        Ok(Self {
            head: layout.head()?,
            sections,
        })
    }

    /// Takes in one edition in place of an earlier one by the same writer; whether the text changed. An edition that
    /// is not the greater one, by the law of merging, changes nothing.
    ///
    /// # Errors
    /// If it would not be read back as it is; then nothing changed.
    pub fn put(&mut self, entry: &Entry) -> Result<bool, Unwritable> {
        let section = Section::of(entry);
        let kept = self.sections.iter_mut().find(|(kept, _)| *kept == section);
        let (_, lines) = kept.ok_or(Unwritable::OnlyNotes)?;
        let Edition { key, rank } = Edition::of(entry);
        if let Some(old) = lines.get(&key) {
            let is_greater = match rank.cmp(&old.rank) {
                std::cmp::Ordering::Equal => {
                    let old = section
                        .read(&old.line, 1, Unknown::Refused)
                        .map_err(|_fault| Unwritable::ReadsDifferently)?;
                    overtakes(entry, old)
                }
                order => order.is_gt(),
            };
            if !is_greater {
                return Ok(false);
            }
        }
        lines.insert(
            key,
            KeptLine {
                rank,
                line: record_line(entry)?,
            },
        );
        Ok(true)
    }

    /// Takes in every edition in `records`. As each line is written and read back, this takes longer than reading the
    /// file did: it is work for the time after the first screen.
    ///
    /// # Errors
    /// At the first one that would not be read back as it is.
    pub fn put_all(&mut self, records: &Records) -> Result<(), Unwritable> {
        self.put_shelf(&records.notes, Entry::Note)?;
        self.put_shelf(&records.asked, Entry::Asked)?;
        self.put_shelf(&records.changes, Entry::Change)?;
        self.put_shelf(&records.findings, Entry::Finding)?;
        self.put_shelf(&records.sign_offs, Entry::SignOff)?;
        self.put_shelf(&records.follow_ups, Entry::FollowUp)?;
        self.put_shelf(&records.placings, Entry::Placing)
    }

    /// Whether an edition stands in the text that is neither in `records` nor overtaken there.
    #[must_use]
    pub fn has_more_than(&self, records: &Records) -> bool {
        let entries = records.entries();
        let found: BTreeMap<_, _> = entries
            .iter()
            .map(|entry| {
                let Edition { key, rank } = Edition::of(entry);
                ((key, Section::of(entry).word()), rank)
            })
            .collect();
        let is_lost = |section: &Section, (key, kept): (&(RecordId, WriterId), &KeptLine)| {
            found
                .get(&(*key, section.word()))
                .is_none_or(|rank| *rank < kept.rank)
        };
        let mut sections = self.sections.iter();
        sections.any(|(section, lines)| lines.iter().any(|kept| is_lost(section, kept)))
    }

    fn put_shelf<T: Ord + Clone>(
        &mut self,
        records: &Shelf<T>,
        entry: fn(Record<T>) -> Entry,
    ) -> Result<(), Unwritable> {
        for edition in records.every().flat_map(Editions::iter) {
            self.put(&entry(edition.clone()))?;
        }
        Ok(())
    }

    /// The whole file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        const MARGIN: &str = "        ";
        let lines = self.sections.iter().flat_map(|(_, lines)| lines.values());
        let length: usize = lines.map(|kept| MARGIN.len() + kept.line.len() + 2).sum();
        let mut text = String::with_capacity(self.head.len() + length + 256);
        text.push_str(&self.head);
        for (section, lines) in &self.sections {
            text.push_str("    ");
            text.push_str(section.word());
            text.push_str(": [\n");
            for kept in lines.values() {
                text.push_str(MARGIN);
                text.push_str(&kept.line);
                text.push_str(",\n");
            }
            text.push_str("    ],\n");
        }
        text.push_str(")\n");
        text.into_bytes()
    }
}
