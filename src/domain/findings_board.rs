//! The findings board: what every note is used for, what each finding rests on, and where people differ.

mod in_order;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    activity::ActivityKind,
    finding::{Finding, FindingKind},
    ids::{ListId, PersonId, PromptId, RecordId},
    note::{Note, NoteKind, sort_by_time},
    record::{Editions, Record},
    records::Records,
};
pub use in_order::Numbered;

/// Every shared note and every finding, as they stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingsBoard {
    uses: BTreeMap<RecordId, Use>,
    loose: usize,
    findings: Vec<OnBoard>,
    differences: Vec<Difference>,
}

/// What a note is used for: exactly one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// For nothing yet.
    Loose,
    /// As evidence for or against these findings, in their order.
    Used(Vec<RecordId>),
    /// It was set aside, for this reason.
    Aside(String),
}

impl Use {
    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Loose => "neither used nor set aside",
            Self::Used(_) => "used",
            Self::Aside(_) => "set aside",
        }
    }
}

/// A finding, a note set aside or a claim on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnBoard {
    /// Its record.
    pub id: RecordId,
    /// What it says, resting on the notes of every wording of it.
    pub finding: Finding,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Whether it was worded apart by several people and nobody has chosen yet.
    pub worded_apart: bool,
}

impl OnBoard {
    /// Whether the team agreed to it; what was worded apart, and nobody has chosen, is not agreed.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.finding.agreed && !self.worded_apart
    }

    /// Whether a report tells it: what the team agreed to, and what the school says of itself.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.is_agreed() || matches!(self.finding.kind, FindingKind::Claim(_))
    }
}

/// What a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RestsOn {
    /// The kinds of evidence.
    pub kinds: BTreeSet<ActivityKind>,
    /// The pupil groups and other tags that its notes speak of.
    pub tags: BTreeSet<String>,
    /// Who saw or said it.
    pub witnesses: BTreeSet<PersonId>,
    /// The groups of the team that saw it, by name.
    pub groups: BTreeSet<String>,
    /// The classes in which it was seen, by name.
    pub classes: BTreeSet<String>,
}

/// Where people saw the same thing differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// One person noted a strength and another one an area for development, on one question in one class or meeting.
    OnPrompt {
        /// The words of the question.
        prompt: String,
        /// Where: the class, or what was done.
        place: String,
        /// The notes.
        notes: Vec<RecordId>,
    },
    /// Notes speak against a finding.
    Against {
        /// The finding.
        finding: RecordId,
        /// The notes.
        notes: Vec<RecordId>,
    },
}

impl Difference {
    /// Whether it is where the other one is: about the same finding, or on the same question in the same place.
    #[must_use]
    pub fn is_where(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Against { finding, .. }, Self::Against { finding: of, .. }) => finding == of,
            (
                Self::OnPrompt { prompt, place, .. },
                Self::OnPrompt {
                    prompt: asked,
                    place: at,
                    ..
                },
            ) => (prompt, place) == (asked, at),
            _ => false,
        }
    }

    /// The notes that differ.
    #[must_use]
    pub fn notes(&self) -> &[RecordId] {
        match self {
            Self::OnPrompt { notes, .. } | Self::Against { notes, .. } => notes,
        }
    }
}

impl RestsOn {
    /// What these notes amount to.
    #[must_use]
    pub fn of<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Self {
        let mut rests_on = Self::default();
        for note in notes {
            let place = &note.place;
            rests_on.kinds.insert(place.activity.id);
            rests_on.tags.extend(note.tags.iter().cloned());
            rests_on.witnesses.insert(note.by.id.clone());
            rests_on
                .groups
                .extend(place.track.as_ref().map(|track| track.words.clone()));
            rests_on
                .classes
                .extend(place.visit.as_ref().map(|visit| visit.words.clone()));
        }
        rests_on
    }

    /// Whether it was seen in books and nowhere else.
    #[must_use]
    pub fn books_only(&self) -> bool {
        self.kinds.len() == 1 && self.kinds.contains(&ActivityKind::WorkScrutiny)
    }

    /// Whether one person alone saw or said it.
    #[must_use]
    pub fn one_pair_of_eyes(&self) -> bool {
        self.witnesses.len() == 1
    }
}

