//! Whose eyes a note is from: the one rule by which notes are counted for groups, wherever that is shown.

use std::collections::BTreeSet;

use super::{Column, Side};
use crate::domain::{
    class_name::same_class,
    coverage::reviewed::Reviewed,
    ids::{GroupId, PersonId},
    note::Note,
    plan::Plan,
    record::Record,
    records::Records,
    tally::Counts,
};

/// Who goes with whom, and which group goes to which class, as the day went.
#[derive(Debug, Clone)]
pub struct Sides {
    groups: Vec<(GroupId, String)>,
    people: Vec<(PersonId, GroupId)>,
    visited: Vec<(GroupId, String)>,
}

impl Sides {
    /// As `agreed` has become by what is recorded.
    #[must_use]
    pub fn of(agreed: &Plan, records: &Records) -> Self {
        Self::in_plan(&Reviewed::of(agreed, records).plan)
    }

    /// As they are in the plan of the day as it went.
    pub(super) fn in_plan(plan: &Plan) -> Self {
        let tracks = plan.days.iter().flat_map(|day| &day.slots);
        let tracks = tracks.flat_map(|slot| &slot.tracks);
        let visited = tracks.flat_map(|track| {
            let visits = track.visits.iter();
            visits.map(|visit| (track.group.clone(), visit.class.clone()))
        });
        let people = plan.people.iter();
        let groups = plan.groups.iter();
        Self {
            groups: groups
                .map(|group| (group.id.clone(), group.name.clone()))
                .collect(),
            people: people
                .filter_map(|person| Some((person.id.clone(), person.group.clone()?)))
                .collect(),
            visited: visited.collect(),
        }
    }

    /// Whose eyes a note is from, and how they are called. What was typed for a colleague is from that colleague's group,
    /// not from the group of the laptop; what somebody without a group said, or of a class that their group never goes to, was
    /// heard by the group of the laptop.
    #[must_use]
    pub fn side_of(&self, note: &Note) -> (Side, String) {
        let own = self.people.iter().find(|(person, _)| *person == note.by.id);
        let own = own.and_then(|(_, group)| self.groups.iter().find(|(known, _)| known == group));
        let own = own.cloned();
        let way = note.place.track.as_ref();
        let way = way.map(|track| (track.id.clone(), track.words.clone()));
        let was_there = own
            .as_ref()
            .is_some_and(|(group, _)| self.goes_there(group, note));
        let group = if note.by.id == note.typed_by.id || !was_there {
            way.or(own)
        } else {
            own.or(way)
        };
        match group {
            Some((id, name)) => (Side::Group(id), name),
            None if self.groups.is_empty() => (Side::Person(note.by.id.clone()), note.by.words.clone()),
            None => (Side::NoGroup, String::new()),
        }
    }

    /// Whether a group is in the class of a note at any time of the review, or the note is of none.
    fn goes_there(&self, group: &GroupId, note: &Note) -> bool {
        let Some(class) = &note.place.visit else {
            return true;
        };
        let mut visited = self.visited.iter();
        visited.any(|(of, visited)| of == group && same_class(visited, &class.words))
    }
}

/// Everybody's notes, counted by whose eyes they are from.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    sides: Sides,
    pub(super) all: Vec<Column>,
}

impl Columns {
    /// The groups of the plan, with nothing counted yet.
    pub(super) fn of(sides: Sides) -> Self {
        let groups = sides.groups.clone();
        let mut columns = Self {
            sides,
            all: Vec::new(),
        };
        for (group, name) in groups {
            columns.at(Side::Group(group), &name);
        }
        columns
    }

    /// Counts a note that stands; the position of its column.
    pub(super) fn count(&mut self, note: &Record<Note>) -> usize {
        let (side, name) = self.sides.side_of(&note.body);
        let at = self.at(side, &name);
        let column = &mut self.all[at];
        column.notes += 1;
        column.counts.add(note.body.kind);
        column.last = column.last.max(Some(note.body.when));
        column.writers.insert(note.writer);
        at
    }

    /// Counts those notes that were struck out, where there is a column for them: nobody gets one by what they struck.
    pub(super) fn count_struck(&mut self, records: &Records) {
        for note in records.notes.all().filter(|note| note.deleted) {
            let (side, _) = self.sides.side_of(&note.body);
            if let Some(column) = self.all.iter_mut().find(|column| column.side == side) {
                column.struck += 1;
            }
        }
    }

    fn at(&mut self, side: Side, name: &str) -> usize {
        let known = self.all.iter().position(|column| column.side == side);
        known.unwrap_or_else(|| {
            self.all.push(Column {
                side,
                name: name.to_owned(),
                notes: 0,
                counts: Counts::default(),
                struck: 0,
                last: None,
                writers: BTreeSet::new(),
            });
            self.all.len() - 1
        })
    }
}
