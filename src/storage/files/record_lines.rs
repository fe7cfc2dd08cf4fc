//! Records as they stand in a file: one on a line, the fields that a person reads first in front, and what goes
//! without saying left out.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    label::LabelText,
    times::{Clock, Date, InQuotes, Moment},
};
use crate::domain::{
    activity::ActivityKind,
    asked::Asked,
    day_change::{Change, DayChange, Scope},
    finding::{ActionStep, Finding, FindingKind, FollowUp, SignOff},
    ids::{EnquiryId, GroupId, PersonId, PromptId, RecordId, SlotId, TrackId, VisitId, WriterId},
    note::{Note, NoteKind, NotePlace},
    record::{Record, SeenEdition},
};

/// One edition of a record on one line of a file.
pub(super) trait Line: Serialize + DeserializeOwned {
    /// What is recorded.
    type Body;

    /// The line of `record`.
    fn of(record: Record<Self::Body>) -> Self;

    /// The record of this line.
    fn record(self) -> Record<Self::Body>;
}

/// A line of a file: the fields of the body, each with how it is taken from the body, and behind them what every
/// record has. RON cannot nest a struct without showing it, so the common fields are repeated by this macro.
macro_rules! line {
    (
        $(#[$doc:meta])*
        $name:ident of $body_type:ty, begun $begun:ident:
        |$body:ident, $edited_at:ident| { $($(#[$attribute:meta])* $field:ident: $type:ty = $value:expr,)* }
        |$line:ident| $read:expr
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub(super) struct $name {
            $($(#[$attribute])* $field: $type,)*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            edited_at: Option<Moment>,
            id: RecordId,
            writer: WriterId,
            seq: u32,
            #[serde(default = "first", skip_serializing_if = "is_first")]
            rev: u32,
            #[serde(default, skip_serializing_if = "is_false")]
            deleted: bool,
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            came_from: Vec<SeenText>,
        }

        impl Line for $name {
            type Body = $body_type;

            fn of(record: Record<$body_type>) -> Self {
                let Record { id, writer, rev, deleted, seq, edited_at: $edited_at, came_from, body: $body } = record;
                let came_from = came_from.into_iter().map(|SeenEdition { writer, rev }| SeenText { writer, rev });
                let mut line = Self {
                    $($field: $value,)*
                    edited_at: None,
                    id,
                    writer,
                    seq,
                    rev,
                    deleted,
                    came_from: came_from.collect(),
                };
                line.edited_at = Some(InQuotes($edited_at)).filter(|edited| *edited != line.$begun);
                line
            }

            fn record(self) -> Record<$body_type> {
                let $line = self;
                let came_from = $line.came_from.into_iter().map(|SeenText { writer, rev }| SeenEdition { writer, rev });
                Record {
                    id: $line.id,
                    writer: $line.writer,
                    rev: $line.rev,
                    deleted: $line.deleted,
                    seq: $line.seq,
                    edited_at: $line.edited_at.unwrap_or($line.$begun).0,
                    came_from: came_from.collect(),
                    body: $read,
                }
            }
        }
    };
}

line! {
    /// A note.
    NoteLine of Note, begun when:
    |note, edited_at| {
        when: Moment = InQuotes(note.when),
        kind: NoteKind = note.kind,
        text: String = note.text,
        #[serde(default, skip_serializing_if = "is_false")]
        important: bool = note.important,
        activity: LabelText<ActivityKind> = note.place.activity.into(),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<LabelText<VisitId>> = note.place.visit.map(LabelText::from),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prompt: Option<LabelText<PromptId>> = note.place.prompt.map(LabelText::from),
        slot: LabelText<SlotId> = note.place.slot.into(),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        track: Option<LabelText<GroupId>> = note.place.track.map(LabelText::from),
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<String> = note.tags,
        by: LabelText<PersonId> = note.by.clone().into(),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        typed_by: Option<LabelText<PersonId>> = Some(note.typed_by).filter(|typed_by| *typed_by != note.by).map(LabelText::from),
    }
    |line| Note {
        when: line.when.0,
        typed_by: line.typed_by.unwrap_or_else(|| line.by.clone()).into(),
        by: line.by.into(),
        place: NotePlace {
            track: line.track.map(LabelText::into),
            slot: line.slot.into(),
            activity: line.activity.into(),
            visit: line.visit.map(LabelText::into),
            prompt: line.prompt.map(LabelText::into),
        },
        kind: line.kind,
        important: line.important,
        tags: line.tags,
        text: line.text,
    }
}

impl NoteLine {
    /// The length of what was written, in bytes.
    pub(super) fn length(&self) -> usize {
        self.text.len()
    }
}

line! {
    /// A ticked prompt.
    AskedLine of Asked, begun at:
    |asked, edited_at| {
        at: Moment = InQuotes(asked.at),
        prompt: LabelText<PromptId> = asked.prompt.into(),
        slot: LabelText<SlotId> = asked.slot.into(),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<LabelText<VisitId>> = asked.visit.map(LabelText::from),
    }
    |line| Asked {
        at: line.at.0,
        slot: line.slot.into(),
        visit: line.visit.map(LabelText::into),
        prompt: line.prompt.into(),
    }
}

line! {
    /// A change of the day.
    ChangeLine of DayChange, begun at:
    |change, edited_at| {
        at: Moment = InQuotes(change.at),
        scope: ScopeText = change.scope.into(),
        what: ChangeText = change.what.into(),
    }
    |line| DayChange { at: line.at.0, scope: line.scope.into(), what: line.what.into() }
}

line! {
    /// A finding. Having no moment of its own, it shows when it was written as it stands.
    FindingLine of Finding, begun at:
    |finding, edited_at| {
        kind: FindingKindText = finding.kind.into(),
        statement: String = finding.statement,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        issue: String = finding.issue,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        impact: String = finding.impact,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        fix: String = finding.fix,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<StepText> = finding.steps.into_iter().map(StepText::from).collect(),
        #[serde(default, skip_serializing_if = "is_false")]
        agreed: bool = finding.agreed,
        at: Moment = InQuotes(edited_at),
        #[serde(default)]
        order: u32 = finding.order,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<RecordId> = finding.evidence,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        against: Vec<RecordId> = finding.against,
    }
    |line| Finding {
        kind: line.kind.into(),
        statement: line.statement,
        issue: line.issue,
        impact: line.impact,
        fix: line.fix,
        steps: line.steps.into_iter().map(StepText::into).collect(),
        evidence: line.evidence,
        against: line.against,
        agreed: line.agreed,
        order: line.order,
    }
}

line! {
    /// A sign-off.
    SignOffLine of SignOff, begun at:
    |sign_off, edited_at| {
        at: Moment = InQuotes(sign_off.at),
        of: String = sign_off.of,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        comment: String = sign_off.comment,
    }
    |line| SignOff { at: line.at.0, of: line.of, comment: line.comment }
}

line! {
    /// The follow-up of an action step.
    FollowUpLine of FollowUp, begun at:
    |follow_up, edited_at| {
        at: Moment = InQuotes(follow_up.at),
        rating: String = follow_up.rating,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        evidence: String = follow_up.evidence,
        step: RecordId = follow_up.step,
    }
    |line| FollowUp { at: line.at.0, step: line.step, rating: line.rating, evidence: line.evidence }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SeenText {
    writer: WriterId,
    rev: u32,
}

/// In a file: `everyone`, `track(id: "group-1", words: "Group 1")`, or `no_track` on a day without groups.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ScopeText {
    Everyone,
    Track {
        id: GroupId,
        #[serde(default)]
        words: String,
    },
    NoTrack,
}

impl From<Scope> for ScopeText {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Everyone => Self::Everyone,
            Scope::Track(None) => Self::NoTrack,
            Scope::Track(Some(group)) => Self::Track {
                id: group.id,
                words: group.words,
            },
        }
    }
}

impl From<ScopeText> for Scope {
    fn from(text: ScopeText) -> Self {
        match text {
            ScopeText::Everyone => Self::Everyone,
            ScopeText::NoTrack => Self::Track(None),
            ScopeText::Track { id, words } => Self::Track(Some(crate::domain::note::Label { id, words })),
        }
    }
}

/// In a file: `stepped(slot: "lesson-visits", visit: "g1-year-6", late: 2)`, `dropped(slot: "..", because: "..")` ...
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ChangeText {
    Stepped {
        slot: SlotId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<VisitId>,
        late: i64,
        #[serde(default, skip_serializing_if = "is_false")]
        held: bool,
    },
    Retimed {
        slot: SlotId,
        start: InQuotes<Clock>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<InQuotes<Clock>>,
    },
    Dropped {
        slot: SlotId,
        #[serde(default)]
        because: String,
    },
    Swapped {
        visit: VisitId,
        with: VisitId,
    },
    NotSeen {
        visit: VisitId,
        #[serde(default)]
        because: String,
    },
    VisitAdded {
        slot: SlotId,
        track: TrackId,
        visit: VisitId,
        class: String,
        start: InQuotes<Clock>,
    },
}

impl From<Change> for ChangeText {
    fn from(change: Change) -> Self {
        let clock = |time| InQuotes(Clock(time));
        match change {
            Change::Stepped {
                slot,
                visit,
                late,
                held,
            } => Self::Stepped {
                slot,
                visit,
                late,
                held,
            },
            Change::Retimed { slot, starts, ends } => Self::Retimed {
                slot,
                start: clock(starts),
                end: ends.map(clock),
            },
            Change::Dropped { slot, because } => Self::Dropped { slot, because },
            Change::Swapped { visit, with } => Self::Swapped { visit, with },
            Change::NotSeen { visit, because } => Self::NotSeen { visit, because },
            Change::VisitAdded {
                slot,
                track,
                visit,
                class,
                starts,
            } => Self::VisitAdded {
                slot,
                track,
                visit,
                class,
                start: clock(starts),
            },
        }
    }
}

impl From<ChangeText> for Change {
    fn from(text: ChangeText) -> Self {
        let time = |InQuotes(Clock(time))| time;
        match text {
            ChangeText::Stepped {
                slot,
                visit,
                late,
                held,
            } => Self::Stepped {
                slot,
                visit,
                late,
                held,
            },
            ChangeText::Retimed { slot, start, end } => Self::Retimed {
                slot,
                starts: time(start),
                ends: end.map(time),
            },
            ChangeText::Dropped { slot, because } => Self::Dropped { slot, because },
            ChangeText::Swapped { visit, with } => Self::Swapped { visit, with },
            ChangeText::NotSeen { visit, because } => Self::NotSeen { visit, because },
            ChangeText::VisitAdded {
                slot,
                track,
                visit,
                class,
                start,
            } => Self::VisitAdded {
                slot,
                track,
                visit,
                class,
                starts: time(start),
            },
        }
    }
}

/// In a file: `strength`, `development`, `answer("maths-1")`, `set_aside`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FindingKindText {
    Strength,
    Development,
    Answer(EnquiryId),
    SetAside,
}

impl From<FindingKind> for FindingKindText {
    fn from(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Strength => Self::Strength,
            FindingKind::Development => Self::Development,
            FindingKind::Answer(enquiry) => Self::Answer(enquiry),
            FindingKind::SetAside => Self::SetAside,
        }
    }
}

impl From<FindingKindText> for FindingKind {
    fn from(text: FindingKindText) -> Self {
        match text {
            FindingKindText::Strength => Self::Strength,
            FindingKindText::Development => Self::Development,
            FindingKindText::Answer(enquiry) => Self::Answer(enquiry),
            FindingKindText::SetAside => Self::SetAside,
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct StepText {
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<InQuotes<Date>>,
    id: RecordId,
}

impl From<ActionStep> for StepText {
    fn from(step: ActionStep) -> Self {
        Self {
            what: step.what,
            who: step.who,
            by: step.by.map(|day| InQuotes(Date(day))),
            id: step.id,
        }
    }
}

impl From<StepText> for ActionStep {
    fn from(text: StepText) -> Self {
        Self {
            id: text.id,
            what: text.what,
            who: text.who,
            by: text.by.map(|InQuotes(Date(day))| day),
        }
    }
}

fn first() -> u32 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_first(rev: &u32) -> bool {
    *rev == first()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_false(flag: &bool) -> bool {
    !*flag
}
