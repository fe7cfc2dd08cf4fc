//! What the check still asks of that which is told, numbered: in a draft the numbers stand at the words themselves.

use serde::Serialize;

use super::{Sources, words};
use crate::{
    domain::{
        conduct::{
            gaps::GapReason,
            session::{Concern, ConcernKind, Part, look_over},
        },
        finding::FindingKind,
        findings_board::FindingsBoard,
        ids::RecordId,
        model::Rules,
    },
    export::text::Text,
};

/// Something that the check still asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its number, from 1.
    pub number: usize,
    /// Where: the finding and what is said of it; empty where it is about notes that belong to none.
    pub place: Text,
    /// Why.
    pub why: &'static str,
    /// The words in question, or what is missing.
    pub words: Text,
    /// What to do.
    pub cure: Text,
    /// Whether words in it should not be handed on as they stand.
    pub is_in_words: bool,
}

/// Something that the check asked, and for what reason it may stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// Where: the finding and what is said of it; empty where it is about notes that belong to none.
    pub place: Text,
    /// Why it was asked.
    pub why: &'static str,
    /// The words in question, or what is missing.
    pub words: Text,
    /// Why it may stand.
    pub because: Text,
}

/// What the check finds.
pub(super) struct Open {
    /// What is about something that is told, or about notes; its number is its position, from 1.
    told: Vec<Concern>,
    /// What somebody accepted with a reason, of what is told and of notes.
    accepted: Vec<Concern>,
    /// How many there are, told or not.
    pub all: usize,
}

impl Open {
    pub fn of(sources: &Sources<'_>, board: &FindingsBoard) -> Self {
        let is_told = |concern: &Concern| {
            let Some(place) = &concern.place else {
                return true;
            };
            let is_to_begin = concern.nothing_on().is_some();
            let found = board.get(place.finding);
            is_to_begin
                || found.is_some_and(|on_board| {
                    let is_claim = matches!(on_board.finding.kind, FindingKind::Claim(_));
                    is_claim || sources.with_drafts || on_board.is_agreed()
                })
        };
        let found = look_over(sources.plan, sources.records).into_iter();
        let (mut accepted, mut told): (Vec<_>, Vec<_>) =
            found.partition(|concern| concern.accepted.is_some());
        let all = told.len();
        told.retain(is_told);
        accepted.retain(is_told);
        Self { told, accepted, all }
    }

    /// Whether somebody accepted that this finding rests on no note.
    pub fn may_rest_on_nothing(&self, finding: RecordId) -> bool {
        self.accepted.iter().any(|concern| {
            let is_here = concern
                .place
                .as_ref()
                .is_some_and(|place| place.finding == finding);
            is_here && matches!(&concern.what, ConcernKind::Gap(gap) if gap.reason == GapReason::NoEvidence)
        })
    }

    /// What was accepted, in words; `names` are what findings are called.
    pub fn accepted_in_words(&self, names: &[(RecordId, Text)]) -> Vec<Accepted> {
        let accepted = self.accepted.iter().filter_map(|concern| {
            let (why, words, _) = in_words(concern);
            Some(Accepted {
                place: Text::new(&place(concern, names)),
                why,
                words: Text::new(&words),
                because: Text::new(&concern.accepted.as_ref()?.because),
            })
        });
        accepted.collect()
    }

    /// How many of those told are about words that should not be handed on.
    pub fn words(&self) -> usize {
        self.told.iter().filter(|concern| concern.is_breach()).count()
    }

    /// How many notes name people.
    pub fn named_notes(&self) -> usize {
        self.told
            .iter()
            .filter(|concern| concern.is_name_in_note())
            .count()
    }

    /// How many of those told have no level, which the model asks for.
    pub fn missing_levels(&self, rules: &Rules) -> usize {
        let missing = |concern: &&Concern| concern.is_missing_level(rules);
        self.told.iter().filter(missing).count()
    }

    /// A text of a finding or of a signature, in which the words that the check finds are marked with their numbers.
    pub fn marked(&self, record: RecordId, part: &Part, typed: &str) -> Text {
        let numbered = (1..).zip(&self.told);
        let places = numbered.filter_map(|(number, concern)| {
            let of = concern.place.as_ref().map(|place| place.finding);
            let of = of.or_else(|| concern.signature().map(|signature| signature.id));
            let is_here = of == Some(record);
            match &concern.what {
                ConcernKind::Breach(of, breach) if is_here && of == part && concern.text == typed => {
                    Some((breach.span.clone(), number))
                }
                _ => None,
            }
        });
        Text::with_marks(typed, &places.collect::<Vec<_>>())
    }

    /// How many of those told are something that the model asks for and nobody said, such as a fix.
    pub fn missing_fields(&self) -> usize {
        self.told
            .iter()
            .filter(|concern| concern.is_missing_field())
            .count()
    }

    /// All of it in words; `names` are what findings are called.
    pub fn in_words(&self, names: &[(RecordId, Text)]) -> Vec<Asked> {
        let told = (1..).zip(&self.told);
        told.map(|(number, concern)| {
            let (why, words, cure) = in_words(concern);
            Asked {
                number,
                place: Text::new(&place(concern, names)),
                why,
                words: Text::new(&words),
                cure: Text::new(&cure),
                is_in_words: concern.is_breach(),
            }
        })
        .collect()
    }
}

/// Why something is asked, the words or what is missing, and what to do.
fn in_words(concern: &Concern) -> (&'static str, String, String) {
    match &concern.what {
        ConcernKind::Breach(_, breach) => (
            words::reason(breach.reason),
            breach.words.clone(),
            words::instead(breach),
        ),
        ConcernKind::Gap(gap) => {
            let (why, cure) = words::gap(&gap.reason);
            (why, words::missing(gap), cure.to_owned())
        }
    }
}

/// "Areas for development 2, Impact".
fn place(concern: &Concern, names: &[(RecordId, Text)]) -> String {
    if let Some(signature) = concern.signature() {
        let who = signature.of.as_ref().map_or("", |who| &who.words);
        return format!("{}: {who}", words::SIGN_OFFS);
    }
    let Some(place) = &concern.place else {
        return words::NOTES.into();
    };
    let name = names.iter().find(|(id, _)| *id == place.finding);
    let name = name.map_or_else(
        || match (&place.subject, concern.nothing_on()) {
            (Some(subject), Some(_)) => format!("{}: {subject}", place.list),
            _ => format!("{} {}", place.list, place.number),
        },
        |(_, name)| name.one_line(),
    );
    match &concern.what {
        ConcernKind::Breach(Part::Field(_, field), _) => format!("{name}, {field}"),
        ConcernKind::Breach(Part::StepWhat(step, _) | Part::StepWho(step, _) | Part::StepBy(step, _), _) => {
            format!("{name}, {} {step}", words::STEP)
        }
        _ => name,
    }
}
