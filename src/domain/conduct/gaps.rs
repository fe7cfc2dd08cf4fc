//! What is missing in the findings of a session before they are handed on.

use super::super::{
    activity::ActivityKind,
    finding::{FindingKind, about_id},
    finding_lists::FindingList,
    findings_board::{Difference, FindingsBoard, OnBoard, Use},
    ids::{FieldId, ListId, RecordId},
    note::sort_by_time,
    plan::Plan,
    records::Records,
};
use super::Conduct;

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The finding, also one that is still to be begun on something; none where it is about notes that belong to none.
    pub finding: Option<RecordId>,
    /// What is missing.
    pub reason: GapReason,
    /// The notes that it is about, in order of time.
    pub notes: Vec<RecordId>,
}

/// What can be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapReason {
    /// The list is to have a finding on this, and has none.
    NothingOn {
        /// The list.
        list: ListId,
        /// What the finding is to be on, as files name it.
        about: String,
    },
    /// It is in a list that the model does not have.
    InNoList,
    /// It has no statement.
    NoStatement,
    /// The model asks for a field that is blank, such as the impact.
    Missing {
        /// The field.
        field: FieldId,
        /// Its name, such as "Impact".
        title: String,
    },
    /// Nobody has said where it stands on the scale of its list, by this name.
    NoLevel(String),
    /// Nobody has said how far the team agrees with this claim of the school.
    NotJudged,
    /// Something is said of it for which its list has no place, so that no report tells it.
    NotTold {
        /// The field; none if it is a level.
        field: Option<FieldId>,
        /// Its name, such as "Impact".
        title: String,
    },
    /// Nobody is named who does an action step, in a list that asks for steps.
    NobodyDoes {
        /// The step.
        step: RecordId,
        /// Its number, from 1.
        number: usize,
    },
    /// It is said of an action step by when it is done, but in words that name no time, such as "soon"; or nothing is
    /// said of it, in a list that asks for steps.
    NoTime {
        /// The step.
        step: RecordId,
        /// Its number, from 1.
        number: usize,
        /// What is said; empty if nothing is.
        said: String,
    },
    /// It rests on no note.
    NoEvidence,
    /// Everything it rests on was seen or said by one person.
    OneWitness(String),
    /// Everything it rests on is one kind of evidence, such as books; `None` if it was said in meetings of the team.
    OneKind(Option<ActivityKind>),
    /// Notes speak against it.
    SpokenAgainst,
    /// Several people worded it apart, and nobody has chosen.
    WordedApart,
    /// A note names people. Its words stay as they are; they go out to all who took part.
    NameInNote {
        /// Its number in the report, from 1, in order of time.
        number: usize,
        /// The names, each once.
        names: Vec<String>,
    },
    /// Notes are neither used nor set aside.
    LooseNotes,
}

impl GapReason {
    /// The word for it in `--json`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::NothingOn { .. } => "nothing-on",
            Self::InNoList => "in-no-list",
            Self::NoStatement => "no-statement",
            Self::Missing { .. } => "missing",
            Self::NoLevel(_) => "no-level",
            Self::NotJudged => "not-judged",
            Self::NotTold { .. } => "not-told",
            Self::NobodyDoes { .. } => "nobody-does",
            Self::NoTime { .. } => "no-time",
            Self::NoEvidence => "no-evidence",
            Self::OneWitness(_) => "one-witness",
            Self::OneKind(_) => "one-kind-of-evidence",
            Self::SpokenAgainst => "spoken-against",
            Self::WordedApart => "worded-apart",
            Self::NameInNote { .. } => "name-in-note",
            Self::LooseNotes => "loose-notes",
        }
    }
}

