//! A list to pick from, narrowed by typing: places, people, every action.

use std::{borrow::Cow, path::PathBuf};

use super::{
    Overlay,
    day::Mine,
    findings::{FindingsChoice, FindingsPick},
    message::Action,
    notice::Notice,
    placing::{PlacingChoice, PlacingPick},
    plan_page::{PlanChoice, PlanPick},
};
use crate::domain::{
    ids::{PersonId, RecordId, VisitId},
    route::PlaceId,
    search::{Folded, Query, Standing, folded},
};

/// The most characters that are searched for: more than any row has.
pub(super) const LONGEST_SEARCH: usize = 256;

/// What a likely row gains over another one that fits about as well: more than the places of two words in it can make
/// up for, and far less than a word that does not stand there.
const LIKELY: i64 = 1_000;

/// What a row of the list stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An action.
    Action(Action),
    /// An action of the running day, for which what lies over the day is left.
    OfDay(Action),
    /// A place of the day.
    Place(PlaceId),
    /// The notes that are at no row of the plan.
    GoneRows {
        /// How many there are.
        notes: usize,
        /// How many of them never had a place and wait for one.
        waiting: usize,
    },
    /// A person of the plan.
    Person(PersonId),
    /// The person of the plan whom a text names as its writer.
    NamedAuthor(PersonId),
    /// Something for the plan.
    Plan(PlanChoice),
    /// A review model, by its id.
    Model(String),
    /// A class that is visited.
    Visit(VisitId),
    /// The class where the group is now.
    VisitHere(VisitId),
    /// Something for the findings.
    Findings(FindingsChoice),
    /// A class that was said not to be seen.
    SeenAfterAll(VisitId),
    /// Why something may stand that the check found.
    Because(String),
    /// A reason of one's own, of which so much is typed.
    OwnReason(String),
    /// To the place of what the check found.
    GoThere,
    /// That it stands as it is, for a reason.
    AcceptIt,
    /// The session in this folder.
    Session(PathBuf),
    /// A review that is to be planned.
    NewReview,
    /// A note that somebody typed for whoever is here.
    TypedNote(RecordId),
    /// Something that was said.
    Said(Box<Notice>),
    /// Where notes of others belong, or which tag notes have.
    Placing(PlacingChoice),
    /// A folder, by its path.
    Folder(String),
    /// A folder that is to be typed.
    TypeFolder,
    /// Whether private notes go along.
    PrivateToo(bool),
}

/// What the list is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Every action.
    Palette,
    /// Where to go, or where the open line belongs.
    GoTo,
    /// Where these notes belong.
    MoveNotes(Vec<Mine>),
    /// Who is at this laptop, in the session in this folder.
    WhoAmI(PathBuf),
    /// Something for the plan.
    Plan(PlanPick),
    /// The review model of a new plan.
    NewPlan,
    /// Whose timetable a table is to be.
    TableInto,
    /// Whose words a text is.
    NotesOf,
    /// What changes places with this visit, of this class.
    SwapWith(VisitId, String),
    /// Which class was not seen.
    NotSeen,
    /// Something for the findings.
    Findings(FindingsPick),
    /// Why these things may stand, which the check found.
    Accept(Vec<RecordId>),
    /// What to do about something that other words alone don't mend.
    NotByWords,
    /// What the notes that are shown have in common.
    FilterNotes,
    /// Which note that was typed for whoever is here is struck.
    StrikeTyped,
    /// What was said lately; there is nothing to be picked.
    WhatWasSaid,
    /// Where notes of others belong, or which tag notes have.
    Placing(PlacingPick),
    /// The folder into which one's notes are saved while the first place takes nothing.
    Elsewhere,
    /// Whether so many private notes go into this folder too.
    PrivateToo(String, usize),
}

impl Purpose {
    /// What it was opened on, and what comes back when nothing is picked.
    pub(super) fn below(&self) -> Option<Overlay> {
        match self {
            Self::Accept(_) | Self::NotByWords => Some(Overlay::Check),
            Self::TableInto => Some(Overlay::BringingIn),
            Self::NotesOf => Some(Overlay::TakingIn),
            _ => None,
        }
    }
}

