//! Findings: what the team agrees it now knows.

use chrono::NaiveDate;

use super::{
    ids::{EnquiryId, RecordId},
    stamp::Stamp,
};

/// One finding, with the notes it rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// What was found, in a sentence.
    pub statement: String,
    /// For an area for development: what the issue is.
    pub issue: String,
    /// For an area for development: its impact.
    pub impact: String,
    /// For an area for development: the fix.
    pub fix: String,
    /// Precise action steps.
    pub steps: Vec<ActionStep>,
    /// The notes it rests on.
    pub evidence: Vec<RecordId>,
    /// The notes that speak against it.
    pub against: Vec<RecordId>,
    /// Whether the team agreed to it in the room.
    pub agreed: bool,
    /// Where it stands in its list; lower comes first.
    pub order: u32,
}

/// The kinds of finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A strength.
    Strength,
    /// An area for development.
    Development,
    /// The answer to a line of enquiry or one of its sub-questions.
    Answer(EnquiryId),
    /// Notes set aside, with the reason as the statement.
    SetAside,
}

/// What is to be done, by whom, by when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActionStep {
    /// Its own id, to come back to it later.
    pub id: RecordId,
    /// What is to be done.
    pub what: String,
    /// Who does it, by role.
    pub who: String,
    /// By when.
    pub by: Option<NaiveDate>,
}

/// A reviewer's word on the shared summary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SignOff {
    /// When.
    pub at: Stamp,
    /// A hash of the text that was signed, so that a later change shows.
    pub of: String,
    /// What the reviewer adds; empty for plain agreement.
    pub comment: String,
}

/// How an action step stands when the team comes back to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FollowUp {
    /// When it was looked at.
    pub at: Stamp,
    /// The action step.
    pub step: RecordId,
    /// The step of the model's scale, such as "amber".
    pub rating: String,
    /// What the rating rests on.
    pub evidence: String,
}
