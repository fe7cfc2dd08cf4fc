//! A colleague's notes, mailed as prose, written in for them: theirs by name, typed by whoever takes them in.

use uuid::Version;

use super::{Found, Ground, Ids, Jotted, Jotting, NotNote, staying, words};
use crate::domain::{
    ids::{RecordId, WriterId},
    note::{Label, Note, NoteKind},
    plan::{Person, Plan},
    record::Record,
    records::Records,
    signs,
    stamp::Stamp,
    today::Today,
};

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrittenIn {
    /// The notes that have a place.
    pub notes: Vec<Taken>,
    /// The notes that have none yet.
    pub tray: Vec<Taken>,
    /// The lines that were taken in before.
    pub already: Vec<Known>,
    /// The lines that are no notes.
    pub not_notes: Vec<NotNote>,
}

impl WrittenIn {
    /// All notes that are to be taken in, those without a place last.
    pub fn new_notes(&self) -> impl Iterator<Item = &Record<Note>> {
        self.notes.iter().chain(&self.tray).map(|taken| &taken.note)
    }

    /// Whether nothing is to be taken in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.tray.is_empty()
    }
}

/// A note that is taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The line of the source, from 1.
    pub line: usize,
    /// What it was placed by, or why it was not.
    pub reason: String,
    /// The note.
    pub note: Record<Note>,
}

/// A line that was taken in before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The line of the source, from 1.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// How it is known: as a note, or as one that was struck out since.
    pub reason: &'static str,
}

/// Who takes notes in, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Hands<'a> {
    /// Whose words they are.
    pub author: &'a Person,
    /// Who takes them in.
    pub typist: &'a Person,
    /// Whose file they go into.
    pub writer: WriterId,
}

/// Whether a note was mailed by its author and taken in by somebody else, so that its words are nobody's to change: such
/// a note has its id from its words.
#[must_use]
pub fn is_taken_in(id: RecordId, note: &Note) -> bool {
    note.by.id != note.typed_by.id && id.0.get_version() == Some(Version::Sha1)
}

/// What a text becomes; nothing is written.
#[must_use]
pub fn understood(plan: &Plan, known: &Records, jotted: Jotted, hands: Hands<'_>, now: Stamp) -> WrittenIn {
    let group = hands.author.group.as_ref();
    let today = Today::of(plan, known, group).plan;
    let ground = Ground::new(&today, group);
    let stays = staying::classes(&jotted.jottings, &ground);
    let mut ids = Ids::new(plan.session, &hands.author.id);
    let mut seq = known.next_seq(hands.writer);
    let mut written = WrittenIn {
        not_notes: jotted.not_notes,
        ..WrittenIn::default()
    };
    for (jotting, stays) in jotted.jottings.into_iter().zip(stays) {
        let id = ids.of(&jotting);
        if let Some(record) = known.notes.get(id) {
            written.already.push(Known {
                line: jotting.line,
                reason: known_as(record, &jotting),
                text: jotting.text,
            });
            continue;
        }
        let other = with_group(&today, &jotting);
        let found = other.as_ref().unwrap_or(&ground).find(&jotting, stays.as_deref());
        let taken = Taken {
            line: jotting.line,
            reason: match jotting.doubt {
                Some(doubt) => format!("{}; {doubt}", found.reason),
                None => found.reason.to_string(),
            },
            note: record(&today, jotting, &found, hands, (id, seq), now),
        };
        seq = seq.saturating_add(1);
        let list = if found.place.is_some() {
            &mut written.notes
        } else {
            &mut written.tray
        };
        list.push(taken);
    }
    written.not_notes.sort_by_key(|other| other.line);
    written
}

/// How a line is known: as it stands, with words that somebody changed since, or struck out.
fn known_as(record: &Record<Note>, jotting: &Jotting) -> &'static str {
    if record.deleted {
        "taken in before, and struck out since"
    } else if words(&record.body.text) == words(&jotting.text) {
        "taken in before"
    } else {
        "taken in before, and its words were changed since"
    }
}

/// The day of the group that a heading says one went with.
fn with_group<'a>(plan: &'a Plan, jotting: &Jotting) -> Option<Ground<'a>> {
    let said = words(jotting.above.group.as_deref()?);
    let group = plan.groups.iter().find(|group| words(&group.name) == said)?;
    Some(Ground::new(plan, Some(&group.id)))
}

fn record(
    plan: &Plan,
    jotting: Jotting,
    found: &Found,
    hands: Hands<'_>,
    (id, seq): (RecordId, u32),
    now: Stamp,
) -> Record<Note> {
    let label = |person: &Person| Label::new(person.id.clone(), &person.name);
    let when = found.when.unwrap_or(now);
    Record {
        id,
        writer: hands.writer,
        rev: 1,
        deleted: false,
        seq,
        edited_at: now.max(when),
        came_from: Vec::new(),
        body: Note {
            when,
            by: label(hands.author),
            typed_by: label(hands.typist),
            place: found.place.clone().unwrap_or_else(Ground::tray),
            kind: jotting.kind.unwrap_or(NoteKind::Evidence),
            important: false,
            tags: signs::tags(&jotting.text, &plan.rules.tag_words),
            text: jotting.text,
        },
    }
}
