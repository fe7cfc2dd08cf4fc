//! Changes of the day: what was done otherwise than planned. From the first note on, the plan file stays as it was
//! agreed and these records say what happened.

use chrono::NaiveTime;
use uuid::Uuid;

use super::{
    activity::ActivityKind,
    ids::{DayId, GroupId, RecordId, SessionId, SlotId, TrackId, VisitId},
    note::Label,
    plan::Person,
    prompt::Prompt,
    stamp::Stamp,
};

/// One change of the day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayChange {
    /// When it was made.
    pub at: Stamp,
    /// How many minutes late the group of whoever made it was, below zero early: what was to start by `at` less this
    /// had begun for them.
    pub late: i64,
    /// For whom it holds.
    pub scope: Scope,
    /// What changed.
    pub what: Change,
}

/// For whom a change holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// For one group only.
    Track(Option<Label<GroupId>>),
    /// For everyone.
    Everyone,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A group went to a place by hand.
    Stepped {
        /// The row it went to.
        slot: SlotId,
        /// The class it went to.
        visit: Option<VisitId>,
        /// Minutes late against the plan, negative for early.
        late: i64,
        /// Whether it stays there until the next step forward.
        held: bool,
    },
    /// A row has other times.
    Retimed {
        /// The row.
        slot: SlotId,
        /// Its new start.
        starts: NaiveTime,
        /// Its new end.
        ends: Option<NaiveTime>,
    },
    /// A row does not take place.
    Dropped {
        /// The row.
        slot: SlotId,
        /// Why.
        because: String,
    },
    /// A visit takes place at another time, or with another group. Two visits change places by one of these each.
    VisitMoved {
        /// The visit.
        visit: VisitId,
        /// The track it is in from now on.
        track: TrackId,
        /// When it starts.
        starts: NaiveTime,
    },
    /// A class was not seen.
    NotSeen {
        /// The visit.
        visit: VisitId,
        /// Why.
        because: String,
        /// Whether the group was there already, or had been: then it stays a place of the day.
        begun: bool,
    },
    /// A class was visited that was not planned.
    VisitAdded {
        /// The row.
        slot: SlotId,
        /// The track.
        track: TrackId,
        /// The id of the new visit.
        visit: VisitId,
        /// The class.
        class: String,
        /// When it starts.
        starts: NaiveTime,
    },
    /// A row was added.
    RowAdded {
        /// Its day.
        day: DayId,
        /// The id of the new row.
        slot: SlotId,
        /// When it starts.
        starts: NaiveTime,
        /// When it ends; otherwise the next row ends it.
        ends: Option<NaiveTime>,
        /// What it is called.
        title: String,
        /// What is done in it.
        kind: ActivityKind,
    },
    /// A question was added.
    PromptAdded {
        /// The row in which it is asked.
        slot: SlotId,
        /// The question.
        prompt: Prompt,
    },
    /// Somebody takes part who was not on the plan.
    PersonAdded {
        /// Who.
        person: Person,
    },
}

