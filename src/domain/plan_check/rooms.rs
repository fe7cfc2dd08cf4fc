//! Which class is seen by whom: no two groups in one room, and time to walk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveTime, TimeDelta};

use super::{Found, Together, VisitFinding, Whereabouts};
use crate::domain::{
    activity::ActivityKind,
    class_name::{ClassName, classes},
    ids::GroupId,
    plan::{Day, Plan, Slot, Track, row_end},
};

/// What it takes to walk from one class to the next.
const WALK: TimeDelta = TimeDelta::minutes(3);

/// A visit that is shorter by this than the others has lost time by accident.
const SHORTENED: TimeDelta = TimeDelta::minutes(5);

/// Says which rooms two groups are in at once, and which classes nobody sees.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    for day in &plan.days {
        together(plan, day, found);
        for slot in &day.slots {
            without_visits(plan, day, slot, found);
            idle(plan, day, slot, found);
        }
    }
    back_to_back(plan, found);
    short_visits(plan, found);
    not_of_the_school(plan, found);
    never_visited(plan, found);
}

/// A class seen by a group for some time.
#[derive(Clone)]
struct Seen<'a> {
    class: ClassName,
    words: &'a str,
    group: &'a GroupId,
    starts: NaiveTime,
    ends: NaiveTime,
    slot: &'a Slot,
}

/// Every class that is seen on a day, by year and in order of time.
fn seen(day: &Day) -> BTreeMap<String, Vec<Seen<'_>>> {
    let mut by_year: BTreeMap<String, Vec<Seen<'_>>> = BTreeMap::new();
    for (row, slot) in day.slots.iter().enumerate() {
        let row_ends = row_end(&day.slots, row);
        for track in &slot.tracks {
            for (nth, visit) in track.visits.iter().enumerate() {
                let ends = track.visits.get(nth + 1).map_or(row_ends, |next| next.starts);
                for class in classes(&visit.class) {
                    by_year.entry(class.year.clone()).or_default().push(Seen {
                        class,
                        words: visit.class.trim(),
                        group: &track.group,
                        starts: visit.starts,
                        ends,
                        slot,
                    });
                }
            }
        }
    }
    for visits in by_year.values_mut() {
        visits.sort_by_key(|seen| seen.starts);
    }
    by_year
}

fn together(plan: &Plan, day: &Day, found: &mut Found) {
    for visits in seen(day).values() {
        // What each group sees longest in this year: later visits start no earlier.
        let mut inside: BTreeMap<(&GroupId, &ClassName), &Seen<'_>> = BTreeMap::new();
        for visit in visits {
            for other in inside.values() {
                let meets =
                    other.ends > visit.starts && visit.ends > visit.starts && other.ends > other.starts;
                let as_one = other.slot.id == visit.slot.id && go_together(visit.slot);
                if meets && !as_one && other.group != visit.group && other.class.may_be(&visit.class) {
                    one_room(plan, day, other, visit, found);
                }
            }
            let longest = inside.entry((visit.group, &visit.class)).or_insert(visit);
            if visit.ends >= longest.ends {
                *longest = visit;
            }
        }
    }
}

fn one_room(plan: &Plan, day: &Day, first: &Seen<'_>, second: &Seen<'_>, found: &mut Found) {
    let place = Whereabouts::of_visit(day, second.slot, second.starts);
    let name = |seen: &Seen<'_>| group_name(plan, seen.group).to_string();
    let together = Together {
        groups: [name(first), name(second)],
        classes: [first.words.to_string(), second.words.to_string()],
        until: first.ends.min(second.ends),
    };
    let told_apart = first.class.which == second.class.which && !first.class.which.is_empty();
    if number_of_classes(plan, &first.class.year) > 1 && !told_apart {
        found.warning(place, VisitFinding::PerhapsOneRoom(together));
    } else {
        found.error(place, VisitFinding::OneRoom(together));
    }
}

