//! Identifiers, each a type of its own so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

macro_rules! plan_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id spelled `text`.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it stands in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

random_id! {
    /// One review of one school; the same on every laptop that takes part.
    SessionId
}
random_id! {
    /// One person on one machine in one session: the owner of one records file.
    WriterId
}
random_id! {
    /// One recorded thing (a note, a ticked prompt, a change of the day ...), the same through all its revisions.
    RecordId
}

impl RecordId {
    /// One more id that nobody has, which like this one is made from nothing else: of a second step in one deed.
    #[must_use]
    pub fn beside(self) -> Self {
        /// A bit that counts neither for the version of an id nor for its kind.
        const ONE_BIT: u128 = 1 << 60;
        Self(Uuid::from_u128(self.0.as_u128() ^ ONE_BIT))
    }

    /// A further id that nothing else has, for a deed that makes several things with one fresh id.
    #[must_use]
    pub fn further(self, nth: u32) -> Self {
        Self(Uuid::new_v5(&self.0, &nth.to_be_bytes()))
    }
}

plan_id! {
    /// A person on the plan.
    PersonId
}
plan_id! {
    /// A group of the review team: who goes where (Group 1, Reviewer 2).
    GroupId
}
plan_id! {
    /// A day of the plan.
    DayId
}
plan_id! {
    /// A row of the timetable.
    SlotId
}
plan_id! {
    /// What one group does in a row.
    TrackId
}
plan_id! {
    /// One stop inside a lesson-visits row.
    VisitId
}
plan_id! {
    /// A question to ask or a thing to look for.
    PromptId
}
plan_id! {
    /// A line of enquiry, or one of its sub-questions.
    EnquiryId
}
plan_id! {
    /// A list of findings of a review model, such as "strengths".
    ListId
}
plan_id! {
    /// What is said of a finding beside its statement, such as "impact".
    FieldId
}
