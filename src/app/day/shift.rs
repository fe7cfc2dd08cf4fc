//! By how much the day of today is moved against the agreed plan.

use super::Day;
use crate::domain::{
    route::{Route, Stop},
    stamp::Stamp,
};

impl Day {
    /// By how many minutes the rest of this day starts later than it was agreed, from the present place on; below zero
    /// earlier. The first start that differs counts. Places that changed places with each other move nothing.
    #[must_use]
    pub fn moved_by(&self) -> i64 {
        let Some((at, here)) = self.position.zip(self.stop()) else {
            return 0;
        };
        let agreed = Route::of(&self.plan, self.me.group.as_ref());
        let rest = self.route.stops().iter().skip(at.stop);
        let both = rest.filter(|stop| stop.day == here.day).filter_map(|stop| {
            let planned = agreed.stop(agreed.position(&stop.place)?)?;
            Some((stop, planned))
        });
        let (today, planned): (Vec<&Stop>, Vec<&Stop>) = both.unzip();
        let starts = starts_of(&today).into_iter().zip(starts_of(&planned));
        let mut moved = starts.map(|(today, planned)| today.minutes_since(planned));
        moved.find(|by| *by != 0).unwrap_or(0)
    }
}

/// When these places start, in the order of the day.
fn starts_of(stops: &[&Stop]) -> Vec<Stamp> {
    let mut starts: Vec<Stamp> = stops.iter().map(|stop| stop.starts).collect();
    starts.sort();
    starts
}
