//! The head of every file: what it is, of which version, of which session and by whom. It is read before the rest, so
//! that a file that is not ours, or not of our time, is known as such whatever else is in it.

use std::{fmt, path::Path};

use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor},
};

use super::label::LabelText;
use crate::{
    domain::{
        ids::{PersonId, SessionId, WriterId},
        note::Label,
    },
    storage::ron_text::{self, Fault, FileFault, Place},
};

pub use crate::storage::ron_text::Newer;

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The agreed plan of a session.
    Plan,
    /// What one writer recorded.
    Records,
    /// The notes that stay on this machine.
    PrivateNotes,
    /// A review model.
    Model,
    /// The bank holidays of England.
    BankHolidays,
    /// A user's own keys.
    Keys,
    /// What a person has set.
    Settings,
    /// A person's own colours.
    Theme,
}

impl Format {
    /// What stands after `format:`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "knownow plan",
            Self::Records => "knownow records",
            Self::PrivateNotes => "knownow private notes",
            Self::Model => "knownow model",
            Self::BankHolidays => "knownow bank holidays",
            Self::Keys => "knownow keys",
            Self::Settings => "knownow settings",
            Self::Theme => "knownow theme",
        }
    }

    /// The version that this program writes; it reads all up to it.
    #[must_use]
    pub fn version(self) -> u32 {
        match self {
            Self::Records => 4,
            Self::Plan | Self::Model => 3,
            Self::PrivateNotes => 2,
            Self::BankHolidays | Self::Keys | Self::Settings | Self::Theme => 1,
        }
    }
}

/// What the head of a file says, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// What kind of file it is, in its own word.
    pub format: Option<String>,
    /// Its version.
    pub version: Option<u32>,
    /// The session it belongs to.
    pub session: Option<SessionId>,
    /// Who writes it.
    pub writer: Option<WriterId>,
    /// The person who writes it.
    pub person: Option<Label<PersonId>>,
}

impl Header {
    /// Reads the head of `text`. Once it is known of which session it is, nothing after the head is looked at.
    #[must_use]
    pub fn peek(text: &str) -> Self {
        let mut header = Self::default();
        // Whatever could not be read is missing from the header: reading the whole file will say why.
        if let Ok(mut source) = ron::Deserializer::from_str_with_options(text, &ron_text::options()) {
            let _incomplete = (&mut header).deserialize(&mut source);
        }
        header
    }

    /// Whether the file is of the kind expected, and if so whether it is newer than this program.
    ///
    /// # Errors
    /// If it is another kind of file, or says no possible version.
    pub fn check(&self, format: Format, file: &Path, text: &str) -> Result<Option<Newer>, FileFault> {
        if let Some(other) = self.format.as_deref().filter(|name| *name != format.name()) {
            return Err(FileFault::new(file, vec![another_format(text, other, format)]));
        }
        if self.version == Some(0) {
            let what = "there is no version 0";
            let fault = at_field(
                text,
                "version",
                what,
                "the number was altered",
                "write `version: 1`",
            );
            return Err(FileFault::new(file, vec![fault]));
        }
        Ok(self.newer(format, file))
    }

    fn is_of_a_session(&self) -> bool {
        self.format.is_some() && self.version.is_some() && self.session.is_some() && self.writer.is_some()
    }

    fn newer(&self, format: Format, file: &Path) -> Option<Newer> {
        let (version, ours) = (self.version?, format.version());
        (version > ours).then(|| Newer {
            file: file.to_owned(),
            version,
            ours,
        })
    }
}

/// Whether `bytes` are a file of this format from a newer version; reads no more than its head.
#[must_use]
pub fn newer(file: &Path, bytes: &[u8], format: Format) -> Option<Newer> {
    let header = Header::peek(&ron_text::text(file, bytes).ok()?);
    header
        .newer(format, file)
        .filter(|_| header.format.as_deref() == Some(format.name()))
}

fn another_format(text: &str, found: &str, expected: Format) -> Fault {
    let what = format!("this is a \"{found}\" file, not a \"{}\" file", expected.name());
    let cause = "it was renamed, or lies in the wrong folder";
    at_field(text, "format", &what, cause, "put the right file in its place")
}

/// The fault of a file that belongs to another session.
#[must_use]
pub fn another_session(text: &str, found: SessionId, expected: SessionId) -> Fault {
    let what = format!("this file is of session {found}, this folder is of session {expected}");
    let cause = "it was copied here from the folder of another review";
    at_field(
        text,
        "session",
        &what,
        cause,
        "move it to the folder whose plan.ron names that session in its first lines; nothing of it is shown here",
    )
}

/// The fault of a review model whose id is that of the model in `first`.
#[must_use]
pub fn id_taken(text: &str, id: &str, first: &Path) -> Fault {
    let what = format!(
        "the id \"{id}\" is that of the model in {}, which is used",
        first.display()
    );
    let cause = "the file was copied and its id was not changed, or a cloud drive made a second copy";
    let hint = "give this model an id of its own, or delete the file that is not needed";
    at_field(text, "id", &what, cause, hint)
}

/// A fault at the line of `field` in the head of a file.
pub(super) fn at_field(text: &str, field: &str, what: &str, cause: &str, hint: &str) -> Fault {
    let mut lines = text.split('\n').map(str::trim_start);
    let is_field = |line: &str| {
        line.strip_prefix(field)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    let place = Place {
        line: lines.position(is_field).map_or(1, |above| above + 1),
        column: 1,
    };
    Fault::at(text, place, what, cause, hint)
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key {
    Format,
    Version,
    Session,
    Writer,
    Person,
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for &mut Header {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_struct("", &["format", "version", "session", "writer", "person"], self)
    }
}

impl<'de> Visitor<'de> for &mut Header {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the head of a file")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<(), M::Error> {
        while let Some(key) = fields.next_key()? {
            match key {
                Key::Format => self.format = Some(fields.next_value()?),
                Key::Version => self.version = Some(fields.next_value()?),
                Key::Session => self.session = Some(fields.next_value()?),
                Key::Writer => self.writer = Some(fields.next_value()?),
                Key::Person => self.person = Some(fields.next_value::<LabelText<_>>()?.into()),
                Key::Other if self.is_of_a_session() => return Ok(()),
                Key::Other => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
