//! The take-home sheet is asked for: the private notes of whoever is there.

use std::path::PathBuf;

use super::{Day, Reply};
use crate::{
    app::{message::Effect, notice::Notice},
    domain::{note::Note, own_notes, plan::Plan, record::Record},
};

/// A take-home sheet that is to be made and written.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeHome {
    /// The folder of the session, where it may not lie.
    pub folder: PathBuf,
    /// The plan as it was agreed.
    pub plan: Plan,
    /// Whose sheet it is.
    pub person: String,
    /// Their private notes, in order of time.
    pub notes: Vec<Record<Note>>,
}

impl Day {
    /// Has the sheet made, unless there is nothing to stand on it.
    pub(super) fn take_home(&self, reply: &mut Reply) {
        let notes = own_notes::private(&self.me.person, &self.private);
        if notes.is_empty() {
            return reply.say(Notice::NothingToTakeHome);
        }
        reply.effects.push(Effect::WriteTakeHome(Box::new(TakeHome {
            folder: self.folder.clone(),
            plan: self.plan.clone(),
            person: self.me.name.clone(),
            notes: notes.into_iter().cloned().collect(),
        })));
    }
}
