//! The plan: what host and team agree before the day.
//!
//! Words: the review's `people` form `groups`; each of its `days` has `slots` (the rows of the timetable); in a slot
//! each group has a `track`; a track may have `visits`, one class after the other.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{
    activity::Activity,
    ids::{DayId, EnquiryId, GroupId, PersonId, SessionId, SlotId, TrackId, VisitId, WriterId},
    model::Rules,
    prompt::Prompt,
    stamp::Stamp,
    zone::Zone,
};

/// How long the last row of a day lasts when the plan gives it no end.
const UNSTATED_LAST_ROW: TimeDelta = TimeDelta::minutes(30);

/// When the row at a position of a day ends: at its own end; without one when the next row that starts later begins; and
/// the last row of a day half an hour after its start, but on the same day.
#[must_use]
pub fn row_end(slots: &[Slot], at: usize) -> NaiveTime {
    let Some(row) = slots.get(at) else {
        return NaiveTime::MIN;
    };
    let later = slots.iter().skip(at + 1).map(|later| later.starts);
    row.ends.unwrap_or_else(|| unstated_end(row.starts, later))
}

/// When a row without an end of its own ends: `later` are the starts of the rows that follow on its day.
#[must_use]
pub fn unstated_end(starts: NaiveTime, mut later: impl Iterator<Item = NaiveTime>) -> NaiveTime {
    later.find(|next| *next > starts).unwrap_or_else(|| {
        let (end, past_midnight) = starts.overflowing_add_signed(UNSTATED_LAST_ROW);
        if past_midnight == 0 { end } else { LAST_MINUTE }
    })
}

/// The last minute of a day.
const LAST_MINUTE: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Why a plan is only read here, whoever owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlyRead {
    /// A newer version of the program wrote it, which alone may change it.
    Newer,
    /// Fields stand in its file that are not known, and the next save of it would lose them.
    UnknownFields,
}

/// Everything agreed about one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The review this plan is for.
    pub session: SessionId,
    /// Who made the plan and may change it.
    pub owner: WriterId,
    /// Counts up with every agreed version of the plan.
    pub revision: u32,
    /// Set on a rehearsal: the session it was copied from.
    pub rehearsal_of: Option<SessionId>,
    /// The zone in which all of the plan's times are local times.
    pub zone: Zone,
    /// The school that is reviewed.
    pub host: Host,
    /// What was agreed about the review as a whole.
    pub agreement: Agreement,
    /// The groups of the review team.
    pub groups: Vec<Group>,
    /// Everybody who takes part, by role.
    pub people: Vec<Person>,
    /// The timetable.
    pub days: Vec<Day>,
    /// What was once in the timetable and has notes, but is no longer in the plan: rows with the tracks and visits that
    /// went.
    pub former: Vec<Slot>,
    /// The review model's rules, copied in so that the plan stands alone.
    pub rules: Rules,
}

/// The reviewed school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// Its name.
    pub name: String,
    /// How many classes each year has; a year with one class identifies its teacher.
    pub years: Vec<Year>,
}

/// A year group of the host school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// Its name, such as "Year 4".
    pub name: String,
    /// Its number of classes.
    pub classes: u8,
}

/// What was agreed about the review as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// The review in a few words, such as "half-day peer review".
    pub title: String,
    /// The visiting schools.
    pub visiting_schools: Vec<String>,
    /// What the host wants to have at the end.
    pub wanted_outcome: String,
    /// The focus area, such as "Quality of education: mathematics".
    pub focus_area: String,
    /// What to read beforehand.
    pub pre_reading: Vec<String>,
    /// Which of the host's staff are involved, by role.
    pub staff_involved: Vec<String>,
    /// The questions that the review answers.
    pub lines_of_enquiry: Vec<LineOfEnquiry>,
    /// What else was agreed, such as lines of a table that have no place in the timetable.
    pub remarks: Vec<String>,
    /// What came with a table and is nobody's remark, such as the greeting of a mail and who sent it: kept, and on no
    /// sheet.
    pub aside: Vec<String>,
    /// The day after which the notes are to be deleted, if one was agreed.
    pub keep_until: Option<NaiveDate>,
    /// When the governors meet next, if that is known.
    pub governors_meeting: Option<NaiveDate>,
    /// The host's school holidays, for those who do not count them as working days.
    pub school_holidays: Vec<Holiday>,
}

/// Days without school, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// A question that the review answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOfEnquiry {
    /// Its id.
    pub id: EnquiryId,
    /// The question.
    pub text: String,
    /// Its parts.
    pub sub_questions: Vec<SubQuestion>,
}

/// A part of a line of enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubQuestion {
    /// Its id.
    pub id: EnquiryId,
    /// The question.
    pub text: String,
}

/// A group of the review team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name, such as "Group 1".
    pub name: String,
}

/// Somebody who takes part, named by role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their role as a name, such as "Head of School B".
    pub name: String,
    /// The group they go with, if they go with one.
    pub group: Option<GroupId>,
    /// Whether they work at the host school.
    pub host_staff: bool,
    /// What they do on the day.
    pub duties: Vec<Duty>,
}

/// What a person does on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Keeps the timetable and writes the report.
    Facilitator,
    /// Visits, asks and notes.
    Reviewer,
    /// Head teacher of the host school.
    HostHead,
    /// The host's designated safeguarding lead.
    SafeguardingLead,
    /// A governor of the host school.
    Governor,
    /// Is met or listened to.
    Participant,
}

