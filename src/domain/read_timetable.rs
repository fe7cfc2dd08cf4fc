//! A timetable as it was read from somebody's table, before it is part of a plan.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::{activity::ActivityKind, drawing_up::later, plan::unstated_end};

/// What was read, and what could not be placed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadTimetable {
    /// The days, in the order in which they stand in the table.
    pub days: Vec<ReadDay>,
    /// What stands in the table and has no place in a timetable, never dropped.
    pub unplaced: Vec<Unplaced>,
    /// What was read beside what it was taken for, piece by piece, in the order of the table.
    pub understood: Vec<Understood>,
    /// The dates that the table, or the mail around it, says for the review.
    pub dates: Vec<SaidDate>,
    /// What is open in what was read, and what was made of it.
    pub doubts: Vec<Doubt>,
    /// What lines above the rows say of the review.
    pub said: Vec<SaidOfReview>,
}

/// Something that a line above the rows says of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidOfReview {
    /// The line of the source, from 1.
    pub line: usize,
    /// What it says.
    pub what: OfReview,
    /// In which words.
    pub text: String,
    /// The whole line, to be kept where the plan says it otherwise.
    pub whole: String,
}

/// What may be said of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfReview {
    /// The school that is reviewed.
    Host,
    /// A question that it answers.
    LineOfEnquiry,
    /// Its focus area.
    Focus,
    /// What the host wants to have at the end.
    WantedOutcome,
    /// What to read beforehand.
    PreReading,
}

/// A day of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadDay {
    /// Its name, such as "Day 1"; empty if the table has none.
    pub label: String,
    /// Its date, if the table says one.
    pub date: Option<NaiveDate>,
    /// Its rows, in the order of the table.
    pub rows: Vec<ReadRow>,
}

impl ReadDay {
    /// When the row at `at` ends, if it is known when it starts: as the table says, when its minutes are over, or when
    /// the next one starts.
    #[must_use]
    pub fn end_of(&self, at: usize) -> Option<NaiveTime> {
        let row = self.rows.get(at)?;
        let lasts = || Some(later(row.starts?, i64::from(row.minutes?)));
        let next = || {
            let later = self.rows.iter().skip(at + 1).filter_map(|row| row.starts);
            Some(unstated_end(row.starts?, later))
        };
        row.ends.or_else(lasts).or_else(next)
    }

    /// The minutes that the row at `at` lasts: as the table says, or from its start to its end.
    #[must_use]
    pub fn minutes_of(&self, at: usize) -> Option<i64> {
        let row = self.rows.get(at)?;
        let span = || Some((self.end_of(at)? - row.starts?).num_minutes()).filter(|minutes| *minutes >= 0);
        row.minutes.map(i64::from).or_else(span)
    }
}

impl ReadTimetable {
    /// What a piece was taken for, behind the time of the row that begins there.
    #[must_use]
    pub fn taken_for(&self, piece: &Understood) -> String {
        let times = self.days.iter().flat_map(|day| {
            let rows = day.rows.iter().enumerate();
            let here = rows.filter(|(_, row)| row.line == piece.line);
            here.map(|(at, _)| time_of(day, at))
        });
        let times: Vec<String> = times.filter(|time| !time.is_empty()).collect();
        let times = times.join(", ");
        if times.is_empty() || piece.taken_for.is_empty() {
            return format!("{times}{}", piece.taken_for);
        }
        format!("{times} {}", piece.taken_for)
    }
}

/// When a row is and how long it lasts, as "09:00-10:15, 75 min"; "75 min" of a row without a start.
fn time_of(day: &ReadDay, at: usize) -> String {
    let clock = |time: NaiveTime| time.format("%H:%M").to_string();
    let starts = day.rows.get(at).and_then(|row| row.starts).map(clock);
    let ends = day.end_of(at).map(clock).filter(|_| starts.is_some());
    let span: Vec<String> = starts.into_iter().chain(ends).collect();
    let lasts = day.minutes_of(at).map(|minutes| format!("{minutes} min"));
    let words: Vec<String> = [span.join("-")].into_iter().chain(lasts).collect();
    words.join(" ").trim().to_string()
}

/// A row of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// When it starts; tables of durations say it of no row.
    pub starts: Option<NaiveTime>,
    /// When it ends, if the table says so.
    pub ends: Option<NaiveTime>,
    /// How many minutes it lasts, if the table says so.
    pub minutes: Option<u32>,
    /// What is done, in the table's words.
    pub title: String,
    /// Of what kind it is taken to be.
    pub kind: ActivityKind,
    /// What else the table says of it: who, where, with what.
    pub remark: String,
    /// Whether the table says that its time is fixed.
    pub fixed: bool,
    /// What each group does; empty when all are together.
    pub tracks: Vec<ReadTrack>,
    /// Its questions, in the table's words.
    pub prompts: Vec<String>,
    /// The line of the source in which it begins, from 1.
    pub line: usize,
}

/// What one group does in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadTrack {
    /// The group's name, such as "Group 1" or "Reviewer 2".
    pub group: String,
    /// What it does, where that differs from the row's own activity: title and kind.
    pub activity: Option<(String, ActivityKind)>,
    /// The classes it visits.
    pub visits: Vec<ReadVisit>,
    /// Its own questions.
    pub prompts: Vec<String>,
}

/// A class visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadVisit {
    /// When, if the table says so.
    pub starts: Option<NaiveTime>,
    /// The class, spelled as on the screen, such as "Year 6" for "Yr6".
    pub class: String,
}

