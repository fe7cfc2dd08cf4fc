//! Coverage: which class was seen by whom, and on which question there is what.
//!
//! Nothing here is a rule that a note has to keep: a note counts where it was filed, whatever the plan says of it by
//! now, so that every note in a row of the plan is in exactly one cell.

mod counting;
pub(super) mod reviewed;
mod whereabouts;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    activity::ActivityKind,
    class_name::{classes, same_class},
    ids::{GroupId, PersonId, PromptId, SlotId, VisitId},
    note::Label,
    plan::{Plan, Year},
    records::Records,
    stamp::Stamp,
    tally::Counts,
};
use counting::Counting;
use reviewed::Reviewed;

/// The visits that were not made, and why.
type NotSeen = BTreeMap<VisitId, String>;

/// What `agreed` has become by the changes of the day, for all groups together, with what was not done still in it.
#[must_use]
pub fn whole_day(agreed: &Plan, records: &Records) -> Plan {
    Reviewed::of(agreed, records).plan
}

/// What the whole review covers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Every class that is visited, once, over all days and groups; in the order of the school's years.
    pub classes: Vec<Class>,
    /// The years of the school that no visit is planned to.
    pub unplanned_years: Vec<String>,
    /// The rows of the timetable with visits or with questions, in order of time. A row in which groups do different
    /// things is there once for each of them.
    pub rows: Vec<Row>,
    /// What was to be done in each row of the timetable, in order of time, and whether it was.
    pub activities: Vec<Undertaken>,
    /// How many notes stand in rows that the plan does not have any more.
    pub elsewhere: u32,
}

/// A class, as far as it was seen: in one row, or in the whole review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// The visits to it.
    pub visits: Vec<Visited>,
    /// The notes made in it.
    pub notes: Counts,
    /// Who saw or said what is noted.
    pub people: BTreeSet<PersonId>,
    /// The groups from which there are notes, from visits that took place.
    noted_by: BTreeSet<GroupId>,
}

/// One visit of a group to a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// The visit in the plan.
    pub visit: VisitId,
    /// Who makes it.
    pub group: GroupId,
    /// How it stands.
    pub state: VisitState,
}

/// How a visit stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitState {
    /// It has not begun.
    ToCome,
    /// The group is there.
    Now,
    /// It has notes or a tick, or somebody of the group said by a step that they were there.
    Seen,
    /// Its time is over, and nothing shows that the group was there.
    TimeOver,
    /// Its time is over, and the group never came there: it was late, or stepped over it.
    NotReached,
    /// It was recorded that the class was not seen, and why. Notes do not change that: they can say it too.
    NotSeen(String),
}

/// An activity of one row of the timetable, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undertaken {
    /// The row.
    pub slot: SlotId,
    /// What was to be done.
    pub title: String,
    /// Of what kind it is.
    pub kind: ActivityKind,
    /// How it stands.
    pub state: ActivityState,
    /// Whether there is a note or a tick from it.
    recorded: bool,
    /// The groups that do it.
    groups: Vec<GroupId>,
}

/// How an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityState {
    /// It has notes or a tick, or somebody said by a step that they came to it; of what the team says to each other it is
    /// enough that the clock led there.
    Done,
    /// A group is there now.
    Now,
    /// Its time is over, and nothing shows that anybody was there.
    TimeOver,
    /// Nobody has come there: it has not begun, or was stepped over.
    NotReached,
    /// It does not take place.
    Dropped,
}

/// What is done in one row of the timetable by those who do the same in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The position of its day in the plan.
    pub day: usize,
    /// The row.
    pub slot: SlotId,
    /// What is done.
    pub title: String,
    /// Of what kind it is.
    pub kind: ActivityKind,
    /// The classes visited in it, in the order of the school's years; none where nobody goes to classes.
    pub classes: Vec<Class>,
    /// Its questions in the order of the plan; then those that only notes know; last the notes on no question.
    pub questions: Vec<Question>,
    /// All its notes.
    pub notes: Counts,
    /// Whether it does not take place.
    pub dropped: bool,
}

/// What there is on one question of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question; `None` counts the notes that answer none.
    pub prompt: Option<Label<PromptId>>,
    /// Whether the plan has it in this row.
    pub planned: bool,
    /// What there is in each class of the row, in the order of its classes.
    pub cells: Vec<Cell>,
    /// What there is of no class.
    pub no_class: Cell,
    /// What there is in all of the row.
    pub notes: Counts,
}

/// What there is on one question in one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// The notes.
    pub notes: Counts,
    /// Whether somebody ticked the question there as asked.
    pub ticked: bool,
}

impl Coverage {
    /// The coverage of the plan as it was agreed by what is recorded until `now`, the changes of the day included.
    #[must_use]
    pub fn of(agreed: &Plan, records: &Records, now: Stamp) -> Self {
        let reviewed = Reviewed::of(agreed, records);
        let mut coverage = Counting::of(&reviewed.plan, &reviewed.not_seen).count(records);
        whereabouts::set_states(&mut coverage, &reviewed, records, now);
        for row in &mut coverage.rows {
            row.dropped = reviewed.dropped.contains(&row.slot);
        }
        coverage.sort(&agreed.host.years);
        coverage
    }

