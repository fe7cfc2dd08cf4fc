//! `knownow plan`: what is done with a plan before the day.

mod check;
mod difference;
mod export;
mod import;
mod names;

use std::path::Path;

pub use names::named;

use super::Failure;
use crate::{
    domain::{model::ReviewModel, plan::Plan},
    runtime::sessions,
    storage::{
        disk::Disk,
        models::Models,
        paths::Home,
        session_folder::{SessionFolder, read_plan},
    },
};

#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// Read a timetable from somebody's table, and take it over into a session
    Import(import::Arguments),
    /// Look a plan over: what can't be, what is likely to go wrong, and what is due when
    Check(check::Arguments),
    /// Write the plan as a sheet for the visiting heads, and as a calendar
    Export(export::Arguments),
}

/// Does what is asked for with a plan.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match arguments {
        Arguments::Import(arguments) => import::run(home, disk, arguments),
        Arguments::Check(arguments) => check::run(home, disk, arguments),
        Arguments::Export(arguments) => export::run(home, disk, arguments),
    }
}

/// The model of this name.
pub fn find_model<'a>(models: &'a Models, name: &str) -> Result<&'a ReviewModel, Failure> {
    let found = models.find(name).map_err(Failure::wrong_use)?;
    Ok(&found.1)
}

/// The plan of the session or in the file that was named; nothing is joined or written.
fn agreed_plan(home: &Home, disk: &dyn Disk, named: &Path) -> Result<Plan, Failure> {
    let read = if disk.stat(named).is_ok_and(|stat| !stat.is_dir) {
        read_plan(disk, named)
    } else {
        let folder = sessions::resolve(home, disk, named).map_err(Failure::wrong_use)?;
        SessionFolder::at(folder).plan(disk)
    };
    read.map_err(|fault| Failure::work(format!("{fault}\n{}", fault.hint())))
}
