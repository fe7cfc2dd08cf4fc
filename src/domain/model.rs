//! A review model: a named way of running a review. What differs between models is data here, never a rule of the
//! program.

use super::{
    activity::{Activity, ActivityKind},
    finding_lists::FindingLists,
    note::NoteKind,
    plan::Duty,
    prompt::Prompt,
};

/// A model as it is shipped or written by a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewModel {
    /// Its name in commands and files, such as "half-day-peer-review".
    pub id: String,
    /// Its name on the screen.
    pub name: String,
    /// In a sentence, what it is for.
    pub about: String,
    /// What happens in which order, from the planning meeting to the follow-up.
    pub stages: Vec<String>,
    /// Who takes part, as a plan of this kind begins with them.
    pub roles: Vec<Role>,
    /// The groups that go separate ways, by name.
    pub groups: Vec<String>,
    /// The question sets that a plan may take from.
    pub question_sets: Vec<QuestionSet>,
    /// The shape of the timetable.
    pub shape: Vec<ShapeDay>,
    /// The rules that a plan takes with it.
    pub rules: Rules,
}

/// Somebody who takes part, as a model names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The role as a name, such as "Reviewer 1".
    pub name: String,
    /// What they do on the day.
    pub duties: Vec<Duty>,
    /// The group they go with, by its position among the model's groups.
    pub group: Option<usize>,
    /// Whether they work at the host school.
    pub host_staff: bool,
}

/// Questions that belong together, to be asked or looked for in one kind of activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSet {
    /// Its name in model files, such as "pupils".
    pub id: String,
    /// Its name on the screen, such as "Pupil voice, with books".
    pub name: String,
    /// The activity that it is for.
    pub kind: ActivityKind,
    /// The questions.
    pub prompts: Vec<Prompt>,
}

/// A day of a model's timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeDay {
    /// Its name.
    pub label: String,
    /// Its rows.
    pub rows: Vec<ShapeRow>,
}

impl ShapeDay {
    /// How long the day is, in minutes: its rows one after the other.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.rows.iter().map(|row| row.minutes).sum()
    }
}

/// A row of a model's timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeRow {
    /// Where the model fixes the clock time, when it starts.
    pub starts: Option<chrono::NaiveTime>,
    /// How long it lasts.
    pub minutes: u32,
    /// Whether it may not be moved without asking those who wait for it.
    pub fixed: bool,
    /// What is done in it.
    pub activity: Activity,
    /// What else is to be known of it: who comes, what is brought.
    pub remark: String,
    /// What each group does that goes its own way in it, in the order of the model's groups; `None` is the row's own
    /// activity. Empty when all are together.
    pub tracks: Vec<Option<Activity>>,
}

/// The rules of a model that hold during and after the day; copied into every plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// The model's id.
    pub model: String,
    /// The version of the model these rules are from.
    pub version: u32,
    /// What the model asks reviewers to do.
    pub conduct_do: Vec<String>,
    /// What the model forbids.
    pub conduct_do_not: Vec<String>,
    /// Words that become tags when they are written in a note, such as "SEND".
    pub tag_words: Vec<String>,
    /// The words for the four kinds of note on the screen.
    pub kind_labels: KindLabels,
    /// What a plan is asked to provide for.
    pub asks: Asks,
    /// What the evidence is sorted under, such as intent, implementation and impact, or the areas of the school's own
    /// standards.
    pub framework: Vec<String>,
    /// Whether a verdict on the school is banned.
    pub verdict: Verdict,
    /// What is due when.
    pub deadlines: Vec<Deadline>,
    /// The sections of the report, in order.
    pub report_sections: Vec<String>,
    /// Scales for ratings, such as RAG or levels of assurance.
    pub scales: Vec<Scale>,
    /// The lists of findings, and what is said in each.
    pub findings: FindingLists,
    /// What is asked at the follow-up.
    pub follow_up: Vec<String>,
    /// How long notes are kept, in words.
    pub retention: String,
}

/// The model's words for the four kinds of note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindLabels {
    /// For strengths.
    pub strength: String,
    /// For areas for development.
    pub development: String,
    /// For plain evidence.
    pub evidence: String,
    /// For questions to follow up.
    pub question: String,
}

impl KindLabels {
    /// For one of the four kinds.
    #[must_use]
    pub fn of(&self, kind: NoteKind) -> &str {
        match kind {
            NoteKind::Strength => &self.strength,
            NoteKind::Development => &self.development,
            NoteKind::Evidence => &self.evidence,
            NoteKind::Question => &self.question,
        }
    }
}

impl Default for KindLabels {
    fn default() -> Self {
        Self {
            strength: "Strengths".into(),
            development: "Areas for development".into(),
            evidence: "Evidence".into(),
            question: "Questions".into(),
        }
    }
}

/// What a model asks a plan to provide for. Zero and empty mean that it does not ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asks {
    /// The kinds of evidence that the timetable has to have a row for.
    pub evidence: Vec<ActivityKind>,
    /// The pupils who have to be provided for by name, such as "SEND": each entry is one group of pupils, with the
    /// words for it between bars: "disadvantaged|PP|pupil premium".
    pub pupil_groups: Vec<String>,
    /// How many books of each year are looked at.
    pub books_per_year: u32,
    /// The most minutes between two breaks, or between a break and the start or end of a day.
    pub longest_without_break: u32,
}

/// What a model says of a verdict on the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Verdict words may not be used.
    Banned,
    /// None is asked for.
    #[default]
    NotAskedFor,
    /// The model gives one of its own levels.
    Required,
    /// The last inspection's grade is what progress is measured against.
    Benchmark,
}

/// Something that is due before or after the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What is due.
    pub what: String,
    /// Who sees to it, by role.
    pub who: String,
    /// When.
    pub due: Due,
    /// Whether missing it breaks the model's rules, or is only short of a target.
    pub binding: bool,
    /// The levels of a scale that ask for it; where none is named, it is always asked for.
    pub at_levels: Vec<String>,
}

/// When something is due, seen from the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// So many elapsed hours before the first row of the timetable.
    HoursBefore(u32),
    /// So many days before the day of the first row.
    DaysBefore(u32),
    /// At the end of the last day.
    OnTheDay,
    /// So many working days after the last day.
    WorkingDaysAfter(u32),
    /// So many days after the last day.
    DaysAfter(u32),
    /// Again and again, counted from the last day.
    Every {
        /// The weeks from one to the next.
        weeks: u32,
        /// How often in all.
        times: u32,
    },
    /// At the next meeting of the governors.
    NextGovernorsMeeting,
    /// As was agreed; no date follows from the model.
    ByAgreement,
}

/// A scale for ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Its name.
    pub name: String,
    /// Its steps, from best to worst.
    pub steps: Vec<String>,
}
