//! The first screen: the sessions on this machine.

use std::path::PathBuf;

use super::message::{Action, Effect, ModelsFor};
use crate::domain::stamp::Stamp;

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
    /// It is a rehearsal.
    Rehearsal,
    /// Its plan can't be read, and why.
    Unreadable(String),
}

/// The list, with the demo and a new plan as its last rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    /// The sessions, in the order of the list.
    pub sessions: Vec<Listed>,
    /// The chosen row; one past the sessions is the demo, two past them a new plan.
    pub chosen: usize,
    /// Whether a new plan is being made, to be seen as soon as its session is open.
    pub plan_begun: bool,
}

impl Home {
    /// The list with nothing chosen yet but its first row.
    #[must_use]
    pub fn with(sessions: Vec<Listed>) -> Self {
        Self {
            sessions,
            chosen: 0,
            plan_begun: false,
        }
    }

    /// Whether the chosen row is the demo.
    #[must_use]
    pub fn demo_chosen(&self) -> bool {
        self.chosen == self.sessions.len()
    }

    /// Whether the chosen row is a new plan.
    #[must_use]
    pub fn new_plan_chosen(&self) -> bool {
        self.chosen > self.sessions.len()
    }

    /// What an action does here.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        let last = self.sessions.len() + 1;
        match action {
            Action::Up => self.chosen = self.chosen.saturating_sub(1),
            Action::Down => self.chosen = (self.chosen + 1).min(last),
            Action::PageUp => self.chosen = 0,
            Action::PageDown => self.chosen = last,
            Action::Demo => return vec![Effect::StartDemo],
            Action::Enter if self.demo_chosen() => return vec![Effect::StartDemo],
            Action::Enter if self.new_plan_chosen() => return vec![Effect::FindModels(ModelsFor::NewPlan)],
            Action::Enter => {
                let folder = self.sessions[self.chosen].folder.clone();
                return vec![Effect::Open { folder, person: None }];
            }
            _ => {}
        }
        Vec::new()
    }
}