impl FindingsBoard {
    /// The board of everything recorded. Private notes are no records of a session, and never on it.
    #[must_use]
    pub fn of(records: &Records) -> Self {
        let mut findings: Vec<OnBoard> = records
            .findings
            .every()
            .filter_map(|editions| on_board(editions, records))
            .collect();
        findings.sort_by(|one, other| place(one).cmp(&place(other)));
        let uses = uses(&findings, records);
        let loose = uses.values().filter(|what| **what == Use::Loose).count();
        let differences = differences(&findings, records);
        Self {
            uses,
            loose,
            findings,
            differences,
        }
    }

    /// What a note is used for; `None` if it is no shared note.
    #[must_use]
    pub fn use_of(&self, note: RecordId) -> Option<&Use> {
        self.uses.get(&note)
    }

    /// How many notes are neither used nor set aside.
    #[must_use]
    pub fn loose(&self) -> usize {
        self.loose
    }

    /// How many notes there are.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.uses.len()
    }

    /// How many notes are used in this finding and nowhere else.
    #[must_use]
    pub fn used_only_in(&self, finding: RecordId) -> usize {
        let alone = |what: &&Use| matches!(what, Use::Used(findings) if **findings == [finding]);
        self.uses.values().filter(alone).count()
    }

    /// A finding, a note set aside or a claim.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&OnBoard> {
        self.findings.iter().find(|on_board| on_board.id == id)
    }

    /// The findings of a list, in their order.
    pub fn listed<'b>(&'b self, list: &'b ListId) -> impl Iterator<Item = &'b OnBoard> {
        self.findings
            .iter()
            .filter(move |on_board| on_board.finding.list() == Some(list))
    }

    /// The findings of all lists.
    pub fn findings(&self) -> impl Iterator<Item = &OnBoard> {
        self.findings
            .iter()
            .filter(|on_board| on_board.finding.list().is_some())
    }

    /// What the school says of itself, in order.
    pub fn claims(&self) -> impl Iterator<Item = &OnBoard> {
        let is_claim = |on_board: &&OnBoard| matches!(on_board.finding.kind, FindingKind::Claim(_));
        self.findings.iter().filter(is_claim)
    }

    /// What stands in one list with something of this kind, in order.
    pub fn alike<'b>(&'b self, kind: &'b FindingKind) -> impl Iterator<Item = &'b OnBoard> {
        self.findings
            .iter()
            .filter(move |on_board| on_board.finding.kind.is_beside(kind))
    }

    /// The records by which these notes are set aside.
    #[must_use]
    pub fn asides_of(&self, notes: &[RecordId]) -> Vec<RecordId> {
        let asides = self
            .findings
            .iter()
            .filter(|on_board| on_board.finding.kind == FindingKind::SetAside);
        let of_them = asides.filter(|aside| aside.finding.evidence.iter().any(|note| notes.contains(note)));
        of_them.map(|aside| aside.id).collect()
    }

    /// Findings and claims that several people worded apart.
    pub fn worded_apart(&self) -> impl Iterator<Item = &OnBoard> {
        self.findings.iter().filter(|on_board| on_board.worded_apart)
    }

    /// Where people saw the same thing differently.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }
}

/// Where something stands among what is of its kind.
fn place(on_board: &OnBoard) -> (&FindingKind, u32, RecordId) {
    // Claims stand in one list, whatever is thought of them.
    const CLAIM: FindingKind = FindingKind::Claim(None);
    let kind = match &on_board.finding.kind {
        FindingKind::Claim(_) => &CLAIM,
        kind => kind,
    };
    (kind, on_board.finding.order, on_board.id)
}

