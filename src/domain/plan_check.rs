//! Looks a plan over before it is sent: what can't be, what is likely to go wrong, and what is good to know.
//!
//! | file | looks at |
//! | --- | --- |
//! | timetable.rs | rows and visits in time: order, overlap, gaps, breaks |
//! | rooms.rs | which class is seen by whom: no two groups in one room, no minute to walk |
//! | people.rs | who takes part, and nobody in two places |
//! | names.rs | somebody by name, where a role serves |
//! | provision.rs | what the model asks for: evidence, pupil groups, books |
//! | agreement.rs | dates, holidays, deadlines, line of enquiry, retention |
//!
//! What is found is a value of finding.rs. The sentences are in `ui::words::plan_check`, and so are the tests of both.

mod agreement;
mod finding;
mod names;
mod people;
mod provision;
mod rooms;
mod spoken;
mod timetable;

use std::{collections::HashSet, fmt};

use chrono::{NaiveDate, NaiveTime};

pub use finding::{
    AgreedFinding, AskedFinding, DayOff, Finding, PeopleFinding, RowFinding, Together, VisitFinding,
};

use super::{
    bank_holidays::BankHolidays,
    ids::SlotId,
    plan::{Day, Plan, Slot},
    stamp::Stamp,
};

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It can't be as planned.
    Error,
    /// It goes against what the model asks, or is likely to go wrong.
    Warning,
    /// Good to know; nothing need change.
    Note,
}

/// Something found in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Remark {
    /// How much it weighs.
    pub severity: Severity,
    /// Where in the plan it is.
    pub place: Whereabouts,
    /// What was found.
    pub what: Finding,
}

/// Where in a plan something was found; empty for the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Whereabouts {
    /// The day's date.
    pub date: Option<NaiveDate>,
    /// The day's label, if it has one.
    pub day: String,
    /// The time of the row or visit.
    pub time: Option<NaiveTime>,
    /// The row's title.
    pub title: String,
    /// The row.
    pub slot: Option<SlotId>,
}

impl Whereabouts {
    fn of_day(day: &Day) -> Self {
        Self {
            date: Some(day.date),
            day: day.label.clone(),
            ..Self::default()
        }
    }

    pub(crate) fn of_row(day: &Day, slot: &Slot) -> Self {
        Self {
            time: Some(slot.starts),
            title: slot.activity.title.clone(),
            slot: Some(slot.id.clone()),
            ..Self::of_day(day)
        }
    }

    fn of_visit(day: &Day, slot: &Slot, starts: NaiveTime) -> Self {
        Self {
            time: Some(starts),
            ..Self::of_row(day, slot)
        }
    }
}

impl fmt::Display for Whereabouts {
    /// As `Day 1, 09:15, Lesson visits`; a whole day, or one without label, with its date; nothing for the plan as a
    /// whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unlabelled = self.day.trim().is_empty();
        let whole_day = self.time.is_none();
        let date = self.date.filter(|_| unlabelled || whole_day);
        let date = date.map_or_else(String::new, in_words);
        let time = self.time.map_or_else(String::new, hh_mm);
        let parts = [self.day.clone(), date, time, self.title.clone()];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        f.write_str(&said.join(", "))
    }
}

/// Everything to be said of `plan`, the gravest first, then in order of time.
///
/// `now` tells which deadlines have passed; without it none has.
#[must_use]
pub fn check(plan: &Plan, holidays: &BankHolidays, now: Option<Stamp>) -> Vec<Remark> {
    let mut found = Found::default();
    timetable::check(plan, &mut found);
    rooms::check(plan, &mut found);
    people::check(plan, &mut found);
    names::check(plan, &mut found);
    provision::check(plan, &mut found);
    agreement::check(plan, holidays, now, &mut found);
    let mut remarks = found.0;
    // What is true of every group is said once.
    let mut said = HashSet::new();
    remarks.retain(|remark| said.insert(remark.clone()));
    remarks.sort_by_key(|remark| (remark.severity, remark.place.date, remark.place.time));
    remarks
}

/// What was found so far.
#[derive(Debug, Default)]
struct Found(Vec<Remark>);

impl Found {
    fn error(&mut self, place: Whereabouts, what: impl Into<Finding>) {
        self.add(Severity::Error, place, what.into());
    }

    fn warning(&mut self, place: Whereabouts, what: impl Into<Finding>) {
        self.add(Severity::Warning, place, what.into());
    }

    fn note(&mut self, place: Whereabouts, what: impl Into<Finding>) {
        self.add(Severity::Note, place, what.into());
    }

    fn add(&mut self, severity: Severity, place: Whereabouts, what: Finding) {
        self.0.push(Remark {
            severity,
            place,
            what,
        });
    }
}

/// A date as people write it: `Tue 1 Dec 2026`.
fn in_words(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

fn hh_mm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
