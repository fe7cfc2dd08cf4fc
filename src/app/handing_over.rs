//! Handing one's own notes over without a common folder: one small file, for a stick or a mail.

use std::path::PathBuf;

use super::{
    Model, Overlay, Screen,
    entry::{Entry, EntryPurpose},
    message::Effect,
    notice::Notice,
};
use crate::domain::{ids::PersonId, plan::Plan};

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
    },
    /// There is a file of this name.
    Exists(PathBuf),
    /// It could not be written, and why.
    Failed(String),
}

/// Asks for the name of the file, once it is known which one to propose; what is typed must be on the disk first.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
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
    )]
}

/// The file to propose is known.
pub(super) fn ask(model: &mut Model, proposed: &std::path::Path) {
    let text = proposed.display().to_string();
    let purpose = EntryPurpose::HandOver { there: None };
    model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
}

/// The name was typed: the file is written, in the place of one that is there only if that was said before.
pub(super) fn take_line(model: &mut Model, there: Option<&str>, typed: String) -> Vec<Effect> {
    let Screen::Day(day) = &model.screen else {
        return Vec::new();
    };
    if typed.is_empty() {
        return Vec::new();
    }
    vec![Effect::HandOver(Box::new(Job {
        folder: day.folder.clone(),
        plan: day.plan.clone(),
        person: day.me.person.clone(),
        replaces: there == Some(typed.as_str()),
        file: typed,
    }))]
}

/// What became of the file is said; where one is there, it is asked for once more.
pub(super) fn hear(model: &mut Model, became: HandedOver) {
    if let HandedOver::Exists(path) = &became
        && model.overlay.is_none()
    {
        let text = path.display().to_string();
        let purpose = EntryPurpose::HandOver {
            there: Some(text.clone()),
        };
        model.overlay = Some(Overlay::Entry(Entry::new(purpose, String::new(), text)));
        return;
    }
    model.notice = Some(Notice::HandedOver(became));
}
