//! Words for a day that runs late, or otherwise than planned.

use crate::{
    app::{
        day::Day,
        entry::EntryPurpose,
        late::{Late, LateDeed, LateNotice, Outcome},
        picker::LeftOver,
    },
    domain::{
        day_change::Change,
        lateness::{Cost, Way},
        plan_edit::CutShort,
        stamp::Stamp,
        today::{self, Apart, Wording},
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
/// Beside a class that was said not to be seen, in the list of what can be said of it.
pub const SEEN_AFTER_ALL: &str = " - seen after all";
/// Beside the class where the group is, in the list of what can change places.
pub const YOU_ARE_THERE: &str = " - you are there";
/// Beside a class that was not seen.
pub const NOT_SEEN: &str = "not seen";
/// The sign of a class that was not seen.
pub const NOT_SEEN_SIGN: char = 'x';

/// Beside a visit of another group to a class that is on one's own way too.
#[must_use]
pub fn you_see_it(time: &str) -> String {
    format!("you see it at {time}  ")
}

/// Beside a class to swap with: what is left of a visit that would begin now.
#[must_use]
pub fn keeps_after_swap(left: &LeftOver) -> String {
    format!("{} keeps {} of {} min  ", left.class, left.keeps, left.of)
}

/// The letters that a notice has on the narrowest screen that is looked after.
pub(super) const NOTICE: usize = 74;

/// The name of a way.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Push => "push the rest",
        Way::Squeeze => "squeeze",
        Way::Drop => "drop one",
    }
}

/// The head of a column: the key that chooses it, and its way.
#[must_use]
pub fn head(way: Way) -> &'static str {
    match way {
        Way::Push => "1 push rest",
        Way::Squeeze => "2 squeeze",
        Way::Drop => "3 drop one",
    }
}

/// While minutes are typed.
pub const TYPING_MINUTES: &str = "Type the minutes. Enter does it; Left, Right choose a column.";

/// What is asked for, in a line.
#[must_use]
pub fn options(late: &Late, group: &str) -> String {
    let (options, one_went_by, with_all) = (&late.options, late.fixed_went_by(), late.with_all);
    let how = match (&late.typed, options.late) {
        (Some(typed), _) => format!("{}_ min late", typed.digits()),
        (None, 0) if late.is_before_the_day() => "as planned".into(),
        (None, 0) => "On time".into(),
        (None, minutes) if minutes > 0 => format!("{minutes} min late"),
        (None, early) => format!("{} min early", -early),
    };
    let late = if late.is_before_the_day() {
        format!("Begins {how}")
    } else {
        how
    };
    let alone = format!("{group} alone");
    let scope = match (options.everyone, with_all) {
        (true, _) => "everyone",
        (false, true) => &alone,
        (false, false) => group,
    };
    let fixed = match (options.move_fixed, one_went_by) {
        (true, _) => "fixed points move too",
        (false, true) => "later fixed points stay",
        (false, false) => "fixed points stay",
    };
    format!("{late}   for {scope}   {fixed}")
}

