//! What is different between a plan and the one that is to take its place.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::references::References;
use crate::domain::{
    activity::ActivityKind,
    ids::{SlotId, VisitId},
    plan::{Day, Plan, Slot, Track, Visit},
    prompt::Prompt,
    taking_over::Left,
};

/// What is different between a plan and the one that is to take its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// The days that are new, on another date, or not in the table.
    pub days: Vec<DayChange>,
    /// Every row of either plan, in order of time; those that are gone at the end of their day.
    pub rows: Vec<RowChange>,
    /// Every visit of either plan that is not as it was.
    pub visits: Vec<VisitChange>,
    /// The names of groups that are new.
    pub groups: Vec<String>,
    /// Lines that say what the review is about, of which the plan said nothing.
    pub agreed: Vec<String>,
    /// Text that joined the remarks.
    pub remarks: Vec<String>,
    /// Text that is kept and on no sheet.
    pub aside: Vec<String>,
}

/// What became of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayChange {
    /// It is new.
    Added(NaiveDate),
    /// It is on another date.
    Moved {
        /// The date before.
        from: NaiveDate,
        /// The date now.
        to: NaiveDate,
    },
    /// It has another name; these are the name before and the one now.
    Renamed(String, String),
    /// The table says nothing of it, and it stays as it is.
    Untouched(NaiveDate),
}

/// When something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When it starts.
    pub starts: NaiveTime,
    /// When it ends, if the plan says so.
    pub ends: Option<NaiveTime>,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// Its day.
    pub date: NaiveDate,
    /// Its id.
    pub slot: SlotId,
    /// Its time, in the plan to come if it is in it.
    pub span: Span,
    /// Its title, in the plan to come if it is in it.
    pub title: String,
    /// What is different; nothing if it is kept as it was.
    pub changes: Vec<Change>,
    /// How many notes it has.
    pub notes: usize,
    /// Whether it was a fixed point before: somebody waits for it.
    pub was_fixed: bool,
}

impl RowChange {
    /// Whether a fixed point is no longer when it was.
    #[must_use]
    pub fn moves_a_fixed_point(&self) -> bool {
        let moves = |change: &Change| matches!(change, Change::Removed | Change::Retimed(_));
        self.was_fixed && self.changes.iter().any(moves)
    }
}

/// What became of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitChange {
    /// The title of its row.
    pub row: String,
    /// The name of its group.
    pub group: String,
    /// Its id.
    pub visit: VisitId,
    /// The class.
    pub class: String,
    /// When it starts, in the plan to come if it is in it.
    pub starts: NaiveTime,
    /// What is different.
    pub changes: Vec<Change>,
    /// How many notes it has.
    pub notes: usize,
}

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It had left the plan, and is back.
    Back,
    /// It is gone; with notes it stays as "no longer in the plan".
    Removed,
    /// It is at another time; this was it.
    Retimed(Span),
    /// It has another name; this was it.
    Renamed(String),
    /// Its questions are others.
    Asked,
    /// It is of another kind; these are the kind before and the one now.
    Kind(ActivityKind, ActivityKind),
    /// Its remark is another; this was it.
    Remark(String),
    /// Its groups, or what they do, are others; these were they, as "Group 1: pupil voice", and these are they now.
    Ways(Vec<String>, Vec<String>),
}

impl Difference {
    /// What is different between `old` and `new`. `meant` are the places of the days that a table spoke of.
    pub(super) fn between(
        old: &Plan,
        new: &Plan,
        meant: &[Option<usize>],
        left: Left,
        references: &References,
    ) -> Self {
        let mut difference = Self {
            days: days(old, new, meant),
            remarks: left.remarks,
            aside: left.aside,
            ..Self::default()
        };
        let known: BTreeSet<_> = old.groups.iter().map(|group| &group.id).collect();
        let groups = new.groups.iter().filter(|group| !known.contains(&group.id));
        difference.groups = groups.map(|group| group.name.clone()).collect();
        for day in &new.days {
            for slot in &day.slots {
                difference.rows.push(row(old, new, day, slot, references));
            }
            let before = old.days.iter().find(|before| before.id == day.id);
            for slot in before.iter().flat_map(|before| &before.slots) {
                if new.slot(&slot.id).is_none() {
                    difference.rows.push(RowChange {
                        changes: vec![Change::Removed],
                        ..kept(day.date, slot, references)
                    });
                }
            }
        }
        difference.visits = visits(old, new, references);
        difference
    }

    /// Whether nothing is different.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let only_untouched = self.days.iter().all(|day| matches!(day, DayChange::Untouched(_)));
        only_untouched
            && self.rows.iter().all(|row| row.changes.is_empty())
            && self.visits.is_empty()
            && self.groups.is_empty()
            && self.agreed.is_empty()
            && self.remarks.is_empty()
            && self.aside.is_empty()
    }

    /// The rows that are gone and stay as "no longer in the plan" for the sake of their notes.
    pub fn rows_no_longer_in_the_plan(&self) -> impl Iterator<Item = &RowChange> {
        let gone = self.rows.iter().filter(|row| row.changes == [Change::Removed]);
        gone.filter(|row| row.notes > 0)
    }

    /// The visits that are gone and stay as "no longer in the plan" for the sake of their notes.
    pub fn visits_no_longer_in_the_plan(&self) -> impl Iterator<Item = &VisitChange> {
        let gone = self
            .visits
            .iter()
            .filter(|visit| visit.changes == [Change::Removed]);
        gone.filter(|visit| visit.notes > 0)
    }
}

