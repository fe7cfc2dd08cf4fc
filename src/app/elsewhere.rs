//! Saving somewhere else: one's own notes in another folder, while the first place takes nothing.

use std::path::PathBuf;

use super::{
    Model, Overlay, Screen,
    day::{Day, Reply},
    entry::{Entry, EntryPurpose},
    message::Effect,
    notice::Notice,
    picker::{Choice, Picker, Purpose, Row},
};
use crate::domain::{
    ids::{PersonId, SessionId, WriterId},
    note::{Label, Note},
    own_notes,
    plan::Plan,
    record::{Editions, Record},
    records::Records,
    stamp::Stamp,
};

/// What is asked of the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Which other folders there are.
    Places,
    /// To keep this in one of them.
    Keep(Box<Job>),
}

/// All that one recorded, to be kept in another folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// The folder, as it was typed or picked.
    pub into: String,
    /// The session's folder, which takes nothing at present.
    pub instead_of: PathBuf,
    /// The plan to put beside it; none where a newer version of the program wrote it.
    pub plan: Option<Plan>,
    /// Which session it is of.
    pub session: SessionId,
    /// Whose it is.
    pub person: Label<PersonId>,
    /// What this person recorded here, by the writers that they are and were; never a private note.
    pub records: Vec<(WriterId, Records)>,
    /// Their private notes, if these were asked for too.
    pub private: Vec<Record<Note>>,
    /// How many private notes are left out.
    pub left_out: usize,
    /// How far it goes.
    pub until: Until,
    /// Whether a person asked for it just now, or it follows an earlier one.
    pub by_hand: bool,
}

/// How far a copy goes: the last save and the edition of the plan that are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until {
    /// The number of the save.
    pub save: u64,
    /// The edition of the plan.
    pub plan: u32,
}

/// What is heard of it.
#[derive(Debug, Clone)]
pub enum News {
    /// These are the folders that may do.
    Places(Vec<PathBuf>),
    /// This became of it.
    Kept(Box<Job>, Result<Done, String>),
}

/// What was kept, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The folder, which can be opened as the session.
    pub folder: PathBuf,
    /// The file of the private notes, if they are there too.
    pub private: Option<PathBuf>,
    /// How many notes are in it that are for all.
    pub notes: usize,
}

/// What lies somewhere else, and is kept up to date while the first place takes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What was kept, and where.
    pub done: Done,
    /// When that was.
    pub at: Stamp,
    /// How many private notes are not in it.
    pub left_out: usize,
    into: String,
    until: Until,
}

/// What is said of it in the notice line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ElsewhereNotice {
    /// Everything is where it belongs.
    NotNeeded,
    /// It is there.
    Kept(Done),
    /// It can't be kept there any more, and why.
    Lost(String),
    /// The first place has everything again; the copy in this folder stays.
    Healed(PathBuf),
}

impl Day {
    fn until(&self) -> Until {
        Until {
            save: self.saving.last_asked(),
            plan: self.plan.revision,
        }
    }

    /// What lies somewhere else, if all that is asked to be saved is in it.
    #[must_use]
    pub fn safe_elsewhere(&self) -> Option<&Elsewhere> {
        let elsewhere = self.saving.elsewhere.as_ref();
        elsewhere.filter(|elsewhere| elsewhere.until == self.until())
    }

    fn job(&self, into: String, with_private: bool, by_hand: bool) -> Job {
        let private = own_notes::private(&self.me.person, &self.private);
        let records = |writer: WriterId| (writer, self.records.by_writer(writer));
        let writers = std::iter::once(self.me.writer).chain(self.me.formerly.iter().copied());
        let is_own =
            |(writer, records): &(WriterId, Records)| *writer == self.me.writer || !records.is_empty();
        Job {
            into,
            instead_of: self.folder.clone(),
            plan: self.planning.only_read.is_none().then(|| self.plan.clone()),
            session: self.plan.session,
            person: Label::new(self.me.person.clone(), &self.me.name),
            records: writers.map(records).filter(is_own).collect(),
            left_out: if with_private { 0 } else { private.len() },
            private: if with_private {
                self.all_private()
            } else {
                Vec::new()
            },
            until: self.until(),
            by_hand,
        }
    }

    /// Every edition of this person's private notes, those that were struck out too.
    fn all_private(&self) -> Vec<Record<Note>> {
        let every = self.private.every().flat_map(Editions::iter);
        let own = every.filter(|note| note.body.typed_by.id == self.me.person);
        own.cloned().collect()
    }

    /// What was entered since the copy was made goes there too, as long as the first place takes nothing.
    pub(super) fn keep_up_elsewhere(&mut self) -> Option<Effect> {
        let elsewhere = self.saving.elsewhere.as_ref()?;
        let (into, with_private) = (elsewhere.into.clone(), elsewhere.left_out == 0);
        let until = self.until();
        if elsewhere.until == until || self.saving.asked_elsewhere == Some(until) {
            return None;
        }
        self.saving.asked_elsewhere = Some(until);
        Some(Effect::Elsewhere(Asked::Keep(Box::new(self.job(
            into,
            with_private,
            false,
        )))))
    }

