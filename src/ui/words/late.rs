//! Words for a day that runs late, or otherwise than planned.

use crate::{
    app::{
        day::Day,
        entry::EntryPurpose,
        late::{LateDeed, LateNotice},
    },
    domain::{
        day_change::Change,
        lateness::{Cost, Options, Way},
        stamp::Stamp,
        today::{Apart, Wording},
    },
};

/// The title of the overlay.
pub const TITLE: &str = "Running late, or otherwise than planned";
/// Above the times as they are.
pub const NOW_PLANNED: &str = "now planned";
/// In place of times that are no more.
pub const DROPPED: &str = "dropped";
/// Beside a name: somebody waits for it.
pub const FIXED: &str = "*";
/// What the sign means.
pub const FIXED_LEGEND: &str = "* fixed: somebody waits";
/// In place of costs.
pub const NO_COST: &str = "costs nothing";
/// Beside a visit that would put two groups into one room.
pub const ROOM_TAKEN: &str = "other group there  ";
/// The title of the list of classes that were not seen.
pub const NOT_SEEN_TITLE: &str = "Which class was not seen?";
/// Beside a class that was not seen.
pub const NOT_SEEN: &str = "not seen";

/// The name of a way.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Push => "push the rest",
        Way::Squeeze => "squeeze",
        Way::Drop => "drop one",
    }
}

/// What is asked for, in a line.
#[must_use]
pub fn options(options: &Options, group: &str) -> String {
    let late = match options.late {
        0 => "On time".to_string(),
        late if late > 0 => format!("{late} min late"),
        early => format!("{} min early", -early),
    };
    let scope = if options.everyone { "everyone" } else { group };
    let fixed = if options.move_fixed {
        "fixed points move too"
    } else {
        "fixed points stay"
    };
    format!("{late}   for {scope}   {fixed}")
}

/// What a cost says.
#[must_use]
pub fn cost(cost: &Cost) -> String {
    match cost {
        Cost::FixedMoved { name, from, to } => {
            format!(
                "{name} moves {} -> {}: tell those who wait",
                from.hh_mm(),
                to.hh_mm()
            )
        }
        Cost::SameRoom { class, from, until } => {
            format!("two groups in {class} {}-{}", from.hh_mm(), until.hh_mm())
        }
        Cost::Unseen {
            class,
            by_nobody: true,
        } => format!("{class} is seen by nobody"),
        Cost::Unseen {
            class,
            by_nobody: false,
        } => format!("{class} is seen by others only"),
        Cost::RowDropped { name } => format!("no {name}"),
        Cost::Discussion { keeps, of } => format!("the discussion keeps {keeps} of {of} min"),
        Cost::DayEnds { from, to } => format!("the day ends {} instead of {}", to.hh_mm(), from.hh_mm()),
        Cost::Shortened { name, keeps, of } => format!("{name} keeps {keeps} of {of} min"),
    }
}

/// The title of a line to be typed.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose, about: &str) -> String {
    match purpose {
        EntryPurpose::NotSeen(_) => format!("{about} was not seen, because"),
        EntryPurpose::AddVisit => "Which class is visited now?".into(),
        _ => about.to_string(),
    }
}

/// The title of the list of visits to swap with.
#[must_use]
pub fn swap_title(class: &str) -> String {
    format!("Swap {class} with")
}

/// What was done.
#[must_use]
pub fn deed(deed: LateDeed) -> &'static str {
    match deed {
        LateDeed::Pushed => "pushing the rest of the day",
        LateDeed::Squeezed => "squeezing what was to come",
        LateDeed::LeftOut => "dropping one place of the day",
        LateDeed::Swapped => "swapping two visits",
        LateDeed::NotSeen => "a class not seen",
        LateDeed::AddedVisit => "adding a visit",
    }
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &LateNotice) -> String {
    match notice {
        LateNotice::Pushed => "The rest of the day is pushed. Ctrl+Z takes it back.".into(),
        LateNotice::Squeezed => "What was to come is squeezed. Ctrl+Z takes it back.".into(),
        LateNotice::LeftOut => "One place is dropped, the rest is in time. Ctrl+Z takes it back.".into(),
        LateNotice::NothingToChange => "In time as it is: nothing was changed.".into(),
        LateNotice::Swapped(one, other) => format!("{one} and {other} are swapped. Ctrl+Z takes it back."),
        LateNotice::OfferAfterSwap(count) => {
            format!(
                "Swapped. Ctrl+U takes along {} made here, Ctrl+Z takes it back.",
                super::notes(*count)
            )
        }
        LateNotice::RoomTaken { class, from } => {
            format!("Not swapped: two groups would be in {class} at {}.", from.hh_mm())
        }
        LateNotice::NotSeen(class) => format!("{class} was not seen: noted. Ctrl+Z takes it back."),
        LateNotice::VisitAdded(class) => format!("Now at {class}, unplanned. Ctrl+Z takes it back."),
        LateNotice::OnlyWhileItRuns => "Times are changed while the day runs, not before or after.".into(),
        LateNotice::NoVisits => "There is no visit here to which this could be done.".into(),
        LateNotice::NoGroup => "You go with no group, so there is no way to add a visit to.".into(),
    }
}

/// A line about something that was changed in two ways.
#[must_use]
pub fn apart(day: &Day, apart: &Apart) -> String {
    let wordings = apart.wordings.iter().enumerate().map(|(nth, wording)| {
        let who = day.name_of(wording.writer).unwrap_or("another laptop");
        let stands = if nth == 0 { ", stands" } else { "" };
        format!("{} ({who}{stands})", said(wording))
    });
    let wordings: Vec<String> = wordings.collect();
    format!("Changed apart - {}: {}", apart.name, wordings.join(" / "))
}

fn said(wording: &Wording) -> String {
    match &wording.change {
        None => "as planned".into(),
        Some(Change::Retimed { starts, ends, .. }) => match ends {
            Some(ends) => format!("{}-{}", starts.format("%H:%M"), ends.format("%H:%M")),
            None => starts.format("%H:%M").to_string(),
        },
        Some(Change::VisitMoved { starts, .. }) => starts.format("%H:%M").to_string(),
        Some(Change::Dropped { because, .. }) => because_of("dropped", because),
        Some(Change::NotSeen { because, .. }) => because_of(NOT_SEEN, because),
        Some(_) => "changed".into(),
    }
}

fn because_of(what: &str, because: &str) -> String {
    if because.is_empty() {
        what.to_string()
    } else {
        format!("{what}: {because}")
    }
}

/// Start and end.
#[must_use]
pub fn times((starts, ends): (Stamp, Stamp)) -> String {
    format!("{}-{}", starts.hh_mm(), ends.hh_mm())
}
