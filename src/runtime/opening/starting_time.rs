//! Where the clock of a session starts.

use crate::{
    domain::{
        draft::Draft,
        ids::WriterId,
        plan::Plan,
        record::{Record, Shelf},
        records::Records,
        stamp::Stamp,
    },
    runtime::{clock::Clock, world::World},
    storage::{catalogue, files::header::Header},
};

impl World {
    /// The clock of a session: the one on the wall, or that of a rehearsal.
    pub(super) fn clock_for(
        &self,
        plan: &Plan,
        (records, me): (&Records, WriterId),
        drafts: &[Draft],
        at: Option<Stamp>,
    ) -> Clock {
        if plan.is_rehearsal() {
            // Somebody else at this laptop: the day goes on, as it does on the wall.
            if at.is_none() && self.clock_of == Some(plan.session) {
                return self.clock.clone();
            }
            let starts = at
                .or_else(|| left_at(records, drafts, |writer| writer == me))
                .or_else(|| begins_later(plan))
                .or_else(|| left_at(records, drafts, |_anybody| true))
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

/// Where a rehearsal of a worked example that is begun in the midst of its day begins.
fn begins_later(plan: &Plan) -> Option<Stamp> {
    let of_it = |text: &str| Header::peek(text).session == plan.rehearsal_of;
    let mut examples = catalogue::examples().iter();
    let begins = examples.find(|example| of_it(example.plan))?.begins?;
    Some(plan.moment(plan.days.first()?.date, begins))
}

/// The moment at which a rehearsal was left: that of the last thing written in it by those who are meant. An example
/// comes with notes that others wrote later on its day than one is in it.
fn left_at(records: &Records, drafts: &[Draft], is_meant: impl Fn(WriterId) -> bool) -> Option<Stamp> {
    fn written<T: Ord + Clone>(shelf: &Shelf<T>, is_meant: impl Fn(WriterId) -> bool) -> Option<Stamp> {
        let meant = |record: &&Record<T>| is_meant(record.writer);
        shelf.all().filter(meant).map(|record| record.edited_at).max()
    }
    let drafts = drafts.iter().map(|draft| draft.begun).max();
    let recorded = [
        written(&records.notes, &is_meant),
        written(&records.changes, &is_meant),
        written(&records.asked, &is_meant),
    ];
    recorded.into_iter().flatten().chain(drafts).max()
}
