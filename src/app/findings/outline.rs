//! The lines of the findings side.

use crate::{
    app::day::Day,
    domain::{
        finding::{Finding, FindingKind},
        finding_deeds::Target,
        finding_lists::FindingList,
        findings_board::{FindingsBoard, Numbered, OnBoard},
        ids::{FieldId, ListId, RecordId, WriterId},
    },
};

/// Something among the findings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The head of what was worded apart.
    Apart,
    /// One of several wordings.
    Wording(RecordId, WriterId),
    /// The head of where people differ.
    Differences,
    /// One of these places.
    Difference(usize),
    /// The head of a list.
    List(ListId),
    /// Something that a list is to have a finding on, and has none yet.
    Subject(ListId, String),
    /// A finding.
    Finding(RecordId),
    /// What is said of it under a field.
    Field(RecordId, FieldId),
    /// Where it stands on its scale.
    Level(RecordId),
    /// One of its action steps.
    Step(RecordId, RecordId),
    /// What it rests on.
    RestsOn(RecordId),
    /// The head of what is in no list of the model.
    Others,
    /// The notes that were set aside.
    Aside,
    /// The head of what the school says of itself.
    Claims,
    /// One of its claims.
    Claim(RecordId),
}

/// A line of the findings side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub spot: Spot,
    /// Its number on the board, if it has one; the first nine are keys by which notes are filed here.
    pub number: Option<usize>,
}

impl Spot {
    /// The finding that it belongs to.
    #[must_use]
    pub fn finding(&self) -> Option<RecordId> {
        match self {
            Self::Finding(id)
            | Self::Field(id, _)
            | Self::Level(id)
            | Self::Step(id, _)
            | Self::RestsOn(id) => Some(*id),
            _ => None,
        }
    }

    /// Where notes go that are filed here.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::List(list) => Some(Target::New(list.clone())),
            Self::Subject(list, about) => Some(Target::About(list.clone(), about.clone())),
            spot => spot.finding().map(Target::Finding),
        }
    }
}

/// Every line. The finding that is chosen shows all that is said of it.
pub(super) fn outline(day: &Day, board: &FindingsBoard, chosen: &Spot) -> Vec<Line> {
    let mut spots = Vec::new();
    let mut apart = board.worded_apart().peekable();
    if apart.peek().is_some() {
        spots.push(Spot::Apart);
        spots.extend(apart.flat_map(|on_board| wordings(day, on_board.id)));
    }
    if !board.differences().is_empty() {
        spots.push(Spot::Differences);
        spots.extend((0..board.differences().len()).map(Spot::Difference));
    }
    for list in day.today.plan.rules.findings.iter() {
        list_lines(day, board, list, chosen, &mut spots);
    }
    // What another model, or a later version of this one, has in another list is not lost from sight.
    if board.in_no_list(&day.today.plan).next().is_some() {
        spots.push(Spot::Others);
    }
    for on_board in board.in_no_list(&day.today.plan) {
        finding_lines(on_board, None, chosen, &mut spots);
    }
    spots.push(Spot::Aside);
    spots.push(Spot::Claims);
    spots.extend(board.claims().map(|claim| Spot::Claim(claim.id)));
    numbered(spots)
}

fn numbered(spots: Vec<Spot>) -> Vec<Line> {
    let mut next = 1..;
    let number = |spot: &Spot| matches!(spot, Spot::Finding(_) | Spot::Subject(..));
    spots
        .into_iter()
        .map(|spot| Line {
            number: if number(&spot) { next.next() } else { None },
            spot,
        })
        .collect()
}

fn wordings(day: &Day, id: RecordId) -> Vec<Spot> {
    let editions = day.records.findings.editions(id);
    let wordings = editions.map_or_else(Vec::new, |editions| editions.wordings());
    wordings
        .iter()
        .map(|wording| Spot::Wording(id, wording.writer))
        .collect()
}

fn list_lines(day: &Day, board: &FindingsBoard, list: &FindingList, chosen: &Spot, spots: &mut Vec<Spot>) {
    spots.push(Spot::List(list.id.clone()));
    for numbered in board.in_list(&day.today.plan, list) {
        match numbered {
            Numbered::Finding(id) => {
                if let Some(on_board) = board.get(id) {
                    finding_lines(on_board, Some(list), chosen, spots);
                }
            }
            Numbered::Subject(list, about) => spots.push(Spot::Subject(list, about)),
        }
    }
}

fn finding_lines(on_board: &OnBoard, list: Option<&FindingList>, chosen: &Spot, spots: &mut Vec<Spot>) {
    let id = on_board.id;
    spots.push(Spot::Finding(id));
    if chosen.finding() != Some(id) || on_board.worded_apart {
        return;
    }
    let finding = &on_board.finding;
    spots.extend(
        fields(finding, list)
            .into_iter()
            .map(|field| Spot::Field(id, field)),
    );
    if list.is_some_and(|list| list.scale.is_some()) || !finding.level.is_empty() {
        spots.push(Spot::Level(id));
    }
    spots.extend(finding.steps.iter().map(|step| Spot::Step(id, step.id)));
    spots.push(Spot::RestsOn(id));
}

/// The fields of its list, and those in which something is said although the list has them not.
fn fields(finding: &Finding, list: Option<&FindingList>) -> Vec<FieldId> {
    let mut fields: Vec<FieldId> = list.map_or_else(Vec::new, |list| {
        list.fields.iter().map(|field| field.id.clone()).collect()
    });
    for field in finding.fields.keys() {
        if !fields.contains(field) && !matches!(finding.kind, FindingKind::Claim(_)) {
            fields.push(field.clone());
        }
    }
    fields
}
