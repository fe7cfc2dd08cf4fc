//! A passphrase is typed, unseen: to seal what is handed over, or to open what a colleague sealed.

use super::{
    Model, Overlay,
    capture::Edit,
    handing_over::{Job, Seal},
    leaving::quit,
    message::{Action, At, Effect, Message},
    taking_in,
};
use crate::domain::passphrase::Passphrase;

/// A passphrase that is being typed.
#[derive(Debug, Clone)]
pub struct PassphraseEntry {
    /// What it is for.
    pub purpose: PassphrasePurpose,
    /// What is said below it.
    pub said: Option<PassphraseSaid>,
    typed: Passphrase,
    /// The same as it was typed before, where it is typed twice.
    before: Option<Passphrase>,
}

/// What a passphrase is for.
#[derive(Debug, Clone)]
pub enum PassphrasePurpose {
    /// A hand-over that is sealed with it.
    Seal(Box<Job>),
    /// A sealed file that is to be taken in.
    Open,
}

/// Why what was typed is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseSaid {
    /// It is too short to be sealed with.
    TooShort,
    /// There is no room for more of it.
    TooLong,
    /// It is not the one that was typed before.
    NotTheSame,
    /// It does not open the file.
    Wrong,
}

impl PassphraseEntry {
    fn new(purpose: PassphrasePurpose, said: Option<PassphraseSaid>) -> Self {
        Self {
            purpose,
            said,
            typed: Passphrase::default(),
            before: None,
        }
    }

    /// How many letters were typed.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.typed.letters()
    }

    /// Whether it is typed once more.
    #[must_use]
    pub fn is_again(&self) -> bool {
        self.before.is_some()
    }

    /// What it was opened on.
    pub(super) fn below(&self) -> Option<Overlay> {
        match self.purpose {
            PassphrasePurpose::Seal(_) => None,
            PassphrasePurpose::Open => Some(Overlay::TakingIn),
        }
    }

    fn type_char(&mut self, typed: char) {
        self.said = (!self.typed.push(typed)).then_some(PassphraseSaid::TooLong);
    }

    /// Why what was typed can't be sealed with: it is to be typed again, from the start.
    fn refuse(&mut self, said: PassphraseSaid) {
        *self = Self::new(self.purpose.clone(), Some(said));
    }
}

/// Asks for the passphrase with which a hand-over is sealed.
pub(super) fn ask_to_seal(model: &mut Model, job: Job) {
    let purpose = PassphrasePurpose::Seal(Box::new(job));
    model.overlay = Some(Overlay::Passphrase(PassphraseEntry::new(purpose, None)));
}

/// Asks for the passphrase of a sealed file, once more if the one that was typed does not open it.
pub(super) fn ask_to_open(model: &mut Model, again: bool) {
    let said = again.then_some(PassphraseSaid::Wrong);
    let entry = PassphraseEntry::new(PassphrasePurpose::Open, said);
    model.overlay = Some(Overlay::Passphrase(entry));
}

/// What a key does while a passphrase is typed.
pub(super) fn on_key(model: &mut Model, at: At, message: Message) -> Vec<Effect> {
    let Some(Overlay::Passphrase(entry)) = &mut model.overlay else {
        return Vec::new();
    };
    match message {
        Message::Typed(typed) => entry.type_char(typed),
        Message::Pasted(text) => text.trim().chars().for_each(|typed| entry.type_char(typed)),
        Message::Asked(Action::Edit(Edit::Backspace)) => entry.typed.pop(),
        Message::Asked(Action::Edit(Edit::Empty)) => entry.typed = Passphrase::default(),
        Message::Asked(Action::Close) => model.overlay = entry.below(),
        Message::Asked(Action::Enter) => return take(model, at),
        Message::Asked(Action::Quit) => {
            model.overlay = None;
            return quit(model);
        }
        _ => {}
    }
    Vec::new()
}

fn take(model: &mut Model, at: At) -> Vec<Effect> {
    let Some(Overlay::Passphrase(entry)) = &mut model.overlay else {
        return Vec::new();
    };
    let sealed_for = match &entry.purpose {
        PassphrasePurpose::Open if entry.typed.is_empty() => return Vec::new(),
        PassphrasePurpose::Open => {
            let typed = std::mem::take(&mut entry.typed);
            return taking_in::take_passphrase(model, at, typed);
        }
        PassphrasePurpose::Seal(job) => job.clone(),
    };
    match &entry.before {
        None if entry.typed.is_too_short() => entry.refuse(PassphraseSaid::TooShort),
        None => entry.before = Some(std::mem::take(&mut entry.typed)),
        Some(before) if *before != entry.typed => entry.refuse(PassphraseSaid::NotTheSame),
        Some(_) => {
            let seal = Seal::With(std::mem::take(&mut entry.typed));
            model.overlay = None;
            return vec![Effect::HandOver(Box::new(Job { seal, ..*sealed_for }))];
        }
    }
    Vec::new()
}
