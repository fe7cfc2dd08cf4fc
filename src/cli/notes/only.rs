//! Which notes are asked for: those of one day, of one group, or both.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{super::Failure, mine};
use crate::{
    domain::{
        ids::GroupId,
        note::Note,
        plan::{Day, Person, Plan},
        record::Record,
        records::Records,
    },
    storage::{disk::Disk, paths::Home},
};

/// What notes are left to be of.
#[derive(Debug, clap::Args)]
pub struct Only {
    /// Only those of this day: its date, its name, or which it is: 2027-01-19, "Day 1", 1
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Only those made with this group: "Group 1", "Reviewer 2"
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// Only your own: those you typed or said, private ones too, marked >
    #[arg(long)]
    mine: bool,
    /// Whose own notes (otherwise of who was here last)
    #[arg(long = "as", value_name = "NAME", requires = "mine")]
    person: Option<String>,
}

impl Only {
    /// Whose own notes are asked for, if so.
    ///
    /// # Errors
    /// If it is not known who asks.
    pub fn whose(
        &self,
        home: &Home,
        disk: &dyn Disk,
        session: (&Plan, &Records),
    ) -> Result<Option<Person>, Failure> {
        let asked = self.mine.then_some(self.person.as_deref());
        asked
            .map(|named| mine::person(home, disk, session, named))
            .transpose()
    }

    /// Those of `notes` that are asked for.
    ///
    /// # Errors
    /// If the plan and the notes have no such day or group; the error names those there are.
    pub fn of<'a>(
        &self,
        plan: &Plan,
        mut notes: Vec<&'a Record<Note>>,
    ) -> Result<Vec<&'a Record<Note>>, Failure> {
        let date = self
            .day
            .as_deref()
            .map(|day| date_of(plan, &notes, day))
            .transpose()?;
        let group = self
            .group
            .as_deref()
            .map(|group| group_of(plan, &notes, group))
            .transpose()?;
        if let Some(date) = date {
            notes.retain(|note| day_of(plan, &note.body) == date);
        }
        if let Some(group) = group {
            notes.retain(|note| {
                note.body
                    .place
                    .track
                    .as_ref()
                    .is_some_and(|track| track.id == group)
            });
        }
        Ok(notes)
    }
}

/// The day that a note belongs to: that of its row, which may be written about on a later one; where the row is no
/// longer in the plan, the day it was written on.
fn day_of(plan: &Plan, note: &Note) -> NaiveDate {
    let row = plan.slot(&note.place.slot.id);
    row.map_or_else(|| note.when.date(), |(day, _)| day.date)
}

/// The date of the day that is called `wanted`.
fn date_of(plan: &Plan, notes: &[&Record<Note>], wanted: &str) -> Result<NaiveDate, Failure> {
    let wanted = wanted.trim();
    let mut days: Vec<&Day> = plan.days.iter().collect();
    days.sort_by_key(|day| day.date);
    let named = days.iter().find(|day| is_same(&day.label, wanted));
    let numbered = || {
        wanted
            .parse::<usize>()
            .ok()?
            .checked_sub(1)
            .and_then(|at| days.get(at))
    };
    if let Some(day) = named.or_else(numbered) {
        return Ok(day.date);
    }
    let known_dates = || {
        days.iter()
            .map(|day| day.date)
            .chain(notes.iter().map(|note| day_of(plan, &note.body)))
    };
    let found = wanted
        .parse()
        .ok()
        .filter(|date| known_dates().any(|known| known == *date));
    found.ok_or_else(|| {
        let mut known: Vec<String> = days
            .iter()
            .map(|day| format!("{} {}", day.date, day.label).trim_end().to_owned())
            .collect();
        let other = known_dates().filter(|date| days.iter().all(|day| day.date != *date));
        known.extend(other.map(|date| date.to_string()));
        unknown("day", wanted, known)
    })
}

/// The group that is called `wanted`; also one that is only spoken of in notes.
fn group_of(plan: &Plan, notes: &[&Record<Note>], wanted: &str) -> Result<GroupId, Failure> {
    let planned = plan.groups.iter().map(|group| (&group.id, group.name.as_str()));
    let spoken_of = notes.iter().filter_map(|note| note.body.place.track.as_ref());
    let spoken_of = spoken_of.map(|track| (&track.id, track.words.as_str()));
    let known: Vec<(&GroupId, &str)> = planned.chain(spoken_of).collect();
    let found = known
        .iter()
        .find(|(id, name)| is_same(name, wanted) || id.as_str() == wanted.trim());
    found.map(|(id, _)| (*id).clone()).ok_or_else(|| {
        let names = known.iter().map(|(_, name)| (*name).to_owned());
        unknown("group", wanted, names.collect())
    })
}

/// Whether two names are the same but for capital letters.
fn is_same(name: &str, wanted: &str) -> bool {
    !name.trim().is_empty() && name.trim().to_lowercase() == wanted.trim().to_lowercase()
}

fn unknown(what: &str, wanted: &str, mut known: Vec<String>) -> Failure {
    let mut named = HashSet::new();
    known.retain(|name| named.insert(name.clone()));
    let known = match known.as_slice() {
        [] => format!("the session has no {what}s"),
        known => format!("these are in the session: {}", known.join(", ")),
    };
    Failure::wrong_use(format!("there is no {what} \"{wanted}\"; {known}"))
}

#[cfg(test)]
mod tests;
