//! The take-home sheet: a reviewer's private notes, for their own school, never where others can read them.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::event_loop::Event;
use crate::{
    app::{day::TakeHome, message::Message},
    domain::{kept::Kind, note::Note, plan::Plan, record::Record, stamp::Stamp},
    export::{
        ExportFault,
        paper::{markdown, word},
        take_home,
    },
    storage::{
        disk::Disk,
        documents::{Document, DocumentFault, Existing},
        exports::{self, Of, Written},
        paths::{Home, absolute},
        session_folder::{SessionFolder, slug},
    },
};

/// How many sheets of one review a folder may have before another name has to be found by hand.
const MOST: usize = 99;

/// In which form the sheet is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A Word document.
    Docx,
    /// Markdown.
    Md,
}

impl Form {
    /// The form of a file with this name, by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "docx" => Some(Self::Docx),
            "md" => Some(Self::Md),
            _ => None,
        }
    }
}

/// The bytes of the sheet of `person`.
///
/// # Errors
/// If it can't be made.
pub fn sheet(
    (plan, person): (&Plan, &str),
    notes: &[&Record<Note>],
    form: Form,
    made: Stamp,
) -> Result<Vec<u8>, ExportFault> {
    let paper = take_home::paper(plan, person, notes);
    match form {
        Form::Docx => word::docx(&paper, made),
        Form::Md => Ok(markdown::markdown(&paper)),
    }
}

/// The folder of sessions in which `folder` lies, where others may read what is written: that of the session, of another
/// one, or the one that sessions are kept in.
#[must_use]
pub fn shared_folder(home: &Home, disk: &dyn Disk, session: &Path, folder: &Path) -> Option<PathBuf> {
    let folder = real(folder);
    let sessions = [session.to_path_buf(), home.sessions(), home.rehearsals()];
    let known = sessions.iter().find(|shared| folder.starts_with(real(shared)));
    let other = || {
        let mut above = folder.ancestors();
        above.find(|above| {
            disk.stat(&SessionFolder::at(above.to_path_buf()).plan_path())
                .is_ok()
        })
    };
    known.cloned().or_else(|| other().map(Path::to_path_buf))
}

/// A path without links and steps back, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let path = absolute(path);
    for above in path.ancestors() {
        if let (Ok(found), Ok(rest)) = (above.canonicalize(), path.strip_prefix(above)) {
            return found.join(rest);
        }
    }
    path
}

/// That a sheet may not be written there, in a sentence.
#[must_use]
pub fn refusal(shared: &Path) -> String {
    format!(
        "private notes are never written into a folder of sessions, which others may read: {}",
        shared.display()
    )
}

/// Makes the sheet and writes it among the documents in a thread of its own, beside earlier ones; what it gives back has
/// lost its other end once that has ended.
///
/// # Errors
/// If no thread can be had.
pub(super) fn begin(
    (home, disk): (Home, Arc<dyn Disk>),
    made: Stamp,
    asked: Box<TakeHome>,
    events: Sender<Event>,
) -> std::io::Result<Receiver<()>> {
    let (lives, ended) = mpsc::channel();
    thread::Builder::new().name("take-home".into()).spawn(move || {
        let _until_the_end: Sender<()> = lives;
        let written = write((&home, &*disk), made, &asked);
        let not_entered = written
            .as_ref()
            .ok()
            .and_then(|written| written.not_entered.clone());
        let told =
            Message::TakenHome(written.map(|written| written.paths.into_iter().next().unwrap_or_default()));
        let told = std::iter::once(told).chain(not_entered.map(super::reporting::not_entered));
        for message in told {
            // Where nobody listens any more the sheet is written all the same.
            let _ended = events.send(Event::Told(message));
        }
    })?;
    Ok(ended)
}

/// Makes the sheet and writes it among the documents, beside earlier ones; where it is.
///
/// # Errors
/// Why not, in a sentence.
pub fn write((home, disk): (&Home, &dyn Disk), made: Stamp, asked: &TakeHome) -> Result<Written, String> {
    let folder = home.documents();
    if let Some(shared) = shared_folder(home, disk, &asked.folder, &folder) {
        return Err(refusal(&shared));
    }
    let notes: Vec<&Record<Note>> = asked.notes.iter().collect();
    let bytes = sheet((&asked.plan, &asked.person), &notes, Form::Docx, made);
    let bytes = bytes.map_err(|fault| fault.to_string())?;
    let of = Of {
        session: asked.plan.session,
        kind: Kind::TakeHome,
        at: made,
    };
    for nth in 1..=MOST {
        let document = Document {
            name: file_name(&asked.plan, nth),
            bytes: bytes.clone(),
        };
        match exports::write_all((home, disk), of, &folder, &[document], Existing::Keep) {
            Ok(written) => return Ok(written),
            Err(DocumentFault::Exists(_)) => {}
            Err(fault) => return Err(format!("{fault}; {}", fault.cure())),
        }
    }
    Err(format!(
        "{} is full of take-home sheets; move them",
        folder.display()
    ))
}

/// "2026-12-01-oakfield-primary-take-home.docx", and from the second one on with its number.
fn file_name(plan: &Plan, nth: usize) -> String {
    let first = plan.days.iter().map(|day| day.date).min();
    let date = first.map_or_else(String::new, |date| format!("{date}-"));
    let number = if nth == 1 {
        String::new()
    } else {
        format!("-{nth}")
    };
    format!("{date}{}-take-home{number}.docx", slug(&plan.host.name))
}
