//! What happens, and what is to be done about it.

mod actions;
mod effects;
mod names;

use std::path::PathBuf;

pub use super::{compared::ComparedAction, notes_page::NotesPageAction, palette::PaletteRow};
pub use actions::{CheckAction, HomeAction, LateAction, NotesAction, ReportAction};
pub use effects::{Effect, ModelsFor};
pub use names::name_of;

use super::{
    bringing_in,
    capture::{Edit, Motion},
    copying::Copied,
    elsewhere, handing_over,
    home::{Found, HomeNews},
    keys::OwnKeys,
    pointing::{Rolled, Spot},
    purging,
    report::News,
    settings, taking_in,
};
use crate::domain::{
    arrival::Arrival,
    bank_holidays::BankHolidays,
    ids::{PersonId, RecordId, SessionId},
    model::ReviewModel,
    read_timetable::ReadTimetable,
    records::Records,
    stamp::Stamp,
};

pub use super::opened::{Opened, ReadOnly};

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
    /// Something was clicked, in a list that shows its rows from this one on.
    Clicked(Spot, usize),
    /// The wheel was turned over something, down or else up.
    Rolled(Rolled, bool),
    /// The list of every action was asked for, with the words to search in.
    PaletteOpened(Vec<PaletteRow>),
    /// The user's own keys were read, with what is said if not all of them hold.
    KeysRead(OwnKeys, Option<String>),
    /// The actions that were used last in the list of every action, by their names, the last one first.
    UsedBefore(Vec<String>),
    /// The sessions on this machine were found.
    SessionsFound(Found),
    /// The terminal was to be given back for a while, and no shell started the program.
    NoShell,
    /// Something about the list of sessions.
    Home(HomeNews),
    /// A session was opened.
    Opened(Box<Opened>),
    /// A session can't be opened before it is known who is there.
    WhoIsThere {
        /// The session's folder.
        folder: PathBuf,
        /// Its people: id and name.
        people: Vec<(PersonId, String)>,
    },
    /// Something about a review is odd: it is asked before its session is made.
    LookFirst {
        /// What is known of it.
        review: bringing_in::NewReview,
        /// The timetable that takes the place of the model's.
        table: Option<Box<ReadTimetable>>,
        /// What is odd, a sentence each.
        odd: Vec<String>,
    },
    /// The other window has let go of the session that can only be read here.
    MayWrite(SessionId),
    /// A session could not be opened.
    NotOpened {
        /// Why, in words.
        why: String,
        /// The sessions on this machine, if the one on the screen is closed and nothing more can be saved there.
        closed: Option<Found>,
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
    /// The plan is on the disk.
    PlanSaved {
        /// Which edition of it.
        revision: u32,
    },
    /// The plan is not on the disk; where the disk failed it is tried again.
    PlanNotSaved(SaveFault),
    /// The review models were read.
    ModelsFound {
        /// What they were asked for.
        wanted: ModelsFor,
        /// Those that can be read.
        models: Vec<ReviewModel>,
        /// What is wrong with the others, in words.
        problems: Vec<String>,
    },
    /// The folder was found that is meant for what is handed on.
    FolderFound(PathBuf),
    /// How far the making of a report is, by its number.
    Report(u64, News),
    /// A table was read, or why it was not, with what can be done.
    TableRead(RecordId, Result<Box<bringing_in::Found>, String>),
    /// Notes of a colleague were read or taken in, or why not, with what can be done.
    NotesRead(RecordId, Result<Box<taking_in::Found>, String>),
    /// The file to propose for a hand-over is known.
    HandOverProposed(PathBuf, handing_over::Seal),
    /// What became of a hand-over.
    HandedOver(handing_over::HandedOver),
    /// The bank holidays were read.
    HolidaysFound(BankHolidays),
    /// Something came in from colleagues, or the files of one stand otherwise than before.
    Arrived(Box<Arrival>),
    /// The time of a look away for a child's sake could not be written down.
    TimeNotLogged,
    /// The discarded line is gone from this laptop's disk, or could not be erased yet.
    LineErased(bool),
    /// The take-home sheet is in this file, or why it is not.
    TakenHome(Result<PathBuf, String>),
    /// Something was copied; with the text, if this computer has no clipboard that takes it.
    Copied(Copied, Option<String>),
    /// Something about a copy in another folder.
    Elsewhere(Box<elsewhere::News>),
    /// Something about what this computer keeps of a review.
    Kept(Box<purging::News>),
    /// While saving, records were found in my own file that another window or command had put there.
    Found(Records),
    /// What the person has set, as it was found.
    SettingsFound(Box<settings::Found>),
    /// What became of a change of it.
    SettingsKept(Box<settings::KeptNews>),
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
    /// Whether it is tried again by itself.
    pub again: bool,
}

