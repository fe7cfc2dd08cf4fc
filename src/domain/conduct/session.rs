//! The whole check of a session's findings: every text that would be handed on, and what is missing.

use super::{
    super::{
        by_when::ByWhen,
        finding::{BECAUSE, FindingKind, OWN_VIEW},
        finding_lists::{FindingList, Subject},
        findings_board::{FindingsBoard, Numbered, OnBoard},
        ids::{FieldId, RecordId},
        plan::Plan,
        records::Records,
    },
    Breach, Conduct, Reason,
    accepting::{Acceptance, acceptance, matter_id},
    gaps::{Gap, GapReason, gaps},
};

/// One thing to mend, to reword or to accept before the findings are handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The finding or claim, and its place; none where it is about notes that belong to no finding.
    pub place: Option<FindingPlace>,
    /// What it is.
    pub what: ConcernKind,
    /// The whole text in which the words stand; empty where something is missing.
    pub text: String,
    /// The record by which it is accepted, the same for every writer.
    pub matter: RecordId,
    /// Why it may stand, if somebody said so.
    pub accepted: Option<Acceptance>,
}

impl Concern {
    /// Whether words in it should not be handed on as they stand.
    #[must_use]
    pub fn is_breach(&self) -> bool {
        matches!(self.what, ConcernKind::Breach(..))
    }

    /// Whether it can be accepted: a finding without words, or with two wordings, has to be mended.
    #[must_use]
    pub fn can_be_accepted(&self) -> bool {
        !matches!(&self.what, ConcernKind::Gap(gap)
            if matches!(gap.reason, GapReason::NoStatement | GapReason::WordedApart))
    }
}

/// What there is to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConcernKind {
    /// Words that should not be handed on.
    Breach(Part, Breach),
    /// Something is missing.
    Gap(Gap),
}

/// Where a finding stands on the board, or a claim of the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// The finding.
    pub finding: RecordId,
    /// The title of its list, such as "Areas for development", or what the school's claims are called.
    pub list: String,
    /// What it is on, where its list has one finding each for something, such as a standard.
    pub subject: Option<String>,
    /// Its number on the board, from 1; of a claim, which has none there, its place among the claims.
    pub number: usize,
    /// Whether it is a claim of the school.
    pub is_claim: bool,
    /// What it says.
    pub statement: String,
}

/// A text of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its statement.
    Statement,
    /// A field of its list, with its name: "Impact"; of a claim, why the team agrees or differs.
    Field(FieldId, String),
    /// What an action step asks for; its number, from 1.
    StepWhat(usize, RecordId),
    /// Who does it; its number, from 1.
    StepWho(usize, RecordId),
    /// By when it is done, where that is in words; its number, from 1.
    StepBy(usize, RecordId),
}

/// Everything to be seen to before the findings of a session are handed on: words first, which must not be handed on,
/// then what is missing, each in the order of the board; at the end what was accepted.
#[must_use]
pub fn look_over(plan: &Plan, records: &Records) -> Vec<Concern> {
    let conduct = Conduct::of(plan);
    let board = FindingsBoard::of(records);
    let mut missing = gaps(plan, records);
    let mut concerns = Vec::new();
    let mut look_at = |on_board: &OnBoard, place: &FindingPlace, name_of: &dyn Fn(&FieldId) -> String| {
        let of_finding = missing.extract_if(.., |gap| gap.finding == Some(on_board.id));
        let kinds = breaches(&conduct, on_board, name_of).into_iter();
        let kinds = kinds.chain(of_finding.map(|gap| (ConcernKind::Gap(gap), String::new())));
        concerns.extend(kinds.map(|kind| concern((plan, records), Some(place), kind)));
    };
    for list in plan.rules.findings.iter() {
        let name_of = |field: &FieldId| {
            let field_of_list = list.field(field);
            field_of_list.map_or_else(|| field.to_string(), |field| field.title.clone())
        };
        for (on_board, place) in places(plan, &board, list) {
            look_at(on_board, &place, &name_of);
        }
    }
    for (number, claim) in (1..).zip(board.claims()) {
        look_at(claim, &place_of_claim(claim, number), &|_| BECAUSE.to_owned());
    }
    let rest = missing
        .into_iter()
        .map(|gap| (ConcernKind::Gap(gap), String::new()));
    concerns.extend(rest.map(|kind| concern((plan, records), None, kind)));
    concerns.sort_by_key(|concern| (concern.accepted.is_some(), !concern.is_breach()));
    concerns
}

