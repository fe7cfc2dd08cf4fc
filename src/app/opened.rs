//! A session as it was found, for the screen to open it.

use std::path::PathBuf;

use crate::domain::{
    arrival::TheirFile,
    clock_offset::ClockOffsets,
    draft::Draft,
    ids::{PersonId, WriterId},
    note::Note,
    plan::{OnlyRead, Plan},
    record::Shelf,
    records::{Entry, Records},
};

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
    /// Whether the plan may be changed here: its owner is a writer of this machine, or it is a rehearsal.
    pub owns_plan: bool,
    /// Why the plan is only read here, if so.
    pub plan_only_read: Option<OnlyRead>,
    /// Why nothing can be written here, if so.
    pub read_only: Option<ReadOnly>,
    /// Lines that were not saved as notes when the program last ended.
    pub drafts: Vec<Draft>,
    /// What was found wrong with the plan, in words.
    pub plan_problem: Option<String>,
    /// What was found wrong with other files, in words, but for those of records.
    pub problems: Vec<String>,
    /// What was found wrong with records files, in words.
    pub problems_of_records: Vec<String>,
    /// The files of colleagues that could not be read, and for which copies on this computer stand in.
    pub stood_in: Vec<TheirFile>,
    /// Whose files were read: writer and name.
    pub writers: Vec<(WriterId, String)>,
    /// Whom people at this machine wrote as before.
    pub formerly: Vec<WriterId>,
    /// What this writer recorded that was in no file any more, and is known from the copy that is kept here.
    pub lost: Vec<Entry>,
    /// By how much the clocks of other laptops differ from ours.
    pub clocks: ClockOffsets,
}

/// Why a session can only be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another window of this program has it open.
    HeldBy(String),
}