/// What would be left of a visit that begins at once, out of the time of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The class.
    pub class: String,
    /// The minutes it would have.
    pub keeps: i64,
    /// The minutes it is planned for.
    pub of: i64,
}

/// A row of the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it stands for.
    pub choice: Choice,
    /// Its words.
    pub words: String,
    /// What stands beside them.
    pub aside: String,
    /// Whether it would put two groups into one room, and can't be taken.
    pub barred: bool,
    /// When the class is seen on one's own way anyway, as the clock says it.
    pub seen_at: Option<String>,
    /// What would be left of a visit that begins at once.
    pub left: Option<LeftOver>,
    folded: Folded,
    /// Other words by which it is found, as they are typed.
    also: Cow<'static, str>,
    likely: bool,
}

impl Row {
    /// A row.
    #[must_use]
    pub fn new(choice: Choice, words: String, aside: String) -> Self {
        let folded = folded(&words);
        Self {
            choice,
            words,
            aside,
            barred: false,
            seen_at: None,
            left: None,
            folded,
            also: Cow::Borrowed(""),
            likely: false,
        }
    }

    /// The same row, found by other words too; they are not shown.
    #[must_use]
    pub fn also(self, also: impl Into<Cow<'static, str>>) -> Self {
        Self {
            also: also.into(),
            ..self
        }
    }

    /// How well what is typed fits the words, or else stands as it is in the other words.
    fn rank(&self, typed: &str, query: &Query) -> Option<i64> {
        let typed = typed.to_lowercase();
        let mut words = typed.split_whitespace();
        let stands = !self.also.is_empty() && words.all(|word| self.also.contains(word));
        let other = stands.then(|| query.rank(&folded(&self.also))).flatten();
        let rank = query.rank(&self.folded).max(other)?;
        Some(if self.likely { rank + LIKELY } else { rank })
    }

    /// The same row; a likely one comes before others that fit about as well.
    #[must_use]
    pub fn likely(self, likely: bool) -> Self {
        Self { likely, ..self }
    }

    /// The same row, of a class that is seen on one's own way anyway, at this time.
    #[must_use]
    pub fn seen_at(self, seen_at: Option<String>) -> Self {
        Self { seen_at, ..self }
    }

    /// The same row, with what would be left of a visit.
    #[must_use]
    pub fn leaving(self, left: Option<LeftOver>) -> Self {
        Self { left, ..self }
    }

    /// The same row, shown as one that can't be taken.
    #[must_use]
    pub fn barred(self, barred: bool) -> Self {
        Self { barred, ..self }
    }
}

/// A list, and what is typed to narrow it.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it is for.
    pub purpose: Purpose,
    rows: Vec<Row>,
    query: String,
    found: Vec<usize>,
    chosen: usize,
    /// Whether no row is chosen before a key or a letter says which.
    waits: bool,
    /// Whether what is typed was entered, though no row matches it.
    refused: bool,
    /// What it lies on, and what comes back after it.
    below: Option<Box<Overlay>>,
}

impl Picker {
    /// What it lies on.
    #[must_use]
    pub fn below(&self) -> Option<&Overlay> {
        self.below.as_deref()
    }

    /// The list of those who may be at this laptop, to open the session in `folder`.
    #[must_use]
    pub fn who_is_there(folder: PathBuf, people: Vec<(PersonId, String)>) -> Self {
        let row = |(id, name)| Row::new(Choice::Person(id), name, String::new());
        let rows = people.into_iter().map(row).collect();
        Self::new(Purpose::WhoAmI(folder), rows, 0)
    }

    /// A list of `rows` with the row `chosen` chosen.
    #[must_use]
    pub fn new(purpose: Purpose, rows: Vec<Row>, chosen: usize) -> Self {
        let found = (0..rows.len()).collect();
        Self {
            purpose,
            rows,
            query: String::new(),
            found,
            chosen,
            waits: false,
            refused: false,
            below: None,
        }
    }

    /// The same list on top of something else.
    #[must_use]
    pub fn over(self, below: Overlay) -> Self {
        Self {
            below: Some(Box::new(below)),
            ..self
        }
    }

    /// Takes what it lies on out from below it.
    pub(super) fn take_below(&mut self) -> Option<Overlay> {
        self.below.take().map(|below| *below)
    }

