//! The words around a passphrase.

use crate::{
    app::passphrase::{PassphraseEntry, PassphrasePurpose, PassphraseSaid},
    domain::passphrase::SHORTEST,
};

/// The title of the box.
#[must_use]
pub fn title(entry: &PassphraseEntry) -> &'static str {
    match (&entry.purpose, entry.is_again()) {
        (PassphrasePurpose::Open, _) => "It is sealed: its passphrase",
        (PassphrasePurpose::Seal(_), false) => "A passphrase to seal it with",
        (PassphrasePurpose::Seal(_), true) => "The same passphrase once more",
    }
}

/// What to mind.
#[must_use]
pub fn advice(entry: &PassphraseEntry) -> &'static str {
    match entry.purpose {
        PassphrasePurpose::Open => "Whoever sealed it tells it to you. It is not shown here.",
        PassphrasePurpose::Seal(_) => {
            "Three or four words that have nothing to do with each other. Tell them by phone, not in the mail: \
             without them nobody opens the file. They are not shown here, and are kept nowhere."
        }
    }
}

/// Why what was typed is not taken.
#[must_use]
pub fn said(said: PassphraseSaid) -> String {
    match said {
        PassphraseSaid::TooShort => format!("It is too short: at least {SHORTEST} letters."),
        PassphraseSaid::TooLong => "There is no room for more of it.".into(),
        PassphraseSaid::NotTheSame => "The two were not the same: type it anew.".into(),
        PassphraseSaid::Wrong => "This one does not open it: mind capitals and spaces.".into(),
    }
}
