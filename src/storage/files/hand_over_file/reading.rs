//! The pieces of a hand-over, judged: what is sound, what is damaged, and whether it belongs here at all.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;

use super::{
    HEAD, VERSION,
    facts::{self, Lookup, Words},
    placings,
};
use crate::{
    domain::{
        hand_over::{
            piece::{Found, Sound},
            taken::Damage,
        },
        ids::{PersonId, SessionId, WriterId},
        note::Label,
        plan::Plan,
        records::Entry,
    },
    storage::files::section::{Section, Unknown},
};

/// What a hand-over brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandedOver {
    /// Whose records are in it.
    pub writers: Vec<(WriterId, Label<PersonId>)>,
    /// The records that are sound, as they were.
    pub entries: Vec<Entry>,
    /// The others, in their order.
    pub damaged: Vec<Damage>,
    /// In how many pieces a mail program had changed quotes, dashes or spaces, which was mended.
    pub mended: usize,
}

/// Why nothing of a hand-over is taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is of a version that is not known here.
    #[error("this hand-over is of version {0}, and this program reads those up to version {VERSION}")]
    Newer(u32),
    /// It is of another review.
    #[error(
        "this hand-over is of the session \"{found}\" ({found_id}), and you are in \"{here}\" ({here_id})"
    )]
    OtherSession {
        /// School and review that it is of.
        found: String,
        /// Their session.
        found_id: SessionId,
        /// School and review here.
        here: String,
        /// The session here.
        here_id: SessionId,
    },
    /// Neither at its beginning nor at its end can be read whose it is.
    #[error(
        "the head of this hand-over is damaged, at its beginning and at its end: it can't be told whose notes these are"
    )]
    NoHead,
}

impl Refusal {
    /// What one can do about it.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Newer(_) => "install the newer knownow; nothing was taken in",
            Self::OtherSession { .. } => {
                "name its own session with --into; if it is not here yet, ask for its plan.ron and open that first"
            }
            Self::NoHead => "ask for the file again, as an attachment; nothing was taken in",
        }
    }
}

/// More records than this are in no hand-over.
const MOST: usize = 200_000;

/// A head that was read.
struct Head {
    session: SessionId,
    name: String,
    count: usize,
    writers: Vec<(WriterId, Label<PersonId>)>,
}

/// Pieces in the order of the file, and the tags and lines of those that were cut.
pub type Pieces<'a> = (&'a [Found], &'a [(String, usize)]);

