//! From a line of the check to the very line that it speaks of.

use super::{PlanPage, Section, Spot, outline::outline};
use crate::domain::{
    activity::ActivityKind,
    plan::{Plan, Slot},
    plan_check::{AgreedFinding, Finding, PeopleFinding, Remark, RowFinding, VisitFinding, Whereabouts},
    plan_edit::Listed,
};

impl PlanPage {
    /// Goes to where the check found something, and unfolds what that lies below.
    pub(super) fn jump(&mut self, plan: &Plan, at: usize) {
        let Some(remark) = self.remarks.get(at) else {
            return;
        };
        let spot = self.place_of(plan, remark);
        let every = outline(plan, &|_| true, self.remarks.len());
        let Some(nth) = every.iter().position(|line| line.spot == spot) else {
            return;
        };
        let mut depth = every.get(nth).map_or(0, |line| line.depth);
        for above in every.iter().take(nth).rev() {
            if above.depth < depth {
                depth = above.depth;
                self.open.insert(above.spot.clone());
            }
        }
        let lines = self.lines(plan);
        if let Some(nth) = lines.iter().position(|line| line.spot == spot) {
            self.go(&lines, nth);
        }
    }

    fn place_of(&self, plan: &Plan, remark: &Remark) -> Spot {
        let Whereabouts { date, slot, .. } = &remark.place;
        if let Some((_, row)) = slot.as_ref().and_then(|row| plan.slot(row)) {
            return in_row(plan, row, &remark.what);
        }
        let of_date = plan.days.iter().find(|day| Some(day.date) == *date);
        if let Some(day) = of_date {
            return Spot::Day(day.id.clone());
        }
        match &remark.what {
            Finding::Rows(RowFinding::NoDay) => Spot::Section(Section::Timetable),
            Finding::Rows(_) | Finding::Asked(_) => first_day(plan),
            Finding::Visits(_) => first_visits(plan),
            Finding::People(found) => among_people(plan, found),
            Finding::Agreed(found) => self.agreed(found),
        }
    }

    fn agreed(&self, found: &AgreedFinding) -> Spot {
        match found {
            AgreedFinding::NoEnquiry => Spot::Enquiries,
            AgreedFinding::NoRetention | AgreedFinding::RetentionTooSoon(_) => Spot::KeepUntil,
            AgreedFinding::GovernorsTooSoon(_) | AgreedFinding::GovernorsUnknown(_) => Spot::Governors,
            AgreedFinding::DueUnsure(what) | AgreedFinding::WasDue { what, .. } => {
                let at = self.due.iter().position(|due| due.what.trim() == what);
                at.map_or(Spot::Section(Section::Rules), Spot::Deadline)
            }
            AgreedFinding::DayOff(_) | AgreedFinding::BankHolidaysUnknown(_) => {
                Spot::Section(Section::Timetable)
            }
        }
    }
}

/// Where a row can be added that is missed.
fn first_day(plan: &Plan) -> Spot {
    let day = plan.days.first();
    day.map_or(Spot::Section(Section::Timetable), |day| Spot::Day(day.id.clone()))
}

/// Where a visit can be added that is missed.
fn first_visits(plan: &Plan) -> Spot {
    let mut rows = plan.days.iter().flat_map(|day| &day.slots);
    let row = rows.find(|row| row.activity.kind == ActivityKind::LessonVisits);
    row.map_or_else(|| first_day(plan), |row| Spot::Tracks(row.id.clone()))
}

fn in_row(plan: &Plan, row: &Slot, what: &Finding) -> Spot {
    let whole = Spot::Row(row.id.clone());
    match what {
        Finding::Visits(VisitFinding::NoVisits(of)) => {
            let name = |group| plan.group(group).map(|group| &group.name);
            let track = row.tracks.iter().find(|track| name(&track.group) == of.as_ref());
            track.map_or(Spot::Tracks(row.id.clone()), |track| {
                Spot::Track(row.id.clone(), track.id.clone())
            })
        }
        Finding::People(PeopleFinding::Named { line, .. }) => named_in_row(row, line).unwrap_or(whole),
        _ => whole,
    }
}

/// The line of a row, below its own, that says just this.
fn named_in_row(row: &Slot, line: &str) -> Option<Spot> {
    if row.activity.title == line {
        return None;
    }
    if row.remark == line {
        return Some(Spot::Remark(row.id.clone()));
    }
    row.tracks.iter().find_map(|track| {
        if track.activity.as_ref().is_some_and(|own| own.title == line) {
            return Some(Spot::Track(row.id.clone(), track.id.clone()));
        }
        let visit = track.visits.iter().find(|visit| visit.class == line)?;
        Some(Spot::Visit(row.id.clone(), track.id.clone(), visit.id.clone()))
    })
}

fn among_people(plan: &Plan, found: &PeopleFinding) -> Spot {
    let person = |name: &str| {
        let mut people = plan.people.iter().rev();
        let known = people.find(|person| person.name.trim() == name);
        known.map(|person| Spot::Person(person.id.clone()))
    };
    let spot = match found {
        PeopleFinding::NoFacilitator | PeopleFinding::NoSafeguardingLead => None,
        PeopleFinding::EmptyGroup(name) | PeopleFinding::TwoWays(name) => {
            let group = plan.groups.iter().find(|group| group.name == *name);
            group.map(|group| Spot::Group(group.id.clone()))
        }
        PeopleFinding::InTwoGroups(name, _)
        | PeopleFinding::TwiceOnThePlan(name)
        | PeopleFinding::InTwoPlaces(name, _) => person(name),
        PeopleFinding::Named { line, .. } => person(line.trim()).or_else(|| agreed_line(plan, line)),
    };
    spot.unwrap_or(Spot::People)
}

/// The line of what was agreed that says just this.
fn agreed_line(plan: &Plan, line: &str) -> Option<Spot> {
    let agreement = &plan.agreement;
    let own = [
        (&agreement.title, Spot::Title),
        (&agreement.wanted_outcome, Spot::Outcome),
        (&agreement.focus_area, Spot::Focus),
    ];
    let own = own.into_iter().find(|(text, _)| *text == line);
    own.map(|(_, spot)| spot).or_else(|| {
        let lists = [Listed::StaffInvolved, Listed::Remarks];
        lists.into_iter().find_map(|list| {
            let at = list.of(agreement).iter().position(|entry| entry == line)?;
            Some(Spot::Item(list, at))
        })
    })
}
