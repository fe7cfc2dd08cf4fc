//! The check before anything is handed on: does a text point at a person, or give a verdict that the model bans?
//!
//! | file | looks for |
//! | --- | --- |
//! | titled.rs | names with a title, and the people on the plan |
//! | taught.rs | people and figures that are taught about, who are nobody at the school |
//! | persons/, forenames.rs, common.rs, everyday.rs, plain.rs | people without a title: pupils mostly |
//! | naming.rs | a word with a capital, without a sentence around it |
//! | planned.rs | somebody by name in the words of a plan |
//! | roles.rs | roles that one person holds, where something is said of that person |
//! | years.rs | years with one class, which name their teacher |
//! | verdicts/ | verdicts on the school, told from plain English by how a word is used |
//! | gaps.rs | what is missing in the findings of a session |
//! | rewording.rs, beside.rs | what could stand there instead, and of a name and a role that are one person's |
//! | session.rs | both of them, for all findings of a session |
//! | accepting.rs | what somebody lets stand, and why |
//!
//! A text is cut into sentences of words and marks (sentence.rs). Every rule looks at a word and at a bounded number of
//! words around it, so that the work grows with the length of the text and not faster.

pub mod accepting;
mod beside;
mod common;
mod everyday;
mod forenames;
pub mod gaps;
mod lexicon;
pub mod naming;
mod persons;
mod plain;
pub mod planned;
pub mod remarks;
mod rewording;
mod roles;
mod sentence;
pub mod session;
mod taught;
mod titled;
mod verdicts;
mod years;

use std::{collections::HashSet, ops::Range};

use sentence::Sentence;
use years::Mention;

use super::{model::Verdict, plan::Plan};

/// Why something should not be handed on as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A member of staff, a governor or anybody on the plan is named.
    Name,
    /// A role that one person holds.
    Role,
    /// A year that has one class, which is its teacher's.
    OneClassYear,
    /// A pupil is named.
    Pupil,
    /// A verdict on the school.
    Verdict,
}

impl Reason {
    /// All of them, the ones about people first.
    pub const ALL: [Self; 5] = [
        Self::Name,
        Self::Pupil,
        Self::Role,
        Self::OneClassYear,
        Self::Verdict,
    ];

    /// The word for it in `--json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::OneClassYear => "one-class-year",
            Self::Pupil => "pupil",
            Self::Verdict => "verdict",
        }
    }

    /// Whether other words are suggested that can stand in the place of those found; otherwise it is said what to do.
    #[must_use]
    pub fn has_words_instead(self) -> bool {
        self != Self::Verdict
    }
}

/// Something in a text that should not be handed on as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Where it is in the text, in bytes.
    pub span: Range<usize>,
    /// Why.
    pub reason: Reason,
    /// The words as they stand there.
    pub words: String,
    /// What could stand there instead, or what to do.
    pub suggestion: String,
}

/// What the check knows of a plan: its people, its years, its model's rules and its words.
#[derive(Debug, Clone)]
pub struct Conduct {
    named: titled::Named,
    roles: roles::Roles,
    years: years::OneClassYears,
    verdicts: verdicts::Verdicts,
    rule: Verdict,
    /// Words that the plan uses, in small letters; they name no person.
    known: HashSet<String>,
}

