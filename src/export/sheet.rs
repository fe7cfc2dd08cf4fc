//! What stands on the sheet of a plan that goes to the visiting heads, whatever the format.

mod from_plan;
pub mod pages;

use uuid::Uuid;

use super::text::Text;
use crate::domain::{deadline::Series, stamp::Stamp};

/// The most groups that stand side by side in a timetable; more would leave too little width on an upright A4 page.
pub const SIDE_BY_SIDE: usize = 4;

/// The sheet of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is a sheet of.
    pub head: Head,
    /// The questions that the review answers.
    pub enquiries: Vec<Enquiry>,
    /// What was agreed, one label each.
    pub facts: Vec<Fact>,
    /// Who takes part.
    pub people: Vec<Member>,
    /// The timetable.
    pub days: Vec<DayTable>,
    /// What the model asks reviewers to do.
    pub conduct_do: Vec<Text>,
    /// What the model forbids.
    pub conduct_do_not: Vec<Text>,
    /// What is due when.
    pub deadlines: Vec<DueLine>,
    /// What else was agreed.
    pub remarks: Vec<Text>,
    /// How notes are to be handled, for the foot of every page.
    pub foot: String,
    /// The activities, each with its questions and its box.
    pub sections: Vec<Section>,
}

/// The title of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The host school.
    pub school: Text,
    /// The review in a few words.
    pub review: Text,
    /// The day or days.
    pub dates: String,
    /// Which edition of the plan it is.
    pub revision: u32,
    /// Whether it is of a rehearsal.
    pub is_rehearsal: bool,
    /// Whether there are changes of the day, which are not on it.
    pub is_changed_since: bool,
}

/// A line of enquiry.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Enquiry {
    /// The question.
    pub text: Text,
    /// Its parts.
    pub sub_questions: Vec<Text>,
}

/// Something that was agreed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fact {
    /// What it is about.
    pub label: &'static str,
    /// What was agreed, one thing each.
    pub entries: Vec<Text>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Member {
    /// The role as a name.
    pub name: Text,
    /// The group they go with; empty if they go with none.
    pub group: Text,
    /// What they do on the day.
    pub duties: String,
}

/// One day of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTable {
    /// Its id in calendars, the same for every edition of the plan.
    pub uid: Uuid,
    /// Its name and date.
    pub title: Text,
    /// Its date.
    pub date: chrono::NaiveDate,
    /// When it begins and ends, if anything is planned on it.
    pub span: Option<(Stamp, Stamp)>,
    /// The groups that stand side by side. Empty where all are together all day, and where there are more groups than
    /// [`SIDE_BY_SIDE`], which then stand one below the other.
    pub columns: Vec<Text>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// From when to when.
    pub time: String,
    /// What is done.
    pub title: Text,
    /// What else is to be known of it.
    pub remark: Text,
    /// Whether it may not be moved.
    pub fixed: bool,
    /// What each group does, in the order of the day's columns; empty when all are together.
    pub lanes: Vec<Lane>,
}

/// What one group does in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The group.
    pub group: Text,
    /// What it does, unless that follows from the row and the visits; may be empty.
    pub activity: Text,
    /// The classes it visits.
    pub visits: Vec<Stop>,
}

/// A class visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// When.
    pub time: String,
    /// The class.
    pub class: Text,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// Its id in calendars, the same for every edition of the plan.
    pub uid: Uuid,
    /// What.
    pub what: Text,
    /// Who sees to it.
    pub who: Text,
    /// When, in words.
    pub when: String,
    /// When, for the calendar; `None` if it has no date.
    pub date: Option<DueTime>,
}

/// The date of something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueTime {
    /// A moment.
    At(Stamp),
    /// Any time of a day.
    On(chrono::NaiveDate),
    /// Any time of days that come again.
    Every(Series),
}

/// An activity with its questions and the box for what is concluded from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What is done.
    pub title: Text,
    /// On which day and from when to when.
    pub when: String,
    /// Who does it where, a line each; empty when all are together.
    pub who: Vec<Text>,
    /// What is said above the questions, or where they stand if an earlier activity has the same; empty without any.
    pub lead: Text,
    /// The questions, unless they stand at an earlier activity.
    pub questions: Vec<Question>,
    /// The question above the box.
    pub box_title: &'static str,
    /// The two fields of the box.
    pub fields: [Text; 2],
    /// Whether its box needs more room, since there is more than one place to write about.
    pub is_roomy: bool,
}

/// A question to ask, or a thing to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// A few words, to find it again; empty where they are the question.
    pub short: Text,
    /// The whole question.
    pub text: Text,
}

impl Head {
    /// The sheet in one line, as documents are listed.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}: {}", self.school.one_line(), self.subtitle())
    }

    /// What it is, without the school.
    #[must_use]
    pub fn subtitle(&self) -> String {
        super::words::plan_for(&self.review.one_line())
    }
}

impl Lane {
    /// What the group does, as one line: "Lesson visits: 09:00 Year 5, 09:15 Year 6".
    #[must_use]
    pub fn one_line(&self) -> String {
        let visits: Vec<String> = self.visits.iter().map(Stop::one_line).collect();
        let parts = [self.activity.one_line(), visits.join(", ")];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(": ")
    }
}

impl Stop {
    /// Time and class, as "09:15 Year 6".
    #[must_use]
    pub fn one_line(&self) -> String {
        format!("{} {}", self.time, self.class.one_line())
    }
}
