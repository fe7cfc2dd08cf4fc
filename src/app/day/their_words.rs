//! The words of a note that was mailed and taken in: whoever took it in places it or strikes it, and rewrites nothing.

use super::{Day, Reply};
use crate::{
    app::{
        capture::{Edit, Original, Purpose},
        message::At,
        notice::{Notice, TypedNotice},
    },
    domain::{jotted::is_taken_in, note::Note},
};

impl Day {
    /// Whose words the open note holds, if it was mailed by somebody and taken in.
    fn opened_words_of(&self) -> Option<String> {
        let started = self.capture.started()?;
        match &started.purpose {
            Purpose::Edit(original) if is_taken_in(started.note, &original.note) => {
                Some(original.note.by.words.clone())
            }
            _ => None,
        }
    }

    /// Has what is typed into the words of somebody else be a new note: theirs is put back as it stands, and no word of
    /// either is lost.
    pub(super) fn leave_their_words(&mut self, at: At, reply: &mut Reply) {
        if let Some(whose) = self.opened_words_of() {
            self.enter(at, reply);
            reply.say(Notice::Typed(TypedNotice::NewBesideTheirs(whose)));
        }
    }

    /// Whether `edit` would take away from the words of somebody else; that it does not is said.
    pub(super) fn keeps_their_words(&self, edit: Edit, reply: &mut Reply) -> bool {
        // What can be undone here is only the kind.
        if matches!(edit, Edit::Copy | Edit::SelectAll | Edit::Undo | Edit::Redo) {
            return false;
        }
        let whose = self.opened_words_of();
        if let Some(whose) = &whose {
            reply.say(Notice::Typed(TypedNotice::TheirWordsStay(whose.clone())));
        }
        whose.is_some()
    }
}

/// `note` with the words and the author of what it began from, if those were taken in from somebody.
pub(super) fn with_their_words(original: &Original, of_theirs: bool, note: Note) -> Note {
    if !of_theirs {
        return note;
    }
    let Note { by, text, tags, .. } = original.note.clone();
    Note {
        by,
        tags,
        text,
        ..note
    }
}
