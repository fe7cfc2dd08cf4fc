//! `knownow plan`: what is done with a plan before the day.

mod check;
mod difference;
mod export;
mod import;

use super::Failure;
use crate::{
    domain::model::ReviewModel,
    storage::{disk::Disk, models::Models, paths::Home},
};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Read a timetable from somebody's table, and take it over into a session
    Import(import::Arguments),
    /// Look a plan over: what can't be, what is likely to go wrong, and what is due when
    Check(check::Arguments),
    /// Write the plan as a sheet for the visiting heads, and as a calendar
    Export(export::Arguments),
}

/// Does what is asked for with a plan.
pub fn run(home: &Home, disk: &dyn Disk, arguments: &Arguments) -> Result<u8, Failure> {
    match &arguments.what {
        What::Import(arguments) => import::run(home, disk, arguments),
        What::Check(arguments) => check::run(home, disk, arguments),
        What::Export(arguments) => export::run(home, disk, arguments),
    }
}

/// The model of this name.
pub fn find_model<'a>(models: &'a Models, name: &str) -> Result<&'a ReviewModel, Failure> {
    let found = models.find(name).map_err(Failure::wrong_use)?;
    Ok(&found.1)
}
