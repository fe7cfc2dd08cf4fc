//! Notes without a common folder, for the screen: beside it a hand-over is written, and a colleague's notes are read and
//! taken in.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use super::{
    bringing_in::Came,
    event_loop::Event,
    handing_over::{self, Manner, Whose},
    reporting,
    sealing::{self, SealFault},
};
use crate::{
    app::{
        handing_over::{HandedOver, Job as HandOver, Seal},
        message::Message,
        taking_in::{Found, Job},
    },
    domain::{
        clock_offset::ClockOffsets,
        hand_over::taken::TakenIn,
        jotted::{self, Hands},
        kept::Kind,
        plan::Plan,
        stamp::Stamp,
        today::Today,
    },
    import::{self, Source, Vocabulary},
    storage::{
        clock_offsets,
        disk::Disk,
        documents::{Document, DocumentFault, Existing},
        exports::{self, Of},
        paths::Home,
        session_folder::{self, SessionFolder, slug},
    },
    ui::words::taking_in::{NO_SUCH_FILE, NOBODY, one_at_a_time},
};

/// The file to propose for a hand-over by the person called `name`; what this build can't do is said before anything
/// is asked.
#[must_use]
pub fn proposed(home: &Home, plan: &Plan, name: &str, seal: Seal) -> Message {
    if seal != Seal::Unsealed && !sealing::IS_BUILT_IN {
        return Message::HandedOver(HandedOver::Failed(SealFault::NotBuiltIn.to_string()));
    }
    let file = home.documents().join(file_name(plan, name, &seal));
    Message::HandOverProposed(file, seal)
}

fn file_name(plan: &Plan, name: &str, seal: &Seal) -> String {
    let sealed = if *seal == Seal::Unsealed { "" } else { "-sealed" };
    format!("{}-notes-{}{sealed}.txt", reporting::stem(plan), slug(name))
}

/// Does something in a thread of its own and tells what came of it; what it gives back has lost its other end once the
/// thread has ended.
///
/// # Errors
/// If no thread can be had.
pub fn beside(
    events: Sender<Event>,
    does: impl FnOnce() -> Message + Send + 'static,
) -> std::io::Result<Receiver<()>> {
    let (lives, ended) = mpsc::channel();
    thread::Builder::new().name("notes".into()).spawn(move || {
        let _until_the_end: Sender<()> = lives;
        // Where nobody listens any more, nobody wants to know.
        drop(events.send(Event::Told(does())));
    })?;
    Ok(ended)
}

/// Writes a hand-over; what became of it, and why its file could not be entered among those that are known of the
/// session, if so.
#[must_use]
pub fn hand_over(on: (&Home, &dyn Disk), made: Stamp, job: &HandOver) -> (HandedOver, Option<String>) {
    match write_hand_over(on, made, job) {
        Ok((became, not_entered)) => (became, not_entered),
        Err(why) => (HandedOver::Failed(why), None),
    }
}

fn write_hand_over(
    (home, disk): (&Home, &dyn Disk),
    now: Stamp,
    job: &HandOver,
) -> Result<(HandedOver, Option<String>), String> {
    let loaded = SessionFolder::at(job.folder.clone()).records(disk, job.plan.session);
    let whose = Whose {
        recorded_by: Some(job.person.clone()),
        ..Whose::default()
    };
    let made = handing_over::make(&job.plan, &loaded, &whose, now).map_err(|fault| fault.to_string())?;
    let mut path = reporting::below_own(&job.file);
    if disk.stat(&path).is_ok_and(|stat| stat.is_dir) {
        path.push(file_name(&job.plan, &made.writers.join("-"), &job.seal));
    }
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(NO_SUCH_FILE.into());
    };
    let bytes = sealed(made.text.into_bytes(), &job.seal).map_err(|fault| fault.to_string())?;
    let document = Document {
        name: name.to_string_lossy().into_owned(),
        bytes,
    };
    let existing = if job.replaces {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let of = Of {
        session: job.plan.session,
        kind: Kind::HandOver,
        at: now,
    };
    match exports::write_all((home, disk), of, folder, &[document], existing) {
        Ok(written) => {
            let handed_over = HandedOver::Written {
                path,
                notes: made.notes,
                struck: made.struck,
                sealed: job.seal != Seal::Unsealed,
            };
            Ok((handed_over, written.not_entered))
        }
        Err(DocumentFault::Exists(_)) => Ok((HandedOver::Exists(path, job.seal.clone()), None)),
        Err(fault) => Err(format!("{fault}; {}", fault.cure())),
    }
}

