//! The list of sessions, narrowed by typing, with what can be begun here as its last rows.

use std::{cmp::Reverse, path::Path};

use super::{Counted, Found, Listed, NextDue, SessionState, Waiting};
use crate::{
    app::PAGE,
    domain::{
        kept::ToRemove,
        search::{Fit, Query, folded},
    },
};

/// The most characters that are searched for: more than any session has.
const LONGEST_SEARCH: usize = 256;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The session at this place among them.
    Session(usize),
    /// The worked example.
    Demo,
    /// A plan or a folder somewhere else.
    ByPath,
    /// A new plan.
    NewPlan,
    /// A timetable that was mailed.
    Table,
}

/// What can be begun here, with the words by which it is found.
const BEGINNINGS: [(Row, &str); 4] = [
    (Row::Demo, "demo try the worked example rehearsal"),
    (
        Row::ByPath,
        "open or join by path a plan.ron that was mailed, a shared folder",
    ),
    (Row::NewPlan, "new plan from a review model"),
    (
        Row::Table,
        "bring in imported a timetable table from a mail or from word",
    ),
];

/// The list as it is on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    /// The sessions, in the order of the list.
    pub sessions: Vec<Listed>,
    /// Whether a new plan is being made, to be seen as soon as its session is open.
    pub plan_begun: bool,
    /// Whether the user's own bank holidays can't be used.
    pub holidays_broken: bool,
    query: String,
    /// The rows that match what is typed.
    rows: Vec<Row>,
    chosen: usize,
}

impl Home {
    /// The list with nothing typed, and its first row chosen.
    #[must_use]
    pub fn with(found: Found) -> Self {
        let mut home = Self {
            sessions: found.sessions,
            holidays_broken: found.holidays_broken,
            ..Self::default()
        };
        home.narrow();
        home
    }

    /// What is typed to narrow the list.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The rows that match what is typed: sessions, rehearsals behind them, then what can be begun.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The position of the chosen row among them.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The chosen row; none where nothing matches.
    #[must_use]
    pub fn chosen_row(&self) -> Option<Row> {
        self.rows.get(self.chosen).copied()
    }

    /// The chosen session.
    #[must_use]
    pub fn chosen_session(&self) -> Option<&Listed> {
        match self.chosen_row()? {
            Row::Session(at) => self.sessions.get(at),
            _ => None,
        }
    }

    /// What is due next for the chosen session.
    #[must_use]
    pub fn next_due(&self) -> Option<&NextDue> {
        self.chosen_session()?.next.as_ref()
    }

    /// Chooses the session in this folder, if it is in the list.
    pub fn choose(&mut self, folder: &Path) {
        let is_meant = |row: &Row| match row {
            Row::Session(at) => self
                .sessions
                .get(*at)
                .is_some_and(|listed| listed.folder == folder),
            _ => false,
        };
        self.chosen = self.rows.iter().position(is_meant).unwrap_or(self.chosen);
    }

    /// The sessions of which what is kept is to be removed, or soon is.
    pub fn to_remove(&self) -> impl Iterator<Item = (&Listed, ToRemove)> {
        let sessions = self.sessions.iter();
        sessions.filter_map(|listed| Some((listed, listed.to_remove?)))
    }

    /// The sessions in which something waits that was typed and is no note yet.
    pub fn waiting(&self) -> impl Iterator<Item = (&Listed, Waiting)> {
        let sessions = self.sessions.iter();
        sessions.filter_map(|listed| Some((listed, listed.waits?)))
    }

    /// How many of the rows are sessions.
    #[must_use]
    pub fn sessions_found(&self) -> usize {
        let is_session = |row: &&Row| matches!(row, Row::Session(_));
        self.rows.iter().filter(is_session).count()
    }

    /// Narrows the list by one more character.
    pub fn type_char(&mut self, typed: char) {
        if !typed.is_control() && self.query.chars().count() < LONGEST_SEARCH {
            self.query.push(typed);
            self.narrow();
        }
    }

    /// The same with what was pasted, its lines joined by spaces.
    pub fn paste(&mut self, pasted: &str) {
        let joined = pasted.split_whitespace().collect::<Vec<_>>().join(" ");
        let room = LONGEST_SEARCH.saturating_sub(self.query.chars().count());
        let typed = joined.chars().filter(|typed| !typed.is_control());
        self.query.extend(typed.take(room));
        self.narrow();
    }

