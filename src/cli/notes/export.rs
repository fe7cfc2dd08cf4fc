//! `knownow notes export`: notes as one small text file, for a stick or a mail.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::super::{Failure, open, say, written};
use crate::{
    domain::kept::Kind,
    runtime::{
        clock::Clock,
        handing_over::{self, Made, Whose},
        sessions,
    },
    storage::{
        disk::Disk,
        documents::Document,
        exports::Of,
        paths::Home,
        session_folder::{FoundPlan, SessionFolder},
    },
    ui::display_safe::json_safe,
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A session's folder, or its name or a part of it
    session: PathBuf,
    /// Only the notes of those who go with this group: its number, name or id
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// Only the notes of this person
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The file to write, such as notes.txt
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace the file if it is there already
    #[arg(long)]
    force: bool,
    /// Print what was written as JSON
    #[arg(long)]
    json: bool,
}

/// Writes the file and says what is in it.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let folder = sessions::resolve(home, disk, &arguments.session).map_err(Failure::wrong_use)?;
    let session = SessionFolder::at(folder);
    let FoundPlan { plan, problem, .. } = open::plan(disk, &session)?;
    let loaded = session.records(disk, plan.session);
    let whose = Whose {
        group: arguments.group.clone(),
        by: arguments.by.clone(),
    };
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let made = handing_over::make(&plan, &loaded, &whose, now).map_err(Failure::work)?;
    let of = Of {
        session: plan.session,
        kind: Kind::HandOver,
        at: now,
    };
    write((home, disk), of, arguments, &made)?;
    print(arguments, &made)?;
    let problems: Vec<String> = problem.into_iter().chain(loaded.problems()).collect();
    for problem in &problems {
        say::complain(&format!(
            "not everything could be read, and what could not is not in the file\n{problem}"
        ));
    }
    Ok(u8::from(!problems.is_empty()))
}

fn write(on: (&Home, &dyn Disk), of: Of, arguments: &Arguments, made: &Made) -> Result<(), Failure> {
    let name = arguments
        .out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.ok_or_else(|| Failure::wrong_use("--out needs the name of a file, such as notes.txt"))?;
    let document = Document {
        name,
        bytes: made.text.clone().into_bytes(),
    };
    let folder = arguments.out.parent().unwrap_or(Path::new(""));
    written::put(on, of, folder, &[document], arguments.force).map(|_written| ())
}

fn print(arguments: &Arguments, made: &Made) -> Result<(), Failure> {
    let path = arguments.out.display().to_string();
    if arguments.json {
        let value = json!({
            "path": path, "bytes": made.text.len(), "writers": made.writers, "notes": made.notes, "others": made.others,
        });
        return say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work);
    }
    let words = format!(
        "Written: {path}, with {} by {}. Private notes are not in it.\n\
         Mail it or put its text into a mail; it is taken in with: knownow notes import FILE --into SESSION",
        super::super::table::counted(made.notes, "note"),
        made.writers.join(", ")
    );
    say::lines([words.as_str()]).map_err(Failure::work)
}
