//! What is typed into a plan, as it may stand there.

use chrono::{Datelike, NaiveDate};

use super::Refusal;
use crate::domain::stamp::YEARS;

/// Characters that one line of a plan may have; a page of a document is about three thousand.
const LONGEST: usize = 4_000;

/// A line that may be empty: spaces joined, line breaks and other controls taken for spaces.
pub(super) fn line(text: &str) -> Result<String, Refusal> {
    let plain: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST {
        return Err(Refusal::TooLong { most: LONGEST });
    }
    Ok(line)
}

/// A line that says something.
pub(super) fn some(text: &str) -> Result<String, Refusal> {
    Some(line(text)?)
        .filter(|line| !line.is_empty())
        .ok_or(Refusal::Empty)
}

/// A name that none of `others` has, whatever its case.
pub(super) fn name<'n>(text: &str, mut others: impl Iterator<Item = &'n str>) -> Result<String, Refusal> {
    let name = some(text)?;
    let folded = name.to_lowercase();
    if others.any(|other| other.to_lowercase() == folded) {
        return Err(Refusal::NameTaken(name));
    }
    Ok(name)
}

/// Refuses a date that no file may speak of.
pub(super) fn year(date: NaiveDate) -> Result<(), Refusal> {
    if YEARS.contains(&date.year()) {
        return Ok(());
    }
    Err(Refusal::FarAway(date))
}
