//! What the keys do on the page.

use super::{Aloud, ComparedNotice, ComparedPage, Line, View};
use crate::{
    app::{
        day::Day,
        message::{Action, ComparedAction},
        notice::Notice,
        plan_page::PageReply,
    },
    domain::ids::RecordId,
};

/// Lines that a page has, as far as keys are concerned.
const PAGE: isize = 10;

impl ComparedPage {
    /// What an action does on the page.
    pub(in crate::app) fn act(&mut self, day: &Day, action: Action) -> PageReply {
        let mut reply = PageReply::default();
        match action {
            Action::Close => self.close(&mut reply),
            Action::Save if day.saving.all_saved() => {
                reply.notice = Some(Notice::AllSaved(day.saving.saved_at));
            }
            Action::Save => reply.notice = Some(Notice::Saving),
            Action::Compared(ComparedAction::Aloud) if self.aloud.is_none() => {
                self.read_aloud(day, &mut reply);
            }
            action if self.aloud.is_some() => self.act_aloud(day, action),
            Action::Enter if self.opened.is_some() => self.opened = None,
            Action::Enter if self.notes().is_empty() => reply.tell_compared(ComparedNotice::NoNotes),
            Action::Enter => self.opened = Some(0),
            Action::Up => self.go(-1),
            Action::Down => self.go(1),
            Action::PageUp => self.go(-PAGE),
            Action::PageDown => self.go(PAGE),
            Action::Compared(action) => self.turn(action),
            _ => {}
        }
        reply
    }

    /// The notes of the chosen one, for the page of the findings; says so where there are none.
    pub(in crate::app) fn notes_for_finding(&self) -> Result<Vec<RecordId>, Notice> {
        let notes = self.notes();
        if notes.is_empty() {
            return Err(Notice::Compared(ComparedNotice::NoNotes));
        }
        Ok(notes)
    }

    fn turn(&mut self, action: ComparedAction) {
        match action {
            ComparedAction::First => self.go(isize::MIN / 2),
            ComparedAction::Last => self.go(isize::MAX / 2),
            ComparedAction::Before => self.step(-1),
            ComparedAction::After => self.step(1),
            ComparedAction::View => {
                self.view = match self.view {
                    View::Questions => View::Classes,
                    View::Classes => View::Questions,
                };
                self.opened = None;
                self.nth = 0;
                self.list();
            }
            ComparedAction::Group => {
                let next = self.only_column().map_or(0, |column| column + 1);
                let left = self.compared.columns.get(next);
                self.only = left.map(|column| column.side.clone());
                self.opened = self.opened.map(|_| 0);
                self.list();
            }
            ComparedAction::Open | ComparedAction::Aloud | ComparedAction::Finding => {}
        }
    }

    /// Up or down: among the lines, or among the notes that have the whole page.
    fn go(&mut self, by: isize) {
        let Some(first) = self.opened else {
            return self.step(by);
        };
        let last = self.bands().len().saturating_sub(1);
        self.opened = Some(first.saturating_add_signed(by).min(last));
    }

    /// Chooses the line at this position; whether it was chosen already.
    pub(in crate::app) fn point(&mut self, nth: usize) -> bool {
        let was_chosen = self.position() == Some(nth);
        self.choose(nth);
        was_chosen
    }

    /// Chooses a line so many lines away, heads left out.
    fn step(&mut self, by: isize) {
        let matters: Vec<usize> = self
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| matches!(line, Line::Matter(_)))
            .map(|(at, _)| at)
            .collect();
        let here = matters.iter().position(|at| *at == self.nth).unwrap_or(0);
        let there = here
            .saturating_add_signed(by)
            .min(matters.len().saturating_sub(1));
        if let Some(at) = matters.get(there) {
            self.choose(*at);
            self.opened = self.opened.map(|_| 0);
        }
    }

    /// Takes back step by step what narrows the page, and leaves it at last.
    fn close(&mut self, reply: &mut PageReply) {
        if self.aloud.is_some() {
            self.aloud = None;
        } else if self.opened.is_some() {
            self.opened = None;
        } else if self.only.is_some() {
            self.only = None;
            self.list();
        } else {
            reply.leaves = true;
        }
    }

    /// Begins to read aloud with the chosen one, or the first that has notes.
    fn read_aloud(&mut self, day: &Day, reply: &mut PageReply) {
        let is_bare = |page: &Self| page.matter().is_none_or(|matter| matter.parts.is_empty());
        if is_bare(self) {
            self.step(isize::MIN / 2);
        }
        if is_bare(self) {
            return reply.tell_compared(ComparedNotice::NothingToRead);
        }
        self.opened = None;
        self.aloud = Some(Aloud::of(day, self));
    }

    fn act_aloud(&mut self, day: &Day, action: Action) {
        match action {
            Action::Up => self.scroll_aloud(-1),
            Action::Down => self.scroll_aloud(1),
            Action::Compared(ComparedAction::Before) => self.step(-1),
            Action::Compared(ComparedAction::After) => self.step(1),
            Action::Compared(ComparedAction::First) => self.step(isize::MIN / 2),
            Action::Compared(ComparedAction::Aloud) => self.aloud = None,
            _ => {}
        }
        let changed = !matches!(action, Action::Up | Action::Down);
        if let Some(aloud) = self.aloud.take_if(|_| changed) {
            self.aloud = Some(aloud.turned(day, self));
        }
    }

    fn scroll_aloud(&mut self, by: isize) {
        if let Some(aloud) = &mut self.aloud {
            aloud.scroll(by);
        }
    }
}
