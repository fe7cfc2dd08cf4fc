//! What is inside the lines of records: for whom a change holds, what it changes, what a finding is.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{
    record_lines::is_false,
    times::{Clock, InQuotes},
};
use crate::domain::{
    activity::ActivityKind,
    by_when::ByWhen,
    day_change::{Change, Scope},
    finding::{ActionStep, FindingKind, Stance},
    ids::{DayId, FieldId, GroupId, ListId, PersonId, PromptId, RecordId, SlotId, TrackId, VisitId},
    note::Label,
    plan::{Duty, Person},
    prompt::Prompt,
};

/// In a file: `everyone`, `track(id: "group-1", words: "Group 1")`, or `no_track` on a day without groups.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum ScopeText {
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
            ScopeText::Track { id, words } => Self::Track(Some(Label { id, words })),
        }
    }
}

/// In a file: `stepped(slot: "lesson-visits", visit: "g1-year-6", late: 2)`, `dropped(slot: "..", because: "..")` ...
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum ChangeText {
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
    VisitMoved {
        visit: VisitId,
        track: TrackId,
        start: InQuotes<Clock>,
    },
    NotSeen {
        visit: VisitId,
        #[serde(default)]
        because: String,
        #[serde(default, skip_serializing_if = "is_false")]
        begun: bool,
    },
    VisitAdded {
        slot: SlotId,
        track: TrackId,
        visit: VisitId,
        class: String,
        start: InQuotes<Clock>,
    },
    RowAdded {
        day: DayId,
        slot: SlotId,
        start: InQuotes<Clock>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<InQuotes<Clock>>,
        title: String,
        kind: ActivityKind,
    },
    PromptAdded {
        slot: SlotId,
        id: PromptId,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        short: String,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    PersonAdded {
        id: PersonId,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
        #[serde(default, skip_serializing_if = "is_false")]
        host_staff: bool,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        duties: Vec<Duty>,
    },
}

/// What is added brings a whole thing along, which is said in a line of its own.
impl ChangeText {
    fn visit_added(slot: SlotId, track: TrackId, visit: VisitId, class: String, starts: NaiveTime) -> Self {
        Self::VisitAdded {
            slot,
            track,
            visit,
            class,
            start: in_quotes(starts),
        }
    }

    fn row_added(
        day: DayId,
        slot: SlotId,
        (starts, ends): (NaiveTime, Option<NaiveTime>),
        title: String,
        kind: ActivityKind,
    ) -> Self {
        Self::RowAdded {
            day,
            slot,
            start: in_quotes(starts),
            end: ends.map(in_quotes),
            title,
            kind,
        }
    }

    fn prompt_added(slot: SlotId, prompt: Prompt) -> Self {
        Self::PromptAdded {
            slot,
            id: prompt.id,
            short: prompt.short,
            text: prompt.text,
        }
    }

    fn person_added(person: Person) -> Self {
        Self::PersonAdded {
            id: person.id,
            name: person.name,
            group: person.group,
            host_staff: person.host_staff,
            duties: person.duties,
        }
    }
}

fn in_quotes(time: NaiveTime) -> InQuotes<Clock> {
    InQuotes(Clock(time))
}

impl From<Change> for ChangeText {
    fn from(change: Change) -> Self {
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
                start: in_quotes(starts),
                end: ends.map(in_quotes),
            },
            Change::Dropped { slot, because } => Self::Dropped { slot, because },
            Change::VisitMoved { visit, track, starts } => Self::VisitMoved {
                visit,
                track,
                start: in_quotes(starts),
            },
            Change::NotSeen {
                visit,
                because,
                begun,
            } => Self::NotSeen {
                visit,
                because,
                begun,
            },
            Change::VisitAdded {
                slot,
                track,
                visit,
                class,
                starts,
            } => Self::visit_added(slot, track, visit, class, starts),
            Change::RowAdded {
                day,
                slot,
                starts,
                ends,
                title,
                kind,
            } => Self::row_added(day, slot, (starts, ends), title, kind),
            Change::PromptAdded { slot, prompt } => Self::prompt_added(slot, prompt),
            Change::PersonAdded { person } => Self::person_added(person),
        }
    }
}

fn time(InQuotes(Clock(time)): InQuotes<Clock>) -> NaiveTime {
    time
}

fn retimed(slot: SlotId, start: InQuotes<Clock>, end: Option<InQuotes<Clock>>) -> Change {
    Change::Retimed {
        slot,
        starts: time(start),
        ends: end.map(time),
    }
}

fn visit_added(
    slot: SlotId,
    track: TrackId,
    visit: VisitId,
    class: String,
    start: InQuotes<Clock>,
) -> Change {
    Change::VisitAdded {
        slot,
        track,
        visit,
        class,
        starts: time(start),
    }
}