/// A piece of text without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// The line of the source, from 1.
    pub line: usize,
    /// The text as it stands there.
    pub text: String,
    /// Why it has no place, in a few words.
    pub why: String,
    /// Whether it is of the mail around the table, such as a greeting or the sender's name: kept, and never printed.
    pub of_mail: bool,
}

/// A date that stands somewhere before the rows, or above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidDate {
    /// The line of the source, from 1.
    pub line: usize,
    /// The date; where no year was said, the one nearest to the review.
    pub date: NaiveDate,
}

/// Something that the table leaves open, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line of the source, from 1.
    pub line: usize,
    /// What is open and what was made of it.
    pub what: LeftOpen,
}

/// What a table leaves open, and what was made of it; the sentences are in `ui::words::taking_over`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOpen {
    /// A row would end before, or when, it starts: it was taken over so, for the check of the plan to tell of it.
    EndsTooSoon {
        /// The row.
        title: String,
        /// Its start.
        starts: NaiveTime,
        /// What the table gives as its end.
        ends: NaiveTime,
    },
    /// How long a row lasts.
    Length {
        /// The row.
        title: String,
        /// The minutes that it was given.
        minutes: i64,
    },
    /// The table has another date than was planned: the table's is used.
    AnotherDate {
        /// What the table says.
        read: NaiveDate,
        /// What was planned.
        planned: NaiveDate,
    },
    /// The label of a day is like a date and can't be read as one.
    NoDate {
        /// The label.
        label: String,
        /// What the day was taken for.
        taken_for: NaiveDate,
    },
    /// The table says a date, and no day of the review is on it.
    OtherDate {
        /// What the table says.
        read: NaiveDate,
        /// When the review is.
        review: NaiveDate,
    },
    /// A day was said for the review, and the table has no rows for it.
    NoRowsOn(NaiveDate),
    /// A label has another day of the week than the date of its day.
    OtherWeekday {
        /// The label.
        label: String,
        /// The date of its day.
        date: NaiveDate,
    },
    /// A date stands beside a day of the week that it is not.
    WrongWeekday {
        /// The day of the week.
        said: Weekday,
        /// The date.
        date: NaiveDate,
    },
    /// A text says a length of more than a day: it was not taken for one.
    BeyondADay(String),
    /// A text begins with a time that no day has: it was not taken for one.
    ImpossibleTime(String),
    /// A row ends at 24:00: it ends at 23:59.
    Midnight,
    /// A time stands among visits with no class beside it: a visit without a class.
    NoClass(NaiveTime),
    /// A number behind a time, among visits, was read as a year and not as the hour at which it ends.
    NumberAsYear {
        /// The text.
        text: String,
        /// The class that it was taken for.
        class: String,
    },
    /// Two years with a slash between were taken for one class of both.
    OneMixedClass(String),
    /// Two years with a slash between were taken for two classes.
    TwoClasses {
        /// Both, as one class would be called.
        read: String,
        /// The classes.
        classes: Vec<String>,
    },
    /// A word behind a year was taken for somebody's name, and not for that of the class.
    NameOrClass {
        /// The word.
        name: String,
        /// The class.
        class: String,
    },
    /// The title of a row says of no kind what is done: it was taken for a meeting with a leader.
    NoKind(String),
    /// The questions of a row are those of something that the model calls otherwise.
    QuestionsOf {
        /// The row.
        title: String,
        /// What the model calls it.
        like: String,
        /// How many they are.
        questions: usize,
    },
    /// Text that says a time in words, of which no row was made.
    TimeNotRead(String),
    /// Classes that are named where lessons are visited, and of which no visit was made.
    NotVisited(Vec<String>),
    /// A row begins while another one of the day is going on: nobody says for whom each is.
    AtOnce {
        /// The row.
        title: String,
        /// When it begins.
        starts: NaiveTime,
        /// The other row.
        other: String,
    },
    /// A row has no end of its own, and the next one begins so late that a row may be missing between.
    LongRow {
        /// The row.
        title: String,
        /// How many minutes it lasts until then.
        minutes: i64,
    },
    /// What stands behind a year was taken for the name of its class, and not for another class.
    OneClass {
        /// The year.
        class: String,
        /// What stands behind it.
        name: String,
    },
    /// Something of the groups.
    OfGroups(OfGroups),
}

/// What a table leaves open of the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfGroups {
    /// No group is named for these visits of a row: all groups got them.
    Together(Vec<String>),
    /// No group is named for classes that are seen at one time: each group got one of them.
    InOrder(Vec<String>),
    /// A group of the table was taken for one of the plan that is called otherwise.
    TakenFor {
        /// What the table calls it.
        read: String,
        /// What the plan calls it.
        group: String,
    },
    /// What stands in the list of one group alone was taken for something that all do.
    ForAll(String),
}

impl LeftOpen {
    /// Whether something of the table may be missing in what was made of it: a person has to look before it is written.
    #[must_use]
    pub fn may_be_lost(&self) -> bool {
        matches!(
            self,
            Self::TimeNotRead(_) | Self::NotVisited(_) | Self::NoRowsOn(_) | Self::AtOnce { .. }
        )
    }

    /// Whether the timetable would stand there twice: such a thing is written only if a person at the screen says so.
    #[must_use]
    pub fn is_double(&self) -> bool {
        matches!(self, Self::AtOnce { .. })
    }
}

/// A piece of text and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The line of the source, from 1.
    pub line: usize,
    /// The text as it stands there.
    pub read: String,
    /// What it was taken for, in words, such as "Lesson visits (lesson visits)"; [`ReadTimetable::taken_for`] says its time too.
    pub taken_for: String,
}
