//! The places of the outline, each by what it stands for, so that the cursor stays on it whatever else changes.

use crate::domain::{
    ids::{DayId, EnquiryId, GroupId, PersonId, SlotId, TrackId, VisitId},
    plan_edit::{Listed, PromptsOf},
};

/// The parts of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What was agreed about the review as a whole.
    Review,
    /// Groups and people.
    People,
    /// Days, rows, groups and visits.
    Timetable,
    /// What the model asks, and what is due when.
    Rules,
    /// What was found when the plan was checked.
    Check,
    /// Rows that left the plan and have notes.
    Former,
}

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The head of a part.
    Section(Section),
    /// The name of the host school.
    Host,
    /// The head of its years.
    Years,
    /// A year, by position.
    Year(usize),
    /// The review in a few words.
    Title,
    /// What the host wants to have at the end.
    Outcome,
    /// The focus area.
    Focus,
    /// The head of the lines of enquiry.
    Enquiries,
    /// A line of enquiry.
    Enquiry(EnquiryId),
    /// A part of a line of enquiry.
    EnquiryPart(EnquiryId),
    /// The head of a list.
    List(Listed),
    /// An entry of a list, by position.
    Item(Listed, usize),
    /// The day after which the notes are deleted.
    KeepUntil,
    /// The next meeting of the governors.
    Governors,
    /// The head of the school holidays.
    Holidays,
    /// A holiday, by position.
    Holiday(usize),
    /// The head of the groups.
    Groups,
    /// A group.
    Group(GroupId),
    /// The head of the people.
    People,
    /// A person.
    Person(PersonId),
    /// A day.
    Day(DayId),
    /// A row of the timetable.
    Row(SlotId),
    /// Of what kind a row is.
    Kind(SlotId),
    /// What else is to be known of a row.
    Remark(SlotId),
    /// The head of what the groups do in a row.
    Tracks(SlotId),
    /// What one group does in a row.
    Track(SlotId, TrackId),
    /// A class visited, with its row and track.
    Visit(SlotId, TrackId, VisitId),
    /// The head of the questions of a row or group.
    Questions(PromptsOf),
    /// A question, by its position among those of a row or group.
    Prompt(PromptsOf, crate::domain::ids::PromptId),
    /// What the model asks or forbids, by position: what is to be done comes first.
    Rule(usize),
    /// Something that is due, by position.
    Deadline(usize),
    /// Something that the check found, by position.
    Found(usize),
    /// A row that left the plan, by position.
    Gone(usize),
}

impl Spot {
    /// The row of the timetable that this line belongs to.
    #[must_use]
    pub fn row(&self) -> Option<&SlotId> {
        match self {
            Self::Row(row)
            | Self::Kind(row)
            | Self::Remark(row)
            | Self::Tracks(row)
            | Self::Track(row, _)
            | Self::Visit(row, ..) => Some(row),
            Self::Questions(of) | Self::Prompt(of, _) => Some(&of.row),
            _ => None,
        }
    }
}