/// Judges a hand-over that was read in several ways: a piece that is sound in any of them is sound.
///
/// # Errors
/// If nothing of it belongs here.
pub fn read(ways: &[Pieces<'_>], plan: &Plan) -> Result<HandedOver, Refusal> {
    let mut judged = Judged {
        session: plan.session,
        plan: Words::of_plan(plan),
        heads: BTreeMap::new(),
        words: BTreeMap::new(),
        sound: BTreeMap::new(),
        unsound: BTreeMap::new(),
        mended: BTreeSet::new(),
    };
    for (found, _) in ways {
        judged.take_heads(found, plan)?;
    }
    if judged.heads.is_empty() {
        return Err(Refusal::NoHead);
    }
    for (found, _) in ways {
        judged.take_words(found);
    }
    for (found, cut) in ways {
        judged.take_records(found, cut);
    }
    Ok(judged.told())
}

struct Judged {
    session: SessionId,
    plan: Words,
    heads: BTreeMap<usize, Head>,
    words: BTreeMap<usize, Words>,
    sound: BTreeMap<(usize, usize), Entry>,
    unsound: BTreeMap<(usize, usize), Damage>,
    mended: BTreeSet<(usize, usize)>,
}

impl Judged {
    fn take_heads(&mut self, found: &[Found], plan: &Plan) -> Result<(), Refusal> {
        for (part, piece) in in_parts(found) {
            let Some(version) = version(&piece.tag) else {
                continue;
            };
            if version > VERSION {
                return Err(Refusal::Newer(version));
            }
            let Some(head) = piece.sound(&[]).and_then(|sound| Head::read(&sound)) else {
                continue;
            };
            if head.session != plan.session {
                return Err(Refusal::OtherSession {
                    found: head.name,
                    found_id: head.session,
                    here: name(&plan.host.name, &plan.agreement.title),
                    here_id: plan.session,
                });
            }
            self.heads.entry(part).or_insert(head);
        }
        Ok(())
    }

    fn take_words(&mut self, found: &[Found]) {
        for (part, piece) in in_parts(found).filter(|(_, piece)| piece.tag.starts_with("words ")) {
            let sound = piece.sound(&[self.session.0.as_bytes()]);
            let values = sound.and_then(|sound| facts::values(&sound.facts));
            let words = self.words.entry(part).or_default();
            for value in values.iter().flatten() {
                words.take(value);
            }
        }
    }

    fn take_records(&mut self, found: &[Found], cut: &[(String, usize)]) {
        for (part, piece) in in_parts(found) {
            let Ok(number) = piece.tag.parse::<usize>() else {
                continue;
            };
            match self.entry(piece) {
                Some(entry) => {
                    if piece.altered {
                        self.mended.insert((part, number));
                    }
                    self.sound.entry((part, number)).or_insert(entry);
                }
                None => {
                    self.unsound.entry((part, number)).or_insert_with(|| Damage {
                        number,
                        line: Some(piece.line),
                        what: "its words, or what is recorded beside them, were changed",
                        words: piece.words.clone(),
                    });
                }
            }
        }
        for (tag, line) in cut {
            let Ok(number) = tag.parse::<usize>() else {
                continue;
            };
            let of_part = |(_, head): &(&usize, &Head)| number <= head.count;
            let part = self.heads.iter().find(of_part).map_or(0, |(part, _)| *part);
            self.unsound.entry((part, number)).or_insert_with(|| Damage {
                number,
                line: Some(*line),
                what: "its end is missing",
                words: String::new(),
            });
        }
    }

    /// The record of a sound piece: by the head and the words with which its sum agrees.
    fn entry(&self, piece: &Found) -> Option<Entry> {
        let none = Words::default();
        let lists: Vec<&Words> = self.words.values().chain([&none]).collect();
        self.heads.values().find_map(|head| {
            let values = facts::values(&piece.facts);
            match values.filter(|values| values.len() > 1) {
                Some(_) => lists.iter().find_map(|listed| {
                    let words = Lookup {
                        listed,
                        plan: &self.plan,
                    };
                    let placing = || self.placing(piece, head, words);
                    self.note(piece, head, words).or_else(placing)
                }),
                None => self.other(piece, head),
            }
        })
    }

    fn note(&self, piece: &Found, head: &Head, words: Lookup<'_>) -> Option<Entry> {
        // What can't be seen in the facts is mended before they are read, and nothing counts before the sum agrees.
        let facts = piece.unproven()?.facts;
        let values = facts::values(&facts)?;
        let (writer, _) = head.writers.get(facts::writer_of(&values)?)?;
        let (mut note, used) = facts::note(&values, *writer, words)?;
        let belongs: Vec<&[u8]> = [
            self.session.0.as_bytes().as_slice(),
            writer.0.as_bytes().as_slice(),
        ]
        .into_iter()
        .chain(used.iter().map(String::as_bytes))
        .collect();
        note.body.text = piece.sound(&belongs)?.words;
        Some(Entry::Note(note))
    }

    fn placing(&self, piece: &Found, head: &Head, words: Lookup<'_>) -> Option<Entry> {
        let facts = piece.unproven()?.facts;
        let values = facts::values(&facts)?;
        if !placings::is_one(&values) {
            return None;
        }
        let (writer, _) = head.writers.get(placings::writer_of(&values)?)?;
        let (placing, used) = placings::placing(&values, *writer, words)?;
        let belongs: Vec<&[u8]> = [
            self.session.0.as_bytes().as_slice(),
            writer.0.as_bytes().as_slice(),
        ]
        .into_iter()
        .chain(used.iter().map(String::as_bytes))
        .collect();
        piece.sound(&belongs)?;
        Some(Entry::Placing(placing))
    }

    fn other(&self, piece: &Found, head: &Head) -> Option<Entry> {
        let mut parts = piece.facts.splitn(3, ' ');
        let (_, place) = (parts.next()?, parts.next()?);
        let (writer, _) = head.writers.get(place.parse::<usize>().ok()?)?;
        let sound = piece.sound(&[self.session.0.as_bytes(), writer.0.as_bytes()])?;
        let mut parts = sound.facts.splitn(3, ' ');
        let section = Section::of_word(parts.next()?)?;
        let line = parts.nth(1)?;
        let entry = section.read(line, 1, Unknown::Refused).ok()?;
        (entry.writer() == *writer).then_some(entry)
    }

    fn told(self) -> HandedOver {
        let mut damaged = Vec::new();
        for (part, head) in &self.heads {
            for number in 1..=head.count {
                if self.sound.contains_key(&(*part, number)) {
                    continue;
                }
                let told = self.unsound.get(&(*part, number)).cloned();
                damaged.push(told.unwrap_or(Damage {
                    number,
                    line: None,
                    what: "it is missing",
                    words: String::new(),
                }));
            }
        }
        let mut writers: Vec<(WriterId, Label<PersonId>)> = Vec::new();
        for writer in self.heads.into_values().flat_map(|head| head.writers) {
            if !writers.iter().any(|(known, _)| *known == writer.0) {
                writers.push(writer);
            }
        }
        let mended = self
            .mended
            .iter()
            .filter(|key| self.sound.contains_key(key))
            .count();
        HandedOver {
            writers,
            entries: self.sound.into_values().collect(),
            damaged,
            mended,
        }
    }
}

impl Head {
    fn read(sound: &Sound) -> Option<Self> {
        let values = facts::values(&sound.facts)?;
        let text = |at: usize| values.get(at).and_then(Value::as_str);
        let writers = values.iter().skip(5).map(|value| {
            let (writer, id, words): (String, String, String) = serde_json::from_value(value.clone()).ok()?;
            let writer = WriterId(Uuid::try_parse(&writer).ok()?);
            Some((writer, Label::new(PersonId::new(id), words)))
        });
        Some(Self {
            session: SessionId(Uuid::try_parse(text(0)?).ok()?),
            name: name(text(1)?, text(2)?),
            count: usize::try_from(values.get(4)?.as_u64()?)
                .ok()
                .filter(|count| *count <= MOST)?,
            writers: writers.collect::<Option<_>>()?,
        })
    }
}

/// Each piece with the hand-over it is in: several may stand one behind the other in a mail.
fn in_parts(found: &[Found]) -> impl Iterator<Item = (usize, &Found)> {
    found.iter().enumerate().scan(0, |part, (at, piece)| {
        if at > 0 && version(&piece.tag).is_some() && !piece.tag.ends_with(" end") {
            *part += 1;
        }
        Some((*part, piece))
    })
}

/// The version that the tag of a head says.
fn version(tag: &str) -> Option<u32> {
    let rest = tag.strip_prefix(HEAD)?.trim();
    rest.split(' ').next()?.parse().ok()
}

fn name(host: &str, title: &str) -> String {
    if title.is_empty() {
        host.to_string()
    } else {
        format!("{host} - {title}")
    }
}
