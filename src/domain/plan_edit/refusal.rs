//! Why an edit of a plan was not made; the words are on the screen's side.

use chrono::{NaiveDate, NaiveTime};

/// Why the plan stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// What was to be changed is no longer there.
    Gone,
    /// There are no words.
    Empty,
    /// There are more than so many characters.
    TooLong {
        /// The most there may be.
        most: usize,
    },
    /// Another one has this name.
    NameTaken(String),
    /// A row has to end after it starts.
    EndNotAfterStart {
        /// The start.
        starts: NaiveTime,
        /// The end.
        ends: NaiveTime,
    },
    /// A time before midnight or after the next one.
    OutsideTheDay,
    /// A row of this name begins at the same time.
    BeginsTogether(String),
    /// What is moved would run into a fixed point.
    RunsInto {
        /// The fixed point.
        title: String,
        /// When it begins.
        at: NaiveTime,
    },
    /// What is moved would begin before the row before is over.
    StartsInside {
        /// The row before.
        title: String,
    },
    /// The row is a fixed point.
    FixedPoint(String),
    /// A visit would begin outside its row.
    VisitOutside {
        /// The class.
        class: String,
        /// When it would begin.
        at: NaiveTime,
    },
    /// There is nothing further on that side.
    AtTheEdge,
    /// The group has people, or something to do in a row.
    GroupInUse {
        /// The group.
        name: String,
        /// Who or what belongs to it.
        by: String,
    },
    /// All groups already have something of their own to do in the row.
    GroupIsThere(String),
    /// The group does what the row does, and has no questions of its own.
    NothingOfItsOwn,
    /// A plan needs somebody on it.
    LastPerson,
    /// A plan needs a day.
    OnlyDay,
    /// A day goes only once its rows are gone.
    DayHasRows,
    /// Another day has this date.
    DateTaken(NaiveDate),
    /// A date in a year that no plan speaks of.
    FarAway(NaiveDate),
    /// A holiday has to end on its first day or later.
    HolidayBackwards,
    /// A year without a class.
    NoClass,
    /// There are no questions to take.
    NoQuestions,
}
