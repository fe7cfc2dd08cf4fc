//! Handing one's own notes over without a common folder: one small file, for a stick or a mail.

use std::path::PathBuf;

use super::{
    Model, Overlay, Screen,
    entry::{Entry, EntryPurpose},
    message::Effect,
    notice::Notice,
    passphrase,
};
use crate::domain::{ids::PersonId, passphrase::Passphrase, plan::Plan};

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The session's folder.
    pub folder: PathBuf,
    /// The plan.
    pub plan: Plan,
    /// Whose notes.
    pub person: PersonId,
    /// The file, as it was typed.
    pub file: String,
    /// Whether it takes the place of one that is there.
    pub replaces: bool,
    /// Whether it is sealed.
    pub seal: Seal,
}

/// Whether what is handed over is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal {
    /// Whoever has the file can read it.
    Unsealed,
    /// It is sealed with a passphrase that is still to be typed.
    Asked,
    /// It is sealed with this passphrase.
    With(Passphrase),
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedOver {
    /// It is written.
    Written {
        /// The file.
        path: PathBuf,
        /// How many notes are in it.
        notes: usize,
        /// How many were struck out and go without their words.
        struck: usize,
        /// Whether it is sealed.
        sealed: bool,
    },
    /// There is a file of this name; with what it would have been sealed with.
    Exists(PathBuf, Seal),
    /// It could not be written, and why.
    Failed(String),
}

/// Asks for the name of the file, once it is known which one to propose; what is typed must be on the disk first.
pub(super) fn open(model: &mut Model, seal: Seal) -> Vec<Effect> {
    if model.has_unsaved() {
        model.notice = Some(Notice::Saving);
        return Vec::new();
    }
    let Some(day) = model.day() else {
        return Vec::new();
    };
    vec![Effect::ProposeHandOver(
        Box::new(day.plan.clone()),
        day.me.name.clone(),
        seal,
    )]
}

/// The file to propose is known.
pub(super) fn ask(model: &mut Model, proposed: &std::path::Path, seal: Seal) {
    let text = proposed.display().to_string();
    let purpose = EntryPurpose::HandOver { there: None, seal };
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
}

/// The name was typed: the file is written, in the place of one that is there only if that was said before.
pub(super) fn take_line(
    model: &mut Model,
    there: Option<&str>,
    (typed, seal): (String, Seal),
) -> Vec<Effect> {
    let Screen::Day(day) = &model.screen else {
        return Vec::new();
    };
    if typed.is_empty() {
        return Vec::new();
    }
    let job = Job {
        folder: day.folder.clone(),
        plan: day.plan.clone(),
        person: day.me.person.clone(),
        replaces: there == Some(typed.as_str()),
        file: typed,
        seal,
    };
    if job.seal == Seal::Asked {
        passphrase::ask_to_seal(model, job);
        return Vec::new();
    }
    vec![Effect::HandOver(Box::new(job))]
}

/// What became of the file is said; where one is there, it is asked for once more.
pub(super) fn hear(model: &mut Model, became: HandedOver) {
    if let HandedOver::Exists(path, seal) = &became
        && model.overlay.is_none()
    {
        let text = path.display().to_string();
        let purpose = EntryPurpose::HandOver {
            there: Some(text.clone()),
            seal: seal.clone(),
        };
        model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
        return;
    }
    let said = match became {
        HandedOver::Exists(path, _let_go) => HandedOver::Exists(path, Seal::Unsealed),
        became => became,
    };
    model.notice = Some(Notice::HandedOver(said));
}
