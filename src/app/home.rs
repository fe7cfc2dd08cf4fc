//! The first screen: the sessions on this machine.

use std::path::{Path, PathBuf};

use super::message::{Action, Effect, ModelsFor};
use crate::domain::{
    deadline::{DueDate, DueState},
    kept::ToRemove,
    stamp::Stamp,
};

/// The sessions on this machine, as they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The sessions, in the order of the list.
    pub sessions: Vec<Listed>,
    /// Whether the user's own bank holidays can't be used.
    pub holidays_broken: bool,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its folder.
    pub folder: PathBuf,
    /// The host school, or the folder's name when the plan can't be read.
    pub school: String,
    /// The review in a few words.
    pub title: String,
    /// When its timetable begins.
    pub begins: Option<Stamp>,
    /// How it stands.
    pub state: SessionState,
    /// How many records files it has.
    pub writers: usize,
    /// What is to be thought of next, if its plan says of anything when it is due.
    pub next: Option<NextDue>,
    /// That what is kept of it here is to be removed, or soon is.
    pub to_remove: Option<ToRemove>,
}

/// The next thing that is due for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextDue {
    /// What, and when.
    pub due: DueDate,
    /// How it stands at the moment of the list.
    pub state: DueState,
}

/// How a session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Its day is to come.
    Planned,
    /// It is today.
    Today,
    /// Its day is over.
    Afterwards,
    /// It is a rehearsal, made then: of one review there may be several.
    Rehearsal(Option<Stamp>),
    /// Its plan can't be read, and why.
    Unreadable(String),
}

/// The list, with the demo, a new plan and a mailed timetable as its last rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    /// The sessions, in the order of the list.
    pub sessions: Vec<Listed>,
    /// The chosen row; past the sessions come the demo, a new plan and a mailed timetable.
    pub chosen: usize,
    /// Whether a new plan is being made, to be seen as soon as its session is open.
    pub plan_begun: bool,
    /// Whether the user's own bank holidays can't be used.
    pub holidays_broken: bool,
}

impl Home {
    /// The list with nothing chosen yet but its first row.
    #[must_use]
    pub fn with(found: Found) -> Self {
        Self {
            sessions: found.sessions,
            chosen: 0,
            plan_begun: false,
            holidays_broken: found.holidays_broken,
        }
    }

    /// What is due next for the chosen session.
    #[must_use]
    pub fn next_due(&self) -> Option<&NextDue> {
        self.sessions.get(self.chosen)?.next.as_ref()
    }

    /// The chosen session.
    #[must_use]
    pub fn chosen_session(&self) -> Option<&Listed> {
        self.sessions.get(self.chosen)
    }

    /// Chooses the session in this folder, if it is in the list.
    pub fn choose(&mut self, folder: &Path) {
        let found = self.sessions.iter().position(|listed| listed.folder == folder);
        self.chosen = found.unwrap_or(self.chosen);
    }

    /// The sessions of which what is kept is to be removed, or soon is.
    pub fn to_remove(&self) -> impl Iterator<Item = (&Listed, ToRemove)> {
        let sessions = self.sessions.iter();
        sessions.filter_map(|listed| Some((listed, listed.to_remove?)))
    }

    /// Whether the chosen row is the demo.
    #[must_use]
    pub fn demo_chosen(&self) -> bool {
        self.chosen == self.sessions.len()
    }

    /// Whether the chosen row is a new plan.
    #[must_use]
    pub fn new_plan_chosen(&self) -> bool {
        self.chosen == self.sessions.len() + 1
    }

    /// Whether the chosen row is a timetable that was mailed.
    #[must_use]
    pub fn table_chosen(&self) -> bool {
        self.chosen > self.sessions.len() + 1
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        let last = self.sessions.len() + 2;
        match action {
            Action::Up => self.chosen = self.chosen.saturating_sub(1),
            Action::Down => self.chosen = (self.chosen + 1).min(last),
            Action::PageUp => self.chosen = 0,
            Action::PageDown => self.chosen = last,
            Action::Demo => return vec![Effect::StartDemo],
            Action::Enter if self.demo_chosen() => return vec![Effect::StartDemo],
            Action::Enter if self.new_plan_chosen() => return vec![Effect::FindModels(ModelsFor::NewPlan)],
            Action::Enter => {
                let folder = self.sessions.get(self.chosen).map(|listed| listed.folder.clone());
                let open = |folder| Effect::Open { folder, person: None };
                return folder.map(open).into_iter().collect();
            }
            _ => {}
        }
        Vec::new()
    }
}
