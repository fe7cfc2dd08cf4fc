//! The plan as lines, each at its depth, folded or not.

use super::spot::{Section, Spot};
use crate::domain::{
    plan::{Day, LineOfEnquiry, Plan, Slot, Track},
    plan_edit::{Listed, PromptsOf},
    prompt::Prompt,
};

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it stands for.
    pub spot: Spot,
    /// How deep it lies.
    pub depth: u8,
    /// Whether it is folded, if anything lies below it.
    pub folded: Option<bool>,
}

/// Collects the lines.
struct Outline<'a> {
    open: &'a dyn Fn(&Spot) -> bool,
    lines: Vec<Line>,
}

impl Outline<'_> {
    fn leaf(&mut self, depth: u8, spot: Spot) {
        let folded = None;
        self.lines.push(Line { spot, depth, folded });
    }

    /// A line with others below it, which are written only while it is open.
    fn head(&mut self, depth: u8, spot: Spot, below: impl FnOnce(&mut Self, u8)) {
        let is_open = (self.open)(&spot);
        self.lines.push(Line {
            spot,
            depth,
            folded: Some(!is_open),
        });
        if is_open {
            below(self, depth + 1);
        }
    }

    fn leaves(&mut self, depth: u8, spots: impl IntoIterator<Item = Spot>) {
        for spot in spots {
            self.leaf(depth, spot);
        }
    }
}

/// The lines of `plan` with those unfolded that are `open`; `found` is how many remarks the check has.
pub(super) fn outline(plan: &Plan, open: &dyn Fn(&Spot) -> bool, found: usize) -> Vec<Line> {
    let mut outline = Outline {
        open,
        lines: Vec::new(),
    };
    outline.head(0, Spot::Section(Section::Review), |outline, depth| {
        review(outline, depth, plan);
    });
    outline.head(0, Spot::Section(Section::People), |outline, depth| {
        people(outline, depth, plan);
    });
    outline.head(0, Spot::Section(Section::Timetable), |outline, depth| {
        for day in &plan.days {
            outline.head(depth, Spot::Day(day.id.clone()), |outline, depth| {
                rows(outline, depth, day);
            });
        }
    });
    outline.head(0, Spot::Section(Section::Rules), |outline, depth| {
        let rules = &plan.rules;
        let conduct = rules.conduct_do.len() + rules.conduct_do_not.len();
        outline.leaves(depth, (0..rules.deadlines.len()).map(Spot::Deadline));
        outline.leaves(depth, (0..conduct).map(Spot::Rule));
    });
    outline.head(0, Spot::Section(Section::Check), |outline, depth| {
        outline.leaves(depth, (0..found).map(Spot::Found));
    });
    if !plan.former.is_empty() {
        outline.head(0, Spot::Section(Section::Former), |outline, depth| {
            outline.leaves(depth, (0..plan.former.len()).map(Spot::Gone));
        });
    }
    list(&mut outline, 0, plan, Listed::Remarks);
    if !plan.agreement.aside.is_empty() {
        list(&mut outline, 0, plan, Listed::Aside);
    }
    outline.lines
}

fn review(outline: &mut Outline<'_>, depth: u8, plan: &Plan) {
    outline.leaf(depth, Spot::Host);
    outline.leaf(depth, Spot::Title);
    outline.head(depth, Spot::Enquiries, |outline, depth| {
        for LineOfEnquiry {
            id, sub_questions, ..
        } in &plan.agreement.lines_of_enquiry
        {
            outline.leaf(depth, Spot::Enquiry(id.clone()));
            let parts = sub_questions
                .iter()
                .map(|part| Spot::EnquiryPart(part.id.clone()));
            outline.leaves(depth + 1, parts);
        }
    });
    outline.leaf(depth, Spot::Outcome);
    outline.leaf(depth, Spot::Focus);
    outline.head(depth, Spot::Years, |outline, depth| {
        outline.leaves(depth, (0..plan.host.years.len()).map(Spot::Year));
    });
    for listed in [Listed::VisitingSchools, Listed::PreReading, Listed::StaffInvolved] {
        list(outline, depth, plan, listed);
    }
    outline.leaf(depth, Spot::KeepUntil);
    outline.leaf(depth, Spot::Governors);
    outline.head(depth, Spot::Holidays, |outline, depth| {
        let holidays = plan.agreement.school_holidays.len();
        outline.leaves(depth, (0..holidays).map(Spot::Holiday));
    });
}

fn list(outline: &mut Outline<'_>, depth: u8, plan: &Plan, listed: Listed) {
    outline.head(depth, Spot::List(listed), |outline, depth| {
        let count = listed.of(&plan.agreement).len();
        outline.leaves(depth, (0..count).map(|at| Spot::Item(listed, at)));
    });
}

fn people(outline: &mut Outline<'_>, depth: u8, plan: &Plan) {
    outline.head(depth, Spot::Groups, |outline, depth| {
        let groups = plan.groups.iter();
        outline.leaves(depth, groups.map(|group| Spot::Group(group.id.clone())));
    });
    outline.head(depth, Spot::People, |outline, depth| {
        let people = plan.people.iter();
        outline.leaves(depth, people.map(|person| Spot::Person(person.id.clone())));
    });
}

fn rows(outline: &mut Outline<'_>, depth: u8, day: &Day) {
    for row in &day.slots {
        outline.head(depth, Spot::Row(row.id.clone()), |outline, depth| {
            inside_row(outline, depth, row);
        });
    }
}

fn inside_row(outline: &mut Outline<'_>, depth: u8, row: &Slot) {
    outline.leaf(depth, Spot::Kind(row.id.clone()));
    outline.leaf(depth, Spot::Remark(row.id.clone()));
    let of = PromptsOf {
        row: row.id.clone(),
        track: None,
    };
    questions(outline, depth, &of, &row.activity.prompts);
    outline.head(depth, Spot::Tracks(row.id.clone()), |outline, depth| {
        for track in &row.tracks {
            inside_track(outline, depth, row, track);
        }
    });
}

fn inside_track(outline: &mut Outline<'_>, depth: u8, row: &Slot, track: &Track) {
    let spot = Spot::Track(row.id.clone(), track.id.clone());
    outline.head(depth, spot, |outline, depth| {
        let visits = track.visits.iter();
        outline.leaves(
            depth,
            visits.map(|visit| Spot::Visit(row.id.clone(), track.id.clone(), visit.id.clone())),
        );
        if let Some(own) = &track.activity {
            let of = PromptsOf {
                row: row.id.clone(),
                track: Some(track.id.clone()),
            };
            questions(outline, depth, &of, &own.prompts);
        }
    });
}

fn questions(outline: &mut Outline<'_>, depth: u8, of: &PromptsOf, prompts: &[Prompt]) {
    outline.head(depth, Spot::Questions(of.clone()), |outline, depth| {
        let spots = prompts
            .iter()
            .map(|prompt| Spot::Prompt(of.clone(), prompt.id.clone()));
        outline.leaves(depth, spots);
    });
}