    /// Where the first place has everything again, the copy is kept up no longer, and that is said.
    pub(super) fn heal(&mut self, reply: &mut Reply) {
        if !self.saving.all_saved() || !self.planning.all_saved() {
            return;
        }
        self.saving.asked_elsewhere = None;
        if let Some(elsewhere) = self.saving.elsewhere.take() {
            let folder = elsewhere.done.folder;
            reply.say(Notice::Elsewhere(ElsewhereNotice::Healed(folder)));
        }
    }
}

/// Whether the key that saves asks for another place: the line is empty, and the first place takes nothing.
#[must_use]
pub fn is_wanted(model: &Model) -> bool {
    model.day().is_some_and(|day| {
        let fails = day.saving.fault.is_some() || day.planning.fault.is_some();
        fails && day.capture.started().is_none()
    })
}

/// Asks where to, unless everything is where it belongs.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.has_unsaved() {
        return vec![Effect::Elsewhere(Asked::Places)];
    }
    model.notice = Some(Notice::Elsewhere(ElsewhereNotice::NotNeeded));
    Vec::new()
}

/// Lists the folders that may do, and a line for any other one.
fn list(model: &mut Model, places: Vec<PathBuf>) {
    let row = |place: PathBuf| {
        let words = place.display().to_string();
        Row::new(Choice::Folder(words.clone()), words, String::new())
    };
    let mut rows: Vec<Row> = places.into_iter().map(row).collect();
    rows.push(Row::new(Choice::TypeFolder, String::new(), String::new()));
    model.overlay = Some(Overlay::Picker(Picker::new(Purpose::Elsewhere, rows, 0)));
}

/// A path is typed in the list of folders: no row is looked for that has those letters somewhere.
pub(super) fn type_folder(model: &mut Model, typed: &str) {
    ask_folder(model, String::new(), String::new());
    if let Some(Overlay::Entry(entry)) = &mut model.overlay {
        entry.paste(typed);
    }
}

/// Does what was picked in the list of folders.
pub(super) fn take(model: &mut Model, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Folder(into) => take_folder(model, into),
        Choice::TypeFolder => {
            ask_folder(model, String::new(), String::new());
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn ask_folder(model: &mut Model, begun: String, why: String) {
    model.overlay = Some(Overlay::Entry(Entry::new(EntryPurpose::Elsewhere, why, begun)));
}

/// A folder was picked or typed: private notes go along only if that is asked for.
pub(super) fn take_folder(model: &mut Model, into: String) -> Vec<Effect> {
    let Some(day) = model.day().filter(|_| !into.is_empty()) else {
        return Vec::new();
    };
    let private = own_notes::private(&day.me.person, &day.private).len();
    if private == 0 {
        return keep(model, into, true);
    }
    let row = |too: bool| Row::new(Choice::PrivateToo(too), String::new(), String::new());
    let rows = vec![row(false), row(true)];
    let purpose = Purpose::PrivateToo(into, private);
    model.overlay = Some(Overlay::Picker(Picker::new(purpose, rows, 0)));
    Vec::new()
}

/// Has it kept there, beside the screen.
pub(super) fn keep(model: &mut Model, into: String, with_private: bool) -> Vec<Effect> {
    let Screen::Day(day) = &mut model.screen else {
        return Vec::new();
    };
    let job = day.job(into, with_private, true);
    day.saving.asked_elsewhere = Some(job.until);
    vec![Effect::Elsewhere(Asked::Keep(Box::new(job)))]
}

/// Takes in what is heard of it.
pub(super) fn hear(model: &mut Model, news: News) {
    match news {
        News::Places(places) => list(model, places),
        News::Kept(job, became) => kept(model, *job, became),
    }
}

fn kept(model: &mut Model, job: Job, became: Result<Done, String>) {
    let now = model.now;
    let Screen::Day(day) = &mut model.screen else {
        return;
    };
    if day.folder != job.instead_of {
        return;
    }
    let why = match became {
        Ok(done) => {
            let said = done.clone();
            let heals = day.saving.all_saved() && day.planning.all_saved();
            day.saving.elsewhere = (!heals).then_some(Elsewhere {
                done,
                at: now,
                left_out: job.left_out,
                into: job.into,
                until: job.until,
            });
            if job.by_hand {
                model.notice = Some(Notice::Elsewhere(ElsewhereNotice::Kept(said)));
            }
            return;
        }
        Err(why) => why,
    };
    // What is there of an earlier one stays, but it is not up to date and is not kept so any more.
    day.saving.asked_elsewhere = None;
    if job.by_hand && model.overlay.is_none() {
        ask_folder(model, job.into, why);
        return;
    }
    if !job.by_hand {
        day.saving.elsewhere = None;
    }
    model.notice = Some(Notice::Elsewhere(ElsewhereNotice::Lost(why)));
}
