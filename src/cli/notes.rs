//! `knownow notes`: listing and searching the notes of a session.

mod export;
mod import;
mod mine;
mod only;
mod take_home;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{Failure, open, say};
use crate::{
    domain::{
        clock_offset::ClockOffsets,
        ids::{PersonId, RecordId},
        note::{Label, Note},
        own_notes,
        placing::Placed,
        plan::Plan,
        record::{Record, Shelf},
        records::Records,
        search::{Query, folded},
        stamp::Stamp,
    },
    runtime::{clock::Clock, recorded, sessions},
    storage::{
        clock_offsets,
        disk::Disk,
        paths::Home,
        session_folder::{self, FoundPlan, SessionFolder},
    },
    ui::display_safe::json_safe,
};
use only::Only;

#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// All notes, in order of time
    List {
        /// A session's folder, or its name or a part of it
        session: PathBuf,
        #[command(flatten)]
        only: Only,
        /// As JSON, one object a note
        #[arg(long)]
        json: bool,
    },
    /// The notes in which all words of a query are found, the best first
    Search {
        /// A session's folder, or its name or a part of it
        session: PathBuf,
        /// The words to look for; a few letters of each are enough
        query: String,
        #[command(flatten)]
        only: Only,
        /// As JSON, one object a note
        #[arg(long)]
        json: bool,
    },
    /// Write notes into one small text file that survives a stick and a mail
    Export(export::Arguments),
    /// Write your private notes onto a sheet for your own school
    TakeHome(take_home::Arguments),
    /// Take in a colleague's notes: a file made by export, or a mail, text or Word document
    Import(import::Arguments),
}

/// Lists, searches, hands over or takes in.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let (session, query, only, as_json) = match arguments {
        Arguments::List { session, only, json } => (session, None, only, *json),
        Arguments::Search {
            session,
            query,
            only,
            json,
        } => (session, Some(query), only, *json),
        Arguments::Export(arguments) => return export::run(home, disk, arguments),
        Arguments::TakeHome(arguments) => return take_home::run(home, disk, arguments),
        Arguments::Import(arguments) => return import::run(home, disk, arguments),
    };
    let Loaded {
        plan,
        mut records,
        offsets,
        mut problems,
    } = load(home, disk, session)?;
    let mut kept_apart = Shelf::default();
    let whose = only.whose(home, disk, (&plan, &records))?;
    records.look_as(whose.as_ref().map(|person| person.id.clone()));
    let mut notes: Vec<&Record<Note>> = match whose {
        None => records.live_notes().collect(),
        Some(person) => {
            let path = home.private_notes(plan.session);
            let (private, fault) = session_folder::private_notes(disk, &path, plan.session);
            problems.extend(fault);
            kept_apart = private;
            let mut own = own_notes::shared(&person.id, records.live_notes());
            own.extend(own_notes::private(&person.id, &kept_apart));
            own
        }
    };
    offsets.sort(&mut notes);
    notes = only.of(&plan, notes)?;
    let told = Told {
        offsets: Some(&offsets),
        private: kept_apart.live().map(|note| note.id).collect(),
        records: Some(&records),
    };
    if let Some(query) = query {
        notes = search(&notes, query);
    }
    if as_json {
        // Escaped already, note by note.
        say::whole(&format!("{}\n", json_of(notes, &told))).map_err(Failure::work)?;
    } else {
        say::answer(&lines(&notes, &told))?;
    }
    for problem in &problems {
        say::complain(problem);
    }
    Ok(u8::from(!problems.is_empty()))
}

/// A session as far as it could be read.
struct Loaded {
    plan: Plan,
    records: Records,
    offsets: ClockOffsets,
    problems: Vec<String>,
}

fn load(home: &Home, disk: &dyn Disk, session: &Path) -> Result<Loaded, Failure> {
    let folder = sessions::resolve(home, disk, session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, problem, .. } = open::plan(disk, &session)?;
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let loaded = recorded::load((home, disk), &session, plan.session, now);
    let offsets = clock_offsets::load(disk, &home.clock_offsets(plan.session), plan.session);
    let problems = problem.into_iter().chain(recorded::problems(&loaded)).collect();
    Ok(Loaded {
        plan,
        records: loaded.records,
        offsets,
        problems,
    })
}

/// What stands beside notes that are told.
#[derive(Default)]
struct Told<'a> {
    offsets: Option<&'a ClockOffsets>,
    /// Those that stay with whoever asks for their own.
    private: BTreeSet<RecordId>,
    /// Where others may have put them.
    records: Option<&'a Records>,
}