/// How many classes the plan says a year has; one where it says nothing.
fn number_of_classes(plan: &Plan, year: &str) -> u32 {
    let is_meant = |name: &str| classes(name).iter().any(|class| class.year == year);
    let years = plan.host.years.iter();
    let meant = years.filter(|known| is_meant(&known.name));
    meant.map(|known| u32::from(known.classes)).max().unwrap_or(1)
}

/// The name of a group, or its id where it is not on the plan.
pub(super) fn group_name<'a>(plan: &'a Plan, group: &'a GroupId) -> &'a str {
    plan.group(group)
        .map_or(group.as_str(), |group| group.name.as_str())
}

/// Says once for each row or group that lessons are visited without saying which.
fn without_visits(plan: &Plan, day: &Day, slot: &Slot, found: &mut Found) {
    let here = || Whereabouts::of_row(day, slot);
    if slot.tracks.is_empty() {
        if slot.activity.kind == ActivityKind::LessonVisits {
            found.warning(here(), VisitFinding::NoVisits(None));
        }
        return;
    }
    for track in &slot.tracks {
        let kind = slot.activity_of(Some(&track.group)).kind;
        if kind == ActivityKind::LessonVisits && track.visits.is_empty() {
            let group = group_name(plan, &track.group).to_string();
            found.warning(here(), VisitFinding::NoVisits(Some(group)));
        }
    }
}

/// Whether all groups of a row go to the same classes at the same times: they are meant to go together.
fn go_together(slot: &Slot) -> bool {
    let route = |track: &Track| -> Vec<(NaiveTime, String)> {
        let visits = track.visits.iter();
        visits
            .map(|visit| (visit.starts, visit.class.trim().to_lowercase()))
            .collect()
    };
    let [first, others @ ..] = slot.tracks.as_slice() else {
        return false;
    };
    let route_of_first = route(first);
    !others.is_empty()
        && !route_of_first.is_empty()
        && others.iter().all(|track| route(track) == route_of_first)
}

/// Says which groups have nothing to do while another one visits lessons, and which go everywhere together.
fn idle(plan: &Plan, day: &Day, slot: &Slot, found: &mut Found) {
    let here = || Whereabouts::of_row(day, slot);
    if go_together(slot) {
        let names = slot
            .tracks
            .iter()
            .map(|track| group_name(plan, &track.group).to_string());
        found.warning(here(), VisitFinding::GoTogether(names.collect()));
    }
    let visited = slot.tracks.iter().any(|track| !track.visits.is_empty());
    let ways: BTreeSet<&GroupId> = slot.tracks.iter().map(|track| &track.group).collect();
    // A group that goes two ways was likely meant to be two, which is said of its people.
    if ways.len() < slot.tracks.len() {
        return;
    }
    let busy = |group: &GroupId| slot.tracks.iter().any(|track| track.group == *group);
    for group in plan.groups.iter().filter(|group| visited && !busy(&group.id)) {
        found.warning(here(), VisitFinding::NothingToDo(group.name.clone()));
    }
}

/// Whether the words of a row say how one walks from class to class; a learning walk does not.
fn says_walk(slot: &Slot, track: &Track) -> bool {
    let classes = track.visits.iter().map(|visit| visit.class.as_str());
    classes.chain([slot.remark.as_str()]).any(|text| {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        let walks = |at: usize| words[at].starts_with("walk") && (at == 0 || words[at - 1] != "learning");
        (0..words.len()).any(walks)
    })
}

/// How long the visits of a track last: until the next one starts, the last one until its row ends.
fn lengths(track: &Track, row_ends: NaiveTime) -> impl Iterator<Item = TimeDelta> {
    let starts = track.visits.iter().map(|visit| visit.starts);
    let ends = starts.clone().skip(1).chain([row_ends]);
    starts.zip(ends).map(|(starts, ends)| ends - starts)
}

