//! What of the plan the records of the day name: that stays in it, whatever else comes and goes.

use std::collections::BTreeSet;

use super::{Day, Unchanged};
use crate::domain::{
    asked::Asked,
    day_change::{Change, Scope},
    finding::FindingKind,
    ids::GroupId,
    note::{Note, NotePlace},
    plan::Plan,
    plan_edit::taken_out,
    records::Records,
};

impl Day {
    /// Whether `next` has the timetable of the agreed plan, and all of it that records name.
    ///
    /// # Errors
    /// Why it can't be agreed while notes hold on to the plan.
    pub(super) fn leaves_what_is_named(&self, next: &Plan) -> Result<(), Unchanged> {
        let gone = taken_out(&self.plan, next).ok_or(Unchanged::StaysForNotes)?;
        if gone.is_empty() {
            return Ok(());
        }
        let mut named = named_by(&self.records);
        self.private
            .live()
            .for_each(|note| by_note(&note.body, &mut named));
        if gone.iter().any(|id| named.contains(id.as_str())) {
            return Err(Unchanged::NamedByNotes);
        }
        Ok(())
    }
}

/// The ids that live records name.
fn named_by(records: &Records) -> BTreeSet<&str> {
    let mut named = BTreeSet::new();
    records
        .notes
        .live()
        .for_each(|note| by_note(&note.body, &mut named));
    for placing in records.placings.live() {
        named.insert(placing.body.by.id.as_str());
        named.extend(placing.body.at_place().into_iter().flat_map(of_place));
    }
    records
        .asked
        .live()
        .for_each(|tick| by_tick(&tick.body, &mut named));
    for change in records.changes.live() {
        if let Scope::Track(Some(group)) = &change.body.scope {
            named.insert(group.id.as_str());
        }
        if let Change::PersonAdded { person } = &change.body.what {
            named.extend(person.group.iter().map(GroupId::as_str));
        }
    }
    for finding in records.findings.live() {
        if let FindingKind::About(_, about) = &finding.body.kind {
            named.insert(about);
        }
    }
    let signed = records.sign_offs.live();
    named.extend(signed.filter_map(|signed| Some(signed.body.by.as_ref()?.id.as_str())));
    named
}

fn by_note<'n>(note: &'n Note, named: &mut BTreeSet<&'n str>) {
    named.extend([note.by.id.as_str(), note.typed_by.id.as_str()]);
    named.extend(of_place(&note.place));
}

fn of_place(place: &NotePlace) -> impl Iterator<Item = &str> {
    let track = place.track.iter().map(|group| group.id.as_str());
    let visit = place.visit.iter().map(|visit| visit.id.as_str());
    let prompt = place.prompt.iter().map(|prompt| prompt.id.as_str());
    std::iter::once(place.slot.id.as_str())
        .chain(track)
        .chain(visit)
        .chain(prompt)
}

fn by_tick<'n>(tick: &'n Asked, named: &mut BTreeSet<&'n str>) {
    named.extend([tick.slot.id.as_str(), tick.prompt.id.as_str()]);
}
