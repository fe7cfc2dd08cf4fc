//! The words for what is found before anything is handed on.

use crate::domain::conduct::{
    Reason,
    gaps::{Gap, GapReason},
    session::{FindingPlace, Part},
};

/// When nothing is found in the findings of a session.
pub const NOTHING_IN_FINDINGS: &str = "Nothing was found that speaks against handing on these findings.";
/// When there is no finding and no note.
pub const NOTHING_TO_CHECK: &str = "There is no finding and no note yet.";
/// When nothing is found in a text.
pub const NOTHING_IN_TEXT: &str = "Nothing was found that speaks against handing on this text.";
/// What to do about a text that can't be read.
pub const READABLE: &str =
    "Give a .docx or a plain text file: save it as one of them from Word, or paste the text into one.";
/// The place of notes that belong to no finding.
pub const NOTES: &str = "Notes";

/// Why some words should not be handed on.
#[must_use]
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Name => "name",
        Reason::Role => "role held by one person",
        Reason::OneClassYear => "year with one class",
        Reason::Pupil => "pupil's name",
        Reason::Verdict => "verdict",
    }
}

/// What is missing, and in which words.
#[must_use]
pub fn gap(gap: &Gap) -> (&'static str, String) {
    let count = gap.notes.len();
    match &gap.reason {
        GapReason::NoStatement => ("no statement", String::new()),
        GapReason::Missing { title, .. } => ("missing", title.clone()),
        GapReason::NoEvidence => ("no evidence", String::new()),
        GapReason::OneWitness(who) => ("one pair of eyes", who.clone()),
        GapReason::OneKind(kind) => {
            let kind = kind.map_or_else(|| "talk of the team".into(), super::plan::kind);
            ("one kind of evidence", format!("{kind} only"))
        }
        GapReason::SpokenAgainst => ("spoken against", notes(count)),
        GapReason::WordedApart => ("worded apart", String::new()),
        GapReason::LooseNotes => ("loose notes", notes(count)),
    }
}

/// What can be done about something that is missing.
#[must_use]
pub fn cure(reason: &GapReason) -> &'static str {
    match reason {
        GapReason::NoStatement => "say in a sentence what was found",
        GapReason::Missing { .. } => "the model asks for it: add it",
        GapReason::NoEvidence => "add the notes that it rests on, or take it out",
        GapReason::OneWitness(_) => "add what somebody else saw, or say that one person saw it",
        GapReason::OneKind(_) => "add another kind of evidence, or say what it rests on",
        GapReason::SpokenAgainst => "agree how much they weigh, and say so",
        GapReason::WordedApart => "choose one wording together",
        GapReason::LooseNotes => "use each in a finding, or set it aside with a reason",
    }
}

fn notes(count: usize) -> String {
    format!("{count} {}", if count == 1 { "note" } else { "notes" })
}

/// Where a finding stands: "Areas for development 2".
#[must_use]
pub fn place(place: &FindingPlace) -> String {
    format!("{} {}", place.list, place.number)
}

/// A text of a finding, as it follows its place; nothing for the statement.
#[must_use]
pub fn part(part: &Part) -> String {
    match part {
        Part::Statement => String::new(),
        Part::Field(_, name) => name.clone(),
        Part::StepWhat(number) => format!("step {number}"),
        Part::StepWho(number) => format!("step {number}, who"),
    }
}