/// What is missing in the findings, list by list as the model has them, and in those of lists that it does not have; then
/// in the claims of the school, and at the end the notes that nothing became of.
#[must_use]
pub fn gaps(plan: &Plan, records: &Records) -> Vec<Gap> {
    let board = FindingsBoard::of(records);
    let mut gaps = Vec::new();
    for list in plan.rules.findings.iter() {
        for on_board in board.listed(&list.id) {
            gaps.extend(of_finding((plan, records), &board, list, on_board));
        }
        gaps.extend(nothing_on(plan, &board, list));
    }
    if let Some(others) = board.other_list(plan) {
        for on_board in board.in_no_list(plan) {
            gaps.push(gap_of(on_board, GapReason::InNoList));
            gaps.extend(of_finding((plan, records), &board, &others, on_board));
        }
    }
    let claims = board.claims().filter_map(|claim| match &claim.finding.kind {
        _ if claim.worded_apart => Some(gap_of(claim, GapReason::WordedApart)),
        FindingKind::Claim(None) => Some(gap_of(claim, GapReason::NotJudged)),
        _ => None,
    });
    gaps.extend(claims);
    gaps.extend(loose(&board, records));
    gaps
}

/// What is missing in a finding of a list.
fn of_finding(
    (plan, records): (&Plan, &Records),
    board: &FindingsBoard,
    list: &FindingList,
    on_board: &OnBoard,
) -> Vec<Gap> {
    let of = |reason| gap_of(on_board, reason);
    let blank = |text: &str| text.trim().is_empty();
    let mut gaps = Vec::new();
    gaps.extend(blank(&on_board.finding.statement).then(|| of(GapReason::NoStatement)));
    let required = list.fields.iter().filter(|field| field.required);
    let missing = required.filter(|field| blank(on_board.finding.field(&field.id)));
    gaps.extend(missing.map(|field| {
        of(GapReason::Missing {
            field: field.id.clone(),
            title: field.title.clone(),
        })
    }));
    let no_level = list.lacks_level(&plan.rules, &on_board.finding);
    gaps.extend(no_level.map(|scale| of(GapReason::NoLevel(scale.to_owned()))));
    gaps.extend(not_told(plan, list, on_board));
    gaps.extend(open_steps(list, on_board));
    gaps.extend(evidence_gaps(on_board, records));
    gaps.extend(disagreements(on_board, board, records));
    gaps
}

fn gap_of(on_board: &OnBoard, reason: GapReason) -> Gap {
    Gap {
        finding: Some(on_board.id),
        reason,
        notes: on_board.finding.evidence.clone(),
    }
}

/// What a list is to have one finding each on, and has none; nothing before the first finding is begun.
fn nothing_on(plan: &Plan, board: &FindingsBoard, list: &FindingList) -> Vec<Gap> {
    if board.findings().next().is_none() {
        return Vec::new();
    }
    let id_of = |about: &str| about_id(plan.session, &list.id, about);
    let open = list.open_subjects(plan, |about| board.get(id_of(about)).is_some());
    let gap = |about: String| Gap {
        finding: Some(id_of(&about)),
        reason: GapReason::NothingOn {
            list: list.id.clone(),
            about,
        },
        notes: Vec::new(),
    };
    open.into_iter().map(|subject| gap(subject.about)).collect()
}

/// What is said of a finding, and has no place in its list: it came from another one with it.
fn not_told(plan: &Plan, list: &FindingList, on_board: &OnBoard) -> Vec<Gap> {
    let finding = &on_board.finding;
    let of = |field: Option<FieldId>, title: String| gap_of(on_board, GapReason::NotTold { field, title });
    let said = finding.fields.iter().filter(|(_, text)| !text.trim().is_empty());
    let foreign = said.filter(|(field, _)| list.field(field).is_none());
    let title = |field: &FieldId| plan.rules.findings.title_of(field).to_owned();
    let mut gaps: Vec<Gap> = foreign
        .map(|(field, _)| of(Some(field.clone()), title(field)))
        .collect();
    let level = list.scale.is_none() && !finding.level.trim().is_empty();
    gaps.extend(level.then(|| of(None, finding.level.clone())));
    gaps
}

