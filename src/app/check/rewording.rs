//! Other words for what the check found, without replacing unseen what a colleague put there meanwhile.

use crate::{
    app::{
        Model, Overlay,
        check::CheckEntry,
        day::Day,
        entry::{Entry, EntryPurpose},
        findings::FindingsNotice,
        notice::Notice,
    },
    domain::{
        by_when::ByWhen,
        conduct::session::Part,
        finding_deeds::{self, FindingDeed, Refused, Target},
        findings_board::FindingsBoard,
        ids::RecordId,
    },
};

/// A text of a finding for which other words are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reword {
    /// The finding.
    pub finding: RecordId,
    /// Which text of it.
    pub part: Part,
    /// What should stand there, where no words can be put in its place.
    pub advice: String,
    /// What stood there when the line was opened; nothing if it was not there.
    pub stood: Option<String>,
}

/// What stands at a place of a finding; nothing if the finding or its step is not there.
pub(super) fn standing(day: &Day, finding: RecordId, part: &Part) -> Option<String> {
    if let Part::Signature(signature) = part {
        let signed = day.records.sign_offs.get(signature.id);
        let signed = signed.filter(|signed| !signed.deleted);
        return signed.map(|signed| signed.body.comment.clone());
    }
    let board = day.findings_board();
    let finding = &board.get(finding)?.finding;
    let step = |id: &RecordId| finding.steps.iter().find(|step| step.id == *id);
    Some(match part {
        Part::Statement | Part::Signature(_) => finding.statement.clone(),
        Part::Field(field, _) => finding.field(field).to_owned(),
        Part::StepWhat(_, id) => step(id)?.what.clone(),
        Part::StepWho(_, id) => step(id)?.who.clone(),
        Part::StepBy(_, id) => match &step(id)?.by {
            Some(ByWhen::Words(words)) => words.clone(),
            Some(ByWhen::Day(_)) | None => String::new(),
        },
    })
}

/// What is done to put other words there.
pub(super) enum OtherWords {
    /// A finding says them.
    Of(FindingDeed),
    /// They are what is added to this signature.
    Added(RecordId, String),
}

/// The deed by which `text` comes in the place of what was found.
///
/// # Errors
/// If a colleague changed it meanwhile or took it out: the line stays open then, and says so.
pub(super) fn other_words(model: &mut Model, mut reword: Reword, text: String) -> Result<OtherWords, ()> {
    let day = model.day();
    let stands = day.and_then(|day| standing(day, reword.finding, &reword.part));
    let notice = match &stands {
        None => FindingsNotice::Refused(Refused::Gone),
        Some(words) if reword.stood.as_ref() != Some(words) && *words != text => {
            FindingsNotice::ChangedMeanwhile
        }
        Some(_) => {
            if let Part::Signature(signature) = &reword.part {
                return Ok(OtherWords::Added(signature.id, text));
            }
            let board = day.map(Day::findings_board).unwrap_or_default();
            return deed(&board, &reword, text).map(OtherWords::Of).ok_or(());
        }
    };
    reword.stood = stands;
    let purpose = EntryPurpose::Check(CheckEntry::Reword(reword));
    let notice = Notice::Findings(notice);
    let line = Entry::new(purpose, String::new(), text).saying(Some(notice.clone()));
    model.overlay = Some(Overlay::Entry(line));
    model.notice = Some(notice);
    Err(())
}

fn deed(board: &FindingsBoard, reword: &Reword, text: String) -> Option<FindingDeed> {
    let Reword { finding, part, .. } = reword;
    let finding = *finding;
    let other = |part| FindingDeed::Reword {
        of: Target::Finding(finding),
        part,
        text: text.clone(),
    };
    let of_step = |id: &RecordId| {
        let steps = &board.get(finding)?.finding.steps;
        steps.iter().find(|step| step.id == *id).cloned()
    };
    Some(match part {
        Part::Signature(_) => return None,
        Part::Statement => other(finding_deeds::Part::Statement),
        Part::Field(field, _) => other(finding_deeds::Part::Field(field.clone())),
        Part::StepWhat(_, id) => {
            let mut step = of_step(id)?;
            step.what = text;
            FindingDeed::Step { finding, step }
        }
        Part::StepWho(_, id) => {
            let mut step = of_step(id)?;
            step.who = text;
            FindingDeed::Step { finding, step }
        }
        Part::StepBy(_, id) => {
            let mut step = of_step(id)?;
            step.by = Some(ByWhen::Words(text))
                .filter(|by| !matches!(by, ByWhen::Words(words) if words.is_empty()));
            FindingDeed::Step { finding, step }
        }
    })
}
