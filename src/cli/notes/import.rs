//! `knownow notes import`: a colleague's notes, handed over or written as prose.

mod handed;
mod prose;

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::super::{Failure, open, passphrase};
use crate::{
    domain::{clock_offset, passphrase::Passphrase, plan::Plan},
    import,
    runtime::{
        sealing::{self, SealFault},
        sessions,
    },
    storage::{
        disk::{Disk, LARGEST_FILE, why},
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The notes: files made by export, or text, Markdown or Word (.txt, .md, .docx); - for what is piped in
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The session they belong to: a folder, or its name or a part of it
    #[arg(long, value_name = "SESSION")]
    into: PathBuf,
    /// Who wrote it, for text that was not made by export
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Who takes it in (otherwise who was here last), for text that was not made by export
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// Minutes to add to the times in files made by export, where their laptop's clock differs from this one's
    #[arg(long, value_name = "MINUTES", allow_hyphen_values = true, value_parser = clap::value_parser!(i64).range(-clock_offset::MOST..=clock_offset::MOST))]
    offset: Option<i64>,
    /// For sealed files: the passphrase is the first line of this file (- is what is piped in); otherwise it is asked for
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Of notes in sentences, take in again what was taken in before and struck out since
    #[arg(long)]
    again: bool,
    /// Only show what would be done
    #[arg(long)]
    dry_run: bool,
    /// Print what was understood as JSON
    #[arg(long)]
    json: bool,
}

/// A file as it came.
struct Source {
    name: String,
    bytes: Vec<u8>,
}

/// Takes in each file and says what came of it; 1 if something in one of them could not be taken in.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let folder = sessions::resolve(home, disk, &arguments.into).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, .. } = open::plan(disk, &session)?;
    let sources = arguments.files.iter().map(|path| read(disk, path));
    let mut sources = sources.collect::<Result<Vec<_>, _>>()?;
    unseal(disk, arguments, &mut sources)?;
    let mut code = 0;
    for source in &sources {
        code = code.max(take_in(home, disk, arguments, &session, &plan, source)?);
    }
    Ok(code)
}

/// Opens those that are sealed, all with one passphrase; where one of them does not open, nothing at all is taken in.
fn unseal(disk: &dyn Disk, arguments: &Arguments, sources: &mut [Source]) -> Result<(), Failure> {
    let mut known: Option<Passphrase> = None;
    for source in sources {
        if !sealing::is_sealed(&source.bytes) {
            continue;
        }
        let say = |fault: SealFault| Failure::work(format!("{}: {fault}", source.name));
        sealing::before_opening(&source.bytes).map_err(say)?;
        let passphrase = if let Some(known) = known.take() {
            known
        } else {
            check_pipe(arguments)?;
            passphrase::to_open(disk, arguments.passphrase_file.as_deref(), &source.name)?
        };
        source.bytes = sealing::open(&source.bytes, &passphrase).map_err(say)?;
        known = Some(passphrase);
    }
    Ok(())
}

/// What is piped in is the notes or the passphrase.
fn check_pipe(arguments: &Arguments) -> Result<(), Failure> {
    let pipe = Path::new("-");
    let both = arguments.passphrase_file.as_deref() == Some(pipe)
        && arguments.files.iter().any(|file| file.as_path() == pipe);
    if both {
        return Err(Failure::wrong_use(
            "the notes and the passphrase can't both be piped in: put one of them into a file",
        ));
    }
    Ok(())
}

fn take_in(
    home: &Home,
    disk: &dyn Disk,
    arguments: &Arguments,
    session: &SessionFolder,
    plan: &Plan,
    source: &Source,
) -> Result<u8, Failure> {
    if import::hand_over::is_hand_over(&source.bytes) {
        return handed::run(home, disk, arguments, session, plan, source);
    }
    if arguments.offset.is_some() {
        return Err(Failure::wrong_use(format!(
            "{}: --offset is for files made by export; the times in a text are left as they were written",
            source.name
        )));
    }
    prose::run(home, disk, arguments, session, plan, source)
}

fn read(disk: &dyn Disk, path: &Path) -> Result<Source, Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let mut input = io::stdin().lock().take(LARGEST_FILE + 1);
        let read = input.read_to_end(&mut bytes);
        read.map_err(|error| Failure::work(format!("what was piped in can't be read: {}", why(&error))))?;
        return Ok(Source {
            name: "what was piped in".into(),
            bytes,
        });
    }
    let bytes = disk.read(path).map_err(|error| {
        let cure = "check its name, that you may read it, and that the drive or stick is there";
        Failure::work(format!(
            "{} can't be read: {}\n{cure}",
            path.display(),
            why(&error)
        ))
    })?;
    Ok(Source {
        name: path.display().to_string(),
        bytes,
    })
}
