//! The words for the day as it was: planned against actual.

use crate::{
    app::coverage::Outcome,
    domain::{stamp::Stamp, today::Actual},
};

/// The title of the box that shows nothing else.
pub const TITLE: &str = "The day - Esc closes, arrows scroll";
/// Where no two people changed the same thing without sight of each other.
pub const NOTHING_APART: &str = "No two people changed the same thing in different ways.";

/// Below what was changed apart, where one of two deeds is void.
pub const TAKE_OTHER: &str = "a puts the first void one in force instead; Ctrl+Z takes that back.";

/// Of a place whose time is over and to which the group never came.
pub const NOT_REACHED: &str = "not reached";

/// The heading of a group's part.
#[must_use]
pub fn heading(group: Option<&str>) -> String {
    let title = "The day as it was: planned against actual";
    group.map_or_else(|| title.to_string(), |group| format!("{title} - {group}"))
}

/// When a place was planned.
#[must_use]
pub fn planned(times: Option<(Stamp, Stamp)>) -> String {
    times.map_or_else(|| "unplanned".into(), super::late::times)
}

/// What became of a place by `now`.
#[must_use]
pub fn became(place: &Actual, outcome: &Outcome, now: Stamp) -> String {
    let said = match outcome {
        Outcome::NotSeen { because, notes } => not_seen(because, *notes),
        Outcome::Dropped(because) => super::late::because_of("dropped", because),
        Outcome::TakesPlace => moved(place, now),
    };
    let said = match place.came {
        None => said,
        Some(came) => format!("{}{}", began(place, came), after(&said)),
    };
    format!("{said}{}", stayed(place))
}

/// Until when the group stayed, if that was longer than planned.
fn stayed(place: &Actual) -> String {
    let overstayed = place.overstayed().zip(place.today);
    overstayed.map_or_else(String::new, |(left, (_, ends))| {
        format!(", until {} ({} min over)", left.hh_mm(), left.minutes_since(ends))
    })
}

/// That a class was not seen; where there are notes of it all the same, that stands beside it.
fn not_seen(because: &str, notes: usize) -> String {
    let said = super::late::because_of(super::late::NOT_SEEN, because);
    match notes {
        0 => said,
        notes => format!("{said} ({} all the same)", super::notes(notes)),
    }
}

/// When it began, and how much later than planned.
fn began(place: &Actual, came: Stamp) -> String {
    let late = place.planned.map_or(0, |(starts, _)| came.minutes_since(starts));
    match late {
        0 => format!("began {}", came.hh_mm()),
        late if late > 0 => format!("began {} ({late} min late)", came.hh_mm()),
        early => format!("began {} ({} min early)", came.hh_mm(), -early),
    }
}

fn after(said: &str) -> String {
    if said.is_empty() {
        String::new()
    } else {
        format!("; {said}")
    }
}

/// The times of today, where they are others than planned; and, while nobody said that the group came, whether the
/// place is still to come, went by the clock and since when, or was never reached.
fn moved(place: &Actual, now: Stamp) -> String {
    let Some(times) = place.today else {
        return String::new();
    };
    let others = place.planned != Some(times) && place.planned.is_some();
    let moved = if others {
        format!("moved to {}", super::late::times(times))
    } else {
        String::new()
    };
    let how = match (place.came, place.reached) {
        (Some(_), _) => return moved,
        (None, Some(since)) if since == times.0 => "by the clock".into(),
        (None, Some(since)) => format!("by the clock, {}", began(place, since)),
        (None, None) if place.noted => "noted there".into(),
        (None, None) if now.is_before(times.1) => "to come".into(),
        (None, None) => NOT_REACHED.to_string(),
    };
    if others { format!("{how}, {moved}") } else { how }
}
