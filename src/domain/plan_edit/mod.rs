//! Changes of a plan while it is being made: one edit takes a plan to the next one, or is refused with its reason.
//!
//! Nothing is changed in place, so that undoing is having the plan from before. Ids of what an edit does not touch
//! stay as they are: notes hold on to them. New ids are never used twice, even after what had one is gone, since
//! somebody else's notes may still be on their way.

mod fresh;
mod further_visit;
mod people;
mod prompts;
mod recorded;
mod refusal;
mod review;
mod rows;
mod times;
mod tracks;
mod wording;

use chrono::NaiveDate;

pub use fresh::Fresh;
pub use further_visit::{CutShort, cut_short, further_visit};
pub use people::PeopleEdit;
pub use prompts::{PromptEdit, PromptsOf, few_words};
pub use recorded::{as_changes, come_to, scope_of_change, taken_out};
pub use refusal::Refusal;
pub use review::{EnquiryEdit, ListEdit, Listed, ReviewEdit};
pub use rows::{NewRow, RowEdit};
pub use times::{Reach, span};
pub use tracks::{TrackEdit, VisitEdit};

use super::{
    ids::{DayId, SlotId, TrackId, VisitId},
    plan::{Day, Plan},
};

/// One change of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEdit {
    /// What was agreed about the review as a whole.
    Review(ReviewEdit),
    /// Who takes part, and in which group.
    People(PeopleEdit),
    /// A day.
    Day(DayEdit),
    /// A new row.
    AddRow(NewRow),
    /// A row of the timetable.
    Row(SlotId, RowEdit),
    /// What one group does in a row.
    Track(SlotId, TrackId, TrackEdit),
    /// A class visited.
    Visit(VisitId, VisitEdit),
    /// Questions of a row, or of one group in it.
    Prompts(PromptsOf, PromptEdit),
}

/// A change of the days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayEdit {
    /// A further day without rows.
    Add {
        /// Its date.
        date: NaiveDate,
        /// Its name, such as "Day 2".
        label: String,
    },
    /// Another date.
    Date(DayId, NaiveDate),
    /// Another name; an only day needs none.
    Label(DayId, String),
    /// A day without rows goes.
    Remove(DayId),
}

/// To which side something is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the one before.
    Earlier,
    /// To the one after.
    Later,
}

impl Way {
    /// The position beside `at`, if there is one among `count`.
    fn beside(self, at: usize, count: usize) -> Option<usize> {
        match self {
            Self::Earlier => at.checked_sub(1),
            Self::Later => Some(at + 1).filter(|next| *next < count),
        }
    }
}

/// The plan after `edit`; new things get their ids from `fresh`.
///
/// # Errors
/// If what would come of it is no plan that a day can be run by; the plan stays as it was.
pub fn apply(plan: &Plan, edit: PlanEdit, fresh: Fresh) -> Result<Plan, Refusal> {
    let mut next = plan.clone();
    match edit {
        PlanEdit::Review(edit) => review::apply(&mut next, edit, fresh)?,
        PlanEdit::People(edit) => people::apply(&mut next, edit, fresh)?,
        PlanEdit::Day(edit) => change_day(&mut next, edit, fresh)?,
        PlanEdit::AddRow(row) => rows::add(&mut next, &row, fresh)?,
        PlanEdit::Row(row, edit) => rows::apply(&mut next, &row, edit, fresh)?,
        PlanEdit::Track(row, track, edit) => tracks::apply(&mut next, &row, &track, edit, fresh)?,
        PlanEdit::Visit(visit, edit) => tracks::apply_to_visit(&mut next, &visit, edit)?,
        PlanEdit::Prompts(of, edit) => prompts::apply(&mut next, &of, edit, fresh)?,
    }
    times::no_worse(plan, &next)?;
    Ok(next)
}

fn change_day(plan: &mut Plan, edit: DayEdit, fresh: Fresh) -> Result<(), Refusal> {
    match edit {
        DayEdit::Add { date, label } => {
            free_date(plan, date, None)?;
            plan.days.push(Day {
                id: DayId::new(fresh.id("day", plan)),
                label: wording::line(&label)?,
                date,
                slots: Vec::new(),
            });
        }
        DayEdit::Date(day, date) => {
            free_date(plan, date, Some(&day))?;
            day_mut(plan, &day)?.date = date;
        }
        DayEdit::Label(day, label) => day_mut(plan, &day)?.label = wording::line(&label)?,
        DayEdit::Remove(day) => {
            if !day_mut(plan, &day)?.slots.is_empty() {
                return Err(Refusal::DayHasRows);
            }
            if plan.days.len() == 1 {
                return Err(Refusal::OnlyDay);
            }
            plan.days.retain(|other| other.id != day);
        }
    }
    plan.days.sort_by_key(|day| day.date);
    Ok(())
}

fn free_date(plan: &Plan, date: NaiveDate, but: Option<&DayId>) -> Result<(), Refusal> {
    wording::year(date)?;
    let taken = |day: &Day| day.date == date && Some(&day.id) != but;
    if plan.days.iter().any(taken) {
        return Err(Refusal::DateTaken(date));
    }
    Ok(())
}

fn day_mut<'p>(plan: &'p mut Plan, id: &DayId) -> Result<&'p mut Day, Refusal> {
    plan.days
        .iter_mut()
        .find(|day| day.id == *id)
        .ok_or(Refusal::Gone)
}

/// The day of a row, and the row's position in it.
fn row_mut<'p>(plan: &'p mut Plan, id: &SlotId) -> Result<(&'p mut Day, usize), Refusal> {
    plan.days
        .iter_mut()
        .find_map(|day| {
            let at = day.slots.iter().position(|slot| slot.id == *id)?;
            Some((day, at))
        })
        .ok_or(Refusal::Gone)
}

#[cfg(test)]
mod tests;