/// What a person can ask for by a key or from the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Saves the line as a note; in a list, takes the chosen row.
    Enter,
    /// Saves the line, or says when all was last saved.
    Save,
    /// Saves somewhere else while a save fails.
    SaveElsewhere,
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
    /// Something about a day that runs late, or otherwise than planned.
    Late(LateAction),
    /// Follows the plan again, without lateness.
    FollowPlan,
    /// Moves the notes made since a move by the clock back to where it was made from; without any, asks which notes are
    /// to be moved.
    TakeAlong,
    /// Shows which class and which question has what.
    Coverage,
    /// Shows how many notes of each kind there are from each activity.
    Evidence,
    /// Shows the day as it was planned and as it was, and what was changed apart.
    PlannedAgainstActual,
    /// Opens the note before.
    EarlierNote,
    /// Opens the note after.
    LaterNote,
    /// Makes a sheet of the private notes, for one's own school.
    TakeHome,
    /// Lists what was said lately without being asked for.
    WhatWasSaid,
    /// Puts aside what is said of files in the shared folder, or brings it back.
    PutAside,
    /// Lists what others typed for whoever is here, to strike it.
    TypedForMe,
    /// Asks whether what this computer keeps of a review is removed.
    RemoveReview,
    /// The same with what colleagues recorded in its folder, and the plan: for who made the plan.
    RemoveWholeReview,
    /// Deletes the note that is in the line to be changed.
    DeleteNote,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Blanks the screen.
    Blank,
    /// Hides the screen, since a child says something that worries.
    Safeguarding,
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
    /// Something on the list of sessions.
    Home(HomeAction),
    /// Something on the page of the plan.
    Plan(PlanAction),
    /// Something on the page of the findings.
    Findings(FindingsAction),
    /// Something on the page of what the groups know, side by side.
    Compared(ComparedAction),
    /// Something on the page of all notes.
    NotesPage(NotesPageAction),
    /// Something about the report and what else is handed on.
    Report(ReportAction),
    /// Shows what can be set.
    Settings,
    /// Something about what should be seen to before anything is handed on.
    Check(CheckAction),
    /// Begins a new plan from a review model.
    NewPlan,
    /// Brings in a timetable that was mailed.
    BringIn,
    /// Takes the timetable over though there is no way back, once that is asked.
    TakeOver,
    /// Something about notes that go to colleagues, or come from them, without a common folder.
    Notes(NotesAction),
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

/// What can be asked for on the page of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanAction {
    /// Opens the page.
    Open,
    /// Unfolds a line, or goes into it.
    Unfold,
    /// Folds a line, or goes out of it.
    Fold,
    /// Goes to the first line.
    First,
    /// Goes to the last line.
    Last,
    /// Adds what fits below a line.
    Add,
    /// Takes a line out.
    Remove,
    /// Moves a row five minutes earlier, with what follows up to the next fixed point.
    Earlier,
    /// Moves a row five minutes later, with what follows up to the next fixed point.
    Later,
    /// Moves a row and all later ones of its day.
    ShiftRest,
    /// Says how long a row lasts.
    Length,
    /// Lets something change places with the one before.
    MoveUp,
    /// Lets something change places with the one after.
    MoveDown,
    /// Makes a row a fixed point, or no longer one.
    Fixed,
    /// Picks of what kind a row is.
    Kind,
    /// Adds a question set.
    Questions,
    /// Takes a question set in place of the questions that are there.
    OtherQuestions,
    /// Picks the group that a person goes with.
    Group,
    /// Picks what a person does on the day.
    Duties,
    /// Says whether a person works at the host school.
    HostStaff,
}

/// What can be asked for on the page of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingsAction {
    /// Opens the page.
    Open,
    /// Goes to the other side.
    OtherSide,
    /// Marks a note or a finding.
    Mark,
    /// Marks every note that is shown.
    MarkShown,
    /// Picks the finding into which notes are filed.
    FileByNumber,
    /// Files notes as speaking against the chosen finding.
    Against,
    /// Begins a finding with the notes.
    New,
    /// Sets notes aside.
    SetAside,
    /// Lets the marked findings go into the chosen one.
    Merge,
    /// Makes notes of a finding a finding of their own.
    Split,
    /// Lets a finding go to another list.
    Relist,
    /// Lets a finding change places with the one before.
    MoveUp,
    /// Lets a finding change places with the one after.
    MoveDown,
    /// Says something in other words.
    Edit,
    /// Adds an action step.
    AddStep,
    /// Agrees to a finding, or takes that back.
    Agree,
    /// Goes from a finding to its notes, from a note to its finding, and back.
    Trace,
    /// Makes a first draft.
    Draft,
    /// Searches among the notes.
    Search,
    /// Shows notes that have something in common.
    Filter,
    /// Takes out what is under the cursor.
    TakeOut,
    /// Chooses the finding before.
    PreviousFinding,
    /// Chooses the finding after.
    NextFinding,
    /// Shows all words of the line of enquiry where there is little room, or one row for its parts.
    WholeEnquiry,
    /// Adds something that the school says of itself.
    AddClaim,
    /// Asks who signs what was agreed.
    SignOff,
    /// Asks where a note without a place belongs, or goes to those.
    Place,
    /// Copies the notes, or what the finding says, to the clipboard.
    Copy,
    /// Goes to the first row.
    First,
    /// Goes to the last row.
    Last,
}