    /// A list of `rows` of which none is chosen before somebody says which: Enter alone answers nothing.
    #[must_use]
    pub fn unchosen(purpose: Purpose, rows: Vec<Row>) -> Self {
        Self {
            waits: true,
            ..Self::new(purpose, rows, 0)
        }
    }

    /// Whether a row is still to be chosen.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Whether the row at `at` of those found is the chosen one.
    #[must_use]
    pub fn is_chosen(&self, at: usize) -> bool {
        !self.waits && at == self.chosen
    }

    /// What is typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Whether what is typed was entered, though no row matches it: nothing was done.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    /// Enters what is typed where no row matches it, or nothing where a row is still to be chosen; `false` if nothing is
    /// typed and none is waited for.
    pub fn refuse(&mut self) -> bool {
        self.refused = self.waits || (self.found.is_empty() && !self.query.trim().is_empty());
        self.refused
    }

    /// The rows that match what is typed.
    #[must_use]
    pub fn found(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.found.iter().map(|&row| &self.rows[row])
    }

    /// The position of the chosen row among those found.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// What the chosen row stands for.
    #[must_use]
    pub fn choice(&self) -> Option<&Choice> {
        let chosen = self.found.get(self.chosen).filter(|_| !self.waits);
        chosen.map(|&row| &self.rows[row].choice)
    }

    /// Narrows the list by one more character.
    pub fn type_char(&mut self, typed: char) {
        self.query.push(typed);
        self.narrow();
    }

    /// Types what was pasted, its lines joined by spaces. A search that is longer than every row finds nothing more, so
    /// the rest of a book is left out.
    pub fn paste(&mut self, pasted: &str) {
        let one_line = pasted.split_whitespace().flat_map(|word| [" ", word]).skip(1);
        let typed = one_line.flat_map(str::chars).filter(|typed| !typed.is_control());
        let room = LONGEST_SEARCH.saturating_sub(self.query.chars().count());
        self.query.extend(typed.take(room));
        self.narrow();
    }

    /// Takes back everything typed.
    pub fn empty(&mut self) {
        self.query.clear();
        self.narrow();
    }

    /// Takes back the last character.
    pub fn backspace(&mut self) {
        self.query.pop();
        self.narrow();
    }

    /// Chooses the row at this position of those found; whether it was chosen already.
    pub fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.is_chosen(nth);
        if nth < self.found.len() {
            self.refused = false;
            self.waits = false;
            self.chosen = nth;
        }
        was_chosen
    }

    /// Moves the choice by so many rows.
    pub fn step(&mut self, by: isize) {
        self.refused = false;
        let last = self.found.len().saturating_sub(1);
        if std::mem::take(&mut self.waits) {
            self.chosen = if by > 0 { 0 } else { last };
            return;
        }
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// The actions that fit what is typed, with how well: words that stand there, and only where there are none the
    /// letters of one.
    fn actions_found(&self) -> Vec<(i64, usize)> {
        let query = Query::naming(&self.query);
        let standing = |row: &Row| query.standing(&row.folded, &folded(&row.also));
        let hits = self.rows.iter().enumerate();
        let mut hits: Vec<(Standing, usize)> =
            hits.filter_map(|(at, row)| Some((standing(row)?, at))).collect();
        if hits.iter().any(|(standing, _)| *standing > Standing::Scattered) {
            hits.retain(|(standing, _)| *standing > Standing::Scattered);
        }
        hits.into_iter()
            .map(|(standing, at)| (standing as i64, at))
            .collect()
    }

    fn narrow(&mut self) {
        let mut hits = if self.purpose == Purpose::Palette {
            self.actions_found()
        } else {
            self.rows_found()
        };
        // The sort is stable: among equals the list keeps its own order.
        if !self.query.trim().is_empty() {
            hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        self.found = hits.into_iter().map(|(_, at)| at).collect();
        self.chosen = 0;
        self.waits &= self.query.trim().is_empty();
        self.refused = false;
    }

    /// The rows that fit what is typed, with how well.
    fn rows_found(&self) -> Vec<(i64, usize)> {
        let query = Query::new(&self.query);
        let mut hits: Vec<(i64, usize)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(score) = row.rank(&self.query, &query) {
                hits.push((score, at));
            }
        }
        hits
    }
}