impl Told<'_> {
    /// How a note is seen, if otherwise than its writer wrote it, and how that was.
    fn placed(&self, note: &Record<Note>) -> Option<(&Placed, &Note)> {
        if self.private.contains(&note.id) {
            return None;
        }
        let records = self.records?;
        let written = records.notes.get(note.id)?;
        Some((records.placed(note.id)?, &written.body))
    }

    fn minutes(&self, note: &Record<Note>) -> i64 {
        self.offsets.map_or(0, |offsets| offsets.minutes(note.writer))
    }

    fn ours(&self, note: &Record<Note>) -> Stamp {
        self.offsets.map_or(note.body.when, |offsets| offsets.ours(note))
    }
}

/// The notes that match, the best first; among equals in order of time.
fn search<'a>(notes: &[&'a Record<Note>], query: &str) -> Vec<&'a Record<Note>> {
    let ranked = |query: &Query| -> Vec<(i64, &'a Record<Note>)> {
        let score = |note: &&'a Record<Note>| Some((query.rank(&folded(&searched(&note.body)))?, *note));
        notes.iter().filter_map(score).collect()
    };
    let query = Query::new(query);
    let mut hits = ranked(&query);
    if hits.is_empty() {
        hits = ranked(&query.forgiving());
    }
    // Where words stand as typed, notes that merely have the same letters scattered in them are no answer.
    let best = hits.iter().map(|(score, _)| *score).max().unwrap_or(0);
    hits.retain(|(score, _)| score.saturating_mul(2) > best);
    hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    hits.into_iter().map(|(_, note)| note).collect()
}

/// What a search looks at: the text, and where and whose it is.
fn searched(note: &Note) -> String {
    let visit = note.place.visit.as_ref().map_or("", |visit| &visit.words);
    let prompt = note.place.prompt.as_ref().map_or("", |prompt| &prompt.words);
    format!(
        "{} {visit} {prompt} {} {}",
        note.text, note.place.activity.words, note.by.words
    )
}

/// A line for each note; with its date, if they are of several days.
fn lines(notes: &[&Record<Note>], told: &Told<'_>) -> Vec<String> {
    let date = |note: &Record<Note>| note.body.when.date();
    let several = notes.windows(2).any(|two| date(two[0]) != date(two[1]));
    let dated = |note: &&Record<Note>| {
        let line = line_of(note, told);
        if several {
            format!("{}  {line}", date(note))
        } else {
            line
        }
    };
    notes.iter().map(dated).collect()
}

/// A note as one line for a person.
pub fn line(note: &Record<Note>) -> String {
    line_of(note, &Told::default())
}

/// The same with the time by our clock where its writer's is known to differ; theirs stands beside it.
fn line_of(note: &Record<Note>, told: &Told<'_>) -> String {
    let theirs = if told.minutes(note) == 0 {
        String::new()
    } else {
        format!(" (by their clock {})", note.body.when.hh_mm())
    };
    let body = &note.body;
    let place = body
        .place
        .visit
        .as_ref()
        .map_or(&body.place.activity.words, |visit| &visit.words);
    let prompt = body
        .place
        .prompt
        .as_ref()
        .map_or_else(String::new, |prompt| format!(" - {}", prompt.words));
    let sign = body
        .kind
        .sign()
        .map_or_else(String::new, |sign| format!("{sign} "));
    let private = if told.private.contains(&note.id) { "> " } else { "" };
    let important = if body.important { "! " } else { "" };
    let text = body.text.replace('\n', " / ");
    let typed_by = if body.typed_by.id == body.by.id {
        String::new()
    } else {
        format!(", typed by {}", body.typed_by.words)
    };
    let placed = placed_in_words(note, told);
    format!(
        "{}{theirs}  {place}{prompt}  {private}{sign}{important}{text}  ({}{typed_by}{placed})",
        told.ours(note).hh_mm(),
        body.by.words
    )
}

/// Who placed or tagged a note, and where its writer put it, behind who wrote it.
fn placed_in_words(note: &Record<Note>, told: &Told<'_>) -> String {
    let Some((placed, written)) = told.placed(note) else {
        return String::new();
    };
    let elsewhere = placed.placed_by.as_ref().map(|by| {
        let prompt = written.place.prompt.as_ref();
        let prompt = prompt.map_or_else(String::new, |prompt| format!(" - {}", prompt.words));
        format!(
            "; placed by {}, written at {}{prompt}",
            by.words,
            written.place.name()
        )
    });
    let on = placed.tagged_by.iter();
    let on = on.map(|(tag, by)| format!("; tagged {tag} by {}", by.words));
    let off = placed.untagged_by.iter();
    let off = off.map(|(tag, by)| format!("; tag {tag} taken away by {}", by.words));
    elsewhere.into_iter().chain(on).chain(off).collect()
}

