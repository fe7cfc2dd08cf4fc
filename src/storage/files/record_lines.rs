//! Records as they stand in a file: one on a line, the fields that a person reads first in front, and what goes
//! without saying left out.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};

use super::{
    label::LabelText,
    place_text::PlaceText,
    record_parts::{ChangeText, FindingKindText, ScopeText, StepText, fields_of, other_fields},
    times::{InQuotes, Moment},
};
use crate::domain::{
    activity::ActivityKind,
    asked::Asked,
    day_change::DayChange,
    finding::{Finding, FollowUp, SignOff},
    ids::{FieldId, GroupId, PersonId, PromptId, RecordId, SlotId, VisitId, WriterId},
    note::{Note, NoteKind, NotePlace},
    placing::Placing,
    record::{Record, SeenEdition},
};

/// One edition of a record on one line of a file.
///
/// A field that is not known is a fault: it was mistyped, and would be gone with the next save.
pub(super) trait Line: Serialize + DeserializeOwned + From<Self::Newer> {
    /// What is recorded.
    type Body;

    /// The same line in a file of a newer version, which is never written to: there, fields that are not known are
    /// passed over.
    type Newer: DeserializeOwned;

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
        $name:ident ($newer:ident) of $body_type:ty, begun $begun:ident:
        |$body:ident, $edited_at:ident| { $($(#[$attribute:meta])* $field:ident: $type:ty = $value:expr,)* }
        |$line:ident| $read:expr
    ) => {
        line!(@struct $(#[$doc])* #[derive(Serialize)] #[serde(deny_unknown_fields)] $name { $($(#[$attribute])* $field: $type,)* });
        line!(@struct $(#[$doc])* $newer { $($(#[$attribute])* $field: $type,)* });

        impl From<$newer> for $name {
            fn from(line: $newer) -> Self {
                Self {
                    $($field: line.$field,)*
                    edited_at: line.edited_at,
                    id: line.id,
                    writer: line.writer,
                    seq: line.seq,
                    rev: line.rev,
                    deleted: line.deleted,
                    came_from: line.came_from,
                }
            }
        }

        impl Line for $name {
            type Body = $body_type;
            type Newer = $newer;

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
    (@struct $(#[$outer:meta])* $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Deserialize)]
        pub(super) struct $name {
            $($(#[$attribute])* $field: $type,)*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            edited_at: Option<Moment>,
            id: RecordId,
            writer: WriterId,
            seq: u32,
            #[serde(default = "first", skip_serializing_if = "is_first", deserialize_with = "edition")]
            rev: u32,
            #[serde(default, skip_serializing_if = "is_false")]
            deleted: bool,
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            came_from: Vec<SeenText>,
        }
    };
}

line! {
    /// A note.
    NoteLine (NewerNoteLine) of Note, begun when:
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
    AskedLine (NewerAskedLine) of Asked, begun at:
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
    ChangeLine (NewerChangeLine) of DayChange, begun at:
    |change, edited_at| {
        at: Moment = InQuotes(change.at),
        #[serde(default, skip_serializing_if = "is_zero")]
        late: i64 = change.late,
        scope: ScopeText = change.scope.into(),
        what: ChangeText = change.what.into(),
    }
    |line| DayChange { at: line.at.0, late: line.late, scope: line.scope.into(), what: line.what.into() }
}

line! {
    /// A finding. Having no moment of its own, it shows when it was written as it stands.
    FindingLine (NewerFindingLine) of Finding, begun at:
    |finding, edited_at| {
        kind: FindingKindText = finding.kind.clone().into(),
        statement: String = finding.statement.clone(),
        #[serde(default, skip_serializing_if = "String::is_empty")]
        issue: String = finding.field(&FieldId::new("issue")).into(),
        #[serde(default, skip_serializing_if = "String::is_empty")]
        impact: String = finding.field(&FieldId::new("impact")).into(),
        #[serde(default, skip_serializing_if = "String::is_empty")]
        fix: String = finding.field(&FieldId::new("fix")).into(),
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        fields: BTreeMap<FieldId, String> = other_fields(&finding.fields),
        #[serde(default, skip_serializing_if = "String::is_empty")]
        level: String = finding.level,
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
        fields: fields_of([("issue", line.issue), ("impact", line.impact), ("fix", line.fix)], line.fields),
        level: line.level,
        steps: line.steps.into_iter().map(StepText::into).collect(),
        evidence: line.evidence,
        against: line.against,
        agreed: line.agreed,
        order: line.order,
    }
}

line! {
    /// A sign-off.
    SignOffLine (NewerSignOffLine) of SignOff, begun at:
    |sign_off, edited_at| {
        at: Moment = InQuotes(sign_off.at),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<LabelText<PersonId>> = sign_off.by.map(LabelText::from),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        typed_by: Option<LabelText<PersonId>> = sign_off.typed_by.map(LabelText::from),
        of: String = sign_off.of,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lines: Vec<String> = sign_off.lines,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        comment: String = sign_off.comment,
    }
    |line| SignOff {
        at: line.at.0,
        by: line.by.map(LabelText::into),
        typed_by: line.typed_by.map(LabelText::into),
        of: line.of,
        lines: line.lines,
        comment: line.comment,
    }
}

line! {
    /// The follow-up of an action step.
    FollowUpLine (NewerFollowUpLine) of FollowUp, begun at:
    |follow_up, edited_at| {
        at: Moment = InQuotes(follow_up.at),
        rating: String = follow_up.rating,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        evidence: String = follow_up.evidence,
        step: RecordId = follow_up.step,
    }
    |line| FollowUp { at: line.at.0, step: line.step, rating: line.rating, evidence: line.evidence }
}

line! {
    /// Where a note is put, and what it is tagged with.
    PlacingLine (NewerPlacingLine) of Placing, begun at:
    |placing, edited_at| {
        at: Moment = InQuotes(placing.at),
        by: LabelText<PersonId> = placing.by.into(),
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<PlaceText> = placing.place.map(PlaceText::from),
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<String> = placing.tags,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        without: Vec<String> = placing.without,
        note: RecordId = placing.note,
    }
    |line| Placing {
        at: line.at.0,
        by: line.by.into(),
        note: line.note,
        place: line.place.map(PlaceText::into),
        tags: line.tags,
        without: line.without,
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenText {
    writer: WriterId,
    rev: u32,
}

fn first() -> u32 {
    1
}

/// No record is ever edited so often: above it stands a slip or damage, after which no edition could be counted.
const MOST_EDITIONS: u32 = 1_000_000_000;

fn edition<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let rev = u32::deserialize(deserializer)?;
    if rev > MOST_EDITIONS {
        return Err(serde::de::Error::custom(format!(
            "rev {rev} counts more editions than there can be"
        )));
    }
    Ok(rev)
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
pub(super) fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
pub(super) fn is_zero(number: &i64) -> bool {
    *number == 0
}
