//! Accepting what the check found: it may stand as it is, for a reason, as long as the text stays the same.

use uuid::Uuid;

use super::{
    super::{
        finding::FindingKind,
        ids::{RecordId, WriterId},
        records::Records,
    },
    Reason,
    gaps::{Gap, GapReason},
    session::{ConcernKind, Part},
};

/// Why something may stand as it is, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Why.
    pub because: String,
    /// Who said so.
    pub by: WriterId,
}

/// Why something that was found may stand, if somebody said so and did not take it back.
pub(super) fn acceptance(records: &Records, matter: RecordId) -> Option<Acceptance> {
    let wordings = records.findings.editions(matter)?.wordings();
    let said = wordings.into_iter().find(|wording| !wording.deleted)?;
    let holds = said.body.kind == FindingKind::Accepted && !said.body.statement.trim().is_empty();
    holds.then(|| Acceptance {
        because: said.body.statement.clone(),
        by: said.writer,
    })
}

/// The id under which every writer accepts this of a finding (or of a session): two who do it apart make one record,
/// and other words in the same text make it another matter.
pub(super) fn matter_id(of: Uuid, what: &ConcernKind, text: &str) -> RecordId {
    let parts = match what {
        ConcernKind::Breach(part, breach) => vec![
            part_name(part),
            breach.reason.word().to_owned(),
            breach.words.clone(),
            text.to_owned(),
        ],
        ConcernKind::Gap(gap) => gap_parts(gap),
    };
    // The length before each part keeps two lists apart that read the same when put together.
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{}:{part}", part.len()))
        .collect();
    let name = parts.concat();
    RecordId(Uuid::new_v5(&of, format!("accepted|{name}").as_bytes()))
}

fn part_name(part: &Part) -> String {
    match part {
        Part::Statement => "statement".into(),
        Part::Field(field, _) => format!("field {field}"),
        Part::StepWhat(_, step) => format!("what {step}"),
        Part::StepWho(_, step) => format!("who {step}"),
        Part::StepBy(_, step) => format!("by {step}"),
        Part::Signature(signature) => format!("signature {}", signature.id),
    }
}

/// Something missing is another matter once other notes are loose or speak against the finding, or somebody else is its
/// only witness; a further note by the same witness changes nothing.
fn gap_parts(gap: &Gap) -> Vec<String> {
    let mut parts = vec![gap.reason.word().to_owned()];
    match &gap.reason {
        GapReason::Missing { field, .. } => parts.push(field.to_string()),
        GapReason::NotTold { field, title } => {
            parts.push(field.as_ref().map_or_else(|| title.clone(), ToString::to_string));
        }
        GapReason::NobodyDoes { step, .. } => parts.push(step.to_string()),
        GapReason::NoTime { step, said, .. } => parts.extend([step.to_string(), said.clone()]),
        GapReason::OneWitness(who) => parts.push(who.clone()),
        GapReason::OneKind(kind) => parts.push(kind.map_or("team", |kind| kind.word()).to_owned()),
        GapReason::SpokenAgainst | GapReason::LooseNotes => {
            let mut notes: Vec<String> = gap.notes.iter().map(ToString::to_string).collect();
            notes.sort_unstable();
            parts.extend(notes);
        }
        GapReason::NameInNote { names, .. } => {
            parts.extend(gap.notes.iter().map(ToString::to_string));
            parts.extend(names.iter().cloned());
        }
        GapReason::NoLevel(scale) => parts.push(scale.clone()),
        // The id of the finding that is to be begun says on what.
        GapReason::NothingOn { .. }
        | GapReason::InNoList
        | GapReason::NoStatement
        | GapReason::NotJudged
        | GapReason::NoEvidence
        | GapReason::WordedApart => {}
    }
    parts
}

/// Short reasons for which something is often accepted, the most frequent one first.
#[must_use]
pub fn usual_reasons(what: &ConcernKind) -> [&'static str; 3] {
    match what {
        ConcernKind::Breach(_, breach) => match breach.reason {
            Reason::Name => [
                "not a person's name",
                "a published name, not of this school",
                "they agreed to be named",
            ],
            Reason::Pupil => [
                "not a person's name",
                "a name from a book or a lesson",
                "made up, no pupil of this school",
            ],
            Reason::Role => [
                "more than one person holds it",
                "says nothing of the person",
                "they agreed to it",
            ],
            Reason::OneClassYear => [
                "more than one class has it",
                "says nothing of the teaching",
                "the teacher agreed to it",
            ],
            Reason::Verdict => [
                "plain English, no verdict",
                "quoted, not our own verdict",
                "not said of the school",
            ],
        },
        ConcernKind::Gap(gap) => match gap.reason {
            GapReason::OneWitness(_) | GapReason::OneKind(_) | GapReason::NoEvidence => [
                "said so in the feedback",
                "the team agrees all the same",
                "time was short",
            ],
            GapReason::NotJudged | GapReason::NothingOn { .. } => [
                "not looked at on the day",
                "to follow with the host",
                "time was short",
            ],
            GapReason::NameInNote { .. } => [
                "not a person's name",
                "those who took part know them",
                "the notes are not handed on",
            ],
            GapReason::LooseNotes => ["nothing new in them", "kept for another day", "time was short"],
            _ => ["agreed by the team", "to follow with the host", "not needed here"],
        },
    }
}

#[cfg(test)]
mod tests;