/// A note as JSON has it.
#[derive(Serialize)]
struct NoteJson<'a> {
    id: String,
    writer: String,
    seq: u32,
    rev: u32,
    deleted: bool,
    by: &'a str,
    typed_by: &'a str,
    when: String,
    edited_at: String,
    group: Option<&'a str>,
    track: Option<&'a str>,
    slot: &'a str,
    activity: &'a str,
    visit: Option<&'a str>,
    prompt: Option<&'a str>,
    kind: &'static str,
    important: bool,
    tags: &'a [String],
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_offset: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    placed_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<WrittenJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tagged_by: Vec<TagJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    untagged_by: Vec<TagJson<'a>>,
}

/// Where its writer put a note, and its own tags.
#[derive(Serialize)]
struct WrittenJson<'a> {
    group: Option<&'a str>,
    track: Option<&'a str>,
    slot: &'a str,
    activity: &'a str,
    visit: Option<&'a str>,
    prompt: Option<&'a str>,
    tags: &'a [String],
}

impl<'a> WrittenJson<'a> {
    fn of(note: &'a Note) -> Self {
        let place = &note.place;
        Self {
            group: place.track.as_ref().map(|track| track.words.as_str()),
            track: place.track.as_ref().map(|track| track.id.as_str()),
            slot: &place.slot.words,
            activity: &place.activity.words,
            visit: place.visit.as_ref().map(|visit| visit.words.as_str()),
            prompt: place.prompt.as_ref().map(|prompt| prompt.words.as_str()),
            tags: &note.tags,
        }
    }
}

/// A tag, and who put it on or took it away.
#[derive(Serialize)]
struct TagJson<'a> {
    tag: &'a str,
    by: &'a str,
}

fn tags_json(tags: &[(String, Label<PersonId>)]) -> Vec<TagJson<'_>> {
    let tags = tags.iter();
    tags.map(|(tag, by)| TagJson { tag, by: &by.words }).collect()
}

impl<'a> NoteJson<'a> {
    fn of(note: &'a Record<Note>, told: &'a Told<'_>) -> Self {
        let (body, place) = (&note.body, &note.body.place);
        let seen = told.placed(note);
        Self {
            id: note.id.to_string(),
            writer: note.writer.to_string(),
            seq: note.seq,
            rev: note.rev,
            deleted: note.deleted,
            by: &body.by.words,
            typed_by: &body.typed_by.words,
            when: body.when.to_string(),
            edited_at: note.edited_at.to_string(),
            group: place.track.as_ref().map(|track| track.words.as_str()),
            track: place.track.as_ref().map(|track| track.id.as_str()),
            slot: &place.slot.words,
            activity: &place.activity.words,
            visit: place.visit.as_ref().map(|visit| visit.words.as_str()),
            prompt: place.prompt.as_ref().map(|prompt| prompt.words.as_str()),
            kind: body.kind.word(),
            important: body.important,
            tags: &body.tags,
            text: &body.text,
            clock_offset: Some(told.minutes(note)).filter(|minutes| *minutes != 0),
            private: told.private.contains(&note.id).then_some(true),
            placed_by: seen.and_then(|(placed, _)| Some(placed.placed_by.as_ref()?.words.as_str())),
            written: seen.map(|(_, written)| WrittenJson::of(written)),
            tagged_by: seen.map_or_else(Vec::new, |(placed, _)| tags_json(&placed.tagged_by)),
            untagged_by: seen.map_or_else(Vec::new, |(placed, _)| tags_json(&placed.untagged_by)),
        }
    }
}

/// Notes as a JSON array, one note a line; what could drive a terminal is escaped.
pub fn json<'a>(notes: impl IntoIterator<Item = &'a Record<Note>>) -> String {
    json_of(notes, &Told::default())
}

fn json_of<'a>(notes: impl IntoIterator<Item = &'a Record<Note>>, told: &Told<'_>) -> String {
    let rows: Vec<String> = notes
        .into_iter()
        .map(|note| {
            serde_json::to_string(&NoteJson::of(note, told)).unwrap_or_else(|fault| format!("\"{fault}\""))
        })
        .collect();
    let rows = rows.iter().map(|row| format!("\n{row}"));
    let array = format!("[{}\n]", rows.collect::<Vec<_>>().join(","));
    json_safe(&array).into_owned()
}
