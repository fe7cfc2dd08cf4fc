//! Deeds as values: what is done to what, what it changes, and why it may be refused.

use crate::domain::{
    finding::{ActionStep, Finding, Stance},
    ids::{FieldId, ListId, RecordId, WriterId},
};

/// One thing that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingDeed {
    /// Notes are filed as evidence for a finding, or against it.
    File {
        /// The notes.
        notes: Vec<RecordId>,
        /// Where they go.
        into: Target,
        /// Whether they speak against it.
        against: bool,
    },
    /// Notes are set aside, each with this reason.
    SetAside {
        /// The notes.
        notes: Vec<RecordId>,
        /// Why.
        because: String,
    },
    /// Notes are taken out of a finding; of everything they are used for and set aside, if none is named.
    Loosen {
        /// The notes.
        notes: Vec<RecordId>,
        /// The finding.
        from: Option<RecordId>,
    },
    /// Notes of a finding become a finding of their own.
    Split {
        /// The notes.
        notes: Vec<RecordId>,
        /// The finding they were in.
        from: RecordId,
    },
    /// Findings become one.
    Merge {
        /// Those that go into the other one.
        others: Vec<RecordId>,
        /// The one that stays.
        into: RecordId,
    },
    /// A finding or a claim changes places with its neighbour.
    Move {
        /// What is moved.
        finding: RecordId,
        /// Whether it comes earlier.
        earlier: bool,
    },
    /// A finding goes to the end of another list, with its notes and all that is said of it.
    Relist {
        /// The finding.
        finding: RecordId,
        /// The list.
        list: ListId,
    },
    /// Something is said in other words.
    Reword {
        /// Of what.
        of: Target,
        /// What of it.
        part: Part,
        /// The words; none for a field or level that is to be blank.
        text: String,
    },
    /// An action step is added, or said in other words.
    Step {
        /// The finding.
        finding: RecordId,
        /// The step; a new one has an id that is not there yet.
        step: ActionStep,
    },
    /// An action step is taken out.
    DropStep {
        /// The finding.
        finding: RecordId,
        /// The step.
        step: RecordId,
    },
    /// The team agrees to a finding, or takes that back.
    Agree {
        /// The finding.
        finding: RecordId,
        /// Whether it is agreed.
        agreed: bool,
    },
    /// The team agrees to every finding of a list; what says nothing yet, or was worded apart, stays as it is.
    AgreeAll(ListId),
    /// One of several wordings is chosen.
    Choose {
        /// The finding or claim.
        finding: RecordId,
        /// Whose wording.
        wording: WriterId,
    },
    /// A finding or a claim is taken out; its notes are used for nothing again.
    TakeOut(RecordId),
    /// A first draft is made of the notes that are used for nothing.
    Draft,
    /// What the school says of itself, one claim each; blank ones and those already there are left out.
    Claims(Vec<String>),
    /// The team says how far it agrees with a claim.
    Judge {
        /// The claim.
        claim: RecordId,
        /// How far.
        stance: Stance,
        /// Why.
        because: String,
    },
    /// Things that the check found may stand as they are, or no longer.
    Accept {
        /// The records by which they are accepted.
        matters: Vec<RecordId>,
        /// Why; none takes it back.
        because: Option<String>,
    },
}

/// What a deed is done to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A finding that is there.
    Finding(RecordId),
    /// A new one at the end of a list.
    New(ListId),
    /// The one of a list on something, there or not.
    About(ListId, String),
}

/// What of a finding is said in other words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its statement.
    Statement,
    /// A field.
    Field(FieldId),
    /// Where it stands on the scale.
    Level,
}

/// A finding before and after a deed; `None` is one that is not there, or taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingChange {
    /// Its record.
    pub id: RecordId,
    /// Before.
    pub before: Option<Finding>,
    /// After.
    pub after: Option<Finding>,
}

/// Why a deed is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Several people worded it apart: one wording has to be chosen first.
    WordedApart,
    /// No note is named that is there.
    NoNotes,
    /// The finding is not there any more.
    Gone,
    /// Nothing would be different.
    Nothing,
    /// There is nothing to draft: no loose note is on a question, or the lists are full.
    NothingToDraft,
    /// A finding needs words.
    NoWords,
    /// The list has one finding each for something, and no further ones.
    NoFurther,
    /// It is the one finding on something that its list asks for, and belongs there.
    OfItsSubject,
}