    fn sort(&mut self, years: &[Year]) {
        let rank = |class: &str| years.iter().position(|year| is_of_year(class, &year.name));
        let order = |class: &Class| rank(&class.name).unwrap_or(years.len());
        self.classes.sort_by_key(order);
        for row in &mut self.rows {
            let mut at: Vec<usize> = (0..row.classes.len()).collect();
            at.sort_by_key(|&at| order(&row.classes[at]));
            row.classes = at.iter().map(|&at| row.classes[at].clone()).collect();
            for question in &mut row.questions {
                question.cells = at.iter().map(|&at| question.cells[at]).collect();
            }
        }
    }

    /// The classes that nobody has seen or is still to see.
    pub fn seen_by_nobody(&self) -> impl Iterator<Item = &Class> {
        self.classes.iter().filter(|class| class.was_missed())
    }

    /// The visits whose time is over and from which there is nothing: nobody can say yet that they were made.
    pub fn over_without_notes(&self) -> impl Iterator<Item = (&Class, &Visited)> {
        self.classes.iter().flat_map(|class| {
            let over = class
                .visits
                .iter()
                .filter(|visited| visited.state == VisitState::TimeOver);
            over.map(move |visited| (class, visited))
        })
    }

    /// The classes for which there is only one pair of eyes: no more than one group has seen them or is to see them.
    pub fn seen_by_one_group(&self) -> impl Iterator<Item = (&Class, &GroupId)> {
        self.classes.iter().filter_map(|class| {
            let groups = class.groups();
            let only = groups.first().copied();
            only.filter(|_| groups.len() == 1).map(|group| (class, group))
        })
    }
}

impl Class {
    pub(in crate::domain) fn called(name: &str) -> Self {
        Self {
            name: name.to_string(),
            visits: Vec::new(),
            notes: Counts::default(),
            people: BTreeSet::new(),
            noted_by: BTreeSet::new(),
        }
    }

    /// The groups that have seen it or are to see it: those who have a visit that was not missed, and those who noted
    /// something there.
    #[must_use]
    pub fn groups(&self) -> BTreeSet<&GroupId> {
        let visits = self.visits.iter().filter(|visited| !visited.is_missed());
        visits
            .map(|visited| &visited.group)
            .chain(&self.noted_by)
            .collect()
    }

    /// Whether every visit to it was missed, and no other group noted anything there.
    #[must_use]
    pub fn was_missed(&self) -> bool {
        !self.visits.is_empty() && self.groups().is_empty()
    }

    /// Whether all that is known of it is still to come.
    #[must_use]
    pub fn is_to_come(&self) -> bool {
        let waits = |visited: &Visited| visited.is_missed() || visited.state == VisitState::ToCome;
        !self.was_missed() && self.notes.total() == 0 && self.visits.iter().all(waits)
    }
}

impl Visited {
    fn to_come(visit: &VisitId, group: &GroupId) -> Self {
        Self {
            visit: visit.clone(),
            group: group.clone(),
            state: VisitState::ToCome,
        }
    }

    fn is_missed(&self) -> bool {
        matches!(self.state, VisitState::NotSeen(_) | VisitState::NotReached)
    }
}

impl Row {
    /// The questions of the plan on which nothing was noted, with whether they were ticked as asked.
    pub fn without_notes(&self) -> impl Iterator<Item = (&Label<PromptId>, bool)> {
        let planned = self.questions.iter().filter(|question| question.planned);
        let bare = planned.filter(|question| question.notes.total() == 0);
        bare.filter_map(|question| Some((question.prompt.as_ref()?, question.is_ticked())))
    }

    /// Whether something in it is of no class, though others are.
    #[must_use]
    pub fn has_notes_without_class(&self) -> bool {
        let counted = |question: &Question| question.no_class != Cell::default();
        !self.classes.is_empty() && self.questions.iter().any(counted)
    }
}

impl Question {
    fn on(prompt: Option<Label<PromptId>>, planned: bool, classes: usize) -> Self {
        Self {
            prompt,
            planned,
            cells: vec![Cell::default(); classes],
            no_class: Cell::default(),
            notes: Counts::default(),
        }
    }

    /// What there is in the class at this position of the row's classes, or of no class.
    fn cell_mut(&mut self, class: Option<usize>) -> &mut Cell {
        match class.and_then(|class| self.cells.get_mut(class)) {
            Some(cell) => cell,
            None => &mut self.no_class,
        }
    }

    /// Whether somebody ticked it as asked.
    #[must_use]
    pub fn is_ticked(&self) -> bool {
        self.no_class.ticked || self.cells.iter().any(|cell| cell.ticked)
    }
}

/// The position of the class of this name, however it is written.
fn position_of_class(classes: &[Class], name: &str) -> Option<usize> {
    classes.iter().position(|class| same_class(&class.name, name))
}

/// Whether `class` is a class of `year`: "Year 4" and "Year 4 Oak" are of "Year 4", "Year 40" is not.
pub(super) fn is_of_year(class: &str, year: &str) -> bool {
    let years = classes(year);
    let is_in = |class: &str| {
        classes(class)
            .iter()
            .any(|class| years.iter().any(|year| year.may_be(class)))
    };
    is_in(class) || begins_with(class, year)
}

/// Whether `class` has the words of `year` and more, where these are no number: "Key Stage 1 Elm".
fn begins_with(class: &str, year: &str) -> bool {
    let (class, year) = (class.trim().to_lowercase(), year.trim().to_lowercase());
    class
        .strip_prefix(&year)
        .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}

#[cfg(test)]
mod tests;
