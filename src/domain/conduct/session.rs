//! The whole check of a session's findings: every text that would be handed on, and what is missing.

use super::{
    super::{
        by_when::ByWhen,
        finding::{BECAUSE, FindingKind, OWN_VIEW, SignOff, about_id},
        finding_lists::{FindingList, OTHERS, Subject, words_of},
        findings_board::{FindingsBoard, Numbered, OnBoard},
        ids::{FieldId, ListId, PersonId, RecordId},
        model::Rules,
        note::Label,
        plan::Plan,
        record::Record,
        records::Records,
        signing::sign_offs,
    },
    Breach, Conduct, Reason,
    accepting::{Acceptance, acceptance, matter_id},
    gaps::{Gap, GapReason, gaps, names_in_notes},
};

/// One thing to mend, to reword or to accept before the findings are handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The finding or claim, and its place; none where it is about notes, or what somebody adds who signs.
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

    /// Whether it is not said where something stands on a scale of the model: a finding, or what the model asks for one
    /// on and there is none yet.
    #[must_use]
    pub fn is_missing_level(&self, rules: &Rules) -> bool {
        let is_on_scale = |id: &ListId| {
            let list = rules.findings.iter().find(|list| list.id == *id);
            list.is_some_and(|list| !list.levels(rules).is_empty())
        };
        let ConcernKind::Gap(gap) = &self.what else {
            return false;
        };
        match &gap.reason {
            GapReason::NoLevel(_) => true,
            GapReason::NothingOn { list, .. } => is_on_scale(list),
            _ => false,
        }
    }

    /// Whether it is something that the model asks for and nobody said, such as an impact or a fix.
    #[must_use]
    pub fn is_missing_field(&self) -> bool {
        matches!(&self.what, ConcernKind::Gap(gap) if matches!(gap.reason, GapReason::Missing { .. }))
    }

    /// Whether it is about a note that names people.
    #[must_use]
    pub fn is_name_in_note(&self) -> bool {
        matches!(&self.what, ConcernKind::Gap(gap) if matches!(gap.reason, GapReason::NameInNote { .. }))
    }

    /// Who signs with the words that it is about, if it is about such words.
    #[must_use]
    pub fn signature(&self) -> Option<&Signature> {
        match &self.what {
            ConcernKind::Breach(Part::Signature(signature), _) => Some(signature),
            _ => None,
        }
    }

    /// The list that has no finding yet on something, and on what, as files name it; none if there is a finding.
    #[must_use]
    pub fn nothing_on(&self) -> Option<(&ListId, &str)> {
        match &self.what {
            ConcernKind::Gap(Gap {
                reason: GapReason::NothingOn { list, about },
                ..
            }) => Some((list, about)),
            _ => None,
        }
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
    /// The finding, or the one that is still to be begun on its subject.
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
    /// What somebody adds who signs, which is no finding's.
    Signature(Signature),
}

/// Somebody's word on the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Its record.
    pub id: RecordId,
    /// Whose it is, by name; files of earlier versions do not say it.
    pub of: Option<Label<PersonId>>,
}

impl Signature {
    /// That of a record.
    #[must_use]
    pub fn of(sign_off: &Record<SignOff>) -> Self {
        Self {
            id: sign_off.id,
            of: sign_off.body.by.clone(),
        }
    }
}