/// What stands on the board for a record; nothing if it was taken out. Where one person took it out and another one
/// worded it anew, apart from each other, it stays until somebody chooses.
fn on_board(editions: &Editions<Finding>, records: &Records) -> Option<OnBoard> {
    let wordings = editions.wordings();
    let living: Vec<&Finding> = wordings
        .iter()
        .filter(|wording| !wording.deleted)
        .map(|wording| &wording.body)
        .collect();
    let finding = Finding {
        evidence: joined(living.iter().map(|finding| &finding.evidence)),
        against: joined(living.iter().map(|finding| &finding.against)),
        ..(*living.first()?).clone()
    };
    let note = |id: &RecordId| records.note(*id).filter(|note| !note.deleted);
    let has_wordings = !matches!(finding.kind, FindingKind::SetAside | FindingKind::Accepted);
    let worded_apart = has_wordings && is_worded_apart(&wordings);
    Some(OnBoard {
        id: editions.standing().id,
        rests_on: RestsOn::of(finding.evidence.iter().filter_map(note).map(|note| &note.body)),
        finding,
        worded_apart,
    })
}

/// Whether editions made apart do not say the same.
fn is_worded_apart(wordings: &[&Record<Finding>]) -> bool {
    wordings.iter().skip(1).any(|wording| {
        wording.deleted != wordings[0].deleted || {
            let (one, other) = (&wordings[0].body, &wording.body);
            one.kind != other.kind || !one.is_worded_as(other)
        }
    })
}

/// Everything in any of these lists, once, in the order in which it is first met.
pub(super) fn joined<'n>(lists: impl IntoIterator<Item = &'n Vec<RecordId>>) -> Vec<RecordId> {
    let mut known = BTreeSet::new();
    let all = lists.into_iter().flatten().copied();
    all.filter(|id| known.insert(*id)).collect()
}

fn uses(findings: &[OnBoard], records: &Records) -> BTreeMap<RecordId, Use> {
    let mut uses: BTreeMap<RecordId, Use> = records.live_notes().map(|note| (note.id, Use::Loose)).collect();
    for on_board in findings {
        let aside = on_board.finding.kind == FindingKind::SetAside;
        for note in joined([&on_board.finding.evidence, &on_board.finding.against]) {
            let Some(what) = uses.get_mut(&note) else { continue };
            match what {
                Use::Used(findings) if !aside => findings.push(on_board.id),
                Use::Used(_) => {}
                // What somebody rests a finding on counts, even if somebody else set it aside.
                _ if aside => *what = Use::Aside(on_board.finding.statement.clone()),
                _ => *what = Use::Used(vec![on_board.id]),
            }
        }
    }
    uses
}

fn differences(findings: &[OnBoard], records: &Records) -> Vec<Difference> {
    // Groups visit one class under different ids; what they saw there comes together by the name of the class.
    let mut places: BTreeMap<(PromptId, String), Vec<&Record<Note>>> = BTreeMap::new();
    let mut notes: Vec<&Record<Note>> = records.live_notes().collect();
    sort_by_time(&mut notes);
    for note in notes {
        if let Some(prompt) = &note.body.place.prompt {
            let place = (prompt.id.clone(), place_words(&note.body).to_owned());
            places.entry(place).or_default().push(note);
        }
    }
    let on_prompts = places.into_values().filter_map(|notes| difference(&notes));
    let against = findings
        .iter()
        .filter(|on_board| !on_board.finding.against.is_empty() && on_board.finding.list().is_some())
        .map(|on_board| Difference::Against {
            finding: on_board.id,
            notes: on_board.finding.against.clone(),
        });
    on_prompts.chain(against).collect()
}

/// The class in which a note was made, or what was done.
fn place_words(note: &Note) -> &str {
    let visit = note.place.visit.as_ref().map(|visit| visit.words.as_str());
    visit.unwrap_or(&note.place.activity.words)
}

fn difference(notes: &[&Record<Note>]) -> Option<Difference> {
    let by = |kind| notes.iter().filter(move |note| note.body.kind == kind);
    let differ = by(NoteKind::Strength)
        .any(|one| by(NoteKind::Development).any(|other| one.body.by.id != other.body.by.id));
    let first = notes.first().filter(|_| differ)?;
    let said = notes.iter().filter(|note| {
        let kind = note.body.kind;
        kind == NoteKind::Strength || kind == NoteKind::Development
    });
    Some(Difference::OnPrompt {
        prompt: first.body.place.prompt.as_ref()?.words.clone(),
        place: place_words(&first.body).to_owned(),
        notes: said.map(|note| note.id).collect(),
    })
}

#[cfg(test)]
pub(in crate::domain) mod tests;
