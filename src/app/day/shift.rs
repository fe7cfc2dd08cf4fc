//! By how much the day of today is moved against the agreed plan.

use super::Day;
use crate::domain::{
    plan::{Day as PlanDay, Slot},
    route::{PlaceId, Route},
    stamp::Stamp,
};

/// A place with its start.
type Starts = (Stamp, PlaceId);

impl Day {
    /// By how many minutes the rest of this day starts later than it was agreed, from the present place on; below zero
    /// earlier. The first start that differs counts.
    ///
    /// Every place is compared with the one that had its turn in the row: places that changed places with each other
    /// move nothing, and neither does what was added today.
    #[must_use]
    pub fn moved_by(&self) -> i64 {
        let Some((here, day)) = self
            .stop()
            .and_then(|here| Some((here, self.today.plan.days.get(here.day)?)))
        else {
            return 0;
        };
        let agreed = Route::of(&self.plan, self.me.group.as_ref());
        let rows = day.slots.iter().skip(here.row);
        let turns = rows.flat_map(|slot| self.turns_today(day, slot).into_iter().zip(turns(&agreed, slot)));
        let to_come =
            turns.filter(|((starts, today), (_, planned))| today == planned && *starts >= here.starts);
        let mut moved = to_come.map(|((starts, _), (planned, _))| starts.minutes_since(planned));
        moved.find(|by| *by != 0).unwrap_or(0)
    }

    /// The places of a row today, but for what was added, and with the classes that were left out of it.
    fn turns_today(&self, day: &PlanDay, slot: &Slot) -> Vec<Starts> {
        let plan = &self.today.plan;
        let left_out = plan.former.iter().filter(|former| former.id == slot.id);
        let own = left_out.filter_map(|former| former.track(self.me.group.as_ref()));
        let left_out = own.flat_map(|track| &track.visits).map(|visit| {
            let place = PlaceId {
                slot: slot.id.clone(),
                visit: Some(visit.id.clone()),
            };
            (plan.moment(day.date, visit.starts), place)
        });
        let mut all = turns(&self.route, slot);
        all.extend(left_out);
        all.retain(|(_, place)| {
            let visit = place.visit.as_ref();
            visit.is_none_or(|visit| self.plan.every_slot().any(|slot| slot.visit(visit).is_some()))
        });
        all.sort_by_key(|(starts, _)| *starts);
        all
    }
}

/// The places of a row on the way of a group, in the order of their starts.
fn turns(route: &Route, slot: &Slot) -> Vec<Starts> {
    let stops = route.stops().iter().filter(|stop| stop.place.slot == slot.id);
    let mut starts: Vec<Starts> = stops.map(|stop| (stop.starts, stop.place.clone())).collect();
    starts.sort_by_key(|(starts, _)| *starts);
    starts
}
