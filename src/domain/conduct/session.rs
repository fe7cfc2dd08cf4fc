//! The whole check of a session's findings: every text that would be handed on, and what is missing.

use super::{
    super::{
        findings_board::{FindingsBoard, OnBoard},
        ids::{FieldId, RecordId},
        plan::Plan,
        records::Records,
    },
    Breach, Conduct, Reason,
    gaps::{Gap, gaps},
};

/// One thing to mend, to reword or to accept before the findings are handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The finding, and its place; none where it is about notes that belong to no finding.
    pub place: Option<FindingPlace>,
    /// What it is.
    pub what: ConcernKind,
}

/// What there is to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConcernKind {
    /// Words that should not be handed on.
    Breach(Part, Breach),
    /// Something is missing.
    Gap(Gap),
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// The finding.
    pub finding: RecordId,
    /// The title of its list, such as "Areas for development".
    pub list: String,
    /// Its number in the list, from 1.
    pub number: usize,
}

/// A text of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its statement.
    Statement,
    /// A field of its list, with its name: "Impact".
    Field(FieldId, String),
    /// What an action step asks for; its number, from 1.
    StepWhat(usize),
    /// Who does it; its number, from 1.
    StepWho(usize),
}

/// Everything to be seen to before the findings of a session are handed on, in the order of the board.
#[must_use]
pub fn look_over(plan: &Plan, records: &Records) -> Vec<Concern> {
    let conduct = Conduct::of(plan);
    let board = FindingsBoard::of(records);
    let mut missing = gaps(plan, records);
    let mut concerns = Vec::new();
    for list in plan.rules.findings.iter() {
        for (at, on_board) in board.listed(&list.id).enumerate() {
            let place = FindingPlace {
                finding: on_board.id,
                list: list.title.clone(),
                number: at + 1,
            };
            let name_of = |field: &FieldId| {
                let field_of_list = list.field(field);
                field_of_list.map_or_else(|| field.to_string(), |field| field.title.clone())
            };
            let of_finding = missing.extract_if(.., |gap| gap.finding == Some(on_board.id));
            let kinds = breaches(&conduct, on_board, &name_of).into_iter();
            let kinds = kinds.chain(of_finding.map(ConcernKind::Gap));
            concerns.extend(kinds.map(|what| Concern {
                place: Some(place.clone()),
                what,
            }));
        }
    }
    let rest = missing.into_iter().map(|gap| Concern {
        place: None,
        what: ConcernKind::Gap(gap),
    });
    concerns.extend(rest);
    concerns
}

fn breaches(conduct: &Conduct, on_board: &OnBoard, name_of: &dyn Fn(&FieldId) -> String) -> Vec<ConcernKind> {
    let finding = &on_board.finding;
    let mut texts = vec![(Part::Statement, finding.statement.as_str())];
    for (field, text) in &finding.fields {
        texts.push((Part::Field(field.clone(), name_of(field)), text));
    }
    for (at, step) in finding.steps.iter().enumerate() {
        texts.push((Part::StepWhat(at + 1), &step.what));
        texts.push((Part::StepWho(at + 1), &step.who));
    }
    let mut found = Vec::new();
    for (part, text) in texts {
        let breaches = conduct.look_at(text).into_iter();
        // Who does something is asked for by role.
        let by_role = matches!(part, Part::StepWho(_));
        let breaches = breaches.filter(|breach| !(by_role && breach.reason == Reason::Role));
        found.extend(breaches.map(|breach| ConcernKind::Breach(part.clone(), breach)));
    }
    found
}
