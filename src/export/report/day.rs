//! The day as it was agreed and as it was.

use chrono::Timelike;

use super::{DayLine, Place, Sources, words};
use crate::{
    domain::{
        coverage::Coverage,
        ids::GroupId,
        parts_of_school::PartsOfSchool,
        stamp::Stamp,
        today::{Actual, Today},
    },
    export::text::Text,
};

/// Every way through every day on which something was otherwise than planned, or somebody said when they came.
pub(super) fn lines(sources: &Sources<'_>) -> Vec<DayLine> {
    let Sources { plan, records, .. } = *sources;
    let coverage = Coverage::of(plan, records, sources.made);
    let parts = PartsOfSchool::of(&plan.host, &coverage.classes);
    let groups: Vec<Option<&GroupId>> = if plan.groups.is_empty() {
        vec![None]
    } else {
        plan.groups.iter().map(|group| Some(&group.id)).collect()
    };
    let mut lines = Vec::new();
    for group in groups {
        let actual = Today::of(plan, records, group).actual(plan, records, group, sources.made);
        for day in &plan.days {
            let of_day = |actual: &&Actual| begins(actual).is_some_and(|begins| begins.date() == day.date);
            let mut places: Vec<&Actual> = actual.iter().filter(of_day).collect();
            // What did not take place stands where it would have been.
            places.sort_by_key(|place| place.today.or(place.planned));
            if !places.iter().any(|place| differs(place)) {
                continue;
            }
            let name = group
                .and_then(|group| plan.group(group))
                .map(|group| group.name.as_str());
            let label = Some(day.label.as_str()).filter(|_| plan.days.len() > 1);
            let title: Vec<&str> = [label, name].into_iter().flatten().collect();
            lines.push(DayLine {
                title: Text::new(&title.join(", ")),
                places: told(&places, &parts),
            });
        }
    }
    lines
}

/// The places as they are told; visits by their number and the part of the school.
fn told(places: &[&Actual], parts: &PartsOfSchool) -> Vec<Place> {
    let mut visits = 0;
    let told = places.iter().map(|actual| {
        if actual.place.visit.is_some() {
            visits += 1;
            let part = parts.part_of(&actual.name).map(|part| part.name.as_str());
            place(actual, &words::visit(visits, part))
        } else {
            place(actual, &actual.name)
        }
    });
    told.collect()
}

fn begins(actual: &Actual) -> Option<Stamp> {
    actual.planned.or(actual.today).map(|(begins, _)| begins)
}

fn differs(actual: &Actual) -> bool {
    actual.planned != actual.today || actual.came.is_some()
}

fn place(actual: &Actual, name: &str) -> Place {
    Place {
        name: Text::new(name),
        planned: actual.planned.map(minutes),
        actual: actual.today.map(minutes),
        came: actual.came.map(minute),
    }
}

fn minutes((from, until): (Stamp, Stamp)) -> (usize, usize) {
    (minute(from), minute(until))
}

fn minute(stamp: Stamp) -> usize {
    let time = stamp.time();
    usize::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}