fn sealed(text: Vec<u8>, seal: &Seal) -> Result<Vec<u8>, SealFault> {
    match seal {
        Seal::With(passphrase) => sealing::seal(&text, passphrase),
        Seal::Unsealed | Seal::Asked => Ok(text),
    }
}

/// Reads a colleague's notes, or takes in what was handed over.
///
/// # Errors
/// Why not, and what can be done.
pub fn take((home, disk): (&Home, &dyn Disk), now: Stamp, job: &Job) -> Result<Found, String> {
    if let Some(files) = Came::several(disk, &job.text) {
        return several((home, disk), files, job);
    }
    let mut came = Came::of(disk, &job.text, NO_SUCH_FILE)?;
    if sealing::is_sealed(&came.bytes) {
        let Some(passphrase) = job.passphrase.as_ref().filter(|_| sealing::IS_BUILT_IN) else {
            return asked(&came);
        };
        came.bytes = match sealing::open(&came.bytes, passphrase) {
            Err(SealFault::WrongPassphrase) => return Ok(Found::Sealed(true)),
            opened => opened.map_err(|fault| format!("{}: {fault}", came.name))?,
        };
    }
    if import::hand_over::is_hand_over(&came.bytes) {
        handed_over((home, disk), &came, job)
    } else {
        prose((home, disk), &came, now, job)
    }
}

/// Reads several hand-overs, or takes them in one after the other.
fn several(
    (home, disk): (&Home, &dyn Disk),
    files: Vec<Result<Came, String>>,
    job: &Job,
) -> Result<Found, String> {
    let files = files.into_iter().collect::<Result<Vec<_>, _>>()?;
    let in_prose = files
        .iter()
        .find(|came| !import::hand_over::is_hand_over(&came.bytes));
    if let Some(came) = in_prose {
        return Err(one_at_a_time(&came.name));
    }
    let mut all = TakenIn::default();
    let mut clocks = ClockOffsets::default();
    for came in &files {
        match handed_over((home, disk), came, job)? {
            Found::HandedOver(taken) => all.join(taken),
            Found::Taken(taken, known) => {
                all.join(taken);
                clocks = known;
            }
            Found::Prose(..) | Found::WhoseProse(_) | Found::Sealed(_) => {}
        }
    }
    Ok(if job.takes {
        Found::Taken(all, clocks)
    } else {
        Found::HandedOver(all)
    })
}

/// A sealed file is opened by its passphrase, if it is worth to be asked for.
fn asked(came: &Came) -> Result<Found, String> {
    match sealing::before_opening(&came.bytes) {
        Ok(()) => Ok(Found::Sealed(false)),
        Err(fault) => Err(format!("{}: {fault}", came.name)),
    }
}

fn handed_over((home, disk): (&Home, &dyn Disk), came: &Came, job: &Job) -> Result<Found, String> {
    let folder = SessionFolder::at(job.folder.clone());
    let manner = Manner {
        dry_run: !job.takes,
        offset: job.offset.filter(|_| job.takes),
    };
    let taken = handing_over::take_in(home, disk, &folder, &job.plan, &came.bytes, manner)
        .map_err(|fault| format!("{}: {}", came.name, fault.on_screen()))?;
    if !job.takes {
        return Ok(Found::HandedOver(taken));
    }
    let session = job.plan.session;
    let clocks = clock_offsets::load(disk, &home.clock_offsets(session), session);
    Ok(Found::Taken(taken, clocks))
}

fn prose((home, disk): (&Home, &dyn Disk), came: &Came, now: Stamp, job: &Job) -> Result<Found, String> {
    let source = Source {
        name: &came.name,
        bytes: &came.bytes,
    };
    let jotted = import::jotted(source, &Vocabulary::of_plan(&job.plan))
        .map_err(|fault| format!("{}: {fault}\n{}", came.name, fault.cure()))?;
    let there = Today::of(&job.plan, &job.records, None).plan;
    let Some(author) = &job.author else {
        let named = jotted::proposed(&there, &jotted);
        return Ok(Found::WhoseProse(
            named.map(|proposed| proposed.person.id.clone()),
        ));
    };
    let (Some(author), Some(typist)) = (there.person(author), there.person(&job.me)) else {
        return Err(NOBODY.into());
    };
    let mut known = job.records.clone();
    // What others of this machine moved among their private notes is not taken in twice either.
    let (private, _said_on_opening) =
        session_folder::private_notes(disk, &home.private_notes(job.plan.session), job.plan.session);
    known.notes.merge(private);
    let hands = Hands {
        author,
        typist,
        writer: job.writer,
    };
    let written = jotted::understood(&job.plan, &known, jotted, hands, now);
    Ok(Found::Prose(author.name.clone(), written))
}
