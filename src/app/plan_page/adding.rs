//! What can be added where.

use super::{Add, PageReply, PlanEntry, PlanPage, PlanPick, Section, Spot, telling::PlanNotice};
use crate::{
    app::day::Day,
    domain::{ids::DayId, plan::Plan, plan_edit::PromptsOf},
};

impl PlanPage {
    /// Begins to add what fits below the line that the cursor is on.
    pub(super) fn add(&mut self, day: &Day, spot: &Spot, reply: &mut PageReply) {
        let plan = day.plan_in_hand();
        if let Some(day) = day_of_new_row(plan, spot) {
            let after = spot.row().cloned();
            return reply.pick(PlanPick::NewRow { day, after }, plan);
        }
        if let Spot::Tracks(row) = spot {
            let used = plan.slot(row).map_or(0, |(_, row)| row.tracks.len());
            if used == plan.groups.len() {
                return reply.say(PlanNotice::NoGroupLeft);
            }
            self.open.insert(spot.clone());
            return reply.pick(PlanPick::Track(row.clone()), plan);
        }
        let Some((head, add)) = below(plan, spot) else {
            return reply.say(PlanNotice::NothingToAdd);
        };
        self.open.insert(head);
        reply.type_in(PlanEntry::Add(add), plan);
    }
}

/// The day on which a row is added below this line.
fn day_of_new_row(plan: &Plan, spot: &Spot) -> Option<DayId> {
    match spot {
        Spot::Day(day) => Some(day.clone()),
        Spot::Row(row) | Spot::Kind(row) | Spot::Remark(row) => Some(plan.slot(row)?.0.id.clone()),
        _ => None,
    }
}

/// What is added below this line, and the head that has to be open for it to be seen.
fn below(plan: &Plan, spot: &Spot) -> Option<(Spot, Add)> {
    Some(match spot {
        Spot::Years | Spot::Year(_) => (Spot::Years, Add::Year),
        Spot::List(list) | Spot::Item(list, _) => (Spot::List(*list), Add::Item(*list)),
        Spot::Enquiries => (Spot::Enquiries, Add::Enquiry),
        Spot::Enquiry(line) => (Spot::Enquiries, Add::EnquiryPart(line.clone())),
        Spot::EnquiryPart(part) => {
            let lines = &plan.agreement.lines_of_enquiry;
            let line = lines
                .iter()
                .find(|line| line.sub_questions.iter().any(|other| other.id == *part))?;
            (Spot::Enquiries, Add::EnquiryPart(line.id.clone()))
        }
        Spot::Holidays | Spot::Holiday(_) => (Spot::Holidays, Add::Holiday),
        Spot::Groups | Spot::Group(_) => (Spot::Groups, Add::Group),
        Spot::People | Spot::Person(_) | Spot::Section(Section::People) => (Spot::People, Add::Person),
        Spot::Section(Section::Timetable) => (spot.clone(), Add::Day),
        Spot::Track(row, track) | Spot::Visit(row, track, _) => {
            let head = Spot::Track(row.clone(), track.clone());
            (head, Add::Visit(row.clone(), track.clone()))
        }
        Spot::Questions(of) | Spot::Prompt(of, _) => question(of),
        _ => return None,
    })
}

fn question(of: &PromptsOf) -> (Spot, Add) {
    (Spot::Questions(of.clone()), Add::Prompt(of.clone()))
}