/// Everything to be seen to before the findings of a session are handed on: words first, which must not be handed on,
/// then what is missing, each in the order of the board; at the end what was accepted.
#[must_use]
pub fn look_over(plan: &Plan, records: &Records) -> Vec<Concern> {
    let conduct = Conduct::of(plan);
    let board = FindingsBoard::of(records);
    let mut missing = gaps(plan, records);
    let mut concerns = Vec::new();
    let mut look_at = |place: &FindingPlace, name_of: &dyn Fn(&FieldId) -> String| {
        let of_finding = missing.extract_if(.., |gap| gap.finding == Some(place.finding));
        let said = board.get(place.finding).into_iter();
        let kinds = said.flat_map(|on_board| breaches(&conduct, on_board, name_of));
        let kinds = kinds.chain(of_finding.map(|gap| (ConcernKind::Gap(gap), String::new())));
        concerns.extend(kinds.map(|kind| concern((plan, records), Some(place), kind)));
    };
    let name_of = |field: &FieldId| plan.rules.findings.title_of(field).to_owned();
    for place in all_places(plan, &board) {
        look_at(&place, &name_of);
    }
    for (number, claim) in (1..).zip(board.claims()) {
        look_at(&place_of_claim(claim, number), &|_| BECAUSE.to_owned());
    }
    for (sign_off, _) in sign_offs(plan, records, &board) {
        let part = Part::Signature(Signature::of(sign_off));
        let found = in_text(&conduct, &part, &sign_off.body.comment);
        concerns.extend(found.map(|kind| concern((plan, records), None, kind)));
    }
    let rest = missing.into_iter().chain(names_in_notes(&conduct, records));
    let rest = rest.map(|gap| (ConcernKind::Gap(gap), String::new()));
    concerns.extend(rest.map(|kind| concern((plan, records), None, kind)));
    concerns.sort_by_key(|concern| (concern.accepted.is_some(), !concern.is_breach()));
    concerns
}

/// The findings that nobody has agreed to, and that a report leaves out, in the order of the board.
#[must_use]
pub fn not_agreed(plan: &Plan, board: &FindingsBoard) -> Vec<FindingPlace> {
    let is_open = |place: &FindingPlace| board.get(place.finding).is_some_and(|found| !found.is_agreed());
    all_places(plan, board).filter(is_open).collect()
}

/// The places in every list, and of what is in none that the model has.
fn all_places<'b>(plan: &'b Plan, board: &'b FindingsBoard) -> impl Iterator<Item = FindingPlace> + 'b {
    let lists = plan.rules.findings.iter();
    let listed = lists.flat_map(|list| places(plan, board, list));
    let other = |on_board: &OnBoard| FindingPlace {
        finding: on_board.id,
        list: OTHERS.to_owned(),
        subject: match &on_board.finding.kind {
            FindingKind::About(_, about) => Some(words_of(plan, about).to_owned()),
            _ => None,
        },
        number: board.number_of(plan, on_board.id).unwrap_or_default(),
        is_claim: false,
        statement: on_board.finding.statement.clone(),
    };
    listed.chain(board.in_no_list(plan).map(other))
}

/// The places in a list in the order of the board: of its findings, and of what it is to have one on and has none.
fn places(plan: &Plan, board: &FindingsBoard, list: &FindingList) -> Vec<FindingPlace> {
    let subjects = list.subjects(plan);
    let of = |numbered: Numbered| {
        let (finding, about) = match numbered {
            Numbered::Finding(id) => (id, None),
            Numbered::Subject(list, about) => (about_id(plan.session, &list, &about), Some(about)),
        };
        let found = board.get(finding).map(|on_board| &on_board.finding);
        let about = about.or_else(|| match &found?.kind {
            FindingKind::About(_, about) => Some(about.clone()),
            _ => None,
        });
        let is_on = |subject: &&Subject| Some(&subject.about) == about.as_ref();
        FindingPlace {
            finding,
            list: list.title.clone(),
            subject: subjects.iter().find(is_on).map(|subject| subject.words.clone()),
            number: board.number_of(plan, finding).unwrap_or_default(),
            is_claim: false,
            statement: found.map_or_else(String::new, |finding| finding.statement.clone()),
        }
    };
    board.in_list(plan, list).into_iter().map(of).collect()
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
    let texts = texts.into_iter();
    texts
        .flat_map(|(part, text)| in_text(conduct, &part, text).collect::<Vec<_>>())
        .collect()
}

/// What is found in a text.
fn in_text(conduct: &Conduct, part: &Part, text: &str) -> impl Iterator<Item = (ConcernKind, String)> {
    // Who does something is asked for by role.
    let by_role = matches!(part, Part::StepWho(..));
    let breaches = conduct.look_at(text).into_iter();
    let breaches = breaches.filter(move |breach| !(by_role && breach.reason == Reason::Role));
    breaches.map(move |breach| (ConcernKind::Breach(part.clone(), breach), text.to_owned()))
}

#[cfg(test)]
mod tests;
