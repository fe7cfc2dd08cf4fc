//! What can be added where.

use super::{Add, PageReply, PlanEntry, PlanPage, PlanPick, Section, Spot, telling::PlanNotice};
use crate::{
    app::{day::Day, message::At},
    domain::{
        ids::{DayId, SlotId},
        plan::Plan,
        plan_edit::{Listed, PromptsOf},
    },
};

/// What is added below a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// A year group of the host school.
    Year,
    /// An entry of a list.
    Item(Listed),
    /// A line of enquiry.
    Enquiry,
    /// A part of a line of enquiry.
    EnquiryPart,
    /// School holidays.
    Holiday,
    /// A group.
    Group,
    /// A person.
    Person,
    /// A day.
    Day,
    /// A row of the timetable.
    Row,
    /// A group's own way through a row.
    Track,
    /// A class to visit.
    Visit,
    /// A question.
    Prompt,
}

/// What is added below this line, if anything can be.
pub(super) fn added(plan: &Plan, spot: &Spot) -> Option<Added> {
    if day_of_new_row(plan, spot).is_some() {
        return Some(Added::Row);
    }
    if let Spot::Tracks(row) = spot {
        return has_group_left(plan, row).then_some(Added::Track);
    }
    let (_, add) = below(plan, spot)?;
    Some(match add {
        Add::Year => Added::Year,
        Add::Item(list) => Added::Item(list),
        Add::Enquiry => Added::Enquiry,
        Add::EnquiryPart(_) => Added::EnquiryPart,
        Add::Holiday => Added::Holiday,
        Add::Group => Added::Group,
        Add::Person => Added::Person,
        Add::Day => Added::Day,
        Add::Row { .. } => Added::Row,
        Add::Visit(..) => Added::Visit,
        Add::Prompt(_) => Added::Prompt,
    })
}

impl PlanPage {
    /// Begins to add what fits below the line that the cursor is on.
    pub(super) fn add(&mut self, at: At, day: &Day, spot: &Spot, reply: &mut PageReply) {
        let plan = day.plan_in_hand();
        if let Some(day) = day_of_new_row(plan, spot) {
            let after = spot.row().cloned();
            return reply.pick(PlanPick::NewRow { day, after }, plan);
        }
        if let Spot::Tracks(row) = spot {
            if !has_group_left(plan, row) {
                return reply.say(PlanNotice::NoGroupLeft);
            }
            self.open.insert(spot.clone());
            return reply.pick(PlanPick::Track(row.clone()), plan);
        }
        let Some((head, add)) = below(plan, spot) else {
            return reply.say(PlanNotice::NothingToAdd);
        };
        self.open.insert(head);
        reply.type_in(PlanEntry::Add(add), plan, at.now);
    }
}

/// Whether a group still does what the row does.
fn has_group_left(plan: &Plan, row: &SlotId) -> bool {
    plan.slot(row)
        .is_some_and(|(_, row)| row.tracks.len() < plan.groups.len())
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
