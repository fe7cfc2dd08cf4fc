//! Notes as a colleague wrote them, in a mail or a document: what was read, and where each of them belongs.

pub mod activities;
mod author;
mod mentions;
mod placing;
mod staying;
mod writing_in;

pub use author::{Proposed, proposed};
pub use mentions::compares;
pub use placing::{Found, Ground, IN_TRAY, Reason, is_in_tray};
pub use writing_in::{Hands, Known, Taken, WrittenIn, is_taken_in, understood};

use std::collections::BTreeMap;

use chrono::NaiveTime;
use uuid::Uuid;

use super::{
    activity::ActivityKind,
    hand_over::wording,
    ids::{PersonId, RecordId, SessionId},
    note::NoteKind,
};

/// Why the fields of a form above the notes are none.
pub const WHO_WROTE: &str = "who wrote it, and when";

/// A piece of prose, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Jotted {
    /// What may be notes.
    pub jottings: Vec<Jotting>,
    /// All other lines that have a letter or a digit in them.
    pub not_notes: Vec<NotNote>,
}

/// A line that may be a note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Jotting {
    /// The line of the source, from 1.
    pub line: usize,
    /// How many lines it was wrapped into.
    pub lines: usize,
    /// The words as they were written, without the bullet before them.
    pub text: String,
    /// What its sign, its label, its column or the heading above says it is.
    pub kind: Option<NoteKind>,
    /// Why what the heading above says of its kind is not sure, if it is not.
    pub doubt: Option<&'static str>,
    /// What its own line says of time and place.
    pub own: Place,
    /// What the headings above say.
    pub above: Place,
}

/// What words say of time and place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// A time of the day.
    pub time: Option<NaiveTime>,
    /// A class, as it was written.
    pub class: Option<String>,
    /// What was being done.
    pub activity: Option<ActivityKind>,
    /// The words of a heading or label, which may be those of a row or a question.
    pub words: Option<String>,
    /// The group that one went with, by its name on the plan, where that is said.
    pub group: Option<String>,
}

impl Place {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// A line that is no note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotNote {
    /// The line of the source, from 1.
    pub line: usize,
    /// How it reads.
    pub text: String,
    /// What it is instead.
    pub why: &'static str,
}

/// From so many words on a line is known by its words alone, wherever the text says that it belongs.
const TELLING: usize = 4;

/// The ids of notes by `author`: from the words, so that a second paste of the same text makes the same ids, whatever
/// stands around it, however it is wrapped, and though another class stands above it by now. Words that many lines may
/// have are known by what the author said of their place as well.
#[derive(Debug)]
pub struct Ids<'a> {
    session: SessionId,
    author: &'a PersonId,
    given: BTreeMap<String, usize>,
}

impl<'a> Ids<'a> {
    /// Ids for the notes of one text.
    #[must_use]
    pub fn new(session: SessionId, author: &'a PersonId) -> Self {
        Self {
            session,
            author,
            given: BTreeMap::new(),
        }
    }

    /// The id of `jotting`, and the one that an earlier version of this program gave it. The second of two with the same
    /// words has another one.
    pub fn of(&mut self, jotting: &Jotting) -> (RecordId, RecordId) {
        let at_its_place = self.at_its_place(jotting);
        let words = words(&jotting.text);
        if words.split(' ').count() < TELLING {
            return (at_its_place, at_its_place);
        }
        (
            self.given(&format!("said {}\n{words}", self.author)),
            at_its_place,
        )
    }

    /// By its words and what is said of its place.
    fn at_its_place(&mut self, jotting: &Jotting) -> RecordId {
        let place = [&jotting.own, &jotting.above].map(|place| {
            let class = place.class.as_deref().map(words).unwrap_or_default();
            let label = place.words.as_deref().map(words).unwrap_or_default();
            format!("{:?} {class} {label}", place.time)
        });
        let said = format!(
            "jotted {}\n{}\n{}",
            self.author,
            words(&jotting.text),
            place.join("\n")
        );
        self.given(&said)
    }

    /// The id of the next one of which this is `said`.
    fn given(&mut self, said: &str) -> RecordId {
        let given = self.given.entry(said.to_owned()).or_default();
        let nth = *given;
        *given += 1;
        let id = Uuid::new_v5(&self.session.0, format!("{said}\n{nth}").as_bytes());
        RecordId(id)
    }
}

/// The words of `text` with nothing between them but a space, in small letters.
#[must_use]
pub fn words(text: &str) -> String {
    let plain = wording::plain(text).to_lowercase().replace('\'', "");
    let parts = plain.split(|letter: char| !letter.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests;