    /// Takes back the last character.
    pub fn backspace(&mut self) {
        self.query.pop();
        self.narrow();
    }

    /// Takes back everything typed; the chosen session stays chosen.
    pub fn empty(&mut self) {
        let chosen = self.chosen_row();
        self.query.clear();
        self.narrow();
        let stays = self.rows.iter().position(|row| Some(*row) == chosen);
        self.chosen = stays.unwrap_or_default();
    }

    /// Chooses the row at this position; whether it was chosen already.
    pub(in crate::app) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.chosen == nth;
        self.chosen = nth.min(self.last());
        was_chosen
    }

    /// Moves the choice by so many rows.
    pub(super) fn step(&mut self, by: isize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(self.last());
    }

    /// The same by so many pages.
    pub(super) fn page(&mut self, by: isize) {
        self.step(by.saturating_mul(isize::try_from(PAGE).unwrap_or(1)));
    }

    /// Chooses the first row, or the last one.
    pub(super) fn go_to_end(&mut self, last: bool) {
        self.chosen = if last { self.last() } else { 0 };
    }

    /// The notes of the session in this folder were counted.
    pub(super) fn counted(&mut self, folder: &Path, counted: Counted) {
        if let Some(listed) = self.sessions.iter_mut().find(|listed| listed.folder == folder) {
            listed.counted = Some(counted);
        }
    }

    fn last(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// Among sessions that fit alike the list keeps its order.
    fn narrow(&mut self) {
        let query = Query::new(&self.query);
        let mut rows = self.matching(&query);
        if rows.is_empty() {
            rows = self.matching(&query.forgiving());
        }
        if rows.is_empty() {
            rows = self.scattered();
        }
        self.rows = rows;
        self.chosen = 0;
    }

    /// Sessions that have the letters at least, in that order, in whatever words.
    fn scattered(&self) -> Vec<Row> {
        let query = Query::new(&self.query);
        let sessions = self.sessions.iter().enumerate();
        let sessions = sessions.filter_map(|(at, listed)| {
            let rank = query.rank(&folded(&format!("{} {}", listed.school, listed.title)))?;
            Some((Reverse(rank), Row::Session(at)))
        });
        let mut sessions: Vec<_> = sessions.collect();
        sessions.sort_by_key(|(rank, _)| *rank);
        let mut rows: Vec<Row> = sessions.into_iter().map(|(_, row)| row).collect();
        if !rows.is_empty() {
            rows.extend(BEGINNINGS.iter().map(|(row, _)| *row));
        }
        rows
    }

    /// What can be begun here stands behind what matches, whether it matches too or not; where nothing does there is no row,
    /// so that Enter begins nothing that was not meant.
    fn matching(&self, query: &Query) -> Vec<Row> {
        let sessions = self.sessions.iter().enumerate();
        let sessions = sessions.filter_map(|(at, listed)| Some((order(listed, query)?, Row::Session(at))));
        let mut sessions: Vec<_> = sessions.collect();
        sessions.sort_by_key(|(order, _)| *order);
        let fits = |(_, words): &(Row, &str)| query.fit(&folded(words)).is_some();
        let (found, others): (Vec<_>, Vec<_>) = BEGINNINGS.into_iter().partition(fits);
        let found = found.into_iter().map(|(row, _)| row);
        let mut rows: Vec<Row> = sessions.into_iter().map(|(_, row)| row).chain(found).collect();
        if !rows.is_empty() {
            rows.extend(others.into_iter().map(|(row, _)| row));
        }
        rows
    }
}

/// Where a session stands that matches: rehearsals behind the others, and before those that are found by a date or a
/// person what has all that is typed in its name.
fn order(listed: &Listed, query: &Query) -> Option<(bool, bool, bool)> {
    let fit = query.fit(&folded(&searched(listed)))?;
    let named = query.fit(&folded(&format!("{} {}", listed.school, listed.title)));
    let is_rehearsal = matches!(listed.state, SessionState::Rehearsal(_));
    Some((is_rehearsal, named != Some(Fit::Plainly), fit != Fit::Plainly))
}

