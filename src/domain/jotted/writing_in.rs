//! A colleague's notes, mailed as prose, written in for them: theirs by name, typed by whoever takes them in.

use uuid::Version;

use super::{Found, Ground, Ids, Jotted, Jotting, NotNote, is_in_tray, staying, words};
use crate::domain::{
    class_name::same_class,
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
    /// The lines that were taken in before and struck out since: by whom, and the note as it would come back.
    pub struck: Vec<(String, Taken)>,
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

    /// As whose notes lines were taken in before that are now taken in as another's, and how many of each.
    #[must_use]
    pub fn also_of(&self) -> Vec<(&str, usize)> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        let all = self.notes.iter().chain(&self.tray);
        for name in all.filter_map(|taken| taken.also_of.as_deref()) {
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
        }
        counts
    }

    /// Who struck out what was taken in before, each once.
    #[must_use]
    pub fn struck_by(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.struck.iter().map(|(by, _)| by.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What was struck out since is to be taken in again.
    pub fn take_again(&mut self) {
        for (_, taken) in std::mem::take(&mut self.struck) {
            let list = if is_in_tray(&taken.note.body.place) {
                &mut self.tray
            } else {
                &mut self.notes
            };
            list.push(taken);
        }
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
    /// Somebody else as whose note the same line was taken in before.
    pub also_of: Option<String>,
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
    /// How it is known: as it stands, or with other words.
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
    let there = Today::of(plan, known, group);
    let today = there.plan;
    let ground = Ground::new(&today, group).without(there.not_seen);
    let stays = staying::classes(&jotted.jottings, &ground);
    let ids = ids((plan, known), &jotted.jottings, hands.author);
    let stands = |id: &RecordId| known.notes.get(*id).is_some_and(|note| !note.deleted);
    let all_struck = !ids.iter().any(stands);
    let others = known_as_others(plan, known, &jotted.jottings, hands.author);
    let mut seq = known.next_seq(hands.writer);
    let mut written = WrittenIn {
        not_notes: jotted.not_notes,
        ..WrittenIn::default()
    };
    for (((jotting, stays), id), also_of) in jotted.jottings.into_iter().zip(stays).zip(ids).zip(others) {
        let before = known.notes.get(id);
        // What whoever takes it in struck as a whole comes back as a whole.
        let comes_back = |note: &Record<Note>| all_struck && note.deleted && note.writer == hands.writer;
        if let Some(record) = before.filter(|note| !note.deleted) {
            written.already.push(Known {
                line: jotting.line,
                reason: known_as(record, &jotting),
                text: jotting.text,
            });
            continue;
        }
        let other = with_group(&today, &jotting);
        let found = other.as_ref().unwrap_or(&ground).find(&jotting, stays.as_deref());
        let also = also_of
            .as_ref()
            .map(|name| format!("the same line is here as {name}'s"));
        let reasons = [
            Some(found.reason.to_string()),
            jotting.doubt.map(str::to_string),
            also,
        ];
        let taken = Taken {
            line: jotting.line,
            reason: reasons.into_iter().flatten().collect::<Vec<_>>().join("; "),
            also_of,
            note: after(known, record(&today, jotting, &found, hands, (id, seq), now)),
        };
        seq = seq.saturating_add(1);
        if let Some(struck) = before.filter(|note| !comes_back(note)) {
            written.struck.push((struck_by(known, struck, hands), taken));
            continue;
        }
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

/// The next edition of what is known of a note, where anything is.
fn after(known: &Records, fresh: Record<Note>) -> Record<Note> {
    let next = known
        .notes
        .revise(fresh.id, fresh.writer, fresh.edited_at, |next| {
            next.deleted = false;
            next.seq = fresh.seq;
            next.body = fresh.body.clone();
        });
    next.unwrap_or(fresh)
}

/// Who struck a note out, by a note that they typed themselves: nobody else wrote an edition of it before.
fn struck_by(known: &Records, struck: &Record<Note>, hands: Hands<'_>) -> String {
    if struck.writer == hands.writer {
        return "you".into();
    }
    let mut own = known
        .notes
        .by_writer(struck.writer)
        .filter(|note| note.came_from.is_empty());
    let typist = own.next().map(|note| note.body.typed_by.words.clone());
    typist.unwrap_or_else(|| "a colleague".into())
}

/// The ids of `jottings` as notes of `author`: of what an earlier version took in, those that it has.
fn ids((plan, known): (&Plan, &Records), jottings: &[Jotting], author: &Person) -> Vec<RecordId> {
    let mut ids = Ids::new(plan.session, &author.id);
    let is_known = |id: RecordId| known.notes.get(id).is_some();
    let ids = jottings.iter().map(|jotting| ids.of(jotting));
    ids.map(|(id, before)| {
        if is_known(before) && !is_known(id) {
            before
        } else {
            id
        }
    })
    .collect()
}

/// As whose note each of `jottings` stands already, where that is somebody else than `author`.
fn known_as_others(
    plan: &Plan,
    known: &Records,
    jottings: &[Jotting],
    author: &Person,
) -> Vec<Option<String>> {
    let mut whose = vec![None; jottings.len()];
    for person in plan.people.iter().filter(|person| person.id != author.id) {
        for (name, id) in whose.iter_mut().zip(ids((plan, known), jottings, person)) {
            if name.is_none() && known.notes.get(id).is_some_and(|note| !note.deleted) {
                *name = Some(person.name.clone());
            }
        }
    }
    whose
}

/// How a line is known: as it stands, with words that somebody changed since, or of another class.
fn known_as(record: &Record<Note>, jotting: &Jotting) -> &'static str {
    let said = jotting.own.class.as_ref().or(jotting.above.class.as_ref());
    let stands = record.body.place.visit.as_ref();
    if let (Some(said), Some(stands)) = (said, stands)
        && !same_class(said, &stands.words)
    {
        return "taken in before, and it is of another class here";
    }
    if words(&record.body.text) == words(&jotting.text) {
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