impl Duty {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Facilitator,
        Self::Reviewer,
        Self::HostHead,
        Self::SafeguardingLead,
        Self::Governor,
        Self::Participant,
    ];

    /// As a school calls it.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Reviewer => "reviewer",
            Self::HostHead => "host head",
            Self::SafeguardingLead => "safeguarding lead",
            Self::Governor => "governor",
            Self::Participant => "is met",
        }
    }
}

/// One day of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Its id.
    pub id: DayId,
    /// Its name, such as "Day 1"; may be empty when there is only one.
    pub label: String,
    /// Its date.
    pub date: NaiveDate,
    /// The rows of its timetable, in order of time.
    pub slots: Vec<Slot>,
}

/// A row of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// When it starts.
    pub starts: NaiveTime,
    /// When it ends, if the plan says so; otherwise the next row ends it.
    pub ends: Option<NaiveTime>,
    /// Whether it may not be moved without asking those who wait for it (pupils, a governor, the break).
    pub fixed: bool,
    /// What is done in it.
    pub activity: Activity,
    /// What else is to be known of it: who comes, what is brought, where.
    pub remark: String,
    /// What each group does in it; empty when all are together.
    pub tracks: Vec<Track>,
}

/// What one group does in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// The group.
    pub group: GroupId,
    /// What the group does, where that differs from the row's own activity.
    pub activity: Option<Activity>,
    /// The classes it visits, in order of time.
    pub visits: Vec<Visit>,
}

/// One class visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// When it starts.
    pub starts: NaiveTime,
    /// The class, such as "Year 6".
    pub class: String,
}

impl Plan {
    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// The person that `name` means: by id or name, ignoring case, or the only one whose name contains it.
    #[must_use]
    pub fn person_called(&self, name: &str) -> Option<&Person> {
        let wanted = name.trim().to_lowercase();
        let is_id = |person: &&Person| person.id.as_str() == name.trim();
        if let Some(person) = self.people.iter().find(is_id) {
            return Some(person);
        }
        let is = |person: &&Person| person.id.as_str() == wanted || person.name.to_lowercase() == wanted;
        if let Some(person) = self.people.iter().find(is) {
            return Some(person);
        }
        let mut like = self
            .people
            .iter()
            .filter(|person| person.name.to_lowercase().contains(&wanted));
        like.next()
            .filter(|_| !wanted.is_empty() && like.next().is_none())
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The names of everybody on the plan, one behind the other.
    #[must_use]
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.people.iter().map(|person| person.name.as_str()).collect();
        names.join(", ")
    }

    /// The row with this id, with its day.
    #[must_use]
    pub fn slot(&self, id: &SlotId) -> Option<(&Day, &Slot)> {
        self.days
            .iter()
            .find_map(|day| Some((day, day.slots.iter().find(|slot| slot.id == *id)?)))
    }

    /// Whether this is a rehearsal, not the review itself.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal_of.is_some()
    }

    /// The moment at which the clock on the wall shows `time` on `date` in the plan's zone.
    ///
    /// In the hour that a clock change repeats it is the first one; in the hour that a change skips it is the moment
    /// of the change.
    #[must_use]
    pub fn moment(&self, date: NaiveDate, time: NaiveTime) -> Stamp {
        moment_in(self.zone, date.and_time(time))
    }

    /// The moment `instant` as the clock on the wall in the plan's zone shows it.
    #[must_use]
    pub fn local(&self, instant: chrono::DateTime<chrono::Utc>) -> Option<Stamp> {
        Stamp::new(self.zone.shows(instant))
    }

    /// When the timetable begins, if it has any row.
    #[must_use]
    pub fn begins(&self) -> Option<Stamp> {
        let day = self.days.iter().find(|day| !day.slots.is_empty())?;
        Some(self.moment(day.date, day.slots.first()?.starts))
    }
}

/// See [`Plan::moment`].
fn moment_in(zone: Zone, local: NaiveDateTime) -> Stamp {
    // Only a date outside the years that files may speak of has none: the epoch is inside them.
    zone.moment(local)
        .and_then(Stamp::new)
        .or_else(|| Stamp::new(chrono::DateTime::UNIX_EPOCH.fixed_offset()))
        .unwrap_or_else(|| unreachable!("1970 is a legal year"))
}

impl Slot {
    /// What `group` does in this row.
    #[must_use]
    pub fn track(&self, group: Option<&GroupId>) -> Option<&Track> {
        self.tracks.iter().find(|track| Some(&track.group) == group)
    }

    /// The activity of `group` in this row: its own where it has one, otherwise the row's.
    #[must_use]
    pub fn activity_of(&self, group: Option<&GroupId>) -> &Activity {
        self.track(group)
            .and_then(|track| track.activity.as_ref())
            .unwrap_or(&self.activity)
    }

    /// The visit with this id, in whichever track it is.
    #[must_use]
    pub fn visit(&self, id: &VisitId) -> Option<&Visit> {
        self.tracks
            .iter()
            .flat_map(|track| &track.visits)
            .find(|visit| visit.id == *id)
    }

    /// The prompts of `group` in this row.
    #[must_use]
    pub fn prompts_of(&self, group: Option<&GroupId>) -> &[Prompt] {
        &self.activity_of(group).prompts
    }
}
