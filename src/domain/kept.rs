//! What a laptop keeps of a review, and until when it may.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::Plan;

/// From how many days before its date on a review's notes are spoken of.
const SPOKEN_OF: i64 = 14;

/// What a file is that a laptop keeps of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A report, or one of the papers around it.
    Report,
    /// The plan as a sheet for people.
    PlanSheet,
    /// The days of the review and what is due, for a calendar.
    Calendar,
    /// Notes that were handed over in a small file.
    HandOver,
    /// Private notes on a sheet for one's own school.
    TakeHome,
    /// What one writer recorded.
    Records,
    /// The notes that never lie in a session's folder.
    PrivateNotes,
    /// The line that was being typed.
    Draft,
    /// Somebody's records as they were last read whole, kept for the case that their file breaks or goes.
    LastGood,
    /// By how much the clocks of others differ.
    ClockOffsets,
    /// When the screen was hidden because a child told somebody something.
    SafeguardingTimes,
    /// A file that a program which died did not finish.
    Unfinished,
    /// The word for sync programs about files that are being written.
    WordForSync,
    /// The plan.
    Plan,
    /// Which documents were written.
    Exports,
    /// Who is who on this laptop.
    Remembered,
    /// Something else.
    Other,
}

impl Kind {
    /// Whether it is made to be handed on, or carried home.
    #[must_use]
    pub fn is_handed_on(self) -> bool {
        self <= Self::TakeHome
    }

    /// Whether something else is known by it, so that it goes last.
    #[must_use]
    pub fn is_known_by(self) -> bool {
        matches!(self, Self::Exports | Self::Remembered)
    }

    /// As receipts and programs name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::PlanSheet => "plan_sheet",
            Self::Calendar => "calendar",
            Self::HandOver => "hand_over",
            Self::TakeHome => "take_home",
            Self::Records => "records",
            Self::PrivateNotes => "private_notes",
            Self::Draft => "draft",
            Self::LastGood => "last_good",
            Self::ClockOffsets => "clock_offsets",
            Self::SafeguardingTimes => "safeguarding_times",
            Self::Unfinished => "unfinished",
            Self::WordForSync => "word_for_sync",
            Self::Plan => "plan",
            Self::Exports => "exports",
            Self::Remembered => "remembered",
            Self::Other => "other",
        }
    }
}

/// That the notes of a review are to be removed, or soon are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToRemove {
    /// The last day on which they may be kept.
    pub until: NaiveDate,
    /// How many days that is ahead; negative once it is past.
    pub days: i64,
}

impl ToRemove {
    /// What the plan says of it as seen from `today`; `None` while there is more than two weeks' time, and where no day
    /// is agreed.
    #[must_use]
    pub fn of(plan: &Plan, today: NaiveDate) -> Option<Self> {
        let until = plan.agreement.keep_until?;
        let days = until.signed_duration_since(today).num_days();
        (days <= SPOKEN_OF).then_some(Self { until, days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn notes_are_spoken_of_from_two_weeks_before_their_day_on() {
        let mut plan = example::plan();
        plan.agreement.keep_until = "2027-03-31".parse().ok();
        let days = |today: &str| ToRemove::of(&plan, today.parse().unwrap()).map(|found| found.days);
        assert_eq!(days("2027-03-16"), None);
        assert_eq!(days("2027-03-17"), Some(14));
        assert_eq!(days("2027-03-31"), Some(0));
        assert_eq!(days("2027-05-01"), Some(-31));
        plan.agreement.keep_until = None;
        assert_eq!(ToRemove::of(&plan, "2099-01-01".parse().unwrap()), None);
    }

    #[test]
    fn a_kind_has_the_same_name_everywhere() {
        for kind in [
            Kind::Report,
            Kind::TakeHome,
            Kind::PrivateNotes,
            Kind::SafeguardingTimes,
        ] {
            let text = ron::ser::to_string(&kind).unwrap();
            assert_eq!(text, kind.name());
        }
        assert!(Kind::TakeHome.is_handed_on() && !Kind::Records.is_handed_on());
    }
}