/// The findings that nobody has agreed to, and that a report leaves out, in the order of the board.
#[must_use]
pub fn not_agreed(plan: &Plan, board: &FindingsBoard) -> Vec<FindingPlace> {
    let lists = plan.rules.findings.iter();
    let all = lists.flat_map(|list| places(plan, board, list));
    let open = all.filter(|(on_board, _)| !on_board.is_agreed());
    open.map(|(_, place)| place).collect()
}

/// The findings of a list in the order of the board, each with its place.
fn places<'b>(plan: &Plan, board: &'b FindingsBoard, list: &FindingList) -> Vec<(&'b OnBoard, FindingPlace)> {
    let subjects = list.subjects(plan);
    let of = |on_board: &'b OnBoard| {
        let finding = &on_board.finding;
        let is_on = |subject: &&Subject| matches!(&finding.kind, FindingKind::About(_, about) if *about == subject.about);
        let place = FindingPlace {
            finding: on_board.id,
            list: list.title.clone(),
            subject: subjects.iter().find(is_on).map(|subject| subject.words.clone()),
            number: board.number_of(plan, on_board.id).unwrap_or_default(),
            is_claim: false,
            statement: finding.statement.clone(),
        };
        (on_board, place)
    };
    let order = board.in_list(plan, list).into_iter();
    let findings = order.filter_map(|numbered| match numbered {
        Numbered::Finding(id) => board.get(id),
        Numbered::Subject(..) => None,
    });
    findings.map(of).collect()
}

fn place_of_claim(claim: &OnBoard, number: usize) -> FindingPlace {
    FindingPlace {
        finding: claim.id,
        list: OWN_VIEW.to_owned(),
        subject: None,
        number,
        is_claim: true,
        statement: claim.finding.statement.clone(),
    }
}

fn concern(
    (plan, records): (&Plan, &Records),
    place: Option<&FindingPlace>,
    (what, text): (ConcernKind, String),
) -> Concern {
    let of = place.map_or(plan.session.0, |place| place.finding.0);
    let matter = matter_id(of, &what, &text);
    Concern {
        place: place.cloned(),
        what,
        text,
        matter,
        accepted: acceptance(records, matter),
    }
}

fn breaches(
    conduct: &Conduct,
    on_board: &OnBoard,
    name_of: &dyn Fn(&FieldId) -> String,
) -> Vec<(ConcernKind, String)> {
    let finding = &on_board.finding;
    let mut texts = vec![(Part::Statement, finding.statement.as_str())];
    for (field, text) in &finding.fields {
        texts.push((Part::Field(field.clone(), name_of(field)), text));
    }
    for (at, step) in finding.steps.iter().enumerate() {
        texts.push((Part::StepWhat(at + 1, step.id), &step.what));
        texts.push((Part::StepWho(at + 1, step.id), &step.who));
        if let Some(ByWhen::Words(words)) = &step.by {
            texts.push((Part::StepBy(at + 1, step.id), words));
        }
    }
    let mut found = Vec::new();
    for (part, text) in texts {
        let breaches = conduct.look_at(text).into_iter();
        // Who does something is asked for by role.
        let by_role = matches!(part, Part::StepWho(..));
        let breaches = breaches.filter(|breach| !(by_role && breach.reason == Reason::Role));
        found.extend(breaches.map(|breach| (ConcernKind::Breach(part.clone(), breach), text.to_owned())));
    }
    found
}

#[cfg(test)]
mod tests;
