//! The bank holidays of England: days on which nobody in a school can be asked for anything.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{Datelike, NaiveDate};

/// Bank holidays by date, and the years for which they are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankHolidays {
    days: BTreeMap<NaiveDate, String>,
    years: Option<RangeInclusive<i32>>,
}

impl BankHolidays {
    /// The holidays `days` with their names; all of those in `years` are among them.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = (NaiveDate, String)>, years: RangeInclusive<i32>) -> Self {
        Self {
            days: days.into_iter().collect(),
            years: (!years.is_empty()).then_some(years),
        }
    }

    /// The name of the holiday on `date`, if that is one.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(String::as_str)
    }

    /// Whether all holidays of the year of `date` are known.
    #[must_use]
    pub fn knows(&self, date: NaiveDate) -> bool {
        self.years
            .as_ref()
            .is_some_and(|years| years.contains(&date.year()))
    }

    /// The holidays, in order of date.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        self.days.iter().map(|(date, name)| (*date, name.as_str()))
    }

    /// The years for which all holidays are known; `None` if there are none.
    #[must_use]
    pub fn years(&self) -> Option<&RangeInclusive<i32>> {
        self.years.as_ref()
    }
}
