//! What is done in a row of the timetable.

use serde::{Deserialize, Serialize};

use super::prompt::Prompt;

/// What is done in a row, or by one group in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// As it stands in the timetable, such as "Meet the SENDCO".
    pub title: String,
    /// Of what kind it is.
    pub kind: ActivityKind,
    /// What to ask or look for.
    pub prompts: Vec<Prompt>,
}

/// The kinds of activity of a review day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Coming in, being welcomed.
    Arrival,
    /// Purpose and ground rules.
    Briefing,
    /// Talking with teachers.
    MeetingTeachers,
    /// Talking with a leader: the SENDCO, a subject lead, the head.
    MeetingLeader,
    /// Sitting at the back of lessons.
    LessonVisits,
    /// Looking at books.
    WorkScrutiny,
    /// Talking with pupils.
    PupilVoice,
    /// Talking with other staff.
    StaffVoice,
    /// Talking with parents.
    ParentVoice,
    /// Looking at data.
    DataScrutiny,
    /// Reading documents.
    DocumentReview,
    /// A break or lunch.
    Break,
    /// Bringing together what was seen.
    Collation,
    /// Agreeing the findings.
    Discussion,
    /// Telling the host what was found.
    Feedback,
}

impl ActivityKind {
    /// All of them, in the order of a day.
    pub const ALL: [Self; 15] = [
        Self::Arrival,
        Self::Briefing,
        Self::MeetingTeachers,
        Self::MeetingLeader,
        Self::LessonVisits,
        Self::WorkScrutiny,
        Self::PupilVoice,
        Self::StaffVoice,
        Self::ParentVoice,
        Self::DataScrutiny,
        Self::DocumentReview,
        Self::Break,
        Self::Collation,
        Self::Discussion,
        Self::Feedback,
    ];

    /// The word for it in the files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Briefing => "briefing",
            Self::MeetingTeachers => "meeting_teachers",
            Self::MeetingLeader => "meeting_leader",
            Self::LessonVisits => "lesson_visits",
            Self::WorkScrutiny => "work_scrutiny",
            Self::PupilVoice => "pupil_voice",
            Self::StaffVoice => "staff_voice",
            Self::ParentVoice => "parent_voice",
            Self::DataScrutiny => "data_scrutiny",
            Self::DocumentReview => "document_review",
            Self::Break => "break",
            Self::Collation => "collation",
            Self::Discussion => "discussion",
            Self::Feedback => "feedback",
        }
    }

    /// Whether prompts are asked aloud one after the other, so that it opens on the first one; in the others they are
    /// things to look for, and none is chosen until a person chooses it.
    #[must_use]
    pub fn asks_in_turn(self) -> bool {
        !matches!(
            self,
            Self::LessonVisits | Self::WorkScrutiny | Self::DataScrutiny | Self::DocumentReview
        )
    }

    /// Whether the lists show the whole day here, since all of it is talked about.
    #[must_use]
    pub fn looks_at_whole_day(self) -> bool {
        matches!(
            self,
            Self::Break | Self::Collation | Self::Discussion | Self::Feedback
        )
    }

    /// Whether here "What do I know now?" has become "What do we know?".
    #[must_use]
    pub fn is_shared_knowledge(self) -> bool {
        matches!(self, Self::Discussion | Self::Feedback)
    }
}
