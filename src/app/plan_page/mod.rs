//! The page on which a plan is looked at and changed: an outline with a cursor.

mod acting;
mod adding;
mod came_of;
mod coming_back;
mod entering;
mod going_there;
mod outline;
mod picking;
mod serving;
mod spot;
mod taking;
mod telling;
mod typed;

use std::collections::BTreeSet;

pub use adding::Added;
pub use came_of::{CameOf, FixedMoved, Shorter};
pub use entering::{Add, PlanEntry, words_of};
pub use outline::Line;
pub(super) use picking::question_sets;
pub use picking::{PlanChoice, PlanPick};
pub use serving::{Serves, serves};
pub use spot::{Section, Spot};
pub use telling::PlanNotice;
pub use typed::Wanted;
pub(super) use typed::dates;

use super::{Overlay, day::Day, message::Effect, notice::Notice};
use crate::domain::{
    bank_holidays::BankHolidays,
    deadline::{DueDate, due_dates},
    ids::SlotId,
    plan::{Plan, Slot},
    plan_check::{Remark, check},
    plan_edit::{Listed, PromptsOf},
    prompt::Prompt,
    stamp::Stamp,
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
    /// The lines that the last change unfolded: they are folded again if it is undone.
    opened: Vec<Spot>,
    holidays: BankHolidays,
    now: Stamp,
    remarks: Vec<Remark>,
    due: Vec<DueDate>,
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
    pub fn of(plan: &Plan, now: Stamp) -> Self {
        let sections = [
            Section::Review,
            Section::People,
            Section::Timetable,
            Section::Check,
        ];
        let mut open: BTreeSet<Spot> = sections.map(Spot::Section).into();
        open.extend([
            Spot::Enquiries,
            Spot::Groups,
            Spot::People,
            Spot::List(Listed::Remarks),
        ]);
        open.extend(plan.days.iter().map(|day| Spot::Day(day.id.clone())));
        let first = plan.days.iter().find_map(|day| day.slots.first());
        let at = first.map_or(Spot::Section(Section::Review), |row| Spot::Row(row.id.clone()));
        let mut page = Self {
            at,
            nth: 0,
            open,
            opened: Vec::new(),
            holidays: BankHolidays::default(),
            now,
            remarks: Vec::new(),
            due: Vec::new(),
        };
        page.look_over(plan, now);
        page
    }

    /// Puts the cursor on a row of the timetable.
    pub(super) fn start_at(&mut self, row: &SlotId) {
        self.at = Spot::Row(row.clone());
    }

    /// From now on these are no working days.
    pub(super) fn know_holidays(&mut self, holidays: BankHolidays, plan: &Plan, now: Stamp) {
        self.holidays = holidays;
        self.look_over(plan, now);
    }

    /// Checks the plan anew.
    fn look_over(&mut self, plan: &Plan, now: Stamp) {
        self.now = now;
        self.remarks = check(plan, &self.holidays, Some(now));
        self.due = due_dates(plan, &self.holidays);
    }

    /// What was found when the plan was last checked, the gravest first.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// What is due when, as the model of the plan asks.
    #[must_use]
    pub fn due(&self) -> &[DueDate] {
        &self.due
    }

    /// When the plan was last checked.
    #[must_use]
    pub fn now(&self) -> Stamp {
        self.now
    }

    /// The plan that the page shows.
    #[must_use]
    pub fn plan<'d>(&self, day: &'d Day) -> &'d Plan {
        day.plan_in_hand()
    }

    /// The row that a line belongs to.
    #[must_use]
    pub fn row_of<'p>(&self, plan: &'p Plan, spot: &Spot) -> Option<&'p Slot> {
        row_of(plan, spot)
    }

    /// The questions that `of` names.
    #[must_use]
    pub fn prompts_of<'p>(&self, plan: &'p Plan, of: &PromptsOf) -> &'p [Prompt] {
        picking::prompts_of(plan, of).unwrap_or_default()
    }

    /// Every line that can be seen now.
    #[must_use]
    pub fn lines(&self, plan: &Plan) -> Vec<Line> {
        outline::outline(plan, &|spot| self.open.contains(spot), self.remarks.len())
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

    /// Puts the cursor on the line at a position; whether it was there already.
    pub(super) fn point(&mut self, day: &Day, nth: usize) -> bool {
        let lines = self.lines(self.plan(day));
        let was_there = self.cursor(&lines) == nth;
        self.go(&lines, nth);
        was_there
    }

    /// Puts the cursor on what is new since `before`, if anything is.
    fn go_to_new(&mut self, before: &[Line], plan: &Plan) {
        let after = self.lines(plan);
        let known: BTreeSet<&Spot> = before.iter().map(|line| &line.spot).collect();
        let is_new = |line: &Line| {
            let follows = matches!(line.spot, Spot::Found(_) | Spot::Gone(_) | Spot::Section(_));
            !follows && !known.contains(&line.spot)
        };
        if let Some(nth) = after.iter().position(is_new) {
            self.go(&after, nth);
        }
    }
}

/// The row of the timetable with this id.
fn row_of<'p>(plan: &'p Plan, spot: &Spot) -> Option<&'p Slot> {
    Some(plan.slot(spot.row()?)?.1)
}
