//! Rows of visits as wholes: on nobody's way, and notes are about them all the same.

use super::{Day, tray::AnyPlace};
use crate::domain::{
    ids::GroupId,
    note::{Label, NotePlace},
    plan::Slot,
    route::PlaceId,
    stamp::Stamp,
};

impl Day {
    /// The rows of today's plan in which classes are visited, each as a whole, with when it starts.
    pub(super) fn rows_of_visits(&self) -> Vec<(Stamp, AnyPlace)> {
        let plan = &self.today.plan;
        let rows = plan
            .days
            .iter()
            .flat_map(|day| day.slots.iter().map(move |slot| (day, slot)));
        rows.filter(|(_, slot)| has_visits(slot))
            .map(|(day, slot)| {
                let starts = plan.moment(day.date, slot.starts);
                let ends = slot.ends.map(|ends| format!("-{}", ends.format("%H:%M")));
                let place = AnyPlace {
                    id: PlaceId {
                        slot: slot.id.clone(),
                        visit: None,
                    },
                    words: slot.activity_of(None::<&GroupId>).title.clone(),
                    aside: format!("{}{}", starts.hh_mm(), ends.unwrap_or_default()),
                };
                (starts, place)
            })
            .collect()
    }

    /// Such a row as the place of a note.
    pub(super) fn row_of_visits(&self, place: &PlaceId) -> Option<NotePlace> {
        let (_, slot) = self.today.plan.slot(&place.slot)?;
        (place.visit.is_none() && has_visits(slot)).then(|| NotePlace {
            track: None,
            slot: Label::new(slot.id.clone(), &slot.activity.title),
            activity: Label::new(slot.activity.kind, &slot.activity.title),
            visit: None,
            prompt: None,
        })
    }
}

fn has_visits(slot: &Slot) -> bool {
    slot.tracks.iter().any(|track| !track.visits.is_empty())
}