/// How long the visits of a group last, over the whole plan.
fn lengths_of(plan: &Plan, group: &GroupId) -> Vec<TimeDelta> {
    let rows = plan
        .days
        .iter()
        .flat_map(|day| (0..day.slots.len()).map(move |row| (day, row)));
    let tracks = rows.flat_map(|(day, row)| {
        let tracks = day.slots.get(row).map_or(&[][..], |slot| &slot.tracks);
        tracks.iter().map(move |track| (track, row_end(&day.slots, row)))
    });
    tracks
        .filter(|(track, _)| track.group == *group)
        .flat_map(|(track, row_ends)| lengths(track, row_ends))
        .filter(|length| *length > TimeDelta::zero())
        .collect()
}

/// The shortest visit of a group; a class is seen in that time, and what is longer has room for a walk. What another
/// group does says nothing of this one.
fn shortest_visit(plan: &Plan, group: &GroupId) -> TimeDelta {
    lengths_of(plan, group).into_iter().min().unwrap_or_default()
}

/// The length that most visits of a group have; the longest of these if there are several.
fn usual_visit(plan: &Plan, group: &GroupId) -> Option<TimeDelta> {
    let mut counted: BTreeMap<TimeDelta, usize> = BTreeMap::new();
    for length in lengths_of(plan, group) {
        *counted.entry(length).or_default() += 1;
    }
    let most = counted.iter().max_by_key(|(length, count)| (**count, **length))?;
    (*most.1 > 1).then_some(*most.0)
}

/// Says which visits are much shorter than those of the group usually are, as after a row was shortened.
fn short_visits(plan: &Plan, found: &mut Found) {
    let usual: BTreeMap<&GroupId, TimeDelta> = plan
        .groups
        .iter()
        .filter_map(|group| Some((&group.id, usual_visit(plan, &group.id)?)))
        .collect();
    for day in &plan.days {
        for (row, slot) in day.slots.iter().enumerate() {
            for track in &slot.tracks {
                let Some(usual) = usual.get(&track.group) else {
                    continue;
                };
                let each = track.visits.iter().zip(lengths(track, row_end(&day.slots, row)));
                let short =
                    each.filter(|(_, length)| *length > TimeDelta::zero() && *usual - *length >= SHORTENED);
                for (visit, length) in short {
                    let short = VisitFinding::Shortened {
                        group: group_name(plan, &track.group).to_string(),
                        class: visit.class.clone(),
                        minutes: length.num_minutes(),
                        usual: usual.num_minutes(),
                    };
                    found.note(Whereabouts::of_row(day, slot), short);
                }
            }
        }
    }
}

/// A visit lasts until the next one starts, so that the walk is taken from a visit unless that is longer than it need
/// be, or the row says how they walk. Said once for each group, whether its classes stand in one row or in rows of
/// their own.
fn back_to_back(plan: &Plan, found: &mut Found) {
    let mut hurried: BTreeMap<&GroupId, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for (at, day) in plan.days.iter().enumerate() {
        for (row, slot) in day.slots.iter().enumerate() {
            for track in slot.tracks.iter().filter(|track| !says_walk(slot, track)) {
                let room = shortest_visit(plan, &track.group) + WALK;
                let rows = if goes_on_at_once(day, row, track, room) {
                    row..=row + 1
                } else if has_no_walk_within(track, room) {
                    row..=row
                } else {
                    continue;
                };
                let places = rows.map(|row| (at, row));
                hurried.entry(&track.group).or_default().extend(places);
            }
        }
    }
    for (group, places) in hurried {
        let visits = |(day, row): &(usize, usize)| {
            let slot = plan.days.get(*day).and_then(|day| day.slots.get(*row));
            let track = slot.and_then(|slot| slot.track(Some(group)));
            track.map_or(0, |track| track.visits.len())
        };
        let no_walk = VisitFinding::NoWalk {
            group: group_name(plan, group).to_string(),
            visits: places.iter().map(visits).sum(),
            rows: places.len(),
            walk: WALK.num_minutes(),
        };
        let first = places
            .first()
            .and_then(|(day, row)| plan.days.get(*day).map(|day| (day, *row)));
        if let Some((day, slot)) = first.and_then(|(day, row)| Some((day, day.slots.get(row)?))) {
            found.note(Whereabouts::of_row(day, slot), no_walk);
        }
    }
}

