//! Going to what the check found, and to notes that were seen beside each other.

use super::{By, FindingsPage, Side, Sought, Spot};
use crate::{
    app::{day::Day, page::Page},
    domain::{
        conduct::{
            gaps::GapReason,
            session::{Concern, ConcernKind, Part},
        },
        finding::FindingKind,
        ids::RecordId,
    },
};

impl FindingsPage {
    /// Shows these notes alone, marked, to make a finding of them; `from` is where they were seen.
    pub(in crate::app) fn show_notes(&mut self, day: &Day, notes: Vec<RecordId>, from: Page) {
        self.marked = notes.iter().copied().collect();
        self.sought.by = Some(By::Difference(notes));
        self.came_from = Some(Box::new(from));
        self.look(day);
    }

    /// Whether one came from the page of all notes.
    pub(in crate::app) fn came_from_notes(&self) -> bool {
        matches!(self.came_from.as_deref(), Some(Page::Notes(_)))
    }

    /// The page from which one came with notes.
    pub(in crate::app) fn came_from(self) -> Option<Page> {
        self.came_from.map(|page| *page)
    }

    /// Puts the cursor where something is to be seen to; for notes that are used for nothing, on the first of them.
    pub(in crate::app) fn show_concern(&mut self, day: &Day, concern: &Concern) {
        self.sought = Sought::default();
        self.back = None;
        if let Some(place) = &concern.place {
            self.spot = spot(day, place.finding, &concern.what);
            self.side = Side::Findings;
            self.look(day);
            if concern.nothing_on().is_none() && !self.is_of(place.finding) {
                // What several people worded apart shows nothing below it.
                self.spot = Spot::Finding(place.finding);
            }
        } else if concern.signature().is_none() {
            self.side = Side::Evidence;
            let named = match &concern.what {
                ConcernKind::Gap(gap) if concern.is_name_in_note() => gap.notes.first().copied(),
                _ => None,
            };
            self.note = named;
            self.nth_note = 0;
        }
        self.look(day);
    }

    /// Whether what is chosen is of this finding or claim.
    fn is_of(&self, finding: RecordId) -> bool {
        match self.spot {
            Spot::Claim(id) | Spot::Wording(id, _) => id == finding,
            ref spot => spot.finding() == Some(finding),
        }
    }

    /// Puts the cursor on a finding.
    pub(in crate::app) fn show_finding(&mut self, day: &Day, finding: RecordId) {
        self.sought = Sought::default();
        self.back = None;
        self.spot = Spot::Finding(finding);
        self.side = Side::Findings;
        self.look(day);
    }
}

fn spot(day: &Day, finding: RecordId, what: &ConcernKind) -> Spot {
    let on_board = day.records.findings.get(finding);
    let is_claim = on_board.is_some_and(|record| matches!(record.body.kind, FindingKind::Claim(_)));
    match what {
        // What is said of a claim stands in one row with it.
        ConcernKind::Breach(..) if is_claim => Spot::Claim(finding),
        ConcernKind::Breach(part, _) => match part {
            Part::Statement | Part::Signature(_) => Spot::Finding(finding),
            Part::Field(field, _) => Spot::Field(finding, field.clone()),
            Part::StepWhat(_, step) | Part::StepWho(_, step) | Part::StepBy(_, step) => {
                Spot::Step(finding, *step)
            }
        },
        ConcernKind::Gap(gap) => match &gap.reason {
            GapReason::NothingOn { list, about } => Spot::Subject(list.clone(), about.clone()),
            GapReason::Missing { field, .. }
            | GapReason::NotTold {
                field: Some(field), ..
            } => Spot::Field(finding, field.clone()),
            GapReason::NobodyDoes { step, .. } | GapReason::NoTime { step, .. } => Spot::Step(finding, *step),
            GapReason::WordedApart => {
                let editions = day.records.findings.editions(finding);
                let wordings = editions.map_or_else(Vec::new, |editions| editions.wordings());
                let first = wordings.first().map(|wording| wording.writer);
                first.map_or(Spot::Finding(finding), |writer| Spot::Wording(finding, writer))
            }
            GapReason::InNoList
            | GapReason::NoStatement
            | GapReason::LooseNotes
            | GapReason::NameInNote { .. } => Spot::Finding(finding),
            GapReason::NoLevel(_) | GapReason::NotTold { field: None, .. } => Spot::Level(finding),
            GapReason::NotJudged => Spot::Claim(finding),
            GapReason::NoEvidence
            | GapReason::OneWitness(_)
            | GapReason::OneKind(_)
            | GapReason::SpokenAgainst => Spot::RestsOn(finding),
        },
    }
}
