//! What the check can find, as values; the sentences, each with its cure, are in `ui::words::plan_check`.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::activity::ActivityKind;

/// Something found in a plan. Groups, people and classes are named as the plan names them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Finding {
    /// About rows in time.
    Rows(RowFinding),
    /// About who sees which class when.
    Visits(VisitFinding),
    /// About people and groups.
    People(PeopleFinding),
    /// About what the model asks for.
    Asked(AskedFinding),
    /// About what was agreed beside the timetable.
    Agreed(AgreedFinding),
}

/// Something found in the times of days and rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RowFinding {
    /// The plan has no day.
    NoDay,
    /// Another day has this date too.
    SameDate(NaiveDate),
    /// A day is earlier than one that comes before it in the plan, on this date.
    BeforeTheDayBefore(NaiveDate),
    /// A day has no rows.
    NoRows,
    /// A row ends before, or when, it starts.
    EndsTooSoon {
        /// Its start.
        starts: NaiveTime,
        /// Its end.
        ends: NaiveTime,
    },
    /// A row starts when this other one does.
    StartsWith(String),
    /// A row starts while an earlier one lasts.
    NotOver {
        /// The earlier row.
        earlier: String,
        /// When that one ends.
        until: NaiveTime,
        /// For how many minutes both last.
        minutes: i64,
    },
    /// Nothing is planned before a row.
    Gap {
        /// For how many minutes.
        minutes: i64,
        /// Since when.
        since: NaiveTime,
    },
    /// There is no break for longer than the model asks.
    NoBreak {
        /// From when.
        from: NaiveTime,
        /// Until when.
        until: NaiveTime,
        /// The minutes in between.
        minutes: i64,
        /// The most that the model asks for.
        longest: i64,
    },
    /// A long day has no lunch.
    NoLunch {
        /// When schools have lunch: from.
        from: NaiveTime,
        /// Until.
        until: NaiveTime,
        /// What a lunch lasts at least, in minutes.
        minutes: i64,
        /// The groups that have none; empty where nobody has one.
        groups: Vec<String>,
    },
}

/// Something found in the visits to classes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VisitFinding {
    /// A visit says no class.
    NoClass,
    /// A visit is outside its row.
    OutsideItsRow {
        /// The class, which may be empty.
        class: String,
        /// The start of the row.
        starts: NaiveTime,
        /// The end of the row.
        ends: NaiveTime,
    },
    /// Two visits of a group start at once, one of them to this class, which may be empty.
    VisitsAtOnce(String),
    /// Two groups see one class at once.
    OneRoom(Together),
    /// Two groups see one year at once, and the plan does not tell whether it is one class.
    PerhapsOneRoom(Together),
    /// These groups go to the same classes at the same times.
    GoTogether(Vec<String>),
    /// This group has nothing to do while another one visits lessons.
    NothingToDo(String),
    /// Lessons are visited, by this group or by all, and no visit is planned.
    NoVisits(Option<String>),
    /// A group has no time to walk from class to class.
    NoWalk {
        /// The group.
        group: String,
        /// How many visits follow one another.
        visits: usize,
        /// In how many rows.
        rows: usize,
        /// The minutes that a walk takes.
        walk: i64,
    },
    /// A visit is much shorter than the others of its group.
    Shortened {
        /// The group.
        group: String,
        /// The class.
        class: String,
        /// How many minutes the visit has.
        minutes: i64,
        /// How many most of the others have.
        usual: i64,
    },
    /// A class is visited of a year that the school does not have, by the years that the plan names.
    NotOfTheSchool {
        /// The class.
        class: String,
        /// The years of the school.
        years: Vec<String>,
    },
    /// Nobody visits these years.
    NotVisited(Vec<String>),
}

/// Something found among people and groups.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PeopleFinding {
    /// Nobody facilitates.
    NoFacilitator,
    /// Nobody is named whom to tell of a worry about a child.
    NoSafeguardingLead,
    /// Nobody goes with this group.
    EmptyGroup(String),
    /// A person goes with two groups.
    InTwoGroups(String, [String; 2]),
    /// A person stands on the plan twice.
    TwiceOnThePlan(String),
    /// A group goes two ways in one row.
    TwoWays(String),
    /// A person would be with two groups at once.
    InTwoPlaces(String, [String; 2]),
    /// A line of the plan says somebody's name.
    Named {
        /// The name.
        name: String,
        /// The whole of what the line says.
        line: String,
    },
}

/// Something that the model asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AskedFinding {
    /// The model asks for a kind of evidence that no row has.
    EvidenceMissing(ActivityKind),
    /// No row says what is provided for these pupils.
    PupilsForgotten(String),
    /// A row speaks of fewer books than the model asks for.
    TooFewBooks {
        /// How many.
        said: u32,
        /// How many of each year the model asks for.
        asked: u32,
    },
    /// A row does not say how many books are looked at; the model asks for so many of each year.
    BooksNotSaid(u32),
}

/// Something found in the agreement and the dates.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AgreedFinding {
    /// There is no line of enquiry.
    NoEnquiry,
    /// No lessons are to be seen on a date.
    DayOff(DayOff),
    /// It is not known whether a date in this year is a bank holiday.
    BankHolidaysUnknown(i32),
    /// The plan does not say until when notes are kept.
    NoRetention,
    /// Notes would be deleted after this date, before the review is over.
    RetentionTooSoon(NaiveDate),
    /// The governors meet on this date, before the review is over.
    GovernorsTooSoon(NaiveDate),
    /// Something is due at the governors' next meeting, of which the plan has no date.
    GovernorsUnknown(String),
    /// When something is due was counted through a year whose bank holidays are not known.
    DueUnsure(String),
    /// The time for something has passed.
    WasDue {
        /// What was to be done.
        what: String,
        /// By whom.
        who: String,
        /// By which date.
        date: NaiveDate,
        /// By which time of it, if that was said.
        time: Option<NaiveTime>,
        /// Whether it was a target only.
        target: bool,
    },
}

/// Two groups that see the same at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Together {
    /// The groups.
    pub groups: [String; 2],
    /// The class as the first one's visit calls it, and as the second one's does.
    pub classes: [String; 2],
    /// Until when.
    pub until: NaiveTime,
}

/// Why no lessons are to be seen on a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// It is a Saturday or Sunday.
    Weekend,
    /// It is this bank holiday.
    BankHoliday(String),
    /// The school has holidays.
    SchoolHolidays,
}

impl From<RowFinding> for Finding {
    fn from(found: RowFinding) -> Self {
        Self::Rows(found)
    }
}

impl From<VisitFinding> for Finding {
    fn from(found: VisitFinding) -> Self {
        Self::Visits(found)
    }
}

impl From<PeopleFinding> for Finding {
    fn from(found: PeopleFinding) -> Self {
        Self::People(found)
    }
}

impl From<AskedFinding> for Finding {
    fn from(found: AskedFinding) -> Self {
        Self::Asked(found)
    }
}

impl From<AgreedFinding> for Finding {
    fn from(found: AgreedFinding) -> Self {
        Self::Agreed(found)
    }
}
