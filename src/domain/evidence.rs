//! Evidence by activity: how many notes of each kind there are from every row of the timetable.

use super::{note::Note, plan::Plan, record::Record, tally::Counts};

/// What there is from one row of the timetable, or from one of the activities that run side by side in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromRow {
    /// The day, by its position in the plan; `None` for a row that is no longer in it.
    pub day: Option<usize>,
    /// When the row begins as it was agreed; empty for a row that is no longer in the plan.
    pub starts: String,
    /// What is done.
    pub title: String,
    /// Its notes.
    pub notes: Counts,
}

/// The rows of the plan that have notes or are there to collect some, in their order; behind them what was noted in rows
/// that are no longer in the plan.
#[must_use]
pub fn by_row<'n>(plan: &Plan, notes: impl IntoIterator<Item = &'n Record<Note>>) -> Vec<FromRow> {
    let mut rows = planned(plan);
    for note in notes {
        let place = &note.body.place;
        let title = &place.activity.words;
        let of_slot = |row: &(Option<&str>, FromRow)| row.0 == Some(place.slot.id.as_str());
        let same = rows.iter().position(|row| of_slot(row) && row.1.title == *title);
        let only = || {
            Some(rows.iter().position(of_slot)?)
                .filter(|_| rows.iter().filter(|row| of_slot(row)).count() == 1)
        };
        let gone = || {
            rows.iter()
                .position(|row| row.0.is_none() && row.1.title == *title)
        };
        let at = same.or_else(only).or_else(gone).unwrap_or_else(|| {
            rows.push((None, FromRow::new(None, "", title)));
            rows.len() - 1
        });
        rows[at].1.notes.add(note.body.kind);
    }
    let rows = rows.into_iter().filter(|(slot, row)| {
        let collects = slot.is_some_and(|slot| collects(plan, slot));
        collects || row.notes.total() > 0
    });
    rows.map(|(_, row)| row).collect()
}

/// Every activity of the plan, with the row it is in.
fn planned(plan: &Plan) -> Vec<(Option<&str>, FromRow)> {
    let mut rows: Vec<(Option<&str>, FromRow)> = Vec::new();
    for (nth, day) in plan.days.iter().enumerate() {
        for slot in &day.slots {
            let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
            let whole = slot.tracks.len() < plan.groups.len().max(1)
                || slot.tracks.iter().any(|track| track.activity.is_none());
            for activity in whole.then_some(&slot.activity).into_iter().chain(own) {
                let slot_id = Some(slot.id.as_str());
                if !rows
                    .iter()
                    .any(|row| row.0 == slot_id && row.1.title == activity.title)
                {
                    let starts = slot.starts.format("%H:%M").to_string();
                    rows.push((slot_id, FromRow::new(Some(nth), &starts, &activity.title)));
                }
            }
        }
    }
    rows
}

/// Whether a row is there to collect evidence: it has questions or visits.
fn collects(plan: &Plan, slot: &str) -> bool {
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    slots.filter(|known| known.id.as_str() == slot).any(|slot| {
        let of_tracks = slot.tracks.iter().any(|track| {
            let asks = track
                .activity
                .as_ref()
                .is_some_and(|activity| !activity.prompts.is_empty());
            asks || !track.visits.is_empty()
        });
        of_tracks || !slot.activity.prompts.is_empty()
    })
}

impl FromRow {
    fn new(day: Option<usize>, starts: &str, title: &str) -> Self {
        Self {
            day,
            starts: starts.into(),
            title: title.into(),
            notes: Counts::default(),
        }
    }
}

#[cfg(test)]
mod tests;