/// What a change is about, where there can only be one change of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target<'a> {
    /// The times of a row.
    Times(&'a SlotId),
    /// Whether a row takes place.
    TakesPlace(&'a SlotId),
    /// Time and group of a visit.
    Visit(&'a VisitId),
    /// Whether a class was seen.
    Seen(&'a VisitId),
}

impl Change {
    /// What it is about; `None` for what can happen again and again, such as steps, and for what is added.
    #[must_use]
    pub fn target(&self) -> Option<Target<'_>> {
        match self {
            Self::Retimed { slot, .. } => Some(Target::Times(slot)),
            Self::Dropped { slot, .. } => Some(Target::TakesPlace(slot)),
            Self::VisitMoved { visit, .. } => Some(Target::Visit(visit)),
            Self::NotSeen { visit, .. } => Some(Target::Seen(visit)),
            Self::Stepped { .. }
            | Self::VisitAdded { .. }
            | Self::RowAdded { .. }
            | Self::PromptAdded { .. }
            | Self::PersonAdded { .. } => None,
        }
    }

    /// Whether both are about one row or one class.
    #[must_use]
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let about = |target| match target {
            Target::Times(slot) | Target::TakesPlace(slot) => (Some(slot), None),
            Target::Visit(visit) | Target::Seen(visit) => (None, Some(visit)),
        };
        let mine = self.target().map(about);
        mine.is_some() && mine == other.target().map(about)
    }

    /// The id of its record where it follows from what the change is about: two such changes made with sight of each
    /// other are editions of one record, and two made apart are seen to be about the same thing. A row can have other
    /// times for one group and for everyone; a visit has one time whoever says so.
    #[must_use]
    pub fn record_id(&self, session: SessionId, scope: &Scope) -> Option<RecordId> {
        let of_scope = format!("{} {}", scope.kind(), scope.word());
        let (kind, of, scope) = match self.target()? {
            Target::Times(slot) => ("times", slot.as_str(), of_scope),
            Target::TakesPlace(slot) => ("takes-place", slot.as_str(), of_scope),
            Target::Visit(visit) => ("visit", visit.as_str(), String::new()),
            Target::Seen(visit) => ("seen", visit.as_str(), String::new()),
        };
        // The length keeps two different targets from ever being spelled the same.
        let name = format!("{kind} {} {of} {scope}", of.len());
        Some(RecordId(Uuid::new_v5(&session.0, name.as_bytes())))
    }
}

impl Scope {
    /// Whether it holds on the way of `group`.
    #[must_use]
    pub fn holds_for(&self, group: Option<&GroupId>) -> bool {
        match self {
            Self::Everyone => true,
            Self::Track(track) => track.as_ref().map(|track| &track.id) == group,
        }
    }

    fn word(&self) -> &str {
        match self {
            Self::Everyone | Self::Track(None) => "",
            Self::Track(Some(group)) => group.id.as_str(),
        }
    }

    /// Tells a day without groups from everyone, whatever a group is called.
    fn kind(&self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Track(None) => "no-track",
            Self::Track(Some(_)) => "track",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(slot: &str) -> Change {
        Change::Dropped {
            slot: SlotId::new(slot),
            because: String::new(),
        }
    }

    #[test]
    fn changes_of_one_thing_have_one_record_and_others_have_none_in_common() {
        let session = SessionId(Uuid::from_u128(1));
        let group = |id: &str| Scope::Track(Some(Label::new(GroupId::new(id), id)));
        let id = |change: &Change, scope: &Scope| change.record_id(session, scope).expect("an id");
        let breaks = dropped("break");
        let again = Change::Dropped {
            slot: SlotId::new("break"),
            because: "fire drill".into(),
        };
        assert_eq!(id(&breaks, &Scope::Everyone), id(&again, &Scope::Everyone));
        let others = [
            id(&breaks, &group("1")),
            id(&breaks, &group("2")),
            id(&breaks, &Scope::Track(None)),
            id(&dropped("break everyone"), &group("")),
            id(
                &Change::Retimed {
                    slot: SlotId::new("break"),
                    starts: NaiveTime::MIN,
                    ends: None,
                },
                &Scope::Everyone,
            ),
        ];
        for (at, one) in others.iter().enumerate() {
            assert_ne!(*one, id(&breaks, &Scope::Everyone));
            assert!(!others[at + 1..].contains(one));
        }
        let seen = Change::NotSeen {
            visit: VisitId::new("g1-y6"),
            because: String::new(),
            begun: false,
        };
        assert_eq!(
            id(&seen, &Scope::Everyone),
            id(&seen, &group("1")),
            "whoever says so"
        );
        let other = SessionId(Uuid::from_u128(2));
        assert_ne!(
            seen.record_id(other, &Scope::Everyone),
            seen.record_id(session, &Scope::Everyone)
        );
    }
}
