//! What is to be done about what happened, by the room that has disk and terminal.

use std::path::PathBuf;

use super::super::{
    bringing_in, copying::Copied, day::TakeHome, elsewhere, handing_over, plan_page::PlanPick, purging,
    report::Job, settings, taking_in,
};
use crate::domain::{
    draft::Draft,
    ids::{PersonId, RecordId, SessionId},
    note::Note,
    plan::Plan,
    read_timetable::ReadTimetable,
    record::Record,
    records::Entry,
    stamp::Stamp,
};

/// What review models are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelsFor {
    /// To draw up a new plan.
    NewPlan,
    /// To draw up a new plan with the timetable that is brought in.
    NewWithTable,
    /// To pick one of their question sets.
    Questions(PlanPick),
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
    /// Write this edition of the plan, which must be owned here.
    SavePlan(Box<Plan>),
    /// Remember on this computer which actions were used last in the list of every action.
    RememberUsed(Vec<String>),
    /// Keep the line in progress in the journal.
    KeepDraft(Draft),
    /// The line in progress is no more: it was given up, or its note is on the disk.
    ForgetDraft(RecordId),
    /// The line in progress was discarded: none of its words may stay on the disk.
    EraseDraft(RecordId),
    /// Write down, on this laptop alone, when the screen was hidden; nothing else.
    LogSafeguarding {
        /// The session on the screen, if there is one.
        session: Option<SessionId>,
        /// When it was hidden.
        at: Stamp,
    },
    /// Open a session, as this person if one is named.
    Open {
        /// The session's folder.
        folder: PathBuf,
        /// Who is there.
        person: Option<PersonId>,
    },
    /// Open what is at a path: a session's folder, or a plan, which is joined.
    Join(String),
    /// Have the file manager show a folder, where there is one.
    ShowFolder(PathBuf),
    /// Start a rehearsal on the worked example.
    StartDemo,
    /// Look for the sessions on this machine.
    FindSessions,
    /// Read the bank holidays.
    FindBankHolidays,
    /// Find the folder that is meant by what was typed, or the one for documents.
    FindFolder(String),
    /// Make and write files to hand on, beside the screen.
    WriteReport(Box<Job>),
    /// Make and write a take-home sheet, beside the screen.
    WriteTakeHome(Box<TakeHome>),
    /// Read the review models.
    FindModels(ModelsFor),
    /// Read a table, beside the screen.
    ReadTable(Box<bringing_in::Job>),
    /// Read notes of a colleague, or take them in, beside the screen.
    TakeNotes(Box<taking_in::Job>),
    /// Find out which file to propose for a hand-over by this person.
    ProposeHandOver(Box<Plan>, String, handing_over::Seal),
    /// Write a hand-over, beside the screen.
    HandOver(Box<handing_over::Job>),
    /// Close the session on the screen, and look for all that this computer keeps of the one in this folder.
    FindKept(PathBuf, purging::Asked),
    /// Remove what was found.
    RemoveKept(Box<purging::Found>, purging::Asked),
    /// Draw up a plan, make its session and open it.
    NewSession {
        /// What is known of it.
        review: bringing_in::NewReview,
        /// The timetable that takes the place of the model's.
        table: Option<Box<ReadTimetable>>,
        /// Whether it is made without asking, whatever is odd.
        knowing: bool,
    },
    /// Use what is set now, and write what was changed of it, beside the screen.
    KeepSettings(Box<settings::Job>),
    /// Look for another folder, or keep a copy in one, beside the screen.
    Elsewhere(elsewhere::Asked),
    /// Put a text on the clipboard, beside the screen.
    Copy(String, Copied),
    /// Ask the terminal to put a text on its clipboard.
    CopyByTerminal(String),
    /// Give the terminal back until the program is continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Leave,
}
