//! What new times of one row do to other rows, to be said: a fixed point that moves, a row that gets shorter.

use chrono::NaiveTime;

use crate::domain::{
    ids::SlotId,
    plan::{Day, Plan},
    plan_edit::{PlanEdit, RowEdit, span},
};

/// What becomes of the other rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CameOf {
    /// The fixed points that begin at another time.
    pub fixed: Vec<FixedMoved>,
    /// The rows that get shorter, though that was not asked of them.
    pub shorter: Vec<Shorter>,
}

/// A fixed point that begins at another time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedMoved {
    /// What the plan calls it.
    pub title: String,
    /// When it was to begin.
    pub from: NaiveTime,
    /// When it does.
    pub to: NaiveTime,
}

/// A row that gets shorter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shorter {
    /// What the plan calls it.
    pub title: String,
    /// The minutes that it keeps.
    pub keeps: i64,
    /// The minutes that it had.
    pub of: i64,
}

impl CameOf {
    /// What became of the rows of `before` that such an edit moves along; `None` if the edit moves none.
    pub(super) fn moving(edits: &[PlanEdit], before: &Plan, after: &Plan) -> Option<Self> {
        let asked = edits.iter().find_map(|edit| match edit {
            PlanEdit::Row(row, RowEdit::Lasts(_)) => Some(Some(row)),
            PlanEdit::Row(_, RowEdit::Shift { .. }) => Some(None),
            _ => None,
        })?;
        let mut came = Self::default();
        for day in &before.days {
            let Some(now) = after.days.iter().find(|now| now.id == day.id) else {
                continue;
            };
            for row in &day.slots {
                let (Some(was), Some(is)) = (times(day, &row.id), times(now, &row.id)) else {
                    continue;
                };
                if row.fixed && was.0 != is.0 {
                    came.fixed.push(FixedMoved {
                        title: row.activity.title.clone(),
                        from: was.0,
                        to: is.0,
                    });
                }
                let minutes = |(starts, ends): (NaiveTime, NaiveTime)| ends.signed_duration_since(starts);
                let (of, keeps) = (minutes(was).num_minutes(), minutes(is).num_minutes());
                if keeps < of && asked != Some(&row.id) {
                    came.shorter.push(Shorter {
                        title: row.activity.title.clone(),
                        keeps,
                        of,
                    });
                }
            }
        }
        (came != Self::default()).then_some(came)
    }
}

fn times(day: &Day, row: &SlotId) -> Option<(NaiveTime, NaiveTime)> {
    span(day, day.slots.iter().position(|known| known.id == *row)?)
}
