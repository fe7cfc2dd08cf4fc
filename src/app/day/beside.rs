//! Places that are on nobody's way and that notes are about all the same: a class that was not seen in the end, and a row
//! of visits as a whole.

use super::{Day, tray::AnyPlace};
use crate::domain::{
    ids::GroupId,
    note::{Label, NotePlace},
    plan::Slot,
    route::{PlaceId, Route},
    stamp::Stamp,
};

impl Day {
    /// The rows of visits as wholes, and the classes that were recorded as not seen, each with its time by plan.
    pub(super) fn places_beside(&self) -> Vec<(Stamp, AnyPlace)> {
        let plan = &self.today.plan;
        let rows = plan
            .days
            .iter()
            .flat_map(|day| day.slots.iter().map(move |slot| (day, slot)))
            .filter(|(_, slot)| !slot.tracks.is_empty())
            .map(|(day, slot)| {
                let starts = plan.moment(day.date, slot.starts);
                let ends = slot
                    .ends
                    .map_or_else(String::new, |ends| format!("-{}", ends.format("%H:%M")));
                (starts, any_place(slot, format!("{}{ends}", starts.hh_mm())))
            });
        let not_seen = self.today.not_seen.iter().filter_map(|missed| {
            let place = PlaceId {
                slot: missed.slot.clone(),
                visit: Some(missed.visit.clone()),
            };
            let route = Route::of(&self.plan, Some(&missed.group));
            let stop = route.stop(route.position(&place)?)?;
            let group = self.plan.group(&missed.group)?;
            let any = AnyPlace {
                id: place,
                words: missed.class.clone(),
                aside: format!("{}, {}, not seen", stop.starts.hh_mm(), group.name),
            };
            Some((stop.starts, any))
        });
        rows.chain(not_seen).collect()
    }

    /// Such a place for a note.
    pub(super) fn place_beside(&self, place: &PlaceId) -> Option<NotePlace> {
        if let Some(visit) = &place.visit {
            let missed = self.today.not_seen.iter().find(|missed| missed.visit == *visit)?;
            let group = Some(&missed.group);
            let route = Route::of(&self.plan, group);
            let view = self.plan.view(route.stop(route.position(place)?)?, group)?;
            return Some(NotePlace::at(&self.plan, &view, group));
        }
        let (_, slot) = self.today.plan.slot(&place.slot)?;
        (!slot.tracks.is_empty()).then(|| NotePlace {
            track: None,
            slot: Label::new(slot.id.clone(), &slot.activity.title),
            activity: Label::new(slot.activity.kind, &slot.activity.title),
            visit: None,
            prompt: None,
        })
    }
}

fn any_place(slot: &Slot, starts: String) -> AnyPlace {
    AnyPlace {
        id: PlaceId {
            slot: slot.id.clone(),
            visit: None,
        },
        words: slot.activity_of(None::<&GroupId>).title.clone(),
        aside: starts,
    }
}
