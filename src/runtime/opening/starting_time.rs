//! Where the clock of a session starts.

use crate::{
    domain::{draft::Draft, plan::Plan, records::Records, stamp::Stamp},
    runtime::{clock::Clock, world::World},
};

impl World {
    /// The clock of a session: the one on the wall, or that of a rehearsal.
    pub(super) fn clock_for(
        &self,
        plan: &Plan,
        records: &Records,
        drafts: &[Draft],
        at: Option<Stamp>,
    ) -> Clock {
        if plan.is_rehearsal() {
            // Somebody else at this laptop: the day goes on, as it does on the wall.
            if at.is_none() && self.clock_of == Some(plan.session) {
                return self.clock.clone();
            }
            let starts = at
                .or_else(|| left_at(records, drafts))
                .or_else(|| before_first_row(plan));
            if let Some(starts) = starts {
                return Clock::rehearsal(plan.zone, starts, self.speed);
            }
        }
        Clock::wall(plan.zone).unwrap_or_else(|_out_of_range| self.clock.clone())
    }
}

/// A minute before the first row.
fn before_first_row(plan: &Plan) -> Option<Stamp> {
    Some(plan.begins()?.plus(chrono::TimeDelta::minutes(-1)))
}

/// The moment at which a rehearsal was left: that of the last thing written in it.
fn left_at(records: &Records, drafts: &[Draft]) -> Option<Stamp> {
    let notes = records.notes.all().map(|note| note.edited_at);
    let changes = records.changes.all().map(|change| change.edited_at);
    let ticks = records.asked.all().map(|tick| tick.edited_at);
    notes
        .chain(changes)
        .chain(ticks)
        .chain(drafts.iter().map(|draft| draft.begun))
        .max()
}
