//! What happens, and what is to be done about it.

use std::path::PathBuf;

use super::{
    capture::{Edit, Motion},
    home::Listed,
};
use crate::domain::{
    draft::Draft,
    ids::{PersonId, RecordId, WriterId},
    note::Note,
    plan::Plan,
    record::{Record, Shelf},
    records::{Entry, Records},
    stamp::Stamp,
};

/// The moment at which a message arrived, with an id for what it may create.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The local time.
    pub now: Stamp,
    /// An id that nothing else has.
    pub fresh: RecordId,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Time went on.
    Tick,
    /// A character was typed.
    Typed(char),
    /// Text was pasted.
    Pasted(String),
    /// The cursor is to be moved, with or without selecting.
    Moved(Motion, bool),
    /// An action was asked for.
    Asked(Action),
    /// The list of every action was asked for, with the words to search in.
    PaletteOpened(Vec<PaletteRow>),
    /// The sessions on this machine were found.
    SessionsFound(Vec<Listed>),
    /// A session was opened.
    Opened(Box<Opened>),
    /// A session can't be opened before it is known who is there.
    WhoIsThere {
        /// The session's folder.
        folder: PathBuf,
        /// Its people: id and name.
        people: Vec<(PersonId, String)>,
    },
    /// A session could not be opened.
    NotOpened {
        /// Why, in words.
        why: String,
        /// The sessions on this machine, if the one on the screen is closed and nothing more can be saved there.
        closed: Option<Vec<Listed>>,
    },
    /// Everything up to the save with this number is on the disk.
    Saved {
        /// The number given with the effect.
        serial: u64,
        /// Whether the disk could not promise to keep it through a power cut.
        weaker: bool,
    },
    /// Saving failed; it is tried again.
    NotSaved(SaveFault),
    /// The journal of the line in progress can't be written any more, or can again.
    DraftKept(bool),
    /// While saving, records were found in my own file that another window or command had put there.
    Found(Records),
}

/// An action with the words that the palette shows for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRow {
    /// The action.
    pub action: Action,
    /// What it does.
    pub words: String,
    /// Its keys.
    pub keys: String,
}

/// Why a save failed, in words for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveFault {
    /// The file.
    pub path: PathBuf,
    /// What went wrong.
    pub reason: String,
    /// What one can do.
    pub cure: String,
}

/// What a person can ask for by a key or from the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Saves the line as a note; in a list, takes the chosen row.
    Enter,
    /// Saves the line, or says when all was last saved.
    Save,
    /// Gives the note in the line its next kind.
    CycleKind,
    /// Chooses the next question.
    NextPrompt,
    /// Chooses the question before.
    PreviousPrompt,
    /// Ticks the question as asked and chooses the next one.
    TickPrompt,
    /// Goes to the next place of the day.
    NextPlace,
    /// Goes back to the place before and stays there.
    PreviousPlace,
    /// Opens the list of places.
    GoTo,
    /// Follows the plan again, without lateness.
    FollowPlan,
    /// Moves the notes made since a move by the clock back to where it was made from; without any, asks which notes are
    /// to be moved.
    TakeAlong,
    /// Shows which class and which question has what.
    Coverage,
    /// Opens the note before.
    EarlierNote,
    /// Opens the note after.
    LaterNote,
    /// Deletes the note that is in the line to be changed.
    DeleteNote,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Blanks the screen.
    Blank,
    /// Opens the list of everything.
    Palette,
    /// Opens the help.
    Help,
    /// Asks who is at this laptop.
    WhoAmI,
    /// Shows the list of sessions.
    Sessions,
    /// Starts a rehearsal on the worked example.
    Demo,
    /// Gives the terminal back for a while.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Changes the text of the line otherwise than by typing.
    Edit(Edit),
    /// Leaves.
    Quit,
    /// Closes what lies on top; leaves an edit unchanged.
    Close,
    /// One row up in a list.
    Up,
    /// One row down in a list.
    Down,
    /// One page up in a list.
    PageUp,
    /// One page down in a list.
    PageDown,
}

/// A session as it was found on the disk.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its folder.
    pub folder: PathBuf,
    /// The agreed plan.
    pub plan: Plan,
    /// Everything recorded, by everybody.
    pub records: Records,
    /// The private notes of this person.
    pub private: Shelf<Note>,
    /// Who is at this laptop.
    pub me: PersonId,
    /// The writer id of this person on this machine.
    pub writer: WriterId,
    /// Why nothing can be written here, if so.
    pub read_only: Option<ReadOnly>,
    /// Lines that were not saved as notes when the program last ended.
    pub drafts: Vec<Draft>,
    /// What was found wrong with files, in words.
    pub problems: Vec<String>,
    /// Whose files were read: writer and name.
    pub writers: Vec<(WriterId, String)>,
}

/// Why a session can only be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another window of this program has it open.
    HeldBy(String),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write these records to this writer's file.
    Save {
        /// Counts the saves of a session.
        serial: u64,
        /// New editions by this writer.
        entries: Vec<Entry>,
        /// New editions of private notes.
        private: Vec<Record<Note>>,
    },
    /// Keep the line in progress in the journal.
    KeepDraft(Draft),
    /// The line in progress is no more: it was given up, or its note is on the disk.
    ForgetDraft(RecordId),
    /// Open a session, as this person if one is named.
    Open {
        /// The session's folder.
        folder: PathBuf,
        /// Who is there.
        person: Option<PersonId>,
    },
    /// Start a rehearsal on the worked example.
    StartDemo,
    /// Look for the sessions on this machine.
    FindSessions,
    /// Give the terminal back until the program is continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Leave,
}
