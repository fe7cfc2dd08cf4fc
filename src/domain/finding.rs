//! Findings: what the team agrees it now knows.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{
    by_when::ByWhen,
    findings_board::joined,
    first_draft::one_line,
    ids::{FieldId, ListId, PersonId, RecordId, SessionId},
    note::Label,
    stamp::Stamp,
};

/// One finding, with the notes it rests on.
///
/// It also stands for what belongs beside the findings: why a note was set aside, what the school says of itself, and why
/// something that the check found may stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// What was found, in a sentence; the reason why a note was set aside, or why something may stand; the school's
    /// own claim.
    pub statement: String,
    /// What else is said of it, as its list asks; blank ones are left out.
    pub fields: BTreeMap<FieldId, String>,
    /// The step of its list's scale, empty until one is chosen.
    pub level: String,
    /// Precise action steps.
    pub steps: Vec<ActionStep>,
    /// The notes it rests on; the one that was set aside.
    pub evidence: Vec<RecordId>,
    /// The notes that speak against it.
    pub against: Vec<RecordId>,
    /// Whether the team agreed to it in the room.
    pub agreed: bool,
    /// Where it stands in its list; lower comes first.
    pub order: u32,
}

/// What a finding is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// One of a list of the model.
    Listed(ListId),
    /// The one of a list on something named by the plan: a line of enquiry, an entry of the framework.
    About(ListId, String),
    /// A note set aside.
    SetAside,
    /// What the school says of itself, and how far the team agrees.
    Claim(Option<Stance>),
    /// Something that the check found, and that may stand as it is; its id says what.
    Accepted,
}

/// How far the team agrees with what the school says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It was seen so.
    Agree,
    /// It was seen so in part.
    InPart,
    /// It was seen otherwise.
    Differ,
}

impl Stance {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Agree, Self::InPart, Self::Differ];

    /// As a team says it.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Agree => "we agree",
            Self::InPart => "in part",
            Self::Differ => "we differ",
        }
    }
}

impl FindingKind {
    /// Whether both stand in one list, where they have an order.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Claim(_), Self::Claim(_)) => true,
            _ => self == other,
        }
    }
}

impl Finding {
    /// A finding of which nothing further is said.
    #[must_use]
    pub fn new(kind: FindingKind, statement: impl Into<String>) -> Self {
        Self {
            kind,
            statement: statement.into(),
            fields: BTreeMap::new(),
            level: String::new(),
            steps: Vec::new(),
            evidence: Vec::new(),
            against: Vec::new(),
            agreed: false,
            order: 0,
        }
    }

    /// The list that it is in, if it is in one.
    #[must_use]
    pub fn list(&self) -> Option<&ListId> {
        match &self.kind {
            FindingKind::Listed(list) | FindingKind::About(list, _) => Some(list),
            FindingKind::SetAside | FindingKind::Claim(_) | FindingKind::Accepted => None,
        }
    }

    /// Whether it is a finding of a list or a claim of the school, and no mark on something else.
    #[must_use]
    pub fn is_on_board(&self) -> bool {
        !matches!(self.kind, FindingKind::SetAside | FindingKind::Accepted)
    }

    /// What is said under a field; empty if nothing is.
    #[must_use]
    pub fn field(&self, field: &FieldId) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Whether it says the same as `other`, whatever it rests on.
    #[must_use]
    pub fn is_worded_as(&self, other: &Self) -> bool {
        let words = |finding: &Self| {
            let Self {
                statement,
                fields,
                level,
                steps,
                ..
            } = finding.clone();
            (statement, fields, level, steps)
        };
        words(self) == words(other)
    }

    /// Whether the same notes speak for it and against it as for `other`, in whatever order.
    #[must_use]
    pub fn rests_on_the_same(&self, other: &Self) -> bool {
        let set = |notes: &[RecordId]| notes.iter().copied().collect::<BTreeSet<_>>();
        set(&self.evidence) == set(&other.evidence) && set(&self.against) == set(&other.against)
    }
}

impl Finding {
    /// Takes notes up as evidence for or against it; what spoke for it and now speaks against it does so alone.
    pub(super) fn take(&mut self, notes: &[RecordId], against: bool) {
        self.let_go(notes);
        let list = if against {
            &mut self.against
        } else {
            &mut self.evidence
        };
        list.extend(joined([&notes.to_vec()]));
    }

    /// Lets notes go that it rests on or that speak against it.
    pub(super) fn let_go(&mut self, notes: &[RecordId]) {
        self.evidence.retain(|note| !notes.contains(note));
        self.against.retain(|note| !notes.contains(note));
    }

    /// Says something under a field, on one line; nothing if it is blank.
    pub(super) fn say(&mut self, field: FieldId, text: &str) {
        let text = one_line(text);
        if text.is_empty() {
            self.fields.remove(&field);
        } else {
            self.fields.insert(field, text);
        }
    }

    /// Puts an action step in the place of the one with its id, or behind all others.
    pub(super) fn put_step(&mut self, step: &ActionStep) {
        match self.steps.iter_mut().find(|known| known.id == step.id) {
            Some(known) => known.clone_from(step),
            None => self.steps.push(step.clone()),
        }
    }
}

/// The field of a claim that says why the team agrees or differs.
pub const BECAUSE: &str = "because";

/// What the school's claims are called together.
pub const OWN_VIEW: &str = "The school's own view";

/// The id under which every writer sets this note aside, so that two who do it apart make one record.
#[must_use]
pub fn aside_id(note: RecordId) -> RecordId {
    RecordId(Uuid::new_v5(&note.0, b"set aside"))
}

/// The id of the one finding of a list on something, the same for every writer of a session.
#[must_use]
pub fn about_id(session: SessionId, list: &ListId, about: &str) -> RecordId {
    RecordId(Uuid::new_v5(&session.0, format!("{list}|{about}").as_bytes()))
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
    pub by: Option<ByWhen>,
}

/// A reviewer's word on the shared summary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SignOff {
    /// When.
    pub at: Stamp,
    /// Who, of the people on the plan; files of earlier versions do not say it.
    pub by: Option<Label<PersonId>>,
    /// Who recorded it for them, if they did not do so themselves.
    pub typed_by: Option<Label<PersonId>>,
    /// A hash of the text that was signed, so that a later change shows.
    pub of: String,
    /// A short hash of each line of that text, so that it shows how many of them changed; files of earlier versions have
    /// none.
    pub lines: Vec<String>,
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