fn days(old: &Plan, new: &Plan, meant: &[Option<usize>]) -> Vec<DayChange> {
    let change = |day: &Day| {
        let Some(at) = old.days.iter().position(|before| before.id == day.id) else {
            return Some(DayChange::Added(day.date));
        };
        let (from, label) = (old.days[at].date, &old.days[at].label);
        if *label != day.label {
            return Some(DayChange::Renamed(label.clone(), day.label.clone()));
        }
        if from != day.date {
            return Some(DayChange::Moved { from, to: day.date });
        }
        (!meant.contains(&Some(at))).then_some(DayChange::Untouched(from))
    };
    new.days.iter().filter_map(change).collect()
}

fn span(slot: &Slot) -> Span {
    Span {
        starts: slot.starts,
        ends: slot.ends,
    }
}

fn kept(date: NaiveDate, slot: &Slot, references: &References) -> RowChange {
    RowChange {
        date,
        slot: slot.id.clone(),
        span: span(slot),
        title: slot.activity.title.clone(),
        changes: Vec::new(),
        notes: references.notes_of_slot(&slot.id),
        was_fixed: slot.fixed,
    }
}

fn row(old: &Plan, names: &Plan, day: &Day, slot: &Slot, references: &References) -> RowChange {
    let before = old.slot(&slot.id);
    let former = old.former.iter().find(|former| former.id == slot.id);
    let changes = match (before, former) {
        (Some((was_on, was)), _) => row_changes(names, was_on, was, day, slot),
        (None, Some(_)) => vec![Change::Back],
        (None, None) => vec![Change::Added],
    };
    RowChange {
        changes,
        was_fixed: before.is_some_and(|(_, was)| was.fixed),
        ..kept(day.date, slot, references)
    }
}

fn row_changes(names: &Plan, was_on: &Day, was: &Slot, day: &Day, slot: &Slot) -> Vec<Change> {
    let mut changes = Vec::new();
    if span(was) != span(slot) || was_on.id != day.id {
        changes.push(Change::Retimed(span(was)));
    }
    if was.activity.title != slot.activity.title {
        changes.push(Change::Renamed(was.activity.title.clone()));
    }
    if asked(was) != asked(slot) {
        changes.push(Change::Asked);
    }
    let (kind, now) = (was.activity.kind, slot.activity.kind);
    if kind != now {
        changes.push(Change::Kind(kind, now));
    }
    if was.remark != slot.remark {
        changes.push(Change::Remark(was.remark.clone()));
    }
    let (before, now) = (ways(names, was), ways(names, slot));
    if before != now {
        changes.push(Change::Ways(before, now));
    }
    changes
}

/// The questions of a row and of its groups.
fn asked(slot: &Slot) -> Vec<&Vec<Prompt>> {
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    own.chain([&slot.activity])
        .map(|activity| &activity.prompts)
        .collect()
}

/// The groups of a row and what they do, as "Group 1: Pupil voice".
fn ways(names: &Plan, slot: &Slot) -> Vec<String> {
    let tracks = slot.tracks.iter().map(|track| {
        let name = names.group(&track.group).map_or("", |group| group.name.as_str());
        match &track.activity {
            Some(activity) => format!(
                "{name}: {} ({})",
                activity.title,
                activity.kind.word().replace('_', " ")
            ),
            None => name.to_string(),
        }
    });
    tracks.collect()
}

/// Every visit of a plan with its row and track.
fn every_visit<'a>(slots: impl Iterator<Item = &'a Slot>) -> Vec<(&'a Slot, &'a Track, &'a Visit)> {
    let tracks = slots.flat_map(|slot| slot.tracks.iter().map(move |track| (slot, track)));
    let visits = tracks.flat_map(|(slot, track)| track.visits.iter().map(move |visit| (slot, track, visit)));
    visits.collect()
}

fn visits(old: &Plan, new: &Plan, references: &References) -> Vec<VisitChange> {
    let of_days = |plan| every_visit(rows(plan));
    let (before, after) = (of_days(old), of_days(new));
    let gone_before = every_visit(old.former.iter());
    let change = |slot: &Slot, track: &Track, visit: &Visit, changes| VisitChange {
        row: slot.activity.title.clone(),
        group: new
            .group(&track.group)
            .map_or_else(String::new, |group| group.name.clone()),
        visit: visit.id.clone(),
        class: visit.class.clone(),
        starts: visit.starts,
        changes,
        notes: references.notes_of_visit(&visit.id),
    };
    let mut all = Vec::new();
    for (slot, track, visit) in &after {
        let was = before.iter().find(|(_, _, was)| was.id == visit.id);
        let changes = match was {
            Some((_, _, was)) => visit_changes(was, visit),
            None if gone_before.iter().any(|(_, _, was)| was.id == visit.id) => vec![Change::Back],
            None => vec![Change::Added],
        };
        if !changes.is_empty() {
            all.push(change(slot, track, visit, changes));
        }
    }
    for (slot, track, visit) in &before {
        if after.iter().all(|(_, _, now)| now.id != visit.id) {
            all.push(change(slot, track, visit, vec![Change::Removed]));
        }
    }
    all
}

fn rows(plan: &Plan) -> impl Iterator<Item = &Slot> {
    plan.days.iter().flat_map(|day| &day.slots)
}

fn visit_changes(was: &Visit, now: &Visit) -> Vec<Change> {
    let mut changes = Vec::new();
    if was.starts != now.starts {
        changes.push(Change::Retimed(Span {
            starts: was.starts,
            ends: None,
        }));
    }
    if was.class != now.class {
        changes.push(Change::Renamed(was.class.clone()));
    }
    changes
}
