//! Notes that came as prose and wait for a place.

use super::{
    Day, Mine, Reply,
    history::{Done, Touch},
};
use crate::{
    app::{
        findings::{Did, FindingsNotice},
        message::At,
        notice::{Deed, Notice},
    },
    domain::{
        coverage,
        ids::{GroupId, PersonId, RecordId},
        jotted::is_in_tray,
        note::NotePlace,
        plan::Plan,
        route::{PlaceId, Route},
        stamp::Stamp,
    },
};

/// A place of the day, whoever goes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyPlace {
    /// The place.
    pub id: PlaceId,
    /// The class, or what is done there.
    pub words: String,
    /// The day, the times and the group.
    pub aside: String,
}

impl Day {
    /// Whether a note waits for a place.
    #[must_use]
    pub fn waits_for_place(&self, note: RecordId) -> bool {
        let note = self.records.note(note);
        note.is_some_and(|note| !note.deleted && is_in_tray(&note.body.place))
    }

    /// Every place of today's plan, on the way of any group, each once and in the order of the day; the classes that were
    /// not seen among them, since a note may be of one.
    #[must_use]
    pub fn all_places(&self) -> Vec<AnyPlace> {
        let mut places = self.places_in(&self.today.plan, false);
        places.extend(self.places_in(&self.whole_day(), true));
        places.extend(self.rows_of_visits());
        let mut seen = std::collections::BTreeSet::new();
        places.retain(|(_, place)| seen.insert(place.id.clone()));
        places.sort_by_key(|(starts, _)| *starts);
        places.into_iter().map(|(_, place)| place).collect()
    }

    /// Today's plan with what was not done in it still.
    fn whole_day(&self) -> Plan {
        coverage::whole_day(&self.plan, &self.records)
    }

    /// The places in this plan, with when they start; of those that are `missed` it is said.
    fn places_in(&self, plan: &Plan, missed: bool) -> Vec<(Stamp, AnyPlace)> {
        let several_days = plan.days.len() > 1;
        let missed = if missed { ", not seen" } else { "" };
        let mut places = Vec::new();
        for group in self.ways() {
            let route = Route::of(plan, group.as_ref());
            for stop in route.stops() {
                let Some(view) = plan.view(stop, group.as_ref()) else {
                    continue;
                };
                let day = several_days.then(|| format!("{} ", view.day.label));
                let whose = group
                    .as_ref()
                    .and_then(|id| plan.group(id))
                    .filter(|_| view.visit.is_some());
                let place = AnyPlace {
                    id: stop.place.clone(),
                    words: view
                        .visit
                        .map_or(&view.activity.title, |visit| &visit.class)
                        .clone(),
                    aside: format!(
                        "{}{}-{}{}{missed}",
                        day.unwrap_or_default(),
                        stop.starts.hh_mm(),
                        stop.ends.hh_mm(),
                        whose.map_or_else(String::new, |group| format!(", {}", group.name))
                    ),
                };
                places.push((stop.starts, place));
            }
        }
        places
    }

    /// The groups whose ways there are, or the one way of a plan without any.
    fn ways(&self) -> Vec<Option<GroupId>> {
        let groups = &self.today.plan.groups;
        if groups.is_empty() {
            return vec![None];
        }
        groups.iter().map(|group| Some(group.id.clone())).collect()
    }

    /// A place on the way of the group of `author` if it is there, or else of another one.
    pub(super) fn place_for(&self, author: &PersonId, place: &PlaceId) -> Option<NotePlace> {
        let own = self.today.plan.person(author);
        let own = own.and_then(|person| person.group.clone());
        let ways: Vec<_> = own.map(Some).into_iter().chain(self.ways()).collect();
        let place_in = |plan: &Plan| {
            ways.iter().find_map(|group| {
                let route = Route::of(plan, group.as_ref());
                let view = plan.view(route.stop(route.position(place)?)?, group.as_ref())?;
                Some(NotePlace::at(plan, &view, group.as_ref()))
            })
        };
        place_in(&self.today.plan)
            .or_else(|| place_in(&self.whole_day()))
            .or_else(|| self.row_of_visits(place))
    }

    /// Gives notes that wait for one a place, as one deed; their words and their time stay, and where others took them in
    /// their files do too.
    pub(in crate::app) fn place_from_tray(
        &mut self,
        at: At,
        notes: &[RecordId],
        place: &PlaceId,
        reply: &mut Reply,
    ) {
        let waiting = notes.iter().filter(|note| self.waits_for_place(**note));
        let filed: Vec<Vec<Touch>> = waiting
            .map(|note| self.put(at.now, Mine::shared(*note), place, None))
            .filter(|touched| !touched.is_empty())
            .collect();
        let placed = Did::Placed(filed.len());
        if filed.is_empty() {
            return;
        }
        let done = Done {
            deed: Deed::Finding(placed),
            touched: filed.into_iter().flatten().collect(),
            course: None,
        };
        self.perform(at, done, reply);
        reply.say(Notice::Findings(FindingsNotice::Did(placed)));
    }
}