/// What a cost says.
#[must_use]
pub fn cost(cost: &Cost) -> String {
    match cost {
        Cost::FixedMoved {
            name,
            from,
            to,
            alone,
        } => {
            let (from, to) = (from.hh_mm(), to.hh_mm());
            if let Some(group) = alone {
                format!("{name} moves {from} -> {to} for {group} alone, others stay: tell those who wait")
            } else {
                format!("{name} moves {from} -> {to}: tell those who wait")
            }
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
        Cost::OthersMove { group, visits } => others_move(group, visits),
        Cost::OthersKeep { group } => format!("{group} keeps its times"),
        Cost::Longer { name, lasts, of } => format!("{name} lasts {lasts} instead of {of} min"),
        Cost::Shortened { name, keeps, of } => format!("{name} keeps {keeps} of {of} min"),
    }
}

/// Where the clock went on and the group perhaps did not.
#[must_use]
pub fn still_in(place: &str, over: i64) -> String {
    format!("Still in {place}, {over} min late? p; or 4 push, 5 squeeze, 6 drop")
}

/// Why a way does not do it to the chosen row.
#[must_use]
pub fn not_this(name: &str, fixed: bool) -> String {
    if fixed {
        format!("not {name}: somebody waits")
    } else {
        format!("not {name}: behind a fixed point")
    }
}

/// Where no place can be dropped, and what is to come is pushed instead.
pub const NOTHING_DROPPED: &str = "nothing can be dropped: times as pushed";

/// How many rows of the table are out of sight, above and below.
#[must_use]
pub fn out_of_sight(above: usize, below: usize) -> String {
    let said = |many: usize, placeto: &str| (many > 0).then(|| format!("{many} more {placeto}"));
    let parts: Vec<String> = [said(above, "above (Up)"), said(below, "below (Down)")]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

/// That another group's classes begin at other times too: the first two by name.
fn others_move(group: &str, visits: &[(String, Stamp, Stamp)]) -> String {
    let named = visits
        .iter()
        .take(2)
        .map(|(class, from, to)| format!("{class} {} -> {}", from.hh_mm(), to.hh_mm()));
    let mut said: Vec<String> = named.collect();
    if visits.len() > said.len() {
        said.push(format!("{} more", visits.len() - said.len()));
    }
    format!("{group} too: {}", said.join(", "))
}

/// What came of a remedy, in a line: by name as far as there is room, or else by numbers.
fn remedied(outcome: &Outcome) -> String {
    if let Some((class, from)) = outcome.rooms.first() {
        return two_in_a_room(class, *from, outcome.rooms.len());
    }
    let mut by_name = came_of(outcome, named);
    if let (true, Some((place, ends))) = (by_name.is_empty(), &outcome.present) {
        by_name.push(format!(
            "{place} ends {}, nothing else changes; counted in time",
            ends.hh_mm()
        ));
    }
    let counted = came_of(outcome, |names| format!("{} places", names.len()));
    let too = match outcome.others.as_slice() {
        [] => String::new(),
        [group] => format!("; {group} too"),
        _ => "; the other groups too".into(),
    };
    for said in [&by_name, &counted] {
        let what = format!("{}{too}", said.join(", "));
        let ends = [". Ctrl+Z takes it back.", "."];
        let fits = ends.iter().find(|end| what.chars().count() + end.len() <= NOTICE);
        if let Some(end) = fits.filter(|_| !said.is_empty()) {
            return format!("{what}{end}");
        }
    }
    let what = match outcome.way {
        Way::Push => "The rest of the day is pushed",
        Way::Squeeze => "What was to come is squeezed",
        Way::Drop if outcome.dropped.is_empty() => "Nothing could be dropped: pushed",
        Way::Drop => "One place is dropped, the rest is in time",
    };
    if outcome.others.is_empty() {
        format!("{what}. Ctrl+Z takes it back.")
    } else {
        format!("{what}; other groups too. Ctrl+Z takes it back.")
    }
}

/// What has to be seen to after a change: it comes before all that the change did.
fn two_in_a_room(class: &str, from: Stamp, rooms: usize) -> String {
    let said = |place: &str| {
        let from = from.hh_mm();
        format!("Two groups in {place} at {from}: Ctrl+D s swaps, Ctrl+Z takes it back.")
    };
    let named = said(class);
    match rooms {
        1 if named.chars().count() <= NOTICE => named,
        1 => said("one room"),
        _ => said(&format!("{rooms} rooms")),
    }
}

/// Each thing that came of a remedy, with `named` for several places of which the same is said.
fn came_of(outcome: &Outcome, named: impl Fn(&[&str]) -> String) -> Vec<String> {
    let name = |names: &[&str]| match names {
        [one] => (*one).to_string(),
        several => named(several),
    };
    let is = |many: usize| if many == 1 { "is" } else { "are" };
    let mut said: Vec<String> = Vec::new();
    let dropped: Vec<&str> = outcome.dropped.iter().map(String::as_str).collect();
    if !dropped.is_empty() {
        said.push(format!("{} {} dropped", name(&dropped), is(dropped.len())));
    }
    if let Some((_, by)) = outcome.pushed.first() {
        let same = outcome.pushed.iter().filter(|(_, other)| other == by);
        let pushed: Vec<&str> = same.map(|(name, _)| name.as_str()).collect();
        let moved = if *by < 0 { "earlier" } else { "pushed" };
        let (are, by) = (is(pushed.len()), by.abs());
        said.push(format!("{} {are} {moved} by {by} min", name(&pushed)));
    }
    said.extend(minutes_of("keeps", &outcome.shorter));
    said.extend(minutes_of("lasts", &outcome.longer));
    said
}

/// The minutes that each of several places has now.
fn minutes_of<'a>(has: &'a str, places: &'a [(String, i64)]) -> impl Iterator<Item = String> + 'a {
    let places = places.iter().enumerate();
    places.map(move |(nth, (name, minutes))| match nth {
        0 => format!("{name} {has} {minutes}"),
        _ => format!("{name} {minutes}"),
    })
}

/// Several names in a row; of many the first and the last.
pub(super) fn named(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first, .., last] if names.len() > 3 => format!("{first} to {last}"),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The title of a line to be typed.
#[must_use]
pub fn entry_title(purpose: &EntryPurpose, about: &str) -> String {
    match purpose {
        EntryPurpose::NotSeen(_) => format!("{about} was not seen, because"),
        EntryPurpose::AddVisit => "Which class is visited now?".into(),
        EntryPurpose::AddVisitKnowing(there) => format!(
            "{} is in {} until {}. Enter: there all the same",
            there.group,
            there.room,
            there.until.hh_mm()
        ),
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
        LateDeed::SeenAfterAll => "a class seen after all",
        LateDeed::AddedVisit => "adding a visit",
        LateDeed::TookOther => "putting a change made apart in force",
    }
}

/// What a notice says.
#[must_use]
pub fn notice(notice: &LateNotice) -> String {
    match notice {
        LateNotice::Remedied(outcome) => remedied(outcome),
        LateNotice::NothingToChange => "In time as it is: nothing was changed.".into(),
        LateNotice::NothingMoves {
            late,
            fixed_too,
            in_time_from,
        } => nothing_moves(*late, *fixed_too, *in_time_from),
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
        LateNotice::NotSeen { class, here: true } => {
            format!("{class} was not seen: noted. Ctrl+N goes on, Ctrl+Z takes it back.")
        }
        LateNotice::NotSeen { class, here: false } => {
            format!("{class} was not seen: noted. Ctrl+Z takes it back.")
        }
        LateNotice::SeenAfterAll(class) => {
            format!("{class} was seen after all: noted. Ctrl+Z takes it back.")
        }
        LateNotice::VisitAdded { class, cut, stays } => visit_added(class, cut.as_ref(), *stays),
        LateNotice::NotOnTheDay { before: true } => {
            "Times are changed on the day itself; before it, in the plan: Ctrl+K.".into()
        }
        LateNotice::NotOnTheDay { before: false } => "The day is over: its times stay as they were.".into(),
        LateNotice::OnlyWhileItRuns => "A visit is added while the day runs, not before or after.".into(),
        LateNotice::MinutesAreTyped => "For minutes type m first: m 8 is 8 minutes late.".into(),
        LateNotice::TookOther(by) => format!(
            "The change by {} is in force now. Ctrl+Z takes it back.",
            by.as_deref().unwrap_or("the other laptop")
        ),
        LateNotice::NothingVoid => "No change made apart is void.".into(),
        LateNotice::NoVisits => "There is no other visit to come today.".into(),
        LateNotice::AtNoVisit => "You are in no class now; s swaps two that are to come.".into(),
        LateNotice::NoTimeLeft => {
            "Not swapped: no time is left for both. Drop one instead: Esc, Ctrl+D.".into()
        }
        LateNotice::NoGroup => "You go with no group, so there is no way to add a visit to.".into(),
    }
}

/// Where the group is now without a plan, and what that leaves to the class before, if it can be said in one line.
fn visit_added(class: &str, cut: Option<&CutShort>, stays: bool) -> String {
    let until = if stays { ", until Ctrl+N" } else { "" };
    let keeps = cut.map(|cut| format!("; {} keeps {} of {} min", cut.class, cut.keeps, cut.of));
    let told = |keeps: &str| format!("Now at {class}, unplanned{until}{keeps}. Ctrl+Z takes it back.");
    keeps
        .map(|keeps| told(&keeps))
        .filter(|told| told.chars().count() <= NOTICE)
        .unwrap_or_else(|| told(""))
}

fn nothing_moves(late: i64, fixed_too: bool, in_time_from: Option<Stamp>) -> String {
    let late = super::lateness(late);
    match (fixed_too, in_time_from) {
        (true, _) => format!("{late}, and nothing that comes can move: nothing was changed."),
        (false, Some(from)) => {
            format!(
                "{late}; from {}, which is fixed, all is in time. f moves it too.",
                from.hh_mm()
            )
        }
        (false, None) => format!("{late}, and fixed points stay: nothing changed. f moves them too."),
    }
}

/// A line about something that was changed in two ways.
#[must_use]
pub fn apart(day: &Day, apart: &Apart) -> String {
    let wordings = apart.wordings.iter().enumerate().map(|(nth, wording)| {
        let who = day.name_of(wording.writer).unwrap_or("another laptop");
        let stands = match (nth, apart.contest) {
            (0, _) => ", stands",
            (_, Some(_)) => ", void",
            (_, None) => "",
        };
        format!("{}{} ({who}{stands})", said(wording), also(day, wording))
    });
    let wordings: Vec<String> = wordings.collect();
    format!("Changed apart - {}: {}", apart.name, wordings.join(" / "))
}

/// What else the same deed changed, by name where it is one thing.
fn also(day: &Day, wording: &Wording) -> String {
    match wording.with.as_slice() {
        [] => String::new(),
        [one] => {
            let what = said_of(Some(one));
            let name = one.target().map(|target| today::name(&day.today.plan, target));
            format!(" with {} {what}", name.unwrap_or_default())
        }
        more => format!(" and {} more", more.len()),
    }
}

/// Behind the changes made apart that are shown: so many more.
#[must_use]
pub fn more_apart(more: usize) -> String {
    let were = if more == 1 { "was" } else { "were" };
    format!("{more} more {were} changed apart: Ctrl+K, apart")
}

fn said(wording: &Wording) -> String {
    said_of(wording.change.as_ref())
}

fn said_of(change: Option<&Change>) -> String {
    match change {
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

/// Behind the name of a class that was not seen: its sign, and why if that was said.
#[must_use]
pub fn not_seen(because: &str) -> String {
    format!("   {NOT_SEEN_SIGN} {}", because_of(NOT_SEEN, because))
}

/// What happened, and why if that was said.
pub(in crate::ui) fn because_of(what: &str, because: &str) -> String {
    if because.is_empty() {
        what.to_string()
    } else {
        format!("{what}: {because}")
    }
}

/// The end of where the group is.
#[must_use]
pub fn until(ends: Stamp) -> String {
    format!("until {}", ends.hh_mm())
}

/// Start and end.
#[must_use]
pub fn times((starts, ends): (Stamp, Stamp)) -> String {
    format!("{}-{}", starts.hh_mm(), ends.hh_mm())
}
