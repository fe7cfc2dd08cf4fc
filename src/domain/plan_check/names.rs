//! Somebody by name, where a role serves: the sheet of a plan goes to every school that takes part.

use super::{Found, PeopleFinding, Whereabouts};
use crate::domain::{
    conduct::planned::{Schools, named_among_people, named_in},
    plan::{Day, Plan, Slot},
};

/// Says who is named in a plan.
pub(super) fn check(plan: &Plan, found: &mut Found) {
    let agreement = &plan.agreement;
    let schools = Schools {
        host: &plan.host.name,
        visiting: &agreement.visiting_schools,
    };
    let people = plan.people.iter().map(|person| &person.name);
    for line in people.chain(&agreement.staff_involved) {
        said(
            named_among_people(line, schools),
            line,
            Whereabouts::default(),
            found,
        );
    }
    let lines = [&agreement.title, &agreement.wanted_outcome, &agreement.focus_area];
    for line in lines.into_iter().chain(&agreement.remarks) {
        said(named_in(line, schools), line, Whereabouts::default(), found);
    }
    for day in &plan.days {
        for slot in &day.slots {
            in_row(schools, day, slot, found);
        }
    }
}

fn in_row(schools: Schools<'_>, day: &Day, slot: &Slot, found: &mut Found) {
    let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
    let titles = std::iter::once(&slot.activity)
        .chain(own)
        .map(|activity| &activity.title);
    for line in titles.chain([&slot.remark]) {
        said(
            named_in(line, schools),
            line,
            Whereabouts::of_row(day, slot),
            found,
        );
    }
    for visit in slot.tracks.iter().flat_map(|track| &track.visits) {
        let here = Whereabouts::of_visit(day, slot, visit.starts);
        said(named_in(&visit.class, schools), &visit.class, here, found);
    }
}

fn said(name: Option<String>, line: &str, here: Whereabouts, found: &mut Found) {
    let line = line.to_string();
    if let Some(name) = name {
        found.warning(here, PeopleFinding::Named { name, line });
    }
}
