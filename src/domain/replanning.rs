//! Importing again: a later table becomes the timetable of a plan that is in use already.
//!
//! Notes hold on to the ids of rows, classes and questions. So what is still there keeps its id, however its time or
//! name changed; what is gone and has notes stays as "no longer in the plan". What the table says nothing of stays as
//! it is: questions, remarks, classes, whole days.

mod carrying;
mod difference;
mod matching;
mod new_ids;
mod on_the_day;
mod references;

use chrono::{NaiveDate, NaiveTime};

use super::{
    model::ReviewModel,
    plan::{Day, Plan, Slot},
    plan_edit::Fresh,
    read_timetable::{ReadDay, ReadTimetable},
    records::Records,
    taking_over::{self, ByHand, Doubt, FromModel, Known, Left, SaidOfReview},
};
pub use difference::{Change, DayChange, Difference, RowChange, Span, VisitChange};
pub use on_the_day::{Begun, OnTheDay, Stays};
use references::References;

/// A plan with the timetable of a later table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replanned {
    /// The plan; the one from before, to the letter, if nothing is different.
    pub plan: Plan,
    /// What is different.
    pub difference: Difference,
    /// What the table leaves open.
    pub doubts: Vec<Doubt>,
    /// What the rows that are new got from the review model.
    pub from_model: Vec<FromModel>,
    /// The table as it was taken over: what is shown of it is what the plan has.
    pub table: ReadTimetable,
    /// On a day that has begun: how the difference is recorded; the agreed plan stays, and `plan` is that of today.
    pub on_the_day: Option<OnTheDay>,
}

/// A day that has begun, with notes that hold on to its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Today's plan: the agreed one with the changes of the day.
    pub today: Plan,
    /// What of it has begun.
    pub begun: Begun,
}

/// Works out what a later table changes on a day that has begun: what can be recorded as changes of the day is different
/// in the plan, which is today's; the rest stays, and is said. `because` says why something does not take place.
#[must_use]
pub fn replan_running(
    running: &Running,
    model: Option<&ReviewModel>,
    table: &ReadTimetable,
    records: &Records,
    fresh: Fresh,
    because: &str,
) -> Replanned {
    let today = &running.today;
    let drawn = Drawn::of(today, model, table, &ByHand::default(), fresh);
    let lines = drawn.left.remarks.len() + drawn.left.aside.len() + drawn.agreed.len();
    let (plan, on_the_day) = on_the_day::recorded(today, &drawn.next, &running.begun, lines, because);
    let references = References::of(records);
    let difference = Difference::between(today, &plan, &drawn.meant, Left::default(), &references);
    let from_model = drawn.from_model.into_iter().map(|row| FromModel {
        remark: false,
        fixed: false,
        ..row
    });
    Replanned {
        plan,
        difference,
        doubts: drawn.doubts,
        from_model: from_model.filter(|row| row.questions > 0).collect(),
        table: drawn.table,
        on_the_day: Some(on_the_day),
    }
}

/// Gives `plan` the timetable of a later table. Owner, session, people, agreement and rules stay; text without a place
/// joins the remarks. `records` tell what is still needed of that which goes; `model` furnishes rows that are new.
/// Whatever is new gets an id with the letters of `fresh` in it, which nothing in the session ever had.
#[must_use]
pub fn replan(
    plan: &Plan,
    model: Option<&ReviewModel>,
    table: &ReadTimetable,
    by_hand: &ByHand,
    records: &Records,
    fresh: Fresh,
) -> Replanned {
    let Drawn {
        mut next,
        meant,
        left,
        agreed,
        doubts,
        from_model,
        table,
    } = Drawn::of(plan, model, table, by_hand, fresh);
    let references = References::of(records);
    next.former = references::former(plan, &next.days, &references);
    let difference = Difference {
        agreed: agreed.into_iter().map(|said| said.whole).collect(),
        ..Difference::between(plan, &next, &meant, left, &references)
    };
    if next != *plan {
        next.revision = plan.revision.saturating_add(1);
    }
    Replanned {
        plan: next,
        difference,
        doubts,
        from_model,
        table,
        on_the_day: None,
    }
}

/// A plan with the rows of a later table, before it is known what stays beside it.
struct Drawn {
    next: Plan,
    /// Which day of the plan each day of the table means.
    meant: Vec<Option<usize>>,
    left: Left,
    /// What the lines above the table say of the review, where the plan said nothing.
    agreed: Vec<SaidOfReview>,
    doubts: Vec<Doubt>,
    from_model: Vec<FromModel>,
    table: ReadTimetable,
}

