//! The page on which the groups see each other's notes side by side: "What do we know?".

mod acting;
mod aloud;

pub use aloud::{Aloud, Idea};

use super::{day::Day, plan_page::PageReply};
use crate::domain::{
    compared::{About, Compared, Head, Matter, Side},
    ids::RecordId,
};

/// What can be asked for on the page of what the groups know, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComparedAction {
    /// Opens the page.
    Open,
    /// By question, or by class.
    View,
    /// The notes of one group after the other alone, then of all.
    Group,
    /// Reads aloud, or no longer.
    Aloud,
    /// Goes to the page of the findings with the notes of what is chosen.
    Finding,
    /// Goes to the question or class before.
    Before,
    /// Goes to the question or class after.
    After,
    /// Goes to the first line.
    First,
    /// Goes to the last line.
    Last,
}

/// By what the notes are put beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// By question, and there by class.
    #[default]
    Questions,
    /// By class, and there by question.
    Classes,
}

/// A line of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A head, with how many stand under it.
    Head(Head, usize),
    /// A question, class or activity, by its position in the view.
    Matter(usize),
}

/// A row of notes beside each other, or what stands above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// What a part is about, by its position in its matter.
    Part(usize),
    /// The notes of a part that stand at this position in each column.
    Notes(usize, usize),
}

/// What the groups noted, side by side.
#[derive(Debug, Clone)]
pub struct ComparedPage {
    compared: Compared,
    view: View,
    /// Whose notes alone are shown.
    only: Option<Side>,
    /// What is chosen in each of the two views, and where it was last, for when it goes elsewhere.
    chosen: [Option<About>; 2],
    nth: usize,
    lines: Vec<Line>,
    /// How far the notes of the chosen one are scrolled, if they have the whole page.
    opened: Option<usize>,
    aloud: Option<Aloud>,
}

impl ComparedPage {
    /// The page as it is first seen.
    #[must_use]
    pub fn of(day: &Day) -> Self {
        let mut page = Self {
            compared: Compared::default(),
            view: View::default(),
            only: None,
            chosen: [None, None],
            nth: 0,
            lines: Vec::new(),
            opened: None,
            aloud: None,
        };
        page.look(day);
        page
    }

    /// Works out anew what can be seen; what was chosen stays chosen wherever it stands now.
    pub(super) fn look(&mut self, day: &Day) {
        self.compared = Compared::of(&day.plan, &day.records);
        if self.only_column().is_none() {
            self.only = None;
        }
        self.list();
        if let Some(read) = self.aloud.take() {
            let mut aloud = Aloud::of(day, self);
            aloud.scroll(isize::try_from(read.first()).unwrap_or(0));
            self.aloud = Some(aloud);
        }
    }

    /// Lists what there is, and keeps what was chosen, or else chooses what stands at its place.
    fn list(&mut self) {
        self.lines = lines(self.matters(), self.only_column());
        let chosen = self.position();
        let is_matter = |line: &Line| matches!(line, Line::Matter(_));
        let near = || {
            let after = self.lines.iter().skip(self.nth).position(is_matter);
            let after = after.map(|at| self.nth + at);
            after.or_else(|| self.lines.iter().rposition(is_matter))
        };
        match chosen.or_else(near) {
            Some(at) => self.choose(at),
            None => *self.chosen_mut() = None,
        }
    }

    fn chosen_mut(&mut self) -> &mut Option<About> {
        &mut self.chosen[self.view as usize]
    }

    /// Chooses the line at this position, if it can be chosen.
    fn choose(&mut self, at: usize) {
        if let Some(Line::Matter(matter)) = self.lines.get(at).copied()
            && let Some(about) = self.matters().get(matter).map(|matter| matter.about.clone())
        {
            *self.chosen_mut() = Some(about);
            self.nth = at;
        }
    }

    /// The position of what is chosen among the lines.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        let chosen = self.chosen[self.view as usize].as_ref()?;
        let matters = self.matters();
        let is_chosen = |line: &Line| match line {
            Line::Matter(at) => matters.get(*at).is_some_and(|matter| matter.about == *chosen),
            Line::Head(..) => false,
        };
        // It is where it was, but for the moment in which something came in.
        if self.lines.get(self.nth).is_some_and(is_chosen) {
            return Some(self.nth);
        }
        self.lines.iter().position(is_chosen)
    }

    /// What is chosen.
    #[must_use]
    pub fn matter(&self) -> Option<&Matter> {
        match self.lines.get(self.position()?)? {
            Line::Matter(at) => self.matters().get(*at),
            Line::Head(..) => None,
        }
    }

    /// What everybody noted.
    #[must_use]
    pub fn compared(&self) -> &Compared {
        &self.compared
    }

    /// By what the notes are put beside each other.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The questions or classes of the view, in the order of the plan.
    #[must_use]
    pub fn matters(&self) -> &[Matter] {
        match self.view {
            View::Questions => &self.compared.by_question,
            View::Classes => &self.compared.by_class,
        }
    }

    /// The lines of the page.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The column whose notes alone are shown, by its position.
    #[must_use]
    pub fn only_column(&self) -> Option<usize> {
        self.compared.column(self.only.as_ref()?)
    }

    /// How far the notes of the chosen one are scrolled, if they have the whole page.
    #[must_use]
    pub fn opened(&self) -> Option<usize> {
        self.opened
    }

    /// What is read aloud, if anything is.
    #[must_use]
    pub fn aloud(&self) -> Option<&Aloud> {
        self.aloud.as_ref()
    }

    /// The rows of the notes of the chosen one, from the first that is not scrolled out of sight.
    #[must_use]
    pub fn bands(&self) -> Vec<Band> {
        let only = self.only_column();
        let parts = self.matter().map_or(&[][..], |matter| &matter.parts);
        let mut bands = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let height = part.height(only);
            if height > 0 {
                bands.push(Band::Part(at));
                bands.extend((0..height).map(|nth| Band::Notes(at, nth)));
            }
        }
        bands
    }

    /// The notes of the chosen one that are shown.
    fn notes(&self) -> Vec<RecordId> {
        let only = self.only_column();
        let matter = self.matter();
        matter.map_or_else(Vec::new, |matter| matter.notes(only).collect())
    }
}

/// The lines under their heads: all of them, or those with notes in one column.
fn lines(matters: &[Matter], only: Option<usize>) -> Vec<Line> {
    let is_shown = |matter: &Matter| {
        let counts = only.map(|column| matter.counts.get(column));
        counts.is_none_or(|counts| counts.is_some_and(|counts| counts.total() > 0))
    };
    let mut lines = Vec::new();
    for head in Head::ALL {
        let under: Vec<Line> = matters
            .iter()
            .enumerate()
            .filter(|(_, matter)| matter.head() == head && is_shown(matter))
            .map(|(at, _)| Line::Matter(at))
            .collect();
        if !under.is_empty() {
            lines.push(Line::Head(head, under.len()));
            lines.extend(under);
        }
    }
    lines
}

impl PageReply {
    fn tell_compared(&mut self, notice: ComparedNotice) {
        self.notice = Some(super::notice::Notice::Compared(notice));
    }
}

/// What is said on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparedNotice {
    /// There are no notes to do that with.
    NoNotes,
    /// Nobody noted anything that could be read aloud.
    NothingToRead,
}