/// Whether some visit of a row has no room for the walk to the next one in it.
fn has_no_walk_within(track: &Track, room: TimeDelta) -> bool {
    let between = track.visits.len().saturating_sub(1);
    lengths(track, NaiveTime::MIN)
        .take(between)
        .any(|length| length < room)
}

/// Whether the last class of a row is followed, without a minute between them, by another one in the next row.
fn goes_on_at_once(day: &Day, row: usize, track: &Track, room: TimeDelta) -> bool {
    let ends = row_end(&day.slots, row);
    let next = day.slots.get(row + 1).and_then(|slot| {
        let next = slot.track(Some(&track.group))?;
        let first = next.visits.first()?;
        (!says_walk(slot, next)).then_some(first)
    });
    let last = track.visits.last().zip(lengths(track, ends).last());
    let (Some(next), Some((last, length))) = (next, last) else {
        return false;
    };
    let elsewhere = next.class.trim() != last.class.trim();
    elsewhere && next.starts == ends && length < room
}

/// Names the classes that are visited of a year which the host does not have, each once. Where most are such, the plan
/// does not have all years of the host.
fn not_of_the_school(plan: &Plan, found: &mut Found) {
    let years: Vec<String> = plan.host.years.iter().map(|year| year.name.clone()).collect();
    let known: BTreeSet<String> = years
        .iter()
        .flat_map(|year| classes(year))
        .map(|class| class.year)
        .collect();
    let numbered = |year: &str| !year.is_empty() && year.chars().all(|letter| letter.is_ascii_digit());
    // Schools call what comes before Year 1 by many names.
    let strange = |class: &ClassName| numbered(&class.year) && !known.contains(&class.year);
    let mut visited: BTreeMap<&str, (bool, Whereabouts)> = BTreeMap::new();
    for day in &plan.days {
        for slot in &day.slots {
            for visit in slot.tracks.iter().flat_map(|track| &track.visits) {
                let is_strange = classes(&visit.class).iter().any(strange);
                visited
                    .entry(visit.class.trim())
                    .or_insert_with(|| (is_strange, Whereabouts::of_row(day, slot)));
            }
        }
    }
    let count = visited.values().filter(|(is_strange, _)| *is_strange).count();
    if known.is_empty() || count * 2 >= visited.len() {
        return;
    }
    for (class, (_, place)) in visited.into_iter().filter(|(_, (is_strange, _))| *is_strange) {
        let class = class.to_string();
        let years = years.clone();
        found.warning(place, VisitFinding::NotOfTheSchool { class, years });
    }
}

/// Names the years of the host that nobody visits, if lessons are visited at all.
fn never_visited(plan: &Plan, found: &mut Found) {
    let tracks = plan
        .days
        .iter()
        .flat_map(|day| &day.slots)
        .flat_map(|slot| &slot.tracks);
    let visits = tracks.flat_map(|track| &track.visits);
    let visited: BTreeSet<String> = visits
        .flat_map(|visit| classes(&visit.class))
        .map(|class| class.year)
        .collect();
    if visited.is_empty() {
        return;
    }
    let unseen = |name: &str| classes(name).iter().all(|class| !visited.contains(&class.year));
    let years = plan.host.years.iter().map(|year| year.name.as_str());
    let missed: Vec<String> = years.filter(|name| unseen(name)).map(str::to_string).collect();
    if !missed.is_empty() {
        found.note(Whereabouts::default(), VisitFinding::NotVisited(missed));
    }
}