impl Conduct {
    /// The check for the review of this plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            named: titled::Named::of(plan),
            roles: roles::Roles::of(plan),
            years: years::OneClassYears::of(&plan.host),
            verdicts: verdicts::Verdicts::of(&plan.rules, &plan.host.name),
            rule: plan.rules.verdict,
            known: known_words(plan),
        }
    }

    /// What the model says of verdicts.
    #[must_use]
    pub fn verdict_rule(&self) -> Verdict {
        self.rule
    }

    /// Everything in `text` that should not be handed on as it stands, in the order of the text.
    #[must_use]
    pub fn look_at(&self, text: &str) -> Vec<Breach> {
        let sentences = sentence::sentences(text);
        let mut found: Vec<Breach> = sentences
            .iter()
            .enumerate()
            .flat_map(|(at, sentence)| {
                let first = at.saturating_sub(sentence.earlier);
                self.in_sentence(text, sentence, sentences.get(first..at).unwrap_or_default())
            })
            .collect();
        found.sort_by_key(|breach| (breach.span.start, breach.span.end, breach.reason));
        let beside: Vec<Option<String>> = found
            .iter()
            .map(|breach| Some(beside::instead(text, breach, &found)?.1))
            .collect();
        for (breach, words) in found.iter_mut().zip(beside) {
            breach.suggestion = words.unwrap_or_else(|| std::mem::take(&mut breach.suggestion));
        }
        found
    }

    /// The people named in `text`, each once, whatever else is said there.
    #[must_use]
    pub fn names_in(&self, text: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for sentence in sentence::sentences(text) {
            let mut found = self.named.find(&sentence);
            let apart = self.apart(&sentence, &found, &self.years.find(&sentence));
            found.extend(apart.into_iter().map(|person| person.at));
            found.sort_by_key(|at| at.start);
            for at in found {
                let words = text.get(sentence.span(at)).unwrap_or_default();
                if !names.iter().any(|known| known == words) {
                    names.push(words.to_owned());
                }
            }
        }
        names
    }

    /// What could stand in a text instead of what was found there, and in the place of which words: of a name and the role
    /// beside it both together.
    #[must_use]
    pub fn instead(&self, text: &str, breach: &Breach) -> (Range<usize>, String) {
        let all = self.look_at(text);
        beside::instead(text, breach, &all)
            .unwrap_or_else(|| (breach.span.clone(), breach.suggestion.clone()))
    }

    /// The people without a title, apart from `names` and from the names of classes.
    fn apart(&self, sentence: &Sentence, names: &[Range<usize>], years: &[Mention]) -> Vec<persons::Person> {
        let mut persons = persons::find(sentence, &|word| self.known.contains(word));
        persons.retain(|person| {
            let meets = |other: &Range<usize>| other.start < person.at.end && person.at.start < other.end;
            let is_class =
                |class: &Mention| class.at.start <= person.at.start && person.at.end <= class.at.end;
            !names.iter().any(meets) && !years.iter().any(is_class)
        });
        persons
    }

    fn in_sentence(&self, text: &str, sentence: &Sentence, earlier: &[Sentence]) -> Vec<Breach> {
        let breach = |tokens: Range<usize>, reason: Reason| {
            let opens = sentence.begins(tokens.start);
            let span = sentence.span(tokens);
            let words = text.get(span.clone()).unwrap_or_default().to_string();
            let suggestion = rewording::of_words(reason, &words, opens);
            Breach {
                span,
                reason,
                words,
                suggestion,
            }
        };
        let names = self.named.find(sentence);
        let years = self.years.find(sentence);
        let apart = self.apart(sentence, &names, &years);
        let mut found: Vec<Breach> = apart
            .into_iter()
            .map(|person| {
                let reason = if person.staff { Reason::Name } else { Reason::Pupil };
                breach(person.at, reason)
            })
            .collect();
        found.extend(names.iter().map(|at| breach(at.clone(), Reason::Name)));
        // "Mrs Cook", "Mr Dean" are names and no posts.
        let within = |role: &Range<usize>| {
            let holds = |name: &Range<usize>| name.start <= role.start && role.end <= name.end;
            names.iter().any(holds)
        };
        let told = if is_whole_line(text, sentence) && self.roles.is_label(sentence) {
            Vec::new()
        } else {
            self.roles.find(sentence)
        };
        let roles = told.into_iter().filter(|role| !within(role));
        found.extend(roles.map(|at| breach(at, Reason::Role)));
        for Mention { at, years } in years {
            let opens = sentence.begins(at.start);
            found.push(Breach {
                suggestion: rewording::of_years(&years, opens),
                ..breach(at, Reason::OneClassYear)
            });
        }
        let verdicts = self.verdicts.find(sentence, earlier).into_iter();
        found.extend(verdicts.map(|at| breach(at, Reason::Verdict)));
        found
    }
}

/// Whether its line is this sentence and no other.
fn is_whole_line(text: &str, sentence: &Sentence) -> bool {
    const BREAKS: [char; 2] = ['\n', '\r'];
    let span = sentence.span(0..sentence.tokens.len());
    let before = text
        .get(..span.start)
        .and_then(|before| before.rsplit(BREAKS).next());
    let behind = text
        .get(span.end..)
        .and_then(|behind| behind.split(BREAKS).next());
    let mut beside = [before, behind].into_iter().flatten().flat_map(str::chars);
    !beside.any(char::is_alphanumeric)
}

/// The words of the plan's questions, titles and reading: what stands there with a capital is known to all.
fn known_words(plan: &Plan) -> HashSet<String> {
    let agreement = &plan.agreement;
    let mut texts: Vec<&str> = vec![
        &plan.host.name,
        &agreement.title,
        &agreement.wanted_outcome,
        &agreement.focus_area,
    ];
    texts.extend(agreement.visiting_schools.iter().map(String::as_str));
    texts.extend(agreement.pre_reading.iter().map(String::as_str));
    texts.extend(plan.groups.iter().map(|group| group.name.as_str()));
    texts.extend(plan.rules.tag_words.iter().map(String::as_str));
    for enquiry in &agreement.lines_of_enquiry {
        texts.push(&enquiry.text);
        texts.extend(
            enquiry
                .sub_questions
                .iter()
                .map(|question| question.text.as_str()),
        );
    }
    let slots = plan.days.iter().flat_map(|day| &day.slots);
    for slot in slots {
        let own = slot.tracks.iter().filter_map(|track| track.activity.as_ref());
        for activity in std::iter::once(&slot.activity).chain(own) {
            texts.push(&activity.title);
            texts.extend(activity.prompts.iter().map(|prompt| prompt.text.as_str()));
        }
    }
    let mut known = HashSet::new();
    for sentence in texts.into_iter().flat_map(sentence::sentences) {
        known.extend(sentence.tokens.into_iter().map(|token| token.lower));
    }
    known
}

#[cfg(test)]
mod tests;
