//! The first screen: the sessions on this machine.

mod keys;
mod list;

use std::path::PathBuf;

use super::message::Message;
use crate::domain::{
    deadline::{DueDate, DueState},
    kept::ToRemove,
    stamp::Stamp,
};

pub(super) use keys::{folder_of, hear, receive, take_line};
pub use list::{Home, Row};

/// The sessions on this machine, as they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The sessions, in the order of the list.
    pub sessions: Vec<Listed>,
    /// Whether the user's own bank holidays can't be used.
    pub holidays_broken: bool,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its folder.
    pub folder: PathBuf,
    /// The host school, or the folder's name when the plan can't be read.
    pub school: String,
    /// The review in a few words.
    pub title: String,
    /// The id of the model that it was planned by.
    pub model: String,
    /// Who is there at this laptop, as whoever opened it last, with what that person does on the day.
    pub me: Option<String>,
    /// When its timetable begins.
    pub begins: Option<Stamp>,
    /// How it stands.
    pub state: SessionState,
    /// How many records files it has.
    pub writers: usize,
    /// How many notes there are, once they were counted.
    pub counted: Option<Counted>,
    /// What was typed here last and did not become a note.
    pub waits: Option<Waiting>,
    /// What is to be thought of next, if its plan says of anything when it is due.
    pub next: Option<NextDue>,
    /// That what is kept of it here is to be removed, or soon is.
    pub to_remove: Option<ToRemove>,
}

impl Listed {
    /// A session of which no more is known.
    #[must_use]
    pub fn new(folder: PathBuf, school: String, state: SessionState) -> Self {
        Self {
            folder,
            school,
            title: String::new(),
            model: String::new(),
            me: None,
            begins: None,
            state,
            writers: 0,
            counted: None,
            waits: None,
            next: None,
            to_remove: None,
        }
    }
}

/// The notes of a session, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// Everybody's.
    pub notes: usize,
    /// Those of whoever is there at this laptop, private ones left out.
    pub mine: usize,
    /// How many files of notes can't be read whole.
    pub unsound: usize,
}

/// Lines that a window left behind which ended before they were notes on the disk; the next opening brings them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// When the first of them was begun.
    pub begun: Stamp,
    /// How many are half typed.
    pub half_typed: usize,
    /// How many were entered and had not reached the disk.
    pub entered: usize,
}

/// The next thing that is due for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextDue {
    /// What, and when.
    pub due: DueDate,
    /// How it stands at the moment of the list.
    pub state: DueState,
}

/// How a session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Its day is to come.
    Planned,
    /// It is today, and has not begun.
    Today,
    /// It has begun, and is not over.
    InProgress,
    /// Its day is over.
    Afterwards,
    /// It is a rehearsal, made then: of one review there may be several.
    Rehearsal(Option<Stamp>),
    /// Its plan can't be read.
    Unreadable {
        /// Why.
        why: String,
        /// What one can do.
        cure: String,
    },
}

/// What came of something on the list of sessions.
#[derive(Debug, Clone)]
pub enum HomeNews {
    /// The notes of the session in a folder were counted.
    NotesCounted(PathBuf, Counted),
    /// The folder of a session is here; whether a file manager was asked to show it.
    FolderShown(PathBuf, bool),
    /// A path that was entered can't be opened.
    NotJoined {
        /// What was entered.
        typed: String,
        /// Why, with what can be done.
        why: String,
    },
    /// A session was here with another edition of the plan that was opened.
    PlanJoined {
        /// Whether its plan was replaced by the later one.
        updated: bool,
        /// What came of opening it.
        then: Box<Message>,
    },
}

/// What is said of the list of sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeNotice {
    /// Where the folder of a session is, and whether a file manager was asked to show it.
    Folder(PathBuf, bool),
    /// No session is chosen.
    NoneChosen,
    /// What was pasted are notes of a colleague, which go into a session that is open.
    NotesPasted,
    /// The plan that was opened took the place of an earlier edition of it.
    PlanUpdated,
    /// The session has the plan that was opened, or a later edition of it.
    PlanKnown,
}