/// Action steps of which nobody can say who does them, or when they are due.
fn open_steps(list: &FindingList, on_board: &OnBoard) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (number, step) in (1..).zip(&on_board.finding.steps) {
        let id = step.id;
        if list.steps && step.who.trim().is_empty() {
            gaps.push(gap_of(on_board, GapReason::NobodyDoes { step: id, number }));
        }
        let said = match &step.by {
            None if list.steps => String::new(),
            Some(by) if by.names_no_time() => by.to_string(),
            _ => continue,
        };
        let step = id;
        gaps.push(gap_of(on_board, GapReason::NoTime { step, number, said }));
    }
    gaps
}

/// One witness, one kind of evidence, or none.
fn evidence_gaps(on_board: &OnBoard, records: &Records) -> Vec<Gap> {
    let evidence = in_time(records, &on_board.finding.evidence);
    let of = |reason| Gap {
        notes: evidence.clone(),
        ..gap_of(on_board, reason)
    };
    let Some(first) = evidence.first().and_then(|note| records.note(*note)) else {
        return vec![of(GapReason::NoEvidence)];
    };
    let mut gaps = Vec::new();
    if on_board.rests_on.one_pair_of_eyes() {
        gaps.push(of(GapReason::OneWitness(first.body.by.words.clone())));
    }
    // What the team says to each other in the break is no further kind of evidence.
    let mut kinds = on_board
        .rests_on
        .kinds
        .iter()
        .filter(|kind| !kind.looks_at_whole_day());
    let kind = kinds.next();
    if kinds.next().is_none() {
        gaps.push(of(GapReason::OneKind(kind.copied())));
    }
    gaps
}

/// Notes that speak against a finding, and wordings made apart.
fn disagreements(on_board: &OnBoard, board: &FindingsBoard, records: &Records) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let against = board
        .differences()
        .iter()
        .find_map(|difference| match difference {
            Difference::Against { finding, notes } if *finding == on_board.id => {
                Some(in_time(records, notes))
            }
            _ => None,
        });
    if let Some(notes) = against.filter(|notes| !notes.is_empty()) {
        gaps.push(Gap {
            notes,
            ..gap_of(on_board, GapReason::SpokenAgainst)
        });
    }
    if on_board.worded_apart {
        gaps.push(gap_of(on_board, GapReason::WordedApart));
    }
    gaps
}

/// The notes that name people, in order of time.
pub(super) fn names_in_notes(conduct: &Conduct, records: &Records) -> Vec<Gap> {
    let mut notes: Vec<_> = records.live_notes().collect();
    sort_by_time(&mut notes);
    let named = (1..).zip(notes).filter_map(|(number, note)| {
        let names = conduct.names_in(&note.body.text);
        (!names.is_empty()).then(|| Gap {
            finding: None,
            reason: GapReason::NameInNote { number, names },
            notes: vec![note.id],
        })
    });
    named.collect()
}

/// The notes that are neither used nor set aside.
fn loose(board: &FindingsBoard, records: &Records) -> Option<Gap> {
    let ids = records.live_notes().map(|note| note.id);
    let loose: Vec<RecordId> = ids.filter(|id| board.use_of(*id) == Some(&Use::Loose)).collect();
    (!loose.is_empty()).then(|| Gap {
        finding: None,
        reason: GapReason::LooseNotes,
        notes: in_time(records, &loose),
    })
}

/// Those of these notes that are not struck out, in order of time.
fn in_time(records: &Records, notes: &[RecordId]) -> Vec<RecordId> {
    let known = notes.iter().filter_map(|note| records.note(*note));
    let mut living: Vec<_> = known.filter(|note| !note.deleted).collect();
    sort_by_time(&mut living);
    living.into_iter().map(|note| note.id).collect()
}

#[cfg(test)]
mod tests;