impl Drawn {
    fn of(
        plan: &Plan,
        model: Option<&ReviewModel>,
        table: &ReadTimetable,
        by_hand: &ByHand,
        fresh: Fresh,
    ) -> Self {
        let meant = matching::days(&plan.days, &table.days, &by_hand.dates);
        let taken = taking_over::read_in(plan, model, table, &known(plan, &table.days, by_hand, &meant));
        let mut next = plan.clone();
        next.groups = taken.groups;
        let (agreed, unsaid) = taking_over::agree(&mut next, table);
        let mut left = taken.left;
        left.remarks.extend(unsaid);
        let left = taking_over::keep_left(&mut next, left);
        let mut from_model = Vec::new();
        let furnish = |mut slot: Slot| {
            let line = taken.lines.get(&slot.id).copied().unwrap_or(1);
            from_model.extend(model.and_then(|model| taking_over::furnish(&mut slot, model, line)));
            slot
        };
        next.days = days(plan, &table.days, taken.days, &meant, furnish);
        next.days.sort_by_key(|day| day.date);
        new_ids::give(plan, &mut next, fresh);
        let mut doubts = taken.doubts;
        doubts.extend(taking_over::doubts_of(&from_model));
        Self {
            next,
            meant,
            left,
            agreed,
            doubts,
            from_model,
            table: taken.table,
        }
    }
}

/// What is known of each day of the table: what was said by hand, else what the plan has.
fn known(plan: &Plan, read: &[ReadDay], by_hand: &ByHand, meant: &[Option<usize>]) -> Known {
    let mut known = Known::default();
    for (at, meant) in meant.iter().enumerate().take(read.len()) {
        let planned = meant.and_then(|day| plan.days.get(day));
        let said = by_hand.dates.get(at).copied();
        let date = said.or(planned.map(|day| day.date)).or(read[at].date);
        known
            .dates
            .push(date.unwrap_or_else(|| after(plan, &known.dates)));
        let begins = planned.and_then(|day| beginning(day, &read[at]));
        known.starts.push(by_hand.starts.get(at).copied().or(begins));
    }
    known
}

/// When a day begins in the plan: its first row, or the row that stands first in the table.
fn beginning(planned: &Day, read: &ReadDay) -> Option<NaiveTime> {
    let first = read.rows.first().map_or("", |row| row.title.as_str());
    let mut slots = planned.slots.iter();
    let same = slots.find(|slot| taking_over::same_words(&slot.activity.title, first));
    same.or(planned.slots.first()).map(|slot| slot.starts)
}

/// The working day after the last one that is known.
fn after(plan: &Plan, known: &[NaiveDate]) -> NaiveDate {
    let planned = plan.days.iter().map(|day| day.date);
    let last = planned.chain(known.iter().copied()).max().unwrap_or_default();
    super::drawing_up::dates(last, &[]).nth(1).unwrap_or(last)
}

/// The days of the plan with the rows of the table, and the days that only the table has; rows that are new are
/// furnished.
fn days(
    plan: &Plan,
    read: &[ReadDay],
    taken: Vec<Day>,
    meant: &[Option<usize>],
    mut furnish: impl FnMut(Slot) -> Slot,
) -> Vec<Day> {
    let pairs = matching::rows(plan, &taken, meant);
    let mut days = plan.days.clone();
    for (at, mut day) in taken.into_iter().enumerate() {
        let slots = std::mem::take(&mut day.slots);
        let starts: Vec<NaiveTime> = slots.iter().map(|slot| slot.starts).collect();
        let rows = slots.into_iter().zip(&pairs[at]).enumerate();
        let mut slots: Vec<Slot> = rows
            .map(|(row, (slot, before))| {
                let Some(before) = before else {
                    return furnish(slot);
                };
                let before = carrying::Before {
                    row: before,
                    former: plan.former.iter().find(|former| former.id == before.id),
                    followed: plan.slot(&before.id).and_then(|(day, row)| {
                        let later = day.slots.iter().map(|slot| slot.starts);
                        later.filter(|starts| *starts > row.starts).min()
                    }),
                };
                carrying::carry(&before, slot, starts.get(row + 1).copied())
            })
            .collect();
        slots.sort_by_key(|slot| slot.starts);
        match meant[at].and_then(|day| days.get_mut(day)) {
            Some(planned) => {
                planned.date = day.date;
                if !read[at].label.trim().is_empty() {
                    planned.label = day.label;
                }
                planned.slots = slots;
            }
            None => days.push(Day { slots, ..day }),
        }
    }
    days
}

#[cfg(test)]
mod tests;