fn row_added(
    day: DayId,
    slot: SlotId,
    (start, end): (InQuotes<Clock>, Option<InQuotes<Clock>>),
    title: String,
    kind: ActivityKind,
) -> Change {
    Change::RowAdded {
        day,
        slot,
        starts: time(start),
        ends: end.map(time),
        title,
        kind,
    }
}

fn prompt_added(slot: SlotId, id: PromptId, short: String, text: String) -> Change {
    Change::PromptAdded {
        slot,
        prompt: Prompt { id, short, text },
    }
}

fn person_added(
    id: PersonId,
    name: String,
    group: Option<GroupId>,
    host_staff: bool,
    duties: Vec<Duty>,
) -> Change {
    Change::PersonAdded {
        person: Person {
            id,
            name,
            group,
            host_staff,
            duties,
        },
    }
}

impl From<ChangeText> for Change {
    fn from(text: ChangeText) -> Self {
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
            ChangeText::Retimed { slot, start, end } => retimed(slot, start, end),
            ChangeText::Dropped { slot, because } => Self::Dropped { slot, because },
            ChangeText::VisitMoved { visit, track, start } => Self::VisitMoved {
                visit,
                track,
                starts: time(start),
            },
            ChangeText::NotSeen {
                visit,
                because,
                begun,
            } => Self::NotSeen {
                visit,
                because,
                begun,
            },
            ChangeText::VisitAdded {
                slot,
                track,
                visit,
                class,
                start,
            } => visit_added(slot, track, visit, class, start),
            ChangeText::RowAdded {
                day,
                slot,
                start,
                end,
                title,
                kind,
            } => row_added(day, slot, (start, end), title, kind),
            ChangeText::PromptAdded {
                slot,
                id,
                short,
                text,
            } => prompt_added(slot, id, short, text),
            ChangeText::PersonAdded {
                id,
                name,
                group,
                host_staff,
                duties,
            } => person_added(id, name, group, host_staff, duties),
        }
    }
}

/// In a file: `listed("areas")`, `about("answers", "maths-1")`, `set_aside`, `claim(agree)` ... The words of version 1
/// are read as lists of that name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum FindingKindText {
    Listed(ListId),
    About(ListId, String),
    SetAside,
    Claim(Stance),
    OpenClaim,
    Accepted,
    #[serde(skip_serializing)]
    Strength,
    #[serde(skip_serializing)]
    Development,
    #[serde(skip_serializing)]
    Answer(String),
}

impl From<FindingKind> for FindingKindText {
    fn from(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Listed(list) => Self::Listed(list),
            FindingKind::About(list, about) => Self::About(list, about),
            FindingKind::SetAside => Self::SetAside,
            FindingKind::Claim(Some(stance)) => Self::Claim(stance),
            FindingKind::Claim(None) => Self::OpenClaim,
            FindingKind::Accepted => Self::Accepted,
        }
    }
}

impl From<FindingKindText> for FindingKind {
    fn from(text: FindingKindText) -> Self {
        match text {
            FindingKindText::Listed(list) => Self::Listed(list),
            FindingKindText::About(list, about) => Self::About(list, about),
            FindingKindText::SetAside => Self::SetAside,
            FindingKindText::Claim(stance) => Self::Claim(Some(stance)),
            FindingKindText::OpenClaim => Self::Claim(None),
            FindingKindText::Accepted => Self::Accepted,
            FindingKindText::Strength => Self::Listed(ListId::new("strengths")),
            FindingKindText::Development => Self::Listed(ListId::new("areas")),
            FindingKindText::Answer(about) => Self::About(ListId::new("answers"), about),
        }
    }
}

/// What is said of a finding, by field; blank ones are no fields.
pub(super) fn fields_of(
    known: [(&str, String); 3],
    others: BTreeMap<FieldId, String>,
) -> BTreeMap<FieldId, String> {
    let known = known.into_iter().map(|(field, text)| (FieldId::new(field), text));
    others
        .into_iter()
        .chain(known)
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// The names of fields that stand for themselves in a line.
pub(super) const KNOWN_FIELDS: [&str; 3] = ["issue", "impact", "fix"];

/// The fields that are none of the known ones.
pub(super) fn other_fields(fields: &BTreeMap<FieldId, String>) -> BTreeMap<FieldId, String> {
    let others = fields
        .iter()
        .filter(|(field, _)| !KNOWN_FIELDS.contains(&field.as_str()));
    others
        .map(|(field, text)| (field.clone(), text.clone()))
        .collect()
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepText {
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    id: RecordId,
}

/// A day as files write it, or the words that were typed.
fn by_when(text: String) -> ByWhen {
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_or(ByWhen::Words(text), ByWhen::Day)
}

impl From<ActionStep> for StepText {
    fn from(step: ActionStep) -> Self {
        Self {
            what: step.what,
            who: step.who,
            by: step.by.map(|by| by.to_string()),
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
            by: text.by.filter(|by| !by.is_empty()).map(by_when),
        }
    }
}
