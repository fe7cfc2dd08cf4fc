//! What the caller knows already, and the table is likely to say.

use chrono::NaiveDate;

use crate::domain::activity::ActivityKind;

/// What is known before a table is read. All of it may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// The names of the groups, such as "Group 1" or "Reviewer 2".
    pub groups: Vec<String>,
    /// Titles of activities and of what kind they are, from the rows and question sets of the review model.
    pub titles: Vec<(String, ActivityKind)>,
    /// The years of the host, such as "Year 4", or the names that it gives its classes.
    pub years: Vec<String>,
    /// The first day of the review, if it is known: "1st Dec" without a year is the one nearest to it.
    pub date: Option<NaiveDate>,
}
