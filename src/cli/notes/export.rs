//! `knownow notes export`: notes as one small text file, for a stick or a mail.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::super::{Failure, open, passphrase, say, written};
use crate::{
    domain::kept::Kind,
    runtime::{
        clock::Clock,
        handing_over::{self, Made, Whose},
        recorded,
        sealing::{self, SealFault},
        sessions,
    },
    storage::{
        disk::Disk,
        documents::{Document, DocumentFault},
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
    /// Only what people of this group said, or what was noted on its way: its number, name or id
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// Only what this person said, whoever typed it
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The file to write, such as notes.txt
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Seal it with a passphrase, which is asked for twice and not shown
    #[arg(long)]
    sealed: bool,
    /// The passphrase is the first line of this file (- is what is piped in); arguments can be seen by others
    #[arg(long, value_name = "FILE", requires = "sealed")]
    passphrase_file: Option<PathBuf>,
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
    let whose = Whose {
        group: arguments.group.clone(),
        by: arguments.by.clone(),
        recorded_by: None,
    };
    let now = Clock::wall(plan.zone).map_err(Failure::work)?.now();
    let loaded = recorded::load((home, disk), &session, plan.session, now);
    let made = handing_over::make(&plan, &loaded, &whose, now).map_err(Failure::work)?;
    let bytes = bytes(disk, arguments, &made)?;
    let length = bytes.len();
    let of = Of {
        session: plan.session,
        kind: Kind::HandOver,
        at: now,
    };
    write((home, disk), of, arguments, bytes)?;
    print(arguments, &made, length)?;
    let unread: Vec<String> = problem.into_iter().chain(loaded.problems()).collect();
    let stood_in = recorded::stood_in(&loaded);
    for file in &stood_in {
        say::complain(file);
    }
    for problem in &unread {
        say::complain(&format!(
            "not everything could be read, and what could not is not in the file\n{problem}"
        ));
    }
    Ok(u8::from(!(unread.is_empty() && stood_in.is_empty())))
}

/// The bytes of the file, sealed if that was asked for.
fn bytes(disk: &dyn Disk, arguments: &Arguments, made: &Made) -> Result<Vec<u8>, Failure> {
    let text = made.text.as_bytes();
    if !arguments.sealed {
        return Ok(text.to_vec());
    }
    if !sealing::IS_BUILT_IN {
        return Err(Failure::work(SealFault::NotBuiltIn));
    }
    if !arguments.force && disk.stat(&arguments.out).is_ok() {
        // Nobody types a passphrase twice for a file that is refused then.
        return Err(written::refused(&DocumentFault::Exists(vec![
            arguments.out.clone(),
        ])));
    }
    let passphrase = passphrase::to_seal(disk, arguments.passphrase_file.as_deref())?;
    sealing::seal(text, &passphrase).map_err(Failure::work)
}

fn write(on: (&Home, &dyn Disk), of: Of, arguments: &Arguments, bytes: Vec<u8>) -> Result<(), Failure> {
    let name = arguments
        .out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.ok_or_else(|| Failure::wrong_use("--out needs the name of a file, such as notes.txt"))?;
    let document = Document { name, bytes };
    let folder = arguments.out.parent().unwrap_or(Path::new(""));
    written::put(on, of, folder, &[document], arguments.force).map(|_written| ())
}

fn print(arguments: &Arguments, made: &Made, length: usize) -> Result<(), Failure> {
    let path = arguments.out.display().to_string();
    if arguments.json {
        let value = json!({
            "path": path, "bytes": length, "sealed": arguments.sealed,
            "writers": made.writers, "notes": made.notes, "struck": made.struck,
            "others": made.others,
        });
        return say::whole(&format!("{}\n", json_safe(&format!("{value:#}")))).map_err(Failure::work);
    }
    let sealed = if arguments.sealed {
        "It is sealed: tell the passphrase by phone, not in the mail. Without it nobody opens the file.\n"
    } else {
        ""
    };
    let struck = match made.struck {
        0 => String::new(),
        1 => "; 1 struck out goes without its words".into(),
        struck => format!("; {struck} struck out go without their words"),
    };
    let words = format!(
        "Written: {path}, with {} by {}{struck}. Private notes are not in it.\n\
         {sealed}Mail it or put its text into a mail; it is taken in with: knownow notes import FILE --into SESSION",
        super::super::table::counted(made.notes, "note"),
        made.writers.join(", ")
    );
    say::lines([words.as_str()]).map_err(Failure::work)
}
