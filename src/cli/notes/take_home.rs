//! `knownow notes take-home`: the private notes of a reviewer as a sheet for their own school.

use std::path::{Path, PathBuf};

use super::{
    super::{Failure, open, written},
    mine,
};
use crate::{
    domain::{kept::Kind, own_notes},
    runtime::{
        clock::Clock,
        sessions,
        taking_home::{self, Form},
    },
    storage::{
        disk::Disk,
        documents::Document,
        exports::Of,
        paths::Home,
        session_folder::{self, FoundPlan, SessionFolder},
    },
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, or its name or a part of it
    session: PathBuf,
    /// The file to write, by its ending a Word document or Markdown: take-home.docx, take-home.md
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Whose private notes (otherwise of who was here last)
    #[arg(long = "as", value_name = "NAME")]
    person: Option<String>,
    /// Replace the file if it is there already
    #[arg(long)]
    force: bool,
    /// Print what was written as JSON
    #[arg(long)]
    json: bool,
}

/// Writes the sheet and says where it is; nothing of what stands on it is printed.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let folder = sessions::resolve(home, disk, &arguments.session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, .. } = open::plan(disk, &session)?;
    let (form, name) = Form::of(&arguments.out)
        .zip(arguments.out.file_name())
        .ok_or_else(|| Failure::wrong_use("--out needs the name of a file that ends in .docx or .md"))?;
    let out = arguments.out.parent().unwrap_or(Path::new(""));
    if let Some(shared) = taking_home::shared_folder(home, disk, session.path(), out) {
        return Err(Failure::wrong_use(taking_home::refusal(&shared)));
    }
    let records = session.records(disk, plan.session).records;
    let person = mine::person(home, disk, (&plan, &records), arguments.person.as_deref())?;
    let (notes, fault) = session_folder::private_notes(disk, &home.private_notes(plan.session), plan.session);
    if let Some(fault) = fault {
        return Err(Failure::work(format!(
            "nothing was written: your private notes could not all be read\n{fault}"
        )));
    }
    let notes = own_notes::private(&person.id, &notes);
    if notes.is_empty() {
        return Err(Failure::work(format!(
            "nothing was written: {} has no private notes in this session on this computer; a line that begins with > \
             is one",
            person.name
        )));
    }
    let made = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let bytes = taking_home::sheet((&plan, &person.name), &notes, form, made).map_err(Failure::work)?;
    let document = Document {
        name: name.to_string_lossy().into_owned(),
        bytes,
    };
    let of = Of {
        session: plan.session,
        kind: Kind::TakeHome,
        at: made,
    };
    written::write(
        (home, disk),
        of,
        out,
        &[document],
        (arguments.force, arguments.json),
    )?;
    Ok(0)
}
