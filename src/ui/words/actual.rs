//! The words for the day as it was: planned against actual.

use crate::{
    app::coverage::Outcome,
    domain::{stamp::Stamp, today::Actual},
};

/// The title of the box that shows nothing else.
pub const TITLE: &str = "The day - Esc closes, arrows scroll";
/// Where no two people changed the same thing without sight of each other.
pub const NOTHING_APART: &str = "No two people changed the same thing in different ways.";

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
    match place.came {
        None => said,
        Some(came) => format!("{}{}", began(place, came), after(&said)),
    }
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
/// place is still to come or goes by the clock.
fn moved(place: &Actual, now: Stamp) -> String {
    let Some(times) = place.today else {
        return String::new();
    };
    let to_come = now.is_before(times.0);
    let others = place.planned != Some(times) && place.planned.is_some();
    match (others, place.came.is_some(), to_come) {
        (true, true, _) => format!("moved to {}", super::late::times(times)),
        (true, false, true) => format!("to come, moved to {}", super::late::times(times)),
        (true, false, false) => format!("by the clock, moved to {}", super::late::times(times)),
        (false, true, _) => String::new(),
        (false, false, true) => "to come".into(),
        (false, false, false) => "by the clock".into(),
    }
}
