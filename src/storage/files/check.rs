//! Collects all that is wrong with the values of a file that could be read as RON, and finds where each stands.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::Path,
    str::FromStr,
};

use serde::Serialize;

use crate::storage::ron_text::{self, Fault, FileFault, Place};

/// How many faults are collected; each costs a search through the file.
const MOST_FAULTS: usize = 50;
/// How many ids are offered for a wrong one.
const MOST_SHOWN: usize = 12;

/// The faults found so far in the values of one file.
pub(super) struct Check<'a> {
    text: &'a str,
    faults: Vec<Fault>,
    /// How often each field with its value was already pointed at: the next fault is in the next one.
    pointed: HashMap<String, usize>,
}

impl<'a> Check<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            faults: Vec::new(),
            pointed: HashMap::new(),
        }
    }

    /// The value, unless something was wrong with it.
    pub(super) fn finish<T>(self, file: &Path, value: T) -> Result<T, FileFault> {
        if self.faults.is_empty() {
            Ok(value)
        } else {
            Err(FileFault::new(file, self.faults))
        }
    }

    /// Notes that the value of `field` is wrong; `value` is written in the file as RON has it.
    pub(super) fn fault<T: Serialize + ?Sized>(
        &mut self,
        field: &str,
        value: &T,
        what: String,
        cause: &str,
        hint: impl Into<String>,
    ) {
        if self.faults.len() == MOST_FAULTS {
            return;
        }
        let fault = match self.next_place(field, &value) {
            Some(place) => Fault::at(self.text, place, what, cause, hint),
            None => Fault::of_file(what, cause, hint),
        };
        self.faults.push(fault);
    }

    /// Reads a date or a time; `None` after noting the fault.
    pub(super) fn read<T: FromStr<Err = String>>(
        &mut self,
        field: &str,
        value: &str,
        hint: &str,
    ) -> Option<T> {
        match value.parse() {
            Ok(read) => Some(read),
            Err(what) => {
                self.fault(
                    field,
                    value,
                    what,
                    "it was mistyped, or stands in another form",
                    hint,
                );
                None
            }
        }
    }

    /// Notes every id that is empty or stands for a second thing of its kind.
    pub(super) fn unique<'i>(&mut self, things: &str, ids: impl IntoIterator<Item = &'i str>) {
        let mut known = HashSet::new();
        for id in ids {
            if id.trim().is_empty() {
                let what = format!("one of the {things} has an empty id");
                self.fault(
                    "id",
                    id,
                    what,
                    "the id was deleted",
                    "give it a short word of its own, such as \"day-1\"",
                );
            } else if !known.insert(id) {
                self.pass_over_first("id", id);
                let what = format!("two of the {things} have the id \"{id}\"");
                let cause = "a line was copied and its id was not changed";
                self.fault("id", id, what, cause, "give the second one an id of its own");
            }
        }
    }

    /// Notes a reference to something that does not exist.
    pub(super) fn known(&mut self, field: &str, id: &str, known: &BTreeSet<&str>) {
        if known.contains(id) {
            return;
        }
        let what = format!("there is no {field} with the id \"{id}\"");
        let some: Vec<_> = known.iter().copied().take(MOST_SHOWN).collect();
        let hint = match some.as_slice() {
            [] => format!("add it to the list of {field}s, or take it out here"),
            some => format!("write one of: {}", some.join(", ")),
        };
        self.fault(
            field,
            id,
            what,
            "the id was mistyped, or what it stands for was taken out",
            hint,
        );
    }

    /// The next fault of this value is in the second place where it stands, not in the first.
    pub(super) fn pass_over_first(&mut self, field: &str, value: &str) {
        self.pointed.entry(key(field, value)).or_insert(1);
    }

    fn next_place<T: Serialize>(&mut self, field: &str, value: &T) -> Option<Place> {
        let written = ron_text::one_line(value).ok()?;
        let label = format!("{field}:");
        let stands = |offset: usize| {
            let before = self.text.get(..offset).unwrap_or_default();
            // The 5 that a 50 begins with is another number.
            let goes_on = self.text.get(offset + written.len()..);
            let goes_on = goes_on.is_some_and(|after| after.starts_with(|next: char| next.is_ascii_digit()));
            before.trim_end().ends_with(&label) && !goes_on
        };
        let places: Vec<usize> = self
            .text
            .match_indices(&written)
            .map(|(offset, _)| offset)
            .filter(|offset| stands(*offset))
            .collect();
        let pointed = self.pointed.entry(format!("{label} {written}")).or_insert(0);
        let offset = places.get(*pointed).or(places.last())?;
        *pointed += 1;
        Some(Place::of_offset(self.text, *offset))
    }
}

fn key(field: &str, value: &str) -> String {
    let written = ron_text::one_line(&value).unwrap_or_default();
    format!("{field}: {written}")
}
