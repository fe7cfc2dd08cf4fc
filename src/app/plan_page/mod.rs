//! The page on which a plan is looked at and changed: an outline with a cursor.

mod acting;
mod adding;
mod entering;
mod outline;
mod picking;
mod spot;
mod telling;
mod typed;

use std::collections::BTreeSet;

pub use entering::{Add, PlanEntry};
pub use outline::Line;
pub(super) use picking::question_sets;
pub use picking::{PlanChoice, PlanPick};
pub use spot::{Section, Spot};
pub use telling::PlanNotice;
pub(super) use typed::dates;
pub use typed::Wanted;

use super::{Overlay, day::Day, message::Effect, notice::Notice};
use crate::domain::{
    plan::{Plan, Slot},
    plan_edit::Listed,
};

/// The outline of the plan of the session on the screen, with a cursor.
#[derive(Debug, Clone)]
pub struct PlanPage {
    /// The line that the cursor is on.
    at: Spot,
    /// Where that line was last, for when it goes.
    nth: usize,
    /// The lines that are unfolded.
    open: BTreeSet<Spot>,
}

/// What a message to a page leads to.
#[derive(Debug, Default)]
pub struct PageReply {
    /// What is to be done.
    pub effects: Vec<Effect>,
    /// What is to be said.
    pub notice: Option<Notice>,
    /// What comes to lie on top.
    pub overlay: Option<Overlay>,
    /// Whether the page is left.
    pub leaves: bool,
}

impl PlanPage {
    /// The outline as it is first seen: the parts that one works on are open.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let sections = [Section::Review, Section::People, Section::Timetable, Section::Check];
        let mut open: BTreeSet<Spot> = sections.map(Spot::Section).into();
        open.extend([Spot::Enquiries, Spot::Groups, Spot::People, Spot::List(Listed::Remarks)]);
        open.extend(plan.days.iter().map(|day| Spot::Day(day.id.clone())));
        let first = plan.days.iter().find_map(|day| day.slots.first());
        let at = first.map_or(Spot::Section(Section::Review), |row| Spot::Row(row.id.clone()));
        Self { at, nth: 0, open }
    }

    /// Every line that can be seen now.
    #[must_use]
    pub fn lines(&self, plan: &Plan) -> Vec<Line> {
        outline::outline(plan, &self.open, 0)
    }

    /// The position of the cursor among `lines`.
    #[must_use]
    pub fn cursor(&self, lines: &[Line]) -> usize {
        let last = lines.len().saturating_sub(1);
        let found = lines.iter().position(|line| line.spot == self.at);
        found.unwrap_or_else(|| self.nth.min(last))
    }

    /// What the cursor is on.
    #[must_use]
    pub fn spot(&self, lines: &[Line]) -> Spot {
        let line = lines.get(self.cursor(lines));
        line.map_or_else(|| self.at.clone(), |line| line.spot.clone())
    }

    /// Puts the cursor on the line at a position.
    fn go(&mut self, lines: &[Line], nth: usize) {
        let nth = nth.min(lines.len().saturating_sub(1));
        if let Some(line) = lines.get(nth) {
            self.at = line.spot.clone();
            self.nth = nth;
        }
    }

    /// Puts the cursor on what is new since `before`, if anything is.
    fn go_to_new(&mut self, before: &[Line], plan: &Plan) {
        let after = self.lines(plan);
        let known: BTreeSet<&Spot> = before.iter().map(|line| &line.spot).collect();
        if let Some(nth) = after.iter().position(|line| !known.contains(&line.spot)) {
            self.go(&after, nth);
        }
    }
}

/// The row of the timetable with this id.
fn row_of<'p>(plan: &'p Plan, spot: &Spot) -> Option<&'p Slot> {
    Some(plan.slot(spot.row()?)?.1)
}
