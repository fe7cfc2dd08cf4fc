//! Moments, dates and times of the day as they stand in files.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

use crate::domain::stamp::{Stamp, YEARS};

/// A value that stands in a file as a text of its own form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InQuotes<T>(pub T);

/// A date as `2026-12-01`, in the years that a file may speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date(pub NaiveDate);

/// A time of the day as `09:15`; the seconds stand there only if there are any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock(pub NaiveTime);

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_ignored| format!("\"{text}\" is not a date like 2026-12-01"))?;
        if YEARS.contains(&date.year()) {
            return Ok(Self(date));
        }
        Err(format!(
            "the year {} is not between {} and {}",
            date.year(),
            YEARS.start(),
            YEARS.end()
        ))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Clock {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let time = NaiveTime::parse_from_str(text, "%H:%M").or_else(|_no_seconds| {
            NaiveTime::parse_from_str(text, "%H:%M:%S").map_err(|_ignored| {
                format!("\"{text}\" is not a time of the day like 09:15, from 00:00 to 23:59")
            })
        })?;
        Ok(Self(time))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = if self.0.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        write!(f, "{}", self.0.format(form))
    }
}

/// A moment as `2026-12-01T09:16:00+00:00`.
pub(super) type Moment = InQuotes<Stamp>;

impl<T: fmt::Display> Serialize for InQuotes<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err = String>> Deserialize<'de> for InQuotes<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_str(Quoted(std::marker::PhantomData))
    }
}

struct Quoted<T>(std::marker::PhantomData<T>);

impl<T: FromStr<Err = String>> Visitor<'_> for Quoted<T> {
    type Value = InQuotes<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or time in quotation marks")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        text.parse().map(InQuotes).map_err(E::custom)
    }
}