/// The words by which a session is found.
fn searched(listed: &Listed) -> String {
    let state = match listed.state {
        SessionState::Planned => "planned",
        SessionState::Today => "today",
        SessionState::InProgress => "today in progress",
        SessionState::Afterwards => "afterwards over",
        SessionState::Rehearsal(_) => "rehearsal",
        SessionState::Unreadable { .. } => "broken can't be read",
    };
    let date = listed.begins.map_or_else(String::new, |begins| {
        begins.moment().format("%-d %B %Y %Y-%m-%d").to_string()
    });
    let folder = listed.folder.file_name().unwrap_or_default().to_string_lossy();
    let me = listed.me.as_deref().unwrap_or_default();
    let (school, title, model) = (&listed.school, &listed.title, &listed.model);
    format!("{school} {title} {date} {state} {me} {model} {folder}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(school: &str, state: SessionState) -> Listed {
        let folder = format!("/sessions/{}", school.to_lowercase().replace(' ', "-"));
        Listed {
            title: "half-day peer review".into(),
            ..Listed::new(folder.into(), school.into(), state)
        }
    }

    fn home() -> Home {
        Home::with(Found {
            sessions: vec![
                listed("Elm Park School", SessionState::Today),
                listed("St Mary\u{2019}s", SessionState::Planned),
                listed("Oakfield Primary", SessionState::Afterwards),
                listed("Oakfield Primary rehearsed", SessionState::Rehearsal(None)),
            ],
            holidays_broken: false,
        })
    }

    fn typed(query: &str) -> Vec<Row> {
        let mut home = home();
        query.chars().for_each(|typed| home.type_char(typed));
        home.rows().to_vec()
    }

    #[test]
    fn typing_finds_schools_states_and_what_can_be_begun() {
        assert_eq!(typed("").len(), 4 + BEGINNINGS.len());
        // What can be begun is never out of reach.
        let all = [Row::Demo, Row::ByPath, Row::NewPlan, Row::Table];
        let before_all = |found: &[Row]| [found, &all].concat();
        let oaks = [Row::Session(2), Row::Session(3)];
        assert_eq!(typed("oak"), before_all(&oaks));
        assert_eq!(typed("mary's"), before_all(&[Row::Session(1)]));
        assert_eq!(typed("today"), before_all(&[Row::Session(0)]));
        assert_eq!(
            typed("plan"),
            [Row::Session(1), Row::ByPath, Row::NewPlan, Row::Demo, Row::Table],
            "planned, and plans"
        );
        assert_eq!(typed("aokfield"), before_all(&oaks), "two letters swapped");
        assert_eq!(
            typed("elmpark"),
            before_all(&[Row::Session(0)]),
            "letters of several words"
        );
        assert_eq!(typed("demo"), all);
        assert_eq!(typed("zzz"), []);
    }

    #[test]
    fn what_is_typed_of_a_name_comes_before_what_is_found_elsewhere() {
        let mut by_date = listed("School 2", SessionState::Planned);
        by_date.folder = "/sessions/2027-01-19-school-2".into();
        let sessions = vec![by_date, listed("School 19", SessionState::Planned)];
        let mut home = Home::with(Found {
            sessions,
            holidays_broken: false,
        });
        "school 19".chars().for_each(|typed| home.type_char(typed));
        assert_eq!(home.rows()[..2], [Row::Session(1), Row::Session(0)]);
    }

    #[test]
    fn what_is_taken_back_keeps_the_chosen_session() {
        let mut home = home();
        "oak".chars().for_each(|typed| home.type_char(typed));
        home.step(1);
        home.empty();
        assert_eq!(home.chosen_row(), Some(Row::Session(3)));
        home.step(100);
        assert_eq!(home.chosen_row(), Some(Row::Table));
        home.go_to_end(false);
        home.page(-1);
        assert_eq!(home.chosen_row(), Some(Row::Session(0)));
    }

    #[test]
    fn a_count_belongs_to_its_folder() {
        let mut home = home();
        let counted = Counted {
            notes: 12,
            mine: 5,
            unsound: 0,
        };
        home.counted(Path::new("/sessions/elm-park-school"), counted);
        home.counted(Path::new("/sessions/gone"), Counted::default());
        assert_eq!(home.sessions[0].counted, Some(counted));
        assert!(home.sessions[1..].iter().all(|listed| listed.counted.is_none()));
    }
}
