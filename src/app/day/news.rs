//! What others changed of the day, told by what came of it on this group's way.

use std::collections::BTreeSet;

use super::Day;
use crate::{
    app::notice::{DayNews, Notice},
    domain::{
        day_change::{Change, DayChange},
        ids::WriterId,
        plan::Plan,
        record::Record,
        route::{Route, Stop},
        today::{self, Today},
    },
};

/// The day of a group as it was before something became known.
pub(super) struct DayBefore {
    today: Today,
    route: Route,
}

impl DayBefore {
    /// Whether nothing changed since.
    pub(super) fn is(&self, today: &Today) -> bool {
        self.today == *today
    }
}

impl Day {
    /// The day as it is, to be compared with what becomes of it.
    pub(super) fn day_before(&self) -> DayBefore {
        DayBefore {
            today: self.today.clone(),
            route: self.route.clone(),
        }
    }

    /// What these changes of others made of the day `before`, if they changed any time of this group.
    pub(super) fn told_of(&self, before: &DayBefore, news: &[&Record<DayChange>]) -> Option<Notice> {
        let of_others = news.iter().filter(|change| {
            let steps = matches!(change.body.what, Change::Stepped { .. });
            change.writer != self.me.writer && !steps && !today::is_mark(change)
        });
        let writers: BTreeSet<WriterId> = of_others.map(|change| change.writer).collect();
        let what = self.news_since(before)?;
        let who = match Vec::from_iter(writers).as_slice() {
            [] => return None,
            [one] => self.name_of(*one).map(ToString::to_string),
            _ => None,
        };
        Some(Notice::DayChanged(who, what))
    }

    fn news_since(&self, before: &DayBefore) -> Option<DayNews> {
        let then = |stop: &Stop| on(&before.route, stop);
        let stays = |stop: &&Stop| on(&self.route, stop).is_some();
        let gone: Vec<&Stop> = before.route.stops().iter().filter(|stop| !stays(stop)).collect();
        let (both, fresh): (Vec<&Stop>, Vec<&Stop>) =
            self.route.stops().iter().partition(|stop| then(stop).is_some());
        let pairs = both.into_iter().filter_map(|stop| Some((then(stop)?, stop)));
        let (moved, kept): (Vec<_>, Vec<_>) = pairs.partition(|(then, now)| then.starts != now.starts);
        let group = self.route.group();
        let was = |stop: &Stop| name(&before.today.plan, stop, group);
        let is = |stop: &Stop| name(&self.today.plan, stop, group);
        match (gone.as_slice(), fresh.as_slice(), moved.as_slice()) {
            ([gone], [fresh], []) if gone.starts == fresh.starts => {
                Some(DayNews::Swapped(was(gone), is(fresh)))
            }
            ([], [], [(one, one_now), (other, other_now)])
                if one.starts == other_now.starts && other.starts == one_now.starts =>
            {
                Some(DayNews::Swapped(was(one), was(other)))
            }
            ([gone, ..], _, moved) => Some(DayNews::LeftOut(was(gone), moved.len())),
            ([], [fresh, ..], _) => Some(DayNews::Added(is(fresh), fresh.starts)),
            ([], [], [(then, now), rest @ ..]) => {
                let by = now.starts.minutes_since(then.starts);
                let same = rest
                    .iter()
                    .all(|(then, now)| now.starts.minutes_since(then.starts) == by);
                Some(DayNews::Moved(moved.len(), same.then_some(by)))
            }
            ([], [], []) => {
                let mut ends = kept.iter().filter(|(then, now)| then.ends != now.ends);
                let ends = ends.next().map(|(_, now)| DayNews::Ends(is(now), now.ends));
                ends.or_else(|| self.not_seen_since(before))
            }
        }
    }

    /// A class on this group's way that is said now not to have been seen.
    fn not_seen_since(&self, before: &DayBefore) -> Option<DayNews> {
        let own = self.today.not_seen.iter().find(|not_seen| {
            Some(&not_seen.group) == self.me.group.as_ref() && !before.today.not_seen.contains(not_seen)
        });
        own.map(|not_seen| DayNews::NotSeen(not_seen.class.clone()))
    }
}

/// A place on a way; a class is the same one in whichever row.
fn on<'a>(route: &'a Route, stop: &Stop) -> Option<&'a Stop> {
    let same = |other: &&Stop| match &stop.place.visit {
        Some(visit) => other.place.visit.as_ref() == Some(visit),
        None => other.place == stop.place,
    };
    route.stops().iter().find(same)
}

/// What the plan calls a place.
fn name(plan: &Plan, stop: &Stop, group: Option<&crate::domain::ids::GroupId>) -> String {
    plan.view(stop, group).map_or_else(String::new, |view| {
        view.visit
            .map_or(&view.activity.title, |visit| &visit.class)
            .clone()
    })
}
