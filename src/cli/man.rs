//! `knownow man`: the pages for `man`, made of what `--help` says.

use std::{io, path::PathBuf};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::{Failure, say, written};
use crate::storage::{
    disk::Disk,
    documents::{self, Document, Existing},
    paths::absolute,
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Write one page a command into this folder, instead of printing the page of the program
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints the page of the program, or writes those of all its commands.
pub fn run(disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    let mut program = without_help_commands(super::Arguments::command());
    program.build();
    let Some(out) = &arguments.out else {
        let text = String::from_utf8(page(&program).map_err(Failure::work)?.bytes).map_err(Failure::work)?;
        say::whole(&text).map_err(Failure::work)?;
        return Ok(0);
    };
    let pages = pages(&program).map_err(Failure::work)?;
    let paths = documents::write_all(disk, &absolute(out), &pages, Existing::Replace)
        .map_err(|fault| written::refused(&fault))?;
    let lines: Vec<String> = paths
        .iter()
        .map(|path| format!("Written: {}", path.display()))
        .collect();
    say::answer(&lines)?;
    Ok(0)
}

/// `help` repeats every command and has no page of its own.
fn without_help_commands(command: Command) -> Command {
    command
        .disable_help_subcommand(true)
        .mut_subcommands(without_help_commands)
}

/// The page of a command and those of the commands below it.
fn pages(command: &Command) -> io::Result<Vec<Document>> {
    let mut pages = vec![page(command)?];
    for below in command.get_subcommands() {
        pages.extend(self::pages(below)?);
    }
    Ok(pages)
}

fn page(command: &Command) -> io::Result<Document> {
    let man = Man::new(command.clone());
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    Ok(Document {
        name: man.get_filename(),
        bytes,
    })
}
